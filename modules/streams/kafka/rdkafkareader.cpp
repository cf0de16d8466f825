// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/rdkafkareader.h"

#include "streams/kafka/kafkacore.h"

#include <algorithm>
#include <array>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kAtOnce = 1000;
constexpr milliseconds kWake{10};
constexpr int kPieceMs = 50; // how soon a cancel is noticed
constexpr milliseconds kSilent{2000};
constexpr milliseconds kTroubled{300}; // silent, and a connection was lost
constexpr milliseconds kLook{12'000}; // for a round of the wire reader, half of it for a broker
constexpr int kMostStuck = 3; // then a partition is left to the wire reader

std::vector<MessageHeader> headersOfMessage(const void* source)
{
    std::vector<MessageHeader> out;
    rd_kafka_headers_t* headers = nullptr;
    const auto* message = static_cast<const rd_kafka_message_t*>(source);
    if (rd_kafka_message_headers(message, &headers) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return out;
    const char* name = nullptr;
    const void* value = nullptr;
    size_t size = 0;
    for (size_t i = 0;
         rd_kafka_header_get_all(headers, i, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR;
         ++i)
        out.push_back({QByteArray(name),
            value ? QByteArray(static_cast<const char*>(value), qsizetype(size)) : QByteArray()});
    return out;
}

QByteArrayView viewOf(const void* data, size_t size)
{
    return data ? QByteArrayView(static_cast<const char*>(data), qsizetype(size))
                : QByteArrayView();
}

RawRecord recordOf(const rd_kafka_message_t& message)
{
    RawRecord out;
    out.offset = message.offset;
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    out.timestamp = rd_kafka_message_timestamp(&message, &type);
    out.timeKind = type == RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME ? Message::TimeKind::LogAppend
        : type == RD_KAFKA_TIMESTAMP_CREATE_TIME              ? Message::TimeKind::Create
                                                              : Message::TimeKind::None;
    if (out.timestamp < 0)
        out.timeKind = Message::TimeKind::None;
    out.codec.reset();
    out.key = viewOf(message.key, message.key_len);
    out.value = viewOf(message.payload, message.len);
    out.bytes = out.key.size() + out.value.size();
    rd_kafka_headers_t* headers = nullptr;
    if (rd_kafka_message_headers(&message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR) {
        out.headerCount = qint32(rd_kafka_header_cnt(headers));
        out.source = &message;
        out.readHeaders = headersOfMessage;
        const char* name = nullptr;
        const void* value = nullptr;
        size_t size = 0;
        for (size_t i = 0; rd_kafka_header_get_all(headers, i, &name, &value, &size)
             == RD_KAFKA_RESP_ERR_NO_ERROR;
             ++i)
            out.bytes += qsizetype(std::char_traits<char>::length(name) + size);
    }
    return out;
}

} // namespace

RdkafkaReader::RdkafkaReader(KafkaClient& client, QString topic, Isolation isolation, ReadKind kind)
    : m_client(client)
    , m_topicName(std::move(topic))
    , m_isolation(isolation)
    , m_kind(kind)
    , m_news{client.sharedSetup()}
{
}

void RdkafkaReader::add(int partition, qint64 from, std::optional<qint64> end)
{
    m_positions[partition] = from;
    if (end) {
        m_ends[partition] = *end;
        if (from >= *end)
            m_done.insert(partition);
    }
}

void RdkafkaReader::setLogEnd(int partition, qint64 end)
{
    const auto at = m_positions.find(partition);
    if (at != m_positions.end() && end > at->second)
        m_atEnd.erase(partition);
}

VoidResult RdkafkaReader::open()
{
    if (m_handle)
        return {};
    auto conf = readerConf(m_client.setup(), m_isolation, m_kind, m_news);
    if (!conf)
        return tl::unexpected(conf.error());
    std::array<char, 512> words{};
    // It takes the settings when it succeeds.
    m_handle.reset(rd_kafka_new(RD_KAFKA_CONSUMER, conf->get(), words.data(), words.size()));
    if (!m_handle)
        return fail(Error::Kind::Internal, QString::fromUtf8(words.data()), m_client.where());
    (void)conf->release();
    m_queue.reset(rd_kafka_queue_new(m_handle.get()));
    m_topic.reset(rd_kafka_topic_new(m_handle.get(), m_topicName.toUtf8().constData(), nullptr));
    if (!m_topic)
        return tl::unexpected(errorOfRdkafka(rd_kafka_last_error()));
    m_heard = Clock::now();
    return {};
}

void RdkafkaReader::close()
{
    for (const int partition : std::exchange(m_started, {}))
        rd_kafka_consume_stop(m_topic.get(), partition);
    m_atEnd.clear();
    m_topic.reset();
    m_queue.reset();
    m_handle.reset();
}

void RdkafkaReader::start(int partition)
{
    if (rd_kafka_consume_start_queue(
            m_topic.get(), partition, m_positions[partition], m_queue.get())
        == 0)
        m_started.insert(partition);
    else
        m_odd.insert(partition);
}

// What it has fetched of the partition is thrown away.
void RdkafkaReader::stop(int partition)
{
    if (m_started.erase(partition) > 0)
        rd_kafka_consume_stop(m_topic.get(), partition);
    m_atEnd.erase(partition);
}

void RdkafkaReader::finish(int partition)
{
    m_done.insert(partition);
    if (!isDone())
        stop(partition);
}

void RdkafkaReader::takeRecord(const rd_kafka_message_t& message, const Visit& visit, Round& round)
{
    const int partition = message.partition;
    qint64& position = m_positions[partition];
    const auto end = m_ends.find(partition);
    if (end != m_ends.end() && message.offset >= end->second) {
        position = end->second;
        finish(partition);
        return;
    }
    if (message.offset < position)
        return;
    m_stuck.erase(partition);
    const Next next = visit(partition, recordOf(message));
    position = message.offset + 1;
    round.stopped = next == Next::Stop;
    if (next == Next::PartitionDone || (end != m_ends.end() && position >= end->second))
        finish(partition);
}

void RdkafkaReader::take(const rd_kafka_message_t& message, const Visit& visit, Round& round)
{
    const int partition = message.partition;
    const auto position = m_positions.find(partition);
    if (position == m_positions.end() || m_started.count(partition) == 0 || !isOpen(partition)
        || round.stopped)
        return;
    m_heard = Clock::now();
    switch (message.err) {
    case RD_KAFKA_RESP_ERR_NO_ERROR:
        round.moved = true;
        m_atEnd.erase(partition);
        m_problems.erase(partition);
        takeRecord(message, visit, round);
        break;
    case RD_KAFKA_RESP_ERR__PARTITION_EOF: {
        // Behind marks of transactions and what compaction has left out.
        position->second = std::max<qint64>(position->second, message.offset);
        m_problems.erase(partition);
        m_atEnd.insert(partition);
        const auto end = m_ends.find(partition);
        if (end != m_ends.end() && position->second >= end->second) {
            position->second = end->second;
            finish(partition);
        }
        round.moved = true;
        break;
    }
    default:
        m_problems.insert_or_assign(
            partition, errorOfRdkafka(message.err, static_cast<const char*>(message.payload)));
        m_odd.insert(partition);
    }
}

bool RdkafkaReader::isQuiet() const
{
    const auto silence = Clock::now() - m_heard;
    return silence >= kSilent || (m_news.trouble && silence >= kTroubled);
}

bool RdkafkaReader::isByWire(int partition) const
{
    const auto stuck = m_stuck.find(partition);
    return stuck != m_stuck.end() && stuck->second >= kMostStuck;
}

std::vector<int> RdkafkaReader::toLookAt(bool quiet) const
{
    std::vector<int> out;
    for (const auto& [partition, position] : m_positions)
        if (isOpen(partition)
            && (isByWire(partition) || m_odd.count(partition) > 0
                || (quiet && (m_news.trouble || m_atEnd.count(partition) == 0))))
            out.push_back(partition);
    return out;
}

VoidResult RdkafkaReader::look(
    const std::vector<int>& partitions, const Token& token, const Visit& visit, Round& round)
{
    TopicReader reader(m_client, m_topicName, m_isolation);
    FetchLimits limits;
    limits.waitMs = 100;
    reader.setLimits(limits);
    for (const int partition : partitions) {
        stop(partition);
        const auto end = m_ends.find(partition);
        reader.add(partition, m_positions[partition],
            end == m_ends.end() ? std::nullopt : std::optional(end->second));
    }
    token.alive(kLook);
    auto looked = reader.step(token, visit);
    // Where it had to be put inside of what is kept: now it can be read.
    if (looked && looked->moved && !looked->stopped && !token.stopped())
        looked = reader.step(token, visit);
    if (!looked)
        return tl::unexpected(looked.error());
    token.alive(kSilence);
    round.stopped = looked->stopped;
    for (const int partition : partitions) {
        const bool stumbled = m_odd.erase(partition) > 0;
        qint64& position = m_positions[partition];
        const qint64 now = reader.positions().at(partition);
        round.moved = round.moved || now > position;
        if (now > position && (stumbled || !m_news.trouble))
            ++m_stuck[partition];
        position = now;
        m_problems.erase(partition);
        if (reader.isDone(partition))
            finish(partition);
    }
    m_news.trouble = false;
    for (const auto& [partition, error] : reader.problems())
        m_problems.insert_or_assign(partition, error);
    return {};
}

Result<MessageReader::Round> RdkafkaReader::step(const Token& token, const Visit& visit)
{
    Round round;
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    rd_kafka_poll(m_handle.get(), 0);
    if (m_news.refused)
        return tl::unexpected(*m_news.refused);
    const bool quiet = isQuiet();
    if (const auto partitions = toLookAt(quiet); !partitions.empty()) {
        const auto looked = look(partitions, token, visit, round);
        if (quiet)
            m_heard = Clock::now();
        if (!looked)
            return tl::unexpected(looked.error());
        if (round.stopped || isDone())
            return round;
    }
    for (const auto& [partition, position] : m_positions)
        if (isOpen(partition) && m_started.count(partition) == 0 && !isByWire(partition))
            start(partition);

    std::array<rd_kafka_message_t*, kAtOnce> messages;
    ssize_t count
        = rd_kafka_consume_batch_queue(m_queue.get(), 0, messages.data(), messages.size());
    if (count <= 0 && !round.moved) {
        messages[0] = rd_kafka_consume_queue(m_queue.get(), kPieceMs); // returns with the first
        count = messages[0] ? 1 : 0;
    }
    if (count > 0 && Clock::now() - m_woken >= kWake) {
        wakeFetchers(m_handle.get(), m_client.setup());
        m_woken = Clock::now();
    }
    for (ssize_t i = 0; i < count; ++i) {
        const MessageHandle message(messages[size_t(i)]);
        take(*message, visit, round);
    }
    if (round.stopped) // the rest of the batch was let go
        close();
    if (token.stopped())
        return fail(
            token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {}, m_client.where());
    return round;
}

std::unique_ptr<MessageReader> makeReader(
    KafkaClient& client, const QString& topic, Isolation isolation, ReadKind kind)
{
    if (canUseRdkafka(client.setup()))
        return std::make_unique<RdkafkaReader>(client, topic, isolation, kind);
    return std::make_unique<TopicReader>(client, topic, isolation);
}

} // namespace pilothouse::streams
