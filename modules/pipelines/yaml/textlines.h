// SPDX-License-Identifier: GPL-3.0-or-later
// TextLines: the lines of a YAML text and what each is, so that comments and the way something is
// written can be kept. Pure.
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace pilothouse::pipelines
{

class TextLines final
{
public:
    explicit TextLines(const QByteArray& text);

    int count() const { return int(m_lines.size()); }
    // From 1 on, as places are counted; without its end of line.
    const QByteArray& line(int number) const { return m_lines[size_t(number - 1)].text; }
    // Blank or a comment, and not inside a text of several lines.
    bool isLoose(int number) const { return m_lines[size_t(number - 1)].loose; }
    bool isComment(int number) const;
    // The comment behind what stands on this line, with the spaces before it; empty: none.
    QByteArray trailingComment(int number) const;
    // The last line before `end` that is not loose, from `begin` on; `begin` when all others are.
    int lastSolid(int begin, int end) const;
    // Lines begin to end (exclusive), each with its end of line.
    QByteArray text(int begin, int end) const;

private:
    struct Line {
        QByteArray text;
        bool loose = false;
        qsizetype comment = -1; // where one behind something begins
    };
    std::vector<Line> m_lines;
};

} // namespace pilothouse::pipelines
