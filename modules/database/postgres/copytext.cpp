// SPDX-License-Identifier: GPL-3.0-or-later
// Escapes after the manual's page on COPY, "Text Format"; the server writes \b \f \n \r \t \v
// \\ only.
#include "database/postgres/copytext.h"

#include <cstring>

namespace pilothouse::database::postgres
{

namespace
{

char unescaped(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return c;
    }
}

// Ends at a tab or at `end`; moves `at` behind the cell and returns its length after decoding.
char* unescapeCell(char*& at, char* end, char* out)
{
    while (at < end && *at != '\t') {
        if (*at == '\\' && at + 1 < end) {
            *out++ = unescaped(at[1]);
            at += 2;
        } else {
            *out++ = *at++;
        }
    }
    return out;
}

} // namespace

bool splitCopyLine(char* line, qsizetype size, size_t columns, std::vector<QByteArrayView>& cells)
{
    cells.clear();
    char* end = line + size;
    if (size > 0 && end[-1] == '\n')
        --end;
    if (columns == 0)
        return line == end;
    char* at = line;
    // Most lines hold no backslash at all: then a cell ends at the next tab.
    const bool escapes = std::memchr(line, '\\', static_cast<size_t>(end - line)) != nullptr;
    for (;;) {
        char* start = at;
        if (!escapes) {
            auto* tab = static_cast<char*>(std::memchr(at, '\t', static_cast<size_t>(end - at)));
            at = tab ? tab : end;
            cells.emplace_back(start, at - start);
        } else if (end - at >= 2 && at[0] == '\\' && at[1] == 'N'
            && (at + 2 == end || at[2] == '\t')) {
            at += 2;
            cells.emplace_back();
        } else {
            const char* last = unescapeCell(at, end, start);
            cells.emplace_back(start, last - start);
        }
        if (at == end)
            return cells.size() == columns;
        ++at; // the tab
    }
}

} // namespace pilothouse::database::postgres
