// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/slowlogmodel.h"

#include "queue/panel/valuemodel.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 kAlarming = 100'000; // microseconds
}

void SlowLogModel::update(const std::vector<SlowEntry>& newestFirst)
{
    // Numbers only grow; a lower newest one means another server or a cleared log.
    const bool cleared = !m_entries.empty()
        && (newestFirst.empty() || newestFirst.front().id < m_entries.front().id);
    if (cleared) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_entries.clear();
        endRemoveRows();
    }
    const qint64 known = m_entries.empty() ? -1 : m_entries.front().id;
    size_t fresh = 0;
    while (fresh < newestFirst.size() && newestFirst[fresh].id > known)
        ++fresh;
    if (fresh > 0) {
        beginInsertRows({}, 0, int(fresh) - 1);
        m_entries.insert(
            m_entries.begin(), newestFirst.begin(), newestFirst.begin() + qsizetype(fresh));
        endInsertRows();
    }
    if (m_entries.size() > newestFirst.size()) {
        beginRemoveRows({}, int(newestFirst.size()), rowCount() - 1);
        m_entries.resize(newestFirst.size());
        endRemoveRows();
    }
}

void SlowLogModel::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

int SlowLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int SlowLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SlowLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Duration)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Duration:
        return tr("ms");
    case Words:
        return tr("Command");
    case Client:
        return tr("Client");
    default:
        return {};
    }
}

QVariant SlowLogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const SlowEntry& e = m_entries[size_t(index.row())];
    const int column = index.column();
    if (role == ValueModel::KindRole)
        return column == Words                            ? u"keyword"_s
            : column == Duration && e.micros >= kAlarming ? u"warn"_s
            : column == Duration                          ? u"str"_s
                                                          : u"dim"_s;
    if (role == Qt::TextAlignmentRole && column == Duration)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == Words)
        return shortened(e.command, 1000);
    if (role == Qt::ToolTipRole && column == Client)
        return QString::fromUtf8(e.client);
    if (role == Qt::ToolTipRole && column == Time)
        return e.time.toString(Qt::ISODate);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Time:
        return e.time.toTimeZone(m_zone).toString(u"HH:mm:ss"_s);
    case Duration:
        return QString::number(double(e.micros) / 1000.0, 'f', 1);
    case Words:
        return shortened(e.command, 200);
    case Client:
        if (!e.clientName.isEmpty())
            return QString::fromUtf8(e.clientName);
        return e.client.startsWith('/') ? tr("unix socket") : QString::fromUtf8(e.client);
    default:
        return {};
    }
}

} // namespace pilothouse::queue
