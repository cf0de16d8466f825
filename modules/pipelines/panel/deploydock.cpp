// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/deploydock.h"

#include "pipelines/panel/nodestates.h"
#include "ui/drafts.h"
#include "ui/words.h"
#include "workflow/api/dags.h"

#include <QAction>
#include <QFileInfo>
#include <QSplitter>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DeployDock::DeployDock(
    ui::Workbench& workbench, CataloguePtr catalogue, QWidget* panel, QWidget* beside)
    : QObject(panel)
    , m_workbench(workbench)
    , m_panel(panel)
    , m_beside(beside)
    , m_catalogue(std::move(catalogue))
    , m_sheet(new DeploySheet(workbench, m_catalogue, versionsFolder(workbench), panel))
    , m_watch(new RunWatch(workbench.hub(), this))
    , m_deploy(add(tr("Deploy…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] { openSheet(); }))
    , m_run(add(tr("Run once…"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return, [this] { runOnce(); }))
    , m_jobLane(workbench.hub().runtime(), u"job-acts"_s)
{
    m_sheet->hide();
    if (auto* splitter = qobject_cast<QSplitter*>(beside->parentWidget()))
        splitter->insertWidget(splitter->indexOf(beside) + 1, m_sheet);
    buildNodeActions();
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &DeployDock::plan);
    connect(m_watch, &RunWatch::changed, this, &DeployDock::onStates);
    connect(m_sheet, &DeploySheet::closed, this, &DeployDock::closeSheet);
    connect(m_sheet, &DeploySheet::importFailed, this, &DeployDock::importFailed);
    connect(m_sheet, &DeploySheet::deployed, this, &DeployDock::follow);
    ServiceHub& hub = workbench.hub();
    connect(&hub, &ServiceHub::added, this, &DeployDock::follow);
    connect(&hub, &ServiceHub::removed, this, &DeployDock::follow);
}

QString DeployDock::versionsFolder(ui::Workbench& workbench)
{
    return QFileInfo(workbench.drafts().folder()).absolutePath() + u"/deploys"_s;
}

QAction* DeployDock::add(const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(text, m_panel);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_panel->addAction(action);
    m_actions.append(action);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

void DeployDock::setSession(const SessionPtr& session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    closeSheet();
    if (!session)
        return;
    const auto later = [this] {
        if (m_sheet->isVisible())
            m_soon.start();
    };
    connect(session.get(), &DocumentSession::edited, this, later);
    connect(session.get(), &DocumentSession::replaced, this, later);
    connect(session.get(), &DocumentSession::stateChanged, this, &DeployDock::follow);
    follow();
}

void DeployDock::openSheet()
{
    if (!m_session || m_session->state() != DocumentSession::State::Ready)
        return;
    if (m_beside)
        m_beside->hide();
    m_sheet->show();
    m_sheet->setFocus(Qt::ShortcutFocusReason);
    plan();
}

void DeployDock::closeSheet()
{
    if (m_sheet->isHidden())
        return;
    const bool focused = m_sheet->isAncestorOf(m_panel->focusWidget());
    m_sheet->hide();
    if (m_beside)
        m_beside->show();
    if (focused)
        m_panel->setFocus(Qt::OtherFocusReason);
}

void DeployDock::plan()
{
    if (!m_session || m_sheet->isHidden())
        return;
    m_text = m_session->text().onDone(this, [this](Result<QByteArray> text) {
        if (!text)
            return refuse(text.error());
        m_sheet->open(m_session->pipeline(), *text);
    });
}

// The states of where the sheet would deploy to, else of the first Airflow of the profile.
void DeployDock::follow()
{
    if (!m_session || m_session->state() != DocumentSession::State::Ready)
        return;
    ServiceHub& hub = m_workbench.hub();
    const DeployStage* stage = m_sheet->desk()->stage();
    const QList<ServiceId> all = hub.ofModule(u"workflow"_s);
    const ServiceId airflow = stage ? stage->service : all.value(0);
    const auto places = placesOf(hub, airflow);
    std::map<QString, QString> jobs;
    for (const Node& node : m_session->pipeline().nodes)
        jobs[m_session->pipeline().name + u'.' + node.id] = node.id;
    m_watch->watch(airflow, m_session->pipeline().name, places ? places->jobs : nullptr,
        places && places->jobs ? jobs : std::map<QString, QString>());
    Q_EMIT followed();
}

void DeployDock::runOnce()
{
    if (!m_session)
        return;
    follow();
    const Service* service = m_workbench.hub().service(m_watch->airflow());
    auto* dags = m_workbench.hub().contract<workflow::Dags>(m_watch->airflow());
    if (!service || !dags)
        return refuse(Error{Error::Kind::NotFound, {}, {},
            PH_TEXT("pipelines", "The profile has no Airflow service."), {}});
    m_details
        = dags->details(m_watch->dag()).onDone(this, [this](Result<workflow::DagDetails> details) {
              if (!details)
                  return refuse(
                      details.error().kind == Error::Kind::NotFound ? Error{Error::Kind::NotFound,
                          {}, {},
                          PH_TEXT("pipelines", "Airflow does not have it yet: deploy it first."),
                          {}}
                                                                    : details.error());
              auto* now = m_workbench.hub().contract<workflow::Dags>(m_watch->airflow());
              if (!now || !details->info.paused)
                  return trigger();
              // A run of a paused DAG would wait for ever.
              m_workbench.confirm(now->setPaused(details->info, false), this, [this](Task* task) {
                  if (task && task->status().state == TaskStatus::State::Done)
                      trigger();
              });
          });
}

void DeployDock::trigger()
{
    auto* acts = m_workbench.hub().contract<workflow::Acts>(m_watch->airflow());
    if (!acts)
        return;
    workflow::TriggerRequest request;
    request.dag = m_watch->dag();
    m_workbench.confirm(acts->trigger(request), this, [this](Task* task) {
        if (!task)
            return;
        if (task->status().state == TaskStatus::State::Done) {
            m_watch->show({});
            Q_EMIT said(tr("A run was started."), false);
        } else if (!task->outcome()) {
            refuse(task->outcome().error());
        }
    });
}

void DeployDock::onStates()
{
    std::map<QString, QString> states;
    for (const auto& [node, cell] : m_watch->cells())
        states[node] = cell.state + QString::number(cell.tries) + cell.end.toString(Qt::ISODate);
    for (const auto& [node, job] : m_watch->jobs())
        states[node] = wordOfJob(job) + QString::number(job.lag) + u' ' + job.batch + u' '
            + QString::number(job.rowsPerSecond, 'f', 0);
    if (states == m_states)
        return;
    m_states = std::move(states);
    Q_EMIT statesChanged();
}

void DeployDock::refuse(const Error& error)
{
    const QString hint = ui::words(error.hint);
    Q_EMIT said(hint.isEmpty() ? error.detail : hint, true);
}

} // namespace pilothouse::pipelines
