// SPDX-License-Identifier: GPL-3.0-or-later
// The streams panel at work: its messages, acts and panes by key and menu.
#include "streams/panel/configpane.h"
#include "streams/panel/messageview.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/partitionssheet.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/recordssheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/schemaspane.h"
#include "streams/panel/tailpane.h"
#include "tests/streams/panel/streamsfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/searchfield.h"
#include "ui/editor/codeeditor.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QMenu>

#include <set>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestStreamsUse final : public QObject, private StreamsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeCluster(); }
    void cleanup() { drop(); }

    void resetByKey();
    void newTopicByKey();
    void contextMenu();
    void menuOfAGroup();
    void editByMouseTakesWhatIsTyped();
    void partitionMenu();
    void schemaOfATopic();
    void messages();
    void producesAndDeletes();
    void panesOfTopic();
    void stale();
    void aPartTellsOfTheCluster();
};

void TestStreamsUse::resetByKey()
{
    openPanel();
    QTRY_COMPARE(m_panel->group(), u"spark-bronze-orders"_s);
    QTest::keyClick(table(), Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(m_panel->sheet(), m_panel->resetSheet());
    QCOMPARE(m_panel->resetSheet()->group(), u"spark-bronze-orders"_s);
    QTRY_VERIFY(m_panel->resetSheet()->plan());
    QTest::keyClick(m_panel->resetSheet(), Qt::Key_Escape);
    QVERIFY(!m_panel->sheet());
    QTRY_VERIFY(table()->hasFocus());
}

void TestStreamsUse::newTopicByKey()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_panel->sheet(), m_panel->newTopicSheet());
    Q_EMIT m_panel->newTopicSheet()->made(u"shop.payments.v1"_s);
    QCOMPARE(table()->current(), u"shop.payments.v1"_s);
}

void TestStreamsUse::contextMenu()
{
    openPanel();
    QTRY_COMPARE(m_panel->group(), u"spark-bronze-orders"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(table(), &event);
    auto* menu = m_panel->findChild<QMenu*>();
    QVERIFY(menu);
    QStringList texts;
    for (const QAction* action : menu->actions())
        texts.append(action->text());
    QVERIFY(texts.contains(u"Reset offsets of the group…"_s));
    QVERIFY(texts.contains(u"Copy the name"_s));
    menu->close();
}

// What is offered beside a group names the topic it is about.
void TestStreamsUse::menuOfAGroup()
{
    openPanel();
    m_panel->list()->setView(StreamView::Groups);
    QTRY_VERIFY(table()->rows().rowOf(u"spark-bronze-orders"_s) >= 0);
    table()->choose(u"spark-bronze-orders"_s);
    QTRY_COMPARE(m_panel->topic(), u"shop.orders.v1"_s);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(table(), &event);
    auto* menu = m_panel->findChild<QMenu*>();
    QVERIFY(menu);
    QStringList texts;
    for (const QAction* action : menu->actions())
        if (!action->isSeparator())
            texts.append(action->text());
    menu->close();
    QCOMPARE(texts.front(), u"Reset offsets of the group…"_s);
    QVERIFY2(texts.contains(u"Search through shop.orders.v1"_s), qPrintable(texts.join(u'|')));
    QVERIFY(texts.contains(u"Delete the group…"_s));
    QVERIFY(!texts.join(u'|').contains(u"the topic"_s.append(u'|')));
    QVERIFY(!texts.join(u'|').contains(u"topic or group"_s));
}

// A click on Edit gives the editor the keyboard; keys that walk over it do not.
void TestStreamsUse::editByMouseTakesWhatIsTyped()
{
    openPanel();
    m_panel->list()->setView(StreamView::Schemas);
    SchemasPane* pane = m_panel->schemas();
    QTRY_VERIFY(!pane->text()->text().isEmpty());
    QAbstractButton* edit = nullptr;
    for (auto* one : pane->findChildren<QAbstractButton*>())
        if (one->text() == u"Edit"_s)
            edit = one;
    QVERIFY(edit);
    QTest::mouseClick(edit, Qt::LeftButton);
    QTRY_VERIFY(pane->editor()->isAncestorOf(QApplication::focusWidget())
        || pane->editor() == QApplication::focusWidget());
    pane->showView(SchemasPane::Text);
    edit->setFocus();
    pane->showView(SchemasPane::Edit);
    QApplication::processEvents();
    QVERIFY(edit->hasFocus());
    const auto* filter = pane->findChild<ui::SearchField*>();
    const QPoint at = filter->mapTo(pane, QPoint());
    QVERIFY(at.x() >= 8 && at.y() >= 4); // not at the edges
}

void TestStreamsUse::partitionMenu()
{
    openPanel();
    QTRY_COMPARE(m_panel->group(), u"spark-bronze-orders"_s);
    StreamTable* partitions = m_panel->lag()->partitions();
    QTRY_VERIFY(partitions->model()->rowCount() > 0);
    partitions->choose(partitions->model()->index(0, 0).data().toString());
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(partitions, &event);
    auto* menu = m_panel->findChild<QMenu*>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().front()->text(),
        u"Search through partition %1…"_s.arg(partitions->current()));
    menu->actions().front()->trigger();
    QCOMPARE(m_bench->panels().size(), size_t(1));
    QCOMPARE(m_bench->panels().front().state[u"partitions"_s].toString(), partitions->current());
    menu->close();
}

// In the list, asked of the registry once for all subjects and once for each topic that has one.
void TestStreamsUse::schemaOfATopic()
{
    openPanel();
    QTRY_COMPARE(cell(table(), 0, TopicRows::Schema), u"Avro v2"_s);
    QCOMPARE(asked(u"subjects"_s), 1);
    QCOMPARE(asked(u"schema"_s), 1);
}

void TestStreamsUse::messages()
{
    openPanel();
    QCOMPARE(m_panel->tail()->topic(), u"shop.orders.v1"_s);
    m_panel->tail()->setFrom(TailPane::From::LastHundred);
    QTRY_VERIFY(m_panel->tail()->drawnRows() > 0);
    QTest::keyClick(table(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(m_panel->tail()->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTRY_VERIFY(m_panel->message()->message());
    QCOMPARE(m_panel->message()->message()->topic, u"shop.orders.v1"_s);
    picture(u"messages"_s);
    // From here on a group begins again.
    QTRY_COMPARE(m_panel->group(), u"spark-bronze-orders"_s);
    QVERIFY(m_panel->message()->resetAction()->isEnabled());
    m_panel->message()->resetAction()->trigger();
    QCOMPARE(m_panel->sheet(), m_panel->resetSheet());
    m_panel->show({u"topics"_s, u"dlq.orders"_s, {}, {}, {}});
    QCOMPARE(m_panel->tail()->topic(), u"dlq.orders"_s);
    trigger(u"Search through"_s);
    QCOMPARE(m_bench->panels().back().kind, u"streams.search"_s);
    QCOMPARE(m_bench->panels().back().state.value(u"topic"_s).toString(), u"dlq.orders"_s);
}

void TestStreamsUse::producesAndDeletes()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(m_panel->sheet(), m_panel->produceSheet());
    QCOMPARE(m_panel->produceSheet()->topic(), u"shop.orders.v1"_s);
    QTest::keyClick(m_panel->produceSheet(), Qt::Key_Escape);
    QTRY_VERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_panel->sheet(), m_panel->partitionsSheet());
    trigger(u"Delete messages"_s);
    QCOMPARE(m_panel->sheet(), m_panel->recordsSheet());
    QTest::keyClick(m_panel->recordsSheet(), Qt::Key_Escape);
    QTRY_VERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(sent(), QStringList(u"remove shop.orders.v1"_s));
    QTRY_COMPARE(table()->model()->rowCount(), 4);
    m_panel->show({u"groups"_s, {}, u"archive"_s, {}, {}});
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(sent().last(), u"removeGroup archive"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
}

void TestStreamsUse::panesOfTopic()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(m_panel->side()->page(), StreamPage::Config);
    QCOMPARE(m_panel->config()->topic(), u"shop.orders.v1"_s);
    QTRY_VERIFY(m_panel->config()->drawnRows() > 0);
    picture(u"config"_s);
    m_panel->side()->setPage(StreamPage::Schema);
    picture(u"schema"_s);
    m_panel->side()->setPage(StreamPage::Access);
    picture(u"acls"_s);
    trigger(u"Schemas"_s);
    QCOMPARE(m_panel->list()->view(), StreamView::Schemas);
    QVERIFY(!m_panel->side()->isVisible());
    picture(u"schemas"_s);
    trigger(u"Connectors"_s);
    QCOMPARE(m_panel->list()->view(), StreamView::Connect);
    picture(u"connect"_s);
    QTest::keyClick(m_panel.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_panel->side()->isVisible());
}

void TestStreamsUse::stale()
{
    openPanel();
    const int top = m_panel->list()->mapTo(m_panel.get(), QPoint()).y();
    change([](StreamsWorld& world) {
        world.broken = Error{Error::Kind::Timeout, {}, u"no answer"_s, {}, {}};
    });
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Stale);
    QTRY_COMPARE(m_panel->list()->headText(), u"no answer"_s);
    QCOMPARE(cell(table(), 0, TopicRows::Lag), u"212,616"_s);
    // No row says that it is well, whatever is asked meanwhile; nothing moved; it is said once.
    const auto glyphs = [](StreamTable* of) {
        std::set<ui::Glyph> out;
        auto* model = static_cast<StreamModel*>(of->model());
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = 0; column < model->columnCount(); ++column)
                out.insert(model->cell(model->index(row, column)).glyph);
        out.erase(ui::Glyph::None);
        return out;
    };
    const std::set<ui::Glyph> unknown{ui::Glyph::Unknown};
    QCOMPARE(glyphs(table()), unknown);
    QCOMPARE(m_panel->list()->mapTo(m_panel.get(), QPoint()).y(), top);
    picture(u"stale"_s);
    m_panel->list()->setView(StreamView::Groups);
    QCOMPARE(glyphs(table()), unknown);
    QVERIFY2(!m_panel->list()->footText().contains(u"no answer"),
        qPrintable(m_panel->list()->footText()));
    picture(u"stale-groups"_s);
    m_panel->list()->setView(StreamView::Brokers);
    QCOMPARE(glyphs(table()), unknown);
    change([](StreamsWorld& world) { world.silent.insert(u"topics"_s); });
    m_panel->list()->setView(StreamView::Topics);
    const int before = asked(u"topics"_s);
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_VERIFY(asked(u"topics"_s) > before);
    QCOMPARE(glyphs(table()), unknown);
    change([](StreamsWorld& world) {
        world.broken.reset();
        world.silent.clear();
    });
    QTest::keyClick(table(), Qt::Key_F5);
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
    QVERIFY(glyphs(table()).count(ui::Glyph::Ok) == 1);
}

// Whatever notices first that nobody answers, the whole panel says so soon.
void TestStreamsUse::aPartTellsOfTheCluster()
{
    openPanel();
    change([](StreamsWorld& world) {
        world.broken = Error{Error::Kind::Refused, {}, u"no broker"_s, {}, {}};
    });
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->state() == ui::Panel::State::Stale, 8'000);
}

PH_TEST_MAIN(QApplication, TestStreamsUse)
#include "tst_streamsuse.moc"
