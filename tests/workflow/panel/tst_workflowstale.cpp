// SPDX-License-Identifier: GPL-3.0-or-later
// What the workflow panel shows and still lets do when the server is away, or a DAG is gone.
#include "tests/support/testmain.h"
#include "tests/workflow/panel/panelfixture.h"
#include "ui/controls/panelheader.h"
#include "ui/graph/graphview.h"
#include "workflow/panel/clearsheet.h"
#include "workflow/panel/dagpane.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/graphpane.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/taskcard.h"
#include "workflow/panel/workflowpanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

class WorkflowStaleTest final : public QObject, private PanelFixture
{
    Q_OBJECT

    const QString m_dag = u"orders_hourly"_s;
    ui::GraphView* view() const { return m_panel->graph()->view(); }
    void setBroken(bool broken)
    {
        const std::lock_guard lock(m_world->mutex);
        if (broken)
            m_world->broken = Error{Error::Kind::Refused, u"shop-airflow"_s, u"refused"_s, {}, {}};
        else
            m_world->broken.reset();
    }
    void setFrozen(bool frozen)
    {
        const std::lock_guard lock(m_world->mutex);
        m_world->silent = frozen
            ? std::set<QString>{u"list"_s, u"details"_s, u"page"_s, u"changes"_s, u"older"_s,
                u"cells"_s, u"instance"_s, u"instances"_s, u"state"_s, u"pools"_s,
                u"importErrors"_s, u"latest"_s, u"tries"_s, u"past"_s, u"xcoms"_s, u"structure"_s,
                u"dependencies"_s, u"capabilities"_s}
            : std::set<QString>();
    }
    // How far the most coloured pixel is from grey.
    static int colour(QWidget* widget)
    {
        const QImage image = widget->grab().toImage();
        int most = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QRgb p = image.pixel(x, y);
                const auto [low, high] = std::minmax({qRed(p), qGreen(p), qBlue(p)});
                most = std::max(most, high - low);
            }
        return most;
    }
    QString shown(const QWidget* in) const
    {
        QStringList texts;
        for (const auto* part : in->findChildren<QWidget*>()) {
            texts.append(part->accessibleName());
            if (const auto* label = qobject_cast<const QLabel*>(part))
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    QAction* act(const QString& begin) const
    {
        for (QAction* action : m_panel->panelActions())
            if (action->text().startsWith(begin))
                return action;
        return nullptr;
    }
    QAbstractButton* button(const QString& text) const
    {
        for (auto* one : m_panel->card()->findChildren<QAbstractButton*>())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    QAbstractButton* named(const QString& name) const
    {
        for (auto* one : m_panel->findChildren<QAbstractButton*>())
            if (one->accessibleName() == name && one->isVisible())
                return one;
        return nullptr;
    }

private Q_SLOTS:
    void init() { makeServer(); }
    void cleanup() { drop(); }

    void inAnOutageTheGraphStepsBackToo()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(!view()->scene().nodes.empty());
        QTRY_VERIFY(view()->isSettled());
        grid()->setFocus();
        const int bright = colour(view());
        QVERIFY(!view()->isFaded());
        QVERIFY(!shown(m_panel->graph()).contains(u"known at"_s));
        setBroken(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Stale, 20'000);
        QVERIFY(view()->isFaded());
        const int dim = colour(view());
        QVERIFY2(dim * 3 < bright * 2, qPrintable(u"%1 of %2"_s.arg(dim).arg(bright)));
        QVERIFY(shown(m_panel->graph()).contains(u"states known at "_s));
        setBroken(false);
        m_panel->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Ready, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!view()->isFaded(), 20'000);
        QTRY_VERIFY(colour(view()) * 2 > dim * 3);
        QVERIFY(!shown(m_panel->graph()).contains(u"known at"_s));
    }

    // A server that stands still keeps its connections open: nothing fails for a long time.
    void aSilentServerIsSaidLongBeforeItsCallsFail()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(m_panel->card()->instance().has_value());
        QVERIFY(m_panel->runs()->known().isEmpty());
        QTRY_VERIFY(button(u"Retry now…"_s)->isEnabled());
        setFrozen(true);
        // Fakes give up after a minute, Airflow's calls after twenty seconds.
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Stale, 15'000);
        QVERIFY(!m_panel->feed().error());
        QVERIFY(m_panel->feed().isSilent());
        const QString time = m_panel->feed().lastGood().toString(u"HH:mm:ss"_s);
        QCOMPARE(m_panel->runs()->known(), QString(u"as of "_s + time));
        QVERIFY(shown(m_panel.get()).contains(QString(u"no answer since "_s + time)));
        QVERIFY(view()->isFaded());
        QVERIFY(!button(u"Retry now…"_s)->isEnabled());
        QCOMPARE(m_panel->feed().serverNow(), m_panel->feed().lastGood()); // durations stand
        picture(u"silent"_s);
        // Asking again is no answer.
        m_panel->refresh();
        QCOMPARE(m_panel->state(), State::Stale);
        setFrozen(false);
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QVERIFY(m_panel->runs()->known().isEmpty());
        QVERIFY(!view()->isFaded());
        QTRY_VERIFY(button(u"Retry now…"_s)->isEnabled());
    }

    // Looked at once in ten seconds it is not old by that.
    void anIdleServerIsNotSilent()
    {
        fillOrders(*m_world);
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->runs[m_dag].back().state = u"success"_s;
        }
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QTRY_VERIFY(m_panel->feed().isIdle());
        int silent = 0;
        connect(&m_panel->feed(), &RunFeed::fellSilent, this, [&silent] { ++silent; });
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->feed().lastGood().msecsTo(QDateTime::currentDateTimeUtc())
                > RunFeed::kPatience + 500,
            20'000);
        QCOMPARE(m_panel->state(), State::Ready);
        QCOMPARE(silent, 0);
        setFrozen(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Stale, 20'000);
        setFrozen(false);
        QTRY_COMPARE(m_panel->state(), State::Ready);
    }

    // With another language every panel is made anew.
    void whatWasKnownOutlivesThePanel()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(m_panel->card()->instance().has_value());
        QTRY_VERIFY(!view()->scene().nodes.empty());
        setBroken(true);
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Stale, 20'000);
        const QString time = m_panel->runs()->known();
        QVERIFY(!time.isEmpty());
        const QJsonObject state = m_panel->saveState();
        m_panel.reset();
        showPanel(state);
        QTRY_COMPARE(m_panel->state(), State::Stale);
        QCOMPARE(grid()->columns(), 17);
        QCOMPARE(grid()->rows().size(), 11);
        QTRY_COMPARE(grid()->currentTask(), u"load_fct_orders"_s);
        QCOMPARE(m_panel->runs()->known(), time);
        QTRY_VERIFY(!view()->scene().nodes.empty());
        QVERIFY(view()->isFaded());
        QTRY_VERIFY(m_panel->card()->instance().has_value());
        QCOMPARE(m_panel->card()->instance()->state, u"up_for_retry"_s);
        picture(u"made-anew"_s);
        setBroken(false);
        m_panel->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(m_panel->state(), State::Ready, 20'000);
    }

    // A service of the same name may be another server.
    void anotherServerKnowsNothingOfIt()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        m_panel.reset();
        m_bench->hub().remove(u"shop-airflow"_s);
        const auto other = std::make_shared<FakeWorld>();
        other->broken = Error{Error::Kind::Refused, u"shop-airflow"_s, u"refused"_s, {}, {}};
        FakeWorkflow::join(m_bench->hub(), other);
        showPanel();
        QTRY_COMPARE(m_panel->state(), State::Error);
        QVERIFY(!m_panel->feed().hasDags());
    }

    void aStaleDagIsNotStartedButTidiedUp()
    {
        fillOrders(*m_world);
        openPanel(u"load_fct_orders"_s);
        QTRY_VERIFY(button(u"Retry now…"_s)->isEnabled());
        const QStringList starts{u"Retry the task…"_s, u"Clear tasks…"_s, u"Trigger a run…"_s,
            u"Backfill…"_s, u"Pause the DAG"_s, u"Mark the run success…"_s};
        const QStringList tidies{u"Delete the run…"_s, u"Cancel the run…"_s, u"Note of the run…"_s};
        for (const QString& text : starts + tidies)
            QVERIFY2(act(text)->isEnabled(), qPrintable(text));
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->details[m_dag].info.stale = true;
        }
        m_panel->refresh();
        const QString reason = m_dag + u" is not in its file any more: nothing of it starts"_s;
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->feed().isStale(m_dag), 20'000);
        QTRY_VERIFY(!act(starts.front())->isEnabled());
        for (const QString& text : starts) {
            QVERIFY2(!act(text)->isEnabled(), qPrintable(text));
            QCOMPARE(act(text)->toolTip(), reason);
        }
        for (const QString& text : tidies)
            QVERIFY2(act(text)->isEnabled(), qPrintable(text));
        for (const QString& text : {u"Retry now…"_s, u"Mark as"_s}) {
            QVERIFY2(!button(text)->isEnabled(), qPrintable(text));
            QCOMPARE(button(text)->toolTip(), reason);
        }
        for (const QString& name : {u"Pause the DAG"_s, u"Trigger a run"_s}) {
            QVERIFY2(!named(name)->isEnabled(), qPrintable(name));
            QCOMPARE(named(name)->toolTip(), reason);
        }
        QVERIFY(named(u"Note of the task…"_s)->isEnabled());
        // What the keys of a list still open says why it does nothing.
        grid()->setFocus();
        QTest::keyClick(grid(), Qt::Key_Delete);
        QCOMPARE(m_panel->side()->sheet(), m_panel->clearSheet());
        QVERIFY(shown(m_panel->clearSheet()).contains(reason));
        // Gone altogether: not even that.
        {
            const std::lock_guard lock(m_world->mutex);
            m_world->details.erase(m_dag);
        }
        m_panel->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->feed().isLost(m_dag), 20'000);
        QTRY_VERIFY(!act(u"Delete the run…"_s)->isEnabled());
        QCOMPARE(act(u"Delete the run…"_s)->toolTip(),
            QString(m_dag + u" is not on this server any more"_s));
        QVERIFY(!act(starts.front())->isEnabled());
    }
};

PH_TEST_MAIN(QApplication, WorkflowStaleTest)
#include "tst_workflowstale.moc"
