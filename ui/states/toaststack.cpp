// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/toaststack.h"

#include "ui/controls/button.h"
#include "ui/states/notificationlist.h"
#include "ui/theme/motion.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace pilothouse::ui
{

namespace
{
constexpr qsizetype atMost = 3;
constexpr int edge = 12;
constexpr int muteSeconds = 600;
constexpr auto clearProperty = "pilothouseKeepClear";
} // namespace

void keepClear(QWidget* form, QWidget* buttons)
{
    form->setProperty(clearProperty, QVariant::fromValue(buttons));
}

ToastStack::ToastStack(QWidget* window, NotificationList& list, int bottomMargin)
    : QWidget(window)
    , m_list(list)
    , m_bottomMargin(bottomMargin)
    , m_more(new Button({}))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_more, 0, Qt::AlignRight);
    m_more->setSmall(true);
    m_more->hide();
    connect(m_more, &Button::clicked, this, &ToastStack::listRequested);
    hide();
}

void ToastStack::notify(const Notice& notice)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_list.add(notice, now);
    const auto muted = m_mutedUntil.constFind(notice.cause);
    if (muted != m_mutedUntil.constEnd() && *muted > now)
        return;
    for (Toast* toast : std::as_const(m_toasts)) {
        if (toast->notice().cause == notice.cause) {
            toast->setNotice(notice);
            rearrange();
            return;
        }
    }
    auto* toast = new Toast(notice, this);
    const QString cause = notice.cause;
    connect(toast, &Toast::closed, this, [this, cause] { remove(cause); });
    connect(toast, &Toast::muted, this, [this, cause] {
        m_mutedUntil[cause] = QDateTime::currentDateTimeUtc().addSecs(muteSeconds);
    });
    connect(toast, &Toast::actionTriggered, this,
        [this, cause](const QString& id) { Q_EMIT actionTriggered(cause, id); });
    m_toasts.append(toast);
    m_layout->addWidget(toast);
    rearrange();
    fadeIn(toast, Motion::ToastIn);
}

void ToastStack::dismiss(const QString& cause)
{
    remove(cause);
}

int ToastStack::shown() const
{
    return static_cast<int>(std::min<qsizetype>(m_toasts.size(), atMost));
}

void ToastStack::remove(const QString& cause)
{
    for (qsizetype i = 0; i < m_toasts.size(); ++i) {
        if (m_toasts[i]->notice().cause == cause) {
            Toast* toast = m_toasts.takeAt(i);
            toast->disconnect(this); // closed once
            fadeOut(toast, Motion::ToastOut, [this, toast] {
                toast->hide();
                m_layout->removeWidget(toast);
                toast->deleteLater(); // it may be the sender
                rearrange();
            });
            break;
        }
    }
}

void ToastStack::rearrange()
{
    // The newest three stay; older ones are only counted.
    const qsizetype hidden = std::max<qsizetype>(0, m_toasts.size() - atMost);
    for (qsizetype i = 0; i < m_toasts.size(); ++i)
        m_toasts[i]->setVisible(i >= hidden);
    m_more->setText(tr("%n more", nullptr, static_cast<int>(hidden)));
    m_more->setVisible(hidden > 0);
    m_due = false;
    if (m_toasts.isEmpty()) {
        QApplication::instance()->removeEventFilter(this);
        hide();
        return;
    }
    m_layout->activate();
    const int wide = m_toasts.last()->width();
    const int high = m_layout->hasHeightForWidth() ? m_layout->totalHeightForWidth(wide)
                                                   : m_layout->totalSizeHint().height();
    const QSize size(wide, high);
    setGeometry(QRect(placeFor(size), size));
    if (isHidden())
        QApplication::instance()->installEventFilter(this); // the window, and what is kept clear
    show(); // only in its place: shown elsewhere it could find the pointer under itself
    raise();
}

QPoint ToastStack::placeFor(QSize size) const
{
    const QWidget* window = parentWidget();
    QRect at(QPoint(window->width() - size.width() - edge,
                 window->height() - m_bottomMargin - size.height() - edge),
        size);
    const auto widgets = window->findChildren<QWidget*>();
    for (const QWidget* form : widgets) {
        const QVariant kept = form->property(clearProperty);
        if (!kept.isValid() || !form->isVisible()
            || !at.intersects(QRect(form->mapTo(window, QPoint()), form->size())))
            continue;
        const int left = form->mapTo(window, QPoint()).x() - edge - at.width();
        const QWidget* buttons = kept.value<QWidget*>();
        if (left >= edge)
            at.moveLeft(left);
        else if (buttons)
            at.moveTop(std::max(
                edge, std::min(at.y(), buttons->mapTo(window, QPoint()).y() - edge - at.height())));
    }
    return at.topLeft();
}

bool ToastStack::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        if (!m_due && (watched == parentWidget() || watched->property(clearProperty).isValid())) {
            m_due = true; // once all have their places
            QTimer::singleShot(0, this, &ToastStack::rearrange);
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pilothouse::ui
