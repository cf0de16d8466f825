// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/textdiff.h"

#include <QStringList>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kMostCells = 4'000'000; // of the table of common lines

} // namespace

std::vector<DiffLine> diffOf(const QString& before, const QString& after)
{
    using Kind = DiffLine::Kind;
    const QStringList a = before.split(u'\n');
    const QStringList b = after.split(u'\n');
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head
        && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const qsizetype n = a.size() - head - tail;
    const qsizetype m = b.size() - head - tail;
    std::vector<DiffLine> out;
    for (qsizetype i = 0; i < head; ++i)
        out.push_back({Kind::Same, a[i]});
    if (n > 0 && m > kMostCells / n) {
        for (qsizetype i = 0; i < n; ++i)
            out.push_back({Kind::Removed, a[head + i]});
        for (qsizetype j = 0; j < m; ++j)
            out.push_back({Kind::Added, b[head + j]});
    } else {
        // Longest common subsequence, from the end.
        std::vector<int> common(size_t((n + 1) * (m + 1)), 0);
        const auto at = [&common, m](qsizetype i, qsizetype j) -> int& {
            return common[size_t(i * (m + 1) + j)];
        };
        for (qsizetype i = n - 1; i >= 0; --i)
            for (qsizetype j = m - 1; j >= 0; --j)
                at(i, j) = a[head + i] == b[head + j] ? at(i + 1, j + 1) + 1
                                                      : std::max(at(i + 1, j), at(i, j + 1));
        qsizetype i = 0, j = 0;
        while (i < n || j < m) {
            if (i < n && j < m && a[head + i] == b[head + j]) {
                out.push_back({Kind::Same, a[head + i]});
                ++i;
                ++j;
            } else if (i < n && (j == m || at(i + 1, j) >= at(i, j + 1))) {
                out.push_back({Kind::Removed, a[head + i++]});
            } else {
                out.push_back({Kind::Added, b[head + j++]});
            }
        }
    }
    for (qsizetype i = a.size() - tail; i < a.size(); ++i)
        out.push_back({Kind::Same, a[i]});
    return out;
}

QString laidOut(const QString& json)
{
    QString out;
    int depth = 0;
    bool inString = false;
    const auto newLine = [&] {
        out += u'\n' + QString(depth * 2, u' ');
    };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QChar c = json[i];
        if (inString) {
            out += c;
            if (c == u'\\' && i + 1 < json.size())
                out += json[++i];
            else if (c == u'"')
                inString = false;
            continue;
        }
        if (c.isSpace())
            continue;
        if (c == u'{' || c == u'[') {
            qsizetype next = i + 1;
            while (next < json.size() && json[next].isSpace())
                ++next;
            out += c;
            if (next < json.size() && (json[next] == u'}' || json[next] == u']')) {
                out += json[next];
                i = next;
                continue;
            }
            ++depth;
            newLine();
        } else if (c == u'}' || c == u']') {
            depth = std::max(0, depth - 1);
            newLine();
            out += c;
        } else if (c == u',') {
            out += c;
            newLine();
        } else if (c == u':') {
            out += u": "_s;
        } else {
            out += c;
            inString = c == u'"';
        }
    }
    return out;
}

} // namespace pilothouse::streams
