// SPDX-License-Identifier: GPL-3.0-or-later
// TextLines: a YAML text as lines, with the few questions an edit in place asks of it.
#pragma once

#include "core/yaml/yamltree.h"

#include <QByteArrayList>

namespace pilothouse::app
{

class TextLines final
{
public:
    explicit TextLines(const QByteArray& text);

    QByteArray text() const { return m_lines.join(); }
    int count() const { return int(m_lines.size()); }
    // Line numbers count from 1, ranges are half open, as the marks have them.
    QByteArray line(int number) const; // without its end
    void replace(int from, int to, const QByteArray& lines); // `lines` with '\n' at each end
    void replaceLine(int number, const QByteArray& line);

    // Moves `to` back over blank lines, comments indented at most `indent`, and a document end.
    int trimmedEnd(int from, int to, int indent) const;
    static int indentOf(const QByteArray& line);

    // In "key: value  # why" puts another value, keeping the comment. `column` is where the old
    // scalar begins, from 1, in characters.
    static QByteArray withScalar(
        const QByteArray& line, int column, bool quoted, const QByteArray& value);

private:
    QByteArrayList m_lines; // each with its own line end
    QByteArray m_end = "\n";
};

} // namespace pilothouse::app
