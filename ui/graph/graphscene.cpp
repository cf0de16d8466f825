// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphscene.h"

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

GraphLookup::GraphLookup(const GraphScene& scene)
    : m_parent(scene.nodes.size(), -1)
    , m_members(scene.nodes.size(), 0)
    , m_next(scene.nodes.size())
    , m_previous(scene.nodes.size())
{
    const int nodes = int(scene.nodes.size());
    m_places.reserve(nodes);
    for (int i = 0; i < nodes; ++i)
        m_places.insert(scene.nodes[i].id, i);
    for (int i = 0; i < nodes; ++i) {
        if (scene.nodes[i].group.isEmpty())
            continue;
        const int parent = node(scene.nodes[i].group);
        // A group in itself stands at the top.
        int steps = 0;
        for (int at = parent; at >= 0 && at != i && steps <= nodes; at = m_parent[at])
            ++steps;
        const bool ring = parent == i || steps > nodes;
        m_parent[i] = ring ? -1 : parent;
        if (m_parent[i] >= 0)
            ++m_members[m_parent[i]];
    }
    m_ends.reserve(scene.edges.size());
    for (int e = 0; e < int(scene.edges.size()); ++e) {
        const int from = node(scene.edges[e].from);
        const int to = node(scene.edges[e].to);
        m_ends.emplace_back(from, to);
        if (from < 0 || to < 0)
            continue;
        m_next[from].push_back({to, e});
        m_previous[to].push_back({from, e});
    }
}

std::vector<char> GraphLookup::within(int start, int hops) const
{
    std::vector<char> near(m_next.size(), 0);
    std::vector<int> ring{start};
    near[start] = 1;
    for (int hop = 0; hop < hops; ++hop) {
        std::vector<int> outer;
        for (const int node : ring)
            for (const auto* steps : {&m_next[node], &m_previous[node]})
                for (const Step& step : *steps)
                    if (!near[step.node]) {
                        near[step.node] = 1;
                        outer.push_back(step.node);
                    }
        ring = std::move(outer);
    }
    for (int i = 0; i < int(near.size()); ++i)
        if (near[i])
            for (int at = m_parent[i]; at >= 0 && !near[at]; at = m_parent[at])
                near[at] = 1;
    return near;
}

namespace
{

// A view that shows a whole graph may make it smaller than the letters of its names.
constexpr double kSpare = 1.07;

// About how wide a title is at full size. Plain numbers: a layout is made without fonts.
double titleWidth(const QString& title)
{
    double width = 0;
    for (const QChar c : title) {
        const char16_t u = c.unicode();
        if (u >= 0x1100)
            width += 12;
        else if (QStringView(u"ijltfr.,:;'|!()[] -").contains(c))
            width += 4.6;
        else if (QStringView(u"W@%").contains(c))
            width += 12.8;
        else if (QStringView(u"mwM").contains(c))
            width += 11.2;
        else
            width += c.isUpper() ? 9 : 7.2;
    }
    return width;
}

// A name that is a little longer gets its room; a very long one is cut where the node differs
// least.
double smallWidth(const GraphNode& node)
{
    const double around = node.isGroup ? 47 : 33; // glyph, chevron, margins
    const double wanted = std::ceil((around + titleWidth(node.title) * kSpare) / 8) * 8;
    return std::clamp(wanted, 136.0, 320.0);
}

// Wide enough to be read, as many lines as it takes; a very long one is cut.
QSizeF noteSize(const QString& note)
{
    constexpr double kWidth = 192;
    constexpr double kLine = 16;
    constexpr int kMostLines = 12;
    int lines = 0;
    const auto paragraphs = QStringView(note).split(u'\n');
    for (const QStringView paragraph : paragraphs)
        lines += 1 + int(titleWidth(paragraph.toString()) / (kWidth - 24));
    return {kWidth, 18 + kLine * std::min(lines, kMostLines)};
}

} // namespace

QSizeF graphNodeSize(const GraphNode& node)
{
    if (!node.size.isEmpty())
        return node.size;
    if (!node.note.isEmpty())
        return noteSize(node.note);
    const size_t side = std::max(std::ranges::count(node.ports, true, &GraphPort::output),
        std::ranges::count(node.ports, false, &GraphPort::output));
    if (node.rows.empty())
        return {smallWidth(node), std::max(40.0, 16.0 + 16.0 * double(side))};
    const double rows = 28 + 8 + 16 * double(node.rows.size()) + 4;
    return {176, std::max({72.0, rows, 36.0 + 16.0 * double(side)})};
}

QPointF graphPortPlace(const GraphNode& node, QSizeF size, int port, bool topDown)
{
    const bool output = node.ports[port].output;
    int count = 0;
    int place = 0;
    for (int i = 0; i < int(node.ports.size()); ++i) {
        if (node.ports[i].output != output)
            continue;
        place += i < port;
        ++count;
    }
    const double share = (double(place) + 1) / double(count + 1);
    if (topDown)
        return {size.width() * share, output ? size.height() : 0};
    // Below the header of a card.
    const double top = node.rows.empty() ? 0 : 20;
    return {output ? size.width() : 0, top + (size.height() - top) * share};
}

} // namespace pilothouse::ui
