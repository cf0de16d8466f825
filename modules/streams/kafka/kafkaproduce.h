// SPDX-License-Identifier: GPL-3.0-or-later
// Writing messages: in their order, a batch at a time, each told of as soon as it is known. Lane
// thread only.
#pragma once

#include "streams/api/acts.h"
#include "streams/kafka/kafkaclient.h"

#include <span>

namespace pilothouse::streams
{

class KafkaWriter final
{
public:
    // `perSecond` 0: as fast as the brokers take them.
    KafkaWriter(KafkaClient& client, QString topic, int perSecond,
        std::function<void(const Written&)> onWritten)
        : m_client(client)
        , m_topic(std::move(topic))
        , m_perSecond(perSecond)
        , m_onWritten(std::move(onWritten))
    {
    }

    // Stops at the first batch that is not taken: what comes after it is not sent. `total`: of all
    // calls, for the progress.
    VoidResult write(
        std::span<const Draft> drafts, qint64 total, const Token& token, TaskProgress& progress);
    qint64 written() const { return m_written; }

private:
    using ByPartition = std::map<int, std::vector<size_t>>; // places of drafts

    VoidResult findLeaders(const Token& token);
    VoidResult writeBatch(
        std::span<const Draft> drafts, const Token& token, TaskProgress& progress);
    // What the broker refuses as it does not lead the partition goes back to `waiting`.
    VoidResult writeTo(int leader, std::span<const Draft> drafts, const ByPartition& byPartition,
        const Token& token, TaskProgress& progress, ByPartition& waiting);
    VoidResult withoutLeader(const ByPartition& waiting);
    int choose(const Draft& draft);
    void tell(size_t index, int partition, qint64 offset, std::optional<Error> problem);
    void waitForTurn(size_t count, const Token& token);

    KafkaClient& m_client;
    const QString m_topic;
    const int m_perSecond;
    const std::function<void(const Written&)> m_onWritten;
    std::vector<int> m_leaders; // by partition
    size_t m_index = 0; // of the first draft of this batch
    qint64 m_written = 0;
    int m_turn = 0; // partition of the next draft without a key
    Clock::time_point m_begin;
    qint64 m_sent = 0; // since m_begin
};

} // namespace pilothouse::streams
