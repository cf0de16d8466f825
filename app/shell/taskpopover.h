// SPDX-License-Identifier: GPL-3.0-or-later
// The list that opens upward from the status bar: tasks with progress and cancel.
#pragma once

#include "app/shell/popover.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace pilothouse
{
class Task;
class TaskList;
} // namespace pilothouse

namespace pilothouse::app
{

// A heading, rows that scroll, and a word for when there are none.
class ListPopover : public Popover
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListPopover)

public:
    ListPopover(const QString& title, const QString& emptyText, QWidget* window);

protected:
    void clearRows();
    void addRow(QWidget* row);
    void finishRows(); // after the last addRow
    QWidget* rowParent() const { return m_inner; }
    void addHeadAction(QWidget* widget);

private:
    QVBoxLayout* m_head;
    QVBoxLayout* m_rows;
    QWidget* m_inner;
    QScrollArea* m_scroll;
    QLabel* m_empty;
};

class TaskPopover final : public ListPopover
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskPopover)

public:
    TaskPopover(TaskList& tasks, QWidget* window);
    void refresh();

protected:
    void aboutToOpen() override { refresh(); }

private:
    QWidget* makeRow(Task* task);

    TaskList& m_tasks;
};

} // namespace pilothouse::app
