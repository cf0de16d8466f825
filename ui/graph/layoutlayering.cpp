// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutlevel.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace pilothouse::ui::layered
{

namespace
{

constexpr int kNone = std::numeric_limits<int>::min();

// The links as they run after cycles were broken, without those at terminals.
struct Directed {
    explicit Directed(const Work& work)
        : inFirst(work.items + 1, 0)
        , outFirst(work.items + 1, 0)
    {
        const auto& items = work.level.items;
        std::vector<std::pair<int, int>> pairs;
        pairs.reserve(work.level.links.size());
        for (size_t i = 0; i < work.level.links.size(); ++i) {
            const Link& link = work.level.links[i];
            if (items[link.from].role != Role::Plain || items[link.to].role != Role::Plain)
                continue;
            pairs.emplace_back(
                work.reversed[i] ? link.to : link.from, work.reversed[i] ? link.from : link.to);
            ++outFirst[pairs.back().first + 1];
            ++inFirst[pairs.back().second + 1];
        }
        std::partial_sum(inFirst.begin(), inFirst.end(), inFirst.begin());
        std::partial_sum(outFirst.begin(), outFirst.end(), outFirst.begin());
        in.resize(pairs.size());
        out.resize(pairs.size());
        std::vector<int> nextIn(inFirst.begin(), inFirst.end() - 1);
        std::vector<int> nextOut(outFirst.begin(), outFirst.end() - 1);
        for (const auto& [from, to] : pairs) {
            in[nextIn[to]++] = from;
            out[nextOut[from]++] = to;
        }
        sort(work.items);
    }

    int ins(int item) const { return inFirst[item + 1] - inFirst[item]; }
    int outs(int item) const { return outFirst[item + 1] - outFirst[item]; }

    std::vector<int> inFirst;
    std::vector<int> outFirst;
    std::vector<int> in;
    std::vector<int> out;
    std::vector<int> sorted; // sources first

private:
    void sort(int items)
    {
        std::vector<int> waiting(items);
        sorted.reserve(items);
        for (int i = 0; i < items; ++i) {
            waiting[i] = ins(i);
            if (waiting[i] == 0)
                sorted.push_back(i);
        }
        for (size_t i = 0; i < sorted.size(); ++i)
            for (int e = outFirst[sorted[i]]; e < outFirst[sorted[i] + 1]; ++e)
                if (--waiting[out[e]] == 0)
                    sorted.push_back(out[e]);
    }
};

int lowest(const std::vector<int>& layer, const Directed& d, int item)
{
    int low = kNone;
    for (int e = d.inFirst[item]; e < d.inFirst[item + 1]; ++e)
        low = std::max(low, layer[d.in[e]] + 1);
    return low;
}

int highest(const std::vector<int>& layer, const Directed& d, int item)
{
    int high = std::numeric_limits<int>::max();
    for (int e = d.outFirst[item]; e < d.outFirst[item + 1]; ++e)
        high = std::min(high, layer[d.out[e]] - 1);
    return high;
}

// Longest path, then every item is pulled to the side where it has more edges, which shortens them.
void freshLayers(std::vector<int>& layer, const Directed& d, bool refined)
{
    if (layer.empty())
        return;
    for (const int item : d.sorted)
        layer[item] = std::max(0, lowest(layer, d, item));
    const int passes = refined ? 8 : 2;
    for (int pass = 0; pass < passes; ++pass) {
        bool moved = false;
        for (auto it = d.sorted.rbegin(); it != d.sorted.rend(); ++it) {
            if (d.outs(*it) <= d.ins(*it))
                continue;
            const int high = highest(layer, d, *it);
            moved = moved || high != layer[*it];
            layer[*it] = high;
        }
        for (const int item : d.sorted) {
            if (d.ins(item) <= d.outs(item))
                continue;
            const int low = lowest(layer, d, item);
            moved = moved || low != layer[item];
            layer[item] = low;
        }
        if (!moved)
            break;
    }
    // Where its place makes no difference to the length of edges, an item goes where there is room.
    std::vector<int> crowd(*std::ranges::max_element(layer) + 1, 0);
    for (const int item : d.sorted)
        ++crowd[layer[item]];
    for (const int item : d.sorted) {
        if (d.ins(item) == 0 || d.ins(item) != d.outs(item))
            continue;
        int best = layer[item];
        const int high = highest(layer, d, item);
        for (int l = lowest(layer, d, item); l <= high; ++l)
            if (crowd[l] < crowd[best])
                best = l;
        --crowd[layer[item]];
        ++crowd[best];
        layer[item] = best;
    }
}

// Known items stay in their layer unless something new pushes them.
void keptLayers(std::vector<int>& layer, const Directed& d, const Work& work)
{
    const LevelMemory& memory = *work.memory;
    const auto remembered = [&](int item) {
        const int place = work.before[item];
        return place < 0 || memory.layers[place] < 0 ? kNone
                                                     : memory.layers[place] - memory.firstPlain;
    };
    for (const int item : d.sorted) {
        int own = remembered(item);
        if (own == kNone && d.ins(item) == 0) {
            for (int e = d.outFirst[item]; e < d.outFirst[item + 1]; ++e) {
                const int other = remembered(d.out[e]);
                if (other != kNone)
                    own = own == kNone ? other - 1 : std::min(own, other - 1);
            }
            own = own == kNone ? 0 : own;
        }
        layer[item] = std::max(own, lowest(layer, d, item));
    }
}

} // namespace

void assignLayers(Work& work)
{
    const Directed d(work);
    work.layer.assign(work.items, 0);
    if (work.memory)
        keptLayers(work.layer, d, work);
    else
        freshLayers(work.layer, d, work.options.quality == Quality::Refined);

    const auto& items = work.level.items;
    int low = std::numeric_limits<int>::max();
    int high = kNone;
    bool entries = false;
    bool exits = false;
    for (int i = 0; i < work.items; ++i) {
        entries = entries || items[i].role == Role::Entry;
        exits = exits || items[i].role == Role::Exit;
        if (items[i].role != Role::Plain || work.apart[i])
            continue;
        low = std::min(low, work.layer[i]);
        high = std::max(high, work.layer[i]);
    }
    if (high == kNone) {
        work.layer.assign(work.items, -1);
        return;
    }
    work.firstPlain = entries ? 1 : 0;
    // A kept level may have lost its first layer; the grid of layers stays nevertheless.
    if (work.memory)
        low = std::min(low, 0);
    const int shift = work.firstPlain - low;
    work.layers = high + shift + 1 + (exits ? 1 : 0);
    if (work.memory)
        work.layerOffset = shift - work.memory->firstPlain;
    for (int i = 0; i < work.items; ++i) {
        if (items[i].role == Role::Entry)
            work.layer[i] = 0;
        else if (items[i].role == Role::Exit)
            work.layer[i] = work.layers - 1;
        else
            work.layer[i] = work.apart[i] ? -1 : work.layer[i] + shift;
    }
}

} // namespace pilothouse::ui::layered
