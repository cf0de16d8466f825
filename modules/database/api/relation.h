// SPDX-License-Identifier: GPL-3.0-or-later
// What a database holds, as plain values: schemas, relations and their parts.
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace pilothouse::database
{

enum class ObjectKind {
    Schema,
    Table,
    PartitionedTable,
    Partition, // a table attached to a partitioned one
    View,
    MaterialisedView,
    ForeignTable,
    Sequence,
    Index,
    Constraint,
    Trigger,
    Function,
    Procedure,
    Aggregate,
    Type,
    Column,
    Rule,
    Policy,
    Other,
};

// Stable lower-case word, e.g. "materialised-view"; names the icon and SearchItem::kind.
QString wordOf(ObjectKind kind);

// Names an object of the connected database. `arguments` is set for functions only
// (pg_get_function_identity_arguments); `table` for parts of one (index, trigger, column …).
struct ObjectRef {
    ObjectKind kind = ObjectKind::Table;
    QString schema;
    QString name;
    QString arguments;
    QString table;
    bool operator==(const ObjectRef&) const = default;
};

struct SchemaInfo {
    QString name;
    QString owner;
    QString comment;
    qint64 relations = 0; // visible ones: tables, views, materialised views, foreign tables
    qint64 bytes = 0; // estimate from relpages
    bool system = false; // pg_catalog, information_schema, pg_toast…
    bool usable = true; // the role has USAGE
    bool operator==(const SchemaInfo&) const = default;
};

struct RelationInfo {
    ObjectRef ref;
    quint32 oid = 0;
    QString owner;
    QString comment;
    qint64 rows = -1; // pg_class.reltuples; -1: never analysed
    qint64 bytes = 0; // relpages × block size, partitions added up
    QString parent; // schema-qualified name of the partitioned table, for partitions
    int partitions = 0;
    bool operator==(const RelationInfo&) const = default;
};

struct ColumnInfo {
    int number = 0; // pg_attribute.attnum
    QString name;
    QString type; // format_type, e.g. "numeric(12,2)"
    quint32 typeOid = 0;
    bool notNull = false;
    QString defaultText; // expression, or the clause of an identity column; empty: none
    bool generated = false; // GENERATED ALWAYS AS (…) STORED; defaultText is the expression
    bool identity = false;
    int keyPosition = 0; // 1-based place in the primary key; 0: not part of it
    QString references; // "schema.table.column" of a single-column foreign key
    QString comment;
    bool operator==(const ColumnInfo&) const = default;
};

struct IndexInfo {
    QString name;
    QString definition; // pg_get_indexdef
    QString method; // btree, gin …
    bool unique = false;
    bool primary = false;
    bool valid = true;
    qint64 bytes = 0; // estimate from relpages
    qint64 scans = -1; // pg_stat_user_indexes.idx_scan; -1: not counted
    qint64 tuplesRead = -1;
    bool operator==(const IndexInfo&) const = default;
};

struct ConstraintInfo {
    enum class Kind { Primary, Unique, ForeignKey, Check, Exclusion, Trigger };

    QString name;
    Kind kind = Kind::Check;
    QString definition; // pg_get_constraintdef
    QString references; // foreign keys: "schema.table"
    bool validated = true;
    bool operator==(const ConstraintInfo&) const = default;
};

struct TriggerInfo {
    QString name;
    QString definition; // pg_get_triggerdef
    QString function; // "schema.name"
    bool enabled = true;
    bool operator==(const TriggerInfo&) const = default;
};

struct PartitionInfo {
    ObjectRef ref;
    QString bound; // "FOR VALUES FROM (…) TO (…)"
    qint64 rows = -1;
    qint64 bytes = 0;
    bool operator==(const PartitionInfo&) const = default;
};

struct FunctionInfo {
    ObjectRef ref; // Function, Procedure or Aggregate
    quint32 oid = 0;
    QString result; // pg_get_function_result
    QString language;
    QString volatility; // immutable, stable, volatile
    bool securityDefiner = false;
    QString comment;
    bool operator==(const FunctionInfo&) const = default;
};

// Everything the object page shows of one relation without asking again.
struct RelationDetails {
    RelationInfo relation;
    QString partitionKey; // pg_get_partkeydef; empty: not partitioned
    std::vector<ColumnInfo> columns;
    std::vector<IndexInfo> indexes;
    std::vector<ConstraintInfo> constraints;
    std::vector<TriggerInfo> triggers;
    std::vector<PartitionInfo> partitions;
    bool operator==(const RelationDetails&) const = default;
};

struct RelationSizes {
    qint64 table = 0; // main fork; partitions added up in every figure
    qint64 toast = 0;
    qint64 indexes = 0;
    qint64 total = 0;
    qint64 rows = -1; // estimate
    qint64 liveRows = -1;
    qint64 deadRows = -1;
    qint64 indexScans = -1;
    qint64 sequentialScans = -1;
    QDateTime lastVacuum; // by hand or automatic, the later; invalid: never
    QDateTime lastAnalyze;
    bool operator==(const RelationSizes&) const = default;
};

struct Privilege {
    QString grantee; // "PUBLIC" for everyone
    QString grantor;
    QStringList rights; // SELECT, INSERT …
    QStringList grantable; // the part of them with grant option
    QString column; // column grants; empty: the whole object
    bool operator==(const Privilege&) const = default;
};

// What happens to an object when another one is dropped, by how sure that is.
struct Dependent {
    enum class Certainty {
        Dropped, // recorded in pg_depend: refused without CASCADE, gone with it
        Mentioned, // its source text names the object; fails at its next run
    };

    ObjectRef ref;
    Certainty certainty = Certainty::Dropped;
    QString via; // the object between, when not direct: "gold.v_open_orders"
    int depth = 1;
    bool operator==(const Dependent&) const = default;
};

} // namespace pilothouse::database
