// SPDX-License-Identifier: GPL-3.0-or-later
// Crossings of refined layouts against Graphviz dot, run as a process.
#include "tests/ui/graph/graphs.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class LayoutDotTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crossings_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<quint32>("seed");
        for (const int nodes : {150, 300, 600, 1000})
            for (const quint32 seed : {1U, 5U})
                QTest::addRow("%d nodes, seed %u", nodes, seed) << nodes << seed;
    }

    void crossings()
    {
        QFETCH(int, nodes);
        QFETCH(quint32, seed);
        const QString program = QStandardPaths::findExecutable(u"dot"_s);
        if (program.isEmpty()) {
            if (qEnvironmentVariable("CI") == "true"_L1)
                QFAIL("Graphviz is not installed");
            QSKIP("Graphviz is not installed");
        }
        const layered::Graph graph = generated(nodes, seed);
        QProcess dot;
        dot.start(program, {u"-Tplain"_s});
        dot.write(toDot(graph));
        dot.closeWriteChannel();
        QVERIFY(dot.waitForFinished(60'000));
        const qint64 theirs
            = straightCrossings(fromPlain(dot.readAllStandardOutput(), nodes), graph.edges);
        layered::Options options;
        options.quality = layered::Quality::Refined;
        const qint64 ours = straightCrossings(middles(layOut(graph, options)), graph.edges);
        qInfo("ours %lld, dot %lld, ratio %.3f", ours, theirs, double(ours) / double(theirs));
        QVERIFY(double(ours) <= 1.2 * double(theirs) + 20);
    }
};

PH_TEST_MAIN(QCoreApplication, LayoutDotTest)
#include "tst_layout_dot.moc"
