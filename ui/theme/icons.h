// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Our own icons: drawn on a 20 x 20 grid with a 1.5 px stroke in one colour, recoloured by token.
// An icon made here follows the theme by itself: it looks its colour up whenever it is painted.

#include "ui/theme/tokens.h"

#include <QtCore/QRectF>
#include <QtCore/QStringList>
#include <QtGui/QIcon>

class QPainter;

namespace pilothouse::ui
{

class Theme;

// The theme must outlive the icon (it lives as long as the application). Unknown names give a null
// icon. `size` is the size it prefers to be drawn at: 20 rail, 16 top bar, 14 headers, 12 and 11
// chevrons. Disabled controls draw it in text.off.
[[nodiscard]] QIcon icon(
    const Theme& theme, const QString& name, Token color = Token::Text3, int size = 14);

[[nodiscard]] QPixmap iconPixmap(
    const Theme& theme, const QString& name, Token color, int size, qreal devicePixelRatio);

// For painted widgets; sharp at every scale of the painter's device.
void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color);

// The names that exist, sorted: the files of resources/icons without their ending.
[[nodiscard]] QStringList iconNames();

} // namespace pilothouse::ui
