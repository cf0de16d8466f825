// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a line to what is shown of it: text without colour codes, control characters as
// symbols, colours as spans, and pieces that fit the window.
#pragma once

#include "ui/theme/tokens.h"

#include <QByteArrayView>
#include <QFont>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace pilothouse::ui
{

struct LogSpan {
    int begin = 0;
    int length = 0;
    std::optional<Token> ink;
    bool bold = false;
    bool operator==(const LogSpan&) const = default;
};

struct LogShown {
    QString text; // one character for each of the line's, so that positions are the line's own
    std::vector<LogSpan> spans;
    qint64 hidden = 0; // bytes that are not shown
};

// At most about `most` bytes of the line.
[[nodiscard]] LogShown shownLine(QByteArrayView line, qsizetype most);
// What is copied: the line's own characters without colour codes.
[[nodiscard]] QString copiedLine(QByteArrayView line);
// "ValueError: no such order": the last line of a Python traceback.
[[nodiscard]] bool isExceptionLine(QStringView text);

// Widths of characters in one font, each measured once. Shaping may make a text narrower, never
// wider, so what fits by this fits.
class LogMeasure final
{
public:
    explicit LogMeasure(const QFont& font);

    [[nodiscard]] qreal column() const { return m_column; } // of "0"
    [[nodiscard]] qreal width(QStringView text, qreal from = 0) const; // `from`: for tabs
    // Where each line begins when the text is broken at `width`; at least {0}.
    [[nodiscard]] std::vector<int> breaks(QStringView text, qreal width) const;

private:
    [[nodiscard]] qreal advance(char32_t c, qreal at) const;

    QFont m_font;
    qreal m_column;
    mutable QHash<char32_t, qreal> m_known;
};

} // namespace pilothouse::ui
