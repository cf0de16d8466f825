// SPDX-License-Identifier: GPL-3.0-or-later
// PostgresFixture: a private PostgreSQL of one test in a temporary folder, on a free loopback port
// and a unix socket. Tests may do to it what they like; it ends with the fixture.
#pragma once

#include "core/adapter.h"

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

namespace pilothouse::test
{

class PostgresFixture final
{
public:
    // `program`: "pg", or "pg-tls" with the certificate as argument. `settings`: NAME=VALUE lines.
    explicit PostgresFixture(
        const QString& program = QString::fromLatin1("pg"), const QStringList& settings = {});
    ~PostgresFixture();
    Q_DISABLE_COPY_MOVE(PostgresFixture)

    // Empty when the server runs; else why not. With CI=true a test must fail then, not skip.
    QString problem() const { return m_problem; }
    quint16 port() const { return value("port").toUShort(); }
    QString socketFolder() const { return value("socket"); }
    QString value(const char* key) const { return m_values.value(QString::fromLatin1(key)); }
    QString folder() const { return m_folder.path(); }
    Secret password() const; // of pilot and viewer

    void stop(); // in order
    void kill(); // every process of it, kill -9
    void start(); // again, with the same data on a new port
    void freeze(bool stopped); // SIGSTOP, SIGCONT: a server that hangs

    // psql as the superuser over the unix socket: the answer without the last line break, or the
    // error words behind "ERROR".
    QString psql(const QString& sql, const QString& database = QString::fromLatin1("shop")) const;

    // A profile entry for it, over TCP as `user`.
    ServiceConfig config(
        WriteMode writes = WriteMode::On, const QString& user = QString::fromLatin1("pilot")) const;
    // The same over the socket as the superuser.
    ServiceConfig superuser(WriteMode writes = WriteMode::On) const;

private:
    QList<qint64> processes() const; // the postmaster first

    const QString m_program;
    const QStringList m_settings;
    QTemporaryDir m_folder;
    QProcess m_process;
    QMap<QString, QString> m_values;
    QString m_problem;
};

} // namespace pilothouse::test
