// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/topicname.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLongestName = 249;

bool isAllowed(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || c == u'.' || c == u'_' || c == u'-';
}

QStringList wordsOf(const QString& name)
{
    if (name == "cleanup.policy"_L1)
        return {u"delete"_s, u"compact"_s};
    if (name == "compression.type"_L1)
        return {u"producer"_s, u"uncompressed"_s, u"gzip"_s, u"snappy"_s, u"lz4"_s, u"zstd"_s};
    if (name == "message.timestamp.type"_L1)
        return {u"CreateTime"_s, u"LogAppendTime"_s};
    return {};
}

bool isWhole(const QString& text)
{
    bool good = false;
    (void)text.toLongLong(&good);
    return good;
}

bool isNumber(const QString& text)
{
    bool good = false;
    (void)text.toDouble(&good);
    return good;
}

} // namespace

Text topicNameProblem(const QString& name)
{
    if (name.isEmpty())
        return PH_TEXT("TopicName", "A topic needs a name");
    if (name == "."_L1 || name == ".."_L1)
        return PH_TEXT("TopicName", "“.” and “..” are not allowed as names");
    if (name.size() > kLongestName)
        return PH_TEXT("TopicName", "At most 249 characters, these are %1").arg(name.size());
    const auto odd = std::find_if_not(name.begin(), name.end(), isAllowed);
    if (odd != name.end())
        return PH_TEXT("TopicName", "“%1” is not allowed: only a-z, A-Z, 0-9, “.”, “_” and “-”")
            .arg(odd->isSpace() ? u"space"_s : QString(*odd));
    return {};
}

QString collidingTopic(const QString& name, const QStringList& topics)
{
    QString plain = name;
    plain.replace(u'.', u'_');
    for (const QString& topic : topics) {
        QString other = topic;
        if (topic != name && other.replace(u'.', u'_') == plain)
            return topic;
    }
    return {};
}

Text configProblem(const ConfigEntry& entry, const QString& value)
{
    const QString now = entry.value.value_or(entry.defaultValue);
    const QStringList known = wordsOf(entry.name);
    if (!known.isEmpty()) {
        const bool list = entry.name == "cleanup.policy"_L1;
        const QStringList given = list ? value.split(u',') : QStringList{value};
        for (const QString& word : given)
            if (!known.contains(word.trimmed()))
                return PH_TEXT("TopicName", "One of %1").arg(known.join(u", "_s));
        return {};
    }
    if (now == "true"_L1 || now == "false"_L1)
        return value == "true"_L1 || value == "false"_L1 ? Text()
                                                         : PH_TEXT("TopicName", "true or false");
    if (entry.name.endsWith(".ms"_L1) || entry.name.endsWith(".bytes"_L1) || isWhole(now))
        return isWhole(value) ? Text() : PH_TEXT("TopicName", "A whole number");
    if (isNumber(now))
        return isNumber(value) ? Text() : PH_TEXT("TopicName", "A number");
    return {};
}

const QStringList& topicSettings()
{
    static const QStringList names{u"cleanup.policy"_s, u"compression.type"_s,
        u"delete.retention.ms"_s, u"file.delete.delay.ms"_s, u"flush.messages"_s, u"flush.ms"_s,
        u"follower.replication.throttled.replicas"_s, u"index.interval.bytes"_s,
        u"leader.replication.throttled.replicas"_s, u"local.retention.bytes"_s,
        u"local.retention.ms"_s, u"max.compaction.lag.ms"_s, u"max.message.bytes"_s,
        u"message.timestamp.after.max.ms"_s, u"message.timestamp.before.max.ms"_s,
        u"message.timestamp.type"_s, u"min.cleanable.dirty.ratio"_s, u"min.compaction.lag.ms"_s,
        u"min.insync.replicas"_s, u"preallocate"_s, u"remote.storage.enable"_s,
        u"retention.bytes"_s, u"retention.ms"_s, u"segment.bytes"_s, u"segment.index.bytes"_s,
        u"segment.jitter.ms"_s, u"segment.ms"_s, u"unclean.leader.election.enable"_s};
    return names;
}

} // namespace pilothouse::streams
