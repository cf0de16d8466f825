// SPDX-License-Identifier: GPL-3.0-or-later
// Following and searching: rounds of a MessageReader, told of a few times a second.
#include "streams/kafka/kafkamessages.h"

#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/messagematch.h"
#include "streams/kafka/registrydecoder.h"
#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <thread>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kTold{250}; // between two words of how it fares
constexpr milliseconds kHeld{50};
constexpr milliseconds kAgain{500}; // before a broker that is away is asked again
constexpr milliseconds kLookForPartitions{10'000};
constexpr milliseconds kLookForMissing{2'000};
constexpr size_t kBatchHits = 256;
constexpr qint64 kBatchBytes = 4 << 20;
constexpr size_t kWaitingBatches = 32; // of hits, for the GUI

// What passes by itself: brokers away, elections. A reader goes on.
bool isPassing(const Error& error)
{
    using Kind = Error::Kind;
    return error.kind == Kind::Refused || error.kind == Kind::Timeout
        || (error.kind == Kind::Protocol && error.code != u"guard"_s);
}

void rest(milliseconds time, const Token& token)
{
    const auto until = Clock::now() + time;
    while (Clock::now() < until && !token.stopped())
        std::this_thread::sleep_for(std::min(kHeld, time));
    token.alive(kSilence);
}

bool isHeld(const std::shared_ptr<std::atomic<bool>>& hold)
{
    return hold && hold->load(std::memory_order_relaxed);
}

// Says how it fares, but not too often.
class Pace final
{
public:
    bool due()
    {
        const auto now = Clock::now();
        if (now < m_next)
            return false;
        m_next = now + kTold;
        return true;
    }

private:
    Clock::time_point m_next;
};

void count(ReadState& state, const RawRecord& record)
{
    ++state.messages;
    state.bytes += record.bytes;
}

class Tail final
{
public:
    Tail(KafkaClient& client, const TailQuery& query, MailboxWriter<Message> to,
        std::unique_ptr<MessageMatcher> matcher)
        : m_client(client)
        , m_query(query)
        , m_to(std::move(to))
        , m_matcher(std::move(matcher))
        , m_reader(makeReader(client, query.topic, query.isolation, ReadKind::Follow))
    {
    }

    VoidResult run(const Token& token, Sink<ReadState>& sink)
    {
        while (!token.stopped()) {
            token.alive(kSilence);
            if (isHeld(m_query.hold)) {
                rest(kHeld, token);
                continue;
            }
            const auto round = m_placed ? step(token) : place(token);
            if (!round && (token.stopped() || !isPassing(round.error())))
                return tl::unexpected(round.error());
            if (!round) {
                for (const auto& [partition, offset] : m_state.positions)
                    m_state.problems.insert_or_assign(partition, round.error());
                if (m_state.positions.empty())
                    m_state.problems.insert_or_assign(-1, round.error());
                rest(kAgain, token);
            }
            if (m_closed)
                return {};
            if (m_pace.due() && !sink.push(m_state))
                return {};
        }
        return {};
    }

private:
    // The partitions as they are now; what cannot be asked for now is looked for again soon.
    VoidResult place(const Token& token)
    {
        const auto log = findPlaces(
            m_client, m_query.topic, m_query.partitions, m_query.from, m_query.isolation, token);
        if (!log)
            return tl::unexpected(log.error());
        m_missing = log->problems;
        for (const PlaceInLog& place : log->places) {
            m_reader->setLogEnd(place.partition, place.end);
            if (!m_known.insert(place.partition).second)
                continue;
            // One that came while we looked on is read from its begin.
            const bool fresh = m_placed && m_late.count(place.partition) == 0;
            const auto given = m_query.positions.find(place.partition);
            m_reader->add(place.partition,
                given != m_query.positions.end()
                    ? std::clamp(given->second, place.begin, std::max(place.begin, place.end))
                    : fresh ? place.begin
                            : place.at);
        }
        for (const auto& [partition, error] : m_missing)
            m_late.insert(partition);
        m_reader->setTopicPartitions(log->partitions);
        m_state.positions = m_reader->positions();
        m_placed = true;
        m_look = Clock::now() + (m_missing.empty() ? kLookForPartitions : kLookForMissing);
        return {};
    }

    VoidResult step(const Token& token)
    {
        if (Clock::now() >= m_look)
            if (const auto looked = place(token); !looked)
                return looked;
        const auto round = m_reader->step(token, [this](int partition, const RawRecord& record) {
            count(m_state, record);
            if (!m_matcher->matches(record))
                return MessageReader::Next::Go;
            ++m_state.matched;
            m_closed = !m_to.put(messageOf(m_query.topic, partition, record, m_query.cut));
            return m_closed ? MessageReader::Next::Stop : MessageReader::Next::Go;
        });
        if (!round)
            return tl::unexpected(round.error());
        m_state.positions = m_reader->positions();
        m_state.problems = m_reader->problems();
        m_state.problems.insert(m_missing.begin(), m_missing.end());
        if (!round->moved && !m_state.problems.empty())
            rest(kAgain, token);
        return {};
    }

    KafkaClient& m_client;
    const TailQuery m_query;
    MailboxWriter<Message> m_to;
    const std::unique_ptr<MessageMatcher> m_matcher;
    const std::unique_ptr<MessageReader> m_reader;
    ReadState m_state;
    std::set<int> m_known;
    std::map<int, Error> m_missing; // could not be placed yet
    std::set<int> m_late; // were among them once
    Pace m_pace;
    Clock::time_point m_look;
    bool m_placed = false;
    bool m_closed = false; // nobody listens any more
};

class Search final
{
public:
    Search(KafkaClient& client, const SearchQuery& query, std::unique_ptr<MessageMatcher> matcher)
        : m_client(client)
        , m_query(query)
        , m_matcher(std::move(matcher))
        , m_reader(makeReader(client, query.topic, query.isolation, ReadKind::Scan))
    {
    }

    VoidResult run(const Token& token, Sink<SearchBatch>& sink)
    {
        if (const auto placed = place(token); !placed)
            return placed;
        if (!tell(sink))
            return {};
        while (!m_reader->isDone() && !m_enough) {
            token.alive(kSilence);
            if (token.stopped())
                return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {});
            if (isHeld(m_query.hold)) {
                rest(kHeld, token);
                continue;
            }
            bool open = true;
            const auto round = m_reader->step(token, [&](int partition, const RawRecord& record) {
                open = take(partition, record, sink);
                return open && !m_enough ? MessageReader::Next::Go : MessageReader::Next::Stop;
            });
            if (!open)
                return {};
            if (!round && (token.stopped() || !isPassing(round.error())))
                return tl::unexpected(round.error());
            if (!round || !m_reader->problems().empty())
                rest(kAgain, token);
            if (m_pace.due() && !tell(sink))
                return {};
        }
        (void)tell(sink);
        return {};
    }

private:
    VoidResult place(const Token& token)
    {
        const auto from = findPlaces(
            m_client, m_query.topic, m_query.partitions, m_query.from, m_query.isolation, token);
        if (!from)
            return tl::unexpected(from.error());
        const auto to = findPlaces(
            m_client, m_query.topic, m_query.partitions, m_query.to, m_query.isolation, token);
        if (!to)
            return tl::unexpected(to.error());
        for (const auto* places : {&*from, &*to})
            if (!places->problems.empty()) // nothing is left out without a word
                return tl::unexpected(places->problems.begin()->second);
        std::map<int, qint64> ends;
        for (const PlaceInLog& place : to->places)
            ends[place.partition] = place.at;
        for (const PlaceInLog& place : from->places) {
            const qint64 end = std::max(place.at, ends[place.partition]);
            m_progress.range[place.partition] = {place.at, end};
            const auto resumed = m_query.resume.find(place.partition);
            const qint64 at = resumed == m_query.resume.end()
                ? place.at
                : std::clamp(resumed->second, place.at, end);
            m_reader->add(place.partition, at, end);
        }
        m_reader->setTopicPartitions(from->partitions);
        m_progress.state.positions = m_reader->positions();
        return {};
    }

    bool take(int partition, const RawRecord& record, Sink<SearchBatch>& sink)
    {
        count(m_progress.state, record);
        m_times[partition] = record.timestamp;
        if (!m_matcher->matches(record))
            return true;
        ++m_progress.state.matched;
        ++m_progress.hits;
        ++m_progress.hitsBy[partition];
        m_hits.push_back(messageOf(m_query.topic, partition, record, m_query.cut));
        m_hitBytes += m_hits.back().value.size() + m_hits.back().key.size();
        m_enough = m_query.limit > 0 && m_progress.hits >= m_query.limit;
        if (m_hits.size() < kBatchHits && m_hitBytes < kBatchBytes)
            return true;
        return tell(sink);
    }

    // Positions are those of the last whole round: going on from them repeats hits at worst.
    bool tell(Sink<SearchBatch>& sink)
    {
        m_progress.state.positions = m_reader->positions();
        m_progress.state.problems = m_reader->problems();
        m_progress.completeUpTo.reset();
        bool known = true;
        std::optional<qint64> least;
        for (const auto& [partition, ends] : m_progress.range) {
            if (m_progress.state.positions[partition] >= ends.second)
                continue;
            const auto time = m_times.find(partition);
            known = known && time != m_times.end();
            if (time != m_times.end())
                least = std::min(least.value_or(time->second), time->second);
        }
        if (known)
            m_progress.completeUpTo = least;
        m_hitBytes = 0;
        return sink.push(SearchBatch{std::exchange(m_hits, {}), m_progress});
    }

    KafkaClient& m_client;
    const SearchQuery m_query;
    const std::unique_ptr<MessageMatcher> m_matcher;
    const std::unique_ptr<MessageReader> m_reader;
    SearchProgress m_progress;
    std::vector<Message> m_hits;
    qint64 m_hitBytes = 0;
    std::map<int, qint64> m_times; // of the last message seen
    Pace m_pace;
    bool m_enough = false;
};

// Fields of values that are not JSON as they stand, with the schemas of the registry.
MessageMatcher::Decode decodeBy(const KafkaSetup& setup, const Token& token)
{
    return [decoder = std::make_shared<RegistryDecoder>(setup.registry, setup.schemas), token](
               const RawRecord& record) -> std::optional<QByteArray> {
        return decoder->framedJson(record.value, headersOf(record), token);
    };
}

template <class T>
Stream<T> tooMany(KafkaLane& lane)
{
    return lane.stream<T>(kSilence, [](KafkaClient& client, const Token&, Sink<T>&) -> VoidResult {
        return fail(Error::Kind::Refused, {}, client.where(),
            PH_TEXT("streams",
                "This connection reads as many topics as it may. Stop a tail or a search."));
    });
}

} // namespace

Stream<ReadState> KafkaMessages::tail(const TailQuery& query, MailboxWriter<Message> to)
{
    auto reader = m_core->reader();
    if (!reader.lane)
        return tooMany<ReadState>(m_core->reads());
    StreamOptions options;
    options.capacity = 16;
    return reader.lane->stream<ReadState>(
        kSilence,
        [query, to = std::move(to), inUse = std::move(reader.mark)](
            KafkaClient& client, const Token& token, Sink<ReadState>& sink) -> VoidResult {
            auto matcher = MessageMatcher::make(query.filter, decodeBy(client.setup(), token));
            if (!matcher)
                return tl::unexpected(matcher.error());
            return Tail(client, query, to, std::move(*matcher)).run(token, sink);
        },
        options);
}

Stream<SearchBatch> KafkaMessages::search(const SearchQuery& query)
{
    auto reader = m_core->reader();
    if (!reader.lane)
        return tooMany<SearchBatch>(m_core->reads());
    StreamOptions options;
    options.capacity = kWaitingBatches;
    return reader.lane->stream<SearchBatch>(
        kSilence,
        [query, inUse = std::move(reader.mark)](
            KafkaClient& client, const Token& token, Sink<SearchBatch>& sink) -> VoidResult {
            auto matcher = MessageMatcher::make(query.pattern, decodeBy(client.setup(), token));
            if (!matcher)
                return tl::unexpected(matcher.error());
            return Search(client, query, std::move(*matcher)).run(token, sink);
        },
        options);
}

Call<MessagePage> KafkaMessages::page(const PageQuery& query)
{
    return m_core->reads().run(kReadLimit, [query](KafkaClient& client, const Token& token) {
        return readPage(client, query, token);
    });
}

Call<Message> KafkaMessages::message(const QString& topic, int partition, qint64 offset)
{
    return m_core->reads().run(
        kReadLimit, [topic, partition, offset](KafkaClient& client, const Token& token) {
            return readMessage(client, topic, partition, offset, token);
        });
}

} // namespace pilothouse::streams
