// SPDX-License-Identifier: GPL-3.0-or-later
// The contracts of the queue module in memory: a small database that answers, fails or stays silent
// as a test tells it.
#pragma once

#include "core/adapterdescriptor.h"
#include "core/lane.h"
#include "queue/api/commandline.h"
#include "queue/api/keyspace.h"
#include "queue/api/server.h"
#include "queue/api/streams.h"
#include "queue/api/values.h"

#include <QMap>

#include <mutex>
#include <thread>

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
};

class FakeQueue final : public Adapter,
                        public Keyspace,
                        public Values,
                        public Streams,
                        public Server
{
public:
    FakeQueue(AdapterContext context, std::shared_ptr<FakeData> data)
        : m_data(std::move(data))
        , m_context(std::move(context))
        , m_lane(*m_context.runtime, QString::fromLatin1("fake"))
    {
        offer<Keyspace>(this);
        offer<Values>(this);
        offer<Streams>(this);
        offer<Server>(this);
    }

    int connections() const override { return 1; }

    Stream<NameBatch> scan(const ScanQuery& query) override
    {
        return m_lane.stream<NameBatch>(milliseconds(30'000),
            [data = m_data, query](
                NoConnection&, const Token& token, Sink<NameBatch>& sink) -> VoidResult {
                NameBatch batch;
                std::optional<Error> broken;
                {
                    std::lock_guard lock(data->mutex);
                    broken = data->broken;
                    batch.total = data->keys.size();
                    const QByteArray needle = QByteArray(query.pattern).replace('*', "");
                    for (auto it = data->keys.cbegin(); it != data->keys.cend(); ++it) {
                        if ((query.type == KeyType::Unknown || it->type == query.type)
                            && it.key().contains(needle))
                            batch.add(it.key());
                    }
                }
                while (query.hold && query.hold->load() && !token.stopped())
                    std::this_thread::sleep_for(milliseconds(5));
                batch.visited = batch.total;
                batch.count = 500;
                batch.stepMs = 0.8;
                if (batch.size() > 0 || !broken)
                    sink.push(broken ? std::vector<NameBatch>() : std::vector<NameBatch>{batch});
                if (broken)
                    return tl::unexpected(*broken);
                return {};
            });
    }
    Stream<DetailBatch> survey(const ScanQuery&, DetailFields) override
    {
        return m_lane.stream<DetailBatch>(milliseconds(30'000),
            [data = m_data](NoConnection&, const Token&, Sink<DetailBatch>& sink) -> VoidResult {
                DetailBatch batch;
                {
                    std::lock_guard lock(data->mutex);
                    for (auto it = data->keys.cbegin(); it != data->keys.cend(); ++it)
                        batch.keys.push_back(detailOf(it.key(), *it));
                    batch.total = batch.visited = qint64(batch.keys.size());
                }
                sink.push(std::move(batch));
                return {};
            });
    }
    Call<std::vector<KeyDetail>> details(const std::vector<QByteArray>& keys, DetailFields) override
    {
        return answer<std::vector<KeyDetail>>([keys](FakeData& data) {
            std::vector<KeyDetail> out;
            for (const QByteArray& key : keys)
                out.push_back(detailOf(key, data.keys.value(key)));
            return out;
        });
    }
    Call<KeyFacts> facts(const QByteArray& key) override
    {
        return answer<KeyFacts>([key](FakeData& data) {
            KeyFacts facts;
            facts.detail = detailOf(key, data.keys.value(key));
            facts.detail.gone = !data.keys.contains(key);
            facts.encoding = "listpack";
            facts.idle = 14;
            return facts;
        });
    }
    Act expire(const QByteArray& key, milliseconds ttl) override
    {
        return act({"PEXPIRE", key, QByteArray::number(qint64(ttl.count()))},
            [key, ttl](FakeData& d) { d.keys[key].ttl = ttl.count(); });
    }
    Act persist(const QByteArray& key) override
    {
        return act({"PERSIST", key}, [key](FakeData& d) { d.keys[key].ttl = KeyDetail::kNoTtl; });
    }
    Act rename(const QByteArray& key, const QByteArray& to) override
    {
        return act(
            {"RENAMENX", key, to}, [key, to](FakeData& d) { d.keys[to] = d.keys.take(key); });
    }
    Act copy(const QByteArray& key, const QByteArray& to) override
    {
        return act({"COPY", key, to}, [key, to](FakeData& d) { d.keys[to] = d.keys.value(key); });
    }
    Call<Act> remove(const std::vector<QByteArray>& keys) override
    {
        Command command{"UNLINK"};
        command.insert(command.end(), keys.begin(), keys.end());
        Act made = act(command, [keys](FakeData& d) {
            for (const QByteArray& key : keys)
                d.keys.remove(key);
        });
        made.destructive = true;
        return Call<Act>::ready(*m_context.runtime, made);
    }
    Act removePrefix(const QByteArray& prefix, qint64) override
    {
        return act({"SCAN", "0", "MATCH", prefix + '*'}, [prefix](FakeData& d) {
            for (const QByteArray& key : d.keys.keys())
                if (key.startsWith(prefix))
                    d.keys.remove(key);
        });
    }

    Call<TextWindow> text(const QByteArray& key, qint64 from, qint64 length) override
    {
        return answer<TextWindow>([key, from, length](FakeData& data) {
            const auto value = data.keys.value(key);
            if (value.textSize >= 0)
                return TextWindow{
                    QByteArray(std::min(length, value.textSize - from), 'x'), from, value.textSize};
            return TextWindow{value.text.mid(from, length), from, value.text.size()};
        });
    }
    Call<ValuePage> page(const PageQuery& query) override
    {
        return answer<ValuePage>([query](FakeData& data) {
            const auto value = data.keys.value(query.key);
            const qint64 from = query.cursor.toLongLong();
            ValuePage page;
            page.total = qint64(value.rows.size());
            for (qint64 i = from; i < std::min(from + query.count, page.total); ++i)
                page.rows.push_back(value.rows[size_t(i)]);
            if (from + query.count < page.total)
                page.next = QByteArray::number(from + query.count);
            return page;
        });
    }
    Act edit(const ValueEdit& e) override
    {
        Command command{"EDIT", e.key, e.field, e.value, e.score};
        if (e.kind == ValueEdit::Kind::SetField)
            command = {"HSET", e.key, e.field, e.value};
        else if (e.kind == ValueEdit::Kind::RemoveField)
            command = {"HDEL", e.key, e.field};
        else if (e.kind == ValueEdit::Kind::SetText)
            command = {"SET", e.key, e.value, "KEEPTTL"};
        return act(command, [e](FakeData& d) {
            auto& value = d.keys[e.key];
            if (e.kind == ValueEdit::Kind::SetText)
                value.text = e.value;
            std::erase_if(value.rows, [&](const ValueRow& r) {
                return e.kind == ValueEdit::Kind::RemoveField && r.field == e.field;
            });
            bool found = false;
            for (ValueRow& r : value.rows) {
                if (e.kind == ValueEdit::Kind::SetField && r.field == e.field) {
                    r.value = e.value;
                    r.fullSize = e.value.size();
                    found = true;
                }
            }
            if (e.kind == ValueEdit::Kind::SetField && !found)
                value.rows.push_back({e.field, e.value, -1, {}, {}, e.value.size()});
        });
    }

    Call<std::vector<StreamGroup>> groups(const QByteArray&) override
    {
        return answer<std::vector<StreamGroup>>([](FakeData& d) { return d.groups; });
    }
    Call<std::vector<StreamConsumer>> consumers(const QByteArray&, const QByteArray&) override
    {
        return answer<std::vector<StreamConsumer>>(
            [](FakeData&) { return std::vector<StreamConsumer>(); });
    }
    Call<std::vector<PendingEntry>> pending(const PendingQuery&) override
    {
        return answer<std::vector<PendingEntry>>([](FakeData& d) { return d.pending; });
    }
    Act acknowledge(
        const QByteArray& key, const QByteArray& group, const std::vector<QByteArray>&) override
    {
        return act({"XACK", key, group}, [](FakeData& d) { d.pending.clear(); });
    }
    Act claim(const QByteArray& key, const QByteArray& group, const QByteArray& consumer, qint64,
        const std::vector<QByteArray>&) override
    {
        return act({"XCLAIM", key, group, consumer}, [](FakeData& d) { d.pending.clear(); });
    }
    Act createGroup(const QByteArray& key, const QByteArray& group, const QByteArray&) override
    {
        return act({"XGROUP", "CREATE", key, group}, [](FakeData&) {});
    }
    Act removeGroup(const QByteArray& key, const StreamGroup& group) override
    {
        return act({"XGROUP", "DESTROY", key, group.name}, [](FakeData&) {});
    }

    Call<ServerInfo> info() override
    {
        return answer<ServerInfo>([](FakeData&) { return ServerInfo(); });
    }
    Call<SlowLogPage> slowLog(int) override
    {
        return answer<SlowLogPage>([](FakeData& d) { return SlowLogPage{d.slow, 20'000, 128}; });
    }
    Call<std::vector<ClientEntry>> clients(int) override
    {
        return answer<std::vector<ClientEntry>>(
            [](FakeData&) { return std::vector<ClientEntry>(); });
    }
    Act clearSlowLog() override
    {
        return act({"SLOWLOG", "RESET"}, [](FakeData& d) { d.slow.clear(); });
    }
    Act setSlowThreshold(qint64 micros) override
    {
        return act({"CONFIG", "SET", "slowlog-log-slower-than", QByteArray::number(micros)},
            [](FakeData&) {});
    }

private:
    static KeyDetail detailOf(const QByteArray& key, const FakeData::Value& value)
    {
        KeyDetail d;
        d.name = key;
        d.type = value.type;
        d.typeName = queue::wordOf(value.type);
        d.ttl = value.ttl;
        d.length = value.type == KeyType::String
            ? (value.textSize >= 0 ? value.textSize : value.text.size())
            : qint64(value.rows.size());
        d.memory = 100 + *d.length;
        return d;
    }
    template <class T, class F>
    Call<T> answer(F f)
    {
        return m_lane.run(
            milliseconds(10'000), [data = m_data, f](NoConnection&, const Token&) -> Result<T> {
                std::lock_guard lock(data->mutex);
                if (data->broken)
                    return tl::unexpected(*data->broken);
                return f(*data);
            });
    }
    template <class F>
    Act act(const Command& command, F f)
    {
        Act made;
        made.title = Text::verbatim(QString::fromUtf8(command.front()));
        made.question = made.button = made.title;
        made.service = m_context.config.id;
        made.statement = written(command);
        made.language = QString::fromLatin1("redis");
        made.make = [this, f, statement = made.statement] {
            return m_lane.task(TaskInfo{}, milliseconds(10'000),
                [data = m_data, f, statement](
                    NoConnection&, const Token&, TaskProgress&) -> Result<Text> {
                    std::lock_guard lock(data->mutex);
                    data->sent.push_back(statement);
                    f(*data);
                    return Text();
                });
        };
        return made;
    }

    const std::shared_ptr<FakeData> m_data;
    const AdapterContext m_context;
    Lane<> m_lane;
};

} // namespace pilothouse::test
