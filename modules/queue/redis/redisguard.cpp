// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisguard.h"

#include "queue/redis/redisreply.h"

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

// Looking at the server, without the readonly flag because they touch no key. CONFIG GET is only
// for the names below: others hold passwords.
constexpr const char* kLooks[] = {"ping", "echo", "time", "info", "lastsave", "role", "dbsize",
    "command", "command|count", "command|docs", "command|info", "command|list", "command|getkeys",
    "command|getkeysandflags", "client|list", "client|info", "client|id", "client|getname",
    "slowlog|get", "slowlog|len", "latency|latest", "latency|history", "latency|histogram",
    "latency|doctor", "memory|stats", "memory|doctor", "memory|malloc-stats", "acl|whoami",
    "acl|cat", "pubsub|channels", "pubsub|numsub", "pubsub|numpat", "module|list", "lolwut"};

constexpr const char* kConfigNames[] = {"slowlog-log-slower-than", "slowlog-max-len", "maxmemory",
    "maxmemory-policy", "databases", "save", "appendonly", "notify-keyspace-events"};

// Flagged readonly by the server and yet not for us: KEYS stops everybody, PFCOUNT rewrites its
// cached cardinality, the others run code.
constexpr const char* kNotReads[]
    = {"keys", "pfcount", "eval_ro", "evalsha_ro", "fcall_ro", "sort", "wait", "waitaof"};

// Never through a shared connection, whatever the gate says.
constexpr const char* kNever[] = {"auth", "hello", "select", "swapdb", "quit", "reset", "monitor",
    "subscribe", "psubscribe", "ssubscribe", "unsubscribe", "punsubscribe", "sunsubscribe", "multi",
    "exec", "discard", "watch", "unwatch", "sync", "psync", "replconf", "asking", "readonly",
    "readwrite", "shutdown", "debug", "module|load", "module|loadex", "module|unload", "module",
    "eval", "evalsha", "eval_ro", "evalsha_ro", "fcall", "fcall_ro", "script", "script|load",
    "script|flush", "script|kill", "script|debug", "function", "function|load", "function|delete",
    "function|restore", "function|flush", "function|kill", "config|set", "config|rewrite",
    "failover", "replicaof", "slaveof", "migrate", "client|reply", "client|pause", "client|unpause",
    "client|tracking", "client|caching", "client|kill", "client|no-evict", "client|setname",
    "acl|setuser", "acl|deluser", "acl|load", "acl|save", "blpop", "brpop", "brpoplpush", "blmove",
    "blmpop", "bzpopmin", "bzpopmax", "bzmpop", "wait", "waitaof", "restore-asking", "pfselftest",
    "pfdebug", "cluster"};

template <size_t N>
bool in(const char* const (&list)[N], const QByteArray& name)
{
    return std::any_of(std::begin(list), std::end(list), [&](const char* n) { return name == n; });
}

bool hasWord(const Command& command, size_t from, const char* word)
{
    return std::any_of(command.begin() + qsizetype(std::min(from, command.size())), command.end(),
        [&](const QByteArray& w) { return w.compare(word, Qt::CaseInsensitive) == 0; });
}

CommandVerdict refused(const Command& command, Text hint)
{
    return {CommandVerdict::Kind::Refused, guardError(command, {}, std::move(hint)), {}};
}

// Key specifications (7.0+) tell more than the flags: PFCOUNT is flagged readonly and rewrites its
// key.
bool changesItsKeys(const Reply& specs)
{
    for (const Reply& spec : specs.items) {
        const Reply* flags = fieldOf(spec, "flags");
        if (!flags)
            continue;
        for (const Reply& flag : flags->items) {
            const QByteArray word = flag.bytes.toUpper();
            if (word == "RW" || word == "OW" || word == "RM")
                return true;
        }
    }
    return false;
}

// The one setting a panel changes; any other CONFIG SET is refused.
bool isSlowThreshold(const Command& command)
{
    return command.size() == 4 && command[0].toLower() == "config" && command[1].toLower() == "set"
        && command[2].toLower() == "slowlog-log-slower-than";
}

bool isHarmlessConfigGet(const Command& command)
{
    return command.size() > 2
        && std::all_of(command.begin() + 2, command.end(),
            [](const QByteArray& name) { return in(kConfigNames, name.toLower()); });
}

} // namespace

void CommandTable::learn(const std::vector<QByteArray>& asked, const Reply& answer)
{
    for (size_t i = 0; i < asked.size(); ++i) {
        Entry entry;
        // name, arity, flags, first, last, step, [ACL categories, tips, key specs, subcommands]
        if (i < answer.items.size() && answer.items[i].isArray()
            && answer.items[i].items.size() >= 3) {
            const auto& parts = answer.items[i].items;
            entry.exists = true;
            for (const Reply& flag : parts[2].items)
                entry.flags.insert(flag.bytes.toLower());
            entry.container = parts.size() > 9 && !parts[9].items.empty();
            if (parts.size() > 8 && changesItsKeys(parts[8]))
                entry.flags.insert("write");
        }
        m_flags.insert(asked[i], entry);
    }
}

void CommandTable::trustReads(const std::vector<QByteArray>& names)
{
    for (const QByteArray& name : names) {
        const qsizetype bar = name.indexOf('|');
        if (bar > 0) // of its container nothing else is trusted
            m_flags.insert(name.first(bar), Entry{{}, true, true});
        if (!m_flags.contains(name))
            m_flags.insert(name, Entry{{"readonly"}, true, false});
    }
}

std::vector<QByteArray> CommandTable::missing(const Command& command) const
{
    if (command.empty() || command[0].isEmpty())
        return {};
    const QByteArray name = command[0].toLower();
    const bool known = m_flags.contains(name);
    std::vector<QByteArray> out;
    if (!known)
        out.push_back(name);
    if (command.size() > 1 && (!known || hasSubcommands(name))) {
        const QByteArray full = name + '|' + command[1].toLower();
        if (!m_flags.contains(full) && command[1].size() < 64)
            out.push_back(full);
    }
    return out;
}

CommandTable::Access CommandTable::access(const QByteArray& name) const
{
    const QSet<QByteArray> flags = this->flags(name);
    if (flags.contains("readonly"))
        return Access::Reads;
    return flags.contains("write") ? Access::Writes : Access::None;
}

CommandTable::Access CommandTable::access(const Command& command) const
{
    const QByteArray name = command.front().toLower();
    if (command.size() > 1 && hasSubcommands(name))
        return access(name + '|' + command[1].toLower());
    return access(name);
}

CommandVerdict judge(const Command& command, const CommandTable& table)
{
    if (command.empty() || command[0].isEmpty())
        return refused(command, PH_TEXT("queue", "Type a command."));
    const QByteArray name = command[0].toLower();
    const QByteArray full = command.size() > 1 ? name + '|' + command[1].toLower() : name;

    if (in(kLooks, name) || in(kLooks, full))
        return {CommandVerdict::Kind::Reads, {}, {}};
    if (full == "config|get") {
        return isHarmlessConfigGet(command)
            ? CommandVerdict{CommandVerdict::Kind::Reads, {}, {}}
            : refused(command, PH_TEXT("queue", "Its answer may hold passwords."));
    }
    if (isSlowThreshold(command))
        return {CommandVerdict::Kind::Writes, {}, {}};
    if (in(kNever, name) || in(kNever, full))
        return refused(command,
            PH_TEXT(
                "queue", "It runs code, blocks, or changes the connection or the server itself."));
    if (name == "keys")
        return refused(command,
            PH_TEXT("queue", "KEYS stops the server for everybody. Use the key tree or SCAN."));

    // A container of subcommands is judged by the subcommand alone.
    const bool bySub = table.exists(full);
    const QByteArray known = bySub ? full : name;
    if (!table.exists(known) || (!bySub && table.hasSubcommands(name)))
        return {CommandVerdict::Kind::Unknown, {}, {}};
    const QSet<QByteArray> flags = table.flags(known);
    const bool reads = flags.contains("readonly") && !flags.contains("write")
        && !flags.contains("may_replicate") && !flags.contains("admin") && !in(kNotReads, name);
    if (!reads)
        return {CommandVerdict::Kind::Writes, {}, {}};
    if (flags.contains("blocking") && hasWord(command, 1, "BLOCK"))
        return refused(command, PH_TEXT("queue", "Waiting reads would hold up this connection."));
    if (full == "memory|usage" && hasWord(command, 3, "SAMPLES") && command.back() == "0")
        return refused(command,
            PH_TEXT("queue", "SAMPLES 0 visits every element and stops the server meanwhile."));
    return {CommandVerdict::Kind::Reads, {}, {}};
}

const std::vector<QByteArray>& ownCommands()
{
    static const std::vector<QByteArray> names{"scan", "type", "pttl", "memory|usage", "memory",
        "object|encoding", "object|idletime", "object", "strlen", "hlen", "llen", "scard", "zcard",
        "xlen", "getrange", "hscan", "hget", "lrange", "lindex", "sscan", "sismember", "zscan",
        "zrange", "zrevrange", "zscore", "xrange", "xrevrange", "xinfo|stream", "xinfo|groups",
        "xinfo|consumers", "xinfo", "xpending", "exists", "get", "randomkey", "client|no-touch"};
    return names;
}

Error guardError(const Command& command, const QString& where, Text hint)
{
    return Error{Error::Kind::Refused, where, shortened(command, 200), std::move(hint), u"guard"_s};
}

} // namespace pilothouse::queue
