// SPDX-License-Identifier: GPL-3.0-or-later
// What the shell remembers and says: the session over a restart, the second start, toasts, pills,
// confirmations.
#include "app/shell/connectionpopover.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/statusbar.h"
#include "app/shell/tabarea.h"
#include "app/shell/tabgroup.h"
#include "app/shell/topbar.h"
#include "app/singleinstance.h"
#include "core/lane.h"
#include "tests/gui/shellbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/pill.h"
#include "ui/controls/toggleswitch.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/shownzone.h"
#include "ui/states/toaststack.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class ShellStateTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ShellBench> m_bench;

    void restart()
    {
        m_bench.reset();
        m_bench = std::make_unique<ShellBench>(m_folder->path());
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window()));
    }
    QJsonObject file() const
    {
        QFile saved(m_folder->filePath(u"session.json"_s));
        return saved.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(saved.readAll()).object()
                                               : QJsonObject();
    }
    Act act(bool destructive = false)
    {
        Act act;
        act.title = act.question = act.button = Text::verbatim(u"Drop it"_s);
        act.service = u"alpha"_s;
        act.statement = u"DROP TABLE x"_s;
        act.destructive = destructive;
        act.typedName = u"x"_s;
        act.make = [this] {
            ++m_made;
            return std::make_unique<Task>(
                TaskInfo{Text::verbatim(u"Dropping"_s), u"alpha"_s, {}, {}},
                [](Task& task) { task.finish(TaskStatus::State::Done, Text()); }, [] {});
        };
        return act;
    }
    int m_made = 0;

private Q_SLOTS:
    void init()
    {
        m_made = 0;
        m_folder = std::make_unique<QTemporaryDir>();
        restart();
    }
    void cleanup()
    {
        m_bench.reset();
        m_folder.reset();
    }

    void tabsAndSplitsComeBack()
    {
        m_bench->openProfile();
        m_bench->window().workbench()->openPanel(
            u"database.query"_s, u"beta"_s, {{u"text"_s, u"select 2"_s}});
        m_bench->window().tabs()->split(Qt::Vertical);
        m_bench->time().setSpan(std::chrono::minutes(30));
        QTRY_VERIFY(m_bench->session().isWritten());
        restart();
        m_bench->openProfile();
        auto* tabs = m_bench->window().tabs();
        QCOMPARE(tabs->groups().size(), 2);
        QCOMPARE(tabs->panels().size(), 2);
        QCOMPARE(m_bench->panel()->field()->text(), u"select 2"_s);
        QCOMPARE(m_bench->panel()->serviceId(), u"beta"_s);
        QVERIFY(tabs->groups()[1]->y() > tabs->groups()[0]->y());
        QCOMPARE(m_bench->time().span(), std::chrono::minutes(30));
        QVERIFY(tabs->currentPanel()->isAncestorOf(QApplication::focusWidget())); // its keys work
        // Restoring asked the panels for nothing.
        for (const MadePanel* panel : m_bench->panels())
            QCOMPARE(panel->refreshes, 0);
    }

    void typingIsWrittenWithinTwoSeconds()
    {
        m_bench->openProfile();
        QTRY_VERIFY(m_bench->session().isWritten());
        QElapsedTimer timer;
        timer.start();
        QTest::keyClicks(m_bench->panel()->field(), u"typed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            QString::fromUtf8(QJsonDocument(file()).toJson()).contains(u"typed"_s), 20'000);
        qInfo("typed text was on the disk after %lld ms, the promise is 2000", timer.elapsed());
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(m_bench->session().isWritten()); // told after the file is there
        // Nothing new: nothing is written again.
        QSignalSpy written(&m_bench->session(), &Session::written);
        m_bench->session().touch();
        QTRY_VERIFY(m_bench->session().isWritten());
        QCOMPARE(written.count(), 0);
    }

    void closedTabsCanBeReopenedAfterARestart()
    {
        m_bench->openProfile();
        QTest::keyClicks(m_bench->panel()->field(), u"lost?"_s);
        m_bench->window().tabs()->close(m_bench->panel());
        m_bench->session().flush();
        restart();
        m_bench->openProfile();
        QVERIFY(!m_bench->panel());
        m_bench->window().tabs()->reopen();
        QCOMPARE(m_bench->panel()->field()->text(), u"lost?"_s);
    }

    void aPanelThisBuildDoesNotHaveIsLeftOut()
    {
        m_bench->openProfile();
        m_bench->session().flush();
        QByteArray text = QJsonDocument(file()).toJson();
        text.replace("database.tree", "streams.topics");
        m_bench.reset();
        QFile saved(m_folder->filePath(u"session.json"_s));
        QVERIFY(saved.open(QIODevice::WriteOnly));
        saved.write(text);
        saved.close();
        restart();
        m_bench->openProfile();
        QCOMPARE(m_bench->window().tabs()->panels().size(), 0);
        QCOMPARE(m_bench->window().tabs()->groups().size(), 1);
    }

    void brokenAndNewerSessionsDoNoHarm()
    {
        for (const QByteArray& text :
            {QByteArray("{\"schema\": 1, \"profiles\": [3"),
                QByteArray(
                    "{\"schema\": 1, \"profiles\": {\"/profiles/made.yaml\": {\"area\": {\"tree\": "
                    "{\"children\": [{\"tabs\": 7}, 4, {\"split\": []}]}}}}}"),
                QByteArray("{\"schema\": 99, \"profiles\": {}}")}) {
            m_bench.reset();
            QFile saved(m_folder->filePath(u"session.json"_s));
            QVERIFY(saved.open(QIODevice::WriteOnly));
            saved.write(text);
            saved.close();
            restart();
            m_bench->openProfile();
            QVERIFY(m_bench->window().tabs()->groups().size() >= 1);
            m_bench->session().flush();
        }
        // A newer version's file is not overwritten.
        QCOMPARE(file()[u"schema"_s].toInt(), 99);
    }

    void profilesKeepTheirOwnTabs()
    {
        m_bench->openProfile();
        QTest::keyClicks(m_bench->panel()->field(), u"first"_s);
        m_bench->window().setProfile(
            {u"other"_s, Environment::Production, WriteMode::Off}, u"/profiles/other.yaml"_s);
        QVERIFY(m_bench->panel());
        QCOMPARE(m_bench->panel()->field()->text(), QString());
        m_bench->window().setProfile(
            {u"made"_s, Environment::Sandbox, WriteMode::On}, u"/profiles/made.yaml"_s);
        QCOMPARE(m_bench->panel()->field()->text(), u"first"_s);
        QVERIFY(m_bench->window().topBar()->switcher()->accessibleName().contains(u"made"_s));
    }

    // As when a program rewrites the file of the open profile.
    void aProfileReadAgainKeepsTheTabs()
    {
        m_bench->openProfile();
        QPointer<ui::Panel> panel = m_bench->panel();
        QTest::keyClicks(m_bench->panel()->field(), u"typed"_s);
        const auto readAgain = [this] {
            m_bench->window().setProfile(
                {u"made"_s, Environment::Sandbox, WriteMode::On}, u"/profiles/made.yaml"_s);
        };
        readAgain();
        QVERIFY(panel && panel == m_bench->panel());
        QCOMPARE(m_bench->panel()->field()->text(), u"typed"_s);
        // A service that went takes its panels with it, and no others.
        m_bench->window().workbench()->openPanel(u"database.query"_s, u"beta"_s, {});
        QCOMPARE(m_bench->panels().size(), 2);
        m_bench->hub().remove(u"beta"_s);
        readAgain();
        QCOMPARE(m_bench->panels().size(), 1);
        QVERIFY(panel && panel == m_bench->panel());
    }

    // An edited connection: its tabs are made anew where they stand, the others are not touched.
    void anEditedConnectionTouchesItsOwnTabsOnly()
    {
        m_bench->openProfile();
        auto* bench = m_bench->window().workbench();
        QPointer<MadePanel> first = m_bench->panel();
        QCOMPARE(first->serviceId(), u"alpha"_s);
        bench->openPanel(u"database.query"_s, u"beta"_s, {{u"text"_s, u"select 2"_s}});
        QPointer<MadePanel> second = m_bench->panel();
        bench->openPanel(u"database.query"_s, u"alpha"_s, {{u"text"_s, u"select 3"_s}});
        QPointer<MadePanel> third = m_bench->panel();
        QTest::keyClick(&m_bench->window(), Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_bench->panel(), second.data());
        QTRY_VERIFY(second->field()->hasFocus());
        QTest::keyClicks(second->field(), u"!"_s);
        const QString typed = second->field()->text();

        ServiceConfig edited = m_bench->hub().service(u"beta"_s)->config;
        edited.user = u"another"_s;
        m_bench->hub().add(edited, Secret());
        m_bench->window().setProfile(
            {u"made"_s, Environment::Sandbox, WriteMode::On}, u"/profiles/made.yaml"_s);
        const auto panels = m_bench->panels();
        QCOMPARE(panels.size(), 3);
        QCOMPARE(panels[0], first.data());
        QCOMPARE(panels[2], third.data());
        QCOMPARE(panels[1]->serviceId(), u"beta"_s);
        QVERIFY(panels[1] != second.data());
        QCOMPARE(panels[1]->field()->text(), typed);
        QCOMPARE(m_bench->panel(), panels[1]); // still the one on top, with the focus
        QTRY_VERIFY(panels[1]->field()->hasFocus());
        QTRY_VERIFY(!second);
    }

    // Told once, beside what is open, and gone when the file can be used again.
    void aBrokenProfileIsAToast()
    {
        m_bench->openProfile();
        const QString file = u"/profiles/broken.yaml"_s;
        Error error;
        error.kind = Error::Kind::Protocol;
        error.detail = file + u":3:7: what is this"_s;
        auto* toasts = m_bench->window().toasts();
        const int before = toasts->shown();
        m_bench->window().workbench()->reportProfile(file, error);
        m_bench->window().workbench()->reportProfile(file, error);
        QCOMPARE(toasts->shown(), before + 1);
        QStringList said;
        const auto parts = toasts->findChildren<QWidget*>();
        for (const QWidget* part : parts)
            said << part->accessibleName() << part->property("text").toString();
        const QString words = said.join(u'\n');
        QVERIFY2(words.contains(u"broken.yaml"_s), qPrintable(words));
        QVERIFY2(words.contains(u":3:7: what is this"_s), qPrintable(words));
        QVERIFY2(!words.contains(u"/profiles/broken.yaml:3"_s), qPrintable(words));
        QVERIFY2(words.contains(u"What was open stays as it was."_s), qPrintable(words));
        QVERIFY(m_bench->panel());
        m_bench->window().workbench()->settleProfile(file);
        QTRY_COMPARE(toasts->shown(), before);
    }

    void aSecondStartRaisesTheFirst()
    {
        SingleInstance first(m_folder->filePath(u"state"_s));
        QVERIFY(first.claim());
        SingleInstance second(m_folder->filePath(u"state"_s));
        QVERIFY(!second.claim());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QSignalSpy asked(&second, &SingleInstance::asked);
        second.askFirst();
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toBool(), true);
        QCOMPARE(raised.count(), 1);
        // Another state folder is another window.
        SingleInstance other(m_folder->filePath(u"other"_s));
        QVERIFY(other.claim());
    }

    void aFirstThatIsGoneIsNotWaitedFor()
    {
        {
            SingleInstance first(m_folder->filePath(u"state"_s));
            QVERIFY(first.claim());
        }
        SingleInstance second(m_folder->filePath(u"state"_s));
        QVERIFY(second.claim());
    }

    void oneToastPerCause()
    {
        m_bench->openProfile();
        auto* toasts = m_bench->window().toasts();
        const Error gone{Error::Kind::Refused, u"alpha"_s, u"connection refused"_s, {}, {}};
        m_bench->answers()[u"alpha"_s].health = tl::unexpected(gone);
        m_bench->sampler().probeNow(u"alpha"_s);
        QTRY_COMPARE(toasts->shown(), 1);
        // No panel has ever shown anything of it, so none shows older values.
        QCOMPARE(m_bench->notifications()
                     .index(0, 0)
                     .data(ui::NotificationList::DetailRole)
                     .toString()
                     .contains(u"older values"_s),
            false);
        for (int i = 0; i < 5; ++i) {
            m_bench->panel()->bench().report(gone);
            m_bench->sampler().probeNow(u"alpha"_s);
        }
        QCOMPARE(toasts->shown(), 1);
        QCOMPARE(m_bench->notifications().rowCount(), 1);
        // Another service is another cause.
        m_bench->panel()->bench().report(
            {Error::Kind::Refused, u"beta"_s, u"connection refused"_s, {}, {}});
        QCOMPARE(toasts->shown(), 2);
        // It answers again: its toast goes.
        m_bench->answers()[u"alpha"_s].health
            = HealthReport{HealthReport::State::Healthy, milliseconds(2), {}, {}};
        m_bench->sampler().probeNow(u"alpha"_s);
        QTRY_COMPARE(toasts->shown(), 1);
        m_bench->panel()->bench().report({Error::Kind::Cancelled, u"beta"_s, {}, {}, {}});
        QCOMPARE(toasts->shown(), 1);
    }

    void theWorstPillsStay()
    {
        QStringList many;
        for (int i = 0; i < 30; ++i)
            many << u"service-%1"_s.arg(i, 2, 10, QLatin1Char('0'));
        m_bench->answers()[u"service-29"_s].health
            = fail(Error::Kind::Refused, u"no"_s, u"service-29"_s);
        m_bench->openProfile(many);
        PillRow* pills = m_bench->window().statusBar()->pills();
        QTRY_VERIFY(pills->pill(u"service-29"_s)->isVisible());
        QTRY_VERIFY(pills->pill(u"service-29"_s)->accessibleName().contains(u"refused"_s));
        QVERIFY(!pills->hiddenServices().isEmpty());
        QVERIFY(!pills->hiddenServices().contains(u"service-29"_s));
        QVERIFY(!pills->pill(pills->hiddenServices().first())->isVisible());
    }

    // Panels that try again count down; a second countdown would contradict theirs.
    void aPillSaysSinceWhenAndCountsNothing()
    {
        m_bench->openProfile({u"alpha"_s});
        PillRow* pills = m_bench->window().statusBar()->pills();
        QTRY_VERIFY(m_bench->hub().service(u"alpha"_s)->lastGood.isValid());
        m_bench->answers()[u"alpha"_s].health = fail(Error::Kind::Refused, u"no"_s, u"alpha"_s);
        m_bench->sampler().probeNow(u"alpha"_s);
        QTRY_VERIFY(m_bench->sampler().untilProbe(u"alpha"_s) > milliseconds(0)
            && healthGlyph(m_bench->hub(), u"alpha"_s) == ui::Glyph::Error);
        const QDateTime good = m_bench->hub().service(u"alpha"_s)->lastGood;
        const QString said
            = u"alpha, Failing, refused since "_s + ui::shownTime(good).toString(u"HH:mm"_s);
        QCOMPARE(pills->pill(u"alpha"_s)->accessibleName(), said);
    }

    void aPillOpensItsConnection()
    {
        m_bench->openProfile({u"alpha"_s}, Environment::Production, WriteMode::Off);
        PillRow* pills = m_bench->window().statusBar()->pills();
        auto* popover = m_bench->window().findChild<ConnectionPopover*>();
        QTest::mouseClick(pills->pill(u"alpha"_s), Qt::LeftButton);
        QVERIFY(popover->isOpen());
        QCOMPARE(popover->service(), u"alpha"_s);
        auto* writes = popover->findChild<ui::ToggleSwitch*>();
        QVERIFY(writes->isVisible());
        QTest::mouseClick(writes, Qt::LeftButton);
        QVERIFY(m_bench->hub().service(u"alpha"_s)->gate->allows());
        QTest::mouseClick(writes, Qt::LeftButton);
        QVERIFY(!m_bench->hub().service(u"alpha"_s)->gate->allows());
        QTest::keyClick(popover, Qt::Key_Escape);
        QVERIFY(!popover->isOpen());
    }

    void protectedHasNoSwitch()
    {
        m_bench->openProfile({u"alpha"_s}, Environment::Production, WriteMode::Never);
        QTest::mouseClick(m_bench->window().statusBar()->pills()->pill(u"alpha"_s), Qt::LeftButton);
        auto* popover = m_bench->window().findChild<ConnectionPopover*>();
        QVERIFY(popover->isOpen());
        QVERIFY(!popover->findChild<ui::ToggleSwitch*>()->isVisible());
    }

    void writesThatAreOnRunAtOnce()
    {
        m_bench->openProfile();
        Task* got = nullptr;
        m_bench->window().workbench()->confirm(act(), this, [&got](Task* task) { got = task; });
        QTRY_VERIFY(got);
        QCOMPARE(m_made, 1);
        QVERIFY(got->isFinished());
    }

    void destructiveAlwaysAsks()
    {
        m_bench->openProfile();
        int answers = 0;
        Task* got = nullptr;
        const auto done = [&](Task* task) {
            ++answers;
            got = task;
        };
        m_bench->window().workbench()->confirm(act(true), this, done);
        auto* dialog = m_bench->window().findChild<ui::ConfirmDialog*>();
        QVERIFY(dialog);
        QCOMPARE(m_made, 0);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_COMPARE(answers, 1);
        QVERIFY(!got);
        QCOMPARE(m_made, 0);
    }

    void whatNobodyHasSeenIsShownFirst_data()
    {
        QTest::addColumn<int>("protocol"); // named by its row
        QTest::newRow("http") << 0;
        QTest::newRow("kafka") << 1;
    }

    void whatNobodyHasSeenIsShownFirst()
    {
        m_bench->openProfile();
        Act unseen = act();
        unseen.language = QString::fromLatin1(QTest::currentDataTag());
        Task* got = nullptr;
        m_bench->window().workbench()->confirm(unseen, this, [&got](Task* task) { got = task; });
        auto* dialog = m_bench->window().findChild<ui::ConfirmDialog*>();
        QVERIFY(dialog);
        QCOMPARE(m_made, 0);
        bool shown = false;
        for (const auto* text : dialog->findChildren<QPlainTextEdit*>())
            shown = shown || text->toPlainText() == unseen.statement;
        QVERIFY(shown);
        for (auto* button : dialog->findChildren<QPushButton*>())
            if (button->text() == u"Drop it"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(got);
        QCOMPARE(m_made, 1);
    }

    void writesThatAreOffAreRefusedWithTheReason()
    {
        m_bench->openProfile({u"alpha"_s}, Environment::Production, WriteMode::Off);
        int answers = 0;
        m_bench->window().workbench()->confirm(act(), this, [&answers](Task* task) {
            QVERIFY(!task);
            ++answers;
        });
        QTRY_COMPARE(answers, 1);
        QCOMPARE(m_made, 0);
        QCOMPARE(m_bench->window().toasts()->shown(), 1);
    }

    void anAskerThatIsGoneHearsNothing()
    {
        m_bench->openProfile();
        auto asker = std::make_unique<QObject>();
        bool heard = false;
        m_bench->window().workbench()->confirm(
            act(true), asker.get(), [&heard](Task*) { heard = true; });
        asker.reset();
        QTRY_VERIFY(!m_bench->window().findChild<ui::ConfirmDialog*>()
            || !m_bench->window().findChild<ui::ConfirmDialog*>()->isVisible());
        QVERIFY(!heard);
        QCOMPARE(m_made, 0);
    }

    void theNewestTaskShowsAndCancels()
    {
        m_bench->openProfile();
        bool stopped = false;
        auto task = std::make_unique<Task>(
            TaskInfo{Text::verbatim(u"Export fct_orders"_s), {}, {}, {}}, [](Task&) {},
            [&stopped] { stopped = true; });
        Task* running = m_bench->window().workbench()->startTask(std::move(task));
        running->setProgress({TaskStatus::State::Running, 62, 100, TaskStatus::Unit::Rows, {}});
        TaskButton* button = m_bench->window().statusBar()->taskButton();
        QTRY_VERIFY(button->accessibleName().contains(u"62"_s));
        QVERIFY(button->accessibleName().contains(u"Export fct_orders"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        running->cancel();
        QVERIFY(stopped);
        running->finish(TaskStatus::State::Cancelled, fail(Error::Kind::Cancelled, {}));
        QTRY_VERIFY(!button->shownTask());
    }
};

PH_TEST_MAIN(QApplication, ShellStateTest)
#include "tst_shellstate.moc"
