// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <chrono>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

Program::Program(QString folder)
    : m_folder(std::move(folder))
    , m_program(QString::fromLatin1(PILOTHOUSE_DRIVEN))
    , m_environment(QProcessEnvironment::systemEnvironment())
{
    const QList<std::pair<QString, QString>> places{{u"XDG_STATE_HOME"_s, u"state"_s},
        {u"XDG_CONFIG_HOME"_s, u"config"_s}, {u"XDG_CACHE_HOME"_s, u"cache"_s},
        {u"XDG_DATA_HOME"_s, u"data"_s}, {u"XDG_RUNTIME_DIR"_s, u"run"_s}, {u"TMPDIR"_s, u"tmp"_s},
        {u"HOME"_s, u"home"_s}};
    for (const auto& [name, place] : places) {
        const QString path = m_folder + u'/' + place;
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_environment.insert(name, path);
    }
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
}

Program::~Program()
{
    kill();
}

void Program::setVariable(const QString& name, const QString& value)
{
    m_environment.insert(name, value);
}

QString Program::stateFolder() const
{
    return m_folder + u"/state/pilothouse"_s;
}

QString Program::configFolder() const
{
    return m_folder + u"/config/pilothouse"_s;
}

qint64 Program::now()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

bool Program::start(const QStringList& arguments)
{
    m_bytes.clear();
    m_process.setProcessEnvironment(m_environment);
    m_process.start(m_program, arguments);
    return m_process.waitForStarted();
}

void Program::take()
{
    if (!m_process.isOpen())
        return;
    const QByteArray out = m_process.readAllStandardOutput();
    m_output += QString::fromUtf8(out) + QString::fromUtf8(m_process.readAllStandardError());
    m_bytes += out;
    for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(m_bytes.first(end)).object();
        m_bytes.remove(0, end + 1);
        if (!event.isEmpty())
            m_events.push_back(event);
    }
}

bool Program::await(const QString& event, int limit)
{
    size_t looked = 0;
    const auto came = [&] {
        take();
        for (; looked < m_events.size(); ++looked)
            if (m_events[looked][u"event"_s].toString() == event)
                return true;
        return false;
    };
    QElapsedTimer timer;
    timer.start();
    while (!came()) {
        if (m_process.state() != QProcess::Running || timer.elapsed() > limit)
            return false;
        m_process.waitForReadyRead(20);
    }
    return true;
}

QJsonObject Program::ask(const QString& command, int limit)
{
    take();
    const size_t before = m_events.size();
    m_process.write(command.toUtf8() + '\n');
    QElapsedTimer timer;
    timer.start();
    for (size_t looked = before; timer.elapsed() <= limit;) {
        take();
        for (; looked < m_events.size(); ++looked)
            if (m_events[looked][u"event"_s].toString() == u"answer"_s)
                return m_events[looked];
        if (m_process.state() != QProcess::Running)
            break;
        m_process.waitForReadyRead(20);
    }
    return {};
}

bool Program::see(const std::function<bool(const QJsonObject&)>& good, int limit)
{
    return QTest::qWaitFor(
               [&] {
                   m_seen = ask(u"see"_s);
                   return !isRunning() || good(m_seen);
               },
               limit)
        && isRunning();
}

void Program::forget()
{
    take();
    m_events.clear();
}

void Program::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
    take();
}

int Program::finish(int limit)
{
    const bool ended
        = m_process.state() == QProcess::NotRunning || m_process.waitForFinished(limit);
    if (!ended)
        kill();
    take();
    if (!ended)
        return -2;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace pilothouse::test
