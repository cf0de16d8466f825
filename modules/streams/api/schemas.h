// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Schemas: a schema registry with Confluent's API, below any path.
// Source: docs.confluent.io, "Schema Registry API Reference"; Apicurio and Karapace speak it too.
#pragma once

#include "core/act.h"
#include "core/call.h"

#include <QStringList>

#include <vector>

namespace pilothouse::streams
{

struct SchemaReference {
    QString name;
    QString subject;
    int version = 0;
    bool operator==(const SchemaReference&) const = default;
};

struct SchemaInfo {
    enum class Type { Avro, Protobuf, Json };

    QString subject; // empty when it was asked for by number
    int version = 0;
    int id = 0; // across the registry, as it stands before encoded messages
    Type type = Type::Avro;
    QString text;
    std::vector<SchemaReference> references;
    bool operator==(const SchemaInfo&) const = default;
};

struct Compatibility {
    bool compatible = false;
    QStringList reasons; // the registry's own words, where it tells them
    bool operator==(const Compatibility&) const = default;
};

class Schemas
{
public:
    virtual ~Schemas() = default;

    virtual Call<QStringList> subjects() = 0;
    // Deleted, but kept by the registry so that old messages can be read.
    virtual Call<QStringList> deletedSubjects() = 0;
    // Of deleted subjects too.
    virtual Call<std::vector<int>> versions(const QString& subject) = 0;
    virtual Call<SchemaInfo> schema(const QString& subject, int version) = 0; // 0: the newest
    virtual Call<SchemaInfo> schemaById(int id) = 0;
    // "BACKWARD", "FULL_TRANSITIVE" …; of the registry itself where the subject has none.
    virtual Call<QString> level(const QString& subject) = 0;
    // 0: the versions that count at the level of the subject. Unsupported: the registry cannot say.
    virtual Call<Compatibility> check(const SchemaInfo& schema, int against) = 0;
    // Checked once more before it is sent: refused with the code INCOMPATIBLE_SCHEMA when it does
    // not fit.
    virtual Act registerSchema(const SchemaInfo& schema) = 0;
    virtual Act setLevel(const QString& subject, const QString& level) = 0;
};

} // namespace pilothouse::streams
