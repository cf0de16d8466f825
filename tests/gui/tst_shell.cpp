// SPDX-License-Identifier: GPL-3.0-or-later
// The shell with real keys: rail, tabs, splits, drag and drop, panes, palette, live and range.
#include "app/shell/mainwindow.h"

#include "app/shell/palettecontroller.h"
#include "app/shell/rail.h"
#include "app/shell/shellactions.h"
#include "app/shell/shellworkbench.h"
#include "app/shell/statusbar.h"
#include "app/shell/tabarea.h"
#include "app/shell/tabstrip.h"
#include "app/shell/timerangepopover.h"
#include "app/shell/topbar.h"
#include "tests/gui/shellbench.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QKeySequenceEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kCtrl = Qt::ControlModifier;
constexpr auto kCtrlShift = Qt::ControlModifier | Qt::ShiftModifier;

void key(QWidget& window, Qt::Key k, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget* target = QApplication::focusWidget();
    QTest::keyClick(target && target->window() == &window ? target : &window, k, modifiers);
}

} // namespace

class ShellTest : public QObject
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

    void firstModuleOpensByItself()
    {
        QVERIFY(m_bench->panel());
        QCOMPARE(m_bench->panel()->kind(), u"database.tree"_s);
        QCOMPARE(m_bench->panel()->serviceId(), u"alpha"_s);
        QVERIFY(window().rail()->item(u"database"_s)->isActive());
    }

    void railKeysOpenModules()
    {
        key(window(), Qt::Key_W, kCtrl);
        QVERIFY(!m_bench->panel());
        key(window(), Qt::Key_3, Qt::AltModifier);
        QVERIFY(m_bench->panel());
        QCOMPARE(m_bench->panel()->kind(), u"database.tree"_s);
        // The key of a module that is not in the profile does nothing.
        key(window(), Qt::Key_5, Qt::AltModifier);
        QCOMPARE(tabs().panels().size(), 1);
    }

    void railShowsOnlyWhatIsThere()
    {
        QVERIFY(window().rail()->item(u"database"_s));
        QVERIFY(!window().rail()->item(u"queue"_s));
        QCOMPARE(railKey(10), QKeySequence(u"Alt+0"_s));
        QCOMPARE(railKey(12), QKeySequence(u"Alt+="_s));
    }

    void railExpandsAndCollapses()
    {
        const bool before = window().rail()->isExpanded();
        const int width = window().rail()->width();
        key(window(), Qt::Key_B, kCtrl);
        QCOMPARE(window().rail()->isExpanded(), !before);
        QTRY_VERIFY(window().rail()->width() != width);
    }

    void railMarkIsTheWorstHealth()
    {
        QTRY_COMPARE(window().rail()->item(u"database"_s)->health(), ui::Glyph::Ok);
        m_bench->answers()[u"beta"_s].health
            = HealthReport{HealthReport::State::Degraded, milliseconds(40), {}, {}};
        m_bench->sampler().probeNow(u"beta"_s);
        QTRY_COMPARE(window().rail()->item(u"database"_s)->health(), ui::Glyph::Warn);
        m_bench->answers()[u"alpha"_s].health = fail(Error::Kind::Refused, u"gone"_s, u"alpha"_s);
        m_bench->sampler().probeNow(u"alpha"_s);
        QTRY_COMPARE(window().rail()->item(u"database"_s)->health(), ui::Glyph::Error);
    }

    void closeAndReopenKeepsTheText()
    {
        MadePanel* panel = openQuery();
        panel->field()->setFocus();
        QTest::keyClicks(panel->field(), u"select 1"_s);
        key(window(), Qt::Key_W, kCtrl);
        QCOMPARE(tabs().panels().size(), 1);
        QVERIFY(tabs().currentPanel()->hasFocus()); // the tab that is left answers its keys
        key(window(), Qt::Key_T, kCtrlShift);
        QCOMPARE(tabs().panels().size(), 2);
        QCOMPARE(m_bench->panel()->field()->text(), u"select 1"_s);
    }

    void shortcutsScrollByKey()
    {
        window().resize(1000, 420);
        key(window(), Qt::Key_F1, kCtrl);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget* sheet = QApplication::activeModalWidget();
        QScrollBar* bar = sheet->findChild<QScrollArea*>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && sheet->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QTRY_VERIFY(bar->value() > 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
        QCOMPARE(bar->value(), bar->maximum());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void newTabMenuOffersEveryPanelOfEveryService()
    {
        key(window(), Qt::Key_T, kCtrl);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList texts;
        const auto actions = menu->actions();
        for (const QAction* action : actions)
            texts << action->text();
        QVERIFY(texts.contains(u"Query · beta"_s));
        QTest::keyClick(menu, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
    }

    void aLineBreakInATitleIsASign()
    {
        m_bench->panel()->setTitle(u"two\nlines"_s);
        QCOMPARE(tabs().activeGroup()->findChild<TabStrip*>()->tabText(0), u"two\u21b5lines"_s);
        QCOMPARE(m_bench->panel()->title(), u"two\nlines"_s); // as it is called
    }

    void tabsStepAndWrap()
    {
        openQuery();
        openQuery();
        MadePanel* last = m_bench->panel();
        key(window(), Qt::Key_Tab, kCtrl);
        QCOMPARE(m_bench->panel(), m_bench->panels().first());
        key(window(), Qt::Key_Backtab, kCtrlShift);
        QCOMPARE(m_bench->panel(), last);
    }

    void splitMovesTheTabAndTheLastOneTakesItsGroupAlong()
    {
        MadePanel* query = openQuery();
        key(window(), Qt::Key_Backslash, kCtrl);
        QCOMPARE(tabs().groups().size(), 2);
        QCOMPARE(tabs().groups()[1]->panels(), QList<ui::Panel*>{query});
        QCOMPARE(m_bench->panel(), query);
        QVERIFY(query->isVisible() && m_bench->panels().first()->isVisible());
        openQuery();
        key(window(), Qt::Key_Bar, kCtrlShift);
        QCOMPARE(tabs().groups().size(), 3);
        auto* below = qobject_cast<QSplitter*>(tabs().groups()[2]->parentWidget());
        QCOMPARE(below->orientation(), Qt::Vertical);
        key(window(), Qt::Key_W, kCtrl);
        QCOMPARE(tabs().groups().size(), 2);
        QTRY_COMPARE(tabs().findChildren<QSplitter*>().size(), 1);
    }

    void splittingALoneTabOpensItsTwin()
    {
        QTest::keyClicks(m_bench->panel()->field(), u"same"_s);
        key(window(), Qt::Key_Backslash, kCtrl);
        QCOMPARE(tabs().panels().size(), 2);
        QCOMPARE(m_bench->panels()[1]->field()->text(), u"same"_s);
        QCOMPARE(tabs().groups().size(), 2);
    }

    void aTabIsDraggedToTheEdgeOfAGroup()
    {
        MadePanel* query = openQuery();
        TabGroup* group = tabs().activeGroup();
        TabMime mime(query);
        const QPoint edge(group->width() - 20, group->height() / 2);
        QDragEnterEvent enter(edge, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(group, &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent moved(edge, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(group, &moved);
        QDropEvent drop(edge, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(group, &drop);
        QCOMPARE(tabs().groups().size(), 2);
        QCOMPARE(tabs().groups()[1]->current(), query);

        // And back into the first strip, before its first tab.
        TabStrip* strip = tabs().groups()[0]->strip();
        QDragEnterEvent over(QPoint(2, 5), Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(strip, &over);
        QDropEvent back(QPoint(2, 5), Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(strip, &back);
        QCOMPARE(tabs().groups().size(), 1);
        QCOMPARE(tabs().groups()[0]->indexOf(query), 0);
    }

    void whatIsNoTabIsNotTaken()
    {
        QMimeData text;
        text.setText(u"hello"_s);
        QDragEnterEvent enter(
            QPoint(50, 50), Qt::MoveAction, &text, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(tabs().activeGroup(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void unsavedWorkIsADotAndAWord()
    {
        MadePanel* panel = m_bench->panel();
        TabStrip* strip = tabs().activeGroup()->strip();
        QVERIFY(!strip->face(0).unsaved);
        panel->setUnsaved(true);
        QVERIFY(strip->face(0).unsaved);
        QVERIFY(strip->accessibleTabName(0).contains(u"not saved"_s));
        panel->setTitle(u"a & b"_s);
        QCOMPARE(strip->tabText(0), u"a && b"_s);
    }

    void panesAreWalked()
    {
        openQuery();
        key(window(), Qt::Key_Backslash, kCtrl);
        const auto inside = [](QWidget* pane) {
            return pane->isAncestorOf(QApplication::focusWidget());
        };
        window().topBar()->switcher()->setFocus();
        key(window(), Qt::Key_F6);
        QVERIFY(inside(window().rail()));
        key(window(), Qt::Key_F6);
        QVERIFY(inside(m_bench->panels()[0]));
        key(window(), Qt::Key_F6);
        QVERIFY(inside(m_bench->panels()[1]));
        key(window(), Qt::Key_F6);
        QVERIFY(inside(window().statusBar()));
        key(window(), Qt::Key_F6);
        QVERIFY(inside(window().topBar()));
        key(window(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(inside(window().statusBar()));
    }

    void refreshGoesToThePanelFirst()
    {
        MadePanel* panel = m_bench->panel();
        const int before = panel->refreshes;
        key(window(), Qt::Key_F5);
        QCOMPARE(panel->refreshes, before + 1);
        panel->addRetryKey();
        key(window(), Qt::Key_F5);
        QCOMPARE(panel->retries, 1);
        QCOMPARE(panel->refreshes, before + 1);
    }

    void questionMarkShowsShortcutsOutsideText()
    {
        m_bench->panel()->field()->setFocus();
        QTest::keyClicks(m_bench->panel()->field(), u"?"_s);
        QCOMPARE(m_bench->panel()->field()->text(), u"?"_s);
        QVERIFY(!QApplication::activeModalWidget());
        window().topBar()->liveButton()->setFocus();
        QTest::keyClick(window().topBar()->liveButton(), Qt::Key_Question, Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }

    void settingsHelpAndShortcutsOpenAndCloseByKey()
    {
        for (const auto& [k, modifiers] : {std::pair(Qt::Key_F1, Qt::KeyboardModifiers()),
                 std::pair(Qt::Key_F1, Qt::KeyboardModifiers(kCtrl)),
                 std::pair(Qt::Key_Comma, Qt::KeyboardModifiers(kCtrl))}) {
            key(window(), k, modifiers);
            QTRY_VERIFY(QApplication::activeModalWidget());
            QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
            QTRY_VERIFY(!QApplication::activeModalWidget());
        }
    }

    void liveAndRange()
    {
        QVERIFY(m_bench->time().isLive());
        key(window(), Qt::Key_L, kCtrl);
        QVERIFY(!m_bench->time().isLive());
        QVERIFY(!window().topBar()->liveButton()->isChecked());
        key(window(), Qt::Key_R, kCtrl);
        auto* popover = window().findChild<TimeRangePopover*>();
        QVERIFY(popover->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // Last 5 min
        QVERIFY(!popover->isOpen());
        QVERIFY(m_bench->time().isLive());
        QCOMPARE(m_bench->time().span(), std::chrono::minutes(5));
        key(window(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(m_bench->time().span() != std::chrono::minutes(5));
        key(window(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_bench->time().span(), std::chrono::minutes(5));
    }

    void popoverClosesOnEscapeAndGivesTheFocusBack()
    {
        m_bench->panel()->field()->setFocus();
        key(window(), Qt::Key_R, kCtrl);
        auto* popover = window().findChild<TimeRangePopover*>();
        QVERIFY(popover->isOpen());
        key(window(), Qt::Key_Escape);
        QVERIFY(!popover->isOpen());
        QCOMPARE(QApplication::focusWidget(), m_bench->panel()->field());
    }

    void backGoesOverTabs()
    {
        ui::Panel* tree = tabs().currentPanel();
        ui::Panel* query = openQuery();
        key(window(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(tabs().currentPanel(), tree);
        key(window(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(tabs().currentPanel(), query);
    }

    void paletteFindsTabsActionsAndObjects()
    {
        m_bench->answers()[u"alpha"_s].objects
            = {{{u"made://alpha"_s, u"gold.fct_orders"_s}, u"table"_s, u"fct_orders"_s, u"gold"_s}};
        openQuery(u"beta"_s);
        key(window(), Qt::Key_K, kCtrl);
        QVERIFY(window().palette()->isOpen());
        ui::PaletteView& view = window().palette()->view();
        QCOMPARE(QApplication::focusWidget(), view.field());
        QTest::keyClicks(view.field(), u"fctord"_s);
        QTRY_COMPARE(view.model().hitCount(), 1);
        QTest::keyClick(view.field(), Qt::Key_Return);
        QVERIFY(!window().palette()->isOpen());
        QCOMPARE(m_bench->panel()->serviceId(), u"alpha"_s);
        QCOMPARE(m_bench->panel()->links.back().entity.name, u"gold.fct_orders"_s);

        key(window(), Qt::Key_K, kCtrl);
        QTest::keyClicks(view.field(), u">split ri"_s);
        QTest::keyClick(view.field(), Qt::Key_Return);
        QCOMPARE(tabs().groups().size(), 2);

        key(window(), Qt::Key_K, kCtrl);
        QTest::keyClicks(view.field(), u":15m"_s);
        QTest::keyClick(view.field(), Qt::Key_Return);
        QCOMPARE(m_bench->time().span(), std::chrono::minutes(15));
    }

    void everyActionIsInThePalette()
    {
        key(window(), Qt::Key_K, kCtrl);
        ui::PaletteView& view = window().palette()->view();
        for (const QAction* action : window().actions()->all()) {
            if (!action->isVisible() || ShellActions::idOf(action) == u"palette"_s)
                continue;
            view.restart(u">"_s + action->text());
            QVERIFY2(view.model().hitCount() > 0, qPrintable(action->text()));
        }
        view.restart(u">Made action"_s);
        QVERIFY(view.model().hitCount() > 0);
    }

    void everyPanelOfEveryServiceIsInThePalette()
    {
        key(window(), Qt::Key_K, kCtrl);
        ui::PaletteView& view = window().palette()->view();
        const auto found = [&view](const QString& text) {
            view.restart(text);
            QStringList names;
            for (int row = 0; row < view.model().rowCount(); ++row)
                if (const auto* item = view.model().item(view.model().index(row)))
                    names << item->name;
            return names;
        };
        for (const QString& name : {u"Objects · alpha"_s, u"Objects · beta"_s, u"Query · alpha"_s})
            QVERIFY2(found(name).contains(name), qPrintable(name));
        // By other words too, as they stand: letters scattered over them are no match.
        QCOMPARE(found(u"worksh"_s), (QStringList{u"Query · alpha"_s, u"Query · beta"_s}));
        QCOMPARE(found(u">new query"_s), (QStringList{u"Query · alpha"_s, u"Query · beta"_s}));
        QVERIFY(!found(u"wksht"_s).contains(u"Query · beta"_s));
        QVERIFY(found(u"query beta"_s).contains(u"Query · beta"_s));
        QTest::keyClick(view.field(), Qt::Key_Return);
        QCOMPARE(m_bench->panel()->kind(), u"database.query"_s);
        QCOMPARE(m_bench->panel()->serviceId(), u"beta"_s);
    }

    // A part of a panel that has a name of its own opens as that part.
    void partsOfPanelsAreInThePalette()
    {
        key(window(), Qt::Key_K, kCtrl);
        ui::PaletteView& view = window().palette()->view();
        view.restart(u"sluggish"_s);
        QTest::keyClick(view.field(), Qt::Key_Return);
        QCOMPARE(m_bench->panel()->kind(), u"database.query"_s);
        QCOMPARE(m_bench->panel()->field()->text(), u"slow"_s);
    }

    void changedShortcutsStay()
    {
        window().actions()->setKeys(u"rail"_s, {QKeySequence(Qt::CTRL | Qt::Key_J)});
        const bool before = window().rail()->isExpanded();
        key(window(), Qt::Key_B, kCtrl);
        QCOMPARE(window().rail()->isExpanded(), before);
        key(window(), Qt::Key_J, kCtrl);
        QCOMPARE(window().rail()->isExpanded(), !before);
        m_bench.reset();
        m_bench = std::make_unique<ShellBench>(m_folder->path());
        QCOMPARE(ShellActions::keys(window().actions()->action(u"rail"_s)),
            QList<QKeySequence>{QKeySequence(Qt::CTRL | Qt::Key_J)});
    }

    void aShortcutOfAnotherIsRefusedAndNotShown()
    {
        key(window(), Qt::Key_Comma, kCtrl);
        QTRY_VERIFY(QApplication::activeModalWidget());
        const auto edits = QApplication::activeModalWidget()->findChildren<QKeySequenceEdit*>();
        QVERIFY(edits.size() > 1);
        const QKeySequence before = edits[1]->keySequence();
        edits[1]->setKeySequence(edits[0]->keySequence());
        Q_EMIT edits[1]->editingFinished();
        QCOMPARE(edits[1]->keySequence(), before);
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    }

    void linksReuseThePanelAndSetTheRange()
    {
        const QDateTime from = QDateTime::fromString(u"2026-03-17T13:00:00Z"_s, Qt::ISODate);
        window().workbench()->open(
            {{u"made://alpha"_s, u"gold.x"_s}, TimeRange{from, from.addSecs(600)}, {}});
        QCOMPARE(tabs().panels().size(), 1);
        QCOMPARE(m_bench->panel()->links.size(), size_t(1));
        QVERIFY(!m_bench->time().isLive());
        QCOMPARE(m_bench->time().range().from, from);
        window().workbench()->open({{u"made://beta"_s, u"gold.y"_s}, {}, {}});
        QCOMPARE(m_bench->panel()->serviceId(), u"beta"_s);
    }

    void anotherObjectHasATabOfItsOwn()
    {
        const Link first{{u"made://alpha"_s, u"gold.x"_s}, {}, {}};
        const Link second{{u"made://alpha"_s, u"gold.x"_s}, {}, u"function(integer)"_s};
        window().workbench()->open(first);
        test::MadePanel* const panel = m_bench->panel();
        panel->ownTabs = true;
        window().workbench()->open(second);
        QCOMPARE(tabs().panels().size(), 2);
        m_bench->panel()->ownTabs = true;
        window().workbench()->open(first);
        QCOMPARE(tabs().panels().size(), 2);
        QCOMPARE(m_bench->panel(), panel);
        QCOMPARE(panel->links.size(), size_t(2)); // told again, it may lead to another part of it
    }
};

PH_TEST_MAIN(QApplication, ShellTest)
#include "tst_shell.moc"
