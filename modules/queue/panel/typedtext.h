// SPDX-License-Identifier: GPL-3.0-or-later
// TypedText: the text of an editor and what it comes to as bytes. Pure, and slow where the text is
// long: for lanes.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace pilothouse::queue
{

enum class TextFormat { Text, Json, Hex };

struct TypedText {
    QString raw; // QTextDocument::toRawText()
    TextFormat format = TextFormat::Text;
    QByteArray original; // what the edit is made from
    bool carriage = false; // lines end with CR and LF
};

struct TypedValue {
    std::optional<QByteArray> bytes; // none: no valid JSON or hex
    QJsonObject draft; // how it is kept: value or typed and format, original
};

// With what an editor makes of every end of a line.
QString inLines(QString text);
QByteArray bytesOfLines(QString text, bool carriage);

std::optional<QByteArray> bytesOf(const TypedText& typed);
TypedValue valueOf(const TypedText& typed);
// Kept as it was typed, whether it is valid or not.
QJsonObject draftAsTyped(const TypedText& typed);

} // namespace pilothouse::queue
