// SPDX-License-Identifier: GPL-3.0-or-later
// The tail with real keys on a cluster in memory: it follows, holds, filters, and tells what it
// leaves out.
#include "streams/panel/messagetable.h"
#include "streams/panel/tailpane.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

#include <set>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;

class TestTailPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_shared<StreamsWorld>();
        fillShop(*m_world);
        m_world->messages[kTopic].clear();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
        FakeStreams::join(m_bench->hub(), m_world);
        m_pane = std::make_unique<TailPane>(*m_bench, u"shop-kafka"_s);
        m_pane->resize(860, 400);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
    }
    void cleanup()
    {
        m_pane.reset();
        m_bench.reset();
    }

    void itFollowsAndHolds()
    {
        QCOMPARE(frame()->state(), ui::PanelState::Empty); // no topic yet
        m_pane->showTopic(kTopic);
        QTRY_VERIFY(m_pane->isFollowing());
        QTRY_COMPARE(tails(), 1);
        QTRY_VERIFY(frame()->state() == ui::PanelState::Empty);
        settle();
        produce(20);
        QTRY_COMPARE(m_pane->model()->rowCount(), 20);
        QCOMPARE(m_pane->model()->messageAt(0)->offset, 19);
        picture(u"tail"_s);
        // Space holds the reading itself; what is produced meanwhile comes afterwards.
        m_pane->table()->setFocus();
        QTest::keyClick(m_pane->table(), Qt::Key_Space);
        QVERIFY(m_pane->isPaused());
        settle();
        produce(30);
        settle();
        QCOMPARE(m_pane->model()->rowCount(), 20);
        QTest::keyClick(m_pane->table(), Qt::Key_Space);
        QTRY_COMPARE(m_pane->model()->rowCount(), 50);
        QCOMPARE(m_pane->dropped(), 0);
        QCOMPARE(tails(), 1); // the same reading all the time
        // The keys of the list choose; Enter opens.
        QSignalSpy changed(m_pane.get(), &TailPane::currentChanged);
        QSignalSpy opened(m_pane.get(), &TailPane::opened);
        QTest::keyClick(m_pane->table(), Qt::Key_Down);
        QVERIFY(!changed.isEmpty());
        QVERIFY(m_pane->current());
        QTest::keyClick(m_pane->table(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void aFilterIsTyped()
    {
        m_pane->showTopic(kTopic);
        m_pane->setFrom(TailPane::From::Oldest);
        produce(50);
        QTRY_COMPARE(m_pane->model()->rowCount(), 50);
        m_pane->table()->setFocus();
        QTest::keyClick(m_pane->table(), Qt::Key_Slash);
        auto* field = m_pane->findChild<ui::SearchField*>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"$.id"_s);
        QVERIFY(m_pane->stripText().startsWith(u"A field needs a value"));
        QTest::keyClicks(field, u" = 7"_s);
        QVERIFY2(m_pane->stripText() == u"The field $.id is “7”", qPrintable(m_pane->stripText()));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_pane->model()->rowCount(), 1);
        QTRY_VERIFY2(
            m_pane->footerText().contains(u"1 of 50 match"), qPrintable(m_pane->footerText()));
        picture(u"tail-filter"_s);
        // Space types in the field and does not hold the tail.
        QVERIFY(!m_pane->isPaused());
        // Esc clears the field; then all come again.
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_COMPARE(m_pane->model()->rowCount(), 50);
        // What is not understood changes nothing and says where it is wrong.
        QTest::keyClicks(field, u"/a(b/"_s);
        QTRY_VERIFY(m_pane->stripText().contains(u"parenthesis"));
        QCOMPARE(m_pane->model()->rowCount(), 50);
    }

    // Followed from the newest on there is no way back to what was read: it stays.
    void anotherFilterKeepsWhatWasRead()
    {
        m_pane->showTopic(kTopic);
        QTRY_COMPARE(tails(), 1);
        settle();
        produce(50);
        QTRY_COMPARE(m_pane->model()->rowCount(), 50);
        m_pane->table()->setFocus();
        QTest::keyClick(m_pane->table(), Qt::Key_Slash);
        auto* field = m_pane->findChild<ui::SearchField*>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"key in (90417007, 90417008)"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_pane->model()->rowCount(), 2);
        QCOMPARE(m_pane->model()->messageAt(0)->offset, 8);
        QCOMPARE(m_pane->model()->setAside(), 48);
        QTRY_VERIFY2(
            m_pane->footerText().contains(u"2 of 50 match"), qPrintable(m_pane->footerText()));
        // The one that is chosen stays chosen, and nothing of what comes is missed or told twice.
        QVERIFY(m_pane->table()->choose(5, 8));
        settle();
        produce(10);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, u"$.status = placed"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_pane->model()->setAside(), 0);
        QVERIFY(m_pane->current());
        QCOMPARE(m_pane->current()->offset, 8);
        settle();
        produce(5);
        QTRY_COMPARE(m_pane->model()->messageAt(0)->offset, 64);
        QTest::keyClick(field, Qt::Key_Escape);
        settle();
        std::set<qint64> offsets;
        for (int row = 0; row < m_pane->model()->rowCount(); ++row)
            offsets.insert(m_pane->model()->messageAt(row)->offset);
        QCOMPARE(int(offsets.size()), m_pane->model()->rowCount());
        QVERIFY(offsets.count(0) && offsets.count(49) && offsets.count(64));
        QCOMPARE(m_pane->dropped(), 0);
    }

    void whereItBegins()
    {
        produce(300);
        m_pane->showTopic(kTopic);
        QTRY_COMPARE(tails(), 1);
        settle();
        QCOMPARE(m_pane->model()->rowCount(), 0);
        m_pane->setFrom(TailPane::From::LastHundred);
        QTRY_COMPARE(m_pane->model()->rowCount(), 100);
        m_pane->setFrom(TailPane::From::Time, u"2026-03-17 06:05:11.250"_s);
        QTRY_COMPARE(m_pane->model()->rowCount(), 50);
        m_pane->setFrom(TailPane::From::Time, u"when?"_s);
        QVERIFY(m_pane->stripText().startsWith(u"Write a time as"));
        const QJsonObject state = m_pane->saveState();
        TailPane other(*m_bench, u"shop-kafka"_s);
        other.restoreState(state);
        QCOMPARE(other.saveState(), state);
    }

    void tooManyAreBoundedAndCounted()
    {
        m_pane->model()->setLimit(1'000);
        m_pane->setFrom(TailPane::From::Oldest);
        produce(40'000);
        m_pane->showTopic(kTopic);
        QTRY_COMPARE(m_pane->readState().messages, 40'000);
        QTRY_COMPARE(
            m_pane->model()->rowCount() + m_pane->model()->leftOut() + m_pane->dropped(), 40'000);
        QCOMPARE(m_pane->model()->rowCount(), 1'000);
        QTRY_VERIFY(m_pane->footerText().contains(u"older ones made room"));
        if (m_pane->dropped() > 0)
            QTRY_VERIFY(m_pane->footerText().contains(u"came too fast"));
    }

    void troubleIsTold()
    {
        m_pane->showTopic(kTopic);
        QTRY_VERIFY(m_pane->isFollowing());
        {
            std::lock_guard lock(m_world->mutex);
            const Error error{
                Error::Kind::Refused, u"shop-kafka"_s, u"LEADER_NOT_AVAILABLE"_s, {}, {}};
            m_world->readState.problems = {{3, error}, {7, error}};
        }
        QTRY_VERIFY2(m_pane->stripText().startsWith(u"Partitions 3, 7 cannot be read now"),
            qPrintable(m_pane->stripText()));
        {
            std::lock_guard lock(m_world->mutex);
            m_world->readState.problems.clear();
        }
        QTRY_VERIFY(m_pane->stripText().isEmpty());
        // Gone for good.
        {
            std::lock_guard lock(m_world->mutex);
            m_world->errors[u"tail"_s]
                = Error{Error::Kind::NotFound, u"shop-kafka"_s, u"UNKNOWN_TOPIC"_s, {}, {}};
        }
        QTRY_COMPARE(frame()->state(), ui::PanelState::Empty);
        QTRY_VERIFY(!m_pane->isFollowing());
        picture(u"tail-deleted"_s);
    }

    // With all partitions in trouble nothing is followed, whatever goes on behind.
    void nothingIsFollowedWhileNothingCanBeRead()
    {
        m_pane->showTopic(kTopic);
        QTRY_COMPARE(m_pane->chipText(), u"Following"_s);
        QSignalSpy cut(m_pane.get(), &TailPane::cutOff);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->readState.problems
                = {{-1, Error{Error::Kind::Refused, u"shop-kafka"_s, u"refused"_s, {}, {}}}};
        }
        QTRY_COMPARE(m_pane->chipText(), u"No answer"_s);
        QCOMPARE(cut.count(), 1);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->readState.problems.clear();
        }
        QTRY_COMPARE(m_pane->chipText(), u"Following"_s);
        QCOMPARE(cut.count(), 1);
    }

    void itGoesOnAfterAnOutage()
    {
        m_pane->showTopic(kTopic);
        QTRY_VERIFY(m_pane->isFollowing());
        settle();
        produce(5);
        QTRY_COMPARE(m_pane->model()->rowCount(), 5);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"no answer"_s, {}, {}};
        }
        QTRY_COMPARE(frame()->state(), ui::PanelState::Stale);
        QCOMPARE(m_pane->model()->rowCount(), 5); // old rows stay
        {
            std::lock_guard lock(m_world->mutex);
            m_world->broken.reset();
        }
        produce(5);
        QTRY_COMPARE_WITH_TIMEOUT(m_pane->model()->rowCount(), 10, 20'000);
        QTRY_COMPARE(frame()->state(), ui::PanelState::Ready);
    }

    void hiddenItStops()
    {
        m_pane->showTopic(kTopic);
        QTRY_VERIFY(m_pane->isFollowing());
        settle();
        produce(5);
        QTRY_COMPARE(m_pane->model()->rowCount(), 5);
        m_pane->hide();
        settle();
        produce(7);
        settle();
        QCOMPARE(m_pane->model()->rowCount(), 5);
        m_pane->show();
        QTRY_COMPARE(m_pane->model()->rowCount(), 12); // it went on where it was
        QCOMPARE(tails(), 1);
    }

    void producing()
    {
        QSignalSpy asked(m_pane.get(), &TailPane::produceAsked);
        m_pane->showTopic(kTopic);
        for (QAction* action : m_pane->actions())
            if (action->text().startsWith(u"Produce"))
                action->trigger();
        QCOMPARE(asked.size(), 1);
        // No key twice.
        QSet<QString> keys;
        for (QAction* action : m_pane->actions())
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
    }

    // Beside the topics of a usual window the title is whole and the filter can be read.
    void theHeaderKeepsTitleAndFilter()
    {
        m_pane->showTopic(kTopic);
        m_pane->setFrom(TailPane::From::Oldest);
        produce(1);
        QTRY_COMPARE(m_pane->model()->rowCount(), 1);
        QTRY_VERIFY2(m_pane->footerText().contains(u"1 row |"), qPrintable(m_pane->footerText()));
        auto* field = m_pane->findChild<ui::SearchField*>();
        QVERIFY(field->toolTip().contains(u"$.order.id = 5"));
        const auto* title = m_pane->findChild<ui::PanelHeader*>()->findChild<QLabel*>();
        for (const int width : {560, 1100, 735, 728}) {
            m_pane->resize(width, 300);
            QCOMPARE(m_pane->width(), width);
            QTRY_COMPARE(title->text(), u"Live tail"_s);
            QVERIFY2(width < 700 || field->width() >= 250, qPrintable(QString::number(width)));
        }
        m_pane->setFrom(TailPane::From::Time, u"2026-03-17 06:05:11"_s);
        m_pane->resize(735, 300);
        QTRY_COMPARE(title->text(), u"Live tail"_s);
        picture(u"tail-header"_s);
    }

    void narrowAndLight()
    {
        m_pane->showTopic(kTopic);
        m_pane->setFrom(TailPane::From::Oldest);
        produce(40);
        QTRY_COMPARE(m_pane->model()->rowCount(), 40);
        m_pane->resize(560, 300);
        picture(u"tail-narrow"_s);
        ui::Theme::of(m_pane.get()).setMode(ui::Theme::Mode::Light);
        m_pane->resize(860, 400);
        picture(u"tail-light"_s);
        ui::Theme::of(m_pane.get()).setMode(ui::Theme::Mode::Dark);
    }

private:
    const QString kTopic = u"shop.orders.v1"_s;

    ui::StateFrame* frame() const { return m_pane->findChild<ui::StateFrame*>(); }
    int tails() const
    {
        std::lock_guard lock(m_world->mutex);
        return int(m_world->tails.size());
    }
    // The reading has begun and has looked at the world more than once.
    void settle() const
    {
        const int rounds = m_world->tailRounds;
        QTRY_VERIFY(m_world->tailRounds > rounds + 2);
    }
    void produce(int count)
    {
        std::lock_guard lock(m_world->mutex);
        auto& all = m_world->messages[kTopic];
        for (int i = 0; i < count; ++i) {
            Message m;
            m.topic = kTopic;
            m.partition = 5;
            m.offset = qint64(all.size());
            m.timestamp = 1'773'727'511'000 + m.offset;
            m.timeKind = Message::TimeKind::Create;
            m.key = QByteArray::number(90'417'000 + m.offset);
            m.value = "{\"id\":" + QByteArray::number(m.offset)
                + ",\"status\":\"placed\",\"country\":\"KR\",\"total\":\"84900\"}";
            m.valueSize = m.value.size();
            m.codec = u"none"_s;
            all.push_back(m);
        }
    }
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        QApplication::processEvents();
        QVERIFY(m_pane->grab().save(folder + u'/' + name + u".png"_s));
    }

    std::shared_ptr<StreamsWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<TailPane> m_pane;
};

PH_TEST_MAIN(QApplication, TestTailPane)
#include "tst_tailpane.moc"
