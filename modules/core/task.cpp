// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks on lanes: progress is coalesced, the audit log is written on the lane's own thread.
#include "core/task.h"

#include <QPointer>

#include <algorithm>

namespace pilothouse
{

using namespace Qt::StringLiterals;

namespace detail
{

struct TaskLink : std::enable_shared_from_this<TaskLink> {
    std::shared_ptr<Post> post;
    QPointer<Task> task; // GUI thread only

    std::mutex mutex;
    TaskStatus status;
    bool announced = false;
    bool inFlight = false; // sent, not yet answered
    Clock::time_point lastShown{};

    void announce() // mutex held
    {
        if (announced)
            return;
        announced = true;
        post->run([self = shared_from_this()] { self->showSoon(); });
    }
    void showSoon() // GUI thread
    {
        if (!task)
            return;
        const auto wait = std::chrono::duration_cast<milliseconds>(
            lastShown + milliseconds(250) - Clock::now());
        if (wait.count() <= 0)
            show();
        else
            QTimer::singleShot(wait, task.data(), [self = shared_from_this()] { self->show(); });
    }
    void show()
    {
        lastShown = Clock::now();
        TaskStatus copy;
        {
            std::lock_guard lock(mutex);
            announced = false;
            copy = status;
        }
        if (task && !task->isFinished())
            task->setProgress(copy);
    }
};

} // namespace detail

using State = TaskStatus::State;

void TaskProgress::set(qint64 done, qint64 total, TaskStatus::Unit unit)
{
    std::lock_guard lock(m_link->mutex);
    m_link->status.done = done;
    m_link->status.total = total;
    m_link->status.unit = unit;
    m_link->announce();
}

void TaskProgress::step(Text text)
{
    std::lock_guard lock(m_link->mutex);
    m_link->status.step = std::move(text);
    m_link->announce();
}

void TaskProgress::sent()
{
    std::lock_guard lock(m_link->mutex);
    m_link->inFlight = true;
}

void TaskProgress::answered()
{
    std::lock_guard lock(m_link->mutex);
    m_link->inFlight = false;
}

Task::Task(TaskInfo info, Start start, Stop stop)
    : m_info(std::move(info))
    , m_start(std::move(start))
    , m_stop(std::move(stop))
{
}

Task::~Task()
{
    if (m_stop && !isFinished())
        m_stop();
}

void Task::start()
{
    if (m_status.state != State::Waiting)
        return;
    m_status.state = State::Running;
    m_startedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT changed();
    m_start(*this);
}

void Task::cancel()
{
    if (m_stop && !isFinished())
        m_stop();
}

void Task::setProgress(TaskStatus progress)
{
    progress.state = m_status.state;
    if (progress == m_status)
        return;
    m_status = progress;
    Q_EMIT changed();
}

void Task::finish(State state, Result<Text> outcome)
{
    if (isFinished())
        return;
    m_status.state = state;
    m_outcome = std::move(outcome);
    m_finishedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT changed();
    Q_EMIT finished();
}

namespace
{

State stateOf(const Result<Text>& outcome, bool inFlight)
{
    if (outcome)
        return State::Done;
    const auto kind = outcome.error().kind;
    const bool lost = kind == Error::Kind::Timeout || kind == Error::Kind::Protocol
        || kind == Error::Kind::Cancelled || kind == Error::Kind::Internal;
    if (inFlight && lost)
        return State::Unknown;
    if (kind == Error::Kind::Cancelled)
        return State::Cancelled;
    return kind == Error::Kind::Refused && outcome.error().code == "guard"_L1 ? State::Refused
                                                                              : State::Failed;
}

AuditLog::Outcome auditOutcome(State state)
{
    switch (state) {
    case State::Done:
        return AuditLog::Outcome::Done;
    case State::Refused:
        return AuditLog::Outcome::Refused;
    case State::Unknown:
        return AuditLog::Outcome::Unknown;
    case State::Cancelled:
        return AuditLog::Outcome::Cancelled;
    default:
        return AuditLog::Outcome::Failed;
    }
}

// The body between its two audit lines. An act whose first line cannot be written is not sent.
std::pair<State, Result<Text>> runAudited(const TaskInfo& info, void* resource, const Token& token,
    const std::shared_ptr<detail::TaskLink>& link, const TaskBody& body)
{
    QString id;
    if (info.audit) {
        auto begun = info.log->begin(*info.audit);
        if (!begun)
            return {State::Failed, tl::unexpected(begun.error())};
        id = *begun;
    }
    TaskProgress progress(link);
    auto outcome = body(resource, token, progress);
    bool inFlight = false;
    {
        std::lock_guard lock(link->mutex);
        inFlight = link->inFlight;
    }
    const State state = stateOf(outcome, inFlight);
    if (info.audit)
        info.log->end(id, auditOutcome(state), outcome ? QString() : outcome.error().detail);
    return {state, std::move(outcome)};
}

} // namespace

std::unique_ptr<Task> makeLaneTask(
    TaskInfo info, std::shared_ptr<detail::LaneCore> core, milliseconds silence, TaskBody body)
{
    auto link = std::make_shared<detail::TaskLink>();
    link->post = core->post();
    auto job = std::make_shared<detail::JobState>();
    const auto shared = std::make_shared<TaskInfo>(info);

    auto start = [link, job, core, silence, body = std::move(body), shared](Task& task) {
        link->task = &task;
        auto finish = [link](State state, Result<Text> outcome) {
            link->post->run([link, state, outcome = std::move(outcome)] {
                if (link->task) {
                    link->show();
                    link->task->finish(state, outcome);
                }
            });
        };
        job->deadline = (Clock::now() + silence).time_since_epoch().count();
        job->giveUp = [finish, weak = std::weak_ptr(link), shared](bool timeout) {
            const auto l = weak.lock();
            if (!l)
                return;
            std::lock_guard lock(l->mutex);
            finish(l->inFlight ? State::Unknown
                    : timeout  ? State::Failed
                               : State::Cancelled,
                fail(timeout ? Error::Kind::Timeout : Error::Kind::Cancelled, {}, shared->service));
        };
        core->enqueue({job, [job, finish, link, body, shared](void* resource) {
                           auto [state, outcome]
                               = runAudited(*shared, resource, Token(job), link, body);
                           finish(state, std::move(outcome));
                       }});
    };
    auto stop = [job, watch = core->watch()] {
        watch->requestStop(job);
    };
    return std::make_unique<Task>(std::move(info), std::move(start), std::move(stop));
}

Task* TaskList::start(std::unique_ptr<Task> task)
{
    Task* raw = task.get();
    m_tasks.insert(m_tasks.begin(), std::move(task));
    connect(raw, &Task::changed, this, [this, raw] { Q_EMIT taskChanged(raw); });
    connect(raw, &Task::finished, this, [this, raw] {
        Q_EMIT taskFinished(raw);
        QTimer::singleShot(0, this, &TaskList::trim);
    });
    Q_EMIT taskAdded(raw);
    raw->start();
    return raw;
}

QList<Task*> TaskList::tasks() const
{
    QList<Task*> list;
    for (const auto& t : m_tasks)
        list.append(t.get());
    return list;
}

int TaskList::running() const
{
    return static_cast<int>(std::count_if(
        m_tasks.begin(), m_tasks.end(), [](const auto& t) { return !t->isFinished(); }));
}

void TaskList::acknowledge(Task* task)
{
    std::erase_if(m_tasks, [task](const auto& t) { return t.get() == task && t->isFinished(); });
    Q_EMIT taskRemoved();
}

void TaskList::trim()
{
    constexpr size_t kKeep = 200;
    while (m_tasks.size() > kKeep) {
        const auto it = std::find_if(m_tasks.rbegin(), m_tasks.rend(),
            [](const auto& t) { return t->isFinished() && t->status().state != State::Unknown; });
        if (it == m_tasks.rend())
            return;
        m_tasks.erase(std::next(it).base());
        Q_EMIT taskRemoved();
    }
}

} // namespace pilothouse
