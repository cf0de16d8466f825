// SPDX-License-Identifier: GPL-3.0-or-later
// The schema tree: levels one by one, the filter, a level that fails, and its saved state.
#include "panelwindow.h"
#include "shopdata.h"

#include "database/api/names.h"
#include "database/panel/schemabrowser.h"
#include "tests/support/testmain.h"
#include "ui/controls/searchfield.h"
#include "ui/tree/lazytreemodel.h"
#include "ui/tree/treeview.h"

#include <QApplication>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class SchemaBrowserTest final : public QObject
{
    Q_OBJECT

    struct Fixture {
        FakeDatabase db;
        FakeWorkbench workbench;
        std::unique_ptr<SchemaBrowser> browser;

        Fixture()
        {
            fillCatalogue(db);
            db.join(workbench.hub());
            browser = std::make_unique<SchemaBrowser>(workbench, u"shop-db"_s);
        }
        ui::TreeView* tree() { return browser->findChild<ui::TreeView*>(); }
        ui::LazyTreeModel* model() { return browser->findChild<ui::LazyTreeModel*>(); }
        ui::SearchField* filter() { return browser->findChild<ui::SearchField*>(); }
        QModelIndex gold() { return model()->index(0, 0); }
        QStringList shown(const QModelIndex& parent)
        {
            QStringList out;
            for (int i = 0; i < model()->rowCount(parent); ++i)
                if (!tree()->isRowHidden(i, parent))
                    out.append(model()->index(i, 0, parent).data().toString());
            return out;
        }
        void key(Qt::Key k) { QTest::keyClick(tree(), k); }
    };

private Q_SLOTS:
    void levelsComeOneByOne()
    {
        Fixture f;
        PanelWindow window(f.browser.get());
        QTRY_COMPARE(f.shown({}), (QStringList{u"gold"_s, u"public"_s}));
        QCOMPARE(f.db.count(u"relations"_s), 0);
        f.tree()->setFocus();
        f.tree()->setCurrentIndex(f.gold());
        f.key(Qt::Key_Right);
        QTRY_COMPARE(f.shown(f.gold()),
            (QStringList{u"fct_orders"_s, u"v_open_orders"_s, u"dim_customer"_s,
                u"refresh_mart()"_s, u"refresh_mart(day date)"_s}));
        f.key(Qt::Key_Down);
        f.key(Qt::Key_Right);
        const auto orders = f.model()->index(0, 0, f.gold());
        QTRY_COMPARE(f.model()->rowCount(orders), 9); // columns, indexes, partitions
        f.key(Qt::Key_Return);
        QCOMPARE(f.workbench.links().size(), size_t(1));
        QCOMPARE(f.workbench.links()[0].entity.name, u"shop.gold.fct_orders"_s);
        QCOMPARE(withoutName(window), QStringList());
    }

    void eachOverloadOpensItself()
    {
        Fixture f;
        PanelWindow window(f.browser.get());
        QTRY_COMPARE(f.model()->rowCount(), 2);
        f.tree()->expand(f.gold());
        QTRY_VERIFY(f.model()->isLoaded(f.gold()));
        const auto& functions = f.db.functions[u"gold"_s];
        QCOMPARE(functions.size(), size_t(2));
        f.tree()->setFocus();
        for (size_t i = 0; i < functions.size(); ++i) {
            f.tree()->setCurrentIndex(f.model()->index(3 + int(i), 0, f.gold()));
            f.key(Qt::Key_Return);
            QCOMPARE(f.workbench.links().size(), i + 1);
            const Link& link = f.workbench.links().back();
            QCOMPARE(link.entity.name, u"shop.gold.refresh_mart"_s);
            QCOMPARE(argumentsOf(link.view), functions[i].ref.arguments);
        }
    }

    void columnsGoToTheEditor()
    {
        Fixture f;
        PanelWindow window(f.browser.get());
        QTRY_COMPARE(f.model()->rowCount(), 2);
        f.tree()->expand(f.gold());
        QTRY_VERIFY(f.model()->isLoaded(f.gold()));
        const auto orders = f.model()->index(0, 0, f.gold());
        f.tree()->expand(orders);
        QTRY_VERIFY(f.model()->isLoaded(orders));
        QSignalSpy inserted(f.browser.get(), &SchemaBrowser::insertRequested);
        f.tree()->setFocus();
        f.tree()->setCurrentIndex(f.model()->index(0, 0, orders));
        f.key(Qt::Key_Return);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][0].toString(), u"order_id"_s);
    }

    void filterLoadsAndHides()
    {
        Fixture f;
        f.browser->answerSlashIn(f.browser.get()); // as its panel does for all of itself
        PanelWindow window(f.browser.get());
        QTRY_COMPARE(f.model()->rowCount(), 2);
        f.tree()->setFocus();
        QTest::keyClick(f.tree(), Qt::Key_Slash);
        QTRY_VERIFY(f.filter()->hasFocus());
        QTest::keyClicks(f.filter(), u"open"_s);
        QTRY_VERIFY(f.model()->isLoaded(f.gold()));
        QTRY_COMPARE(f.shown(f.gold()), QStringList{u"v_open_orders"_s});
        QTest::keyClick(f.filter(), Qt::Key_Escape);
        QTRY_COMPARE(f.shown(f.gold()).size(), 5);
        QCOMPARE(f.shown({}).size(), 2);
    }

    void failedLevelIsTriedAgainByEnter()
    {
        Fixture f;
        f.db.errors[u"relations"_s] = refused();
        PanelWindow window(f.browser.get());
        QTRY_COMPARE(f.model()->rowCount(), 2);
        f.tree()->expand(f.gold());
        const auto row = [&] {
            return f.model()->index(0, 0, f.gold());
        };
        QTRY_COMPARE(f.model()->kindOf(row()), ui::LazyTreeModel::Kind::Failed);
        QVERIFY(row().data().toString().contains("refused"_L1));
        f.db.errors.clear();
        f.tree()->setFocus();
        f.tree()->setCurrentIndex(row());
        f.key(Qt::Key_Return);
        QTRY_COMPARE(f.shown(f.gold()).size(), 5);
    }

    void openNodesAreRestored()
    {
        QJsonObject state;
        {
            Fixture f;
            PanelWindow window(f.browser.get());
            QTRY_COMPARE(f.model()->rowCount(), 2);
            f.tree()->expand(f.gold());
            QTRY_VERIFY(f.model()->isLoaded(f.gold()));
            state = f.browser->saveState();
        }
        Fixture f;
        f.browser->restoreState(state);
        PanelWindow window(f.browser.get());
        QTRY_VERIFY(f.model()->rowCount() > 0 && f.tree()->isExpanded(f.gold()));
        QTRY_COMPARE(f.shown(f.gold()).size(), 5);
    }

    void allFailed()
    {
        Fixture f;
        f.db.errors[u"schemas"_s] = refused();
        PanelWindow window(f.browser.get());
        QTRY_VERIFY(!f.tree()->isVisible());
        QCOMPARE(withoutName(window), QStringList());
        f.db.errors.clear();
        f.browser->refresh();
        QTRY_VERIFY(f.tree()->isVisible());
        QTRY_COMPARE(f.shown({}).size(), 2);
    }
};

PH_TEST_MAIN(QApplication, SchemaBrowserTest)
#include "tst_schemabrowser.moc"
