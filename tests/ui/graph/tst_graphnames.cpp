// SPDX-License-Identifier: GPL-3.0-or-later
// Names cut to their room: what tells nodes apart stays, and nothing is cut while there is room.
#include "tests/support/testmain.h"
#include "ui/graph/graphnames.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QTest>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class GraphNamesTest final : public QObject
{
    Q_OBJECT

    Theme m_theme;

    static GraphScene named(const QStringList& titles)
    {
        GraphScene scene;
        for (const QString& title : titles) {
            GraphNode node;
            node.id = node.title = title;
            scene.nodes.push_back(node);
        }
        return scene;
    }
    // Every character is 1 wide, the dots too.
    static QString cut(const QString& title, double room, int differs)
    {
        std::vector<double> ends;
        for (qsizetype i = 1; i <= title.size(); ++i)
            ends.push_back(double(i));
        const CutName c = cutName(ends, room, 1, differs);
        return title.left(c.head) + (c.gap ? u"~"_s : QString()) + title.mid(c.from, c.to - c.from)
            + (c.open ? u"~"_s : QString());
    }

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }

    void placesAreWordsThatDiffer()
    {
        const QStringList titles{
            u"category_1"_s, u"category_12"_s, u"category_2"_s, u"load"_s, u"load"_s, QString()};
        QCOMPARE(differingPlaces(named(titles)), (std::vector<int>{9, 9, 9, 0, 0, 0}));
        // Only those of one group are mistaken for each other.
        GraphScene scene = named({u"stage_orders"_s, u"stage_items"_s});
        scene.nodes[1].group = u"other"_s;
        QCOMPARE(differingPlaces(scene), (std::vector<int>{0, 0}));
        QVERIFY(differingPlaces({}).empty());
    }

    void cutsKeepWhatDiffers()
    {
        QCOMPARE(cut(u"category_12"_s, 11, 9), u"category_12"_s);
        QCOMPARE(cut(u"category_12"_s, 8, 9), u"categ~12"_s);
        QCOMPARE(cut(u"category_12"_s, 5, 9), u"~y_12"_s);
        QCOMPARE(cut(u"category_12"_s, 8, 0), u"categor~"_s);
        QCOMPARE(cut(u"stage_a_long_tail_of_words"_s, 9, 6), u"~a_long_~"_s);
        QCOMPARE(cut(u"stage_a_long_tail_of_words"_s, 10, 2), u"stage_a_l~"_s);
        QVERIFY(cut(u"category_12"_s, 1, 9).size() <= 2);
    }

    void nothingIsCutWhileThereIsRoom()
    {
        const QFontMetricsF metrics(m_theme.font(TextStyle::ControlStrong));
        GraphNode node;
        for (const QString& title : {u"orders_bronze"_s, u"category_12"_s, u"task_number_4711"_s,
                 u"load_fct_orders_daily"_s, u"file://lake/gold/orders_by_country"_s,
                 u"WWWWWWWWWWWW"_s, u"mmmmmmmmmmmmmm"_s, u"UPPER_CASE_NAME"_s, u"illi_jilt"_s,
                 QString::fromUtf8("\xe6\xaf\x8f\xe6\x97\xa5\xe8\xa8\x82\xe5\x96\xae\xe5\x8c\xaf"
                                   "\xe5\x85\xa5")}) {
            node.title = title;
            for (const bool group : {false, true}) {
                node.isGroup = group;
                const double room = graphNodeSize(node).width() - (group ? 47 : 33);
                if (graphNodeSize(node).width() < 320)
                    QVERIFY2(metrics.horizontalAdvance(title) <= room,
                        qPrintable(u"%1: %2 in %3"_s.arg(title)
                                       .arg(metrics.horizontalAdvance(title))
                                       .arg(room)));
            }
            // Nor where a view shows a whole graph as small as it does: letters stay larger.
            node.isGroup = false;
            QVERIFY2(
                metrics.horizontalAdvance(title) * 0.7 <= graphNodeSize(node).width() * 0.66 - 23,
                qPrintable(title));
        }
    }
};

PH_TEST_MAIN(QApplication, GraphNamesTest)
#include "tst_graphnames.moc"
