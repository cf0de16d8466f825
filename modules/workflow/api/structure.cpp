// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/api/structure.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace pilothouse::workflow
{

QDateTime earliestRetry(const TaskInfo& task, int tryNumber, const QDateTime& end)
{
    if (task.retryDelay < 0 || !end.isValid())
        return {};
    constexpr double kDay = 86'400; // the server's own limit where the task has none
    double delay = task.retryDelay;
    if (task.retryFactor > 1)
        delay = std::min(
            std::max(1.0, delay * std::pow(task.retryFactor, std::max(0, tryNumber - 1))),
            task.longestRetryDelay >= 0 ? task.longestRetryDelay : kDay);
    return end.addMSecs(qint64(delay * 1000));
}

namespace
{
QStringList prefixes(const QString& id)
{
    QStringList found;
    for (qsizetype dot = id.indexOf(u'.'); dot > 0; dot = id.indexOf(u'.', dot + 1))
        found.append(id.left(dot));
    return found;
}
} // namespace

void inferGroups(DagStructure& structure)
{
    structure.groupsFrom = DagStructure::Groups::Inferred;
    structure.groups.clear();
    QHash<QString, int> uses;
    QSet<QString> taskIds;
    for (const TaskInfo& task : structure.tasks) {
        taskIds.insert(task.id);
        for (const QString& prefix : prefixes(task.id))
            ++uses[prefix];
    }
    QSet<QString> made;
    for (TaskInfo& task : structure.tasks) {
        task.group.clear();
        for (const QString& prefix : prefixes(task.id)) {
            // A task named like a prefix is no group; one task alone makes none.
            if (uses.value(prefix) < 2 || taskIds.contains(prefix))
                continue;
            if (!made.contains(prefix)) {
                made.insert(prefix);
                const QString label
                    = task.group.isEmpty() ? prefix : prefix.mid(task.group.size() + 1);
                structure.groups.push_back({prefix, label, task.group, false});
            }
            task.group = prefix;
        }
        task.label = task.group.isEmpty() ? task.id : task.id.mid(task.group.size() + 1);
    }
}

} // namespace pilothouse::workflow
