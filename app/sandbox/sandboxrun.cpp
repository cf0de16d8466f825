// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxrun.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

Text stepText(const QString& step, const QString& server)
{
    if (step == u"install")
        return PH_TEXT("Sandbox", "Installing packages for %1").arg(server);
    if (step == u"prepare")
        return PH_TEXT("Sandbox", "Preparing %1").arg(server);
    if (step == u"start")
        return PH_TEXT("Sandbox", "Starting %1").arg(server);
    if (step == u"probe")
        return PH_TEXT("Sandbox", "%1 answers").arg(server);
    if (step == u"fill")
        return PH_TEXT("Sandbox", "Loading demo data into %1").arg(server);
    if (step == u"ready")
        return PH_TEXT("Sandbox", "%1 is ready").arg(server);
    if (step == u"stop")
        return PH_TEXT("Sandbox", "Stopping %1").arg(server);
    if (step == u"stopped")
        return PH_TEXT("Sandbox", "%1 is stopped").arg(server);
    return Text::verbatim(server);
}

} // namespace

SandboxRun::SandboxRun(Task& task, const QString& script, const QStringList& arguments, Text done)
    : m_task(&task)
    , m_script(script)
    , m_arguments(arguments)
    , m_done(std::move(done))
    , m_process(new QProcess)
{
    // A group of its own, so that a cancel reaches what the script has started.
    m_process->setChildProcessModifier([] { ::setpgid(0, 0); });
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_harder.setSingleShot(true);
    m_harder.setInterval(10'000);
    connect(&m_harder, &QTimer::timeout, this, [this] { signalGroup(SIGTERM); });
    connect(m_process, &QProcess::readyReadStandardOutput, this, &SandboxRun::readLines);
    connect(m_process, &QProcess::readyReadStandardError, this, [this] {
        m_errors += m_process->readAllStandardError();
        m_errors = m_errors.right(4096);
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        finish(code, status != QProcess::NormalExit);
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            m_error.detail = m_process->errorString();
            finish(-1, true);
        }
    });
}

SandboxRun::~SandboxRun()
{
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        m_process->deleteLater();
        return;
    }
    // A QProcess that goes while its program runs would wait for it; this one goes after it.
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    signalGroup(SIGINT);
}

void SandboxRun::start()
{
    m_process->start(m_script, m_arguments, QIODevice::ReadOnly);
}

void SandboxRun::cancel()
{
    m_cancelled = true;
    signalGroup(SIGINT);
    m_harder.start();
}

void SandboxRun::signalGroup(int number)
{
    if (m_process->processId() > 0)
        m_group = m_process->processId();
    if (m_group > 0)
        ::kill(pid_t(-m_group), number);
}

void SandboxRun::readLines()
{
    while (m_process->canReadLine()) {
        const QByteArray line = m_process->readLine(64 << 10);
        takeEvent(QJsonDocument::fromJson(line).object());
    }
}

void SandboxRun::takeEvent(const QJsonObject& event)
{
    const QString kind = event.value("event"_L1).toString();
    if (kind == u"progress" && m_task) {
        const QString server = event.value("server"_L1).toString();
        m_percent[server] = std::max(m_percent.value(server), event.value("percent"_L1).toInt());
        TaskStatus status;
        for (const int percent : std::as_const(m_percent))
            status.done += percent;
        status.total = qint64(m_percent.size()) * 100;
        status.step = stepText(event.value("step"_L1).toString(), server);
        m_task->setProgress(status);
    } else if (kind == u"error") {
        m_error.kind = Error::Kind::Internal;
        m_error.where = event.value("server"_L1).toString();
        m_error.detail = event.value("text"_L1).toString();
        if (const QString hint = event.value("hint"_L1).toString(); !hint.isEmpty())
            m_error.hint = Text::verbatim(hint);
    }
}

void SandboxRun::finish(int exitCode, bool crashed)
{
    readLines();
    m_harder.stop();
    if (m_cancelled)
        signalGroup(SIGTERM); // what ignores an interrupt and outlived the script
    if (m_task && !m_task->isFinished()) {
        if (exitCode == 0 && !crashed) {
            m_task->finish(TaskStatus::State::Done, m_done);
        } else if (m_cancelled) {
            m_task->finish(TaskStatus::State::Cancelled, fail(Error::Kind::Cancelled, {}));
        } else {
            if (m_error.detail.isEmpty())
                m_error.detail = m_errors.isEmpty()
                    ? u"%1: exit code %2"_s.arg(m_script).arg(exitCode)
                    : QString::fromUtf8(m_errors).trimmed();
            m_error.code = u"sandbox"_s;
            m_task->finish(TaskStatus::State::Failed, tl::unexpected(m_error));
        }
    }
    Q_EMIT ended();
}

} // namespace pilothouse::app
