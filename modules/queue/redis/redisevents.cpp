// SPDX-License-Identifier: GPL-3.0-or-later
// Events: slow commands, and what INFO counts between two looks: evictions, rejected connections,
// failed saves, a restart. The cursor carries the counters, so no state is kept here.
#include "queue/redis/redisfacets.h"

#include "queue/redis/redisconsole.h"
#include "queue/redis/redisinfo.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr const char* kRemembered[] = {"run_id", "evicted_keys", "rejected_connections",
    "rdb_last_bgsave_status", "aof_last_write_status", "master_link_status", "maxmemory"};

ServerInfo remembered(const QString& cursor)
{
    ServerInfo info;
    const QJsonObject object = QJsonDocument::fromJson(cursor.toUtf8()).object();
    for (const char* name : kRemembered) {
        const auto it = object.constFind(QLatin1StringView(name));
        if (it != object.constEnd())
            info.lines.insert(name, it->toString().toUtf8());
    }
    return info;
}

QString cursorOf(const ServerInfo& info)
{
    QJsonObject object;
    for (const char* name : kRemembered)
        object.insert(QLatin1StringView(name), QString::fromUtf8(info.text(name)));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Event slowEvent(const SlowEntry& entry, const ServerInfo& info, const QString& ns)
{
    Event event;
    event.id
        = u"slow:"_s + QString::fromUtf8(info.text("run_id")) + u':' + QString::number(entry.id);
    event.begin = entry.time;
    event.end = entry.time.addMSecs(entry.micros / 1000);
    event.severity = entry.micros >= 100'000 ? Event::Severity::Warning : Event::Severity::Info;
    event.kind = u"slow-statement"_s;
    event.title
        = PH_TEXT("queue", "%1 took %2 ms")
              .arg(QString::fromUtf8(entry.command.empty() ? QByteArray() : entry.command.front()))
              .arg(QString::number(double(entry.micros) / 1000.0, 'f', 1));
    event.detail = shortened(entry.command, 400);
    event.entity
        = EntityId{ns, entry.command.size() > 1 ? entityName(entry.command[1]) : QString()};
    return event;
}

Event moment(const QString& kind, const QDateTime& time, Event::Severity severity, Text title,
    const EntityId& entity, const QByteArray& mark)
{
    Event event;
    event.id = kind + u':' + QString::fromUtf8(mark);
    event.begin = time;
    event.severity = severity;
    event.kind = kind;
    event.title = std::move(title);
    event.entity = entity;
    return event;
}

} // namespace

std::vector<Event> eventsBetween(
    const ServerInfo& before, const ServerInfo& now, const QDateTime& time, const EntityId& entity)
{
    std::vector<Event> out;
    if (before.lines.isEmpty())
        return out;
    const QByteArray run = now.text("run_id");
    if (before.text("run_id") != run) {
        const QDateTime started = time.addSecs(-now.text("uptime_in_seconds").toLongLong());
        out.push_back(moment(u"restart"_s, started, Event::Severity::Warning,
            PH_TEXT("queue", "The server started again"), entity, run));
        return out; // its counters began at zero
    }
    const auto grown = [&](const char* line) {
        return now.text(line).toLongLong() - before.text(line).toLongLong();
    };
    const auto mark = [&](const char* line) -> QByteArray {
        return run + ':' + now.text(line);
    };
    const auto turned = [&](const char* line, const char* bad) {
        return now.text(line) == bad && before.text(line) != bad;
    };
    if (const qint64 n = grown("evicted_keys"); n > 0)
        out.push_back(moment(u"eviction"_s, time, Event::Severity::Warning,
            PH_PLURAL("queue", "%n key(s) evicted").plural(int(std::min<qint64>(n, 1'000'000'000))),
            entity, mark("evicted_keys")));
    if (const qint64 n = grown("rejected_connections"); n > 0)
        out.push_back(moment(u"rejected-connections"_s, time, Event::Severity::Error,
            PH_PLURAL("queue", "%n connection(s) rejected")
                .plural(int(std::min<qint64>(n, 1'000'000'000))),
            entity, mark("rejected_connections")));
    const QByteArray at = run + ':' + QByteArray::number(time.toSecsSinceEpoch());
    if (turned("rdb_last_bgsave_status", "err"))
        out.push_back(moment(u"persistence-failure"_s, time, Event::Severity::Error,
            PH_TEXT("queue", "The last snapshot could not be written."), entity, "rdb:" + at));
    if (turned("aof_last_write_status", "err"))
        out.push_back(moment(u"persistence-failure"_s, time, Event::Severity::Error,
            PH_TEXT("queue", "The append-only file cannot be written."), entity, "aof:" + at));
    if (turned("master_link_status", "down"))
        out.push_back(moment(u"replication-broken"_s, time, Event::Severity::Error,
            PH_TEXT("queue", "The link to the primary is down."), entity, "link:" + at));
    if (before.text("maxmemory") != now.text("maxmemory"))
        out.push_back(moment(u"setting-changed"_s, time, Event::Severity::Info,
            PH_TEXT("queue", "The memory limit was changed"), entity, "maxmemory:" + at));
    return out;
}

Call<EventPage> RedisEvents::since(const QDateTime& from, const QString& cursor, int limit)
{
    return m_core->facets().run(kFacetLimit,
        [from, cursor, limit, ns = m_core->config().ns](
            RedisConnection& c, const Token& token) -> Result<EventPage> {
            const auto text = c.read({"INFO"}, token);
            if (!text)
                return tl::unexpected(text.error());
            const ServerInfo info = parsedInfo(text->bytes);
            EventPage page;
            page.events = eventsBetween(
                remembered(cursor), info, QDateTime::currentDateTimeUtc(), EntityId{ns, {}});
            const auto slow = readSlowLog(c, std::clamp(limit, 1, 512), token);
            if (slow) {
                for (const SlowEntry& entry : slow->entries) {
                    if (entry.time >= from && int(page.events.size()) < limit)
                        page.events.push_back(slowEvent(entry, info, ns));
                }
            } else if (slow.error().kind != Error::Kind::Auth) {
                return tl::unexpected(slow.error());
            }
            std::stable_sort(page.events.begin(), page.events.end(),
                [](const Event& a, const Event& b) { return a.begin < b.begin; });
            page.cursor = cursorOf(info);
            return page;
        });
}

} // namespace pilothouse::queue
