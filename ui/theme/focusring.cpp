// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focusring.h"

#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QLineEdit>

#include <memory>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

bool isInner(const QWidget* widget)
{
    return qobject_cast<const QAbstractScrollArea*>(widget)
        || widget->property("focusRing").toString() == "inner"_L1;
}

class RingFrame final : public QFocusFrame
{
public:
    explicit RingFrame(const Theme& theme)
        : m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (!widget())
            return;
        const qreal width = m_theme.focusRingWidth();
        const qreal margin = isInner(widget()) ? width + 1 : 0;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Token::Accent), width));
        const qreal inset = margin + width / 2;
        const qreal radius = margin > 0 ? 2 : m_theme.metric(Metric::RadiusControl) + 1 + width / 2;
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);
    }

private:
    const Theme& m_theme;
};

bool movesFocus(int key)
{
    return key == Qt::Key_Tab || key == Qt::Key_Backtab || key == Qt::Key_F6
        || (key >= Qt::Key_Left && key <= Qt::Key_Down);
}

} // namespace

FocusRing::FocusRing(const Theme& theme)
    : m_theme(theme)
{
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this,
        [this](QWidget*, QWidget* now) { follow(m_byKeyboard ? now : nullptr); });
}

FocusRing::~FocusRing()
{
    // Alive only when no window took it along.
    const std::unique_ptr<QFocusFrame> frame(m_frame.data());
}

QWidget* FocusRing::target() const
{
    return m_target;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        if (movesFocus(static_cast<QKeyEvent*>(event)->key()))
            m_byKeyboard = true;
    } else if (event->type() == QEvent::MouseButtonPress) {
        m_byKeyboard = false;
        follow(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* widget)
{
    // Fields show focus by their border; a ring around them would say it twice.
    const bool own = widget
        && (widget->property("focusRing").toString() == "none"_L1
            || qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget)
            || widget->isWindow());
    m_target = own ? nullptr : widget;
    if (!m_target) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame) // Qt destroys it together with the window it was shown in
        m_frame = new RingFrame(m_theme);
    m_frame->setWidget(m_target);
}

} // namespace pilothouse::ui
