// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tabstrip.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Metric;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kPad = 12;
constexpr int kIcon = 14;
constexpr int kGap = 8;
constexpr int kClose = 16;
constexpr int kMaxText = 220;
constexpr auto kFormat = "application/x-pilothouse-tab";

} // namespace

TabMime::TabMime(QWidget* panel)
    : m_panel(panel)
{
    setData(QString::fromLatin1(kFormat), QByteArray("1"));
}

const TabMime* TabMime::of(const QMimeData* data)
{
    return qobject_cast<const TabMime*>(data);
}

TabStrip::TabStrip(QWidget* parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setAcceptDrops(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Tabs"));
}

void TabStrip::setTab(int index, const Face& face)
{
    setTabData(index, QVariant::fromValue(face));
    setAccessibleTabName(
        index, face.unsaved ? tr("%1, not saved").arg(tabText(index)) : tabText(index));
    update();
}

TabStrip::Face TabStrip::face(int index) const
{
    return tabData(index).value<Face>();
}

void TabStrip::setGroupActive(bool active)
{
    if (std::exchange(m_groupActive, active) != active)
        update();
}

QSize TabStrip::tabSizeHint(int index) const
{
    const auto& theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(ui::TextStyle::Control));
    const int text = qMin(metrics.horizontalAdvance(tabText(index)) + 2, kMaxText);
    return {kPad + kIcon + kGap + text + kGap + kClose + 6, theme.metric(Metric::TabStrip)};
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return {qMin(tabSizeHint(index).width(), 110), tabSizeHint(index).height()};
}

QRect TabStrip::closeRect(int index) const
{
    const QRect tab = tabRect(index);
    return {tab.right() - 6 - kClose, tab.center().y() - kClose / 2 + 1, kClose, kClose};
}

void TabStrip::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Ground));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    for (int i = 0; i < count(); ++i)
        if (i != currentIndex())
            paintTab(painter, i);
    if (currentIndex() >= 0)
        paintTab(painter, currentIndex());
    if (m_dropAt >= 0) {
        const int x = m_dropAt < count() ? tabRect(m_dropAt).left()
            : count() > 0                ? tabRect(count() - 1).right()
                                         : 0;
        painter.fillRect(QRect(qMax(0, x - 1), 4, 2, height() - 8), theme.color(Token::Accent));
    }
}

void TabStrip::paintTab(QPainter& painter, int index) const
{
    const auto& theme = Theme::of(this);
    const QRect tab = tabRect(index);
    if (!tab.intersects(rect()))
        return;
    const bool current = index == currentIndex();
    const Face face = this->face(index);
    if (current)
        painter.fillRect(tab, theme.color(Token::Surface));
    else if (index == m_hovered)
        painter.fillRect(tab.adjusted(0, 0, 0, -1), theme.color(Token::Hover));
    if (current && m_groupActive)
        painter.fillRect(QRect(tab.left(), 0, tab.width(), 2), theme.color(Token::Accent));
    painter.fillRect(QRect(tab.right(), 0, 1, tab.height()), theme.color(Token::Line));

    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF icon(tab.left() + kPad, tab.center().y() - kIcon / 2.0 + 1, kIcon, kIcon);
    ui::paintIcon(painter, icon, face.iconName,
        theme.color(current && m_groupActive ? Token::Accent : Token::Text3));
    painter.setFont(theme.font(ui::TextStyle::Control));
    painter.setPen(theme.color(current ? Token::Text : Token::Text2));
    const QRect close = closeRect(index);
    const QRect text(static_cast<int>(icon.right()) + kGap, tab.top() + 1,
        close.left() - kGap / 2 - static_cast<int>(icon.right()) - kGap, tab.height() - 1);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(tabText(index), Qt::ElideRight, text.width()));
    const bool closeHovered = index == m_hovered && close.contains(mapFromGlobal(QCursor::pos()));
    if (face.unsaved && !closeHovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Text3));
        painter.drawEllipse(QRectF(close).center() + QPointF(0.5, 0.5), 3.5, 3.5);
        return;
    }
    if (closeHovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Press));
        painter.drawRoundedRect(close, 3, 3);
    }
    ui::paintIcon(painter, QRectF(close).adjusted(2, 2, -2, -2), u"close"_s,
        theme.color(closeHovered ? Token::Text : Token::Text3));
}

void TabStrip::mousePressEvent(QMouseEvent* event)
{
    const int index = tabAt(event->pos());
    m_pressed = event->pos();
    m_pressedTab = -1;
    m_pressedClose = -1;
    if (index >= 0 && event->button() == Qt::LeftButton
        && closeRect(index).contains(event->pos())) {
        m_pressedClose = index;
        return;
    }
    if (event->button() == Qt::RightButton && index >= 0) {
        Q_EMIT contextMenuAsked(index, event->globalPosition().toPoint());
        return;
    }
    if (event->button() == Qt::LeftButton)
        m_pressedTab = index;
    QTabBar::mousePressEvent(event);
}

void TabStrip::mouseMoveEvent(QMouseEvent* event)
{
    const int index = tabAt(event->pos());
    m_hovered = index;
    update();
    if (m_pressedTab >= 0 && (event->buttons() & Qt::LeftButton)
        && (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        const int dragged = std::exchange(m_pressedTab, -1);
        Q_EMIT dragStarted(dragged); // spins its own loop; the tab may be gone afterwards
        return;
    }
    QTabBar::mouseMoveEvent(event);
}

void TabStrip::mouseReleaseEvent(QMouseEvent* event)
{
    m_pressedTab = -1;
    const int index = tabAt(event->pos());
    if (m_pressedClose >= 0) {
        const int pressed = std::exchange(m_pressedClose, -1);
        if (pressed == index && closeRect(index).contains(event->pos()))
            Q_EMIT closeRequested(index);
        return;
    }
    if (event->button() == Qt::MiddleButton && index >= 0) {
        Q_EMIT closeRequested(index);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

void TabStrip::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

int TabStrip::dropIndexAt(const QPoint& position) const
{
    for (int i = 0; i < count(); ++i)
        if (position.x() < tabRect(i).center().x())
            return i;
    return count();
}

void TabStrip::dragEnterEvent(QDragEnterEvent* event)
{
    if (TabMime::of(event->mimeData()))
        event->acceptProposedAction();
}

void TabStrip::dragMoveEvent(QDragMoveEvent* event)
{
    if (!TabMime::of(event->mimeData()))
        return;
    m_dropAt = dropIndexAt(event->position().toPoint());
    update();
    event->acceptProposedAction();
}

void TabStrip::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dropAt = -1;
    update();
}

void TabStrip::dropEvent(QDropEvent* event)
{
    const TabMime* mime = TabMime::of(event->mimeData());
    m_dropAt = -1;
    update();
    if (!mime || !mime->panel())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(mime->panel(), dropIndexAt(event->position().toPoint()));
}

void TabStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && currentIndex() >= 0)
        Q_EMIT closeRequested(currentIndex());
    else
        QTabBar::keyPressEvent(event);
}

bool TabStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int index = tabAt(help->pos());
        if (index < 0)
            QToolTip::hideText();
        else if (closeRect(index).contains(help->pos()))
            QToolTip::showText(help->globalPos(), tr("Close (Ctrl W)"), this);
        else
            QToolTip::showText(help->globalPos(), tabText(index), this);
        return true;
    }
    return QTabBar::event(event);
}

} // namespace pilothouse::app
