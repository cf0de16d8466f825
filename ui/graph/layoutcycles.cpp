// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutlevel.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace pilothouse::ui::layered
{

namespace
{

void recall(Work& work)
{
    work.before.assign(work.items, -1);
    if (!work.memory)
        return;
    const LevelMemory& memory = *work.memory;
    int known = 0;
    std::unordered_map<qint64, int> places;
    places.reserve(memory.keys.size());
    for (int i = 0; i < int(memory.keys.size()); ++i)
        places.emplace(memory.keys[i], i);
    for (int i = 0; i < work.items; ++i) {
        if (const auto found = places.find(work.level.items[i].key); found != places.end())
            work.before[i] = found->second;
        known += work.before[i] >= 0;
    }
    // Nothing worth keeping: another graph.
    if (known * 3 < work.items) {
        work.memory = nullptr;
        work.before.assign(work.items, -1);
    }
}

// Where the search begins decides which edge of a cycle runs back: at sources, and before that in
// the order of the layers the user already sees.
std::vector<int> beginnings(const Work& work, const std::vector<int>& incoming)
{
    std::vector<int> starts(work.items);
    std::iota(starts.begin(), starts.end(), 0);
    std::ranges::stable_sort(starts, {}, [&](int item) {
        const int place = work.before[item];
        const int layer = place < 0 ? 0 : work.memory->layers[place];
        return std::pair(layer, incoming[item] > 0);
    });
    return starts;
}

} // namespace

void breakCycles(Work& work)
{
    recall(work);
    const auto& links = work.level.links;
    work.reversed.assign(links.size(), 0);
    work.apart.assign(work.items, 1);
    std::vector<int> first(work.items + 1, 0);
    std::vector<int> incoming(work.items, 0);
    for (const Link& link : links) {
        work.apart[link.from] = work.apart[link.to] = 0;
        ++first[link.from + 1];
        ++incoming[link.to];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<int> out(links.size());
    std::vector<int> next(first.begin(), first.end() - 1);
    for (int i = 0; i < int(links.size()); ++i)
        out[next[links[i].from]++] = i;

    enum : char { Fresh, Open, Done };
    std::vector<char> state(work.items, Fresh);
    std::vector<int> cursor(first.begin(), first.end() - 1);
    std::vector<int> path;
    for (const int start : beginnings(work, incoming)) {
        if (state[start] != Fresh)
            continue;
        path.push_back(start);
        state[start] = Open;
        while (!path.empty()) {
            const int item = path.back();
            if (cursor[item] == first[item + 1]) {
                state[item] = Done;
                path.pop_back();
                continue;
            }
            const int link = out[cursor[item]++];
            const int to = links[link].to;
            if (state[to] == Open)
                work.reversed[link] = 1;
            else if (state[to] == Fresh) {
                state[to] = Open;
                path.push_back(to);
            }
        }
    }
}

} // namespace pilothouse::ui::layered
