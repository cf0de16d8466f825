// SPDX-License-Identifier: GPL-3.0-or-later
// FirstPaint: tells once when a window has drawn what stands in it now.
#pragma once

#include <QObject>

class QWidget;

namespace pilothouse::app
{

class FirstPaint final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstPaint)

public:
    explicit FirstPaint(QWidget* window);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void painted();

private:
    bool m_seen = false;
};

} // namespace pilothouse::app
