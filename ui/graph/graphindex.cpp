// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphindex.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pilothouse::ui
{

namespace
{
constexpr int kWide = 64; // cells
}

int GraphIndex::column(double x) const
{
    return std::clamp(int((x - m_bounds.left()) / m_cell), 0, m_columns - 1);
}

int GraphIndex::row(double y) const
{
    return std::clamp(int((y - m_bounds.top()) / m_cell), 0, m_rows - 1);
}

void GraphIndex::build(const std::vector<QRectF>& rects)
{
    m_rects = rects;
    m_bounds = {};
    m_wide.clear();
    m_aside.clear();
    m_seen.assign(rects.size(), 0);
    m_query = 0;
    for (const QRectF& rect : rects)
        if (!rect.isNull())
            m_bounds = m_bounds.isNull() ? rect : m_bounds.united(rect);
    // About one cell for each rectangle.
    const double area = std::max(1.0, m_bounds.width() * m_bounds.height());
    m_cell = std::max(100.0, std::sqrt(area / double(rects.size() + 1)));
    m_columns = int(m_bounds.width() / m_cell) + 1;
    m_rows = int(m_bounds.height() / m_cell) + 1;
    m_first.assign(size_t(m_columns) * m_rows + 1, 0);
    const auto cells = [&](const QRectF& rect, auto&& each) {
        for (int y = row(rect.top()); y <= row(rect.bottom()); ++y)
            for (int x = column(rect.left()); x <= column(rect.right()); ++x)
                each(size_t(y) * m_columns + x);
    };
    const auto wide = [&](const QRectF& rect) {
        return (row(rect.bottom()) - row(rect.top()) + 1)
            * (column(rect.right()) - column(rect.left()) + 1)
            > kWide;
    };
    for (int i = 0; i < int(rects.size()); ++i) {
        if (rects[i].isNull())
            continue;
        if (wide(rects[i]))
            m_wide.push_back(i);
        else
            cells(rects[i], [&](size_t cell) { ++m_first[cell + 1]; });
    }
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_members.resize(m_first.back());
    std::vector<int> next(m_first.begin(), m_first.end() - 1);
    for (int i = 0; i < int(rects.size()); ++i)
        if (!rects[i].isNull() && !wide(rects[i]))
            cells(rects[i], [&](size_t cell) { m_members[next[cell]++] = i; });
}

void GraphIndex::move(int place, const QRectF& rect)
{
    if (m_aside.empty())
        m_aside.assign(m_rects.size(), 0);
    if (!m_aside[size_t(place)]) {
        m_aside[size_t(place)] = 1;
        if (std::ranges::find(m_wide, place) == m_wide.end())
            m_wide.push_back(place);
    }
    m_rects[size_t(place)] = rect;
}

std::vector<int> GraphIndex::touching(const QRectF& area) const
{
    std::vector<int> found;
    if (m_columns == 0 || m_bounds.isNull())
        return found;
    const auto touches = [&](const QRectF& r) {
        return r.left() <= area.right() && r.right() >= area.left() && r.top() <= area.bottom()
            && r.bottom() >= area.top();
    };
    if (area.contains(m_bounds)) {
        for (int i = 0; i < int(m_rects.size()); ++i)
            if (!m_rects[i].isNull())
                found.push_back(i);
        return found;
    }
    ++m_query;
    for (const int i : m_wide) {
        m_seen[i] = m_query;
        if (touches(m_rects[i]))
            found.push_back(i);
    }
    for (int y = row(area.top()); y <= row(area.bottom()); ++y)
        for (int x = column(area.left()); x <= column(area.right()); ++x) {
            const size_t cell = size_t(y) * m_columns + x;
            for (int e = m_first[cell]; e < m_first[cell + 1]; ++e) {
                const int i = m_members[e];
                if (m_seen[i] == m_query || !touches(m_rects[i]))
                    continue;
                m_seen[i] = m_query;
                found.push_back(i);
            }
        }
    std::ranges::sort(found);
    return found;
}

} // namespace pilothouse::ui
