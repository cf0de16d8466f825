// SPDX-License-Identifier: GPL-3.0-or-later
// TlsEcho: a TLS server on a free loopback port that sends back what it gets.
#pragma once

#include "tests/core/tunnel/testcerts.h"

#include <atomic>
#include <thread>

namespace pilothouse::test
{

class TlsEcho final
{
public:
    // `clientCa`: only clients with a certificate of this authority are served.
    explicit TlsEcho(const TestCerts::Pair& pair, const QString& clientCa = {});
    ~TlsEcho();
    Q_DISABLE_COPY_MOVE(TlsEcho)

    quint16 port() const { return m_port; }
    int openConnections() const { return m_open; }
    QString lastServerName() const; // SNI of the last client that was served
    // The first reply of each client is followed by a close.
    void closeAfterOneReply() { m_oneReply = true; }
    // Answers with this instead of an echo; before the first client comes.
    void setReply(const QByteArray& reply) { m_reply = reply; }

private:
    void serve(int fd);

    void* m_context = nullptr; // SSL_CTX
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<int> m_open{0};
    std::atomic<bool> m_oneReply{false};
    QByteArray m_reply;
    struct Shared;
    std::unique_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace pilothouse::test
