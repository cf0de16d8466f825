// SPDX-License-Identifier: GPL-3.0-or-later
// The object page: what it asks and when, its tabs, pages by key, WHERE, acts and states.
#include "panelwindow.h"
#include "shopdata.h"

#include "database/api/names.h"
#include "database/panel/objectpanel.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/searchfield.h"
#include "ui/grid/gridview.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QTabBar>
#include <QTableView>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class ObjectPanelTest final : public QObject
{
    Q_OBJECT

    struct Fixture {
        FakeDatabase db;
        FakeWorkbench workbench;
        ObjectPanel panel{workbench, u"shop-db"_s};

        explicit Fixture(WriteMode writes = WriteMode::Ask)
        {
            fillCatalogue(db);
            db.run = ordersPages(250);
            db.join(workbench.hub(), writes);
        }
        void open(const QString& name, const QString& view = u"object"_s)
        {
            panel.open({{u"postgres://shop-db"_s, name}, {}, view});
        }
        QTabBar* tabs() { return panel.findChild<QTabBar*>(); }
        void choose(const QString& name)
        {
            for (int i = 0; i < tabs()->count(); ++i)
                if (tabs()->tabText(i).startsWith(name))
                    tabs()->setCurrentIndex(i);
        }
        QStringList tabNames()
        {
            QStringList out;
            for (int i = 0; i < tabs()->count(); ++i)
                if (tabs()->isTabVisible(i))
                    out.append(tabs()->tabText(i).remove(QChar(0x2009)));
            return out;
        }
        QTableView* list(const QString& name)
        {
            for (auto* v : panel.findChildren<QTableView*>())
                if (v->accessibleName() == name)
                    return v;
            return nullptr;
        }
        ui::SearchField* where() { return panel.findChild<ui::SearchField*>(); }
        ui::GridView* grid() { return panel.findChild<ui::GridView*>(); }
        QString cell(int row, int column)
        {
            return grid()->model()->index(row, column).data().toString();
        }
    };

private Q_SLOTS:
    void showsATableAndAsksLazily()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        window.resize(1000, 900); // dependents are a tab here
        QCOMPARE(f.panel.state(), ui::Panel::State::Empty);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        QCOMPARE(f.panel.title(), u"fct_orders"_s);
        QCOMPARE(f.panel.kind(), u"database.object"_s);
        QCOMPARE(f.tabNames().first(), u"Columns 7"_s);
        QCOMPARE(f.tabNames().last(), u"Index use 3"_s);
        QTRY_COMPARE(f.panel.drawnRows(), 7);
        QTRY_COMPARE(f.db.count(u"sizes"_s), 1); // the strip above the tabs
        // Nothing that is not on screen was asked.
        QVERIFY(f.db.statements.isEmpty());
        QCOMPARE(f.db.count(u"ddl"_s), 0);
        QCOMPARE(f.db.count(u"dependents"_s), 0);
        QCOMPARE(f.db.count(u"privileges"_s), 0);

        f.choose(u"Dependents"_s);
        QTRY_VERIFY(f.tabNames().contains(u"Dependents 4"_s));
        f.choose(u"Privileges"_s);
        QTRY_VERIFY(f.tabNames().contains(u"Privileges 2"_s));
        f.choose(u"Dependents"_s);
        QCOMPARE(f.db.count(u"dependents"_s), 1); // seen again, not asked again
        QCOMPARE(withoutName(window), QStringList());
    }

    void pagesGoByKeyAndHoldNoConnection()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s, u"data"_s);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        QCOMPARE(f.cell(0, 0), u"90414651"_s);
        QTRY_VERIFY(f.panel.drawnRows() > 10);
        QTRY_COMPARE(f.db.openSessions, 0);
        QVERIFY(f.db.statements.first().endsWith(
            "ORDER BY order_id DESC, placed_at DESC LIMIT 100"_L1));

        f.grid()->setFocus();
        QTest::keyClick(f.grid(), Qt::Key_PageDown, Qt::AltModifier);
        QTRY_COMPARE(f.cell(0, 0), u"90414551"_s);
        QVERIFY(f.db.statements.last().contains("(order_id, placed_at) < ('90414552', "_L1));
        QTest::keyClick(f.grid(), Qt::Key_PageDown, Qt::AltModifier);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 50);
        QTest::keyClick(f.grid(), Qt::Key_PageDown, Qt::AltModifier); // there is no further page
        QTest::keyClick(f.grid(), Qt::Key_PageUp, Qt::AltModifier);
        QTRY_COMPARE(f.cell(0, 0), u"90414551"_s);
        QTRY_COMPARE(f.db.openSessions, 0);
        QCOMPARE(f.db.statements.size(), 4);
        QCOMPARE(f.db.mostSessions, 1);
        QCOMPARE(withoutName(window), QStringList());
    }

    void slashAsksForACondition()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.panel.drawnRows(), 7);
        f.tabs()->setFocus();
        QTest::keyClick(f.tabs(), Qt::Key_Slash);
        QTRY_VERIFY(f.where()->hasFocus());
        QTest::keyClicks(f.where(), u"status = 'paid'"_s);
        QTest::keyClick(f.where(), Qt::Key_Return);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        QVERIFY(f.db.statements.last().contains("WHERE (status = 'paid'\n)"_L1));

        // One that the server refuses keeps the rows and says why; nothing is tried again by
        // itself.
        const auto pages = f.db.run;
        Error wrong;
        wrong.detail = u"column \"statuss\" does not exist"_s;
        wrong.kind = Error::Kind::NotFound;
        wrong.code = u"42703"_s;
        f.db.run = [wrong](const QString& sql) {
            FakeRows r;
            r.error = wrong;
            r.errorPosition = int(sql.indexOf("statuss"_L1));
            return r;
        };
        const auto problem = [&] {
            for (auto* strip : f.panel.findChildren<ui::StateStrip*>())
                if (strip->isVisible() && strip->accessibleName().startsWith("WHERE"_L1))
                    return strip->accessibleName();
            return QString();
        };
        const auto frame = [&](ui::PanelState state) {
            for (auto* one : f.panel.findChildren<ui::StateFrame*>())
                if (one->state() == state)
                    return true;
            return false;
        };
        QTest::keyClicks(f.where(), u" AND statuss"_s);
        QTest::keyClick(f.where(), Qt::Key_Return);
        QTRY_COMPARE(problem(), u"WHERE, character 21: column \"statuss\" does not exist"_s);
        QCOMPARE(f.grid()->model()->rowCount(), 100);
        QVERIFY(!frame(ui::PanelState::Stale) && !frame(ui::PanelState::Error));
        QCOMPARE(f.where()->cursorPosition(), 20);
        const auto sent = f.db.statements.size();

        // What is more than a condition is not sent at all.
        f.where()->setText(u"1=1; drop table x"_s);
        QCOMPARE(problem(), QString()); // it was said about another text
        QTest::keyClick(f.where(), Qt::Key_Return);
        QTRY_VERIFY(problem().startsWith("WHERE: "_L1));
        QCOMPARE(f.db.statements.size(), sent);

        // The page after it is one of the rows on screen.
        f.db.run = pages;
        f.grid()->setFocus();
        QTest::keyClick(f.grid(), Qt::Key_PageDown, Qt::AltModifier);
        QTRY_COMPARE(f.db.statements.size(), sent + 1);
        QVERIFY(f.db.statements.last().contains("WHERE (status = 'paid'\n)"_L1));
        QTRY_COMPARE(problem(), QString());

        // An outage is still one.
        QTRY_COMPARE(f.db.openSessions, 0);
        f.db.run = [](const QString&) {
            FakeRows r;
            r.error = refused();
            return r;
        };
        f.where()->setText(u"total > 1"_s);
        f.where()->setFocus();
        QTest::keyClick(f.where(), Qt::Key_Return);
        QTRY_VERIFY(frame(ui::PanelState::Stale));
        QCOMPARE(problem(), QString());
        f.db.run = pages;
        QTest::keyClick(f.where(), Qt::Key_Escape); // clears, and reads without a condition
        QTRY_VERIFY(!frame(ui::PanelState::Stale));
        QVERIFY(!f.db.statements.last().contains("WHERE"_L1));
    }

    void conditionStaysWithItsObject()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s, u"data"_s);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        f.where()->setText(u"total > 1"_s);
        QTest::keyClick(f.where(), Qt::Key_Return);
        QTRY_VERIFY(f.db.statements.last().contains("total > 1"_L1));
        f.open(u"shop.gold.v_open_orders"_s, u"data"_s);
        QCOMPARE(f.where()->text(), QString());
        QTRY_VERIFY(f.db.statements.last().contains("v_open_orders"_L1));
        QVERIFY2(!f.db.statements.last().contains("WHERE"_L1), qPrintable(f.db.statements.last()));
    }

    void functionsHaveNoRows()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        window.resize(1000, 900);
        f.open(u"shop.gold.refresh_mart"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        QCOMPARE(f.tabNames(), (QStringList{u"DDL"_s, u"Dependents"_s, u"Privileges"_s}));
        QVERIFY(f.panel.findChild<QComboBox*>()->isVisible()); // two lists of arguments
        QTRY_COMPARE(f.db.count(u"ddl"_s), 1);
        f.choose(u"Dependents"_s);
        QTRY_COMPARE(f.db.count(u"dependents"_s), 1);
        QCOMPARE(withoutName(window), QStringList());
    }

    void aLinkNamesOneOfTheOverloads()
    {
        Fixture f;
        const QString second = f.db.functions[u"gold"_s].back().ref.arguments;
        QVERIFY(!second.isEmpty());
        const auto link = [](const QString& arguments) {
            return Link{{u"postgres://shop-db"_s, u"shop.gold.refresh_mart"_s}, {},
                functionView(arguments)};
        };
        PanelWindow window(&f.panel);
        QVERIFY(f.panel.isFor(link(second))); // it shows nothing yet
        f.panel.open(link(second));
        QVERIFY(f.panel.isFor(link(second)) && !f.panel.isFor(link({})));
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        QCOMPARE(f.panel.title(), u"refresh_mart("_s + second + u')');
        QVERIFY(f.panel.isFor(link(second)) && !f.panel.isFor(link({})));
        const QJsonObject state = f.panel.saveState();
        f.panel.open(link({}));
        QCOMPARE(f.panel.title(), u"refresh_mart()"_s);

        ObjectPanel restored(f.workbench, u"shop-db"_s);
        restored.restoreState(state);
        PanelWindow other(&restored);
        QTRY_COMPARE(restored.title(), u"refresh_mart("_s + second + u')');
    }

    void tabNamesTheConnectionWhereThereAreSeveral()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.refresh_mart"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        QCOMPARE(f.panel.title(), u"refresh_mart()"_s); // one of two overloads
        ServiceConfig other = f.workbench.hub().service(u"shop-db"_s)->config;
        other.id = other.title = u"copy-db"_s;
        other.ns = u"postgres://copy-db"_s;
        f.workbench.hub().add(other, Secret());
        QCOMPARE(f.panel.title(), u"refresh_mart() · shop-db"_s);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        QCOMPARE(f.panel.title(), u"fct_orders · shop-db"_s);
        const auto labels = f.panel.findChildren<ui::ElidedLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
            [](auto* label) { return label->text().startsWith("shop-db, partitioned"_L1); }));
    }

    void dependentsAreGroupedCopiedAndOpened()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s, u"dependents"_s);
        auto* list = f.list(u"What breaks if I drop this"_s);
        QTRY_COMPARE(list->model()->rowCount(), 6); // two groups
        QVERIFY(list->model()->index(0, 0).data().toString().startsWith("Dropped with CASCADE"_L1));
        list->setCurrentIndex(list->model()->index(1, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith("gold.v_open_orders\tview"_L1));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(f.workbench.links().size(), size_t(1));
        QCOMPARE(f.workbench.links()[0].entity.name, u"shop.gold.v_open_orders"_s);
        for (auto* b : f.panel.findChildren<ui::Button*>())
            if (b->text() == u"Copy list"_s)
                b->click();
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 4);
    }

    void wideShowsDependentsBeside()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        auto* list = f.list(u"What breaks if I drop this"_s);
        QTRY_VERIFY(list->isVisible());
        QTRY_COMPARE(list->model()->rowCount(), 6);
        QCOMPARE(f.db.count(u"dependents"_s), 1);
        QVERIFY(!f.tabNames().join(u' ').contains(u"Dependents"_s));
        QVERIFY(f.list(u"Columns"_s)->isVisible()); // beside the tab, not instead of it
        window.resize(900, 900);
        QTRY_VERIFY(!list->isVisible());
        QVERIFY(f.tabNames().contains(u"Dependents 4"_s));
        f.choose(u"Dependents"_s);
        QVERIFY(list->isVisible());
        window.resize(1440, 900); // its tab goes, another one is chosen
        QTRY_VERIFY(f.list(u"Columns"_s)->isVisible());
        QVERIFY(list->isVisible());
        QCOMPARE(f.db.count(u"dependents"_s), 1);
    }

    void saysWhoWaitsForIt()
    {
        Fixture f;
        fillLocks(f.db);
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        const auto chip = [&]() -> ui::StatusChip* {
            for (auto* c : f.panel.findChildren<ui::StatusChip*>())
                if (c->isVisible())
                    return c;
            return nullptr;
        };
        QTRY_VERIFY(chip());
        QVERIFY2(chip()->text().startsWith(u"writes wait"_s), qPrintable(chip()->text()));
        for (auto* b : f.panel.findChildren<ui::Button*>())
            if (b->text() == u"Inspect"_s)
                b->click();
        QCOMPARE(f.workbench.links().size(), size_t(1));
        QCOMPARE(f.workbench.links()[0].view, u"locks/48211"_s);
        f.db.activity.locks.clear();
        f.panel.refresh();
        QTRY_VERIFY(!chip());
    }

    void exampleShowsRows()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        f.panel.showExample();
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        QVERIFY(f.grid()->isVisible());
    }

    void actsAskFirstAndRefresh()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        const auto act = [&](const QString& text) {
            for (QAction* a : f.panel.panelActions())
                if (a->text() == text)
                    return a;
            return static_cast<QAction*>(nullptr);
        };
        QVERIFY(act(u"Drop…"_s) && act(u"Drop…"_s)->isEnabled());
        f.workbench.setAnswer(FakeWorkbench::Answer::Cancel);
        act(u"Drop…"_s)->trigger();
        QTRY_COMPARE(f.workbench.acts().size(), size_t(1));
        QVERIFY(f.workbench.acts()[0].destructive);
        QVERIFY(f.db.performed.isEmpty());
        f.workbench.setAnswer(FakeWorkbench::Answer::Accept);
        act(u"Analyze"_s)->trigger();
        QTRY_COMPARE(f.db.performed, QStringList{u"ANALYZE gold.fct_orders"_s});
        QTRY_COMPARE(f.db.count(u"relation"_s), 2);
    }

    void actsAreOffWhenWritesAre()
    {
        Fixture f(WriteMode::Off);
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        QCOMPARE(f.panel.panelActions().last()->text(), u"Drop…"_s);
        QVERIFY(!f.panel.panelActions().last()->isEnabled());
        f.workbench.hub().setWritesLifted(u"shop-db"_s, true);
        QVERIFY(f.panel.panelActions().last()->isEnabled());
    }

    void failsAndComesBack()
    {
        Fixture f;
        f.db.errors[u"relation"_s] = refused();
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Error);
        QCOMPARE(withoutName(window), QStringList());
        f.db.errors.clear();
        f.db.errors[u"ddl"_s] = refused();
        QTest::keyClick(&f.panel, Qt::Key_F5);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        // One tab that fails leaves the others alone.
        f.choose(u"DDL"_s);
        QTRY_COMPARE(f.db.count(u"ddl"_s), 1);
        QCOMPARE(f.panel.state(), ui::Panel::State::Ready);
        f.choose(u"Privileges"_s);
        QTRY_VERIFY(f.tabNames().contains(u"Privileges 2"_s));
        // Known values stay when the service goes.
        f.db.errors[u"relation"_s] = refused();
        f.panel.refresh();
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Stale);
        QVERIFY(f.list(u"Privileges"_s)->isVisible());
    }

    void saysWhenItIsNotThere()
    {
        Fixture f;
        PanelWindow window(&f.panel);
        f.open(u"shop.gold.gone"_s);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Empty);
        QCOMPARE(f.db.asked, (QStringList{u"relation"_s, u"functions"_s}));
    }

    void restoringReadsNoRows()
    {
        QJsonObject state;
        {
            Fixture f;
            PanelWindow window(&f.panel);
            f.open(u"shop.gold.fct_orders"_s, u"data"_s);
            QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
            f.where()->setText(u"total > 10"_s);
            state = f.panel.saveState();
        }
        Fixture f;
        f.panel.restoreState(state);
        QCOMPARE(f.panel.title(), u"fct_orders"_s);
        PanelWindow window(&f.panel);
        QTRY_COMPARE(f.panel.state(), ui::Panel::State::Ready);
        QTRY_VERIFY(f.where()->isVisible());
        QCOMPARE(f.where()->text(), u"total > 10"_s);
        ui::Button* read = nullptr;
        const auto find = [&] {
            for (auto* b : f.panel.findChildren<ui::Button*>())
                if (b->text() == u"Read the rows"_s && b->isVisible())
                    read = b;
            return read != nullptr;
        };
        QTRY_VERIFY(find());
        QVERIFY(f.db.statements.isEmpty());
        QTest::mouseClick(read, Qt::LeftButton);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 100);
        QVERIFY(f.db.statements.first().contains("total > 10"_L1));
    }

    void hangingServiceNeverHoldsTheWindow()
    {
        Fixture f;
        f.db.hangs[u"relation"_s] = 2000;
        PanelWindow window(&f.panel);
        GapMeter gaps;
        f.open(u"shop.gold.fct_orders"_s);
        QTRY_COMPARE_WITH_TIMEOUT(f.panel.state(), ui::Panel::State::Ready, 20'000);
        qInfo("longest gap while the service hung 2 s: %lld ms (promise 100)", gaps.worst());
        QVERIFY(gaps.turns() > 20);
        QVERIFY(gaps.worst() <= 1000);
    }
};

PH_TEST_MAIN(QApplication, ObjectPanelTest)
#include "tst_objectpanel.moc"
