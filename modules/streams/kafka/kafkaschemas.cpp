// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaschemas.h"

#include <QJsonObject>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

KafkaSchemas::KafkaSchemas(std::shared_ptr<KafkaCore> core)
    : m_core(std::move(core))
    , m_place(m_core->setup()->registry)
    , m_lane(m_core->runtime(), u"kafka-registry"_s,
          [place = m_place, cache = m_core->setup()->schemas] {
              return std::make_shared<RegistryClient>(place, cache);
          })
{
}

Call<QStringList> KafkaSchemas::subjects()
{
    return m_lane.run(kReadLimit, [](RegistryClient& registry, const Token& token) {
        return registry.subjects(false, token);
    });
}

Call<QStringList> KafkaSchemas::deletedSubjects()
{
    return m_lane.run(kReadLimit, [](RegistryClient& registry, const Token& token) {
        return registry.subjects(true, token);
    });
}

Call<std::vector<int>> KafkaSchemas::versions(const QString& subject)
{
    return m_lane.run(kReadLimit, [subject](RegistryClient& registry, const Token& token) {
        return registry.versions(subject, token);
    });
}

Call<SchemaInfo> KafkaSchemas::schema(const QString& subject, int version)
{
    return m_lane.run(kReadLimit, [subject, version](RegistryClient& registry, const Token& token) {
        return registry.schema(subject, version, token);
    });
}

Call<SchemaInfo> KafkaSchemas::schemaById(int id)
{
    return m_lane.run(kReadLimit, [id](RegistryClient& registry, const Token& token) {
        return registry.schemaById(id, token);
    });
}

Call<QString> KafkaSchemas::level(const QString& subject)
{
    return m_lane.run(kReadLimit, [subject](RegistryClient& registry, const Token& token) {
        return registry.level(subject, token);
    });
}

Call<Compatibility> KafkaSchemas::check(const SchemaInfo& schema, int against)
{
    return m_lane.run(kReadLimit, [schema, against](RegistryClient& registry, const Token& token) {
        return registry.check(schema, against, token);
    });
}

// The registry's word is asked for here too: some take what does not fit, or what is checked
// against the newest version only.
Act KafkaSchemas::registerSchema(const SchemaInfo& schema)
{
    ActParts parts;
    parts.word = u"register-schema"_s;
    parts.title = PH_TEXT("streams", "Register schema…");
    parts.question = PH_TEXT("streams", "Register a schema for %1?").arg(schema.subject);
    parts.consequence = PH_TEXT("streams",
        "Producers that use the newest schema use this one from then on. One that is not "
        "compatible is not sent.");
    parts.button = PH_TEXT("streams", "Register");
    parts.icon = u"upload"_s;
    parts.target = schema.subject;
    const RestRequest request = registerRequest(schema);
    parts.statement = textOf(*m_place, request);
    parts.language = u"http"_s;
    return m_core->act(std::move(parts),
        [place = m_place, cache = m_core->setup()->schemas, schema, request](
            KafkaClient&, const Token& token, TaskProgress& progress) -> Result<Text> {
            RestClient rest(place);
            if (const auto may = rest.mayChange(); !may)
                return tl::unexpected(may.error());
            const auto told = RegistryClient(place, cache).check(schema, 0, token);
            const bool unknown = !told && told.error().kind == Error::Kind::Unsupported;
            if (!told && !unknown)
                return tl::unexpected(told.error());
            if (told && !told->compatible)
                return fail(Error::Kind::Refused, told->reasons.join(u'\n'), place->service,
                    PH_TEXT("streams", "It is not compatible with what the subject has."),
                    u"INCOMPATIBLE_SCHEMA"_s);
            const auto answer = rest.change(request, token, progress);
            if (!answer)
                return tl::unexpected(answer.error());
            const qint64 number = answer->toObject().value("id"_L1).toInt();
            return unknown ? PH_TEXT("streams",
                       "Registered with number %1. This registry cannot check the "
                       "compatibility.")
                                 .arg(number)
                           : PH_TEXT("streams", "Registered with number %1.").arg(number);
        });
}

Act KafkaSchemas::setLevel(const QString& subject, const QString& level)
{
    const RestRequest request = levelRequest(subject, level);
    ActParts parts;
    parts.word = u"set-compatibility"_s;
    parts.title = PH_TEXT("streams", "Set compatibility…");
    parts.question = subject.isEmpty()
        ? PH_TEXT("streams", "Set the compatibility of the registry to %1?").arg(level)
        : PH_TEXT("streams", "Set the compatibility of %1 to %2?").arg(subject).arg(level);
    parts.consequence = PH_TEXT("streams",
        "Schemas that are registered from then on are checked by it. Those there stay as they "
        "are.");
    parts.button = PH_TEXT("streams", "Set");
    parts.icon = u"check"_s;
    parts.target = subject;
    return m_core->act(
        std::move(parts), m_place, request, [](const QJsonValue&) { return Text(); });
}

} // namespace pilothouse::streams
