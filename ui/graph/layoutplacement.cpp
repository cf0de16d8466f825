// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutplacement.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace pilothouse::ui::layered
{

namespace
{

// Places in a layer with the least weighted squares of distance to what each vertex wants, in the
// given order and with the given gaps (pool adjacent violators; linear).
class Row
{
public:
    void clear()
    {
        m_vertices.clear();
        m_blocks.clear();
        m_offsets.clear();
        m_end = 0;
        m_half = 0;
    }

    void add(int vertex, double half, double wanted, double weight)
    {
        m_end += m_vertices.empty() ? 0 : m_half + half;
        m_half = half;
        m_vertices.push_back(vertex);
        m_offsets.push_back(m_end);
        Block block{(wanted - m_end) * weight, weight, 1};
        while (!m_blocks.empty() && m_blocks.back().mean() > block.mean()) {
            block.sum += m_blocks.back().sum;
            block.weight += m_blocks.back().weight;
            block.count += m_blocks.back().count;
            m_blocks.pop_back();
        }
        m_blocks.push_back(block);
    }

    void write(std::vector<double>& centre) const
    {
        size_t i = 0;
        for (const Block& block : m_blocks)
            for (int n = 0; n < block.count; ++n, ++i)
                centre[m_vertices[i]] = block.mean() + m_offsets[i];
    }

private:
    struct Block {
        double sum;
        double weight;
        int count;
        double mean() const { return sum / weight; }
    };
    std::vector<int> m_vertices;
    std::vector<double> m_offsets;
    std::vector<Block> m_blocks;
    double m_end = 0;
    double m_half = 0;
};

// What a vertex wants is the weighted median of its neighbours: with the mean a layout shrinks from
// layer to layer.
class Wish
{
public:
    void clear() { m_parts.clear(); }

    void add(const Work& work, int vertex, const std::vector<int>& starts,
        const std::vector<Near>& near, double factor)
    {
        for (int e = starts[vertex]; e < starts[vertex + 1]; ++e)
            m_parts.push_back({work.centre[near[e].vertex] + double(near[e].shift),
                double(near[e].weight) * factor});
    }

    [[nodiscard]] bool empty() const { return m_parts.empty(); }

    [[nodiscard]] double weight() const
    {
        double sum = 0;
        for (const Part& part : m_parts)
            sum += part.weight;
        return sum;
    }

    double median()
    {
        if (m_parts.size() == 1)
            return m_parts[0].at;
        if (m_parts.size() == 2) {
            const auto& [a, b] = std::tie(m_parts[0], m_parts[1]);
            return a.weight > b.weight ? a.at : a.weight < b.weight ? b.at : (a.at + b.at) / 2;
        }
        std::ranges::sort(m_parts, {}, &Part::at);
        const double middle = weight() / 2;
        double sum = 0;
        for (size_t i = 0; i < m_parts.size(); ++i) {
            sum += m_parts[i].weight;
            if (sum > middle)
                return m_parts[i].at;
            if (sum == middle)
                return (m_parts[i].at + m_parts[i + 1].at) / 2;
        }
        return m_parts.back().at;
    }

private:
    struct Part {
        double at;
        double weight;
    };
    std::vector<Part> m_parts;
};

bool pinned(const Work& work, int vertex)
{
    return work.isItem(vertex) && work.level.items[vertex].pinned;
}

// A vertex with edges on both sides leans on one of them in turn, at last on both.
void relax(Work& work, int layer, double upper, double lower, Row& row)
{
    Wish wish;
    row.clear();
    for (int i = work.orderFirst[layer]; i < work.orderFirst[layer + 1]; ++i) {
        const int v = work.order[i];
        if (pinned(work, v))
            continue;
        wish.clear();
        if (upper > 0)
            wish.add(work, v, work.upFirst, work.up, upper);
        if (lower > 0)
            wish.add(work, v, work.downFirst, work.down, lower);
        if (!wish.empty())
            row.add(v, work.half[v], wish.median(), wish.weight());
        else
            row.add(v, work.half[v], work.centre[v], 0.02);
    }
    row.write(work.centre);
}

void placeFresh(Work& work)
{
    for (int l = 0; l < work.layers; ++l) {
        double end = 0;
        for (int i = work.orderFirst[l]; i < work.orderFirst[l + 1]; ++i) {
            const int v = work.order[i];
            if (pinned(work, v))
                continue;
            work.centre[v] = end + work.half[v];
            end += 2 * work.half[v];
        }
    }
    Row row;
    const int rounds = work.options.quality == Quality::Refined ? 12
        : work.vertices > 8'000                                 ? 3
                                                                : 6;
    for (int round = 0; round < rounds; ++round) {
        if (round > 2 && work.stopped()) {
            work.finished = false;
            break;
        }
        // The side behind weighs a little, so that both ends of a graph come to rest together.
        const double behind = round + 1 < rounds ? 0 : 0.25;
        for (int l = work.layers; l-- > 0;)
            relax(work, l, behind, 1, row);
        for (int l = 0; l < work.layers; ++l)
            relax(work, l, 1, behind, row);
    }
}

// An edge that is nearly level becomes level where there is room.
void snap(Work& work)
{
    Row row;
    for (int l = 1; l < work.layers; ++l) {
        row.clear();
        for (int i = work.orderFirst[l]; i < work.orderFirst[l + 1]; ++i) {
            const int v = work.order[i];
            if (pinned(work, v))
                continue;
            double step = work.options.nodeGap + 4;
            bool near = false;
            for (int e = work.upFirst[v]; e < work.upFirst[v + 1]; ++e) {
                const Near& n = work.up[e];
                const double off = work.centre[n.vertex] + double(n.shift) - work.centre[v];
                if (std::abs(off) < std::abs(step)) {
                    step = off;
                    near = true;
                }
            }
            row.add(v, work.half[v], work.centre[v] + (near ? step : 0), near ? 8 : 1);
        }
        row.write(work.centre);
    }
}

// Known vertices want to stay; what grew pushes what comes after it by as much.
void placeKept(Work& work)
{
    Row row;
    const LevelMemory& memory = *work.memory;
    for (int l = 0; l < work.layers; ++l) {
        if (!work.movable[l])
            continue;
        row.clear();
        double grown = 0;
        double last = 0;
        bool first = true;
        for (int i = work.orderFirst[l]; i < work.orderFirst[l + 1]; ++i) {
            const int v = work.order[i];
            if (pinned(work, v))
                continue;
            double wanted = work.centre[v] + grown;
            // A refined order may differ from the places before; then the new order leads.
            if (!first && wanted < last)
                wanted = last;
            last = wanted;
            first = false;
            row.add(v, work.half[v], wanted, work.known[v] ? 8 : 1);
            if (work.known[v] && work.isItem(v))
                grown += work.level.items[v].cross - memory.sizes[work.before[v]].cross;
        }
        row.write(work.centre);
    }
}

// A long edge that can be level is level.
void straighten(Work& work)
{
    std::vector<int> run;
    const auto room = [&](int v, double& low, double& high) {
        const int l = work.layer[v];
        const int at = work.orderFirst[l] + work.position[v];
        int i = at - 1;
        while (i >= work.orderFirst[l] && pinned(work, work.order[i]))
            --i;
        low = i < work.orderFirst[l]
            ? -1e15
            : work.centre[work.order[i]] + work.half[work.order[i]] + work.half[v];
        i = at + 1;
        while (i < work.orderFirst[l + 1] && pinned(work, work.order[i]))
            ++i;
        high = i == work.orderFirst[l + 1]
            ? 1e15
            : work.centre[work.order[i]] - work.half[work.order[i]] - work.half[v];
    };
    const auto settle = [&](double low, double high) {
        double sum = 0;
        for (const int v : run)
            sum += work.centre[v];
        const double at = std::clamp(sum / double(run.size()), low, std::max(low, high));
        for (const int v : run)
            work.centre[v] = at;
        run.clear();
    };
    for (size_t chain = 0; chain + 1 < work.chainFirst.size(); ++chain) {
        double low = 0;
        double high = 0;
        for (int v = work.chainFirst[chain]; v < work.chainFirst[chain + 1]; ++v) {
            if (work.memory && (!work.movable[work.layer[v]] || work.known[v])) {
                if (!run.empty())
                    settle(low, high);
                continue;
            }
            double vLow = 0;
            double vHigh = 0;
            room(v, vLow, vHigh);
            if (!run.empty() && std::max(low, vLow) > std::min(high, vHigh))
                settle(low, high);
            low = run.empty() ? vLow : std::max(low, vLow);
            high = run.empty() ? vHigh : std::min(high, vHigh);
            run.push_back(v);
        }
        if (!run.empty())
            settle(low, high);
    }
}

} // namespace

void place(Work& work, LevelResult& result)
{
    work.half.resize(work.vertices);
    for (int v = 0; v < work.vertices; ++v) {
        work.half[v] = work.options.edgeGap / 2;
        if (work.isItem(v)) {
            const Item& item = work.level.items[v];
            work.half[v] = item.role == Role::Plain
                ? (item.cross + work.options.nodeGap) / 2 + (item.loops ? 8 : 0)
                : work.options.edgeGap / 2;
        }
    }
    if (work.centre.empty())
        work.centre.assign(work.vertices, 0);
    for (int i = 0; i < work.items; ++i)
        if (const Item& item = work.level.items[i]; item.pinned)
            work.centre[i] = item.pinCross + item.cross / 2;
    if (work.memory)
        placeKept(work);
    else {
        placeFresh(work);
        snap(work);
    }
    straighten(work);
    placeLayers(work);
    writeItems(work, result);
}

} // namespace pilothouse::ui::layered
