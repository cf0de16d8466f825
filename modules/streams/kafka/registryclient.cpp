// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/registryclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kMostKept = 1000;

QString wordOf(SchemaInfo::Type type)
{
    return type == SchemaInfo::Type::Protobuf ? u"PROTOBUF"_s
        : type == SchemaInfo::Type::Json      ? u"JSON"_s
                                              : u"AVRO"_s;
}

QByteArray bodyOf(const SchemaInfo& schema)
{
    QJsonObject out{{u"schema"_s, schema.text}, {u"schemaType"_s, wordOf(schema.type)}};
    QJsonArray references;
    for (const SchemaReference& one : schema.references)
        references.append(QJsonObject{
            {u"name"_s, one.name}, {u"subject"_s, one.subject}, {u"version"_s, one.version}});
    if (!references.isEmpty())
        out.insert(u"references"_s, references);
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

// `schemaType` is left out for Avro by Confluent's own.
Result<SchemaInfo> schemaOf(const QJsonValue& value, const QString& service)
{
    const QJsonObject o = value.toObject();
    SchemaInfo out;
    out.subject = o.value("subject"_L1).toString();
    out.version = o.value("version"_L1).toInt();
    out.id = o.value("id"_L1).toInt();
    out.text = o.value("schema"_L1).toString();
    const QString type = o.value("schemaType"_L1).toString();
    if (type == "PROTOBUF"_L1)
        out.type = SchemaInfo::Type::Protobuf;
    else if (type == "JSON"_L1)
        out.type = SchemaInfo::Type::Json;
    else if (!type.isEmpty() && type != "AVRO"_L1)
        return fail(Error::Kind::Unsupported, type, service,
            PH_TEXT("streams", "Schemas of this type are not known."));
    if (!o.value("schema"_L1).isString())
        return fail(Error::Kind::Protocol, u"no schema in the answer"_s, service);
    for (const QJsonValue& one : o.value("references"_L1).toArray()) {
        const QJsonObject r = one.toObject();
        out.references.push_back({r.value("name"_L1).toString(), r.value("subject"_L1).toString(),
            r.value("version"_L1).toInt()});
    }
    return out;
}

QByteArray subjectPath(const QString& subject)
{
    return "/subjects/" + restPart(subject);
}

QByteArray versionWord(int version)
{
    return version <= 0 ? QByteArray("latest") : QByteArray::number(version);
}

bool isMissing(const Error& error)
{
    return error.kind == Error::Kind::NotFound;
}

// The path is not known, other than that what it names is missing (40401, 40402).
bool isNoSuchRequest(const Error& error)
{
    return error.code == "404"_L1 || error.code == "405"_L1 || error.code == "501"_L1;
}

} // namespace

std::optional<SchemaInfo> SchemaCache::find(int id) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_schemas.constFind(id);
    return at == m_schemas.cend() ? std::nullopt : std::optional(*at);
}

void SchemaCache::keep(const SchemaInfo& schema)
{
    const std::lock_guard lock(m_mutex);
    if (!m_schemas.contains(schema.id))
        m_order.append(schema.id);
    m_schemas.insert(schema.id, schema);
    while (m_order.size() > kMostKept)
        m_schemas.remove(m_order.takeFirst());
}

RegistryClient::RegistryClient(
    std::shared_ptr<const RestPlace> place, std::shared_ptr<SchemaCache> cache)
    : m_rest(std::move(place))
    , m_cache(std::move(cache))
{
}

Result<QStringList> RegistryClient::subjects(bool deleted, const Token& token)
{
    const auto ask = [&](const QByteArray& query) -> Result<QStringList> {
        const auto told = m_rest.read({"GET", "/subjects", query, {}}, token);
        if (!told)
            return tl::unexpected(told.error());
        if (!told->isArray())
            return fail(Error::Kind::Protocol, u"no list of subjects"_s, m_rest.place().service);
        QStringList out;
        for (const QJsonValue& one : told->toArray())
            out.append(one.toString());
        out.sort();
        return out;
    };
    auto live = ask({});
    if (!live || !deleted)
        return live;
    auto all = ask("deleted=true");
    if (all)
        all->removeIf([&live](const QString& name) {
            return std::binary_search(live->cbegin(), live->cend(), name);
        });
    return all;
}

Result<std::vector<int>> RegistryClient::versions(const QString& subject, const Token& token)
{
    RestRequest request{"GET", subjectPath(subject) + "/versions", {}, {}};
    auto told = m_rest.read(request, token);
    if (!told && isMissing(told.error())) {
        const Error first = told.error();
        request.query = "deleted=true";
        told = m_rest.read(request, token);
        if (!told)
            return tl::unexpected(first);
    }
    if (!told)
        return tl::unexpected(told.error());
    std::vector<int> out;
    for (const QJsonValue& one : told->toArray())
        out.push_back(one.toInt());
    std::sort(out.begin(), out.end());
    return out;
}

Result<SchemaInfo> RegistryClient::schema(const QString& subject, int version, const Token& token)
{
    RestRequest request{"GET", subjectPath(subject) + "/versions/" + versionWord(version), {}, {}};
    auto told = m_rest.read(request, token);
    if (!told && isMissing(told.error())) {
        const Error first = told.error();
        request.query = "deleted=true";
        told = m_rest.read(request, token);
        if (!told)
            return tl::unexpected(first);
    }
    if (!told)
        return tl::unexpected(told.error());
    return schemaOf(*told, m_rest.place().service);
}

Result<SchemaInfo> RegistryClient::schemaById(int id, const Token& token)
{
    if (auto kept = m_cache->find(id))
        return *kept;
    const QByteArray path = "/schemas/ids/" + QByteArray::number(id);
    const auto told = m_rest.read({"GET", path, {}, {}}, token);
    if (!told)
        return tl::unexpected(told.error());
    auto schema = schemaOf(*told, m_rest.place().service);
    if (!schema)
        return schema;
    schema->id = id;
    // Which subject it stands in is a help, no need.
    if (const auto named = m_rest.read({"GET", path + "/versions", {}, {}}, token)) {
        const QJsonObject first = named->toArray().at(0).toObject();
        schema->subject = first.value("subject"_L1).toString();
        schema->version = first.value("version"_L1).toInt();
    }
    m_cache->keep(*schema);
    return schema;
}

Result<SchemaInfo> RegistryClient::schemaByGuid(const QString& guid, const Token& token)
{
    const auto told = m_rest.read({"GET", "/schemas/guids/" + restPart(guid), {}, {}}, token);
    return told ? schemaOf(*told, m_rest.place().service) : tl::unexpected(told.error());
}

Result<QString> RegistryClient::level(const QString& subject, const Token& token)
{
    const auto ask = [&](const QByteArray& path, const QByteArray& query) -> Result<QString> {
        const auto told = m_rest.read({"GET", path, query, {}}, token);
        if (!told)
            return tl::unexpected(told.error());
        return told->toObject().value("compatibilityLevel"_L1).toString();
    };
    if (!subject.isEmpty()) {
        auto own = ask("/config/" + restPart(subject), "defaultToGlobal=true");
        if (own || !isMissing(own.error()))
            return own;
    }
    return ask("/config", {});
}

Result<Compatibility> RegistryClient::check(
    const SchemaInfo& schema, int against, const Token& token)
{
    const auto ask = [&](const QByteArray& version) -> Result<QJsonValue> {
        return m_rest.read(
            {"POST", "/compatibility" + subjectPath(schema.subject) + "/versions" + version,
                "verbose=true", bodyOf(schema)},
            token);
    };
    // Without a version the level says which ones count: the newest, or all. Older registries know
    // one version at a time only, others compare with all when they are asked without one.
    const auto at = against > 0 ? Result<QString>() : level(schema.subject, token);
    const bool all = at && at->endsWith("_TRANSITIVE"_L1);
    auto told = ask(all ? QByteArray() : '/' + versionWord(against));
    if (!told && all && isNoSuchRequest(told.error()))
        told = ask('/' + versionWord(against));
    // A subject without versions takes everything.
    if (!told && (told.error().code == "40401"_L1 || told.error().code == "40402"_L1)
        && against <= 0)
        return Compatibility{true, {}};
    if (!told && isNoSuchRequest(told.error())) {
        Error cannot = told.error();
        cannot.kind = Error::Kind::Unsupported;
        cannot.hint
            = PH_TEXT("streams", "This registry cannot check the compatibility of schemas.");
        return tl::unexpected(std::move(cannot));
    }
    if (!told)
        return tl::unexpected(told.error());
    const QJsonObject answer = told->toObject();
    if (!answer.value("is_compatible"_L1).isBool())
        return fail(Error::Kind::Protocol, u"no is_compatible"_s, m_rest.place().service);
    Compatibility out;
    out.compatible = answer.value("is_compatible"_L1).toBool();
    for (const QJsonValue& one : answer.value("messages"_L1).toArray())
        out.reasons.append(one.toString());
    return out;
}

RestRequest registerRequest(const SchemaInfo& schema)
{
    return {"POST", subjectPath(schema.subject) + "/versions", {}, bodyOf(schema)};
}

RestRequest levelRequest(const QString& subject, const QString& level)
{
    return {"PUT",
        subject.isEmpty() ? QByteArray("/config") : QByteArray("/config/" + restPart(subject)), {},
        QJsonDocument(QJsonObject{{u"compatibility"_s, level}}).toJson(QJsonDocument::Compact)};
}

} // namespace pilothouse::streams
