// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/partitionrows.h"

#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamtext.h"
#include "ui/plot/numbertext.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{

constexpr qint64 kRateWindow = 30'000; // ms: groups commit every few seconds

const QString& unknown()
{
    static const QString kUnknown = u"–"_s;
    return kUnknown;
}

QString offsetText(const std::optional<qint64>& offset)
{
    return offset ? countText(*offset) : unknown();
}

QString brokersText(const std::vector<int>& ids)
{
    QStringList words;
    for (const int id : ids)
        words.append(QString::number(id));
    return words.join(u", "_s);
}

} // namespace

PartitionRows::PartitionRows(const StreamsFeed& feed)
    : m_feed(feed)
{
}

void PartitionRows::setShown(const QString& topic, const QString& group)
{
    if (m_topic == topic && m_group == group)
        return;
    m_topic = topic;
    m_group = group;
    m_commits.clear();
    prepare();
}

bool PartitionRows::isOfGroup(int column)
{
    return column >= Lag && column <= Member;
}

void PartitionRows::noteLags(qint64 nowMs)
{
    const GroupLag* lags = m_feed.partitions(m_group);
    if (!lags)
        return;
    for (const PartitionLag& part : lags->partitions) {
        if (part.topic != m_topic || !part.committed)
            continue;
        auto& known = m_commits[part.partition];
        if (!known.empty() && known.back().second > *part.committed)
            known.clear(); // moved back: a reset is no reading
        known.emplace_back(nowMs, *part.committed);
        while (known.size() > 2 && nowMs - known.front().first > kRateWindow)
            known.pop_front();
    }
}

std::optional<double> PartitionRows::consumed(int partition) const
{
    const auto at = m_commits.find(partition);
    if (at == m_commits.end() || at->second.size() < 2)
        return {};
    const auto& [from, first] = at->second.front();
    const auto& [to, last] = at->second.back();
    return to > from ? std::optional(double(last - first) * 1000.0 / double(to - from))
                     : std::nullopt;
}

void PartitionRows::prepare()
{
    m_members.clear();
    m_behind.clear();
    m_lags.clear();
    m_mostLag = 0;
    if (m_group.isEmpty())
        return;
    if (const GroupDetail* detail = m_feed.detail(m_group))
        for (const MemberInfo& member : detail->members)
            for (const AssignedPartition& own : member.assigned)
                if (own.topic == m_topic)
                    m_members.insert(own.partition, member.client);
    if (const auto* behind = m_feed.timeLags(m_group))
        for (const TimeLag& one : *behind)
            if (one.topic == m_topic && one.behind)
                m_behind.insert(one.partition, one.behind->count());
    if (const GroupLag* lags = m_feed.partitions(m_group))
        for (const PartitionLag& part : lags->partitions)
            if (part.topic == m_topic) {
                m_lags.insert(part.partition, part);
                m_mostLag = std::max(m_mostLag, part.lag.value_or(0));
            }
}

std::vector<StreamColumn> PartitionRows::columns() const
{
    return {{tr("Part."), 60, true, true, false, 0, 0}, {tr("Lead"), 44, false, true, false, 3, 0},
        {tr("Lag"), 160, true, true, true, 0, -1}, {tr("Behind"), 84, true, true, false, 2, 0},
        {tr("Consumed"), 78, true, true, false, 4, 0},
        {tr("Member"), 84, false, false, false, 1, 0}, {tr("First"), 100, true, true, false, 3, 0},
        {tr("End"), 100, true, true, false, 2, 0},
        {tr("Offsets kept"), 110, true, true, true, 1, 0}};
}

QStringList PartitionRows::ids() const
{
    QStringList ids;
    if (const TopicInfo* topic = m_feed.topic(m_topic))
        for (const PartitionInfo& part : topic->partitions)
            ids.append(QString::number(part.id));
    return ids;
}

// A partition stands at the place of its number.
const PartitionInfo* PartitionRows::info(const QString& id) const
{
    const TopicInfo* topic = m_feed.topic(m_topic);
    const size_t at = id.toUInt();
    return topic && at < topic->partitions.size() ? &topic->partitions[at] : nullptr;
}

const PartitionLag* PartitionRows::lag(const QString& id) const
{
    const auto at = m_lags.constFind(id.toInt());
    return at == m_lags.constEnd() ? nullptr : &*at;
}

const PartitionOffsets* PartitionRows::offsets(const QString& id) const
{
    const auto* all = m_feed.offsets(m_topic);
    const size_t at = id.toUInt();
    return all && at < all->size() ? &(*all)[at] : nullptr;
}

std::optional<qint64> PartitionRows::begin(const QString& id) const
{
    return offsets(id) ? offsets(id)->begin : std::nullopt;
}

std::optional<qint64> PartitionRows::end(const QString& id) const
{
    return offsets(id) ? offsets(id)->end : std::nullopt;
}

StreamCell PartitionRows::cell(const QString& id, int column) const
{
    StreamCell cell;
    const PartitionInfo* part = info(id);
    const PartitionLag* at = lag(id);
    switch (column) {
    case Name:
        cell.text = id;
        if (part && part->leader < 0)
            cell.glyph = Glyph::Error;
        else if (part && part->inSync.size() < part->replicas.size())
            cell.glyph = Glyph::Warn;
        if (part)
            cell.tip = tr("Copies on %1, in sync %2")
                           .arg(brokersText(part->replicas), brokersText(part->inSync));
        break;
    case Leader:
        cell.text = !part ? unknown() : part->leader < 0 ? tr("none") : u"b%1"_s.arg(part->leader);
        cell.tone = part && part->leader < 0 ? Token::StatusError : Token::Text2;
        break;
    case Lag:
        if (!at) {
            cell.text = unknown();
        } else if (at->problem) {
            cell.text = tr("not known");
            cell.tone = Token::StatusWarn;
            cell.tip = at->problem->detail;
        } else if (!at->committed) {
            cell.text = tr("no commit");
            cell.tone = Token::Text3;
            cell.tip = tr("The group has committed nothing here yet.");
        } else {
            cell.text = offsetText(at->lag);
            cell.bar = m_mostLag > 0 ? double(at->lag.value_or(0)) / double(m_mostLag) : 0;
            const bool much = cell.bar > 0.1 && at->lag.value_or(0) > 0;
            cell.barTone = much ? Token::StatusWarn : Token::Series1;
            cell.tone = much ? Token::StatusWarn : Token::Text;
            cell.tip = at->lost()
                ? tr("Committed %1, but what lies before %2 is no longer kept: it is lost to this "
                     "group.")
                      .arg(offsetText(at->committed), offsetText(at->begin))
                : tr("Committed %1 of %2").arg(offsetText(at->committed), offsetText(at->end));
            if (at->lost()) {
                cell.glyph = Glyph::Error;
                cell.tone = Token::StatusError;
            }
        }
        break;
    case Behind: {
        const auto behind = m_behind.constFind(id.toInt());
        cell.text = behind == m_behind.constEnd() ? QString() : behindText(milliseconds(*behind));
        break;
    }
    case Consumed: {
        const auto rate = consumed(id.toInt());
        cell.text = rate ? tr("%1/s").arg(ui::compactNumber(*rate)) : unknown();
        cell.tone = Token::Text2;
        break;
    }
    case Member:
        cell.text = m_members.value(id.toInt());
        cell.tone = Token::Text2;
        break;
    case Begin:
        cell.text = offsetText(begin(id));
        cell.tone = Token::Text2;
        break;
    case End:
        cell.text = offsetText(end(id));
        break;
    default: {
        const auto from = begin(id), to = end(id);
        cell.text = from && to ? countText(*to - *from) : unknown();
        break;
    }
    }
    return cell;
}

bool PartitionRows::isOld() const
{
    return m_feed.isOld();
}

double PartitionRows::number(const QString& id, int column) const
{
    const auto numberOf = [](const std::optional<qint64>& value) {
        return value ? double(*value) : qQNaN();
    };
    switch (column) {
    case Name:
        return id.toDouble();
    case Lag:
        return lag(id) ? numberOf(lag(id)->lag) : qQNaN();
    case Behind: {
        const auto behind = m_behind.constFind(id.toInt());
        return behind == m_behind.constEnd() ? qQNaN() : double(*behind);
    }
    case Consumed:
        return consumed(id.toInt()).value_or(qQNaN());
    case Begin:
        return numberOf(begin(id));
    case End:
        return numberOf(end(id));
    case Messages: {
        const auto from = begin(id), to = end(id);
        return from && to ? double(*to - *from) : qQNaN();
    }
    default:
        return qQNaN();
    }
}

QString PartitionRows::copy(const QString& id) const
{
    const PartitionLag* at = lag(id);
    return u"%1\t%2\t%3\t%4"_s.arg(m_topic, id,
        at && at->committed ? QString::number(*at->committed) : QString(),
        end(id) ? QString::number(*end(id)) : QString());
}

} // namespace pilothouse::streams
