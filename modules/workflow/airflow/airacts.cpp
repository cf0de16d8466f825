// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airacts.h"

#include "core/log.h"
#include "workflow/airflow/airruns.h"
#include "workflow/airflow/airtime.h"
#include "workflow/airflow/decode.h"

#include <QJsonDocument>
#include <QMap>

#include <set>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

// Airflow 2 names what it would touch, without states and map indexes: these are looked up.
Result<std::vector<TaskInstance>> lookedUp(
    AirConnection& c, const QJsonArray& named, const Token& token)
{
    std::set<std::pair<RunRef, QString>> wanted;
    std::set<RunRef> runs;
    for (const QJsonValue& value : named) {
        const TaskInstance ti = instanceOf(value.toObject());
        wanted.emplace(ti.ref.runRef(), ti.ref.task);
        runs.insert(ti.ref.runRef());
    }
    std::vector<TaskInstance> out;
    for (const RunRef& run : runs) {
        AirRequest request;
        request.path = runPath(c, run) + "/taskInstances";
        const auto all = fetchInstances(c, request, token, 50'000);
        if (!all)
            return all;
        for (const TaskInstance& ti : *all)
            if (wanted.count({run, ti.ref.task}) > 0)
                out.push_back(ti);
    }
    return out;
}

std::vector<ActEffect> effectsOf(const DryRun& preview)
{
    QMap<QString, int> byState;
    std::set<RunRef> runs;
    for (const TaskInstance& ti : preview.instances) {
        ++byState[ti.state];
        runs.insert(ti.ref.runRef());
    }
    std::vector<ActEffect> out;
    out.push_back({u"list"_s, PH_TEXT("workflow", "Task instances"),
        QString::number(preview.instances.size())});
    for (auto it = byState.cbegin(); it != byState.cend(); ++it)
        out.push_back({u"check"_s, PH_TEXT("workflow", "of these now %1").arg(it.key()),
            QString::number(it.value())});
    if (runs.size() > 1)
        out.push_back({u"layers"_s, PH_TEXT("workflow", "Runs"), QString::number(runs.size())});
    return out;
}

Error noBackfill(const QString& service)
{
    return {Error::Kind::Unsupported, service, u"Airflow 2"_s,
        PH_TEXT("workflow",
            "Airflow 2 starts a backfill only on its own machine: airflow dags "
            "backfill."),
        u"version"_s};
}

} // namespace

Result<DryRun> fetchDryRun(AirConnection& c, const AirRequest& request, const Token& token)
{
    const auto json = c.object(request, token);
    if (!json)
        return tl::unexpected(json.error());
    DryRun preview;
    // One mapped instance is answered as itself, not as a list.
    const QJsonArray named = json->contains("task_instances"_L1)
        ? json->value("task_instances"_L1).toArray()
        : QJsonArray{*json};
    if (c.isThree()) {
        for (const QJsonValue& value : named)
            preview.instances.push_back(instanceOf(value.toObject()));
        return preview;
    }
    auto found = lookedUp(c, named, token);
    if (!found)
        return tl::unexpected(found.error());
    preview.instances = std::move(*found);
    return preview;
}

Act AirActs::trigger(const TriggerRequest& request)
{
    ActParts parts;
    parts.word = u"trigger"_s;
    parts.title = PH_TEXT("workflow", "Trigger");
    parts.question = PH_TEXT("workflow", "Start a run of %1?").arg(request.dag);
    parts.consequence = PH_TEXT("workflow", "Its tasks run as soon as there are slots.");
    parts.button = PH_TEXT("workflow", "Start run");
    parts.icon = u"play"_s;
    parts.target = dagEntity(m_core->config().ns, request.dag);
    for (const QString& name : request.secrets) // the server may repeat them in what it refuses
        redactInLogs(Secret(request.conf.value(name).toString()));
    parts.requests = {triggerRequest(m_core->major(), request)};
    return m_core->act(std::move(parts));
}

Call<DryRun> AirActs::tryClear(const ClearRequest& request)
{
    return m_core->read(
        [request](AirConnection& c, const Token& token) -> Result<DryRun> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            return fetchDryRun(c, clearRequest(c.isThree() ? 3 : 2, request, true), token);
        },
        4);
}

ActParts clearParts(const ActMaker& maker, const ClearRequest& request, const DryRun& preview)
{
    ActParts parts;
    parts.word = u"clear"_s;
    parts.title = request.onlyFailed && request.tasks.empty()
        ? PH_TEXT("workflow", "Clear failed tasks of %1").arg(request.run)
        : PH_TEXT("workflow", "Clear");
    parts.question = PH_TEXT("workflow", "Clear tasks of run %1?").arg(request.run);
    parts.consequence = PH_TEXT("workflow",
        "Their states are removed and they run again. Those that run now are ended first.");
    parts.button = PH_TEXT("workflow", "Clear");
    parts.icon = u"undo"_s;
    parts.target = dagEntity(maker.config.ns, request.dag);
    parts.effects = effectsOf(preview);
    parts.destructive = true;
    parts.requests = {clearRequest(maker.major, request, false)};
    return parts;
}

Act AirActs::clear(const ClearRequest& request, const DryRun& preview)
{
    const ActMaker maker = m_core->actMaker();
    return maker(clearParts(maker, request, preview));
}

Call<DryRun> AirActs::tryMark(const MarkRequest& request)
{
    return m_core->read(
        [request](AirConnection& c, const Token& token) -> Result<DryRun> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            return fetchDryRun(c, markRequest(c.isThree() ? 3 : 2, request, true), token);
        },
        4);
}

Act AirActs::mark(const MarkRequest& request, const DryRun& preview)
{
    ActParts parts;
    parts.word = u"mark-"_s + request.state;
    parts.title = PH_TEXT("workflow", "Mark as %1").arg(request.state);
    parts.question
        = PH_TEXT("workflow", "Mark %1 as %2?").arg(request.task.task).arg(request.state);
    parts.consequence = PH_TEXT(
        "workflow", "The tasks are not run; what comes after them goes on by the new state.");
    parts.button = parts.title;
    parts.icon = u"check"_s;
    parts.target = taskEntity(m_core->config().ns, request.task.dag, request.task.task);
    parts.effects = effectsOf(preview);
    parts.destructive = true;
    parts.requests = {markRequest(m_core->major(), request, false)};
    return m_core->act(std::move(parts));
}

Act AirActs::markRun(const RunInfo& run, const StateWord& state)
{
    ActParts parts;
    parts.word = u"mark-run-"_s + state;
    parts.title = PH_TEXT("workflow", "Mark run as %1").arg(state);
    parts.question = PH_TEXT("workflow", "Mark run %1 as %2?").arg(run.ref.run).arg(state);
    parts.consequence = state == "failed"_L1
        ? PH_TEXT("workflow", "Its running tasks are ended, the others do not start.")
        : PH_TEXT("workflow", "Its tasks that are not done do not run any more.");
    parts.button = parts.title;
    parts.icon = state == "failed"_L1 ? u"stop"_s : u"check"_s;
    parts.target = dagEntity(m_core->config().ns, run.ref.dag);
    parts.effects = {{u"check"_s, PH_TEXT("workflow", "State now"), run.state}};
    parts.destructive = true;
    AirRequest request;
    request.method = "PATCH";
    request.path
        = m_core->api() + "/dags/" + pathPart(run.ref.dag) + "/dagRuns/" + pathPart(run.ref.run);
    if (m_core->major() == 3)
        request.query = "update_mask=state";
    request.body = QJsonDocument(QJsonObject{{u"state"_s, state}}).toJson(QJsonDocument::Compact);
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Act AirActs::removeRun(const RunInfo& run)
{
    ActParts parts;
    parts.word = u"remove-run"_s;
    parts.title = PH_TEXT("workflow", "Delete run");
    parts.question = PH_TEXT("workflow", "Delete run %1?").arg(run.ref.run);
    parts.consequence = PH_TEXT("workflow",
        "The run, its task instances and their XComs are gone for good. Log files stay.");
    parts.button = PH_TEXT("workflow", "Delete");
    parts.icon = u"trash"_s;
    parts.target = dagEntity(m_core->config().ns, run.ref.dag);
    parts.effects = {{u"check"_s, PH_TEXT("workflow", "State now"), run.state}};
    parts.destructive = true;
    AirRequest request;
    request.method = "DELETE";
    request.path
        = m_core->api() + "/dags/" + pathPart(run.ref.dag) + "/dagRuns/" + pathPart(run.ref.run);
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Act AirActs::setNote(const RunRef& run, const QString& note)
{
    ActParts parts;
    parts.word = u"set-note"_s;
    parts.title = PH_TEXT("workflow", "Set note");
    parts.question = PH_TEXT("workflow", "Set the note of run %1?").arg(run.run);
    parts.consequence = PH_TEXT("workflow", "Everybody who sees the run sees the note.");
    parts.button = PH_TEXT("workflow", "Set");
    parts.icon = u"edit"_s;
    parts.target = dagEntity(m_core->config().ns, run.dag);
    AirRequest request;
    request.method = "PATCH";
    request.path = m_core->api() + "/dags/" + pathPart(run.dag) + "/dagRuns/" + pathPart(run.run);
    if (m_core->major() == 3)
        request.query = "update_mask=note";
    else
        request.path += "/setNote";
    request.body = QJsonDocument(QJsonObject{{u"note"_s, note}}).toJson(QJsonDocument::Compact);
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Act AirActs::setTaskNote(const TaskRef& task, const QString& note)
{
    ActParts parts;
    parts.word = u"set-task-note"_s;
    parts.title = PH_TEXT("workflow", "Set note");
    parts.question = PH_TEXT("workflow", "Set the note of %1?").arg(task.task);
    parts.consequence = PH_TEXT("workflow", "Everybody who sees the task sees the note.");
    parts.button = PH_TEXT("workflow", "Set");
    parts.icon = u"edit"_s;
    parts.target = taskEntity(m_core->config().ns, task.dag, task.task);
    AirRequest request;
    request.method = "PATCH";
    request.path = m_core->api() + "/dags/" + pathPart(task.dag) + "/dagRuns/" + pathPart(task.run)
        + "/taskInstances/" + pathPart(task.task);
    if (task.map >= 0)
        request.path += '/' + QByteArray::number(task.map);
    if (m_core->major() == 3)
        request.query = "update_mask=note";
    else
        request.path += "/setNote";
    request.body = QJsonDocument(QJsonObject{{u"note"_s, note}}).toJson(QJsonDocument::Compact);
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Call<DryRun> AirActs::tryBackfill(const BackfillRequest& request)
{
    return m_core->read([request](AirConnection& c, const Token& token) -> Result<DryRun> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        if (!c.isThree())
            return tl::unexpected(noBackfill(c.setup().config.id));
        const auto json = c.object(backfillRequest(request, true), token);
        if (!json)
            return tl::unexpected(json.error());
        DryRun preview;
        for (const QJsonValue& value : json->value("backfills"_L1).toArray())
            preview.logicalDates.push_back(
                timeOf(value.toObject().value("logical_date"_L1).toString()));
        return preview;
    });
}

Act AirActs::backfill(const BackfillRequest& request, const DryRun& preview)
{
    ActParts parts;
    parts.word = u"backfill"_s;
    parts.title = PH_TEXT("workflow", "Backfill");
    parts.question = PH_TEXT("workflow", "Start a backfill of %1?").arg(request.dag);
    parts.consequence = PH_TEXT("workflow", "Its runs take slots from the scheduled ones.");
    parts.button = PH_TEXT("workflow", "Start backfill");
    parts.icon = u"layers"_s;
    parts.target = dagEntity(m_core->config().ns, request.dag);
    parts.effects = {
        {u"layers"_s, PH_TEXT("workflow", "Runs"), QString::number(preview.logicalDates.size())}};
    parts.requests = {backfillRequest(request, false)};
    if (m_core->major() == 2)
        parts.impossible = noBackfill(m_core->config().id);
    return m_core->act(std::move(parts));
}

Call<std::vector<BackfillInfo>> AirActs::backfills(const QString& dag)
{
    return m_core->read(
        [dag](AirConnection& c, const Token& token) -> Result<std::vector<BackfillInfo>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            if (!c.isThree())
                return tl::unexpected(noBackfill(c.setup().config.id));
            AirRequest request;
            request.path = "/api/v2/backfills";
            request.query = AirQuery().add("dag_id", dag).text();
            const auto all = c.all(request, u"backfills"_s, token, 1000);
            if (!all)
                return tl::unexpected(all.error());
            std::vector<BackfillInfo> out;
            for (const QJsonArray& page : all->pages)
                for (const QJsonValue& value : page)
                    out.push_back(backfillOf(value.toObject()));
            return out;
        });
}

Act AirActs::pauseBackfill(const BackfillInfo& backfill, bool paused)
{
    ActParts parts;
    parts.word = paused ? u"pause-backfill"_s : u"unpause-backfill"_s;
    parts.title = paused ? PH_TEXT("workflow", "Pause backfill")
                         : PH_TEXT("workflow", "Go on with backfill");
    parts.question = paused
        ? PH_TEXT("workflow", "Pause the backfill of %1?").arg(backfill.dag)
        : PH_TEXT("workflow", "Go on with the backfill of %1?").arg(backfill.dag);
    parts.consequence = paused
        ? PH_TEXT("workflow", "Runs that have begun go on, no further one starts.")
        : PH_TEXT("workflow", "Its next runs start as slots get free.");
    parts.button = parts.title;
    parts.icon = paused ? u"pause"_s : u"play"_s;
    parts.target = dagEntity(m_core->config().ns, backfill.dag);
    AirRequest request;
    request.method = "PUT";
    request.path
        = "/api/v2/backfills/" + QByteArray::number(backfill.id) + (paused ? "/pause" : "/unpause");
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Act AirActs::cancelBackfill(const BackfillInfo& backfill)
{
    ActParts parts;
    parts.word = u"cancel-backfill"_s;
    parts.title = PH_TEXT("workflow", "Cancel backfill");
    parts.question = PH_TEXT("workflow", "Cancel the backfill of %1?").arg(backfill.dag);
    parts.consequence = PH_TEXT("workflow",
        "Its runs that have not begun are marked as failed. It cannot be taken up again.");
    parts.button = parts.title;
    parts.icon = u"stop"_s;
    parts.target = dagEntity(m_core->config().ns, backfill.dag);
    parts.destructive = true;
    AirRequest request;
    request.method = "PUT";
    request.path = "/api/v2/backfills/" + QByteArray::number(backfill.id) + "/cancel";
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

} // namespace pilothouse::workflow
