// SPDX-License-Identifier: GPL-3.0-or-later
// Search and lineage: names by SCAN, bounded in time, and who reads which stream.
#include "queue/redis/redisfacets.h"

#include "queue/redis/redisstreams.h"
#include "queue/redis/rediswalk.h"

#include <QHash>

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kSnapshotTime{1500};
constexpr milliseconds kFindTime{400};
constexpr milliseconds kStreamTime{500};

// Walks until the time is up, `enough` says so, or all was seen. What was found stands.
template <class F>
VoidResult walkFor(RedisConnection& connection, const Token& token, const ScanQuery& query,
    milliseconds time, F take)
{
    RedisWalk walk(connection, token, query);
    if (const auto begun = walk.begin(); !begun)
        return begun;
    const auto until = Clock::now() + time;
    for (;;) {
        const auto step = walk.receive();
        if (!step)
            return tl::unexpected(step.error());
        bool more = true;
        for (const Reply& name : step->items[1].items)
            more = take(name.bytes) && more;
        if (walk.atEnd() || !more || Clock::now() >= until)
            return {};
        if (const auto sent = walk.sendNext(); !sent)
            return sent;
    }
}

SearchItem keyItem(const QString& ns, const QByteArray& key)
{
    const QString name = entityName(key);
    const qsizetype colon = name.lastIndexOf(u':');
    return {{ns, name}, u"key"_s, name, colon > 0 ? name.first(colon + 1) : QString()};
}

} // namespace

QString groupEntity(const QByteArray& stream, const QByteArray& group)
{
    return entityName(stream) + u'#' + entityName(group);
}

Result<std::vector<QByteArray>> findStreams(
    RedisConnection& connection, const Token& token, int limit)
{
    std::vector<QByteArray> out;
    ScanQuery query;
    query.type = KeyType::Stream;
    const auto walked = walkFor(connection, token, query, kStreamTime, [&](const QByteArray& name) {
        if (std::find(out.begin(), out.end(), name) == out.end())
            out.push_back(name);
        return int(out.size()) < limit;
    });
    if (!walked && walked.error().kind != Error::Kind::Unsupported) // TYPE is of 6.0
        return tl::unexpected(walked.error());
    std::sort(out.begin(), out.end());
    if (int(out.size()) > limit)
        out.resize(size_t(limit));
    return out;
}

Call<std::vector<SearchItem>> RedisSearch::snapshot(int limit)
{
    return m_core->facets().run(kFacetLimit,
        [limit, ns = m_core->config().ns](
            RedisConnection& c, const Token& token) -> Result<std::vector<SearchItem>> {
            QHash<QByteArray, qint64> prefixes;
            std::vector<QByteArray> names;
            const size_t room = size_t(std::max(limit, 1));
            const auto walked = walkFor(c, token, {}, kSnapshotTime, [&](const QByteArray& name) {
                const qsizetype colon = name.indexOf(':');
                if (colon > 0)
                    ++prefixes[name.first(colon + 1)];
                if (names.size() < room)
                    names.push_back(name);
                return true;
            });
            if (!walked)
                return tl::unexpected(walked.error());
            std::vector<std::pair<QByteArray, qint64>> order;
            for (auto it = prefixes.cbegin(); it != prefixes.cend(); ++it)
                order.emplace_back(it.key(), it.value());
            std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
                return a.second != b.second ? a.second > b.second : a.first < b.first;
            });
            std::vector<SearchItem> out;
            for (const auto& [prefix, count] : order) {
                if (out.size() >= room)
                    break;
                const QString name = entityName(prefix);
                out.push_back({{ns, name}, u"key-prefix"_s, name, QString::number(count)});
            }
            for (const QByteArray& name : names) {
                if (out.size() >= room)
                    break;
                out.push_back(keyItem(ns, name));
            }
            return out;
        });
}

Call<std::vector<SearchItem>> RedisSearch::find(const QString& text, int limit)
{
    return m_core->facets().run(kFacetLimit,
        [text, limit, ns = m_core->config().ns](
            RedisConnection& c, const Token& token) -> Result<std::vector<SearchItem>> {
            std::vector<SearchItem> out;
            const QByteArray exact = keyOfEntity(text);
            const auto there = c.read({"EXISTS", exact}, token); // the whole name costs nothing
            if (!there)
                return tl::unexpected(there.error());
            if (there->integer > 0)
                out.push_back(keyItem(ns, exact));
            ScanQuery query;
            query.pattern = '*' + globEscaped(exact) + '*';
            const auto walked = walkFor(c, token, query, kFindTime, [&](const QByteArray& name) {
                if (name != exact && int(out.size()) < limit)
                    out.push_back(keyItem(ns, name));
                return int(out.size()) < limit;
            });
            if (!walked)
                return tl::unexpected(walked.error());
            return out;
        });
}

Call<std::vector<LineageEdge>> RedisLineage::edges(const EntityId& entity, int hops)
{
    return m_core->facets().run(kFacetLimit,
        [entity, hops, ns = m_core->config().ns](
            RedisConnection& c, const Token& token) -> Result<std::vector<LineageEdge>> {
            std::vector<LineageEdge> out;
            if (hops <= 0 || (!entity.ns.isEmpty() && entity.ns != ns))
                return out;
            std::vector<QByteArray> streams;
            const qsizetype hash = entity.name.lastIndexOf(u'#');
            if (entity.name.isEmpty()) {
                const auto found = findStreams(c, token, 200);
                if (!found)
                    return tl::unexpected(found.error());
                streams = *found;
            } else {
                streams.push_back(keyOfEntity(
                    hash > 0 ? QStringView(entity.name).first(hash) : QStringView(entity.name)));
            }
            std::vector<Command> commands;
            for (const QByteArray& stream : streams)
                commands.push_back({"XINFO", "GROUPS", stream});
            const auto answers = c.readAll(commands, token);
            if (!answers)
                return tl::unexpected(answers.error());
            for (size_t i = 0; i < streams.size(); ++i) {
                const auto groups = groupsOf((*answers)[i]);
                if (!groups) // gone, or of another type: no edges
                    continue;
                for (const StreamGroup& group : *groups) {
                    LineageEdge edge{{ns, entityName(streams[i])},
                        {ns, groupEntity(streams[i], group.name)}, u"group"_s,
                        streamMetric(streams[i])};
                    // Asked for one group: at one hop only its own edge, else its siblings too.
                    if (hash <= 0 || hops > 1 || edge.to.name == entity.name)
                        out.push_back(std::move(edge));
                }
            }
            return out;
        });
}

} // namespace pilothouse::queue
