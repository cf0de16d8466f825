// SPDX-License-Identifier: GPL-3.0-or-later
// How values and times are written for people, and read back. Pure; bytes in, bytes out.
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace pilothouse::queue
{

// JSON with something to indent in it, of any length.
bool isJsonTree(const QByteArray& bytes);
// Indented by its own tokens: numbers, escapes and order stay exactly as they are. Empty when the
// bytes are no JSON.
QString indentedJson(const QByteArray& json);
// Without the blanks between tokens; none when it is no JSON.
std::optional<QByteArray> compactJson(const QByteArray& json);
// What saving sends for JSON that was edited: the tokens of `edited` in the formatting of `stored`.
// The same tokens are the stored bytes; compact stays compact; else what stands before and after
// the change is kept byte by byte and the change is sent as typed. None when it is no JSON.
std::optional<QByteArray> editedJson(const QByteArray& stored, const QByteArray& edited);

// "00000010  68 65 …  |he…|", and back; none when a line cannot be read.
QString hexDump(const QByteArray& bytes, qint64 from = 0);
std::optional<QByteArray> bytesOfHexDump(const QString& dump);

// "1 h 12 m 40 s"; "for ever" is the caller's word.
QString durationText(std::chrono::milliseconds time);
// "90", "1h 30m", "2d"; none when it is no time.
std::optional<std::chrono::milliseconds> parsedDuration(const QString& text);

QString sizeText(qint64 bytes); // "2.4 KB"
QString countText(qint64 count); // "61.3k"
// The type as a chip says it: "str", "strm", "hash"; at most six letters.
QString shortTypeName(const QString& type);

} // namespace pilothouse::queue
