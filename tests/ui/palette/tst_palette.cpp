// SPDX-License-Identifier: GPL-3.0-or-later
// The palette by keyboard: typing, scopes, actions, times, and objects that come from a lane.
#include "ui/palette/paletteview.h"

#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

PaletteItem makeItem(const QString& name, const QString& scope, std::function<void()> run)
{
    PaletteItem item;
    item.name = name;
    item.group = scope == u"tabs"_s ? u"Open tabs"_s : u"Actions"_s;
    item.scope = scope;
    item.iconName = u"bolt"_s;
    item.run = std::move(run);
    return item;
}

QStringList names(const PaletteView& view)
{
    QStringList list;
    for (int row = 0; row < view.model().rowCount(); ++row)
        if (const auto* item = view.model().item(view.model().index(row)))
            list << item->name;
    return list;
}

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::FakeWorkbench> m_bench;
    std::unique_ptr<PaletteView> m_view;
    QStringList m_ran;

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<test::FakeWorkbench>();
        m_view = std::make_unique<PaletteView>(m_bench->runtime());
        m_ran.clear();
        std::vector<PaletteItem> items;
        for (const QString& name : {u"Split right"_s, u"Split below"_s, u"Settings"_s})
            items.push_back(makeItem(name, u"actions"_s, [this, name] { m_ran << name; }));
        items.push_back(
            makeItem(u"fct_orders · query"_s, u"tabs"_s, [this] { m_ran << u"tab"_s; }));
        m_view->setItems(std::move(items));
        m_view->setScopes({{{}, u"Everything"_s}, {u"actions"_s, u"Actions"_s},
            {u"tabs"_s, u"Open tabs"_s}, {u"database"_s, u"Database"_s}});
        m_view->setGroupTitle(u"database"_s, u"Database"_s);
        std::vector<SearchItem> tables;
        for (const QString& name : {u"fct_orders"_s, u"fct_order_items"_s, u"dim_customer"_s})
            tables.push_back(
                {{u"postgres://shop"_s, u"gold."_s + name}, u"table"_s, name, u"gold"_s});
        m_view->setObjects(std::make_shared<const ObjectIndex>(
            std::vector<ObjectGroup>{{u"database"_s, u"shop"_s, std::move(tables)}}));
        m_view->resize(640, 420);
        m_view->show();
        m_view->restart();
        m_view->field()->setFocus();
        connect(m_view.get(), &PaletteView::chosen, m_view.get(), [](const PaletteItem& item) {
            if (item.run)
                item.run();
        });
    }
    void cleanup()
    {
        m_view.reset();
        m_bench.reset();
    }

    void emptyFieldShowsActionsAndTabs() { QCOMPARE(names(*m_view).size(), 4); }

    void typingFindsObjectsTabsAndActions()
    {
        QTest::keyClicks(m_view->field(), u"fctord"_s);
        QTRY_VERIFY(names(*m_view).contains(u"fct_order_items"_s));
        QVERIFY(names(*m_view).contains(u"fct_orders"_s));
        QVERIFY(names(*m_view).contains(u"fct_orders · query"_s));
        QVERIFY(!names(*m_view).contains(u"dim_customer"_s));
    }

    void enterChoosesAndArrowsMove()
    {
        QSignalSpy closed(m_view.get(), &PaletteView::closeRequested);
        QTest::keyClicks(m_view->field(), u"split"_s);
        QCOMPARE(names(*m_view), (QStringList{u"Split right"_s, u"Split below"_s}));
        QTest::keyClick(m_view->field(), Qt::Key_Down);
        QTest::keyClick(m_view->field(), Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"Split below"_s});
        QCOMPARE(closed.count(), 1);
    }

    // "slot" is in no name as it stands: Enter must not stop a server.
    void scatteredLettersDoNotBringUpWhatDestroys()
    {
        std::vector<PaletteItem> items{
            makeItem(u"Stop Airflow 3 in the sandbox…"_s, u"actions"_s, {}),
            makeItem(u"Show the landing slate outside"_s, u"actions"_s, {}),
            makeItem(u"sales by lot · query"_s, u"tabs"_s, {})};
        items.front().destructive = true;
        m_view->setItems(items);
        m_view->setObjects({});
        QTest::keyClicks(m_view->field(), u"slot"_s);
        QCOMPARE(names(*m_view).size(), 3);
        QCOMPARE(names(*m_view).last(), items.front().name);
        m_view->field()->clear();
        QTest::keyClicks(m_view->field(), u"stop"_s); // its own word finds it
        QTRY_COMPARE(names(*m_view).first(), items.front().name);
    }

    void aSlipFindsTheWordButNothingThatDestroys()
    {
        std::vector<PaletteItem> items{makeItem(u"Remove the profile"_s, u"actions"_s, {})};
        items.front().destructive = true;
        m_view->setItems(items);
        QTest::keyClicks(m_view->field(), u"reomve"_s);
        QTRY_VERIFY(!m_view->isSearching());
        QCOMPARE(names(*m_view), QStringList());
        m_view->field()->clear();
        QTest::keyClicks(m_view->field(), u"custmoer"_s);
        QTRY_COMPARE(names(*m_view), QStringList{u"dim_customer"_s});
    }

    // In another language the English name finds it as its own does; it is shown by its own.
    void theEnglishNameFindsItToo()
    {
        std::vector<PaletteItem> items{makeItem(u"재시도…"_s, u"actions"_s, {}),
            makeItem(u"삭제…"_s, u"actions"_s, {}), makeItem(u"설정"_s, u"actions"_s, {})};
        items[0].english = {u"Retry the task…"_s};
        items[1].english = {u"Delete the run…"_s};
        items[1].destructive = true;
        items[2].english = {u"Show"_s, u"Settings of the run"_s};
        m_view->setItems(items);
        m_view->setObjects({});
        QTest::keyClicks(m_view->field(), u"retrytask"_s);
        QCOMPARE(names(*m_view), QStringList{u"재시도…"_s});
        QVERIFY(
            m_view->model().index(1).data(PaletteModel::PlacesRole).value<QList<int>>().isEmpty());
        const auto found = [this](const QString& text) {
            m_view->restart(text);
            return names(*m_view);
        };
        QCOMPARE(found(u"설정"_s), QStringList{u"설정"_s});
        QCOMPARE(found(u"settings"_s), QStringList{u"설정"_s});
        QCOMPARE(found(u"therun"_s).size(), 2);
        QCOMPARE(found(u"thrun"_s).last(), u"삭제…"_s); // scattered: not at the top
        QCOMPARE(found(u"delte"_s), QStringList{u"삭제…"_s});
        QTRY_VERIFY(!m_view->isSearching());
        QVERIFY(!found(u"dleetethe"_s).contains(u"삭제…"_s)); // a slip
    }

    // A row has one line; what is chosen is the name as it stands.
    void aLineBreakInANameIsASign()
    {
        auto item = makeItem(u"two\nlines"_s, u"actions"_s, [this] { m_ran << u"two"_s; });
        item.context = u"in\ta place"_s;
        m_view->setItems({item});
        QTest::keyClicks(m_view->field(), u"twolin"_s);
        const QModelIndex row = m_view->model().index(1);
        QCOMPARE(row.data().toString(), u"two\u21b5lines"_s);
        QCOMPARE(row.data(PaletteModel::ContextRole).toString(), u"in\u21e5a place"_s);
        QCOMPARE(m_view->model().item(row)->name, u"two\nlines"_s);
    }

    void arrowsWrap()
    {
        QTest::keyClicks(m_view->field(), u"split"_s);
        QTest::keyClick(m_view->field(), Qt::Key_Up);
        QTest::keyClick(m_view->field(), Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"Split below"_s});
    }

    void anObjectIsALink()
    {
        Link link;
        connect(m_view.get(), &PaletteView::chosen, this,
            [&link](const PaletteItem& item) { link = item.link; });
        QTest::keyClicks(m_view->field(), u"dimcust"_s);
        QTRY_COMPARE(names(*m_view), QStringList{u"dim_customer"_s});
        QTest::keyClick(m_view->field(), Qt::Key_Return);
        QCOMPARE(link.entity.name, u"gold.dim_customer"_s);
        QCOMPARE(link.entity.ns, u"postgres://shop"_s);
    }

    void tabNarrowsToAScope()
    {
        QTest::keyClick(m_view->field(), Qt::Key_Tab);
        QCOMPARE(m_view->scope(), u"actions"_s);
        QCOMPARE(names(*m_view).size(), 3);
        QTest::keyClick(m_view->field(), Qt::Key_Tab);
        QCOMPARE(names(*m_view), QStringList{u"fct_orders · query"_s});
        QTest::keyClick(m_view->field(), Qt::Key_Backspace);
        QCOMPARE(m_view->scope(), QString());
        QTest::keyClick(m_view->field(), Qt::Key_Backtab);
        QCOMPARE(m_view->scope(), u"database"_s);
        QTest::keyClicks(m_view->field(), u"fct"_s);
        QTRY_COMPARE(names(*m_view).size(), 2);
    }

    void angleListsActionsOnly()
    {
        QTest::keyClicks(m_view->field(), u">s"_s);
        QCOMPARE(names(*m_view).size(), 3);
        QTest::keyClicks(m_view->field(), u"et"_s);
        QCOMPARE(names(*m_view), QStringList{u"Settings"_s});
    }

    void colonAsksForATime()
    {
        m_view->setTimeReader([this](const QString& text) {
            PaletteItem item;
            item.name = u"Around "_s + text;
            item.run = [this, text] {
                m_ran << text;
            };
            return item;
        });
        QTest::keyClicks(m_view->field(), u":14:05"_s);
        QCOMPARE(names(*m_view), QStringList{u"Around 14:05"_s});
        QTest::keyClick(m_view->field(), Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"14:05"_s});
    }

    void whatAServerFindsIsAddedOnce()
    {
        QTest::keyClicks(m_view->field(), u"fctord"_s);
        QTRY_VERIFY(names(*m_view).contains(u"fct_orders"_s));
        m_view->addFound(u"fctord"_s, u"database"_s,
            {{{u"postgres://shop"_s, u"gold.fct_orders"_s}, u"table"_s, u"fct_orders"_s, {}},
                {{u"postgres://shop"_s, u"old.fct_orders_2019"_s}, u"table"_s, u"fct_orders_2019"_s,
                    {}}});
        QCOMPARE(names(*m_view).count(u"fct_orders"_s), 1);
        QVERIFY(names(*m_view).contains(u"fct_orders_2019"_s));
        m_view->addFound(u"another text"_s, u"database"_s, {{{}, {}, u"late"_s, {}}});
        QVERIFY(!names(*m_view).contains(u"late"_s));
    }

    // The entity of overloads is one; what they are opened by is not.
    void overloadsAreEntriesOfTheirOwn()
    {
        const EntityId entity{u"postgres://shop"_s, u"gold.rate"_s};
        const SearchItem whole{
            entity, u"function"_s, u"rate"_s, u"gold · (a integer)"_s, u"function(a integer)"_s};
        SearchItem text = whole;
        text.context = u"gold · (a text)"_s;
        text.view = u"function(a text)"_s;
        m_view->setObjects(std::make_shared<const ObjectIndex>(
            std::vector<ObjectGroup>{{u"database"_s, u"shop"_s, {whole}}}));
        QTest::keyClicks(m_view->field(), u"rate"_s);
        QTRY_VERIFY(names(*m_view).contains(u"rate"_s));
        m_view->addFound(u"rate"_s, u"database"_s, {text, whole});
        QCOMPARE(names(*m_view).count(u"rate"_s), 2);
        Link link;
        connect(m_view.get(), &PaletteView::chosen, this,
            [&link](const PaletteItem& item) { link = item.link; });
        QTest::keyClick(m_view->field(), Qt::Key_Down);
        QTest::keyClick(m_view->field(), Qt::Key_Return);
        QCOMPARE(link.entity, entity);
        QCOMPARE(link.view, u"function(a text)"_s);
    }

    void theModelKeepsItsPromises()
    {
        PaletteModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<PaletteHit> hits;
        for (int i = 0; i < 6; ++i)
            hits.push_back(
                {makeItem(QString::number(i), i % 2 ? u"tabs"_s : u"actions"_s, {}), i, {}});
        model.setHits(hits);
        QCOMPARE(model.rowCount(), 8); // two headings
        QVERIFY(!model.item(model.index(0)));
        QCOMPARE(model.item(model.index(1))->name, u"1"_s); // the group of the best hit is first
        model.setHits({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theFieldStaysWhenNothingIsFound()
    {
        m_view->resize(640, 300);
        const QRect before(m_view->field()->mapTo(m_view.get(), QPoint()), m_view->field()->size());
        QTest::keyClicks(m_view->field(), u"qqzzqqzz"_s);
        QTRY_COMPARE(names(*m_view).size(), 0);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QRect after(m_view->field()->mapTo(m_view.get(), QPoint()), m_view->field()->size());
        QCOMPARE(after, before);
    }

    void escapeCloses()
    {
        QSignalSpy closed(m_view.get(), &PaletteView::closeRequested);
        QTest::keyClick(m_view->field(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void firstHitsOfManyNames()
    {
        std::vector<SearchItem> many;
        many.reserve(300'000);
        for (int i = 0; i < 300'000; ++i)
            many.push_back(
                {{u"redis://q"_s, QString::number(i)}, u"key"_s, u"cart:session:%1"_s.arg(i), {}});
        m_view->setObjects(std::make_shared<const ObjectIndex>(
            std::vector<ObjectGroup>{{u"queue"_s, u"q"_s, std::move(many)}}));
        QElapsedTimer timer;
        timer.start();
        QTest::keyClicks(m_view->field(), u"cart299999"_s);
        QVERIFY2(timer.elapsed() < 10'000, "typing waited for the search");
        QTRY_COMPARE(names(*m_view), QStringList{u"cart:session:299999"_s});
    }
};

PH_TEST_MAIN(QApplication, PaletteTest)
#include "tst_palette.moc"
