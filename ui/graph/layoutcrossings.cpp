// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutlevel.h"

#include <algorithm>
#include <limits>

namespace pilothouse::ui::layered
{

namespace
{

// Crossings of the edges of `a` with those of `b` when a stands before b, both lists sorted.
qint64 crossed(const int* a, const int* aEnd, const int* b, const int* bEnd)
{
    qint64 count = 0;
    for (const int* j = b; a != aEnd; ++a) {
        while (j != bEnd && *j < *a)
            ++j;
        count += j - b;
    }
    return count;
}

// Sorted places of the neighbours of every vertex of a layer, one after the other.
struct Places {
    std::vector<int> first;
    std::vector<int> at;

    void fill(
        const Work& work, int layer, const std::vector<int>& starts, const std::vector<Near>& near)
    {
        first.clear();
        at.clear();
        for (int i = work.orderFirst[layer]; i < work.orderFirst[layer + 1]; ++i) {
            const int v = work.order[i];
            first.push_back(int(at.size()));
            for (int e = starts[v]; e < starts[v + 1]; ++e)
                at.push_back(work.position[near[e].vertex]);
            std::sort(at.begin() + first.back(), at.end());
        }
        first.push_back(int(at.size()));
    }

    qint64 crossings(int a, int b) const
    {
        return crossed(at.data() + first[a], at.data() + first[a + 1], at.data() + first[b],
            at.data() + first[b + 1]);
    }
};

} // namespace

qint64 countCrossings(const Work& work, std::vector<int>& scratch)
{
    qint64 total = 0;
    std::vector<int> places;
    for (int l = 0; l + 1 < work.layers; ++l) {
        // Each edge crosses those before it that end further on: sums in a binary indexed tree.
        const int size = work.layerSize(l + 1);
        scratch.assign(size + 1, 0);
        int seen = 0;
        for (int i = work.orderFirst[l]; i < work.orderFirst[l + 1]; ++i) {
            const int v = work.order[i];
            places.clear();
            for (int e = work.downFirst[v]; e < work.downFirst[v + 1]; ++e)
                places.push_back(work.position[work.down[e].vertex] + 1);
            for (const int place : places) {
                int before = 0;
                for (int p = place; p > 0; p -= p & -p)
                    before += scratch[p];
                total += seen - before;
            }
            for (const int place : places)
                for (int p = place; p <= size; p += p & -p)
                    ++scratch[p];
            seen += int(places.size());
        }
    }
    return total;
}

qint64 transposeLayer(Work& work, int layer)
{
    static thread_local Places up;
    static thread_local Places down;
    static thread_local std::vector<int> seats; // index into up and down by place
    const int count = work.layerSize(layer);
    const int first = work.orderFirst[layer];
    up.fill(work, layer, work.upFirst, work.up);
    down.fill(work, layer, work.downFirst, work.down);
    seats.resize(count);
    for (int i = 0; i < count; ++i)
        seats[i] = i;
    qint64 saved = 0;
    bool again = true;
    for (int pass = 0; again && pass < 20; ++pass) {
        again = false;
        for (int i = 0; i + 1 < count; ++i) {
            const int a = seats[i];
            const int b = seats[i + 1];
            if (work.component[work.order[first + i]] != work.component[work.order[first + i + 1]])
                continue;
            const qint64 now = up.crossings(a, b) + down.crossings(a, b);
            if (now == 0)
                continue;
            const qint64 then = up.crossings(b, a) + down.crossings(b, a);
            if (then >= now)
                continue;
            saved += now - then;
            std::swap(seats[i], seats[i + 1]);
            std::swap(work.order[first + i], work.order[first + i + 1]);
            again = true;
        }
    }
    for (int i = 0; i < count; ++i)
        work.position[work.order[first + i]] = i;
    return saved;
}

void useOrder(Work& work, std::vector<int> order)
{
    work.order = std::move(order);
    for (int l = 0; l < work.layers; ++l)
        for (int i = work.orderFirst[l]; i < work.orderFirst[l + 1]; ++i)
            work.position[work.order[i]] = i - work.orderFirst[l];
}

namespace
{

// Another beginning for the sweeps: each layer in an order of its own, parts kept together.
void shuffle(Work& work, quint32 seed)
{
    const auto key = [&](int vertex) {
        const quint32 mixed = (quint32(vertex) + 1) * 2654435769U * (2 * seed + 1);
        return std::pair(work.component[vertex], mixed ^ (mixed >> 15U));
    };
    for (int l = 0; l < work.layers; ++l)
        std::sort(work.order.begin() + work.orderFirst[l],
            work.order.begin() + work.orderFirst[l + 1],
            [&](int a, int b) { return key(a) < key(b); });
    useOrder(work, std::move(work.order));
}

// Sweeps and swaps from the order at hand until nothing got better for a while.
class Search
{
public:
    explicit Search(Work& work)
        : m_work(work)
        , m_best(work.order)
        , m_fewest(countCrossings(work, m_scratch))
    {
    }

    qint64 fewest() const { return m_fewest; }

    void run(int rounds, int patience)
    {
        int idle = 0;
        qint64 here = std::numeric_limits<qint64>::max();
        for (int round = 0; round < rounds && idle < patience && m_fewest > 0; ++round) {
            if (m_work.stopped()) {
                m_work.finished = false;
                return;
            }
            sweep(round % 2 == 0, round % 4 >= 2);
            swap();
            const qint64 now = countCrossings(m_work, m_scratch);
            idle = now < here ? 0 : idle + 1;
            here = std::min(here, now);
            if (now < m_fewest) {
                m_fewest = now;
                m_best = m_work.order;
            }
        }
    }

    void takeBest() { useOrder(m_work, m_best); }

private:
    void sweep(bool down, bool flip)
    {
        for (int i = 1; i < m_work.layers; ++i) {
            const int l = down ? i : m_work.layers - 1 - i;
            if (m_work.movable[l])
                sweepLayer(m_work, l, down, flip);
        }
    }

    void swap()
    {
        for (int pass = 0; pass < 4; ++pass) {
            qint64 saved = 0;
            for (int l = 0; l < m_work.layers; ++l)
                if (m_work.movable[l] && !m_work.stopped())
                    saved += transposeLayer(m_work, l);
            if (saved == 0)
                break;
        }
    }

    Work& m_work;
    std::vector<int> m_scratch;
    std::vector<int> m_best;
    qint64 m_fewest;
};

} // namespace

void improveOrder(Work& work, int beginning)
{
    if (beginning > 0)
        shuffle(work, quint32(beginning));
    Search search(work);
    search.run(200, beginning > 0 ? 16 : 24);
    search.takeBest();
}

// As the eye sees a graph from afar: straight lines between the middles of items.
qint64 straightCrossings(const Work& work, const std::vector<Spot>& corners)
{
    struct Line {
        Spot a; // the one further left
        Spot b;
        int from;
        int to;
    };
    const auto& items = work.level.items;
    const auto middle = [&](int item) {
        return Spot{corners[item].along + items[item].along / 2,
            corners[item].cross + items[item].cross / 2};
    };
    std::vector<Line> lines;
    lines.reserve(work.level.links.size());
    for (const Link& link : work.level.links) {
        Line line{middle(link.from), middle(link.to), link.from, link.to};
        if (line.a.along > line.b.along)
            std::swap(line.a, line.b);
        lines.push_back(line);
    }
    std::ranges::sort(lines, {}, [](const Line& line) { return line.a.along; });
    const auto side = [](Spot p, Spot q, Spot r) {
        return (q.along - p.along) * (r.cross - p.cross)
            - (q.cross - p.cross) * (r.along - p.along);
    };
    qint64 count = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        const Line& p = lines[i];
        for (size_t j = i + 1; j < lines.size() && lines[j].a.along < p.b.along; ++j) {
            const Line& q = lines[j];
            if (p.from == q.from || p.from == q.to || p.to == q.from || p.to == q.to)
                continue;
            count += side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0
                && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0;
        }
    }
    return count;
}

} // namespace pilothouse::ui::layered
