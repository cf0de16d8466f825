// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutlevel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pilothouse::ui::layered
{

namespace
{

void countLayers(Work& work)
{
    work.orderFirst.assign(work.layers + 1, 0);
    for (int v = 0; v < work.vertices; ++v)
        if (work.layer[v] >= 0)
            ++work.orderFirst[work.layer[v] + 1];
    std::partial_sum(work.orderFirst.begin(), work.orderFirst.end(), work.orderFirst.begin());
    work.order.assign(work.orderFirst[work.layers], 0);
    work.position.assign(work.vertices, 0);
}

void number(Work& work, int layer)
{
    const int first = work.orderFirst[layer];
    for (int i = first; i < work.orderFirst[layer + 1]; ++i)
        work.position[work.order[i]] = i - first;
}

// Depth first through the neighbours: what hangs together starts out side by side.
void firstOrder(Work& work)
{
    std::vector<int> next(work.orderFirst.begin(), work.orderFirst.end() - 1);
    std::vector<char> seen(work.vertices, 0);
    std::vector<int> cursor(work.vertices, 0);
    std::vector<int> path;
    const auto enter = [&](int vertex) {
        seen[vertex] = 1;
        work.order[next[work.layer[vertex]]++] = vertex;
        path.push_back(vertex);
    };
    std::vector<int> starts;
    for (int i = 0; i < work.items; ++i)
        if (work.layer[i] >= 0)
            starts.push_back(i);
    // Sources first, parts one after the other.
    std::ranges::stable_sort(starts, {}, [&](int item) {
        return std::pair(work.component[item], work.upFirst[item + 1] > work.upFirst[item]);
    });
    for (const int start : starts) {
        if (seen[start])
            continue;
        enter(start);
        while (!path.empty()) {
            const int v = path.back();
            const int downs = work.downFirst[v + 1] - work.downFirst[v];
            const int all = downs + work.upFirst[v + 1] - work.upFirst[v];
            if (cursor[v] == all) {
                path.pop_back();
                continue;
            }
            const int i = cursor[v]++;
            const int other = i < downs ? work.down[work.downFirst[v] + i].vertex
                                        : work.up[work.upFirst[v] + i - downs].vertex;
            if (!seen[other])
                enter(other);
        }
    }
    for (int l = 0; l < work.layers; ++l)
        number(work, l);
}

// What is new, or in another layer now, is not known.
void recallCentres(Work& work)
{
    work.centre.assign(work.vertices, 0);
    work.known.assign(work.vertices, 0);
    const LevelMemory& memory = *work.memory;
    for (int item = 0; item < work.items; ++item) {
        const int place = work.before[item];
        if (work.layer[item] < 0 || place < 0 || memory.layers[place] < 0
            || memory.layers[place] + work.layerOffset != work.layer[item])
            continue;
        // Counted from the corner, which stays when an item changes its size.
        work.centre[item] = memory.corners[place].cross + work.level.items[item].cross / 2;
        work.known[item] = 1;
        const int now = work.chains[item];
        const int then = memory.chains[place];
        const int chains = std::min(work.chains[item + 1] - now, memory.chains[place + 1] - then);
        for (int c = 0; c < chains; ++c) {
            const int first = work.chainFirst[now + c];
            const int from = memory.chainFirst[then + c];
            const int bends = std::min(
                work.chainFirst[now + c + 1] - first, memory.chainFirst[then + c + 1] - from);
            for (int b = 0; b < bends; ++b) {
                work.centre[first + b] = memory.bends[from + b];
                work.known[first + b] = 1;
            }
        }
    }
}

// New vertices get the mean of their known neighbours, in both directions until all have one.
void guessCentres(Work& work)
{
    std::vector<char> guessed = work.known;
    const auto guess = [&](int v) {
        double sum = 0;
        int count = 0;
        for (int e = work.upFirst[v]; e < work.upFirst[v + 1]; ++e)
            if (guessed[work.up[e].vertex]) {
                sum += work.centre[work.up[e].vertex] + work.up[e].shift;
                ++count;
            }
        for (int e = work.downFirst[v]; e < work.downFirst[v + 1]; ++e)
            if (guessed[work.down[e].vertex]) {
                sum += work.centre[work.down[e].vertex] + work.down[e].shift;
                ++count;
            }
        if (count == 0)
            return;
        work.centre[v] = sum / count;
        guessed[v] = 1;
    };
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < int(work.order.size()); ++i)
            if (const int v = work.order[i]; !guessed[v])
                guess(v);
        for (int i = int(work.order.size()); i-- > 0;)
            if (const int v = work.order[i]; !guessed[v])
                guess(v);
    }
    double low = 0;
    for (const int v : work.order)
        if (guessed[v])
            low = std::max(low, work.centre[v]);
    for (const int v : work.order)
        if (!guessed[v])
            work.centre[v] = low + 1;
}

void markMovable(Work& work)
{
    const LevelMemory& memory = *work.memory;
    std::vector<char> changed(work.layers, 0);
    for (const int v : work.order) {
        const int l = work.layer[v];
        if (!work.known[v])
            changed[l] = 1;
        else if (work.isItem(v)) {
            const Spot& size = memory.sizes[work.before[v]];
            const Item& item = work.level.items[v];
            if (size.along != item.along || size.cross != item.cross)
                changed[l] = 1;
        }
    }
    work.movable.assign(work.layers, 0);
    for (int l = 0; l < work.layers; ++l)
        for (int n = std::max(0, l - 1); n <= std::min(work.layers - 1, l + 1); ++n)
            if (changed[n])
                work.movable[l] = 1;
}

} // namespace

// Sorts a layer by the mean place of each vertex's neighbours. True: something moved.
bool sweepLayer(Work& work, int layer, bool byUpper, bool flipTies)
{
    struct Key {
        quint64 sort; // component, then mean place; equal ones keep their order
        int vertex;
    };
    static thread_local std::vector<Key> keys;
    const int first = work.orderFirst[layer];
    const int count = work.layerSize(layer);
    const int other = work.layerSize(byUpper ? layer - 1 : layer + 1);
    if (count < 2)
        return false;
    keys.clear();
    const auto& starts = byUpper ? work.upFirst : work.downFirst;
    const auto& near = byUpper ? work.up : work.down;
    bool sorted = true;
    for (int i = 0; i < count; ++i) {
        const int v = work.order[first + i];
        float mean = 0;
        if (const int degree = starts[v + 1] - starts[v]; degree > 0) {
            for (int e = starts[v]; e < starts[v + 1]; ++e)
                mean += float(work.position[near[e].vertex]) + near[e].share;
            mean = (mean / float(degree) + 0.5F) / float(other);
        } else
            mean = (float(i) + 0.5F) / float(count);
        const auto fine = quint64(std::clamp(double(mean), 0.0, 1.0) * double(1U << 30U));
        keys.push_back({quint64(work.component[v]) << 32U | fine, v});
        sorted = sorted && (i == 0 || keys[i - 1].sort <= keys[i].sort);
    }
    if (sorted && !flipTies)
        return false;
    if (flipTies)
        std::ranges::reverse(keys);
    std::ranges::stable_sort(keys, {}, &Key::sort);
    bool moved = false;
    for (int i = 0; i < count; ++i) {
        moved = moved || work.order[first + i] != keys[i].vertex;
        work.order[first + i] = keys[i].vertex;
        work.position[keys[i].vertex] = i;
    }
    return moved;
}

void orderFresh(Work& work)
{
    countLayers(work);
    firstOrder(work);
    work.movable.assign(work.layers, 1);
    work.known.assign(work.vertices, 0);
    const int sweeps = work.vertices > 30'000 ? 3 : work.vertices > 8'000 ? 5 : 8;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        bool moved = false;
        for (int l = 1; l < work.layers; ++l)
            moved = sweepLayer(work, l, true, false) || moved;
        for (int l = work.layers - 1; l-- > 0;)
            moved = sweepLayer(work, l, false, false) || moved;
        if (!moved)
            break;
    }
}

void orderKept(Work& work)
{
    countLayers(work);
    std::vector<int> next(work.orderFirst.begin(), work.orderFirst.end() - 1);
    for (int v = 0; v < work.vertices; ++v)
        if (work.layer[v] >= 0)
            work.order[next[work.layer[v]]++] = v;
    recallCentres(work);
    guessCentres(work);
    markMovable(work);
    // In the order in which it stood: a group that has opened is larger now, and its new middle
    // may lie below what follows it.
    std::vector<double> stood = work.centre;
    for (int item = 0; item < work.items; ++item)
        if (work.known[item])
            stood[item]
                += (work.memory->sizes[work.before[item]].cross - work.level.items[item].cross) / 2;
    for (int l = 0; l < work.layers; ++l) {
        // What is known came in this order; what is new lands between.
        std::stable_sort(work.order.begin() + work.orderFirst[l],
            work.order.begin() + work.orderFirst[l + 1],
            [&](int a, int b) { return stood[a] < stood[b]; });
        number(work, l);
    }
}

} // namespace pilothouse::ui::layered
