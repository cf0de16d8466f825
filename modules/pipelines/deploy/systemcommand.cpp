// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/systemcommand.h"

#include <QProcess>
#include <QStandardPaths>

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kLookMs = 50; // between two looks at the token
constexpr int kPatienceMs = 2000; // from SIGTERM to SIGKILL
constexpr qsizetype kMostWords = 8 * 1024;

void end(QProcess& process)
{
    const pid_t group = pid_t(process.processId());
    if (group > 0)
        ::kill(-group, SIGTERM);
    if (process.waitForFinished(kPatienceMs))
        return;
    if (group > 0)
        ::kill(-group, SIGKILL);
    process.kill();
    process.waitForFinished(kPatienceMs);
}

QProcessEnvironment environmentOf(const SystemCommand& command)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s); // its words are understood by what they mean
    for (const auto& [name, value] : command.environment)
        environment.insert(name, value);
    return environment;
}

} // namespace

Result<CommandAnswer> runCommand(const SystemCommand& command, const Token& token)
{
    const QString path = QStandardPaths::findExecutable(command.program);
    if (path.isEmpty())
        return fail(Error::Kind::Unsupported, command.program, {},
            PH_TEXT("pipelines", "There is no program %1 on this computer.").arg(command.program));
    QProcess process;
    process.setProcessEnvironment(environmentOf(command));
    process.setProgram(path);
    process.setArguments(command.arguments);
    if (!command.folder.isEmpty())
        process.setWorkingDirectory(command.folder);
    // A session of its own: no terminal to ask for passwords on, and one group to end.
    process.setChildProcessModifier([] {
        ::setsid();
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
    process.start();
    if (!process.waitForStarted(int(token.remaining().count())))
        return fail(Error::Kind::Internal, command.program + u": "_s + process.errorString());
    process.write(command.input);
    process.closeWriteChannel();

    CommandAnswer answer;
    QByteArray words;
    const auto take = [&] {
        answer.output += process.readAllStandardOutput();
        words += process.readAllStandardError();
        words = words.last(std::min(kMostWords, words.size()));
    };
    while (process.state() != QProcess::NotRunning) {
        if (token.stopped()) {
            end(process);
            return fail(
                token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, command.program);
        }
        process.waitForReadyRead(kLookMs);
        take();
        if (answer.output.size() > command.mostOutput) {
            end(process);
            return fail(Error::Kind::Protocol, command.program, {},
                PH_TEXT("pipelines", "%1 wrote more than can be taken.").arg(command.program));
        }
    }
    take();
    answer.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + SIGKILL;
    answer.words = QString::fromUtf8(words).trimmed().remove(u'\r');
    return answer;
}

} // namespace pilothouse::pipelines
