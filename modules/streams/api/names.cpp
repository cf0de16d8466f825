// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/api/names.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

QString groupEntity(const QString& group)
{
    return u"group/"_s + group;
}

QString connectorEntity(const QString& connector)
{
    return u"connector/"_s + connector;
}

QString brokerEntity(int broker)
{
    return u"broker/%1"_s.arg(broker);
}

QString subjectEntity(const QString& subject)
{
    return u"subject/"_s + subject;
}

StreamEntity parsedEntity(const QString& entity)
{
    using Kind = StreamEntity::Kind;
    if (entity.isEmpty())
        return {};
    const qsizetype slash = entity.indexOf(u'/');
    const QStringView before = QStringView(entity).first(std::max<qsizetype>(slash, 0));
    const QString after = entity.sliced(slash + 1);
    if (before == "group"_L1)
        return {Kind::Group, after};
    if (before == "connector"_L1)
        return {Kind::Connector, after};
    if (before == "broker"_L1)
        return {Kind::Broker, after};
    if (before == "subject"_L1)
        return {Kind::Subject, after};
    return {Kind::Topic, entity};
}

QString topicInMetric(const QString& topic)
{
    return u"topic.in/"_s + topic;
}

QString groupOutMetric(const QString& group, const QString& topic)
{
    return u"group.out/"_s + group + u'/' + topic;
}

QString groupLagMetric(const QString& group, const QString& topic)
{
    return u"group.lag/"_s + group + u'/' + topic;
}

std::optional<StreamMetric> parsedMetric(const QString& id)
{
    const auto rest = [&](QLatin1StringView prefix) -> std::optional<QString> {
        return id.startsWith(prefix) ? std::optional(id.sliced(prefix.size())) : std::nullopt;
    };
    const auto ofGroup = [](StreamMetric::Kind kind, const QString& words) {
        // A topic's name holds no slash, a group's may.
        const qsizetype slash = words.lastIndexOf(u'/');
        return slash <= 0 || slash + 1 == words.size()
            ? std::nullopt
            : std::optional(StreamMetric{kind, words.first(slash), words.sliced(slash + 1)});
    };
    if (const auto topic = rest("topic.in/"_L1); topic && !topic->isEmpty())
        return StreamMetric{StreamMetric::Kind::TopicIn, {}, *topic};
    if (const auto words = rest("group.out/"_L1))
        return ofGroup(StreamMetric::Kind::GroupOut, *words);
    if (const auto words = rest("group.lag/"_L1))
        return ofGroup(StreamMetric::Kind::GroupLag, *words);
    return std::nullopt;
}

} // namespace pilothouse::streams
