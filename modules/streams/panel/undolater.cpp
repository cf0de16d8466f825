// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/undolater.h"

#include "core/task.h"
#include "streams/api/groups.h"
#include "ui/drafts.h"
#include "ui/noticebench.h"
#include "ui/workbench.h"

#include <QFileInfo>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

UndoLater::UndoLater(ui::Workbench& bench, ServiceId service, QString group, QString file)
    : QObject(&bench.hub())
    , m_bench(bench)
    , m_service(std::move(service))
    , m_group(std::move(group))
    , m_file(std::move(file))
    , m_files(bench.hub().runtime(), bench.drafts().folder())
{
}

void UndoLater::ask(
    ui::Workbench& bench, const ServiceId& service, const QString& group, const QString& file)
{
    (new UndoLater(bench, service, group, file))->start();
}

void UndoLater::start()
{
    auto* acts = m_bench.hub().contract<GroupActs>(m_service);
    if (!acts) {
        m_bench.report({Error::Kind::Refused, m_service, tr("The connection is not open"), {}, {}});
        ended(nullptr);
        return;
    }
    m_bench.confirm(acts->undoReset(m_file), this, [this](Task* task) { ended(task); });
}

// Whoever does not want it now may want it later.
void UndoLater::ended(const Task* task)
{
    if (!task) {
        ui::offer(m_bench, tr("%1 was moved").arg(m_group), QFileInfo(m_file).fileName(),
            tr("Undo"), &m_bench.hub(),
            [&bench = m_bench, id = m_service, group = m_group, file = m_file] {
                ask(bench, id, group, file);
            });
        deleteLater();
        return;
    }
    if (!task->outcome()) {
        m_bench.report(task->outcome().error());
        deleteLater();
        return;
    }
    m_bench.notify(tr("The reset was undone"), QFileInfo(m_file).fileName());
    m_removed = m_files.remove(m_file).onDone(this, [this](const Result<bool>&) { deleteLater(); });
}

} // namespace pilothouse::streams
