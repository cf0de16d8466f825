// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsFeed: whose feed it is, what is known, and whose turn it is.
#include "streams/panel/streamsfeed.h"

#include "streams/panel/streamswatch.h"
#include "streams/panel/topicschemas.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kTick = 250; // ms
constexpr qint64 kTopicsEvery = 10'000;
constexpr qint64 kClusterEvery = 10'000;
constexpr qint64 kClusterAgain = 1000; // after an answer that did not come
constexpr qint64 kMovesEvery = 5000;
constexpr qint64 kSizesEvery = 15'000;
constexpr qint64 kOffsetsEvery = 2000;
constexpr qint64 kGroupsEvery = 10'000;
constexpr qint64 kLagsRound = 500; // between two chunks
constexpr qint64 kMembersRound = 250; // between two groups
constexpr qint64 kTimeLagsRound = 2000;
constexpr qint64 kSettingsRound = 250; // between two chunks
constexpr qint64 kAfterError = 5000; // a part that failed

// Feeds of one hub; a child of it.
class Registry final : public QObject
{
public:
    static Registry& of(ServiceHub& hub)
    {
        const QString name = u"streams feeds"_s;
        auto* found
            = static_cast<Registry*>(hub.findChild<QObject*>(name, Qt::FindDirectChildrenOnly));
        if (!found) {
            found = new Registry;
            found->setParent(&hub);
            found->setObjectName(name);
        }
        return *found;
    }
    QHash<ServiceId, std::weak_ptr<StreamsFeed>> feeds;
};

template <class T>
const T* valueIn(const QHash<QString, T>& hash, const QString& key)
{
    const auto at = hash.constFind(key);
    return at == hash.constEnd() ? nullptr : &*at;
}

template <class T>
const T* byName(const std::vector<T>& sorted, const QString& name)
{
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), name,
        [](const T& one, const QString& wanted) { return one.name < wanted; });
    return at != sorted.end() && at->name == name ? &*at : nullptr;
}

} // namespace

const TopicLag* GroupSummary::of(const QString& topic) const
{
    const auto at = std::find_if(
        topics.begin(), topics.end(), [&topic](const TopicLag& t) { return t.topic == topic; });
    return at == topics.end() ? nullptr : &*at;
}

std::shared_ptr<StreamsFeed> StreamsFeed::of(ServiceHub& hub, const ServiceId& service)
{
    std::weak_ptr<StreamsFeed>& known = Registry::of(hub).feeds[service];
    auto feed = known.lock();
    if (!feed) {
        feed = std::make_shared<StreamsFeed>(hub, service);
        known = feed;
    }
    return feed;
}

StreamsFeed::StreamsFeed(ServiceHub& hub, ServiceId service)
    : m_hub(hub)
    , m_service(std::move(service))
    , m_schemas(std::make_unique<TopicSchemas>(hub, m_service))
{
    m_clock.start();
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &StreamsFeed::tick);
    connect(&hub, &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id == m_service)
            stopCalls();
    });
    connect(&hub, &ServiceHub::added, this, [this](const QString& id) {
        if (id == m_service)
            retry();
    });
}

StreamsFeed::~StreamsFeed() = default;

const TopicInfo* StreamsFeed::topic(const QString& name) const
{
    return byName(m_topics, name);
}

const GroupInfo* StreamsFeed::group(const QString& name) const
{
    return byName(m_groups, name);
}

const std::vector<PartitionOffsets>* StreamsFeed::offsets(const QString& topic) const
{
    return valueIn(m_offsets, topic);
}

const std::vector<ConfigEntry>* StreamsFeed::settings(const QString& topic) const
{
    return valueIn(m_settings, topic);
}

const TopicSize* StreamsFeed::size(const QString& topic) const
{
    return valueIn(m_sizes, topic);
}

const GroupSummary* StreamsFeed::summary(const QString& group) const
{
    return valueIn(m_summaries, group);
}

const GroupLag* StreamsFeed::partitions(const QString& group) const
{
    return valueIn(m_partitions, group);
}

const GroupDetail* StreamsFeed::detail(const QString& group) const
{
    return valueIn(m_details, group);
}

const std::vector<TimeLag>* StreamsFeed::timeLags(const QString& group) const
{
    return valueIn(m_timeLags, group);
}

const std::map<QString, qint64>& StreamsFeed::readers(const QString& topic) const
{
    static const std::map<QString, qint64> kNone;
    const auto* found = valueIn(m_readers, topic);
    return found ? *found : kNone;
}

std::optional<qint64> StreamsFeed::maxLag(const QString& topic) const
{
    std::optional<qint64> most;
    for (const auto& [group, lag] : readers(topic))
        most = std::max(most.value_or(0), lag);
    return most;
}

void StreamsFeed::add(StreamsWatch* watch)
{
    m_watches.push_back(watch);
}

void StreamsFeed::drop(StreamsWatch* watch)
{
    std::erase(m_watches, watch);
    watchChanged();
}

bool StreamsFeed::anyVisible() const
{
    return std::any_of(
        m_watches.begin(), m_watches.end(), [](const StreamsWatch* w) { return w->m_visible; });
}

// Several changes of one moment become one look.
void StreamsFeed::watchChanged()
{
    QStringList topics;
    for (const StreamsWatch* watch : m_watches)
        if (watch->m_visible)
            topics += watch->m_topics;
    topics.removeDuplicates();
    m_schemas->setTopics(topics);
    if (!anyVisible()) {
        m_timer.stop();
        return;
    }
    if (!m_timer.isActive())
        m_timer.start();
    // What was just chosen does not wait for its turn.
    for (const StreamsWatch* watch : m_watches) {
        if (!watch->m_visible)
            continue;
        if (!watch->m_topic.isEmpty() && !m_offsets.contains(watch->m_topic))
            m_parts[size_t(Part::Offsets)].asked = -1;
        if (!watch->m_group.isEmpty() && !m_timeLags.contains(watch->m_group))
            m_parts[size_t(Part::TimeLags)].asked = -1;
        if (!watch->m_group.isEmpty() && !m_partitions.contains(watch->m_group))
            m_lagsAsked.remove(watch->m_group);
    }
    QTimer::singleShot(0, this, &StreamsFeed::tick);
}

void StreamsFeed::retry()
{
    State& topics = m_parts[size_t(Part::Topics)];
    if (m_topicsCall.running())
        return;
    m_again = true;
    topics.asked = -1;
    watchChanged();
}

void StreamsFeed::refresh()
{
    m_settingsAsked.clear();
    m_lagsAsked.clear();
    m_membersAsked.clear();
    for (State& state : m_parts)
        state.asked = -1;
    retry();
}

void StreamsFeed::expectChange()
{
    refresh();
}

void StreamsFeed::stopCalls()
{
    m_topicsCall = {};
    m_clusterCall = {};
    m_movesCall = {};
    m_settingsCall = {};
    m_sizesCall = {};
    m_offsetsCall = {};
    m_groupsCall = {};
    m_lagsCall = {};
    m_membersCall = {};
    m_timeLagsCall = {};
}

void StreamsFeed::forgetGroup(const QString& group)
{
    if (const GroupSummary* known = summary(group))
        for (const TopicLag& read : known->topics)
            m_readers[read.topic].erase(group);
    m_summaries.remove(group);
    m_lagsAsked.remove(group);
    m_membersAsked.remove(group);
    m_partitions.remove(group);
    m_details.remove(group);
    m_timeLags.remove(group);
    m_timesAsked.remove(group);
}

bool StreamsFeed::isDue(Part part, qint64 pace, bool running) const
{
    const State& state = m_parts[size_t(part)];
    if (running)
        return false;
    return state.asked < 0
        || m_clock.elapsed() - state.asked >= (state.error ? std::max(pace, kAfterError) : pace);
}

// Everything else waits for the list of topics: a cluster that does not answer is asked one thing.
void StreamsFeed::tick()
{
    if (!anyVisible() || (isOld() && !m_again))
        return;
    if (isDue(Part::Topics, kTopicsEvery, m_topicsCall.running()))
        askTopics();
    if (!hasTopics() || isOld())
        return;
    if (isDue(Part::Groups, kGroupsEvery, m_groupsCall.running()))
        askGroups();
    if (isDue(Part::Lags, kLagsRound, m_lagsCall.running()))
        askLags();
    if (isDue(Part::Offsets, kOffsetsEvery, m_offsetsCall.running()))
        askOffsets();
    if (isDue(
            Part::Cluster, m_clusterAgain ? kClusterAgain : kClusterEvery, m_clusterCall.running()))
        askCluster();
    if (isDue(Part::Moves, kMovesEvery, m_movesCall.running()))
        askMoves();
    if (isDue(Part::Settings, kSettingsRound, m_settingsCall.running()))
        askSettings();
    if (isDue(Part::Members, kMembersRound, m_membersCall.running()))
        askMembers();
    if (isDue(Part::TimeLags, kTimeLagsRound, m_timeLagsCall.running()))
        askTimeLags();
    if (isDue(Part::Sizes, kSizesEvery, m_sizesCall.running()))
        askSizes();
}

} // namespace pilothouse::streams
