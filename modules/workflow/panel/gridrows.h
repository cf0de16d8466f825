// SPDX-License-Identifier: GPL-3.0-or-later
// GridRows: the lines of the runs grid: tasks in their groups, folded as the user has them; and
// what stands in a cell.
#pragma once

#include "workflow/panel/runbook.h"

#include <QSet>

namespace pilothouse::workflow
{

// One instance of a mapped task.
struct MappedIndex {
    int map = -1;
    QString title; // rendered map index; may be empty
    bool bad = false; // it failed: shown however far back it stands
    bool operator==(const MappedIndex&) const = default;
};

// The row of an instance of a mapped task is addressed as "task[3]"; a task id holds no bracket.
QString mappedKey(const QString& task, int map); // without an index: the task
std::pair<QString, int> taskOfKey(const QString& key);

struct GridRow {
    QString id; // of a task or group, or a mappedKey()
    QString label;
    int depth = 0;
    bool group = false;
    bool open = true; // of a group, or of a mapped task that shows its instances
    bool mapped = false; // as a whole
    int map = -1; // of an instance of a mapped task
    bool gone = false; // seen in runs, no longer in the code
    int more = 0; // instances of `of` that are not shown: this row shows the next of them
    QString of; // mapped task of such a row
    std::vector<QString> members; // tasks of a group, all levels
    bool opens() const { return group || (mapped && map < 0); }
    bool operator==(const GridRow&) const = default;
};

class GridRows final
{
public:
    static constexpr int kPageIndexes = 500; // rows of one mapped task at a time
    static constexpr int kMostBad = 100; // beyond them
    using Shown = QHash<QString, int>; // rows of mapped tasks, where it is not one page
    using Opened = QHash<QString, std::vector<MappedIndex>>; // mapped tasks with their instances

    // Without a structure the rows are the tasks of the runs. Groups in `folded` show no members.
    void build(const RunBook& book, const QSet<QString>& folded, const Opened& opened = {},
        const Shown& shown = {});

    int size() const { return int(m_rows.size()); }
    const GridRow& at(int row) const { return m_rows[size_t(row)]; }
    int indexOf(const QString& id) const { return m_index.value(id, -1); }
    // The row that shows the task: its own, else the folded group it is in.
    int rowShowing(const QString& task) const;
    const std::vector<QString>& allTasks() const { return m_tasks; }
    QStringList groups() const { return m_groups; }
    bool operator==(const GridRows& other) const { return m_rows == other.m_rows; }

    // How many instances a mapped row has in this run; 0: not told.
    static int instancesOf(const RunEntry& run, const GridRow& row);
    // The cell of a row in a run; of a group the server does not count, the sum of its members.
    static std::optional<Cell> cell(const RunEntry& run, const GridRow& row);

private:
    void put(const GridRow& row, const Opened& opened, const Shown& shown);

    std::vector<GridRow> m_rows;
    std::vector<QString> m_tasks;
    QStringList m_groups;
    QHash<QString, int> m_index;
    QHash<QString, QString> m_groupOf; // task or group → its group
};

} // namespace pilothouse::workflow
