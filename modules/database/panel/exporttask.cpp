// SPDX-License-Identifier: GPL-3.0-or-later
// The task's own lane lives as long as the task: the panel may be closed meanwhile.
#include "database/panel/exporttask.h"

#include "core/lane.h"
#include "ui/grid/gridwork.h"

#include <QFileInfo>

#include <array>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::CopyFormat;

namespace
{
constexpr std::array kFormats{CopyFormat::Csv, CopyFormat::Tsv, CopyFormat::JsonLines,
    CopyFormat::Json, CopyFormat::Insert, CopyFormat::Markdown};
}

QString exportFilters()
{
    QStringList filters;
    for (const CopyFormat format : kFormats)
        filters.append(ui::fileFilter(format));
    return filters.join(u";;"_s);
}

// The name's ending follows the chosen type; one that was typed after that is meant as it stands.
CopyFormat exportFormat(const QString& filter, const QString& file)
{
    for (const CopyFormat format : kFormats)
        if (ui::fileSuffix(format) == QFileInfo(file).suffix().toLower())
            return format;
    for (const CopyFormat format : kFormats)
        if (ui::fileFilter(format) == filter)
            return format;
    return CopyFormat::Csv;
}

std::unique_ptr<Task> makeExportTask(Runtime& runtime, const std::shared_ptr<TableStore>& store,
    CopyFormat format, const QString& table, const QString& file)
{
    auto lane = std::make_shared<Lane<>>(runtime, u"export"_s);
    ui::ExportRequest request;
    request.format = format;
    request.columns = store->columns();
    request.table = table.isEmpty() ? u"result"_s : table;
    request.file = file;
    TaskInfo info;
    info.title = PH_TEXT("database", "Export to %1").arg(QFileInfo(file).fileName());
    return lane->task(std::move(info), 60s,
        [lane, reader = store->reader(), request](NoConnection&, const Token& token,
            TaskProgress& progress) { return ui::exportRows(*reader, request, token, progress); });
}

} // namespace pilothouse::database
