// SPDX-License-Identifier: GPL-3.0-or-later
// Produce: record batches made (version 2, not packed, no transaction) and sent. Pure.
// Source: kafka.apache.org, "Message Format"; the partitioner is that of Kafka's own clients.
#pragma once

#include "streams/api/acts.h"
#include "streams/kafka/wireapi.h"

namespace pilothouse::streams
{

// All of one partition. `now`: ms since 1970, for drafts without a time.
QByteArray batchOf(const std::vector<const Draft*>& drafts, qint64 now);
qint64 sizeOf(const Draft& draft); // about what it takes in a batch

struct ProduceAsk {
    int partition = 0;
    QByteArray batch;
};
// Waits for all copies in sync (acks = all).
WireCall produceCall(const QString& topic, std::vector<ProduceAsk> asks, int timeoutMs);
struct ProduceTold {
    int partition = 0;
    qint16 code = 0;
    qint64 offset = -1; // of the first message
    QString message; // the broker's own words, Kafka 2.4 and later
};
Result<std::vector<ProduceTold>> producedOf(const WireAnswer& answer);

// Kafka's hash of keys (murmur2), and the partition of a key.
quint32 murmur2(QByteArrayView key);
int partitionOf(QByteArrayView key, int partitions);
// CRC-32C (Castagnoli).
quint32 crc32c(QByteArrayView data);

} // namespace pilothouse::streams
