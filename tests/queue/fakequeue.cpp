// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/queue/fakequeue.h"

#include <algorithm>
#include <thread>

namespace pilothouse::test
{

namespace
{

KeyDetail detailOf(const QByteArray& key, const FakeData::Value& value)
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

// Patterns of tests are "*part*".
bool isAskedFor(const ScanQuery& query, const QByteArray& key, const FakeData::Value& value)
{
    return (query.type == KeyType::Unknown || value.type == query.type)
        && key.contains(QByteArray(query.pattern).replace('*', ""));
}

Error errorOf(Error::Kind kind, const QString& code = {})
{
    return {kind, {}, {}, {}, code};
}

bool addsPart(ValueEdit::Kind kind)
{
    using Kind = ValueEdit::Kind;
    return kind == Kind::AddField || kind == Kind::AddMember || kind == Kind::AddScored;
}

// The part an edit names: the field of a hash, the member of a set.
std::vector<ValueRow>::iterator rowOf(std::vector<ValueRow>& rows, const ValueEdit& e)
{
    using Kind = ValueEdit::Kind;
    const bool named
        = e.kind == Kind::AddMember || e.kind == Kind::AddScored || e.kind == Kind::SetScore;
    return std::find_if(rows.begin(), rows.end(),
        [&](const ValueRow& r) { return named ? r.value == e.value : r.field == e.field; });
}

} // namespace

template <class T, class F>
Call<T> FakeQueue::answer(F f)
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
Act FakeQueue::act(const Command& command, F f, Refusal refusal)
{
    Act made;
    made.title = Text::verbatim(QString::fromUtf8(command.front()));
    made.question = made.button = made.title;
    made.service = m_context.config.id;
    qsizetype bytes = 0;
    for (const QByteArray& word : command)
        bytes += word.size();
    made.statement = bytes < 100'000 ? written(command) : shortened(command, 2000);
    made.language = QString::fromLatin1("redis");
    made.make = [this, f, refusal = std::move(refusal), statement = made.statement] {
        return m_lane.task(TaskInfo{}, milliseconds(10'000),
            [data = m_data, f, refusal, statement](
                NoConnection&, const Token&, TaskProgress&) -> Result<Text> {
                std::lock_guard lock(data->mutex);
                if (const auto why = refusal ? refusal(*data) : std::nullopt)
                    return tl::unexpected(*why);
                data->sent.push_back(statement);
                f(*data);
                return Text();
            });
    };
    return made;
}

FakeQueue::Refusal FakeQueue::unlessThere(const QByteArray& key)
{
    return [key](FakeData& d) {
        return d.keys.contains(key) ? std::nullopt : std::optional(errorOf(Error::Kind::NotFound));
    };
}

FakeQueue::FakeQueue(AdapterContext context, std::shared_ptr<FakeData> data)
    : m_data(std::move(data))
    , m_context(std::move(context))
    , m_lane(*m_context.runtime, QString::fromLatin1("fake"))
{
    offer<Keyspace>(this);
    offer<Values>(this);
    offer<Streams>(this);
    offer<Server>(this);
    offer<Console>(this);
}

Stream<NameBatch> FakeQueue::scan(const ScanQuery& query)
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
                for (auto it = data->keys.cbegin(); it != data->keys.cend(); ++it) {
                    if (isAskedFor(query, it.key(), *it))
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
Stream<DetailBatch> FakeQueue::survey(const ScanQuery& query, DetailFields)
{
    return m_lane.stream<DetailBatch>(milliseconds(30'000),
        [data = m_data, query](NoConnection&, const Token&, Sink<DetailBatch>& sink) -> VoidResult {
            DetailBatch batch;
            {
                std::lock_guard lock(data->mutex);
                for (auto it = data->keys.cbegin(); it != data->keys.cend(); ++it) {
                    if (isAskedFor(query, it.key(), *it))
                        batch.keys.push_back(detailOf(it.key(), *it));
                }
                batch.total = batch.visited = qint64(batch.keys.size());
            }
            sink.push(std::move(batch));
            return {};
        });
}
Call<std::vector<KeyDetail>> FakeQueue::details(const std::vector<QByteArray>& keys, DetailFields)
{
    return answer<std::vector<KeyDetail>>([keys](FakeData& data) {
        std::vector<KeyDetail> out;
        for (const QByteArray& key : keys) {
            out.push_back(detailOf(key, data.keys.value(key)));
            out.back().gone = !data.keys.contains(key);
        }
        return out;
    });
}
Call<KeyFacts> FakeQueue::facts(const QByteArray& key)
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
Act FakeQueue::expire(const QByteArray& key, milliseconds ttl)
{
    return act(
        {"PEXPIRE", key, QByteArray::number(qint64(ttl.count()))},
        [key, ttl](FakeData& d) { d.keys[key].ttl = ttl.count(); }, unlessThere(key));
}
Act FakeQueue::persist(const QByteArray& key)
{
    return act(
        {"PERSIST", key}, [key](FakeData& d) { d.keys[key].ttl = KeyDetail::kNoTtl; },
        unlessThere(key));
}
Act FakeQueue::rename(const QByteArray& key, const QByteArray& to)
{
    return act(
        {"RENAMENX", key, to}, [key, to](FakeData& d) { d.keys[to] = d.keys.take(key); },
        [key, to](FakeData& d) {
            return d.keys.contains(to) ? std::optional(errorOf(Error::Kind::Conflict))
                                       : unlessThere(key)(d);
        });
}
Act FakeQueue::copy(const QByteArray& key, const QByteArray& to)
{
    return act(
        {"COPY", key, to}, [key, to](FakeData& d) { d.keys[to] = d.keys.value(key); },
        unlessThere(key));
}
Call<Act> FakeQueue::remove(const std::vector<QByteArray>& keys)
{
    Command command{"UNLINK"};
    command.insert(command.end(), keys.begin(), keys.end());
    Act made = act(
        command,
        [keys](FakeData& d) {
            for (const QByteArray& key : keys)
                d.keys.remove(key);
        },
        keys.size() == 1 ? unlessThere(keys.front()) : Refusal());
    made.destructive = true;
    return Call<Act>::ready(*m_context.runtime, made);
}
Act FakeQueue::removePrefix(const QByteArray& prefix, qint64)
{
    return act({"SCAN", "0", "MATCH", prefix + '*'}, [prefix](FakeData& d) {
        for (const QByteArray& key : d.keys.keys())
            if (key.startsWith(prefix))
                d.keys.remove(key);
    });
}

Call<TextWindow> FakeQueue::text(const QByteArray& key, qint64 from, qint64 length)
{
    return answer<TextWindow>([key, from, length](FakeData& data) {
        const auto value = data.keys.value(key);
        if (value.textSize >= 0)
            return TextWindow{
                QByteArray(std::min(length, value.textSize - from), 'x'), from, value.textSize};
        return TextWindow{value.text.mid(from, length), from, value.text.size()};
    });
}
Call<ValuePage> FakeQueue::page(const PageQuery& query)
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
Act FakeQueue::edit(const ValueEdit& e)
{
    using Kind = ValueEdit::Kind;
    Command command{"EDIT", e.key, e.field, e.value, e.score};
    if (e.kind == Kind::SetField)
        command = {"HSET", e.key, e.field, e.value};
    else if (e.kind == Kind::AddField)
        command = {"HSETNX", e.key, e.field, e.value};
    else if (e.kind == Kind::AddScored)
        command = {"ZADD", e.key, "NX", e.score, e.value};
    else if (e.kind == Kind::SetScore)
        command = {"ZADD", e.key, e.score, e.value};
    else if (e.kind == Kind::RemoveField)
        command = {"HDEL", e.key, e.field};
    else if (e.kind == Kind::SetText)
        command = {"SET", e.key, e.value, "KEEPTTL"};
    const auto refusal = [e](FakeData& d) -> std::optional<Error> {
        auto value = d.keys.value(e.key);
        const auto row = rowOf(value.rows, e);
        const bool text = e.kind == Kind::SetText;
        const bool there = text ? d.keys.contains(e.key) : row != value.rows.end();
        if (addsPart(e.kind)) {
            if (!d.keys.contains(e.key))
                return errorOf(Error::Kind::NotFound);
            if (!there)
                return {};
            Error taken = errorOf(Error::Kind::Conflict, ValueEdit::kTaken);
            taken.hint = Text::verbatim(QString::fromLatin1("It is there already."));
            return taken;
        }
        const bool field = e.kind == Kind::SetField || e.kind == Kind::RemoveField;
        const bool score = e.kind == Kind::SetScore;
        if (!e.expected || (!text && !field && !score))
            return {};
        if (!there)
            return errorOf(Error::Kind::NotFound);
        if ((text ? value.text : score ? row->score : row->value) != *e.expected)
            return errorOf(Error::Kind::Conflict);
        return {};
    };
    const auto apply = [e](FakeData& d) {
        auto& value = d.keys[e.key];
        if (e.kind == Kind::SetText)
            value.text = e.value;
        std::erase_if(value.rows,
            [&](const ValueRow& r) { return e.kind == Kind::RemoveField && r.field == e.field; });
        const bool field = e.kind == Kind::SetField || e.kind == Kind::AddField;
        const bool score = e.kind == Kind::SetScore || e.kind == Kind::AddScored;
        if (!field && !score)
            return;
        const auto row = rowOf(value.rows, e);
        const ValueRow wanted{
            field ? e.field : QByteArray(), e.value, -1, e.score, {}, e.value.size()};
        if (row == value.rows.end())
            value.rows.push_back(wanted);
        else
            *row = wanted;
    };
    return act(command, apply, refusal);
}

Call<std::vector<StreamGroup>> FakeQueue::groups(const QByteArray&)
{
    return answer<std::vector<StreamGroup>>([](FakeData& d) { return d.groups; });
}
Call<std::vector<StreamConsumer>> FakeQueue::consumers(const QByteArray&, const QByteArray&)
{
    return answer<std::vector<StreamConsumer>>(
        [](FakeData&) { return std::vector<StreamConsumer>(); });
}
Call<std::vector<PendingEntry>> FakeQueue::pending(const PendingQuery&)
{
    return answer<std::vector<PendingEntry>>([](FakeData& d) { return d.pending; });
}
Act FakeQueue::acknowledge(
    const QByteArray& key, const QByteArray& group, const std::vector<QByteArray>&)
{
    return act({"XACK", key, group}, [](FakeData& d) { d.pending.clear(); });
}
Act FakeQueue::claim(const QByteArray& key, const QByteArray& group, const QByteArray& consumer,
    qint64 minIdleMs, const std::vector<QByteArray>&)
{
    return act({"XCLAIM", key, group, consumer, QByteArray::number(minIdleMs)},
        [](FakeData& d) { d.pending.clear(); });
}
Act FakeQueue::createGroup(const QByteArray& key, const QByteArray& group, const QByteArray&)
{
    return act({"XGROUP", "CREATE", key, group}, [](FakeData&) {});
}
Act FakeQueue::removeGroup(const QByteArray& key, const StreamGroup& group)
{
    return act({"XGROUP", "DESTROY", key, group.name}, [](FakeData&) {});
}

Call<ServerInfo> FakeQueue::info()
{
    return answer<ServerInfo>([](FakeData&) { return ServerInfo(); });
}
Call<SlowLogPage> FakeQueue::slowLog(int)
{
    return answer<SlowLogPage>([](FakeData& d) { return SlowLogPage{d.slow, 20'000, 128}; });
}
Call<std::vector<ClientEntry>> FakeQueue::clients(int)
{
    return answer<std::vector<ClientEntry>>([](FakeData&) { return std::vector<ClientEntry>(); });
}
Act FakeQueue::clearSlowLog()
{
    return act({"SLOWLOG", "RESET"}, [](FakeData& d) { d.slow.clear(); });
}
Act FakeQueue::setSlowThreshold(qint64 micros)
{
    return act(
        {"CONFIG", "SET", "slowlog-log-slower-than", QByteArray::number(micros)}, [](FakeData&) {});
}

Call<CommandVerdict> FakeQueue::judge(const Command& command)
{
    return answer<CommandVerdict>([command](FakeData&) {
        const QByteArray name = command.front().toUpper();
        CommandVerdict verdict;
        if (name == "GET" || name == "TTL" || name == "LRANGE" || name == "COMMAND")
            verdict.kind = CommandVerdict::Kind::Reads;
        else if (name == "SET" || name == "DEL")
            verdict.kind = CommandVerdict::Kind::Writes;
        else if (name == "MONITOR" || name == "AUTH") {
            verdict.kind = CommandVerdict::Kind::Refused;
            verdict.reason.kind = Error::Kind::Refused;
            verdict.reason.hint
                = Text::verbatim(QString::fromLatin1("It would take this connection over."));
        }
        return verdict;
    });
}

Call<Reply> FakeQueue::read(const Command& command)
{
    return m_lane.run(milliseconds(10'000),
        [data = m_data, command](NoConnection&, const Token& token) -> Result<Reply> {
            while (data->silent && !token.stopped())
                std::this_thread::sleep_for(milliseconds(1));
            std::lock_guard lock(data->mutex);
            if (data->broken)
                return tl::unexpected(*data->broken);
            const auto bytes = [](const QByteArray& value) {
                return Reply{Reply::Type::Bytes, value, 0, {}};
            };
            const auto array = [](std::vector<Reply> items) {
                return Reply{Reply::Type::Array, {}, 0, std::move(items)};
            };
            const QByteArray name = command.front().toUpper();
            if (name == "COMMAND" && command.size() == 1) {
                std::vector<Reply> all;
                for (const char* known : {"get", "set", "hgetall", "lrange"})
                    all.push_back(array({bytes(known)}));
                std::vector<Reply> client(10);
                client[0] = bytes("client");
                client[9] = array({array({bytes("client|list")})});
                all.push_back(array(client));
                return array(all);
            }
            if (name == "LRANGE") {
                std::vector<Reply> items;
                for (const ValueRow& row : data->keys.value(command.at(1)).rows)
                    items.push_back(bytes(row.value));
                return array(items);
            }
            if (name == "HGET") {
                for (const ValueRow& row : data->keys.value(command.at(1)).rows)
                    if (row.field == command.at(2))
                        return bytes(row.value);
            }
            if (name == "ZSCORE") {
                for (const ValueRow& row : data->keys.value(command.at(1)).rows)
                    if (row.value == command.at(2))
                        return bytes(row.score);
            }
            if (name == "GET" && data->keys.contains(command.at(1)))
                return bytes(data->keys.value(command.at(1)).text);
            return Reply();
        });
}

Act FakeQueue::write(const Command& command)
{
    Act made = act(command, [](FakeData&) {});
    made.make = [this, statement = made.statement] {
        return m_lane.task(TaskInfo{}, milliseconds(10'000),
            [data = m_data, statement](NoConnection&, const Token&, TaskProgress&) -> Result<Text> {
                std::lock_guard lock(data->mutex);
                data->sent.push_back(statement);
                return Text::verbatim(QString::fromLatin1("OK"));
            });
    };
    return made;
}

AdapterDescriptor fakeQueueDescriptor(std::shared_ptr<FakeData> data)
{
    AdapterDescriptor fake;
    fake.module = QString::fromLatin1("queue");
    fake.tool = QString::fromLatin1("fake");
    fake.title = QString::fromLatin1("Fake");
    fake.nsScheme = QString::fromLatin1("redis");
    fake.make = [data = std::move(data)](AdapterContext context) {
        return std::make_unique<FakeQueue>(std::move(context), data);
    };
    return fake;
}

} // namespace pilothouse::test
