// SPDX-License-Identifier: GPL-3.0-or-later
// Events: runs, the tasks that failed in them, and files that cannot be imported. The cursor is the
// time up to which the server was asked, so no state of the events is kept here.
#include "workflow/airflow/airfacets.h"

#include "workflow/airflow/airruns.h"
#include "workflow/airflow/airtime.h"
#include "workflow/airflow/decode.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds kIdle{60};
constexpr std::chrono::seconds kBusy{15};
constexpr int kOverlap = 15; // seconds asked again: clocks differ, and commits come late
constexpr int kMostRuns = 100;

Event runEvent(const RunInfo& run, const QString& ns)
{
    Event event;
    event.id = u"run:"_s + run.ref.dag + u'/' + run.ref.run;
    event.begin = run.start.isValid() ? run.start : run.after;
    if (run.end.isValid())
        event.end = run.end;
    event.ongoing = !isFinal(run.state);
    const bool failed = run.state == "failed"_L1;
    event.severity = failed ? Event::Severity::Error : Event::Severity::Info;
    event.kind = failed ? u"run-failed"_s : u"run"_s;
    event.title = failed ? PH_TEXT("workflow", "Run of %1 failed").arg(run.ref.dag)
        : event.ongoing  ? PH_TEXT("workflow", "Run of %1 goes on").arg(run.ref.dag)
                         : PH_TEXT("workflow", "Run of %1 ended well").arg(run.ref.dag);
    event.detail = run.ref.run;
    event.entity = dagEntity(ns, run.ref.dag);
    return event;
}

Event taskEvent(const TaskInstance& ti, const QString& ns)
{
    const bool retry = ti.state == "up_for_retry"_L1;
    Event event;
    event.id = u"task:"_s + ti.ref.dag + u'/' + ti.ref.run + u'/' + ti.ref.task + u'/'
        + QString::number(ti.ref.map) + u'/' + QString::number(ti.tryNumber);
    event.begin = ti.start.isValid() ? ti.start : ti.end;
    if (ti.end.isValid())
        event.end = ti.end;
    event.severity = retry ? Event::Severity::Warning : Event::Severity::Error;
    event.kind = retry ? u"task-retry"_s : u"task-failed"_s;
    event.title = retry ? PH_TEXT("workflow", "%1 will be tried again").arg(ti.ref.task)
                        : PH_TEXT("workflow", "%1 failed").arg(ti.ref.task);
    event.detail = ti.ref.run + u" · "_s + QString::number(ti.tryNumber);
    event.entity = taskEntity(ns, ti.ref.dag, ti.ref.task);
    return event;
}

Event importEvent(const ImportError& error, const QString& ns)
{
    Event event;
    event.id = u"import:"_s
        + QString::fromLatin1(
            QCryptographicHash::hash((error.file + error.trace).toUtf8(), QCryptographicHash::Sha1)
                .toHex()
                .left(16));
    event.begin = error.time;
    event.severity = Event::Severity::Error;
    event.kind = u"import-error"_s;
    event.title = PH_TEXT("workflow", "%1 cannot be imported").arg(error.file.section(u'/', -1));
    event.detail = error.trace.trimmed().section(u'\n', -1);
    event.entity = EntityId{ns, {}};
    return event;
}

// Of runs that failed or still go on: which of their tasks failed.
Result<std::vector<TaskInstance>> failuresOf(
    AirConnection& c, const std::vector<RunInfo>& runs, const Token& token)
{
    QJsonArray dags, ids;
    for (const RunInfo& run : runs) {
        if (run.state != "failed"_L1 && isFinal(run.state))
            continue;
        if (!dags.contains(run.ref.dag))
            dags.append(run.ref.dag);
        ids.append(run.ref.run);
    }
    if (ids.isEmpty())
        return std::vector<TaskInstance>();
    AirRequest request;
    request.method = "POST";
    request.path = c.api() + "/dags/~/dagRuns/~/taskInstances/list";
    request.body = QJsonDocument(QJsonObject{{u"dag_ids"_s, dags}, {u"dag_run_ids"_s, ids},
                                     {u"state"_s, QJsonArray{u"failed"_s, u"up_for_retry"_s}}})
                       .toJson(QJsonDocument::Compact);
    return fetchInstances(c, request, token, 100);
}

Result<EventPage> fetchEvents(AirConnection& c, const QString& ns, const QDateTime& from,
    const QString& cursor, int limit, const Token& token)
{
    RunQuery query;
    query.changedSince = timeOf(cursor);
    if (!query.changedSince.isValid())
        query.changedSince = from;
    query.changedSince = query.changedSince.addSecs(-kOverlap);
    query.limit = std::clamp(limit, 1, kMostRuns);
    const auto [skew, serverTime] = c.session().skew();
    const auto runs = fetchRuns(c, query, token);
    if (!runs)
        return tl::unexpected(runs.error());
    const auto failures = failuresOf(c, runs->runs, token);
    if (!failures)
        return tl::unexpected(failures.error());
    AirRequest errors;
    errors.path = c.api() + "/importErrors";
    const auto broken = c.all(errors, u"import_errors"_s, token, 100);
    if (!broken)
        return tl::unexpected(broken.error());

    EventPage page;
    std::map<RunRef, EntityId> causes; // the first task that failed
    for (const TaskInstance& ti : *failures) {
        page.events.push_back(taskEvent(ti, ns));
        if (ti.state == "failed"_L1)
            causes.try_emplace(ti.ref.runRef(), page.events.back().entity);
    }
    for (const RunInfo& run : runs->runs) {
        Event event = runEvent(run, ns);
        if (const auto it = causes.find(run.ref); it != causes.end())
            event.cause = it->second;
        page.events.push_back(std::move(event));
    }
    for (const QJsonArray& part : broken->pages)
        for (const QJsonValue& value : part)
            page.events.push_back(importEvent(importErrorOf(value.toObject()), ns));
    std::stable_sort(page.events.begin(), page.events.end(),
        [](const Event& a, const Event& b) { return a.begin < b.begin; });
    // By the server's clock, which stamps the changes.
    page.cursor = isoOf(QDateTime::currentDateTimeUtc().addMSecs(-skew));
    return page;
}

} // namespace

Call<EventPage> AirEvents::since(const QDateTime& from, const QString& cursor, int limit)
{
    return m_core->facet([from, cursor, limit, ns = m_core->config().ns, pulse = m_pulse](
                             AirConnection& c, const Token& token) -> Result<EventPage> {
        {
            std::lock_guard lock(pulse->mutex);
            const auto age = Clock::now() - pulse->eventsAt;
            if (!cursor.isEmpty() && age < (pulse->idle ? kIdle : kBusy) - milliseconds(500)) {
                EventPage nothing;
                nothing.cursor = cursor;
                return nothing;
            }
        }
        auto page = fetchEvents(c, ns, from, cursor, limit, token);
        if (page) {
            std::lock_guard lock(pulse->mutex);
            pulse->eventsAt = Clock::now();
        }
        return page;
    });
}

} // namespace pilothouse::workflow
