// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsFeed: what is asked, and what becomes of the answers.
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamswatch.h"

#include <algorithm>
#include <limits>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kLagsEvery = 2000; // of a group that matters to what is on screen
constexpr qint64 kOtherLagsEvery = 30'000;
constexpr double kUnread = 5; // a group nobody looks at, in its periods overdue
constexpr int kUnknownPartitions = 50; // guessed for a group that was not read yet
constexpr qint64 kSettingsEvery = 60'000;
constexpr qint64 kMembersEvery = 30'000;
constexpr qint64 kChosenMembersEvery = 3000;
constexpr qint64 kTimesEvery = 60'000;
constexpr qint64 kChosenTimesEvery = 10'000;
constexpr int kMostTimed = 200; // partitions of a group whose seconds are read unasked
constexpr size_t kMostSized = 20'000; // partitions whose sizes are asked for all at once
constexpr qsizetype kMostDetails = 2000;
constexpr qint64 kDoubted = 500; // ms between two looks whether the cluster answers at all

bool isOfTheConnection(const Error& error)
{
    return error.kind == Error::Kind::Refused || error.kind == Error::Kind::Timeout
        || error.kind == Error::Kind::Protocol;
}

} // namespace

template <class Contract>
Contract* StreamsFeed::contract() const
{
    return m_hub.contract<Contract>(m_service);
}

template <class F>
void StreamsFeed::forVisible(F&& f) const
{
    for (const StreamsWatch* watch : m_watches)
        if (watch->m_visible)
            f(*watch);
}

void StreamsFeed::note(Part part)
{
    m_parts[size_t(part)].asked = m_clock.elapsed();
}

template <class T>
bool StreamsFeed::took(Part part, const Result<T>& answer)
{
    State& state = m_parts[size_t(part)];
    if (answer) {
        state.read = QDateTime::currentDateTimeUtc();
        state.error.reset();
        return true;
    }
    if (answer.error().kind == Error::Kind::Cancelled)
        return false;
    state.error = answer.error();
    if (part == Part::Topics) {
        m_again = false;
        Q_EMIT failed();
        return false;
    }
    // Perhaps it is the whole cluster: the list of topics tells.
    State& topics = m_parts[size_t(Part::Topics)];
    if (isOfTheConnection(answer.error()) && m_clock.elapsed() - topics.asked > kDoubted)
        topics.asked = -1;
    Q_EMIT partFailed(part);
    return false;
}

void StreamsFeed::askTopics()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    note(Part::Topics);
    m_topicsCall = topics->topics().onDone(this, [this](Result<std::vector<TopicInfo>> answer) {
        if (!took(Part::Topics, answer))
            return;
        m_again = false;
        takeTopics(std::move(*answer));
        Q_EMIT answered();
        tick();
    });
}

void StreamsFeed::takeTopics(std::vector<TopicInfo> topics)
{
    if (m_topics != topics || m_topics.empty()) {
        m_topics = std::move(topics);
        const auto gone = [this](const QString& name) {
            return !topic(name);
        };
        m_settingsAsked.removeIf([&gone](const auto& at) { return gone(at.key()); });
        m_settings.removeIf([&gone](const auto& at) { return gone(at.key()); });
        m_sizes.removeIf([&gone](const auto& at) { return gone(at.key()); });
        m_offsets.removeIf([&gone](const auto& at) { return gone(at.key()); });
    }
    Q_EMIT topicsChanged();
}

void StreamsFeed::askCluster()
{
    auto* cluster = contract<Cluster>();
    if (!cluster)
        return;
    note(Part::Cluster);
    m_clusterCall = cluster->cluster().onDone(this, [this](Result<ClusterInfo> answer) {
        if (!took(Part::Cluster, answer))
            return;
        takeCluster(std::move(*answer));
        Q_EMIT factsChanged();
    });
}

void StreamsFeed::askMoves()
{
    auto* cluster = contract<Cluster>();
    bool shown = false;
    forVisible([&shown](const StreamsWatch& watch) { shown = shown || watch.m_brokers; });
    if (!cluster || !shown)
        return;
    note(Part::Moves);
    m_movesCall
        = cluster->reassignments().onDone(this, [this](Result<std::vector<Reassignment>> answer) {
              if (!took(Part::Moves, answer) || *answer == m_moves)
                  return;
              m_moves = std::move(*answer);
              Q_EMIT factsChanged();
          });
}

// One answer that does not come in time may be a slow one: the broker is asked once more, soon,
// before it is said not to answer. A connection that is refused says it at once.
void StreamsFeed::takeCluster(ClusterInfo cluster)
{
    const QSet<int> slow = std::exchange(m_slow, {});
    m_clusterAgain = false;
    for (BrokerInfo& broker : cluster.brokers) {
        if (!broker.problem || broker.problem->kind == Error::Kind::Refused)
            continue;
        m_slow.insert(broker.id);
        const auto before = std::find_if(m_cluster.brokers.begin(), m_cluster.brokers.end(),
            [&broker](const BrokerInfo& one) { return one.id == broker.id; });
        const bool known = before != m_cluster.brokers.end();
        if (slow.contains(broker.id) || (known && before->problem))
            continue;
        broker.problem.reset();
        if (known) {
            broker.logBytes = before->logBytes;
            broker.diskTotal = before->diskTotal;
            broker.diskFree = before->diskFree;
        }
        m_clusterAgain = true;
    }
    m_cluster = std::move(cluster);
}

void StreamsFeed::askSettings()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    QStringList due;
    const qint64 now = m_clock.elapsed();
    forVisible([&](const StreamsWatch& watch) {
        for (const QString& name : watch.m_topics) {
            const auto asked = m_settingsAsked.constFind(name);
            if ((asked == m_settingsAsked.constEnd() || now - *asked >= kSettingsEvery)
                && due.size() < kMostTopics && topic(name))
                due.append(name);
        }
    });
    if (due.isEmpty())
        return;
    note(Part::Settings);
    for (const QString& name : due)
        m_settingsAsked.insert(name, now);
    m_settingsCall
        = topics->configs(due, {u"cleanup.policy"_s, u"retention.ms"_s})
              .onDone(
                  this, [this, due](Result<std::map<QString, std::vector<ConfigEntry>>> answer) {
                      if (!took(Part::Settings, answer)) {
                          for (const QString& name : due)
                              m_settingsAsked.remove(name);
                          return;
                      }
                      for (auto& [name, entries] : *answer)
                          m_settings.insert(name, std::move(entries));
                      Q_EMIT factsChanged();
                  });
}

void StreamsFeed::askSizes()
{
    auto* cluster = contract<Cluster>();
    if (!cluster)
        return;
    size_t partitions = 0;
    for (const TopicInfo& topic : m_topics)
        partitions += topic.partitions.size();
    QStringList shown; // empty: all
    if (partitions > kMostSized)
        forVisible([&shown](const StreamsWatch& watch) { shown += watch.m_topics; });
    if (shown.isEmpty() && partitions > kMostSized)
        return;
    note(Part::Sizes);
    m_sizesCall = cluster->logSizes(shown).onDone(this, [this](Result<LogSizes> answer) {
        if (took(Part::Sizes, answer))
            takeSizes(*answer);
    });
}

void StreamsFeed::takeSizes(const LogSizes& sizes)
{
    QHash<QString, TopicSize> now;
    const TopicInfo* info = nullptr;
    for (const LogSize& copy : sizes.copies) {
        if (copy.future)
            continue;
        if (!info || info->name != copy.topic)
            info = topic(copy.topic);
        TopicSize& size = now[copy.topic];
        size.bytes += copy.bytes;
        if (info && size_t(copy.partition) < info->partitions.size()
            && info->partitions[size_t(copy.partition)].leader == copy.broker)
            size.leaders += copy.bytes;
    }
    const qint64 at = m_clock.elapsed();
    // What a broker did not tell is missing, and nothing grew or shrank by that.
    const bool whole = sizes.failed.empty() && m_withoutSizes.empty();
    for (auto size = now.begin(); size != now.end(); ++size) {
        size->at = at;
        const auto before = m_sizes.constFind(size.key());
        if (whole && before != m_sizes.constEnd() && at > before->at
            && size->leaders >= before->leaders)
            size->perSecond
                = double(size->leaders - before->leaders) * 1000.0 / double(at - before->at);
        m_sizes.insert(size.key(), *size);
    }
    m_withoutSizes = sizes.failed;
    Q_EMIT factsChanged();
}

void StreamsFeed::askOffsets()
{
    auto* topics = contract<Topics>();
    QStringList wanted;
    forVisible([&](const StreamsWatch& watch) {
        if (topic(watch.m_topic))
            wanted.append(watch.m_topic);
    });
    wanted.removeDuplicates();
    if (!topics || wanted.isEmpty())
        return;
    note(Part::Offsets);
    m_offsetsCall = topics->offsets(wanted).onDone(
        this, [this, wanted](Result<std::vector<PartitionOffsets>> answer) {
            if (!took(Part::Offsets, answer))
                return;
            m_offsets.clear(); // of what is no longer chosen
            for (PartitionOffsets& one : *answer)
                m_offsets[one.topic].push_back(std::move(one));
            Q_EMIT factsChanged();
        });
}

void StreamsFeed::askGroups()
{
    auto* groups = contract<Groups>();
    if (!groups)
        return;
    note(Part::Groups);
    m_groupsCall = groups->groups().onDone(this, [this](Result<GroupList> answer) {
        if (took(Part::Groups, answer)) {
            takeGroups(std::move(*answer));
            tick();
        }
    });
}

void StreamsFeed::takeGroups(GroupList list)
{
    m_withoutGroups = std::move(list.failed);
    std::vector<GroupInfo> before = std::exchange(m_groups, std::move(list.groups));
    // A coordinator that did not tell its groups has not lost them.
    for (const GroupInfo& old : before) {
        if (group(old.name))
            continue;
        if (m_withoutGroups.empty()) {
            forgetGroup(old.name);
            continue;
        }
        m_groups.insert(std::upper_bound(m_groups.begin(), m_groups.end(), old,
                            [](const auto& a, const auto& b) { return a.name < b.name; }),
            old);
    }
    Q_EMIT groupsChanged();
}

// The most overdue first, where what is on screen is due much sooner than the rest.
QStringList StreamsFeed::lagsDue() const
{
    QSet<QString> shown, chosen;
    forVisible([&](const StreamsWatch& watch) {
        if (!watch.m_group.isEmpty())
            chosen.insert(watch.m_group);
        for (const QString& name : watch.m_groups)
            shown.insert(name);
        for (const auto& [name, lag] : readers(watch.m_topic))
            shown.insert(name);
        for (const QString& topic : watch.m_topics)
            for (const auto& [name, lag] : readers(topic))
                shown.insert(name);
    });
    std::vector<std::pair<double, const GroupInfo*>> due;
    const qint64 now = m_clock.elapsed();
    for (const GroupInfo& info : m_groups) {
        if (info.type == "share"_L1)
            continue; // it has no commits
        const bool first = chosen.contains(info.name);
        const bool matters = first || shown.contains(info.name);
        const auto asked = m_lagsAsked.constFind(info.name);
        const double late = asked == m_lagsAsked.constEnd()
            ? (matters ? std::numeric_limits<double>::max() : kUnread)
            : double(now - *asked) / double(matters ? kLagsEvery : kOtherLagsEvery);
        if (late >= 1)
            due.emplace_back(first ? late * 1e6 : late, &info);
    }
    const size_t most = std::min(due.size(), size_t(kMostGroups));
    std::partial_sort(due.begin(), due.begin() + qsizetype(most), due.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList names;
    int partitions = 0;
    for (size_t i = 0; i < most; ++i) {
        const GroupSummary* known = summary(due[i].second->name);
        int own = known ? 0 : kUnknownPartitions;
        for (size_t t = 0; known && t < known->topics.size(); ++t)
            own += known->topics[t].partitions;
        if (!names.isEmpty() && partitions + own > kMostPartitions)
            break;
        partitions += own;
        names.append(due[i].second->name);
    }
    return names;
}

void StreamsFeed::askLags()
{
    auto* groups = contract<Groups>();
    const QStringList due = groups ? lagsDue() : QStringList();
    if (due.isEmpty())
        return;
    note(Part::Lags);
    for (const QString& name : due)
        m_lagsAsked.insert(name, m_clock.elapsed());
    m_lagsCall = groups->lags(due).onDone(this, [this](Result<std::vector<GroupLag>> answer) {
        if (took(Part::Lags, answer))
            takeLags(std::move(*answer));
    });
}

void StreamsFeed::takeLags(std::vector<GroupLag> lags)
{
    QSet<QString> chosen;
    forVisible([&](const StreamsWatch& watch) { chosen.insert(watch.m_group); });
    m_partitions.removeIf([&](const auto& at) { return !chosen.contains(at.key()); });
    for (GroupLag& lag : lags) {
        if (!group(lag.group))
            continue; // it went meanwhile
        GroupSummary& known = m_summaries[lag.group];
        known.problem = lag.problem;
        if (lag.problem)
            continue;
        for (const TopicLag& read : known.topics)
            m_readers[read.topic].erase(lag.group);
        known = {};
        known.read = QDateTime::currentDateTimeUtc();
        known.total = lag.total();
        for (const PartitionLag& part : lag.partitions) {
            if (known.topics.empty() || known.topics.back().topic != part.topic)
                known.topics.push_back({part.topic});
            TopicLag& sum = known.topics.back();
            ++sum.partitions;
            sum.lag += part.lag.value_or(0);
            sum.uncommitted += !part.committed && !part.problem ? 1 : 0;
            sum.lost += part.lost() ? 1 : 0;
            sum.unknown += part.problem ? 1 : 0;
        }
        std::stable_sort(known.topics.begin(), known.topics.end(),
            [](const TopicLag& a, const TopicLag& b) { return a.lag > b.lag; });
        for (const TopicLag& read : known.topics)
            m_readers[read.topic][lag.group] = read.lag;
        if (chosen.contains(lag.group))
            m_partitions.insert(lag.group, std::move(lag));
    }
    Q_EMIT lagsChanged();
}

// One group at a time: the chosen one, then those on screen.
void StreamsFeed::askMembers()
{
    auto* groups = contract<Groups>();
    if (!groups)
        return;
    QString due;
    double most = 1;
    const qint64 now = m_clock.elapsed();
    const auto consider = [&](const QString& name, qint64 every) {
        const auto asked = m_membersAsked.constFind(name);
        const double late = asked == m_membersAsked.constEnd()
            ? 1e9 / double(every)
            : double(now - *asked) / double(every);
        if (late > most && group(name)) {
            most = late;
            due = name;
        }
    };
    forVisible([&](const StreamsWatch& watch) {
        consider(watch.m_group, kChosenMembersEvery);
        for (const QString& name : watch.m_groups)
            consider(name, kMembersEvery);
    });
    if (due.isEmpty())
        return;
    note(Part::Members);
    m_membersAsked.insert(due, now);
    m_membersCall = groups->group(due).onDone(this, [this, due](Result<GroupDetail> answer) {
        if (!took(Part::Members, answer))
            return;
        if (m_details.size() >= kMostDetails)
            m_details.clear();
        m_details.insert(due, std::move(*answer));
        Q_EMIT membersChanged(due);
    });
}

// The chosen group, else the one on screen whose seconds are the oldest. They cost reading
// messages: who is not behind, or reads very much, is not asked about.
QString StreamsFeed::timeLagsDue() const
{
    const qint64 now = m_clock.elapsed();
    QString due;
    qint64 oldest = std::numeric_limits<qint64>::max();
    const auto offer = [&](const QString& name, qint64 pace) {
        const qint64 asked = m_timesAsked.value(name, -pace);
        if (group(name) && now - asked >= pace && asked < oldest) {
            due = name;
            oldest = asked;
        }
    };
    forVisible([&](const StreamsWatch& watch) { offer(watch.m_group, kChosenTimesEvery); });
    if (!due.isEmpty())
        return due;
    forVisible([&](const StreamsWatch& watch) {
        for (const QString& name : watch.m_groups) {
            const GroupSummary* known = summary(name);
            int partitions = 0;
            for (const TopicLag& topic : known ? known->topics : std::vector<TopicLag>())
                partitions += topic.partitions;
            if (known && known->total > 0 && partitions <= kMostTimed)
                offer(name, kTimesEvery);
        }
    });
    return due;
}

void StreamsFeed::askTimeLags()
{
    auto* groups = contract<Groups>();
    const QString due = timeLagsDue();
    if (!groups || due.isEmpty())
        return;
    note(Part::TimeLags);
    m_timesAsked.insert(due, m_clock.elapsed());
    m_timeLagsCall
        = groups->timeLags(due).onDone(this, [this, due](Result<std::vector<TimeLag>> answer) {
              if (!took(Part::TimeLags, answer))
                  return;
              m_timeLags.insert(due, std::move(*answer));
              Q_EMIT membersChanged(due);
          });
}

} // namespace pilothouse::streams
