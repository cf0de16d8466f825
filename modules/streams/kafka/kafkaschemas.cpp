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

Act KafkaSchemas::registerSchema(const SchemaInfo& schema)
{
    const RestRequest request = registerRequest(schema);
    ActParts parts;
    parts.word = u"register-schema"_s;
    parts.title = PH_TEXT("streams", "Register schema…");
    parts.question = PH_TEXT("streams", "Register a schema for %1?").arg(schema.subject);
    parts.consequence
        = PH_TEXT("streams", "Producers that use the newest schema use this one from then on.");
    parts.button = PH_TEXT("streams", "Register");
    parts.icon = u"upload"_s;
    parts.target = schema.subject;
    return m_core->act(std::move(parts), m_place, request, [](const QJsonValue& answer) {
        return PH_TEXT("streams", "Registered with number %1.")
            .arg(qint64(answer.toObject().value("id"_L1).toInt()));
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
