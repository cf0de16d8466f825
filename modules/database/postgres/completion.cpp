// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a completion may offer, in four queries; 20,000 tables take about a second.
#include "database/postgres/catalogue.h"

#include <QHash>

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
        // Looked up without a copy; only a new text is copied.
        const auto raw
            = QByteArray::fromRawData(field.c_str(), static_cast<qsizetype>(field.size()));
        if (const auto it = m_texts.constFind(raw); it != m_texts.constEnd())
            return *it;
        const QByteArray key(raw.constData(), raw.size());
        return *m_texts.insert(key, QString::fromUtf8(key));
    }

private:
    QHash<QByteArray, QString> m_texts;
};

} // namespace

Result<CompletionSnapshot> readCompletion(Meta& meta, const Token& token)
{
    CompletionSnapshot s;
    Shared shared;
    const auto schemas
        = meta.query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_(toast|temp)'"
                     " AND has_schema_privilege(oid, 'USAGE') ORDER BY 1",
            token);
    if (!schemas)
        return tl::unexpected(schemas.error());
    for (const auto& row : *schemas)
        s.schemas += shared.of(row[0]);

    const auto relations = meta.query(
        "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relispartition FROM pg_class c JOIN"
        " pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r','p','v','m','f') AND"
        " n.nspname !~ '^pg_(toast|temp)' AND NOT c.relispartition ORDER BY 2, 3",
        token);
    if (!relations)
        return tl::unexpected(relations.error());
    QHash<qint64, size_t> index;
    s.relations.reserve(relations->size());
    for (const auto& row : *relations) {
        index.insert(num(row[0]), s.relations.size());
        s.relations.push_back(
            {shared.of(row[1]), str(row[2]), kindOfRelkind(row[3].c_str()[0], yes(row[4])), {}});
    }
    const auto columns = meta.query(
        "SELECT a.attrelid, a.attname, a.atttypid, a.atttypmod FROM pg_attribute a JOIN pg_class c "
        "ON"
        " c.oid = a.attrelid WHERE c.relkind IN ('r','p','v','m','f') AND NOT c.relispartition AND"
        " a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum",
        token);
    if (!columns)
        return tl::unexpected(columns.error());
    // Type names are made once for each (type, modifier), not once for each of 200,000 columns.
    QHash<std::pair<qint64, qint64>, QString> typeNames;
    for (const auto& row : *columns)
        typeNames.insert({num(row[2]), num(row[3])}, {});
    std::string wanted;
    for (auto it = typeNames.keyBegin(); it != typeNames.keyEnd(); ++it)
        wanted += (wanted.empty() ? "(" : ",(") + std::to_string(it->first) + "::oid,"
            + std::to_string(it->second) + ")";
    if (!wanted.empty()) {
        const auto types = meta.query(
            "SELECT o, m, format_type(o, m) FROM (VALUES " + wanted + ") t(o, m)", token);
        if (!types)
            return tl::unexpected(types.error());
        for (const auto& row : *types)
            typeNames[{num(row[0]), num(row[1])}] = shared.of(row[2]);
    }
    for (const auto& row : *columns)
        if (const auto it = index.constFind(num(row[0])); it != index.constEnd())
            s.relations[*it].columns.push_back(
                {shared.of(row[1]), typeNames.value({num(row[2]), num(row[3])})});

    const auto functions = meta.query(
        "SELECT n.nspname, p.proname, pg_get_function_arguments(p.oid), format_type(p.prorettype, "
        "NULL)"
        "  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prorettype NOT IN"
        " ('trigger'::regtype, 'internal'::regtype, 'event_trigger'::regtype, 'cstring'::regtype)"
        " AND p.proname !~ '^(binary_upgrade|_)' AND has_function_privilege(p.oid, 'EXECUTE')"
        " ORDER BY 2, 1",
        token);
    if (!functions)
        return tl::unexpected(functions.error());
    for (const auto& row : *functions)
        s.functions.push_back({shared.of(row[0]), str(row[1]), str(row[2]), shared.of(row[3])});

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
