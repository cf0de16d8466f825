// SPDX-License-Identifier: GPL-3.0-or-later
// The words behind "pilothouse pipeline" as values. Pure.
#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace pilothouse::app
{

struct PipelineArguments {
    enum class Command { Help, Check, Generate, Import, Diff, Picture };

    Command command = Command::Help;
    QStringList files;
    QString out;
    QString target; // "airflow-2", "airflow-3"; empty: not told
    QString providers; // a file
    QString environment; // of the document's; empty: none
    QString theme; // "dark", "light"; empty: light
    QString pipeline; // name of one of several in a file; empty: not told
    bool json = false;

    bool paints() const { return command == Command::Picture; }
};

// The error is one sentence for stderr; exit with WrongUsage.
tl::expected<PipelineArguments, QString> parsePipelineArguments(const QStringList& words);

QString pipelineUsage();

} // namespace pilothouse::app
