// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as values. Parsing is pure: it prints nothing and ends nothing.
#pragma once

#include "app/cli/pipelinearguments.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace pilothouse::app
{

enum class ExitCode {
    Ok = 0,
    Problem = 1, // found a problem
    WrongUsage = 2,
    NoDisplay = 3,
    ProfileUnreadable = 4,
};

struct Arguments {
    enum class Action { Window, Version, Help, Doctor, Tour, Pipeline };

    Action action = Action::Window;
    QString profile; // NAME or FILE; empty: the one used last, else the first-run screen
    bool json = false;

    // Of Action::Tour.
    QString tourFolder;
    QString theme; // "dark", "light"; empty: as set
    QString language; // "en", "zh_TW", "ko"; empty: as set
    QSize size; // of the window; empty: as it was

    PipelineArguments pipeline; // of Action::Pipeline

    // These run without a window and never take its lock.
    bool needsDisplay() const { return action == Action::Window || action == Action::Tour; }
};

// `arguments` without the program's name. The error is one sentence for stderr; exit with
// WrongUsage. Qt's own options (-platform, -style, -display …) are passed over.
tl::expected<Arguments, QString> parseArguments(const QStringList& arguments);

QString usageText();
QString versionText(); // "pilothouse 0.1.0"

} // namespace pilothouse::app
