// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/graphcheck.h"

#include "pipelines/check/ports.h"
#include "pipelines/check/writes.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Severity = Problem::Severity;

namespace
{

Text triggerTitle(const QString& trigger)
{
    if (trigger == u"asset")
        return PH_TEXT("pipelines", "Start when new rows are there");
    if (trigger == u"sensor")
        return PH_TEXT("pipelines", "Start by time and wait for rows");
    return PH_TEXT("pipelines", "Read what is there and stop");
}

void checkTrigger(
    CheckContext& context, const Edge& edge, const CheckedNode& from, const CheckedNode& to)
{
    if (needsTrigger(from.kind, to.kind)) {
        if (triggers().contains(edge.trigger))
            return;
        Problem& problem = context.add(Severity::Error,
            edge.trigger.isEmpty()
                ? PH_TEXT("pipelines", "%1 streams and never ends. Say what starts %2.")
                      .arg(from.node->shownTitle())
                      .arg(to.node->shownTitle())
                : PH_TEXT("pipelines", "%1 is no trigger.").arg(edge.trigger),
            edge.to);
        problem.edge = edge;
        for (const QString& trigger : triggers())
            problem.fixes.push_back({triggerTitle(trigger), {SetTrigger{edge, trigger}}});
    } else if (!edge.trigger.isEmpty()) {
        Problem& problem = context.add(Severity::Warning,
            PH_TEXT("pipelines", "No trigger is needed here: %1 ends by itself.")
                .arg(from.node->shownTitle()),
            edge.to);
        problem.edge = edge;
        problem.fixes.push_back(
            {PH_TEXT("pipelines", "Remove the trigger"), {SetTrigger{edge, {}}}});
    }
}

} // namespace

void checkEdges(CheckContext& context)
{
    for (const Edge& edge : context.pipeline.edges) {
        const CheckedNode* from = context.node(edge.from);
        const CheckedNode* to = context.node(edge.to);
        if (!from || !to) {
            context
                .add(Severity::Error,
                    PH_TEXT("pipelines", "There is no node %1.").arg(from ? edge.to : edge.from))
                .edge
                = edge;
            continue;
        }
        if (auto refused = portsRefuse(from->kind, to->kind, edge, context.language)) {
            Problem& problem = context.add(Severity::Error, std::move(*refused), edge.to);
            problem.edge = edge;
            problem.fixes.push_back({PH_TEXT("pipelines", "Remove the edge"), {RemoveEdge{edge}}});
            continue;
        }
        checkTrigger(context, edge, *from, *to);
    }
}

void checkInputs(CheckContext& context)
{
    for (const CheckedNode& checked : context.nodes) {
        if (!checked.kind)
            continue;
        for (const PortSpec& input : checked.kind->inputs) {
            const auto isOfIt = [&](const Edge* edge) {
                const CheckedNode* from = context.node(edge->from);
                return portsOf(from->kind, checked.kind, *edge).input == &input;
            };
            const auto count = std::ranges::count_if(checked.in, isOfIt);
            const QString title = input.title.in(context.language);
            if (count == 0 && input.required)
                context.add(Severity::Error,
                    PH_TEXT("pipelines", "Nothing is connected to %1.").arg(title),
                    checked.node->id);
            if (count < 2 || input.many)
                continue;
            Problem& problem = context.add(Severity::Error,
                PH_TEXT("pipelines", "%1 takes one edge only.").arg(title), checked.node->id);
            const auto last = std::find_if(checked.in.rbegin(), checked.in.rend(), isOfIt);
            problem.edge = **last;
        }
    }
}

void checkQuality(CheckContext& context)
{
    for (const CheckedNode& checked : context.nodes) {
        if (checked.kind && checked.kind->category == u"quality" && checked.out.empty())
            context.add(Severity::Warning,
                PH_TEXT("pipelines", "Nothing waits for this check: bad rows go on."),
                checked.node->id);
    }
}

void checkNames(CheckContext& context)
{
    QSet<QString> names;
    const auto take = [&](const QString& id) {
        if (names.contains(id))
            context.add(Severity::Error, PH_TEXT("pipelines", "Two are called %1.").arg(id), id);
        names.insert(id);
    };
    for (const CheckedNode& checked : context.nodes)
        take(checked.node->id);
    for (const Group& group : context.pipeline.groups)
        take(group.id);
    std::map<QString, std::vector<TableWrite>> tables;
    for (const CheckedNode& checked : context.nodes) {
        if (auto write = tableWriteOf(context, checked))
            tables[write->connection + u'\n' + write->table].push_back(*write);
    }
    for (const auto& [key, writes] : tables) {
        for (size_t i = 1; i < writes.size(); ++i) {
            const TableWrite& first = writes.front();
            const TableWrite& other = writes[i];
            const QString& id = other.node->node->id;
            const QString title = first.node->node->shownTitle();
            if (!first.columns.isNone() && !other.columns.isNone()
                && !(first.columns == other.columns))
                context.add(Severity::Error,
                    PH_TEXT("pipelines", "%1 makes the table %2 with other columns.")
                        .arg(title)
                        .arg(other.table),
                    id, Section::Params, u"columns"_s);
            else if (first.replaces || other.replaces)
                context.add(Severity::Warning,
                    PH_TEXT("pipelines",
                        "%1 writes %2 too, and one of them replaces what the other wrote.")
                        .arg(title)
                        .arg(other.table),
                    id, Section::Params, u"table"_s);
        }
    }
}

} // namespace pilothouse::pipelines
