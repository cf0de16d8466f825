// SPDX-License-Identifier: GPL-3.0-or-later
// SlowLogModel: the server's slow commands, newest first, merged by their number.
#pragma once

#include "queue/api/server.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace pilothouse::queue
{

class SlowLogModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SlowLogModel)

public:
    enum Column { Time, Duration, Words, Client, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void update(const std::vector<SlowEntry>& newestFirst);
    void setZone(const QTimeZone& zone);
    const SlowEntry& entry(int row) const { return m_entries[size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<SlowEntry> m_entries;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace pilothouse::queue
