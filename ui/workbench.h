// SPDX-License-Identifier: GPL-3.0-or-later
// Workbench: what a panel is given. The shell implements it; tests use a fake (tests/support).
#pragma once

#include "core/act.h"
#include "core/entityid.h"
#include "core/error.h"
#include "core/service.h"
#include "core/task.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <memory>

class QSettings;

namespace pilothouse
{
class Sampler;
class ServiceHub;
} // namespace pilothouse

namespace pilothouse::ui
{

class Drafts;
class Panel;
class TimeContext;

class Workbench
{
public:
    virtual ~Workbench() = default;

    virtual void open(const Link& link) = 0;
    // Opens another panel of a kind the module registered ("database.query"), in a new tab.
    virtual void openPanel(const QString& kind, const ServiceId& service, const QJsonObject& state)
        = 0;

    virtual TimeContext& timeContext() = 0;
    virtual ServiceHub& hub() = 0;
    virtual Sampler& sampler() = 0;
    virtual QSettings& settings() = 0; // settings.ini; never a secret
    virtual Drafts& drafts() = 0;

    // The task belongs to the application from here on; the pointer is for connecting.
    virtual Task* startTask(std::unique_ptr<Task> task) = 0;

    // Shows the act with its preview (or, where writes are simply on and it is not destructive, no
    // dialog), starts its task, and calls back once on the GUI thread while `context` lives: with
    // the finished task, or null when the user cancelled.
    virtual void confirm(Act act, QObject* context, std::function<void(Task*)> done) = 0;

    // Something went wrong outside a panel's own subject: one toast per cause (service and kind).
    virtual void report(const Error& error) = 0;
    // Good news, six seconds.
    virtual void notify(const QString& title, const QString& detail) = 0;
};

} // namespace pilothouse::ui
