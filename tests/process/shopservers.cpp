// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/shopservers.h"

#include <QProcess>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

// Passwords go by the environment of the client, which belongs to the test alone.
QString run(const QString& program, const QStringList& arguments, const QString& variable,
    const QString& password)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(variable, password);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return u"ERROR: %1 does not end"_s.arg(program);
    const QString out = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    return process.exitCode() == 0
        ? out
        : u"ERROR: "_s + QString::fromUtf8(process.readAllStandardError()).trimmed();
}

} // namespace

QString ShopServers::sql(const QString& text, const QString& role) const
{
    const QString account = role.isEmpty() ? u"shop-db"_s : u"shop-db/"_s + role;
    return run(u"psql"_s,
        {u"-XqAt"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
            QString::number(m_sandbox.port(u"postgres"_s)), u"-U"_s,
            role.isEmpty() ? u"pilot"_s : role, u"-d"_s, u"shop"_s, u"-c"_s, text},
        u"PGPASSWORD"_s, m_sandbox.password(account));
}

QString ShopServers::redis(const QStringList& command) const
{
    return run(u"redis-cli"_s,
        QStringList{u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_sandbox.port(u"redis"_s))}
            + command,
        u"REDISCLI_AUTH"_s, m_sandbox.password(u"shop-cache"_s));
}

int ShopServers::sessions() const
{
    return sql(u"select count(*) from pg_stat_activity where application_name like 'Pilothouse%'"_s)
        .toInt();
}

} // namespace pilothouse::test
