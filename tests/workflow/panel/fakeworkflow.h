// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts of the workflow module in memory: a small server that answers, fails or stays
// silent as a test tells it, and counts what it was asked.
#pragma once

#include "core/adapterdescriptor.h"
#include "core/facets/health.h"
#include "core/lane.h"
#include "workflow/api/acts.h"
#include "workflow/api/admin.h"
#include "workflow/api/dags.h"
#include "workflow/api/logs.h"
#include "workflow/api/runs.h"
#include "workflow/api/structure.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::test
{

using namespace workflow;

// What the "server" holds; read on the lane under one mutex.
struct FakeWorld {
    std::mutex mutex;
    std::vector<DagInfo> dags;
    std::map<QString, DagDetails> details;
    std::map<QString, DagStructure> structures;
    std::map<QString, std::vector<RunInfo>> runs; // by DAG, oldest first
    std::map<std::pair<QString, QString>, std::vector<Cell>> cells; // by DAG and run
    std::map<std::pair<QString, QString>, QDateTime> changed; // of runs
    QHash<TaskRef, TaskInstance> instances;
    QHash<TaskRef, std::vector<TaskInstance>> tries;
    QHash<TaskRef, std::map<QString, QByteArray>> xcoms;
    std::vector<TaskInstance> past;
    std::vector<TaskInstance> holders;
    std::vector<std::pair<QString, QString>> dependencies;
    std::map<std::pair<QString, int>, QString> sources; // by DAG and version
    std::vector<DagVersion> versions;
    std::vector<ImportError> importErrors;
    std::vector<PoolInfo> pools;
    std::vector<VariableInfo> variables;
    std::vector<ConnectionInfo> connections;
    std::vector<AssetInfo> assets;
    std::vector<BackfillInfo> backfills;
    std::map<QString, std::vector<DeadlineInfo>> deadlines; // by DAG
    std::vector<DeadlineInfo> missed; // of all DAGs
    DagMap map;
    std::map<std::tuple<QString, int, int>, QList<QByteArray>> logs; // by task, index and try
    Capabilities capabilities;
    ServerState server;
    std::vector<JobInfo> schedulers;
    DryRun dryRun;
    bool lightBars = true; // as Airflow 3: runs for the bars have state and times only
    std::optional<Error> broken; // everything fails with it
    std::optional<Error> refused; // the login, until somebody probes
    std::map<QString, Error> errors; // by method
    std::set<QString> silent; // methods that do not answer until they are taken out
    std::optional<Error> actFails; // every act that is sent
    std::vector<QString> asked; // methods, in order
    std::vector<qint64> askedAt; // ms since the epoch, beside `asked`
    std::vector<QString> sent; // statements of acts that ran
    std::vector<ClearRequest> clears; // dry runs asked for
    std::function<void(FakeWorld&)> afterAct;

    int count(const QString& method) const
    {
        return int(std::count(asked.begin(), asked.end(), method));
    }
    void touch(const QString& dag, const QString& run)
    {
        changed[{dag, run}] = QDateTime::currentDateTimeUtc();
    }
};

class FakeWorkflow final : public Adapter,
                           public Dags,
                           public workflow::Runs,
                           public Structure,
                           public Logs,
                           public Acts,
                           public Admin,
                           public HealthFacet
{
public:
    FakeWorkflow(AdapterContext context, std::shared_ptr<FakeWorld> world);
    // Adds the service "shop-airflow".
    static void join(
        ServiceHub& hub, std::shared_ptr<FakeWorld> world, WriteMode writes = WriteMode::On);

    int connections() const override { return 1; }
    Call<HealthReport> probe() override; // ends `refused`

    Call<List> list() override;
    Call<DagDetails> details(const QString& dag) override;
    Call<std::vector<DagVersion>> versions(const QString& dag) override;
    Call<DagSource> source(const QString& dag, int version) override;
    Call<std::vector<ImportError>> importErrors() override;
    Act setPaused(const DagInfo& dag, bool paused) override;
    Act parseAgain(const DagInfo& dag) override;

    Call<RunPage> page(const RunQuery& query) override;
    Call<std::vector<RunInfo>> latest(const QStringList& dags, int perDag) override;
    Call<RunInfo> run(const RunRef& run) override;
    Call<std::vector<RunCells>> cells(const QString& dag, const QStringList& runs) override;
    Call<std::vector<TaskInstance>> instances(const RunRef& run) override;
    Call<TaskInstance> instance(const TaskRef& task) override;
    Call<std::vector<TaskInstance>> mapped(const TaskRef& task) override;
    Call<std::vector<DeadlineInfo>> deadlines(const QString& dag, int limit) override;
    Call<std::vector<DeadlineInfo>> missed(int limit) override;
    Call<std::vector<TaskInstance>> tries(const TaskRef& task) override;
    Call<std::vector<TaskInstance>> past(
        const QString& dag, const QString& task, int limit) override;
    Call<std::vector<TaskInstance>> holders(const QString& pool, int limit) override;
    Call<std::vector<std::pair<QString, QString>>> dependencies(const TaskRef& task) override;
    Call<std::vector<XComEntry>> xcoms(const TaskRef& task) override;
    Call<QByteArray> xcom(const TaskRef& task, const QString& key) override;

    Stream<LogLines> read(const LogQuery& query) override;

    Call<DagStructure> structure(const QString& dag, int version) override;
    Call<DagMap> map() override;

    Act trigger(const TriggerRequest& request) override;
    Call<DryRun> tryClear(const ClearRequest& request) override;
    Act clear(const ClearRequest& request, const DryRun& preview) override;
    Call<DryRun> tryMark(const MarkRequest& request) override;
    Act mark(const MarkRequest& request, const DryRun& preview) override;
    Act markRun(const RunInfo& run, const StateWord& state) override;
    Act removeRun(const RunInfo& run) override;
    Act setNote(const RunRef& run, const QString& note) override;
    Act setTaskNote(const TaskRef& task, const QString& note) override;
    Call<DryRun> tryBackfill(const BackfillRequest& request) override;
    Act backfill(const BackfillRequest& request, const DryRun& preview) override;
    Call<std::vector<BackfillInfo>> backfills(const QString& dag) override;
    Act pauseBackfill(const BackfillInfo& backfill, bool paused) override;
    Act cancelBackfill(const BackfillInfo& backfill) override;

    Call<Capabilities> capabilities() override;
    Call<ServerState> state() override;
    Call<std::vector<JobInfo>> schedulers() override;
    Call<std::vector<PoolInfo>> pools() override;
    Call<std::vector<VariableInfo>> variables() override;
    Call<std::vector<ConnectionInfo>> connections() override;
    Call<std::vector<AssetInfo>> assets() override;
    Call<std::vector<AssetEvent>> assetEvents(qint64 asset, int limit) override;
    Act setPool(const PoolInfo& pool) override;
    Act removePool(const PoolInfo& pool) override;
    Act setVariable(const VariableInfo& variable) override;
    Act removeVariable(const VariableInfo& variable) override;
    Act materialize(const AssetInfo& asset) override;

private:
    template <class T, class F>
    Call<T> answer(const char* method, F f);
    Act act(const QString& statement);

    const std::shared_ptr<FakeWorld> m_world;
    const AdapterContext m_context;
    Lane<> m_lane;
};

// One hourly DAG as on the design's screens: eleven tasks, `count` runs, the newest waits for its
// retry; 04:05 and 09:05 failed.
void fillOrders(FakeWorld& world, int count = 17, const QDateTime& newest = {});
// A mapped task between two others: five instances in the newest run, one of them failed, one that
// runs and one that waits; three in the run before.
void fillMapped(FakeWorld& world);
// A DAG of `tasks` tasks in `groups` groups with `runs` runs, all states among them.
void fillMany(FakeWorld& world, const QString& dag, int tasks, int groups, int runs);

} // namespace pilothouse::test
