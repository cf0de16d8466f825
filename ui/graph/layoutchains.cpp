// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutlevel.h"

#include <algorithm>
#include <numeric>

namespace pilothouse::ui::layered
{

namespace
{

constexpr float kLevelChain = 8; // long edges are straight before anything else
constexpr float kLevelEnd = 4;

struct Segment {
    int upper;
    int lower;
    float upperAt; // from the middle
    float lowerAt;
};

float shareOf(const Work& work, int vertex, float at)
{
    if (!work.isItem(vertex))
        return 0;
    const double size = work.level.items[vertex].cross;
    return size > 0 ? std::clamp(at / float(size), -0.5F, 0.5F) : 0;
}

// The directed end of a link: the item and where it attaches, from the middle.
std::pair<int, float> end(const Work& work, int index, bool upper)
{
    const Link& link = work.level.links[index];
    const bool atFrom = upper != bool(work.reversed[index]);
    const int item = atFrom ? link.from : link.to;
    const double at = atFrom ? link.fromCross : link.toCross;
    return {item, float(at - work.level.items[item].cross / 2)};
}

void addNeighbours(Work& work, const std::vector<Segment>& segments)
{
    work.upFirst.assign(work.vertices + 1, 0);
    work.downFirst.assign(work.vertices + 1, 0);
    for (const Segment& s : segments) {
        ++work.upFirst[s.lower + 1];
        ++work.downFirst[s.upper + 1];
    }
    std::partial_sum(work.upFirst.begin(), work.upFirst.end(), work.upFirst.begin());
    std::partial_sum(work.downFirst.begin(), work.downFirst.end(), work.downFirst.begin());
    work.up.resize(segments.size());
    work.down.resize(segments.size());
    std::vector<int> nextUp(work.upFirst.begin(), work.upFirst.end() - 1);
    std::vector<int> nextDown(work.downFirst.begin(), work.downFirst.end() - 1);
    for (const Segment& s : segments) {
        const int dummies = int(!work.isItem(s.upper)) + int(!work.isItem(s.lower));
        const float weight = dummies == 2 ? kLevelChain : dummies == 1 ? kLevelEnd : 1;
        work.up[nextUp[s.lower]++]
            = {s.upper, shareOf(work, s.upper, s.upperAt), s.upperAt - s.lowerAt, weight};
        work.down[nextDown[s.upper]++]
            = {s.lower, shareOf(work, s.lower, s.lowerAt), s.lowerAt - s.upperAt, weight};
    }
}

// Parts that no edge connects are numbered, so that ordering never mixes them.
void nameComponents(Work& work)
{
    work.component.assign(work.vertices, -1);
    std::vector<int> stack;
    int name = 0;
    for (int start = 0; start < work.items; ++start) {
        if (work.component[start] >= 0 || work.layer[start] < 0)
            continue;
        stack.push_back(start);
        work.component[start] = name;
        const auto visit = [&](int vertex) {
            if (work.component[vertex] < 0) {
                work.component[vertex] = name;
                stack.push_back(vertex);
            }
        };
        while (!stack.empty()) {
            const int vertex = stack.back();
            stack.pop_back();
            for (int e = work.upFirst[vertex]; e < work.upFirst[vertex + 1]; ++e)
                visit(work.up[e].vertex);
            for (int e = work.downFirst[vertex]; e < work.downFirst[vertex + 1]; ++e)
                visit(work.down[e].vertex);
        }
        ++name;
    }
}

} // namespace

void addChains(Work& work)
{
    struct Long {
        int item;
        float at;
        int span;
        int link;
    };
    const int links = int(work.level.links.size());
    std::vector<Segment> segments;
    std::vector<Long> longs;
    segments.reserve(links);
    for (int i = 0; i < links; ++i) {
        const auto [from, fromAt] = end(work, i, true);
        const auto [to, toAt] = end(work, i, false);
        const int span = work.layer[to] - work.layer[from];
        if (span == 1)
            segments.push_back({from, to, fromAt, toAt});
        else
            longs.push_back({from, fromAt, span, i});
    }
    std::ranges::stable_sort(longs, {}, [](const Long& l) { return std::pair(l.item, l.at); });

    work.chainOf.assign(links, -1);
    work.chains.assign(work.items + 1, 0);
    work.chainFirst.clear();
    work.vertices = work.items;
    for (size_t a = 0; a < longs.size();) {
        const auto [item, at, span, link] = longs[a];
        size_t b = a;
        int length = 0;
        for (; b < longs.size() && longs[b].item == item && longs[b].at == at; ++b)
            length = std::max(length, longs[b].span - 1);
        const int first = work.vertices;
        work.chainFirst.push_back(first);
        ++work.chains[item + 1];
        work.vertices += length;
        work.layer.resize(work.vertices);
        segments.push_back({item, first, at, 0});
        for (int d = 0; d < length; ++d) {
            work.layer[first + d] = work.layer[item] + 1 + d;
            if (d > 0)
                segments.push_back({first + d - 1, first + d, 0, 0});
        }
        for (; a < b; ++a) {
            const auto [to, toAt] = end(work, longs[a].link, false);
            segments.push_back({first + longs[a].span - 2, to, 0, toAt});
            work.chainOf[longs[a].link] = first;
        }
    }
    work.chainFirst.push_back(work.vertices);
    std::partial_sum(work.chains.begin(), work.chains.end(), work.chains.begin());
    addNeighbours(work, segments);
    nameComponents(work);
}

} // namespace pilothouse::ui::layered
