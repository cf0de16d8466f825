// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wireproduce.h"

#include "streams/kafka/wiremetadata.h"

#include <array>

namespace pilothouse::streams
{

namespace
{

void varlong(QByteArray& out, qint64 v)
{
    quint64 z = (quint64(v) << 1) ^ quint64(v >> 63);
    while (z >= 0x80) {
        out.append(char((z & 0x7f) | 0x80));
        z >>= 7;
    }
    out.append(char(z));
}

void bytes(QByteArray& out, const QByteArray& v)
{
    varlong(out, v.isNull() ? -1 : v.size());
    out.append(v);
}

QByteArray recordOf(const Draft& draft, qint64 index, qint64 time)
{
    QByteArray body;
    body.append('\0'); // attributes
    varlong(body, time);
    varlong(body, index);
    bytes(body, draft.key);
    bytes(body, draft.value);
    varlong(body, qint64(draft.headers.size()));
    for (const MessageHeader& header : draft.headers) {
        varlong(body, header.name.size());
        body.append(header.name);
        bytes(body, header.value);
    }
    QByteArray out;
    varlong(out, body.size());
    return out + body;
}

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 v = i;
        for (int bit = 0; bit < 8; ++bit)
            v = (v >> 1) ^ ((v & 1) ? 0x82f63b78u : 0u);
        table[i] = v;
    }
    return table;
}

} // namespace

quint32 crc32c(QByteArrayView data)
{
    static constexpr auto table = crcTable();
    quint32 crc = 0xffffffffu;
    for (const char c : data)
        crc = table[(crc ^ quint8(c)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

// org.apache.kafka.common.utils.Utils.murmur2
quint32 murmur2(QByteArrayView key)
{
    constexpr quint32 m = 0x5bd1e995;
    const auto at = [&](qsizetype i) {
        return quint32(quint8(key[i]));
    };
    quint32 h = 0x9747b28cu ^ quint32(key.size());
    qsizetype i = 0;
    for (; i + 4 <= key.size(); i += 4) {
        quint32 k = at(i) | (at(i + 1) << 8) | (at(i + 2) << 16) | (at(i + 3) << 24);
        k *= m;
        k ^= k >> 24;
        k *= m;
        h *= m;
        h ^= k;
    }
    const qsizetype left = key.size() - i;
    if (left >= 3)
        h ^= at(i + 2) << 16;
    if (left >= 2)
        h ^= at(i + 1) << 8;
    if (left >= 1) {
        h ^= at(i);
        h *= m;
    }
    h ^= h >> 13;
    h *= m;
    h ^= h >> 15;
    return h;
}

int partitionOf(QByteArrayView key, int partitions)
{
    return int((murmur2(key) & 0x7fffffffu) % quint32(partitions));
}

qint64 sizeOf(const Draft& draft)
{
    qint64 size = 32 + draft.key.size() + draft.value.size();
    for (const MessageHeader& header : draft.headers)
        size += 10 + header.name.size() + header.value.size();
    return size;
}

QByteArray batchOf(const std::vector<const Draft*>& drafts, qint64 now)
{
    if (drafts.empty())
        return {};
    const qint64 first = drafts.front()->timestamp.value_or(now);
    qint64 newest = first;
    QByteArray records;
    for (size_t i = 0; i < drafts.size(); ++i) {
        const qint64 time = drafts[i]->timestamp.value_or(now);
        newest = std::max(newest, time);
        records.append(recordOf(*drafts[i], qint64(i), time - first));
    }
    WireWriter tail; // what the checksum covers
    tail.int16(0); // not packed, time of making
    tail.int32(qint32(drafts.size() - 1));
    tail.int64(first);
    tail.int64(newest);
    tail.int64(-1); // no producer id
    tail.int16(-1);
    tail.int32(-1);
    tail.int32(qint32(drafts.size()));
    tail.raw(records);
    WireWriter out;
    out.int64(0); // the broker gives the offset
    out.int32(qint32(4 + 1 + 4 + tail.data().size()));
    out.int32(-1); // leader epoch
    out.int8(2);
    out.int32(qint32(crc32c(tail.data())));
    out.raw(tail.data());
    return out.take();
}

WireCall produceCall(const QString& topic, std::vector<ProduceAsk> asks, int timeoutMs)
{
    return {api::Produce, [topic, asks = std::move(asks), timeoutMs](WireWriter& w, qint16) {
                w.nullableString(std::nullopt); // no transaction
                w.int16(-1); // all copies in sync
                w.int32(timeoutMs);
                w.array(1);
                w.string(topic);
                w.array(qsizetype(asks.size()));
                for (const ProduceAsk& ask : asks) {
                    w.int32(ask.partition);
                    w.bytes(ask.batch);
                }
            }};
}

Result<std::vector<ProduceTold>> producedOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<ProduceTold> out;
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        (void)r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p) {
            ProduceTold one;
            one.partition = r.int32();
            one.code = r.int16();
            one.offset = r.int64();
            r.skip(8); // time, where the broker gave it
            if (answer.version >= 5)
                r.skip(8); // begin of the log
            if (answer.version >= 8) {
                for (qsizetype e = 0, errors = r.array(); e < errors && r.ok(); ++e) {
                    r.skip(4);
                    one.message = r.string();
                }
                if (const QString words = r.string(); !words.isEmpty())
                    one.message = words;
            }
            out.push_back(std::move(one));
        }
    }
    if (!r.ok())
        return oddAnswer("Produce");
    return out;
}

} // namespace pilothouse::streams
