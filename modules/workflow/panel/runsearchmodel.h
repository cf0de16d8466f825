// SPDX-License-Identifier: GPL-3.0-or-later
// RunSearchModel: what a search over a run has found: logs with hits, and the hits below them.
#pragma once

#include <QAbstractItemModel>

#include <vector>

namespace pilothouse::workflow
{

class RunSearch;
struct RunHit;
struct RunLog;

class RunSearchModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSearchModel)

public:
    explicit RunSearchModel(RunSearch& search, QObject* parent = nullptr);

    // Null for the other kind of row.
    const RunLog* log(const QModelIndex& index) const; // also of a hit
    const RunHit* hit(const QModelIndex& index) const;
    int hitsOf(const QModelIndex& group) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Group {
        int log;
        std::vector<int> hits; // of the search
    };
    void reset();
    void add(int from, int to);

    RunSearch& m_search;
    std::vector<Group> m_groups; // in the order of their first hit
    std::vector<int> m_groupOf; // by log, -1: none
};

} // namespace pilothouse::workflow
