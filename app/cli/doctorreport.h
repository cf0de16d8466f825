// SPDX-License-Identifier: GPL-3.0-or-later
// What the doctor found, and how it is printed. The JSON form is described in README.md beside
// this.
#pragma once

#include "app/cli/arguments.h"
#include "core/service.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace pilothouse::app
{

struct DoctorCheck {
    enum class State { Ok, Warning, Problem, Skipped };

    QString id; // stable: "profile", "service", "keychain", "fonts", "folder", "disk", "sandbox"
    State state = State::Ok;
    QString subject; // the service's id, the folder, the language …
    QString text; // what was found, in the user's language
    QString detail; // the other side's own words; lines of the profile
    QString hint; // what to do

    // Of "service".
    std::optional<int> latencyMs;
    QString version;
    QString writes; // on, ask, off, never
};

struct DoctorReport {
    QString profileName;
    QString profileFile;
    bool profileUnreadable = false;
    QList<DoctorCheck> checks;

    // 4 when the profile cannot be read, 1 for any other problem, else 0. Warnings are no problem.
    ExitCode exitCode() const;
    QString toText() const;
    QJsonObject toJson() const; // schema 1
};

} // namespace pilothouse::app
