// SPDX-License-Identifier: GPL-3.0-or-later
// Fetch, and what it brings: record batches as Kafka keeps them. Pure.
// Source: kafka.apache.org, "Message Format" (version 2, Kafka 0.11 and later).
#pragma once

#include "streams/api/messages.h"
#include "streams/decode/decompress.h"
#include "streams/kafka/wireapi.h"

#include <functional>

namespace pilothouse::streams
{

struct FetchAsk {
    int partition = 0;
    qint64 offset = 0;
};
struct FetchLimits {
    int waitMs = 500; // the broker waits so long for a first byte
    qint32 bytes = 8 << 20; // of the whole answer
    qint32 partitionBytes = 1 << 20; // a first batch larger than this comes nevertheless
};
WireCall fetchCall(const QString& topic, std::vector<FetchAsk> asks, Isolation isolation,
    const FetchLimits& limits);

struct FetchedPartition {
    int partition = 0;
    qint16 code = 0;
    qint64 highWatermark = -1;
    qint64 lastStable = -1;
    qint64 logStart = -1;
    std::vector<std::pair<qint64, qint64>> aborted; // producer, first offset; by offset
    QByteArrayView records; // into the answer
};
Result<std::vector<FetchedPartition>> fetchedOf(const WireAnswer& answer);

// A message where it lies; views hold only during the call.
struct RawRecord {
    qint64 offset = 0;
    qint64 timestamp = -1;
    Message::TimeKind timeKind = Message::TimeKind::None;
    std::optional<Codec> codec = Codec::None; // none: not told
    bool transactional = false;
    QByteArrayView key; // null: none
    QByteArrayView value; // null: none
    QByteArrayView headers; // as encoded, see headersOf()
    qint32 headerCount = 0;
    // Of a reader that does not keep headers as they came: it reads them when they are asked for.
    const void* source = nullptr;
    std::vector<MessageHeader> (*readHeaders)(const void* source) = nullptr;
    qsizetype bytes = 0; // of key, value and headers
};
std::vector<MessageHeader> headersOf(const RawRecord& record);
RawRecord rawOf(const Message& message); // views of it
Message messageOf(const QString& topic, int partition, const RawRecord& record, qint64 cut);

struct WalkResult {
    qint64 next = 0; // offset to go on from; as it was when no batch was whole
    bool stopped = false; // the visitor had enough
    bool whole = false; // at least one batch was
    std::optional<Error> problem; // a batch that makes no sense was stepped over
};
// Calls `visit` for each message at `from` or later that is not a mark and, with Committed, not of
// an aborted transaction. `visit` returns false when it has enough: `next` is then after it.
WalkResult walkRecords(const FetchedPartition& fetched, qint64 from, Isolation isolation,
    Decompressor& decompressor, const std::function<bool(const RawRecord&)>& visit);

} // namespace pilothouse::streams
