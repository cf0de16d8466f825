// SPDX-License-Identifier: GPL-3.0-or-later
// Open work at a service is asked about before its tab, its connection or the window goes; and work
// that failed is said, whoever asked for it.
#include "app/shell/mainwindow.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/tabarea.h"
#include "app/shell/taskpopover.h"
#include "tests/gui/shellbench.h"
#include "tests/support/testmain.h"
#include "ui/dialogs/choicedialog.h"
#include "ui/states/toaststack.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kCtrl = Qt::ControlModifier;

void key(QWidget& window, Qt::Key k, Qt::KeyboardModifiers modifiers)
{
    QWidget* target = QApplication::focusWidget();
    QTest::keyClick(target && target->window() == &window ? target : &window, k, modifiers);
}

} // namespace

class OpenWorkTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ShellBench> m_bench;

    MainWindow& window() { return m_bench->window(); }
    TabArea& tabs() { return *window().tabs(); }
    MadePanel* openQuery(const QString& service = u"alpha"_s)
    {
        window().workbench()->openPanel(u"database.query"_s, service, {});
        return m_bench->panel();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_bench = std::make_unique<ShellBench>(m_folder->path());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        m_bench->openProfile();
    }
    void cleanup()
    {
        m_bench.reset();
        m_folder.reset();
    }

    void isAskedAboutBeforeATabGoes()
    {
        QPointer<MadePanel> panel = openQuery();
        const auto count = tabs().panels().size();
        panel->openWork = true;
        key(window(), Qt::Key_W, kCtrl);
        QCOMPARE(panel->closes.size(), size_t(1));
        QCOMPARE(tabs().panels().size(), count);
        panel->closes.front()();
        QCOMPARE(tabs().panels().size(), count - 1);
        QTRY_VERIFY(!panel);
    }

    void isAskedAboutOnceBeforeTheWindowGoes()
    {
        m_bench->panel()->openWork = true;
        openQuery()->openWork = true;
        openQuery(u"beta"_s); // holds nothing
        const auto question = [this] {
            const auto all = window().findChildren<ui::ChoiceDialog*>();
            return all.size() == 1 ? all.front() : nullptr;
        };
        window().close();
        window().close();
        QVERIFY(window().isVisible());
        QPointer<ui::ChoiceDialog> dialog = question();
        QVERIFY(dialog);
        QVERIFY(dialog->windowTitle().contains(u'2'));
        QStringList shown;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            shown += label->text();
        QVERIFY(shown.contains(u"tree alpha\nquery alpha"_s));
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QVERIFY(window().isVisible());
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        key(window(), Qt::Key_Q, kCtrl);
        QVERIFY(window().isVisible());
        QVERIFY(question());
        for (QPushButton* button : question()->findChildren<QPushButton*>())
            if (button->text() == u"Roll back and quit"_s)
                button->click();
        QVERIFY(!window().isVisible());
    }

    // A connection whose entry and password both changed asks once.
    void whatWaitsForOneAnswerGetsIt()
    {
        int done = 0;
        const auto count = [&done] {
            ++done;
        };
        window().afterOpenWork(u"Go on"_s, count);
        QCOMPARE(done, 1); // nothing is open
        m_bench->panel()->openWork = true;
        window().afterOpenWork(u"Go on"_s, count);
        window().afterOpenWork(u"Go on"_s, count);
        QCOMPARE(done, 1);
        const auto dialogs = window().findChildren<ui::ChoiceDialog*>();
        QCOMPARE(dialogs.size(), 1);
        for (QPushButton* button : dialogs.front()->findChildren<QPushButton*>())
            if (button->text() == u"Go on"_s)
                button->click();
        QCOMPARE(done, 3);
    }

    // A job nobody watches: an export that failed, its panel long closed.
    void aFailedTaskIsSaid()
    {
        auto* workbench = m_bench->window().workbench();
        auto* toasts = m_bench->window().toasts();
        const int before = toasts->shown();
        Error error;
        error.kind = Error::Kind::Internal;
        error.detail = u"No such file or directory"_s;
        const auto run = [&](TaskStatus::State state, Result<Text> outcome) {
            return workbench->startTask(std::make_unique<Task>(
                TaskInfo{Text::verbatim(u"Export to x.csv"_s), {}, {}, {}},
                [state, outcome](Task& t) { t.finish(state, outcome); }, [] {}));
        };
        run(TaskStatus::State::Done, Text());
        run(TaskStatus::State::Cancelled, fail(Error::Kind::Cancelled, {}));
        QCOMPARE(toasts->shown(), before);
        run(TaskStatus::State::Failed, tl::unexpected(error));
        workbench->report(error); // the asker says the same at once: told already
        QCOMPARE(toasts->shown(), before + 1);
        QStringList said;
        const auto parts = toasts->findChildren<QWidget*>();
        for (const QWidget* part : parts)
            said << part->property("text").toString();
        const QString words = said.join(u'\n');
        QVERIFY2(words.contains(u"Export to x.csv"_s), qPrintable(words));
        QVERIFY2(words.contains(u"No such file or directory"_s), qPrintable(words));
        auto* list = m_bench->window().findChild<TaskPopover*>();
        QVERIFY(list && !list->isVisible());
        Q_EMIT toasts->actionTriggered(u"task::Export to x.csv"_s, u"tasks"_s);
        QTRY_VERIFY(list->isVisible());
        toasts->dismiss(u"task::Export to x.csv"_s);
    }
};

PH_TEST_MAIN(QApplication, OpenWorkTest)
#include "tst_openwork.moc"
