// SPDX-License-Identifier: GPL-3.0-or-later
// LogScrollBar: a vertical scroll bar with ticks where matches and errors are.
#pragma once

#include <QtWidgets/QScrollBar>

#include <functional>
#include <vector>

namespace pilothouse::ui
{

class LogScrollBar final : public QScrollBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogScrollBar)

public:
    enum class Tick : quint8 { None, Error, Match };
    // What stands at each of `pixels` pixels of the groove; asked when it is painted after
    // setTicksChanged().
    using Ask = std::function<std::vector<Tick>(int pixels)>;

    explicit LogScrollBar(Ask ask, QWidget* parent = nullptr);
    void setTicksChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Ask m_ask;
    std::vector<Tick> m_ticks;
    bool m_old = true;
};

} // namespace pilothouse::ui
