// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsWatch: what one panel looks at, told to the one poller of its cluster.
#pragma once

#include <QStringList>

#include <memory>

namespace pilothouse::streams
{

class StreamsFeed;

// Tells the feed by itself when it goes.
class StreamsWatch final
{
    Q_DISABLE_COPY_MOVE(StreamsWatch)

public:
    explicit StreamsWatch(std::shared_ptr<StreamsFeed> feed);
    ~StreamsWatch();

    StreamsFeed& feed() const { return *m_feed; }
    void setVisible(bool visible); // hidden at first
    void setTopics(const QStringList& topics); // rows on screen
    void setGroups(const QStringList& groups); // rows on screen: their members are wanted too
    void setBrokers(bool shown); // the list of them
    void setTopic(const QString& topic); // chosen; empty: none
    void setGroup(const QString& group); // chosen: its partitions, members and seconds

private:
    friend class StreamsFeed;
    template <class T>
    void set(T& value, const T& to);

    const std::shared_ptr<StreamsFeed> m_feed;
    bool m_visible = false;
    bool m_brokers = false;
    QStringList m_topics, m_groups;
    QString m_topic, m_group;
};

} // namespace pilothouse::streams
