// SPDX-License-Identifier: GPL-3.0-or-later
// SshTunnel: a service behind an ssh host, through the system's ssh as a process, so that the
// user's
// ~/.ssh/config, agent, known hosts and ProxyJump hold.
#pragma once

#include "core/token.h"
#include "core/tunnel/endpoint.h"
#include "core/tunnel/sshjump.h"

#include <QtGlobal>

#include <memory>

namespace pilothouse
{

struct SshOptions {
    QString program = QString::fromLatin1("ssh");
    QString configFile; // empty: ssh's own
    int aliveSeconds = 10; // ssh ends after three unanswered signs of life
};

// One per service, shared by its lanes: thread-safe, and lanes that ask for the same target at the
// same time get the same process. Blocking: call it from a lane.
class SshTunnel final
{
public:
    // Unix: a socket in a folder only this user can enter, named so that libpq finds it (host = the
    // folder, port = the target's). Port: a loopback port, for libraries that do TLS only over TCP.
    enum class Near { Unix, Port };

    // `jump`: ServiceConfig::sshJump.
    explicit SshTunnel(QString jump, Near near = Near::Unix, SshOptions options = {});
    ~SshTunnel(); // kills ssh and removes the socket; does not linger
    Q_DISABLE_COPY_MOVE(SshTunnel)

    // Where to connect to reach host:port (or a unix socket path on the far side) as the jump host
    // sees it. Starts ssh, or starts it again when it has died; ready when the near end accepts.
    // Errors: Refused (guard, nobody there), Auth (key, host key), Timeout, Cancelled, Protocol,
    // Unsupported (no ssh here); the detail is what ssh said.
    Result<Endpoint> open(const QString& host, quint16 port, const Token& token);

    // What ssh last said about this target (a refused forward is only told there, not to the
    // client).
    QString lastWords(const QString& host, quint16 port) const;
    // Running ssh processes.
    int running() const;

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace pilothouse
