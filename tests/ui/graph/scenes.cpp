// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/graph/scenes.h"

namespace pilothouse::test
{

using namespace Qt::StringLiterals;
using namespace ui;

namespace
{

void join(
    GraphScene& scene, const QString& from, const QString& to, Glyph state, bool faint = false)
{
    GraphEdge edge;
    edge.from = from;
    edge.to = to;
    edge.tone = glyphColor(state);
    edge.dash = glyphEdgeDash(state);
    edge.moving = state == Glyph::Running;
    edge.faint = faint;
    scene.edges.push_back(edge);
}

GraphNode task(const QString& id, const QString& second, Glyph state, const QString& word)
{
    GraphNode node;
    node.id = node.title = id;
    node.subtitle = second;
    node.glyph = state;
    node.word = word;
    node.tone = glyphColor(state);
    if (state == Glyph::Running || state == Glyph::Retry)
        node.border = GraphNode::Border::Toned;
    node.soft = state == Glyph::Retry || state == Glyph::Error;
    node.faint = state == Glyph::Unknown;
    return node;
}

} // namespace

GraphScene runScene()
{
    GraphScene s;
    s.nodes = {task(u"orders_bronze"_s, u"streaming"_s, Glyph::Running, u"running"_s),
        task(u"clean_orders"_s, u"3 m 05 s"_s, Glyph::Ok, u"success"_s),
        task(u"expect_orders"_s, u"24 of 25"_s, Glyph::Warn, u"success"_s),
        task(u"load_fct_orders"_s, u"try 3 at 14:09"_s, Glyph::Retry, u"up_for_retry"_s),
        task(u"gdelt_export"_s, u"12 s"_s, Glyph::Ok, u"success"_s),
        task(u"gdelt_bronze"_s, u"1 m 12 s"_s, Glyph::Ok, u"success"_s),
        task(u"join_events"_s, u"2 m 48 s"_s, Glyph::Ok, u"success"_s),
        task(u"wiki_bronze"_s, u"streaming"_s, Glyph::Running, u"running"_s),
        task(u"cache_top_sku"_s, u"waiting"_s, Glyph::Unknown, u"no_status"_s),
        task(u"demand_features"_s, u"waiting"_s, Glyph::Unknown, u"no_status"_s),
        task(u"notify_owner"_s, u"on failure"_s, Glyph::Unknown, u"no_status"_s)};
    s.nodes[9].badge = u"12"_s;
    join(s, u"orders_bronze"_s, u"clean_orders"_s, Glyph::Running);
    join(s, u"clean_orders"_s, u"expect_orders"_s, Glyph::Ok);
    join(s, u"expect_orders"_s, u"load_fct_orders"_s, Glyph::Warn);
    join(s, u"gdelt_export"_s, u"gdelt_bronze"_s, Glyph::Ok);
    join(s, u"gdelt_bronze"_s, u"join_events"_s, Glyph::Ok);
    join(s, u"wiki_bronze"_s, u"join_events"_s, Glyph::Running);
    join(s, u"join_events"_s, u"load_fct_orders"_s, Glyph::Ok);
    for (const int i : {8, 9, 10})
        join(s, u"load_fct_orders"_s, s.nodes[i].id, Glyph::Unknown, true);
    return s;
}

GraphScene cardScene()
{
    GraphScene s = runScene();
    const QList<QString> icons{u"streams"_s, u"database"_s, u"workflow"_s, u"queue"_s};
    for (size_t i = 0; i < s.nodes.size(); ++i) {
        GraphNode& node = s.nodes[i];
        node.rows = {{u"418,206 rows"_s, u"2 m 48 s"_s}, {u"ended 13:35"_s, u"try 1"_s}};
        node.icon = icons[int(i) % icons.size()];
        node.iconTone = seriesToken(int(i));
        node.soft = false;
        node.ports = {{u"in"_s, PortShape::Square, Token::Series1, false},
            {u"check"_s, PortShape::Triangle, Token::Series8, false},
            {u"out"_s, PortShape(int(i) % 5), seriesToken(int(i) % 5), true}};
        if (node.glyph == Glyph::Running)
            node.progress = 0.6;
        if (node.glyph == Glyph::Unknown)
            node.border = GraphNode::Border::Dashed;
    }
    s.nodes[8].change = Glyph::Created;
    s.nodes[9].change = Glyph::Changed;
    s.nodes[10].change = Glyph::Removed;
    for (GraphEdge& edge : s.edges) {
        edge.fromPort = 2;
        edge.toPort = edge.from == u"expect_orders"_s ? 1 : 0;
    }
    s.edges[0].label = u"8.4k/s"_s;
    return s;
}

GraphScene groupScene()
{
    GraphScene s;
    for (const auto& [id, group] : {std::pair(u"extract"_s, QString()), {u"load"_s, QString()},
             {u"a"_s, u"load"_s}, {u"b"_s, u"load"_s}, {u"deep"_s, u"load"_s}, {u"c"_s, u"deep"_s},
             {u"d"_s, u"deep"_s}, {u"report"_s, QString()}}) {
        GraphNode node = task(id, u"2 s"_s, Glyph::Ok, u"success"_s);
        node.group = group;
        node.isGroup = id == u"load"_s || id == u"deep"_s;
        s.nodes.push_back(node);
    }
    join(s, u"extract"_s, u"a"_s, Glyph::Ok);
    join(s, u"a"_s, u"b"_s, Glyph::Ok);
    join(s, u"a"_s, u"c"_s, Glyph::Ok);
    join(s, u"c"_s, u"d"_s, Glyph::Ok);
    join(s, u"b"_s, u"report"_s, Glyph::Ok);
    join(s, u"d"_s, u"report"_s, Glyph::Ok);
    return s;
}

GraphScene generatedScene(int nodes)
{
    const layered::Graph graph = generated(nodes);
    const Glyph states[] = {Glyph::Ok, Glyph::Ok, Glyph::Running, Glyph::Error, Glyph::Queued,
        Glyph::Ok, Glyph::Retry, Glyph::Unknown};
    GraphScene s;
    for (int i = 0; i < nodes; ++i) {
        s.nodes.push_back(task(u"task_number_%1"_s.arg(i), u"%1 m %2 s"_s.arg(i % 7).arg(i % 60),
            states[i % 8], u"state"_s));
    }
    for (const auto& e : graph.edges)
        join(s, s.nodes[e.from].id, s.nodes[e.to].id, states[e.from % 8]);
    return s;
}

} // namespace pilothouse::test
