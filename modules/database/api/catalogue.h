// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Catalogue: what is in the connected database. Reads pg_catalog-like tables only, never
// counts rows, holds no locks beyond the reading of the catalogue.
#pragma once

#include "core/call.h"
#include "database/api/relation.h"

#include <QHash>

namespace pilothouse::database
{

struct DatabaseInfo {
    QString name;
    QString version; // "PostgreSQL 15.20"
    int versionNumber = 0; // 150020
    QString user;
    QString encoding;
    QStringList searchPath; // schemas in effect, in order
    bool superuser = false;
    QString entityPrefix; // first part of every entity name, as joinName() takes it
    bool operator==(const DatabaseInfo&) const = default;
};

// For completion: every name in a few queries. Values of implicitly shared strings, cheap to copy.
struct CompletionSnapshot {
    struct Column {
        QString name;
        QString type;
        bool operator==(const Column&) const = default;
    };
    struct Relation {
        QString schema;
        QString name;
        ObjectKind kind = ObjectKind::Table;
        std::vector<Column> columns;
        bool operator==(const Relation&) const = default;
    };
    struct Function {
        QString schema;
        QString name;
        QString arguments; // "integer, text"
        QString result;
        bool operator==(const Function&) const = default;
    };

    QStringList schemas;
    QStringList searchPath;
    std::vector<Relation> relations; // sorted by schema, name
    std::vector<Function> functions; // sorted by name; system functions included
    QStringList types;
    QDateTime takenAt; // UTC
};

class Catalogue
{
public:
    virtual ~Catalogue() = default;

    virtual Call<DatabaseInfo> database() = 0;
    virtual Call<std::vector<SchemaInfo>> schemas() = 0;
    // Tables, views …, partitions left out (they come with relation()).
    virtual Call<std::vector<RelationInfo>> relations(const QString& schema) = 0;
    virtual Call<std::vector<FunctionInfo>> functions(const QString& schema) = 0;
    virtual Call<RelationDetails> relation(const QString& schema, const QString& name) = 0;

    virtual Call<QString> ddl(const ObjectRef& object) = 0;
    virtual Call<std::vector<Privilege>> privileges(const ObjectRef& object) = 0;
    // Asks the file system: for one chosen relation, never for a list.
    virtual Call<RelationSizes> sizes(const QString& schema, const QString& name) = 0;
    // "What breaks if I drop this", nearest first.
    virtual Call<std::vector<Dependent>> dependents(const ObjectRef& object) = 0;

    virtual Call<CompletionSnapshot> completion() = 0;
};

} // namespace pilothouse::database
