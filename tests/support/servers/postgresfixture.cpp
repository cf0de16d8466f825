// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servers/postgresfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

PostgresFixture::PostgresFixture(const QString& program, const QStringList& settings)
    : m_program(program)
    , m_settings(settings)
{
    start();
}

PostgresFixture::~PostgresFixture()
{
    freeze(false);
    stop();
}

void PostgresFixture::start()
{
    m_values.clear();
    m_problem.clear();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QString::fromUtf8(PH_SERVERS_FOLDER "/") + m_program,
        QStringList{m_folder.path()} + m_settings);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 60'000) {
        if (!m_process.waitForReadyRead(1000) && m_process.state() == QProcess::NotRunning)
            break;
        if (!m_process.canReadLine())
            continue;
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        const QStringList words = line.split(u' ');
        if (words.constFirst() != "ready"_L1)
            continue;
        for (const QString& word : words.mid(1))
            m_values.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
        return;
    }
    m_problem = u"the server did not start: "_s + m_process.errorString();
}

Secret PostgresFixture::password() const
{
    QFile file(value("password"));
    return file.open(QIODevice::ReadOnly) ? Secret(QString::fromUtf8(file.readAll()).trimmed())
                                          : Secret();
}

QList<qint64> PostgresFixture::processes() const
{
    QFile file(m_folder.filePath(u"data/postmaster.pid"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const qint64 postmaster = file.readLine().trimmed().toLongLong();
    QList<qint64> out{postmaster};
    const auto entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString& entry : entries) {
        QFile stat(u"/proc/"_s + entry + u"/stat"_s);
        if (entry.toLongLong() <= 0 || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = stat.readAll();
        const auto parts = text.mid(text.lastIndexOf(')') + 2).split(' ');
        if (parts.size() > 1 && parts[1].toLongLong() == postmaster)
            out += entry.toLongLong();
    }
    return out;
}

void PostgresFixture::freeze(bool stopped)
{
    for (const qint64 pid : processes())
        ::kill(static_cast<pid_t>(pid), stopped ? SIGSTOP : SIGCONT);
}

void PostgresFixture::kill()
{
    for (const qint64 pid : processes())
        ::kill(static_cast<pid_t>(pid), SIGKILL);
    m_process.waitForFinished(10'000);
}

void PostgresFixture::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(20'000))
        m_process.kill();
}

QString PostgresFixture::psql(const QString& sql, const QString& database) const
{
    QProcess p;
    p.start(u"psql"_s,
        {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, socketFolder(),
            u"-p"_s, QString::number(port()), u"-U"_s, u"postgres"_s, u"-d"_s, database, u"-f"_s,
            u"-"_s});
    p.write(sql.toUtf8());
    p.closeWriteChannel();
    p.waitForFinished(600'000);
    if (p.exitCode() != 0)
        return u"ERROR "_s + QString::fromUtf8(p.readAllStandardError()).trimmed();
    return QString::fromUtf8(p.readAllStandardOutput()).trimmed();
}

ServiceConfig PostgresFixture::config(WriteMode writes, const QString& user) const
{
    ServiceConfig c;
    c.id = u"shop-db"_s;
    c.module = u"database"_s;
    c.tool = u"postgresql"_s;
    c.ns = u"postgres://shop-db"_s;
    c.address = u"127.0.0.1:%1"_s.arg(port());
    c.user = user;
    c.writes = writes;
    c.options.insert(u"database"_s, u"shop"_s);
    c.options.insert(u"maxConnections"_s, 12);
    return c;
}

ServiceConfig PostgresFixture::superuser(WriteMode writes) const
{
    ServiceConfig c = config(writes, u"postgres"_s);
    c.address = socketFolder();
    c.options.insert(u"port"_s, port());
    return c;
}

} // namespace pilothouse::test
