// SPDX-License-Identifier: GPL-3.0-or-later
// MatchFinder: where a pattern stands in bytes and in text that is shown, for marks and excerpts.
// Whether a message matches is the adapter's to say.
#pragma once

#include "streams/api/messages.h"

#include <QList>
#include <QRegularExpression>

namespace pilothouse::streams
{

struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan&) const = default;
};

class MatchFinder final
{
public:
    MatchFinder() = default; // marks nothing
    explicit MatchFinder(const MessagePattern& pattern);

    const MessagePattern& pattern() const { return m_pattern; }
    bool looksAt(MessagePattern::Where where) const;
    // In characters, in order, without overlaps; at most 64.
    QList<TextSpan> marks(const QString& text) const;
    // The byte at which the first match begins; -1: none.
    qsizetype firstIn(const QByteArray& bytes) const;

private:
    MessagePattern m_pattern;
    QRegularExpression m_regex; // of Regex and Field; of a field the value is its first group
};

} // namespace pilothouse::streams
