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
