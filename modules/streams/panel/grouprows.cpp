// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/grouprows.h"

#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamtext.h"

#include <QLocale>

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

Glyph glyphOf(const QString& state)
{
    if (state == "Stable"_L1)
        return Glyph::Streaming;
    if (state == "Empty"_L1)
        return Glyph::Paused;
    if (state == "Dead"_L1)
        return Glyph::Gone;
    if (state.contains("Rebalanc"_L1) || state == "Assigning"_L1 || state == "Reconciling"_L1)
        return Glyph::Restarting;
    return Glyph::Unknown;
}

const MemberInfo* memberOf(const StreamsFeed& feed, const QString& group, const QString& id)
{
    const GroupDetail* detail = feed.detail(group);
    if (!detail)
        return nullptr;
    const auto at = std::find_if(detail->members.begin(), detail->members.end(),
        [&id](const MemberInfo& member) { return member.id == id; });
    return at == detail->members.end() ? nullptr : &*at;
}

} // namespace

GroupRows::GroupRows(const StreamsFeed& feed)
    : m_feed(feed)
{
}

std::vector<StreamColumn> GroupRows::columns() const
{
    return {{tr("Group"), 186, false, false, true, 0, 0},
        {tr("State"), 116, false, false, false, 3, 0}, {tr("Members"), 72, true, true, false, 4, 0},
        {tr("Topics"), 150, false, false, false, 5, 0}, {tr("Behind"), 84, true, true, false, 2, 0},
        {tr("Since"), 64, true, true, false, 3, 0}, {tr("Lag"), 140, true, true, false, 1, 56}};
}

QStringList GroupRows::ids() const
{
    QStringList names;
    for (const GroupInfo& group : m_feed.groups())
        names.append(group.name);
    return names;
}

void GroupRows::prepare()
{
    m_mostLag = 0;
    for (const GroupInfo& group : m_feed.groups())
        if (const GroupSummary* known = m_feed.summary(group.name))
            m_mostLag = std::max(m_mostLag, known->total);
}

StreamCell GroupRows::membersCell(const GroupDetail* detail)
{
    StreamCell cell;
    cell.tone = Token::Text3;
    if (!detail) {
        cell.text = unknown();
        cell.tip = tr("Not read yet");
    } else if (detail->unreadable) {
        cell.text = tr("not readable");
        cell.tip = tr("Its members are not readable with this library. %1")
                       .arg(detail->unreadable->detail);
    } else {
        cell.text = countText(qint64(detail->members.size()));
        cell.tone = detail->members.empty() ? Token::Text3 : Token::Text;
    }
    return cell;
}

StreamCell GroupRows::cell(const QString& id, int column) const
{
    const GroupInfo* group = m_feed.group(id);
    const GroupSummary* known = m_feed.summary(id);
    StreamCell cell;
    if (!group)
        return cell;
    switch (column) {
    case Name:
        cell.text = id;
        cell.glyph = known && known->problem ? Glyph::Unknown : glyphOf(group->state);
        cell.tip = u"%1\n%2"_s.arg(id, group->state);
        break;
    case State: {
        const bool old = group->type.isEmpty() || group->type == "classic"_L1;
        cell.text = old ? group->state : u"%1, %2"_s.arg(group->state, group->type);
        cell.tone = Token::Text2;
        cell.tip = group->protocol;
        break;
    }
    case Members:
        return membersCell(m_feed.detail(id));
    case Topics:
        if (known && !known->topics.empty()) {
            cell.text = known->topics.size() == 1
                ? known->topics.front().topic
                : tr("%1 and %2 more")
                      .arg(
                          known->topics.front().topic, countText(qint64(known->topics.size()) - 1));
            for (const TopicLag& topic : known->topics)
                if (cell.tip.size() < 1000)
                    cell.tip += u"%1  %2\n"_s.arg(topic.topic, countText(topic.lag));
            cell.tip.chop(1);
        }
        cell.tone = Token::Text2;
        break;
    case Behind: {
        const double seconds = number(id, Behind);
        cell.text = std::isnan(seconds) ? QString() : behindText(milliseconds(qint64(seconds)));
        cell.tip = tr("Time of the newest message less that of the next one this group reads");
        break;
    }
    case Since:
        if (const QDateTime since = sinceOf(id); since.isValid()) {
            cell.text = sinceText(since);
            cell.tip
                = tr("It is behind since %1").arg(QLocale().toString(since, QLocale::ShortFormat));
        } else if (known && known->total > 0) {
            cell.tip = tr("Longer than what was recorded, or not recorded");
        }
        cell.tone = Token::Text2;
        break;
    default:
        cell.text = known && known->read.isValid() ? countText(known->total) : unknown();
        if (known && known->problem) {
            cell.tone = Token::StatusWarn;
            cell.tip = known->problem->detail;
        } else if (!known) {
            cell.tone = Token::Text3;
            cell.tip = tr("Not read yet");
        }
        if (known && known->total > 0 && m_mostLag > 0)
            cell.bar = std::log1p(double(known->total)) / std::log1p(double(m_mostLag));
        break;
    }
    return cell;
}

bool GroupRows::isOld() const
{
    return m_feed.isOld() || m_feed.error(StreamsFeed::Part::Groups);
}

double GroupRows::number(const QString& id, int column) const
{
    const GroupSummary* known = m_feed.summary(id);
    const GroupDetail* detail = m_feed.detail(id);
    switch (column) {
    case Members:
        return detail && !detail->unreadable ? double(detail->members.size()) : qQNaN();
    case Behind: {
        const auto* lags = m_feed.timeLags(id);
        double most = qQNaN();
        for (const TimeLag& lag : lags ? *lags : std::vector<TimeLag>())
            if (lag.behind)
                most = std::fmax(most, double(lag.behind->count()));
        if (known && known->read.isValid() && !known->topics.empty() && known->total == 0)
            return 0;
        return most;
    }
    case Since: {
        const QDateTime since = sinceOf(id);
        return since.isValid() ? double(since.msecsTo(QDateTime::currentDateTimeUtc())) : qQNaN();
    }
    case Lag:
        return known && known->read.isValid() ? double(known->total) : qQNaN();
    default:
        return qQNaN();
    }
}

QDateTime GroupRows::sinceOf(const QString& group) const
{
    const GroupSummary* known = m_feed.summary(group);
    return m_since && known && known->total > 0 ? m_since(group) : QDateTime();
}

// Members --------------------------------------------------------------------------------------

MemberRows::MemberRows(const StreamsFeed& feed)
    : m_feed(feed)
{
}

std::vector<StreamColumn> MemberRows::columns() const
{
    return {{tr("Client"), 140, false, false, true, 0, 0},
        {tr("Host"), 110, false, true, false, 3, 0}, {tr("Part."), 60, true, true, false, 2, 0},
        {tr("Lag"), 90, true, true, false, 1, 0}, {tr("Instance"), 100, false, true, false, 4, 0}};
}

QStringList MemberRows::ids() const
{
    QStringList names;
    if (const GroupDetail* detail = m_feed.detail(m_group))
        for (const MemberInfo& member : detail->members)
            names.append(member.id);
    names.removeDuplicates();
    return names;
}

double MemberRows::lagOf(const QString& id) const
{
    const MemberInfo* member = memberOf(m_feed, m_group, id);
    const GroupLag* lag = m_feed.partitions(m_group);
    if (!member || !lag)
        return qQNaN();
    double sum = 0;
    for (const AssignedPartition& own : member->assigned)
        for (const PartitionLag& part : lag->partitions)
            if (part.partition == own.partition && part.topic == own.topic)
                sum += double(part.lag.value_or(0));
    return sum;
}

StreamCell MemberRows::cell(const QString& id, int column) const
{
    StreamCell cell;
    const MemberInfo* member = memberOf(m_feed, m_group, id);
    if (!member)
        return cell;
    switch (column) {
    case Client:
        cell.text = member->client;
        cell.tip = member->id;
        break;
    case Host:
        cell.text = member->host.startsWith(u'/') ? member->host.sliced(1) : member->host;
        cell.tone = Token::Text2;
        break;
    case Partitions:
        cell.text = countText(qint64(member->assigned.size()));
        for (const AssignedPartition& own : member->assigned)
            if (cell.tip.size() < 1000)
                cell.tip += u"%1 [%2]\n"_s.arg(own.topic).arg(own.partition);
        cell.tip.chop(1);
        break;
    case Lag: {
        const double lag = lagOf(id);
        cell.text = std::isnan(lag) ? unknown() : countText(qint64(lag));
        break;
    }
    default:
        cell.text = member->instance;
        cell.tone = Token::Text2;
        break;
    }
    return cell;
}

bool MemberRows::isOld() const
{
    return m_feed.isOld() || m_feed.error(StreamsFeed::Part::Groups);
}

double MemberRows::number(const QString& id, int column) const
{
    const MemberInfo* member = memberOf(m_feed, m_group, id);
    if (column == Partitions)
        return member ? double(member->assigned.size()) : qQNaN();
    return column == Lag ? lagOf(id) : qQNaN();
}

} // namespace pilothouse::streams
