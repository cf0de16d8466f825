// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logscrollbar.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionSlider>

namespace pilothouse::ui
{

LogScrollBar::LogScrollBar(Ask ask, QWidget* parent)
    : QScrollBar(Qt::Vertical, parent)
    , m_ask(std::move(ask))
{
    followTheme(this);
}

void LogScrollBar::setTicksChanged()
{
    m_old = true;
    update();
}

void LogScrollBar::resizeEvent(QResizeEvent* event)
{
    QScrollBar::resizeEvent(event);
    m_old = true;
}

void LogScrollBar::paintEvent(QPaintEvent* event)
{
    QScrollBar::paintEvent(event);
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove
        = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    if (m_old) {
        m_ticks = m_ask(groove.height());
        m_old = false;
    }
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    for (size_t i = 0; i < m_ticks.size(); ++i) {
        if (m_ticks[i] == Tick::None)
            continue;
        const bool match = m_ticks[i] == Tick::Match;
        // An error is half as wide as a match, so that the colour is not alone.
        const int wide = match ? groove.width() : groove.width() / 2;
        painter.fillRect(groove.right() + 1 - wide, groove.top() + int(i), wide, match ? 2 : 1,
            theme.color(match ? Token::StatusWarn : Token::StatusError));
    }
}

} // namespace pilothouse::ui
