// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wireadmin.h"

#include "streams/kafka/wireerror.h"
#include "streams/kafka/wiremetadata.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

std::vector<int> numbers(WireReader& r)
{
    std::vector<int> out;
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i)
        out.push_back(r.int32());
    return out;
}

} // namespace

WireCall logDirsCall(const std::optional<std::vector<TopicInfo>>& topics)
{
    return {api::DescribeLogDirs, [topics](WireWriter& w, qint16) {
                w.array(topics ? qsizetype(topics->size()) : -1);
                if (topics) {
                    for (const TopicInfo& topic : *topics) {
                        w.string(topic.name);
                        w.array(qsizetype(topic.partitions.size()));
                        for (const PartitionInfo& part : topic.partitions)
                            w.int32(part.id);
                        w.end();
                    }
                }
                w.end();
            }};
}

Result<WireLogDirs> logDirsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    WireLogDirs out;
    r.skip(4);
    if (answer.version >= 3)
        out.code = r.int16();
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        const qint16 code = r.int16();
        if (code != wire::kNone)
            out.code = code;
        const QString folder = r.string();
        for (qsizetype t = 0, topics = r.array(); t < topics && r.ok(); ++t) {
            const QString topic = r.string();
            for (qsizetype p = 0, parts = r.array(); p < parts && r.ok(); ++p) {
                LogSize size;
                size.folder = folder;
                size.topic = topic;
                size.partition = r.int32();
                size.bytes = r.int64();
                size.behind = r.int64();
                size.future = r.boolean();
                r.end();
                out.copies.push_back(std::move(size));
            }
            r.end();
        }
        if (answer.version >= 4) {
            const qint64 total = r.int64();
            const qint64 free = r.int64();
            if (total >= 0)
                out.total = out.total.value_or(0) + total;
            if (free >= 0)
                out.free = out.free.value_or(0) + free;
        }
        r.end();
    }
    if (!r.ok())
        return oddAnswer("DescribeLogDirs");
    return out;
}

WireCall reassignmentsCall()
{
    return {api::ListReassignments, [](WireWriter& w, qint16) {
                w.int32(10'000); // ms
                w.array(-1); // all topics
                w.end();
            }};
}

Result<std::vector<Reassignment>> reassignmentsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<Reassignment> out;
    r.skip(4);
    const qint16 code = r.int16();
    const QString message = r.string();
    if (r.ok() && code != wire::kNone)
        return tl::unexpected(errorOfCode(code, message));
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        const QString topic = r.string();
        for (qsizetype p = 0, parts = r.array(); p < parts && r.ok(); ++p) {
            Reassignment one;
            one.topic = topic;
            one.partition = r.int32();
            one.replicas = numbers(r);
            one.adding = numbers(r);
            one.removing = numbers(r);
            r.end();
            out.push_back(std::move(one));
        }
        r.end();
    }
    if (!r.ok())
        return oddAnswer("ListPartitionReassignments");
    return out;
}

WireCall quotasCall()
{
    return {api::DescribeQuotas, [](WireWriter& w, qint16) {
                w.array(0); // no filter
                w.boolean(false);
            }};
}

Result<std::vector<Quota>> quotasOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<Quota> out;
    r.skip(4);
    const qint16 code = r.int16();
    const QString message = r.string();
    if (r.ok() && code != wire::kNone)
        return tl::unexpected(errorOfCode(code, message));
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        Quota one;
        for (qsizetype e = 0, parts = r.array(); e < parts && r.ok(); ++e) {
            const QString kind = r.string();
            one.entity[kind] = r.string(); // null: the default
        }
        for (qsizetype v = 0, values = r.array(); v < values && r.ok(); ++v) {
            const QString key = r.string();
            one.limits[key] = r.float64();
        }
        out.push_back(std::move(one));
    }
    if (!r.ok())
        return oddAnswer("DescribeClientQuotas");
    return out;
}

WireCall producersCall(const QString& topic, const std::vector<int>& partitions)
{
    return {api::DescribeProducers, [topic, partitions](WireWriter& w, qint16) {
                w.array(1);
                w.string(topic);
                w.array(qsizetype(partitions.size()));
                for (const int partition : partitions)
                    w.int32(partition);
                w.end();
                w.end();
            }};
}

Result<std::vector<ProducerState>> producersOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<ProducerState> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        (void)r.string();
        for (qsizetype p = 0, parts = r.array(); p < parts && r.ok(); ++p) {
            const int partition = r.int32();
            const qint16 code = r.int16();
            const QString message = r.string();
            if (r.ok() && code != wire::kNone)
                return tl::unexpected(errorOfCode(code, message));
            for (qsizetype s = 0, states = r.array(); s < states && r.ok(); ++s) {
                ProducerState one;
                one.partition = partition;
                one.id = r.int64();
                one.epoch = r.int32();
                one.lastSequence = r.int32();
                const qint64 last = r.int64();
                if (last >= 0)
                    one.lastWrite = QDateTime::fromMSecsSinceEpoch(last, Qt::UTC);
                r.skip(4);
                const qint64 begin = r.int64();
                if (begin >= 0)
                    one.transactionBegin = begin;
                r.end();
                out.push_back(std::move(one));
            }
            r.end();
        }
        r.end();
    }
    if (!r.ok())
        return oddAnswer("DescribeProducers");
    return out;
}

} // namespace pilothouse::streams
