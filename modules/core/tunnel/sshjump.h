// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's `ssh: jump` taken apart and put together as arguments of the system's ssh. Pure: no
// process, no socket.
#pragma once

#include "core/error.h"

#include <QStringList>

#include <optional>

namespace pilothouse
{

// [user@]host[:port]; an IPv6 address with a port is written in brackets. The host may be an alias
// of
// ~/.ssh/config.
struct SshJump {
    QString user;
    QString host;
    quint16 port = 0; // 0: what ssh's configuration says

    bool operator==(const SshJump&) const = default;

    // Refused (code "guard") for anything that ssh or a ProxyCommand's shell could take for an
    // option or for more than a name.
    static Result<SshJump> parse(const QString& text);
};

// Of ssh -L: the far side, a host and port as seen from the jump host or a unix socket there
// ("/…").
Result<QString> forwardTarget(const QString& host, quint16 port);

// The arguments after the program name. `near` is a local path or 127.0.0.1:port; `configFile`
// empty: ssh's own files.
QStringList sshArguments(const SshJump& jump, const QString& near, const QString& target,
    int aliveSeconds, const QString& configFile);

// What ssh's last words mean. They are English in every locale.
Error::Kind kindOfSshWords(const QString& words);

} // namespace pilothouse
