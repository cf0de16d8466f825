// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamdesk.h"

#include "core/servicehub.h"
#include "streams/panel/sheet.h"
#include "ui/workbench.h"

namespace pilothouse::streams
{

StreamDesk::StreamDesk(ui::Workbench& workbench, ServiceId service, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
{
}

QString StreamDesk::refusal() const
{
    return Sheet::refusal(m_workbench.hub(), m_service);
}

void StreamDesk::confirm(Act act, std::function<void()> then)
{
    m_workbench.confirm(std::move(act), this, [this, then = std::move(then)](Task* task) {
        if (!task)
            return;
        if (task->outcome())
            then();
        else
            m_workbench.report(task->outcome().error());
    });
}

// Asked for once more: the question counts its partitions as they are now.
void StreamDesk::removeTopic(const QString& topic)
{
    auto* topics = m_workbench.hub().contract<Topics>(m_service);
    if (!topics)
        return;
    m_topicCall = topics->topic(topic).onDone(this, [this, topic](Result<TopicInfo> info) {
        auto* acts = m_workbench.hub().contract<TopicActs>(m_service);
        if (!info)
            m_workbench.report(info.error());
        else if (acts)
            confirm(acts->remove(*info), [this, topic] { Q_EMIT topicRemoved(topic); });
    });
}

void StreamDesk::removeGroup(const QString& group)
{
    if (auto* acts = m_workbench.hub().contract<GroupActs>(m_service))
        confirm(acts->removeGroup(group), [this, group] { Q_EMIT groupRemoved(group); });
}

void StreamDesk::removeCommits(const QString& group, const QString& topic)
{
    if (auto* acts = m_workbench.hub().contract<GroupActs>(m_service))
        confirm(acts->removeCommits(group, topic),
            [this, group, topic] { Q_EMIT commitsRemoved(group, topic); });
}

} // namespace pilothouse::streams
