// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wiremetadata.h"

#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <map>

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

// By topic, as requests want them.
template <class T>
std::map<QString, std::vector<const T*>> byTopic(const std::vector<T>& all)
{
    std::map<QString, std::vector<const T*>> out;
    for (const T& one : all)
        out[one.topic].push_back(&one);
    return out;
}

ConfigEntry::Source sourceOf(qint8 number)
{
    using Source = ConfigEntry::Source;
    switch (number) {
    case 1:
        return Source::Topic;
    case 2:
        return Source::BrokerDynamic;
    case 3:
        return Source::ClusterDynamic;
    case 4:
        return Source::BrokerFile;
    case 5:
        return Source::Default;
    default:
        return Source::Unknown;
    }
}

} // namespace

tl::unexpected<Error> oddAnswer(const char* request)
{
    return fail(
        Error::Kind::Protocol, QString::fromLatin1(request) + u": the answer has another shape"_s);
}

WireCall metadataCall(const std::optional<QStringList>& topics)
{
    return {api::Metadata, [topics](WireWriter& w, qint16 version) {
                w.array(topics ? topics->size() : -1);
                if (topics)
                    for (const QString& topic : *topics)
                        w.string(topic);
                w.boolean(false); // make topics that are missing
                if (version >= 8) {
                    w.boolean(false);
                    w.boolean(false);
                }
            }};
}

Result<WireMetadata> metadataOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    WireMetadata out;
    r.skip(4); // throttle time
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        WireBroker broker;
        broker.id = r.int32();
        broker.host = r.string();
        broker.port = r.int32();
        broker.rack = r.string();
        out.brokers.push_back(std::move(broker));
    }
    out.cluster = r.string();
    out.controller = r.int32();
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        TopicInfo topic;
        const qint16 code = r.int16();
        topic.name = r.string();
        topic.internal = r.boolean();
        if (code != wire::kNone)
            topic.problem = errorOfCode(code);
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p) {
            PartitionInfo part;
            r.skip(2); // its error repeats that there is no leader
            part.id = r.int32();
            part.leader = r.int32();
            if (answer.version >= 7)
                r.skip(4); // epoch
            part.replicas = numbers(r);
            part.inSync = numbers(r);
            part.offline = numbers(r);
            topic.partitions.push_back(std::move(part));
        }
        if (answer.version >= 8)
            r.skip(4); // rights
        std::sort(topic.partitions.begin(), topic.partitions.end(),
            [](const PartitionInfo& a, const PartitionInfo& b) { return a.id < b.id; });
        out.topics.push_back(std::move(topic));
    }
    if (!r.ok())
        return oddAnswer("Metadata");
    std::sort(out.topics.begin(), out.topics.end(),
        [](const TopicInfo& a, const TopicInfo& b) { return a.name < b.name; });
    std::sort(out.brokers.begin(), out.brokers.end(),
        [](const WireBroker& a, const WireBroker& b) { return a.id < b.id; });
    return out;
}

WireCall coordinatorsCall(const QStringList& groups)
{
    return {api::FindCoordinators, [groups](WireWriter& w, qint16) {
                w.int8(0); // of groups
                w.array(groups.size());
                for (const QString& group : groups)
                    w.string(group);
                w.end();
            }};
}

WireCall coordinatorCall(const QString& group)
{
    return {api::FindCoordinator, [group](WireWriter& w, qint16) {
                w.string(group);
                w.int8(0);
            }};
}

Result<std::vector<WireCoordinator>> coordinatorsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<WireCoordinator> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        WireCoordinator one;
        one.group = r.string();
        one.node = r.int32();
        (void)r.string(); // host and port: as in the metadata
        r.skip(4);
        one.code = r.int16();
        (void)r.string();
        r.end();
        out.push_back(std::move(one));
    }
    if (!r.ok())
        return oddAnswer("FindCoordinator");
    return out;
}

Result<WireCoordinator> coordinatorOf(const WireAnswer& answer, const QString& group)
{
    WireReader r = answer.reader();
    WireCoordinator one;
    one.group = group;
    r.skip(4);
    one.code = r.int16();
    (void)r.string();
    one.node = r.int32();
    if (!r.ok())
        return oddAnswer("FindCoordinator");
    return one;
}

WireCall offsetsCall(std::vector<OffsetAsk> asks, Isolation isolation)
{
    return {api::ListOffsets, [asks = std::move(asks), isolation](WireWriter& w, qint16 version) {
                const auto topics = byTopic(asks);
                w.int32(-1); // no replica
                if (version >= 2)
                    w.int8(isolation == Isolation::Committed ? 1 : 0);
                w.array(qsizetype(topics.size()));
                for (const auto& [topic, parts] : topics) {
                    w.string(topic);
                    w.array(qsizetype(parts.size()));
                    for (const OffsetAsk* ask : parts) {
                        w.int32(ask->partition);
                        if (version >= 4)
                            w.int32(-1); // leader epoch: whichever
                        w.int64(ask->time);
                    }
                }
            }};
}

Result<std::vector<OffsetTold>> offsetsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<OffsetTold> out;
    if (answer.version >= 2)
        r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        const QString topic = r.string();
        for (qsizetype p = 0, count = r.array(); p < count && r.ok(); ++p) {
            OffsetTold one;
            one.topic = topic;
            one.partition = r.int32();
            one.code = r.int16();
            one.timestamp = r.int64();
            one.offset = r.int64();
            if (answer.version >= 4)
                r.skip(4);
            out.push_back(std::move(one));
        }
    }
    if (!r.ok())
        return oddAnswer("ListOffsets");
    return out;
}

WireCall configsCall(std::vector<ConfigAsk> asks, bool withHelp)
{
    return {
        api::DescribeConfigs, [asks = std::move(asks), withHelp](WireWriter& w, qint16 version) {
            w.array(qsizetype(asks.size()));
            for (const ConfigAsk& ask : asks) {
                w.int8(ask.kind);
                w.string(ask.name);
                w.array(ask.names.isEmpty() ? -1 : ask.names.size());
                for (const QString& name : ask.names)
                    w.string(name);
            }
            w.boolean(true); // synonyms
            if (version >= 3)
                w.boolean(withHelp);
        }};
}

Result<std::vector<ConfigTold>> configsOf(const WireAnswer& answer)
{
    WireReader r = answer.reader();
    std::vector<ConfigTold> out;
    r.skip(4);
    for (qsizetype i = 0, n = r.array(); i < n && r.ok(); ++i) {
        ConfigTold told;
        const qint16 code = r.int16();
        const QString message = r.string();
        r.skip(1);
        told.name = r.string();
        if (code != wire::kNone)
            told.problem = errorOfCode(code, message);
        for (qsizetype c = 0, count = r.array(); c < count && r.ok(); ++c) {
            ConfigEntry entry;
            entry.name = r.string();
            entry.value = r.nullableString();
            entry.readOnly = r.boolean();
            entry.source = sourceOf(r.int8());
            entry.sensitive = r.boolean();
            for (qsizetype s = 0, synonyms = r.array(); s < synonyms && r.ok(); ++s) {
                const QString name = r.string();
                const auto value = r.nullableString();
                const auto source = sourceOf(r.int8());
                if (value && entry.defaultName.isEmpty() && source != entry.source) {
                    entry.defaultName = name;
                    entry.defaultValue = *value;
                }
            }
            if (answer.version >= 3) {
                r.skip(1); // type
                entry.help = r.string();
            }
            told.entries.push_back(std::move(entry));
        }
        std::sort(told.entries.begin(), told.entries.end(),
            [](const ConfigEntry& a, const ConfigEntry& b) { return a.name < b.name; });
        out.push_back(std::move(told));
    }
    if (!r.ok())
        return oddAnswer("DescribeConfigs");
    return out;
}

} // namespace pilothouse::streams
