// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/graphpicture.h"

#include "ui/graph/graphpainter.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace pilothouse::pipelines
{

namespace
{

constexpr double kMargin = 24;
constexpr double kMostPixels = 64e6;
constexpr double kMostSide = 30'000;
constexpr double kLeastBlock = 1.5; // pixels

} // namespace

PictureInks::PictureInks(const ui::Theme& theme)
{
    for (size_t token = 0; token < tones.size(); ++token)
        tones[token] = theme.color(ui::Token(token));
}

GraphPicture::GraphPicture(ui::GraphScene scene, ui::layered::Quality quality)
    : m_scene(std::move(scene))
    , m_lookup(m_scene)
{
    ui::GraphLayoutMap map;
    ui::layered::Options options;
    options.quality = quality;
    options.layerGap
        = std::ranges::any_of(m_scene.edges, [](const auto& edge) { return !edge.label.isEmpty(); })
        ? 84
        : 54;
    options.nodeGap = 24;
    const auto layout = ui::layered::layOut(map.input(m_scene, m_lookup, {}, false), options);
    m_geometry = map.geometry(m_scene, layout, false);
}

QSizeF GraphPicture::size() const
{
    return m_geometry.bounds.size() + QSizeF(2 * kMargin, 2 * kMargin);
}

void GraphPicture::paint(QPainter& painter, const QRectF& box, const ui::Theme& theme) const
{
    const double scale = std::min(box.width() / size().width(), box.height() / size().height());
    const QPointF origin
        = m_geometry.bounds.center() - QPointF(box.width(), box.height()) / 2 / scale;
    const ui::GraphLook look{m_scene, m_lookup, m_geometry, scale, origin, -1, -1, false, nullptr,
        nullptr, nullptr, nullptr, nullptr, 0, false, true, 1};
    ui::GraphPainter(theme).paint(painter, box, look);
}

QImage GraphPicture::image(const ui::Theme& theme, double scale) const
{
    const double fits = std::sqrt(kMostPixels / (size().width() * size().height()));
    scale = std::min({scale, fits, kMostSide / size().width(), kMostSide / size().height()});
    QImage image((size() * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter, QRectF(QPointF(), QSizeF(image.size())), theme);
    return image;
}

bool GraphPicture::writeSvg(QIODevice* device, const ui::Theme& theme, const QString& title) const
{
    QSvgGenerator svg;
    svg.setOutputDevice(device);
    svg.setTitle(title);
    svg.setResolution(96);
    svg.setSize(size().toSize());
    svg.setViewBox(QRectF(QPointF(), size()));
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    paint(painter, QRectF(QPointF(), size()), theme);
    return painter.end();
}

QImage GraphPicture::small(QSize pixels, const PictureInks& inks) const
{
    if (m_geometry.bounds.isEmpty() || pixels.isEmpty())
        return {};
    const auto ink = [&](ui::Token token) {
        return inks.tones[size_t(token)];
    };
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF& bounds = m_geometry.bounds;
    const double scale = std::min(
        {1.0 / 4, (pixels.width() - 4) / bounds.width(), (pixels.height() - 4) / bounds.height()});
    painter.translate(pixels.width() / 2.0, pixels.height() / 2.0);
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    QPen line(ink(ui::Token::LineStrong), 1);
    line.setCosmetic(true);
    painter.setPen(line);
    for (size_t edge = 0; edge < m_geometry.lines.size(); ++edge) {
        if (m_geometry.lines[edge].count >= 2)
            painter.drawPath(m_geometry.curve(int(edge)));
    }
    const double least = kLeastBlock / scale;
    for (size_t at = 0; at < m_scene.nodes.size(); ++at) {
        const ui::GraphNode& node = m_scene.nodes[at];
        QRectF box = m_geometry.nodes[at];
        if (box.isNull())
            continue;
        box.setSize(box.size().expandedTo({least, least}));
        if (node.isGroup && node.open) {
            painter.setPen(line);
            painter.setBrush(Qt::NoBrush);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink(node.isGroup ? ui::Token::StatusIdle : node.iconTone));
        }
        painter.drawRoundedRect(box, 8, 8);
    }
    return image;
}

} // namespace pilothouse::pipelines
