// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue contract, from pg_catalog only.
#pragma once

#include "database/api/catalogue.h"
#include "database/postgres/metalane.h"

namespace pilothouse::database::postgres
{

class PgCatalogue final : public Catalogue
{
public:
    explicit PgCatalogue(MetaLane& lane)
        : m_lane(lane)
    {
    }

    Call<DatabaseInfo> database() override;
    Call<std::vector<SchemaInfo>> schemas() override;
    Call<std::vector<RelationInfo>> relations(const QString& schema) override;
    Call<std::vector<FunctionInfo>> functions(const QString& schema) override;
    Call<RelationDetails> relation(const QString& schema, const QString& name) override;
    Call<QString> ddl(const ObjectRef& object) override;
    Call<std::vector<Privilege>> privileges(const ObjectRef& object) override;
    Call<RelationSizes> sizes(const QString& schema, const QString& name) override;
    Call<std::vector<Dependent>> dependents(const ObjectRef& object) override;
    Call<CompletionSnapshot> completion() override;

private:
    MetaLane& m_lane;
};

// --- Parts other files share, lane thread
// ---------------------------------------------------------

ObjectKind kindOfRelkind(char relkind, bool partition);
// Comma-separated select list and FROM of RelationInfo, and a row of it.
extern const char kRelationRows[];
RelationInfo relationOf(const pqxx::row& row);
// "'schema.name'::regclass" with the names quoted, as an SQL expression.
std::string regclass(const QString& schema, const QString& name);
// Expression for the OID of a function by its identity arguments.
std::string functionOid(const ObjectRef& object);

Result<RelationDetails> readRelation(
    Meta& meta, const QString& schema, const QString& name, const Token& token);
Result<QString> readDdl(Meta& meta, const ObjectRef& object, const Token& token);
Result<std::vector<Privilege>> readPrivileges(
    Meta& meta, const ObjectRef& object, const Token& token);
Result<RelationSizes> readSizes(
    Meta& meta, const QString& schema, const QString& name, const Token& token);
Result<std::vector<Dependent>> readDependents(
    Meta& meta, const ObjectRef& object, const Token& token);
Result<CompletionSnapshot> readCompletion(Meta& meta, const Token& token);

} // namespace pilothouse::database::postgres
