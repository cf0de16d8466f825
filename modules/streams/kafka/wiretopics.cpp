// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wiretopics.h"

#include "streams/kafka/wiremetadata.h"

namespace pilothouse::streams
{

namespace
{

constexpr qint32 kTimeoutMs = 20'000; // the broker waits so long for its controller

Result<std::vector<NamedCode>> namedCodes(
    WireReader& r, bool throttled, bool withWords, const char* request)
{
    std::vector<NamedCode> out;
    if (throttled)
        r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        NamedCode one;
        one.name = r.string();
        one.code = r.int16();
        if (withWords)
            one.message = r.string();
        out.push_back(std::move(one));
    }
    if (!r.ok())
        return oddAnswer(request);
    return out;
}

} // namespace

WireCall createTopicCall(const NewTopic& topic, bool dryRun)
{
    return {
        dryRun ? api::TryCreateTopics : api::CreateTopics, [topic, dryRun](WireWriter& w, qint16) {
            w.array(1);
            w.string(topic.name);
            w.int32(topic.partitions);
            w.int16(qint16(topic.replication));
            w.array(0); // the brokers choose where copies lie
            w.array(qsizetype(topic.config.size()));
            for (const auto& [name, value] : topic.config) {
                w.string(name);
                w.nullableString(value);
            }
            w.int32(kTimeoutMs);
            w.boolean(dryRun);
        }};
}

Result<std::vector<NamedCode>> createdTopicsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    return namedCodes(r, true, true, "CreateTopics");
}

WireCall deleteTopicCall(const QString& topic)
{
    return {api::DeleteTopics, [topic](WireWriter& w, qint16) {
                w.array(1);
                w.string(topic);
                w.int32(kTimeoutMs);
            }};
}

Result<std::vector<NamedCode>> deletedTopicsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    return namedCodes(r, answer.version >= 1, false, "DeleteTopics");
}

WireCall createPartitionsCall(const QString& topic, int count)
{
    return {api::CreatePartitions, [topic, count](WireWriter& w, qint16) {
                w.array(1);
                w.string(topic);
                w.int32(count);
                w.array(-1); // the brokers choose
                w.int32(kTimeoutMs);
                w.boolean(false);
            }};
}

Result<std::vector<NamedCode>> createdPartitionsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    return namedCodes(r, true, true, "CreatePartitions");
}

WireCall alterConfigCall(const QString& topic, const std::vector<ConfigChange>& changes)
{
    return {api::IncrementalAlterConfigs, [topic, changes](WireWriter& w, qint16) {
                w.array(1);
                w.int8(2); // a topic
                w.string(topic);
                w.array(qsizetype(changes.size()));
                for (const ConfigChange& change : changes) {
                    w.string(change.name);
                    w.int8(change.after ? 0 : 1); // set, delete
                    w.nullableString(change.after);
                }
                w.boolean(false);
            }};
}

Result<std::vector<NamedCode>> alteredConfigsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<NamedCode> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        NamedCode one;
        one.code = r.int16();
        one.message = r.string();
        r.skip(1);
        one.name = r.string();
        out.push_back(std::move(one));
    }
    if (!r.ok())
        return oddAnswer("IncrementalAlterConfigs");
    return out;
}

WireCall deleteRecordsCall(const QString& topic, const std::map<int, qint64>& before)
{
    return {api::DeleteRecords, [topic, before](WireWriter& w, qint16) {
                w.array(1);
                w.string(topic);
                w.array(qsizetype(before.size()));
                for (const auto& [partition, offset] : before) {
                    w.int32(partition);
                    w.int64(offset);
                }
                w.int32(kTimeoutMs);
            }};
}

Result<std::vector<DeletedRecords>> deletedRecordsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<DeletedRecords> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        (void)r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p) {
            DeletedRecords one;
            one.partition = r.int32();
            one.begin = r.int64();
            one.code = r.int16();
            out.push_back(one);
        }
    }
    if (!r.ok())
        return oddAnswer("DeleteRecords");
    return out;
}

} // namespace pilothouse::streams
