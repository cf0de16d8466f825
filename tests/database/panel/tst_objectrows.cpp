// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an object: pages without a key, the order a header asks for, and what is refused.
#include "panelwindow.h"
#include "shopdata.h"

#include "database/panel/objectpanel.h"
#include "tests/support/testmain.h"
#include "ui/grid/gridview.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

// A log without a key: as many rows as the statement asks for.
FakeRows logPage(const QString& sql, int total)
{
    static const QRegularExpression skip(u"LIMIT 100(?: OFFSET (\\d+))?$"_s);
    FakeRows out = numbers(0);
    out.columns.push_back({u"kind"_s, u"json"_s, 114, false, false});
    const int first = skip.match(sql).captured(1).toInt();
    for (int n = first; n < std::min(total, first + 100); ++n)
        out.rows.push_back({QString::number(n), u"{}"_s});
    return out;
}

} // namespace

class ObjectRowsTest final : public QObject
{
    Q_OBJECT

    struct Fixture {
        FakeDatabase db;
        FakeWorkbench workbench;
        ObjectPanel panel{workbench, u"shop-db"_s};

        Fixture()
        {
            fillCatalogue(db);
            for (const ObjectKind kind : {ObjectKind::Table, ObjectKind::View}) {
                RelationDetails log;
                log.relation.ref.kind = kind;
                log.relation.ref.schema = u"gold"_s;
                log.relation.ref.name = kind == ObjectKind::Table ? u"log"_s : u"v_log"_s;
                log.columns.resize(2);
                log.columns[0].name = u"n"_s;
                log.columns[1].name = u"kind"_s;
                db.details[u"gold."_s + log.relation.ref.name] = log;
            }
            db.run = [](const QString& sql) {
                return logPage(sql, 250);
            };
            db.join(workbench.hub(), WriteMode::Ask);
        }
        void open(const QString& name)
        {
            panel.open({{u"postgres://shop-db"_s, name}, {}, u"data"_s});
        }
        ui::GridView* grid() { return panel.findChild<ui::GridView*>(); }
        QString cell(int row) { return grid()->model()->index(row, 0).data().toString(); }
        QString last() { return db.statements.isEmpty() ? QString() : db.statements.last(); }
        void page(Qt::Key key) { QTest::keyClick(grid(), key, Qt::AltModifier); }
        void clickHeader(int column)
        {
            auto* header = grid()->horizontalHeader();
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                {header->sectionViewportPosition(column) + 12, header->height() / 2});
        }
        bool says(const QString& words)
        {
            const auto labels = panel.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                [&](QLabel* l) { return l->isVisible() && l->text() == words; });
        }
        QString strip()
        {
            for (auto* strip : panel.findChildren<ui::StateStrip*>())
                if (strip->isVisible())
                    return strip->accessibleName();
            return {};
        }
        bool shows(ui::PanelState state)
        {
            const auto frames = panel.findChildren<ui::StateFrame*>();
            return std::any_of(frames.begin(), frames.end(),
                [&](auto* f) { return f->isVisible() && f->state() == state; });
        }
    };

private Q_SLOTS:
    void withoutAKeyPagesAreCounted()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.log"_s);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        QCOMPARE(f.last(), u"SELECT * FROM gold.log LIMIT 100"_s);
        QTRY_VERIFY(f.says(u"Rows 1 to 100, in no order"_s));
        f.grid()->setFocus();
        f.page(Qt::Key_PageDown);
        QTRY_COMPARE(f.cell(0), u"100"_s);
        QCOMPARE(f.last(), u"SELECT * FROM gold.log LIMIT 100 OFFSET 100"_s);
        f.page(Qt::Key_PageDown);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 50);
        QVERIFY(f.says(u"Rows 201 to 250, in no order"_s));
        f.page(Qt::Key_PageDown); // there is no further page
        f.page(Qt::Key_PageUp);
        QTRY_COMPARE(f.cell(0), u"100"_s);
        QTRY_COMPARE(f.db.openSessions, 0);
        QCOMPARE(f.db.statements.size(), 4);
        QCOMPARE(f.db.mostSessions, 1);
    }

    void aHeaderAsksForAnOrder()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.log"_s);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        f.grid()->setFocus();
        f.page(Qt::Key_PageDown);
        QTRY_COMPARE(f.cell(0), u"100"_s);
        f.clickHeader(0); // starts at the first row
        QTRY_COMPARE(f.last(), u"SELECT * FROM gold.log ORDER BY n, tableoid, ctid LIMIT 100"_s);
        QTRY_VERIFY(f.says(u"Rows 1 to 100, by n, upwards"_s));
        QCOMPARE(f.grid()->horizontalHeader()->sortIndicatorSection(), 0);
        f.page(Qt::Key_PageDown);
        QTRY_COMPARE(
            f.last(), u"SELECT * FROM gold.log ORDER BY n, tableoid, ctid LIMIT 100 OFFSET 100"_s);
        QTRY_VERIFY(f.says(u"Rows 101 to 200, by n, upwards"_s));
        f.clickHeader(0);
        QTRY_COMPARE(
            f.last(), u"SELECT * FROM gold.log ORDER BY n DESC, tableoid, ctid LIMIT 100"_s);
        QTRY_VERIFY(f.says(u"Rows 1 to 100, by n, downwards"_s));
        f.clickHeader(0);
        QTRY_COMPARE(f.last(), u"SELECT * FROM gold.log LIMIT 100"_s);
        QTRY_VERIFY(f.says(u"Rows 1 to 100, in no order"_s));
        QCOMPARE(f.grid()->horizontalHeader()->sortIndicatorSection(), -1);

        // The menu of the column does it too.
        QMenu menu;
        f.grid()->fillColumnMenu(menu, 0);
        const auto actions = menu.actions();
        QCOMPARE(actions.value(1)->text(), u"Sort downwards"_s);
        actions[1]->trigger();
        QTRY_VERIFY(f.says(u"Rows 1 to 100, by n, downwards"_s));

        // Another object is read in its own order; of a view nothing but all of a row tells apart
        // what is equal.
        f.open(u"shop.gold.v_log"_s);
        QTRY_COMPARE(f.last(), u"SELECT * FROM gold.v_log LIMIT 100"_s);
        QTRY_VERIFY(f.says(u"Rows 1 to 100, in no order"_s));
        f.clickHeader(0);
        QTRY_COMPARE(f.last(), u"SELECT * FROM gold.v_log ORDER BY n, (v_log.*)::text LIMIT 100"_s);
    }

    // It comes back with the tab, and is dropped where its column is gone.
    void theOrderIsKeptInTheSession()
    {
        QJsonObject state;
        {
            Fixture f;
            PanelWindow window(&f.panel);
            f.open(u"shop.gold.log"_s);
            QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
            QVERIFY(f.panel.saveState()[u"order"_s].toObject().isEmpty());
            f.clickHeader(0);
            QTRY_VERIFY(f.says(u"Rows 1 to 100, by n, upwards"_s));
            f.clickHeader(0);
            QTRY_VERIFY(f.says(u"Rows 1 to 100, by n, downwards"_s));
            state = f.panel.saveState();
        }
        const auto read = [](Fixture& f) {
            const auto buttons = f.panel.findChildren<QPushButton*>();
            for (QPushButton* button : buttons)
                if (button->isVisible() && button->text().startsWith("Read "_L1))
                    return QTest::mouseClick(button, Qt::LeftButton);
        };
        Fixture f;
        f.panel.restoreState(state);
        QCOMPARE(f.panel.saveState()[u"order"_s], state[u"order"_s]); // also when it is never seen
        PanelWindow window(&f.panel);
        QTRY_VERIFY(f.shows(ui::PanelState::Empty)); // rows are read when they are asked for
        QVERIFY(f.db.statements.isEmpty());
        read(f);
        QTRY_COMPARE(
            f.last(), u"SELECT * FROM gold.log ORDER BY n DESC, tableoid, ctid LIMIT 100"_s);
        QTRY_VERIFY(f.says(u"Rows 1 to 100, by n, downwards"_s));
        QCOMPARE(f.grid()->horizontalHeader()->sortIndicatorSection(), 0);
        QCOMPARE(f.grid()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);

        Fixture other;
        const auto good = other.db.run;
        other.db.run = [good](const QString& sql) {
            FakeRows rows = good(sql);
            if (sql.contains("ORDER BY"_L1))
                rows.error = Error{Error::Kind::NotFound, u"shop-db"_s,
                    u"column \"n\" does not exist"_s, {}, u"42703"_s};
            return rows;
        };
        other.panel.restoreState(state);
        PanelWindow second(&other.panel);
        QTRY_VERIFY(other.shows(ui::PanelState::Empty));
        read(other);
        QTRY_VERIFY(other.strip().contains("does not exist"_L1));
        read(other);
        QTRY_COMPARE(other.last(), u"SELECT * FROM gold.log LIMIT 100"_s);
        QTRY_COMPARE(other.grid()->model()->rowCount(), 100);
        QVERIFY(other.panel.saveState()[u"order"_s].toObject().isEmpty());

        // Another object has nothing to do with it.
        Fixture third;
        third.panel.restoreState(state);
        third.open(u"shop.gold.v_log"_s);
        PanelWindow last(&third.panel);
        QTRY_COMPARE(third.last(), u"SELECT * FROM gold.v_log LIMIT 100"_s);
    }

    void withAKeyTheOrderEndsWithIt()
    {
        Fixture f;
        f.db.run = ordersPages(250);
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        f.grid()->setFocus();
        f.page(Qt::Key_PageDown);
        QTRY_COMPARE(f.cell(0), u"90414551"_s);
        f.clickHeader(1);
        QTRY_VERIFY(f.last().endsWith("ORDER BY customer_id, order_id, placed_at LIMIT 100"_L1));
        QTRY_VERIFY(f.says(u"Rows 1 to 100, by customer_id, upwards"_s));
        f.clickHeader(1);
        QTRY_VERIFY(f.says(u"Rows 1 to 100, by customer_id, downwards"_s));
        f.clickHeader(1); // by key again, and from page to page too
        QTRY_VERIFY(f.says(u"Rows 1 to 100, by key, newest first"_s));
        f.page(Qt::Key_PageDown);
        QTRY_VERIFY(f.last().contains("(order_id, placed_at) < ('90414552', "_L1));
        QVERIFY(!f.last().contains("OFFSET"_L1));
    }

    // Nothing of the connection is told, and nothing asks again by itself.
    void aViewThatFailsIsNoOutage()
    {
        Fixture f;
        const auto good = f.db.run;
        const auto bad = [](const QString&) {
            FakeRows r;
            r.error = Error{Error::Kind::Refused, u"shop-db"_s,
                u"division by zero\nPL/pgSQL function gold.rate() line 3"_s, {}, u"22012"_s};
            r.errorPosition = 14;
            return r;
        };
        f.db.run = bad;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.v_log"_s);
        QTRY_VERIFY(f.says(u"The rows of gold.v_log cannot be read"_s));
        QVERIFY(f.shows(ui::PanelState::Error));
        QVERIFY(f.says(u"division by zero\nPL/pgSQL function gold.rate() line 3\ncode 22012\n"
                       "at character 15 of: SELECT * FROM gold.v_log LIMIT 100"_s));
        const auto button = [&](const QString& text) {
            const auto buttons = f.panel.findChildren<QPushButton*>();
            const auto at = std::find_if(buttons.begin(), buttons.end(),
                [&](QPushButton* b) { return b->isVisible() && b->text() == text; });
            return at == buttons.end() ? nullptr : *at;
        };
        QVERIFY(!button(u"Stop retrying"_s) && !button(u"Edit connection"_s));
        HealthReport well;
        well.state = HealthReport::State::Healthy;
        f.workbench.hub().reportHealth(u"shop-db"_s, well, {});
        QCOMPARE(f.db.statements.size(), 1);
        QVERIFY(button(u"Open as query"_s));
        button(u"Open as query"_s)->click();
        QCOMPARE(f.workbench.links().back().view, u"query"_s);
        QCOMPARE(f.workbench.links().back().entity.name, u"shop.gold.v_log"_s);
        f.db.run = good;
        button(u"Retry now"_s)->click();
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        QVERIFY(!f.shows(ui::PanelState::Error));

        // One page of it that cannot be read leaves the one before.
        f.db.run = bad;
        QTRY_COMPARE(f.db.openSessions, 0);
        f.grid()->setFocus();
        f.page(Qt::Key_PageDown);
        QTRY_COMPARE(f.strip(), u"division by zero · PL/pgSQL function gold.rate() line 3"_s);
        QVERIFY(!f.shows(ui::PanelState::Stale) && !f.shows(ui::PanelState::Error));
        QCOMPARE(f.grid()->model()->rowCount(), 100);

        // A right that is missing is one, too; a server that goes is an outage.
        f.db.run = [](const QString&) {
            FakeRows r;
            r.error = Error{Error::Kind::Auth, u"shop-db"_s, u"permission denied for table log"_s,
                {}, u"42501"_s};
            return r;
        };
        f.panel.refresh();
        QTRY_VERIFY(f.says(u"The rows of gold.v_log cannot be read"_s));
        f.db.run = [](const QString&) {
            FakeRows r;
            r.error = refused();
            return r;
        };
        button(u"Retry now"_s)->click();
        QTRY_VERIFY(button(u"Stop retrying"_s));
    }

    void anOrderThereIsNotLeavesTheRows()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.log"_s);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        const auto good = f.db.run;
        f.db.run = [](const QString&) {
            FakeRows r;
            r.error = Error{Error::Kind::NotFound, {},
                u"could not identify an ordering operator for type json"_s, {}, u"42883"_s};
            return r;
        };
        f.clickHeader(1);
        QTRY_COMPARE(f.strip(),
            u"Not sorted by kind: could not identify an ordering operator for type json"_s);
        QVERIFY(!f.shows(ui::PanelState::Stale) && !f.shows(ui::PanelState::Error));
        QCOMPARE(f.grid()->model()->rowCount(), 100);
        QCOMPARE(f.grid()->horizontalHeader()->sortIndicatorSection(), -1);
        f.db.run = good;
        f.grid()->setFocus();
        f.page(Qt::Key_PageDown);
        QTRY_COMPARE(f.last(), u"SELECT * FROM gold.log LIMIT 100 OFFSET 100"_s);
        QTRY_COMPARE(f.strip(), QString());
    }
};

PH_TEST_MAIN(QApplication, ObjectRowsTest)
#include "tst_objectrows.moc"
