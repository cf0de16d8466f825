// SPDX-License-Identifier: GPL-3.0-or-later
// The fake cluster: messages, and the services beside it.
#include "tests/streams/panel/fakestreams.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

bool isWanted(const std::vector<int>& partitions, int partition)
{
    return partitions.empty() || std::count(partitions.begin(), partitions.end(), partition) > 0;
}

bool matches(const MessagePattern& pattern, const Message& message)
{
    if (pattern.pattern.isEmpty())
        return true;
    if (pattern.mode == MessagePattern::Mode::Tombstone)
        return message.value.isNull();
    if (pattern.mode == MessagePattern::Mode::OneOf)
        return pattern.others.contains(
            QString::fromUtf8(pattern.where & MessagePattern::Key ? message.key : message.value));
    if (pattern.mode == MessagePattern::Mode::Field) {
        const QJsonObject json = QJsonDocument::fromJson(message.value).object();
        const QString value = json.value(pattern.pattern.section(u'.', 1)).toVariant().toString();
        return value == pattern.equals || pattern.others.contains(value);
    }
    QByteArray text;
    if (pattern.where & MessagePattern::Key)
        text += message.key + '\n';
    if (pattern.where & MessagePattern::Value)
        text += message.value + '\n';
    if (pattern.where & MessagePattern::Headers)
        for (const MessageHeader& header : message.headers)
            text += header.name + '=' + header.value + '\n';
    const auto sensitive = pattern.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (pattern.mode == MessagePattern::Mode::Contains)
        return QString::fromUtf8(text).contains(pattern.pattern, sensitive);
    return QRegularExpression(pattern.pattern).match(QString::fromUtf8(text)).hasMatch();
}

qint64 sizeOf(const Message& message)
{
    return message.key.size() + message.value.size();
}

DecodedField fieldOf(const QString& name, const QJsonValue& value)
{
    DecodedField field;
    field.name = name;
    field.isNull = value.isNull();
    if (value.isObject()) {
        field.type = u"object"_s;
        const QJsonObject object = value.toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            field.children.push_back(fieldOf(at.key(), at.value()));
    } else {
        field.type = value.isDouble() ? u"number"_s : u"string"_s;
        field.value = value.toVariant().toString();
    }
    return field;
}

DecodedBytes decoded(const QByteArray& bytes)
{
    DecodedBytes out;
    if (bytes.isNull())
        return out;
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    if (json.isObject()) {
        out.format = u"JSON"_s;
        out.json = json.toJson(QJsonDocument::Compact);
        out.text = QString::fromUtf8(json.toJson());
        out.root = fieldOf({}, json.object());
    } else if (bytes.contains('\0')) {
        out.format = u"Bytes"_s;
    } else {
        out.format = u"Text"_s;
        out.text = QString::fromUtf8(bytes);
    }
    return out;
}

} // namespace

// Messages -------------------------------------------------------------------------------------

Stream<ReadState> FakeStreams::tail(const TailQuery& query, MailboxWriter<Message> to)
{
    {
        std::lock_guard lock(m_world->mutex);
        m_world->asked.push_back(u"tail"_s);
        m_world->tails.push_back(query);
    }
    return readingLane().stream<ReadState>(milliseconds(60'000),
        [world = m_world, query, to](
            NoConnection&, const Token& token, Sink<ReadState>& sink) mutable -> VoidResult {
            using Kind = TopicPlace::Kind;
            ReadState state;
            bool begun = false;
            size_t next = 0;
            size_t first = 0; // by `from`
            while (!token.stopped()) {
                if (query.hold && *query.hold) {
                    token.alive(milliseconds(60'000));
                    ++world->tailRounds;
                    QThread::msleep(5);
                    continue;
                }
                bool news = !begun;
                {
                    std::lock_guard lock(world->mutex);
                    if (world->broken)
                        return tl::unexpected(*world->broken);
                    if (const auto at = world->errors.find(u"tail"_s); at != world->errors.end())
                        return tl::unexpected(at->second);
                    const auto& all = world->messages[query.topic];
                    if (!begun) {
                        const auto back = size_t(std::max<qint64>(0, query.from.offset));
                        next = query.from.kind == Kind::Begin ? 0
                            : query.from.kind == Kind::BeforeEnd
                            ? all.size() - std::min(all.size(), back)
                            : all.size();
                        if (query.from.kind == Kind::Time)
                            for (next = 0; next < all.size()
                                 && all[next].timestamp < query.from.time.toMSecsSinceEpoch();)
                                ++next;
                        first = next;
                        if (!query.positions.empty())
                            next = 0;
                        begun = true;
                    }
                    if (state.problems != world->readState.problems) {
                        state.problems = world->readState.problems;
                        news = true;
                    }
                    for (; next < all.size(); ++next) {
                        if (!isWanted(query.partitions, all[next].partition))
                            continue;
                        const auto given = query.positions.find(all[next].partition);
                        if (given == query.positions.end() ? next < first
                                                           : all[next].offset < given->second)
                            continue;
                        news = true;
                        ++state.messages;
                        state.bytes += sizeOf(all[next]);
                        state.positions[all[next].partition] = all[next].offset + 1;
                        if (matches(query.filter, all[next])) {
                            ++state.matched;
                            to.put(all[next]);
                        }
                    }
                }
                token.alive(milliseconds(60'000));
                if (news && !sink.push(state))
                    return {};
                ++world->tailRounds;
                QThread::msleep(5);
            }
            return {};
        });
}

Call<std::vector<bool>> FakeStreams::matching(
    const std::vector<Message>& messages, const MessagePattern& pattern)
{
    return answer<std::vector<bool>>(
        "matching", [messages, pattern](StreamsWorld&) -> Result<std::vector<bool>> {
            std::vector<bool> out;
            for (const Message& message : messages)
                out.push_back(matches(pattern, message));
            return out;
        });
}

Call<MessagePage> FakeStreams::page(const PageQuery& query)
{
    {
        std::lock_guard lock(m_world->mutex);
        m_world->pages.push_back(query);
    }
    return answer<MessagePage>("page", [query](StreamsWorld& w) -> Result<MessagePage> {
        MessagePage page;
        std::vector<Message> all;
        for (const Message& message : w.messages[query.topic]) {
            const auto at = query.positions.find(message.partition);
            const bool before = at != query.positions.end() && message.offset < at->second;
            if (isWanted(query.partitions, message.partition)
                && (at == query.positions.end() || before == query.backwards))
                all.push_back(message);
        }
        const auto limit = size_t(query.limit);
        const bool fromEnd = query.backwards || query.from.kind == TopicPlace::Kind::BeforeEnd;
        const size_t first = fromEnd && query.positions.empty() == !query.backwards
            ? all.size() - std::min(all.size(), limit)
            : 0;
        const size_t last = std::min(all.size(), first + limit);
        page.atBegin = first == 0;
        page.atEnd = last == all.size();
        for (size_t i = first; i < last; ++i) {
            page.messages.push_back(all[i]);
            page.next[all[i].partition] = all[i].offset + 1;
            page.previous.try_emplace(all[i].partition, all[i].offset);
        }
        page.problems = w.readState.problems;
        return page;
    });
}

Call<Message> FakeStreams::message(const QString& topic, int partition, qint64 offset)
{
    return answer<Message>("message", [=](StreamsWorld& w) -> Result<Message> {
        for (const Message& message : w.messages[topic])
            if (message.partition == partition && message.offset == offset)
                return message;
        return fail(Error::Kind::NotFound, u"%1 [%2] @ %3"_s.arg(topic).arg(partition).arg(offset));
    });
}

Stream<SearchBatch> FakeStreams::search(const SearchQuery& query)
{
    {
        std::lock_guard lock(m_world->mutex);
        m_world->asked.push_back(u"search"_s);
        m_world->searches.push_back(query);
    }
    return readingLane().stream<SearchBatch>(milliseconds(60'000),
        [world = m_world, query](
            NoConnection&, const Token& token, Sink<SearchBatch>& sink) -> VoidResult {
            std::vector<Message> all;
            SearchBatch batch;
            {
                std::lock_guard lock(world->mutex);
                if (world->broken)
                    return tl::unexpected(*world->broken);
                if (const auto at = world->errors.find(u"search"_s); at != world->errors.end())
                    return tl::unexpected(at->second);
                all = world->messages[query.topic];
                int partition = 0;
                for (const auto& ends : world->offsets[query.topic]) {
                    if (isWanted(query.partitions, partition))
                        batch.progress.range[partition] = ends;
                    ++partition;
                }
                batch.progress.state.problems = world->readState.problems;
            }
            for (const Message& message : all) {
                const auto resumed = query.resume.find(message.partition);
                if (!isWanted(query.partitions, message.partition)
                    || (resumed != query.resume.end() && message.offset < resumed->second))
                    continue;
                bool held = true;
                while (held && !token.stopped()) {
                    std::lock_guard lock(world->mutex);
                    held = (query.hold && *query.hold) || world->silent.count(u"search"_s);
                }
                if (token.stopped())
                    return {};
                SearchProgress& progress = batch.progress;
                ++progress.state.messages;
                progress.state.bytes += sizeOf(message);
                progress.state.positions[message.partition] = message.offset + 1;
                progress.completeUpTo = message.timestamp;
                if (matches(query.pattern, message)) {
                    ++progress.hits;
                    ++progress.state.matched;
                    ++progress.hitsBy[message.partition];
                    batch.hits.push_back(message);
                }
                token.alive(milliseconds(60'000));
                if (!sink.push(batch))
                    return {};
                batch.hits.clear();
                if (query.limit > 0 && progress.hits >= query.limit)
                    return {};
            }
            for (const auto& [partition, ends] : batch.progress.range)
                batch.progress.state.positions[partition] = ends.second;
            sink.push(batch);
            return {};
        });
}

Call<std::vector<DecodedMessage>> FakeStreams::decode(
    const std::vector<Message>& messages, const DecodeChoice&)
{
    using T = std::vector<DecodedMessage>;
    return answer<T>("decode", [messages](StreamsWorld& w) -> Result<T> {
        T out;
        for (const Message& message : messages)
            out.push_back(w.decode ? w.decode(message)
                                   : DecodedMessage{decoded(message.key), decoded(message.value)});
        return out;
    });
}

// Access, Connect ------------------------------------------------------------------------------

Call<std::vector<AccessRule>> FakeStreams::rules()
{
    using T = std::vector<AccessRule>;
    return answer<T>("rules", [](StreamsWorld& w) -> Result<T> { return w.rules; });
}
Act FakeStreams::add(const AccessRule& rule)
{
    return act(u"addRule %1 %2 %3"_s.arg(rule.principal, rule.operation, rule.name),
        [rule](StreamsWorld& w) { w.rules.push_back(rule); });
}
Act FakeStreams::remove(const std::vector<AccessRule>& rules)
{
    return act(u"removeRules %1"_s.arg(rules.size()), [rules](StreamsWorld& w) {
        std::erase_if(w.rules, [&rules](const AccessRule& rule) {
            return std::count(rules.begin(), rules.end(), rule) > 0;
        });
    });
}

Call<ConnectorList> FakeStreams::connectors()
{
    return answer<ConnectorList>("connectors", [](StreamsWorld& w) -> Result<ConnectorList> {
        return ConnectorList{w.connectors, w.connectsAway};
    });
}
Act FakeStreams::pause(const ConnectorInfo& connector, bool paused)
{
    return act((paused ? u"pause "_s : u"resume "_s) + connector.name,
        [name = connector.name, paused](StreamsWorld& w) {
            for (ConnectorInfo& one : w.connectors)
                if (one.name == name)
                    one.state = paused ? u"PAUSED"_s : u"RUNNING"_s;
        });
}
Act FakeStreams::restart(const ConnectorInfo& connector, bool onlyFailed)
{
    return act(u"restart %1 onlyFailed=%2"_s.arg(connector.name).arg(onlyFailed));
}
Act FakeStreams::restartTask(const ConnectorInfo& connector, int task)
{
    return act(u"restartTask %1 %2"_s.arg(connector.name).arg(task));
}

// Schemas --------------------------------------------------------------------------------------

Call<QStringList> FakeStreams::subjects()
{
    return answer<QStringList>("subjects", [](StreamsWorld& w) -> Result<QStringList> {
        QStringList out;
        for (const auto& [subject, versions] : w.schemas)
            out.append(subject);
        return out;
    });
}
Call<QStringList> FakeStreams::deletedSubjects()
{
    return answer<QStringList>("deletedSubjects",
        [](StreamsWorld& w) -> Result<QStringList> { return w.deletedSubjects; });
}
Call<std::vector<int>> FakeStreams::versions(const QString& subject)
{
    using T = std::vector<int>;
    return answer<T>("versions", [subject](StreamsWorld& w) -> Result<T> {
        T out;
        for (const SchemaInfo& schema : w.schemas[subject])
            out.push_back(schema.version);
        return out;
    });
}
Call<SchemaInfo> FakeStreams::schema(const QString& subject, int version)
{
    return answer<SchemaInfo>("schema", [subject, version](StreamsWorld& w) -> Result<SchemaInfo> {
        const auto& all = w.schemas[subject];
        for (const SchemaInfo& schema : all)
            if (schema.version == (version == 0 ? all.back().version : version))
                return schema;
        return fail(Error::Kind::NotFound, subject);
    });
}
Call<SchemaInfo> FakeStreams::schemaById(int id)
{
    return answer<SchemaInfo>("schemaById", [id](StreamsWorld& w) -> Result<SchemaInfo> {
        for (const auto& [subject, versions] : w.schemas)
            for (const SchemaInfo& schema : versions)
                if (schema.id == id)
                    return schema;
        return fail(Error::Kind::NotFound, QString::number(id));
    });
}
Call<QString> FakeStreams::level(const QString& subject)
{
    return answer<QString>("level", [subject](StreamsWorld& w) -> Result<QString> {
        const auto at = w.levels.find(subject);
        return at == w.levels.end() ? u"BACKWARD"_s : at->second;
    });
}
Call<Compatibility> FakeStreams::check(const SchemaInfo&, int)
{
    return answer<Compatibility>(
        "check", [](StreamsWorld& w) -> Result<Compatibility> { return w.compatibility; });
}
Act FakeStreams::registerSchema(const SchemaInfo& schema)
{
    return act(u"registerSchema "_s + schema.subject, [schema](StreamsWorld& w) {
        auto& all = w.schemas[schema.subject];
        SchemaInfo made = schema;
        made.version = all.empty() ? 1 : all.back().version + 1;
        made.id = 1000 + made.version;
        all.push_back(made);
    });
}
Act FakeStreams::setLevel(const QString& subject, const QString& level)
{
    return act(u"setLevel %1 %2"_s.arg(subject, level),
        [subject, level](StreamsWorld& w) { w.levels[subject] = level; });
}

} // namespace pilothouse::test
