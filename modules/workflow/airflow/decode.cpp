// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/decode.h"

#include "workflow/airflow/airtime.h"
#include "workflow/airflow/jsonpull.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

QDateTime at(const QJsonObject& json, QLatin1StringView key)
{
    return timeOf(json.value(key).toString());
}

QString text(const QJsonObject& json, QLatin1StringView key)
{
    return json.value(key).toString();
}

int number(const QJsonObject& json, QLatin1StringView key, int otherwise = 0)
{
    return int(json.value(key).toDouble(otherwise));
}

QStringList names(const QJsonValue& list, QLatin1StringView key)
{
    QStringList out;
    for (const QJsonValue& item : list.toArray())
        out += item.isObject() ? item.toObject().value(key).toString() : item.toString();
    return out;
}

Error notJson(const QByteArray& body, const QString& why)
{
    const bool page = body.trimmed().startsWith('<');
    Error error{Error::Kind::Protocol, {}, page ? wordsOf(QString::fromUtf8(body.left(4096))) : why,
        page ? PH_TEXT("workflow",
            "A web page came instead of an answer. Is there a gateway with a login in between, or "
            "does the address miss a path?")
             : PH_TEXT("workflow",
                 "The answer was cut off or is not JSON. Something between here and the server may "
                 "change it."),
        u"json"_s};
    return error;
}

Result<QJsonDocument> documentOf(const QByteArray& body)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return tl::unexpected(notJson(body,
            u"%1 at byte %2 of %3"_s.arg(parsed.errorString())
                .arg(parsed.offset)
                .arg(body.size())));
    return document;
}

QJsonObject versionOf(const QJsonObject& json)
{
    return json.value("dag_version"_L1).toObject();
}

} // namespace

Result<QJsonObject> objectOf(const QByteArray& body)
{
    const auto document = documentOf(body);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isObject())
        return tl::unexpected(notJson(body, u"not an object"_s));
    return document->object();
}

Result<QJsonArray> arrayOf(const QByteArray& body)
{
    const auto document = documentOf(body);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->isArray())
        return tl::unexpected(notJson(body, u"not a list"_s));
    return document->array();
}

Result<ListPage> pageOf(const QByteArray& body, const QString& name)
{
    const auto object = objectOf(body);
    if (!object)
        return tl::unexpected(object.error());
    const QJsonValue list = object->value(name);
    if (!list.isArray())
        return tl::unexpected(notJson(body, u"no list %1 in the answer"_s.arg(name)));
    return ListPage{list.toArray(), qint64(object->value("total_entries"_L1).toDouble(-1))};
}

DagInfo dagOf(const QJsonObject& json)
{
    DagInfo dag;
    dag.id = text(json, "dag_id"_L1);
    dag.title = text(json, "dag_display_name"_L1);
    if (dag.title.isEmpty())
        dag.title = dag.id;
    dag.description = text(json, "description"_L1);
    dag.paused = json.value("is_paused"_L1).toBool();
    dag.stale = json.contains("is_stale"_L1) ? json.value("is_stale"_L1).toBool()
                                             : !json.value("is_active"_L1).toBool(true);
    dag.importErrors = json.value("has_import_errors"_L1).toBool();
    dag.owners = names(json.value("owners"_L1), "name"_L1);
    dag.tags = names(json.value("tags"_L1), "name"_L1);
    dag.tags.sort();
    dag.schedule = text(json, "timetable_summary"_L1);
    if (const QJsonValue interval = json.value("schedule_interval"_L1); interval.isObject()) {
        // {"__type": "CronExpression", "value": …}; a TimeDelta has its parts instead.
        const QJsonObject o = interval.toObject();
        dag.schedule = text(o, "value"_L1);
        if (dag.schedule.isEmpty() && o.contains("seconds"_L1))
            dag.schedule = u"%1d %2s"_s.arg(number(o, "days"_L1)).arg(number(o, "seconds"_L1));
    }
    dag.scheduleText = text(json, "timetable_description"_L1);
    dag.nextRun = at(json, "next_dagrun_run_after"_L1);
    dag.nextLogical = at(json, "next_dagrun_logical_date"_L1);
    if (!dag.nextRun.isValid())
        dag.nextRun = at(json, "next_dagrun_create_after"_L1);
    if (!dag.nextLogical.isValid())
        dag.nextLogical = at(json, "next_dagrun"_L1);
    dag.parsed = at(json, "last_parsed_time"_L1);
    dag.file = text(json, "fileloc"_L1);
    dag.fileToken = text(json, "file_token"_L1);
    dag.maxActiveRuns = number(json, "max_active_runs"_L1);
    dag.maxActiveTasks = number(json, "max_active_tasks"_L1);
    return dag;
}

std::vector<DagParam> paramsOf(const QJsonObject& params)
{
    std::vector<DagParam> out;
    for (auto it = params.begin(); it != params.end(); ++it) {
        DagParam param;
        param.name = it.key();
        const QJsonObject o = it.value().toObject();
        if (o.contains("value"_L1) || o.contains("schema"_L1)) {
            param.value = o.value("value"_L1);
            param.schema = o.value("schema"_L1).toObject();
            param.description = text(o, "description"_L1);
            if (param.description.isEmpty())
                param.description = text(param.schema, "description"_L1);
            param.section = text(param.schema, "section"_L1);
        } else {
            param.value = it.value();
        }
        out.push_back(std::move(param));
    }
    return out;
}

void orderParams(std::vector<DagParam>& params, QByteArrayView body)
{
    QHash<QByteArray, int> places;
    JsonPull pull(body);
    if (!pull.enter('{'))
        return;
    while (pull.next()) {
        const bool wanted = pull.key() == QByteArrayView("params");
        if (!wanted || !pull.enter('{')) {
            pull.skip();
            continue;
        }
        while (pull.next()) {
            places.insert(pull.key().toByteArray(), int(places.size()));
            pull.skip();
        }
    }
    const auto placeOf = [&places](const DagParam& param) {
        return places.value(param.name.toUtf8(), std::numeric_limits<int>::max());
    };
    std::stable_sort(params.begin(), params.end(),
        [&placeOf](const DagParam& a, const DagParam& b) { return placeOf(a) < placeOf(b); });
}

DagDetails dagDetailsOf(const QJsonObject& json)
{
    DagDetails details;
    details.info = dagOf(json);
    details.doc = text(json, "doc_md"_L1);
    details.timezone = text(json, "timezone"_L1);
    details.start = at(json, "start_date"_L1);
    details.end = at(json, "end_date"_L1);
    details.catchup = json.value("catchup"_L1).toBool();
    details.dependsOnPast
        = json.value("default_args"_L1).toObject().value("depends_on_past"_L1).toBool();
    details.maxConsecutiveFailed = number(json, "max_consecutive_failed_dag_runs"_L1);
    if (const QJsonValue limit = json.value("dag_run_timeout"_L1); limit.isObject()) {
        const QJsonObject o = limit.toObject();
        details.runTimeout = o.value("days"_L1).toDouble() * 86'400
            + o.value("seconds"_L1).toDouble() + o.value("microseconds"_L1).toDouble() / 1e6;
    } else if (limit.isDouble()) {
        details.runTimeout = limit.toDouble();
    } else if (limit.isString()) { // "PT1H30M"
        const QString iso = limit.toString();
        double seconds = 0, value = 0;
        bool time = false, fraction = false;
        double unit = 1;
        for (const QChar c : iso) {
            if (c.isDigit()) {
                if (fraction) {
                    unit /= 10;
                    value += c.digitValue() * unit;
                } else {
                    value = value * 10 + c.digitValue();
                }
                continue;
            }
            if (c == u'.') {
                fraction = true;
                unit = 1;
                continue;
            }
            if (c == u'T')
                time = true;
            else if (c == u'D')
                seconds += value * 86'400;
            else if (c == u'H')
                seconds += value * 3600;
            else if (c == u'M' && time)
                seconds += value * 60;
            else if (c == u'S')
                seconds += value;
            value = 0;
            fraction = false;
        }
        details.runTimeout = seconds;
    }
    details.params = paramsOf(json.value("params"_L1).toObject());
    details.activeRuns = number(json, "active_runs_count"_L1, -1);
    return details;
}

DagVersion dagVersionOf(const QJsonObject& json)
{
    return {number(json, "version_number"_L1), at(json, "created_at"_L1),
        text(json, "bundle_name"_L1), text(json, "bundle_version"_L1)};
}

ImportError importErrorOf(const QJsonObject& json)
{
    return {text(json, "filename"_L1), text(json, "stack_trace"_L1), at(json, "timestamp"_L1)};
}

RunInfo runOf(const QJsonObject& json)
{
    RunInfo run;
    run.ref = {text(json, "dag_id"_L1), text(json, "dag_run_id"_L1)};
    if (run.ref.run.isEmpty())
        run.ref.run = text(json, "run_id"_L1);
    run.state = stateWord(text(json, "state"_L1));
    run.type = text(json, "run_type"_L1);
    run.logical = at(json, "logical_date"_L1);
    if (!run.logical.isValid())
        run.logical = at(json, "execution_date"_L1);
    // Airflow 2 does not tell the earliest start; its logical date orders the runs there.
    run.after = json.contains("run_after"_L1) ? at(json, "run_after"_L1) : run.logical;
    run.queued = at(json, "queued_at"_L1);
    run.start = at(json, "start_date"_L1);
    run.end = at(json, "end_date"_L1);
    run.intervalStart = at(json, "data_interval_start"_L1);
    run.intervalEnd = at(json, "data_interval_end"_L1);
    run.decided = at(json, "last_scheduling_decision"_L1);
    run.by = text(json, "triggering_user_name"_L1);
    if (run.by.isEmpty())
        run.by = text(json, "triggered_by"_L1);
    run.conf = json.value("conf"_L1).toObject();
    run.note = text(json, "note"_L1);
    for (const QJsonValue& version : json.value("dag_versions"_L1).toArray())
        run.versions.push_back(number(version.toObject(), "version_number"_L1));
    if (json.contains("has_missed_deadline"_L1))
        run.missedDeadline = json.value("has_missed_deadline"_L1).toBool();
    return run;
}

TaskInstance instanceOf(const QJsonObject& json)
{
    TaskInstance ti;
    ti.ref = {text(json, "dag_id"_L1), text(json, "dag_run_id"_L1), text(json, "task_id"_L1),
        number(json, "map_index"_L1, -1)};
    ti.state = stateWord(text(json, "state"_L1));
    ti.title = text(json, "rendered_map_index"_L1);
    if (ti.title.isEmpty())
        ti.title = text(json, "task_display_name"_L1);
    ti.scheduled = at(json, "scheduled_when"_L1);
    ti.queued = at(json, "queued_when"_L1);
    ti.start = at(json, "start_date"_L1);
    ti.end = at(json, "end_date"_L1);
    ti.duration = json.value("duration"_L1).toDouble(-1);
    ti.tryNumber = number(json, "try_number"_L1);
    // The server's max_tries is the number of retries allowed.
    if (json.contains("max_tries"_L1))
        ti.maxTries = number(json, "max_tries"_L1) + 1;
    ti.operatorName = text(json, "operator_name"_L1);
    if (ti.operatorName.isEmpty())
        ti.operatorName = text(json, "operator"_L1);
    ti.pool = text(json, "pool"_L1);
    ti.poolSlots = number(json, "pool_slots"_L1, 1);
    ti.queue = text(json, "queue"_L1);
    ti.priority = number(json, "priority_weight"_L1);
    ti.host = text(json, "hostname"_L1);
    ti.executor = text(json, "executor"_L1);
    ti.unixName = text(json, "unixname"_L1);
    ti.pid = qint64(json.value("pid"_L1).toDouble());
    ti.note = text(json, "note"_L1);
    ti.rendered = json.value("rendered_fields"_L1).toObject();
    if (const QJsonObject trigger = json.value("trigger"_L1).toObject(); !trigger.isEmpty())
        ti.trigger = text(trigger, "classpath"_L1);
    ti.triggererHeard = at(json.value("triggerer_job"_L1).toObject(), "latest_heartbeat"_L1);
    ti.version = number(versionOf(json), "version_number"_L1);
    return ti;
}

JobInfo jobOf(const QJsonObject& json)
{
    return {text(json, "job_type"_L1), text(json, "state"_L1), at(json, "start_date"_L1),
        at(json, "end_date"_L1), at(json, "latest_heartbeat"_L1), text(json, "hostname"_L1)};
}

XComEntry xcomOf(const QJsonObject& json)
{
    return {text(json, "key"_L1), at(json, "timestamp"_L1), number(json, "map_index"_L1, -1)};
}

QByteArray xcomValueOf(QByteArrayView body)
{
    JsonPull pull(body);
    if (!pull.enter('{'))
        return {};
    while (pull.next()) {
        const QByteArrayView key = pull.key();
        const QByteArrayView value = pull.raw();
        if (key == QByteArrayView("value"))
            return value.toByteArray();
    }
    return {};
}

PoolInfo poolOf(const QJsonObject& json)
{
    PoolInfo pool;
    pool.name = text(json, "name"_L1);
    pool.description = text(json, "description"_L1);
    pool.size = number(json, "slots"_L1);
    pool.occupied = number(json, "occupied_slots"_L1);
    pool.running = number(json, "running_slots"_L1);
    pool.queued = number(json, "queued_slots"_L1);
    pool.scheduled = number(json, "scheduled_slots"_L1);
    pool.deferred = number(json, "deferred_slots"_L1);
    // An unlimited pool's open slots are "infinity" or null.
    const QJsonValue open = json.value("open_slots"_L1);
    pool.open = open.isDouble() ? int(open.toDouble()) : PoolInfo::kUnlimited;
    pool.includeDeferred = json.value("include_deferred"_L1).toBool();
    return pool;
}

bool isMasked(const QString& value)
{
    return value == "***"_L1;
}

VariableInfo variableOf(const QJsonObject& json)
{
    VariableInfo variable;
    variable.key = text(json, "key"_L1);
    const QJsonValue value = json.value("value"_L1);
    if (value.isString() && !isMasked(value.toString()))
        variable.value = value.toString();
    variable.description = text(json, "description"_L1);
    variable.encrypted = json.value("is_encrypted"_L1).toBool();
    return variable;
}

ConnectionInfo connectionOf(const QJsonObject& json)
{
    return {text(json, "connection_id"_L1), text(json, "conn_type"_L1), text(json, "host"_L1),
        text(json, "schema"_L1), text(json, "login"_L1), number(json, "port"_L1),
        text(json, "description"_L1)};
}

AssetInfo assetOf(const QJsonObject& json)
{
    AssetInfo asset;
    asset.id = qint64(json.value("id"_L1).toDouble());
    asset.uri = text(json, "uri"_L1);
    asset.name = text(json, "name"_L1);
    if (asset.name.isEmpty())
        asset.name = asset.uri;
    asset.group = text(json, "group"_L1);
    for (const QJsonValue& value : json.value("producing_tasks"_L1).toArray()) {
        const QJsonObject task = value.toObject();
        asset.producers += QString(text(task, "dag_id"_L1) + u'.' + text(task, "task_id"_L1));
    }
    const bool old = json.contains("consuming_dags"_L1);
    asset.consumers
        = names(json.value(old ? "consuming_dags"_L1 : "scheduled_dags"_L1), "dag_id"_L1);
    asset.lastEvent = at(json.value("last_asset_event"_L1).toObject(), "timestamp"_L1);
    return asset;
}

AssetEvent assetEventOf(const QJsonObject& json)
{
    AssetEvent event;
    event.id = qint64(json.value("id"_L1).toDouble());
    event.asset
        = qint64(json.value("asset_id"_L1).toDouble(json.value("dataset_id"_L1).toDouble()));
    event.uri = text(json, "uri"_L1);
    if (event.uri.isEmpty())
        event.uri = text(json, "dataset_uri"_L1);
    event.time = at(json, "timestamp"_L1);
    event.sourceDag = text(json, "source_dag_id"_L1);
    event.sourceTask = text(json, "source_task_id"_L1);
    event.sourceRun = text(json, "source_run_id"_L1);
    for (const QJsonValue& value : json.value("created_dagruns"_L1).toArray()) {
        const QJsonObject run = value.toObject();
        const QString id
            = run.contains("run_id"_L1) ? text(run, "run_id"_L1) : text(run, "dag_run_id"_L1);
        event.createdRuns += QString(text(run, "dag_id"_L1) + u'/' + id);
    }
    return event;
}

BackfillInfo backfillOf(const QJsonObject& json)
{
    return {qint64(json.value("id"_L1).toDouble()), text(json, "dag_id"_L1),
        at(json, "from_date"_L1), at(json, "to_date"_L1), json.value("is_paused"_L1).toBool(),
        at(json, "created_at"_L1), at(json, "completed_at"_L1)};
}

std::vector<ComponentHealth> healthOf(const QJsonObject& json)
{
    std::vector<ComponentHealth> out;
    for (const auto& name :
        {u"metadatabase"_s, u"scheduler"_s, u"triggerer"_s, u"dag_processor"_s}) {
        const QJsonValue part = json.value(name);
        if (!part.isObject())
            continue;
        const QJsonObject o = part.toObject();
        const QString heartbeat = u"latest_"_s + name + u"_heartbeat"_s;
        out.push_back({name, text(o, "status"_L1), timeOf(o.value(heartbeat).toString())});
    }
    return out;
}

QString wordsOf(const QString& body)
{
    if (body.startsWith(u'<')) {
        const qsizetype from = body.indexOf("<title>"_L1, 0, Qt::CaseInsensitive);
        const qsizetype to = body.indexOf("</title>"_L1, 0, Qt::CaseInsensitive);
        const QString title
            = from >= 0 && to > from ? body.mid(from + 7, to - from - 7).simplified() : QString();
        return title.isEmpty() ? u"an HTML page"_s : QString(u"an HTML page: "_s + title);
    }
    const QJsonObject json = QJsonDocument::fromJson(body.toUtf8()).object();
    if (json.isEmpty())
        return body;
    const QJsonValue detail = json.value("detail"_L1);
    QStringList lines;
    if (const QString title = text(json, "title"_L1); !title.isEmpty())
        lines += title;
    if (detail.isString()) {
        lines += detail.toString();
    } else if (detail.isArray()) { // [{"loc": ["body", "logical_date"], "msg": "Field required"}]
        for (const QJsonValue& value : detail.toArray()) {
            const QJsonObject o = value.toObject();
            QStringList loc;
            for (const QJsonValue& part : o.value("loc"_L1).toArray())
                loc += part.toVariant().toString();
            lines += QString(loc.join(u'.') + u": "_s + text(o, "msg"_L1));
        }
    } else if (detail.isObject()) {
        const QJsonObject o = detail.toObject();
        for (const auto key : {"reason"_L1, "message"_L1})
            if (const QString line = text(o, key); !line.isEmpty())
                lines += line;
    }
    return lines.isEmpty() ? body : lines.join(u'\n');
}

} // namespace pilothouse::workflow
