// SPDX-License-Identifier: GPL-3.0-or-later
// FaultProxy: a TCP or unix socket proxy inside the test, whose network can be made to fail at run
// time: silence, delay, a cut in the middle of a reply, a reset, nobody listening.
#pragma once

#include <QString>
#include <QtGlobal>

#include <chrono>
#include <memory>

namespace pilothouse::test
{

// One thread of its own; all members are thread-safe. A change of mode is in effect when the
// function returns. Connections are forwarded to the target from their first moment in a forwarding
// mode.
class FaultProxy final
{
public:
    struct Counters {
        int accepted = 0; // connections taken from clients so far
        int open = 0; // of these, open now
        qint64 toTarget = 0; // bytes handed on
        qint64 fromTarget = 0; // bytes handed on
    };

    // Forwards to 127.0.0.1:port and listens on a free loopback port.
    explicit FaultProxy(quint16 targetPort);
    // Forwards to a unix socket and listens on `listenPath`.
    FaultProxy(const QString& targetPath, const QString& listenPath);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    QString host() const { return QString::fromLatin1("127.0.0.1"); }
    quint16 port() const; // the same for the whole life, 0 for a unix socket
    QString path() const; // empty for TCP
    bool isListening() const;

    void pass();
    // Connections are accepted and live, but no byte moves in either direction and no close is
    // seen. What was sent meanwhile waits and is handed on by pass(), like after a network that was
    // away.
    void blackHole();
    // Every piece of a reply arrives this much later.
    void delay(std::chrono::milliseconds time);
    // Every connection is closed after this many more bytes of its replies.
    void cutAfter(qint64 replyBytes);
    // Open connections are reset now, new ones as soon as they are accepted.
    void reset();
    // Nobody listens any more; open connections are closed. pass() listens at the same place again.
    void refuse();
    // Resets the open connections once and stays in the present mode.
    void resetOpen();

    Counters counters() const;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace pilothouse::test
