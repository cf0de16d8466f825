// SPDX-License-Identifier: GPL-3.0-or-later
// RunGrid: runs as columns, tasks as rows, one painted widget. Durations, run states and code
// versions stand above the cells; task names stay while one scrolls; runs page in at the left.
#pragma once

#include "workflow/panel/gridrows.h"
#include "workflow/panel/statemark.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

namespace pilothouse::ui
{
class Theme;
}

namespace pilothouse::workflow
{

class MappedTasks;

class RunGrid final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunGrid)

public:
    explicit RunGrid(QWidget* parent = nullptr);

    // `book` lives until the next call or until it is null; call again whenever it changed.
    void show(const RunBook* book);
    void setZone(const QTimeZone& zone);
    void setNow(const QDateTime& now); // the server's clock, for what still runs
    void setStale(bool stale);

    // The cursor: a run, and a task, a mappedKey() or a group (empty: the run itself).
    QString currentRun() const { return m_run; }
    QString currentTask() const { return m_task; }
    void setCurrent(const QString& run, const QString& task);
    void setCompared(const QString& a, const QString& b); // empty: none
    QString comparedA() const { return m_a; }
    QString comparedB() const { return m_b; }
    using CellId = std::pair<QString, QString>; // run, task
    void setRings(const QSet<CellId>& cells); // would be cleared
    void find(const QString& text, bool next); // marks tasks, moves the cursor to the next one
    void setFolded(const QSet<QString>& groups);
    const QSet<QString>& folded() const { return m_folded; }
    void setGroupOpen(const QString& group, bool open); // or a mapped task
    void setMapped(const MappedTasks* mapped) { m_mapped = mapped; } // of its open tasks
    QStringList openMapped() const; // mapped tasks whose instances are shown
    void setZoom(int level); // 0 widest … 3
    int zoom() const { return m_zoom; }

    const GridRows& rows() const { return m_rows; }
    const RunBook* book() const { return m_book; }
    int columns() const;
    QRect cellRect(int row, int column) const; // in the viewport; row -1: the run's state
    QString cellWords(int row, int column) const; // what assistive technology reads
    QString tooltip(int row, int column) const;
    std::optional<Cell> cellAt(int row, int column) const;
    std::pair<int, int> cursor() const; // row, column; -2, -1: none
    std::pair<int, int> shownColumns() const;
    int drawnCells() const;
    int paintedCells() const { return m_painted; } // by the last painting, for tests
    QSize sizeHint() const override { return {560, 420}; }

Q_SIGNALS:
    void currentChanged(const QString& run, const QString& task);
    void opened(const QString& run, const QString& task); // Enter, double click
    void whyAsked();
    void clearAsked();
    void compareAsked(); // Space on the current run
    void swapAsked();
    void menuAsked(const QPoint& at); // global; of the current run and task
    void olderWanted();
    void shownChanged(const QString& firstRun, const QString& lastRun);
    void foldedChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Layout {
        int labels = 120; // width of the names
        int marks = 0; // heights, from the top
        int bars = 62;
        int hours = 16;
        int state = 22;
        int versions = 0;
        int head = 0; // all of them
        int pitch = 20;
        int row = 24;
        int cell = 14;
    };
    void measure();
    void updateScrollBars(bool keepRight);
    void tellShown();
    int columnAt(int x) const;
    int rowAt(int y) const; // -1: run state, -2: above
    int xOf(int column) const;
    int yOf(int row) const;
    void moveTo(int row, int column);
    void askMenu(); // at the cursor
    void leaveGone();
    void ensureVisible(int row, int column);
    void speak();

    void paintColumns(QPainter& p, const ui::Theme& theme) const;
    void paintBars(QPainter& p, const ui::Theme& theme) const;
    void paintHours(QPainter& p, const ui::Theme& theme) const;
    void paintHead(QPainter& p, const ui::Theme& theme);
    void paintVersions(QPainter& p, const ui::Theme& theme) const;
    void paintCells(QPainter& p, const ui::Theme& theme);
    void paintLabels(QPainter& p, const ui::Theme& theme) const;
    void paintLabel(QPainter& p, const ui::Theme& theme, int row, bool current) const;
    void paintNotes(QPainter& p, const ui::Theme& theme) const;
    void paintCursor(QPainter& p, const ui::Theme& theme) const;
    double usualDuration() const;
    bool missedDeadline(const RunEntry& run) const;
    std::optional<Cell> cellOf(const RunEntry& run, const GridRow& row) const;
    GridRows::Opened openIndexes() const;
    void showMore(const GridRow& row); // of a mapped task

    const RunBook* m_book = nullptr;
    GridRows m_rows;
    QSet<QString> m_folded;
    QSet<QString> m_openMapped;
    GridRows::Shown m_shown; // rows of mapped tasks, where it is not one page
    const MappedTasks* m_mapped = nullptr;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QDateTime m_now;
    QString m_run;
    QString m_task;
    QString m_a;
    QString m_b;
    QSet<CellId> m_rings;
    QString m_find;
    int m_column = -1; // of the cursor's run, as of late
    QString m_oldest; // the run that was leftmost, to keep the place when older ones come
    Layout m_layout;
    StateCells m_pictures;
    int m_zoom = 0;
    int m_painted = 0;
    bool m_stale = false;
};

} // namespace pilothouse::workflow
