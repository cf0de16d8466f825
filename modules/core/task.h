// SPDX-License-Identifier: GPL-3.0-or-later
// Task: an act or a long job. Owned by the application (TaskList), so it outlives the panel that
// asked for it. Every write is a Task; it is written to the audit log before and after.
#pragma once

#include "core/auditlog.h"
#include "core/error.h"
#include "core/lanecore.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace pilothouse
{

// What is known before it starts. `audit` empty: a job that changes no service (export, scan).
struct TaskInfo {
    Text title;
    QString service; // service id, may be empty
    std::optional<AuditRecord> audit;
    std::shared_ptr<AuditLog> log; // needed when `audit` is set
};

struct TaskStatus {
    enum class State { Waiting, Running, Done, Refused, Failed, Cancelled, Unknown };
    enum class Unit { None, Rows, Bytes, Keys, Steps };

    State state = State::Waiting;
    qint64 done = 0;
    qint64 total = -1; // -1: not known
    Unit unit = Unit::None;
    Text step; // what it is doing now, may be empty
    bool operator==(const TaskStatus&) const = default;
};

namespace detail
{
struct TaskLink; // between the job's thread and the Task
}

// Handed to the job; thread-safe. Updates reach the GUI at most four times a second.
class TaskProgress final
{
public:
    explicit TaskProgress(std::shared_ptr<detail::TaskLink> link)
        : m_link(std::move(link))
    {
    }
    void set(qint64 done, qint64 total = -1, TaskStatus::Unit unit = TaskStatus::Unit::None);
    void step(Text text);
    // Brackets the moment in which the outcome of a write is not known: after sent() and before
    // answered(), a lost connection or a cancel ends the task as *unknown*.
    void sent();
    void answered();

private:
    std::shared_ptr<detail::TaskLink> m_link;
};

class Task final : public QObject
{
    Q_OBJECT

public:
    // `start` begins the work and must finally lead to one finish(); `stop` asks it to end.
    using Start = std::function<void(Task&)>;
    using Stop = std::function<void()>;

    Task(TaskInfo info, Start start, Stop stop);
    ~Task() override; // asks the work to stop
    Q_DISABLE_COPY_MOVE(Task)

    const TaskInfo& info() const { return m_info; }
    const TaskStatus& status() const { return m_status; }
    const Result<Text>& outcome() const { return m_outcome; } // valid once finished
    bool isFinished() const { return m_status.state >= TaskStatus::State::Done; }
    QDateTime startedAt() const { return m_startedAt; }
    QDateTime finishedAt() const { return m_finishedAt; }

    void start();
    void cancel();

    // For work that runs on the GUI thread (a QProcess); lane tasks are driven by their link.
    void setProgress(TaskStatus progress); // state is ignored
    void finish(TaskStatus::State state, Result<Text> outcome);

Q_SIGNALS:
    void changed();
    void finished();

private:
    TaskInfo m_info;
    Start m_start;
    Stop m_stop;
    TaskStatus m_status;
    Result<Text> m_outcome;
    QDateTime m_startedAt;
    QDateTime m_finishedAt;
};

// A task whose body runs on a lane; used through Lane::task().
using TaskBody = std::function<Result<Text>(void* resource, const Token&, TaskProgress&)>;
std::unique_ptr<Task> makeLaneTask(
    TaskInfo info, std::shared_ptr<detail::LaneCore> core, milliseconds silence, TaskBody body);

// The application's tasks, newest first. Finished ones stay for the list (at most 200); *unknown*
// ones stay until acknowledged.
class TaskList final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    Task* start(std::unique_ptr<Task> task); // takes ownership, returns it for connecting
    QList<Task*> tasks() const;
    int running() const;
    void acknowledge(Task* task); // removes a finished one from the list

Q_SIGNALS:
    void taskAdded(pilothouse::Task* task);
    void taskChanged(pilothouse::Task* task);
    void taskFinished(pilothouse::Task* task);
    void taskRemoved();

private:
    void trim();

    std::vector<std::unique_ptr<Task>> m_tasks;
};

} // namespace pilothouse
