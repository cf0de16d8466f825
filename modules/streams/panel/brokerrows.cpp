// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/brokerrows.h"

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

const QString& unknown()
{
    static const QString kUnknown = u"–"_s;
    return kUnknown;
}

std::optional<qint64> used(const BrokerInfo& broker)
{
    if (!broker.diskTotal || !broker.diskFree)
        return {};
    return *broker.diskTotal - *broker.diskFree;
}

constexpr double kNearlyFull = 0.85;

} // namespace

BrokerRows::BrokerRows(const StreamsFeed& feed)
    : m_feed(feed)
{
}

const BrokerInfo* BrokerRows::broker(const QString& id) const
{
    for (const BrokerInfo& broker : m_feed.cluster().brokers)
        if (QString::number(broker.id) == id)
            return &broker;
    return nullptr;
}

std::vector<StreamColumn> BrokerRows::columns() const
{
    return {{tr("Broker"), 130, false, false, true, 0, 0},
        {tr("Address"), 170, false, true, false, 3, 0}, {tr("Rack"), 80, false, true, false, 5, 0},
        {tr("Leads"), 70, true, true, false, 2, 0}, {tr("Size"), 80, true, true, false, 1, 0},
        {tr("Disk used"), 190, true, true, false, 4, 56}};
}

QStringList BrokerRows::ids() const
{
    QStringList ids;
    for (const BrokerInfo& broker : m_feed.cluster().brokers)
        ids.append(QString::number(broker.id));
    return ids;
}

StreamCell BrokerRows::cell(const QString& id, int column) const
{
    StreamCell cell;
    const BrokerInfo* at = broker(id);
    if (!at)
        return cell;
    switch (column) {
    case Name:
        cell.text = at->isController ? tr("%1 · controller").arg(id) : id;
        cell.glyph = at->problem ? Glyph::Error : Glyph::Ok;
        cell.tip = at->problem ? at->problem->detail : QString();
        break;
    case Address:
        cell.text = u"%1:%2"_s.arg(at->host).arg(at->port);
        break;
    case Rack:
        cell.text = at->rack;
        cell.tone = Token::Text2;
        break;
    case Leads:
        cell.text = countText(at->leads);
        cell.tip = tr("Partitions it leads");
        break;
    case Size:
        cell.text = at->logBytes ? ui::compactBytes(double(*at->logBytes)) : unknown();
        if (!at->logBytes)
            cell.tip = tr("It does not tell: rights, or its version");
        break;
    default: {
        const auto bytes = used(*at);
        if (!bytes) {
            cell.text = unknown();
            cell.tip = tr("Told by Kafka 3.3 and later");
            break;
        }
        cell.text
            = tr("%1 of %2")
                  .arg(ui::compactBytes(double(*bytes)), ui::compactBytes(double(*at->diskTotal)));
        cell.bar = *at->diskTotal > 0 ? double(*bytes) / double(*at->diskTotal) : 0;
        cell.barTone = cell.bar > kNearlyFull ? Token::StatusWarn : Token::Series3;
        break;
    }
    }
    return cell;
}

bool BrokerRows::isOld() const
{
    return m_feed.isOld() || m_feed.error(StreamsFeed::Part::Cluster);
}

double BrokerRows::number(const QString& id, int column) const
{
    const BrokerInfo* at = broker(id);
    if (!at)
        return qQNaN();
    switch (column) {
    case Leads:
        return at->leads;
    case Size:
        return at->logBytes ? double(*at->logBytes) : qQNaN();
    case Disk:
        return used(*at) ? double(*used(*at)) : qQNaN();
    default:
        return qQNaN();
    }
}

// Settings -------------------------------------------------------------------------------------

const ConfigEntry* SettingRows::entry(const QString& name) const
{
    const auto at = std::find_if(m_entries.begin(), m_entries.end(),
        [&name](const ConfigEntry& entry) { return entry.name == name; });
    return at == m_entries.end() ? nullptr : &*at;
}

QString SettingRows::sourceText(ConfigEntry::Source source)
{
    using Source = ConfigEntry::Source;
    switch (source) {
    case Source::Topic:
        return tr("topic");
    case Source::BrokerDynamic:
        return tr("broker");
    case Source::ClusterDynamic:
        return tr("cluster");
    case Source::BrokerFile:
        return tr("broker's file");
    case Source::Default:
        return tr("default");
    case Source::Unknown:
        break;
    }
    return unknown();
}

std::vector<StreamColumn> SettingRows::columns() const
{
    return {{tr("Setting"), 220, false, true, true, 0, 0},
        {tr("Value"), 150, false, true, false, 1, 0}, {tr("From"), 90, false, false, false, 2, 0}};
}

QStringList SettingRows::ids() const
{
    QStringList names;
    for (const ConfigEntry& entry : m_entries)
        names.append(entry.name);
    return names;
}

StreamCell SettingRows::cell(const QString& id, int column) const
{
    StreamCell cell;
    const ConfigEntry* at = entry(id);
    if (!at)
        return cell;
    const bool own
        = at->source != ConfigEntry::Source::Default && at->source != ConfigEntry::Source::Unknown;
    cell.tip = at->help;
    cell.tone = own ? Token::Text : Token::Text2;
    if (column == Name) {
        cell.text = id;
    } else if (column == Value) {
        cell.text = at->value ? *at->value : at->sensitive ? u"••••••••"_s : unknown();
        if (own && !at->defaultValue.isEmpty() && at->value != at->defaultValue)
            cell.tip = tr("Without it: %1").arg(at->defaultValue);
    } else {
        cell.text = sourceText(at->source);
        cell.tone = Token::Text3;
    }
    return cell;
}

double SettingRows::number(const QString&, int) const
{
    return qQNaN();
}

} // namespace pilothouse::streams
