// SPDX-License-Identifier: GPL-3.0-or-later
// HitModel: what a search found, sorted by time or by place, of all partitions or of some. Grows in
// place: what is selected stays selected.
#pragma once

#include "streams/panel/hitstore.h"
#include "streams/panel/messagelist.h"

#include <QCache>
#include <QPointer>
#include <QTimer>

#include <set>

namespace pilothouse::streams
{

class HitModel final : public MessageList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HitModel)

public:
    explicit HitModel(QObject* parent = nullptr);

    void setStore(HitStore* store); // not owned; null: none
    // Empty: all.
    void setPartitions(std::set<int> partitions);
    const std::set<int>& partitions() const { return m_partitions; }
    qint64 storeRow(int row) const; // of the shown one
    int rowOf(qint64 storeRow) const; // -1: not shown

    const Message* messageAt(int row) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override; // Time, Partition and Offset
    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_order; }
    bool isSorting() const { return m_sort.running(); } // on a lane: there are many

private:
    void take(); // what the store has more
    void rebuild();
    void sortRows();
    void rearrange(std::vector<HitEntry> rows);

    QPointer<HitStore> m_store;
    std::vector<HitEntry> m_rows; // in the order shown
    std::set<int> m_partitions;
    qint64 m_taken = 0; // rows of the store that were looked at
    int m_column = Time;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    QTimer m_pace;
    std::unique_ptr<Lane<>> m_lane;
    Call<std::shared_ptr<std::vector<HitEntry>>> m_sort;
    mutable QCache<quint32, Message> m_near{512};
};

} // namespace pilothouse::streams
