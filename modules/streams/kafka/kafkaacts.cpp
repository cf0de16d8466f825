// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaacts.h"

#include "streams/kafka/kafkafetch.h"
#include "streams/kafka/kafkaproduce.h"
#include "streams/kafka/kafkatopics.h"
#include "streams/kafka/wireerror.h"
#include "streams/kafka/wireproduce.h"
#include "streams/kafka/wiretopics.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kPreviewLimit = 100'000; // characters of a statement
constexpr size_t kReplayAtOnce = 100; // messages read before they are written

Result<Text> outcomeOf(
    const Result<std::vector<NamedCode>>& told, const QString& where, const char* request)
{
    if (!told)
        return tl::unexpected(told.error());
    if (told->empty())
        return oddAnswer(request);
    const NamedCode& one = told->front();
    if (one.code == wire::kNone)
        return Text();
    Error error = errorOfCode(one.code, one.message);
    error.where = where;
    return tl::unexpected(std::move(error));
}

// A body that sends one request to whoever takes changes of topics.
ActBody sending(
    WireCall call, Result<std::vector<NamedCode>> (*decode)(const WireAnswer&), const char* request)
{
    return [call = std::move(call), decode, request](
               KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
        if (const auto may = client.mayWrite(); !may)
            return tl::unexpected(may.error());
        const auto controller = client.controller(token);
        if (!controller)
            return tl::unexpected(controller.error());
        const auto answer = client.change(*controller, call, token, progress);
        if (!answer)
            return tl::unexpected(answer.error());
        return outcomeOf(decode(*answer), client.where(), request);
    };
}

// Bytes as a person reads them: text, or hexadecimal digits.
QString shown(const QByteArray& bytes)
{
    if (bytes.isNull())
        return u"null"_s;
    const QString text = QString::fromUtf8(bytes);
    const bool plain = !text.contains(QChar::ReplacementCharacter)
        && std::all_of(text.begin(), text.end(),
            [](QChar c) { return c.isPrint() || c == u'\n' || c == u'\t'; });
    return plain ? u"'%1'"_s.arg(text) : u"0x%1"_s.arg(QString::fromLatin1(bytes.toHex()));
}

QString written(const Draft& draft)
{
    QString out = u"Record partition="_s
        + (draft.partition < 0 ? u"by key"_s : QString::number(draft.partition));
    if (draft.timestamp)
        out += u" timestamp=%1"_s.arg(*draft.timestamp);
    out += u" key="_s + shown(draft.key);
    for (const MessageHeader& header : draft.headers)
        out += u" header "_s + shown(header.name) + u'=' + shown(header.value);
    return out + u" value="_s + shown(draft.value);
}

QString written(const ProduceRequest& request)
{
    QStringList lines{
        u"Produce topic=%1 acks=all records=%2"_s.arg(request.topic).arg(request.drafts.size())};
    qsizetype size = 0;
    for (const Draft& draft : request.drafts) {
        if (size + 4 * sizeOf(draft) > kPreviewLimit) {
            lines += u"… of %1 records"_s.arg(request.drafts.size());
            break;
        }
        lines += written(draft);
        size += lines.back().size();
    }
    return lines.join(u'\n');
}

std::vector<ActEffect> effectsOf(const ProduceRequest& request)
{
    qint64 bytes = 0;
    for (const Draft& draft : request.drafts)
        bytes += draft.key.size() + draft.value.size();
    return {{u"list"_s, PH_TEXT("streams", "Messages"), QString::number(request.drafts.size())},
        {u"database"_s, PH_TEXT("streams", "Bytes"), QString::number(bytes)}};
}

} // namespace

Call<NewTopic> KafkaTopicActs::tryCreate(const NewTopic& topic)
{
    return m_core->reads().run(
        kReadLimit, [topic](KafkaClient& client, const Token& token) -> Result<NewTopic> {
            const auto controller = client.controller(token);
            if (!controller)
                return tl::unexpected(controller.error());
            const auto answer = *controller < 0
                ? client.any(createTopicCall(topic, true), token)
                : client.node(*controller, createTopicCall(topic, true), token);
            if (!answer)
                return tl::unexpected(answer.error());
            const auto told = outcomeOf(createdTopicsOf(*answer), client.where(), "CreateTopics");
            return told ? Result<NewTopic>(topic) : tl::unexpected(told.error());
        });
}

Act KafkaTopicActs::create(const NewTopic& topic)
{
    ActParts parts;
    parts.word = u"create-topic"_s;
    parts.title = PH_TEXT("streams", "New topic");
    parts.question = PH_TEXT("streams", "Make the topic %1?").arg(topic.name);
    parts.consequence
        = PH_TEXT("streams", "Its number of partitions can grow later, but not shrink.");
    parts.button = PH_TEXT("streams", "Make topic");
    parts.icon = u"plus"_s;
    parts.target = topic.name;
    parts.statement = u"CreateTopics name=%1 partitions=%2 replication=%3"_s.arg(topic.name)
                          .arg(topic.partitions)
                          .arg(topic.replication);
    for (const auto& [name, value] : topic.config)
        parts.statement += u' ' + name + u'=' + value;
    return m_core->act(
        std::move(parts), sending(createTopicCall(topic, false), createdTopicsOf, "CreateTopics"));
}

Act KafkaTopicActs::addPartitions(const TopicInfo& topic, int count)
{
    ActParts parts;
    parts.word = u"add-partitions"_s;
    parts.title = PH_TEXT("streams", "Add partitions");
    parts.question = PH_TEXT("streams", "Give %1 more partitions?").arg(topic.name);
    parts.consequence = PH_TEXT("streams",
        "Messages with a key go to other partitions from then on, so their order is not kept "
        "across the change. It cannot be taken back.");
    parts.button = PH_TEXT("streams", "Add partitions");
    parts.icon = u"layers"_s;
    parts.target = topic.name;
    parts.effects = {{u"layers"_s, PH_TEXT("streams", "Partitions now"),
                         QString::number(topic.partitions.size())},
        {u"layers"_s, PH_TEXT("streams", "Partitions then"), QString::number(count)}};
    parts.statement = u"CreatePartitions topic=%1 count=%2"_s.arg(topic.name).arg(count);
    return m_core->act(std::move(parts),
        sending(createPartitionsCall(topic.name, count), createdPartitionsOf, "CreatePartitions"));
}

Act KafkaTopicActs::changeConfig(const QString& topic, const std::vector<ConfigChange>& changes)
{
    ActParts parts;
    parts.word = u"change-config"_s;
    parts.title = PH_TEXT("streams", "Change settings");
    parts.question = PH_TEXT("streams", "Change settings of %1?").arg(topic);
    parts.consequence = PH_TEXT("streams",
        "Only these settings change. A shorter retention deletes messages within minutes.");
    parts.button = PH_TEXT("streams", "Change");
    parts.icon = u"edit"_s;
    parts.target = topic;
    parts.statement = u"IncrementalAlterConfigs topic=%1"_s.arg(topic);
    for (const ConfigChange& change : changes) {
        parts.statement += change.after ? u"\nset %1=%2"_s.arg(change.name, *change.after)
                                        : u"\ndelete %1"_s.arg(change.name);
        parts.effects.push_back({u"edit"_s, Text::verbatim(change.name),
            change.before.value_or(u"–"_s) + u" → "_s + change.after.value_or(u"–"_s)});
    }
    return m_core->act(std::move(parts),
        sending(alterConfigCall(topic, changes), alteredConfigsOf, "IncrementalAlterConfigs"));
}

Act KafkaTopicActs::deleteRecords(const QString& topic, const std::map<int, qint64>& before)
{
    ActParts parts;
    parts.word = u"delete-records"_s;
    parts.title = PH_TEXT("streams", "Delete messages");
    parts.question = PH_TEXT("streams", "Delete messages of %1?").arg(topic);
    parts.consequence
        = PH_TEXT("streams", "Everything before these offsets is gone for good, for every reader.");
    parts.button = PH_TEXT("streams", "Delete");
    parts.icon = u"trash"_s;
    parts.target = topic;
    parts.destructive = true;
    parts.statement = u"DeleteRecords topic=%1"_s.arg(topic);
    for (const auto& [partition, offset] : before)
        parts.statement += u"\npartition=%1 before=%2"_s.arg(partition).arg(offset);
    parts.effects
        = {{u"layers"_s, PH_TEXT("streams", "Partitions"), QString::number(before.size())}};
    return m_core->act(std::move(parts),
        [topic, before](
            KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (const auto may = client.mayWrite(); !may)
                return tl::unexpected(may.error());
            const auto topics = fetchTopics(client, QStringList{topic}, token);
            if (!topics)
                return tl::unexpected(topics.error());
            std::map<int, std::map<int, qint64>> byLeader;
            for (const TopicInfo& one : *topics)
                for (const PartitionInfo& part : one.partitions)
                    if (const auto at = before.find(part.id); at != before.end())
                        byLeader[part.leader].insert(*at);
            size_t found = 0;
            for (const auto& [leader, some] : byLeader)
                found += leader < 0 ? 0 : some.size();
            if (found != before.size()) // all of them, or none
                return fail(Error::Kind::NotFound, u"UNKNOWN_TOPIC_OR_PARTITION"_s, client.where(),
                    PH_TEXT("streams", "A partition is not there or has no leader now."));
            for (const auto& [leader, some] : byLeader) {
                const auto answer
                    = client.change(leader, deleteRecordsCall(topic, some), token, progress);
                if (!answer)
                    return tl::unexpected(answer.error());
                const auto told = deletedRecordsOf(*answer);
                if (!told)
                    return tl::unexpected(told.error());
                for (const DeletedRecords& one : *told)
                    if (one.code != wire::kNone)
                        return tl::unexpected(errorOfCode(one.code));
            }
            return Text();
        });
}

Act KafkaTopicActs::remove(const TopicInfo& topic)
{
    ActParts parts;
    parts.word = u"delete-topic"_s;
    parts.title = PH_TEXT("streams", "Delete topic");
    parts.question = PH_TEXT("streams", "Delete the topic %1?").arg(topic.name);
    parts.consequence = PH_TEXT(
        "streams", "All its messages and what groups have committed of it are gone for good.");
    parts.button = PH_TEXT("streams", "Delete topic");
    parts.icon = u"trash"_s;
    parts.target = topic.name;
    parts.destructive = true;
    parts.effects = {
        {u"layers"_s, PH_TEXT("streams", "Partitions"), QString::number(topic.partitions.size())}};
    parts.statement = u"DeleteTopics name=%1"_s.arg(topic.name);
    return m_core->act(
        std::move(parts), sending(deleteTopicCall(topic.name), deletedTopicsOf, "DeleteTopics"));
}

Act KafkaTopicActs::produce(const ProduceRequest& request)
{
    return produceAll({request});
}

Act KafkaTopicActs::produceAll(const std::vector<ProduceRequest>& requests)
{
    ActParts parts;
    parts.word = u"produce"_s;
    parts.title = PH_TEXT("streams", "Produce messages");
    QStringList topics, statements;
    qint64 total = 0;
    for (const ProduceRequest& request : requests) {
        topics.append(request.topic);
        statements.append(written(request));
        total += qint64(request.drafts.size());
        const std::vector<ActEffect> own = effectsOf(request);
        parts.effects.insert(parts.effects.end(), own.begin(), own.end());
    }
    parts.question = topics.size() == 1
        ? PH_TEXT("streams", "Produce to %1?").arg(topics.front())
        : PH_TEXT("streams", "Produce to %1 topics?").arg(qint64(topics.size()));
    parts.consequence
        = PH_TEXT("streams", "Everybody who reads the topic gets them. They cannot be taken back.");
    parts.button = PH_TEXT("streams", "Produce");
    parts.icon = u"upload"_s;
    parts.target = topics.join(u", "_s);
    parts.statement = statements.join(u'\n');
    return m_core->act(std::move(parts),
        [requests, total](
            KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (const auto may = client.mayWrite(); !may)
                return tl::unexpected(may.error());
            qint64 done = 0;
            for (const ProduceRequest& request : requests) {
                KafkaWriter writer(client, request.topic, request.perSecond, request.onWritten);
                const auto told = writer.write(request.drafts, total, token, progress);
                if (!told)
                    return tl::unexpected(told.error());
                done += writer.written();
            }
            return PH_TEXT("streams", "%1 written").arg(done);
        });
}

Act KafkaTopicActs::replay(const ReplayRequest& request)
{
    ActParts parts;
    parts.word = u"replay"_s;
    parts.title = PH_TEXT("streams", "Produce again");
    parts.question = PH_TEXT("streams", "Produce messages of %1 to %2 again?")
                         .arg(request.topic)
                         .arg(request.to);
    parts.consequence = PH_TEXT("streams",
        "They keep key, value and headers and get a new offset and time. The old ones stay.");
    parts.button = PH_TEXT("streams", "Produce again");
    parts.icon = u"undo"_s;
    parts.target = request.to;
    parts.effects
        = {{u"list"_s, PH_TEXT("streams", "Messages"), QString::number(request.messages.size())}};
    parts.statement = u"Produce topic=%1 acks=all records=%2 from=%3"_s.arg(request.to)
                          .arg(request.messages.size())
                          .arg(request.topic);
    for (const auto& [partition, offset] : request.messages) {
        if (parts.statement.size() > kPreviewLimit)
            break;
        parts.statement += u"\npartition=%1 offset=%2"_s.arg(partition).arg(offset);
    }
    return m_core->act(std::move(parts),
        [request](KafkaClient& client, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (const auto may = client.mayWrite(); !may)
                return tl::unexpected(may.error());
            KafkaWriter writer(client, request.to, request.perSecond, request.onWritten);
            const size_t all = request.messages.size();
            for (size_t at = 0; at < all; at += kReplayAtOnce) {
                std::vector<FirstAsk> asks;
                for (size_t i = at; i < std::min(all, at + kReplayAtOnce); ++i) {
                    const auto& [partition, offset] = request.messages[i];
                    asks.push_back({request.topic, partition, offset, offset + 1});
                }
                const auto found
                    = firstMessages(client, asks, std::numeric_limits<qint32>::max(), token);
                if (!found)
                    return tl::unexpected(found.error());
                std::vector<Draft> drafts;
                for (size_t i = 0; i < found->size(); ++i) {
                    const auto& message = (*found)[i];
                    if (!message)
                        return fail(Error::Kind::NotFound,
                            u"%1 @ %2"_s.arg(asks[i].partition).arg(asks[i].offset), client.where(),
                            PH_TEXT("streams", "This message is not kept any more."));
                    drafts.push_back({request.samePartition ? message->partition : -1, message->key,
                        message->value, message->headers, {}});
                }
                if (const auto done = writer.write(drafts, qint64(all), token, progress); !done)
                    return tl::unexpected(done.error());
            }
            return PH_TEXT("streams", "%1 written").arg(writer.written());
        });
}

} // namespace pilothouse::streams
