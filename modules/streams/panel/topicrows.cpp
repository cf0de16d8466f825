// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/topicrows.h"

#include "streams/panel/streamrates.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamtext.h"
#include "ui/plot/numbertext.h"

#include <algorithm>
#include <cmath>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{

const QString& unknown()
{
    static const QString kUnknown = u"–"_s;
    return kUnknown;
}

} // namespace

TopicRows::TopicRows(const StreamsFeed& feed, const StreamRates& rates)
    : m_feed(feed)
    , m_rates(rates)
{
}

std::vector<StreamColumn> TopicRows::columns() const
{
    const auto number = [](const QString& title, int width, int rank) {
        return StreamColumn{title, width, true, true, false, rank, 0};
    };
    std::vector<StreamColumn> columns{
        {tr("Topic"), 180, false, false, true, 0, 0},
        number(tr("Part."), 50, 5),
        number(tr("RF"), 36, 7),
        number(tr("In /s"), 62, 2),
        {tr("Last 10 min"), 88, false, false, false, 6, 0},
        number(tr("Bytes /s"), 80, 8),
        number(tr("Size"), 74, 3),
        {tr("Keeps"), 84, false, true, false, 4, 0},
        number(tr("Max lag"), 140, 1),
        {tr("Schema"), 78, false, true, false, 9, 0},
    };
    columns[Lag].bar = 56;
    return columns;
}

QStringList TopicRows::ids() const
{
    QStringList names;
    for (const TopicInfo& topic : m_feed.topics())
        if (m_internal || !topic.internal)
            names.append(topic.name);
    return names;
}

int TopicRows::hidden() const
{
    return int(std::count_if(m_feed.topics().begin(), m_feed.topics().end(),
        [this](const TopicInfo& topic) { return topic.internal && !m_internal; }));
}

void TopicRows::prepare()
{
    m_mostLag = 0;
    for (const TopicInfo& topic : m_feed.topics())
        if (m_internal || !topic.internal)
            m_mostLag = std::max(m_mostLag, m_feed.maxLag(topic.name).value_or(0));
}

std::pair<Glyph, QString> TopicRows::state(const QString& name) const
{
    const TopicInfo* topic = m_feed.topic(name);
    if (!topic)
        return {Glyph::Gone, tr("not there any more")};
    if (topic->problem)
        return {Glyph::Unknown, topic->problem->detail};
    int leaderless = 0, behind = 0;
    for (const PartitionInfo& part : topic->partitions) {
        leaderless += part.leader < 0 ? 1 : 0;
        behind += part.inSync.size() < part.replicas.size() ? 1 : 0;
    }
    if (leaderless > 0)
        return {Glyph::Error, tr("%n partition(s) without a leader", nullptr, leaderless)};
    if (behind > 0)
        return {Glyph::Warn, tr("%n partition(s) with too few copies in sync", nullptr, behind)};
    for (const auto& [group, lag] : m_feed.readers(name)) {
        if (const GroupSummary* known = m_feed.summary(group))
            if (const TopicLag* at = known->of(name); at && at->lost > 0)
                return {Glyph::Error, tr("messages are lost to %1").arg(group)};
        if (lag > 0 && m_rates.trend(group, name).way == LagTrend::Way::Grows)
            return {Glyph::Warn, tr("the lag of %1 grows").arg(group)};
    }
    return {Glyph::Ok, tr("all copies in sync")};
}

StreamCell TopicRows::lagCell(const QString& id) const
{
    StreamCell cell;
    const auto& readers = m_feed.readers(id);
    if (readers.empty()) {
        cell.text = unknown();
        cell.tone = Token::Text3;
        cell.tip = tr("No group that was read so far has committed in this topic.");
        return cell;
    }
    const auto worst = std::max_element(readers.begin(), readers.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    cell.text = countText(worst->second);
    cell.tip = readers.size() == 1
        ? worst->first
        : tr("%1 is furthest behind, of %2").arg(worst->first, countText(qint64(readers.size())));
    if (worst->second > 0 && m_mostLag > 0)
        cell.bar = std::log1p(double(worst->second)) / std::log1p(double(m_mostLag));
    const bool grows
        = worst->second > 0 && m_rates.trend(worst->first, id).way == LagTrend::Way::Grows;
    cell.tone = grows ? Token::StatusWarn : Token::Text;
    cell.barTone = grows ? Token::StatusWarn : Token::Series1;
    return cell;
}

StreamCell TopicRows::cell(const QString& id, int column) const
{
    const TopicInfo* topic = m_feed.topic(id);
    StreamCell cell;
    if (!topic)
        return cell;
    switch (column) {
    case Name: {
        const auto [glyph, word] = state(id);
        cell.text = id;
        cell.glyph = glyph;
        cell.tip = u"%1\n%2"_s.arg(id, word);
        break;
    }
    case Partitions:
        cell.text = countText(qint64(topic->partitions.size()));
        break;
    case Copies:
        cell.text = QString::number(topic->replication());
        cell.tone = Token::Text3;
        cell.tip = tr("Copies of each partition");
        break;
    case In: {
        const auto in = m_rates.in(id);
        cell.text = in ? ui::compactNumber(*in) : unknown();
        cell.tip = in ? tr("%1 messages per second").arg(*in, 0, 'f', 1) : tr("Not recorded yet");
        break;
    }
    case Course:
        cell.spark = m_rates.spark(id);
        cell.tip = tr("Messages per second in the last ten minutes; a gap was not recorded");
        break;
    case Bytes: {
        const TopicSize* size = m_feed.size(id);
        const auto rate = size ? size->perSecond : std::nullopt;
        cell.text = rate ? tr("%1/s").arg(ui::compactBytes(*rate)) : unknown();
        cell.tone = Token::Text2;
        cell.tip = tr("By how the leaders' logs grow");
        break;
    }
    case Size: {
        const TopicSize* size = m_feed.size(id);
        cell.text = size ? ui::compactBytes(double(size->bytes)) : unknown();
        if (size)
            cell.tip = tr("%1 bytes, all copies").arg(countText(size->bytes));
        break;
    }
    case Keeps: {
        const auto* settings = m_feed.settings(id);
        const QString keeps = settings ? StreamText::keeps(*settings) : QString();
        cell.text = keeps.isEmpty() ? unknown() : keeps;
        cell.tone = Token::Text2;
        break;
    }
    case Lag:
        return lagCell(id);
    default:
        cell.text = m_schema ? m_schema(id) : QString();
        cell.tone = Token::Text2;
        break;
    }
    return cell;
}

bool TopicRows::isOld() const
{
    return m_feed.isOld();
}

double TopicRows::number(const QString& id, int column) const
{
    const TopicInfo* topic = m_feed.topic(id);
    const TopicSize* size = m_feed.size(id);
    switch (column) {
    case Partitions:
        return topic ? double(topic->partitions.size()) : qQNaN();
    case Copies:
        return topic ? double(topic->replication()) : qQNaN();
    case In:
        return m_rates.in(id).value_or(qQNaN());
    case Bytes:
        return size ? size->perSecond.value_or(qQNaN()) : qQNaN();
    case Size:
        return size ? double(size->bytes) : qQNaN();
    case Lag: {
        const auto lag = m_feed.maxLag(id);
        return lag ? double(*lag) : qQNaN();
    }
    default:
        return qQNaN();
    }
}

} // namespace pilothouse::streams
