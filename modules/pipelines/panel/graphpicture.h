// SPDX-License-Identifier: GPL-3.0-or-later
// GraphPicture: a scene that is laid out once and drawn whole: as a file with everything, or small,
// as coloured blocks and lines. Making it and the small one run on any thread.
#pragma once

#include "ui/graph/graphgeometry.h"
#include "ui/graph/graphscene.h"

#include <QImage>

class QIODevice;

namespace pilothouse::ui
{
class Theme;
}

namespace pilothouse::pipelines
{

// What small pictures are painted with, taken from the theme on the GUI thread.
struct PictureInks {
    std::array<QColor, ui::tokenCount> tones;
    explicit PictureInks(const ui::Theme& theme);
};

class GraphPicture final
{
public:
    explicit GraphPicture(
        ui::GraphScene scene, ui::layered::Quality quality = ui::layered::Quality::Refined);

    QSizeF size() const; // with a margin
    // GUI thread. Larger pictures than 64 million pixels are made smaller.
    QImage image(const ui::Theme& theme, double scale) const;
    bool writeSvg(QIODevice* device, const ui::Theme& theme, const QString& title) const;
    // Transparent around the graph; null when there is nothing to draw.
    QImage small(QSize pixels, const PictureInks& inks) const;

private:
    void paint(QPainter& painter, const QRectF& box, const ui::Theme& theme) const;

    ui::GraphScene m_scene;
    ui::GraphLookup m_lookup;
    ui::GraphGeometry m_geometry;
};

} // namespace pilothouse::pipelines
