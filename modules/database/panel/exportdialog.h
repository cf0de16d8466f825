// SPDX-License-Identifier: GPL-3.0-or-later
// Where a result goes and as what: the name ends as its format does, the folder is remembered for
// each profile, and INSERT statements get the table they are for.
#pragma once

#include "core/service.h"
#include "core/tablestore.h"

#include <QFileDialog>

#include <memory>

namespace pilothouse::ui
{
class Workbench;
}

namespace pilothouse::database
{

// As it stands in the statement; empty unless it is a SELECT from this table alone.
QString singleTable(const QString& statement);

class ExportDialog final : public QFileDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    // `table` empty: asked for when INSERT statements are chosen. Deletes itself.
    ExportDialog(ui::Workbench& workbench, const ServiceId& service,
        std::shared_ptr<TableStore> store, const QString& table, QWidget* over);

private:
    void chosen(const QString& file);
    QString folderKey() const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    const std::shared_ptr<TableStore> m_store;
    const QString m_table;
};

} // namespace pilothouse::database
