// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logsearch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr milliseconds kSilence{60'000};

} // namespace

LogSearch::LogSearch(Runtime& runtime, QObject* parent)
    : QObject(parent)
    , m_lane(runtime, u"log-search"_s)
{
}

LogSearch::~LogSearch() = default;

void LogSearch::setStore(LogStore* store)
{
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    if (store)
        connect(store, &LogStore::rowsAppended, this, [this] { goOn(); });
    start(m_pattern, 0);
}

double LogSearch::fraction() const
{
    const qint64 rows = m_store ? m_store->rowCount() : 0;
    return rows == 0 ? 1.0 : std::min(1.0, double(m_searched) / double(rows));
}

void LogSearch::start(const LogPattern& pattern, qint64 nearRow)
{
    m_stream.cancel();
    m_pattern = pattern;
    m_problem.clear();
    m_matcher.reset();
    for (RowSet& found : m_found)
        found.clear();
    m_searchedTo = 0;
    m_searched = 0;
    m_gaveUp = false;
    if (!pattern.isEmpty()) {
        m_matcher = std::make_unique<LogMatcher>(pattern);
        if (!m_matcher->isValid()) {
            m_problem = m_matcher->problem();
            m_matcher.reset();
        } else if (m_store) {
            run(0, m_store->rowCount(), nearRow);
        }
    }
    Q_EMIT changed();
}

void LogSearch::goOn()
{
    if (m_matcher && !m_stream.running() && m_store->rowCount() > m_searchedTo)
        run(m_searchedTo, m_store->rowCount(), 0);
}

void LogSearch::run(qint64 from, qint64 to, qint64 nearRow)
{
    m_searchedTo = to;
    if (to <= from)
        return;
    const qint64 begin = nearRow > from && nearRow < to ? nearRow : from;
    StreamOptions options;
    options.capacity = 64;
    m_stream = m_lane
                   .stream<Found>(
                       kSilence,
                       [reader = m_store->reader(), pattern = m_pattern, from, to, begin](
                           NoConnection&, const Token& token, Sink<Found>& sink) -> VoidResult {
                           LogMatcher matcher(pattern);
                           Found found;
                           std::vector<int> rows;
                           auto lastPush = Clock::now();
                           qint64 low = begin; // of the part being searched
                           qint64 high = to;
                           const auto hand = [&] {
                               found.gaveUp = matcher.gaveUp();
                               lastPush = Clock::now();
                               return sink.push(std::exchange(found, {}));
                           };
                           const auto look = [&](qint64 first, const LogChunk& chunk,
                                                 const std::vector<quint8>& marks) {
                               rows.clear();
                               matcher.rowsOf(chunk, rows);
                               for (const int i : rows) {
                                   const qint64 row = first + i;
                                   if (row < low || row >= high)
                                       continue;
                                   found.rows.push_back(row);
                                   found.kinds.push_back(quint8(LogMark{marks[size_t(i)]}.kind()));
                               }
                               found.searched
                                   += std::min(high, first + chunk.rows()) - std::max(low, first);
                               token.alive(kSilence);
                               if (token.stopped())
                                   return false;
                               return Clock::now() - lastPush < milliseconds(40) || hand();
                           };
                           auto read = reader->forEachChunk(low, high, look);
                           if (read && begin > from && !token.stopped()) {
                               if (!hand())
                                   return {};
                               low = from;
                               high = begin;
                               read = reader->forEachChunk(low, high, look);
                           }
                           hand();
                           return read;
                       },
                       options)
                   .attach(
                       this,
                       [this](std::vector<Found>&& parts) {
                           for (const Found& part : parts) {
                               m_searched += part.searched;
                               m_gaveUp = m_gaveUp || part.gaveUp;
                               for (size_t i = 0; i < part.rows.size(); ++i) {
                                   m_found[0].add(part.rows[i]);
                                   if (part.kinds[i] != 0)
                                       m_found[part.kinds[i]].add(part.rows[i]);
                               }
                           }
                           Q_EMIT changed();
                       },
                       [this](VoidResult end) {
                           if (!end && end.error().kind != Error::Kind::Cancelled)
                               Q_EMIT failed(end.error());
                           goOn();
                           Q_EMIT changed();
                       });
}

} // namespace pilothouse::ui
