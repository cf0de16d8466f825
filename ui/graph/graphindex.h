// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which rectangles touch a place: a grid of square cells over the scene, so that neither painting
// nor the pointer walks all nodes and edges.

#include <QtCore/QRectF>

#include <vector>

namespace pilothouse::ui
{

class GraphIndex
{
public:
    void build(const std::vector<QRectF>& rects); // null ones are left out
    void move(int place, const QRectF& rect); // a few of them, until the next build
    // Each place once, in rising order.
    [[nodiscard]] std::vector<int> touching(const QRectF& area) const;

private:
    [[nodiscard]] int column(double x) const;
    [[nodiscard]] int row(double y) const;

    std::vector<QRectF> m_rects;
    QRectF m_bounds;
    double m_cell = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<int> m_first; // by cell, one more
    std::vector<int> m_members;
    std::vector<int> m_wide; // cover so many cells that they are kept aside, or have moved
    std::vector<char> m_aside; // by rect: it has moved; empty: none
    mutable std::vector<int> m_seen; // by rect: the last query that met it
    mutable int m_query = 0;
};

} // namespace pilothouse::ui
