// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsandbox.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kStartLimitMs = 540'000; // Airflow on a busy machine takes minutes

QJsonObject readObject(const QString& path, const QString& key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(key).toObject();
}

} // namespace

TestSandbox::TestSandbox(const QStringList& servers)
{
    const QString lent = qEnvironmentVariable("PILOTHOUSE_TEST_PROFILE");
    if (!lent.isEmpty()) {
        m_folder = QFileInfo(lent).absolutePath();
        if (!QFileInfo::exists(lent))
            m_problem = u"PILOTHOUSE_TEST_PROFILE names no file: "_s + lent;
        else if (!servers.isEmpty()) // takes a second when they run
            run(QStringList{u"start"_s, u"--no-install"_s, u"--no-traffic"_s, u"--scale"_s, u"5"_s}
                + servers);
        return;
    }
    // The path of a unix socket is short, and the account the servers run as must get there.
    QTemporaryDir parent(u"/var/tmp/ph-test-XXXXXX"_s);
    parent.setAutoRemove(false);
    m_parent = parent.path();
    QFile::setPermissions(m_parent,
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther
            | QFile::ExeOther);
    m_folder = m_parent + u"/sandbox"_s;
    if (run(QStringList{u"start"_s, u"--no-install"_s, u"--no-traffic"_s, u"--scale"_s, u"5"_s}
            + servers)
            != 0
        && m_problem.isEmpty())
        m_problem = u"the sandbox did not start"_s;
}

TestSandbox::~TestSandbox()
{
    if (m_parent.isEmpty())
        return;
    run({u"reset"_s});
    QDir(m_parent).removeRecursively();
}

int TestSandbox::run(const QStringList& arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PILOTHOUSE_SANDBOX_DIR"_s, m_folder);
    process.setProcessEnvironment(environment);
    process.start(QString::fromUtf8(PILOTHOUSE_SANDBOX_SCRIPT), arguments);
    if (!process.waitForFinished(kStartLimitMs)) {
        process.kill();
        process.waitForFinished();
        m_problem = u"the sandbox did not come to an end"_s;
        return -1;
    }
    if (process.exitCode() != 0)
        m_problem = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return process.exitCode();
}

void TestSandbox::rest(const QStringList& servers)
{
    if (m_parent.isEmpty())
        run(QStringList{u"stop"_s} + servers);
}

QString TestSandbox::profile() const
{
    return m_folder + u"/profile.yaml"_s;
}

int TestSandbox::port(const QString& server) const
{
    return readObject(m_folder + u"/ports.json"_s, u"ports"_s).value(server).toInt();
}

QString TestSandbox::password(const QString& service) const
{
    return readObject(m_folder + u"/secrets.json"_s, u"secrets"_s).value(service).toString();
}

QString TestSandbox::psql(const QString& sql, const QString& database) const
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSFILE"_s, m_folder + u"/pgpass"_s);
    process.setProcessEnvironment(environment);
    process.start(u"psql"_s,
        {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, u"127.0.0.1"_s,
            u"-p"_s, QString::number(port(u"postgres"_s)), u"-U"_s, u"postgres"_s, u"-d"_s,
            database, u"-f"_s, u"-"_s});
    process.write(sql.toUtf8());
    process.closeWriteChannel();
    process.waitForFinished(120'000);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return u"ERROR "_s + QString::fromUtf8(process.readAllStandardError()).trimmed();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace pilothouse::test
