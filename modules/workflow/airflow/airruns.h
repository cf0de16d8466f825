// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Runs over Airflow.
#pragma once

#include "workflow/airflow/aircore.h"
#include "workflow/api/runs.h"

namespace pilothouse::workflow
{

class AirRuns final : public Runs
{
public:
    explicit AirRuns(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Call<RunPage> page(const RunQuery& query) override;
    Call<std::vector<RunInfo>> latest(const QStringList& dags, int perDag) override;
    Call<RunInfo> run(const RunRef& run) override;
    Call<std::vector<RunCells>> cells(const QString& dag, const QStringList& runs) override;
    Call<std::vector<TaskInstance>> instances(const RunRef& run) override;
    Call<TaskInstance> instance(const TaskRef& task) override;
    Call<std::vector<TaskInstance>> mapped(const TaskRef& task) override;
    Call<std::vector<TaskInstance>> tries(const TaskRef& task) override;
    Call<std::vector<TaskInstance>> past(
        const QString& dag, const QString& task, int limit) override;
    Call<std::vector<TaskInstance>> holders(const QString& pool, int limit) override;
    Call<std::vector<std::pair<QString, QString>>> dependencies(const TaskRef& task) override;
    Call<std::vector<DeadlineInfo>> deadlines(const QString& dag, int limit) override;
    Call<std::vector<DeadlineInfo>> missed(int limit) override;
    Call<std::vector<XComEntry>> xcoms(const TaskRef& task) override;
    Call<QByteArray> xcom(const TaskRef& task, const QString& key) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

// Lane side, shared with the facets and the logs. All want an open connection.
QByteArray runPath(const AirConnection& connection, const RunRef& run);
// The instance's own path; one that is not mapped has no index there.
QByteArray taskPath(const AirConnection& connection, const TaskRef& task);
Result<RunPage> fetchRuns(AirConnection& connection, const RunQuery& query, const Token& token);
Result<TaskInstance> fetchInstance(
    AirConnection& connection, const TaskRef& task, const Token& token);
Result<std::vector<TaskInstance>> fetchInstances(
    AirConnection& connection, const AirRequest& request, const Token& token, qint64 most);
Result<std::vector<RunCells>> fetchCells(
    AirConnection& connection, const QString& dag, const QStringList& runs, const Token& token);
Result<std::vector<XComEntry>> fetchXComs(
    AirConnection& connection, const TaskRef& task, const Token& token);
Result<QByteArray> fetchXCom(
    AirConnection& connection, const TaskRef& task, const QString& key, const Token& token);

} // namespace pilothouse::workflow
