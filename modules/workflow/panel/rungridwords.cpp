// SPDX-License-Identifier: GPL-3.0-or-later
// RunGrid: what stands in a cell, and how it is said.
#include "workflow/panel/rungrid.h"

#include "workflow/panel/mappedtasks.h"
#include "workflow/panel/worktext.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

std::optional<Cell> RunGrid::cellAt(int row, int column) const
{
    if (!m_book || row < 0 || row >= m_rows.size() || column < 0 || column >= columns())
        return {};
    return cellOf(m_book->runs()[size_t(column)], m_rows.at(row));
}

// An instance of a mapped task has a cell only in runs whose instances were read.
std::optional<Cell> RunGrid::cellOf(const RunEntry& run, const GridRow& row) const
{
    if (row.map < 0)
        return GridRows::cell(run, row);
    const TaskRef ref{run.info.ref.dag, run.info.ref.run, taskOfKey(row.id).first, row.map};
    const TaskInstance* one = m_mapped ? m_mapped->instance(ref) : nullptr;
    if (!one)
        return {};
    Cell cell;
    cell.task = row.id;
    cell.state = one->state;
    cell.start = one->start;
    cell.end = one->end;
    cell.tries = one->tryNumber;
    cell.version = one->version;
    return cell;
}

QString RunGrid::cellWords(int row, int column) const
{
    if (!m_book || column < 0 || column >= columns())
        return {};
    const RunEntry& run = m_book->runs()[size_t(column)];
    const QString name = runName(run.info, m_zone, m_now);
    if (row < 0) {
        const QString words = tr("run %1, %2, %3")
                                  .arg(name, run.info.state,
                                      durationText(spanOf(run.info.start, run.info.end, m_now)));
        return missedDeadline(run) ? QString(words + u", "_s + tr("deadline missed")) : words;
    }
    if (m_rows.at(row).more > 0)
        return m_rows.at(row).label;
    const auto cell = cellAt(row, column);
    const QString task = m_rows.at(row).id;
    if (!cell)
        return run.cellsRead.isValid() ? tr("%1, run %2, %3").arg(task, name, stateWord(u""))
                                       : tr("%1, run %2, not read yet").arg(task, name);
    QString words = tr("%1, run %2, %3").arg(task, name, cell->state);
    if (!cell->children.empty())
        words += u", " + WorkText::counts(cell->children);
    return words;
}

QString RunGrid::tooltip(int row, int column) const
{
    if (!m_book || column < 0 || column >= columns())
        return {};
    const RunEntry& run = m_book->runs()[size_t(column)];
    const auto time = [this](const QDateTime& t) {
        return t.toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    };
    if (row >= 0 && m_rows.at(row).more > 0)
        return m_rows.at(row).label;
    QStringList lines;
    QDateTime start = run.info.start;
    QDateTime end = run.info.end;
    if (row < 0) {
        lines = {run.info.ref.run,
            run.info.type.isEmpty() ? run.info.state
                                    : u"%1, %2"_s.arg(run.info.state, run.info.type)};
        if (const DeadlineInfo* deadline = m_book->deadline(run.info.ref.run))
            lines.append((deadline->missed ? tr("Deadline missed, %1") : tr("Deadline %1"))
                             .arg(time(deadline->time)));
        if (!run.info.note.isEmpty())
            lines.append(tr("Note: %1").arg(run.info.note));
    } else {
        lines = {m_rows.at(row).id, tr("Run %1").arg(runName(run.info, m_zone, m_now))};
        const auto cell = cellAt(row, column);
        if (!cell) {
            lines.append(run.cellsRead.isValid() ? stateWord(u"") : tr("not read yet"));
            return lines.join(u'\n');
        }
        const QString meaning = WorkText::meaning(cell->state);
        lines.append(meaning.isEmpty() ? cell->state : u"%1: %2"_s.arg(cell->state, meaning));
        if (!cell->children.empty())
            lines.append(WorkText::counts(cell->children));
        if (cell->tries > 1)
            lines.append(tr("Try %1").arg(cell->tries));
        if (cell->version > 0)
            lines.append(tr("Code v%1").arg(cell->version));
        start = cell->start;
        end = cell->end;
    }
    if (start.isValid()) {
        lines.append(tr("Started %1").arg(time(start)));
        if (end.isValid())
            lines.append(tr("Ended %1").arg(time(end)));
        lines.append(tr("Duration %1").arg(durationText(spanOf(start, end, m_now))));
        lines.append(tr("UTC %1").arg(start.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s)));
    }
    return lines.join(u'\n');
}

bool RunGrid::missedDeadline(const RunEntry& run) const
{
    const DeadlineInfo* deadline = m_book->deadline(run.info.ref.run);
    return deadline ? deadline->missed : run.info.missedDeadline.value_or(false);
}

} // namespace pilothouse::workflow
