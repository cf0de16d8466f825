// SPDX-License-Identifier: GPL-3.0-or-later
// Commands as words of bytes, and their one written form: quoted the way the server's own command
// line quotes, so that what is shown can be pasted there and does the same.
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace pilothouse::queue
{

using Command = std::vector<QByteArray>;

// One word: as it is when it is plain, else in double quotes with \n \r \t \a \b \" \\ and \xHH.
// Valid UTF-8 text stays readable.
QString quoted(QByteArrayView word);
// A whole command; words of secrets (AUTH, CONFIG SET requirepass …) are replaced by ***.
QString written(const Command& command);
// Longer than `limit` characters: the middle of long words is left out and their length told. For
// lists and logs, never for the preview of an act.
QString shortened(const Command& command, int limit);

// Splits a typed line by the same rules; Protocol when quotes do not match.
Result<Command> parsed(QStringView line);

// A key as the name of an entity and back: text stays as it is, bytes that are no UTF-8 become
// \xHH, a backslash becomes \\.
QString entityName(QByteArrayView key);
QByteArray keyOfEntity(QStringView name);

// True when the bytes are UTF-8 without control characters other than tab and line breaks.
bool isPlainText(QByteArrayView bytes);

// Glob characters escaped, so that a name matches only itself.
QByteArray globEscaped(QByteArrayView name);

} // namespace pilothouse::queue
