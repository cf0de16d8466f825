// SPDX-License-Identifier: GPL-3.0-or-later
// What the application hands to the shell: references to what outlives the window, and the open
// profile as far as the frame shows it.
#pragma once

#include "core/service.h"
#include "ui/moduledescriptor.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QSettings;

namespace pilothouse
{
class Runtime;
class Sampler;
class ServiceHub;
class TaskList;
} // namespace pilothouse

namespace pilothouse::ui
{
class Drafts;
class NotificationList;
class TimeContext;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class Appearance;
class Watchdog;

struct ShellContext {
    Runtime& runtime;
    ServiceHub& hub;
    Sampler& sampler;
    TaskList& tasks;
    ui::TimeContext& time;
    ui::Drafts& drafts;
    QSettings& settings;
    ui::NotificationList& notifications;
    Appearance& appearance;
    Watchdog& watchdog;
    const std::vector<ui::ModuleDescriptor>& modules;
    QString stateFolder;
    QString logFolder;
    QStringList versions; // "Qt 6.4.2": for Diagnostics
};

// The profile as the top bar shows it. An empty name: none is open.
struct ProfileInfo {
    QString name;
    Environment environment = Environment::Sandbox;
    WriteMode writes = WriteMode::Ask;
    bool operator==(const ProfileInfo&) const = default;
};

} // namespace pilothouse::app
