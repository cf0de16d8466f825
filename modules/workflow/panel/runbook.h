// SPDX-License-Identifier: GPL-3.0-or-later
// RunBook: what is known of one DAG: its runs with the states of their tasks, and its structure.
#pragma once

#include "workflow/api/dags.h"
#include "workflow/api/runs.h"
#include "workflow/api/structure.h"

#include <QHash>

#include <deque>
#include <optional>

namespace pilothouse::workflow
{

struct RunEntry {
    RunInfo info;
    std::vector<Cell> cells;
    QHash<QString, int> at; // task or group id → index in `cells`
    QDateTime cellsRead; // by our clock; invalid: not yet
    bool cellsOld = true; // the run changed since its cells were read
    QDateTime met; // by our clock: when it was first heard of

    const Cell* cell(const QString& id) const;
    bool isActive() const { return !isFinal(info.state); }
    bool wantsCells() const { return cellsOld || isActive(); }
};

class RunBook final
{
public:
    explicit RunBook(QString dag)
        : m_dag(std::move(dag))
    {
    }

    const QString& dag() const { return m_dag; }
    const std::deque<RunEntry>& runs() const { return m_runs; } // oldest first
    int indexOf(const QString& run) const; // -1: not here
    const RunEntry* find(const QString& run) const;
    const RunEntry* newest() const { return m_runs.empty() ? nullptr : &m_runs.back(); }

    bool isRead() const { return m_read; } // the first page has come
    bool hasOlder() const { return m_more; }
    qint64 total() const; // runs at the server, -1: not told
    const std::optional<DagStructure>& structure() const { return m_structure; }
    const std::optional<DagDetails>& details() const { return m_details; }
    // By the structure, and before it has come by what the run's cells tell.
    bool isGroup(const QString& id, const QString& run) const;
    QStringList tasksOf(const QString& group, const QString& run) const; // on all levels

    enum class Page { Newest, Older, Changed };
    // Merges by id. A run met before the newest page was asked for, and missing where the page
    // should have it, was deleted. Returns false when nothing is different.
    bool merge(const RunPage& page, Page kind, const QDateTime& asked = {});
    bool merge(const std::vector<RunInfo>& runs);
    // Returns false when no cell is different; `read` is the moment the request was sent.
    bool mergeCells(const std::vector<RunCells>& cells, const QDateTime& read);
    void forget(const QString& run); // it was deleted
    void setStructure(DagStructure structure) { m_structure = std::move(structure); }
    // The one to know of for a run: a missed one, else the last. Null: none told.
    const DeadlineInfo* deadline(const QString& run) const;
    bool setDeadlines(const std::vector<DeadlineInfo>& deadlines); // false: nothing is different
    void setDetails(DagDetails details) { m_details = std::move(details); }
    // Cells of runs that are far from what is shown are dropped, to be read again when seen.
    void dropCells(int keepFrom, int keepTo);

private:
    bool put(const RunInfo& told);
    bool dropMissing(const RunPage& newest, const QDateTime& asked);

    const QString m_dag;
    std::deque<RunEntry> m_runs;
    std::optional<DagStructure> m_structure;
    std::optional<DagDetails> m_details;
    QHash<QString, DeadlineInfo> m_deadlines; // by run
    qint64 m_total = -1;
    bool m_read = false;
    bool m_more = false;
};

} // namespace pilothouse::workflow
