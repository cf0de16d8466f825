// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Server: what the server says of itself: figures, slow commands, clients.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "queue/api/commandline.h"

#include <QDateTime>
#include <QHash>

#include <vector>

namespace pilothouse::queue
{

// The server's own lines by name (INFO); `databases` holds the keys of each numbered database.
struct ServerInfo {
    QHash<QByteArray, QByteArray> lines;
    QHash<int, qint64> databases;

    QByteArray text(QByteArrayView name) const { return lines.value(name.toByteArray()); }
    std::optional<double> number(QByteArrayView name) const
    {
        bool ok = false;
        const double v = lines.value(name.toByteArray()).toDouble(&ok);
        return ok ? std::optional(v) : std::nullopt;
    }
};

struct SlowEntry {
    qint64 id = 0;
    QDateTime time; // UTC
    qint64 micros = 0;
    Command command; // as the server kept it: long ones are cut by the server itself
    QByteArray client;
    QByteArray clientName;
    bool operator==(const SlowEntry&) const = default;
};

struct SlowLogPage {
    std::vector<SlowEntry> entries; // newest first
    std::optional<qint64> thresholdMicros; // -1: off; none: not allowed to read it
    std::optional<qint64> keeps; // entries the server keeps
};

struct ClientEntry {
    qint64 id = 0;
    QByteArray address;
    QByteArray name;
    QByteArray command; // last one
    qint64 ageSeconds = 0;
    qint64 idleSeconds = 0;
    bool operator==(const ClientEntry&) const = default;
};

class Server
{
public:
    virtual ~Server() = default;

    virtual Call<ServerInfo> info() = 0;
    virtual Call<SlowLogPage> slowLog(int limit) = 0;
    virtual Call<std::vector<ClientEntry>> clients(int limit) = 0;
    virtual Act clearSlowLog() = 0;
    virtual Act setSlowThreshold(qint64 micros) = 0;
};

} // namespace pilothouse::queue
