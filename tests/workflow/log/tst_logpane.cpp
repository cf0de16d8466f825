// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a task: which try is opened, lines while they arrive, tries, places, empty logs, a
// server that goes and comes back. PILOTHOUSE_TEST_PICTURES=DIR writes what was drawn.
#include "workflow/panel/logpane.h"

#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "tests/workflow/log/fakelogs.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::workflow;
using pilothouse::test::FakeLog;
using namespace Qt::StringLiterals;

namespace
{

const TaskRef kTask{u"orders_hourly"_s, u"scheduled__13"_s, u"load_fct_orders"_s, -1};

TaskInstance tryOf(int number, const char* state, const char* host = "airflow-worker-3")
{
    TaskInstance one;
    one.ref = kTask;
    one.tryNumber = number;
    one.state = stateWord(QString::fromLatin1(state));
    one.host = QString::fromLatin1(host);
    return one;
}

QList<QByteArray> numbered(int from, int count)
{
    QList<QByteArray> out;
    for (int i = from; i < from + count; ++i)
        out << (i % 50 == 30          ? "WARN slow "
                       : i % 50 == 40 ? "ERROR broken "
                                      : "INFO step ")
                + QByteArray::number(i);
    return out;
}

constexpr qint64 kNoon = 1'773'748'800'000'000;

} // namespace

class TestLogPane final : public QObject
{
    Q_OBJECT

    struct Setup {
        Setup()
        {
            logs.join(bench.hub());
            pane = std::make_unique<LogPane>(bench, u"shop-airflow"_s);
            pane->resize(846, 380);
            bench.timeContext().setZone(QTimeZone::utc());
            pane->show();
            (void)QTest::qWaitForWindowActive(pane.get());
        }
        ui::PanelState state() const { return pane->findChild<ui::StateFrame*>()->state(); }
        qint64 rows() const { return pane->view().store() ? pane->view().store()->rowCount() : -1; }
        QByteArray line(qint64 row) const
        {
            return pane->view().store()->line(row).text.toByteArray();
        }

        test::FakeLogs logs; // outlives the hub
        test::FakeWorkbench bench;
        std::unique_ptr<LogPane> pane;
    };
    void picture(QWidget& widget, const QString& name)
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_TEST_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(widget.grab().save(folder + u'/' + name + u".png"_s));
    }

private Q_SLOTS:
    void knowsTheTryThatMatters()
    {
        QCOMPARE(tryThatMatters({}), 0);
        QCOMPARE(tryThatMatters({tryOf(1, "success")}), 1);
        QCOMPARE(tryThatMatters({tryOf(1, "failed"), tryOf(2, "success")}), 2);
        QCOMPARE(tryThatMatters({tryOf(1, "failed"), tryOf(2, "up_for_retry")}), 2);
        QCOMPARE(tryThatMatters({tryOf(1, "failed"), tryOf(2, "running")}), 2);
        QCOMPARE(tryThatMatters({tryOf(1, "failed"), tryOf(2, "queued")}), 1);
        QCOMPARE(tryThatMatters({tryOf(1, "queued")}), 1);
    }

    void showsALogAndSwitchesTries()
    {
        Setup s;
        picture(*s.pane, u"pane-nothing"_s);
        QCOMPARE(s.state(), ui::PanelState::Empty);
        s.logs.set(kTask.task, 1, {{test::packLines(numbered(0, 60), kNoon)}});
        s.logs.set(kTask.task, 2, {{test::packLines(numbered(0, 226), kNoon)}});
        s.pane->showTask(kTask, {tryOf(1, "failed"), tryOf(2, "up_for_retry")});
        QCOMPARE(s.pane->tryNumber(), 2);
        QTRY_COMPARE(s.rows(), 226);
        QTRY_COMPARE(s.state(), ui::PanelState::Ready);
        QCOMPARE(s.line(225), "INFO step 225");
        // The end is what is looked for; but the log is over, so nothing is followed any more.
        QTRY_VERIFY(!s.pane->isReading());
        QTRY_VERIFY(!s.pane->view().follows());
        QCOMPARE(s.pane->view().visibleRows().back().first, 225);
        s.pane->findText(u"step 225"_s);
        QTRY_COMPARE(s.pane->view().matchPlace().count, 1);
        picture(*s.pane, u"pane-log"_s);
        QSignalSpy selected(s.pane.get(), &LogPane::trySelected);
        auto* tabs = s.pane->findChildren<ui::SegmentedControl*>().constLast();
        for (auto* one : s.pane->findChildren<ui::SegmentedControl*>())
            if (one->accessibleName() == u"Tries"_s && one->isVisible())
                tabs = one;
        QTest::mouseClick(tabs->findChildren<QAbstractButton*>().constFirst(), Qt::LeftButton);
        QTRY_COMPARE(s.pane->tryNumber(), 1);
        QCOMPARE(selected.size(), 1);
        QTRY_COMPARE(s.rows(), 60);
        // The same task with new states changes nothing the user looks at.
        s.pane->showTask(kTask, {tryOf(1, "failed"), tryOf(2, "failed"), tryOf(3, "running")});
        QCOMPARE(s.pane->tryNumber(), 1);
        QCOMPARE(s.rows(), 60);
        s.pane->clear();
        QCOMPARE(s.state(), ui::PanelState::Empty);
    }

    void followsWhileItRuns()
    {
        Setup s;
        FakeLog log{{test::packLines(numbered(0, 100), kNoon)}};
        log.live = true;
        s.logs.set(kTask.task, 1, log);
        s.pane->showTask(kTask, {tryOf(1, "running")});
        QTRY_COMPARE(s.rows(), 100);
        QVERIFY(s.pane->view().follows());
        for (int i = 1; i < 6; ++i) {
            s.logs.append(kTask.task, 1, test::packLines(numbered(i * 100, 100), kNoon));
            QTRY_COMPARE(s.rows(), (i + 1) * 100);
        }
        QTRY_COMPARE(s.pane->view().visibleRows().back().first, 599);
        QVERIFY(s.pane->isReading());
        picture(*s.pane, u"pane-live"_s);
        s.logs.finish(kTask.task, 1);
        QTRY_VERIFY(!s.pane->isReading());
        s.pane->showTask(kTask, {tryOf(1, "success")});
        QCOMPARE(s.rows(), 600);
    }

    // How fast it grows, not how fast what was there is read.
    void theRateIsOfWhatArrives()
    {
        Setup s;
        const auto rates = [&s] {
            QStringList texts;
            for (const auto* label : s.pane->findChildren<ui::ElidedLabel*>())
                if (label->text().contains(u"/s"_s))
                    texts.append(label->text());
            return texts;
        };
        FakeLog done;
        for (int i = 0; i < 20; ++i)
            done.pieces.push_back(test::packLines(numbered(i * 5000, 5000), kNoon));
        done.pieceDelay = 30;
        s.logs.set(kTask.task, 1, done);
        s.pane->showTask(kTask, {tryOf(1, "success")});
        QStringList seen;
        QTRY_VERIFY((seen += rates(), s.rows() == 100'000 && !s.pane->isReading()));
        QVERIFY2(seen.isEmpty(), qPrintable(seen.join(u'\n')));
        FakeLog live = done;
        live.live = true;
        s.logs.set(kTask.task, 2, live);
        s.pane->showTask(kTask, {tryOf(1, "failed"), tryOf(2, "running")});
        QTRY_VERIFY((seen += rates(), s.rows() == 100'000));
        s.logs.append(kTask.task, 2, test::packLines(numbered(0, 10), kNoon));
        QTRY_VERIFY(!(seen += rates()).isEmpty());
        QVERIFY2(!seen.join(u' ').contains(u"MiB/s"_s), qPrintable(seen.join(u'\n')));
        QVERIFY2(seen.constLast().contains(u"so far"_s), qPrintable(seen.constLast()));
        s.logs.finish(kTask.task, 2);
        QTRY_VERIFY(!s.pane->isReading());
    }

    void comesBackWithoutDuplicates()
    {
        Setup s;
        FakeLog log{{test::packLines(numbered(0, 100)), test::packLines(numbered(100, 100))}};
        log.live = true;
        s.logs.set(kTask.task, 1, log);
        s.pane->showTask(kTask, {tryOf(1, "running")});
        QTRY_COMPARE(s.rows(), 200);
        s.logs.kill();
        QTRY_COMPARE(s.state(), ui::PanelState::Stale);
        QCOMPARE(s.rows(), 200); // what came stays
        picture(*s.pane, u"pane-stale"_s);
        s.logs.back();
        s.logs.append(kTask.task, 1, test::packLines(numbered(200, 50)));
        QTRY_COMPARE_WITH_TIMEOUT(s.rows(), 250, 20'000); // by itself
        QTRY_COMPARE(s.state(), ui::PanelState::Ready);
        for (int i = 0; i < 250; ++i)
            QCOMPARE(s.line(i), numbered(i, 1)[0]);
        s.logs.finish(kTask.task, 1);
        QTRY_VERIFY(!s.pane->isReading());
        QCOMPARE(s.rows(), 250);
    }

    void takesAnewWhatBecameAnotherLog()
    {
        Setup s;
        FakeLog log{{test::packLines(numbered(0, 100))}};
        log.live = true;
        s.logs.set(kTask.task, 1, log);
        s.pane->showTask(kTask, {tryOf(1, "running")});
        QTRY_COMPARE(s.rows(), 100);
        s.logs.kill();
        QTRY_COMPARE(s.state(), ui::PanelState::Stale);
        s.logs.set(kTask.task, 1, {{test::packLines(numbered(5000, 300))}});
        s.logs.back();
        QTRY_COMPARE_WITH_TIMEOUT(s.rows(), 300, 20'000);
        QCOMPARE(s.line(0), "INFO step 5000");
    }

    void saysWhenThereIsNoLog()
    {
        Setup s;
        s.pane->showTask(kTask, {});
        QCOMPARE(s.state(), ui::PanelState::Empty);
        s.pane->showTask(kTask, {tryOf(1, "queued")});
        QTRY_VERIFY(!s.logs.reads().empty());
        QTRY_COMPARE(s.state(), ui::PanelState::Empty);
        picture(*s.pane, u"pane-no-log"_s);
        // It is read as soon as the task runs.
        s.logs.set(kTask.task, 1, {{test::packLines(numbered(0, 10))}});
        s.pane->showTask(kTask, {tryOf(1, "running")});
        QTRY_COMPARE(s.rows(), 10);
        QTRY_COMPARE(s.state(), ui::PanelState::Ready);
        // An empty one.
        s.logs.set(kTask.task, 2, {});
        s.pane->showTask(kTask, {tryOf(1, "failed"), tryOf(2, "failed")});
        QTRY_COMPARE(s.pane->tryNumber(), 2);
        QTRY_VERIFY(!s.pane->isReading());
        QTRY_COMPARE(s.state(), ui::PanelState::Empty);
    }

    void failsWithAPageAndRetries()
    {
        Setup s;
        FakeLog log{{test::packLines(numbered(0, 10))}};
        log.error = Error{Error::Kind::Protocol, u"shop-airflow"_s, u"HTTP 500"_s, {}, u"500"_s};
        log.breakAt = 0;
        log.breaks = 1;
        s.logs.set(kTask.task, 1, log);
        s.pane->showTask(kTask, {tryOf(1, "failed")});
        QTRY_COMPARE(s.state(), ui::PanelState::Error);
        picture(*s.pane, u"pane-error"_s);
        QTest::keyClick(s.pane.get(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(s.rows(), 10, 20'000);
        QTRY_COMPARE(s.state(), ui::PanelState::Ready);
    }

    void remembersThePlaceInEachLog()
    {
        Setup s;
        const TaskRef other{kTask.dag, kTask.run, u"clean"_s, 3};
        s.logs.set(kTask.task, 1, {{test::packLines(numbered(0, 2000))}});
        s.logs.set(other.task, 1, {{test::packLines(numbered(0, 500))}}, 3);
        s.pane->showTask(kTask, {tryOf(1, "failed")});
        QTRY_COMPARE(s.rows(), 2000);
        QTRY_VERIFY(!s.pane->isReading());
        s.pane->view().jumpToRow(700);
        const auto rows = s.pane->view().visibleRows();
        TaskInstance one = tryOf(1, "failed");
        one.ref = other;
        s.pane->showTask(other, {one});
        QTRY_COMPARE(s.rows(), 500);
        s.pane->showTask(kTask, {tryOf(1, "failed")});
        QTRY_COMPARE(s.rows(), 2000);
        QTRY_VERIFY(s.pane->view().visibleRows() == rows);
        // A hit of a search goes to its line.
        QSignalSpy reached(s.pane.get(), &LogPane::lineReached);
        s.pane->showLine(other, {one}, 1, 123);
        QTRY_COMPARE(reached.size(), 1);
        QCOMPARE(s.pane->view().currentRow(), 123);
    }

    void savesWithProgress()
    {
        Setup s;
        s.logs.set(kTask.task, 1, {{test::packLines(numbered(0, 2000), kNoon)}});
        s.pane->showTask(kTask, {tryOf(1, "failed")});
        QTRY_COMPARE(s.rows(), 2000);
        const QString path = s.bench.folder() + u"/saved.log"_s;
        s.pane->saveTo(path);
        QCOMPARE(s.bench.tasks().tasks().size(), 1);
        s.pane.reset(); // the task outlives the pane
        Task* task = s.bench.tasks().tasks().constFirst();
        QTRY_VERIFY(task->isFinished());
        QCOMPARE(task->status().state, TaskStatus::State::Done);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 2000);
    }

    void goesWithItsService()
    {
        Setup s;
        FakeLog log{{test::packLines(numbered(0, 100))}};
        log.live = true;
        s.logs.set(kTask.task, 1, log);
        s.pane->showTask(kTask, {tryOf(1, "running")});
        QTRY_COMPARE(s.rows(), 100);
        s.bench.hub().remove(u"shop-airflow"_s);
        QVERIFY(!s.pane->isReading());
        QTRY_COMPARE(s.logs.open(), 0);
        QCOMPARE(s.rows(), 100);
    }
};

PH_TEST_MAIN(QApplication, TestLogPane)
#include "tst_logpane.moc"
