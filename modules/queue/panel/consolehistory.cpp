// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/consolehistory.h"

namespace pilothouse::queue
{

void ConsoleHistory::setLines(QStringList lines)
{
    m_lines = std::move(lines);
    m_lines.removeDuplicates();
    if (m_lines.size() > kKeep)
        m_lines.remove(0, m_lines.size() - kKeep);
    leave();
}

void ConsoleHistory::add(const QString& line)
{
    m_lines.removeAll(line);
    m_lines.append(line);
    if (m_lines.size() > kKeep)
        m_lines.removeFirst();
    leave();
}

void ConsoleHistory::leave()
{
    m_at = -1;
    m_typed.clear();
}

QString ConsoleHistory::older(const QString& typed)
{
    return step(typed, -1);
}

QString ConsoleHistory::newer(const QString& typed)
{
    return step(typed, 1);
}

QString ConsoleHistory::step(const QString& typed, int direction)
{
    if (m_at < 0) {
        if (direction > 0)
            return typed;
        m_typed = typed;
        m_at = m_lines.size();
    }
    for (qsizetype i = m_at + direction; i >= 0 && i < m_lines.size(); i += direction)
        if (m_lines[i].startsWith(m_typed, Qt::CaseInsensitive)) {
            m_at = i;
            return m_lines[i];
        }
    if (direction > 0) { // past the newest one
        const QString back = m_typed;
        leave();
        return back;
    }
    return m_at < m_lines.size() ? m_lines[m_at] : typed;
}

} // namespace pilothouse::queue
