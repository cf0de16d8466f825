// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layoutgroups.h"

#include <algorithm>
#include <numeric>

namespace pilothouse::ui::layered
{

Groups::Groups(const Graph& graph, const Options& options, const Memory* before)
    : m_graph(graph)
    , m_options(options)
    , m_before(before)
    , m_memory(std::make_shared<Memory>())
{
    if (before)
        *m_memory = *before;
    m_memory->direction = options.direction;
    findShown();
    makeItems();
    makeLinks();
}

Spot Groups::spot(QPointF p) const
{
    return m_options.direction == Direction::LeftToRight ? Spot{p.x(), p.y()} : Spot{p.y(), p.x()};
}

Spot Groups::inset() const
{
    return spot({m_options.groupPad, m_options.groupHead});
}

// Depth of every node and the closed group it is hidden in. A node that would be its own ancestor,
// or whose parent is none, stands at the top.
void Groups::findShown()
{
    const int n = int(m_graph.nodes.size());
    m_parent.resize(n);
    m_depth.assign(n, -1);
    m_shown.assign(n, -1);
    std::vector<int> path;
    for (int i = 0; i < n; ++i) {
        const int parent = m_graph.nodes[i].parent;
        m_parent[i] = parent >= 0 && parent < n && parent != i ? parent : -1;
    }
    constexpr int kOnPath = -2;
    for (int i = 0; i < n; ++i) {
        int at = i;
        while (at >= 0 && m_depth[at] == -1) {
            m_depth[at] = kOnPath;
            path.push_back(at);
            at = m_parent[at];
        }
        if (at >= 0 && m_depth[at] == kOnPath)
            m_parent[path.back()] = -1;
        while (!path.empty()) {
            const int node = path.back();
            const int parent = m_parent[node];
            path.pop_back();
            m_depth[node] = parent < 0 ? 0 : m_depth[parent] + 1;
            const bool visible
                = parent < 0 || (m_shown[parent] == parent && m_graph.nodes[parent].open);
            m_shown[node] = visible ? node : m_shown[parent];
        }
    }
}

void Groups::makeItems()
{
    const int n = int(m_graph.nodes.size());
    m_part.assign(n, -1);
    m_item.assign(n, -1);
    m_parts.resize(1);
    std::vector<int> byDepth(n);
    std::iota(byDepth.begin(), byDepth.end(), 0);
    if (std::ranges::any_of(m_depth, [](int depth) { return depth > 0; }))
        std::ranges::stable_sort(byDepth, {}, [&](int i) { return m_depth[i]; });
    for (const int i : byDepth) {
        if (m_shown[i] != i)
            continue;
        const int parent = m_parent[i];
        if (parent >= 0 && m_part[parent] < 0) {
            m_part[parent] = int(m_parts.size());
            m_parts.emplace_back();
            m_parts.back().group = parent;
            m_parts.back().level.contained = true;
        }
        Part& part = m_parts[parent < 0 ? 0 : m_part[parent]];
        const Node& node = m_graph.nodes[i];
        const Spot size = spot({node.size.width(), node.size.height()});
        Item item;
        item.key = node.id;
        item.along = size.along;
        item.cross = size.cross;
        if (node.pinned) {
            const Spot at = spot(*node.pinned);
            item.pinned = true;
            item.pinAlong = parent < 0 ? at.along : std::max(0.0, at.along - inset().along);
            item.pinCross = parent < 0 ? at.cross : std::max(0.0, at.cross - inset().cross);
        }
        m_item[i] = int(part.nodes.size());
        part.nodes.push_back(i);
        part.level.items.push_back(item);
    }
}

void Groups::makeLinks()
{
    const int edges = int(m_graph.edges.size());
    m_pieceFirst.assign(1, 0);
    m_pieceFirst.reserve(edges + 1);
    m_pieces.reserve(edges);
    m_parts[0].level.links.reserve(edges);
    const int n = int(m_graph.nodes.size());
    for (int i = 0; i < edges; ++i) {
        const Edge& edge = m_graph.edges[i];
        if (edge.from >= 0 && edge.from < n && edge.to >= 0 && edge.to < n) {
            const int from = m_shown[edge.from];
            const int to = m_shown[edge.to];
            if (from != to)
                cut(i, from, to);
            else if (edge.from == edge.to && from == edge.from) {
                Part& part = m_parts[m_parent[from] < 0 ? 0 : m_part[m_parent[from]]];
                part.level.items[m_item[from]].loops = true;
            }
        }
        m_pieceFirst.push_back(int(m_pieces.size()));
    }
}

int Groups::terminal(int level, int end, int port, Role role)
{
    Part& part = m_parts[level];
    const qint64 base = qint64(role == Role::Entry ? 1 : 2) << 56U;
    const qint64 key = base + (qint64(quint32(m_graph.nodes[end].id)) << 16U) + port + 1;
    const auto [found, added] = part.terminals.try_emplace(key, int(part.nodes.size()));
    if (added) {
        Item item;
        item.key = key;
        item.role = role;
        part.nodes.push_back(-1);
        part.level.items.push_back(item);
    }
    return found->second;
}

// Sets one end of a link; `inside` is the terminal within the item when the edge goes on there.
void Groups::attach(int link, Part& part, bool from, int item, int end, int port, int inside)
{
    Link& l = part.level.links[link];
    const int node = part.nodes[item];
    double cross = part.level.items[item].cross / 2;
    double along = -1;
    if (node == end && port >= 0 && port < int(m_graph.nodes[node].ports.size())) {
        const Spot at = spot(m_graph.nodes[node].ports[port]);
        cross = at.cross;
        along = at.along;
    }
    (from ? l.from : l.to) = item;
    (from ? l.fromCross : l.toCross) = cross;
    (from ? l.fromAlong : l.toAlong) = along;
    if (inside >= 0)
        part.pending.push_back({link, from, m_part[node], inside});
}

void Groups::cut(int edge, int from, int to)
{
    const Edge& e = m_graph.edges[edge];
    const int fromPort = from == e.from ? e.fromPort : -1;
    const int toPort = to == e.to ? e.toPort : -1;
    // Both ends climb to the level that holds them both.
    int a = from;
    int b = to;
    while (m_depth[a] > m_depth[b])
        a = m_parent[a];
    while (m_depth[b] > m_depth[a])
        b = m_parent[b];
    if (a == b)
        return; // a group and something in it
    while (m_parent[a] != m_parent[b]) {
        a = m_parent[a];
        b = m_parent[b];
    }
    const auto levelOf = [&](int node) {
        return m_parent[node] < 0 ? 0 : m_part[m_parent[node]];
    };
    int inside = -1;
    for (int at = from; at != a; at = m_parent[at]) {
        const int level = levelOf(at);
        const int out = terminal(level, from, fromPort, Role::Exit);
        Part& part = m_parts[level];
        const int link = int(part.level.links.size());
        part.level.links.emplace_back();
        attach(link, part, true, m_item[at], from, fromPort, inside);
        attach(link, part, false, out, from, -1, -1);
        m_pieces.push_back({level, link});
        inside = out;
    }
    const int outer = levelOf(a);
    const int across = int(m_parts[outer].level.links.size());
    m_parts[outer].level.links.emplace_back();
    attach(across, m_parts[outer], true, m_item[a], from, fromPort, inside);
    m_pieces.push_back({outer, across});
    const size_t firstEntry = m_pieces.size();
    inside = -1;
    for (int at = to; at != b; at = m_parent[at]) {
        const int level = levelOf(at);
        const int in = terminal(level, to, toPort, Role::Entry);
        Part& part = m_parts[level];
        const int link = int(part.level.links.size());
        part.level.links.emplace_back();
        attach(link, part, true, in, to, -1, -1);
        attach(link, part, false, m_item[at], to, toPort, inside);
        m_pieces.push_back({level, link});
        inside = in;
    }
    std::reverse(m_pieces.begin() + firstEntry, m_pieces.end());
    attach(across, m_parts[outer], false, m_item[b], to, toPort, inside);
}

void Groups::solve(int index)
{
    Part& part = m_parts[index];
    for (const Pending& p : part.pending) {
        Link& link = part.level.links[p.link];
        const double cross = m_parts[p.level].result.items[p.item].cross + inset().cross;
        (p.from ? link.fromCross : link.toCross) = cross;
    }
    const qint64 name = part.group < 0 ? Memory::kRoot : m_graph.nodes[part.group].id;
    std::shared_ptr<const LevelMemory> before;
    if (m_before)
        if (const auto found = m_before->levels.find(name); found != m_before->levels.end())
            before = found->second;
    part.level.before = before.get();
    part.result = layered::solve(part.level, m_options);
    m_finished = m_finished && part.result.finished;
    m_memory->levels[name] = std::make_shared<LevelMemory>(std::move(part.result.memory));
    part.level.before = nullptr;
    if (part.group < 0)
        return;
    const int parent = m_parent[part.group];
    Part& outer = m_parts[parent < 0 ? 0 : m_part[parent]];
    Item& item = outer.level.items[m_item[part.group]];
    const Spot pad = spot({2 * m_options.groupPad, m_options.groupHead + m_options.groupPad});
    item.along = std::max(item.along, part.result.high.along + pad.along);
    item.cross = std::max(item.cross, part.result.high.cross + pad.cross);
}

void Groups::solveAll()
{
    // Inner levels were made after the ones around them.
    for (int i = int(m_parts.size()); i-- > 0;)
        solve(i);
    m_corner.resize(m_graph.nodes.size());
    for (Part& part : m_parts) {
        if (part.group >= 0) {
            const Spot corner = m_corner[part.group];
            part.origin = {corner.along + inset().along, corner.cross + inset().cross};
        }
        for (size_t i = 0; i < part.nodes.size(); ++i)
            if (part.nodes[i] >= 0)
                m_corner[part.nodes[i]] = {part.origin.along + part.result.items[i].along,
                    part.origin.cross + part.result.items[i].cross};
    }
}

Spot Groups::size(int node) const
{
    const int parent = m_parent[node];
    const Item& item = m_parts[parent < 0 ? 0 : m_part[parent]].level.items[m_item[node]];
    return {item.along, item.cross};
}

bool Groups::loops(int edge) const
{
    const Edge& e = m_graph.edges[edge];
    return e.from == e.to && e.from >= 0 && e.from < int(m_graph.nodes.size()) && shown(e.from);
}

bool Groups::route(int edge, const std::function<void(Spot)>& point) const
{
    bool back = false;
    for (int i = m_pieceFirst[edge]; i < m_pieceFirst[edge + 1]; ++i) {
        const Part& part = m_parts[m_pieces[i].level];
        const Span& span = part.result.routes[m_pieces[i].link];
        back = back || span.back;
        for (int p = span.first; p < span.first + span.count; ++p)
            point({part.origin.along + part.result.points[p].along,
                part.origin.cross + part.result.points[p].cross});
    }
    return back;
}

} // namespace pilothouse::ui::layered
