// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/toast.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"

#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

Glyph noticeGlyph(ToastKind kind)
{
    switch (kind) {
    case ToastKind::Good:
        return Glyph::Ok;
    case ToastKind::Warning:
        return Glyph::Warn;
    case ToastKind::Problem:
        break;
    }
    return Glyph::Error;
}

Toast::Toast(const Notice& notice, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_detail(new QLabel)
    , m_action(new Button({}))
    , m_mute(new Button(tr("Mute 10 min"), ButtonVariant::Quiet))
{
    setFixedWidth(Theme::of(this).metric(Metric::Toast));
    setFocusPolicy(Qt::NoFocus); // it never takes the focus; its buttons are in the tab order
    for (QLabel* label : {m_title, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setTextStyle(m_title, TextStyle::ControlStrong);
    setTextStyle(m_detail, TextStyle::Cell);
    setTone(m_detail, Token::Text2);
    m_action->setSmall(true);
    m_mute->setSmall(true);
    auto* close = new IconButton(u"close"_s, tr("Close"), {}, nullptr, 12);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->setContentsMargins(0, 6, 0, 0);
    buttons->addWidget(m_action);
    buttons->addWidget(m_mute);
    buttons->addStretch(1);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(38, 9, 6, 10);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignTop);
    layout->addWidget(m_detail, 1, 0);
    layout->addLayout(buttons, 2, 0);
    connect(close, &IconButton::clicked, this, &Toast::closed);
    connect(m_action, &Button::clicked, this, [this] {
        Q_EMIT actionTriggered(m_notice.actionId);
        Q_EMIT closed();
    });
    connect(m_mute, &Button::clicked, this, [this] {
        Q_EMIT muted();
        Q_EMIT closed();
    });
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, &Toast::closed);
    followTheme(this);
    setNotice(notice);
}

void Toast::setNotice(const Notice& notice)
{
    m_notice = notice;
    m_title->setText(notice.title);
    m_detail->setText(notice.detail);
    m_detail->setVisible(!notice.detail.isEmpty());
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionId.isEmpty());
    m_mute->setVisible(notice.canMute);
    setAccessibleName(u"%1. %2"_s.arg(notice.title, notice.detail));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    startTime();
    update();
}

void Toast::startTime()
{
    m_time.stop();
    if (m_notice.kind != ToastKind::Problem)
        m_time.start(m_notice.kind == ToastKind::Good ? 6000 : 10000);
}

void Toast::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    const Glyph glyph = noticeGlyph(m_notice.kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = theme.metric(Metric::RadiusPanel);
    QPainterPath plate;
    plate.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(plate, theme.color(Token::Overlay));
    painter.save();
    painter.setClipPath(plate);
    painter.fillRect(0, 0, 3, height(), theme.color(glyphColor(glyph)));
    painter.restore();
    painter.setPen(theme.color(Token::LineStrong));
    painter.drawPath(plate);
    painter.save();
    painter.setClipRect(0, 0, 3, height());
    painter.setPen(QPen(theme.color(glyphColor(glyph)), 2));
    painter.drawPath(plate);
    painter.restore();
    paintGlyph(painter, QRectF(15, 14, 12, 12), glyph, theme, Token::Overlay);
}

void Toast::enterEvent(QEnterEvent* event)
{
    m_time.stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event)
{
    startTime();
    QFrame::leaveEvent(event);
}

} // namespace pilothouse::ui
