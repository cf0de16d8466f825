// SPDX-License-Identifier: GPL-3.0-or-later
// LogMatcher: finds a text or a regular expression in the bytes of a log. One engine for the log
// view, its highlights and the search over many logs.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <utility>
#include <vector>

namespace pilothouse::ui
{

class LogChunk;

struct LogPattern {
    QString text;
    bool regex = false;
    bool caseSensitive = false;
    bool operator==(const LogPattern&) const = default;
    bool isEmpty() const { return text.isEmpty(); }
};

// Holds scratch memory: one thread at a time; a copy for each thread is cheap to make.
class LogMatcher final
{
public:
    explicit LogMatcher(const LogPattern& pattern);
    ~LogMatcher();
    LogMatcher(LogMatcher&&) noexcept;
    LogMatcher& operator=(LogMatcher&&) noexcept;
    Q_DISABLE_COPY(LogMatcher)

    bool isValid() const;
    QString problem() const; // the engine's words about a pattern that is none
    int problemAt() const; // character of the pattern

    // `line` without colour codes (see withoutEscapes).
    bool matches(QByteArrayView line);
    std::vector<std::pair<qsizetype, qsizetype>> all(QByteArrayView line); // begin and end
    // Rows of a chunk that match, in order. Colour codes are looked through.
    void rowsOf(const LogChunk& chunk, std::vector<int>& rows);
    // Some line was too much for the pattern and counts as no match.
    bool gaveUp() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// The line as it reads: ANSI sequences (colours, cursor, titles) taken out. `scratch` is used only
// when there are some.
QByteArrayView withoutEscapes(QByteArrayView line, QByteArray& scratch);
// Length of the sequence that begins at `at`, 0: none.
qsizetype escapeLength(QByteArrayView line, qsizetype at);

} // namespace pilothouse::ui
