// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/yaml/textlines.h"

namespace pilothouse::pipelines
{

namespace
{

qsizetype indentOf(const QByteArray& line)
{
    qsizetype at = 0;
    while (at < line.size() && line[at] == ' ')
        ++at;
    return at;
}

// Walks over one line: where a comment begins, which quotes stay open, how it ends.
struct Walk {
    char quote = 0; // open at the end of the line
    qsizetype comment = -1;
    bool block = false; // a text of several lines begins

    void over(const QByteArray& line)
    {
        comment = -1;
        block = false;
        qsizetype end = line.size();
        char before = ' ';
        for (qsizetype i = 0; i < line.size(); ++i) {
            const char c = line[i];
            if (quote == '"') {
                if (c == '\\')
                    ++i;
                else if (c == '"')
                    quote = 0;
            } else if (quote == '\'') {
                if (c == '\'' && i + 1 < line.size() && line[i + 1] == '\'')
                    ++i;
                else if (c == '\'')
                    quote = 0;
            } else if (c == '#' && (before == ' ' || before == '\t')) {
                comment = i;
                end = i;
                break;
            } else if ((c == '"' || c == '\'')
                && (before == ' ' || before == '[' || before == '{' || before == ',')) {
                quote = c; // inside a word it is a plain sign
            }
            before = c;
        }
        if (quote)
            return;
        while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\r'))
            --end;
        qsizetype sign = end;
        while (sign > 0
            && (std::isdigit(uchar(line[sign - 1])) || line[sign - 1] == '+'
                || line[sign - 1] == '-'))
            --sign;
        block = sign > 0 && (line[sign - 1] == '|' || line[sign - 1] == '>')
            && (sign == 1 || line[sign - 2] == ' ');
    }
};

} // namespace

TextLines::TextLines(const QByteArray& text)
{
    QByteArrayList raw = text.split('\n');
    if (raw.last().isEmpty())
        raw.removeLast(); // behind the last end of line
    Walk walk;
    bool block = false;
    qsizetype blockIndent = 0; // of the line the text of several lines belongs to
    for (const QByteArray& entry : raw) {
        Line line{entry, false, -1};
        const qsizetype indent = indentOf(entry);
        const bool blank = entry.trimmed().isEmpty();
        if (block && (blank || indent > blockIndent)) {
            m_lines.push_back(line);
            continue;
        }
        block = false;
        const bool inQuotes = walk.quote != 0;
        if (!inQuotes && (blank || entry[indent] == '#')) {
            line.loose = true;
            m_lines.push_back(line);
            continue;
        }
        walk.over(entry);
        line.comment = walk.comment;
        if (walk.block) {
            block = true;
            blockIndent = indent;
        }
        m_lines.push_back(line);
    }
}

bool TextLines::isComment(int number) const
{
    return isLoose(number) && !line(number).trimmed().isEmpty();
}

QByteArray TextLines::trailingComment(int number) const
{
    const Line& line = m_lines[size_t(number - 1)];
    if (line.comment < 0)
        return {};
    qsizetype from = line.comment;
    while (from > 0 && (line.text[from - 1] == ' ' || line.text[from - 1] == '\t'))
        --from;
    return line.text.sliced(from);
}

int TextLines::lastSolid(int begin, int end) const
{
    int last = end - 1;
    while (last > begin && (isLoose(last) || line(last).trimmed().isEmpty()))
        --last;
    return last;
}

QByteArray TextLines::text(int begin, int end) const
{
    QByteArray out;
    for (int number = begin; number < end; ++number)
        out += line(number) + '\n';
    return out;
}

} // namespace pilothouse::pipelines
