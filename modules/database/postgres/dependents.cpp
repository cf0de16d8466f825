// SPDX-License-Identifier: GPL-3.0-or-later
// "What breaks if I drop this": recorded dependencies first (pg_depend, through views), then the
// functions whose source text names the object.
#include "database/postgres/catalogue.h"

#include "database/api/names.h"

#include <QRegularExpression>
#include <QSet>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

// $OBJ is replaced by a select of (classid, objid). Listed is what DROP without CASCADE is refused
// for. Parts that go silently with their owner (its own indexes, constraints, policies, partitions,
// row type, owned sequences: deptype a, i, P, S) are passed through but not listed, and one such
// tie is enough: a CHECK names its columns in a tie of the other kind too.
constexpr char kRecorded[] = R"(
WITH RECURSIVE start(classid, objid) AS ($OBJ), dep(classid, objid, objsubid, depth, via, auto) AS (
    SELECT classid::oid, objid::oid, 0, 0, ''::text, true FROM start
  UNION
    SELECT e.classid, e.objid, e.objsubid, dep.depth + CASE WHEN e.own THEN 0 ELSE 1 END,
           CASE WHEN dep.depth = 0 OR dep.auto AND dep.via = '' THEN ''
                ELSE pg_describe_object(dep.classid, dep.objid, 0) END, e.own
      FROM dep CROSS JOIN LATERAL (
        SELECT CASE WHEN d.classid = 'pg_rewrite'::regclass THEN 'pg_class'::regclass ELSE d.classid END,
               CASE WHEN d.classid = 'pg_rewrite'::regclass
                    THEN (SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = d.objid) ELSE d.objid END,
               CASE WHEN d.classid = 'pg_rewrite'::regclass THEN 0 ELSE d.objsubid END,
               d.deptype IN ('a', 'i', 'P', 'S') AND d.classid <> 'pg_rewrite'::regclass
          FROM pg_depend d WHERE d.refclassid = dep.classid AND d.refobjid = dep.objid
      ) e(classid, objid, objsubid, own)
     WHERE dep.depth < 12 AND NOT (e.classid = dep.classid AND e.objid = dep.objid)
), named AS (
    SELECT DISTINCT ON (dep.classid, dep.objid) dep.classid, dep.objid, dep.depth, dep.via
      FROM dep WHERE NOT EXISTS (SELECT FROM dep own
        WHERE own.auto AND own.classid = dep.classid AND own.objid = dep.objid)
     ORDER BY dep.classid, dep.objid, dep.depth
)
SELECT x.classid::regclass::text, coalesce(c.relkind, p.prokind, ''), coalesce(c.relispartition, false),
       coalesce(cn.nspname, pn.nspname, kn.nspname, tn.nspname, gn.nspname, o.schema),
       coalesce(c.relname, p.proname, k.conname, t.tgname, y.typname, o.name,
                pg_describe_object(x.classid, x.objid, 0)),
       pg_get_function_identity_arguments(p.oid), coalesce(kc.relname, tc.relname), x.depth, x.via
  FROM named x
  CROSS JOIN LATERAL pg_identify_object(x.classid, x.objid, 0) o
  LEFT JOIN pg_class c ON x.classid = 'pg_class'::regclass AND c.oid = x.objid
  LEFT JOIN pg_namespace cn ON cn.oid = c.relnamespace
  LEFT JOIN pg_proc p ON x.classid = 'pg_proc'::regclass AND p.oid = x.objid
  LEFT JOIN pg_namespace pn ON pn.oid = p.pronamespace
  LEFT JOIN pg_constraint k ON x.classid = 'pg_constraint'::regclass AND k.oid = x.objid
  LEFT JOIN pg_class kc ON kc.oid = k.conrelid LEFT JOIN pg_namespace kn ON kn.oid = kc.relnamespace
  LEFT JOIN pg_trigger t ON x.classid = 'pg_trigger'::regclass AND t.oid = x.objid
  LEFT JOIN pg_class tc ON tc.oid = t.tgrelid LEFT JOIN pg_namespace tn ON tn.oid = tc.relnamespace
  LEFT JOIN pg_type y ON x.classid = 'pg_type'::regclass AND y.oid = x.objid
  LEFT JOIN pg_namespace gn ON gn.oid = y.typnamespace
 WHERE o.type <> 'toast table'
 ORDER BY x.depth, 4, 5)";

ObjectKind kindOf(const QString& catalogue, const QString& letter, bool partition)
{
    const char c = letter.isEmpty() ? ' ' : letter[0].toLatin1();
    if (catalogue == "pg_class"_L1)
        return kindOfRelkind(c, partition);
    if (catalogue == "pg_proc"_L1)
        return c == 'p' ? ObjectKind::Procedure
            : c == 'a'  ? ObjectKind::Aggregate
                        : ObjectKind::Function;
    if (catalogue == "pg_constraint"_L1)
        return ObjectKind::Constraint;
    if (catalogue == "pg_trigger"_L1)
        return ObjectKind::Trigger;
    if (catalogue == "pg_type"_L1)
        return ObjectKind::Type;
    if (catalogue == "pg_policy"_L1)
        return ObjectKind::Policy;
    return ObjectKind::Other;
}

std::string startOf(const ObjectRef& o)
{
    switch (o.kind) {
    case ObjectKind::Function:
    case ObjectKind::Procedure:
    case ObjectKind::Aggregate:
        return "SELECT 'pg_proc'::regclass, " + functionOid(o);
    case ObjectKind::Schema:
        return "SELECT 'pg_namespace'::regclass, oid FROM pg_namespace WHERE nspname = "
            + lit(o.name);
    case ObjectKind::Type:
        return "SELECT 'pg_type'::regclass, t.oid FROM pg_type t JOIN pg_namespace n ON"
               " n.oid = t.typnamespace WHERE n.nspname = "
            + lit(o.schema) + " AND t.typname = " + lit(o.name);
    case ObjectKind::Constraint:
        return "SELECT 'pg_constraint'::regclass, oid FROM pg_constraint WHERE conname = "
            + lit(o.name) + " AND conrelid = " + regclass(o.schema, o.table);
    default:
        return "SELECT 'pg_class'::regclass, " + regclass(o.schema, o.name) + "::oid";
    }
}

} // namespace

Result<std::vector<Dependent>> readDependents(
    Meta& meta, const ObjectRef& object, const Token& token)
{
    std::string sql = kRecorded;
    sql.replace(sql.find("$OBJ"), 4, startOf(object));
    const auto recorded = meta.query(sql, token);
    if (!recorded)
        return tl::unexpected(recorded.error());
    std::vector<Dependent> out;
    QSet<QString> functions;
    for (const auto& row : *recorded) {
        Dependent d;
        d.ref = {kindOf(str(row[0]), str(row[1]), yes(row[2])), str(row[3]), str(row[4]),
            str(row[5]), str(row[6])};
        d.depth = static_cast<int>(num(row[7], 1));
        d.via = str(row[8]);
        if (d.ref.kind == ObjectKind::Function || d.ref.kind == ObjectKind::Procedure)
            functions.insert(d.ref.schema + u'.' + d.ref.name + u'(' + d.ref.arguments);
        if (d.ref.kind == ObjectKind::Type && d.ref.schema == object.schema
            && d.ref.name == object.name)
            continue; // the table's own row type
        out.push_back(std::move(d));
    }
    if (object.kind == ObjectKind::Constraint || object.kind == ObjectKind::Index)
        return out;
    // The server cannot look into bodies kept as text; a whole word is a mention, not a proof.
    const auto bodies = meta.query(
        "SELECT n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), p.prokind, "
        "p.prosrc"
        "  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON"
        " l.oid = p.prolang WHERE p.oid >= 16384 AND l.lanname NOT IN ('c', 'internal')"
        " AND position(lower("
            + lit(object.name) + ") IN lower(p.prosrc)) > 0 ORDER BY 1, 2",
        token);
    if (!bodies)
        return tl::unexpected(bodies.error());
    const QRegularExpression word(
        u"(?<![\\w$])"_s + QRegularExpression::escape(object.name) + u"(?![\\w$])"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (const auto& row : *bodies) {
        Dependent d;
        d.certainty = Dependent::Certainty::Mentioned;
        d.ref = {row[3].c_str()[0] == 'p' ? ObjectKind::Procedure : ObjectKind::Function,
            str(row[0]), str(row[1]), str(row[2]), {}};
        const bool self = d.ref.schema == object.schema && d.ref.name == object.name;
        if (!self && word.match(str(row[4])).hasMatch()
            && !functions.contains(d.ref.schema + u'.' + d.ref.name + u'(' + d.ref.arguments))
            out.push_back(std::move(d));
    }
    return out;
}

} // namespace pilothouse::database::postgres
