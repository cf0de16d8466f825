// SPDX-License-Identifier: GPL-3.0-or-later
// GroupCard: a task group of one run as a whole: how many of its tasks are in each state, how long
// it takes, and the way to those that failed.
#pragma once

#include "workflow/panel/groupsummary.h"

#include <QScrollArea>
#include <QTimeZone>

class QFormLayout;
class QLabel;

namespace pilothouse::workflow
{

class StateCounts;

class GroupCard final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupCard)

public:
    static constexpr int kMostFailed = 30; // that are named

    explicit GroupCard(QWidget* parent = nullptr);

    // `now` by the server's clock, for what still runs.
    void fill(const GroupSummary& sum, const QDateTime& now, const QTimeZone& zone);
    QString words() const; // all it says, line by line

Q_SIGNALS:
    void taskAsked(const QString& task);

private:
    QLabel* addRow(QFormLayout* form, const QString& name);

    QWidget* m_body;
    QLabel* m_state = nullptr;
    QLabel* m_tasks = nullptr;
    QLabel* m_start = nullptr;
    QLabel* m_end = nullptr;
    QLabel* m_ran = nullptr;
    StateCounts* m_counts = nullptr;
    QLabel* m_failedCaption = nullptr;
    QLabel* m_failed = nullptr;
};

} // namespace pilothouse::workflow
