// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines straight into the pixels of an opaque picture: smooth, of any width, dashed or not. Some
// tens of times faster than strokes of a painter, so that thousands of edges fit into one frame.

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtGui/QRgb>

#include <array>

class QImage;

namespace pilothouse::ui
{

class GraphLines
{
public:
    // `image`: Format_RGB32, kept by the caller; points are in its pixels.
    explicit GraphLines(QImage& image);

    // `alpha` 0 to 1. A line thinner than a pixel is drawn a pixel wide.
    void setPen(QRgb color, double alpha, double width);
    // On and off in pixels, at most four parts; none: solid.
    void setDash(const std::array<double, 4>& parts, int count, double offset);
    void setSmooth(bool smooth) { m_smooth = smooth; } // without: one pixel wide, no dashes

    void moveTo(QPointF at); // a new line; its dashes begin afresh
    void lineTo(QPointF to);
    // Leaves and arrives level (or upright, when `topDown`), in as many steps as can be seen.
    void curveTo(QPointF to, bool topDown);
    // The head of an arrow that points along x (or y): from its tip back.
    void head(QPointF tip, double length, double half, bool back, bool topDown);
    void fill(const QRectF& box, QRgb color); // whole pixels, at least one

private:
    void segment(QPointF a, QPointF b);
    void plain(QPointF a, QPointF b);
    void span(int major, double from, double to, double share, bool upright);
    bool clip(QPointF& a, QPointF& b) const;
    void run(int from, int to, double top, double slope, double thick, bool upright);
    void blend(uchar* at, unsigned cover) const;

    uchar* m_bits;
    qsizetype m_stride;
    int m_width;
    int m_height;
    QRgb m_color = 0;
    unsigned m_redBlue = 0;
    unsigned m_green = 0;
    unsigned m_alpha = 256; // of 256
    double m_pen = 1;
    bool m_smooth = true;
    std::array<double, 4> m_dash{};
    int m_parts = 0;
    double m_offset = 0;
    double m_along = 0; // of the line so far, within the pattern
    double m_period = 0;
    QPointF m_at;
};

} // namespace pilothouse::ui
