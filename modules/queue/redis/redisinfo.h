// SPDX-License-Identifier: GPL-3.0-or-later
// The server's INFO text, SLOWLOG and CLIENT LIST as values. Pure.
#pragma once

#include "queue/api/reply.h"
#include "queue/api/server.h"

#include <QHash>

namespace pilothouse::queue
{

ServerInfo parsedInfo(QByteArrayView text);
// Calls and microseconds of one command in `INFO commandstats`.
struct CommandCost {
    qint64 calls = 0;
    qint64 micros = 0;
};
// All of them, by lower-case "name" or, from 7.0 on, "name|sub".
QHash<QByteArray, qint64> commandCalls(const ServerInfo& info);
std::optional<CommandCost> commandCost(const ServerInfo& info, QByteArrayView command);

Result<std::vector<SlowEntry>> parsedSlowLog(const Reply& reply);
std::vector<ClientEntry> parsedClients(QByteArrayView text, int limit);

// "k1=v1,k2=v2" as INFO writes nested values.
qint64 innerNumber(QByteArrayView line, QByteArrayView key, qint64 otherwise = 0);

} // namespace pilothouse::queue
