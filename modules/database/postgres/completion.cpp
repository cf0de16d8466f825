// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a completion may offer, in a few queries; 20,000 tables take less than half a second.
#include "database/postgres/catalogue.h"
#include "database/postgres/copyrows.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

// Names of types repeat for every column: one shared string for each.
class Shared final
{
public:
    QString of(const pqxx::field& field)
    {
        return of(QByteArrayView(field.c_str(), static_cast<qsizetype>(field.size())));
    }
    QString of(QByteArrayView text)
    {
        // Looked up without a copy; only a new text is copied.
        const auto raw = QByteArray::fromRawData(text.data(), text.size());
        if (const auto it = m_texts.constFind(raw); it != m_texts.constEnd())
            return *it;
        const QByteArray key(raw.constData(), raw.size());
        return *m_texts.insert(key, QString::fromUtf8(key));
    }

private:
    QHash<QByteArray, QString> m_texts;
};

// A type as a column names it: pg_type.oid and pg_attribute.atttypmod.
using TypeKey = std::pair<quint32, qint32>;

// What pg_class and pg_attribute tell, before types have their names.
struct RawCatalogue {
    struct Relation {
        quint32 oid;
        quint32 schema; // pg_namespace.oid
        ObjectKind kind;
        QString name;
    };
    struct Column {
        quint32 relation; // index
        quint32 type; // index
        qint16 number;
        QString name;
    };
    std::vector<Relation> relations;
    std::vector<Column> columns;
    std::vector<TypeKey> types;
};

VoidResult readRelations(Connection& connection, const QHash<quint32, QString>& schemas,
    RawCatalogue& raw, const Token& token)
{
    auto done = copyRows(connection,
        "SELECT oid, relnamespace, relname, relkind FROM pg_class"
        " WHERE relkind IN ('r','p','v','m','f') AND NOT relispartition",
        token, [&](std::span<const QByteArrayView> row) {
            if (const auto schema = binaryNumber<quint32>(row[1]); schemas.contains(schema))
                raw.relations.push_back({binaryNumber<quint32>(row[0]), schema,
                    kindOfRelkind(row[3].front(), false), QString::fromUtf8(row[2])});
        });
    std::ranges::sort(raw.relations, [&](const auto& a, const auto& b) {
        if (a.schema != b.schema)
            return schemas.value(a.schema) < schemas.value(b.schema);
        return a.name < b.name;
    });
    return done;
}

// Straight from the table: leaving out the columns of indexes, joining names, the order and the
// names of types are cheaper here than for each of 300,000 rows at the server.
VoidResult readColumns(
    Connection& connection, RawCatalogue& raw, Shared& shared, const Token& token)
{
    QHash<quint32, quint32> relations;
    relations.reserve(qsizetype(raw.relations.size()));
    for (const auto& relation : raw.relations)
        relations.insert(relation.oid, quint32(relations.size()));
    QHash<TypeKey, quint32> types;
    raw.columns.reserve(raw.relations.size() * 8);
    std::optional<quint32> lastOid;
    auto last = relations.constEnd();
    return copyRows(connection,
        "SELECT attrelid, attnum, attname, atttypid, atttypmod FROM pg_attribute"
        " WHERE attnum > 0 AND NOT attisdropped",
        token, [&](std::span<const QByteArrayView> row) {
            if (const auto oid = binaryNumber<quint32>(row[0]); oid != lastOid) {
                lastOid = oid;
                last = relations.constFind(oid);
            }
            if (last == relations.constEnd())
                return;
            const TypeKey key(binaryNumber<quint32>(row[3]), binaryNumber<qint32>(row[4]));
            const auto unknown = quint32(raw.types.size());
            const quint32 type = types.value(key, unknown);
            if (type == unknown) {
                types.insert(key, type);
                raw.types.push_back(key);
            }
            raw.columns.push_back({*last, type, binaryNumber<qint16>(row[1]), shared.of(row[2])});
        });
}

// By index of RawCatalogue::types: named once for each (type, modifier), not once for each column.
Result<std::vector<QString>> nameTypes(Meta& meta, const RawCatalogue& raw, const Token& token)
{
    std::vector<QString> names(raw.types.size());
    if (names.empty())
        return names;
    std::string wanted;
    for (size_t i = 0; i < raw.types.size(); ++i)
        wanted += (wanted.empty() ? "(" : ",(") + std::to_string(i) + ","
            + std::to_string(raw.types[i].first) + "::oid," + std::to_string(raw.types[i].second)
            + ")";
    const auto told = meta.query(
        "SELECT i, format_type(o, m) FROM (VALUES " + wanted + ") AS t(i, o, m)", token);
    if (!told)
        return tl::unexpected(told.error());
    for (const auto& row : *told)
        names.at(size_t(num(row[0]))) = str(row[1]);
    return names;
}

// The columns of a relation in their order. They come so, but for tables that were altered.
void order(std::vector<RawCatalogue::Column>& columns, size_t relations)
{
    std::vector<qint16> last(relations, 0);
    const bool ordered = std::ranges::all_of(columns, [&](const RawCatalogue::Column& c) {
        return c.number > std::exchange(last[c.relation], c.number);
    });
    if (!ordered)
        std::ranges::sort(columns, {}, &RawCatalogue::Column::number);
}

std::vector<CompletionSnapshot::Relation> relationsOf(
    RawCatalogue&& raw, const QHash<quint32, QString>& schemas, const std::vector<QString>& types)
{
    std::vector<CompletionSnapshot::Relation> out;
    out.reserve(raw.relations.size());
    for (auto& r : raw.relations)
        out.push_back({schemas.value(r.schema), std::move(r.name), r.kind, {}});
    order(raw.columns, out.size());
    std::vector<quint32> counts(out.size(), 0);
    for (const auto& c : raw.columns)
        ++counts[c.relation];
    for (auto& c : raw.columns) {
        auto& columns = out[c.relation].columns;
        if (columns.empty())
            columns.reserve(counts[c.relation]);
        columns.push_back({std::move(c.name), types[c.type]});
    }
    return out;
}

// Three thousand functions come with the server and stay: they are asked for once.
struct BuiltIn {
    int serverVersion = 0;
    std::vector<CompletionSnapshot::Function> functions;
};

VoidResult readFunctions(Meta& meta, CompletionSnapshot& s, Shared& shared, const Token& token)
{
    constexpr quint32 kFirstOfUsers = 16384; // FirstNormalObjectId, access/transam.h
    auto known = std::static_pointer_cast<BuiltIn>(meta.memory);
    if (!known || known->serverVersion != meta.serverVersion())
        meta.memory = known = std::make_shared<BuiltIn>();
    const bool all = known->serverVersion == 0;
    const auto functions = meta.query(
        "SELECT n.nspname, p.proname, pg_get_function_arguments(p.oid), format_type(p.prorettype, "
        "NULL), p.oid"
        "  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prorettype NOT IN"
        " ('trigger'::regtype, 'internal'::regtype, 'event_trigger'::regtype, 'cstring'::regtype)"
        " AND p.proname !~ '^(binary_upgrade|_)' AND has_function_privilege(p.oid, 'EXECUTE')"
            + (all ? std::string() : " AND p.oid >= " + std::to_string(kFirstOfUsers)),
        token);
    if (!functions)
        return tl::unexpected(functions.error());
    std::vector<CompletionSnapshot::Function> builtIn;
    for (const auto& row : *functions) {
        auto& list = quint32(num(row[4])) < kFirstOfUsers ? builtIn : s.functions;
        list.push_back({shared.of(row[0]), str(row[1]), str(row[2]), shared.of(row[3])});
    }
    if (all)
        *known = {meta.serverVersion(), std::move(builtIn)};
    s.functions.insert(s.functions.end(), known->functions.begin(), known->functions.end());
    std::ranges::sort(s.functions, [](const auto& a, const auto& b) {
        return std::tie(a.name, a.schema) < std::tie(b.name, b.schema);
    });
    return {};
}

} // namespace

Result<CompletionSnapshot> readCompletion(Meta& meta, const Token& token)
{
    CompletionSnapshot s;
    Shared shared;
    const auto schemas = meta.query("SELECT oid, nspname, has_schema_privilege(oid, 'USAGE')"
                                    " FROM pg_namespace WHERE nspname !~ '^pg_(toast|temp)'"
                                    " ORDER BY 2",
        token);
    if (!schemas)
        return tl::unexpected(schemas.error());
    QHash<quint32, QString> schemaNames;
    for (const auto& row : *schemas) {
        const QString name = shared.of(row[1]);
        schemaNames.insert(quint32(num(row[0])), name);
        if (yes(row[2]))
            s.schemas += name;
    }
    {
        const auto connection = meta.another(token);
        if (!connection)
            return tl::unexpected(connection.error());
        RawCatalogue raw;
        if (auto read = readRelations(**connection, schemaNames, raw, token); !read)
            return tl::unexpected(read.error());
        if (auto read = readColumns(**connection, raw, shared, token); !read)
            return tl::unexpected(read.error());
        const auto types = nameTypes(meta, raw, token);
        if (!types)
            return tl::unexpected(types.error());
        s.relations = relationsOf(std::move(raw), schemaNames, *types);
    }

    if (auto read = readFunctions(meta, s, shared, token); !read)
        return tl::unexpected(read.error());

    const auto names
        = meta.query("SELECT format_type(oid, NULL) FROM pg_type WHERE typtype IN"
                     " ('b','d','e','r') AND typcategory <> 'A' AND typname !~ '^(_|pg_)'"
                     " ORDER BY 1",
            token);
    if (!names)
        return tl::unexpected(names.error());
    for (const auto& row : *names)
        s.types += str(row[0]);
    const auto path = meta.query("SELECT reset_val, current_user FROM pg_settings WHERE name ="
                                 " 'search_path'",
        token);
    if (!path)
        return tl::unexpected(path.error());
    if (!path->empty())
        for (QString part : str((*path)[0][0]).split(u',', Qt::SkipEmptyParts)) {
            part = part.trimmed().remove(u'"');
            s.searchPath += part == "$user"_L1 ? str((*path)[0][1]) : part;
        }
    s.takenAt = QDateTime::currentDateTimeUtc();
    return s;
}

} // namespace pilothouse::database::postgres
