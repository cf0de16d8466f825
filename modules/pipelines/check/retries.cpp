// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/retries.h"

#include "pipelines/api/duration.h"
#include "pipelines/check/substitution.h"

#include <algorithm>
#include <cmath>

namespace pilothouse::pipelines
{

namespace
{

constexpr qint64 kLongestWait = 24 * 60 * 60; // the scheduler's own limit, as it comes
constexpr int kRetries = 1'000; // more are not planned

class TaskFields final
{
public:
    TaskFields(const Pipeline& pipeline, const Node& node, const Catalogue& catalogue,
        const Target& target)
        : m_pipeline(pipeline)
        , m_node(node)
        , m_catalogue(catalogue)
        , m_target(target)
        , m_values(pipeline, target.environment)
    {
    }

    Value value(QStringView name) const
    {
        const FieldSpec* field = m_catalogue.taskField(name);
        if (!field || missingFor(field->needs, m_target, {}))
            return {};
        for (const Settings* settings : {&m_node.task, &m_pipeline.task}) {
            const Setting* setting = find(*settings, name);
            if (setting && !setting->source && !setting->value.isNone())
                return m_values.in(setting->value);
        }
        return field->standard;
    }

    std::optional<double> number(QStringView name) const
    {
        bool isNumber = false;
        const double number = value(name).text.toDouble(&isNumber);
        return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }

    std::optional<qint64> seconds(QStringView name) const { return durationOf(value(name).text); }

private:
    const Pipeline& m_pipeline;
    const Node& m_node;
    const Catalogue& m_catalogue;
    const Target& m_target;
    const Substitution m_values;
};

} // namespace

RetryRule retryRule(
    const Pipeline& pipeline, const Node& node, const Catalogue& catalogue, const Target& target)
{
    const TaskFields fields(pipeline, node, catalogue, target);
    RetryRule rule;
    rule.retries = int(std::clamp(fields.number(u"retries").value_or(0), 0.0, double(kRetries)));
    rule.delay = fields.seconds(u"retry_delay").value_or(rule.delay);
    if (fields.value(u"retry_exponential_backoff").text == u"true") {
        rule.factor = std::max(1.0, fields.number(u"retry_factor").value_or(2));
        rule.longestDelay = fields.seconds(u"max_retry_delay");
    }
    rule.timeout = fields.seconds(u"execution_timeout");
    rule.finishWithin = fields.seconds(u"finish_within");
    return rule;
}

SecondsRange waitAfter(const RetryRule& rule, int number)
{
    if (rule.factor <= 1)
        return {rule.delay, rule.delay};
    const double plain = double(rule.delay) * std::pow(rule.factor, number - 1);
    // The scheduler rounds up, then adds less than the same again.
    const qint64 least = plain >= double(kLongestWait)
        ? kLongestWait
        : std::max<qint64>(1, qint64(std::ceil(plain)));
    SecondsRange wait{least, std::min(2 * least - 1, kLongestWait)};
    if (rule.longestDelay && *rule.longestDelay > 0) {
        wait.least = std::min(wait.least, *rule.longestDelay);
        wait.most = std::min(wait.most, *rule.longestDelay);
    }
    return wait;
}

RetryPlan retryPlan(const RetryRule& rule, qint64 length)
{
    RetryPlan plan;
    SecondsRange at;
    for (int number = 1; number <= rule.retries + 1; ++number) {
        plan.tries.push_back({at, {at.least + length, at.most + length}});
        plan.end = plan.tries.back().end;
        if (number > rule.retries)
            break;
        const SecondsRange wait = waitAfter(rule, number);
        plan.waits.push_back(wait);
        plan.waiting = {plan.waiting.least + wait.least, plan.waiting.most + wait.most};
        at = {plan.end.least + wait.least, plan.end.most + wait.most};
    }
    return plan;
}

std::optional<int> retriesThatFit(const RetryRule& rule)
{
    if (!rule.timeout || !rule.finishWithin)
        return {};
    const RetryPlan plan = retryPlan(rule, *rule.timeout);
    for (int retries = rule.retries; retries >= 0; --retries) {
        if (plan.tries[size_t(retries)].end.most <= *rule.finishWithin)
            return retries;
    }
    return {};
}

} // namespace pilothouse::pipelines
