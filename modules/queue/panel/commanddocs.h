// SPDX-License-Identifier: GPL-3.0-or-later
// What the server says of its own commands: their names (COMMAND) and how one is written
// (COMMAND DOCS, server 7 and later). Pure.
#pragma once

#include "queue/api/reply.h"

#include <QStringList>

namespace pilothouse::queue
{

// Upper case, sorted; commands with subcommands as "CLIENT LIST".
QStringList commandNames(const Reply& answer);

struct CommandDocs {
    QString syntax; // "key value [NX | XX] [EX seconds]"; empty: none, or not known
    QString summary; // the server's sentence, in English
    bool operator==(const CommandDocs&) const = default;
};
// The part of `answer` for this name ("client list"); empty when the server does not say it.
CommandDocs commandDocs(const Reply& answer, const QString& name);

} // namespace pilothouse::queue
