// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/clusterrows.h"

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

template <class T, class Id>
const T* byId(const std::vector<T>& all, const QString& id, Id idOf)
{
    const auto at
        = std::find_if(all.begin(), all.end(), [&](const T& one) { return idOf(one) == id; });
    return at == all.end() ? nullptr : &*at;
}

QString idOfMove(const Reassignment& move)
{
    return u"%1 [%2]"_s.arg(move.topic).arg(move.partition);
}

QString idOfProducer(const ProducerState& producer)
{
    return u"%1/%2"_s.arg(producer.partition).arg(producer.id);
}

// Brokers of `all` without those of `less`: "b1, b3".
QString brokersText(const std::vector<int>& all, const std::vector<int>& less)
{
    QStringList words;
    for (const int id : all)
        if (std::find(less.begin(), less.end(), id) == less.end())
            words.append(u"b%1"_s.arg(id));
    return words.join(u", "_s);
}

} // namespace

// Moves ----------------------------------------------------------------------------------------

const Reassignment* MoveRows::move(const QString& id) const
{
    return byId(m_moves, id, idOfMove);
}

std::vector<StreamColumn> MoveRows::columns() const
{
    return {{tr("Topic"), 140, false, false, true, 0, 0},
        {tr("Part."), 60, true, true, false, 1, 0}, {tr("From"), 100, false, true, false, 3, 0},
        {tr("To"), 100, false, true, false, 2, 0}};
}

QStringList MoveRows::ids() const
{
    QStringList ids;
    for (const Reassignment& one : m_moves)
        ids.append(idOfMove(one));
    return ids;
}

StreamCell MoveRows::cell(const QString& id, int column) const
{
    StreamCell cell;
    const Reassignment* at = move(id);
    if (!at)
        return cell;
    switch (column) {
    case Topic:
        cell.text = at->topic;
        cell.glyph = Glyph::Running;
        cell.tip = at->adding.empty() ? tr("Copies go from %1").arg(brokersText(at->removing, {}))
                                      : tr("New copies on %1").arg(brokersText(at->adding, {}));
        break;
    case Partition:
        cell.text = QString::number(at->partition);
        break;
    case From:
        cell.text = brokersText(at->replicas, at->adding);
        cell.tone = Token::Text2;
        break;
    default:
        cell.text = u"→ "_s + brokersText(at->replicas, at->removing);
        break;
    }
    return cell;
}

double MoveRows::number(const QString& id, int column) const
{
    const Reassignment* at = move(id);
    return at && column == Partition ? at->partition : qQNaN();
}

// Quotas ---------------------------------------------------------------------------------------

QString QuotaRows::whomText(const std::map<QString, QString>& entity)
{
    QStringList words;
    for (const auto& [kind, name] : entity) {
        const bool all = name.isEmpty();
        if (kind == "user"_L1)
            words.prepend(all ? tr("every other user") : tr("user %1").arg(name));
        else if (kind == "client-id"_L1)
            words.append(all ? tr("every other client id") : tr("client id %1").arg(name));
        else if (kind == "ip"_L1)
            words.append(all ? tr("every other address") : tr("address %1").arg(name));
        else
            words.append(all ? kind : u"%1 %2"_s.arg(kind, name));
    }
    return words.join(u", "_s);
}

QString QuotaRows::limitText(const QString& name)
{
    if (name == "producer_byte_rate"_L1)
        return tr("written to a broker");
    if (name == "consumer_byte_rate"_L1)
        return tr("read from a broker");
    if (name == "request_percentage"_L1)
        return tr("time of a broker's threads");
    if (name == "controller_mutation_rate"_L1)
        return tr("partitions made and deleted");
    if (name == "connection_creation_rate"_L1)
        return tr("new connections to a broker");
    return name;
}

QString QuotaRows::valueText(const QString& name, double value)
{
    if (name.endsWith("byte_rate"_L1))
        return tr("%1/s").arg(ui::compactBytes(value));
    if (name.endsWith("percentage"_L1))
        return u"%1 %"_s.arg(QLocale().toString(value));
    if (name.endsWith("_rate"_L1))
        return tr("%1/s").arg(QLocale().toString(value));
    return QLocale().toString(value);
}

void QuotaRows::setQuotas(const std::vector<Quota>& quotas)
{
    m_rows.clear();
    for (const Quota& quota : quotas) {
        const QString whom = whomText(quota.entity);
        for (const auto& [limit, value] : quota.limits)
            m_rows.push_back({whom + u'\n' + limit, whom, limit, value});
    }
}

const QuotaRows::Row* QuotaRows::row(const QString& id) const
{
    return byId(m_rows, id, [](const Row& one) -> const QString& { return one.id; });
}

std::vector<StreamColumn> QuotaRows::columns() const
{
    return {{tr("Of"), 150, false, false, true, 0, 0},
        {tr("Limit"), 190, false, false, false, 2, 0},
        {tr("At most"), 90, true, true, false, 1, 0}};
}

QStringList QuotaRows::ids() const
{
    QStringList ids;
    for (const Row& one : m_rows)
        ids.append(one.id);
    return ids;
}

StreamCell QuotaRows::cell(const QString& id, int column) const
{
    StreamCell cell;
    const Row* at = row(id);
    if (!at)
        return cell;
    cell.tip = at->limit;
    if (column == Whom) {
        cell.text = at->whom;
    } else if (column == Limit) {
        cell.text = limitText(at->limit);
        cell.tone = Token::Text2;
    } else {
        cell.text = valueText(at->limit, at->value);
    }
    return cell;
}

double QuotaRows::number(const QString& id, int column) const
{
    const Row* at = row(id);
    return at && column == Value ? at->value : qQNaN();
}

// Producers ------------------------------------------------------------------------------------

const ProducerState* ProducerRows::producer(const QString& id) const
{
    return byId(m_producers, id, idOfProducer);
}

std::vector<StreamColumn> ProducerRows::columns() const
{
    return {{tr("Part."), 52, true, true, false, 0, 0},
        {tr("Producer"), 70, true, true, true, 0, 0}, {tr("Epoch"), 60, true, true, false, 4, 0},
        {tr("Last sequence"), 102, true, true, false, 2, 0},
        {tr("Last write"), 160, false, true, false, 1, 0},
        {tr("Transaction"), 96, true, true, false, 3, 0}};
}

QStringList ProducerRows::ids() const
{
    QStringList ids;
    for (const ProducerState& one : m_producers)
        ids.append(idOfProducer(one));
    return ids;
}

StreamCell ProducerRows::cell(const QString& id, int column) const
{
    StreamCell cell;
    const ProducerState* at = producer(id);
    if (!at)
        return cell;
    switch (column) {
    case Partition:
        cell.text = QString::number(at->partition);
        break;
    case Id:
        cell.text = QString::number(at->id);
        break;
    case Epoch:
        cell.text = QString::number(at->epoch);
        cell.tone = Token::Text2;
        break;
    case Sequence:
        cell.text = at->lastSequence < 0 ? u"–"_s : countText(at->lastSequence);
        break;
    case Last:
        cell.text = at->lastWrite.isValid()
            ? at->lastWrite.toTimeZone(m_zone()).toString(u"yyyy-MM-dd HH:mm:ss"_s)
            : u"–"_s;
        break;
    default:
        if (at->transactionBegin) {
            cell.text = countText(*at->transactionBegin);
            cell.tip = tr("A transaction is open since this offset");
            cell.tone = Token::StatusWarn;
        }
        break;
    }
    return cell;
}

double ProducerRows::number(const QString& id, int column) const
{
    const ProducerState* at = producer(id);
    if (!at)
        return qQNaN();
    switch (column) {
    case Partition:
        return at->partition;
    case Id:
        return double(at->id);
    case Epoch:
        return at->epoch;
    case Sequence:
        return at->lastSequence;
    case Last:
        return at->lastWrite.isValid() ? double(at->lastWrite.toMSecsSinceEpoch()) : qQNaN();
    default:
        return at->transactionBegin ? double(*at->transactionBegin) : qQNaN();
    }
}

} // namespace pilothouse::streams
