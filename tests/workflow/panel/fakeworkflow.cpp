// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/panel/fakeworkflow.h"

#include "core/servicehub.h"
#include "tests/workflow/log/fakelogs.h"

#include <QJsonDocument>
#include <QThread>

#include <algorithm>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

FakeWorkflow::FakeWorkflow(AdapterContext context, std::shared_ptr<FakeWorld> world)
    : m_world(std::move(world))
    , m_context(std::move(context))
    , m_lane(*m_context.runtime, u"fake"_s)
{
    offer<Dags>(this);
    offer<Runs>(this);
    offer<Structure>(this);
    offer<Logs>(this);
    offer<Acts>(this);
    offer<Admin>(this);
    offer<HealthFacet>(this);
}

void FakeWorkflow::join(ServiceHub& hub, std::shared_ptr<FakeWorld> world, WriteMode writes)
{
    AdapterDescriptor fake;
    fake.module = u"workflow"_s;
    fake.tool = u"fake"_s;
    fake.title = u"Fake"_s;
    fake.nsScheme = u"airflow"_s;
    fake.make = [world](AdapterContext context) {
        return std::make_unique<FakeWorkflow>(std::move(context), world);
    };
    hub.setDescriptors({fake});
    ServiceConfig config;
    config.id = u"shop-airflow"_s;
    config.module = u"workflow"_s;
    config.tool = u"fake"_s;
    config.title = u"Shop Airflow"_s;
    config.ns = u"airflow://shop"_s;
    config.writes = writes;
    hub.add(config, {});
}

template <class T, class F>
Call<T> FakeWorkflow::answer(const char* method, F f)
{
    const QString name = QString::fromLatin1(method);
    {
        std::lock_guard lock(m_world->mutex);
        m_world->asked.push_back(name);
        m_world->askedAt.push_back(QDateTime::currentMSecsSinceEpoch());
    }
    return m_lane.run(milliseconds(60'000),
        [world = m_world, f, name](NoConnection&, const Token& token) -> Result<T> {
            while (!token.stopped()) {
                {
                    std::lock_guard lock(world->mutex);
                    if (!world->silent.count(name))
                        break;
                }
                QThread::msleep(5);
            }
            std::lock_guard lock(world->mutex);
            if (world->refused)
                return tl::unexpected(*world->refused);
            if (world->broken)
                return tl::unexpected(*world->broken);
            if (const auto error = world->errors.find(name); error != world->errors.end())
                return tl::unexpected(error->second);
            return f(*world);
        });
}

Call<HealthReport> FakeWorkflow::probe()
{
    return m_lane.run(milliseconds(60'000),
        [world = m_world](NoConnection&, const Token&) -> Result<HealthReport> {
            std::lock_guard lock(world->mutex);
            world->asked.push_back(u"probe"_s);
            world->askedAt.push_back(QDateTime::currentMSecsSinceEpoch());
            world->refused.reset();
            HealthReport report;
            report.state = HealthReport::State::Healthy;
            return report;
        });
}

Act FakeWorkflow::act(const QString& statement)
{
    Act made;
    made.title = made.question = made.button = Text::verbatim(statement);
    made.service = m_context.config.id;
    made.statement = statement;
    made.language = u"http"_s;
    made.make = [this, statement] {
        return m_lane.task(pilothouse::TaskInfo{}, milliseconds(10'000),
            [world = m_world, statement](
                NoConnection&, const Token&, TaskProgress&) -> Result<Text> {
                std::lock_guard lock(world->mutex);
                if (world->actFails)
                    return tl::unexpected(*world->actFails);
                world->sent.push_back(statement);
                if (world->afterAct)
                    world->afterAct(*world);
                return Text();
            });
    };
    return made;
}

// Dags -----------------------------------------------------------------------------------------

Call<Dags::List> FakeWorkflow::list()
{
    return answer<List>("list", [](FakeWorld& w) -> Result<List> {
        return List{w.dags, qint64(w.dags.size()), false};
    });
}
Call<DagDetails> FakeWorkflow::details(const QString& dag)
{
    return answer<DagDetails>("details", [dag](FakeWorld& w) -> Result<DagDetails> {
        const auto it = w.details.find(dag);
        if (it == w.details.end())
            return fail(Error::Kind::NotFound, dag);
        return it->second;
    });
}
Call<std::vector<DagVersion>> FakeWorkflow::versions(const QString&)
{
    using T = std::vector<DagVersion>;
    return answer<T>("versions", [](FakeWorld& w) -> Result<T> { return w.versions; });
}
Call<DagSource> FakeWorkflow::source(const QString& dag, int version)
{
    return answer<DagSource>("source", [dag, version](FakeWorld& w) -> Result<DagSource> {
        const auto it = w.sources.find({dag, version});
        if (it == w.sources.end())
            return fail(Error::Kind::Unsupported, u"no source of this version"_s);
        return DagSource{it->second, version};
    });
}
Call<std::vector<ImportError>> FakeWorkflow::importErrors()
{
    using T = std::vector<ImportError>;
    return answer<T>("importErrors", [](FakeWorld& w) -> Result<T> { return w.importErrors; });
}
Act FakeWorkflow::setPaused(const DagInfo& dag, bool paused)
{
    return act(u"PATCH dags/%1 paused=%2"_s.arg(dag.id).arg(paused));
}
Act FakeWorkflow::parseAgain(const DagInfo& dag)
{
    return act(u"PUT parseDagFile/%1"_s.arg(dag.id));
}

// Runs -----------------------------------------------------------------------------------------

Call<RunPage> FakeWorkflow::page(const RunQuery& query)
{
    const char* name = query.before.isValid() ? "older"
        : query.changedSince.isValid()        ? "changes"
                                              : "page";
    return answer<RunPage>(name, [query](FakeWorld& w) -> Result<RunPage> {
        RunPage page;
        page.total = 0;
        for (const auto& [dag, runs] : w.runs) {
            if (!query.dag.isEmpty() && dag != query.dag)
                continue;
            if (!query.changedSince.isValid())
                page.total += qint64(runs.size());
            for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
                if (query.before.isValid() && !(run->after < query.before))
                    continue;
                if (query.changedSince.isValid()) {
                    const auto changed = w.changed.find({dag, run->ref.run});
                    if (changed == w.changed.end() || changed->second < query.changedSince)
                        continue;
                }
                if (int(page.runs.size()) == query.limit) {
                    page.more = true;
                    break;
                }
                page.runs.push_back(*run);
            }
        }
        return page;
    });
}
Call<std::vector<RunInfo>> FakeWorkflow::latest(const QStringList& dags, int perDag)
{
    using T = std::vector<RunInfo>;
    return answer<T>("latest", [dags, perDag](FakeWorld& w) -> Result<T> {
        T found;
        for (const QString& dag : dags) {
            const auto& runs = w.runs[dag];
            const size_t from = runs.size() > size_t(perDag) ? runs.size() - size_t(perDag) : 0;
            for (size_t i = from; i < runs.size(); ++i) {
                RunInfo run = runs[i];
                if (w.lightBars) {
                    run = {};
                    run.ref = runs[i].ref;
                    run.state = runs[i].state;
                    run.logical = runs[i].logical;
                    run.after = runs[i].after;
                    run.start = runs[i].start;
                    run.end = runs[i].end;
                }
                found.push_back(run);
            }
        }
        return found;
    });
}
Call<RunInfo> FakeWorkflow::run(const RunRef& run)
{
    return answer<RunInfo>("run", [run](FakeWorld& w) -> Result<RunInfo> {
        for (const RunInfo& info : w.runs[run.dag])
            if (info.ref == run)
                return info;
        return fail(Error::Kind::NotFound, run.run);
    });
}
Call<std::vector<RunCells>> FakeWorkflow::cells(const QString& dag, const QStringList& runs)
{
    using T = std::vector<RunCells>;
    return answer<T>("cells", [dag, runs](FakeWorld& w) -> Result<T> {
        T found;
        for (const QString& run : runs)
            found.push_back({{dag, run}, w.cells[{dag, run}]});
        return found;
    });
}
Call<std::vector<TaskInstance>> FakeWorkflow::instances(const RunRef& run)
{
    using T = std::vector<TaskInstance>;
    return answer<T>("instances", [run](FakeWorld& w) -> Result<T> {
        T found;
        for (const TaskInstance& one : std::as_const(w.instances))
            if (one.ref.runRef() == run)
                found.push_back(one);
        return found;
    });
}
Call<TaskInstance> FakeWorkflow::instance(const TaskRef& task)
{
    return answer<TaskInstance>("instance", [task](FakeWorld& w) -> Result<TaskInstance> {
        const auto it = w.instances.find(task);
        if (it == w.instances.end())
            return fail(Error::Kind::NotFound, task.task);
        return *it;
    });
}
Call<std::vector<TaskInstance>> FakeWorkflow::mapped(const TaskRef& task)
{
    using T = std::vector<TaskInstance>;
    return answer<T>("mapped", [task](FakeWorld& w) -> Result<T> {
        T found;
        for (const TaskInstance& one : std::as_const(w.instances))
            if (one.ref.map >= 0 && one.ref.runRef() == task.runRef() && one.ref.task == task.task)
                found.push_back(one);
        std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.ref.map < b.ref.map; });
        return found;
    });
}
Call<std::vector<DeadlineInfo>> FakeWorkflow::deadlines(const QString& dag, int)
{
    using T = std::vector<DeadlineInfo>;
    return answer<T>("deadlines", [dag](FakeWorld& w) -> Result<T> {
        if (!w.capabilities.deadlines)
            return fail(Error::Kind::Unsupported, u"no deadlines"_s);
        return w.deadlines[dag];
    });
}
Call<std::vector<DeadlineInfo>> FakeWorkflow::missed(int)
{
    using T = std::vector<DeadlineInfo>;
    return answer<T>("missed", [](FakeWorld& w) -> Result<T> {
        return w.capabilities.deadlines ? Result<T>(w.missed) : fail(Error::Kind::Unsupported, {});
    });
}
Call<std::vector<TaskInstance>> FakeWorkflow::tries(const TaskRef& task)
{
    using T = std::vector<TaskInstance>;
    return answer<T>("tries", [task](FakeWorld& w) -> Result<T> { return w.tries[task]; });
}
Call<std::vector<TaskInstance>> FakeWorkflow::past(const QString&, const QString& task, int limit)
{
    using T = std::vector<TaskInstance>;
    return answer<T>("past", [task, limit](FakeWorld& w) -> Result<T> {
        T found;
        for (const TaskInstance& one : std::as_const(w.instances))
            if (one.ref.task == task)
                found.push_back(one);
        std::sort(found.begin(), found.end(),
            [](const TaskInstance& a, const TaskInstance& b) { return a.start > b.start; });
        found.resize(std::min(found.size(), size_t(limit)));
        return found;
    });
}
Call<std::vector<TaskInstance>> FakeWorkflow::holders(const QString&, int)
{
    using T = std::vector<TaskInstance>;
    return answer<T>("holders", [](FakeWorld& w) -> Result<T> { return w.holders; });
}
Call<std::vector<std::pair<QString, QString>>> FakeWorkflow::dependencies(const TaskRef&)
{
    using T = std::vector<std::pair<QString, QString>>;
    return answer<T>("dependencies", [](FakeWorld& w) -> Result<T> { return w.dependencies; });
}
Call<std::vector<XComEntry>> FakeWorkflow::xcoms(const TaskRef& task)
{
    using T = std::vector<XComEntry>;
    return answer<T>("xcoms", [task](FakeWorld& w) -> Result<T> {
        T found;
        for (const auto& [key, value] : w.xcoms[task])
            found.push_back({key, {}, -1});
        return found;
    });
}
Call<QByteArray> FakeWorkflow::xcom(const TaskRef& task, const QString& key)
{
    return answer<QByteArray>(
        "xcom", [task, key](FakeWorld& w) -> Result<QByteArray> { return w.xcoms[task][key]; });
}

Stream<LogLines> FakeWorkflow::read(const LogQuery& query)
{
    return m_lane.stream<LogLines>(milliseconds(10'000),
        [world = m_world, query](NoConnection&, const Token&, Sink<LogLines>& sink) -> VoidResult {
            LogLines lines;
            {
                std::lock_guard lock(world->mutex);
                world->asked.push_back(u"log"_s);
                world->askedAt.push_back(QDateTime::currentMSecsSinceEpoch());
                const auto it
                    = world->logs.find({query.task.task, query.task.map, query.tryNumber});
                if (it == world->logs.end())
                    return fail(Error::Kind::NotFound, u"no log"_s);
                lines = packLines(it->second, 1'700'000'000'000'000);
            }
            return sink.push(std::move(lines)) ? VoidResult() : fail(Error::Kind::Cancelled, {});
        },
        {});
}

Call<DagStructure> FakeWorkflow::structure(const QString& dag, int)
{
    return answer<DagStructure>("structure", [dag](FakeWorld& w) -> Result<DagStructure> {
        const auto it = w.structures.find(dag);
        if (it == w.structures.end())
            return fail(Error::Kind::NotFound, dag);
        return it->second;
    });
}
Call<DagMap> FakeWorkflow::map()
{
    return answer<DagMap>("map", [](FakeWorld& w) -> Result<DagMap> { return w.map; });
}

// Acts -----------------------------------------------------------------------------------------

Act FakeWorkflow::trigger(const TriggerRequest& request)
{
    return act(u"POST dagRuns %1 %2"_s.arg(request.dag,
        QString::fromUtf8(QJsonDocument(request.conf).toJson(QJsonDocument::Compact))));
}
Call<DryRun> FakeWorkflow::tryClear(const ClearRequest& request)
{
    return answer<DryRun>("tryClear", [request](FakeWorld& w) -> Result<DryRun> {
        w.clears.push_back(request);
        return w.dryRun;
    });
}
Act FakeWorkflow::clear(const ClearRequest& request, const DryRun& preview)
{
    return act(u"POST clear %1 %2 tasks, %3 instances"_s.arg(request.dag)
                   .arg(request.tasks.size())
                   .arg(preview.instances.size()));
}
Call<DryRun> FakeWorkflow::tryMark(const MarkRequest&)
{
    return answer<DryRun>("tryMark", [](FakeWorld& w) -> Result<DryRun> { return w.dryRun; });
}
Act FakeWorkflow::mark(const MarkRequest& request, const DryRun&)
{
    return act(u"PATCH %1 %2"_s.arg(request.task.task, request.state));
}
Act FakeWorkflow::markRun(const RunInfo& run, const StateWord& state)
{
    return act(u"PATCH run %1 %2"_s.arg(run.ref.run, state));
}
Act FakeWorkflow::removeRun(const RunInfo& run)
{
    return act(u"DELETE run %1"_s.arg(run.ref.run));
}
Act FakeWorkflow::setNote(const RunRef& run, const QString& note)
{
    return act(u"PATCH note %1 %2"_s.arg(run.run, note));
}
Act FakeWorkflow::setTaskNote(const TaskRef& task, const QString& note)
{
    return act(u"PATCH note %1 [%2] %3"_s.arg(task.task).arg(task.map).arg(note));
}
Call<DryRun> FakeWorkflow::tryBackfill(const BackfillRequest&)
{
    return answer<DryRun>("tryBackfill", [](FakeWorld& w) -> Result<DryRun> { return w.dryRun; });
}
Act FakeWorkflow::backfill(const BackfillRequest& request, const DryRun& preview)
{
    return act(u"POST backfill %1 %2"_s.arg(request.dag).arg(preview.logicalDates.size()));
}
Call<std::vector<BackfillInfo>> FakeWorkflow::backfills(const QString&)
{
    using T = std::vector<BackfillInfo>;
    return answer<T>("backfills", [](FakeWorld& w) -> Result<T> { return w.backfills; });
}
Act FakeWorkflow::pauseBackfill(const BackfillInfo& backfill, bool paused)
{
    return act(u"PUT backfills/%1/%2"_s.arg(backfill.id).arg(paused ? u"pause"_s : u"unpause"_s));
}
Act FakeWorkflow::cancelBackfill(const BackfillInfo& backfill)
{
    return act(u"PUT backfills/%1/cancel"_s.arg(backfill.id));
}

// Admin ----------------------------------------------------------------------------------------

Call<Capabilities> FakeWorkflow::capabilities()
{
    return answer<Capabilities>(
        "capabilities", [](FakeWorld& w) -> Result<Capabilities> { return w.capabilities; });
}
Call<ServerState> FakeWorkflow::state()
{
    return answer<ServerState>(
        "state", [](FakeWorld& w) -> Result<ServerState> { return w.server; });
}
Call<std::vector<JobInfo>> FakeWorkflow::schedulers()
{
    using T = std::vector<JobInfo>;
    return answer<T>("schedulers", [](FakeWorld& w) -> Result<T> { return w.schedulers; });
}
Call<std::vector<PoolInfo>> FakeWorkflow::pools()
{
    using T = std::vector<PoolInfo>;
    return answer<T>("pools", [](FakeWorld& w) -> Result<T> { return w.pools; });
}
Call<std::vector<VariableInfo>> FakeWorkflow::variables()
{
    using T = std::vector<VariableInfo>;
    return answer<T>("variables", [](FakeWorld& w) -> Result<T> { return w.variables; });
}
Call<std::vector<ConnectionInfo>> FakeWorkflow::connections()
{
    using T = std::vector<ConnectionInfo>;
    return answer<T>("connections", [](FakeWorld& w) -> Result<T> { return w.connections; });
}
Call<std::vector<AssetInfo>> FakeWorkflow::assets()
{
    using T = std::vector<AssetInfo>;
    return answer<T>("assets", [](FakeWorld& w) -> Result<T> { return w.assets; });
}
Call<std::vector<AssetEvent>> FakeWorkflow::assetEvents(qint64, int)
{
    using T = std::vector<AssetEvent>;
    return answer<T>("assetEvents", [](FakeWorld&) -> Result<T> { return T(); });
}
Act FakeWorkflow::setPool(const PoolInfo& pool)
{
    return act(u"PATCH pools/%1 %2"_s.arg(pool.name).arg(pool.size));
}
Act FakeWorkflow::removePool(const PoolInfo& pool)
{
    return act(u"DELETE pools/%1"_s.arg(pool.name));
}
Act FakeWorkflow::setVariable(const VariableInfo& variable)
{
    return act(u"PATCH variables/%1 %2"_s.arg(variable.key, variable.value.value_or(QString())));
}
Act FakeWorkflow::removeVariable(const VariableInfo& variable)
{
    return act(u"DELETE variables/%1"_s.arg(variable.key));
}
Act FakeWorkflow::materialize(const AssetInfo& asset)
{
    return act(u"POST assets/%1/materialize"_s.arg(asset.id));
}

} // namespace pilothouse::test
