// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutlevel.h"

#include <algorithm>

namespace pilothouse::ui::layered
{

namespace
{

LevelMemory remember(const Work& work, const LevelResult& result)
{
    LevelMemory memory;
    memory.keys.reserve(work.items);
    memory.sizes.reserve(work.items);
    for (const Item& item : work.level.items) {
        memory.keys.push_back(item.key);
        memory.sizes.push_back({item.along, item.cross});
    }
    memory.layers.assign(work.layer.begin(), work.layer.begin() + work.items);
    memory.corners = result.items;
    memory.chains = work.chains;
    memory.chainFirst = work.chainFirst;
    for (int& first : memory.chainFirst)
        first -= work.items;
    memory.bends.assign(work.centre.begin() + work.items, work.centre.end());
    memory.starts = work.starts;
    memory.widths = work.widths;
    memory.firstPlain = work.firstPlain;
    return memory;
}

// Small graphs have time for several beginnings; what looks best in the end is kept.
void refine(Work& work, LevelResult& result)
{
    improveOrder(work, 0);
    place(work, result);
    if (work.memory || work.level.links.size() > 4000)
        return;
    const int more = std::min(16, 40'000 / (work.vertices + 1));
    std::vector<int> bestOrder = work.order;
    qint64 fewest = straightCrossings(work, result.items);
    for (int i = 1; i <= more && work.finished && fewest > 0; ++i) {
        improveOrder(work, i);
        LevelResult other;
        place(work, other);
        if (const qint64 now = straightCrossings(work, other.items); now < fewest) {
            fewest = now;
            bestOrder = work.order;
        }
    }
    useOrder(work, std::move(bestOrder));
    result = {};
    place(work, result);
}

} // namespace

LevelResult solve(const Level& level, const Options& options)
{
    LevelResult result;
    Work work(level, options);
    breakCycles(work);
    assignLayers(work);
    addChains(work);
    if (work.memory)
        orderKept(work);
    else
        orderFresh(work);
    if (options.quality == Quality::Refined)
        refine(work, result);
    else
        place(work, result);
    route(work, result);
    result.memory = remember(work, result);
    result.finished = work.finished;
    return result;
}

} // namespace pilothouse::ui::layered
