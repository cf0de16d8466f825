// SPDX-License-Identifier: GPL-3.0-or-later
// Resetting a group's offsets with real keys: the dry run, its checks, the undo file, what happens
// when the group wakes up meanwhile, and taking it back.
#include "streams/panel/partitiontext.h"
#include "streams/panel/resetmodel.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/timetext.h"
#include "streams/panel/undolist.h"
#include "tests/streams/panel/sheetfixture.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/drafts.h"
#include "ui/noticebench.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using To = ResetRequest::To;

// A workbench whose notices carry a button, as the shell's do.
class OfferingBench final : public ui::Workbench, public ui::NoticeBench
{
public:
    explicit OfferingBench(FakeWorkbench& real)
        : m_real(real)
    {
    }
    void open(const Link& link) override { m_real.open(link); }
    void openPanel(const QString& kind, const ServiceId& id, const QJsonObject& state) override
    {
        m_real.openPanel(kind, id, state);
    }
    ui::TimeContext& timeContext() override { return m_real.timeContext(); }
    ServiceHub& hub() override { return m_real.hub(); }
    Sampler& sampler() override { return m_real.sampler(); }
    QSettings& settings() override { return m_real.settings(); }
    ui::Drafts& drafts() override { return m_real.drafts(); }
    Task* startTask(std::unique_ptr<Task> task) override
    {
        return m_real.startTask(std::move(task));
    }
    void confirm(Act act, QObject* context, std::function<void(Task*)> done) override
    {
        m_real.confirm(std::move(act), context, std::move(done));
    }
    void report(const Error& error) override { m_real.report(error); }
    void notify(const QString& title, const QString& detail) override
    {
        m_real.notify(title, detail);
    }
    void offer(const QString& title, const QString& detail, const QString& button, QObject*,
        std::function<void()> act) override
    {
        m_real.notify(title, detail);
        offered = button;
        press = std::move(act);
    }

    QString offered;
    std::function<void()> press;

private:
    FakeWorkbench& m_real;
};

class ResetSheetTest final : public QObject, private SheetFixture
{
    Q_OBJECT

    ResetSheet* openSheet(const QString& group, const QString& topic = {})
    {
        auto* sheet = show(std::make_unique<ResetSheet>(*m_bench, service()));
        sheet->open(group, topic);
        return sheet;
    }
    ResetRequest lastAsked() const
    {
        return in([](const StreamsWorld& w) { return w.resets.back(); });
    }
    void wake(const QString& group) const
    {
        in([&group](StreamsWorld& w) {
            w.details[group].members = {{u"archive-1-77"_s, u"archive-1"_s, u"/10.0.3.7"_s, {}, {}},
                {u"archive-2-78"_s, u"archive-2"_s, u"/10.0.3.8"_s, {}, {}}};
            w.details[group].info.state = u"Stable"_s;
            return 0;
        });
    }
    static QString said(const ResetSheet* sheet)
    {
        QStringList words;
        for (const Check& check : sheet->checks()->checks())
            words << check.text + u'|' + check.fact;
        return words.join(u'\n');
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void timesAreReadAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("utc");
        QTest::newRow("date") << u"2026-03-17"_s << u"2026-03-16T16:00:00.000Z"_s;
        QTest::newRow("minute") << u"2026-03-17 13:40"_s << u"2026-03-17T05:40:00.000Z"_s;
        QTest::newRow("T") << u"2026-03-17T13:40:05,25"_s << u"2026-03-17T05:40:05.250Z"_s;
        QTest::newRow("Z") << u"2026-03-17 13:40Z"_s << u"2026-03-17T13:40:00.000Z"_s;
        QTest::newRow("clock") << u"13:40"_s << u"2026-03-18T05:40:00.000Z"_s;
        QTest::newRow("ago") << u"-2h"_s << u"2026-03-17T21:00:00.000Z"_s;
        QTest::newRow("ago in words") << u"1.5 d ago"_s << u"2026-03-16T11:00:00.000Z"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("no such day") << u"2026-02-30"_s << u""_s;
        QTest::newRow("no unit") << u"-2"_s << u""_s;
        QTest::newRow("word") << u"yesterday"_s << u""_s;
    }
    void timesAreReadAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, utc);
        const QDateTime now(QDate(2026, 3, 17), QTime(23, 0), Qt::UTC);
        const auto time = readTime(typed, QTimeZone("Asia/Taipei"), now);
        QCOMPARE(time ? time->toString(Qt::ISODateWithMs) : QString(), utc);
        if (time)
            QCOMPARE(readTime(timeText(*time, QTimeZone::utc()), QTimeZone::utc(), now), time);
    }

    void partitionsAreReadAsTyped()
    {
        QCOMPARE(readPartitions(u""_s), std::vector<int>());
        QCOMPARE(readPartitions(u"3, 0 ,7-9,8"_s), std::vector<int>({0, 3, 7, 8, 9}));
        QVERIFY(!readPartitions(u"a"_s));
        QVERIFY(!readPartitions(u"9-7"_s));
        QVERIFY(!readPartitions(u"-1"_s));
        QCOMPARE(partitionText({0, 3, 7, 8, 9}), u"0, 3, 7-9"_s);
    }

    void theModelKeepsItsPromises()
    {
        ResetModel model;
        QAbstractItemModelTester tester(&model);
        ResetStep step;
        step.topic = u"a"_s;
        step.end = 9;
        model.setSteps({step, step});
        model.setZone(QTimeZone("Asia/Taipei"));
        QCOMPARE(model.rowCount(), 2);
        model.setSteps({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aDryRunShowsWhatWouldHappen()
    {
        in([](StreamsWorld& w) {
            w.lags[u"archive"_s].partitions[1].committed.reset(); // of shop.payments.v1
            return 0;
        });
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->plan());
        QCOMPARE(lastAsked().to, To::Earliest);
        ResetModel* model = sheet->model();
        QCOMPARE(model->rowCount(), 4);
        const auto cell = [model](int row, int column) {
            return model->index(row, column).data().toString();
        };
        // Worst first: what has no commit, then what goes farthest.
        QCOMPARE(cell(0, ResetModel::Committed), u"none"_s);
        QCOMPARE(cell(0, ResetModel::Difference), u"first"_s);
        QCOMPARE(cell(1, ResetModel::Partition), u"3"_s);
        QCOMPARE(cell(1, ResetModel::Committed), u"500003"_s);
        QCOMPARE(cell(1, ResetModel::New), u"50000"_s);
        QCOMPARE(cell(1, ResetModel::Difference), u"-450,003"_s);
        QCOMPARE(sheet->sumText(), u"sum -1,350,005 offsets in 3 partitions"_s);
        QVERIFY2(said(sheet).contains(u"Group is empty: 0 members|state Empty"_s),
            qPrintable(said(sheet)));
        QVERIFY(said(sheet).contains(u"Every new offset lies inside the log|4 of 4"_s));
        QVERIFY(said(sheet).contains(u"1,350,005 offsets are read again"_s));
        QVERIFY(sheet->button()->isEnabled());
        QVERIFY(sent().isEmpty());
        QTRY_COMPARE(layoutFault(*sheet), QString());
        picture(u"reset"_s);
    }

    void keysChooseAndApplyAndUndo()
    {
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->plan());
        sheet->moveTo()->setCurrentIndex(int(To::Shift));
        QTRY_VERIFY(sheet->valueField()->hasFocus());
        QVERIFY(!sheet->plan()); // nothing that is not known can be applied
        QVERIFY(!sheet->button()->isEnabled());
        QTest::keyClicks(sheet->valueField(), u"-1,000"_s);
        QTRY_VERIFY(sheet->plan());
        QCOMPARE(lastAsked().to, To::Shift);
        QCOMPARE(lastAsked().value, -1000);
        const QString file = u"%1/undo"_s.arg(m_bench->folder());
        QSignalSpy moved(sheet, &ResetSheet::moved);
        QTest::keyClick(sheet->valueField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(moved.count(), 1);
        QCOMPARE(sent(), QStringList({u"reset archive steps=4"_s}));
        QCOMPARE(QDir(file).entryList({u"archive.*.undo"_s}).size(), 1);
        // What was done stays, and cannot be done once more by the same key.
        QTRY_VERIFY(sheet->undoButton()->hasFocus());
        QVERIFY2(said(sheet).startsWith("Moved at "_L1), qPrintable(said(sheet)));
        QVERIFY(said(sheet).contains(u"4 partitions"_s));
        QCOMPARE(sheet->model()->rowCount(), 4);
        QVERIFY(!sheet->button()->isEnabled());
        const size_t asked = in([](const StreamsWorld& w) { return w.resets.size(); });
        picture(u"reset-done"_s);
        QTest::keyClick(sheet->undoButton(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent().size(), 1);
        // Run again: the same shift on top is another move, and one that is asked for.
        QTest::keyClick(sheet->undoButton(), Qt::Key_F5);
        QTRY_VERIFY(sheet->button()->isEnabled());
        QCOMPARE(in([](const StreamsWorld& w) { return w.resets.size(); }), asked + 1);
        QVERIFY(!said(sheet).contains(u"Moved at"_s));
        QTest::keyClick(sheet->valueField(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(moved.count(), 2);
        QVERIFY(sent().back().startsWith("undoReset "_L1));
        QVERIFY(!sheet->undoButton()->isVisible());
        QTRY_VERIFY(QDir(file).entryList({u"archive.*.undo"_s}).isEmpty());
    }

    void theNoticeOfAResetOffersItsUndo()
    {
        OfferingBench bench(*m_bench);
        auto* sheet = show(std::make_unique<ResetSheet>(bench, service()));
        sheet->open(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->button()->isEnabled());
        QSignalSpy moved(sheet, &ResetSheet::moved);
        QTest::keyClick(sheet->moveTo(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(moved.count(), 1);
        QCOMPARE(bench.offered, u"Undo"_s);
        sheet->open(u"orders-reports"_s); // whatever is shown by then
        bench.press();
        QTRY_COMPARE(moved.count(), 2);
        QVERIFY2(sent().back().startsWith("undoReset "_L1) && sent().back().contains(u"archive"_s),
            qPrintable(sent().back()));
        m_shown.reset();
    }

    // The notice is there longer than the sheet; whoever says no may say yes later.
    void theNoticeOutlivesTheSheet()
    {
        OfferingBench bench(*m_bench);
        auto* sheet = show(std::make_unique<ResetSheet>(bench, service()));
        sheet->open(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->button()->isEnabled());
        QSignalSpy moved(sheet, &ResetSheet::moved);
        QTest::keyClick(sheet->moveTo(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(moved.count(), 1);
        m_shown.reset();
        const auto sentLast = [this] {
            return sent().back();
        };
        const QString reset = sentLast();
        m_bench->setAnswer(FakeWorkbench::Answer::Cancel);
        std::exchange(bench.press, {})();
        QTRY_VERIFY(bench.press); // offered once more
        QCOMPARE(sentLast(), reset);
        m_bench->setAnswer(FakeWorkbench::Answer::Accept);
        std::exchange(bench.press, {})();
        QTRY_VERIFY2(sentLast().startsWith("undoReset "_L1), qPrintable(sentLast()));
        const QString folder = QFileInfo(m_bench->drafts().folder()).absolutePath() + u"/undo"_s;
        QTRY_VERIFY(QDir(folder).entryList({u"archive.*.undo"_s}).isEmpty());
    }

    // A first commit near the end would leave out all that was never read.
    void withoutACommitNothingIsShifted()
    {
        in([](StreamsWorld& w) {
            w.lags[u"archive"_s].partitions[1].committed.reset(); // of shop.payments.v1
            return 0;
        });
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->plan());
        sheet->moveTo()->setCurrentIndex(int(To::Shift));
        QTRY_VERIFY(sheet->valueField()->hasFocus());
        QTest::keyClicks(sheet->valueField(), u"-10"_s);
        QTRY_VERIFY(sheet->plan());
        QCOMPARE(sheet->model()->rowCount(), 3);
        QVERIFY2(said(sheet).contains(u"1 partitions have no commit: they stay as they are"_s),
            qPrintable(said(sheet)));
        QVERIFY(sheet->button()->isEnabled());
        picture(u"reset-uncommitted"_s);
        QTest::keyClick(sheet->valueField(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent(), QStringList({u"reset archive steps=3"_s}));
        QTRY_VERIFY(said(sheet).contains(u"Moved at"_s));
        // Typing another number makes another dry run.
        sheet->valueField()->setFocus();
        QTest::keyClicks(sheet->valueField(), u"0"_s);
        QVERIFY(!said(sheet).contains(u"Moved at"_s));
        QTRY_VERIFY(sheet->button()->isEnabled());
        // None has a commit: off, and it says why.
        in([](StreamsWorld& w) {
            for (PartitionLag& lag : w.lags[u"archive"_s].partitions)
                lag.committed.reset();
            return 0;
        });
        QTest::keyClick(sheet->valueField(), Qt::Key_F5);
        QTRY_VERIFY(said(sheet).contains(u"4 partitions have no commit"_s));
        QVERIFY(!sheet->button()->isEnabled());
        QCOMPARE(sheet->note(), u"No partition has a commit, so there is nothing to shift from"_s);
        QTest::keyClick(sheet->valueField(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent().size(), 1);
    }

    void membersAreNamedAndTheActIsOff()
    {
        wake(u"archive"_s);
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(said(sheet).contains(u"archive-2|/10.0.3.8"_s));
        QVERIFY(said(sheet).contains(u"The group has 2 members"_s));
        QVERIFY(!sheet->button()->isEnabled());
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_bench->acts().empty());
        picture(u"reset-members"_s);
        // They leave, and F5 sees it.
        in([](StreamsWorld& w) {
            w.details[u"archive"_s].members.clear();
            return 0;
        });
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_VERIFY(sheet->button()->isEnabled());
    }

    void aConflictAtApplyIsSaidInTheSheet()
    {
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->button()->isEnabled());
        in([](StreamsWorld& w) {
            w.actFails = Error{Error::Kind::Conflict, u"shop-kafka"_s, u"members: 1"_s,
                PH_TEXT("streams", "The group has members. Stop its consumers first."), {}};
            return 0;
        });
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(sheet->note().contains(u"The group has members"_s), qPrintable(sheet->note()));
        QVERIFY(!sheet->plan());
        QVERIFY(!sheet->button()->isEnabled());
        QVERIFY(m_bench->errors().empty()); // said once, where it belongs
        picture(u"reset-conflict"_s);
        in([](StreamsWorld& w) {
            w.actFails.reset();
            return 0;
        });
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_VERIFY(sheet->button()->isEnabled());
        QCOMPARE(sheet->note(), QString());
    }

    void allTopicsOfAGroupAreOneAct()
    {
        ResetSheet* sheet = openSheet(u"archive"_s);
        QTRY_VERIFY(sheet->plan());
        QTRY_COMPARE(sheet->topicField()->count(), 3);
        QCOMPARE(sheet->topicField()->itemText(0), u"all 2 topics of the group"_s);
        QTRY_COMPARE(sheet->model()->rowCount(), 7);
        QVERIFY(!sheet->partitionField()->isEnabled());
        sheet->moveTo()->setCurrentIndex(int(To::Latest));
        QTRY_VERIFY(sheet->plan());
        QVERIFY(said(sheet).contains(u"14 offsets are never read"_s));
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent(), QStringList({u"reset archive steps=7"_s}));
        QTRY_VERIFY(said(sheet).contains(u"Moved at"_s));
        QVERIFY(!sheet->button()->isEnabled());
        // There is nothing to move then.
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_COMPARE(sheet->note(), u"The group is there already"_s);
        QVERIFY(!sheet->button()->isEnabled());
    }

    void partitionsAndAPlaceThatWasFound()
    {
        ResetSheet* sheet = openSheet(u"archive"_s);
        sheet->openAt(u"archive"_s, u"shop.payments.v1"_s, 2, 77'000);
        QTRY_VERIFY(sheet->plan());
        QCOMPARE(sheet->model()->rowCount(), 1);
        QCOMPARE(lastAsked().partitions, std::vector<int>({2}));
        QCOMPARE(lastAsked().value, 77'000);
        sheet->partitionField()->setFocus();
        sheet->partitionField()->selectAll();
        QTest::keyClicks(sheet->partitionField(), u"0-"_s);
        QCOMPARE(sheet->note(), u"Partitions are written 0, 3, 7-9; empty means all"_s);
        QVERIFY(!sheet->plan());
        QTest::keyClicks(sheet->partitionField(), u"1"_s);
        QTRY_VERIFY(sheet->plan());
        QCOMPARE(lastAsked().partitions, std::vector<int>({0, 1}));
        // Time, in the words of the field.
        sheet->moveTo()->setCurrentIndex(int(To::Time));
        QTest::keyClicks(sheet->valueField(), u"soon"_s);
        QVERIFY(sheet->note().startsWith("A time is written"_L1));
        sheet->valueField()->clear();
        QTest::keyClicks(sheet->valueField(), u"2026-03-17 13:40"_s);
        QTRY_VERIFY(sheet->plan());
        QCOMPARE(lastAsked().time, QDateTime(QDate(2026, 3, 17), QTime(13, 40), Qt::UTC));
    }

    void whatLiesOutsideTheLogIsSaid()
    {
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        sheet->moveTo()->setCurrentIndex(int(To::Offset));
        QTest::keyClicks(sheet->valueField(), u"9000000"_s);
        QTRY_VERIFY(sheet->plan());
        QVERIFY(said(sheet).contains(u"outside the log"_s));
        QVERIFY(said(sheet).contains(u"0 of 4"_s));
        QCOMPARE(sheet->model()->index(0, ResetModel::Record).data().toString(),
            u"no record, the end"_s);
    }

    void earlierResetsAreListedAndPutBack()
    {
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->button()->isEnabled());
        QTest::keyClick(sheet, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 1);
        // Another cluster's file is not shown.
        ResetUndo other;
        other.cluster = u"kafka://other"_s;
        other.group = u"theirs"_s;
        other.made = QDateTime::currentDateTimeUtc();
        QFile file(m_bench->folder() + u"/undo/theirs.1.undo"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writtenUndo(other));
        file.close();
        QSignalSpy closed(sheet, &Sheet::closed);
        QTest::keyClick(sheet, Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(sheet->earlier()->count(), 1);
        QTRY_VERIFY(sheet->button()->isEnabled());
        picture(u"reset-earlier"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(sent().size(), 2);
        QTRY_COMPARE(sheet->earlier()->count(), 0);
        QTest::keyClick(sheet, Qt::Key_Escape); // back
        QCOMPARE(closed.count(), 0);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void productionSaysSoAndWritesOffToo()
    {
        drop();
        makeServer(Environment::Production, WriteMode::Off);
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY(sheet->plan());
        QVERIFY(!sheet->button()->isEnabled());
        QVERIFY2(!sheet->note().isEmpty(), "says why");
        m_bench->hub().setWritesLifted(service(), true);
        QTRY_VERIFY(sheet->button()->isEnabled());
        QCOMPARE(sheet->note(), QString());
        QTRY_COMPARE(layoutFault(*sheet), QString());
        picture(u"reset-production"_s);
    }

    void aServerThatDoesNotAnswerIsSaid()
    {
        in([](StreamsWorld& w) {
            w.errors[u"planReset"_s]
                = Error{Error::Kind::Timeout, u"shop-kafka"_s, u"no answer within 15 s"_s, {}, {}};
            return 0;
        });
        ResetSheet* sheet = openSheet(u"archive"_s, u"shop.payments.v1"_s);
        QTRY_VERIFY2(sheet->note().contains(u"no answer within 15 s"_s), qPrintable(sheet->note()));
        QVERIFY(!sheet->button()->isEnabled());
        in([](StreamsWorld& w) {
            w.errors.clear();
            w.silent.insert(u"planReset"_s);
            return 0;
        });
        QTest::keyClick(sheet, Qt::Key_F5);
        QTRY_COMPARE(said(sheet), u"Asking the brokers where that is|"_s);
        in([](StreamsWorld& w) {
            w.silent.clear();
            return 0;
        });
        QTRY_VERIFY(sheet->button()->isEnabled());
    }
};

PH_TEST_MAIN(QApplication, ResetSheetTest)
#include "tst_resetsheet.moc"
