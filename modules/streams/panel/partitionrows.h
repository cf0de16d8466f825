// SPDX-License-Identifier: GPL-3.0-or-later
// PartitionRows: the partitions of a topic, those a group is furthest behind in first; where no
// group reads it, what they hold.
#pragma once

#include "streams/api/groups.h"
#include "streams/panel/streamrows.h"

#include <QCoreApplication>
#include <QHash>

#include <deque>
#include <map>
#include <optional>

namespace pilothouse::streams
{

class StreamsFeed;

class PartitionRows final : public StreamRows
{
    Q_DECLARE_TR_FUNCTIONS(PartitionRows)

public:
    enum Column { Name, Leader, Lag, Behind, Consumed, Member, Begin, End, Messages };

    explicit PartitionRows(const StreamsFeed& feed);
    void setShown(const QString& topic, const QString& group); // without a group: offsets
    // The feed has read lags: how fast each partition is consumed.
    void noteLags(qint64 nowMs);
    // Columns of a topic that is read by a group, and of one that is not.
    static bool isOfGroup(int column);

    std::vector<StreamColumn> columns() const override;
    QStringList ids() const override; // partition numbers
    StreamCell cell(const QString& id, int column) const override;
    double number(const QString& id, int column) const override;
    bool isOld() const override;
    void prepare() override;
    QString copy(const QString& id) const; // one line for the clipboard

private:
    const PartitionInfo* info(const QString& id) const;
    const PartitionLag* lag(const QString& id) const;
    const PartitionOffsets* offsets(const QString& id) const;
    QString memberOf(int partition) const;
    std::optional<qint64> begin(const QString& id) const;
    std::optional<qint64> end(const QString& id) const;
    std::optional<double> consumed(int partition) const;

    const StreamsFeed& m_feed;
    QString m_topic, m_group;
    qint64 m_mostLag = 0;
    QHash<int, QString> m_members; // by partition
    QHash<int, qint64> m_behind; // ms, by partition
    QHash<int, PartitionLag> m_lags;
    std::map<int, std::deque<std::pair<qint64, qint64>>> m_commits; // time and offset
};

} // namespace pilothouse::streams
