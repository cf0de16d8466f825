// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsFeed: the one poller of a cluster, shared by all panels of that service. What is on screen
// decides what is asked; nothing while everything is hidden. Lags are asked in chunks, those on
// screen first. Each part keeps its old values and its own error.
#pragma once

#include "core/call.h"
#include "core/servicehub.h"
#include "streams/api/groups.h"
#include "streams/panel/streamfacts.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <array>
#include <map>
#include <memory>

namespace pilothouse::streams
{

class StreamsWatch;
class TopicSchemas;

class StreamsFeed final : public QObject, public std::enable_shared_from_this<StreamsFeed>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamsFeed)

public:
    enum class Part {
        Topics,
        Cluster,
        Settings,
        Sizes,
        Offsets,
        Groups,
        Lags,
        Members,
        TimeLags,
        Moves
    };
    static constexpr int kParts = 10;
    static constexpr int kMostGroups = 25; // in one request for lags
    static constexpr int kMostPartitions = 4000; // of these groups, as far as known
    static constexpr int kMostTopics = 100; // in one request for settings

    // The feed of this service; made for the first who asks, gone after the last.
    static std::shared_ptr<StreamsFeed> of(ServiceHub& hub, const ServiceId& service);
    StreamsFeed(ServiceHub& hub, ServiceId service);
    ~StreamsFeed() override;

    const ServiceId& service() const { return m_service; }
    bool hasTopics() const { return read(Part::Topics).isValid(); }
    const std::vector<TopicInfo>& topics() const { return m_topics; } // by name
    const TopicInfo* topic(const QString& name) const;
    const std::vector<PartitionOffsets>* offsets(const QString& topic) const; // null: not known
    const std::vector<ConfigEntry>* settings(const QString& topic) const;
    const TopicSize* size(const QString& topic) const;
    const ClusterInfo& cluster() const { return m_cluster; }
    const std::map<int, Error>& withoutSizes() const { return m_withoutSizes; } // brokers
    // Partitions on their way to other brokers; asked for while brokers are shown.
    const std::vector<Reassignment>& moves() const { return m_moves; }

    const std::vector<GroupInfo>& groups() const { return m_groups; } // by name
    const std::map<int, Error>& withoutGroups() const { return m_withoutGroups; } // brokers
    const GroupInfo* group(const QString& name) const;
    const GroupSummary* summary(const QString& group) const; // null: not read yet
    const GroupLag* partitions(const QString& group) const; // of a group that is chosen
    const GroupDetail* detail(const QString& group) const;
    const std::vector<TimeLag>* timeLags(const QString& group) const; // null: not known
    // By group, messages; of the groups that were read so far.
    const std::map<QString, qint64>& readers(const QString& topic) const;
    // Of the group that is furthest behind; none: no group is known to read it.
    std::optional<qint64> maxLag(const QString& topic) const;
    TopicSchemas& schemas() { return *m_schemas; } // of the topics that are looked at
    int groupsRead() const { return int(m_summaries.size()); }

    // Of the last request for it; none: it was good.
    const std::optional<Error>& error(Part part) const { return m_parts[size_t(part)].error; }
    const QDateTime& read(Part part) const { return m_parts[size_t(part)].read; } // UTC
    bool isAsking() const { return m_timer.isActive(); } // somebody looks
    bool isOld() const { return error(Part::Topics).has_value(); } // all that is shown

    void retry(); // after a failure
    void refresh(); // all that is shown, now
    void expectChange(); // an act was sent

Q_SIGNALS:
    void topicsChanged(); // the list
    void factsChanged(); // settings, sizes, offsets, cluster, moves
    void groupsChanged(); // the list
    void lagsChanged();
    void membersChanged(const QString& group); // its seconds too
    void answered(); // the list of topics came
    void failed(); // it did not: see error(Part::Topics)
    void partFailed(pilothouse::streams::StreamsFeed::Part part); // another one

private:
    friend class StreamsWatch;
    struct State {
        QDateTime read;
        std::optional<Error> error;
        qint64 asked = -1; // by m_clock; -1: never, or again now
    };
    void add(StreamsWatch* watch);
    void drop(StreamsWatch* watch);
    void watchChanged();
    bool anyVisible() const;
    template <class F>
    void forVisible(F&& f) const;

    void tick();
    bool isDue(Part part, qint64 pace, bool running) const;
    void note(Part part); // it was asked for
    template <class T>
    bool took(Part part, const Result<T>& answer); // false: it failed, and that is told
    void askTopics();
    void askCluster();
    void askMoves();
    void askSettings();
    void askSizes();
    void askOffsets();
    void askGroups();
    void askLags();
    void askMembers();
    void askTimeLags();
    QString timeLagsDue() const;
    QStringList lagsDue() const;
    void takeCluster(ClusterInfo cluster);
    void takeTopics(std::vector<TopicInfo> topics);
    void takeSizes(const LogSizes& sizes);
    void takeGroups(GroupList list);
    void takeLags(std::vector<GroupLag> lags);
    void forgetGroup(const QString& group);
    void stopCalls();
    template <class Contract>
    Contract* contract() const;

    ServiceHub& m_hub;
    const ServiceId m_service;
    std::vector<StreamsWatch*> m_watches;
    std::unique_ptr<TopicSchemas> m_schemas;
    std::array<State, kParts> m_parts;
    QTimer m_timer;
    QElapsedTimer m_clock;

    std::vector<TopicInfo> m_topics;
    QHash<QString, std::vector<PartitionOffsets>> m_offsets;
    QHash<QString, std::vector<ConfigEntry>> m_settings;
    QHash<QString, qint64> m_settingsAsked; // by m_clock
    QHash<QString, TopicSize> m_sizes;
    std::map<int, Error> m_withoutSizes, m_withoutGroups;
    ClusterInfo m_cluster;
    std::vector<Reassignment> m_moves;
    bool m_clusterAgain = false; // soon
    bool m_again = false; // a cluster that did not answer is asked once more
    QSet<int> m_slow; // brokers whose last answer did not come, once
    std::vector<GroupInfo> m_groups;
    QHash<QString, GroupSummary> m_summaries;
    QHash<QString, qint64> m_lagsAsked, m_membersAsked, m_timesAsked; // by group, by m_clock
    QHash<QString, GroupLag> m_partitions;
    QHash<QString, GroupDetail> m_details;
    QHash<QString, std::vector<TimeLag>> m_timeLags;
    QHash<QString, std::map<QString, qint64>> m_readers; // by topic

    Call<std::vector<TopicInfo>> m_topicsCall;
    Call<ClusterInfo> m_clusterCall;
    Call<std::vector<Reassignment>> m_movesCall;
    Call<std::map<QString, std::vector<ConfigEntry>>> m_settingsCall;
    Call<LogSizes> m_sizesCall;
    Call<std::vector<PartitionOffsets>> m_offsetsCall;
    Call<GroupList> m_groupsCall;
    Call<std::vector<GroupLag>> m_lagsCall;
    Call<GroupDetail> m_membersCall;
    Call<std::vector<TimeLag>> m_timeLagsCall;
};

} // namespace pilothouse::streams
