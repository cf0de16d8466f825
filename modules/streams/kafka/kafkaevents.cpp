// SPDX-License-Identifier: GPL-3.0-or-later
// Events: leaders that changed, copies that fell behind, brokers that went, groups that rebalance
// or lag more than they usually do.
#include "streams/api/names.h"
#include "streams/kafka/connectclient.h"
#include "streams/kafka/kafkafacets.h"
#include "streams/kafka/kafkagroups.h"
#include "streams/kafka/restwithin.h"

#include <algorithm>
#include <set>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kMostKept = 2000;
constexpr qsizetype kMostGroups = 300; // whose lags are looked at

Event moment(const QString& kind, const QString& what, const QDateTime& time,
    Event::Severity severity, Text title, EntityId entity)
{
    Event event;
    event.id = kind + u':' + what + u':' + QString::number(time.toMSecsSinceEpoch());
    event.begin = time;
    event.severity = severity;
    event.kind = kind;
    event.title = std::move(title);
    event.entity = std::move(entity);
    return event;
}

Result<ClusterLook> lookAt(KafkaClient& client, const Token& token)
{
    const auto metadata = client.metadata(std::nullopt, token);
    if (!metadata)
        return tl::unexpected(metadata.error());
    ClusterLook look;
    for (const WireBroker& broker : metadata->brokers)
        look.brokers[broker.id] = true;
    for (const TopicInfo& topic : metadata->topics)
        for (const PartitionInfo& part : topic.partitions)
            look.partitions[{topic.name, part.id}] = part;
    if (const auto groups = fetchGroups(client, token))
        for (const GroupInfo& group : groups->groups)
            look.groups[group.name] = group.state;
    return look;
}

void eventsOfPartition(const PartitionInfo& was, const PartitionInfo& is, const QString& topic,
    const QDateTime& time, const EntityId& entity, std::vector<Event>& out)
{
    using Severity = Event::Severity;
    const QString where = u"%1 [%2]"_s.arg(topic).arg(is.id);
    if (is.leader < 0 && was.leader >= 0)
        out.push_back(moment(u"leader-lost"_s, where, time, Severity::Error,
            PH_TEXT("streams", "%1 has no leader").arg(where), entity));
    else if (is.leader != was.leader)
        out.push_back(moment(u"leader-change"_s, where, time, Severity::Info,
            PH_TEXT("streams", "%1: broker %2 leads, was %3")
                .arg(where)
                .arg(is.leader)
                .arg(was.leader),
            entity));
    if (is.inSync.size() < was.inSync.size())
        out.push_back(moment(u"isr-shrink"_s, where, time, Severity::Warning,
            PH_TEXT("streams", "%1: %2 of %3 copies in sync")
                .arg(where)
                .arg(qint64(is.inSync.size()))
                .arg(qint64(is.replicas.size())),
            entity));
    else if (is.inSync.size() > was.inSync.size() && was.inSync.size() < was.replicas.size()
        && is.inSync.size() == is.replicas.size())
        out.push_back(moment(u"isr-whole"_s, where, time, Severity::Info,
            PH_TEXT("streams", "%1: all copies in sync again").arg(where), entity));
}

// The lags as they are; those at work come first where there are too many. A sum with a partition
// missing is none.
std::map<UsualLag::Place, qint64> lagsOf(
    KafkaClient& client, const ClusterLook& look, const Token& token)
{
    QStringList names;
    for (const bool resting : {false, true})
        for (const auto& [name, state] : look.groups)
            if ((state == "Empty"_L1) == resting && names.size() < kMostGroups)
                names.append(name);
    std::map<UsualLag::Place, qint64> out;
    const auto lags = fetchLags(client, names, token);
    if (!lags)
        return out; // the look itself has told what is wrong
    std::set<UsualLag::Place> partial;
    for (const GroupLag& group : *lags)
        for (const PartitionLag& part : group.partitions) {
            if (part.problem || (part.committed && !part.lag))
                partial.emplace(group.group, part.topic);
            out[{group.group, part.topic}] += part.lag.value_or(0);
        }
    for (const UsualLag::Place& place : partial)
        out.erase(place);
    return out;
}

bool isRebalance(const QString& state)
{
    return state.contains("Rebalance"_L1) || state == "Assigning"_L1 || state == "Reconciling"_L1;
}

// What is new among the failures of connectors and their tasks, and what runs again.
void eventsOfConnectors(const ClusterLook& before, const ClusterLook& now, const QDateTime& time,
    const QString& ns, std::vector<Event>& out)
{
    using Severity = Event::Severity;
    const auto entity = [&ns](const QString& connector) -> EntityId {
        return {ns, connectorEntity(connector)};
    };
    for (const auto& [what, why] : now.failures)
        if (before.failures.count(what) == 0 && before.connectors.count(what) > 0)
            out.push_back(moment(u"connector-failed"_s, what, time, Severity::Error,
                PH_TEXT("streams", "Connector %1 failed: %2").arg(what).arg(why),
                entity(now.connectors.at(what))));
    for (const auto& [what, connector] : now.connectors)
        if (before.failures.count(what) > 0 && now.failures.count(what) == 0)
            out.push_back(moment(u"connector-back"_s, what, time, Severity::Info,
                PH_TEXT("streams", "Connector %1 runs again").arg(what), entity(connector)));
}

// Of a Connect cluster that does not answer what was known before (`look`) stays.
void lookAtConnectors(const KafkaSetup& setup, ClusterLook& look, const Token& token)
{
    const auto list = ConnectClient(setup.connects)
                          .connectors(tokenWithin(kRestLimit, token), ConnectClient::Topics::Named);
    if (!list)
        return;
    const ClusterLook before = look;
    look.failures.clear();
    look.connectors.clear();
    const auto note = [&look](const QString& what, const ConnectorInfo& of, const QString& state,
                          const QString& trace) {
        look.connectors.emplace(what, of.name);
        if (state == "FAILED"_L1)
            look.failures.emplace(what, trace.section(u'\n', 0, 0).left(300));
    };
    for (const ConnectorInfo& one : list->connectors) {
        note(one.name, one, one.state, one.trace);
        for (const ConnectorTask& task : one.tasks)
            note(u"%1, task %2"_s.arg(one.name).arg(task.id), one, task.state, task.trace);
    }
    if (list->failed.empty())
        return;
    for (const auto& [what, connector] : before.connectors)
        if (look.connectors.emplace(what, connector).second)
            if (const auto why = before.failures.find(what); why != before.failures.end())
                look.failures.insert(*why);
}

} // namespace

std::vector<Event> eventsBetween(
    const ClusterLook& before, const ClusterLook& now, const QDateTime& time, const QString& ns)
{
    using Severity = Event::Severity;
    std::vector<Event> out;
    for (const auto& [id, there] : before.brokers)
        if (now.brokers.count(id) == 0)
            out.push_back(moment(u"broker-gone"_s, QString::number(id), time, Severity::Error,
                PH_TEXT("streams", "Broker %1 is gone").arg(id), {ns, brokerEntity(id)}));
    for (const auto& [id, there] : now.brokers)
        if (before.brokers.count(id) == 0)
            out.push_back(moment(u"broker-back"_s, QString::number(id), time, Severity::Info,
                PH_TEXT("streams", "Broker %1 is there").arg(id), {ns, brokerEntity(id)}));
    for (const auto& [place, is] : now.partitions) {
        const auto was = before.partitions.find(place);
        if (was != before.partitions.end())
            eventsOfPartition(was->second, is, place.first, time, {ns, place.first}, out);
    }
    for (const auto& [name, state] : now.groups) {
        const auto was = before.groups.find(name);
        if (was == before.groups.end() || was->second == state)
            continue;
        const EntityId entity{ns, groupEntity(name)};
        if (isRebalance(state))
            out.push_back(moment(u"rebalance"_s, name, time, Severity::Info,
                PH_TEXT("streams", "%1 rebalances").arg(name), entity));
        else if (state == "Empty"_L1)
            out.push_back(moment(u"group-empty"_s, name, time, Severity::Warning,
                PH_TEXT("streams", "%1 has no members any more").arg(name), entity));
    }
    eventsOfConnectors(before, now, time, ns, out);
    return out;
}

Event eventOf(const UsualLag::Change& change, const QDateTime& time, const QString& ns)
{
    const auto& [group, topic] = change.place;
    const QString what = group + u'/' + topic;
    const EntityId entity{ns, groupEntity(group)};
    if (change.above)
        return moment(u"lag-unusual"_s, what, time, Event::Severity::Warning,
            PH_TEXT("streams", "%1 lags on %2: %3 messages, usually at most %4")
                .arg(group)
                .arg(topic)
                .arg(change.lag)
                .arg(change.usual),
            entity);
    return moment(u"lag-usual"_s, what, time, Event::Severity::Info,
        PH_TEXT("streams", "%1: the lag on %2 is as usual again").arg(group).arg(topic), entity);
}

Call<EventPage> KafkaEvents::since(const QDateTime& from, const QString& cursor, int limit)
{
    return m_core->facets().run(kFacetLimit,
        [from, cursor, limit, kept = m_kept, pace = m_lagPace, ns = m_core->config().ns,
            setup = m_core->setup()](KafkaClient& client, const Token& token) -> Result<EventPage> {
            auto look = lookAt(client, token);
            if (!look)
                return tl::unexpected(look.error());
            look->failures = kept->failures;
            look->connectors = kept->connectors;
            if (!setup->connects.empty() && Clock::now() >= kept->nextConnect) {
                lookAtConnectors(*setup, *look, token);
                kept->failures = look->failures;
                kept->connectors = look->connectors;
                kept->nextConnect = Clock::now() + pace;
            }
            const QDateTime now = QDateTime::currentDateTimeUtc();
            if (kept->last)
                for (Event& event : eventsBetween(*kept->last, *look, now, ns))
                    kept->events.emplace_back(++kept->number, std::move(event));
            if (Clock::now() >= kept->nextLags) {
                for (const auto& change : kept->usual.look(lagsOf(client, *look, token)))
                    kept->events.emplace_back(++kept->number, eventOf(change, now, ns));
                kept->nextLags = Clock::now() + pace;
            }
            kept->last = std::move(*look);
            if (kept->events.size() > kMostKept)
                kept->events.erase(kept->events.begin(), kept->events.end() - kMostKept);
            EventPage page;
            const qint64 seen = cursor.toLongLong();
            page.cursor = QString::number(std::max(seen, kept->number));
            for (const auto& [number, event] : kept->events) {
                if (number <= seen || event.begin < from)
                    continue;
                if (int(page.events.size()) >= limit) {
                    page.more = true;
                    break;
                }
                page.events.push_back(event);
                page.cursor = QString::number(number);
            }
            return page;
        });
}

} // namespace pilothouse::streams
