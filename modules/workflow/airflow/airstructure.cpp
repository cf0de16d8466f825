// SPDX-License-Identifier: GPL-3.0-or-later
// Structure: the private calls bring groups and labels; the public list of tasks is always there.
#include "workflow/airflow/airdags.h"

#include "workflow/airflow/decode.h"
#include "workflow/airflow/decodegraph.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

DagMap mapOfAssets(const std::vector<AssetInfo>& assets, const std::vector<DagInfo>& dags)
{
    DagMap map;
    for (const DagInfo& dag : dags)
        map.nodes.push_back({QString(u"dag:"_s + dag.id), dag.id, MapNode::Kind::Dag, dag.id, {}});
    for (const AssetInfo& asset : assets) {
        const QString id = u"asset:"_s + QString::number(asset.id);
        map.nodes.push_back({id, asset.name, MapNode::Kind::Asset, {}, asset.uri});
        for (const QString& task : asset.producers)
            for (const DagInfo& dag : dags)
                if (task.startsWith(dag.id + u'.'))
                    map.edges.emplace_back(QString(u"dag:"_s + dag.id), id);
        for (const QString& dag : asset.consumers)
            map.edges.emplace_back(id, QString(u"dag:"_s + dag));
    }
    std::sort(map.edges.begin(), map.edges.end());
    map.edges.erase(std::unique(map.edges.begin(), map.edges.end()), map.edges.end());
    return map;
}

} // namespace

bool mayFallBack(const Error& error)
{
    return error.kind != Error::Kind::Cancelled && error.kind != Error::Kind::Timeout
        && !(error.kind == Error::Kind::Refused && error.code.isEmpty());
}

Result<DagStructure> fetchStructure(
    AirConnection& c, const QString& dag, int version, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    const bool three = c.isThree();
    if (version > 0 && !three)
        return tl::unexpected(c.told(
            {Error::Kind::Unsupported, {}, u"Airflow "_s + c.session().login().version,
                PH_TEXT("workflow", "Airflow keeps versions of DAGs since 3.0."), u"version"_s},
            {}));
    AirRequest list;
    list.path = c.api() + "/dags/" + pathPart(dag) + "/tasks";
    const auto tasksJson = c.object(list, token);
    if (!tasksJson)
        return tl::unexpected(tasksJson.error());
    const QJsonArray tasks = tasksJson->value("tasks"_L1).toArray();

    if (c.session().privateApi() && (three || c.session().login().cookie)) {
        AirRequest graph;
        graph.path = three ? "/ui/structure/structure_data" : "/object/graph_data";
        AirQuery query;
        query.add("dag_id", dag);
        if (version > 0)
            query.add("version_number", version);
        graph.query = query.text();
        const auto json = c.object(graph, token);
        if (json) {
            DagStructure structure
                = three ? structureOfUi(dag, *json, tasks) : structureOfObject(dag, *json, tasks);
            structure.version = version;
            return structure;
        }
        if (!mayFallBack(json.error()) || version > 0)
            return tl::unexpected(json.error());
        // The public call has just answered for this DAG: what is missing is the private one.
        if (json.error().code == "404"_L1 || json.error().kind == Error::Kind::Auth)
            c.session().refusedPrivate();
    } else if (version > 0) {
        return tl::unexpected(c.told(
            {Error::Kind::Unsupported, {}, {},
                PH_TEXT("workflow", "Only the server's private calls tell older structures."),
                u"version"_s},
            {}));
    }
    return structureOfTasks(dag, tasks);
}

Result<std::vector<AssetInfo>> fetchAssets(AirConnection& c, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    AirRequest request;
    request.path = c.isThree() ? "/api/v2/assets" : "/api/v1/datasets";
    const auto all = c.all(request, c.isThree() ? u"assets"_s : u"datasets"_s, token, 20'000);
    if (!all)
        return tl::unexpected(all.error());
    std::vector<AssetInfo> out;
    for (const QJsonArray& page : all->pages)
        for (const QJsonValue& value : page)
            out.push_back(assetOf(value.toObject()));
    return out;
}

Result<DagMap> fetchMap(AirConnection& c, const Token& token)
{
    const auto assets = fetchAssets(c, token);
    if (!assets)
        return tl::unexpected(assets.error());
    if (c.session().privateApi() && c.isThree()) {
        AirRequest request;
        request.path = "/ui/dependencies";
        const auto json = c.object(request, token);
        if (json) {
            DagMap map = mapOfUi(*json);
            for (MapNode& node : map.nodes) {
                if (node.kind != MapNode::Kind::Asset)
                    continue;
                for (const AssetInfo& asset : *assets)
                    if (node.id == u"asset:"_s + QString::number(asset.id))
                        node.uri = asset.uri;
            }
            return map;
        }
        if (!mayFallBack(json.error()))
            return tl::unexpected(json.error());
    }
    const auto dags = fetchDags(c, token);
    if (!dags)
        return tl::unexpected(dags.error());
    return mapOfAssets(*assets, dags->dags);
}

Call<DagStructure> AirStructure::structure(const QString& dag, int version)
{
    return m_core->read(
        [dag, version](AirConnection& c, const Token& token) -> Result<DagStructure> {
            return fetchStructure(c, dag, version, token);
        },
        2);
}

Call<DagMap> AirStructure::map()
{
    return m_core->read(fetchMap, 4);
}

} // namespace pilothouse::workflow
