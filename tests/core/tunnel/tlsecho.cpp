// SPDX-License-Identifier: GPL-3.0-or-later
// Blocking OpenSSL, a thread for each client.
#include "tests/core/tunnel/tlsecho.h"

#include <QFile>

#include <csignal>
#include <list>
#include <mutex>
#include <set>

#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse::test
{

struct TlsEcho::Shared {
    std::mutex mutex;
    std::set<int> fds;
    QString serverName;
    std::list<std::thread> clients;
};

TlsEcho::TlsEcho(const TestCerts::Pair& pair, const QString& clientCa)
    : m_shared(std::make_unique<Shared>())
{
    // OpenSSL's write(2) to a client that is gone.
    std::signal(SIGPIPE, SIG_IGN);
    SSL_CTX* context = ::SSL_CTX_new(::TLS_server_method());
    m_context = context;
    ::SSL_CTX_use_certificate_chain_file(context, QFile::encodeName(pair.cert).constData());
    ::SSL_CTX_use_PrivateKey_file(
        context, QFile::encodeName(pair.key).constData(), SSL_FILETYPE_PEM);
    if (!clientCa.isEmpty()) {
        ::SSL_CTX_load_verify_file(context, QFile::encodeName(clientCa).constData());
        ::SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    }
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in a{};
    a.sin_family = AF_INET;
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof a;
    ::bind(m_listener, reinterpret_cast<sockaddr*>(&a), size);
    ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&a), &size);
    ::listen(m_listener, 16);
    m_port = ntohs(a.sin_port);
    m_thread = std::thread([this] {
        for (;;) {
            const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (fd < 0)
                return;
            ++m_open;
            std::lock_guard lock(m_shared->mutex);
            m_shared->fds.insert(fd);
            m_shared->clients.emplace_back([this, fd] { serve(fd); });
        }
    });
}

TlsEcho::~TlsEcho()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
    {
        std::lock_guard lock(m_shared->mutex);
        for (const int fd : m_shared->fds)
            ::shutdown(fd, SHUT_RDWR);
    }
    for (std::thread& t : m_shared->clients)
        t.join();
    ::SSL_CTX_free(static_cast<SSL_CTX*>(m_context));
}

void TlsEcho::serve(int fd)
{
    SSL* ssl = ::SSL_new(static_cast<SSL_CTX*>(m_context));
    ::SSL_set_fd(ssl, fd);
    if (::SSL_accept(ssl) == 1) {
        if (const char* name = ::SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name)) {
            std::lock_guard lock(m_shared->mutex);
            m_shared->serverName = QString::fromUtf8(name);
        }
        char buffer[16384];
        for (int n = 0; (n = ::SSL_read(ssl, buffer, sizeof buffer)) > 0;) {
            const int sent = m_reply.isEmpty()
                ? ::SSL_write(ssl, buffer, n)
                : ::SSL_write(ssl, m_reply.constData(), int(m_reply.size()));
            if (sent <= 0 || m_oneReply)
                break;
        }
        ::ERR_clear_error();
        ::SSL_shutdown(ssl);
    } else if (!m_reply.isEmpty()) {
        // Like a web server: stay until the client has read why; a close with unread bytes is a
        // reset.
        ::shutdown(fd, SHUT_WR);
        char rest[4096];
        while (::recv(fd, rest, sizeof rest, 0) > 0) { }
    }
    ::SSL_free(ssl);
    {
        std::lock_guard lock(m_shared->mutex);
        m_shared->fds.erase(fd);
        ::close(fd);
    }
    --m_open;
}

QString TlsEcho::lastServerName() const
{
    std::lock_guard lock(m_shared->mutex);
    return m_shared->serverName;
}

} // namespace pilothouse::test
