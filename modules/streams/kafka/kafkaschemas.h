// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Schemas over a registry with Confluent's API.
#pragma once

#include "streams/kafka/kafkacore.h"
#include "streams/kafka/registryclient.h"

namespace pilothouse::streams
{

class KafkaSchemas final : public Schemas
{
public:
    // The core names a registry.
    explicit KafkaSchemas(std::shared_ptr<KafkaCore> core);

    Call<QStringList> subjects() override;
    Call<QStringList> deletedSubjects() override;
    Call<std::vector<int>> versions(const QString& subject) override;
    Call<SchemaInfo> schema(const QString& subject, int version) override;
    Call<SchemaInfo> schemaById(int id) override;
    Call<QString> level(const QString& subject) override;
    Call<Compatibility> check(const SchemaInfo& schema, int against) override;
    Act registerSchema(const SchemaInfo& schema) override;
    Act setLevel(const QString& subject, const QString& level) override;

private:
    const std::shared_ptr<KafkaCore> m_core;
    const std::shared_ptr<const RestPlace> m_place;
    Lane<RegistryClient> m_lane;
};

} // namespace pilothouse::streams
