// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutlevel.h"

#include <algorithm>
#include <tuple>

namespace pilothouse::ui::layered
{

namespace
{

constexpr double kApart = 6; // between parallel edges

// The n-th of several edges between the same two places steps aside.
std::vector<float> asides(const Work& work)
{
    using Name = std::tuple<int, int, double, double>;
    const auto& links = work.level.links;
    std::vector<float> aside(links.size(), 0);
    std::vector<std::pair<Name, int>> names(links.size());
    for (int i = 0; i < int(links.size()); ++i) {
        const Link& l = links[i];
        names[i] = {l.from < l.to ? Name(l.from, l.to, l.fromCross, l.toCross)
                                  : Name(l.to, l.from, l.toCross, l.fromCross),
            i};
    }
    std::ranges::sort(names);
    for (size_t a = 0; a < names.size();) {
        size_t b = a + 1;
        while (b < names.size() && names[b].first == names[a].first)
            ++b;
        for (size_t i = a; b - a > 1 && i < b; ++i) {
            const Link& link = links[names[i].second];
            const double room
                = std::min(work.level.items[link.from].cross, work.level.items[link.to].cross);
            const double step = std::min(kApart, room / double(b - a + 1));
            aside[names[i].second] = float((double(i - a) - double(b - a - 1) / 2) * step);
        }
        a = b;
    }
    return aside;
}

class Line
{
public:
    explicit Line(LevelResult& result)
        : m_result(result)
        , m_first(int(result.points.size()))
    {
    }

    void to(double along, double cross)
    {
        auto& points = m_result.points;
        // Of three points on a level line the middle one says nothing.
        if (int(points.size()) - m_first >= 2) {
            const Spot& last = points.back();
            const Spot& earlier = points[points.size() - 2];
            if (last.cross == cross && earlier.cross == cross
                && (last.along - earlier.along) * (along - last.along) >= 0) {
                points.back().along = along;
                return;
            }
        }
        points.push_back({along, cross});
    }

    Span finish(bool back)
    {
        auto& points = m_result.points;
        if (back)
            std::reverse(points.begin() + m_first, points.end());
        return {m_first, int(points.size()) - m_first, back};
    }

private:
    LevelResult& m_result;
    int m_first;
};

} // namespace

void route(const Work& work, LevelResult& result)
{
    const auto& items = work.level.items;
    const std::vector<float> aside = asides(work);
    result.routes.reserve(work.level.links.size());
    result.points.reserve(work.level.links.size() * 3);
    for (size_t i = 0; i < work.level.links.size(); ++i) {
        const Link& link = work.level.links[i];
        const bool back = work.reversed[i];
        const int from = back ? link.to : link.from;
        const int to = back ? link.from : link.to;
        const double fromCross = (back ? link.toCross : link.fromCross) + double(aside[i]);
        const double toCross = (back ? link.fromCross : link.toCross) + double(aside[i]);
        const double fromAlong = back ? link.toAlong : link.fromAlong;
        const double toAlong = back ? link.fromAlong : link.toAlong;
        Line line(result);
        const Spot start = result.items[from];
        const int l = work.layer[from];
        double along = start.along + (fromAlong < 0 ? items[from].along : fromAlong);
        line.to(along, start.cross + fromCross);
        // Past wider neighbours before it turns.
        const double end = work.starts[l] + work.widths[l];
        if (!items[from].pinned && end > along)
            line.to(end, start.cross + fromCross);
        for (int d = 0; d < work.layer[to] - l - 1; ++d) {
            const int v = work.chainOf[i] + d;
            const int at = work.layer[v];
            line.to(work.starts[at], work.centre[v]);
            if (work.widths[at] > 0)
                line.to(work.starts[at] + work.widths[at], work.centre[v]);
        }
        along = result.items[to].along + (toAlong < 0 ? 0 : toAlong);
        line.to(along, result.items[to].cross + toCross);
        result.routes.push_back(line.finish(back));
    }
}

} // namespace pilothouse::ui::layered
