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

struct RawColumn {
    quint32 relation; // index
    qint16 number;
    QString name;
    TypeKey type;
};

// Relations and their columns, straight from the two tables: joins with names, the order and the
// names of types are cheaper here than for each of 200,000 rows at the server.
VoidResult readRelations(Connection& connection, const QHash<quint32, QString>& schemas,
    CompletionSnapshot& s, std::vector<RawColumn>& columns, Shared& shared, const Token& token)
{
    struct Found {
        quint32 oid;
        CompletionSnapshot::Relation relation;
    };
    std::vector<Found> found;
    auto done = copyRows(connection,
        "SELECT oid, relnamespace, relname, relkind FROM pg_class"
        " WHERE relkind IN ('r','p','v','m','f') AND NOT relispartition",
        token, [&](std::span<const QByteArrayView> row) {
            if (const auto schema = schemas.constFind(binaryNumber<quint32>(row[1]));
                schema != schemas.constEnd())
                found.push_back({binaryNumber<quint32>(row[0]),
                    {*schema, QString::fromUtf8(row[2]), kindOfRelkind(row[3].front(), false),
                        {}}});
        });
    if (!done)
        return done;
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        const int order = a.relation.schema.compare(b.relation.schema);
        return order < 0 || (order == 0 && a.relation.name < b.relation.name);
    });
    QHash<quint32, quint32> index;
    index.reserve(qsizetype(found.size()));
    s.relations.reserve(found.size());
    for (Found& f : found) {
        index.insert(f.oid, quint32(s.relations.size()));
        s.relations.push_back(std::move(f.relation));
    }
    columns.reserve(found.size() * 8);
    quint32 lastOid = 0;
    auto last = index.constEnd();
    return copyRows(connection,
        "SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod FROM pg_attribute a"
        " JOIN pg_class c ON c.oid = a.attrelid WHERE c.relkind IN ('r','p','v','m','f')"
        " AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped",
        token, [&](std::span<const QByteArrayView> row) {
            if (const auto oid = binaryNumber<quint32>(row[0]); oid != lastOid) {
                lastOid = oid;
                last = index.constFind(oid);
            }
            if (last != index.constEnd())
                columns.push_back({*last, binaryNumber<qint16>(row[1]), shared.of(row[2]),
                    {binaryNumber<quint32>(row[3]), binaryNumber<qint32>(row[4])}});
        });
}

// Types are named once for each (type, modifier), not once for each column.
VoidResult fillColumns(Meta& meta, std::vector<RawColumn>&& columns, CompletionSnapshot& s,
    Shared& shared, const Token& token)
{
    const auto order = [](const RawColumn& c) {
        return std::pair(c.relation, c.number);
    };
    if (!std::ranges::is_sorted(columns, {}, order))
        std::ranges::sort(columns, {}, order);
    QHash<TypeKey, QString> names;
    for (const RawColumn& c : columns)
        if (!names.contains(c.type))
            names.insert(c.type, {});
    std::string wanted;
    for (auto it = names.keyBegin(); it != names.keyEnd(); ++it)
        wanted += (wanted.empty() ? "(" : ",(") + std::to_string(it->first) + "::oid,"
            + std::to_string(it->second) + ")";
    if (wanted.empty())
        return {};
    const auto types
        = meta.query("SELECT o, m, format_type(o, m) FROM (VALUES " + wanted + ") t(o, m)", token);
    if (!types)
        return tl::unexpected(types.error());
    for (const auto& row : *types)
        names[{quint32(num(row[0])), qint32(num(row[1]))}] = shared.of(row[2]);
    for (size_t i = 0; i < columns.size();) {
        size_t end = i;
        while (end < columns.size() && columns[end].relation == columns[i].relation)
            ++end;
        auto& out = s.relations[columns[i].relation].columns;
        out.reserve(end - i);
        for (; i < end; ++i)
            out.push_back({std::move(columns[i].name), names.value(columns[i].type)});
    }
    return {};
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
        std::vector<RawColumn> columns;
        if (auto read = readRelations(**connection, schemaNames, s, columns, shared, token); !read)
            return tl::unexpected(read.error());
        if (auto filled = fillColumns(meta, std::move(columns), s, shared, token); !filled)
            return tl::unexpected(filled.error());
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
