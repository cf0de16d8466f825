// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxcontrol.h"

#include "app/sandbox/sandboxrun.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

constexpr int kStatusLimitMs = 20'000;

SandboxServer serverOf(const QJsonObject& row)
{
    SandboxServer server;
    server.name = row.value("server"_L1).toString();
    server.title = row.value("title"_L1).toString(server.name);
    server.module = row.value("module"_L1).toString();
    server.tool = row.value("tool"_L1).toString();
    server.state = row.value("state"_L1).toString();
    server.version = row.value("version"_L1).toString();
    server.installed = row.value("installed"_L1).toBool();
    server.filled = row.value("filled"_L1).toBool();
    server.onDemand = row.value("on_demand"_L1).toBool();
    const QJsonArray ports = row.value("ports"_L1).toArray();
    for (const auto& port : ports)
        server.ports.append(port.toInt());
    return server;
}

} // namespace

QString findSandboxScript(const QString& programFolder)
{
    QDir dir(programFolder);
    for (int level = 0; level < 5; ++level) {
        for (const QString& place :
            {u"packaging/sandbox/sandbox"_s, u"share/pilothouse/packaging/sandbox/sandbox"_s}) {
            const QFileInfo script(dir.filePath(place));
            if (script.isFile() && script.isExecutable())
                return script.canonicalFilePath();
        }
        if (!dir.cdUp())
            break;
    }
    return {};
}

Result<SandboxStatus> sandboxStatusOf(const QByteArray& output)
{
    const QByteArrayList lines = output.split('\n');
    for (const QByteArray& line : lines) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event.value("event"_L1).toString() == u"error")
            return fail(Error::Kind::Internal, event.value("text"_L1).toString(), {},
                Text::verbatim(event.value("hint"_L1).toString()), u"sandbox"_s);
        if (event.value("event"_L1).toString() != u"status"
            || event.value("schema"_L1).toInt() != 1)
            continue;
        SandboxStatus status;
        status.folder = event.value("folder"_L1).toString();
        status.profile = event.value("profile"_L1).toString();
        status.ready = event.value("ready"_L1).toBool();
        const QJsonArray servers = event.value("servers"_L1).toArray();
        for (const auto& row : servers)
            status.servers.append(serverOf(row.toObject()));
        return status;
    }
    return fail(Error::Kind::Protocol, QString::fromUtf8(output.right(400)), {}, {}, u"sandbox"_s);
}

SandboxControl::SandboxControl(QString script, QObject* parent)
    : QObject(parent)
    , m_script(std::move(script))
{
}

void SandboxControl::readStatus(QObject* context, std::function<void(Result<SandboxStatus>)> done)
{
    if (!isAvailable()) {
        QTimer::singleShot(0, context, [done = std::move(done)] {
            done(fail(Error::Kind::NotFound, u"packaging/sandbox/sandbox"_s, {},
                PH_TEXT("Sandbox", "The sandbox is not part of this installation."), u"sandbox"_s));
        });
        return;
    }
    // Without a parent: a QProcess that goes while its program runs would wait for it.
    auto* process = new QProcess;
    process->setStandardInputFile(QProcess::nullDevice());
    const auto asked
        = std::make_shared<std::function<void(Result<SandboxStatus>)>>(std::move(done));
    const auto answer = [process, asked, owner = QPointer(context)](Result<SandboxStatus> status) {
        const auto handler = std::exchange(*asked, {});
        if (process->state() == QProcess::NotRunning)
            process->deleteLater();
        else
            process->kill(); // deleted once it has ended
        if (handler && owner)
            handler(std::move(status));
    };
    QObject::connect(process, &QProcess::finished, process, [process, answer] {
        const QByteArray output = process->readAllStandardOutput();
        answer(
            output.isEmpty() ? fail(Error::Kind::Internal,
                QString::fromUtf8(process->readAllStandardError().right(400)), {}, {}, u"sandbox"_s)
                             : sandboxStatusOf(output));
    });
    QObject::connect(process, &QProcess::errorOccurred, process,
        [process, answer](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                answer(fail(Error::Kind::Internal, process->errorString(), {}, {}, u"sandbox"_s));
        });
    QTimer::singleShot(kStatusLimitMs, process, [answer] {
        answer(fail(Error::Kind::Timeout, u"sandbox status"_s, {}, {}, u"sandbox"_s));
    });
    QObject::connect(context, &QObject::destroyed, process,
        [answer] { answer(fail(Error::Kind::Cancelled, {})); });
    process->start(m_script, {u"status"_s, u"--json"_s}, QIODevice::ReadOnly);
}

std::unique_ptr<Task> SandboxControl::makeTask(
    const QString& command, const QStringList& servers, Text title, Text done)
{
    TaskInfo info;
    info.title = std::move(title);
    const auto run = std::make_shared<std::unique_ptr<SandboxRun>>();
    const QStringList arguments = QStringList{command} + servers + QStringList{u"--json"_s};
    return std::make_unique<Task>(
        std::move(info),
        [this, self = QPointer(this), run, script = m_script, arguments, done](Task& task) {
            if (script.isEmpty()) {
                task.finish(TaskStatus::State::Failed,
                    fail(Error::Kind::NotFound, u"packaging/sandbox/sandbox"_s, {},
                        PH_TEXT("Sandbox", "The sandbox is not part of this installation."),
                        u"sandbox"_s));
                return;
            }
            *run = std::make_unique<SandboxRun>(task, script, arguments, done);
            connect(run->get(), &SandboxRun::ended, &task, [this, self] {
                if (self)
                    Q_EMIT statusChanged();
            });
            (*run)->start();
        },
        [run] {
            if (*run)
                (*run)->cancel();
        });
}

std::unique_ptr<Task> SandboxControl::startTask(const QStringList& servers)
{
    if (servers.isEmpty())
        return makeTask(u"start"_s, servers, PH_TEXT("Sandbox", "Start the sandbox"),
            PH_TEXT("Sandbox", "The sandbox is running"));
    const QString names = servers.join(u", "_s);
    return makeTask(u"start"_s, servers, PH_TEXT("Sandbox", "Start %1 in the sandbox").arg(names),
        PH_TEXT("Sandbox", "%1 is ready").arg(names));
}

std::unique_ptr<Task> SandboxControl::stopTask(const QStringList& servers)
{
    if (servers.isEmpty())
        return makeTask(u"stop"_s, servers, PH_TEXT("Sandbox", "Stop the sandbox"),
            PH_TEXT("Sandbox", "The sandbox is stopped"));
    const QString names = servers.join(u", "_s);
    return makeTask(u"stop"_s, servers, PH_TEXT("Sandbox", "Stop %1 in the sandbox").arg(names),
        PH_TEXT("Sandbox", "%1 is stopped").arg(names));
}

std::unique_ptr<Task> SandboxControl::resetTask(const QStringList& servers)
{
    if (servers.isEmpty())
        return makeTask(u"reset"_s, servers, PH_TEXT("Sandbox", "Reset the sandbox"),
            PH_TEXT("Sandbox", "The sandbox is as it was before its first start"));
    const QString names = servers.join(u", "_s);
    return makeTask(u"reset"_s, servers, PH_TEXT("Sandbox", "Reset %1 in the sandbox").arg(names),
        PH_TEXT("Sandbox", "%1 is as it was before its first start").arg(names));
}

} // namespace pilothouse::app
