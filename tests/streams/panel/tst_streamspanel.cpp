// SPDX-License-Identifier: GPL-3.0-or-later
// The streams panel by its keys: topics by lag, groups, brokers, what is shown of each, and its
// states.
#include "streams/panel/choicebar.h"
#include "streams/panel/tailpane.h"
#include "tests/gui/accessiblewalk.h"
#include "tests/streams/panel/streamsfixture.h"
#include "tests/support/layoutfault.h"
#include "tests/support/testmain.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/toggleswitch.h"
#include "ui/plot/plotview.h"
#include "ui/states/stateframe.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QSet>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class TestStreamsPanel final : public QObject, private StreamsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { makeCluster(); }
    void cleanup() { drop(); }

    void topicsByLag();
    void arrowsAndEnter();
    void filters();
    void internalTopics();
    void sortsByHead();
    void groupOfTopic();
    void groups();
    void membersNotReadable();
    void brokers();
    void lackingContracts();
    void notConnected();
    void emptyCluster();
    void errorAndRetry();
    void partFails();
    void sessionState();
    void links();
    void narrow();
    void small();
    void firstFrame_data();
    void firstFrame();
    void viewButtonsStay();
    void keysAreUnique();
    void plot();
    void example();
    void hiddenAsksNothing();
    void huge();
    void accessible();
};

void TestStreamsPanel::topicsByLag()
{
    openPanel();
    QCOMPARE(table()->model()->rowCount(), 5);
    QCOMPARE(cell(table(), 0, TopicRows::Name), u"shop.orders.v1"_s);
    QCOMPARE(cell(table(), 0, TopicRows::Lag), u"212,616"_s);
    QCOMPARE(cell(table(), 1, TopicRows::Name), u"shop.clicks.v2"_s);
    QTRY_COMPARE(cell(table(), 0, TopicRows::Keeps), u"7 d"_s);
    QTRY_COMPARE(m_panel->list()->headText(), u"3 broker(s), all in sync"_s);
    QTRY_VERIFY(m_panel->list()->footText().startsWith(u"5 topic(s)"));
    QVERIFY(m_panel->list()->footText().contains(u"Disk 2.78 TB of 6 TB"));
    // At the right the group that is furthest behind, its worst partition first.
    QTRY_COMPARE(m_panel->lag()->group(), u"spark-bronze-orders"_s);
    StreamTable* partitions = m_panel->lag()->partitions();
    QTRY_COMPARE(cell(partitions, 0, PartitionRows::Lag), u"61,204"_s);
    QCOMPARE(cell(partitions, 0, PartitionRows::Name), u"0"_s);
    QTRY_COMPARE(cell(partitions, 0, PartitionRows::Member), u"exec-1"_s);
    QTRY_COMPARE(cell(partitions, 0, PartitionRows::Behind), u"10 m 12 s"_s);
    QVERIFY(m_panel->side()->headText().startsWith(u"shop.orders.v1 lag 212,616"));
    QVERIFY(m_panel->drawnRows() >= 8);
    picture(u"topics"_s);
}

void TestStreamsPanel::arrowsAndEnter()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(table()->current(), u"shop.clicks.v2"_s);
    QCOMPARE(m_panel->topic(), u"shop.clicks.v2"_s);
    QTRY_COMPARE(m_panel->group(), u"clicks-sink"_s);
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(m_panel->lag()->partitions()->hasFocus());
    QTest::keyClick(m_panel->lag()->partitions(), Qt::Key_Escape);
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"shop.clicks.v2"_s);
    // A topic nobody reads: what its partitions hold.
    table()->choose(u"shop.payments.v1"_s);
    m_panel->show({u"topics"_s, u"shop.inventory.cdc"_s, {}, {}, {}});
    QTRY_COMPARE(m_panel->group(), u"new-protocol"_s);
}

void TestStreamsPanel::filters()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_Slash);
    QVERIFY(m_panel->list()->filter()->hasFocus());
    QTest::keyClicks(m_panel->list()->filter(), u"orders"_s);
    QCOMPARE(table()->model()->rowCount(), 2);
    QTRY_VERIFY(m_panel->list()->footText().startsWith(u"2 of 5 topic(s)"));
    QCOMPARE(table()->current(), u"shop.orders.v1"_s);
    QTest::keyClicks(m_panel->list()->filter(), u"zzz"_s);
    QCOMPARE(m_panel->list()->frame()->state(), ui::PanelState::Empty);
    QTest::keyClick(m_panel->list()->filter(), Qt::Key_Escape);
    QCOMPARE(table()->model()->rowCount(), 5);
    QCOMPARE(table()->current(), u"shop.orders.v1"_s);
    QTest::keyClick(m_panel->list()->filter(), Qt::Key_Escape);
    QVERIFY(table()->hasFocus());
}

void TestStreamsPanel::internalTopics()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(table()->model()->rowCount(), 6);
    QVERIFY(m_panel->list()->internal()->isChecked());
    QTest::keyClick(table(), Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(table()->model()->rowCount(), 5);
}

void TestStreamsPanel::sortsByHead()
{
    openPanel();
    QHeaderView* head = table()->horizontalHeader();
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
        {head->sectionViewportPosition(TopicRows::Partitions) + 10, head->height() / 2});
    QCOMPARE(cell(table(), 0, TopicRows::Name), u"shop.inventory.cdc"_s);
    QCOMPARE(table()->current(), u"shop.orders.v1"_s);
    QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
        {head->sectionViewportPosition(TopicRows::Name) + 10, head->height() / 2});
    QCOMPARE(cell(table(), 0, TopicRows::Name), u"dlq.orders"_s);
}

void TestStreamsPanel::groupOfTopic()
{
    openPanel();
    QTRY_COMPARE(m_panel->lag()->choice()->count(), 2);
    QCOMPARE(m_panel->lag()->choice()->currentText(), u"spark-bronze-orders"_s);
    m_panel->lag()->choice()->setFocus();
    QTest::keyClick(m_panel->lag()->choice(), Qt::Key_Down);
    QCOMPARE(m_panel->group(), u"clicks-sink"_s);
    QTRY_COMPARE(cell(m_panel->lag()->partitions(), 0, PartitionRows::Lag), u"3"_s);
}

void TestStreamsPanel::groups()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_panel->list()->view(), StreamView::Groups);
    QTRY_VERIFY(table()->hasFocus());
    QCOMPARE(table()->model()->rowCount(), 4);
    QCOMPARE(table()->current(), u"spark-bronze-orders"_s);
    QCOMPARE(m_panel->group(), u"spark-bronze-orders"_s);
    QCOMPARE(m_panel->topic(), u"shop.orders.v1"_s);
    QTRY_COMPARE(cell(table(), 0, GroupRows::Members), u"3"_s);
    QTRY_COMPARE(cell(table(), 0, GroupRows::Behind), u"10 m 12 s"_s);
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(m_panel->group(), u"clicks-sink"_s);
    QTRY_COMPARE(m_panel->lag()->choice()->count(), 2); // its topics
    QTest::keyClick(table(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_panel->side()->page(), StreamPage::Members);
    QTRY_COMPARE(m_panel->side()->members()->model()->rowCount(), 2);
    QVERIFY(m_panel->side()->members()->hasFocus());
    picture(u"groups"_s);
    // The chosen topic is still the one of the topics.
    QTest::keyClick(m_panel->side()->members(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_panel->topic(), u"shop.orders.v1"_s);
}

void TestStreamsPanel::membersNotReadable()
{
    openPanel();
    m_panel->show({u"groups"_s, {}, u"new-protocol"_s, {}, u"members"_s});
    QTRY_VERIFY(m_panel->feed().detail(u"new-protocol"_s));
    QTRY_COMPARE(cell(table(), table()->rows().rowOf(u"new-protocol"_s), GroupRows::Members),
        u"not readable"_s);
    QVERIFY(!m_panel->side()->members()->isVisible());
    m_panel->side()->setPage(StreamPage::Lag);
    QTRY_VERIFY(m_panel->lag()->note().contains(u"not readable with this library"));
}

void TestStreamsPanel::brokers()
{
    openPanel();
    QTest::keyClick(table(), Qt::Key_3, Qt::ControlModifier);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QTRY_COMPARE(table()->current(), u"1"_s);
    QTRY_COMPARE(m_panel->side()->settings()->model()->rowCount(), 2);
    QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(m_panel->side()->name(), u"2"_s);
    QCOMPARE(cell(table(), 1, BrokerRows::Name), u"2 · controller"_s);
    picture(u"brokers"_s);
}

void TestStreamsPanel::lackingContracts()
{
    m_world->lacking = {u"Groups"_s, u"GroupActs"_s, u"TopicActs"_s, u"Cluster"_s};
    fillShop(*m_world);
    join();
    showPanel();
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
    QVERIFY(!m_panel->list()->has(StreamView::Groups));
    QVERIFY(!m_panel->list()->has(StreamView::Brokers));
    QTRY_COMPARE(table()->current(), u"dlq.orders"_s); // by name, where no lag is known
    QTest::keyClick(table(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_panel->list()->view(), StreamView::Topics);
    QTest::keyClick(table(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!m_panel->sheet());
}

void TestStreamsPanel::notConnected()
{
    showPanel();
    QCOMPARE(m_panel->state(), ui::Panel::State::NotConnected);
}

void TestStreamsPanel::emptyCluster()
{
    join();
    showPanel();
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Empty);
    QTRY_COMPARE(m_panel->list()->frame()->state(), ui::PanelState::Empty);
    // Brokers and groups can be looked at all the same.
    QTest::keyClick(m_panel.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_panel->list()->view(), StreamView::Groups);
}

void TestStreamsPanel::errorAndRetry()
{
    fillShop(*m_world);
    m_world->broken = Error{Error::Kind::Refused, {}, u"no broker"_s, {}, {}};
    join();
    showPanel();
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Error);
    change([](StreamsWorld& world) { world.broken.reset(); });
    QTest::keyClick(m_panel.get(), Qt::Key_F5);
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
}

void TestStreamsPanel::partFails()
{
    openPanel();
    change([](StreamsWorld& world) {
        world.errors[u"lags"_s] = Error{Error::Kind::Timeout, {}, u"coordinator 2"_s, {}, {}};
    });
    QTRY_VERIFY(m_panel->lag()->note().contains(u"coordinator 2"));
    QCOMPARE(m_panel->state(), ui::Panel::State::Ready);
    QCOMPARE(cell(table(), 0, TopicRows::Lag), u"212,616"_s);
}

void TestStreamsPanel::sessionState()
{
    openPanel();
    m_panel->show({u"groups"_s, u"dlq.orders"_s, u"archive"_s, {}, u"members"_s});
    m_panel->list()->setInternal(true);
    const QJsonObject state = m_panel->saveState();
    m_panel.reset();
    showPanel(state);
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
    QTRY_COMPARE(m_panel->group(), u"archive"_s);
    QCOMPARE(m_panel->list()->view(), StreamView::Groups);
    QCOMPARE(m_panel->side()->page(), StreamPage::Members);
    QCOMPARE(m_panel->topic(), u"dlq.orders"_s);
    QVERIFY(m_panel->list()->internal()->isChecked());
    // Saved again before anything has come, it is the same.
    m_panel.reset();
    m_panel = std::make_unique<StreamsPanel>(*m_bench, u"shop-kafka"_s);
    m_panel->restoreState(state);
    QCOMPARE(m_panel->saveState().value(u"group"_s), state.value(u"group"_s));
}

void TestStreamsPanel::links()
{
    fillShop(*m_world);
    join();
    showPanel();
    m_panel->open({{u"kafka://shop"_s, u"group/clicks-sink"_s}, {}, {}}); // before it is known
    QTRY_COMPARE(m_panel->group(), u"clicks-sink"_s);
    m_panel->open({{u"kafka://shop"_s, u"shop.payments.v1"_s}, {}, {}});
    QCOMPARE(table()->current(), u"shop.payments.v1"_s);
    m_panel->open({{u"kafka://shop"_s, u"__consumer_offsets"_s}, {}, {}});
    QCOMPARE(table()->current(), u"__consumer_offsets"_s);
    m_panel->open({{u"kafka://shop"_s, u"broker/2"_s}, {}, {}});
    QCOMPARE(m_panel->side()->name(), u"2"_s);
    m_panel->open({{u"kafka://shop"_s, u"gone.topic"_s}, {}, {}});
    QVERIFY(m_panel->side()->headText().contains(u"not there any more"));
}

void TestStreamsPanel::narrow()
{
    openPanel({700, 600});
    QVERIFY(m_panel->columns()->isVisible());
    QVERIFY(table()->isVisible());
    QVERIFY(!m_panel->side()->isVisible());
    QVERIFY(!table()->isColumnHidden(TopicRows::Lag));
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(!table()->isVisible());
    QVERIFY(m_panel->lag()->partitions()->hasFocus());
    picture(u"narrow"_s);
    QTest::keyClick(m_panel->lag()->partitions(), Qt::Key_Escape);
    QVERIFY(table()->isVisible());
    QTRY_VERIFY(table()->hasFocus());
}

void TestStreamsPanel::small()
{
    openPanel({1140, 560});
    QVERIFY(m_panel->side()->isVisible());
    QVERIFY(!table()->isColumnHidden(TopicRows::Lag));
    QTRY_COMPARE(layoutFault(*m_panel), QString()); // once what was told is laid out
    picture(u"small"_s);
}

namespace
{

// What is out of place when the panel is painted, whenever that is.
class FirstFrames final : public QObject
{
public:
    explicit FirstFrames(StreamsPanel& panel)
        : m_panel(panel)
    {
        panel.list()->installEventFilter(this);
        panel.tail()->installEventFilter(this);
    }
    QStringList faults;
    int seen = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        ++seen;
        const QString fault = layoutFault(m_panel);
        if (!fault.isEmpty() && fault != "nothing is on screen"_L1)
            faults.append(fault);
        return false;
    }

private:
    StreamsPanel& m_panel;
};

} // namespace

void TestStreamsPanel::firstFrame_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("900x600") << QSize(848, 494);
    QTest::newRow("1280x800") << QSize(1228, 694);
}

void TestStreamsPanel::firstFrame()
{
    QFETCH(QSize, size);
    fillShop(*m_world);
    join();
    m_panel = std::make_unique<StreamsPanel>(*m_bench, u"shop-kafka"_s);
    FirstFrames frames(*m_panel);
    m_panel->resize(size);
    m_panel->show();
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
    QTRY_COMPARE(table()->current(), u"shop.orders.v1"_s);
    QTRY_VERIFY(frames.seen > 0);
    QCOMPARE(frames.faults.join(u"; "_s), QString());
}

void TestStreamsPanel::viewButtonsStay()
{
    openPanel({1600, 800});
    QWidget* bar = nullptr;
    for (auto* one : m_panel->findChildren<ChoiceBar*>())
        for (auto* segment : one->findChildren<QAbstractButton*>())
            if (segment->text() == u"Brokers"_s)
                bar = segment;
    QVERIFY(bar);
    const auto at = [&] {
        return bar->mapTo(m_panel.get(), QPoint()).x();
    };
    const int before = at();
    for (const StreamView view : {StreamView::Schemas, StreamView::Connect, StreamView::Groups}) {
        QVERIFY(m_panel->list()->has(view));
        m_panel->list()->setView(view);
        QTRY_COMPARE(at(), before);
    }
}

void TestStreamsPanel::keysAreUnique()
{
    openPanel();
    QSet<QString> seen;
    for (const QAction* action : m_panel->panelActions())
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!seen.contains(key.toString()), qPrintable(key.toString()));
            seen.insert(key.toString());
        }
}

void TestStreamsPanel::plot()
{
    openPanel();
    m_bench->sampler().setPace(std::chrono::milliseconds(200));
    const auto labels = [this] {
        return m_panel->lag()->plot()->labels();
    };
    QTRY_COMPARE(labels().size(), size_t(2));
    // Twice sampled, there is a rate; a metric that stands still is a rate of zero.
    QTRY_VERIFY_WITH_TIMEOUT(cell(table(), 0, TopicRows::In) == u"0"_s, 15'000);
    QTRY_VERIFY(m_panel->list()->footText().contains(u"In 0 msg/s"));
}

void TestStreamsPanel::example()
{
    openPanel();
    m_panel->show({u"groups"_s, {}, u"archive"_s, {}, {}});
    m_panel->showExample();
    QCOMPARE(m_panel->topic(), u"shop.orders.v1"_s);
}

void TestStreamsPanel::hiddenAsksNothing()
{
    openPanel();
    m_panel->hide();
    QVERIFY(!m_panel->feed().isAsking());
    m_panel->show();
    QVERIFY(m_panel->feed().isAsking());
}

void TestStreamsPanel::huge()
{
    fillManyStreams(*m_world, 3000, 4, 1000);
    join();
    showPanel();
    QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
    QTRY_VERIFY(!table()->current().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(m_panel->feed().groupsRead() >= 100, 20'000);
    change([](StreamsWorld& world) {
        for (const QStringList& chunk : world.lagsAsked)
            QVERIFY(chunk.size() <= StreamsFeed::kMostGroups);
    });
    QTest::keyClick(m_panel.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(table()->model()->rowCount(), 1000);
    QTRY_VERIFY(m_panel->list()->footText().contains(u"lag read of"));
}

void TestStreamsPanel::accessible()
{
    openPanel();
    QCOMPARE(accessibleProblems(m_panel.get()), QStringList());
    QVERIFY(accessibleControlsSeen() > 8);
}

PH_TEST_MAIN(QApplication, TestStreamsPanel)
#include "tst_streamspanel.moc"
