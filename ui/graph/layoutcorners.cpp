// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutplacement.h"

#include <algorithm>
#include <cmath>

namespace pilothouse::ui::layered
{

namespace
{

struct Block {
    double alongLow;
    double alongHigh;
    double crossLow;
    double crossHigh;
};

std::vector<Block> pinBlocks(const Work& work)
{
    std::vector<Block> blocks;
    const double gap = work.options.nodeGap;
    for (const Item& item : work.level.items) {
        if (item.pinned)
            blocks.push_back({item.pinAlong - gap, item.pinAlong + item.along + gap,
                item.pinCross - gap, item.pinCross + item.cross + gap});
    }
    std::ranges::sort(blocks, {}, &Block::crossLow);
    return blocks;
}

// The first place from `at` on that is clear of all blocks; they are sorted by their low end.
double clear(const std::vector<Block>& blocks, double along, double width, double at, double size)
{
    for (const Block& b : blocks) {
        if (b.alongHigh <= along || b.alongLow >= along + width)
            continue;
        if (at < b.crossHigh && at + size > b.crossLow)
            at = b.crossHigh;
    }
    return at;
}

void avoidPins(Work& work, const std::vector<Block>& blocks)
{
    for (int l = 0; l < work.layers; ++l) {
        const bool near = std::ranges::any_of(blocks, [&](const Block& b) {
            return b.alongHigh > work.starts[l] && b.alongLow < work.starts[l] + work.widths[l];
        });
        if (!near)
            continue;
        double end = -1e15;
        for (int i = work.orderFirst[l]; i < work.orderFirst[l + 1]; ++i) {
            const int v = work.order[i];
            if (work.isItem(v) && work.level.items[v].pinned)
                continue;
            const bool item = work.isItem(v);
            const double width = item ? work.level.items[v].along : work.widths[l];
            const double size = item ? work.level.items[v].cross : 0;
            const double gap = work.half[v] - size / 2;
            double low = std::max(work.centre[v] - size / 2, end + gap);
            low = clear(blocks, work.starts[l], width, low, size);
            work.centre[v] = low + size / 2;
            end = low + size + gap;
        }
    }
}

void extend(LevelResult& result, Spot corner, const Item& item, bool& first)
{
    const Spot high{corner.along + item.along, corner.cross + item.cross};
    if (first) {
        result.low = corner;
        result.high = high;
    }
    first = false;
    result.low
        = {std::min(result.low.along, corner.along), std::min(result.low.cross, corner.cross)};
    result.high
        = {std::max(result.high.along, high.along), std::max(result.high.cross, high.cross)};
}

// Nodes without edges stand in rows after the rest; known ones where they were.
void placeApart(const Work& work, const std::vector<Block>& blocks, LevelResult& result, bool first)
{
    const double gap = work.options.nodeGap;
    std::vector<int> fresh;
    double along = 0;
    double area = 0;
    for (int i = 0; i < work.items; ++i) {
        const Item& item = work.level.items[i];
        if (!work.apart[i] || item.pinned)
            continue;
        const int place = work.before[i];
        if (place >= 0 && work.memory->layers[place] < 0) {
            const Spot& size = work.memory->sizes[place];
            if (size.along == item.along && size.cross == item.cross) {
                result.items[i] = work.memory->corners[place];
                extend(result, result.items[i], item, first);
                continue;
            }
        }
        fresh.push_back(i);
        along = std::max(along, item.along);
        area += (item.along + gap) * (item.cross + gap);
    }
    if (fresh.empty())
        return;
    const double spread = first ? 0 : result.high.along - result.low.along;
    const double limit = std::max({spread, along, std::sqrt(area * 1.6)});
    const double start = first ? 0 : result.low.along;
    double rowStart = first ? 0 : result.high.cross + 2 * gap;
    double at = start;
    double rowSize = 0;
    for (const int i : fresh) {
        const Item& item = work.level.items[i];
        if (at > start && at + item.along > start + limit) {
            rowStart += rowSize + gap;
            rowSize = 0;
            at = start;
        }
        const double cross = clear(blocks, at, item.along, rowStart, item.cross);
        result.items[i] = {at, cross};
        rowSize = std::max(rowSize, cross - rowStart + item.cross);
        at += item.along + gap;
        extend(result, result.items[i], item, first);
    }
}

} // namespace

void placeLayers(Work& work)
{
    work.widths.assign(work.layers, 0);
    work.starts.assign(work.layers, 0);
    for (int i = 0; i < work.items; ++i)
        if (work.layer[i] >= 0 && !work.level.items[i].pinned)
            work.widths[work.layer[i]]
                = std::max(work.widths[work.layer[i]], work.level.items[i].along);

    const LevelMemory* memory = work.memory;
    const auto place = [&](int l) {
        return l - work.layerOffset;
    };
    const auto was = [&](int l) {
        return memory && place(l) >= 0 && place(l) < int(memory->starts.size());
    };
    const auto gapAfter = [&](int l) {
        const double gap = work.options.layerGap;
        const bool border
            = (work.firstPlain == 1 && l == 0) || (l + 2 == work.layers && work.widths[l + 1] == 0);
        if (border)
            return gap / 2;
        // Steep edges need room to turn.
        double rise = 0;
        int count = 0;
        for (int i = work.orderFirst[l]; i < work.orderFirst[l + 1]; ++i)
            for (int e = work.downFirst[work.order[i]]; e < work.downFirst[work.order[i] + 1];
                 ++e) {
                rise += std::abs(work.centre[work.down[e].vertex] - work.centre[work.order[i]]);
                ++count;
            }
        return count ? gap + std::min(4 * gap, rise / count / 12) : gap;
    };
    // Layers the memory knows keep their start and move on by what those before them grew.
    int anchor = 0;
    while (anchor < work.layers && !was(anchor))
        ++anchor;
    if (anchor == work.layers)
        anchor = 0;
    double grown = 0;
    for (int l = anchor; l < work.layers; ++l) {
        if (was(l)) {
            work.starts[l] = memory->starts[place(l)] + grown;
            grown += work.widths[l] - memory->widths[place(l)];
        } else if (l > 0)
            work.starts[l] = work.starts[l - 1] + work.widths[l - 1] + gapAfter(l - 1);
    }
    for (int l = anchor; l-- > 0;)
        work.starts[l] = work.starts[l + 1] - gapAfter(l) - work.widths[l];
}

void writeItems(Work& work, LevelResult& result)
{
    const std::vector<Block> blocks = pinBlocks(work);
    if (!blocks.empty())
        avoidPins(work, blocks);
    result.items.resize(work.items);
    bool first = true;
    for (int i = 0; i < work.items; ++i) {
        const Item& item = work.level.items[i];
        if (item.pinned)
            result.items[i] = {item.pinAlong, item.pinCross};
        else if (work.apart[i])
            continue;
        else
            result.items[i]
                = {work.starts[work.layer[i]], std::round(work.centre[i] - item.cross / 2)};
        extend(result, result.items[i], item, first);
    }
    placeApart(work, blocks, result, first);
    // Long edges may pass outside all nodes.
    for (int v = work.items; v < work.vertices; ++v) {
        result.low.cross = std::min(result.low.cross, work.centre[v]);
        result.high.cross = std::max(result.high.cross, work.centre[v]);
    }
    for (size_t l = 0; l < work.starts.size(); ++l)
        result.high.along = std::max(result.high.along, work.starts[l] + work.widths[l]);
    // A first layout begins at zero; later ones only where they may not go below it.
    const bool fresh = !work.memory && blocks.empty();
    Spot shift;
    if (fresh || (work.level.contained && result.low.along < 0))
        shift.along = -result.low.along;
    if (fresh || (work.level.contained && result.low.cross < 0))
        shift.cross = -std::floor(result.low.cross);
    for (int i = 0; i < work.items; ++i) {
        if (work.level.items[i].pinned)
            continue;
        result.items[i].along += shift.along;
        result.items[i].cross += shift.cross;
    }
    // Whole pixels, so that level lines are sharp.
    for (double& c : work.centre)
        c = std::round(c + shift.cross);
    for (double& s : work.starts)
        s += shift.along;
    result.low = {result.low.along + shift.along, result.low.cross + shift.cross};
    result.high = {result.high.along + shift.along, result.high.cross + shift.cross};
}

} // namespace pilothouse::ui::layered
