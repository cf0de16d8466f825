// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamswatch.h"

#include "streams/panel/streamsfeed.h"

namespace pilothouse::streams
{

StreamsWatch::StreamsWatch(std::shared_ptr<StreamsFeed> feed)
    : m_feed(std::move(feed))
{
    m_feed->add(this);
}

StreamsWatch::~StreamsWatch()
{
    m_feed->drop(this);
}

template <class T>
void StreamsWatch::set(T& value, const T& to)
{
    if (value == to)
        return;
    value = to;
    m_feed->watchChanged();
}

void StreamsWatch::setVisible(bool visible)
{
    set(m_visible, visible);
}

void StreamsWatch::setTopics(const QStringList& topics)
{
    set(m_topics, topics);
}

void StreamsWatch::setGroups(const QStringList& groups)
{
    set(m_groups, groups);
}

void StreamsWatch::setBrokers(bool shown)
{
    set(m_brokers, shown);
}

void StreamsWatch::setTopic(const QString& topic)
{
    set(m_topic, topic);
}

void StreamsWatch::setGroup(const QString& group)
{
    set(m_group, group);
}

} // namespace pilothouse::streams
