// SPDX-License-Identifier: GPL-3.0-or-later
// GanttView: one run on its own time axis: each task with its tries; waiting is thin, running
// solid.
#pragma once

#include "workflow/api/runs.h"
#include "workflow/panel/gridrows.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

namespace pilothouse::ui
{
class Theme;
}

namespace pilothouse::workflow
{

class GanttView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GanttView)

public:
    struct Bar {
        QString task;
        int map = -1;
        int tryNumber = 1;
        StateWord state;
        QDateTime scheduled; // UTC
        QDateTime queued;
        QDateTime start;
        QDateTime end;
    };

    explicit GanttView(QWidget* parent = nullptr);

    // Rows in the grid's order; `instances` may hold several tries of one task.
    void show(
        const RunEntry* run, const GridRows& rows, const std::vector<TaskInstance>& instances);
    void setZone(const QTimeZone& zone);
    void setNow(const QDateTime& now);
    void setStale(bool stale);
    void setCurrent(const QString& task);
    QString currentTask() const { return m_current; }

    const std::vector<Bar>& bars() const { return m_bars; }
    std::pair<QDateTime, QDateTime> range() const { return {m_from, m_to}; }

Q_SIGNALS:
    void currentChanged(const QString& task);
    void opened(const QString& task);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void partTries(); // each bar has times of its own try only
    void measure();
    void describe();
    double xOf(const QDateTime& time) const;
    int rowAt(int y) const;
    void moveTo(int row);
    void paintAxis(QPainter& p, const ui::Theme& theme) const;
    void paintBar(QPainter& p, const ui::Theme& theme, const Bar& bar, int y) const;

    std::vector<std::pair<QString, QString>> m_rows; // task id, label
    std::vector<Bar> m_bars;
    QHash<QString, std::vector<int>> m_barsOf;
    QDateTime m_from;
    QDateTime m_to;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QString m_current;
    QString m_run;
    int m_labels = 120;
    bool m_open = false; // the run still goes on
    bool m_stale = false;
};

} // namespace pilothouse::workflow
