// SPDX-License-Identifier: GPL-3.0-or-later
// RedisFixture: a private redis-server of one test in a temporary folder, on a free loopback port
// and a unix socket. Tests may do to it what they like; it ends with the fixture.
#pragma once

#include "core/adapter.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace pilothouse::test
{

class RedisFixture final
{
public:
    struct Options {
        QString password; // of the default user
        QStringList arguments; // more of redis-server's own
    };

    explicit RedisFixture(Options options = {});
    ~RedisFixture();
    Q_DISABLE_COPY_MOVE(RedisFixture)

    // Empty when the server runs; else why not. With CI=true a test must fail then, not skip.
    QString problem() const { return m_problem; }
    quint16 port() const { return m_port; }
    QString socket() const { return m_folder.filePath(QString::fromLatin1("redis.sock")); }
    QString address() const;

    void kill(); // kill -9
    bool start(); // again, at the same place
    void freeze(bool stopped); // SIGSTOP, SIGCONT: a server that hangs

    // redis-cli over the unix socket; the answer without its last line break.
    QByteArray cli(const QStringList& arguments) const;
    // One command per line, as redis-cli reads them.
    QByteArray script(const QByteArray& lines) const;
    // Of all keys and values of a database.
    QByteArray digest() const
    {
        return cli({QString::fromLatin1("DEBUG"), QString::fromLatin1("DIGEST")});
    }

    // A profile entry for it.
    ServiceConfig config(WriteMode writes = WriteMode::On) const;

private:
    const Options m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    quint16 m_port = 0;
    QString m_problem;
};

} // namespace pilothouse::test
