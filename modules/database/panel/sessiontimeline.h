// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions over time: bars beside the rows of the lock tree, on the window's time range.
#pragma once

#include "core/timerange.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QTreeView;

namespace pilothouse::database
{

class SessionHistory;

class SessionTimeline final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionTimeline)

public:
    SessionTimeline(const SessionHistory& history, QTreeView* rows, QWidget* parent = nullptr);

    void setRange(const TimeRange& range);
    QSize minimumSizeHint() const override { return {160, 80}; }

Q_SIGNALS:
    void rangeSelected(const pilothouse::TimeRange& range); // dragged with the mouse
    void pidClicked(int pid);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    double xOf(const QDateTime& time) const;
    QDateTime timeAt(double x) const;
    int pidAt(int y) const;
    void paintAxis(QPainter& p) const;
    qint64 tickStep() const; // milliseconds, a round one
    void paintBars(QPainter& p) const;

    const SessionHistory& m_history;
    QPointer<QTreeView> m_rows;
    TimeRange m_range;
    int m_dragFrom = -1;
    int m_dragTo = -1;
};

// What the colours of the bars mean: the same outlined boxes with their words.
class SpanLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpanLegend)

public:
    explicit SpanLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry;
    static std::vector<Entry> entries();
};

} // namespace pilothouse::database
