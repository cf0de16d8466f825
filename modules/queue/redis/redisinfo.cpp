// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisinfo.h"

#include "queue/redis/redisreply.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

// Calls f for each part between separators.
template <class F>
void split(QByteArrayView text, char separator, F f)
{
    qsizetype from = 0;
    while (from <= text.size()) {
        qsizetype to = text.indexOf(separator, from);
        if (to < 0)
            to = text.size();
        f(text.sliced(from, to - from));
        from = to + 1;
    }
}

qint64 numberOf(QByteArrayView text)
{
    return text.toByteArray().toLongLong();
}

} // namespace

ServerInfo parsedInfo(QByteArrayView text)
{
    ServerInfo info;
    split(text, '\n', [&](QByteArrayView line) {
        if (line.endsWith('\r'))
            line.chop(1);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.front() == '#')
            return;
        const QByteArrayView name = line.first(colon);
        const QByteArrayView value = line.sliced(colon + 1);
        info.lines.insert(name.toByteArray(), value.toByteArray());
        if (name.startsWith("db") && value.startsWith("keys=")) {
            bool ok = false;
            const int number = name.sliced(2).toByteArray().toInt(&ok);
            if (ok)
                info.databases.insert(number, innerNumber(value, "keys"));
        }
    });
    return info;
}

qint64 innerNumber(QByteArrayView line, QByteArrayView key, qint64 otherwise)
{
    qint64 found = otherwise;
    split(line, ',', [&](QByteArrayView part) {
        const qsizetype equals = part.indexOf('=');
        if (equals > 0 && part.first(equals) == key)
            found = numberOf(part.sliced(equals + 1));
    });
    return found;
}

QHash<QByteArray, qint64> commandCalls(const ServerInfo& info)
{
    constexpr QByteArrayView prefix = "cmdstat_";
    QHash<QByteArray, qint64> out;
    for (auto it = info.lines.cbegin(); it != info.lines.cend(); ++it)
        if (it.key().startsWith(prefix))
            out.insert(it.key().sliced(prefix.size()).toLower(), innerNumber(*it, "calls"));
    return out;
}

std::optional<CommandCost> commandCost(const ServerInfo& info, QByteArrayView command)
{
    const auto it = info.lines.constFind("cmdstat_" + command.toByteArray());
    if (it == info.lines.cend())
        return std::nullopt;
    return CommandCost{innerNumber(*it, "calls"), innerNumber(*it, "usec")};
}

Result<std::vector<SlowEntry>> parsedSlowLog(const Reply& reply)
{
    if (!reply.isArray())
        return fail(Error::Kind::Protocol, u"SLOWLOG: a list was expected"_s);
    std::vector<SlowEntry> out;
    for (const Reply& item : reply.items) {
        // id, time, microseconds, words [, client, client name (4.0)]
        if (item.items.size() < 4 || !item.items[3].isArray())
            return fail(Error::Kind::Protocol, u"SLOWLOG: an entry is not complete"_s);
        SlowEntry entry;
        entry.id = item.items[0].integer;
        entry.time = QDateTime::fromSecsSinceEpoch(item.items[1].integer, Qt::UTC);
        entry.micros = item.items[2].integer;
        for (const Reply& word : item.items[3].items)
            entry.command.push_back(word.bytes);
        if (item.items.size() > 5) {
            entry.client = item.items[4].bytes;
            entry.clientName = item.items[5].bytes;
        }
        out.push_back(std::move(entry));
    }
    return out;
}

std::vector<ClientEntry> parsedClients(QByteArrayView text, int limit)
{
    std::vector<ClientEntry> out;
    split(text, '\n', [&](QByteArrayView line) {
        if (line.isEmpty() || int(out.size()) >= limit)
            return;
        ClientEntry entry;
        split(line, ' ', [&](QByteArrayView part) {
            const qsizetype equals = part.indexOf('=');
            if (equals <= 0)
                return;
            const QByteArrayView key = part.first(equals);
            const QByteArrayView value = part.sliced(equals + 1);
            if (key == "id")
                entry.id = numberOf(value);
            else if (key == "addr")
                entry.address = value.toByteArray();
            else if (key == "name")
                entry.name = value.toByteArray();
            else if (key == "cmd")
                entry.command = value.toByteArray();
            else if (key == "age")
                entry.ageSeconds = numberOf(value);
            else if (key == "idle")
                entry.idleSeconds = numberOf(value);
        });
        if (entry.id > 0)
            out.push_back(std::move(entry));
    });
    return out;
}

} // namespace pilothouse::queue
