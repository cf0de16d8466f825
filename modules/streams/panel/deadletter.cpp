// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/deadletter.h"

#include <QtEndian>

#include <algorithm>
#include <span>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kShortWords = 60;

using Names = std::span<const char* const>;
constexpr const char* kTopics[] = {"__connect.errors.topic", "kafka_dlt-original-topic",
    "kafka_original-topic", "x-original-topic", "dlq.original.topic", "dlt-original-topic",
    "original-topic", "original_topic", "originaltopic"};
constexpr const char* kPartitions[] = {"__connect.errors.partition", "kafka_dlt-original-partition",
    "kafka_original-partition", "x-original-partition", "dlq.original.partition",
    "dlt-original-partition", "original-partition", "original_partition"};
constexpr const char* kOffsets[] = {"__connect.errors.offset", "kafka_dlt-original-offset",
    "kafka_original-offset", "x-original-offset", "dlq.original.offset", "dlt-original-offset",
    "original-offset", "original_offset"};
constexpr const char* kTimes[] = {"original-timestamp", "original_timestamp"};
constexpr const char* kClasses[] = {"__connect.errors.exception.class.name",
    "kafka_dlt-exception-cause-fqcn", "kafka_dlt-exception-fqcn", "x-exception-fqcn",
    "x-exception-class", "dlq.error.class", "dlq.error.class.name", "error.class", "error-class",
    "error_class", "exception-class", "exception_class"};
constexpr const char* kWords[]
    = {"__connect.errors.exception.message", "kafka_dlt-exception-message", "x-exception-message",
        "x-error-message", "dlq.error.message", "error.message", "error-message", "error_message",
        "exception-message", "exception_message", "x-error", "x-exception"};
constexpr const char* kPrefixes[] = {"__connect.errors.", "kafka_dlt-", "kafka_original-",
    "kafka_exception-", "x-original-", "x-exception", "x-error", "dlq.", "dlt-"};

// The last one counts: a message may have died more than once.
const QByteArray* valueOf(const Message& message, Names names)
{
    for (const char* name : names)
        for (auto header = message.headers.rbegin(); header != message.headers.rend(); ++header)
            if (header->name.toLower() == name && !header->value.isNull())
                return &header->value;
    return nullptr;
}

// As text, or as big-endian bytes.
std::optional<qint64> numberOf(const QByteArray* bytes)
{
    if (!bytes || bytes->isEmpty())
        return {};
    bool good = false;
    const qint64 number = bytes->toLongLong(&good);
    if (good)
        return number;
    if (bytes->size() == 4)
        return qFromBigEndian<qint32>(bytes->constData());
    if (bytes->size() == 8)
        return qFromBigEndian<qint64>(bytes->constData());
    return {};
}

} // namespace

DeadLetter deadLetterOf(Message message)
{
    DeadLetter out;
    if (const QByteArray* topic = valueOf(message, kTopics))
        out.topic = QString::fromUtf8(*topic);
    if (const auto partition = numberOf(valueOf(message, kPartitions)))
        out.partition = int(*partition);
    out.offset = numberOf(valueOf(message, kOffsets));
    if (const QByteArray* words = valueOf(message, kWords))
        out.detail = QString::fromUtf8(*words);
    if (const QByteArray* name = valueOf(message, kClasses))
        out.error = QString::fromUtf8(*name).section(u'.', -1);
    else
        out.error = out.detail.section(u'\n', 0, 0).section(u':', 0, 0).left(kShortWords);
    out.message = std::move(message);
    return out;
}

bool isDeadLetter(const Message& message)
{
    return valueOf(message, kTopics) != nullptr;
}

bool isErrorHeader(const QByteArray& name)
{
    const QByteArray lower = name.toLower();
    const auto isOne = [&lower](const char* known) {
        return lower == known;
    };
    for (const Names names : {Names(kTopics), Names(kPartitions), Names(kOffsets), Names(kTimes),
             Names(kClasses), Names(kWords)})
        if (std::any_of(names.begin(), names.end(), isOne))
            return true;
    return std::any_of(std::begin(kPrefixes), std::end(kPrefixes),
        [&lower](const char* prefix) { return lower.startsWith(prefix); });
}

std::vector<MessageHeader> withoutErrorHeaders(const std::vector<MessageHeader>& headers)
{
    std::vector<MessageHeader> out;
    std::copy_if(headers.begin(), headers.end(), std::back_inserter(out),
        [](const MessageHeader& header) { return !isErrorHeader(header.name); });
    return out;
}

bool looksLikeDeadLetterTopic(const QString& topic)
{
    const QString name = topic.toLower();
    const QStringList parts = QString(name).replace(u'-', u'.').replace(u'_', u'.').split(u'.');
    return parts.contains("dlq"_L1) || parts.contains("dlt"_L1) || parts.contains("dead"_L1)
        || parts.contains("deadletter"_L1) || parts.contains("deadletters"_L1)
        || name.endsWith("dlq"_L1) || name.endsWith("dlt"_L1);
}

} // namespace pilothouse::streams
