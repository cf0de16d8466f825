// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryClient: a lane's view of a schema registry. What has a number never changes and is kept.
// Source: docs.confluent.io, "Schema Registry API Reference".
#pragma once

#include "streams/api/schemas.h"
#include "streams/kafka/restclient.h"

#include <QHash>

#include <mutex>

namespace pilothouse::streams
{

// Schemas by number, shared by the lanes of one registry. Thread-safe; keeps the newest thousand.
class SchemaCache final
{
public:
    std::optional<SchemaInfo> find(int id) const;
    void keep(const SchemaInfo& schema);

private:
    mutable std::mutex m_mutex;
    QHash<int, SchemaInfo> m_schemas;
    QList<int> m_order;
};

class RegistryClient final
{
public:
    RegistryClient(std::shared_ptr<const RestPlace> place, std::shared_ptr<SchemaCache> cache);

    Result<QStringList> subjects(bool deleted, const Token& token);
    Result<std::vector<int>> versions(const QString& subject, const Token& token);
    Result<SchemaInfo> schema(const QString& subject, int version, const Token& token);
    // With a subject and version it is known by, if the registry tells them.
    Result<SchemaInfo> schemaById(int id, const Token& token);
    Result<SchemaInfo> schemaByGuid(const QString& guid, const Token& token);
    Result<QString> level(const QString& subject, const Token& token);
    Result<Compatibility> check(const SchemaInfo& schema, int against, const Token& token);

private:
    RestClient m_rest;
    const std::shared_ptr<SchemaCache> m_cache;
};

RestRequest registerRequest(const SchemaInfo& schema);
RestRequest levelRequest(const QString& subject, const QString& level);

} // namespace pilothouse::streams
