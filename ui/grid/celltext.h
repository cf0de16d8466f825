// SPDX-License-Identifier: GPL-3.0-or-later
// What a stored value looks like in one line. Pure functions; none changes what is copied.
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <vector>

namespace pilothouse::ui
{

// At most `most` characters, control characters as symbols, broken UTF-8 as replacement characters.
[[nodiscard]] QString visibleText(QByteArrayView utf8, qsizetype most = 400);
// For text that is already a QString.
[[nodiscard]] QString withSymbols(QString text);

// The beginning of a bytea as stored and its length: "\x0102030405060708… 24.1 KB".
[[nodiscard]] QString binaryText(QByteArrayView literal, qint64 literalSize);
[[nodiscard]] qint64 binarySize(qint64 literalSize); // of "\x…" with so many characters
// The bytes of a bytea in hex form, at most `most`; other text is returned as it is.
[[nodiscard]] QByteArray binaryBytes(QByteArrayView literal, qsizetype most);
// "24.1 KB"; three significant digits.
[[nodiscard]] QString byteSize(qint64 bytes);

struct JsonSpan {
    enum class Kind { Punctuation, Key, String, Number, Word };
    Kind kind = Kind::Punctuation;
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const JsonSpan&) const = default;
};
// Colours for one line of JSON, also when it is cut off; every character is in one span.
[[nodiscard]] std::vector<JsonSpan> jsonSpans(QStringView text);

// "1234567.80" → "1 234 567.80" with the given separator; anything that is no number is unchanged.
[[nodiscard]] QString grouped(const QString& number, QChar separator);
// Parts of a stored time; what is no such time is unchanged.
[[nodiscard]] QString timeToSeconds(const QString& stored); // "2026-03-17 13:12:58"
[[nodiscard]] QString dateOf(const QString& stored);
[[nodiscard]] QString clockOf(const QString& stored); // "13:12:58"
// True for what JSON accepts as a number.
[[nodiscard]] bool isJsonNumber(QByteArrayView text);

} // namespace pilothouse::ui
