// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/servicelevel.h"

#include "pipelines/api/duration.h"
#include "pipelines/check/retries.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Severity = Problem::Severity;

namespace
{

Edit set(const QString& node, const QString& name, const Value& value)
{
    return SetSetting{Section::Task, node, name, Setting{name, value}, -1};
}

// Where the promise stands: at the node or for all tasks.
QString placeOf(const Node& node)
{
    return find(node.task, u"finish_within") ? node.id : QString();
}

void checkWorstCase(CheckContext& context, const Node& node, const RetryRule& rule)
{
    const RetryPlan plan = retryPlan(rule, *rule.timeout);
    if (plan.end.most <= *rule.finishWithin)
        return;
    const QString limit = durationText(*rule.finishWithin);
    Text message = rule.retries == 0
        ? PH_TEXT("pipelines", "One try may take %1. The limit is %2.")
              .arg(durationText(*rule.timeout))
              .arg(limit)
        : PH_PLURAL(
            "pipelines", "Worst case is %1: %n tries of %2 and up to %3 of waits. The limit is %4.")
              .arg(durationText(plan.end.most))
              .arg(durationText(*rule.timeout))
              .arg(durationText(plan.waiting.most))
              .arg(limit)
              .plural(rule.retries + 1);
    Problem& problem = context.add(Severity::Warning, std::move(message), node.id, Section::Task,
        rule.retries == 0 ? u"execution_timeout"_s : u"retries"_s);
    if (const auto retries = retriesThatFit(rule)) {
        problem.fixes.push_back({PH_PLURAL("pipelines", "Use %n tries").plural(*retries + 1),
            {set(node.id, u"retries"_s, Value::ofNumber(*retries))}});
    } else {
        Edits edits{set(node.id, u"execution_timeout"_s, Value::ofText(limit))};
        if (rule.retries > 0)
            edits.push_back(set(node.id, u"retries"_s, Value::ofNumber(0)));
        problem.fixes.push_back(
            {PH_TEXT("pipelines", "One try, time out after %1").arg(limit), std::move(edits)});
    }
}

} // namespace

void checkServiceLevels(CheckContext& context)
{
    for (const CheckedNode& checked : context.nodes) {
        if (!checked.isTask())
            continue;
        const Node& node = *checked.node;
        const RetryRule rule = retryRule(context.pipeline, node, context.catalogue, context.target);
        if (!rule.finishWithin)
            continue;
        if (rule.timeout)
            checkWorstCase(context, node, rule);
        else if (!placeOf(node).isEmpty())
            context
                .add(Severity::Warning,
                    PH_TEXT("pipelines",
                        "A try may take for ever: without a time-out nobody can say whether it "
                        "ends within %1.")
                        .arg(durationText(*rule.finishWithin)),
                    node.id, Section::Task, u"execution_timeout"_s)
                .fixes.push_back({PH_TEXT("pipelines", "Time out after %1")
                                      .arg(durationText(*rule.finishWithin)),
                    {set(node.id, u"execution_timeout"_s,
                        Value::ofText(durationText(*rule.finishWithin)))}});
    }
}

} // namespace pilothouse::pipelines
