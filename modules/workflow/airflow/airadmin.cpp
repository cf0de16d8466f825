// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airadmin.h"

#include "core/log.h"
#include "workflow/airflow/airdags.h"
#include "workflow/airflow/decode.h"
#include "workflow/api/ids.h"
#include "workflow/api/secrets.h"

#include <QJsonDocument>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMostJobs = 50; // schedulers; each restart leaves one

template <class T, class F>
Result<std::vector<T>> fetchList(
    AirConnection& c, const QByteArray& path, const QString& name, const Token& token, F decode)
{
    AirRequest request;
    request.path = c.api() + path;
    const auto all = c.all(request, name, token, 20'000);
    if (!all)
        return tl::unexpected(all.error());
    std::vector<T> out;
    for (const QJsonArray& page : all->pages)
        for (const QJsonValue& value : page)
            out.push_back(decode(value.toObject()));
    return out;
}

// The list of calls the server itself publishes; empty where it publishes none.
QStringList publishedPaths(AirConnection& c, const Token& token)
{
    AirRequest request;
    request.path = "/openapi.json";
    const auto json = c.object(request, token);
    return json ? json->value("paths"_L1).toObject().keys() : QStringList();
}

Result<Capabilities> fetchCapabilities(AirConnection& c, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    if (const auto known = c.session().capabilities())
        return *known;
    const AirSession::Login login = c.session().login();
    Capabilities can;
    can.version = login.version;
    can.major = login.major;
    can.mayWrite = c.session().mayWrite();
    if (login.major == 3) {
        const QStringList paths = publishedPaths(c, token);
        const auto has = [&](const QString& path) {
            return paths.isEmpty() || paths.contains("/api/v2"_L1 + path);
        };
        can.dagVersions = has(u"/dags/{dag_id}/dagVersions"_s);
        can.backfills = has(u"/backfills"_s);
        can.assets = has(u"/assets"_s);
        can.awaitsInput = has(u"/dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails"_s);
        // The private calls publish nothing; one of them stands for them.
        AirRequest probe;
        probe.path = "/ui/config";
        const bool answers = c.session().privateApi() && c.object(probe, token);
        can.privateStructure = can.privateGrid = can.privateGantt = answers;
        can.deadlines = answers; // told with the runs of the private grid
    } else {
        const bool answers = c.session().privateApi() && login.cookie;
        can.privateStructure = can.privateGrid = answers;
    }
    c.session().setCapabilities(can);
    return can;
}

AirRequest poolRequest(const QByteArray& api, const PoolInfo& pool, bool known)
{
    QJsonObject body{{u"name"_s, pool.name}, {u"slots"_s, pool.size},
        {u"description"_s, pool.description}, {u"include_deferred"_s, pool.includeDeferred}};
    AirRequest request;
    request.method = known ? "PATCH" : "POST";
    request.path = api + "/pools" + (known ? "/" + pathPart(pool.name) : QByteArray());
    if (known && api == "/api/v2") {
        // The default pool keeps its name and description.
        body.remove(u"name"_s);
        body.insert(u"pool"_s, pool.name);
        request.query = "update_mask=slots&update_mask=description&update_mask=include_deferred";
        if (pool.name == "default_pool"_L1) {
            body.remove(u"description"_s);
            request.query = "update_mask=slots&update_mask=include_deferred";
        }
    } else if (known && pool.name == "default_pool"_L1) {
        body = {{u"name"_s, pool.name}, {u"slots"_s, pool.size},
            {u"include_deferred"_s, pool.includeDeferred}};
        request.query = "update_mask=slots,include_deferred";
    }
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace

Result<ServerState> fetchState(AirConnection& c, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    AirRequest request;
    request.path = c.isThree() ? "/api/v2/monitor/health" : "/api/v1/health";
    const auto json = c.object(request, token);
    if (!json)
        return tl::unexpected(json.error());
    ServerState state;
    state.components = healthOf(*json);
    std::tie(state.skewMs, state.serverTime) = c.session().skew();
    return state;
}

Result<std::vector<PoolInfo>> fetchPools(AirConnection& c, const Token& token)
{
    if (const auto opened = c.open(token); !opened)
        return tl::unexpected(opened.error());
    return fetchList<PoolInfo>(c, "/pools", u"pools"_s, token, poolOf);
}

Call<Capabilities> AirAdmin::capabilities()
{
    return m_core->read(fetchCapabilities);
}

Call<ServerState> AirAdmin::state()
{
    return m_core->read(fetchState);
}

Call<std::vector<JobInfo>> AirAdmin::schedulers()
{
    return m_core->read([](AirConnection& c, const Token& token) -> Result<std::vector<JobInfo>> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        if (!c.isThree())
            return tl::unexpected(Error{Error::Kind::Unsupported, c.setup().config.id, u"jobs"_s,
                PH_TEXT("workflow", "This server does not tell its processes."), {}});
        AirRequest request;
        request.path = c.api() + "/jobs";
        request.query = AirQuery()
                            .add("job_type", u"SchedulerJob"_s)
                            .add("order_by", u"-start_date"_s)
                            .text();
        const auto all = c.all(request, u"jobs"_s, token, kMostJobs);
        if (!all)
            return tl::unexpected(all.error());
        std::vector<JobInfo> jobs;
        for (const QJsonArray& page : all->pages)
            for (const QJsonValue& value : page)
                jobs.push_back(jobOf(value.toObject()));
        return jobs;
    });
}

Call<std::vector<PoolInfo>> AirAdmin::pools()
{
    return m_core->read(fetchPools);
}

Call<std::vector<VariableInfo>> AirAdmin::variables()
{
    return m_core->read(
        [](AirConnection& c, const Token& token) -> Result<std::vector<VariableInfo>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            return fetchList<VariableInfo>(c, "/variables", u"variables"_s, token, variableOf);
        });
}

Call<std::vector<ConnectionInfo>> AirAdmin::connections()
{
    return m_core->read([](AirConnection& c,
                            const Token& token) -> Result<std::vector<ConnectionInfo>> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        return fetchList<ConnectionInfo>(c, "/connections", u"connections"_s, token, connectionOf);
    });
}

Call<std::vector<AssetInfo>> AirAdmin::assets()
{
    return m_core->read(fetchAssets, 2);
}

Call<std::vector<AssetEvent>> AirAdmin::assetEvents(qint64 asset, int limit)
{
    return m_core->read(
        [asset, limit](AirConnection& c, const Token& token) -> Result<std::vector<AssetEvent>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            const bool three = c.isThree();
            AirRequest request;
            request.path = three ? "/api/v2/assets/events" : "/api/v1/datasets/events";
            AirQuery query;
            query.add("order_by", u"-timestamp"_s);
            if (asset > 0)
                query.add(three ? "asset_id" : "dataset_id", asset);
            request.query = query.text();
            const auto all
                = c.all(request, three ? u"asset_events"_s : u"dataset_events"_s, token, limit);
            if (!all)
                return tl::unexpected(all.error());
            std::vector<AssetEvent> out;
            for (const QJsonArray& page : all->pages)
                for (const QJsonValue& value : page)
                    out.push_back(assetEventOf(value.toObject()));
            return out;
        });
}

Act AirAdmin::setPool(const PoolInfo& pool)
{
    ActParts parts;
    parts.word = u"set-pool"_s;
    parts.title = PH_TEXT("workflow", "Set pool");
    parts.question = PH_TEXT("workflow", "Set pool %1 to %2 slots?").arg(pool.name).arg(pool.size);
    parts.consequence
        = PH_TEXT("workflow", "Tasks that run go on; the next ones keep to the new size.");
    parts.button = PH_TEXT("workflow", "Set");
    parts.icon = u"sliders"_s;
    parts.target = EntityId{m_core->config().ns, QString(u"pool:"_s + pool.name)};
    parts.requests = {poolRequest(m_core->api(), pool, !pool.isNew)};
    return m_core->act(std::move(parts));
}

Act AirAdmin::removePool(const PoolInfo& pool)
{
    ActParts parts;
    parts.word = u"remove-pool"_s;
    parts.title = PH_TEXT("workflow", "Delete pool");
    parts.question = PH_TEXT("workflow", "Delete pool %1?").arg(pool.name);
    parts.consequence = PH_TEXT("workflow", "Tasks that name it will no longer be scheduled.");
    parts.button = PH_TEXT("workflow", "Delete");
    parts.icon = u"trash"_s;
    parts.target = EntityId{m_core->config().ns, QString(u"pool:"_s + pool.name)};
    parts.destructive = true;
    AirRequest request;
    request.method = "DELETE";
    request.path = m_core->api() + "/pools/" + pathPart(pool.name);
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Act AirAdmin::setVariable(const VariableInfo& variable)
{
    ActParts parts;
    parts.word = u"set-variable"_s;
    parts.title = PH_TEXT("workflow", "Set variable");
    parts.question = PH_TEXT("workflow", "Set variable %1?").arg(variable.key);
    parts.consequence = PH_TEXT("workflow", "Tasks that start from now on read the new value.");
    parts.button = PH_TEXT("workflow", "Set");
    parts.icon = u"edit"_s;
    parts.target = EntityId{m_core->config().ns, QString(u"variable:"_s + variable.key)};
    QJsonObject body{{u"key"_s, variable.key}, {u"value"_s, variable.value.value_or(QString())},
        {u"description"_s, variable.description}};
    AirRequest request;
    request.method = variable.isNew ? "POST" : "PATCH";
    request.path = m_core->api() + "/variables"
        + (variable.isNew ? QByteArray() : "/" + pathPart(variable.key));
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    if (variable.secret || namesSecret(variable.key)) {
        redactInLogs(Secret(variable.value.value_or(QString())));
        body.insert(u"value"_s, kHidden.toString());
        request.shown = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    parts.requests = {request};
    if (!variable.value)
        parts.impossible = Error{Error::Kind::Refused, m_core->config().id, variable.key,
            PH_TEXT("workflow", "A masked value is not known here; enter a new one."), {}};
    return m_core->act(std::move(parts));
}

Act AirAdmin::removeVariable(const VariableInfo& variable)
{
    ActParts parts;
    parts.word = u"remove-variable"_s;
    parts.title = PH_TEXT("workflow", "Delete variable");
    parts.question = PH_TEXT("workflow", "Delete variable %1?").arg(variable.key);
    parts.consequence = PH_TEXT("workflow", "Tasks that read it will fail.");
    parts.button = PH_TEXT("workflow", "Delete");
    parts.icon = u"trash"_s;
    parts.target = EntityId{m_core->config().ns, QString(u"variable:"_s + variable.key)};
    parts.destructive = true;
    AirRequest request;
    request.method = "DELETE";
    request.path = m_core->api() + "/variables/" + pathPart(variable.key);
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Act AirAdmin::materialize(const AssetInfo& asset)
{
    ActParts parts;
    parts.word = u"materialize"_s;
    parts.title = PH_TEXT("workflow", "Materialise");
    parts.question = PH_TEXT("workflow", "Materialise %1?").arg(asset.name);
    parts.consequence = PH_TEXT("workflow", "A run of the DAG that produces it starts.");
    parts.button = parts.title;
    parts.icon = u"play"_s;
    parts.target = EntityId{m_core->config().ns, asset.uri};
    AirRequest request;
    request.method = "POST";
    request.path = "/api/v2/assets/" + QByteArray::number(asset.id) + "/materialize";
    parts.requests = {request};
    if (m_core->major() == 2)
        parts.impossible = Error{Error::Kind::Unsupported, m_core->config().id, u"Airflow 2"_s,
            PH_TEXT("workflow", "Airflow 2 cannot do it. Trigger the DAG that produces it."), {}};
    return m_core->act(std::move(parts));
}

} // namespace pilothouse::workflow
