// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/servicelevel.h"

#include "pipelines/api/duration.h"
#include "pipelines/check/retries.h"

#include <QSet>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Severity = Problem::Severity;

namespace
{

constexpr qsizetype kNamed = 8; // nodes of a way that are named

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

// The longest way through the tasks, each at its worst. A task without a time-out counts nothing,
// so that what is found is certain.
class LongestWay final
{
public:
    explicit LongestWay(const CheckContext& context)
    {
        QHash<QString, qsizetype> open;
        std::vector<const CheckedNode*> ready;
        for (const CheckedNode& checked : context.nodes) {
            open.insert(checked.node->id, qsizetype(checked.in.size()));
            if (checked.in.empty())
                ready.push_back(&checked);
        }
        for (size_t i = 0; i < ready.size(); ++i) { // grows; nodes of cycles never come
            const CheckedNode& checked = *ready[i];
            const qint64 length = lengthOf(context, checked);
            if (length > 0)
                m_counted.insert(checked.node->id);
            const qint64 end = m_ends.value(checked.node->id).seconds + length;
            take(checked.node->id, end);
            for (const Edge* edge : checked.out) {
                End& next = m_ends[edge->to];
                if (end > next.seconds || next.before.isEmpty())
                    next = {end, checked.node->id};
                if (--open[edge->to] == 0)
                    ready.push_back(context.node(edge->to));
            }
        }
    }

    qint64 seconds() const { return m_longest; }
    QStringList nodes() const // that take time
    {
        QStringList way;
        for (QString at = m_last; !at.isEmpty(); at = m_ends.value(at).before) {
            if (m_counted.contains(at))
                way.prepend(at);
        }
        return way;
    }

private:
    struct End {
        qint64 seconds = 0; // when all before it have ended
        QString before;
    };

    static qint64 lengthOf(const CheckContext& context, const CheckedNode& checked)
    {
        if (!checked.isTask())
            return 0;
        const RetryRule rule
            = retryRule(context.pipeline, *checked.node, context.catalogue, context.target);
        return rule.timeout ? retryPlan(rule, *rule.timeout).end.most : 0;
    }

    void take(const QString& node, qint64 end)
    {
        if (end > m_longest) {
            m_longest = end;
            m_last = node;
        }
    }

    QHash<QString, End> m_ends;
    QSet<QString> m_counted;
    qint64 m_longest = 0;
    QString m_last;
};

// The whole run against what the schedule promises.
void checkRun(CheckContext& context)
{
    std::optional<LongestWay> way;
    for (const QString& name : {u"deadline"_s, u"dagrun_timeout"_s}) {
        const FieldSpec* field = context.catalogue.scheduleField(name);
        const Setting* setting = find(context.pipeline.schedule, name);
        const auto limit = durationOf(context.written(setting, field).text);
        if (!limit || *limit == 0 || missingFor(field ? field->needs : Needs(), context.target, {}))
            continue;
        if (!way)
            way.emplace(context);
        if (way->seconds() <= *limit)
            continue;
        QStringList nodes = way->nodes();
        if (nodes.size() > kNamed)
            nodes = nodes.first(kNamed - 1) << u"…"_s << nodes.last();
        context.add(Severity::Warning,
            PH_TEXT("pipelines", "Worst case of a run is %1: %2. The limit is %3.")
                .arg(durationText(way->seconds()))
                .arg(nodes.join(u" → "_s))
                .arg(durationText(*limit)),
            {}, Section::Schedule, name);
    }
}

} // namespace

void checkServiceLevels(CheckContext& context)
{
    checkRun(context);
    const bool isForAll = find(context.pipeline.task, u"finish_within");
    for (const CheckedNode& checked : context.nodes) {
        if (!checked.isTask())
            continue;
        const Node& node = *checked.node;
        if (!isForAll && placeOf(node).isEmpty())
            continue;
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
