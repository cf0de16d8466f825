// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airruns.h"

#include "workflow/airflow/airdags.h"
#include "workflow/airflow/airtime.h"
#include "workflow/airflow/decode.h"

#include <QJsonDocument>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMostInstances = 50'000;
constexpr int kSlaDays = 8; // a weekly run has its logical date a week before
constexpr qint64 kMostSlaTasks = 4000;
constexpr qsizetype kMostXCom = 1 << 20;

template <class T, class F>
std::vector<T> decoded(const AirConnection::All& all, F decode)
{
    std::vector<T> out;
    for (const QJsonArray& page : all.pages)
        for (const QJsonValue& value : page)
            out.push_back(decode(value.toObject()));
    return out;
}

AirRequest batch(const AirConnection& c, const QJsonObject& body)
{
    AirRequest request;
    request.method = "POST";
    request.path = c.api() + "/dags/~/dagRuns/~/taskInstances/list";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

bool newerFirst(const RunInfo& a, const RunInfo& b)
{
    return a.after != b.after ? a.after > b.after : a.ref.run > b.ref.run;
}

AirRequest runsRequest(const AirConnection& c, const RunQuery& query)
{
    const bool three = c.isThree();
    AirRequest request;
    request.path
        = c.api() + "/dags/" + (query.dag.isEmpty() ? "~" : pathPart(query.dag)) + "/dagRuns";
    AirQuery q;
    q.add("order_by", three ? u"-run_after"_s : u"-execution_date"_s);
    if (query.changedSince.isValid())
        q.add("updated_at_gte", isoOf(query.changedSince));
    if (query.before.isValid())
        q.add(three ? "run_after_lt" : "execution_date_lte", isoOf(query.before));
    for (const QString& state : query.states)
        q.add("state", state);
    request.query = q.text();
    return request;
}

// Newest runs of many DAGs in one private request of Airflow 3.
Result<std::vector<RunInfo>> latestOfUi(
    AirConnection& c, const QStringList& dags, int perDag, const Token& token)
{
    std::vector<AirRequest> requests;
    constexpr qsizetype kAtOnce = 50; // the page limit, and a URL of some kilobytes
    for (qsizetype from = 0; from < dags.size(); from += kAtOnce) {
        AirQuery query;
        query.add("dag_runs_limit", perDag).add("limit", kAtOnce);
        for (const QString& dag : dags.mid(from, kAtOnce))
            query.add("dag_ids", dag);
        AirRequest request;
        request.path = "/ui/dags";
        request.query = query.text();
        requests.push_back(std::move(request));
    }
    const auto bodies = c.bodies(std::move(requests), token);
    if (!bodies)
        return tl::unexpected(bodies.error());
    std::vector<RunInfo> out;
    for (const QByteArray& body : *bodies) {
        const auto page = pageOf(body, u"dags"_s);
        if (!page)
            return tl::unexpected(c.told(page.error(), {}));
        for (const QJsonValue& value : page->items)
            for (const QJsonValue& run : value.toObject().value("latest_dag_runs"_L1).toArray())
                out.push_back(runOf(run.toObject()));
    }
    return out;
}

} // namespace

QByteArray runPath(const AirConnection& connection, const RunRef& run)
{
    return connection.api() + "/dags/" + pathPart(run.dag) + "/dagRuns/" + pathPart(run.run);
}

QByteArray taskPath(const AirConnection& connection, const TaskRef& task)
{
    QByteArray path = runPath(connection, task.runRef()) + "/taskInstances/" + pathPart(task.task);
    if (task.map >= 0)
        path += '/' + QByteArray::number(task.map);
    return path;
}

Result<RunPage> fetchRuns(AirConnection& c, const RunQuery& query, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    const auto all = c.all(runsRequest(c, query), u"dag_runs"_s, token, std::max(query.limit, 1));
    if (!all)
        return tl::unexpected(all.error());
    RunPage page;
    page.runs = decoded<RunInfo>(*all, runOf);
    page.more = all->total > qint64(page.runs.size());
    if (query.before.isValid()) // Airflow 2 knows only "not after"
        std::erase_if(page.runs, [&](const RunInfo& run) { return run.after >= query.before; });
    std::stable_sort(page.runs.begin(), page.runs.end(), newerFirst);
    const auto same = std::unique(page.runs.begin(), page.runs.end(),
        [](const RunInfo& a, const RunInfo& b) { return a.ref == b.ref; });
    page.runs.erase(same, page.runs.end());
    page.total = all->total;
    return page;
}

Call<RunPage> AirRuns::page(const RunQuery& query)
{
    return m_core->read(
        [query](AirConnection& c, const Token& token) { return fetchRuns(c, query, token); },
        1 + query.limit / 500);
}

Call<std::vector<RunInfo>> AirRuns::latest(const QStringList& dags, int perDag)
{
    return m_core->read(
        [dags, perDag](AirConnection& c, const Token& token) -> Result<std::vector<RunInfo>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            if (c.isThree() && c.session().privateApi()) {
                auto runs = latestOfUi(c, dags, perDag, token);
                if (runs || !mayFallBack(runs.error()))
                    return runs;
            }
            std::vector<AirRequest> requests;
            for (const QString& dag : dags) {
                RunQuery query;
                query.dag = dag;
                AirRequest request = runsRequest(c, query);
                request.query += "&limit=" + QByteArray::number(perDag);
                requests.push_back(std::move(request));
            }
            const auto bodies = c.bodies(std::move(requests), token);
            if (!bodies)
                return tl::unexpected(bodies.error());
            std::vector<RunInfo> out;
            for (const QByteArray& body : *bodies) {
                const auto page = pageOf(body, u"dag_runs"_s);
                if (!page)
                    return tl::unexpected(c.told(page.error(), {}));
                for (const QJsonValue& value : page->items)
                    out.push_back(runOf(value.toObject()));
            }
            return out;
        },
        4);
}

Call<RunInfo> AirRuns::run(const RunRef& run)
{
    return m_core->read([run](AirConnection& c, const Token& token) -> Result<RunInfo> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        AirRequest request;
        request.path = runPath(c, run);
        return c.object(request, token).map(runOf);
    });
}

Call<std::vector<RunCells>> AirRuns::cells(const QString& dag, const QStringList& runs)
{
    return m_core->read([dag, runs](AirConnection& c,
                            const Token& token) { return fetchCells(c, dag, runs, token); },
        4);
}

Result<std::vector<TaskInstance>> fetchInstances(
    AirConnection& c, const AirRequest& request, const Token& token, qint64 most)
{
    const auto all = c.all(request, u"task_instances"_s, token, most);
    if (!all)
        return tl::unexpected(all.error());
    return decoded<TaskInstance>(*all, instanceOf);
}

Call<std::vector<TaskInstance>> AirRuns::instances(const RunRef& run)
{
    return m_core->read(
        [run](AirConnection& c, const Token& token) -> Result<std::vector<TaskInstance>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            AirRequest request;
            request.path = runPath(c, run) + "/taskInstances";
            return fetchInstances(c, request, token, kMostInstances);
        },
        4);
}

Result<TaskInstance> fetchInstance(AirConnection& c, const TaskRef& task, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    AirRequest request;
    request.path = taskPath(c, task);
    return c.object(request, token).map(instanceOf);
}

Call<TaskInstance> AirRuns::instance(const TaskRef& task)
{
    return m_core->read(
        [task](AirConnection& c, const Token& token) { return fetchInstance(c, task, token); });
}

Call<std::vector<TaskInstance>> AirRuns::mapped(const TaskRef& task)
{
    return m_core->read(
        [task](AirConnection& c, const Token& token) -> Result<std::vector<TaskInstance>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            AirRequest request;
            request.path = taskPath(c, {task.dag, task.run, task.task, -1}) + "/listMapped";
            auto found = fetchInstances(c, request, token, kMostInstances);
            if (found)
                std::sort(found->begin(), found->end(),
                    [](const auto& a, const auto& b) { return a.ref.map < b.ref.map; });
            return found;
        },
        4);
}

namespace
{

Result<std::vector<DeadlineInfo>> fetchDeadlines(
    AirConnection& c, const QByteArray& dag, AirQuery query, int limit, const Token& token)
{
    const Error none{Error::Kind::Unsupported, c.setup().config.id, u"deadlines"_s,
        PH_TEXT("workflow", "This server does not tell deadlines."), {}};
    if (!c.isThree() || !c.session().privateApi())
        return tl::unexpected(none);
    AirRequest request;
    request.path = "/ui/dags/" + dag + "/dagRuns/~/deadlines";
    request.query = query.add("order_by", u"-deadline_time"_s).text();
    const auto all = c.all(request, u"deadlines"_s, token, limit);
    if (!all)
        return tl::unexpected(all.error().kind == Error::Kind::NotFound ? none : all.error());
    return decoded<DeadlineInfo>(*all, deadlineOf);
}

// Airflow 2 tells them with the tasks of the runs that are asked for; they come in no order.
Result<std::vector<DeadlineInfo>> fetchSlaMisses(AirConnection& c, int limit, const Token& token)
{
    const QDateTime from = QDateTime::currentDateTimeUtc().addDays(-kSlaDays);
    const auto all = c.all(batch(c, QJsonObject{{u"execution_date_gte"_s, isoOf(from)}}),
        u"task_instances"_s, token, kMostSlaTasks);
    if (!all)
        return tl::unexpected(all.error());
    std::vector<DeadlineInfo> missed;
    for (const QJsonArray& page : all->pages)
        for (const QJsonValue& value : page)
            if (const auto one = slaMissOf(value.toObject()))
                missed.push_back(*one);
    std::stable_sort(missed.begin(), missed.end(),
        [](const DeadlineInfo& a, const DeadlineInfo& b) { return a.time > b.time; });
    if (int(missed.size()) > limit)
        missed.resize(size_t(limit));
    return missed;
}

} // namespace

// Only the private calls of Airflow 3 tell those of one DAG.
Call<std::vector<DeadlineInfo>> AirRuns::deadlines(const QString& dag, int limit)
{
    return m_core->read(
        [dag, limit](AirConnection& c, const Token& token) -> Result<std::vector<DeadlineInfo>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            return fetchDeadlines(c, pathPart(dag), {}, limit, token);
        });
}

Call<std::vector<DeadlineInfo>> AirRuns::missed(int limit)
{
    return m_core->read(
        [limit](AirConnection& c, const Token& token) -> Result<std::vector<DeadlineInfo>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            return c.isThree()
                ? fetchDeadlines(c, "~", AirQuery().add("missed", u"true"_s), limit, token)
                : fetchSlaMisses(c, limit, token);
        },
        4);
}

Call<std::vector<TaskInstance>> AirRuns::tries(const TaskRef& task)
{
    return m_core->read([task](AirConnection& c,
                            const Token& token) -> Result<std::vector<TaskInstance>> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        AirRequest request;
        request.path = taskPath(c, task) + "/tries";
        const auto body = c.body(request, token); // not paged
        if (!body)
            return tl::unexpected(body.error());
        const auto page = pageOf(*body, u"task_instances"_s);
        if (!page)
            return tl::unexpected(c.told(page.error(), request));
        std::vector<TaskInstance> out;
        for (const QJsonValue& value : page->items)
            out.push_back(instanceOf(value.toObject()));
        std::stable_sort(out.begin(), out.end(),
            [](const TaskInstance& a, const TaskInstance& b) { return a.tryNumber < b.tryNumber; });
        return out;
    });
}

Call<std::vector<TaskInstance>> AirRuns::past(const QString& dag, const QString& task, int limit)
{
    return m_core->read([dag, task, limit](AirConnection& c,
                            const Token& token) -> Result<std::vector<TaskInstance>> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        QJsonObject body{{u"dag_ids"_s, QJsonArray{dag}}, {u"task_ids"_s, QJsonArray{task}}};
        if (c.isThree()) {
            body.insert(u"order_by"_s, u"-start_date"_s);
        } else { // cannot sort them: those of the newest runs
            RunQuery newest;
            newest.dag = dag;
            newest.limit = limit;
            const auto runs = fetchRuns(c, newest, token);
            if (!runs)
                return tl::unexpected(runs.error());
            QJsonArray ids;
            for (const RunInfo& run : runs->runs)
                ids.append(run.ref.run);
            body.insert(u"dag_run_ids"_s, ids);
        }
        auto found = fetchInstances(c, batch(c, body), token, limit);
        if (found && int(found->size()) > limit)
            found->resize(size_t(limit));
        return found;
    });
}

Call<std::vector<TaskInstance>> AirRuns::holders(const QString& pool, int limit)
{
    return m_core->read(
        [pool, limit](AirConnection& c, const Token& token) -> Result<std::vector<TaskInstance>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            const QJsonObject body{
                {u"pool"_s, QJsonArray{pool}}, {u"state"_s, QJsonArray{u"running"_s, u"queued"_s}}};
            auto found = fetchInstances(c, batch(c, body), token, limit);
            if (found && int(found->size()) > limit)
                found->resize(size_t(limit));
            return found;
        });
}

Call<std::vector<std::pair<QString, QString>>> AirRuns::dependencies(const TaskRef& task)
{
    using Reasons = std::vector<std::pair<QString, QString>>;
    return m_core->read([task](AirConnection& c, const Token& token) -> Result<Reasons> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        AirRequest request;
        request.path = taskPath(c, task) + "/dependencies";
        const auto json = c.object(request, token);
        if (!json)
            return tl::unexpected(json.error());
        Reasons out;
        for (const QJsonValue& value : json->value("dependencies"_L1).toArray()) {
            const QJsonObject o = value.toObject();
            out.emplace_back(o.value("name"_L1).toString(), o.value("reason"_L1).toString());
        }
        return out;
    });
}

namespace
{
// XComs hang below the task, the index is a parameter.
QByteArray xcomPath(const AirConnection& c, TaskRef task)
{
    task.map = -1;
    return taskPath(c, task) + "/xcomEntries";
}
} // namespace

Result<std::vector<XComEntry>> fetchXComs(AirConnection& c, const TaskRef& task, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    AirRequest request;
    request.path = xcomPath(c, task);
    if (task.map >= 0)
        request.query = AirQuery().add("map_index", task.map).text();
    const auto all = c.all(request, u"xcom_entries"_s, token, 1000);
    if (!all)
        return tl::unexpected(all.error());
    return decoded<XComEntry>(*all, xcomOf);
}

Result<QByteArray> fetchXCom(
    AirConnection& c, const TaskRef& task, const QString& key, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    AirRequest request;
    request.path = xcomPath(c, task) + '/' + pathPart(key);
    AirQuery query;
    query.add("map_index", task.map).add("stringify", u"false"_s);
    request.query = query.text();
    const auto body = c.body(request, token);
    if (!body)
        return tl::unexpected(body.error());
    return xcomValueOf(*body).left(kMostXCom);
}

Call<std::vector<XComEntry>> AirRuns::xcoms(const TaskRef& task)
{
    return m_core->read(
        [task](AirConnection& c, const Token& token) { return fetchXComs(c, task, token); });
}

Call<QByteArray> AirRuns::xcom(const TaskRef& task, const QString& key)
{
    return m_core->read([task, key](AirConnection& c, const Token& token) {
        return fetchXCom(c, task, key, token);
    });
}

} // namespace pilothouse::workflow
