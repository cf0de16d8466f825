// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts of the queue module in memory: a small database that answers, fails or stays silent
// as a test tells it.
#pragma once

#include "core/adapterdescriptor.h"
#include "core/lane.h"
#include "queue/api/commandline.h"
#include "queue/api/console.h"
#include "queue/api/keyspace.h"
#include "queue/api/server.h"
#include "queue/api/streams.h"
#include "queue/api/values.h"

#include <QMap>

#include <atomic>
#include <mutex>

namespace pilothouse::test
{

using namespace queue;

// What the "server" holds; on the lane's side guarded by one mutex.
struct FakeData {
    struct Value {
        KeyType type = KeyType::String;
        QByteArray text;
        qint64 textSize = -1; // pretended length of a huge string
        std::vector<ValueRow> rows;
        qint64 ttl = KeyDetail::kNoTtl;
    };
    std::mutex mutex;
    QMap<QByteArray, Value> keys;
    std::optional<Error> broken;
    std::vector<QString> sent; // statements of acts that ran
    std::vector<StreamGroup> groups;
    std::vector<PendingEntry> pending;
    std::vector<SlowEntry> slow;
    std::atomic<bool> silent = false; // the console's reads wait until they are stopped
};

class FakeQueue final : public Adapter,
                        public Keyspace,
                        public Values,
                        public Streams,
                        public Server,
                        public Console
{
public:
    FakeQueue(AdapterContext context, std::shared_ptr<FakeData> data);

    int connections() const override { return 1; }

    Stream<NameBatch> scan(const ScanQuery& query) override;
    Stream<DetailBatch> survey(const ScanQuery& query, DetailFields fields) override;
    Call<std::vector<KeyDetail>> details(
        const std::vector<QByteArray>& keys, DetailFields fields) override;
    Call<KeyFacts> facts(const QByteArray& key) override;
    Act expire(const QByteArray& key, milliseconds ttl) override;
    Act persist(const QByteArray& key) override;
    Act rename(const QByteArray& key, const QByteArray& to) override;
    Act copy(const QByteArray& key, const QByteArray& to) override;
    Call<Act> remove(const std::vector<QByteArray>& keys) override;
    Act removePrefix(const QByteArray& prefix, qint64 known) override;

    Call<TextWindow> text(const QByteArray& key, qint64 from, qint64 length) override;
    Call<ValuePage> page(const PageQuery& query) override;
    Act edit(const ValueEdit& edit) override;

    Call<std::vector<StreamGroup>> groups(const QByteArray& key) override;
    Call<std::vector<StreamConsumer>> consumers(
        const QByteArray& key, const QByteArray& group) override;
    Call<std::vector<PendingEntry>> pending(const PendingQuery& query) override;
    Act acknowledge(const QByteArray& key, const QByteArray& group,
        const std::vector<QByteArray>& ids) override;
    Act claim(const QByteArray& key, const QByteArray& group, const QByteArray& consumer,
        qint64 minIdleMs, const std::vector<QByteArray>& ids) override;
    Act createGroup(
        const QByteArray& key, const QByteArray& group, const QByteArray& from) override;
    Act removeGroup(const QByteArray& key, const StreamGroup& group) override;

    Call<ServerInfo> info() override;
    Call<SlowLogPage> slowLog(int limit) override;
    Call<std::vector<ClientEntry>> clients(int limit) override;
    Act clearSlowLog() override;
    Act setSlowThreshold(qint64 micros) override;

    // GET, HGET, TTL, LRANGE and COMMAND read, SET and DEL write, MONITOR and AUTH are refused.
    Call<CommandVerdict> judge(const Command& command) override;
    Call<Reply> read(const Command& command) override;
    Act write(const Command& command) override;

private:
    template <class T, class F>
    Call<T> answer(F f);
    // `refusal` says why nothing is sent: somebody else was faster.
    using Refusal = std::function<std::optional<Error>(FakeData&)>;
    template <class F>
    Act act(const Command& command, F f, Refusal refusal = {});
    static Refusal unlessThere(const QByteArray& key);

    const std::shared_ptr<FakeData> m_data;
    const AdapterContext m_context;
    Lane<> m_lane;
};

// Tool "fake" of module "queue" over this data.
AdapterDescriptor fakeQueueDescriptor(std::shared_ptr<FakeData> data);

} // namespace pilothouse::test
