// SPDX-License-Identifier: GPL-3.0-or-later
// Reading something for the first time is not paced; everything after that is one request at a
// time.
#include "workflow/panel/runfeed.h"

#include "workflow/panel/worktext.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kCellsEvery = 1950; // ms: two requests a pace apart take turns
constexpr qint64 kChangesEvery = 1950;
constexpr double kDue = 0.9; // of a period
constexpr qint64 kDagsEvery = 60'000;
constexpr qint64 kServerEvery = 30'000;
constexpr qint64 kDagEvery = 12'000; // is the one on screen still there?
constexpr qint64 kPoolsEvery = 10'000;
constexpr qint64 kFactsEvery = 5000;
constexpr qint64 kStructureAgain = 30'000; // after it was refused
constexpr int kMostCells = 25; // runs in one request
constexpr int kDueSoon = 10; // s

} // namespace

RunFeed::RunFeed(ServiceHub& hub, ServiceId service)
    : m_hub(hub)
    , m_service(std::move(service))
{
    m_clock.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        listen();
        load();
        poll();
        schedule();
    });
    connect(&hub, &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id == m_service)
            stopCalls();
    });
    const auto back = [this](const QString& id) {
        const Service* found = id == m_service ? m_hub.service(id) : nullptr;
        if (!found)
            return;
        const auto state = found->health.state;
        if (m_error && state == HealthReport::State::Healthy)
            retry();
        // It answers, and says that a part of it does not: which one, and since when.
        const bool ill
            = (state == HealthReport::State::Degraded || state == HealthReport::State::Failing)
            && found->lastError == Error();
        if (std::exchange(m_ill, ill) || ill)
            askState();
    };
    connect(&hub, &ServiceHub::healthChanged, this, back);
    connect(&hub, &ServiceHub::added, this, [this](const QString& id) {
        if (id == m_service)
            retry();
    });
}

RunFeed::~RunFeed() = default;

template <class Contract>
Contract* RunFeed::contract()
{
    return m_hub.contract<Contract>(m_service);
}

void RunFeed::add(FeedWatch* watch)
{
    m_watches.push_back(watch);
}

// Several changes of one moment become one look.
void RunFeed::watchChanged()
{
    if (!anyVisible())
        m_timer.stop();
    else if (m_retryAt < 0)
        m_timer.start(0);
    else
        schedule();
}

bool RunFeed::anyVisible() const
{
    return std::any_of(
        m_watches.begin(), m_watches.end(), [](const FeedWatch* w) { return w->m_visible; });
}

bool RunFeed::isIdle() const
{
    // A run that has just ended is still to be read once more.
    if (m_clock.elapsed() < m_busyUntil || !dagWantingCells(false).isEmpty())
        return false;
    const QDateTime now = serverNow();
    const auto dueSoon = [&now](const DagInfo* dag) {
        if (!dag || dag->paused || !dag->nextRun.isValid())
            return false;
        const qint64 in = now.secsTo(dag->nextRun);
        return in < kDueSoon && in > -60;
    };
    const auto moves = [](const RunInfo& run) {
        return !isFinal(run.state);
    };
    for (const FeedWatch* watch : m_watches) {
        if (!watch->m_visible)
            continue;
        if (dueSoon(dag(watch->m_dag)))
            return false;
        if (const RunBook* of = book(watch->m_dag))
            for (const RunEntry& run : of->runs())
                if (run.isActive())
                    return false;
        for (const QString& id : watch->m_bars) {
            const auto& runs = bars(id);
            if (std::any_of(runs.begin(), runs.end(), moves))
                return false;
        }
    }
    return true;
}

QDateTime RunFeed::serverNow() const
{
    // What ran at the last answer may have ended since.
    const bool old = isOld() && m_lastGood.isValid();
    return (old ? m_lastGood : QDateTime::currentDateTimeUtc()).addMSecs(-m_server.skewMs);
}

const DagInfo* RunFeed::dag(const QString& id) const
{
    const auto it = std::lower_bound(m_dags.begin(), m_dags.end(), id,
        [](const DagInfo& dag, const QString& wanted) { return dag.id < wanted; });
    return it != m_dags.end() && it->id == id ? &*it : nullptr;
}

QStringList RunFeed::dagIds() const
{
    QStringList ids;
    ids.reserve(qsizetype(m_dags.size()));
    for (const DagInfo& dag : m_dags)
        ids.append(dag.id);
    return ids;
}

const std::vector<RunInfo>& RunFeed::bars(const QString& dag) const
{
    static const std::vector<RunInfo> kNone;
    const auto it = m_bars.find(dag);
    return it == m_bars.end() ? kNone : it->second;
}

const RunBook* RunFeed::book(const QString& dag) const
{
    const auto it = m_books.find(dag);
    return it == m_books.end() ? nullptr : it->second.get();
}

RunBook& RunFeed::bookOf(const QString& dag)
{
    auto& book = m_books[dag];
    if (!book)
        book = std::make_unique<RunBook>(dag);
    return *book;
}

const PoolInfo* RunFeed::pool(const QString& name) const
{
    const auto it = std::find_if(
        m_pools.begin(), m_pools.end(), [&name](const PoolInfo& p) { return p.name == name; });
    return it == m_pools.end() ? nullptr : &*it;
}

bool RunFeed::isPolling() const
{
    return m_changes.running() || m_cells.running() || m_dagsCall.running() || m_poolsCall.running()
        || m_serverCall.running() || m_first.running() || m_older.running() || m_dagCall.running();
}

void RunFeed::stopCalls()
{
    m_dagsCall = {};
    m_changes = {};
    m_first = {};
    m_older = {};
    m_cells = {};
    m_barsCall = {};
    m_structure = {};
    m_details = {};
    m_dagCall = {};
    m_capabilitiesCall = {};
    m_serverCall = {};
    m_poolsCall = {};
    m_importCall = {};
    m_deadlinesCall = {};
    m_probe = {};
}

void RunFeed::schedule()
{
    if (!anyVisible()) {
        m_timer.stop();
        return;
    }
    const qint64 now = m_clock.elapsed();
    if (m_retryAt == kRetryByHand) {
        m_timer.stop();
        return;
    }
    if (m_retryAt >= 0) {
        m_timer.start(int(std::max<qint64>(0, m_retryAt - now)));
        return;
    }
    qint64 slot = m_lastAsked + (isIdle() ? kIdlePace : kPace);
    if (m_waitsSince >= 0 && !m_silent)
        slot = std::min(slot, m_waitsSince + kPatience);
    m_timer.start(int(std::clamp<qint64>(slot - now, isPolling() ? 50 : 5, kIdlePace)));
}

// Nothing here is asked twice: each has its mark of having been asked.
void RunFeed::load()
{
    if (!anyVisible() || (m_retryAt >= 0 && m_clock.elapsed() < m_retryAt))
        return;
    m_retryAt = -1;
    if (!contract<Dags>() || !contract<Runs>())
        return;
    askAbout();
    if (!hasDags())
        askDags();
    for (const FeedWatch* watch : m_watches) {
        if (!watch->m_visible || watch->m_dag.isEmpty())
            continue;
        const RunBook& of = bookOf(watch->m_dag);
        if (!of.isRead() && !isLost(watch->m_dag))
            askFirst(watch->m_dag);
        if (wantsStructure(watch->m_dag))
            askStructure(watch->m_dag);
    }
    if (const QString dag = dagWantingCells(true); !dag.isEmpty() && !m_cells.running())
        askCells(dag);
    if (!m_wantedOlder.isEmpty())
        readOlder(m_wantedOlder);
    askBars();
}

void RunFeed::poll()
{
    const bool idle = isIdle();
    const qint64 now = m_clock.elapsed();
    if (!anyVisible() || m_retryAt >= 0 || isPolling() || !hasDags() || !m_haveServer
        || now - m_lastAsked < (idle ? kIdlePace : kPace))
        return;
    // The one that is most overdue.
    const auto late = [now](qint64 asked, qint64 every) {
        return double(now - asked) / double(every);
    };
    const QString cellsOf = dagWantingCells(false);
    qint64 cellsAsked = now;
    if (!cellsOf.isEmpty()) {
        const RunBook& of = bookOf(cellsOf);
        for (const QString& run : runsWantingCells(cellsOf, false))
            if (const RunEntry* entry = of.find(run); entry && entry->cellsRead.isValid())
                cellsAsked = std::min(
                    cellsAsked, now - entry->cellsRead.msecsTo(QDateTime::currentDateTimeUtc()));
    }
    const int factor = idle ? 4 : 1;
    const double cells = cellsOf.isEmpty() ? 0 : late(cellsAsked, kCellsEvery);
    const double changes = late(m_changesAsked, idle ? kIdlePace : kChangesEvery);
    const double list = late(m_dagsAsked, kDagsEvery * factor);
    const double server = late(m_serverAsked, kServerEvery * factor);
    const QString due = dueDag();
    const double dag = due.isEmpty() ? 0 : late(dagAsked(due), kDagEvery * (idle ? 2 : 1));
    const double pools = late(m_poolsAsked, kPoolsEvery * factor);
    const double facts = watchesOfFacts().empty() ? 0 : late(m_factsAsked, kFactsEvery);
    const double worst = std::max({cells, changes, list, server, dag, pools, facts});
    if (worst < kDue)
        return;
    // What the grid shows is promised to be fresh: cells that are due have every other request,
    // whatever else one looks at shares the rest.
    m_cellsLast = worst == cells || (cells >= kDue && !m_cellsLast);
    if (m_cellsLast)
        askCells(cellsOf);
    else if (worst == facts)
        askFacts();
    else if (worst == pools)
        askPools();
    else if (worst == server)
        askServer();
    else if (worst == list)
        askDags();
    else if (worst == dag && !idle && m_dagFirst.remove(due))
        askFirst(due); // runs that were deleted are in no list of changes
    else if (worst == dag) {
        m_dagFirst.insert(due);
        askDag(due);
    } else
        askChanges();
}

QString RunFeed::dagWantingCells(bool unreadOnly) const
{
    QString found;
    QDateTime oldest;
    for (const FeedWatch* watch : m_watches) {
        if (!watch->m_visible || watch->m_dag.isEmpty())
            continue;
        const RunBook* of = book(watch->m_dag);
        for (const QString& run : runsWantingCells(watch->m_dag, unreadOnly)) {
            const QDateTime read = of->find(run)->cellsRead;
            if (found.isEmpty() || !read.isValid() || read < oldest) {
                found = watch->m_dag;
                oldest = read;
            }
        }
    }
    return found;
}

QStringList RunFeed::runsWantingCells(const QString& dag, bool unreadOnly) const
{
    const RunBook* of = book(dag);
    if (!of)
        return {};
    QSet<int> wanted;
    for (const FeedWatch* watch : m_watches) {
        if (!watch->m_visible || watch->m_dag != dag)
            continue;
        if (const int chosen = of->indexOf(watch->m_run); chosen >= 0)
            wanted.insert(chosen);
        if (watch->m_last.isEmpty())
            continue;
        // What was on screen when it was said may have moved; its ends still bound it.
        const int from = std::max(0, of->indexOf(watch->m_first));
        const int to = of->indexOf(watch->m_last);
        for (int i = from; i <= to; ++i)
            wanted.insert(i);
    }
    QList<int> sorted(wanted.begin(), wanted.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    QStringList runs;
    for (const int i : sorted) {
        const RunEntry& entry = of->runs()[size_t(i)];
        if (unreadOnly ? !entry.cellsRead.isValid() : entry.wantsCells())
            runs.append(entry.info.ref.run);
        if (runs.size() == kMostCells)
            break;
    }
    return runs;
}

bool RunFeed::wantsStructure(const QString& dag) const
{
    const RunBook* of = book(dag);
    const auto asked = m_structureAsked.find(dag);
    if (asked == m_structureAsked.end())
        return true;
    return (!of || !of->structure()) && m_clock.elapsed() - asked->second > kStructureAgain;
}

} // namespace pilothouse::workflow
