// SPDX-License-Identifier: GPL-3.0-or-later
// RunFeed: the requests themselves and what becomes of their answers.
#include "workflow/panel/runfeed.h"

#include "workflow/panel/worktext.h"

#include <algorithm>

namespace pilothouse::workflow
{

namespace
{
constexpr int kOverlap = 3; // s by which rounds overlap, so that no change falls between two
constexpr int kMostChanges = 500;
constexpr int kDeadlines = 100; // the newest of a DAG
constexpr int kMostBars = 25; // DAGs in one request
constexpr qint64 kNever = -10'000'000;
} // namespace

QString RunFeed::serviceTitle() const
{
    const Service* service = m_hub.service(m_service);
    return service && !service->config.title.isEmpty() ? service->config.title : m_service;
}

bool RunFeed::isWatched(const QString& dag) const
{
    return std::any_of(m_watches.begin(), m_watches.end(),
        [&dag](const FeedWatch* w) { return w->m_visible && w->m_dag == dag; });
}

const Error* RunFeed::structureError(const QString& dag) const
{
    const auto it = m_structureErrors.find(dag);
    return it == m_structureErrors.end() ? nullptr : &it->second;
}

void RunFeed::askAbout()
{
    auto* admin = m_hub.contract<Admin>(m_service);
    if (!admin) {
        m_haveServer = true;
        return;
    }
    if (!m_haveCapabilities && !m_capabilitiesCall.running()) {
        m_haveCapabilities = true;
        ++m_requests;
        m_capabilitiesCall
            = admin->capabilities().onDone(this, [this](Result<Capabilities> answer) {
                  m_haveCapabilities = answer.has_value();
                  if (answer)
                      m_capabilities = std::move(*answer);
                  askDeadlines();
                  Q_EMIT serverChanged();
              });
    }
    if (!m_haveServer && !m_serverCall.running()) {
        askState();
        askPools();
        askServer();
    }
}

// What a heartbeat says is compared with the time it was read at.
void RunFeed::askState()
{
    auto* admin = m_hub.contract<Admin>(m_service);
    if (!admin || m_serverCall.running())
        return;
    if (!anyVisible()) {
        m_haveServer = false; // once somebody looks
        return;
    }
    noteSent();
    m_serverCall = admin->state().onDone(this, [this](Result<ServerState> answer) {
        m_haveServer = true;
        if (answer || answer.error().kind != Error::Kind::Timeout)
            heard();
        if (answer) {
            m_server = std::move(*answer);
            m_serverRead = serverNow();
        }
        if (!m_changedSince.isValid())
            m_changedSince = serverNow().addSecs(-60);
        Q_EMIT serverChanged();
        schedule();
    });
}

qint64 RunFeed::dagAsked(const QString& dag) const
{
    const auto it = m_dagAsked.find(dag);
    return it == m_dagAsked.end() ? kNever : it->second;
}

QString RunFeed::dueDag() const
{
    QString due;
    for (const FeedWatch* watch : m_watches)
        if (watch->m_visible && !watch->m_dag.isEmpty()
            && (due.isEmpty() || dagAsked(watch->m_dag) < dagAsked(due)))
            due = watch->m_dag;
    return due;
}

QString RunFeed::endWords(const QString& dag) const
{
    return isLost(dag) ? tr("%1 is not on this server any more").arg(dag)
        : isStale(dag) ? tr("%1 is not in its file any more: nothing of it starts").arg(dag)
                       : QString();
}

// The list leaves out what is gone and what is only stale; the DAG's own page tells them apart.
void RunFeed::askDag(const QString& dag)
{
    auto* dags = m_hub.contract<Dags>(m_service);
    if (!dags || m_dagCall.running())
        return;
    m_lastAsked = m_dagAsked[dag] = m_clock.elapsed();
    noteSent();
    m_dagCall = dags->details(dag).onDone(this, [this, dag](Result<DagDetails> answer) {
        if (!answer && answer.error().kind != Error::Kind::NotFound) {
            bad(answer.error());
            return;
        }
        const bool changed
            = isLost(dag) != !answer || isStale(dag) != (answer && answer->info.stale);
        m_lostDags.remove(dag);
        m_staleDags.remove(dag);
        if (!answer)
            m_lostDags.insert(dag);
        else if (answer->info.stale)
            m_staleDags.insert(dag);
        if (changed)
            Q_EMIT runsChanged(dag);
        if (answer && bookOf(dag).details() != *answer) {
            bookOf(dag).setDetails(std::move(*answer));
            Q_EMIT structureChanged(dag);
        }
        good();
    });
}

void RunFeed::askDags()
{
    auto* dags = m_hub.contract<Dags>(m_service);
    if (!dags || m_dagsCall.running())
        return;
    m_lastAsked = m_dagsAsked = m_clock.elapsed();
    noteSent();
    m_dagsCall = dags->list().onDone(this, [this](Result<Dags::List> answer) {
        if (!answer) {
            bad(answer.error());
            return;
        }
        std::sort(answer->dags.begin(), answer->dags.end(),
            [](const DagInfo& a, const DagInfo& b) { return a.id < b.id; });
        const bool same = hasDags() && answer->dags == m_dags;
        m_dags = std::move(answer->dags);
        m_dagsTruncated = answer->truncated;
        m_dagsRead = QDateTime::currentDateTimeUtc();
        if (!same)
            Q_EMIT dagsChanged();
        good();
    });
}

void RunFeed::takeRuns(const std::vector<RunInfo>& runs)
{
    QSet<QString> changed;
    bool barsMoved = false;
    bool unknown = false;
    for (const RunInfo& run : runs) {
        unknown = unknown || !dag(run.ref.dag);
        if (m_books.count(run.ref.dag) && bookOf(run.ref.dag).isRead()
            && bookOf(run.ref.dag).merge({run}))
            changed.insert(run.ref.dag);
        const auto it = m_bars.find(run.ref.dag);
        if (it == m_bars.end())
            continue;
        auto& bars = it->second;
        const auto known = std::find_if(
            bars.begin(), bars.end(), [&run](const RunInfo& b) { return b.ref == run.ref; });
        if (known != bars.end()) {
            barsMoved = barsMoved || *known != run;
            *known = run;
            continue;
        }
        const auto place = std::upper_bound(bars.begin(), bars.end(), run,
            [](const RunInfo& a, const RunInfo& b) { return whenOf(a) < whenOf(b); });
        if (place == bars.begin() && int(bars.size()) >= kBars)
            continue; // older than all of them
        bars.insert(place, run);
        if (int(bars.size()) > kBars)
            bars.erase(bars.begin());
        barsMoved = true;
    }
    if (unknown)
        m_dagsAsked = kNever; // a DAG that is new
    if (barsMoved)
        Q_EMIT barsChanged();
    for (const QString& id : changed)
        Q_EMIT runsChanged(id);
}

void RunFeed::askChanges()
{
    auto* contract = m_hub.contract<Runs>(m_service);
    if (!contract || m_changes.running())
        return;
    m_lastAsked = m_changesAsked = m_clock.elapsed();
    noteSent();
    RunQuery query;
    query.limit = kMostChanges;
    query.changedSince = m_changedSince;
    const QDateTime sent = serverNow();
    if (m_changesUnsupported) {
        query = {};
        for (const FeedWatch* watch : m_watches)
            if (watch->m_visible && !watch->m_dag.isEmpty())
                query.dag = watch->m_dag;
        query.limit = query.dag.isEmpty() ? 100 : kFirstRuns;
    }
    m_changes = contract->page(query).onDone(this, [this, sent](Result<RunPage> answer) {
        if (!answer) {
            if (answer.error().kind == Error::Kind::Unsupported && !m_changesUnsupported) {
                heard();
                m_changesUnsupported = true;
                schedule();
                return;
            }
            bad(answer.error());
            return;
        }
        m_changedSince = sent.addSecs(-kOverlap);
        takeRuns(answer->runs);
        good();
    });
}

void RunFeed::askFirst(const QString& dag)
{
    auto* contract = m_hub.contract<Runs>(m_service);
    // One that hangs does not keep the DAG one looks at now waiting.
    if (!contract || (m_first.running() && (m_firstDag == dag || isWatched(m_firstDag))))
        return;
    m_firstDag = dag;
    m_lastAsked = m_dagAsked[dag] = m_clock.elapsed();
    noteSent();
    RunQuery query;
    query.dag = dag;
    query.limit = kFirstRuns;
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    m_first = contract->page(query).onDone(this, [this, dag, asked](Result<RunPage> answer) {
        if (!answer) {
            if (answer.error().kind == Error::Kind::NotFound) {
                heard();
                m_lostDags.insert(dag);
                Q_EMIT runsChanged(dag);
                schedule();
                return;
            }
            bad(answer.error());
            return;
        }
        bookOf(dag).merge(*answer, RunBook::Page::Newest, asked);
        Q_EMIT runsChanged(dag);
        good();
    });
}

void RunFeed::readOlder(const QString& dag)
{
    auto* contract = m_hub.contract<Runs>(m_service);
    RunBook& of = bookOf(dag);
    if (!contract || !of.isRead() || !of.hasOlder() || of.runs().empty())
        return;
    if (m_older.running()) {
        m_wantedOlder = m_olderDag == dag ? QString() : dag;
        return;
    }
    m_wantedOlder.clear();
    m_olderDag = dag;
    noteSent();
    RunQuery query;
    query.dag = dag;
    query.limit = kOlderRuns;
    const RunInfo& oldest = of.runs().front().info;
    query.before = oldest.after.isValid() ? oldest.after : whenOf(oldest);
    m_older = contract->page(query).onDone(this, [this, dag](Result<RunPage> answer) {
        if (!answer) {
            bad(answer.error());
            return;
        }
        bookOf(dag).merge(*answer, RunBook::Page::Older);
        Q_EMIT runsChanged(dag);
        good();
    });
}

void RunFeed::askStructure(const QString& dag)
{
    auto* contract = m_hub.contract<Structure>(m_service);
    if (!contract || (m_structure.running() && isWatched(m_structureDag)))
        return;
    if (m_structure.running())
        m_structureAsked.erase(m_structureDag); // it is dropped for this one
    m_structureDag = dag;
    m_structureAsked[dag] = m_clock.elapsed();
    m_structureErrors.erase(dag);
    askDeadlines();
    ++m_requests;
    m_structure
        = contract->structure(dag, 0).onDone(this, [this, dag](Result<DagStructure> answer) {
              if (!answer && answer.error().kind != Error::Kind::Cancelled) {
                  m_structureErrors.insert_or_assign(dag, answer.error());
                  Q_EMIT structureChanged(dag);
              }
              if (answer && bookOf(dag).structure() != *answer) {
                  bookOf(dag).setStructure(std::move(*answer));
                  Q_EMIT structureChanged(dag);
              }
              schedule();
          });
    auto* dags = m_hub.contract<Dags>(m_service);
    if (!dags)
        return;
    ++m_requests;
    m_dagAsked[dag] = m_clock.elapsed();
    m_details = dags->details(dag).onDone(this, [this, dag](Result<DagDetails> answer) {
        if (!answer)
            return;
        bookOf(dag).setDetails(std::move(*answer));
        Q_EMIT structureChanged(dag);
    });
}

void RunFeed::askCells(const QString& dag)
{
    auto* contract = m_hub.contract<Runs>(m_service);
    QStringList runs = runsWantingCells(dag, true);
    if (runs.isEmpty())
        runs = runsWantingCells(dag, false);
    if (!contract || m_cells.running() || runs.isEmpty())
        return;
    m_lastAsked = m_clock.elapsed();
    noteSent();
    const QDateTime sent = QDateTime::currentDateTimeUtc();
    m_cells = contract->cells(dag, runs).onDone(
        this, [this, dag, runs, sent](Result<std::vector<RunCells>> answer) {
            if (!answer) {
                bad(answer.error());
                return;
            }
            // A run that is not in the answer has none, and is not asked for again.
            for (const QString& run : runs)
                if (std::none_of(answer->begin(), answer->end(),
                        [&run](const RunCells& c) { return c.run.run == run; }))
                    answer->push_back({{dag, run}, {}});
            if (bookOf(dag).mergeCells(*answer, sent))
                Q_EMIT cellsChanged(dag);
            good();
        });
}

// One request for all lines on screen whose runs are not known; later changes keep them fresh.
void RunFeed::askBars()
{
    auto* contract = m_hub.contract<Runs>(m_service);
    if (!contract || m_barsCall.running() || !hasDags())
        return;
    QStringList wanted;
    for (const FeedWatch* watch : m_watches) {
        if (!watch->m_visible)
            continue;
        for (const QString& id : watch->m_bars)
            if (!m_bars.count(id) && wanted.size() < kMostBars)
                wanted.append(id);
    }
    if (wanted.isEmpty())
        return;
    ++m_requests;
    m_barsCall = contract->latest(wanted, kBars)
                     .onDone(this, [this, wanted](Result<std::vector<RunInfo>> answer) {
                         if (!answer) {
                             bad(answer.error());
                             return;
                         }
                         for (const QString& id : wanted)
                             m_bars[id];
                         takeRuns(*answer);
                         Q_EMIT barsChanged();
                         good();
                     });
}

void RunFeed::askDeadlines()
{
    auto* contract = m_hub.contract<Runs>(m_service);
    const auto shown = std::find_if(m_watches.begin(), m_watches.end(),
        [](const FeedWatch* watch) { return watch->m_visible && !watch->m_dag.isEmpty(); });
    if (!contract || !m_capabilities.deadlines || shown == m_watches.end())
        return;
    ++m_requests;
    m_deadlinesCall
        = contract->deadlines((*shown)->m_dag, kDeadlines)
              .onDone(
                  this, [this, dag = (*shown)->m_dag](Result<std::vector<DeadlineInfo>> answer) {
                      if (answer && bookOf(dag).setDeadlines(*answer))
                          Q_EMIT runsChanged(dag);
                  });
}

void RunFeed::askPools()
{
    auto* admin = m_hub.contract<Admin>(m_service);
    m_poolsAsked = m_clock.elapsed();
    if (!admin || m_poolsCall.running())
        return;
    m_lastAsked = m_poolsAsked;
    noteSent();
    m_poolsCall = admin->pools().onDone(this, [this](Result<std::vector<PoolInfo>> answer) {
        if (answer || answer.error().kind != Error::Kind::Timeout)
            heard();
        m_poolsError.reset();
        if (answer) {
            m_pools = std::move(*answer);
            m_poolsRead = serverNow();
        } else {
            m_poolsError = answer.error(); // often not allowed; nothing else fails with it
        }
        Q_EMIT serverChanged();
        schedule();
    });
}

std::vector<FeedWatch*> RunFeed::watchesOfFacts() const
{
    std::vector<FeedWatch*> found;
    std::copy_if(m_watches.begin(), m_watches.end(), std::back_inserter(found),
        [](const FeedWatch* watch) { return watch->m_visible && watch->m_facts; });
    return found;
}

// One request for each turn: the server's own, then what one of the panels wants to know.
void RunFeed::askFacts()
{
    m_lastAsked = m_factsAsked = m_clock.elapsed();
    const int turn = m_factsTurn++;
    if (turn % 2 == 0) {
        askState();
        return;
    }
    const std::vector<FeedWatch*> watches = watchesOfFacts();
    ++m_requests;
    watches[size_t(turn / 2) % watches.size()]->m_facts();
}

void RunFeed::askServer()
{
    m_serverAsked = m_clock.elapsed();
    if (m_serverTurn++ % 2 == 1 && m_capabilities.deadlines) {
        askDeadlines();
        return;
    }
    auto* dags = m_hub.contract<Dags>(m_service);
    if (!dags || m_importCall.running())
        return;
    m_lastAsked = m_clock.elapsed();
    ++m_requests;
    m_importCall
        = dags->importErrors().onDone(this, [this](Result<std::vector<ImportError>> answer) {
              if (!answer)
                  return;
              m_importErrors = std::move(*answer);
              Q_EMIT serverChanged();
          });
}

} // namespace pilothouse::workflow
