// SPDX-License-Identifier: GPL-3.0-or-later
// A SQL tab with an open transaction: one that is lost is told of, and the write mode stays in
// sight.
#include "panelwindow.h"
#include "shopdata.h"

#include "database/panel/completioncache.h"
#include "database/panel/querybar.h"
#include "database/panel/querypanel.h"
#include "database/panel/resultsview.h"
#include "tests/support/testmain.h"
#include "ui/editor/codeeditor.h"
#include "ui/states/statestrip.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class QueryTransactionTest final : public QObject
{
    Q_OBJECT

    struct Fixture {
        FakeDatabase db;
        FakeWorkbench workbench;
        std::unique_ptr<QueryPanel> panel;

        Fixture()
        {
            fillCatalogue(db);
            db.run = [](const QString& sql) {
                FakeRows r;
                r.tag = sql.section(u' ', 0, 0).toUpper();
                if (sql.startsWith(u"begin"_s) || sql.startsWith(u"update"_s))
                    r.transaction = TransactionState::Open;
                return r;
            };
            db.join(workbench.hub(), WriteMode::On);
            panel = std::make_unique<QueryPanel>(
                workbench, u"shop-db"_s, nullptr, std::make_shared<CompletionCache>());
        }
        ~Fixture() { panel.reset(); }
        void run(const QString& text)
        {
            auto* editor = panel->findChild<ui::CodeEditor*>();
            editor->setText(text);
            editor->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        }
        QString messages()
        {
            return panel->findChild<ResultsView*>()->findChild<QPlainTextEdit*>()->toPlainText();
        }
    };

private Q_SLOTS:
    // The server ended the session: the tab says what is gone, and nothing runs as if it were not.
    void aLostTransactionIsTold_data()
    {
        QTest::addColumn<bool>("idle");
        QTest::newRow("while idle") << true;
        QTest::newRow("at the next statement") << false;
    }
    void aLostTransactionIsTold()
    {
        QFETCH(bool, idle);
        Fixture f;
        PanelWindow window(f.panel.get());
        f.run(u"begin; update t set a = 1"_s);
        QTRY_VERIFY(f.panel->holdsOpenWork());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QPushButton* commit = nullptr;
        for (auto* button : f.panel->findChildren<QPushButton*>())
            if (button->text() == u"Commit"_s)
                commit = button;
        QVERIFY(commit && commit->isVisible());

        const QString words = u"The open transaction is gone."_s;
        f.db.lost = Error{Error::Kind::Protocol, u"shop-db"_s, u"terminating connection"_s,
            PH_TEXT("test", "The open transaction is gone."), u"transaction-lost"_s};
        const auto before = f.db.statements;
        if (idle) {
            // Every report on the service is a reason to look; without one it takes a moment.
            f.workbench.hub().reportHealth(u"shop-db"_s, HealthReport(), {});
        } else {
            commit->click();
        }
        QTRY_VERIFY(f.messages().contains(words));
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QCOMPARE(f.db.statements, before); // no COMMIT that could succeed
        QCOMPARE(f.messages().count(words), 1);
        QVERIFY(f.messages().contains(u"terminating connection"_s));
        QVERIFY(f.messages().contains(u"UPDATE"_s)); // what is gone with it
        QVERIFY(!f.panel->holdsOpenWork());
        QVERIFY(!commit->isVisible());
        const auto strips = f.panel->findChildren<ui::StateStrip*>();
        QVERIFY(std::any_of(strips.begin(), strips.end(), [&](const ui::StateStrip* strip) {
            return strip->isVisible() && strip->accessibleName().contains(words);
        }));
        // From here on it is a tab without a transaction, and says so.
        f.run(u"select 1"_s);
        QTRY_COMPARE(f.db.statements.last(), u"select 1"_s);
    }

    void inANarrowTabTheWriteModeStays_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {1440, 760, 620, 540})
            QTest::newRow(QByteArray::number(width).constData()) << width;
    }
    void inANarrowTabTheWriteModeStays()
    {
        QFETCH(int, width);
        Fixture f;
        PanelWindow window(f.panel.get());
        f.run(u"begin"_s);
        QTRY_VERIFY(f.panel->holdsOpenWork());
        window.resize(width, 700);
        QCoreApplication::processEvents();
        auto* bar = f.panel->findChild<QueryBar*>();
        QVERIFY(bar && bar->isVisible());
        QStringList shown;
        for (auto* w : bar->findChildren<QWidget*>()) {
            if (!w->isVisible())
                continue;
            shown.append(w->accessibleName());
            const auto words = u"%1: %2 of %3"_s.arg(w->accessibleName())
                                   .arg(w->width())
                                   .arg(w->sizeHint().width());
            QVERIFY2(w->width() >= w->sizeHint().width(), qPrintable(words)); // not cut
            QVERIFY2(bar->rect().contains(w->geometry()), qPrintable(words));
        }
        QVERIFY(shown.contains(u"Run"_s));
        QVERIFY(shown.contains(u"Writes on"_s));
        QVERIFY(shown.contains(u"Transaction open"_s));
        QCOMPARE(withoutName(window), QStringList());
    }
};

PH_TEST_MAIN(QApplication, QueryTransactionTest)
#include "tst_querytransaction.moc"
