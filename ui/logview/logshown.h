// SPDX-License-Identifier: GPL-3.0-or-later
// LogShownRows: which lines are on show, under the level filter and with groups folded, and where.
#pragma once

#include "ui/logview/logstore.h"

#include <map>
#include <vector>

namespace pilothouse::ui
{

class LogShownRows final
{
public:
    void setStore(const LogStore* store);
    void setFilter(LogFilter filter) { m_filter = filter; }
    [[nodiscard]] LogFilter filter() const { return m_filter; }

    // Folds hold for all lines only; a filter shows what it finds, also inside a fold.
    void fold(qint64 groupRow);
    void unfold(qint64 groupRow);
    [[nodiscard]] bool isFolded(qint64 groupRow) const { return m_folds.count(groupRow) > 0; }
    void reveal(qint64 row); // unfolds what hides it

    [[nodiscard]] qint64 count() const;
    [[nodiscard]] qint64 rowAt(qint64 index) const;
    // The place of a row; of one that is not shown, the place of the next that is (a folded one:
    // of its group).
    [[nodiscard]] qint64 indexOf(qint64 row) const;
    [[nodiscard]] bool shows(qint64 row) const;

private:
    struct Hidden {
        qint64 from;
        qint64 to;
    };
    void merge();

    const LogStore* m_store = nullptr;
    LogFilter m_filter = LogFilter::All;
    std::map<qint64, qint64> m_folds; // group's row, row behind it
    std::vector<Hidden> m_hidden; // sorted, apart
};

} // namespace pilothouse::ui
