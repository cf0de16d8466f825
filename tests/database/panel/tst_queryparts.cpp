// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a query tab by themselves: the plan's columns, and where a result is exported to.
#include "panelwindow.h"
#include "shopdata.h"

#include "database/panel/exportdialog.h"
#include "database/panel/exporttask.h"
#include "database/panel/planmodel.h"
#include "database/panel/planview.h"
#include "tests/support/testmain.h"
#include "ui/controls/elidedlabel.h"
#include "ui/states/statestrip.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QTreeView>

#include <array>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class QueryPartsTest final : public QObject
{
    Q_OBJECT

    static Plan plan(bool analyzed)
    {
        PlanNode scan;
        scan.type = u"Parallel Index Only Scan"_s;
        scan.relation = u"gold.fct_orders"_s;
        scan.executed = analyzed;
        scan.estimatedRows = scan.actualRows = 2'100'000;
        scan.totalCost = 131'000;
        scan.loops = 3;
        scan.selfTime = 1284;
        scan.sharedHit = 90'000;
        PlanNode join = scan;
        join.type = u"Hash Left Join"_s;
        join.totalCost = 8.17;
        join.children = {scan};
        PlanNode top = join;
        top.type = u"Aggregate"_s;
        top.children = {join};
        Plan out;
        out.root = top;
        out.analyzed = analyzed;
        return out;
    }

    static bool headersAreWhole(const QTreeView& tree)
    {
        for (int c = 0; c < PlanModel::ColumnCount; ++c)
            if (!tree.isColumnHidden(c)
                && tree.header()->sectionSize(c)
                    < QFontMetrics(tree.header()->font())
                          .horizontalAdvance(
                              tree.model()->headerData(c, Qt::Horizontal).toString()))
                return false;
        return true;
    }

private Q_SLOTS:
    void planNodesAreReadable()
    {
        FakeWorkbench workbench; // the theme
        PlanView view;
        view.resize(560, 300); // beside the editor at 1440 x 900
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto* tree = view.findChild<QTreeView*>();
        view.setPlan(plan(false)); // what is hidden now must not be measured so
        QVERIFY(!tree->isColumnHidden(PlanModel::Cost));
        QVERIFY(tree->isColumnHidden(PlanModel::Loops));
        QVERIFY(headersAreWhole(*tree));
        view.setPlan(plan(true));
        const auto nodeWidth = [tree] {
            return tree->columnWidth(PlanModel::Node);
        };
        QVERIFY2(nodeWidth() >= 200, qPrintable(QString::number(nodeWidth())));
        QVERIFY(!tree->isColumnHidden(PlanModel::Cost));
        QVERIFY(!tree->isColumnHidden(PlanModel::SelfTime));
        QVERIFY(tree->isColumnHidden(PlanModel::Buffers)); // gives way first
        QVERIFY(headersAreWhole(*tree));
        view.resize(1100, 300);
        QTRY_VERIFY(!tree->isColumnHidden(PlanModel::Buffers));
        QVERIFY(!tree->isColumnHidden(PlanModel::Loops));
        QVERIFY(headersAreWhole(*tree));
        view.resize(300, 300); // scrolls, rather than cut names
        QTRY_VERIFY(tree->isColumnHidden(PlanModel::Loops));
        QVERIFY(nodeWidth() >= 200);
        // Costs are those of the server, and what has no column is in the tooltip.
        const auto root = tree->model()->index(0, 0);
        QCOMPARE(root.siblingAtColumn(PlanModel::Cost).data().toString(), QLocale().toString(8.17));
        QVERIFY(root.data(Qt::ToolTipRole).toString().contains(u"Loops: 3"_s));
    }

    void whyOnlyEstimates()
    {
        FakeWorkbench workbench;
        PlanView view;
        auto* strip = view.findChild<ui::StateStrip*>();
        const auto said = [strip] {
            return strip->findChild<ui::ElidedLabel*>()->text();
        };
        view.setNotRun(true);
        view.setPlan(plan(false));
        QVERIFY(!strip->isHidden());
        QVERIFY2(said().contains(u"was not run"_s), qPrintable(said()));
        view.setNotRun(false);
        view.setPlan(plan(false)); // asked for as a plain EXPLAIN
        QVERIFY(strip->isHidden());
    }

    void tableOfAStatement_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("table");
        QTest::newRow("plain") << u"SELECT * FROM orders"_s << u"orders"_s;
        QTest::newRow("schema") << u"select a, b from gold.\"Odd T\" t where a > 1 limit 5"_s
                                << u"gold.\"Odd T\""_s;
        QTest::newRow("only") << u"SELECT a FROM ONLY x ORDER BY 1, 2"_s << u"x"_s;
        QTest::newRow("inner from")
            << u"SELECT extract(day FROM d), a IS DISTINCT FROM b FROM t"_s << u"t"_s;
        QTest::newRow("where with a subquery")
            << u"SELECT a FROM t WHERE b IN (SELECT b FROM u)"_s << u"t"_s;
        QTest::newRow("two") << u"SELECT * FROM a, b"_s << QString();
        QTest::newRow("join") << u"SELECT * FROM a JOIN b USING (id)"_s << QString();
        QTest::newRow("union") << u"SELECT 1 FROM a UNION SELECT 1 FROM b"_s << QString();
        QTest::newRow("subquery") << u"SELECT * FROM (SELECT 1) s"_s << QString();
        QTest::newRow("function") << u"SELECT * FROM generate_series(1, 3)"_s << QString();
        QTest::newRow("none") << u"SELECT 1"_s << QString();
        QTest::newRow("with") << u"WITH x AS (SELECT 1) SELECT * FROM x"_s << QString();
    }
    void tableOfAStatement()
    {
        QFETCH(QString, statement);
        QTEST(singleTable(statement), "table");
    }

    void theNameFollowsTheType()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        FakeWorkbench workbench;
        FakeDatabase db;
        db.join(workbench.hub(), WriteMode::Ask);
        QWidget window;
        window.show();
        const QByteArray one = "1";
        auto store = std::make_shared<TableStore>(workbench.runtime(),
            std::vector<TableColumn>{{u"n"_s, u"integer"_s, 23, true, false}}, TableStoreOptions());
        {
            const auto writer = store->writer();
            const std::array<QByteArrayView, 1> cells{one};
            QVERIFY(writer->append(cells));
            writer->flush();
        }
        store->finish(TableStore::Count::Exact);
        const QString folder = workbench.folder() + u"/out"_s;
        QVERIFY(QDir().mkpath(folder));
        const auto written = [&](const QString& name) {
            QFile file(folder + u'/' + name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        for (const auto& [format, name] : {std::pair(ui::CopyFormat::Tsv, u"b1.tsv"_s),
                 {ui::CopyFormat::JsonLines, u"b1.jsonl"_s}, {ui::CopyFormat::Insert, u"b1.sql"_s},
                 {ui::CopyFormat::Markdown, u"b1.md"_s}}) {
            auto* dialog = new ExportDialog(workbench, u"shop-db"_s, store, u"gold.t"_s, &window);
            dialog->open();
            if (format == ui::CopyFormat::Tsv)
                dialog->setDirectory(folder);
            else // remembered
                QCOMPARE(dialog->directory().absolutePath(), QDir(folder).absolutePath());
            dialog->selectNameFilter(ui::fileFilter(format));
            Q_EMIT dialog->filterSelected(ui::fileFilter(format));
            auto* field = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
            QVERIFY(field);
            field->setText(u"b1"_s);
            QMetaObject::invokeMethod(dialog, "accept");
            QTRY_VERIFY2(!written(name).isEmpty(), qPrintable(name));
        }
        QVERIFY(written(u"b1.sql"_s).contains("INSERT INTO gold.t ("));
        QVERIFY(written(u"b1.md"_s).contains('|'));

        // From no table in particular: asked for.
        auto* dialog = new ExportDialog(workbench, u"shop-db"_s, store, {}, &window);
        Q_EMIT dialog->fileSelected(folder + u"/asked.sql"_s);
        auto* ask = window.findChild<QInputDialog*>();
        QVERIFY(ask);
        ask->setTextValue(u"silver.kept"_s);
        ask->accept();
        QTRY_VERIFY(written(u"asked.sql"_s).contains("INSERT INTO silver.kept ("));
        delete dialog;
    }
};

PH_TEST_MAIN(QApplication, QueryPartsTest)
#include "tst_queryparts.moc"
