// SPDX-License-Identifier: GPL-3.0-or-later
// A layout after an edit: what the user has learned stays where it is.
#include "tests/ui/graph/graphs.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

#include <cmath>

using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using layered::Graph;
using layered::Layout;
using layered::layOut;
using layered::Options;
using layered::Quality;

namespace
{

int addNode(Graph& graph)
{
    graph.nodes.push_back(graph.nodes[0]);
    graph.nodes.back().id = 1'000'000 + int(graph.nodes.size());
    return int(graph.nodes.size()) - 1;
}

// How many nodes of `before` moved, not counting those nearer than `near` to x.
int moved(const Layout& before, const Layout& after, double x = 0, double near = -1)
{
    int count = 0;
    for (size_t i = 0; i < before.nodes.size(); ++i)
        if (before.nodes[i].topLeft() != after.nodes[i].topLeft()
            && std::abs(before.nodes[i].x() - x) > near)
            ++count;
    return count;
}

} // namespace

class LayoutKeptTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingNewNothingMoves()
    {
        for (const Graph& graph : {generated(1000), chain(500), fan(200), edges(40, {})}) {
            const Layout first = layOut(graph, {});
            const Layout second = layOut(graph, {}, &first);
            QCOMPARE(moved(first, second), 0);
            QVERIFY(first.points == second.points);
            const Layout third = layOut(graph, {}, &second);
            QCOMPARE(moved(first, third), 0);
        }
    }

    void removingMovesNothing()
    {
        Graph graph = generated(600);
        const Layout first = layOut(graph, {});
        std::erase_if(graph.edges, [](const auto& e) { return e.from == 30 || e.to == 30; });
        const Layout second = layOut(graph, {}, &first);
        for (size_t i = 0; i < graph.nodes.size(); ++i)
            if (i != 30)
                QCOMPARE(second.nodes[i].topLeft(), first.nodes[i].topLeft());
    }

    void aNewEdgeBetweenNeighboursMovesNothing()
    {
        Graph graph = generated(600);
        const Layout first = layOut(graph, {});
        const auto e = graph.edges[3];
        graph.edges.push_back({e.from, e.to, -1, -1});
        QCOMPARE(moved(first, layOut(graph, {}, &first)), 0);
    }

    void aNewNodeMovesOnlyItsLayerAndTheNext_data()
    {
        QTest::addColumn<bool>("refined");
        QTest::addColumn<int>("node");
        for (const int node : {40, 90, 170, 220})
            for (const bool refined : {false, true})
                QTest::addRow("after %d%s", node, refined ? ", refined" : "") << refined << node;
    }

    void aNewNodeMovesOnlyItsLayerAndTheNext()
    {
        QFETCH(bool, refined);
        QFETCH(int, node);
        Graph graph = generated(600);
        Options options;
        options.quality = refined ? Quality::Refined : Quality::Quick;
        const Layout first = layOut(graph, options);
        const int fresh = addNode(graph);
        graph.edges.push_back({node, fresh, -1, -1});
        const Layout second = layOut(graph, options, &first);
        QCOMPARE(overlap(graph, second), QByteArray());
        const double x = second.nodes[fresh].x();
        // Its layer and one on each side: nothing else.
        std::vector<double> columns;
        for (const auto& e : graph.edges)
            for (const int end : {e.from, e.to})
                columns.push_back(second.nodes[end].x());
        std::ranges::sort(columns);
        columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
        const auto at = std::ranges::find(columns, x) - columns.begin();
        const double near = std::max(at > 0 ? x - columns[at - 1] : 0,
            at + 1 < qint64(columns.size()) ? columns[at + 1] - x : 0);
        QCOMPARE(moved(first, second, x, near + 1), 0);
    }

    void aNewSourceLeavesTheRestInPlace()
    {
        Graph graph = generated(300);
        const Layout first = layOut(graph, {});
        int source = 0;
        for (const auto& e : graph.edges)
            if (first.nodes[e.from].x() == first.bounds.x())
                source = e.from;
        const int fresh = addNode(graph);
        graph.edges.push_back({fresh, source, -1, -1});
        const Layout second = layOut(graph, {}, &first);
        QVERIFY(second.nodes[fresh].right() < second.nodes[source].left());
        for (size_t i = 0; i < first.nodes.size(); ++i)
            QCOMPARE(second.nodes[i].x(), first.nodes[i].x());
        QCOMPARE(overlap(graph, second), QByteArray());
    }

    void insertingIntoAnEdgePushesOnlyWhatMust()
    {
        Graph graph = chain(10);
        for (auto& e : edges(10, {{0, 9}}).edges)
            graph.edges.push_back(e);
        const Layout first = layOut(graph, {});
        const int fresh = addNode(graph);
        graph.edges[4] = {4, fresh, -1, -1};
        graph.edges.push_back({fresh, 5, -1, -1});
        const Layout second = layOut(graph, {}, &first);
        QCOMPARE(overlap(graph, second), QByteArray());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(second.nodes[i].topLeft(), first.nodes[i].topLeft());
        QCOMPARE(second.nodes[fresh].x(), first.nodes[5].x());
    }

    void anOpenedGroupStaysBetweenItsNeighbours()
    {
        // One before, six beside each other, one after; the third of the six is a group.
        Graph graph = edges(8, {});
        for (int i = 1; i <= 6; ++i) {
            graph.edges.push_back({0, i, -1, -1});
            graph.edges.push_back({i, 7, -1, -1});
        }
        for (int i = 0; i < 9; ++i) {
            const int inner = addNode(graph);
            graph.nodes[size_t(inner)].parent = 3;
        }
        graph.nodes[3].open = false;
        const Layout closed = layOut(graph, {});
        graph.nodes[3].open = true;
        const Layout open = layOut(graph, {}, &closed);
        QCOMPARE(overlap(graph, open), QByteArray());
        const auto above = [](const Layout& layout, int node) {
            return layout.nodes[size_t(node)].y() < layout.nodes[3].y();
        };
        for (const int i : {1, 2, 4, 5, 6})
            QCOMPARE(above(open, i), above(closed, i));
    }

    void openingAGroupShiftsButDoesNotReshuffle()
    {
        Graph graph = generated(300);
        // A group of five in the place of node 100.
        int inner = 0;
        for (int i = 0; i < 5; ++i) {
            inner = addNode(graph);
            graph.nodes[inner].parent = 100;
            if (i > 0)
                graph.edges.push_back({inner - 1, inner, -1, -1});
        }
        const Layout closed = layOut(graph, {});
        graph.nodes[100].open = true;
        const Layout open = layOut(graph, {}, &closed);
        QCOMPARE(overlap(graph, open), QByteArray());
        QVERIFY(open.nodes[100].width() > closed.nodes[100].width());
        QVERIFY(!open.nodes[inner].isNull());
        const QRectF was = closed.nodes[100];
        const double wider = open.nodes[100].width() - was.width();
        const double higher = open.nodes[100].height() - was.height();
        for (int i = 0; i < 300; ++i) {
            QPointF wanted = closed.nodes[i].topLeft();
            if (wanted.x() > was.x())
                wanted.rx() += wider;
            else if (wanted.x() == was.x() && wanted.y() > was.y())
                wanted.ry() += higher;
            QCOMPARE(open.nodes[i].topLeft(), wanted);
        }
        graph.nodes[100].open = false;
        const Layout again = layOut(graph, {}, &open);
        QCOMPARE(moved(closed, again), 0);
        QVERIFY(closed.points == again.points);
        // The inside is as it was when it opens once more.
        graph.nodes[100].open = true;
        QCOMPARE(moved(open, layOut(graph, {}, &again)), 0);
    }

    void manyEditsNeverOverlap()
    {
        Graph graph = generated(200);
        Layout layout = layOut(graph, {});
        quint32 state = 7;
        for (int i = 0; i < 150; ++i) {
            state = state * 1664525U + 1013904223U;
            const int a = int((state >> 8U) % graph.nodes.size());
            const int b = int((state >> 4U) % graph.nodes.size());
            switch (state >> 28U) {
            case 0:
            case 1:
            case 2:
            case 3:
                graph.edges.push_back({a, addNode(graph), -1, -1});
                break;
            case 4:
            case 5:
                graph.edges.push_back({addNode(graph), a, -1, -1});
                break;
            case 6:
                std::erase_if(graph.edges, [&](const auto& e) { return e.from == a; });
                break;
            case 7:
                graph.nodes[a].size.rheight() += 24;
                break;
            case 8:
                graph.nodes[a].size.rwidth() += 90;
                break;
            case 9:
                graph.nodes[a].pinned = layout.nodes[b].topLeft() + QPointF(200, 31);
                break;
            case 10:
                for (auto& node : graph.nodes)
                    node.pinned.reset();
                break;
            default:
                graph.edges.push_back({a, b, -1, -1});
            }
            std::vector<QPointF> pins;
            for (const auto& node : graph.nodes)
                if (node.pinned)
                    pins.push_back(*node.pinned);
            // Two pins in one place are the user's choice.
            if (pins.size() > 1)
                for (auto& node : graph.nodes)
                    if (node.pinned && *node.pinned != pins.back())
                        node.pinned.reset();
            Options options;
            options.quality = i % 5 == 0 ? Quality::Refined : Quality::Quick;
            layout = layOut(graph, options, &layout);
            QCOMPARE(overlap(graph, layout), QByteArray());
        }
    }

    void anotherGraphStartsAfresh()
    {
        const Layout first = layOut(generated(300), {});
        Graph other = chain(50);
        for (auto& node : other.nodes)
            node.id += 5000;
        const Layout kept = layOut(other, {}, &first);
        const Layout fresh = layOut(other, {});
        QVERIFY(kept.nodes == fresh.nodes);
    }
};

PH_TEST_MAIN(QCoreApplication, LayoutKeptTest)
#include "tst_layout_kept.moc"
