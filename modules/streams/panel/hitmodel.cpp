// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/hitmodel.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace pilothouse::streams
{

namespace
{

constexpr int kPaceMs = 50;
constexpr int kSlowPaceMs = 250; // with so many rows that merging is felt
constexpr qint64 kMany = 50'000;
constexpr milliseconds kSortLimit{60'000};

// The order a column and a direction stand for; nothing is equal.
auto orderOf(int column, Qt::SortOrder order)
{
    return [byTime = column == MessageList::Time, up = order == Qt::AscendingOrder](
               const HitEntry& a, const HitEntry& b) -> bool {
        const HitEntry& first = up ? a : b;
        const HitEntry& second = up ? b : a;
        if (byTime && first.time != second.time)
            return first.time < second.time;
        return std::tie(first.partition, first.row) < std::tie(second.partition, second.row);
    };
}

} // namespace

HitModel::HitModel(QObject* parent)
    : MessageList(parent)
{
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &HitModel::take);
}

void HitModel::setStore(HitStore* store)
{
    if (m_store)
        disconnect(m_store, nullptr, this, nullptr);
    m_store = store;
    forgetDecoded();
    rebuild();
    if (!store)
        return;
    connect(store, &HitStore::grew, this, [this](qint64 rows) {
        if (!m_pace.isActive())
            m_pace.start(rows > kMany ? kSlowPaceMs : kPaceMs);
    });
    connect(store, &HitStore::loaded, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    });
}

void HitModel::setPartitions(std::set<int> partitions)
{
    if (m_partitions == partitions)
        return;
    m_partitions = std::move(partitions);
    rebuild();
}

void HitModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_near.clear();
    m_taken = m_store ? m_store->rowCount() : 0;
    for (qint64 row = 0; row < m_taken; ++row) {
        const HitEntry& entry = m_store->entry(row);
        if (m_partitions.empty() || m_partitions.count(entry.partition) > 0)
            m_rows.push_back(entry);
    }
    if (qint64(m_rows.size()) <= kMany)
        std::sort(m_rows.begin(), m_rows.end(), orderOf(m_column, m_order));
    endResetModel();
    m_sort.cancel();
    if (qint64(m_rows.size()) > kMany)
        sortRows();
}

// Many are sorted on a lane; what comes meanwhile is taken afterwards.
void HitModel::sortRows()
{
    auto rows = std::make_shared<std::vector<HitEntry>>(m_rows);
    const auto order = orderOf(m_column, m_order);
    if (qint64(rows->size()) <= kMany || !m_store) {
        std::sort(rows->begin(), rows->end(), order);
        rearrange(std::move(*rows));
        return;
    }
    if (!m_lane)
        m_lane = std::make_unique<Lane<>>(m_store->runtime(), QString::fromLatin1("sort"));
    using Rows = std::shared_ptr<std::vector<HitEntry>>;
    m_sort = m_lane
                 ->run(kSortLimit,
                     [rows, order](NoConnection&, const Token&) -> Result<Rows> {
                         std::sort(rows->begin(), rows->end(), order);
                         return rows;
                     })
                 .onDone(this, [this](const Result<Rows>& sorted) {
                     if (sorted)
                         rearrange(std::move(**sorted));
                     m_pace.start(kPaceMs);
                 });
}

// New rows come at the end; then all stand where they belong. Both is told, so views keep what is
// selected and where they are.
void HitModel::take()
{
    if (!m_store || m_sort.running())
        return;
    std::vector<HitEntry> fresh;
    for (const qint64 end = m_store->rowCount(); m_taken < end; ++m_taken) {
        const HitEntry& entry = m_store->entry(m_taken);
        if (m_partitions.empty() || m_partitions.count(entry.partition) > 0)
            fresh.push_back(entry);
    }
    if (fresh.empty())
        return;
    const auto before = orderOf(m_column, m_order);
    std::sort(fresh.begin(), fresh.end(), before);
    const size_t old = m_rows.size();
    const bool atEnd = old == 0 || before(m_rows.back(), fresh.front());
    const bool atTop = old > 0 && before(fresh.back(), m_rows.front());
    if (atTop) {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_rows.insert(m_rows.begin(), fresh.begin(), fresh.end());
        endInsertRows();
        return;
    }
    beginInsertRows({}, int(old), int(old + fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
    if (atEnd)
        return;
    std::vector<HitEntry> rows = m_rows;
    std::inplace_merge(rows.begin(), rows.begin() + qint64(old), rows.end(), before);
    rearrange(std::move(rows));
}

void HitModel::rearrange(std::vector<HitEntry> rows)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<quint32> kept;
    kept.reserve(size_t(from.size()));
    for (const QModelIndex& one : from)
        kept.push_back(m_rows[size_t(one.row())].row);
    m_rows = std::move(rows);
    if (!from.isEmpty()) {
        std::unordered_map<quint32, int> wanted;
        for (const quint32 row : kept)
            wanted[row] = -1;
        for (size_t i = 0; i < m_rows.size(); ++i)
            if (const auto at = wanted.find(m_rows[i].row); at != wanted.end())
                at->second = int(i);
        QModelIndexList to;
        for (qsizetype i = 0; i < from.size(); ++i)
            to.append(index(wanted[kept[size_t(i)]], from[i].column()));
        changePersistentIndexList(from, to);
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void HitModel::sort(int column, Qt::SortOrder order)
{
    const int by = column == Partition || column == Offset ? int(Partition) : int(Time);
    if (by == m_column && order == m_order)
        return;
    m_column = by;
    m_order = order;
    sortRows();
}

qint64 HitModel::storeRow(int row) const
{
    return row >= 0 && size_t(row) < m_rows.size() ? qint64(m_rows[size_t(row)].row) : -1;
}

int HitModel::rowOf(qint64 storeRow) const
{
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (qint64(m_rows[i].row) == storeRow)
            return int(i);
    return -1;
}

const Message* HitModel::messageAt(int row) const
{
    if (!m_store || row < 0 || size_t(row) >= m_rows.size())
        return nullptr;
    const quint32 at = m_rows[size_t(row)].row;
    if (const Message* near = m_near.object(at))
        return near;
    auto message = m_store->message(at);
    if (!message)
        return nullptr;
    auto* held = new Message(std::move(*message));
    m_near.insert(at, held); // owned by the cache, which is larger than one row
    return held;
}

int HitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

} // namespace pilothouse::streams
