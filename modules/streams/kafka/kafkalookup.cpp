// SPDX-License-Identifier: GPL-3.0-or-later
// Names for the palette, who reads which topic, and the newest messages of one.
#include "streams/api/names.h"
#include "streams/kafka/connectclient.h"
#include "streams/kafka/kafkafacets.h"
#include "streams/kafka/kafkagroups.h"
#include "streams/kafka/kafkamessages.h"
#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/registryclient.h"
#include "streams/kafka/restwithin.h"

#include <set>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kMostGroups = 2000; // whose commits are read for edges

Result<std::vector<SearchItem>> fetchNames(KafkaClient& client, const KafkaSetup& setup,
    const QString& text, int limit, const Token& token)
{
    const QString ns = setup.config.ns;
    const auto topics = fetchTopics(client, std::nullopt, token);
    if (!topics)
        return tl::unexpected(topics.error());
    const auto groups = fetchGroups(client, token);
    if (!groups && groups.error().kind != Error::Kind::Auth)
        return tl::unexpected(groups.error());
    std::vector<SearchItem> out;
    const auto add = [&](const EntityId& entity, const QString& kind, const QString& name,
                         const QString& context) {
        if (int(out.size()) < limit && (text.isEmpty() || name.contains(text, Qt::CaseInsensitive)))
            out.push_back({entity, kind, name, context});
    };
    for (const TopicInfo& topic : *topics)
        if (!topic.internal)
            add({ns, topic.name}, u"topic"_s, topic.name, QString::number(topic.partitions.size()));
    if (groups)
        for (const GroupInfo& group : groups->groups)
            add({ns, groupEntity(group.name)}, u"group"_s, group.name, group.state);
    // A Connect or a registry that is away, or hangs, takes only its own names with it.
    if (!setup.connects.empty()) {
        const auto list
            = ConnectClient(setup.connects)
                  .connectors(tokenWithin(kRestLimit, token), ConnectClient::Topics::Named);
        if (list)
            for (const ConnectorInfo& one : list->connectors)
                add({ns, connectorEntity(one.name)}, u"connector"_s, one.name, one.state);
    }
    if (setup.registry) {
        const auto subjects = RegistryClient(setup.registry, setup.schemas)
                                  .subjects(false, tokenWithin(kRestLimit, token));
        if (subjects)
            for (const QString& one : *subjects)
                add({ns, subjectEntity(one)}, u"subject"_s, one, {});
    }
    for (const TopicInfo& topic : *topics)
        if (topic.internal)
            add({ns, topic.name}, u"topic"_s, topic.name, QString::number(topic.partitions.size()));
    return out;
}

Result<std::vector<LineageEdge>> fetchEdges(
    KafkaClient& client, const EntityId& entity, int hops, const Token& token)
{
    const StreamEntity asked = parsedEntity(entity.name);
    QStringList names;
    if (asked.kind == StreamEntity::Kind::Group && hops <= 1) {
        names.append(asked.name);
    } else {
        const auto groups = fetchGroups(client, token);
        if (!groups)
            return tl::unexpected(groups.error());
        for (const GroupInfo& group : groups->groups)
            if (names.size() < kMostGroups)
                names.append(group.name);
    }
    const auto commits = fetchCommits(client, names, token);
    if (!commits)
        return tl::unexpected(commits.error());
    std::set<std::pair<QString, QString>> reads; // topic and group
    for (qsizetype i = 0; i < names.size(); ++i)
        for (const CommitTold& commit : (*commits)[size_t(i)].commits)
            if (commit.offset >= 0)
                reads.emplace(commit.topic, names[i]);
    // Within so many hops of the entity; both ends count.
    std::set<QString> near{entity.name};
    std::set<std::pair<QString, QString>> found;
    if (entity.name.isEmpty())
        found = reads;
    for (int hop = 0; hop < hops && !entity.name.isEmpty(); ++hop) {
        std::set<QString> next = near;
        for (const auto& [topic, group] : reads) {
            const QString end = groupEntity(group);
            if (near.count(topic) == 0 && near.count(end) == 0)
                continue;
            found.emplace(topic, group);
            next.insert(topic);
            next.insert(end);
        }
        near = std::move(next);
    }
    std::vector<LineageEdge> out;
    for (const auto& [topic, group] : found)
        out.push_back({{entity.ns, topic}, {entity.ns, groupEntity(group)}, u"group"_s,
            groupOutMetric(group, topic)});
    return out;
}

// What connectors carry: from a source into topics, from topics into a sink, whose group Connect
// names after it.
std::vector<LineageEdge> edgesOf(
    const std::vector<ConnectorInfo>& connectors, const EntityId& entity, int hops)
{
    std::set<QString> near{entity.name};
    std::set<std::pair<QString, QString>> found; // connector and topic
    const bool all = entity.name.isEmpty();
    for (int hop = 0; hop < (all ? 1 : hops); ++hop) {
        std::set<QString> next = near;
        for (const ConnectorInfo& one : connectors)
            for (const QString& topic : one.topics) {
                const QString end = connectorEntity(one.name);
                if (!all && near.count(topic) == 0 && near.count(end) == 0)
                    continue;
                found.emplace(one.name, topic);
                next.insert(topic);
                next.insert(end);
            }
        near = std::move(next);
    }
    std::vector<LineageEdge> out;
    for (const ConnectorInfo& one : connectors)
        for (const QString& topic : one.topics) {
            if (found.count({one.name, topic}) == 0)
                continue;
            const EntityId end{entity.ns, connectorEntity(one.name)};
            const EntityId inside{entity.ns, topic};
            if (one.isSource)
                out.push_back({end, inside, u"connector"_s, topicInMetric(topic)});
            else
                out.push_back(
                    {inside, end, u"connector"_s, groupOutMetric(u"connect-"_s + one.name, topic)});
        }
    return out;
}

} // namespace

Call<std::vector<SearchItem>> KafkaSearch::snapshot(int limit)
{
    return find({}, limit);
}

Call<std::vector<SearchItem>> KafkaSearch::find(const QString& text, int limit)
{
    return m_core->facets().run(kFacetLimit,
        [text, limit, setup = m_core->setup()](KafkaClient& client, const Token& token) {
            return fetchNames(client, *setup, text, limit, token);
        });
}

Call<std::vector<LineageEdge>> KafkaLineage::edges(const EntityId& entity, int hops)
{
    return m_core->facets().run(kFacetLimit,
        [entity, hops, ns = m_core->config().ns, setup = m_core->setup()](
            KafkaClient& client, const Token& token) -> Result<std::vector<LineageEdge>> {
            if (hops <= 0 || (!entity.ns.isEmpty() && entity.ns != ns))
                return std::vector<LineageEdge>();
            auto out = fetchEdges(client, {ns, entity.name}, hops, token);
            if (!out || setup->connects.empty())
                return out;
            // A Connect that is away, or hangs, takes only its own edges with it.
            const Token soon = tokenWithin(kRestLimit, token);
            if (const auto list = ConnectClient(setup->connects).connectors(soon)) {
                const auto more = edgesOf(list->connectors, {ns, entity.name}, hops);
                out->insert(out->end(), more.begin(), more.end());
            }
            return out;
        });
}

Call<RowSet> KafkaPreview::preview(const EntityId& entity, int rows)
{
    return m_core->facets().run(
        kFacetLimit, [entity, rows](KafkaClient& client, const Token& token) -> Result<RowSet> {
            PageQuery query;
            query.topic = entity.name;
            query.limit = rows;
            query.from = {TopicPlace::Kind::BeforeEnd, rows, {}};
            query.cut = 4096;
            const auto page = readPage(client, query, token);
            if (!page)
                return tl::unexpected(page.error());
            RowSet out;
            out.columns = {u"partition"_s, u"offset"_s, u"timestamp"_s, u"key"_s, u"value"_s};
            out.types = {u"int"_s, u"long"_s, u"ms"_s, u"bytes"_s, u"bytes"_s};
            for (const Message& m : page->messages)
                out.rows.push_back({QByteArray::number(m.partition), QByteArray::number(m.offset),
                    m.timestamp < 0 ? QByteArray() : QByteArray::number(m.timestamp), m.key,
                    m.value});
            out.truncated = !page->atBegin;
            return out;
        });
}

} // namespace pilothouse::streams
