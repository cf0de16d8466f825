// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaproduce.h"

#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/wireerror.h"
#include "streams/kafka/wireproduce.h"

#include <QDateTime>

#include <algorithm>
#include <thread>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kMostDrafts = 500; // in a batch
constexpr qint64 kMostBytes = 700'000; // brokers take 1 MB by default; a larger one goes alone
constexpr int kBrokerWaitMs = 15'000; // for the copies in sync
constexpr auto kLeaderWait = milliseconds(5000); // for a partition whose leader moves
constexpr qint16 kNoLeader = 5, kNotLeader = 6; // as brokers say it

} // namespace

VoidResult KafkaWriter::findLeaders(const Token& token)
{
    const auto topics = fetchTopics(m_client, QStringList{m_topic}, token);
    if (!topics)
        return tl::unexpected(topics.error());
    if (topics->empty() || topics->front().partitions.empty())
        return tl::unexpected(!topics->empty() && topics->front().problem
                ? *topics->front().problem
                : errorOfCode(wire::kUnknownTopicOrPartition));
    m_leaders.assign(size_t(topics->front().partitions.back().id) + 1, -1);
    for (const PartitionInfo& part : topics->front().partitions)
        m_leaders[size_t(part.id)] = part.leader;
    return {};
}

int KafkaWriter::choose(const Draft& draft)
{
    const int count = int(m_leaders.size());
    if (draft.partition >= 0)
        return draft.partition < count ? draft.partition : -1;
    if (!draft.key.isNull())
        return partitionOf(draft.key, count);
    for (int tried = 0; tried < count; ++tried) { // the next one that has a leader
        const int partition = m_turn++ % count;
        if (m_leaders[size_t(partition)] >= 0)
            return partition;
    }
    return m_turn % count;
}

void KafkaWriter::tell(size_t index, int partition, qint64 offset, std::optional<Error> problem)
{
    if (!problem)
        ++m_written;
    if (m_onWritten)
        m_onWritten({m_index + index, partition, offset, std::move(problem)});
}

void KafkaWriter::waitForTurn(size_t count, const Token& token)
{
    if (m_perSecond <= 0)
        return;
    if (m_sent == 0)
        m_begin = Clock::now();
    const auto due = m_begin + milliseconds(m_sent * 1000 / m_perSecond);
    while (Clock::now() < due && !token.stopped()) {
        std::this_thread::sleep_for(milliseconds(20));
        token.alive(milliseconds(30'000));
    }
    m_sent += qint64(count);
}

VoidResult KafkaWriter::write(
    std::span<const Draft> drafts, qint64 total, const Token& token, TaskProgress& progress)
{
    const size_t most = m_perSecond > 0
        ? std::clamp(size_t(m_perSecond / 4), size_t(1), kMostDrafts)
        : kMostDrafts;
    size_t at = 0;
    while (at < drafts.size()) {
        size_t count = 0;
        qint64 bytes = 0;
        while (at + count < drafts.size() && count < most) {
            bytes += sizeOf(drafts[at + count]);
            if (count > 0 && bytes > kMostBytes)
                break;
            ++count;
        }
        waitForTurn(count, token);
        if (token.stopped())
            return fail(token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {},
                m_client.where());
        const auto done = writeBatch(drafts.subspan(at, count), token, progress);
        m_index += count;
        at += count;
        progress.set(m_written, total, TaskStatus::Unit::Rows);
        token.alive(milliseconds(30'000));
        if (!done)
            return done;
    }
    return {};
}

// A broker that no longer leads (or not yet) has written nothing: what it refuses goes to the one
// that does, within a limit.
VoidResult KafkaWriter::writeBatch(
    std::span<const Draft> drafts, const Token& token, TaskProgress& progress)
{
    if (m_leaders.empty())
        if (const auto found = findLeaders(token); !found)
            return found;
    ByPartition waiting;
    for (size_t i = 0; i < drafts.size(); ++i) {
        const int partition = choose(drafts[i]);
        if (partition < 0) {
            Error error = errorOfCode(wire::kUnknownTopicOrPartition);
            tell(i, partition, -1, error);
            return tl::unexpected(std::move(error));
        }
        waiting[partition].push_back(i);
    }
    const auto until = Clock::now() + kLeaderWait;
    while (true) {
        std::map<int, ByPartition> byLeader;
        for (auto& [partition, indexes] : waiting) {
            const bool known = size_t(partition) < m_leaders.size();
            byLeader[known ? m_leaders[size_t(partition)] : -1][partition] = std::move(indexes);
        }
        waiting.clear();
        if (const auto nobody = byLeader.find(-1); nobody != byLeader.end()) {
            waiting = std::move(nobody->second);
            byLeader.erase(nobody);
        }
        for (const auto& [leader, byPartition] : byLeader)
            if (const auto done = writeTo(leader, drafts, byPartition, token, progress, waiting);
                !done)
                return done;
        if (waiting.empty())
            return {};
        if (Clock::now() >= until || token.stopped())
            return withoutLeader(waiting);
        std::this_thread::sleep_for(milliseconds(100));
        token.alive(milliseconds(30'000));
        if (const auto found = findLeaders(token); !found)
            return found;
    }
}

VoidResult KafkaWriter::withoutLeader(const ByPartition& waiting)
{
    Error error = errorOfCode(kNoLeader);
    error.where = m_client.where();
    for (const auto& [partition, indexes] : waiting)
        for (const size_t index : indexes)
            tell(index, partition, -1, error);
    return tl::unexpected(std::move(error));
}

VoidResult KafkaWriter::writeTo(int leader, std::span<const Draft> drafts,
    const ByPartition& byPartition, const Token& token, TaskProgress& progress,
    ByPartition& waiting)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    std::vector<ProduceAsk> asks;
    for (const auto& [partition, indexes] : byPartition) {
        std::vector<const Draft*> some;
        for (const size_t i : indexes)
            some.push_back(&drafts[i]);
        asks.push_back({partition, batchOf(some, now)});
    }
    const auto answer = m_client.change(
        leader, produceCall(m_topic, std::move(asks), kBrokerWaitMs), token, progress);
    const auto told = answer ? producedOf(*answer)
                             : Result<std::vector<ProduceTold>>(tl::unexpected(answer.error()));
    std::optional<Error> failed;
    if (!told)
        failed = told.error();
    for (const auto& [partition, indexes] : byPartition) {
        std::optional<Error> problem;
        qint64 offset = -1;
        if (!told) {
            problem = told.error();
        } else {
            const auto one = std::find_if(told->begin(), told->end(),
                [p = partition](const ProduceTold& t) { return t.partition == p; });
            if (one != told->end() && (one->code == kNoLeader || one->code == kNotLeader)) {
                waiting[partition] = indexes;
                continue;
            }
            if (one == told->end() || one->code != wire::kNone) {
                problem = errorOfCode(one == told->end() ? qint16(-1) : one->code,
                    one == told->end() ? QString() : one->message);
                failed = problem;
            } else {
                offset = one->offset;
            }
        }
        for (size_t k = 0; k < indexes.size(); ++k)
            tell(indexes[k], partition, problem ? -1 : offset + qint64(k), problem);
    }
    if (!failed)
        return {};
    failed->where = m_client.where();
    return tl::unexpected(std::move(*failed));
}

} // namespace pilothouse::streams
