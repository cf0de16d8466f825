// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a program of the system (git, ssh, supervisorctl) without a shell: fed, listened to
// and ended by its deadline or when nobody wants the answer any more. Blocks: on a lane only.
#pragma once

#include "core/error.h"
#include "core/token.h"

#include <QByteArray>
#include <QStringList>

#include <utility>
#include <vector>

namespace pilothouse::pipelines
{

struct SystemCommand {
    QString program; // looked for in PATH
    QStringList arguments;
    QByteArray input = {};
    QString folder = {}; // empty: ours
    std::vector<std::pair<QString, QString>> environment = {}; // beside ours; words in English
    qint64 mostOutput = 64 << 20; // bytes; more is an error
};

struct CommandAnswer {
    int code = 0; // as it ended by itself; a signal is 128 and more
    QByteArray output;
    QString words; // what it said on stderr, trimmed, the end of it
};

// An error where it could not be run to its end: Unsupported (no such program), Timeout, Cancelled.
// Whoever has an answer of another code than 0 judges it. Ended by SIGTERM, so that programs take
// their locks away, two seconds later by SIGKILL, and with all they have started.
Result<CommandAnswer> runCommand(const SystemCommand& command, const Token& token);

} // namespace pilothouse::pipelines
