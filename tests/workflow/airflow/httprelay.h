// SPDX-License-Identifier: GPL-3.0-or-later
// HttpRelay: stands before a real server on loopback and hands everything on; counts what is asked
// and how much of it at once, and keeps the moments at which a text went by.
#pragma once

#include "tests/core/http/testserver.h"

#include <QElapsedTimer>
#include <QList>

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace pilothouse::test
{

class HttpRelay final
{
public:
    // `needle`: the text whose moments are kept; empty: none.
    explicit HttpRelay(quint16 port, QByteArray needle = {});
    Q_DISABLE_COPY_MOVE(HttpRelay)

    QString address() const;
    // Requests so far, without logging in and asking for the version.
    QByteArrayList asked() const;
    int mostAtOnce() const { return m_mostAtOnce; }
    qint64 now() const { return m_clock.elapsed(); } // ms, the clock of `seen`
    std::vector<qint64> seen() const; // when each needle had been handed on

private:
    bool pass(const ServerRequest& request, const TestServer::Write& write);
    using Forward = std::function<bool(const QByteArray& bytes, bool last)>;
    bool forward(const ServerRequest& request, const Forward& write);

    const quint16 m_port;
    const QByteArray m_needle;
    QElapsedTimer m_clock;
    mutable std::mutex m_mutex;
    std::vector<qint64> m_seen;
    QByteArrayList m_asked;
    std::atomic<int> m_atOnce{0};
    std::atomic<int> m_mostAtOnce{0};
    TestServer m_server; // last: its threads use the others
};

} // namespace pilothouse::test
