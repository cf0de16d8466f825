// SPDX-License-Identifier: GPL-3.0-or-later
// The export of a result to a file as a task that outlives its panel.
#pragma once

#include "core/tablestore.h"
#include "core/task.h"
#include "ui/grid/copyformats.h"

namespace pilothouse::database
{

QString exportFilters(); // for a file dialog
ui::CopyFormat exportFormat(const QString& filter, const QString& file);

std::unique_ptr<Task> makeExportTask(Runtime& runtime, const std::shared_ptr<TableStore>& store,
    ui::CopyFormat format, const QString& table, const QString& file);

} // namespace pilothouse::database
