// SPDX-License-Identifier: GPL-3.0-or-later
// The lock cockpit: the blocked tree, what survives a refresh, terminating, states, a dead peer.
#include "panelwindow.h"
#include "shopdata.h"

#include "database/panel/lockmodel.h"
#include "database/panel/lockspanel.h"
#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/timecontext.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTreeView>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class LocksPanelTest final : public QObject
{
    Q_OBJECT

    struct Fixture {
        FakeDatabase db;
        FakeWorkbench workbench;
        std::unique_ptr<LocksPanel> panel;

        explicit Fixture(WriteMode writes = WriteMode::Ask)
        {
            fillLocks(db);
            db.join(workbench.hub(), writes);
            panel = std::make_unique<LocksPanel>(workbench, u"shop-db"_s);
        }
        QTreeView* tree() { return panel->findChild<QTreeView*>(); }
        LockModel* model() { return panel->findChild<LockModel*>(); }
        int current() { return tree()->currentIndex().data(LockModel::PidRole).toInt(); }
        ui::Button* button(const QString& text)
        {
            for (auto* b : panel->findChildren<ui::Button*>())
                if (b->text() == text && b->isVisible())
                    return b;
            return nullptr;
        }
    };

private Q_SLOTS:
    void showsWhoBlocksWhom()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QCOMPARE(f.model()->rowCount(), 1);
        const auto root = f.model()->indexOf(48211);
        QCOMPARE(f.model()->rowCount(root), 2);
        QCOMPARE(f.model()->indexOf(48398).parent(), f.model()->indexOf(48377));
        QCOMPARE(f.panel->drawnRows(), 4);
        QCOMPARE(f.current(), 48211); // the root is chosen by itself
        f.panel->findChild<ui::SegmentedControl*>()->setCurrentIndex(1);
        QCOMPARE(f.model()->rowCount(), 5);
        QCOMPARE(withoutName(window), QStringList());
    }

    void wordsStandOverTheirValues()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        const auto alignment
            = f.model()->headerData(LockModel::Waits, Qt::Horizontal, Qt::TextAlignmentRole);
        QVERIFY(alignment.toInt() & Qt::AlignRight);
        // The labels of the chips are as quiet as those of the facts above them.
        QFont facts;
        for (auto* label : f.panel->findChildren<QLabel*>())
            if (label->text() == u"State"_s)
                facts = label->font();
        int found = 0;
        for (auto* label : f.panel->findChildren<QLabel*>())
            if (label->text() == u"Lets through"_s || label->text() == u"Stops"_s) {
                QCOMPARE(label->font(), facts);
                ++found;
            }
        QCOMPARE(found, 2);
    }

    void zZoomsToTheWait()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        f.tree()->setCurrentIndex(f.model()->indexOf(48377));
        f.tree()->setFocus();
        QVERIFY(f.workbench.timeContext().isLive());
        QTest::keyClick(f.tree(), Qt::Key_Z);
        QTRY_VERIFY(!f.workbench.timeContext().isLive());
        QCOMPARE(f.workbench.timeContext().range().to, f.db.activity.serverTime);
    }

    void selectionSurvivesARefresh()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        f.tree()->setFocus();
        QTest::keyClick(f.tree(), Qt::Key_Down);
        QTest::keyClick(f.tree(), Qt::Key_Down);
        const int chosen = f.current();
        QVERIFY(chosen != 48211);
        std::reverse(f.db.activity.sessions.begin(), f.db.activity.sessions.end());
        const int asked = f.db.count(u"snapshot"_s);
        QTest::keyClick(f.tree(), Qt::Key_F5);
        QTRY_COMPARE(f.db.count(u"snapshot"_s), asked + 1);
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QCOMPARE(f.current(), chosen);
        QTest::keyClick(f.tree(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QString::number(chosen)));
    }

    void terminateAsksAndThenActs()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        f.tree()->setFocus();
        f.workbench.setAnswer(FakeWorkbench::Answer::Cancel);
        QTest::keyClick(f.tree(), Qt::Key_Delete);
        QTRY_COMPARE(f.workbench.acts().size(), size_t(1));
        QCOMPARE(f.workbench.acts()[0].statement, u"SELECT pg_terminate_backend(48211)"_s);
        QVERIFY(f.db.terminated.empty());

        f.workbench.setAnswer(FakeWorkbench::Answer::Accept);
        auto* terminate = f.button(u"Terminate…"_s);
        QVERIFY(terminate && terminate->isEnabled());
        QTest::mouseClick(terminate, Qt::LeftButton);
        QTRY_COMPARE(f.db.terminated, std::vector<int>{48211});
        // The next answer no longer has it: its victim now blocks only its own waiter.
        QTRY_VERIFY(!f.model()->indexOf(48211).isValid());
        QTRY_COMPARE(f.model()->rowCount(f.model()->indexOf(48377)), 1);
    }

    void cancelIsOffForAnIdleTransaction()
    {
        Fixture f;
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QVERIFY(!f.button(u"Cancel query"_s)->isEnabled());
        f.tree()->setCurrentIndex(f.model()->indexOf(48377));
        QVERIFY(f.button(u"Cancel query"_s)->isEnabled());
    }

    void actsAreOffWhenWritesAre()
    {
        Fixture f(WriteMode::Off);
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QVERIFY(!f.button(u"Terminate…"_s)->isEnabled());
        f.workbench.hub().setWritesLifted(u"shop-db"_s, true);
        QTRY_VERIFY(f.button(u"Terminate…"_s)->isEnabled());
    }

    void linkChoosesASession()
    {
        Fixture f;
        f.panel->open({{u"postgres://shop-db"_s, {}}, {}, u"locks/48402"_s});
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        QCOMPARE(f.current(), 48402);
    }

    void nothingBlockedIsSaid()
    {
        Fixture f;
        f.db.activity.locks.clear();
        for (auto& s : f.db.activity.sessions)
            s.blockedBy.clear();
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Empty);
        QCOMPARE(f.panel->drawnRows(), 0);
    }

    void failsAndComesBack()
    {
        Fixture f;
        f.db.errors[u"snapshot"_s] = refused();
        PanelWindow window(f.panel.get());
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Error);
        QCOMPARE(withoutName(window), QStringList());
        auto* retry = f.button(u"Retry now"_s);
        QVERIFY(retry);
        f.db.errors.clear();
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Ready);
        f.db.errors[u"snapshot"_s] = refused();
        f.panel->refresh();
        QTRY_COMPARE(f.panel->state(), ui::Panel::State::Stale);
        QCOMPARE(f.model()->rowCount(), 1); // the last answer stays
        QVERIFY(f.tree()->isVisible());
    }

    void hangingServiceNeverHoldsTheWindow()
    {
        Fixture f;
        f.db.hangs[u"snapshot"_s] = 2000;
        GapMeter gaps;
        PanelWindow window(f.panel.get());
        QTRY_COMPARE_WITH_TIMEOUT(f.panel->state(), ui::Panel::State::Ready, 20'000);
        qInfo("longest gap while the service hung 2 s: %lld ms (promise 100)", gaps.worst());
        QVERIFY(gaps.turns() > 20);
        QVERIFY(gaps.worst() <= 1000);
    }
};

PH_TEST_MAIN(QApplication, LocksPanelTest)
#include "tst_lockspanel.moc"
