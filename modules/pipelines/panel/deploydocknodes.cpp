// SPDX-License-Identifier: GPL-3.0-or-later
// What one does with a node that is deployed: its task, its streaming job, its log; and the forms
// of the workflow panel.
#include "pipelines/panel/deploydock.h"

#include <QAction>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

void DeployDock::buildNodeActions()
{
    m_ofRun = {m_run,
        add(tr("Run with parameters…"), Qt::CTRL | Qt::ALT | Qt::Key_Return,
            [this] { openForm(u"trigger"_s); }),
        add(tr("Backfill a range of dates…"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
            [this] { openForm(u"backfill"_s); })};
    const auto ofNode = [this](const QString& text, const QKeySequence& keys, bool task,
                            bool stream, void (DeployDock::*act)(const QString&)) {
        m_ofNode.push_back({add(text, keys, [this, act] { (this->*act)(m_node); }), task, stream});
    };
    const auto ofJob = [this](const QString& text, const QKeySequence& keys, JobAct what) {
        m_ofNode.push_back(
            {add(text, keys, [this, what] { actOnJob(m_node, what); }), false, true});
    };
    ofNode(tr("Run the node again…"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, true, false,
        &DeployDock::runNode);
    ofJob(tr("Start the streaming job…"), Qt::Key_F8, JobAct::Start);
    ofJob(tr("Stop the streaming job…"), Qt::SHIFT | Qt::Key_F8, JobAct::Stop);
    ofJob(tr("Restart the job from its checkpoint…"), Qt::CTRL | Qt::Key_F8, JobAct::Restart);
    ofNode(tr("Log of the node"), Qt::SHIFT | Qt::Key_Return, true, true, &DeployDock::showLog);
}

const NodeKind* DeployDock::kindOf(const QString& node) const
{
    const Node* found = m_session ? m_session->pipeline().node(node) : nullptr;
    return found ? m_catalogue->kind(found->kind) : nullptr;
}

// A node whose kind no catalogue knows is a task.
QList<QAction*> DeployDock::nodeActions(const QString& node) const
{
    QList<QAction*> fitting;
    if (!m_session || !m_session->pipeline().node(node))
        return fitting;
    const NodeKind* kind = kindOf(node);
    const Runs runs = kind ? kind->runs : Runs::Task;
    for (const NodeAction& one : m_ofNode)
        if ((one.task && runs == Runs::Task) || (one.stream && runs == Runs::Stream))
            fitting.append(one.action);
    return fitting;
}

QString DeployDock::jobOf(const QString& node) const
{
    return m_session->pipeline().name + u'.' + node;
}

bool DeployDock::knows(const QString& node)
{
    if (m_session && m_session->pipeline().node(node))
        return true;
    Q_EMIT said(tr("Choose a node first."), true);
    return false;
}

std::optional<EntityId> DeployDock::deployedDag() const
{
    const Service* service = m_workbench.hub().service(m_watch->airflow());
    if (!service || m_watch->dag().isEmpty())
        return {};
    return workflow::dagEntity(service->config.ns, m_watch->dag());
}

void DeployDock::runNode(const QString& node)
{
    if (!knows(node))
        return;
    const NodeKind* kind = kindOf(node);
    if (kind && kind->runs != Runs::Task) {
        Q_EMIT said(kind->runs == Runs::Stream
                ? tr("This node streams: it is started and stopped, not run once.")
                : tr("This node is there and does not run."),
            true);
        return;
    }
    auto* acts = m_workbench.hub().contract<workflow::Acts>(m_watch->airflow());
    if (!acts || !m_watch->run())
        return refuse(Error{Error::Kind::NotFound, {}, {},
            PH_TEXT("pipelines", "There is no run yet in which the node could run again."), {}});
    workflow::ClearRequest request;
    request.dag = m_watch->dag();
    request.run = m_watch->run()->ref.run;
    request.tasks = {{node, -1}};
    request.latestVersion = true;
    m_dryRun
        = acts->tryClear(request).onDone(this, [this, request](Result<workflow::DryRun> preview) {
              auto* now = m_workbench.hub().contract<workflow::Acts>(m_watch->airflow());
              if (!preview || !now)
                  return refuse(preview ? Error() : preview.error());
              m_workbench.confirm(now->clear(request, *preview), this, [this](Task* task) {
                  if (task)
                      m_watch->refresh();
              });
          });
}

void DeployDock::actOnJob(const QString& node, JobAct what)
{
    if (!knows(node))
        return;
    const NodeKind* kind = kindOf(node);
    if (!kind || kind->runs != Runs::Stream) {
        Q_EMIT said(tr("Only a node that streams has a job of its own."), true);
        return;
    }
    const auto places = placesOf(m_workbench.hub(), m_watch->airflow());
    if (!places)
        return refuse(places.error());
    if (!places->jobs)
        return refuse(Error{Error::Kind::NotFound, {}, {},
            PH_TEXT("pipelines", "The profile names no supervisor of streaming jobs."), {}});
    m_workbench.confirm(jobAct(m_jobLane, *places, jobOf(node), what), this, [this](Task* task) {
        if (!task)
            return;
        m_watch->refresh();
        if (const auto outcome = task->outcome(); !outcome)
            refuse(outcome.error());
    });
}

void DeployDock::showLog(const QString& node)
{
    if (!knows(node))
        return;
    const NodeKind* kind = kindOf(node);
    if (kind && kind->runs == Runs::Stream) {
        Q_EMIT jobLogWanted(node, jobOf(node));
        return;
    }
    const auto dag = deployedDag();
    if (kind && kind->runs == Runs::Thing)
        Q_EMIT said(tr("This node is there and does not run: it has no log."), true);
    else if (!dag || !m_watch->run())
        Q_EMIT said(tr("There is no run yet that would have a log."), true);
    else
        m_workbench.open(
            workflow::taskLink(dag->ns, {m_watch->dag(), m_watch->run()->ref.run, node, -1}));
}

void DeployDock::openForm(const QString& form)
{
    follow();
    if (const auto dag = deployedDag())
        m_workbench.open({*dag, {}, form});
    else
        refuse(Error{Error::Kind::NotFound, {}, {},
            PH_TEXT("pipelines", "The profile has no Airflow service."), {}});
}

} // namespace pilothouse::pipelines
