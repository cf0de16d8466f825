// SPDX-License-Identifier: GPL-3.0-or-later
// How the adapter reaches a server: a profile entry turned into libpq keywords. Everything libpq
// would otherwise take from PG* variables, ~/.pgpass or a service file is set by hand.
#pragma once

#include "core/error.h"
#include "core/secret.h"
#include "core/service.h"

#include <string>
#include <utility>
#include <vector>

namespace pilothouse::database::postgres
{

struct ConnectionSettings {
    ServiceId service;
    QString host; // name or address, or the folder of a unix socket
    QString hostAddress; // where to connect really (a tunnel's end); empty: `host`
    quint16 port = 5432;
    QString database;
    QString user;
    Secret secret;
    TlsConfig tls;
    QString sshJump;
    bool useEnvironment = false; // PG* variables and ~/.pgpass count
    int connectSeconds = 10;
};

// `address` is host:port, [v6]:port, host, or the path of a socket or of its folder.
Result<ConnectionSettings> settingsOf(const ServiceConfig& config, const Secret& secret);

using Keywords = std::vector<std::pair<std::string, std::string>>;
// `label` becomes application_name. Empty values are meant: they close the door to PG* variables.
Keywords keywordsOf(const ConnectionSettings& settings, const QString& label);
// The same as one conninfo string, for libpq and libpqxx.
std::string conninfoOf(const Keywords& keywords);

} // namespace pilothouse::database::postgres
