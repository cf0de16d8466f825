// SPDX-License-Identifier: GPL-3.0-or-later
// RowSet: which rows of a long log belong to something (matches of a search): one bit a row, so
// that ten million rows are little more than a megabyte.
#pragma once

#include <QtGlobal>

#include <bit>
#include <vector>

namespace pilothouse::ui
{

class RowSet final
{
public:
    void clear()
    {
        m_words.clear();
        m_count = 0;
    }
    void add(qint64 row)
    {
        const auto word = static_cast<size_t>(row >> 6);
        if (word >= m_words.size())
            m_words.resize(word + 1 + word / 4);
        const quint64 bit = quint64(1) << (row & 63);
        m_count += (m_words[word] & bit) ? 0 : 1;
        m_words[word] |= bit;
    }
    bool contains(qint64 row) const
    {
        const auto word = static_cast<size_t>(row >> 6);
        return row >= 0 && word < m_words.size() && (m_words[word] >> (row & 63) & 1);
    }
    qint64 count() const { return m_count; }
    // How many come before `row`.
    qint64 before(qint64 row) const
    {
        qint64 n = 0;
        const auto word = static_cast<size_t>(row >> 6);
        for (size_t i = 0; i < word && i < m_words.size(); ++i)
            n += std::popcount(m_words[i]);
        if (word < m_words.size())
            n += std::popcount(m_words[word] & ((quint64(1) << (row & 63)) - 1));
        return n;
    }
    // The first at or after `row`; -1: none.
    qint64 atOrAfter(qint64 row) const
    {
        row = row < 0 ? 0 : row;
        auto word = static_cast<size_t>(row >> 6);
        if (word >= m_words.size())
            return -1;
        quint64 bits = m_words[word] & (~quint64(0) << (row & 63));
        while (bits == 0 && ++word < m_words.size())
            bits = m_words[word];
        return bits == 0 ? -1 : qint64(word << 6) + std::countr_zero(bits);
    }
    // The last at or before `row`; -1: none.
    qint64 atOrBefore(qint64 row) const
    {
        if (row < 0 || m_words.empty())
            return -1;
        auto word = static_cast<size_t>(row >> 6);
        quint64 bits = 0;
        if (word >= m_words.size()) {
            word = m_words.size() - 1;
            bits = m_words[word];
        } else {
            bits = m_words[word] & (~quint64(0) >> (63 - (row & 63)));
        }
        while (bits == 0 && word-- > 0)
            bits = m_words[word];
        return bits == 0 ? -1 : qint64(word << 6) + 63 - std::countl_zero(bits);
    }

private:
    std::vector<quint64> m_words;
    qint64 m_count = 0;
};

} // namespace pilothouse::ui
