// SPDX-License-Identifier: GPL-3.0-or-later
// RunTasks: every instance of the chosen run and the tries of its chosen task, for the views that
// need more than a cell. Asked again only when a cell has changed.
#pragma once

#include "core/call.h"
#include "core/servicehub.h"
#include "workflow/api/runs.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

namespace pilothouse::workflow
{

class RunFeed;

class RunTasks final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunTasks)

public:
    static constexpr int kAgain = 2000; // ms between two looks at the same run
    static constexpr size_t kMostTries = 12; // tasks whose earlier tries are asked for

    RunTasks(ServiceHub& hub, RunFeed& feed, QObject* parent = nullptr);

    void setRun(const RunRef& run); // of the chosen cell
    void setTask(const TaskRef& task); // an empty task: none
    void notice(const TaskInstance& now); // of a mapped task: its cell does not tell
    bool triesRead() const { return m_triesRead; } // false: they are under way
    void setWanted(bool instances); // whether a view shows the whole run now
    const RunRef& run() const { return m_run; }
    const std::vector<TaskInstance>& instances() const { return m_instances; }
    // Earlier tries too, where they are known; for the Gantt.
    std::vector<TaskInstance> withTries() const;
    const std::vector<TaskInstance>& tries() const { return m_tries; } // of the chosen task
    const TaskRef& task() const { return m_task; }
    bool isRead() const { return m_read; }

Q_SIGNALS:
    void instancesChanged();
    void triesChanged();

private:
    void onCells(const QString& dag);
    void ask();
    void askTries();
    void askEarlier();

    ServiceHub& m_hub;
    RunFeed& m_feed;
    RunRef m_run;
    TaskRef m_task;
    std::vector<TaskInstance> m_instances;
    std::vector<TaskInstance> m_tries;
    std::map<QString, std::vector<TaskInstance>> m_earlier;
    bool m_wanted = false;
    bool m_read = false;
    bool m_triesRead = false;
    QTimer m_soon;
    QElapsedTimer m_asked;

    Call<std::vector<TaskInstance>> m_call;
    Call<std::vector<TaskInstance>> m_triesCall;
    std::map<QString, Call<std::vector<TaskInstance>>> m_earlierCalls;
};

} // namespace pilothouse::workflow
