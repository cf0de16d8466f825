// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of the object page: words with a count behind, the current one underlined.
#pragma once

#include <QTabBar>

namespace pilothouse::database
{

class ObjectTabBar final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectTabBar)

public:
    explicit ObjectTabBar(QWidget* parent = nullptr);

    void setCount(int tab, int count); // below 0: not known yet

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
};

} // namespace pilothouse::database
