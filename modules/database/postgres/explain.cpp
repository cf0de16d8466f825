// SPDX-License-Identifier: GPL-3.0-or-later
// Self time is total time × loops less that of the children; parallel workers run side by side, so
// below a Gather the loops are counted once for each process that ran.
#include "database/postgres/explain.h"

#include "database/postgres/guard.h"
#include "database/postgres/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

QString textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& v : value.toArray())
            parts += textOf(v);
        return parts.join(u", "_s);
    }
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

QString detailOf(const QJsonObject& o)
{
    for (const auto key :
        {"Hash Cond"_L1, "Merge Cond"_L1, "Join Filter"_L1, "Index Cond"_L1, "Recheck Cond"_L1,
            "Filter"_L1, "Sort Key"_L1, "Group Key"_L1, "Function Name"_L1, "CTE Name"_L1})
        if (o.contains(key))
            return textOf(o[key]);
    return {};
}

qint64 count(const QJsonObject& o, QLatin1StringView key)
{
    return o.contains(key) ? static_cast<qint64>(o[key].toDouble()) : -1;
}

// `parallel`: how many processes ran this node side by side.
PlanNode nodeOf(const QJsonObject& o, bool analyzed, double parallel)
{
    static const QSet<QString> known{u"Node Type"_s, u"Plans"_s, u"Relation Name"_s, u"Schema"_s,
        u"Alias"_s, u"Index Name"_s, u"Parent Relationship"_s, u"Subplan Name"_s, u"Startup Cost"_s,
        u"Total Cost"_s, u"Plan Rows"_s, u"Plan Width"_s, u"Actual Loops"_s, u"Actual Rows"_s,
        u"Actual Total Time"_s, u"Workers"_s};
    PlanNode n;
    n.type = o["Node Type"_L1].toString();
    if (const QString join = o["Join Type"_L1].toString(); !join.isEmpty() && join != "Inner"_L1)
        n.type.replace("Join"_L1, join + u" Join"_s);
    n.relation = o["Relation Name"_L1].toString();
    if (const QString schema = o["Schema"_L1].toString(); !schema.isEmpty())
        n.relation.prepend(schema + u'.');
    n.alias = o["Alias"_L1].toString();
    n.index = o["Index Name"_L1].toString();
    n.relationship = o["Parent Relationship"_L1].toString();
    n.subplanName = o["Subplan Name"_L1].toString();
    n.detail = detailOf(o);
    n.startupCost = o["Startup Cost"_L1].toDouble();
    n.totalCost = o["Total Cost"_L1].toDouble();
    n.estimatedRows = o["Plan Rows"_L1].toDouble();
    n.width = o["Plan Width"_L1].toInt();
    n.loops = o["Actual Loops"_L1].toDouble();
    n.executed = analyzed && n.loops > 0;
    n.actualRows = o["Actual Rows"_L1].toDouble();
    n.totalRows = n.actualRows * n.loops;
    n.totalTime = o["Actual Total Time"_L1].toDouble() * n.loops / std::max(1.0, parallel);
    n.rowsRemoved = (o["Rows Removed by Filter"_L1].toDouble()
                        + o["Rows Removed by Join Filter"_L1].toDouble()
                        + o["Rows Removed by Index Recheck"_L1].toDouble())
        * std::max(1.0, n.loops);
    n.sharedHit = count(o, "Shared Hit Blocks"_L1);
    n.sharedRead = count(o, "Shared Read Blocks"_L1);
    n.tempWritten = count(o, "Temp Written Blocks"_L1);
    n.workersPlanned = static_cast<int>(count(o, "Workers Planned"_L1));
    n.workersLaunched = static_cast<int>(count(o, "Workers Launched"_L1));
    for (auto it = o.begin(); it != o.end(); ++it)
        if (!known.contains(it.key()))
            n.properties.emplace_back(it.key(), textOf(it.value()));

    const double below = n.workersLaunched > 0 ? n.workersLaunched + 1 : parallel;
    double children = 0;
    for (const QJsonValue& child : o["Plans"_L1].toArray()) {
        n.children.push_back(nodeOf(child.toObject(), analyzed, below));
        const PlanNode& c = n.children.back();
        // A CTE or InitPlan is timed where it is read, too: only there it is taken off.
        if (c.relationship != "InitPlan"_L1)
            children += c.totalTime;
    }
    n.selfTime = std::max(0.0, n.totalTime - children);
    return n;
}

// Time of InitPlans is inside the node that uses them first; taking it off once keeps the sum
// right.
void takeInitPlansOff(PlanNode& node)
{
    for (PlanNode& child : node.children) {
        takeInitPlansOff(child);
        if (child.relationship == "InitPlan"_L1)
            node.selfTime = std::max(0.0, node.selfTime - child.totalTime);
    }
}

Result<Plan> fetch(Connection& connection, const QString& text, const Params& params, bool analyze,
    const Token& token)
{
    const auto answer = connection.exec(
        explainText(text, analyze, PQserverVersion(connection.raw())), params, token);
    if (!answer)
        return tl::unexpected(answer.error());
    if (PQntuples(answer->get()) < 1)
        return fail(Error::Kind::Protocol, u"no plan"_s, connection.service());
    return parsePlan(PQgetvalue(answer->get(), 0, 0), connection.service());
}

} // namespace

QByteArray explainText(const QString& statement, bool analyze, int serverVersion)
{
    QByteArray options = "VERBOSE, FORMAT JSON, SETTINGS";
    if (analyze)
        options += ", ANALYZE, BUFFERS, WAL";
    if (analyze && serverVersion >= 170000)
        options += ", SERIALIZE, MEMORY";
    return "EXPLAIN (" + options + ") " + statement.toUtf8();
}

Result<Plan> parsePlan(const QByteArray& json, const QString& service)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    const QJsonObject top
        = document.isArray() ? document.array().at(0).toObject() : document.object();
    if (!top.contains("Plan"_L1))
        return fail(Error::Kind::Protocol, error.errorString(), service);
    Plan plan;
    plan.json = QString::fromUtf8(json);
    plan.planningTime = top["Planning Time"_L1].toDouble();
    plan.executionTime = top["Execution Time"_L1].toDouble();
    plan.analyzed = top.contains("Execution Time"_L1);
    plan.root = nodeOf(top["Plan"_L1].toObject(), plan.analyzed, 1);
    takeInitPlansOff(plan.root);
    return plan;
}

Result<Plan> explainOn(Connection& connection, const QString& text, const Params& params,
    ExplainMode mode, const Token& token)
{
    const Statement statement = readStatement(text);
    const bool reads = statement.kind == Statement::Kind::Query && !statement.writes;
    const bool guarded = !connection.context().gate->allows();
    const bool analyze = mode != ExplainMode::Plain;
    if (mode == ExplainMode::Analyze && !reads)
        return tl::unexpected(
            guardRefusal(PH_TEXT("postgres", "The statement writes; analyze it inside a rollback."),
                connection.service()));
    if (guarded) {
        if (auto ready = ensureUntouched(connection, token); !ready)
            return tl::unexpected(ready.error());
        // Planning alone may already call functions, so a plain EXPLAIN is guarded as well.
        if (auto checked = checkReadOnly(connection, statement, token); !checked)
            return tl::unexpected(checked.error());
    } else if (auto ready = connection.ensure(token); !ready) {
        return tl::unexpected(ready.error());
    }
    const bool own = connection.transaction() == TransactionState::None;
    if (mode == ExplainMode::AnalyzeInRollback && !own)
        return fail(Error::Kind::Refused, {}, connection.service(),
            PH_TEXT("postgres", "End the open transaction first."));
    if (!own || (!guarded && mode != ExplainMode::AnalyzeInRollback))
        return fetch(connection, text, params, analyze, token);
    VoidResult begun;
    if (guarded)
        begun = beginReadOnly(connection, token);
    else if (auto done = connection.exec("BEGIN", {}, token); !done)
        begun = tl::unexpected(done.error());
    if (!begun)
        return tl::unexpected(begun.error());
    auto plan = fetch(connection, text, params, analyze, token);
    endReadOnly(connection);
    if (plan)
        plan->rolledBack = mode == ExplainMode::AnalyzeInRollback;
    return plan;
}

} // namespace pilothouse::database::postgres
