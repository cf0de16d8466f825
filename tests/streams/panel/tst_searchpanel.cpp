// SPDX-License-Identifier: GPL-3.0-or-later
// The search with real keys on a cluster in memory: it finds, pauses, is cancelled, goes on, and
// exports as many messages as it found.
#include "streams/panel/messageview.h"
#include "streams/panel/partitionbars.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/searchbar.h"
#include "tests/streams/panel/searchfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;

class TestSearchPanel final : public QObject, private SearchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openPanel(); }
    void cleanup() { closePanel(); }

    void itFindsWhatIsPlanted()
    {
        QCOMPARE(m_panel->state(), ui::Panel::State::Empty);
        QCOMPARE(m_panel->title(), u"shop.orders.v1 · search"_s);
        QTest::keyClicks(m_panel->bar()->patternField(), u"WELCOME5"_s);
        QTest::keyClick(m_panel->bar()->patternField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QTRY_COMPARE(model()->rowCount(), kPlanted);
        QCOMPARE(m_panel->title(), u"shop.orders.v1 · WELCOME5"_s);
        QTRY_VERIFY2(m_panel->footerText().contains(u"40 hits, all kept"),
            qPrintable(m_panel->footerText()));
        QTRY_VERIFY2(
            m_panel->progressText().contains(u"Done"), qPrintable(m_panel->progressText()));
        // Each once, the newest first.
        std::set<std::pair<int, qint64>> places;
        qint64 last = std::numeric_limits<qint64>::max();
        for (int row = 0; row < model()->rowCount(); ++row) {
            const Message* hit = model()->messageAt(row);
            QVERIFY(hit && hit->value.contains("WELCOME5"));
            QVERIFY(hit->timestamp <= last);
            last = hit->timestamp;
            places.insert({hit->partition, hit->offset});
        }
        QCOMPARE(int(places.size()), kPlanted);
        // F3 steps through them, Enter goes to the message.
        QTest::keyClick(m_panel->table(), Qt::Key_F3);
        QTest::keyClick(m_panel->table(), Qt::Key_F3);
        QCOMPARE(m_panel->table()->currentIndex().row(), 1);
        QTest::keyClick(m_panel->table(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_panel->table()->currentIndex().row(), 0);
        QTRY_COMPARE(m_panel->view()->mode(), MessageView::Mode::Tree);
        picture(u"search-done"_s);
        QTest::keyClick(m_panel->table(), Qt::Key_Return);
        QTRY_VERIFY(m_panel->view()->isAncestorOf(QApplication::focusWidget()));
        // A bar shows its partition alone; the same once more all again.
        PartitionBars* bars = m_panel->partitions();
        const qint64 of5 = search()->hitsBy().at(5);
        size_t index = 0;
        while (bars->bars()[index].partition != 5)
            ++index;
        QTest::mouseClick(bars, Qt::LeftButton, {}, bars->barBox(index).center().toPoint());
        QCOMPARE(model()->rowCount(), int(of5));
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(model()->rowCount(), kPlanted);
    }

    void fieldsAndExpressions()
    {
        m_panel->bar()->modes()->setCurrentIndex(1);
        QTest::keyClicks(m_panel->bar()->patternField(), u"$..x"_s);
        QVERIFY(!m_panel->bar()->startButton()->isEnabled());
        m_panel->bar()->patternField()->setText(u"$.coupon"_s);
        QVERIFY(!m_panel->bar()->startButton()->isEnabled()); // which value?
        QTest::keyClicks(m_panel->bar()->equalsField(), u"WELCOME5"_s);
        QTest::keyClick(m_panel->bar()->equalsField(), Qt::Key_Return);
        QTRY_COMPARE(model()->rowCount(), kPlanted);
        m_panel->bar()->modes()->setCurrentIndex(2);
        m_panel->bar()->patternField()->setText(u"WEL(COME"_s);
        QVERIFY(!m_panel->bar()->startButton()->isEnabled());
        m_panel->bar()->patternField()->setText(u"WEL[A-Z]+5"_s);
        m_panel->start();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QTRY_COMPARE(model()->rowCount(), kPlanted);
    }

    void theRangeIsTyped()
    {
        m_panel->bar()->fromField()->setText(u"yesterday"_s);
        QVERIFY(!m_panel->bar()->problem().isEmpty());
        m_panel->bar()->fromField()->setText(u"2026-03-17 06:05"_s);
        m_panel->bar()->toField()->setText(u"88,002,131"_s);
        m_panel->bar()->partitionsField()->setText(u"0-2, 5"_s);
        const SearchQuery query = m_panel->bar()->query();
        QCOMPARE(query.from.kind, TopicPlace::Kind::Time);
        QCOMPARE(query.to, (TopicPlace{TopicPlace::Kind::Offset, 88'002'131, {}}));
        QCOMPARE(query.partitions, (std::vector<int>{0, 1, 2, 5}));
        const QJsonObject state = m_panel->saveState();
        SearchPanel other(*m_bench, u"shop-kafka"_s);
        other.restoreState(state);
        QCOMPARE(other.bar()->saved(), m_panel->bar()->saved());
        m_panel->bar()->fromField()->setText(u"2026-03-17 07:05"_s);
        m_panel->bar()->toField()->setText(u"2026-03-17 06:05"_s);
        QVERIFY(!m_panel->bar()->startButton()->isEnabled());
    }

    void itPausesAndIsCancelled()
    {
        silence(true);
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Running);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(search()->state(), TopicSearch::State::Paused);
        QTRY_VERIFY(m_panel->progressText().startsWith(u"Paused"));
        silence(false);
        QCOMPARE(model()->rowCount(), 0); // held
        silence(true);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(search()->state(), TopicSearch::State::Running);
        // Esc once asks, twice cancels.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(search()->isActive());
        QVERIFY(m_panel->progressText().contains(u"Esc once more"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(search()->state(), TopicSearch::State::Cancelled);
        QVERIFY(search()->canGoOn());
        silence(false);
        // It goes on, and no hit is there twice.
        search()->goOn();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QTRY_COMPARE(model()->rowCount(), kPlanted);
    }

    void aClosedSearchGoesOn()
    {
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        // Found in part, then closed.
        std::vector<Message> rest;
        {
            std::lock_guard lock(m_world->mutex);
            auto& all = m_world->messages[kTopic];
            rest.assign(all.begin() + qint64(all.size() / 2), all.end());
            all.resize(all.size() / 2);
        }
        m_panel->start();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        const qint64 first = search()->hits();
        QVERIFY(first > 0 && first < kPlanted);
        // What is on record of one that was cut off: its positions are those it had.
        SearchQuery query = m_panel->bar()->query();
        QJsonObject saved;
        saved[u"query"_s] = queryJson(query);
        QJsonObject positions;
        QJsonObject ranges;
        {
            std::lock_guard lock(m_world->mutex);
            auto& all = m_world->messages[kTopic];
            std::map<int, qint64> next;
            for (const Message& m : all)
                next[m.partition] = m.offset + 1;
            for (const auto& [partition, offset] : next) {
                positions[QString::number(partition)] = offset;
                ranges[QString::number(partition)] = u"0-400"_s;
            }
            all.insert(all.end(), rest.begin(), rest.end());
        }
        saved[u"positions"_s] = positions;
        saved[u"ranges"_s] = ranges;
        saved[u"hits"_s] = first;
        const QJsonObject state = m_panel->saveState();
        m_bench->drafts().put(u"streams.search/"_s + state[u"search"_s].toString(), saved);
        m_panel.reset();
        m_panel = std::make_unique<SearchPanel>(*m_bench, u"shop-kafka"_s);
        m_panel->restoreState(state);
        m_panel->resize(900, 780);
        m_panel->show();
        QCOMPARE(search()->state(), TopicSearch::State::CutOff);
        QCOMPARE(search()->hits(), first);
        QVERIFY(m_panel->progressText().startsWith(u"Cut off"));
        picture(u"search-cutoff"_s);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->searches.clear();
        }
        search()->goOn();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QCOMPARE(search()->hits(), kPlanted);
        QCOMPARE(search()->store()->hits(), kPlanted - first);
        QVERIFY2(
            m_panel->footerText().contains(u"are not listed"), qPrintable(m_panel->footerText()));
    }

    // Hits are not kept over the end of the program; that there were some is said.
    void aSearchThatIsDoneIsToldAfterReopening()
    {
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QCOMPARE(search()->hits(), kPlanted);
        const QJsonObject state = m_panel->saveState();
        m_panel.reset();
        m_panel = std::make_unique<SearchPanel>(*m_bench, u"shop-kafka"_s);
        m_panel->restoreState(state);
        m_panel->resize(900, 780);
        m_panel->show();
        QCOMPARE(search()->state(), TopicSearch::State::Done);
        QCOMPARE(search()->hits(), kPlanted);
        QPushButton* again = nullptr;
        for (auto* one : m_panel->findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == u"Read them again"_s)
                again = one;
        QVERIFY(again);
        picture(u"search-done-before"_s);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QTRY_COMPARE(m_panel->table()->model()->rowCount(), int(kPlanted));
    }

    void noHitOffersMore()
    {
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->bar()->partitionsField()->setText(u"47"_s);
        {
            std::lock_guard lock(m_world->mutex);
            for (Message& m : m_world->messages[kTopic])
                if (m.partition == 47)
                    m.value = "{}";
        }
        m_panel->start();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QTRY_COMPARE(frame()->state(), ui::PanelState::Empty);
        picture(u"search-nohit"_s);
        Q_EMIT frame()->actionTriggered(u"widen"_s);
        QTRY_VERIFY(model()->rowCount() > 0);
        QVERIFY(m_panel->bar()->partitionsField()->text().isEmpty());
    }

    void troubleEndsItAndItGoesOn()
    {
        {
            std::lock_guard lock(m_world->mutex);
            m_world->errors[u"search"_s]
                = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"no answer"_s, {}, {}};
        }
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(search()->state(), TopicSearch::State::CutOff);
        {
            std::lock_guard lock(m_world->mutex);
            m_world->errors.clear();
        }
        Q_EMIT frame()->actionTriggered(u"go-on"_s);
        QTRY_COMPARE(search()->state(), TopicSearch::State::Done);
        QTRY_COMPARE(model()->rowCount(), kPlanted);
    }

    void theArrowSaysHowTheHitsStand()
    {
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(model()->rowCount(), kPlanted);
        QHeaderView* header = m_panel->table()->horizontalHeader();
        const auto press = [&](int column) {
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                QPoint(header->sectionViewportPosition(column) + 12, header->height() / 2));
        };
        const auto stands = [&](int column, Qt::SortOrder order) {
            QCOMPARE(header->sortIndicatorSection(), column);
            QCOMPARE(header->sortIndicatorOrder(), order);
            const Message first = *model()->messageAt(0);
            const Message last = *model()->messageAt(model()->rowCount() - 1);
            const bool up = order == Qt::AscendingOrder;
            if (column == MessageList::Time)
                QCOMPARE(first.timestamp < last.timestamp, up);
            else
                QCOMPARE(first.partition < last.partition, up);
        };
        stands(MessageList::Time, Qt::DescendingOrder);
        press(MessageList::Time);
        stands(MessageList::Time, Qt::AscendingOrder);
        press(MessageList::Time);
        stands(MessageList::Time, Qt::DescendingOrder);
        press(MessageList::Partition);
        stands(MessageList::Partition, Qt::AscendingOrder);
        press(MessageList::Offset);
        stands(MessageList::Offset, Qt::DescendingOrder);
        press(MessageList::Value); // by a value nothing is sorted
        stands(MessageList::Partition, Qt::DescendingOrder);
        press(MessageList::Time);
        stands(MessageList::Time, Qt::DescendingOrder);
    }

    void aGroupIsSetToAHit()
    {
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(model()->rowCount(), kPlanted);
        QTest::keyClick(m_panel->table(), Qt::Key_F3);
        QTRY_VERIFY(m_panel->view()->message());
        m_panel->view()->resetAction()->trigger();
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = m_panel->findChild<QMenu*>(u"groups"_s)));
        // Those that read the topic, and the others behind them.
        QStringList readers;
        for (const auto& [name, lag] : m_world->lags)
            if (std::any_of(lag.partitions.begin(), lag.partitions.end(),
                    [this](const PartitionLag& part) { return part.topic == kTopic; }))
                readers << name;
        QVERIFY(!readers.isEmpty());
        QStringList listed;
        for (const QAction* action : menu->actions()) {
            QVERIFY(!action->isSeparator());
            listed << action->text();
        }
        QCOMPARE(listed, QStringList(readers + QStringList{u"Another group"_s}));
        QCOMPARE(menu->actions().back()->menu()->actions().size(),
            qsizetype(m_world->groups.groups.size()) - readers.size());
        menu->actions().front()->trigger();
        menu->close();
        auto* sheet = m_panel->findChild<ResetSheet*>();
        QVERIFY(sheet && sheet->isVisible());
        m_panel->resize(1389, 790);
        QTRY_VERIFY(sheet->plan());
        picture(u"search-reset"_s);
        // Its keys are its own.
        const int searches = int(m_world->searches.size());
        sheet->valueField()->setFocus();
        QTest::keyClick(sheet->valueField(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(int(m_world->searches.size()), searches);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!sheet->isVisible());
        // And a message is written again from here.
        for (QAction* action : m_panel->view()->actions())
            if (action->text().startsWith(u"Produce"))
                action->trigger();
        auto* produce = m_panel->findChild<ProduceSheet*>();
        QVERIFY(produce && produce->isVisible());
        QCOMPARE(produce->topic(), kTopic);
        picture(u"search-produce"_s);
    }

    void theTourSeesSomething()
    {
        {
            std::lock_guard lock(m_world->mutex);
            for (const TopicInfo& topic : m_world->topics)
                m_world->messages[topic.name] = m_world->messages[kTopic];
        }
        SearchPanel panel(*m_bench, u"shop-kafka"_s);
        panel.show();
        panel.showExample();
        QTRY_COMPARE(panel.search()->state(), TopicSearch::State::Done);
        QTRY_VERIFY(panel.drawnRows() > 0);
        QTRY_VERIFY(panel.view()->message());
    }

    void keysAreUnique()
    {
        QSet<QString> keys;
        for (QAction* action : m_panel->panelActions())
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
    }

    void runningNarrowAndLight()
    {
        silence(true);
        m_panel->bar()->patternField()->setText(u"WELCOME5"_s);
        m_panel->start();
        QTRY_COMPARE(search()->state(), TopicSearch::State::Running);
        picture(u"search-running"_s);
        silence(false);
        QTRY_COMPARE(model()->rowCount(), kPlanted);
        QTest::keyClick(m_panel->table(), Qt::Key_F3);
        m_panel->resize(760, 640);
        picture(u"search-narrow"_s);
        ui::Theme::of(m_panel.get()).setMode(ui::Theme::Mode::Light);
        m_panel->resize(1228, 700);
        picture(u"search-light"_s);
        ui::Theme::of(m_panel.get()).setMode(ui::Theme::Mode::Dark);
    }
};

PH_TEST_MAIN(QApplication, TestSearchPanel)
#include "tst_searchpanel.moc"
