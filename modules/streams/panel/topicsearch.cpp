// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/topicsearch.h"

#include <QJsonArray>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kSaveMs = 5'000;
constexpr qint64 kRateSpanMs = 10'000;
constexpr qint64 kRateLeastMs = 500;

} // namespace

TopicSearch::TopicSearch(ServiceHub& hub, ServiceId service, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_service(std::move(service))
{
    m_save.setInterval(kSaveMs);
    connect(&m_save, &QTimer::timeout, this, &TopicSearch::saveDue);
    // The stream must end before the service it reads from.
    connect(&hub, &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id == m_service && isActive())
            stopWith(State::CutOff,
                Error{Error::Kind::Cancelled, m_service, {},
                    PH_TEXT("streams", "The connection was closed"), {}});
    });
}

TopicSearch::~TopicSearch()
{
    m_stream.cancel();
}

void TopicSearch::makeStore()
{
    m_store = std::make_unique<HitStore>(m_hub.runtime(), m_query.topic);
    connect(m_store.get(), &HitStore::caughtUp, this, [this] { m_stream.setPaused(false); });
    connect(m_store.get(), &HitStore::failed, this, [this](const Error& error) {
        if (isActive())
            stopWith(State::CutOff, error);
    });
    Q_EMIT storeChanged();
}

void TopicSearch::start(SearchQuery query)
{
    m_stream.cancel();
    m_query = std::move(query);
    m_query.resume.clear();
    m_progress = {};
    m_earlier = {};
    m_lostBy.clear();
    m_lostHits = 0;
    m_tookBefore = {};
    makeStore();
    run();
}

void TopicSearch::goOn()
{
    if (!canGoOn())
        return;
    m_query.resume = m_progress.state.positions;
    m_earlier = m_progress.state;
    m_tookBefore = took();
    if (!m_store)
        makeStore();
    run();
}

void TopicSearch::run()
{
    m_error.reset();
    m_cancelled = false;
    m_samples.clear();
    m_clock.start();
    m_hold = std::make_shared<std::atomic<bool>>(false);
    m_query.hold = m_hold;
    auto* messages = m_hub.contract<Messages>(m_service);
    m_state = State::Running;
    if (!messages) {
        stopWith(State::CutOff,
            Error{Error::Kind::Refused, m_service, {}, PH_TEXT("streams", "There is no connection"),
                {}});
        return;
    }
    m_stream = messages->search(m_query).attach(
        this, [this](std::vector<SearchBatch>&& batches) { take(std::move(batches)); },
        [this](const VoidResult& end) { ended(end); });
    m_save.start();
    Q_EMIT changed();
}

void TopicSearch::take(std::vector<SearchBatch>&& batches)
{
    for (SearchBatch& batch : batches) {
        m_store->append(std::move(batch.hits));
        m_progress = std::move(batch.progress);
    }
    m_progress.state.messages += m_earlier.messages;
    m_progress.state.bytes += m_earlier.bytes;
    m_progress.state.matched += m_earlier.matched;
    if (m_store->isBehind())
        m_stream.setPaused(true);
    sample();
    if (m_store->isFull() && isActive()) {
        stopWith(State::CutOff,
            Error{Error::Kind::Refused, m_service, {},
                PH_TEXT("streams",
                    "More hits than a list can hold. Narrow the range, or export the hits and go "
                    "on from there."),
                u"guard"_s});
        return;
    }
    Q_EMIT changed();
}

void TopicSearch::ended(const VoidResult& end)
{
    if (m_cancelled || (!end && end.error().kind == Error::Kind::Cancelled))
        stopWith(State::Cancelled, {});
    else if (end)
        stopWith(State::Done, {});
    else
        stopWith(State::CutOff, end.error());
}

void TopicSearch::stopWith(State state, std::optional<Error> error)
{
    m_tookBefore = took();
    m_clock.invalidate();
    m_stream.cancel();
    m_save.stop();
    m_state = state;
    m_error = std::move(error);
    m_endedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT saveDue();
    Q_EMIT changed();
}

void TopicSearch::setPaused(bool paused)
{
    if (!isActive() || paused == (m_state == State::Paused))
        return;
    m_hold->store(paused);
    if (paused) {
        m_tookBefore = took();
        m_clock.invalidate();
    } else {
        m_clock.start();
        m_samples.clear();
    }
    m_state = paused ? State::Paused : State::Running;
    Q_EMIT saveDue();
    Q_EMIT changed();
}

// The stream's own end follows, with what it still found.
void TopicSearch::cancel()
{
    if (!isActive())
        return;
    m_cancelled = true;
    m_hold->store(false);
    if (m_stream.running())
        m_stream.stop();
    else
        stopWith(State::Cancelled, {});
}

std::map<int, qint64> TopicSearch::hitsBy() const
{
    std::map<int, qint64> out = m_lostBy;
    if (m_store)
        for (const auto& [partition, hits] : m_store->hitsBy())
            out[partition] += hits;
    return out;
}

qint64 TopicSearch::hits() const
{
    return m_lostHits + (m_store ? m_store->hits() : 0);
}

milliseconds TopicSearch::took() const
{
    return m_tookBefore + milliseconds(m_clock.isValid() ? m_clock.elapsed() : 0);
}

void TopicSearch::sample()
{
    if (!m_clock.isValid())
        return;
    const qint64 now = m_clock.elapsed();
    m_samples.push_back(
        {now, m_progress.done(), m_progress.state.bytes, m_progress.state.messages});
    while (m_samples.size() > 2 && m_samples[1].ms <= now - kRateSpanMs)
        m_samples.pop_front();
}

std::optional<TopicSearch::Rates> TopicSearch::rates() const
{
    if (m_samples.size() < 2)
        return std::nullopt;
    const Sample& first = m_samples.front();
    const Sample& last = m_samples.back();
    const double seconds = double(last.ms - first.ms) / 1000;
    if (last.ms - first.ms < kRateLeastMs)
        return std::nullopt;
    Rates out;
    out.bytes = double(last.bytes - first.bytes) / seconds;
    out.messages = double(last.messages - first.messages) / seconds;
    const double offsets = double(last.offsets - first.offsets) / seconds;
    if (offsets > 0)
        out.left
            = milliseconds(qint64(double(m_progress.total() - m_progress.done()) / offsets * 1000));
    return out;
}

QJsonObject TopicSearch::saved() const
{
    if (m_state == State::Idle || m_progress.range.empty())
        return {};
    QJsonObject positions;
    for (const auto& [partition, offset] : m_progress.state.positions)
        positions[QString::number(partition)] = offset;
    QJsonObject ranges;
    for (const auto& [partition, ends] : m_progress.range)
        ranges[QString::number(partition)] = u"%1-%2"_s.arg(ends.first).arg(ends.second);
    QJsonObject found;
    for (const auto& [partition, count] : hitsBy())
        found[QString::number(partition)] = count;
    QJsonObject out;
    out[u"query"_s] = queryJson(m_query);
    out[u"positions"_s] = positions;
    out[u"ranges"_s] = ranges;
    out[u"hitsBy"_s] = found;
    out[u"hits"_s] = hits();
    out[u"done"_s] = m_state == State::Done;
    out[u"messages"_s] = m_progress.state.messages;
    out[u"bytes"_s] = m_progress.state.bytes;
    out[u"tookMs"_s] = qint64(took().count());
    out[u"savedAt"_s] = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    return out;
}

bool TopicSearch::restore(const QJsonObject& saved)
{
    const QJsonObject positions = saved[u"positions"_s].toObject();
    const SearchQuery query = queryOf(saved[u"query"_s].toObject());
    if (positions.isEmpty() || query.topic.isEmpty() || isActive())
        return false;
    m_query = query;
    m_progress = {};
    m_lostBy.clear();
    for (auto it = positions.begin(); it != positions.end(); ++it)
        m_progress.state.positions[it.key().toInt()] = it.value().toInteger();
    const QJsonObject ranges = saved[u"ranges"_s].toObject();
    for (auto it = ranges.begin(); it != ranges.end(); ++it) {
        const QString ends = it.value().toString();
        m_progress.range[it.key().toInt()]
            = {ends.section(u'-', 0, 0).toLongLong(), ends.section(u'-', 1, 1).toLongLong()};
    }
    const QJsonObject found = saved[u"hitsBy"_s].toObject();
    for (auto it = found.begin(); it != found.end(); ++it)
        m_lostBy[it.key().toInt()] = it.value().toInteger();
    m_progress.state.messages = saved[u"messages"_s].toInteger();
    m_progress.state.bytes = saved[u"bytes"_s].toInteger();
    m_lostHits = saved[u"hits"_s].toInteger();
    m_tookBefore = milliseconds(saved[u"tookMs"_s].toInteger());
    m_endedAt = QDateTime::fromString(saved[u"savedAt"_s].toString(), Qt::ISODateWithMs);
    m_error.reset();
    m_store.reset();
    m_state = saved[u"done"_s].toBool() ? State::Done : State::CutOff;
    Q_EMIT storeChanged();
    Q_EMIT changed();
    return true;
}

QJsonObject placeJson(const TopicPlace& place)
{
    QJsonObject out;
    switch (place.kind) {
    case TopicPlace::Kind::Begin:
        out[u"kind"_s] = u"begin"_s;
        break;
    case TopicPlace::Kind::End:
        out[u"kind"_s] = u"end"_s;
        break;
    case TopicPlace::Kind::Offset:
        out[u"kind"_s] = u"offset"_s;
        out[u"offset"_s] = place.offset;
        break;
    case TopicPlace::Kind::Time:
        out[u"kind"_s] = u"time"_s;
        out[u"time"_s] = place.time.toUTC().toString(Qt::ISODateWithMs);
        break;
    case TopicPlace::Kind::BeforeEnd:
        out[u"kind"_s] = u"before-end"_s;
        out[u"offset"_s] = place.offset;
        break;
    }
    return out;
}

TopicPlace placeOf(const QJsonObject& json, TopicPlace::Kind otherwise)
{
    TopicPlace out;
    const QString kind = json[u"kind"_s].toString();
    out.offset = json[u"offset"_s].toInteger();
    out.time = QDateTime::fromString(json[u"time"_s].toString(), Qt::ISODateWithMs);
    out.kind = kind == "begin"_L1                 ? TopicPlace::Kind::Begin
        : kind == "end"_L1                        ? TopicPlace::Kind::End
        : kind == "offset"_L1                     ? TopicPlace::Kind::Offset
        : kind == "before-end"_L1                 ? TopicPlace::Kind::BeforeEnd
        : kind == "time"_L1 && out.time.isValid() ? TopicPlace::Kind::Time
                                                  : otherwise;
    return out;
}

QJsonObject patternJson(const MessagePattern& pattern)
{
    using Mode = MessagePattern::Mode;
    QJsonObject out;
    out[u"mode"_s] = pattern.mode == Mode::Field ? u"field"_s
        : pattern.mode == Mode::Regex            ? u"regex"_s
        : pattern.mode == Mode::Tombstone        ? u"tombstone"_s
        : pattern.mode == Mode::OneOf            ? u"one-of"_s
                                                 : u"contains"_s;
    out[u"pattern"_s] = pattern.pattern;
    if (pattern.mode == Mode::Field || pattern.mode == Mode::OneOf)
        out[u"equals"_s] = pattern.equals;
    if (!pattern.others.isEmpty())
        out[u"others"_s] = QJsonArray::fromStringList(pattern.others);
    out[u"where"_s] = pattern.where;
    out[u"case"_s] = pattern.caseSensitive;
    return out;
}

MessagePattern patternOf(const QJsonObject& json)
{
    using Mode = MessagePattern::Mode;
    MessagePattern out;
    const QString mode = json[u"mode"_s].toString();
    out.mode = mode == "field"_L1 ? Mode::Field
        : mode == "regex"_L1      ? Mode::Regex
        : mode == "tombstone"_L1  ? Mode::Tombstone
        : mode == "one-of"_L1     ? Mode::OneOf
                                  : Mode::Contains;
    for (const QJsonValue& other : json[u"others"_s].toArray())
        out.others.append(other.toString());
    out.pattern = json[u"pattern"_s].toString();
    out.equals = json[u"equals"_s].toString();
    out.where = json[u"where"_s].toInt(MessagePattern::Anywhere) & MessagePattern::Anywhere;
    if (out.where == 0)
        out.where = MessagePattern::Anywhere;
    out.caseSensitive = json[u"case"_s].toBool(true);
    return out;
}

QJsonObject queryJson(const SearchQuery& query)
{
    QJsonObject out = patternJson(query.pattern);
    out[u"topic"_s] = query.topic;
    QJsonArray partitions;
    for (const int partition : query.partitions)
        partitions.append(partition);
    out[u"partitions"_s] = partitions;
    out[u"from"_s] = placeJson(query.from);
    out[u"to"_s] = placeJson(query.to);
    out[u"isolation"_s]
        = query.isolation == Isolation::Committed ? u"committed"_s : u"uncommitted"_s;
    return out;
}

SearchQuery queryOf(const QJsonObject& json)
{
    SearchQuery out;
    out.pattern = patternOf(json);
    out.topic = json[u"topic"_s].toString();
    for (const QJsonValue& partition : json[u"partitions"_s].toArray())
        out.partitions.push_back(partition.toInt());
    out.from = placeOf(json[u"from"_s].toObject(), TopicPlace::Kind::Begin);
    out.to = placeOf(json[u"to"_s].toObject(), TopicPlace::Kind::End);
    out.isolation = json[u"isolation"_s].toString() == "uncommitted"_L1 ? Isolation::Uncommitted
                                                                        : Isolation::Committed;
    return out;
}

} // namespace pilothouse::streams
