// SPDX-License-Identifier: GPL-3.0-or-later
// MappedTasks: the instances of mapped tasks, one by one, of the runs one has looked at. Asked for
// only where a mapped task is open or chosen, and again when the run's own counts say otherwise.
#pragma once

#include "core/call.h"
#include "workflow/panel/gridrows.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::workflow
{

class RunFeed;

class MappedTasks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappedTasks)

public:
    static constexpr int kAgain = 2000; // ms between two looks at the same task of a usual size
    static constexpr int kKept = 200; // tasks of runs that are remembered

    MappedTasks(ServiceHub& hub, RunFeed& feed, QObject* parent = nullptr);

    // Of this run; the tasks are mapped as a whole.
    void setWanted(const RunRef& run, const QStringList& tasks);
    // By index; null: not read yet.
    const std::vector<TaskInstance>* instances(const RunRef& run, const QString& task) const;
    // Null too when it was not over and its run is not the wanted one: that is old by now.
    const TaskInstance* instance(const TaskRef& task) const;
    std::vector<MappedIndex> indexes(const RunRef& run, const QString& task) const;
    // The mapped instances of a task are told by its cell, or by the code.
    static bool isMapped(const RunBook& book, const QString& run, const QString& task);

Q_SIGNALS:
    void changed(const QString& dag);

private:
    struct Kept {
        std::vector<TaskInstance> instances;
        qint64 asked = -kAgain; // by m_clock
        qint64 used = 0;
        bool read = false;
        Call<std::vector<TaskInstance>> call;
    };
    void look();
    bool isOld(const TaskRef& task, const Kept& kept) const;
    void ask(const TaskRef& task, Kept& kept);
    void trim();

    ServiceHub& m_hub;
    RunFeed& m_feed;
    RunRef m_run;
    QStringList m_tasks;
    std::map<TaskRef, Kept> m_kept; // the index is -1
    QTimer m_soon;
    QElapsedTimer m_clock;
};

} // namespace pilothouse::workflow
