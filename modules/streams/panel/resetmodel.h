// SPDX-License-Identifier: GPL-3.0-or-later
// ResetModel: a dry run as rows, one for each partition, the worst first: those that cannot be
// moved, those without a commit, then by how far they go.
#pragma once

#include "streams/api/groups.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace pilothouse::streams
{

// What a dry run comes to, in offsets.
struct ResetSum {
    qint64 difference = 0; // of those with a commit
    int counted = 0; // of these
    int first = 0; // without a commit
    qint64 before = 0; // what lies before their first ones
    qint64 again = 0; // read again
    qint64 skipped = 0; // never read
    int clipped = 0; // what was asked for lay outside the log
    int failed = 0; // cannot be moved
    int same = 0; // are there already
    bool operator==(const ResetSum&) const = default;
};
ResetSum sumOf(const std::vector<ResetStep>& steps);

class ResetModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResetModel)

public:
    enum Column { Topic, Partition, Committed, New, Difference, Record, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSteps(std::vector<ResetStep> steps);
    const std::vector<ResetStep>& steps() const { return m_steps; }
    void setZone(const QTimeZone& zone);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ResetStep& step, int column) const;
    QString recordText(const ResetStep& step, bool whole) const;

    std::vector<ResetStep> m_steps;
    QTimeZone m_zone = QTimeZone::utc();
};

// Bytes of a key or a header as a person reads them: text, or hexadecimal digits.
QString shownBytes(const QByteArray& bytes, qsizetype limit = 200);

} // namespace pilothouse::streams
