// SPDX-License-Identifier: GPL-3.0-or-later
// RunWatch: the states of a pipeline's nodes now: tasks of a run of its DAG, and its streaming
// jobs. The one poller of an open pipeline: about once a second while something runs, every five
// seconds else, not at all while it is not active. GUI thread.
#pragma once

#include "core/lane.h"
#include "core/servicehub.h"
#include "pipelines/deploy/jobhost.h"
#include "workflow/api/runs.h"

#include <QObject>
#include <QTimer>

namespace pilothouse::pipelines
{

class RunWatch final : public QObject
{
    Q_OBJECT

public:
    RunWatch(ServiceHub& hub, QObject* parent = nullptr);
    ~RunWatch() override;

    // `jobs`: the host of streaming jobs, and the node of each by the job's name.
    void watch(const ServiceId& airflow, const QString& dag, std::shared_ptr<JobHost> jobs,
        std::map<QString, QString> nodeOfJob);
    void setActive(bool active); // is it on screen?
    void show(const QString& run); // empty: the newest
    void refresh(); // now, e.g. after an act

    const ServiceId& airflow() const { return m_airflow; }
    const QString& dag() const { return m_dag; }
    const std::vector<workflow::RunInfo>& runs() const { return m_runs; } // newest first
    const workflow::RunInfo* run() const; // the one whose states are told
    const std::map<QString, workflow::Cell>& cells() const { return m_cells; } // by node
    const std::map<QString, JobState>& jobs() const { return m_jobs; } // by node
    // Of the last answer; none: it was good. Old states stay and are dated by asOf().
    const std::optional<Error>& error() const { return m_error; }
    const std::optional<Error>& jobError() const { return m_jobError; }
    const QDateTime& asOf() const { return m_asOf; } // UTC; invalid: nothing yet

Q_SIGNALS:
    void changed();

private:
    void ask();
    void askCells();
    void askJobs();
    void onRuns(Result<workflow::RunPage> page);
    void onCells(Result<std::vector<workflow::RunCells>> cells);
    void later();

    ServiceHub& m_hub;
    Lane<> m_lane;
    ServiceId m_airflow;
    QString m_dag;
    QString m_wanted;
    std::shared_ptr<JobHost> m_host;
    std::map<QString, QString> m_nodeOfJob;
    std::vector<workflow::RunInfo> m_runs;
    std::map<QString, workflow::Cell> m_cells;
    std::map<QString, JobState> m_jobs;
    std::optional<Error> m_error;
    std::optional<Error> m_jobError;
    QDateTime m_asOf;
    QTimer m_pace;
    bool m_active = false;
    Call<workflow::RunPage> m_page;
    Call<std::vector<workflow::RunCells>> m_cellCall;
    Call<std::vector<JobState>> m_jobCall;
};

} // namespace pilothouse::pipelines
