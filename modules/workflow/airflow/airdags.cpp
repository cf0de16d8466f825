// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airdags.h"

#include "workflow/airflow/decode.h"
#include "workflow/api/ids.h"

#include <QJsonDocument>
#include <QSet>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kMostDags = 20'000;
constexpr int kListParts = 4; // many pages

Error keepsNone(const AirConnection& connection)
{
    return connection.told(
        {Error::Kind::Unsupported, {}, u"Airflow "_s + connection.session().login().version,
            PH_TEXT("workflow", "Airflow keeps versions of DAGs since 3.0."), u"version"_s},
        {});
}

} // namespace

Result<Dags::List> fetchDags(AirConnection& connection, const Token& token)
{
    AirRequest request;
    if (const auto opened = connection.open(token); !opened)
        return tl::unexpected(opened.error());
    request.path = connection.api() + "/dags";
    request.query = AirQuery().add("order_by", u"dag_id"_s).text();
    const auto all = connection.all(request, u"dags"_s, token, kMostDags);
    if (!all)
        return tl::unexpected(all.error());
    Dags::List list;
    list.total = all->total;
    list.truncated = all->total > kMostDags;
    QSet<QString> seen; // a DAG that came in between moves the others to the next page
    for (const QJsonArray& page : all->pages) {
        for (const QJsonValue& value : page) {
            DagInfo dag = dagOf(value.toObject());
            if (dag.id.isEmpty() || seen.contains(dag.id))
                continue;
            seen.insert(dag.id);
            list.dags.push_back(std::move(dag));
        }
    }
    return list;
}

Call<Dags::List> AirDags::list()
{
    return m_core->read(fetchDags, kListParts);
}

Call<DagDetails> AirDags::details(const QString& dag)
{
    return m_core->read([dag](AirConnection& c, const Token& token) -> Result<DagDetails> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        AirRequest request;
        request.path = c.api() + "/dags/" + pathPart(dag) + "/details";
        const auto bytes = c.body(request, token);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto json = objectOf(*bytes);
        if (!json)
            return tl::unexpected(c.told(json.error(), request));
        DagDetails details = dagDetailsOf(*json);
        orderParams(details.params, *bytes);
        return details;
    });
}

Call<std::vector<DagVersion>> AirDags::versions(const QString& dag)
{
    return m_core->read(
        [dag](AirConnection& c, const Token& token) -> Result<std::vector<DagVersion>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            if (!c.isThree())
                return tl::unexpected(keepsNone(c));
            AirRequest request;
            request.path = "/api/v2/dags/" + pathPart(dag) + "/dagVersions";
            request.query = AirQuery().add("order_by", u"-version_number"_s).text();
            const auto all = c.all(request, u"dag_versions"_s, token, 1000);
            if (!all)
                return tl::unexpected(all.error());
            std::vector<DagVersion> out;
            for (const QJsonArray& page : all->pages)
                for (const QJsonValue& value : page)
                    out.push_back(dagVersionOf(value.toObject()));
            return out;
        });
}

Call<DagSource> AirDags::source(const QString& dag, int version)
{
    return m_core->read([dag, version](AirConnection& c, const Token& token) -> Result<DagSource> {
        if (const auto opened = c.open(token); !opened)
            return tl::unexpected(opened.error());
        AirRequest request;
        if (c.isThree()) {
            request.path = "/api/v2/dagSources/" + pathPart(dag);
            if (version > 0)
                request.query = AirQuery().add("version_number", version).text();
        } else {
            if (version > 0)
                return tl::unexpected(keepsNone(c));
            AirRequest one; // the source is asked for by its file's token
            one.path = "/api/v1/dags/" + pathPart(dag);
            const auto info = c.object(one, token);
            if (!info)
                return tl::unexpected(info.error());
            request.path
                = "/api/v1/dagSources/" + pathPart(info->value("file_token"_L1).toString());
        }
        const auto json = c.object(request, token);
        if (!json)
            return tl::unexpected(json.error());
        return DagSource{json->value("content"_L1).toString(),
            version > 0 ? int(json->value("version_number"_L1).toDouble()) : 0};
    });
}

Call<std::vector<ImportError>> AirDags::importErrors()
{
    return m_core->read(
        [](AirConnection& c, const Token& token) -> Result<std::vector<ImportError>> {
            if (const auto opened = c.open(token); !opened)
                return tl::unexpected(opened.error());
            AirRequest request;
            request.path = c.api() + "/importErrors";
            const auto all = c.all(request, u"import_errors"_s, token, 5000);
            if (!all)
                return tl::unexpected(all.error());
            std::vector<ImportError> out;
            for (const QJsonArray& page : all->pages)
                for (const QJsonValue& value : page)
                    out.push_back(importErrorOf(value.toObject()));
            return out;
        });
}

Act AirDags::setPaused(const DagInfo& dag, bool paused)
{
    ActParts parts;
    parts.word = paused ? u"pause"_s : u"unpause"_s;
    parts.title = paused ? PH_TEXT("workflow", "Pause") : PH_TEXT("workflow", "Unpause");
    parts.question = paused ? PH_TEXT("workflow", "Pause %1?").arg(dag.id)
                            : PH_TEXT("workflow", "Unpause %1?").arg(dag.id);
    parts.consequence = paused
        ? PH_TEXT("workflow", "No new run starts and no further task of its runs is scheduled.")
        : PH_TEXT("workflow", "Runs that are due start at once.");
    parts.button = parts.title;
    parts.icon = paused ? u"pause"_s : u"play"_s;
    parts.target = dagEntity(m_core->config().ns, dag.id);
    AirRequest request;
    request.method = "PATCH";
    request.path = m_core->api() + "/dags/" + pathPart(dag.id);
    request.query = "update_mask=is_paused";
    request.body = paused ? R"({"is_paused": true})" : R"({"is_paused": false})";
    parts.requests = {request};
    return m_core->act(std::move(parts));
}

Act AirDags::parseAgain(const DagInfo& dag)
{
    ActParts parts;
    parts.word = u"parse"_s;
    parts.title = PH_TEXT("workflow", "Parse file again");
    parts.question = PH_TEXT("workflow", "Parse the file of %1 again?").arg(dag.id);
    parts.consequence
        = PH_TEXT("workflow", "The DAG processor takes it next. Runs are not touched.");
    parts.button = PH_TEXT("workflow", "Parse");
    parts.icon = u"refresh"_s;
    parts.target = dagEntity(m_core->config().ns, dag.id);
    AirRequest request;
    request.method = "PUT";
    request.path = m_core->api() + "/parseDagFile/" + pathPart(dag.fileToken);
    request.mayWait = true; // the DAG processor has not taken the former one yet
    parts.requests = {request};
    if (dag.fileToken.isEmpty())
        parts.impossible = Error{Error::Kind::Unsupported, m_core->config().id, dag.file,
            PH_TEXT("workflow", "The server does not tell how to ask for this file."), {}};
    return m_core->act(std::move(parts));
}

} // namespace pilothouse::workflow
