// SPDX-License-Identifier: GPL-3.0-or-later
// The exact requests of acts and their dry runs, for Airflow 2 and 3.
#include "workflow/airflow/airacts.h"

#include "workflow/airflow/airtime.h"
#include "workflow/api/secrets.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray apiOf(int major)
{
    return major == 3 ? "/api/v2" : "/api/v1";
}

AirRequest withBody(const QByteArray& method, const QByteArray& path, const QJsonObject& body)
{
    AirRequest request;
    request.method = method;
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

AirRequest triggerRequest(int major, const TriggerRequest& request)
{
    QJsonObject body;
    if (!request.run.isEmpty())
        body.insert(u"dag_run_id"_s, request.run);
    if (request.logical.isValid())
        body.insert(u"logical_date"_s, isoOf(request.logical));
    else if (major == 3) // must be there, and may be nothing
        body.insert(u"logical_date"_s, QJsonValue::Null);
    if (!request.conf.isEmpty())
        body.insert(u"conf"_s, request.conf);
    if (!request.note.isEmpty())
        body.insert(u"note"_s, request.note);
    AirRequest made
        = withBody("POST", apiOf(major) + "/dags/" + pathPart(request.dag) + "/dagRuns", body);
    QJsonObject conf = request.conf;
    for (const QString& name : request.secrets)
        if (conf.contains(name))
            conf.insert(name, kHidden.toString());
    if (conf != request.conf) {
        body.insert(u"conf"_s, conf);
        made.shown = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return made;
}

AirRequest clearRequest(int major, const ClearRequest& request, bool dryRun)
{
    QJsonObject body{{u"dry_run"_s, dryRun}, {u"dag_run_id"_s, request.run},
        {u"only_failed"_s, request.onlyFailed}, {u"only_running"_s, request.onlyRunning},
        {u"include_upstream"_s, request.upstream}, {u"include_downstream"_s, request.downstream},
        {u"include_past"_s, request.past}, {u"include_future"_s, request.future},
        {u"reset_dag_runs"_s, true}};
    if (!request.tasks.empty()) {
        QJsonArray tasks;
        for (const auto& task : request.tasks) {
            // Airflow 2 clears a mapped task as a whole.
            if (task.second >= 0 && major == 3)
                tasks.append(QJsonArray{task.first, task.second});
            else if (!tasks.contains(task.first))
                tasks.append(task.first);
        }
        body.insert(u"task_ids"_s, tasks);
    }
    if (major == 3 && request.latestVersion)
        body.insert(u"run_on_latest_version"_s, true);
    return withBody(
        "POST", apiOf(major) + "/dags/" + pathPart(request.dag) + "/clearTaskInstances", body);
}

AirRequest markRequest(int major, const MarkRequest& request, bool dryRun)
{
    const TaskRef& task = request.task;
    const QByteArray dag = apiOf(major) + "/dags/" + pathPart(task.dag);
    QByteArray instance
        = dag + "/dagRuns/" + pathPart(task.run) + "/taskInstances/" + pathPart(task.task);
    if (task.map >= 0)
        instance += '/' + QByteArray::number(task.map);
    QJsonObject body{{u"new_state"_s, request.state}};
    if (major == 2 && task.map >= 0) { // one of a mapped task: without its neighbours
        body.insert(u"dry_run"_s, dryRun);
        return withBody("PATCH", instance, body);
    }
    body.insert(u"include_upstream"_s, request.upstream);
    body.insert(u"include_downstream"_s, request.downstream);
    body.insert(u"include_past"_s, request.past);
    body.insert(u"include_future"_s, request.future);
    if (major == 3)
        return withBody("PATCH", dryRun ? instance + "/dry_run" : instance, body);
    body.insert(u"dry_run"_s, dryRun);
    body.insert(u"task_id"_s, task.task);
    body.insert(u"dag_run_id"_s, task.run);
    return withBody("POST", dag + "/updateTaskInstancesState", body);
}

AirRequest backfillRequest(const BackfillRequest& request, bool dryRun)
{
    const QJsonObject body{{u"dag_id"_s, request.dag}, {u"from_date"_s, isoOf(request.from)},
        {u"to_date"_s, isoOf(request.to)}, {u"run_backwards"_s, request.backwards},
        {u"dag_run_conf"_s, request.conf},
        {u"reprocess_behavior"_s, request.reprocess.isEmpty() ? u"none"_s : request.reprocess},
        {u"max_active_runs"_s, request.maxActiveRuns}};
    return withBody("POST", dryRun ? "/api/v2/backfills/dry_run" : "/api/v2/backfills", body);
}

} // namespace pilothouse::workflow
