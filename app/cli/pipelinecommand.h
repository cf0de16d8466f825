// SPDX-License-Identifier: GPL-3.0-or-later
// "pilothouse pipeline": each command runs to its end on the calling thread, with what belongs on
// stdout and stderr as text.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/pipelinearguments.h"
#include "pipelines/files/documentfile.h"

#include <QTextStream>

namespace pilothouse::app
{

struct CommandOutput {
    QString out;
    QString error;
};

// A QCoreApplication is there; for a picture a QGuiApplication.
ExitCode runPipelineCommand(const PipelineArguments& arguments, CommandOutput& output);

// For the commands themselves.
namespace pipelinecommand
{

// "FILE:LINE:COLUMN: error: words", FILE alone where no place is known.
QString problemLine(const QString& file, const pipelines::Problem& problem);
QString errorLine(const QString& file, const Error& error);
// The pipelines of a file; none when it cannot be read, then the reasons are in `output`.
std::optional<pipelines::ReadDocument> readSound(const QString& file, CommandOutput& output);

QString severityWord(pipelines::Problem::Severity severity);

ExitCode check(const PipelineArguments& arguments, CommandOutput& output);
ExitCode generate(const PipelineArguments& arguments, CommandOutput& output);
ExitCode import(const PipelineArguments& arguments, CommandOutput& output);
ExitCode diff(const PipelineArguments& arguments, CommandOutput& output);
ExitCode picture(const PipelineArguments& arguments, CommandOutput& output);

} // namespace pipelinecommand
} // namespace pilothouse::app
