// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/logreader.h"

#include "workflow/airflow/airruns.h"
#include "workflow/airflow/decode.h"

#include <QJsonDocument>

#include <mutex>
#include <optional>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kPushEvery{50};
constexpr milliseconds kPoll{1000};
constexpr milliseconds kLongestPause{5000};
constexpr int kLookEvery = 5; // polls of a log to one look at its task

} // namespace

LogReader::LogReader(AirConnection& connection, const LogQuery& query, const Token& token,
    Sink<LogLines>& sink, milliseconds silence)
    : m_connection(connection)
    , m_query(query)
    , m_token(token)
    , m_sink(sink)
    , m_silence(silence)
{
}

VoidResult LogReader::run()
{
    std::optional<TaskInstance> seen; // good for some polls more: the log goes on
    int polls = 0;
    for (;;) {
        const auto ti = seen ? Result<TaskInstance>(*std::exchange(seen, {})) : instance();
        if (!ti) {
            // A run the scheduler has not picked up yet has no instances.
            const bool early = m_query.follow && ti.error().kind == Error::Kind::NotFound;
            if (m_token.stopped() || (!early && m_taken == 0 && !m_query.follow))
                return tl::unexpected(ti.error());
            if (early && !sleep(kPoll))
                return fail(Error::Kind::Cancelled, {});
            if (!early)
                if (const auto waited = failed(ti.error()); !waited)
                    return waited;
            continue;
        }
        m_live = isLive(*ti);
        // Airflow 2 answers a try that was never made with a page of its own words.
        if (ti->tryNumber < m_query.tryNumber && !m_query.follow)
            return tl::unexpected(m_connection.told(
                {Error::Kind::NotFound, {}, QString::number(m_query.tryNumber), {}, u"404"_s}, {}));
        const bool notYet = m_live && (ti->tryNumber < m_query.tryNumber || ti->state == m_endedIn);
        if (notYet && m_query.follow) {
            m_first = false; // all of it comes from now on
            if (!sleep(kPoll))
                return fail(Error::Kind::Cancelled, {});
            continue;
        }
        if (!m_live && isComplete())
            return {};
        const auto turn = m_live || !m_continuation.isEmpty() ? readChunk() : readWhole();
        if (m_stopped || m_token.stopped())
            return fail(m_token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {});
        if (!turn) {
            if (const auto waited = failed(turn.error()); !waited)
                return waited;
            continue;
        }
        m_lastGood = Clock::now();
        m_pause = kPoll;
        m_token.alive(m_silence);
        if (*turn == Turn::End && (!m_query.follow || !m_live)) {
            if (!m_partial.isEmpty()) {
                const QByteArray last = std::exchange(m_partial, {});
                takeLine(last);
            }
            push(true);
            return {};
        }
        push(true);
        m_first = false;
        if (!m_query.follow)
            return {};
        // A log that goes on belongs to a task that goes on; one that ends says so itself.
        if (*turn == Turn::Again && m_live && ++polls < kLookEvery)
            seen = *ti;
        else
            polls = 0;
        if (*turn == Turn::End)
            m_endedIn = ti->state == "running"_L1 ? StateWord() : ti->state;
        if (!sleep(kPoll))
            return fail(Error::Kind::Cancelled, {});
    }
}

// The task ended between the look at its state and the read of its log. Of a short log the end is
// read again, as a last line may have come after; of a long one that would be much for little.
bool LogReader::isComplete() const
{
    constexpr qint64 kShort = 8 << 20;
    return m_taken > 0 && m_continuation.isEmpty() && m_base == m_taken && m_bytes > kShort;
}

Result<TaskInstance> LogReader::instance()
{
    return fetchInstance(m_connection, m_query.task, m_token);
}

// The try that runs now is live; older ones are complete. Waiting states in between two halves of
// one try (deferred, rescheduled) are live, waiting for the next try is not.
bool LogReader::isLive(const TaskInstance& ti) const
{
    if (ti.tryNumber > m_query.tryNumber)
        return false;
    return !isFinal(ti.state) && ti.state != "up_for_retry"_L1;
}

AirRequest LogReader::request(bool whole) const
{
    TaskRef task = m_query.task;
    task.map = -1;
    AirRequest request;
    request.path = taskPath(m_connection, task) + "/logs/" + QByteArray::number(m_query.tryNumber);
    AirQuery query;
    if (m_query.task.map >= 0)
        query.add("map_index", m_query.task.map);
    if (!whole && !m_continuation.isEmpty())
        query.add("token", QString::fromLatin1(m_continuation));
    request.query = query.text();
    request.log = true;
    if (whole)
        request.accept = m_connection.isThree() ? "application/x-ndjson" : "text/plain";
    return request;
}

Result<LogReader::Turn> LogReader::readWhole()
{
    m_skip = m_taken;
    m_partial.clear();
    return m_connection.isThree() ? wholeEvents() : wholeText();
}

Result<LogReader::Turn> LogReader::readChunk()
{
    return m_connection.isThree() ? chunkEvents() : chunkText();
}

Result<LogReader::Turn> LogReader::wholeEvents()
{
    const auto response = m_connection.readLines(
        request(true),
        [this](QByteArrayView line) {
            m_bytes += line.size() + 1;
            return takeEvent(line);
        },
        m_token, m_silence);
    if (!response)
        return tl::unexpected(response.error());
    return Turn::End;
}

Result<LogReader::Turn> LogReader::wholeText()
{
    bool first = true;
    const auto response = m_connection.readLines(
        request(true),
        [this, &first](QByteArrayView line) {
            m_bytes += line.size() + 1;
            if (std::exchange(first, false)) // the host's name
                return true;
            return takeLine(line);
        },
        m_token, m_silence);
    if (!response)
        return tl::unexpected(response.error());
    return Turn::End;
}

Result<LogReader::Turn> LogReader::chunkEvents()
{
    m_skip = m_taken - (m_continuation.isEmpty() ? 0 : m_base); // the same come again
    ContentSplitter splitter([this](QByteArrayView json) { return takeEvent(json); });
    const auto response = m_connection.readChunks(
        request(false),
        [this, &splitter](QByteArrayView piece) {
            m_bytes += piece.size();
            return splitter.feed(piece);
        },
        m_token, m_silence);
    if (!response)
        return tl::unexpected(response.error());
    const auto rest = objectOf(splitter.rest());
    if (!rest)
        return tl::unexpected(m_connection.told(rest.error(), {}));
    m_base = m_taken;
    m_continuation = rest->value("continuation_token"_L1).toString().toLatin1();
    return m_continuation.isEmpty() ? Turn::End : Turn::Again;
}

Result<LogReader::Turn> LogReader::chunkText()
{
    if (m_continuation.isEmpty()) {
        m_skip = m_taken;
        m_partial.clear();
    }
    const auto response = m_connection.read(request(false), m_token);
    if (!response)
        return tl::unexpected(response.error());
    m_bytes += response->body.size();
    const auto json = objectOf(response->body);
    if (!json)
        return tl::unexpected(m_connection.told(json.error(), {}));
    const QByteArray text = textOfPythonList(json->value("content"_L1).toString().toUtf8());
    m_continuation = json->value("continuation_token"_L1).toString().toLatin1();
    const TokenInfo told = tokenInfoOf(m_continuation);
    if (!takeText(text))
        return Turn::Stopped;
    m_skip = 0;
    // A token that does not tell: the end is when the task is done and nothing new comes.
    const bool end = told.readable ? told.end : text.isEmpty() && !m_live;
    if (end && m_live)
        m_continuation.clear(); // says the end although the task goes on: counted from the begin
    return end || m_continuation.isEmpty() ? Turn::End : Turn::Again;
}

bool LogReader::takeEvent(QByteArrayView json)
{
    if (json.trimmed().isEmpty())
        return true;
    if (m_skip > 0) {
        --m_skip;
        m_token.alive(m_silence);
        return true;
    }
    m_events.add(json, m_builder);
    ++m_taken;
    return push(false);
}

bool LogReader::takeText(QByteArrayView text)
{
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        if (end < 0) {
            m_partial += text.sliced(from);
            break;
        }
        const QByteArrayView piece = text.sliced(from, end - from);
        from = end + 1;
        if (m_partial.isEmpty()) {
            if (!takeLine(piece))
                return false;
            continue;
        }
        const QByteArray whole = std::exchange(m_partial, {}) + piece;
        if (!takeLine(whole))
            return false;
    }
    return true;
}

bool LogReader::takeLine(QByteArrayView line)
{
    if (m_skip > 0) {
        --m_skip;
        return true;
    }
    addLogText(line, m_builder);
    ++m_taken;
    return push(false);
}

// Small pieces while little comes, large ones while much does.
bool LogReader::push(bool force)
{
    if (m_builder.isEmpty())
        return !m_token.stopped();
    const auto now = Clock::now();
    if (!force && !m_builder.isFull() && now - m_lastPush < kPushEvery)
        return true;
    m_lastPush = now;
    LogLines lines = m_builder.take(m_bytes, m_live);
    lines.earlier = m_first;
    if (!m_sink.push(std::move(lines)))
        m_stopped = true;
    return !m_stopped;
}

VoidResult LogReader::failed(const Error& error)
{
    push(true);
    if (error.kind == Error::Kind::Cancelled || error.kind == Error::Kind::Auth
        || error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Unsupported
        || error.kind == Error::Kind::Internal || error.code == "guard"_L1)
        return tl::unexpected(error);
    // Another secret signs the tokens now: from the begin, by counting.
    const bool badToken = error.code == "400"_L1 && !m_continuation.isEmpty();
    if (badToken) {
        m_continuation.clear();
        return {};
    }
    if (error.code == "400"_L1 || error.code == "422"_L1
        || (!m_query.follow && m_taken == 0 && !error.code.isEmpty()))
        return tl::unexpected(error);
    const auto gone = std::chrono::duration_cast<milliseconds>(Clock::now() - m_lastGood);
    const milliseconds patience = m_query.follow ? m_silence * 5 : milliseconds(30'000);
    if (gone > patience)
        return tl::unexpected(error);
    m_token.alive(m_silence);
    if (!sleep(m_pause))
        return fail(Error::Kind::Cancelled, {});
    m_pause = std::min(m_pause * 2, kLongestPause);
    return {};
}

bool LogReader::sleep(milliseconds time)
{
    m_token.alive(m_silence);
    std::mutex mutex;
    std::condition_variable wake;
    bool asked = false;
    const Interrupt interrupt(m_token, [&] {
        std::lock_guard lock(mutex);
        asked = true;
        wake.notify_all();
    });
    std::unique_lock lock(mutex);
    wake.wait_for(lock, time, [&] { return asked; });
    return !m_token.stopped();
}

} // namespace pilothouse::workflow
