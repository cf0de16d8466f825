// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts of the streams module in memory: a small cluster that answers, fails or stays
// silent as a test tells it, and counts what it was asked.
#pragma once

#include "core/adapterdescriptor.h"
#include "core/facets/health.h"
#include "core/lane.h"
#include "tests/streams/panel/streamsworld.h"

#include <QThread>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::test
{

using namespace streams;

class FakeStreams final : public Adapter,
                          public Cluster,
                          public Topics,
                          public Groups,
                          public GroupActs,
                          public TopicActs,
                          public Messages,
                          public Access,
                          public Connect,
                          public Schemas,
                          public Decoding,
                          public HealthFacet,
                          public MetricsFacet
{
public:
    FakeStreams(AdapterContext context, std::shared_ptr<StreamsWorld> world);
    // Adds the service "shop-kafka".
    static void join(
        ServiceHub& hub, std::shared_ptr<StreamsWorld> world, WriteMode writes = WriteMode::On);

    int connections() const override { return 1; }
    Call<HealthReport> probe() override;
    Call<std::vector<MetricInfo>> catalogue() override;
    Call<std::vector<MetricSample>> sample(const QStringList& ids) override;

    Call<ClusterInfo> cluster() override;
    Call<std::vector<ConfigEntry>> brokerConfig(int broker) override;
    Call<LogSizes> logSizes(const QStringList& topics) override;
    Call<std::vector<Reassignment>> reassignments() override;
    Call<std::vector<Quota>> quotas() override;

    Call<std::vector<TopicInfo>> topics() override;
    Call<TopicInfo> topic(const QString& name) override;
    Call<std::vector<ConfigEntry>> config(const QString& topic) override;
    Call<std::map<QString, std::vector<ConfigEntry>>> configs(
        const QStringList& topics, const QStringList& names) override;
    Call<std::vector<PartitionOffsets>> offsets(
        const QStringList& topics, Isolation isolation) override;
    Call<std::vector<TimeOffset>> offsetsAt(
        const QStringList& topics, const QDateTime& time) override;
    Call<std::vector<ProducerState>> producers(const QString& topic) override;

    Call<GroupList> groups() override;
    Call<GroupDetail> group(const QString& name) override;
    Call<std::vector<GroupLag>> lags(const QStringList& groups) override;
    Call<std::vector<TimeLag>> timeLags(const QString& group) override;
    Call<ResetPlan> planReset(const ResetRequest& request) override;
    Act reset(const ResetPlan& plan, const QString& undoFile) override;
    Act undoReset(const QString& undoFile) override;
    Act removeGroup(const QString& group) override;
    Act removeCommits(const QString& group, const QString& topic) override;

    Call<NewTopic> tryCreate(const NewTopic& topic) override;
    Act create(const NewTopic& topic) override;
    Act addPartitions(const TopicInfo& topic, int count) override;
    Act changeConfig(const QString& topic, const std::vector<ConfigChange>& changes) override;
    Act deleteRecords(const QString& topic, const std::map<int, qint64>& before) override;
    Act remove(const TopicInfo& topic) override;
    Act produce(const ProduceRequest& request) override;
    Act produceAll(const std::vector<ProduceRequest>& requests) override;
    Act replay(const ReplayRequest& request) override;

    Stream<ReadState> tail(const TailQuery& query, MailboxWriter<Message> to) override;
    Call<MessagePage> page(const PageQuery& query) override;
    Call<Message> message(const QString& topic, int partition, qint64 offset) override;
    Stream<SearchBatch> search(const SearchQuery& query) override;

    Call<std::vector<AccessRule>> rules() override;
    Act add(const AccessRule& rule) override;
    Act remove(const std::vector<AccessRule>& rules) override;

    Call<ConnectorList> connectors() override;
    Act pause(const ConnectorInfo& connector, bool paused) override;
    Act restart(const ConnectorInfo& connector, bool onlyFailed) override;
    Act restartTask(const ConnectorInfo& connector, int task) override;

    Call<QStringList> subjects() override;
    Call<QStringList> deletedSubjects() override;
    Call<std::vector<int>> versions(const QString& subject) override;
    Call<SchemaInfo> schema(const QString& subject, int version) override;
    Call<SchemaInfo> schemaById(int id) override;
    Call<QString> level(const QString& subject) override;
    Call<Compatibility> check(const SchemaInfo& schema, int against) override;
    Act registerSchema(const SchemaInfo& schema) override;
    Act setLevel(const QString& subject, const QString& level) override;

    Call<std::vector<DecodedMessage>> decode(
        const std::vector<Message>& messages, const DecodeChoice& choice) override;
    Call<std::vector<bool>> matching(
        const std::vector<Message>& messages, const MessagePattern& pattern) override;

private:
    template <class T, class F>
    Call<T> answer(const char* method, F f);
    // `before` runs with the world as the act is sent.
    Act act(const QString& statement, std::function<void(StreamsWorld&)> before = {});
    Lane<>& readingLane(); // a tail keeps its own

    const std::shared_ptr<StreamsWorld> m_world;
    const AdapterContext m_context;
    Lane<> m_lane;
    std::vector<std::unique_ptr<Lane<>>> m_readers;
    size_t m_reader = 0;
};

template <class T, class F>
Call<T> FakeStreams::answer(const char* method, F f)
{
    const QString name = QString::fromLatin1(method);
    {
        std::lock_guard lock(m_world->mutex);
        m_world->asked.push_back(name);
    }
    return m_lane.run(milliseconds(60'000),
        [world = m_world, f, name](NoConnection&, const Token& token) -> Result<T> {
            while (!token.stopped()) {
                {
                    std::lock_guard lock(world->mutex);
                    if (!world->silent.count(name))
                        break;
                }
                QThread::msleep(5);
            }
            std::lock_guard lock(world->mutex);
            if (world->broken)
                return tl::unexpected(*world->broken);
            if (const auto error = world->errors.find(name); error != world->errors.end())
                return tl::unexpected(error->second);
            return f(*world);
        });
}

} // namespace pilothouse::test
