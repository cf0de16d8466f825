// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets and the dead letters on a real Kafka, seen by another client: a reset and its way
// back, a group that wakes up in between, a topic and its settings, messages, a hundred dead
// letters.
#include "core/servicehub.h"
#include "streams/kafka/kafkadescriptor.h"
#include "streams/panel/configpane.h"
#include "streams/panel/countbox.h"
#include "streams/panel/deadletterpanel.h"
#include "streams/panel/messageform.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/pairrows.h"
#include "streams/panel/partitionssheet.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/recordssheet.h"
#include "streams/panel/resetmodel.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/sheettable.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int kPatience = 30'000;
}

class StreamsActsLiveTest final : public QObject
{
    Q_OBJECT

    std::map<int, std::unique_ptr<OwnKafka>> m_servers;
    OwnKafka* m_kafka = nullptr;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<QWidget> m_shown;
    ServiceId m_service;

    template <class T>
    T* show()
    {
        auto* out = new T(*m_bench, m_service);
        m_shown = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_shown.get());
        layout->setSizeConstraint(QLayout::SetNoConstraint);
        layout->addWidget(out);
        m_shown->resize(1000, 790);
        m_shown->show();
        return out;
    }
    QJsonArray commit(const QString& group, const QString& topic, int partition) const
    {
        return m_kafka->ask({u"committed"_s, group})
            .toObject()
            .value(topic)
            .toObject()
            .value(QString::number(partition))
            .toArray();
    }
    // The first commit of a new broker may get lost while its own topic for them is being made.
    void seedCommits(const QString& group, const QString& topic, const QStringList& places) const
    {
        for (int i = 0; i < 5; ++i) {
            m_kafka->ask(QStringList{u"commit"_s, group, topic} + places);
            if (!commit(group, topic, 0).isEmpty())
                return;
        }
    }
    QJsonObject configOf(const QString& topic) const
    {
        return m_kafka->ask({u"config"_s, topic}).toObject();
    }
    QJsonArray read(const QString& topic) const
    {
        return m_kafka->ask({u"read"_s, topic}).toArray();
    }
    static void apply(QWidget* sheet)
    {
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("3.9") << 3;
        QTest::newRow("4") << 4;
    }
    void init()
    {
        QFETCH_GLOBAL(int, major);
        auto& server = m_servers[major];
        if (!server)
            server = std::make_unique<OwnKafka>(OwnKafka::Options{.major = major});
        PH_NEED_KAFKA(*server);
        m_kafka = server.get();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
        m_bench->hub().setDescriptors({kafkaDescriptor()});
        const ServiceConfig config = m_kafka->config(WriteMode::On);
        m_service = config.id;
        m_bench->hub().add(config, m_kafka->password());
    }
    void cleanup()
    {
        m_shown.reset();
        m_bench.reset();
    }

    void aResetIsSeenByTheGroupAndTakenBack()
    {
        m_kafka->ask({u"create"_s, u"read"_s, u"3"_s, u"1"_s, u"retention.ms=-1"_s});
        m_kafka->ask({u"write"_s, u"read"_s},
            "{\"partition\": 0, \"key\": \"x\", \"value\": \"a\", \"timestamp\": 1000}\n"
            "{\"partition\": 0, \"key\": \"y\", \"value\": \"b\", \"timestamp\": 2000}\n"
            "{\"partition\": 1, \"value\": \"c\", \"timestamp\": 1500}\n");
        seedCommits(u"mover"_s, u"read"_s, {u"0=2:a word"_s, u"1=0"_s});
        const QJsonArray before = commit(u"mover"_s, u"read"_s, 0);
        auto* sheet = show<ResetSheet>();
        sheet->open(u"mover"_s, u"read"_s,
            TopicPlace{TopicPlace::Kind::Time, 0, QDateTime::fromMSecsSinceEpoch(1500, Qt::UTC)});
        QTRY_VERIFY_WITH_TIMEOUT(sheet->plan(), kPatience);
        const auto cell = [sheet](int row, int column) {
            return sheet->model()->index(row, column).data().toString();
        };
        QCOMPARE(cell(0, ResetModel::Committed), u"none"_s); // partition 2
        QCOMPARE(cell(0, ResetModel::Record), u"no record, the end"_s);
        QCOMPARE(cell(1, ResetModel::Partition), u"0"_s);
        QCOMPARE(cell(1, ResetModel::Difference), u"-1"_s);
        QVERIFY(cell(1, ResetModel::Record).endsWith("00:00:02 y"_L1));
        QCOMPARE(commit(u"mover"_s, u"read"_s, 0), before); // a dry run changes nothing
        QSignalSpy moved(sheet, &ResetSheet::moved);
        apply(sheet);
        QTRY_COMPARE_WITH_TIMEOUT(moved.count(), 1, kPatience);
        QCOMPARE(commit(u"mover"_s, u"read"_s, 0).at(0).toInt(), 1);
        QCOMPARE(commit(u"mover"_s, u"read"_s, 2).at(0).toInt(-1), 0);
        QTRY_VERIFY(sheet->undoButton()->isVisible());
        sheet->undoButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(moved.count(), 2, kPatience);
        QCOMPARE(commit(u"mover"_s, u"read"_s, 0), before); // metadata and all
        QVERIFY(commit(u"mover"_s, u"read"_s, 2).isEmpty()); // none again, not 0
    }

    void aGroupThatWakesUpInBetweenIsLeftAlone()
    {
        m_kafka->ask({u"create"_s, u"woken"_s, u"2"_s});
        m_kafka->ask({u"fill"_s, u"woken"_s, u"20"_s});
        seedCommits(u"sleeper"_s, u"woken"_s, {u"0=1"_s, u"1=1"_s});
        auto* sheet = show<ResetSheet>();
        sheet->open(u"sleeper"_s, u"woken"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheet->button()->isEnabled(), kPatience);
        {
            GroupMember member(m_kafka->innerAddress(), u"sleeper"_s, u"woken"_s, {u"--pause"_s});
            QVERIFY(member.waitForPartitions(2));
            apply(sheet);
            QTRY_VERIFY2_WITH_TIMEOUT(sheet->note().contains(u"The group has members"_s),
                qPrintable(sheet->note()), kPatience);
            QVERIFY(!sheet->button()->isEnabled());
            QTest::keyClick(sheet, Qt::Key_F5);
            QTRY_VERIFY_WITH_TIMEOUT(sheet->plan(), kPatience);
            QCOMPARE(sheet->plan()->members, 1);
            QTRY_VERIFY_WITH_TIMEOUT(sheet->checks()->checks().size() > 4, kPatience); // its name
            QVERIFY(!sheet->button()->isEnabled());
            QVERIFY(commit(u"sleeper"_s, u"woken"_s, 0).at(0).toInt(-1) > 0); // not the begin
            member.leave();
        }
    }

    void aTopicIsMadeAndChanged()
    {
        auto* sheet = show<NewTopicSheet>();
        sheet->open();
        sheet->nameField()->setText(u"made.here"_s);
        sheet->partitionsField()->setValue(2);
        sheet->settings()->setPairs(
            {{u"retention.ms"_s, u"86400000"_s}, {u"segment.bytes"_s, u"1048576"_s}});
        sheet->check();
        QTRY_VERIFY_WITH_TIMEOUT(!sheet->checks()->checks().empty()
                && sheet->checks()->checks().front().glyph == ui::Glyph::Ok,
            kPatience);
        QCOMPARE(sheet->preview(),
            u"CreateTopics name=made.here partitions=2 replication=-1 retention.ms=86400000 "
            "segment.bytes=1048576"_s);
        QSignalSpy made(sheet, &NewTopicSheet::made);
        apply(sheet);
        QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, kPatience);
        QTRY_COMPARE(configOf(u"made.here"_s),
            (QJsonObject{{u"retention.ms"_s, u"86400000"_s}, {u"segment.bytes"_s, u"1048576"_s}}));

        auto* pane = show<ConfigPane>();
        pane->showTopic(u"made.here"_s);
        QTRY_VERIFY_WITH_TIMEOUT(pane->model()->rowCount() > 20, kPatience);
        pane->chooseSetting(u"retention.ms"_s);
        QVERIFY(pane->helpText().startsWith("retention.ms = 1 d"_L1));
        const auto set = [pane](const QString& name, const QString& value) {
            for (int row = 0; row < pane->model()->rowCount(); ++row)
                if (pane->model()->entry(row).name == name)
                    pane->model()->setData(
                        pane->model()->index(row, ConfigModel::Value), value, Qt::EditRole);
        };
        set(u"max.message.bytes"_s, u"2000000"_s);
        set(u"retention.ms"_s, u"3600000"_s);
        QSignalSpy changed(pane, &ConfigPane::changed);
        pane->applyButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, kPatience);
        QTRY_COMPARE(configOf(u"made.here"_s), // the third is as it was
            (QJsonObject{{u"retention.ms"_s, u"3600000"_s}, {u"segment.bytes"_s, u"1048576"_s},
                {u"max.message.bytes"_s, u"2000000"_s}}));

        auto* grow = show<PartitionsSheet>();
        grow->open(u"made.here"_s);
        QTRY_COMPARE_WITH_TIMEOUT(grow->countField()->value(), 3, kPatience);
        QSignalSpy added(grow, &PartitionsSheet::added);
        apply(grow);
        QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, kPatience);
        QTRY_COMPARE(m_kafka->ask({u"metadata"_s})
                         .toObject()
                         .value(u"topics"_s)
                         .toObject()
                         .value(u"made.here"_s)
                         .toObject()
                         .size(),
            3);
    }

    void messagesAreWrittenAndTheOldestDeleted()
    {
        m_kafka->ask({u"create"_s, u"wrote"_s, u"2"_s});
        auto* sheet = show<ProduceSheet>();
        sheet->open(u"wrote"_s);
        MessageForm* form = sheet->form();
        form->setDraft({1, "key", "{\"a\": 1.50}", {{"h", "1"}, {"h", QByteArray()}}, 1234});
        QSignalSpy written(sheet, &ProduceSheet::written);
        QTRY_VERIFY(sheet->button()->isEnabled());
        apply(sheet);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, kPatience);
        QCOMPARE(written.at(0).at(1).toInt(), 1);
        const QJsonObject message = read(u"wrote"_s).at(0).toObject();
        QCOMPARE(message.value(u"value"_s), u"{\"a\": 1.50}"_s); // as it was typed
        QCOMPARE(message.value(u"timestamp"_s).toInt(), 1234);
        QCOMPARE(message.value(u"headers"_s).toArray().size(), 2);

        m_kafka->ask({u"fill"_s, u"wrote"_s, u"100"_s});
        auto* records = show<RecordsSheet>();
        records->open(u"wrote"_s);
        records->kind()->setCurrentIndex(int(RecordsSheet::Before::Offset));
        records->valueField()->setFocus();
        QTest::keyClicks(records->valueField(), u"10"_s);
        QTRY_COMPARE_WITH_TIMEOUT(records->before().size(), 2, kPatience);
        QSignalSpy deleted(records, &RecordsSheet::deleted);
        apply(records);
        QTRY_COMPARE_WITH_TIMEOUT(deleted.count(), 1, kPatience);
        const QJsonObject begins = m_kafka->ask({u"begins"_s, u"wrote"_s}).toObject();
        QCOMPARE(begins.value(u"0"_s).toInt(), 10);
        QCOMPARE(begins.value(u"1"_s).toInt(), 10);
    }

    // Each once, to the topic it names, without what tells of the failure.
    void aHundredDeadLettersGoHome()
    {
        for (const QString& topic : {u"home.a"_s, u"home.b"_s, u"home.dlq"_s})
            m_kafka->ask({u"create"_s, topic, u"2"_s});
        QByteArray lines;
        for (int i = 0; i < 100; ++i)
            lines += "{\"key\": \"k" + QByteArray::number(i) + "\", \"value\": \"v"
                + QByteArray::number(i)
                + "\", \"headers\": [[\"trace\", \"t\"], "
                  "[\"__connect.errors.topic\", \"home."
                + QByteArray(i % 4 == 0 ? "b" : "a")
                + "\"], [\"__connect.errors.exception.message\", \"Bad\"]]}\n";
        m_kafka->ask({u"write"_s, u"home.dlq"_s}, lines);
        auto* panel = show<DeadLetterPanel>();
        panel->restoreState({{u"topic"_s, u"home.dlq"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(panel->model()->rowCount(), 100, kPatience);
        panel->table()->setFocus();
        // One is edited, the filter leaves the choice of the others alone.
        panel->filter()->setText(u"v42"_s);
        QCOMPARE(panel->table()->model()->rowCount(), 1);
        panel->table()->selectRow(0);
        panel->form()->editor()->setText(u"mended"_s);
        panel->filter()->clear();
        QTest::keyClick(panel->table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(panel->model()->chosen().size(), 100);
        apply(panel);
        QTRY_COMPARE_WITH_TIMEOUT(panel->note(), u"100 written"_s, kPatience);
        QCOMPARE(m_bench->acts().size(), 1); // one question with the previews of both topics
        QMap<QString, int> times;
        QSet<QString> values;
        for (const QString& topic : {u"home.a"_s, u"home.b"_s}) {
            const QJsonArray all = read(topic);
            QCOMPARE(all.size(), topic == u"home.b"_s ? 25 : 75);
            for (const auto& one : all) {
                ++times[one.toObject().value(u"key"_s).toString()];
                values.insert(one.toObject().value(u"value"_s).toString());
                QCOMPARE(one.toObject().value(u"headers"_s).toArray().size(), 1);
            }
        }
        QCOMPARE(times.size(), 100);
        QVERIFY(std::all_of(times.begin(), times.end(), [](int count) { return count == 1; }));
        QVERIFY(values.contains(u"mended"_s) && !values.contains(u"v42"_s));
        // A second time nothing is left to send.
        QTest::keyClick(panel->table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(!panel->redriveButton()->isEnabled());
    }
};

PH_TEST_MAIN(QApplication, StreamsActsLiveTest)
#include "tst_streamsactslive.moc"
