// SPDX-License-Identifier: GPL-3.0-or-later
// Worlds for the fake cluster: one small and telling, one large.
#include "core/entityid.h"
#include "streams/api/names.h"
#include "tests/streams/panel/streamsworld.h"

#include <QDateTime>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kGigabyte = 1LL << 30;

TopicInfo topicOf(const QString& name, int partitions, int replication)
{
    TopicInfo topic;
    topic.name = name;
    topic.internal = name.startsWith("__"_L1);
    for (int p = 0; p < partitions; ++p) {
        PartitionInfo part;
        part.id = p;
        part.leader = 1 + p % 3;
        for (int r = 0; r < replication; ++r)
            part.replicas.push_back(1 + (p + r) % 3);
        part.inSync = part.replicas;
        topic.partitions.push_back(part);
    }
    return topic;
}

ConfigEntry entry(const QString& name, const QString& value, bool own, const QString& standard)
{
    ConfigEntry out;
    out.name = name;
    out.value = value;
    out.source = own ? ConfigEntry::Source::Topic : ConfigEntry::Source::Default;
    out.defaultValue = standard;
    out.help = u"What %1 does, in Kafka's own words."_s.arg(name);
    return out;
}

void addTopic(StreamsWorld& world, const QString& name, int partitions, qint64 end,
    qint64 retentionDays, bool compact, qint64 bytes)
{
    world.topics.push_back(topicOf(name, partitions, 3));
    const QString week = QString::number(7 * 86'400'000LL);
    world.configs[name] = {
        entry(u"cleanup.policy"_s, compact ? u"compact"_s : u"delete"_s, compact, u"delete"_s),
        entry(u"retention.ms"_s, QString::number(retentionDays * 86'400'000), retentionDays != 7,
            week),
        entry(u"min.insync.replicas"_s, u"1"_s, false, u"1"_s),
        entry(u"segment.bytes"_s, u"1073741824"_s, false, u"1073741824"_s),
    };
    for (int p = 0; p < partitions; ++p) {
        world.offsets[name].emplace_back(end / 10, end + p);
        for (const int broker : world.topics.back().partitions[size_t(p)].replicas)
            world.sizes.copies.push_back(
                {broker, u"/var/lib/kafka"_s, name, p, bytes / partitions, 0, false});
    }
    MetricInfo in;
    in.id = topicInMetric(name);
    in.kind = MetricInfo::Kind::Counter;
    in.entity = {u"kafka://shop"_s, name};
    world.catalogue.push_back(in);
    world.metrics[in.id] = double(end) * partitions;
}

void addGroup(StreamsWorld& world, const QString& name, const QString& state, int members)
{
    GroupInfo info{name, u"classic"_s, members > 0 ? u"consumer"_s : QString(), state};
    world.groups.groups.push_back(info);
    GroupDetail detail;
    detail.info = info;
    detail.assignor = members > 0 ? u"range"_s : QString();
    detail.coordinator = 2;
    for (int m = 0; m < members; ++m)
        detail.members.push_back({u"exec-%1-0c4f"_s.arg(m + 1), u"exec-%1"_s.arg(m + 1),
            u"/10.0.3.%1"_s.arg(11 + m), {}, {}});
    world.details[name] = detail;
    world.lags[name].group = name;
}

// `behind` of each partition in turn.
void addReads(StreamsWorld& world, const QString& group, const QString& topic,
    const std::vector<qint64>& behind)
{
    auto& members = world.details[group].members;
    const auto& ends = world.offsets[topic];
    double sum = 0;
    for (int p = 0; p < int(ends.size()); ++p) {
        PartitionLag part;
        part.topic = topic;
        part.partition = p;
        part.committed = ends[size_t(p)].second - behind[size_t(p) % behind.size()];
        sum += double(*part.committed);
        world.lags[group].partitions.push_back(part);
        const qint64 seconds = behind[size_t(p) % behind.size()] / 100;
        world.timeLags[group].push_back({topic, p, milliseconds(seconds * 1000)});
        if (!members.empty())
            members[size_t(p) % members.size()].assigned.push_back({topic, p});
    }
    MetricInfo out;
    out.id = groupOutMetric(group, topic);
    out.kind = MetricInfo::Kind::Counter;
    out.entity = {u"kafka://shop"_s, groupEntity(group)};
    world.catalogue.push_back(out);
    world.metrics[out.id] = sum;
}

void addMessages(StreamsWorld& world, const QString& topic, int count)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto& ends = world.offsets[topic];
    std::vector<qint64> next;
    for (const auto& [begin, end] : ends)
        next.push_back(end - count / qint64(ends.size()) - 1);
    for (int i = 0; i < count; ++i) {
        Message message;
        message.topic = topic;
        message.partition = i % int(ends.size());
        message.offset = next[size_t(message.partition)]++;
        message.timestamp = now - 1000LL * (count - i);
        message.timeKind = Message::TimeKind::Create;
        message.key = QByteArray::number(90'417'000 + i);
        message.codec = u"lz4"_s;
        if (i % 12 != 7) {
            const QByteArray country = i % 3 == 0 ? "KR" : "TW";
            message.value = "{\"order_id\":" + message.key + ",\"status\":\"placed\",\"country\":\""
                + country + "\",\"total\":\"" + QByteArray::number(100 + i) + ".00\"}";
        }
        message.valueSize = message.value.isNull() ? -1 : message.value.size();
        message.headers = {{"trace-id", "7f3a9c11e04b4d2e"}, {"source", "orders-api 2.31.0"}};
        world.messages[topic].push_back(message);
    }
}

} // namespace

void fillShop(StreamsWorld& world)
{
    addTopic(world, u"__consumer_offsets"_s, 6, 4000, 7, true, kGigabyte / 100);
    addTopic(world, u"dlq.orders"_s, 3, 40, 30, false, 38LL << 20);
    addTopic(world, u"shop.clicks.v2"_s, 12, 900'000, 3, false, 1250 * kGigabyte);
    addTopic(world, u"shop.inventory.cdc"_s, 14, 40'000, 7, true, 134 * kGigabyte);
    addTopic(world, u"shop.orders.v1"_s, 8, 88'000'000, 7, false, 486 * kGigabyte);
    addTopic(world, u"shop.payments.v1"_s, 4, 500'000, 30, false, 88 * kGigabyte);

    addGroup(world, u"archive"_s, u"Empty"_s, 0);
    addGroup(world, u"clicks-sink"_s, u"Stable"_s, 2);
    addGroup(world, u"new-protocol"_s, u"Stable"_s, 0);
    addGroup(world, u"spark-bronze-orders"_s, u"Stable"_s, 3);
    world.groups.groups[2].type = u"consumer"_s;
    world.details[u"new-protocol"_s].info.type = u"consumer"_s;
    world.details[u"new-protocol"_s].unreadable
        = Error{Error::Kind::Unsupported, {}, u"KIP-848"_s, {}, {}};
    addReads(world, u"spark-bronze-orders"_s, u"shop.orders.v1"_s,
        {61'204, 48'811, 39'020, 31'744, 18'002, 9120, 3311, 1404});
    addReads(world, u"clicks-sink"_s, u"shop.clicks.v2"_s, {742, 0, 8164});
    addReads(world, u"clicks-sink"_s, u"shop.orders.v1"_s, {3});
    addReads(world, u"archive"_s, u"shop.payments.v1"_s, {0});
    addReads(world, u"archive"_s, u"dlq.orders"_s, {14, 0, 0});
    addReads(world, u"new-protocol"_s, u"shop.inventory.cdc"_s, {312, 0});
    addMessages(world, u"shop.orders.v1"_s, 60);
    addMessages(world, u"dlq.orders"_s, 12);
    for (Message& message : world.messages[u"dlq.orders"_s])
        message.headers.push_back({"__connect.errors.topic", "shop.orders.v1"});

    world.cluster.id = u"Zk3wq1"_s;
    world.cluster.version = u"Kafka 3.9"_s;
    world.cluster.controller = 2;
    for (int id = 1; id <= 3; ++id) {
        BrokerInfo broker;
        broker.id = id;
        broker.host = u"kafka-%1"_s.arg(id);
        broker.port = 9092;
        broker.rack = u"rack-%1"_s.arg(id);
        broker.isController = id == 2;
        broker.leads = 16;
        broker.logBytes = 920 * kGigabyte;
        broker.diskTotal = 2048 * kGigabyte;
        broker.diskFree = 1100 * kGigabyte;
        world.cluster.brokers.push_back(broker);
        world.brokerConfigs[id] = {entry(u"log.retention.hours"_s, u"168"_s, false, u"168"_s),
            entry(u"num.io.threads"_s, u"16"_s, true, u"8"_s)};
        world.brokerConfigs[id][1].source = ConfigEntry::Source::BrokerFile;
    }
    world.cluster.topics = int(world.topics.size());

    for (int version = 1; version <= 2; ++version) {
        SchemaInfo schema;
        schema.subject = u"shop.orders.v1-value"_s;
        schema.version = version;
        schema.id = 1040 + version;
        schema.text = version == 1
            ? uR"({"type":"record","name":"Order","fields":[{"name":"order_id","type":"long"}]})"_s
            : uR"({"type":"record","name":"Order","fields":[{"name":"order_id","type":"long"},)"
              uR"({"name":"country","type":"string","default":""}]})"_s;
        world.schemas[schema.subject].push_back(schema);
    }
    ConnectorInfo sink;
    sink.name = u"clicks-to-minio"_s;
    sink.state = u"RUNNING"_s;
    sink.worker = u"connect-1:8083"_s;
    sink.topics = {u"shop.clicks.v2"_s};
    sink.tasks = {{0, u"RUNNING"_s, u"connect-1:8083"_s, {}},
        {1, u"FAILED"_s, u"connect-2:8083"_s,
            u"org.apache.kafka.connect.errors.ConnectException"_s}};
    world.connectors.push_back(sink);
    AccessRule rule;
    rule.resource = u"TOPIC"_s;
    rule.name = u"shop."_s;
    rule.prefix = true;
    rule.principal = u"User:orders-api"_s;
    rule.host = u"*"_s;
    rule.operation = u"WRITE"_s;
    world.rules.push_back(rule);
}

void fillManyStreams(StreamsWorld& world, int topics, int partitions, int groups)
{
    for (int t = 0; t < topics; ++t)
        addTopic(world, u"topic-%1"_s.arg(t, 5, 10, QLatin1Char('0')), partitions, 10'000, 7, false,
            kGigabyte);
    for (int g = 0; g < groups; ++g) {
        const QString name = u"group-%1"_s.arg(g, 5, 10, QLatin1Char('0'));
        addGroup(world, name, u"Stable"_s, 1);
        addReads(world, name, world.topics[size_t(g % topics)].name, {g, 0, 1});
    }
    world.cluster.version = u"Kafka 4.3"_s;
    world.cluster.brokers.resize(1);
    world.cluster.brokers[0].id = 1;
    world.cluster.topics = topics;
}

} // namespace pilothouse::test
