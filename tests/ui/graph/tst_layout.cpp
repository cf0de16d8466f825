// SPDX-License-Identifier: GPL-3.0-or-later
// A layout from nothing: every kind of graph, groups, pins, ports, stopping.
#include "tests/ui/graph/graphs.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using layered::Direction;
using layered::Graph;
using layered::Layout;
using layered::layOut;
using layered::Options;
using layered::Quality;

namespace
{

bool forward(const Graph& graph, const Layout& layout, int edge)
{
    const auto& e = graph.edges[edge];
    return layout.nodes[e.from].right() < layout.nodes[e.to].left();
}

// Ends of a route lie on the borders of its nodes.
bool attached(const Graph& graph, const Layout& layout, int edge)
{
    const auto& route = layout.routes[edge];
    if (route.count < 2)
        return false;
    const auto on = [](const QRectF& r, QPointF p) {
        return r.adjusted(-0.5, -0.5, 0.5, 0.5).contains(p)
            && !r.adjusted(0.5, 0.5, -0.5, -0.5).contains(p);
    };
    return on(layout.nodes[graph.edges[edge].from], layout.points[route.first])
        && on(layout.nodes[graph.edges[edge].to], layout.points[route.first + route.count - 1]);
}

// The level parts of routes pass through no node.
QByteArray cut(const Graph& graph, const Layout& layout)
{
    for (size_t e = 0; e < graph.edges.size(); ++e) {
        const auto& route = layout.routes[e];
        for (int p = route.first; p + 1 < route.first + route.count; ++p) {
            const QPointF a = layout.points[p];
            const QPointF b = layout.points[p + 1];
            if (a.y() != b.y())
                continue;
            for (size_t n = 0; n < layout.nodes.size(); ++n) {
                const QRectF inner = layout.nodes[n].adjusted(1, 1, -1, -1);
                if (int(n) == graph.edges[e].from || int(n) == graph.edges[e].to
                    || layout.nodes[n].isNull() || graph.nodes[n].open)
                    continue;
                if (a.y() > inner.top() && a.y() < inner.bottom()
                    && std::max(a.x(), b.x()) > inner.left()
                    && std::min(a.x(), b.x()) < inner.right())
                    return "edge " + QByteArray::number(qlonglong(e)) + " cuts node "
                        + QByteArray::number(qlonglong(n));
            }
        }
    }
    return {};
}

// Two groups: 1 to 3 in 7, 4 to 6 in 8, and 8 in 7; 0 before, 9 after.
Graph nested(bool outer, bool inner)
{
    Graph graph = edges(
        10, {{0, 1}, {1, 2}, {2, 3}, {3, 9}, {0, 4}, {4, 5}, {4, 6}, {5, 9}, {2, 6}, {0, 9}});
    for (const int i : {1, 2, 3, 8})
        graph.nodes[i].parent = 7;
    for (const int i : {4, 5, 6})
        graph.nodes[i].parent = 8;
    graph.nodes[7].open = outer;
    graph.nodes[8].open = inner;
    return graph;
}

} // namespace

class LayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKind_data()
    {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < 10; ++i)
            QTest::addRow("%d", i) << i;
    }

    void everyKind()
    {
        QFETCH(int, kind);
        const Graph graph = kind == 0 ? Graph()
            : kind == 1               ? edges(1, {})
            : kind == 2               ? chain(500)
            : kind == 3               ? chain(20'000)
            : kind == 4               ? fan(1000)
            : kind == 5               ? fan(5000)
            : kind == 6               ? edges(900, {}) // no edges at all
            : kind == 7               ? generated(300)
            : kind == 8               ? generated(3000, 3)
                                      : edges(7, {{0, 1}, {2, 3}, {3, 4}, {5, 4}});
        for (const Quality quality : {Quality::Quick, Quality::Refined}) {
            Options options;
            options.quality = quality;
            int asked = 0;
            options.stopped = [&] {
                return ++asked > 300;
            };
            const Layout layout = layOut(graph, options);
            QCOMPARE(layout.nodes.size(), graph.nodes.size());
            QCOMPARE(layout.routes.size(), graph.edges.size());
            QCOMPARE(overlap(graph, layout), QByteArray());
            QCOMPARE(graph.nodes.size() < 2000 ? cut(graph, layout) : QByteArray(), QByteArray());
            for (int e = 0; e < int(graph.edges.size()); ++e) {
                QVERIFY(!layout.routes[e].back);
                QVERIFY(forward(graph, layout, e));
                QVERIFY(attached(graph, layout, e));
            }
            for (const QRectF& node : layout.nodes)
                QVERIFY(layout.bounds.contains(node));
        }
    }

    void chainIsLevel()
    {
        const Layout layout = layOut(chain(500), {});
        for (const QRectF& node : layout.nodes)
            QCOMPARE(node.y(), layout.nodes[0].y());
    }

    void nodesWithoutEdgesStandInRows()
    {
        const Layout layout = layOut(edges(900, {}), {});
        QVERIFY(layout.bounds.width() < 4 * layout.bounds.height());
        QVERIFY(layout.bounds.height() < 4 * layout.bounds.width());
    }

    void cyclesAreMarked()
    {
        const Graph graph = edges(5, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 4}, {4, 0}});
        const Layout layout = layOut(graph, {});
        QCOMPARE(overlap(graph, layout), QByteArray());
        const QList<int> back{3, 5};
        for (int e = 0; e < 6; ++e) {
            QCOMPARE(layout.routes[e].back, back.contains(e));
            QCOMPARE(forward(graph, layout, e), !back.contains(e));
            QVERIFY(attached(graph, layout, e));
        }
        // A ring has no source.
        const Layout ring = layOut(edges(3, {{0, 1}, {1, 2}, {2, 0}}), {});
        QCOMPARE(int(ring.routes[0].back) + ring.routes[1].back + ring.routes[2].back, 1);
    }

    void selfLoopsAndParallels()
    {
        const Graph graph = edges(3, {{0, 0}, {0, 1}, {0, 1}, {0, 1}, {1, 2}, {2, 1}, {2, 2}});
        const Layout layout = layOut(graph, {});
        QCOMPARE(overlap(graph, layout), QByteArray());
        for (const int e : {0, 6}) {
            QVERIFY(layout.routes[e].back);
            QVERIFY(attached(graph, layout, e));
        }
        const auto start = [&](int e) {
            return layout.points[layout.routes[e].first];
        };
        QVERIFY(start(1) != start(2));
        QVERIFY(start(2) != start(3));
        QVERIFY(layout.routes[5].back);
        QVERIFY(!layout.routes[4].back);
    }

    void nonsenseIsHarmless()
    {
        Graph graph = edges(4, {{0, 9}, {-1, 2}, {0, 1}});
        graph.nodes[2].parent = 3; // each in the other
        graph.nodes[3].parent = 2;
        graph.nodes[1].parent = 77;
        graph.nodes[2].open = graph.nodes[3].open = true;
        const Layout layout = layOut(graph, {});
        QCOMPARE(layout.routes[0].count, 0);
        QCOMPARE(layout.routes[1].count, 0);
        QVERIFY(layout.routes[2].count > 0);
    }

    void topDown()
    {
        const Graph graph = generated(300);
        Options options;
        options.direction = Direction::TopDown;
        const Layout layout = layOut(graph, options);
        QCOMPARE(overlap(graph, layout), QByteArray());
        for (const auto& e : graph.edges)
            QVERIFY(layout.nodes[e.from].bottom() < layout.nodes[e.to].top());
    }

    void portsAreWhereEdgesEnd()
    {
        Graph graph = edges(3, {{0, 1}, {0, 2}});
        graph.nodes[0].ports = {{136, 10}, {136, 30}};
        graph.nodes[1].ports = {{0, 35}};
        graph.edges[0].fromPort = 0;
        graph.edges[0].toPort = 0;
        graph.edges[1].fromPort = 1;
        const Layout layout = layOut(graph, {});
        const auto& a = layout.routes[0];
        QCOMPARE(layout.points[a.first], layout.nodes[0].topLeft() + QPointF(136, 10));
        QCOMPARE(layout.points[a.first + a.count - 1], layout.nodes[1].topLeft() + QPointF(0, 35));
        const auto& b = layout.routes[1];
        QCOMPARE(layout.points[b.first], layout.nodes[0].topLeft() + QPointF(136, 30));
        // The upper port leads to the upper node.
        QVERIFY(layout.nodes[1].y() < layout.nodes[2].y());
    }

    void groups_data()
    {
        QTest::addColumn<bool>("outer");
        QTest::addColumn<bool>("inner");
        QTest::addColumn<int>("shown");
        QTest::addRow("closed") << false << false << 3;
        QTest::addRow("inner closed") << true << false << 7;
        QTest::addRow("closed around an open one") << false << true << 3;
        QTest::addRow("open") << true << true << 10;
    }

    void groups()
    {
        QFETCH(bool, outer);
        QFETCH(bool, inner);
        QFETCH(int, shown);
        const Graph graph = nested(outer, inner);
        for (const Direction direction : {Direction::LeftToRight, Direction::TopDown}) {
            Options options;
            options.direction = direction;
            const Layout layout = layOut(graph, options);
            int seen = 0;
            for (const QRectF& node : layout.nodes)
                seen += !node.isNull();
            QCOMPARE(seen, shown);
            QCOMPARE(overlap(graph, layout), QByteArray());
            // 2 to 6 stays inside 7, 1 to 2 needs it open, 0 to 1 goes to whatever is shown.
            QCOMPARE(layout.routes[8].count > 0, outer);
            QCOMPARE(layout.routes[1].count > 0, outer);
            QVERIFY(layout.routes[0].count > 0);
            const int last = layout.routes[0].first + layout.routes[0].count - 1;
            const QRectF target = layout.nodes[outer ? 1 : 7].adjusted(-1, -1, 1, 1);
            QVERIFY(target.contains(layout.points[last]));
            if (direction == Direction::LeftToRight)
                QCOMPARE(cut(graph, layout), QByteArray());
        }
    }

    void deepGroups()
    {
        constexpr int kDepth = 400;
        Graph graph = edges(kDepth + 1, {{0, kDepth}});
        for (int i = 2; i <= kDepth; ++i) {
            graph.nodes[i].parent = i - 1;
            graph.nodes[i - 1].open = true;
        }
        const Layout layout = layOut(graph, {});
        QCOMPARE(overlap(graph, layout), QByteArray());
        QVERIFY(attached(graph, layout, 0));
    }

    void pinsStayAndOthersAvoidThem()
    {
        Graph graph = generated(300);
        const Layout free = layOut(graph, {});
        // One in the way of everybody, one far off, one where it would stand anyway.
        graph.nodes[20].pinned = free.nodes[40].topLeft() + QPointF(60, 15);
        graph.nodes[21].pinned = QPointF(-900, -500);
        graph.nodes[22].pinned = free.nodes[22].topLeft();
        for (const Quality quality : {Quality::Quick, Quality::Refined}) {
            Options options;
            options.quality = quality;
            const Layout layout = layOut(graph, options);
            for (const int i : {20, 21, 22})
                QCOMPARE(layout.nodes[i].topLeft(), *graph.nodes[i].pinned);
            QCOMPARE(overlap(graph, layout), QByteArray());
            const Layout again = layOut(graph, options, &layout);
            for (const int i : {20, 21, 22})
                QCOMPARE(again.nodes[i].topLeft(), *graph.nodes[i].pinned);
            QCOMPARE(overlap(graph, again), QByteArray());
        }
    }

    void pinsInGroupsTravel()
    {
        Graph graph = nested(true, true);
        graph.nodes[2].pinned = QPointF(300, 200);
        const Layout layout = layOut(graph, {});
        QCOMPARE(layout.nodes[2].topLeft() - layout.nodes[7].topLeft(), QPointF(300, 200));
        QCOMPARE(overlap(graph, layout), QByteArray());
    }

    void sameAgain()
    {
        const Graph graph = generated(1000);
        for (const Quality quality : {Quality::Quick, Quality::Refined}) {
            Options options;
            options.quality = quality;
            const Layout a = layOut(graph, options);
            const Layout b = layOut(graph, options);
            QVERIFY(a.nodes == b.nodes);
            QVERIFY(a.points == b.points);
            QVERIFY(a.finished);
        }
    }

    void refinedIsBetter()
    {
        const Graph graph = generated(600);
        Options options;
        const qint64 quick = straightCrossings(middles(layOut(graph, options)), graph.edges);
        options.quality = Quality::Refined;
        const qint64 refined = straightCrossings(middles(layOut(graph, options)), graph.edges);
        QVERIFY2(refined < quick * 3 / 4, qPrintable(u"%1, %2"_s.arg(refined).arg(quick)));
    }

    void refiningStops()
    {
        const Graph graph = generated(7000);
        Options options;
        options.quality = Quality::Refined;
        int asked = 0;
        options.stopped = [&] {
            return ++asked > 3;
        };
        const Layout layout = layOut(graph, options);
        QVERIFY(!layout.finished);
        // Soon after it said so, with a whole layout.
        QVERIFY2(asked < 200, qPrintable(QString::number(asked)));
        QCOMPARE(overlap(graph, layout), QByteArray());
    }
};

PH_TEST_MAIN(QCoreApplication, LayoutTest)
#include "tst_layout.moc"
