// SPDX-License-Identifier: GPL-3.0-or-later
// Tail, search and export on a real Kafka: what is produced is followed, a pause loses nothing, a
// search finds exactly what was planted, an export has as many messages as the search found.
#include "streams/kafka/kafkadescriptor.h"
#include "streams/panel/hitmodel.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/searchbar.h"
#include "streams/panel/searchpanel.h"
#include "streams/panel/tailpane.h"
#include "tests/streams/kafkalive.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::streams;
using namespace pilothouse::test;

class TestMessagesLive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_kafka = std::make_unique<OwnKafka>(OwnKafka::Options{});
        PH_NEED_KAFKA(*m_kafka);
        m_kafka->ask({u"create"_s, u"many"_s, u"6"_s});
        m_kafka->ask({u"fill"_s, u"many"_s, QString::number(kMany)});
        QByteArray planted;
        for (int i = 0; i < kPlanted; ++i)
            planted += "{\"key\": \"p" + QByteArray::number(i)
                + "\", \"value\": \"{\\\"coupon\\\": \\\"NEEDLE-IN-HAY\\\", \\\"n\\\": "
                + QByteArray::number(i) + "}\"}\n";
        m_kafka->ask({u"write"_s, u"many"_s}, planted);
        m_kafka->ask({u"fill"_s, u"many"_s, QString::number(kMany)});
        m_kafka->ask({u"create"_s, u"live"_s, u"3"_s});
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->hub().setDescriptors({kafkaDescriptor()});
        m_service = m_kafka->config().id;
        m_bench->hub().add(m_kafka->config(), m_kafka->password());
    }
    void cleanupTestCase()
    {
        m_bench.reset();
        m_kafka.reset();
    }

    void aTailFollowsAndAPauseLosesNothing()
    {
        TailPane pane(*m_bench, m_service);
        pane.setFrom(TailPane::From::Oldest);
        pane.resize(800, 400);
        pane.show();
        pane.showTopic(u"live"_s);
        m_kafka->ask({u"fill"_s, u"live"_s, u"500"_s});
        QTRY_COMPARE_WITH_TIMEOUT(pane.model()->rowCount(), 500, 30'000);
        pane.setPaused(true);
        m_kafka->ask({u"fill"_s, u"live"_s, u"2000"_s});
        pane.setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(pane.model()->rowCount(), 2'500, 30'000);
        QCOMPARE(pane.dropped(), 0);
        QCOMPARE(pane.model()->leftOut(), 0);
        std::set<std::pair<int, qint64>> places;
        for (const Message& message : pane.model()->messages())
            places.insert({message.partition, message.offset});
        QCOMPARE(places.size(), 2'500u);
        // A filter is for what was read too, which is kept.
        pane.setFilter(u"key:zzz-not-there"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pane.model()->rowCount(), 0, 30'000);
        QCOMPARE(pane.model()->setAside(), 2'500);
        m_kafka->ask({u"fill"_s, u"live"_s, u"500"_s});
        QTRY_COMPARE_WITH_TIMEOUT(pane.readState().messages, 500, 30'000); // and goes on from there
        pane.setFilter({}); // from the oldest on: those that passed by come too
        QTRY_COMPARE_WITH_TIMEOUT(pane.model()->rowCount(), 3'000, 30'000);
    }

    void aSearchFindsWhatWasPlanted()
    {
        SearchPanel panel(*m_bench, m_service);
        panel.restoreState({{u"topic"_s, u"many"_s}});
        panel.resize(900, 700);
        panel.show();
        panel.bar()->patternField()->setText(u"NEEDLE-IN-HAY"_s);
        QElapsedTimer clock;
        clock.start();
        panel.start();
        QTRY_COMPARE_WITH_TIMEOUT(panel.search()->state(), TopicSearch::State::Done, 120'000);
        qInfo("%lld messages searched in %lld ms", panel.search()->progress().state.messages,
            clock.elapsed());
        QCOMPARE(panel.search()->progress().state.messages, 2 * kMany + kPlanted);
        QCOMPARE(panel.search()->hits(), kPlanted);
        QTRY_COMPARE(panel.search()->store()->rowCount(), kPlanted);
        // As many lines as hits; the whole range has them all.
        const QString hits = m_bench->folder() + u"/hits.jsonl"_s;
        panel.exportTo(hits, MessageFormat::JsonLines, false);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->tasks().tasks().front()->isFinished(), 60'000);
        QCOMPARE(linesOf(hits), kPlanted);
        const QString range = m_bench->folder() + u"/range.jsonl"_s;
        panel.exportTo(range, MessageFormat::JsonLines, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->tasks().tasks().front()->isFinished(), 120'000);
        QCOMPARE(m_bench->tasks().tasks().front()->status().state, TaskStatus::State::Done);
        QCOMPARE(linesOf(range), 2 * kMany + kPlanted);
    }

    // What is written goes to a disk that is full: the task says so, and nothing is left behind.
    void anExportToAFullDisk()
    {
        SearchPanel panel(*m_bench, m_service);
        panel.restoreState({{u"topic"_s, u"many"_s}});
        panel.resize(900, 700);
        panel.show();
        panel.bar()->patternField()->setText(u"NEEDLE-IN-HAY"_s);
        panel.start();
        QTRY_COMPARE_WITH_TIMEOUT(panel.search()->state(), TopicSearch::State::Done, 120'000);
        QTRY_COMPARE(panel.search()->store()->rowCount(), kPlanted);
        for (const bool range : {false, true}) {
            const QString file = m_bench->folder() + u"/full%1.jsonl"_s.arg(int(range));
            QVERIFY(QFile::link(u"/dev/full"_s, file + u".part"_s));
            panel.exportTo(file, MessageFormat::JsonLines, range);
            Task* task = m_bench->tasks().tasks().front();
            QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 60'000);
            QCOMPARE(task->status().state, TaskStatus::State::Failed);
            const Error error = task->outcome().error();
            QCOMPARE(error.code, u"disk"_s);
            QVERIFY(!error.detail.isEmpty());
            QVERIFY(!error.hint.isEmpty());
            QVERIFY(!QFile::exists(file));
            QTRY_VERIFY(!QFileInfo(file + u".part"_s).isSymLink());
        }
        QVERIFY(QFile::exists(u"/dev/full"_s));
    }

    // 50,000 a second: each message is in the list or counted, and the newest are in the list.
    void aFloodIntoThePane()
    {
        constexpr qint64 kFlood = 250'000;
        m_kafka->ask({u"create"_s, u"flood"_s, u"4"_s});
        TailPane pane(*m_bench, m_service);
        pane.resize(1200, 800);
        pane.show();
        pane.showTopic(u"flood"_s);
        QTRY_COMPARE_WITH_TIMEOUT(pane.readState().positions.size(), size_t(4), 30'000);
        m_kafka->ask(
            {u"fill"_s, u"flood"_s, QString::number(kFlood), u"rate=50000"_s, u"bytes=300"_s});
        QTRY_COMPARE_WITH_TIMEOUT(pane.readState().messages, kFlood, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(
            pane.model()->rowCount() + pane.model()->leftOut() + pane.dropped(), kFlood, 60'000);
        QCOMPARE(pane.model()->rowCount(), pane.model()->limit());
        QVERIFY(pane.model()->bytes() < 10 << 20);
        std::map<int, qint64> newest;
        for (const Message& message : pane.model()->messages())
            newest[message.partition] = std::max(newest[message.partition], message.offset + 1);
        QCOMPARE(newest, pane.readState().positions);
    }

    void aSearchIsCancelledAndGoesOn()
    {
        SearchPanel panel(*m_bench, m_service);
        panel.restoreState({{u"topic"_s, u"many"_s}});
        panel.show();
        panel.bar()->patternField()->setText(u"NEEDLE-IN-HAY"_s);
        panel.start();
        QTRY_VERIFY_WITH_TIMEOUT(panel.search()->progress().state.messages > 0, 30'000);
        QElapsedTimer clock;
        clock.start();
        panel.cancel();
        QTRY_VERIFY(!panel.search()->isActive());
        QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
        if (panel.search()->canGoOn())
            panel.search()->goOn();
        QTRY_COMPARE_WITH_TIMEOUT(panel.search()->state(), TopicSearch::State::Done, 120'000);
        QCOMPARE(panel.search()->hits(), kPlanted);
        QCOMPARE(panel.search()->progress().done(), panel.search()->progress().total());
    }

private:
    static constexpr qint64 kMany = 150'000;
    static constexpr qint64 kPlanted = 37;

    static qint64 linesOf(const QString& path)
    {
        QFile file(path);
        qint64 lines = 0;
        if (file.open(QIODevice::ReadOnly))
            while (!file.atEnd())
                lines += file.read(1 << 20).count('\n');
        return lines;
    }

    std::unique_ptr<OwnKafka> m_kafka;
    std::unique_ptr<FakeWorkbench> m_bench;
    ServiceId m_service;
};

PH_TEST_MAIN(QApplication, TestMessagesLive)
#include "tst_messageslive.moc"
