// SPDX-License-Identifier: GPL-3.0-or-later
// Streams, mailboxes, tasks and the audit log.
#include "core/lane.h"
#include "core/mailbox.h"

#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

#include <sys/stat.h>

using namespace pilothouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QList<QJsonObject> linesOf(const QString& path)
{
    QList<QJsonObject> out;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        while (!file.atEnd())
            out.append(QJsonDocument::fromJson(file.readLine()).object());
    return out;
}

} // namespace

class FlowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamLosesNothingAndWaitsForTheSlow()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"stream"_s);
        constexpr int kCount = 200'000;
        std::atomic<int> pushed = 0;
        StreamOptions options;
        options.capacity = 1000;
        options.interval = 1ms;
        auto stream = lane.stream<int>(
            5s,
            [&](NoConnection&, const Token&, Sink<int>& sink) -> VoidResult {
                for (int i = 0; i < kCount; i += 100) {
                    std::vector<int> batch(100);
                    std::iota(batch.begin(), batch.end(), i);
                    if (!sink.push(std::move(batch)))
                        return fail(Error::Kind::Cancelled, {});
                    pushed = i + 100;
                }
                return {};
            },
            options);
        QTRY_COMPARE(pushed.load(), 1000); // full: the lane waits
        const auto got = test::collect(std::move(stream));
        QVERIFY(got.end && got.end->has_value());
        QCOMPARE(int(got.values.size()), kCount);
        QVERIFY(std::is_sorted(got.values.begin(), got.values.end()));
    }

    void streamStopsAndKeepsWhatArrived()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"stream"_s);
        auto stream = lane.stream<int>(
            5s, [](NoConnection&, const Token& token, Sink<int>& sink) -> VoidResult {
                for (int i = 0; !token.stopped(); ++i)
                    if (!sink.push(i))
                        break;
                return fail(Error::Kind::Cancelled, {});
            });
        QObject owner;
        size_t got = 0;
        std::optional<VoidResult> end;
        stream = std::move(stream).attach(
            &owner, [&](std::vector<int>&& v) { got += v.size(); },
            [&](VoidResult r) { end = std::move(r); });
        QTRY_VERIFY(got > 0);
        stream.stop();
        QTRY_VERIFY(end.has_value());
        QCOMPARE(end->error().kind, Error::Kind::Cancelled);
        QVERIFY(!stream.running());
    }

    void silentStreamTimesOut()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"stream"_s);
        std::atomic<bool> woken = false;
        const auto got = test::collect(lane.stream<int>(
            100ms, [&](NoConnection&, const Token& token, Sink<int>&) -> VoidResult {
                Interrupt wake(token, [&] { woken = true; });
                while (!woken)
                    std::this_thread::yield();
                return {};
            }));
        QVERIFY(got.end && !got.end->has_value());
        QCOMPARE(got.end->error().kind, Error::Kind::Timeout);
    }

    void mailboxCountsWhatItDrops()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"mail"_s);
        constexpr int kCount = 50'000;
        quint64 got = 0;
        quint64 dropped = 0;
        int calls = 0;
        int last = -1;
        Mailbox<int> box(runtime, 500, [&](std::vector<int>&& values, quint64 lost) {
            got += values.size();
            dropped += lost;
            ++calls;
            last = values.back();
        });
        const auto sent = test::await(lane.run(
            5s, [writer = box.writer()](NoConnection&, const Token&) mutable -> Result<int> {
                for (int i = 0; i < kCount; ++i)
                    writer.put(i);
                return kCount;
            }));
        QVERIFY(sent.has_value());
        QTRY_COMPARE(last, kCount - 1);
        QCOMPARE(got + dropped, quint64(kCount));
        QCOMPARE(box.droppedTotal(), dropped);
        QVERIFY(dropped > 0);
        QVERIFY2(calls < 60, qPrintable(QString::number(calls)));
    }

    void taskIsAuditedBeforeAndAfter()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"audit.jsonl"_s);
        Runtime runtime;
        Lane<> lane(runtime, u"task"_s);
        TaskInfo info;
        info.service = u"shop-db"_s;
        info.log = std::make_shared<AuditLog>(file);
        info.audit = AuditRecord{u"p"_s, u"sandbox"_s, u"shop-db"_s, u"gold.orders"_s,
            u"truncate"_s, u"TRUNCATE gold.orders"_s};
        int linesBefore = 0;
        auto task = lane.task(
            info, 5s, [&](NoConnection&, const Token&, TaskProgress& progress) -> Result<Text> {
                linesBefore = int(linesOf(file).size());
                progress.sent();
                progress.answered();
                return Text::verbatim(u"TRUNCATE"_s);
            });
        QCOMPARE(linesOf(file).size(), 0);
        QCOMPARE(test::finish(*task), TaskStatus::State::Done);
        QCOMPARE(linesBefore, 1);
        const auto lines = linesOf(file);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0][u"statement"_s].toString(), u"TRUNCATE gold.orders"_s);
        QCOMPARE(lines[1][u"outcome"_s].toString(), u"done"_s);
        QCOMPARE(lines[0][u"id"_s], lines[1][u"id"_s]);
        struct stat info2;
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &info2), 0);
        QCOMPARE(info2.st_mode & 0777u, 0600u);
    }

    void lostAnswerIsUnknown()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"audit.jsonl"_s);
        Runtime runtime;
        Lane<> lane(runtime, u"task"_s);
        TaskInfo info;
        info.log = std::make_shared<AuditLog>(file);
        info.audit = AuditRecord{{}, {}, {}, {}, u"delete"_s, u"DEL k"_s};
        auto task = lane.task(
            info, 5s, [](NoConnection&, const Token&, TaskProgress& progress) -> Result<Text> {
                progress.sent();
                return fail(Error::Kind::Protocol, u"connection reset"_s);
            });
        QCOMPARE(test::finish(*task), TaskStatus::State::Unknown);
        QCOMPARE(linesOf(file).last()[u"outcome"_s].toString(), u"unknown"_s);
    }

    void unwritableAuditLogStopsTheAct()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"task"_s);
        TaskInfo info;
        info.log = std::make_shared<AuditLog>(u"/proc/no-such-folder/audit.jsonl"_s);
        info.audit = AuditRecord{};
        bool ran = false;
        auto task
            = lane.task(info, 5s, [&](NoConnection&, const Token&, TaskProgress&) -> Result<Text> {
                  ran = true;
                  return Text();
              });
        QCOMPARE(test::finish(*task), TaskStatus::State::Failed);
        QCOMPARE(task->outcome().error().code, u"audit"_s);
        QVERIFY(!ran);
    }

    void taskOutlivesAndCancels()
    {
        Runtime runtime;
        Lane<> lane(runtime, u"task"_s);
        TaskList list;
        Task* task = list.start(lane.task(
            {}, 60s, [](NoConnection&, const Token& token, TaskProgress& progress) -> Result<Text> {
                for (qint64 i = 0; !token.stopped(); ++i)
                    progress.set(i, -1, TaskStatus::Unit::Rows);
                return fail(Error::Kind::Cancelled, {});
            }));
        QCOMPARE(list.running(), 1);
        QTRY_VERIFY(task->status().done > 0);
        task->cancel();
        QTRY_VERIFY(task->isFinished());
        QCOMPARE(task->status().state, TaskStatus::State::Cancelled);
        QCOMPARE(list.running(), 0);
        list.acknowledge(task);
        QVERIFY(list.tasks().isEmpty());
    }

    void laneGoneCancelsItsTask()
    {
        Runtime runtime;
        auto lane = std::make_unique<Lane<>>(runtime, u"task"_s);
        auto task = lane->task(
            {}, 60s, [](NoConnection&, const Token& token, TaskProgress&) -> Result<Text> {
                while (!token.stopped())
                    std::this_thread::yield();
                return Text();
            });
        task->start();
        lane.reset();
        QTRY_VERIFY(task->isFinished());
    }
};

PH_TEST_MAIN(QCoreApplication, FlowsTest)
#include "tst_flows.moc"
