// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/popover.h"

#include "ui/theme/motion.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

Popover::Popover(const QString& accessibleName, QWidget* window)
    : QFrame(window)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRing", u"none"_s);
    hide();
}

void Popover::openAt(QWidget* anchor, Side side)
{
    if (isVisible()) {
        closeNow();
        return;
    }
    m_anchor = anchor;
    m_side = side;
    m_focusBefore = QApplication::focusWidget();
    aboutToOpen();
    place();
    show();
    raise();
    ui::fadeIn(this, ui::Motion::Menu);
    firstFocus()->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

void Popover::closeNow()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || hasFocus();
    hide();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void Popover::place()
{
    if (layout())
        layout()->activate();
    adjustSize();
    QWidget* window = parentWidget();
    constexpr int gap = 4;
    QSize size = this->size().boundedTo(window->size() - QSize(16, 16));
    QRect at(window->rect().center(), size);
    if (m_anchor) {
        const QRect box(m_anchor->mapTo(window, QPoint(0, 0)), m_anchor->size());
        switch (m_side) {
        case Side::BelowLeft:
            at.moveTopLeft({box.left(), box.bottom() + gap});
            break;
        case Side::BelowRight:
            at.moveTopRight({box.right(), box.bottom() + gap});
            break;
        case Side::BelowCentre:
            at.moveTop(box.top());
            at.moveLeft(box.center().x() - size.width() / 2);
            break;
        case Side::AboveLeft:
            at.moveBottomLeft({box.left(), box.top() - gap});
            break;
        case Side::AboveRight:
            at.moveBottomRight({box.right(), box.top() - gap});
            break;
        }
    }
    const QRect room = window->rect().adjusted(8, 4, -8, -4);
    at.moveLeft(qBound(room.left(), at.left(), qMax(room.left(), room.right() - size.width() + 1)));
    at.moveTop(qBound(room.top(), at.top(), qMax(room.top(), room.bottom() - size.height() + 1)));
    setGeometry(at);
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        closeNow();
    else
        QFrame::keyPressEvent(event);
}

// Tab stays inside the sheet.
bool Popover::focusNextPrevChild(bool next)
{
    QWidget* from = QApplication::focusWidget();
    if (!from || (from != this && !isAncestorOf(from)))
        from = this;
    for (QWidget* w = next ? from->nextInFocusChain() : from->previousInFocusChain();
         w && w != from; w = next ? w->nextInFocusChain() : w->previousInFocusChain())
        if (isAncestorOf(w) && w->isVisibleTo(this) && w->isEnabled()
            && (w->focusPolicy() & Qt::TabFocus)) {
            w->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return true;
}

bool Popover::eventFilter(QObject* watched, QEvent* event)
{
    const auto inside = [this](QWidget* w) {
        return w == this || isAncestorOf(w)
            || (m_anchor && (w == m_anchor || m_anchor->isAncestorOf(w)))
            || (w && w->window() != window()); // a menu or dialog opened from here
    };
    if (event->type() == QEvent::MouseButtonPress) {
        auto* w = qobject_cast<QWidget*>(watched);
        if (w && !inside(w))
            closeNow();
    } else if (event->type() == QEvent::FocusIn) {
        auto* w = qobject_cast<QWidget*>(watched);
        if (w && !inside(w))
            closeNow();
    } else if (event->type() == QEvent::Resize && watched == parentWidget()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Popover::paintEvent(QPaintEvent*)
{
    const auto& theme = ui::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // What the round corners leave free shows the frame's own colour.
    painter.setPen(theme.color(ui::Token::LineStrong));
    painter.setBrush(theme.color(ui::Token::Overlay));
    const int radius = theme.metric(ui::Metric::RadiusDialog);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace pilothouse::app
