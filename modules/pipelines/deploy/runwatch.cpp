// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/runwatch.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int kRuns = 20;
constexpr milliseconds kFast = 1s;
constexpr milliseconds kSlow = 5s;
constexpr milliseconds kJobLimit = 10s;

} // namespace

RunWatch::RunWatch(ServiceHub& hub, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_lane(hub.runtime(), u"jobs"_s)
{
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &RunWatch::ask);
}

RunWatch::~RunWatch() = default;

void RunWatch::watch(const ServiceId& airflow, const QString& dag, std::shared_ptr<JobHost> jobs,
    std::map<QString, QString> nodeOfJob)
{
    if (airflow != m_airflow || dag != m_dag) {
        m_runs.clear();
        m_cells.clear();
        m_asOf = {};
        m_wanted.clear();
    }
    m_airflow = airflow;
    m_dag = dag;
    m_host = std::move(jobs);
    m_nodeOfJob = std::move(nodeOfJob);
    m_jobs.clear();
    refresh();
}

void RunWatch::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active) {
        refresh();
    } else {
        m_pace.stop();
        m_page = {};
        m_cellCall = {};
        m_jobCall = {};
    }
}

void RunWatch::show(const QString& run)
{
    m_wanted = run;
    m_cells.clear();
    refresh();
}

void RunWatch::refresh()
{
    if (m_active && !m_dag.isEmpty())
        ask();
}

const workflow::RunInfo* RunWatch::run() const
{
    const auto found
        = std::find_if(m_runs.begin(), m_runs.end(), [this](const workflow::RunInfo& run) {
              return m_wanted.isEmpty() || run.ref.run == m_wanted;
          });
    return found == m_runs.end() ? nullptr : &*found;
}

void RunWatch::ask()
{
    m_pace.stop();
    askJobs();
    auto* runs = m_hub.contract<workflow::Runs>(m_airflow);
    if (!runs) {
        m_error = Error{Error::Kind::NotFound, m_airflow, m_airflow, {}, {}};
        Q_EMIT changed();
        return later();
    }
    workflow::RunQuery query;
    query.dag = m_dag;
    query.limit = kRuns;
    m_page = runs->page(query).onDone(
        this, [this](Result<workflow::RunPage> page) { onRuns(std::move(page)); });
}

void RunWatch::onRuns(Result<workflow::RunPage> page)
{
    if (!page) {
        // A DAG that was never deployed has no runs; that is no failure.
        const bool none = page.error().kind == Error::Kind::NotFound;
        m_error = none ? std::nullopt : std::optional(page.error());
        if (none) {
            m_runs.clear();
            m_cells.clear();
        }
        Q_EMIT changed();
        return later();
    }
    m_runs = std::move(page->runs);
    askCells();
}

void RunWatch::askCells()
{
    auto* runs = m_hub.contract<workflow::Runs>(m_airflow);
    const workflow::RunInfo* shown = run();
    if (!runs || !shown) {
        m_cells.clear();
        m_error.reset();
        m_asOf = QDateTime::currentDateTimeUtc();
        Q_EMIT changed();
        return later();
    }
    m_cellCall = runs->cells(m_dag, {shown->ref.run})
                     .onDone(this, [this](Result<std::vector<workflow::RunCells>> cells) {
                         onCells(std::move(cells));
                     });
}

void RunWatch::onCells(Result<std::vector<workflow::RunCells>> cells)
{
    if (!cells) {
        m_error = cells.error();
    } else {
        m_error.reset();
        m_asOf = QDateTime::currentDateTimeUtc();
        m_cells.clear();
        for (const workflow::RunCells& run : *cells)
            for (const workflow::Cell& cell : run.cells)
                m_cells.emplace(cell.task, cell);
    }
    Q_EMIT changed();
    later();
}

void RunWatch::askJobs()
{
    if (!m_host || m_nodeOfJob.empty() || m_jobCall.running())
        return;
    m_jobCall
        = m_lane
              .run(kJobLimit,
                  [host = m_host](NoConnection&, const Token& token) { return host->list(token); })
              .onDone(this, [this](Result<std::vector<JobState>> jobs) {
                  m_jobError = jobs ? std::nullopt : std::optional(jobs.error());
                  m_jobs.clear();
                  for (JobState& job : jobs ? *jobs : std::vector<JobState>())
                      if (const auto node = m_nodeOfJob.find(job.name); node != m_nodeOfJob.end())
                          m_jobs[node->second] = std::move(job);
                  Q_EMIT changed();
              });
}

void RunWatch::later()
{
    if (!m_active)
        return;
    const workflow::RunInfo* shown = run();
    const bool moves = !m_error && shown && !workflow::isFinal(shown->state);
    const bool streams = std::any_of(m_jobs.begin(), m_jobs.end(), [](const auto& job) {
        return job.second.phase == JobPhase::Running || job.second.phase == JobPhase::Starting;
    });
    m_pace.start(moves || streams ? kFast : kSlow);
}

} // namespace pilothouse::pipelines
