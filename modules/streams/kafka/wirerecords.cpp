// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wirerecords.h"

#include "streams/kafka/wireerror.h"
#include "streams/kafka/wiremetadata.h"

#include <algorithm>
#include <set>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kBatchHead = 12; // base offset and length
constexpr qint16 kCodecBits = 0x07;
constexpr qint16 kLogAppend = 0x08;
constexpr qint16 kTransactional = 0x10;
constexpr qint16 kControl = 0x20;

struct Batch {
    qint64 base = 0;
    qint8 magic = 0;
    qint16 attributes = 0;
    qint64 last = 0; // offset
    qint64 firstTime = 0;
    qint64 maxTime = 0;
    qint64 producer = -1;
    qint32 count = 0;
    QByteArrayView records;
};

// False: what is left is not a whole batch. `after`: where the next one begins.
bool readBatch(QByteArrayView data, Batch& batch, qsizetype& after)
{
    WireReader r(data);
    batch.base = r.int64();
    const qint32 length = r.int32();
    if (!r.ok() || length < 5 || r.left() < length)
        return false;
    after = kBatchHead + length;
    r.skip(4); // leader epoch; a checksum before version 2
    batch.magic = r.int8();
    if (batch.magic != 2)
        return true;
    r.skip(4); // checksum
    batch.attributes = r.int16();
    batch.last = batch.base + r.int32();
    batch.firstTime = r.int64();
    batch.maxTime = r.int64();
    batch.producer = r.int64();
    r.skip(6); // epoch and sequence
    batch.count = r.int32();
    if (!r.ok() || r.at() > after)
        return false;
    batch.records = r.raw(after - r.at());
    return r.ok();
}

QByteArrayView viewOf(WireReader& r)
{
    const qint32 size = r.varint();
    return size < 0 ? QByteArrayView() : r.raw(size);
}

bool readRecord(WireReader& r, const Batch& batch, RawRecord& out)
{
    const qint32 length = r.varint();
    WireReader one(r.raw(length));
    if (!r.ok())
        return false;
    one.skip(1); // attributes, unused
    const qint64 time = one.varlong();
    out.offset = batch.base + one.varint();
    const bool append = (batch.attributes & kLogAppend) != 0;
    out.timestamp = append ? batch.maxTime : batch.firstTime + time;
    if (batch.firstTime < 0 && !append)
        out.timestamp = -1;
    out.timeKind = out.timestamp < 0 ? Message::TimeKind::None
        : append                     ? Message::TimeKind::LogAppend
                                     : Message::TimeKind::Create;
    out.key = viewOf(one);
    out.value = viewOf(one);
    out.headerCount = one.varint();
    out.headers = one.raw(one.left());
    out.bytes = out.key.size() + out.value.size() + out.headers.size();
    return one.ok();
}

// A mark that ends a transaction: type 0 aborts, 1 commits. Its key: version, type.
bool isAbort(const Batch& batch)
{
    WireReader r(batch.records);
    RawRecord record;
    if (!readRecord(r, batch, record))
        return false;
    WireReader key(record.key);
    key.skip(2);
    return key.int16() == 0 && key.ok();
}

// Which transactions are aborted, as the walk passes their beginnings and ends.
class Aborted final
{
public:
    explicit Aborted(const FetchedPartition& fetched)
        : m_all(fetched.aborted)
    {
        std::sort(m_all.begin(), m_all.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
    }
    bool covers(const Batch& batch)
    {
        while (m_at < m_all.size() && m_all[m_at].second <= batch.last)
            m_active.insert(m_all[m_at++].first);
        return m_active.count(batch.producer) > 0;
    }
    void ended(const Batch& batch)
    {
        (void)covers(batch);
        if (isAbort(batch))
            m_active.erase(batch.producer);
    }

private:
    std::vector<std::pair<qint64, qint64>> m_all;
    size_t m_at = 0;
    std::set<qint64> m_active;
};

} // namespace

WireCall fetchCall(const QString& topic, std::vector<FetchAsk> asks, Isolation isolation,
    const FetchLimits& limits)
{
    return {api::Fetch,
        [topic, asks = std::move(asks), isolation, limits](WireWriter& w, qint16 version) {
            w.int32(-1); // no replica
            w.int32(limits.waitMs);
            w.int32(1); // bytes, at least
            w.int32(limits.bytes);
            w.int8(isolation == Isolation::Committed ? 1 : 0);
            if (version >= 7) {
                w.int32(0); // no fetch session
                w.int32(-1);
            }
            w.array(1);
            w.string(topic);
            w.array(qsizetype(asks.size()));
            for (const FetchAsk& ask : asks) {
                w.int32(ask.partition);
                if (version >= 9)
                    w.int32(-1); // leader epoch: whichever
                w.int64(ask.offset);
                if (version >= 5)
                    w.int64(-1);
                w.int32(limits.partitionBytes);
            }
            if (version >= 7)
                w.array(0); // nothing to forget
            if (version >= 11)
                w.string(u""); // rack
        }};
}

Result<std::vector<FetchedPartition>> fetchedOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<FetchedPartition> out;
    r.skip(4);
    if (answer.version >= 7) {
        const qint16 code = r.int16();
        if (r.ok() && code != wire::kNone)
            return tl::unexpected(errorOfCode(code));
        r.skip(4); // session
    }
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        (void)r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p) {
            FetchedPartition one;
            one.partition = r.int32();
            one.code = r.int16();
            one.highWatermark = r.int64();
            one.lastStable = r.int64();
            if (answer.version >= 5)
                one.logStart = r.int64();
            for (qsizetype a = 0, aborted = r.array(); a < aborted && r.ok(); ++a) {
                const qint64 producer = r.int64();
                one.aborted.emplace_back(producer, r.int64());
            }
            if (answer.version >= 11)
                r.skip(4); // a replica that is nearer
            one.records = r.bytes();
            out.push_back(std::move(one));
        }
    }
    if (!r.ok())
        return oddAnswer("Fetch");
    return out;
}

std::vector<MessageHeader> headersOf(const RawRecord& record)
{
    if (record.readHeaders)
        return record.readHeaders(record.source);
    std::vector<MessageHeader> out;
    WireReader r(record.headers);
    for (qint32 i = 0; i < record.headerCount && r.ok(); ++i) {
        MessageHeader header;
        header.name = viewOf(r).toByteArray();
        const QByteArrayView value = viewOf(r);
        if (!r.ok())
            break;
        if (!value.isNull())
            header.value = value.toByteArray();
        out.push_back(std::move(header));
    }
    return out;
}

RawRecord rawOf(const Message& message)
{
    RawRecord out;
    out.offset = message.offset;
    out.timestamp = message.timestamp;
    out.timeKind = message.timeKind;
    out.key = message.key;
    out.value = message.value;
    out.headerCount = qint32(message.headers.size());
    out.source = &message;
    out.readHeaders = [](const void* source) -> std::vector<MessageHeader> {
        return static_cast<const Message*>(source)->headers;
    };
    return out;
}

Message messageOf(const QString& topic, int partition, const RawRecord& record, qint64 cut)
{
    Message out;
    out.topic = topic;
    out.partition = partition;
    out.offset = record.offset;
    out.timestamp = record.timestamp;
    out.timeKind = record.timeKind;
    if (!record.key.isNull())
        out.key = record.key.first(std::min<qsizetype>(record.key.size(), cut)).toByteArray();
    out.valueSize = record.value.isNull() ? -1 : record.value.size();
    if (!record.value.isNull())
        out.value = record.value.first(std::min<qsizetype>(record.value.size(), cut)).toByteArray();
    out.headers = headersOf(record);
    if (record.codec)
        out.codec = nameOf(*record.codec);
    out.transactional = record.transactional;
    return out;
}

WalkResult walkRecords(const FetchedPartition& fetched, qint64 from, Isolation isolation,
    Decompressor& decompressor, const std::function<bool(const RawRecord&)>& visit)
{
    WalkResult out;
    out.next = from;
    Aborted aborted(fetched);
    QByteArrayView left = fetched.records;
    while (left.size() > kBatchHead) {
        Batch batch;
        qsizetype after = 0;
        if (!readBatch(left, batch, after))
            break;
        left = left.sliced(after);
        out.whole = true;
        if (batch.magic != 2) {
            out.next = std::max(out.next, batch.base + 1);
            out.problem
                = Error{Error::Kind::Unsupported, {}, u"message format %1"_s.arg(batch.magic),
                    PH_TEXT("streams", "Messages written by Kafka before 0.11 are not read."), {}};
            continue;
        }
        const bool control = (batch.attributes & kControl) != 0;
        if (control && isolation == Isolation::Committed)
            aborted.ended(batch);
        const bool transactional = (batch.attributes & kTransactional) != 0;
        const bool skipped = control || batch.last < from
            || (isolation == Isolation::Committed && transactional && aborted.covers(batch));
        if (!skipped) {
            const auto codec = Codec(batch.attributes & kCodecBits);
            const auto plain = decompressor.run(codec, batch.records);
            if (!plain) {
                out.problem = plain.error();
                out.next = std::max(out.next, batch.last + 1);
                continue;
            }
            WireReader r(*plain);
            for (qint32 i = 0; i < batch.count; ++i) {
                RawRecord record;
                record.codec = codec;
                record.transactional = transactional;
                if (!readRecord(r, batch, record)) {
                    out.problem = oddAnswer("Record").value();
                    break;
                }
                if (record.offset < from)
                    continue;
                if (!visit(record)) {
                    out.next = record.offset + 1;
                    out.stopped = true;
                    return out;
                }
            }
        }
        out.next = std::max(out.next, batch.last + 1);
    }
    return out;
}

} // namespace pilothouse::streams
