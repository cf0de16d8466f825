// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/toggleswitch.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace pilothouse::ui
{

ToggleSwitch::ToggleSwitch(const QString& accessibleName, QWidget* parent)
    : QAbstractButton(parent)
{
    setAccessibleName(accessibleName);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this);
}

// The picture is 26 x 14; the rest makes it easy to hit.
QSize ToggleSwitch::sizeHint() const
{
    return {28, 22};
}

void ToggleSwitch::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(1, (height() - 14) / 2.0, 26, 14);
    const bool on = isChecked();
    painter.setPen(on && isEnabled() ? QPen(Qt::NoPen) : QPen(theme.color(Token::LineStrong), 1));
    painter.setBrush(theme.color(on && isEnabled() ? Token::AccentFill : Token::Press));
    painter.drawRoundedRect(on ? track : track.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(!isEnabled() ? Token::TextOff
            : on                              ? Token::OnFill
                                              : Token::Text2));
    painter.drawEllipse(
        QPointF(on ? track.right() - 7 : track.left() + 7, track.center().y()), 5, 5);
}

} // namespace pilothouse::ui
