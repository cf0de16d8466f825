// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/panel/objecttabbar.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kPad = 10;

} // namespace

ObjectTabBar::ObjectTabBar(QWidget* parent)
    : QTabBar(parent)
{
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setAccessibleName(tr("Parts of the object"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    ui::followTheme(this);
}

void ObjectTabBar::setCount(int tab, int count)
{
    const QString name = tabText(tab).section(u' ' % QChar(0x2009), 0, 0);
    setTabText(tab, count < 0 ? name : name % u' ' % QChar(0x2009) % QString::number(count));
}

QSize ObjectTabBar::tabSizeHint(int index) const
{
    const Theme& theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(ui::TextStyle::Control));
    return {metrics.horizontalAdvance(tabText(index)) + 2 * kPad,
        theme.metric(ui::Metric::PanelHeader)};
}

void ObjectTabBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter p(this);
    p.fillRect(rect(), theme.color(Token::Surface));
    p.setFont(theme.font(ui::TextStyle::Control));
    for (int i = 0; i < count(); ++i) {
        if (!isTabVisible(i))
            continue;
        const QRect box = tabRect(i);
        const bool current = i == currentIndex();
        const bool hover = box.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        p.setPen(theme.color(current || hover ? Token::Text : Token::Text2));
        p.drawText(box, Qt::AlignCenter, tabText(i));
        if (current)
            p.fillRect(box.left() + kPad - 4, box.bottom() - 1, box.width() - 2 * kPad + 8, 2,
                theme.color(Token::Accent));
        if (current && hasFocus()) {
            p.setPen(QPen(theme.color(Token::Accent), 1));
            p.drawRoundedRect(box.adjusted(2, 4, -3, -5), 4, 4);
        }
    }
}

} // namespace pilothouse::database
