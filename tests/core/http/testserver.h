// SPDX-License-Identifier: GPL-3.0-or-later
// TestServer: a small HTTP/1.1 server inside the test, on a free loopback port or a unix socket.
// Each connection has a thread; a handler answers.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QtGlobal>

#include <functional>
#include <memory>

namespace pilothouse::test
{

struct ServerRequest {
    QByteArray method;
    QByteArray target;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

class TestServer final
{
public:
    // Writes to the client; false when it has gone.
    using Write = std::function<bool(const QByteArray&)>;
    // Runs on the connection's thread. False: close the connection.
    using Handler = std::function<bool(const ServerRequest&, const Write&)>;

    explicit TestServer(Handler handler, const QString& unixPath = {});
    ~TestServer();
    Q_DISABLE_COPY_MOVE(TestServer)

    quint16 port() const;
    int accepted() const;
    int requests() const;

    // A whole answer with a length.
    static QByteArray answer(
        int status, const QByteArray& body, const QByteArray& extraHeaders = {});

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace pilothouse::test
