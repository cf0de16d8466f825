// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include "app/paths.h"

#include <QCryptographicHash>
#include <QDir>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kAnswerLimit = 3s;

// A socket path must be short; the state folder's may not be.
QString socketPath(const QString& stateFolder)
{
    const QByteArray hash = QCryptographicHash::hash(
        QDir(stateFolder).absolutePath().toUtf8(), QCryptographicHash::Sha1)
                                .toHex()
                                .left(16);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder
        = QDir::isAbsolutePath(runtime) && QDir(runtime).exists() && runtime.size() < 70
        ? runtime
        : QDir::tempPath();
    return folder + u"/pilothouse-"_s + QString::fromLatin1(hash);
}

} // namespace

SingleInstance::SingleInstance(const QString& stateFolder, QObject* parent)
    : QObject(parent)
    , m_socketPath(socketPath(stateFolder))
    , m_lock(stateFolder + u"/window.lock"_s)
{
    makePrivateFolder(stateFolder);
    m_lock.setStaleLockTime(0); // only a dead process makes it stale, never its age
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* visitor = m_server.nextPendingConnection()) {
            connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
            connect(visitor, &QLocalSocket::readyRead, this, [this, visitor] {
                if (visitor->readAll().startsWith("raise")) {
                    visitor->write("ok\n");
                    visitor->flush();
                    Q_EMIT raiseRequested();
                }
            });
        }
    });
}

SingleInstance::~SingleInstance()
{
    m_server.disconnect(this);
}

bool SingleInstance::claim()
{
    if (m_claimed)
        return true;
    if (!m_lock.tryLock(0))
        return false;
    m_claimed = true;
    listen();
    return true;
}

void SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (m_server.listen(m_socketPath))
        return;
    // Left by a process that was killed: the lock is ours, so nobody listens there.
    QLocalServer::removeServer(m_socketPath);
    m_server.listen(m_socketPath);
}

void SingleInstance::askFirst()
{
    const auto end = [this](bool answered) {
        m_limit.stop();
        m_socket.disconnect(this);
        m_socket.abort();
        Q_EMIT asked(answered);
    };
    connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write("raise\n"); });
    connect(&m_socket, &QLocalSocket::readyRead, this, [end] { end(true); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [end] { end(false); });
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [end] { end(false); });
    m_limit.start(kAnswerLimit);
    m_socket.connectToServer(m_socketPath);
}

} // namespace pilothouse::app
