// SPDX-License-Identifier: GPL-3.0-or-later
// The workflow panel on a server in memory: what its tests have in common.
#pragma once

#include "tests/support/fakeworkbench.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "workflow/panel/runspane.h"
#include "workflow/panel/workflowpanel.h"

#include <QApplication>
#include <QTest>

#include <mutex>

namespace pilothouse::test
{

class PanelFixture
{
protected:
    void makeWorld()
    {
        m_world = std::make_shared<FakeWorld>();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
    }
    void makeServer()
    {
        makeWorld();
        FakeWorkflow::join(m_bench->hub(), m_world);
    }
    void drop()
    {
        m_panel.reset();
        m_bench.reset();
    }
    void showPanel(const QJsonObject& state = {}, QSize size = {1389, 766})
    {
        m_panel = std::make_unique<WorkflowPanel>(*m_bench, QString::fromLatin1("shop-airflow"));
        m_panel->restoreState(state);
        m_panel->resize(size);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }
    // Until its runs are there and this task is chosen.
    void openPanel(const QString& task)
    {
        showPanel();
        QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
        QTRY_COMPARE(grid()->currentTask(), task);
        grid()->setFocus();
    }
    RunGrid* grid() const { return m_panel->runs()->grid(); }
    QString runAt(const QString& dag, int i) const { return m_world->runs[dag][size_t(i)].ref.run; }
    int asked(const QString& method) const
    {
        const std::lock_guard lock(m_world->mutex);
        return m_world->count(method);
    }
    QStringList sent() const
    {
        const std::lock_guard lock(m_world->mutex);
        return QStringList(m_world->sent.begin(), m_world->sent.end());
    }
    // By the begin of its text, as from the palette.
    void trigger(const QString& begin)
    {
        for (QAction* action : m_panel->panelActions())
            if (action->text().startsWith(begin))
                action->trigger();
    }
    // PH_PICTURES names a folder: what was tested can be looked at.
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        QApplication::processEvents(); // what was laid out stands where it will
        QVERIFY(
            m_panel->grab().save(folder + QLatin1Char('/') + name + QString::fromLatin1(".png")));
    }

    std::shared_ptr<FakeWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<WorkflowPanel> m_panel;
};

} // namespace pilothouse::test
