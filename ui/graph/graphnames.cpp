// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphnames.h"

#include <algorithm>
#include <numeric>

namespace pilothouse::ui
{

namespace
{

int commonStart(const QString& a, const QString& b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype i = 0;
    while (i < most && a[i] == b[i])
        ++i;
    return int(i);
}

} // namespace

std::vector<int> differingPlaces(const GraphScene& scene)
{
    const auto& nodes = scene.nodes;
    std::vector<int> places(nodes.size(), 0);
    std::vector<int> order(nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, [&](int a, int b) {
        const int groups = nodes[a].group.compare(nodes[b].group);
        return groups != 0 ? groups < 0 : nodes[a].title < nodes[b].title;
    });
    for (size_t i = 0; i + 1 < order.size(); ++i) {
        const int a = order[i];
        const int b = order[i + 1];
        if (nodes[a].group != nodes[b].group || nodes[a].title == nodes[b].title)
            continue;
        const int same = commonStart(nodes[a].title, nodes[b].title);
        places[a] = std::max(places[a], same);
        places[b] = std::max(places[b], same);
    }
    for (size_t i = 0; i < places.size(); ++i) {
        const QString& title = nodes[i].title;
        int place = std::min(places[i], int(title.size()) - 1);
        while (place > 0 && title[place - 1].isLetterOrNumber())
            --place;
        places[i] = std::max(0, place);
    }
    return places;
}

CutName cutName(const std::vector<double>& ends, double room, double dots, int differs)
{
    const int size = int(ends.size());
    const auto upTo = [&](int count) {
        return count > 0 ? ends[count - 1] : 0;
    };
    if (upTo(size) <= room)
        return {size, size, size, false, false};
    // How many characters after `from` fit into `width`.
    const auto fits = [&](int from, double width) {
        int to = from;
        while (to < size && ends[to] - upTo(from) <= width)
            ++to;
        return to;
    };
    constexpr int kTold = 3; // characters of what differs
    const int start = fits(0, room - dots);
    if (differs < 3 || start >= std::min(size, differs + kTold))
        return {start, size, size, false, true};
    constexpr int kHead = 3; // a shorter one says nothing
    const double tail = upTo(size) - upTo(differs);
    if (tail + dots <= room) {
        const int head = std::min(fits(0, room - dots - tail), differs);
        if (head >= kHead)
            return {head, differs, size, true, false};
        int from = differs;
        while (from > 0 && upTo(size) - upTo(from - 1) + dots <= room)
            --from;
        return {0, from, size, true, false};
    }
    const int to = fits(differs, room - 2 * dots);
    if (to - differs < kTold)
        return {start, size, size, false, true};
    return {0, differs, to, true, true};
}

} // namespace pilothouse::ui
