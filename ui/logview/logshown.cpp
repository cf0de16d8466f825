// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logshown.h"

#include <algorithm>

namespace pilothouse::ui
{

void LogShownRows::setStore(const LogStore* store)
{
    m_store = store;
    m_folds.clear();
    m_hidden.clear();
}

void LogShownRows::fold(qint64 groupRow)
{
    const qint64 end = m_store->groupEnd(groupRow);
    if (end > groupRow + 1)
        m_folds[groupRow] = end;
    merge();
}

void LogShownRows::unfold(qint64 groupRow)
{
    m_folds.erase(groupRow);
    merge();
}

void LogShownRows::reveal(qint64 row)
{
    if (m_filter != LogFilter::All)
        return;
    std::erase_if(m_folds, [row](const auto& f) { return row > f.first && row < f.second; });
    merge();
}

void LogShownRows::merge()
{
    m_hidden.clear();
    for (const auto& [begin, end] : m_folds) {
        if (!m_hidden.empty() && begin < m_hidden.back().to)
            m_hidden.back().to = std::max(m_hidden.back().to, end);
        else
            m_hidden.push_back({begin + 1, end});
    }
}

qint64 LogShownRows::count() const
{
    if (!m_store)
        return 0;
    qint64 n = m_store->shownCount(m_filter);
    if (m_filter == LogFilter::All)
        for (const Hidden& hidden : m_hidden)
            n -= hidden.to - hidden.from;
    return n;
}

qint64 LogShownRows::rowAt(qint64 index) const
{
    if (!m_store)
        return 0;
    if (m_filter != LogFilter::All)
        return m_store->shownRow(m_filter, index);
    for (const Hidden& hidden : m_hidden) {
        if (index < hidden.from)
            break;
        index += hidden.to - hidden.from;
    }
    return index;
}

qint64 LogShownRows::indexOf(qint64 row) const
{
    if (!m_store)
        return 0;
    if (m_filter != LogFilter::All)
        return m_store->shownBefore(m_filter, row);
    qint64 gone = 0;
    for (const Hidden& hidden : m_hidden) {
        if (row < hidden.from)
            break;
        if (row < hidden.to)
            return hidden.from - 1 - gone;
        gone += hidden.to - hidden.from;
    }
    return row - gone;
}

bool LogShownRows::shows(qint64 row) const
{
    if (!m_store || row < 0 || row >= m_store->rowCount())
        return false;
    if (m_filter != LogFilter::All)
        return m_store->mark(row).kind() == m_filter;
    return std::none_of(m_hidden.begin(), m_hidden.end(),
        [row](const Hidden& h) { return row >= h.from && row < h.to; });
}

} // namespace pilothouse::ui
