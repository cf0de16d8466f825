// SPDX-License-Identifier: GPL-3.0-or-later
// CalendarView: the runs of a DAG by day: weeks as columns, the worst state and the count of a day.
#pragma once

#include "workflow/panel/runbook.h"

#include <QDate>
#include <QMap>
#include <QTimeZone>
#include <QWidget>

namespace pilothouse::workflow
{

class CalendarView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CalendarView)

public:
    struct Day {
        std::vector<std::pair<StateWord, int>> states;
        StateWord worst;
        QString lastRun;
        int count = 0;
    };

    explicit CalendarView(QWidget* parent = nullptr);

    void show(const RunBook* book);
    void setZone(const QTimeZone& zone);
    const QMap<QDate, Day>& days() const { return m_days; }
    QDate current() const { return m_current; }

Q_SIGNALS:
    void opened(const QString& run); // the newest run of a day
    void olderWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QDate firstDay() const; // of the leftmost column, a Monday
    int weeks() const;
    QRectF boxOf(const QDate& day) const;
    QDate dayAt(const QPointF& at) const;
    QString words(const QDate& day) const;
    void setCurrent(const QDate& day);
    void wantMore();

    QMap<QDate, Day> m_days;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    const RunBook* m_book = nullptr;
    QDate m_current;
};

} // namespace pilothouse::workflow
