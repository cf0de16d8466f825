// SPDX-License-Identifier: GPL-3.0-or-later
// The guard: may this command be sent? By the server's own flags (COMMAND INFO) and short
// allow-lists; what is not known to be harmless is a write. Pure.
#pragma once

#include "queue/api/console.h"

#include <QHash>
#include <QSet>

namespace pilothouse::queue
{

// What the server says of its commands, by lower-case "name" or "name|sub".
class CommandTable final
{
public:
    // The answer of COMMAND INFO for `asked`, in its order. Unknown ones are remembered as unknown.
    void learn(const std::vector<QByteArray>& asked, const Reply& answer);
    // For servers that do not let us ask: these are reads in every version.
    void trustReads(const std::vector<QByteArray>& names);
    // What to ask the server for before this command can be judged: "memory|usage", "memory". The
    // second word is only asked for where the first one has subcommands.
    std::vector<QByteArray> missing(const Command& command) const;
    // What a command does to keys, by the server's flags alone; a name with a bar is one command.
    enum class Access { None, Reads, Writes };
    Access access(const QByteArray& name) const;
    Access access(const Command& command) const;
    bool contains(const QByteArray& name) const { return m_flags.contains(name); }
    // Empty when the server does not know the command.
    QSet<QByteArray> flags(const QByteArray& name) const { return m_flags.value(name).flags; }
    bool exists(const QByteArray& name) const { return m_flags.value(name).exists; }
    bool hasSubcommands(const QByteArray& name) const { return m_flags.value(name).container; }

private:
    struct Entry {
        QSet<QByteArray> flags;
        bool exists = false;
        bool container = false;
    };
    QHash<QByteArray, Entry> m_flags;
};

// Reads: sent always. Writes: sent when the gate allows. Refused: never sent, as it would change
// this connection's state, block it, or run code.
CommandVerdict judge(const Command& command, const CommandTable& table);

// Commands the adapter itself sends, asked for when a connection opens.
const std::vector<QByteArray>& ownCommands();

Error guardError(const Command& command, const QString& where, Text hint);

} // namespace pilothouse::queue
