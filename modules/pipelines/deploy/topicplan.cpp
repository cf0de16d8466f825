// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/topicplan.h"

#include "pipelines/api/duration.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

WantedTopic wantedTopic(const Unit& unit)
{
    WantedTopic topic;
    for (const Setting& setting : unit.settings) {
        const QString& text = setting.value.text;
        if (setting.name == u"partitions") {
            topic.partitions = text.isEmpty() ? -1 : text.toInt();
        } else if (setting.name == u"replication") {
            topic.replication = text.isEmpty() ? -1 : text.toInt();
        } else if (setting.name == u"retention") {
            if (const auto seconds = durationOf(text))
                topic.config[u"retention.ms"_s] = QString::number(*seconds * 1000);
        } else if (setting.name == u"cleanup" && !text.isEmpty()) {
            topic.config[u"cleanup.policy"_s] = text;
        } else if (setting.name == u"config") {
            for (const auto& [name, value] : setting.value.entries)
                topic.config[name] = value.text;
        } else if (setting.name.contains(u'.') && !text.isEmpty()) {
            topic.config[setting.name] = text;
        }
    }
    return topic;
}

void planTopic(UnitPlan& plan, const std::optional<PresentTopic>& present)
{
    const WantedTopic wanted = wantedTopic(plan.unit);
    const auto number = [](int value) {
        return value < 0 ? QString() : QString::number(value);
    };
    if (!present) {
        plan.change = ChangeKind::Create;
        if (wanted.partitions >= 0)
            plan.config.push_back({u"partitions"_s, {}, number(wanted.partitions)});
        if (wanted.replication >= 0)
            plan.config.push_back({u"replication"_s, {}, number(wanted.replication)});
        for (const auto& [name, value] : wanted.config)
            plan.config.push_back({name, {}, value});
        return;
    }
    if (wanted.partitions > present->partitions) {
        plan.config.push_back(
            {u"partitions"_s, number(present->partitions), number(wanted.partitions)});
        plan.notes.push_back(
            PH_TEXT("pipelines", "Messages with a key go to other partitions from then on."));
    } else if (wanted.partitions >= 0 && wanted.partitions < present->partitions) {
        plan.notes.push_back(PH_TEXT("pipelines",
            "It keeps its %1 partitions; none can be taken "
            "away.")
                                 .arg(present->partitions));
    }
    if (wanted.replication >= 0 && wanted.replication != present->replication)
        plan.notes.push_back(
            PH_TEXT("pipelines", "It keeps its %1 replicas.").arg(present->replication));
    for (const auto& [name, value] : wanted.config) {
        const auto found = present->config.find(name);
        const QString before = found == present->config.end() ? QString() : found->second;
        if (before != value)
            plan.config.push_back({name, before, value});
    }
    plan.change = plan.config.empty() ? ChangeKind::None : ChangeKind::Change;
}

} // namespace pilothouse::pipelines
