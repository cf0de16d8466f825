// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/textedit.h"

#include <algorithm>

namespace pilothouse::app
{

TextLines::TextLines(const QByteArray& text)
{
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = text.indexOf('\n', from);
        to = to < 0 ? text.size() : to + 1;
        m_lines.append(text.mid(from, to - from));
        from = to;
    }
    if (!m_lines.isEmpty() && m_lines.first().endsWith("\r\n"))
        m_end = "\r\n";
    if (!m_lines.isEmpty() && !m_lines.last().endsWith('\n'))
        m_lines.last() += m_end;
}

QByteArray TextLines::line(int number) const
{
    QByteArray out = m_lines.value(number - 1);
    while (out.endsWith('\n') || out.endsWith('\r'))
        out.chop(1);
    return out;
}

void TextLines::replace(int from, int to, const QByteArray& lines)
{
    m_lines.remove(from - 1, to - from);
    int at = from - 1;
    QByteArrayList fresh = lines.split('\n');
    fresh.removeLast(); // after the last '\n'
    for (const QByteArray& one : std::as_const(fresh))
        m_lines.insert(at++, one + m_end);
}

void TextLines::replaceLine(int number, const QByteArray& line)
{
    m_lines[number - 1] = line + m_end;
}

int TextLines::indentOf(const QByteArray& line)
{
    const auto it = std::ranges::find_if(line, [](char c) { return c != ' '; });
    return int(it - line.begin());
}

int TextLines::trimmedEnd(int from, int to, int indent) const
{
    for (int n = from; n < to; ++n)
        if (line(n) == "..." || line(n).startsWith("... "))
            to = n;
    while (to - 1 > from) {
        const QByteArray last = line(to - 1);
        const QByteArray content = last.trimmed();
        if (!content.isEmpty() && !(content.startsWith('#') && indentOf(last) <= indent))
            break;
        --to;
    }
    return to;
}

QByteArray TextLines::withScalar(
    const QByteArray& line, int column, bool quoted, const QByteArray& value)
{
    const auto start = QString::fromUtf8(line).left(column - 1).toUtf8().size();
    qsizetype end = line.size();
    qsizetype from = start;
    if (quoted && start < line.size()) { // skip to the closing quote
        const char quote = line[start];
        for (from = start + 1; from < line.size() && line[from] != quote; ++from)
            if (quote == '"' && line[from] == '\\')
                ++from;
    }
    const auto comment = line.indexOf(" #", std::min(from, line.size()));
    QByteArray tail;
    if (comment >= 0) {
        end = comment;
        while (end > start && line[end - 1] == ' ')
            --end;
        tail = line.mid(end);
    }
    return line.left(start) + value + tail;
}

} // namespace pilothouse::app
