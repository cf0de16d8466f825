// SPDX-License-Identifier: GPL-3.0-or-later
// A GraphView as a file: the whole graph with all its details, whatever is on screen.
#include "ui/graph/graphview.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtSvg/QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

namespace
{
constexpr double kMargin = 24;
constexpr double kMostPixels = 64e6; // 256 MB
} // namespace

void GraphView::paintWhole(QPainter& painter, const QRectF& box)
{
    const QRectF& bounds = m_geometry.bounds;
    GraphPainter fresh(Theme::of(this));
    GraphLook whole = look();
    whole.scale = bounds.isEmpty() ? 1
                                   : std::min(box.width() / (bounds.width() + 2 * kMargin),
                                       box.height() / (bounds.height() + 2 * kMargin));
    whole.origin = bounds.center() - QPointF(box.width(), box.height()) / 2 / whole.scale;
    whole.current = whole.hover = -1;
    whole.selected = whole.matched = whole.marked = nullptr;
    whole.exact = true;
    whole.dots = false;
    painter.save();
    painter.translate(box.topLeft());
    fresh.paint(painter, QRectF(QPointF(), box.size()), whole);
    painter.restore();
}

bool GraphView::exportSvg(QIODevice* device, const QString& title)
{
    const QSizeF size = m_geometry.bounds.size() + QSizeF(2 * kMargin, 2 * kMargin);
    QSvgGenerator svg;
    svg.setOutputDevice(device);
    svg.setTitle(title);
    svg.setResolution(96);
    svg.setSize(size.toSize());
    svg.setViewBox(QRectF(QPointF(), size));
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    paintWhole(painter, QRectF(QPointF(), size));
    return painter.end();
}

QImage GraphView::exportImage(double scale)
{
    const QSizeF size = m_geometry.bounds.size() + QSizeF(2 * kMargin, 2 * kMargin);
    const double fits = std::sqrt(kMostPixels / std::max(1.0, size.width() * size.height()));
    scale = std::min({scale, fits, 30'000 / size.width(), 30'000 / size.height()});
    const QSize pixels = (size * scale).toSize().expandedTo({1, 1});
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintWhole(painter, QRectF(QPointF(), QSizeF(pixels)));
    return image;
}

} // namespace pilothouse::ui
