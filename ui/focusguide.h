// SPDX-License-Identifier: GPL-3.0-or-later
// A panel that gets the focus hands it on to the part that is worked with, as soon as that is
// shown: while its data are on the way the focus waits in the panel.
#pragma once

#include <QObject>
#include <QWidget>

#include <functional>

namespace pilothouse::ui
{

class FocusGuide final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusGuide)

public:
    // `wanted` is asked when the panel has the focus itself; null or hidden: the focus waits until
    // one of `parts` is shown. Owned by the panel.
    FocusGuide(QWidget& panel, std::function<QWidget*()> wanted, const QList<QWidget*>& parts);

    void handOn(); // `wanted` has changed

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_panel;
    std::function<QWidget*()> m_wanted;
};

} // namespace pilothouse::ui
