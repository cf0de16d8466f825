// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/admin.h"

#include "database/api/names.h"
#include "database/postgres/catalogue.h"

#include <QLocale>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// DDL must not queue behind a long reader and block everyone after it.
constexpr char kDdlBefore[] = "SET lock_timeout TO '3s'";

struct Words {
    Text title;
    Text question;
    Text consequence;
    Text button;
    QString icon;
    QString audit;
    bool destructive = false;
};

Words wordsOf(AdminAct act, const QString& name)
{
    switch (act) {
    case AdminAct::Truncate:
        return {PH_TEXT("postgres", "Truncate…"), PH_TEXT("postgres", "Truncate %1?").arg(name),
            PH_TEXT("postgres", "All rows are removed at once. Readers wait until it is done."),
            PH_TEXT("postgres", "Truncate"), u"trash"_s, u"truncate"_s, true};
    case AdminAct::Drop:
        return {PH_TEXT("postgres", "Drop…"), PH_TEXT("postgres", "Drop %1?").arg(name),
            PH_TEXT("postgres", "It is refused while other objects depend on it."),
            PH_TEXT("postgres", "Drop"), u"trash"_s, u"drop"_s, true};
    case AdminAct::DropCascade:
        return {PH_TEXT("postgres", "Drop with everything that depends on it…"),
            PH_TEXT("postgres", "Drop %1 and its dependents?").arg(name),
            PH_TEXT("postgres", "Every dependent object is dropped with it."),
            PH_TEXT("postgres", "Drop all"), u"trash"_s, u"drop-cascade"_s, true};
    case AdminAct::Analyze:
        return {PH_TEXT("postgres", "Analyze"), PH_TEXT("postgres", "Analyze %1?").arg(name),
            PH_TEXT("postgres", "Reads a sample of the rows and renews the planner's estimates."),
            PH_TEXT("postgres", "Analyze"), u"refresh"_s, u"analyze"_s, false};
    case AdminAct::Vacuum:
        return {PH_TEXT("postgres", "Vacuum"), PH_TEXT("postgres", "Vacuum %1?").arg(name),
            PH_TEXT("postgres", "Dead rows become free space. Reads and writes go on."),
            PH_TEXT("postgres", "Vacuum"), u"refresh"_s, u"vacuum"_s, false};
    case AdminAct::Reindex:
        return {PH_TEXT("postgres", "Rebuild"), PH_TEXT("postgres", "Rebuild %1?").arg(name),
            PH_TEXT("postgres", "Built beside the old one, then swapped. Reads and writes go on."),
            PH_TEXT("postgres", "Rebuild"), u"refresh"_s, u"reindex"_s, false};
    case AdminAct::Refresh:
        return {PH_TEXT("postgres", "Refresh"), PH_TEXT("postgres", "Refresh %1?").arg(name),
            PH_TEXT("postgres", "Its query runs again. Readers wait until it is done."),
            PH_TEXT("postgres", "Refresh"), u"refresh"_s, u"refresh"_s, false};
    case AdminAct::RefreshConcurrently:
        return {PH_TEXT("postgres", "Refresh, readers go on"),
            PH_TEXT("postgres", "Refresh %1 without blocking readers?").arg(name),
            PH_TEXT("postgres", "Slower, and needs a unique index."),
            PH_TEXT("postgres", "Refresh"), u"refresh"_s, u"refresh-concurrently"_s, false};
    }
    return {};
}

QString sqlKindOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::View:
        return u"VIEW"_s;
    case ObjectKind::MaterialisedView:
        return u"MATERIALIZED VIEW"_s;
    case ObjectKind::ForeignTable:
        return u"FOREIGN TABLE"_s;
    case ObjectKind::Sequence:
        return u"SEQUENCE"_s;
    case ObjectKind::Index:
        return u"INDEX"_s;
    case ObjectKind::Function:
        return u"FUNCTION"_s;
    case ObjectKind::Procedure:
        return u"PROCEDURE"_s;
    case ObjectKind::Aggregate:
        return u"AGGREGATE"_s;
    case ObjectKind::Schema:
        return u"SCHEMA"_s;
    case ObjectKind::Type:
        return u"TYPE"_s;
    default:
        return u"TABLE"_s;
    }
}

bool isRelation(ObjectKind kind)
{
    return kind == ObjectKind::Table || kind == ObjectKind::PartitionedTable
        || kind == ObjectKind::Partition || kind == ObjectKind::MaterialisedView;
}

VoidResult countEffects(
    Meta& meta, AdminAct act, const ObjectRef& object, Act& out, const Token& token)
{
    if (isRelation(object.kind)) {
        const auto sizes = readSizes(meta, object.schema, object.name, token);
        if (!sizes)
            return tl::unexpected(sizes.error());
        const QLocale locale = QLocale::c();
        if (sizes->rows >= 0)
            out.effects.push_back(
                {u"table"_s, PH_TEXT("postgres", "Rows, estimate"), locale.toString(sizes->rows)});
        if (act == AdminAct::Vacuum && sizes->deadRows >= 0)
            out.effects.push_back(
                {u"trash"_s, PH_TEXT("postgres", "Dead rows"), locale.toString(sizes->deadRows)});
        out.effects.push_back({u"database"_s, PH_TEXT("postgres", "Size on disk"),
            locale.formattedDataSize(sizes->total, 1, QLocale::DataSizeTraditionalFormat)});
    }
    if (act != AdminAct::Drop && act != AdminAct::DropCascade)
        return {};
    const auto dependents = readDependents(meta, object, token);
    if (!dependents)
        return tl::unexpected(dependents.error());
    QStringList dropped;
    qint64 mentioned = 0;
    for (const Dependent& d : *dependents)
        if (d.certainty == Dependent::Certainty::Dropped)
            dropped += d.ref.schema.isEmpty() ? d.ref.name : d.ref.schema + u'.' + d.ref.name;
        else
            ++mentioned;
    out.effects.push_back({u"link"_s, PH_TEXT("postgres", "Dependent objects"),
        dropped.isEmpty() ? u"0"_s
                          : QString::number(dropped.size()) + u": "_s
                + dropped.mid(0, 5).join(u", "_s) + (dropped.size() > 5 ? u" …"_s : QString())});
    if (mentioned > 0)
        out.effects.push_back({u"function"_s,
            PH_TEXT("postgres", "Functions that name it and fail at their next run"),
            QString::number(mentioned)});
    return {};
}

} // namespace

QString adminStatement(AdminAct act, const ObjectRef& o)
{
    QString name = o.kind == ObjectKind::Schema ? quoteName(o.name)
                                                : quoteName(o.schema) + u'.' + quoteName(o.name);
    if (o.kind == ObjectKind::Function || o.kind == ObjectKind::Procedure
        || o.kind == ObjectKind::Aggregate)
        name += u'(' + o.arguments + u')';
    switch (act) {
    case AdminAct::Truncate:
        return u"TRUNCATE TABLE "_s + name;
    case AdminAct::Drop:
        return u"DROP "_s + sqlKindOf(o.kind) + u' ' + name;
    case AdminAct::DropCascade:
        return u"DROP "_s + sqlKindOf(o.kind) + u' ' + name + u" CASCADE"_s;
    case AdminAct::Analyze:
        return u"ANALYZE "_s + name;
    case AdminAct::Vacuum:
        return u"VACUUM (ANALYZE) "_s + name;
    case AdminAct::Reindex:
        return u"REINDEX INDEX CONCURRENTLY "_s + name;
    case AdminAct::Refresh:
        return u"REFRESH MATERIALIZED VIEW "_s + name;
    case AdminAct::RefreshConcurrently:
        return u"REFRESH MATERIALIZED VIEW CONCURRENTLY "_s + name;
    }
    return {};
}

std::vector<AdminAct> adminActsFor(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Table:
    case ObjectKind::PartitionedTable:
    case ObjectKind::Partition:
        return {AdminAct::Analyze, AdminAct::Vacuum, AdminAct::Truncate, AdminAct::Drop,
            AdminAct::DropCascade};
    case ObjectKind::MaterialisedView:
        return {AdminAct::Refresh, AdminAct::RefreshConcurrently, AdminAct::Analyze,
            AdminAct::Vacuum, AdminAct::Drop, AdminAct::DropCascade};
    case ObjectKind::Index:
        return {AdminAct::Reindex, AdminAct::Drop};
    case ObjectKind::View:
    case ObjectKind::ForeignTable:
    case ObjectKind::Sequence:
    case ObjectKind::Function:
    case ObjectKind::Procedure:
    case ObjectKind::Aggregate:
    case ObjectKind::Type:
    case ObjectKind::Schema:
        return {AdminAct::Drop, AdminAct::DropCascade};
    default:
        return {};
    }
}

Result<Act> makeAdminAct(Meta& meta, AdminAct act, const ObjectRef& object,
    std::shared_ptr<const Context> context, std::shared_ptr<ActLane> acts, const Token& token)
{
    Act out;
    const QString shown
        = object.schema.isEmpty() ? object.name : object.schema + u'.' + object.name;
    const Words words = wordsOf(act, shown);
    out.title = words.title;
    out.question = words.question;
    out.consequence = words.consequence;
    out.button = words.button;
    out.icon = words.icon;
    out.destructive = words.destructive;
    out.typedName = words.destructive ? object.name : QString();
    QStringList parts{context->settings.database};
    if (!object.schema.isEmpty())
        parts += object.schema;
    out.target = {context->config.ns, joinName(parts << object.name)};
    out.statement = adminStatement(act, object);
    if (auto counted = countEffects(meta, act, object, out, token); !counted)
        return tl::unexpected(counted.error());
    ActStatement statement;
    statement.before = kDdlBefore;
    statement.sql = out.statement.toUtf8();
    statement.closeAfter = true;
    finishAct(out, words.audit, std::move(statement), std::move(context), std::move(acts));
    return out;
}

std::vector<AdminAct> PgAdmin::actsFor(ObjectKind kind) const
{
    return adminActsFor(kind);
}

Call<Act> PgAdmin::act(AdminAct act, const ObjectRef& object)
{
    return m_lane.run(
        30s, [act, object, context = m_context, acts = m_acts](Meta& meta, const Token& token) {
            return makeAdminAct(meta, act, object, context, acts, token);
        });
}

} // namespace pilothouse::database::postgres
