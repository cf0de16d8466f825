// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/whyfinder.h"

#include "core/servicehub.h"
#include "workflow/panel/runfeed.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kHolders = 16;
}

WhyFinder::WhyFinder(ServiceHub& hub, RunFeed& feed, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_feed(feed)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(250); // at most four times a second
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (m_task.task.isEmpty())
            return;
        const StateWord before = m_facts.task.state;
        gather();
        if (stateInGrid() != before && !stateInGrid().isEmpty())
            refresh();
        else
            work();
    });
    const auto changed = [this](const QString& dag) {
        if (dag == m_task.dag && !m_soon.isActive())
            m_soon.start();
    };
    connect(&feed, &RunFeed::cellsChanged, this, changed);
    connect(&feed, &RunFeed::runsChanged, this, changed);
    connect(&feed, &RunFeed::structureChanged, this, changed);
    connect(&feed, &RunFeed::serverChanged, this, [this, changed] { changed(m_task.dag); });
}

QString WhyFinder::stateInGrid() const
{
    const RunBook* book = m_feed.book(m_task.dag);
    const RunEntry* run = book ? book->find(m_task.run) : nullptr;
    const Cell* cell = run && m_task.map < 0 ? run->cell(m_task.task) : nullptr;
    return cell ? cell->state : QString();
}

void WhyFinder::ask(const TaskRef& task)
{
    if (task == m_task)
        return;
    m_task = task;
    m_instanceCall = {};
    m_holdersCall = {};
    m_ownCall = {};
    m_schedulersCall = {};
    const QTimeZone zone = m_facts.zone;
    m_facts = {};
    m_facts.zone = zone;
    m_own.reset();
    m_ownError.reset();
    m_answer = {};
    refresh();
}

void WhyFinder::refresh()
{
    auto* runs = m_hub.contract<Runs>(m_feed.service());
    if (!runs || m_task.task.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    gather();
    work();
    m_instanceCall = runs->instance(m_task).onDone(this, [this](Result<TaskInstance> answer) {
        if (answer) {
            m_facts.task = std::move(*answer);
            m_facts.taskRead = m_feed.serverNow();
        }
        gather();
        work();
        if (phaseOf(m_facts.task.state) == Phase::Active)
            askSchedulers();
        else
            askHolders(); // its pool has a name now
    });
    askOwn();
}

// One request: who holds the pool, and what the server itself says, in turns.
void WhyFinder::askOne()
{
    if (m_task.task.isEmpty())
        return;
    if (phaseOf(m_facts.task.state) == Phase::Active) {
        askSchedulers();
        return;
    }
    const bool full = m_facts.pool && m_facts.pool->size >= 0
        && m_facts.pool->open < std::max(1, m_facts.task.poolSlots);
    if (full && (m_holdersDue || ++m_turn % 2 == 0))
        askHolders();
    else
        askOwn();
}

void WhyFinder::askHolders()
{
    auto* runs = m_hub.contract<Runs>(m_feed.service());
    if (!runs || m_facts.task.pool.isEmpty())
        return;
    m_holdersDue = false;
    m_holdersCall = runs->holders(m_facts.task.pool, kHolders)
                        .onDone(this, [this](Result<std::vector<TaskInstance>> holders) {
                            if (holders) {
                                m_facts.holders = std::move(*holders);
                                m_facts.holdersRead = m_feed.serverNow();
                            }
                            work();
                        });
}

// Where the server does not tell them, what its health says has to do.
void WhyFinder::askSchedulers()
{
    auto* admin = m_hub.contract<Admin>(m_feed.service());
    if (!admin)
        return;
    m_schedulersCall
        = admin->schedulers().onDone(this, [this](Result<std::vector<JobInfo>> answer) {
              m_facts.schedulers.reset();
              if (answer) {
                  m_facts.schedulers = std::move(*answer);
                  m_facts.schedulersRead = m_feed.serverNow();
              }
              work();
          });
}

void WhyFinder::askOwn()
{
    auto* runs = m_hub.contract<Runs>(m_feed.service());
    if (!runs)
        return;
    m_ownCall = runs->dependencies(m_task).onDone(
        this, [this](Result<std::vector<std::pair<QString, QString>>> answer) {
            m_own.reset();
            m_ownError.reset();
            if (answer)
                m_own = std::move(*answer);
            else
                m_ownError = answer.error();
            m_facts.ownRead = m_feed.serverNow();
            learn();
            work();
        });
}

// What no other call tells: a task that may run only so often at once.
void WhyFinder::learn()
{
    m_facts.concurrency.clear();
    if (m_own)
        for (const auto& [name, reason] : *m_own)
            if (name == "Task Concurrency"_L1)
                m_facts.concurrency = reason;
}

// What the feed already holds costs the server nothing.
void WhyFinder::gather()
{
    const RunBook* book = m_feed.book(m_task.dag);
    m_facts.now = m_feed.serverNow();
    m_facts.components = m_feed.serverState().components;
    m_facts.componentsRead = m_feed.serverRead();
    // By the server's clock, as all of them.
    const auto served = [this](const QDateTime& at) {
        return at.isValid() ? at.addMSecs(-m_feed.serverState().skewMs) : at;
    };
    m_facts.runsRead = served(m_feed.lastGood());
    m_facts.task.ref = m_task;
    if (m_facts.task.state.isEmpty())
        m_facts.task.state = stateInGrid().isEmpty() ? stateWord(u"") : stateInGrid();
    if (!book)
        return;
    m_facts.dag = book->details();
    if (!m_facts.dag) {
        if (const DagInfo* info = m_feed.dag(m_task.dag)) {
            m_facts.dag = DagDetails();
            m_facts.dag->info = *info;
        }
    } else if (const DagInfo* info = m_feed.dag(m_task.dag)) {
        m_facts.dag->info.paused = info->paused; // fresher than the details
    }
    const RunEntry* run = book->find(m_task.run);
    m_facts.run = run ? std::optional(run->info) : std::nullopt;
    m_facts.cellsRead = run ? served(run->cellsRead) : QDateTime();
    m_facts.pickedUp = !run || !run->cellsRead.isValid() || !run->cells.empty();
    m_facts.activeRuns = 0;
    m_facts.activeTasks = 0;
    const bool perRun = m_feed.capabilities().major >= 3; // what max_active_tasks counts
    for (const RunEntry& other : book->runs()) {
        m_facts.activeRuns += other.info.state == "running"_L1 ? 1 : 0;
        if (!other.isActive() || (perRun && other.info.ref.run != m_task.run))
            continue;
        for (const Cell& cell : other.cells) {
            if (cell.group)
                continue;
            if (cell.children.empty())
                m_facts.activeTasks
                    += cell.state == "running"_L1 || cell.state == "queued"_L1 ? 1 : 0;
            for (const auto& [state, count] : cell.children)
                if (state == "running"_L1 || state == "queued"_L1)
                    m_facts.activeTasks += count;
        }
    }
    const int column = book->indexOf(m_task.run);
    m_facts.firstRun = column == 0 && !book->hasOlder();
    m_facts.previous.reset();
    if (column > 0)
        if (const Cell* before = book->runs()[size_t(column) - 1].cell(m_task.task))
            m_facts.previous = before->state;
    gatherUpstream();
    const PoolInfo* pool = m_feed.pool(m_facts.task.pool);
    m_holdersDue = m_holdersDue || (m_facts.pool && pool && *m_facts.pool != *pool);
    m_facts.pool = pool ? std::optional(*pool) : std::nullopt;
    m_facts.poolRead = m_feed.poolsRead();
    m_facts.poolError = m_feed.poolsError();
    for (const ImportError& error : m_feed.importErrors())
        if (m_facts.dag && !m_facts.dag->info.file.isEmpty()
            && (error.file == m_facts.dag->info.file
                || m_facts.dag->info.file.endsWith(error.file)))
            m_facts.importError = error.trace;
}

void WhyFinder::gatherUpstream()
{
    const RunBook* book = m_feed.book(m_task.dag);
    if (!book->structure())
        return;
    const RunEntry* run = book->find(m_task.run);
    for (const TaskInfo& info : book->structure()->tasks) {
        if (info.id != m_task.task)
            continue;
        m_facts.triggerRule = info.triggerRule;
        m_facts.dependsOnPast = info.dependsOnPast;
        m_facts.mapped = info.mapped;
        if (m_facts.task.pool.isEmpty())
            m_facts.task.pool = info.pool;
        if (m_facts.task.state == "up_for_retry"_L1)
            m_facts.nextTry = earliestRetry(info, m_facts.task.tryNumber, m_facts.task.end);
    }
    std::vector<UpstreamFact> upstream;
    for (const TaskEdge& edge : book->structure()->edges) {
        if (edge.to != m_task.task)
            continue;
        UpstreamFact fact;
        fact.task = edge.from;
        fact.state = stateWord(u"");
        std::vector<double> past;
        for (const RunEntry& other : book->runs()) {
            const Cell* cell = other.cell(edge.from);
            if (cell && cell->state == "success"_L1 && cell->end.isValid())
                past.push_back(spanOf(cell->start, cell->end, cell->end));
        }
        fact.usual = usualOf(past);
        if (const Cell* cell = run ? run->cell(edge.from) : nullptr) {
            fact.state = cell->state;
            fact.start = cell->start;
            fact.end = cell->end;
        }
        upstream.push_back(std::move(fact));
    }
    m_facts.upstream = std::move(upstream);
}

void WhyFinder::work()
{
    m_answer = whyNotRunning(m_facts);
    Q_EMIT changed();
}

} // namespace pilothouse::workflow
