// SPDX-License-Identifier: GPL-3.0-or-later
// Search, lineage, previews and actions.
#include "workflow/airflow/airfacets.h"

#include "workflow/airflow/airacts.h"
#include "workflow/airflow/airdags.h"
#include "workflow/airflow/airruns.h"
#include "workflow/airflow/decode.h"
#include "workflow/api/schedule.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kDagsWithTasks = 40; // one request each, four at a time

SearchItem dagItem(const DagInfo& dag, const QString& ns)
{
    return {dagEntity(ns, dag.id), u"dag"_s, dag.id, {}, {}, scheduleOf(dag)};
}

Result<std::vector<SearchItem>> fetchItems(
    AirConnection& c, const QString& ns, int limit, const Token& token)
{
    const auto list = fetchDags(c, token);
    if (!list)
        return tl::unexpected(list.error());
    std::vector<SearchItem> out;
    std::vector<AirRequest> requests;
    QStringList asked;
    for (const DagInfo& dag : list->dags) {
        if (int(out.size()) >= limit)
            return out;
        out.push_back(dagItem(dag, ns));
        if (!dag.paused && asked.size() < kDagsWithTasks) {
            AirRequest request;
            request.path = c.api() + "/dags/" + pathPart(dag.id) + "/tasks";
            requests.push_back(std::move(request));
            asked.append(dag.id);
        }
    }
    if (requests.empty())
        return out;
    const auto bodies = c.bodies(std::move(requests), token);
    if (!bodies)
        return out; // the DAGs are worth having alone
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const auto page = pageOf((*bodies)[size_t(i)], u"tasks"_s);
        if (!page)
            continue;
        for (const QJsonValue& value : page->items) {
            if (int(out.size()) >= limit)
                return out;
            const QString task = value.toObject().value("task_id"_L1).toString();
            out.push_back({taskEntity(ns, asked[i], task), u"task"_s, task, asked[i]});
        }
    }
    return out;
}

// The DAG an entity's name begins with: ids may hold dots, so the server decides.
Result<Target> fetchTarget(AirConnection& c, const EntityId& entity, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    const QString& name = entity.name;
    Error last{Error::Kind::NotFound, c.setup().config.id, name, {}, {}};
    for (qsizetype end = name.indexOf(u'.');; end = name.indexOf(u'.', end + 1)) {
        AirRequest request;
        const QString dag = end < 0 ? name : name.left(end);
        request.path = c.api() + "/dags/" + pathPart(dag);
        const auto found = c.object(request, token);
        if (found)
            return targetOf({entity, {}, {}}, {dag});
        last = found.error();
        if (end < 0 || last.kind != Error::Kind::NotFound)
            return tl::unexpected(last);
    }
}

} // namespace

EntityId assetEntity(const QString& ns, const QString& uri)
{
    const QUrl url(uri);
    const QStringList path = url.path().split(u'/', Qt::SkipEmptyParts);
    const bool table = (url.scheme() == "postgres"_L1 || url.scheme() == "postgresql"_L1)
        && path.size() == 3 && !url.host().isEmpty();
    if (!table)
        return {ns, uri};
    return {QString(u"postgres://"_s + url.host()), path.join(u'.')};
}

Call<std::vector<SearchItem>> AirSearch::snapshot(int limit)
{
    return m_core->facet([limit, ns = m_core->config().ns](AirConnection& c, const Token& token) {
        return fetchItems(c, ns, limit, token);
    });
}

Call<std::vector<SearchItem>> AirSearch::find(const QString& text, int limit)
{
    return m_core->facet([text, limit, ns = m_core->config().ns](AirConnection& c,
                             const Token& token) -> Result<std::vector<SearchItem>> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        AirRequest request;
        request.path = c.api() + "/dags";
        // SQL LIKE; the wildcards of the text itself are meant.
        request.query = AirQuery().add("dag_id_pattern", QString(u'%' + text + u'%')).text();
        const auto all = c.all(request, u"dags"_s, token, limit);
        if (!all)
            return tl::unexpected(all.error());
        std::vector<SearchItem> out;
        for (const QJsonArray& page : all->pages)
            for (const QJsonValue& value : page)
                if (int(out.size()) < limit)
                    out.push_back(dagItem(dagOf(value.toObject()), ns));
        return out;
    });
}

Call<std::vector<LineageEdge>> AirLineage::edges(const EntityId& entity, int hops)
{
    return m_core->facet([entity, hops, ns = m_core->config().ns](AirConnection& c,
                             const Token& token) -> Result<std::vector<LineageEdge>> {
        std::vector<LineageEdge> all;
        if (hops <= 0)
            return all;
        const auto assets = fetchAssets(c, token);
        if (!assets)
            return tl::unexpected(assets.error());
        for (const AssetInfo& asset : *assets) {
            const EntityId id = assetEntity(ns, asset.uri);
            for (const QString& task : asset.producers)
                all.push_back({{ns, task}, id, u"asset"_s, {}});
            for (const QString& dag : asset.consumers)
                all.push_back({id, dagEntity(ns, dag), u"asset"_s, {}});
        }
        const auto map = fetchMap(c, token);
        if (map) { // a DAG that starts another, or waits for it: through the node in between
            QHash<QString, const MapNode*> nodes;
            for (const MapNode& node : map->nodes)
                nodes.insert(node.id, &node);
            const auto dagOfNode = [&](const QString& id) {
                const MapNode* node = nodes.value(id);
                return node && node->kind == MapNode::Kind::Dag ? node->dag : QString();
            };
            for (const MapNode& node : map->nodes) {
                if (node.kind != MapNode::Kind::Trigger && node.kind != MapNode::Kind::Sensor)
                    continue;
                for (const auto& in : map->edges)
                    for (const auto& out : map->edges) {
                        if (in.second != node.id || out.first != node.id)
                            continue;
                        const QString from = dagOfNode(in.first), to = dagOfNode(out.second);
                        if (!from.isEmpty() && !to.isEmpty())
                            all.push_back({dagEntity(ns, from), dagEntity(ns, to),
                                node.kind == MapNode::Kind::Trigger ? u"trigger"_s : u"sensor"_s,
                                {}});
                    }
            }
        }
        if (entity.name.isEmpty())
            return all;
        // The tasks of the DAG that was asked for.
        if (entity.ns == ns) {
            const auto target = fetchTarget(c, entity, token);
            if (target) {
                const auto structure = fetchStructure(c, target->dag, 0, token);
                if (!structure)
                    return tl::unexpected(structure.error());
                for (const TaskEdge& edge : structure->edges)
                    all.push_back({taskEntity(ns, target->dag, edge.from),
                        taskEntity(ns, target->dag, edge.to), u"task"_s, {}});
            }
        }
        // A DAG is reached with its tasks.
        const auto inside = [&](const EntityId& at, const EntityId& id) {
            return at == id || (at.ns == ns && id.ns == ns && id.name.startsWith(at.name + u'.'));
        };
        std::vector<LineageEdge> out;
        std::vector<bool> taken(all.size(), false);
        std::vector<EntityId> reached{entity};
        for (int hop = 0; hop < hops; ++hop) {
            std::vector<EntityId> next;
            for (size_t i = 0; i < all.size(); ++i) {
                if (taken[i])
                    continue;
                const bool near
                    = std::any_of(reached.begin(), reached.end(), [&](const EntityId& at) {
                          return inside(at, all[i].from) || inside(at, all[i].to);
                      });
                if (!near)
                    continue;
                taken[i] = true;
                out.push_back(all[i]);
                next.push_back(all[i].from);
                next.push_back(all[i].to);
            }
            reached = std::move(next);
        }
        return out;
    });
}

Call<RowSet> AirPreview::preview(const EntityId& entity, int rows)
{
    return m_core->facet([entity, rows](AirConnection& c, const Token& token) -> Result<RowSet> {
        const auto target = fetchTarget(c, entity, token);
        if (!target)
            return tl::unexpected(target.error());
        RunQuery newest;
        newest.dag = target->dag;
        newest.limit = 1;
        const auto runs = fetchRuns(c, newest, token);
        if (!runs)
            return tl::unexpected(runs.error());
        RowSet out;
        out.columns = {u"run"_s, u"key"_s, u"map"_s, u"value"_s};
        out.types = {u"text"_s, u"text"_s, u"integer"_s, u"json"_s};
        if (runs->runs.empty() || target->task.isEmpty())
            return out;
        TaskRef task{target->dag, runs->runs.front().ref.run, target->task, -1};
        const auto entries = fetchXComs(c, task, token);
        if (!entries)
            return tl::unexpected(entries.error());
        for (const XComEntry& entry : *entries) {
            if (int(out.rows.size()) >= rows) {
                out.truncated = true;
                break;
            }
            task.map = entry.map;
            const auto value = fetchXCom(c, task, entry.key, token);
            if (!value)
                return tl::unexpected(value.error());
            out.rows.push_back(
                {task.run.toUtf8(), entry.key.toUtf8(), QByteArray::number(entry.map), *value});
        }
        return out;
    });
}

Call<std::vector<Act>> AirActions::forEntity(const EntityId& entity)
{
    if (entity.name.isEmpty() || entity.name.contains("://"_L1))
        return Call<std::vector<Act>>::ready(m_core->runtime(), std::vector<Act>());
    DagInfo dag;
    dag.id = entity.name;
    TriggerRequest trigger;
    trigger.dag = entity.name;
    return m_core->facet(
        [entity, maker = m_core->actMaker(), run = m_acts.trigger(trigger),
            pause = m_dags.setPaused(dag, true), unpause = m_dags.setPaused(dag, false)](
            AirConnection& c, const Token& token) -> Result<std::vector<Act>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            AirRequest request;
            request.path = c.api() + "/dags/" + pathPart(entity.name);
            const auto json = c.object(request, token);
            if (!json && json.error().kind == Error::Kind::NotFound)
                return std::vector<Act>(); // a task, or gone
            if (!json)
                return tl::unexpected(json.error());
            std::vector<Act> acts{run, dagOf(*json).paused ? unpause : pause};
            RunQuery newest;
            newest.dag = entity.name;
            newest.limit = 1;
            const auto runs = fetchRuns(c, newest, token);
            if (!runs || runs->runs.empty() || runs->runs.front().state != "failed"_L1)
                return acts;
            ClearRequest clear;
            clear.dag = entity.name;
            clear.run = runs->runs.front().ref.run;
            clear.onlyFailed = true;
            const auto preview = fetchDryRun(c, clearRequest(maker.major, clear, true), token);
            if (preview && !preview->instances.empty())
                acts.push_back(maker(clearParts(maker, clear, *preview)));
            return acts;
        });
}

} // namespace pilothouse::workflow
