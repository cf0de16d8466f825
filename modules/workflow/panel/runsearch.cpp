// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runsearch.h"

#include <algorithm>
#include <deque>
#include <tuple>

using namespace Qt::StringLiterals;

namespace pilothouse::workflow
{

namespace
{

constexpr milliseconds kScanLimit{120'000};
constexpr qint64 kWaitingMost = 4 << 20; // bytes of one log that wait for the lane
constexpr qsizetype kExcerpt = 400; // of a line with a match
constexpr qsizetype kContext = 160; // of a line beside it
constexpr qint64 kContextUntil = 24 << 20; // bytes of hits; those after it come without context
constexpr qint64 kKeptMost = 48 << 20; // bytes of hits; those after it are counted
constexpr int kTries = 3; // of a log whose reading broke off
constexpr int kContextLines = 2;

QByteArray cutAround(QByteArrayView line, qsizetype begin, qsizetype most)
{
    if (line.size() <= most)
        return line.toByteArray();
    const auto inside = [&](qsizetype at) {
        return (uchar(line[at]) & 0xC0u) == 0x80u;
    };
    qsizetype from = std::clamp<qsizetype>(begin - most / 4, 0, line.size() - most);
    while (from > 0 && inside(from))
        --from;
    qsizetype to = std::min(from + most, line.size());
    while (to < line.size() && inside(to))
        ++to;
    return line.sliced(from, to - from).toByteArray();
}

bool hasFailed(const StateWord& state)
{
    return state == "failed"_L1 || state == "up_for_retry"_L1 || state == "upstream_failed"_L1;
}

} // namespace

// An EmptyOperator is done without having been anywhere; what never started neither.
bool hasLog(const TaskInstance& instance)
{
    return instance.tryNumber > 0
        && (!instance.host.isEmpty() || instance.pid > 0
            || phaseOf(instance.state) == Phase::Active);
}

std::vector<RunLog> logsOf(const std::vector<TaskInstance>& instances)
{
    std::vector<RunLog> out;
    for (const TaskInstance& one : instances) {
        if (!hasLog(one))
            continue;
        for (int n = one.tryNumber; n >= 1; --n) {
            RunLog log{one.ref, n, one.state, one.end.isValid() ? one.end : one.start};
            if (n < one.tryNumber) { // ended before the next began; when exactly is not told
                log.state = stateWord(u"failed");
                log.end = (one.start.isValid() ? one.start : one.end).addSecs(n - one.tryNumber);
            }
            out.push_back(std::move(log));
        }
    }
    const auto rank = [](const RunLog& log) {
        return hasFailed(log.state) ? 0 : phaseOf(log.state) == Phase::Active ? 1 : 2;
    };
    std::stable_sort(out.begin(), out.end(), [rank](const RunLog& a, const RunLog& b) {
        const int ra = rank(a);
        const int rb = rank(b);
        return std::tie(ra, b.end, b.tryNumber) < std::tie(rb, a.end, a.tryNumber);
    });
    return out;
}

// What the lane remembers of one log between its pieces.
struct RunSearch::Scan {
    explicit Scan(const ui::LogPattern& pattern)
        : matcher(pattern)
    {
    }
    ui::LogMatcher matcher;
    QByteArray scratch;
    QList<QByteArray> last; // lines
    qint64 row = 0; // of the next line
    qint64 skip = 0; // lines searched before the reading broke off
};

struct RunSearch::Scanned {
    std::vector<RunHit> hits;
    std::vector<int> open; // hits that lack lines below
    QList<QByteArray> first; // lines of this piece
    qint64 found = 0;
    qint64 rows = 0; // lines of the log searched so far
};

struct RunSearch::Read {
    Stream<LogLines> stream;
    Call<Scanned> scanning;
    std::shared_ptr<Scan> scan;
    std::vector<LogLines> waiting;
    qint64 waitingBytes = 0;
    qint64 bytesRead = 0; // as the stream counts
    qint64 rows = 0;
    std::vector<int> open; // hits that lack lines below
    std::optional<VoidResult> end;
    int tries = 1;
    QTimer again;
};

RunSearch::RunSearch(const ServiceHub& hub, ServiceId service, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_service(std::move(service))
    , m_lane(hub.runtime(), u"run-search"_s)
{
    // The streams end before the service they read from.
    connect(&hub, &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id == m_service)
            stop();
    });
}

RunSearch::~RunSearch() = default;

void RunSearch::start(std::vector<RunLog> logs, const ui::LogPattern& pattern, int without)
{
    m_reads.clear();
    m_hits.clear();
    m_logs = std::move(logs);
    m_pattern = pattern;
    m_next = 0;
    m_keptBytes = m_found = m_bytes = 0;
    m_searched = m_failed = 0;
    m_without = without;
    m_error.reset();
    m_running = !pattern.isEmpty() && ui::LogMatcher(pattern).isValid();
    Q_EMIT started();
    if (m_running)
        next();
}

void RunSearch::stop()
{
    if (!m_running)
        return;
    m_running = false;
    m_reads.clear(); // cancels what is read and searched
    Q_EMIT finished();
}

void RunSearch::next()
{
    while (m_running && int(m_reads.size()) < kAtOnce && m_next < m_logs.size()) {
        const int log = int(m_next++);
        auto read = std::make_unique<Read>();
        read->again.setSingleShot(true);
        connect(&read->again, &QTimer::timeout, this, [this, log] {
            if (const auto at = m_reads.find(log); at != m_reads.end())
                open(log, *at->second);
        });
        Read& placed = *(m_reads[log] = std::move(read));
        open(log, placed);
    }
    if (m_running && m_reads.empty() && m_next >= m_logs.size()) {
        m_running = false;
        Q_EMIT finished();
    }
}

void RunSearch::open(int log, Read& read)
{
    Logs* contract = m_hub.contract<Logs>(m_service);
    if (!contract) {
        m_running = false;
        m_reads.clear();
        Q_EMIT finished();
        return;
    }
    read.scan = std::make_shared<Scan>(m_pattern);
    read.scan->skip = read.rows;
    read.bytesRead = 0;
    read.end.reset();
    const RunLog& what = m_logs[size_t(log)];
    read.stream = contract->read({what.task, what.tryNumber, false})
                      .attach(
                          this,
                          [this, log](std::vector<LogLines>&& lines) {
                              const auto at = m_reads.find(log);
                              if (at == m_reads.end())
                                  return;
                              Read& r = *at->second;
                              for (LogLines& piece : lines) {
                                  r.waitingBytes += piece.text.size();
                                  m_bytes += std::max<qint64>(0, piece.bytesRead - r.bytesRead);
                                  r.bytesRead = std::max(r.bytesRead, piece.bytesRead);
                                  r.waiting.push_back(std::move(piece));
                              }
                              r.stream.setPaused(r.waitingBytes > kWaitingMost);
                              scan(log);
                          },
                          [this, log](VoidResult end) { ended(log, end); });
}

void RunSearch::scan(int log)
{
    const auto at = m_reads.find(log);
    if (at == m_reads.end() || at->second->scanning.running())
        return;
    Read& read = *at->second;
    if (read.waiting.empty()) {
        if (read.end)
            close(log, read.end->has_value() || read.end->error().kind == Error::Kind::NotFound);
        return;
    }
    const auto pieces = std::make_shared<std::vector<LogLines>>(std::exchange(read.waiting, {}));
    read.waitingBytes = 0;
    read.stream.setPaused(false);
    const bool context = m_keptBytes < kContextUntil;
    const bool keep = m_keptBytes < kKeptMost && int(m_hits.size()) < kMostHits;
    const auto work = [pieces, context, keep, log, state = read.scan](
                          NoConnection&, const Token& token) -> Result<Scanned> {
        Scanned out;
        for (const LogLines& piece : *pieces) {
            if (token.stopped())
                break;
            for (qsizetype i = 0; i < piece.size(); ++i) {
                const QByteArrayView line = ui::withoutEscapes(piece.at(i), state->scratch);
                const qint64 row = state->row++;
                if (context) {
                    const QByteArray beside = cutAround(line, 0, kContext);
                    if (out.first.size() < kContextLines)
                        out.first.append(beside);
                    std::erase_if(out.open, [&](int hit) {
                        auto& after = out.hits[size_t(hit)].after;
                        after.append(beside);
                        return after.size() >= kContextLines;
                    });
                }
                if (row >= state->skip && state->matcher.matches(line)) {
                    ++out.found;
                    if (keep && out.found <= kMostHits) {
                        const LogLines::Row& facts = piece.rows[size_t(i)];
                        const auto places = line.size() > kExcerpt
                            ? state->matcher.all(line)
                            : std::vector<std::pair<qsizetype, qsizetype>>();
                        RunHit hit;
                        hit.log = log;
                        hit.row = row;
                        hit.time = facts.time;
                        hit.level = facts.level;
                        hit.text = cutAround(line, places.empty() ? 0 : places[0].first, kExcerpt);
                        if (context) {
                            hit.before = state->last;
                            out.open.push_back(int(out.hits.size()));
                        }
                        out.hits.push_back(std::move(hit));
                    }
                }
                if (context) {
                    state->last.append(cutAround(line, 0, kContext));
                    if (state->last.size() > kContextLines)
                        state->last.removeFirst();
                }
            }
        }
        out.rows = state->row;
        return out;
    };
    read.scanning = m_lane.run(kScanLimit, work).onDone(this, [this, log](Result<Scanned> done) {
        if (done)
            take(log, std::move(*done));
        else
            ended(log, tl::unexpected<Error>(done.error()));
        scan(log);
    });
}

void RunSearch::take(int log, Scanned&& scanned)
{
    const auto at = m_reads.find(log);
    if (at == m_reads.end())
        return;
    Read& read = *at->second;
    read.rows = std::max(read.rows, scanned.rows);
    std::erase_if(read.open, [&](int hit) {
        auto& after = m_hits[size_t(hit)].after;
        for (const QByteArray& line : scanned.first)
            if (after.size() < kContextLines)
                after.append(line);
        Q_EMIT hitChanged(hit);
        return after.size() >= kContextLines;
    });
    const int from = int(m_hits.size());
    m_found += scanned.found;
    for (const int hit : scanned.open)
        if (from + hit < kMostHits)
            read.open.push_back(from + hit);
    for (RunHit& hit : scanned.hits) {
        if (int(m_hits.size()) >= kMostHits)
            break;
        m_keptBytes += hit.text.size() + qint64(sizeof hit);
        for (const auto* lines : {&hit.before, &hit.after})
            for (const QByteArray& line : *lines)
                m_keptBytes += line.size() + 48;
        m_hits.push_back(std::move(hit));
    }
    if (int(m_hits.size()) > from)
        Q_EMIT hitsAdded(from, int(m_hits.size()));
    Q_EMIT progressed();
}

void RunSearch::ended(int log, const VoidResult& end)
{
    const auto at = m_reads.find(log);
    if (at == m_reads.end() || at->second->end)
        return;
    at->second->end = end;
    scan(log);
}

void RunSearch::close(int log, bool good)
{
    Read& read = *m_reads.at(log);
    if (!good) {
        const Error error = read.end->error();
        const bool passing = error.kind == Error::Kind::Refused
            || error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Protocol;
        if (passing && read.tries < kTries) {
            read.end.reset();
            read.again.start(500 << read.tries++);
            return;
        }
        m_error = error;
        ++m_failed;
    } else {
        ++m_searched;
        m_without += read.end->has_value() ? 0 : 1;
    }
    m_reads.erase(log);
    Q_EMIT progressed();
    next();
}

} // namespace pilothouse::workflow
