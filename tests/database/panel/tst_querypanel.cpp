// SPDX-License-Identifier: GPL-3.0-or-later
// A SQL tab with real keys: completion, run at the caret, streaming, Esc, parameters, the question
// before a write, drafts and history.
#include "panelwindow.h"
#include "shopdata.h"

#include "core/history/history.h"
#include "core/tablestore.h"
#include "database/panel/completioncache.h"
#include "database/panel/parambar.h"
#include "database/panel/querypanel.h"
#include "database/panel/resultpane.h"
#include "database/panel/resultsview.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "ui/dialogs/choicedialog.h"
#include "ui/editor/codeeditor.h"
#include "ui/grid/gridview.h"
#include "ui/shownzone.h"
#include "ui/states/statestrip.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

// The completion's list: a window beside the panel's own.
bool isListOpen(const QWidget& window)
{
    const auto all = QApplication::topLevelWidgets();
    return std::any_of(
        all.begin(), all.end(), [&](const QWidget* w) { return w->isVisible() && w != &window; });
}

FakeRows notThere(const QString&)
{
    FakeRows r;
    Error e;
    e.kind = Error::Kind::NotFound;
    e.detail = u"relation \"nope\" does not exist"_s;
    e.code = u"42P01"_s;
    r.error = e;
    r.errorPosition = 14;
    return r;
}

} // namespace

class QueryPanelTest final : public QObject
{
    Q_OBJECT

    struct Fixture {
        FakeDatabase db;
        FakeWorkbench workbench;
        std::shared_ptr<History> history;
        std::unique_ptr<QueryPanel> panel;

        explicit Fixture(WriteMode writes = WriteMode::Ask)
        {
            fillCatalogue(db);
            db.run = [](const QString&) {
                return numbers(3);
            };
            db.join(workbench.hub(), writes);
            history = std::make_shared<History>(
                workbench.runtime(), workbench.folder() + u"/history.sqlite"_s);
            panel = make();
        }
        ~Fixture() { panel.reset(); }
        std::unique_ptr<QueryPanel> make()
        {
            return std::make_unique<QueryPanel>(
                workbench, u"shop-db"_s, history, std::make_shared<CompletionCache>());
        }
        ui::CodeEditor* editor() { return panel->findChild<ui::CodeEditor*>(); }
        ResultsView* results() { return panel->findChild<ResultsView*>(); }
        ParamBar* params() { return panel->findChild<ParamBar*>(); }
        int rows()
        {
            auto* pane = results()->current();
            return pane ? pane->grid()->model()->rowCount() : -1;
        }
        bool says() // an error, over the result
        {
            const auto strips = panel->findChildren<ui::StateStrip*>();
            return std::any_of(strips.begin(), strips.end(),
                [](const ui::StateStrip* strip) { return strip->isVisible(); });
        }
        // Into whatever has the focus, as a keyboard does.
        static void key(Qt::Key k, Qt::KeyboardModifiers m = {})
        {
            if (auto* w = QApplication::focusWidget())
                QTest::keyClick(w, k, m);
        }
        void type(const QString& text)
        {
            editor()->setFocus();
            for (const QChar c : text) {
                if (c == u'\n')
                    key(Qt::Key_Return);
                else
                    QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
            }
            editor()->closeInnermost(); // completion
        }
    };

    static QString messages(Fixture& f)
    {
        return f.results()->findChild<QPlainTextEdit*>()->toPlainText();
    }

private Q_SLOTS:
    void runsTheStatementAtTheCaret()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        f.type(u"SELECT 1;\nSELECT 2;\nSELECT 3;"_s);
        f.editor()->setCaret(f.editor()->text().indexOf(u'2'));
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.rows(), 3);
        QCOMPARE(f.db.statements, QStringList{u"SELECT 2"_s});
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        f.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(f.db.statements.size(), 4);
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QCOMPARE(withoutName(window), QStringList());
    }

    void resultsAppearWhileStreamingAndEscStops()
    {
        Fixture f;
        f.db.run = [](const QString&) {
            return numbers(200'000, 100, 60);
        };
        PanelWindow window(f.panel.get());
        f.type(u"SELECT n FROM big"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(f.rows() >= 200);
        QCOMPARE(f.panel->state(), ui::Panel::State::Loading);
        QVERIFY(f.results()->current()->isStreaming());
        f.key(Qt::Key_Escape);
        QTRY_VERIFY(!f.results()->current()->isStreaming());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QVERIFY(f.rows() >= 200 && f.rows() < 200'000); // what arrived stays
    }

    void escClosesCompletionFirst()
    {
        Fixture f;
        f.db.run = [](const QString&) {
            return numbers(200'000, 100, 60);
        };
        PanelWindow window(f.panel.get());
        f.type(u"SELECT n FROM big"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(f.rows() >= 100);
        f.editor()->setFocus();
        for (const QChar c : u";SEL"_s)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        f.editor()->complete();
        QTRY_VERIFY(isListOpen(window));
        f.key(Qt::Key_Escape);
        QTRY_VERIFY(!isListOpen(window));
        QVERIFY(f.results()->current()->isStreaming());
        f.key(Qt::Key_Escape);
        QTRY_VERIFY(!f.results()->current()->isStreaming());
    }

    void runningClosesCompletion()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        // The first result makes the editor smaller, which closes the list by itself.
        f.type(u"SELECT 1;"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.rows(), 3);
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        f.editor()->setFocus();
        for (const QChar c : u" SELECT cus"_s)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
        f.editor()->complete();
        QTRY_VERIFY(isListOpen(window));
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!isListOpen(window));
        QTRY_COMPARE(f.db.statements.size(), 2);
        QCOMPARE(f.db.statements.last(), u"SELECT cus"_s); // nothing was taken from the list
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QVERIFY(!isListOpen(window));
    }

    void parametersAreAskedFor()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        f.type(u"SELECT * FROM t WHERE day = :day"_s);
        QTRY_VERIFY(f.params()->isVisible());
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.db.statements.isEmpty());
        auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(field && f.params()->isAncestorOf(field));
        QTest::keyClicks(field, u"2026-03-17"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(f.db.statements.size(), 1);
        QCOMPARE(f.db.lastParams.value(u"day"_s), u"2026-03-17"_s);
        QCOMPARE(withoutName(window), QStringList());
    }

    void writingAsksFirst()
    {
        Fixture f;
        f.workbench.setAnswer(FakeWorkbench::Answer::Cancel);
        PanelWindow window(f.panel.get());
        f.type(u"DELETE FROM gold.fct_orders"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.workbench.acts().size(), size_t(1));
        QCOMPARE(f.workbench.acts()[0].statement, u"DELETE FROM gold.fct_orders"_s);
        QVERIFY(f.db.statements.isEmpty());
        f.workbench.setAnswer(FakeWorkbench::Answer::Accept);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.db.statements.size(), 1);
    }

    void openTransactionIsAskedAbout()
    {
        Fixture f(WriteMode::On);
        bool commitFails = true;
        f.db.run = [&commitFails](const QString& sql) {
            FakeRows r;
            if (sql.startsWith(u"begin"_s))
                r.transaction = TransactionState::Open;
            if (sql == u"COMMIT"_s && commitFails) {
                Error e;
                e.kind = Error::Kind::Refused;
                e.detail = u"deferred constraint broken"_s;
                r.error = e;
            }
            return r;
        };
        PanelWindow window(f.panel.get());
        int closed = 0;
        const auto ask = [&] {
            f.panel->askToClose([&closed] { ++closed; });
            return f.panel->findChild<ui::ChoiceDialog*>();
        };
        const auto press = [](const QWidget* dialog, const QString& text) {
            for (auto* button : dialog->findChildren<QPushButton*>())
                if (button->text() == text)
                    button->click();
        };
        const auto begin = [&] {
            window.activateWindow();
            (void)QTest::qWaitForWindowActive(&window);
            f.editor()->setText(u"begin"_s);
            f.editor()->setFocus();
            f.key(Qt::Key_Return, Qt::ControlModifier);
        };
        QVERIFY(!f.panel->holdsOpenWork());
        begin();
        QTRY_VERIFY(f.panel->holdsOpenWork());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);

        QPointer<ui::ChoiceDialog> dialog = ask();
        QVERIFY(dialog && ask() == dialog.data()); // asked twice, there is one
        QCOMPARE(dialog->windowTitle(), u"This tab has an open transaction"_s);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
        const auto* focused = qobject_cast<QPushButton*>(QApplication::focusWidget());
        QCOMPARE(focused ? focused->text() : QString(), u"Stay open"_s);
        QCOMPARE(withoutName(*dialog), QStringList());
        f.key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QCOMPARE(closed, 0);
        QVERIFY(f.panel->holdsOpenWork());

        // A commit that fails leaves the tab and says why.
        dialog = ask();
        press(dialog, u"Commit"_s);
        QTRY_VERIFY(messages(f).contains(u"deferred constraint broken"_s));
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QTRY_VERIFY(!dialog);
        QCOMPARE(closed, 0);

        commitFails = false;
        begin();
        QTRY_VERIFY(f.panel->holdsOpenWork());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        press(ask(), u"Commit"_s);
        QTRY_COMPARE(closed, 1);
        QCOMPARE(f.db.statements.last(), u"COMMIT"_s);

        begin();
        QTRY_VERIFY(f.panel->holdsOpenWork());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QTRY_VERIFY(!f.panel->findChild<ui::ChoiceDialog*>());
        press(ask(), u"Roll back"_s);
        QCOMPARE(closed, 2);
        QCOMPARE(f.db.statements.last(), u"begin"_s); // the session's end rolls back
    }

    void errorIsShownWhereItIs()
    {
        Fixture f;
        f.db.run = notThere;
        PanelWindow window(f.panel.get());
        f.type(u"SELECT * FROM nope"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(f.says());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QCOMPARE(withoutName(window), QStringList());
        QCOMPARE(messages(f).count(u"\"nope\" does not exist"_s), 1);
    }

    void anErrorGoesWhenTheNextStatementBegins()
    {
        Fixture f;
        f.db.run = notThere;
        PanelWindow window(f.panel.get());
        f.type(u"SELECT * FROM nope"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(f.says());
        f.editor()->setText(u"SELECT 1"_s);
        QVERIFY(f.says()); // it can still be read
        f.key(Qt::Key_F7); // explained
        QVERIFY(!f.says());
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(f.says());
        f.db.run = [](const QString&) {
            return numbers(3);
        };
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        f.key(Qt::Key_Return, Qt::ControlModifier); // run
        QTRY_COMPARE(f.rows(), 3);
        QVERIFY(!f.says());
    }

    void messagesCarryTheProfilesTime()
    {
        // Fourteen hours ahead of UTC: no computer's own zone is taken for it.
        ui::setShownZone(QTimeZone("Pacific/Kiritimati"));
        Fixture f;
        PanelWindow window(f.panel.get());
        f.type(u"SELECT 1"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(messages(f).contains(u"Statement 1"_s));
        const QTime shown = QTime::fromString(messages(f).left(8), u"HH:mm:ss"_s);
        const QTime now
            = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Pacific/Kiritimati")).time();
        ui::setShownZone(QTimeZone::systemTimeZone());
        QVERIFY(shown.isValid());
        const int ago = shown.secsTo(now);
        QVERIFY2(ago >= -86'000 && ago < 3600, qPrintable(messages(f)));
        QVERIFY(ago >= 0 || ago < -80'000); // or midnight lies between
    }

    void draftIsWrittenAndRestored()
    {
        Fixture f;
        QJsonObject state;
        {
            PanelWindow window(f.panel.get());
            f.type(u"SELECT 42 -- kept"_s);
            state = f.panel->saveState();
            const auto keys = [&] {
                return f.workbench.drafts().keys();
            };
            QTRY_COMPARE(keys().size(), 1);
            QTRY_VERIFY_WITH_TIMEOUT(f.workbench.drafts().isWritten(keys().first()), 2000);
            QVERIFY(f.panel->hasUnsavedWork());
            f.panel->setParent(nullptr);
        }
        f.panel = f.make();
        f.panel->restoreState(state);
        PanelWindow window(f.panel.get());
        QCOMPARE(f.editor()->text(), u"SELECT 42 -- kept"_s);
        QVERIFY(f.db.statements.isEmpty()); // nothing runs by itself
    }

    void historyRemembersOutcomes()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        f.type(u"SELECT 7"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        const auto newest = [&] {
            const auto found = await(f.history->find(u"shop-db"_s, u"SELECT 7"_s, 5));
            return found && !found->empty() ? found->front() : HistoryEntry();
        };
        QTRY_COMPARE(newest().outcome, HistoryEntry::Outcome::Done);
        QCOMPARE(newest().rows, 3);
        f.key(Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    void whatIsRefusedDidNotSucceed()
    {
        Fixture f;
        f.db.run = [](const QString&) {
            FakeRows rows;
            rows.error = Error{Error::Kind::Refused, u"shop-db"_s, {},
                PH_TEXT("test", "Writes are off."), u"guard"_s};
            return rows;
        };
        PanelWindow window(f.panel.get());
        f.type(u"DELETE FROM t"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        const auto newest = [&] {
            const auto found = await(f.history->find(u"shop-db"_s, u"DELETE"_s, 5));
            return found && !found->empty() ? found->front() : HistoryEntry();
        };
        QTRY_COMPARE(newest().outcome, HistoryEntry::Outcome::Failed);
        QVERIFY(newest().error.contains(u"Writes are off."_s));
    }

    void aTypingErrorTellsItsPlace()
    {
        Fixture f;
        f.db.run = [](const QString&) {
            FakeRows rows;
            rows.error = Error{Error::Kind::Refused, u"shop-db"_s,
                u"syntax error at or near \"selec\""_s, {}, u"42601"_s};
            rows.errorPosition = 0;
            return rows;
        };
        PanelWindow window(f.panel.get());
        f.type(u"SELECT 1;\n selec 2"_s);
        f.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(messages(f).contains(u"Line 2, column 2: syntax error at or near"_s));
        QVERIFY(!messages(f).contains(u"cannot be reached"_s));
    }

    // The store shows its last rows a moment after the statement is over.
    void theCountAtTheEndIsThatOfAllRows()
    {
        Fixture f;
        auto store = std::make_shared<TableStore>(f.workbench.runtime(),
            std::vector<TableColumn>{{u"n"_s, u"bigint"_s, 20, true}}, TableStoreOptions());
        ResultPane pane(f.workbench.runtime(), store);
        const auto writer = store->writer();
        const auto write = [&](int rows) {
            const QByteArrayView cell("7");
            for (int i = 0; i < rows; ++i)
                QVERIFY(writer->append({&cell, 1}));
            writer->flush();
        };
        const auto says = [&](int rows) {
            const auto labels = pane.bar()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [rows](const QLabel* label) {
                return label->text().startsWith(QLocale().toString(rows) + u" row"_s);
            });
        };
        write(100);
        QTRY_COMPARE(store->rowCount(), 100);
        write(150);
        pane.progress(250, 250);
        pane.setDone(0.1);
        QVERIFY(says(250));
        write(50); // nobody told of these
        QTRY_COMPARE(store->rowCount(), 300);
        QVERIFY(says(300));
    }

    void hangingServiceNeverHoldsTheWindow()
    {
        Fixture f;
        for (const auto& method : {u"schemas"_s, u"database"_s, u"completion"_s})
            f.db.hangs[method] = 2000;
        PanelWindow window(f.panel.get());
        GapMeter gaps;
        QTRY_VERIFY_WITH_TIMEOUT(f.panel->drawnRows() > 0, 20'000);
        qInfo("longest gap while the service hung 2 s: %lld ms (promise 100)", gaps.worst());
        QVERIFY(gaps.turns() > 20);
        QVERIFY(gaps.worst() <= 1000);
    }
};

PH_TEST_MAIN(QApplication, QueryPanelTest)
#include "tst_querypanel.moc"
