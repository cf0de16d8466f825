// SPDX-License-Identifier: GPL-3.0-or-later
// The e-commerce pipeline in the real window on real servers: drawn from an empty canvas by mouse
// and keyboard alone, saved, deployed, run and watched; its rows are then in PostgreSQL, with the
// events of the shop that came through Kafka meanwhile. Then one node is broken, and that one
// fails. PH_PICTURES names a folder for pictures.
#include "pipelines/panel/inspector.h"
#include "pipelines/panel/nodepalette.h"
#include "pipelines/panel/pipelinecanvas.h"
#include "pipelines/panel/problempane.h"
#include "tests/pipelines/proof/hand.h"
#include "tests/pipelines/proof/proofbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/searchfield.h"
#include "ui/words.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListView>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestPipelinesProof final : public QObject, ProofBench
{
    Q_OBJECT

    bool m_drawn = false;
    bool m_ran = false; // the whole pipeline did

private Q_SLOTS:
    void initTestCase() { start(); }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            picture(u"failed"_s);
    }
    void cleanupTestCase()
    {
        m_application.reset();
        if (m_sandbox.isReady())
            clear();
    }

    void drawnFromAnEmptyCanvas()
    {
        STEP(openEditor());
        picture(u"01-empty"_s);
        QVERIFY2(Hand::tabUntil([this] {
            return QApplication::focusWidget() == button(editor(), u"New pipeline"_s);
        }),
            "no key leads to the new pipeline");
        Hand::key(Qt::Key_Space);
        QTRY_VERIFY(editor()->session() && editor()->state() == ui::Panel::State::Ready);
        QTRY_VERIFY2(view()->hasFocus(), qPrintable(Hand::focused()));

        // What it is called.
        QAbstractButton* about = button(editor()->inspector(), u"About"_s);
        QVERIFY(about);
        Hand::click(about);
        STEP(fill(
            {{u"name"_s, u"shop_proof"_s}, {u"title"_s, u"Shop, from events to what it serves"_s},
                {u"owner"_s, u"data-platform"_s}}));
        STEP(leaveSettings());
        QCOMPARE(pipeline().name, u"shop_proof"_s);

        STEP(addByKeys(u"kafka topic"_s, u"orders"_s,
            {{u"connection"_s, u"shop_kafka"_s}, {u"topic"_s, u"shop.orders.v1"_s},
                {u"format"_s, u"Avro"_s}, {u"registry"_s, u"shop_registry"_s},
                {u"partitions"_s, u"6"_s}}));
        picture(u"02-topic"_s);

        // The next one out of the palette.
        NodePalette* palette = editor()->palette();
        Hand::click(palette->search());
        Hand::type(u"ingest.table"_s);
        QListView* kinds = palette->list();
        const QModelIndex found = kinds->currentIndex();
        QVERIFY(found.isValid());
        QVERIFY(Hand::carry(kinds->viewport(), kinds->visualRect(found).center(), view(),
            view()->nodeRect(u"orders"_s).topRight().toPoint() + QPoint(60, 0)));
        QCOMPARE(pipeline().nodes.size(), size_t(2));
        STEP(nameAndFill(u"bronze"_s,
            {{u"connection"_s, u"shop_db"_s}, {u"table"_s, u"bronze.proof_orders"_s},
                {u"columns"_s,
                    u"order_id bigint!\ncustomer_id bigint!\nstatus text\ncountry text\n"
                    "currency text\ntotal double precision\nplaced_at timestamptz"_s},
                {u"extracted_at"_s, u"placed_at"_s}, {u"dead_letters"_s, u"proof.orders.dlq"_s}}));
        picture(u"03-bronze"_s);
        STEP(connectByMouse(u"orders"_s, u"bronze"_s));

        STEP(goTo(u"bronze"_s));
        STEP(addByKeys(u"process.sql"_s, u"silver"_s,
            {{u"connection"_s, u"shop_db"_s},
                {u"sql"_s,
                    u"SELECT DISTINCT ON (order_id) order_id, customer_id, upper(country) AS "
                    u"country,\n"
                    "round(total::numeric, 2) AS total, placed_at FROM bronze.proof_orders\n"
                    "ORDER BY order_id, placed_at DESC"_s},
                {u"mode"_s, u"Replace"_s}, {u"table"_s, u"silver.proof_orders"_s}}));
        STEP(connectByKeys(u"bronze"_s, u"silver"_s));
        STEP(goTo(u"silver"_s));
        STEP(addByKeys(u"not_null"_s, u"ids_are_there"_s,
            {{u"connection"_s, u"shop_db"_s}, {u"table"_s, u"silver.proof_orders"_s},
                {u"columns"_s, u"order_id\nplaced_at"_s}}));
        STEP(connectByKeys(u"silver"_s, u"ids_are_there"_s));
        STEP(goTo(u"ids_are_there"_s));
        STEP(addByKeys(u"store.postgres"_s, u"gold"_s,
            {{u"connection"_s, u"shop_db"_s}, {u"table"_s, u"gold.proof_sales"_s},
                {u"query"_s,
                    u"SELECT country, count(*) AS orders, sum(total) AS revenue\n"
                    "FROM silver.proof_orders GROUP BY country"_s},
                {u"mode"_s, u"Merge"_s}, {u"keys"_s, u"country"_s},
                {u"columns"_s, u"country text!\norders bigint\nrevenue numeric"_s}}));
        STEP(connectByKeys(u"silver"_s, u"gold"_s));
        STEP(connectByKeys(u"ids_are_there"_s, u"gold"_s));
        STEP(goTo(u"gold"_s));
        STEP(addByKeys(u"process.sql"_s, u"board"_s,
            {{u"connection"_s, u"shop_db"_s},
                {u"sql"_s,
                    u"SELECT sum(orders) AS orders, sum(revenue) AS revenue\n"
                    "FROM gold.proof_sales"_s},
                {u"mode"_s, u"View"_s}, {u"table"_s, u"gold.proof_board"_s}}));
        STEP(connectByKeys(u"gold"_s, u"board"_s));
        picture(u"04-drawn"_s);

        // What starts the batch behind the stream.
        STEP(goTo(u"silver"_s));
        while (!editor()->canvas()->chosenEdge()
            || editor()->canvas()->chosenEdge()->from != u"bronze"_s)
            Hand::key(Qt::Key_E);
        STEP(enterSettings());
        STEP(fill({{u"trigger"_s, u"Sensor"_s}}));
        STEP(leaveSettings());
        Hand::key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(view()->isSettled());
        Hand::key(Qt::Key_F7);
        QTRY_VERIFY(editor()->problems()->list()->hasFocus());
        picture(u"05-checked"_s);
        QStringList wrong;
        for (const Problem& problem : editor()->problems()->problems())
            if (problem.severity != Problem::Severity::Hint)
                wrong.append(
                    problem.node + u'.' + problem.field + u": "_s + ui::words(problem.message));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        Hand::click(view(), {view()->width() - 4, view()->height() - 4});

        STEP(saveAs(m_folder.filePath(u"shop_proof.pipeline.yaml"_s)));
        m_drawn = true;
    }

    void deployedAndRunItsRowsAreThere()
    {
        QVERIFY2(m_drawn, "nothing is drawn");
        STEP(deploy(u"06"_s));
        QStringList ids;
        STEP(produce(ids));
        const QString ours = u" WHERE order_id IN (%1)"_s.arg(ids.join(u','));
        const QString count = u"SELECT count(*), count(DISTINCT order_id) FROM "_s;
        const QString all = u"%1|%1"_s.arg(kEvents);
        QTRY_COMPARE_WITH_TIMEOUT(sql(count + u"bronze.proof_orders"_s + ours), all, 60'000);
        STEP(runToItsEnd(u"07"_s));
        for (const QString& id : {u"silver"_s, u"ids_are_there"_s, u"gold"_s, u"board"_s})
            QVERIFY2(shownState(id) == u"success", qPrintable(shownStates()));
        QVERIFY2(shownState(u"bronze"_s) == u"streaming", qPrintable(shownStates()));
        picture(u"08-succeeded"_s);
        QCOMPARE(sql(count + u"silver.proof_orders"_s + ours), all);
        const QString orders = sql(u"SELECT count(*) FROM silver.proof_orders"_s);
        QVERIFY(orders.toInt() >= kEvents);
        QCOMPARE(sql(u"SELECT sum(orders) FROM gold.proof_sales"_s), orders);
        QCOMPARE(sql(u"SELECT orders FROM gold.proof_board"_s), orders);
        m_ran = true;
    }

    void aBrokenNodeFailsAlone()
    {
        QVERIFY2(m_ran, "nothing ran that could be broken");
        STEP(goTo(u"gold"_s));
        STEP(enterSettings());
        STEP(fill({{u"query"_s,
            u"SELECT country, 1 AS orders, 1 AS revenue FROM silver.no_such_orders"_s}}));
        STEP(leaveSettings());
        Hand::key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!editor()->hasUnsavedWork());
        STEP(deploy(u"09"_s));
        STEP(runToItsEnd(u"10"_s));
        picture(u"11-failed"_s);
        QVERIFY2(shownState(u"gold"_s) == u"failed", qPrintable(shownStates()));
        QCOMPARE(node(u"gold"_s)->glyph, ui::Glyph::Error);
        for (const ui::GraphNode& one : view()->scene().nodes)
            QVERIFY2(one.id == u"gold" || (one.word != u"failed" && one.glyph != ui::Glyph::Error),
                qPrintable(shownStates()));
        for (const QString& id : {u"silver"_s, u"ids_are_there"_s})
            QVERIFY2(shownState(id) == u"success", qPrintable(shownStates()));
        QVERIFY2(shownState(u"board"_s) == u"upstream_failed", qPrintable(shownStates()));
        QVERIFY2(shownState(u"bronze"_s) == u"streaming", qPrintable(shownStates()));
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    TestPipelinesProof test;
    return runTrapped(&test, argc, argv);
}

#include "tst_pipelinesproof.moc"
