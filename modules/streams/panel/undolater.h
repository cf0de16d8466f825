// SPDX-License-Identifier: GPL-3.0-or-later
// UndoLater: takes a reset of offsets back when the sheet that made it is closed: asks, undoes,
// removes the file, goes.
#pragma once

#include "core/servicehub.h"
#include "streams/panel/undofiles.h"

#include <QObject>

namespace pilothouse
{
class Task;
}

namespace pilothouse::ui
{
class Workbench;
}

namespace pilothouse::streams
{

class UndoLater final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoLater)

public:
    static void ask(
        ui::Workbench& bench, const ServiceId& service, const QString& group, const QString& file);

private:
    UndoLater(ui::Workbench& bench, ServiceId service, QString group, QString file);
    void start();
    void ended(const Task* task);

    ui::Workbench& m_bench;
    const ServiceId m_service;
    const QString m_group;
    const QString m_file;
    UndoFiles m_files;
    Call<bool> m_removed;
};

} // namespace pilothouse::streams
