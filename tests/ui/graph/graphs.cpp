// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/graphs.h"

#include <QtCore/QList>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace pilothouse::test
{

namespace
{

constexpr QSizeF kNode(136, 40);

// xorshift32: the same numbers with every standard library.
class Numbers
{
public:
    explicit Numbers(quint32 seed)
        : m_state(seed * 2654435769U + 1U)
    {
    }
    int below(int limit)
    {
        m_state ^= m_state << 13U;
        m_state ^= m_state >> 17U;
        m_state ^= m_state << 5U;
        return int(m_state % quint32(limit));
    }

private:
    quint32 m_state;
};

layered::Graph nodes(int n)
{
    layered::Graph graph;
    graph.nodes.resize(n);
    for (int i = 0; i < n; ++i) {
        graph.nodes[i].id = i;
        graph.nodes[i].size = kNode;
    }
    return graph;
}

bool crossing(QPointF a, QPointF b, QPointF c, QPointF d)
{
    const auto side = [](QPointF p, QPointF q, QPointF r) {
        return (q.x() - p.x()) * (r.y() - p.y()) - (q.y() - p.y()) * (r.x() - p.x());
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

} // namespace

layered::Graph generated(int n, quint32 seed)
{
    Numbers numbers(seed);
    layered::Graph graph = nodes(n);
    const int layers = std::max(4, int(std::sqrt(n) / 2));
    const int fanned = std::min(500, n / 2);
    const int fanLayer = layers / 4;
    std::vector<std::vector<int>> members(layers);
    int next = 0;
    for (; next < n - fanned; ++next)
        members[next % layers].push_back(next);
    std::unordered_set<quint64> seen;
    const auto join = [&](int from, int to) {
        if (!seen.insert(quint64(from) << 32U | quint64(to)).second)
            return false;
        graph.edges.push_back({from, to, -1, -1});
        return true;
    };
    const auto any = [&](int layer) {
        return members[layer][numbers.below(int(members[layer].size()))];
    };
    const int hub = members[fanLayer].front();
    for (int l = 1; l < layers; ++l)
        for (const int node : members[l])
            join(any(l - 1), node);
    for (; next < n; ++next) {
        members[fanLayer + 1].push_back(next);
        join(hub, next);
    }
    const int all = n + n / 2;
    for (int wanted = int(graph.edges.size()) + all / 5; int(graph.edges.size()) < wanted;) {
        const int from = numbers.below(layers - 2);
        const int span = 2 + numbers.below(std::max(1, layers / 2 - 1));
        if (from + span < layers)
            join(any(from), any(from + span));
    }
    while (int(graph.edges.size()) < all) {
        const int from = numbers.below(layers - 1);
        join(any(from), any(from + 1));
    }
    return graph;
}

layered::Graph chain(int n)
{
    layered::Graph graph = nodes(n);
    for (int i = 1; i < n; ++i)
        graph.edges.push_back({i - 1, i, -1, -1});
    return graph;
}

layered::Graph fan(int n)
{
    layered::Graph graph = nodes(n + 2);
    for (int i = 0; i < n; ++i) {
        graph.edges.push_back({0, i + 2, -1, -1});
        graph.edges.push_back({i + 2, 1, -1, -1});
    }
    return graph;
}

layered::Graph edges(int n, const std::vector<std::pair<int, int>>& pairs)
{
    layered::Graph graph = nodes(n);
    for (const auto& [from, to] : pairs)
        graph.edges.push_back({from, to, -1, -1});
    return graph;
}

qint64 straightCrossings(
    const std::vector<QPointF>& middles, const std::vector<layered::Edge>& edges)
{
    struct Line {
        double left;
        double right;
        int from;
        int to;
    };
    std::vector<Line> lines;
    for (const layered::Edge& e : edges)
        lines.push_back({std::min(middles[e.from].x(), middles[e.to].x()),
            std::max(middles[e.from].x(), middles[e.to].x()), e.from, e.to});
    std::ranges::sort(lines, {}, &Line::left);
    qint64 count = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
        const Line& a = lines[i];
        for (size_t j = i + 1; j < lines.size() && lines[j].left < a.right; ++j) {
            const Line& b = lines[j];
            if (a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to)
                continue;
            count += crossing(middles[a.from], middles[a.to], middles[b.from], middles[b.to]);
        }
    }
    return count;
}

std::vector<QPointF> middles(const layered::Layout& layout)
{
    std::vector<QPointF> result;
    for (const QRectF& rect : layout.nodes)
        result.push_back(rect.center());
    return result;
}

QByteArray overlap(const layered::Graph& graph, const layered::Layout& layout)
{
    std::vector<int> sorted;
    for (int i = 0; i < int(layout.nodes.size()); ++i)
        if (!layout.nodes[i].isNull())
            sorted.push_back(i);
    std::ranges::sort(sorted, {}, [&](int i) { return layout.nodes[i].left(); });
    const auto within = [&](int inner, int outer) {
        for (int at = graph.nodes[inner].parent; at >= 0; at = graph.nodes[at].parent)
            if (at == outer)
                return true;
        return false;
    };
    const auto text = [&](const char* what, int a, int b) -> QByteArray {
        const QRectF& r = layout.nodes[a];
        return QByteArray(what) + " " + QByteArray::number(a) + " and " + QByteArray::number(b)
            + " at " + QByteArray::number(r.x()) + "," + QByteArray::number(r.y());
    };
    for (size_t i = 0; i < sorted.size(); ++i) {
        const QRectF& a = layout.nodes[sorted[i]];
        for (size_t j = i + 1; j < sorted.size(); ++j) {
            const QRectF& b = layout.nodes[sorted[j]];
            if (b.left() >= a.right())
                break;
            if (a.intersects(b) && !within(sorted[i], sorted[j]) && !within(sorted[j], sorted[i]))
                return text("overlap", sorted[i], sorted[j]);
        }
    }
    for (const int i : sorted)
        if (const int p = graph.nodes[i].parent;
            p >= 0 && !layout.nodes[p].contains(layout.nodes[i]))
            return text("outside its group", i, p);
    return {};
}

QByteArray toDot(const layered::Graph& graph)
{
    QByteArray text = "digraph g {\nrankdir=LR;\nnode [shape=box fixedsize=true width=1.89 "
                      "height=0.56 label=\"\"];\n";
    for (size_t i = 0; i < graph.nodes.size(); ++i)
        text += QByteArray::number(qlonglong(i)) + ";\n";
    for (const layered::Edge& e : graph.edges)
        text += QByteArray::number(e.from) + "->" + QByteArray::number(e.to) + ";\n";
    return text + "}\n";
}

std::vector<QPointF> fromPlain(const QByteArray& answer, size_t nodes)
{
    std::vector<QPointF> result(nodes);
    for (const QByteArray& line : answer.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() > 3 && words[0] == "node" && words[1].toUInt() < nodes)
            result[words[1].toUInt()] = {words[2].toDouble(), words[3].toDouble()};
    }
    return result;
}

} // namespace pilothouse::test
