// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/streams/panel/fakestreams.h"

#include "core/servicehub.h"
#include "streams/api/resetundo.h"

#include <QFile>

#include <algorithm>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

FakeStreams::FakeStreams(AdapterContext context, std::shared_ptr<StreamsWorld> world)
    : m_world(std::move(world))
    , m_context(std::move(context))
    , m_lane(*m_context.runtime, u"fake"_s)
{
    for (int i = 0; i < 6; ++i)
        m_readers.push_back(std::make_unique<Lane<>>(*m_context.runtime, u"fake-read"_s));
    const auto has = [this](const char* contract) {
        return !m_world->lacking.count(QString::fromLatin1(contract));
    };
    offer<HealthFacet>(this);
    offer<MetricsFacet>(this);
    if (has("Cluster"))
        offer<Cluster>(this);
    if (has("Topics"))
        offer<Topics>(this);
    if (has("Groups"))
        offer<Groups>(this);
    if (has("GroupActs"))
        offer<GroupActs>(this);
    if (has("TopicActs"))
        offer<TopicActs>(this);
    if (has("Messages"))
        offer<Messages>(this);
    if (has("Access"))
        offer<Access>(this);
    if (has("Connect"))
        offer<Connect>(this);
    if (has("Schemas"))
        offer<Schemas>(this);
    if (has("Decoding"))
        offer<Decoding>(this);
}

void FakeStreams::join(ServiceHub& hub, std::shared_ptr<StreamsWorld> world, WriteMode writes)
{
    AdapterDescriptor fake;
    fake.module = u"streams"_s;
    fake.tool = u"fake"_s;
    fake.title = u"Fake"_s;
    fake.nsScheme = u"kafka"_s;
    fake.make = [world](AdapterContext context) {
        return std::make_unique<FakeStreams>(std::move(context), world);
    };
    hub.setDescriptors({fake});
    ServiceConfig config;
    config.id = u"shop-kafka"_s;
    config.module = u"streams"_s;
    config.tool = u"fake"_s;
    config.title = u"Shop Kafka"_s;
    config.ns = u"kafka://shop"_s;
    config.writes = writes;
    hub.add(config, {});
}

Lane<>& FakeStreams::readingLane()
{
    return *m_readers[m_reader++ % m_readers.size()];
}

Act FakeStreams::act(const QString& statement, std::function<void(StreamsWorld&)> before)
{
    Act made;
    made.title = made.question = made.button = Text::verbatim(statement);
    made.service = m_context.config.id;
    made.statement = statement;
    made.make = [this, statement, before] {
        return m_lane.task(TaskInfo{}, milliseconds(10'000),
            [world = m_world, statement, before](
                NoConnection&, const Token&, TaskProgress&) -> Result<Text> {
                std::lock_guard lock(world->mutex);
                if (world->actFails)
                    return tl::unexpected(*world->actFails);
                if (before)
                    before(*world);
                world->sent.push_back(statement);
                if (world->afterAct)
                    world->afterAct(*world);
                return Text();
            });
    };
    return made;
}

// Facets ---------------------------------------------------------------------------------------

Call<HealthReport> FakeStreams::probe()
{
    return answer<HealthReport>("probe", [](StreamsWorld&) -> Result<HealthReport> {
        HealthReport report;
        report.state = HealthReport::State::Healthy;
        return report;
    });
}
Call<std::vector<MetricInfo>> FakeStreams::catalogue()
{
    using T = std::vector<MetricInfo>;
    return answer<T>("catalogue", [](StreamsWorld& w) -> Result<T> { return w.catalogue; });
}
Call<std::vector<MetricSample>> FakeStreams::sample(const QStringList& ids)
{
    using T = std::vector<MetricSample>;
    return answer<T>("sample", [ids](StreamsWorld& w) -> Result<T> {
        T samples;
        for (const QString& id : ids)
            if (const auto at = w.metrics.find(id); at != w.metrics.end())
                samples.push_back({id, QDateTime::currentDateTimeUtc(), at->second});
        return samples;
    });
}

// Cluster --------------------------------------------------------------------------------------

Call<ClusterInfo> FakeStreams::cluster()
{
    return answer<ClusterInfo>(
        "cluster", [](StreamsWorld& w) -> Result<ClusterInfo> { return w.cluster; });
}
Call<std::vector<ConfigEntry>> FakeStreams::brokerConfig(int broker)
{
    using T = std::vector<ConfigEntry>;
    return answer<T>(
        "brokerConfig", [broker](StreamsWorld& w) -> Result<T> { return w.brokerConfigs[broker]; });
}
Call<LogSizes> FakeStreams::logSizes(const QStringList& topics)
{
    return answer<LogSizes>("logSizes", [topics](StreamsWorld& w) -> Result<LogSizes> {
        LogSizes out = w.sizes;
        std::erase_if(out.copies, [&topics](const LogSize& size) {
            return !topics.isEmpty() && !topics.contains(size.topic);
        });
        return out;
    });
}
Call<std::vector<Reassignment>> FakeStreams::reassignments()
{
    using T = std::vector<Reassignment>;
    return answer<T>("reassignments", [](StreamsWorld& w) -> Result<T> { return w.reassignments; });
}
Call<std::vector<Quota>> FakeStreams::quotas()
{
    using T = std::vector<Quota>;
    return answer<T>("quotas", [](StreamsWorld& w) -> Result<T> { return w.quotas; });
}

// Topics ---------------------------------------------------------------------------------------

Call<std::vector<TopicInfo>> FakeStreams::topics()
{
    using T = std::vector<TopicInfo>;
    return answer<T>("topics", [](StreamsWorld& w) -> Result<T> { return w.topics; });
}
Call<TopicInfo> FakeStreams::topic(const QString& name)
{
    return answer<TopicInfo>("topic", [name](StreamsWorld& w) -> Result<TopicInfo> {
        for (const TopicInfo& topic : w.topics)
            if (topic.name == name)
                return topic;
        return fail(Error::Kind::NotFound, name);
    });
}
Call<std::vector<ConfigEntry>> FakeStreams::config(const QString& topic)
{
    using T = std::vector<ConfigEntry>;
    return answer<T>("config", [topic](StreamsWorld& w) -> Result<T> { return w.configs[topic]; });
}
Call<std::map<QString, std::vector<ConfigEntry>>> FakeStreams::configs(
    const QStringList& topics, const QStringList& names)
{
    using T = std::map<QString, std::vector<ConfigEntry>>;
    return answer<T>("configs", [topics, names](StreamsWorld& w) -> Result<T> {
        T out;
        for (const QString& topic : topics)
            for (const ConfigEntry& entry : w.configs[topic])
                if (names.contains(entry.name) || entry.source == ConfigEntry::Source::Topic)
                    out[topic].push_back(entry);
        return out;
    });
}
Call<std::vector<PartitionOffsets>> FakeStreams::offsets(const QStringList& topics, Isolation)
{
    using T = std::vector<PartitionOffsets>;
    {
        std::lock_guard lock(m_world->mutex);
        m_world->offsetsAsked.push_back(topics);
    }
    return answer<T>("offsets", [topics](StreamsWorld& w) -> Result<T> {
        T out;
        for (const QString& topic : topics) {
            int partition = 0;
            for (const auto& [begin, end] : w.offsets[topic])
                out.push_back({topic, partition++, begin, end, {}});
        }
        for (PartitionOffsets& one : out)
            for (const PartitionOffsets& broken : w.brokenOffsets)
                if (broken.topic == one.topic && broken.partition == one.partition)
                    one = broken;
        return out;
    });
}
Call<std::vector<TimeOffset>> FakeStreams::offsetsAt(
    const QStringList& topics, const QDateTime& time)
{
    using T = std::vector<TimeOffset>;
    return answer<T>("offsetsAt", [topics, time](StreamsWorld& w) -> Result<T> {
        T out;
        for (const QString& topic : topics)
            for (int partition = 0; partition < int(w.offsets[topic].size()); ++partition) {
                TimeOffset found{topic, partition, {}, -1, {}};
                for (const Message& message : w.messages[topic])
                    if (message.partition == partition && !found.offset
                        && message.timestamp >= time.toMSecsSinceEpoch()) {
                        found.offset = message.offset;
                        found.timestamp = message.timestamp;
                    }
                out.push_back(found);
            }
        return out;
    });
}
Call<std::vector<ProducerState>> FakeStreams::producers(const QString& topic)
{
    using T = std::vector<ProducerState>;
    return answer<T>(
        "producers", [topic](StreamsWorld& w) -> Result<T> { return w.producers[topic]; });
}

// Groups ---------------------------------------------------------------------------------------

Call<GroupList> FakeStreams::groups()
{
    return answer<GroupList>(
        "groups", [](StreamsWorld& w) -> Result<GroupList> { return w.groups; });
}
Call<GroupDetail> FakeStreams::group(const QString& name)
{
    return answer<GroupDetail>("group", [name](StreamsWorld& w) -> Result<GroupDetail> {
        const auto at = w.details.find(name);
        if (at == w.details.end())
            return fail(Error::Kind::NotFound, name);
        return at->second;
    });
}
Call<std::vector<GroupLag>> FakeStreams::lags(const QStringList& groups)
{
    using T = std::vector<GroupLag>;
    {
        std::lock_guard lock(m_world->mutex);
        m_world->lagsAsked.push_back(groups);
    }
    return answer<T>("lags", [groups](StreamsWorld& w) -> Result<T> {
        T out;
        for (const QString& group : groups) {
            GroupLag lag = w.lags[group];
            lag.group = group;
            for (PartitionLag& part : lag.partitions) {
                const auto& ends = w.offsets[part.topic];
                if (part.partition >= int(ends.size()) || part.problem)
                    continue;
                std::tie(part.begin, part.end) = ends[size_t(part.partition)];
                if (part.committed)
                    part.lag = std::max<qint64>(0, *part.end - *part.committed);
            }
            out.push_back(std::move(lag));
        }
        return out;
    });
}
Call<std::vector<TimeLag>> FakeStreams::timeLags(const QString& group)
{
    using T = std::vector<TimeLag>;
    return answer<T>(
        "timeLags", [group](StreamsWorld& w) -> Result<T> { return w.timeLags[group]; });
}

Call<ResetPlan> FakeStreams::planReset(const ResetRequest& request)
{
    {
        std::lock_guard lock(m_world->mutex);
        m_world->resets.push_back(request);
    }
    return answer<ResetPlan>("planReset", [request](StreamsWorld& w) -> Result<ResetPlan> {
        ResetPlan plan = w.plan;
        plan.group = request.group;
        plan.made = QDateTime::currentDateTimeUtc();
        if (!plan.steps.empty())
            return plan;
        const GroupDetail& detail = w.details[request.group];
        plan.state = detail.info.state;
        plan.members = int(detail.members.size());
        for (const PartitionLag& part : w.lags[request.group].partitions) {
            const auto& ends = w.offsets[part.topic];
            if ((!request.topic.isEmpty() && part.topic != request.topic)
                || part.partition >= int(ends.size())
                || (!request.partitions.empty()
                    && std::count(
                           request.partitions.begin(), request.partitions.end(), part.partition)
                        == 0))
                continue;
            if (request.to == ResetRequest::To::Shift && !part.committed) {
                ++plan.uncommitted;
                continue;
            }
            ResetStep step;
            step.topic = part.topic;
            step.partition = part.partition;
            step.committed = part.committed;
            std::tie(step.begin, step.end) = ends[size_t(part.partition)];
            const qint64 wanted = request.to == ResetRequest::To::Latest ? step.end
                : request.to == ResetRequest::To::Offset                 ? request.value
                : request.to == ResetRequest::To::Shift ? *part.committed + request.value
                                                        : step.begin;
            step.target = std::clamp(wanted, step.begin, step.end);
            step.clipped = step.target != wanted;
            plan.steps.push_back(step);
        }
        return plan;
    });
}
Act FakeStreams::reset(const ResetPlan& plan, const QString& undoFile)
{
    return act(u"reset %1 steps=%2"_s.arg(plan.group).arg(plan.steps.size()),
        [plan, undoFile](StreamsWorld& w) {
            QFile file(undoFile);
            if (file.open(QIODevice::WriteOnly))
                file.write(writtenUndo(undoOf(plan, u"kafka://shop"_s)));
            for (const ResetStep& step : plan.steps)
                for (PartitionLag& part : w.lags[plan.group].partitions)
                    if (part.topic == step.topic && part.partition == step.partition)
                        part.committed = step.target;
        });
}
Act FakeStreams::undoReset(const QString& undoFile)
{
    return act(u"undoReset "_s + undoFile);
}
Act FakeStreams::removeGroup(const QString& group)
{
    return act(u"removeGroup "_s + group, [group](StreamsWorld& w) {
        std::erase_if(
            w.groups.groups, [&group](const GroupInfo& info) { return info.name == group; });
        w.details.erase(group);
        w.lags.erase(group);
    });
}
Act FakeStreams::removeCommits(const QString& group, const QString& topic)
{
    return act(u"removeCommits %1 %2"_s.arg(group, topic), [group, topic](StreamsWorld& w) {
        std::erase_if(w.lags[group].partitions,
            [&topic](const PartitionLag& part) { return part.topic == topic; });
    });
}

// TopicActs ------------------------------------------------------------------------------------

Call<NewTopic> FakeStreams::tryCreate(const NewTopic& topic)
{
    return answer<NewTopic>("tryCreate", [topic](StreamsWorld& w) -> Result<NewTopic> {
        for (const TopicInfo& one : w.topics)
            if (one.name == topic.name)
                return fail(Error::Kind::Conflict, u"TOPIC_ALREADY_EXISTS"_s);
        NewTopic made = topic;
        made.partitions = topic.partitions < 0 ? 1 : topic.partitions;
        made.replication = topic.replication < 0 ? 1 : topic.replication;
        return made;
    });
}
Act FakeStreams::create(const NewTopic& topic)
{
    return act(u"create %1 partitions=%2"_s.arg(topic.name).arg(topic.partitions),
        [topic](StreamsWorld& w) {
            TopicInfo made;
            made.name = topic.name;
            for (int i = 0; i < std::max(1, topic.partitions); ++i)
                made.partitions.push_back({i, 1, {1}, {1}, {}});
            w.offsets[topic.name].resize(made.partitions.size());
            w.topics.push_back(made);
            std::sort(w.topics.begin(), w.topics.end(),
                [](const TopicInfo& a, const TopicInfo& b) { return a.name < b.name; });
        });
}
Act FakeStreams::addPartitions(const TopicInfo& topic, int count)
{
    return act(u"addPartitions %1 %2"_s.arg(topic.name).arg(count));
}
Act FakeStreams::changeConfig(const QString& topic, const std::vector<ConfigChange>& changes)
{
    QStringList words;
    for (const ConfigChange& change : changes)
        words.append(change.name + u'=' + change.after.value_or(u"(default)"_s));
    return act(u"changeConfig %1 %2"_s.arg(topic, words.join(u' ')));
}
Act FakeStreams::deleteRecords(const QString& topic, const std::map<int, qint64>& before)
{
    QStringList words;
    for (const auto& [partition, offset] : before)
        words.append(u"%1:%2"_s.arg(partition).arg(offset));
    return act(u"deleteRecords %1 %2"_s.arg(topic, words.join(u' ')));
}
Act FakeStreams::remove(const TopicInfo& topic)
{
    return act(u"remove "_s + topic.name, [name = topic.name](StreamsWorld& w) {
        std::erase_if(w.topics, [&name](const TopicInfo& one) { return one.name == name; });
        w.offsets.erase(name);
    });
}
Act FakeStreams::produce(const ProduceRequest& request)
{
    return produceAll({request});
}
Act FakeStreams::produceAll(const std::vector<ProduceRequest>& requests)
{
    QStringList words;
    for (const ProduceRequest& request : requests)
        words.append(u"produce %1 %2"_s.arg(request.topic).arg(request.drafts.size()));
    return act(words.join(u'\n'), [requests](StreamsWorld& w) {
        for (const ProduceRequest& request : requests) {
            w.produced.push_back(request);
            auto& ends = w.offsets[request.topic];
            if (ends.empty())
                ends.resize(1);
            for (size_t i = 0; i < request.drafts.size(); ++i) {
                const Draft& draft = request.drafts[i];
                Message made;
                made.topic = request.topic;
                made.partition = std::max(0, draft.partition);
                made.offset = ends[size_t(made.partition) % ends.size()].second++;
                made.timestamp = draft.timestamp.value_or(QDateTime::currentMSecsSinceEpoch());
                made.timeKind = Message::TimeKind::Create;
                made.key = draft.key;
                made.value = draft.value;
                made.valueSize = draft.value.isNull() ? -1 : draft.value.size();
                made.headers = draft.headers;
                made.codec = u"none"_s;
                w.messages[request.topic].push_back(made);
                if (request.onWritten)
                    request.onWritten({i, made.partition, made.offset, {}});
            }
        }
    });
}
Act FakeStreams::replay(const ReplayRequest& request)
{
    return act(u"replay %1 to %2: %3"_s.arg(request.topic, request.to).arg(request.messages.size()),
        [request](StreamsWorld& w) {
            w.replayed.push_back(request);
            for (size_t i = 0; request.onWritten && i < request.messages.size(); ++i)
                request.onWritten({i, request.messages[i].first, qint64(i), {}});
        });
}

} // namespace pilothouse::test
