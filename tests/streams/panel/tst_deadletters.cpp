// SPDX-License-Identifier: GPL-3.0-or-later
// Dead letters with real keys: what they say of themselves, groups and filter, edits in place,
// writing them to their topics again, and what happens when that fails.
#include "streams/panel/configpane.h"
#include "streams/panel/deadletterpanel.h"
#include "streams/panel/messagebytes.h"
#include "streams/panel/messageform.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/pairrows.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/sheettable.h"
#include "tests/gui/accessiblewalk.h"
#include "tests/streams/panel/sheetfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"
#include "ui/states/notificationlist.h"
#include "ui/states/toaststack.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeWidget>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

Message letterOf(int partition, qint64 offset, std::vector<MessageHeader> headers)
{
    Message message;
    message.topic = u"dlq.orders"_s;
    message.partition = partition;
    message.offset = offset;
    message.timestamp = 1'773'726'000'000 + offset * 1000;
    message.key = "k" + QByteArray::number(offset);
    message.value = "{\"order_id\":" + QByteArray::number(offset) + "}";
    message.valueSize = message.value.size();
    message.headers = std::move(headers);
    return message;
}

} // namespace

class DeadLettersTest final : public QObject, private SheetFixture
{
    Q_OBJECT

    DeadLetterPanel* openPanel(const QString& topic = u"dlq.orders"_s)
    {
        auto* panel = show(std::make_unique<DeadLetterPanel>(*m_bench, service()), {1389, 766});
        panel->restoreState({{u"topic"_s, topic}});
        return panel;
    }
    // Six of Connect's and three of Spring's, and one that says nothing.
    void fillLetters() const
    {
        in([](StreamsWorld& w) {
            auto& all = w.messages[u"dlq.orders"_s];
            all.clear();
            for (int i = 0; i < 6; ++i)
                all.push_back(letterOf(i % 3, i,
                    {{"trace-id", "7f3a"}, {"__connect.errors.topic", "shop.orders.v1"},
                        {"__connect.errors.partition", QByteArray::number(i)},
                        {"__connect.errors.offset", QByteArray::number(100 + i)},
                        {"__connect.errors.exception.class.name",
                            "org.apache.kafka.connect.errors.DataException"},
                        {"__connect.errors.exception.message", "Bad order"}}));
            for (int i = 6; i < 9; ++i)
                all.push_back(letterOf(i % 3, i,
                    {{"kafka_dlt-original-topic", "shop.payments.v1"},
                        {"kafka_dlt-original-partition", QByteArray("\0\0\0\2", 4)},
                        {"kafka_dlt-original-offset", QByteArray("\0\0\0\0\0\0\1\0", 8)},
                        {"kafka_dlt-exception-fqcn", "java.lang.IllegalStateException"},
                        {"kafka_dlt-exception-message", "no such card"}}));
            all.push_back(letterOf(0, 9, {}));
            return 0;
        });
    }
    std::vector<ProduceRequest> produced() const
    {
        return in([](const StreamsWorld& w) { return w.produced; });
    }

private Q_SLOTS:
    void init()
    {
        makeServer();
        fillLetters();
    }
    void cleanup() { drop(); }

    // The topics are asked for again and again: what somebody types meanwhile stays.
    void aTypedTopicStays()
    {
        DeadLetterPanel* panel = openPanel();
        QTRY_VERIFY(panel->topicField()->count() > 0);
        QLineEdit* line = panel->topicField()->lineEdit();
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, u"XYZ"_s);
        const auto asked = [this] {
            return in([](const StreamsWorld& w) { return w.count(u"topics"_s); });
        };
        for (int round = 0; round < 2; ++round) { // the second is asked after the first came
            const int before = asked();
            panel->refresh();
            QTRY_VERIFY(asked() > before);
        }
        QVERIFY(line->text().startsWith(u"XYZ"_s));
    }

    // What is pressed next is not covered.
    void noticesKeepClearOfRedrive()
    {
        const DeadLetterPanel* panel = openPanel();
        ui::NotificationList list;
        ui::ToastStack notices(m_shown.get(), list, 0);
        notices.notify({u"done"_s, ui::ToastKind::Good, u"3 messages were redriven"_s,
            u"shop.orders.v1"_s, u"undo"_s, u"Undo"_s, true});
        QTRY_VERIFY(panel->redriveButton()->isVisible());
        const QWidget* button = panel->redriveButton();
        const QRect at(button->mapTo(m_shown.get(), QPoint()), button->size());
        const QRect corner(
            m_shown->rect().bottomRight() - QPoint(notices.width() + 11, notices.height() + 11),
            notices.size());
        QVERIFY(corner.intersects(at)); // it would be
        QTRY_VERIFY(!notices.geometry().intersects(at));
        QVERIFY(m_shown->rect().contains(notices.geometry()));
    }

    void lettersSayWhereTheyWere()
    {
        const auto letters
            = in([](const StreamsWorld& w) { return w.messages.at(u"dlq.orders"_s); });
        const DeadLetter connect = deadLetterOf(letters[4]);
        QCOMPARE(connect.topic, u"shop.orders.v1"_s);
        QCOMPARE(connect.partition, std::optional<int>(4));
        QCOMPARE(connect.offset, std::optional<qint64>(104));
        QCOMPARE(connect.error, u"DataException"_s);
        QCOMPARE(connect.detail, u"Bad order"_s);
        const DeadLetter spring = deadLetterOf(letters[7]);
        QCOMPARE(spring.topic, u"shop.payments.v1"_s);
        QCOMPARE(spring.partition, std::optional<int>(2));
        QCOMPARE(spring.offset, std::optional<qint64>(256));
        QCOMPARE(spring.error, u"IllegalStateException"_s);
        // Plain names, as the sandbox's own writer and many others have them.
        const Message plain = letterOf(0, 3,
            {{"original-topic", "shop.orders.v1"}, {"original-partition", "2"},
                {"original-offset", "9"}, {"original-timestamp", "1790000000000"},
                {"error-class", "SerializationException"},
                {"error-message", "unknown schema id 999999"}, {"trace-id", "7f3a"}});
        const DeadLetter own = deadLetterOf(plain);
        QCOMPARE(own.topic, u"shop.orders.v1"_s);
        QCOMPARE(own.partition, std::optional<int>(2));
        QCOMPARE(own.offset, std::optional<qint64>(9));
        QCOMPARE(own.error, u"SerializationException"_s);
        QCOMPARE(own.detail, u"unknown schema id 999999"_s);
        QCOMPARE(
            withoutErrorHeaders(plain.headers), (std::vector<MessageHeader>{{"trace-id", "7f3a"}}));
        QVERIFY(isDeadLetter(letters[0]) && !isDeadLetter(letters[9]));
        for (const char* name : {"x-original-topic", "X-Original-Topic", "dlq.original.topic"})
            QCOMPARE(deadLetterOf(letterOf(0, 1, {{name, "t"}})).topic, u"t"_s);
        // The last failure counts.
        QCOMPARE(
            deadLetterOf(letterOf(0, 1, {{"x-original-topic", "a"}, {"x-original-topic", "b"}}))
                .topic,
            u"b"_s);
        const std::vector<MessageHeader> kept{{"trace-id", "7f3a"}};
        QCOMPARE(withoutErrorHeaders(letters[0].headers), kept);
        for (const QString& name : {u"dlq.orders"_s, u"orders.DLT"_s, u"orders-dead-letter"_s,
                 u"orders_dlq"_s, u"ordersDLQ"_s})
            QVERIFY2(looksLikeDeadLetterTopic(name), qPrintable(name));
        QVERIFY(!looksLikeDeadLetterTopic(u"shop.orders.v1"_s));
    }

    void theModelKeepsItsPromises()
    {
        DeadLetterModel model;
        QAbstractItemModelTester tester(&model);
        const auto letters
            = in([](const StreamsWorld& w) { return w.messages.at(u"dlq.orders"_s); });
        QVERIFY(model.merge({letters[0], letters[1], letters[2]}));
        model.choose({0, 1}, true);
        const auto id = DeadLetterModel::idOf(model.letter(0));
        QVERIFY(model.merge(letters));
        QCOMPARE(model.rowCount(), 10);
        QVERIFY(model.isChosen(model.rowOf(id))); // marks go with their letter
        QCOMPARE(model.chosen().size(), 2);
        model.setRedriven(id, u"there"_s);
        QCOMPARE(model.chosen().size(), 1);
        model.choose({model.rowOf(id)}, true); // not twice
        QCOMPARE(model.chosen().size(), 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void groupsAndFilter()
    {
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        QCOMPARE(panel->title(), u"dlq.orders · dead letters"_s);
        QCOMPARE(accessibleProblems(panel), QStringList());
        QCOMPARE(panel->table()->model()->rowCount(), 10);
        QTreeWidget* groups = panel->groupList();
        QCOMPARE(groups->topLevelItemCount(), 4); // all of them, and three kinds
        QCOMPARE(groups->topLevelItem(1)->text(0), u"shop.orders.v1"_s);
        QCOMPARE(groups->topLevelItem(1)->text(2), u"6"_s);
        groups->setFocus();
        QTest::keyClick(groups, Qt::Key_Down);
        QCOMPARE(panel->table()->model()->rowCount(), 6);
        QTest::keyClick(groups, Qt::Key_Slash);
        QVERIFY(panel->filter()->hasFocus());
        QTest::keyClicks(panel->filter(), u"k3"_s);
        QCOMPARE(panel->table()->model()->rowCount(), 1);
        panel->filter()->clear();
        QTRY_COMPARE(layoutFault(*panel), QString());
        picture(u"deadletters"_s);
        // As wide as half a window.
        m_shown->resize(690, 766);
        QTRY_COMPARE(layoutFault(*panel), QString());
        picture(u"deadletters-narrow"_s);
    }

    void chosenLettersGoToTheirTopics()
    {
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        QVERIFY(!panel->redriveButton()->isEnabled());
        panel->table()->setFocus();
        QTest::keyClick(panel->table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(panel->model()->chosen().size(), 10);
        QVERIFY(!panel->redriveButton()->isEnabled());
        QVERIFY2(
            panel->note().contains(u"do not say where they were"_s), qPrintable(panel->note()));
        panel->table()->selectionModel()->setCurrentIndex(panel->table()->model()->index(0, 0),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows); // says nothing
        QTest::keyClick(panel->table(), Qt::Key_Space);
        QCOMPARE(panel->model()->chosen().size(), 9);
        QVERIFY(panel->redriveButton()->isEnabled());
        panel->rateField()->setValue(50);
        panel->samePartition()->setChecked(true);
        QTest::keyClick(panel->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(produced().size(), 2);
        QCOMPARE(m_bench->acts().size(), size_t(1)); // asked about once, for both topics
        const auto requests = produced();
        QCOMPARE(requests[0].topic, u"shop.orders.v1"_s);
        QCOMPARE(requests[0].drafts.size(), 6);
        QCOMPARE(requests[0].perSecond, 50);
        const Draft& first = requests[0].drafts.front(); // the oldest goes first
        QCOMPARE(first.key, QByteArray("k0"));
        QCOMPARE(first.partition, 0);
        QCOMPARE(requests[0].drafts[5].partition, 5);
        const std::vector<MessageHeader> kept{{"trace-id", "7f3a"}};
        QCOMPARE(first.headers, kept);
        QCOMPARE(requests[1].topic, u"shop.payments.v1"_s);
        QCOMPARE(requests[1].drafts.front().partition, 2);
        QTRY_COMPARE(panel->note(), u"9 written"_s);
        QVERIFY(panel->model()->chosen().empty());
        QCOMPARE(panel->groupList()->topLevelItem(0)->text(3), u"1"_s); // open
        picture(u"deadletters-written"_s);
        // They cannot be chosen again, nor after a refresh.
        QTest::keyClick(panel->table(), Qt::Key_F5);
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        QTest::keyClick(panel->table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(panel->model()->chosen().size(), 1);
    }

    void lettersAreEditedInPlace()
    {
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        panel->filter()->setText(u"k3"_s);
        panel->table()->selectRow(0);
        QCOMPARE(panel->form()->keyField()->text(), u"k3"_s);
        QCOMPARE(panel->model()->edits(), 0); // looking is not editing
        panel->form()->editor()->setText(u"{\"order_id\":"_s);
        QVERIFY(panel->note().contains(u"This is no JSON"_s));
        panel->form()->editor()->setText(u"{\"order_id\":33}"_s);
        QCOMPARE(panel->model()->edits(), 1);
        QVERIFY(panel->hasUnsavedWork());
        QVERIFY(panel->countText().contains(u"1 edited"_s));
        panel->keepHeaders()->setChecked(true);
        panel->toField()->setCurrentText(u"shop.clicks.v2"_s);
        panel->table()->setFocus();
        QTest::keyClick(panel->table(), Qt::Key_Space);
        picture(u"deadletters-edited"_s);
        QTest::keyClick(panel->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(produced().size(), 1);
        const auto request = produced().front();
        QCOMPARE(request.topic, u"shop.clicks.v2"_s);
        QCOMPARE(request.drafts.front().value, QByteArray("{\"order_id\":33}"));
        QCOMPARE(request.drafts.front().headers.size(), 6);
        // Written, it is no edit any more.
        QTRY_COMPARE(panel->model()->edits(), 0);
        QTRY_VERIFY2(!panel->countText().contains(u"edited"), qPrintable(panel->countText()));
        QVERIFY(!panel->hasUnsavedWork());
        // Another one is edited and left as it was.
        panel->filter()->setText(u"k4"_s);
        panel->table()->selectRow(0);
        panel->form()->editor()->setText(u"[]"_s);
        QCOMPARE(panel->model()->edits(), 1);
        QTest::keyClick(panel->table(), Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(panel->model()->edits(), 0);
        QCOMPARE(panel->form()->editor()->text(), u"{\"order_id\":4}"_s);
    }

    // A crash or a close takes no edit away.
    void editsAreKeptOnDisk()
    {
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        panel->filter()->setText(u"k3"_s);
        panel->table()->selectRow(0);
        panel->form()->editor()->setText(u"{\"order_id\":33}"_s);
        QCOMPARE(m_bench->drafts().keys().size(), 1);
        QTRY_VERIFY(m_bench->drafts().isWritten(m_bench->drafts().keys().front()));
        panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        QCOMPARE(panel->model()->edits(), 1);
        panel->filter()->setText(u"k3"_s);
        panel->table()->selectRow(0);
        QCOMPARE(panel->form()->editor()->text(), u"{\"order_id\":33}"_s);
        // Written to its topic it is no draft any more.
        panel->table()->setFocus();
        QTest::keyClick(panel->table(), Qt::Key_Space);
        QTest::keyClick(panel->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(produced().size(), 1);
        QCOMPARE(produced().front().drafts.front().value, QByteArray("{\"order_id\":33}"));
        QTRY_VERIFY(m_bench->drafts().keys().isEmpty());
    }

    void draftsComeBackAsTheyWere()
    {
        Draft draft;
        draft.partition = 3;
        draft.key = QByteArray("\0\xff", 2);
        draft.value = QByteArray(""); // empty, no tombstone
        draft.headers = {{"h", "1"}, {"h", QByteArray()}};
        draft.timestamp = 17;
        QCOMPARE(draftOf(draftJson(draft)), draft);
        QVERIFY(!draftOf(draftJson(draft)).value.isNull());
        QVERIFY(draftOf(draftJson(Draft())).value.isNull());
        QVERIFY(draftOf(draftJson(draft)).headers[1].value.isNull());
    }

    void whatFailsStaysChosen()
    {
        in([](StreamsWorld& w) {
            w.actFails
                = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"REQUEST_TIMED_OUT"_s, {}, {}};
            return 0;
        });
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        panel->filter()->setText(u"7f3a"_s);
        QTest::keyClick(panel->table(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(panel->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(panel->note().contains(u"REQUEST_TIMED_OUT"_s), qPrintable(panel->note()));
        QVERIFY2(panel->note().contains(u"Shop Kafka"_s), qPrintable(panel->note())); // its title
        QCOMPARE(panel->model()->chosen().size(), 6);
        QVERIFY(panel->redriveButton()->isEnabled());
        // And when the user says no.
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        QTest::keyClick(panel->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(panel->redriveButton()->isEnabled());
        QCOMPARE(panel->model()->chosen().size(), 6);
        QVERIFY(produced().empty());
    }

    void whatIsCutIsReadWholeBeforeItIsWritten()
    {
        in([](StreamsWorld& w) {
            Message& cut = w.messages[u"dlq.orders"_s][2];
            cut.valueSize = cut.value.size() + 10; // as if the page had cut it
            return 0;
        });
        DeadLetterPanel* panel = openPanel();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        panel->filter()->setText(u"k2"_s);
        QTest::keyClick(panel->table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!panel->form()->isEnabled());
        QTest::keyClick(panel->table(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(produced().size(), 1);
        QCOMPARE(in([](const StreamsWorld& w) { return w.count(u"message"_s); }), 1);
    }

    void theLikelyTopicIsFound()
    {
        DeadLetterPanel* panel = openPanel({});
        QTRY_COMPARE(panel->topic(), u"dlq.orders"_s);
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        QCOMPARE(panel->topicField()->itemText(0), u"dlq.orders"_s);
        QCOMPARE(panel->saveState().value(u"topic"_s).toString(), u"dlq.orders"_s);
        QSet<QString> keys;
        for (const QAction* action : panel->panelActions()) {
            QVERIFY(!keys.contains(action->shortcut().toString()));
            keys.insert(action->shortcut().toString());
        }
    }

    void everySheetIsReachedByKeysAndHasNames()
    {
        auto* reset = show(std::make_unique<ResetSheet>(*m_bench, service()));
        reset->open(u"archive"_s, u"dlq.orders"_s);
        QTRY_VERIFY(reset->plan());
        QCOMPARE(accessibleProblems(reset), QStringList());
        auto* fresh = show(std::make_unique<NewTopicSheet>(*m_bench, service()));
        fresh->open(u"shop.clicks.v2"_s);
        QTRY_COMPARE(fresh->settings()->count(), 1);
        QCOMPARE(accessibleProblems(fresh), QStringList());
        auto* produce = show(std::make_unique<ProduceSheet>(*m_bench, service()));
        produce->open(u"dlq.orders"_s);
        produce->form()->headers()->addRow();
        QCOMPARE(accessibleProblems(produce), QStringList());
        auto* config = show(std::make_unique<ConfigPane>(*m_bench, service()));
        config->showTopic(u"shop.clicks.v2"_s);
        QTRY_COMPARE(config->model()->rowCount(), 4);
        QCOMPARE(accessibleProblems(config), QStringList());
    }

    void emptyAndBrokenSaySo()
    {
        DeadLetterPanel* panel = openPanel(u"shop.clicks.v2"_s); // nothing in it
        QTRY_COMPARE(panel->state(), ui::Panel::State::Empty);
        in([](StreamsWorld& w) {
            w.errors[u"page"_s]
                = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"no answer"_s, {}, {}};
            return 0;
        });
        panel->showTopic(u"dlq.orders"_s);
        QTRY_COMPARE(panel->state(), ui::Panel::State::Error);
        in([](StreamsWorld& w) {
            w.errors.clear();
            return 0;
        });
        panel->refresh();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Ready);
        in([](StreamsWorld& w) {
            w.errors[u"page"_s]
                = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"no answer"_s, {}, {}};
            return 0;
        });
        panel->refresh();
        QTRY_COMPARE(panel->state(), ui::Panel::State::Stale);
        QCOMPARE(panel->model()->rowCount(), 10);
    }
};

PH_TEST_MAIN(QApplication, DeadLettersTest)
#include "tst_deadletters.moc"
