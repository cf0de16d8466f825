// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/airflowfixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <csignal>
#include <map>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLimitMs = 120'000;

} // namespace

AirflowFixture::AirflowFixture(int major)
    : m_major(major)
    , m_sandbox({u"airflow%1"_s.arg(major)})
{
}

AirflowFixture::~AirflowFixture()
{
    const QStringList frozen = m_frozen;
    for (const QString& component : frozen)
        freeze(component, false);
    const QStringList stopped = m_stopped;
    for (const QString& component : stopped)
        start(component);
}

QString AirflowFixture::name() const
{
    return u"airflow%1"_s.arg(m_major);
}

QString AirflowFixture::serviceId() const
{
    return m_major == 3 ? u"shop-airflow"_s : u"shop-airflow-2"_s;
}

QString AirflowFixture::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_sandbox.port(name()));
}

Secret AirflowFixture::password() const
{
    return Secret(m_sandbox.password(serviceId()));
}

Secret AirflowFixture::viewerPassword() const
{
    return Secret(m_sandbox.password(serviceId() + u"/viewer"_s));
}

ServiceConfig AirflowFixture::config(WriteMode writes) const
{
    ServiceConfig config;
    config.id = serviceId();
    config.module = u"workflow"_s;
    config.tool = u"airflow"_s;
    config.title = u"Airflow %1"_s.arg(m_major);
    config.address = address();
    config.ns = u"airflow://"_s + serviceId();
    config.user = user();
    config.writes = writes;
    return config;
}

QString AirflowFixture::dagsFolder() const
{
    return homeFolder() + u"/dags"_s;
}

QString AirflowFixture::logsFolder() const
{
    return homeFolder() + u"/logs"_s;
}

QString AirflowFixture::homeFolder() const
{
    return m_sandbox.folder() + u"/data/"_s + name();
}

bool AirflowFixture::putDag(const QString& fileName, const QByteArray& source) const
{
    // In one step: a half-written file would be an import error.
    const QString path = dagsFolder() + u'/' + fileName;
    QFile file(path + u".new"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(source) != source.size())
        return false;
    // The servers run as another account when we are root.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    file.close();
    QFile::remove(path);
    return file.rename(path);
}

void AirflowFixture::removeDag(const QString& fileName) const
{
    QFile::remove(dagsFolder() + u'/' + fileName);
}

QByteArray AirflowFixture::supervisor(const QStringList& words) const
{
    QProcess process;
    process.start(u"/usr/bin/supervisorctl"_s,
        QStringList{u"-c"_s, m_sandbox.folder() + u"/supervisord.conf"_s} + words);
    process.waitForFinished(kLimitMs);
    return process.readAllStandardOutput();
}

bool AirflowFixture::stop(const QString& component)
{
    const QString program = name() + u'-' + component;
    m_stopped.append(component);
    return supervisor({u"stop"_s, program}).contains("stopped");
}

bool AirflowFixture::start(const QString& component)
{
    const QString program = name() + u'-' + component;
    m_stopped.removeAll(component);
    return supervisor({u"start"_s, program}).contains("started");
}

std::vector<int> AirflowFixture::processes(const QString& component) const
{
    const int first = supervisor({u"pid"_s, name() + u'-' + component}).trimmed().toInt();
    if (first <= 1)
        return {};
    std::multimap<int, int> children;
    for (const QString& entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile stat(u"/proc/"_s + entry + u"/stat"_s);
        if (entry.toInt() <= 1 || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = stat.readAll(); // "pid (name) state parent …", any name
        children.emplace(
            text.mid(text.lastIndexOf(')') + 4).split(' ').value(0).toInt(), entry.toInt());
    }
    std::vector<int> out{first};
    for (size_t i = 0; i < out.size(); ++i)
        for (auto [it, end] = children.equal_range(out[i]); it != end; ++it)
            out.push_back(it->second);
    return out;
}

void AirflowFixture::kill(const QString& component) const
{
    for (const int process : processes(component))
        ::kill(process, SIGKILL);
}

void AirflowFixture::freeze(const QString& component, bool stopped)
{
    m_frozen.removeAll(component);
    if (stopped)
        m_frozen.append(component);
    for (const int process : processes(component))
        ::kill(process, stopped ? SIGSTOP : SIGCONT);
}

QString AirflowFixture::sql(const QString& statement) const
{
    return m_sandbox.psql(statement, name());
}

QString AirflowFixture::seedLogs(const QString& dag, const QString& run, qint64 bytes, int tries,
    const QString& needle, int every) const
{
    QProcess process;
    process.start(QString::fromUtf8(PH_AIRFLOW_LOGS),
        {m_sandbox.folder(), name(), dag, run, u"--bytes"_s, QString::number(bytes), u"--tries"_s,
            QString::number(tries), u"--needle"_s, needle, u"--every"_s, QString::number(every)});
    if (process.waitForFinished(kLimitMs) && process.exitCode() == 0)
        return {};
    const QString words = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return words.isEmpty() ? process.errorString() : words;
}

} // namespace pilothouse::test
