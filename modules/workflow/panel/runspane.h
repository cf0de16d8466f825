// SPDX-License-Identifier: GPL-3.0-or-later
// RunsPane: one DAG's runs: as a grid of task cells, as a Gantt of the chosen run, as a calendar.
#pragma once

#include "workflow/panel/rungrid.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace pilothouse::ui
{
class Button;
class Chip;
class ElidedLabel;
class IconButton;
class PanelHeader;
class SearchField;
class SegmentedControl;
class StateFrame;
class StatusChip;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class CalendarView;
class FeedWatch;
class GanttView;
class Overflow;
class StateLegend;

class RunsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsPane)

public:
    enum View { Grid, Gantt, Calendar };

    RunsPane(FeedWatch& watch, QWidget* parent = nullptr);

    void setDag(const QString& dag);
    QString dag() const { return m_dag; }
    void setView(int view);
    int view() const;
    QWidget* viewWidget() const; // the one in front
    void setZone(const QTimeZone& zone);
    void setStale(bool stale);
    void tick(); // durations of what runs
    void setComparing(bool comparing, const QString& text); // its button

    RunGrid* grid() const { return m_grid; }
    GanttView* gantt() const { return m_gantt; }
    CalendarView* calendar() const { return m_calendar; }
    Overflow* overflow() const { return m_overflow; }
    ui::IconButton* pauseButton() const { return m_pause; }
    StateLegend* legend() const { return m_legend; }
    ui::StateFrame* frame() const { return m_frame; }
    ui::SearchField* finder() const { return m_find; }
    QString knownTime() const; // of the last answer, while it is old
    QString known() const; // what its chip says; empty: all is as of now
    QString notice() const; // what is wrong with the DAG or the server; empty: nothing

Q_SIGNALS:
    void pauseAsked();
    void triggerAsked();
    void compareAsked();
    void viewChanged(int view);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void take();
    void updateWords();
    void updateNotice();
    void updateState(); // what stands in place of runs that are not there
    void fitHeader();

    FeedWatch& m_watch;
    QString m_dag;
    bool m_hasVersion = false;
    bool m_glyphShown = false; // the DAG is paused
    bool m_comparing = false;
    bool m_stale = false;
    QTimeZone m_zone = QTimeZone::systemTimeZone();

    ui::PanelHeader* m_header = nullptr;
    ui::Chip* m_version = nullptr;
    ui::StatusChip* m_known = nullptr; // since when nothing new is known
    ui::SegmentedControl* m_views = nullptr;
    ui::IconButton* m_pause = nullptr;
    ui::IconButton* m_trigger = nullptr;
    ui::Button* m_compare = nullptr;
    Overflow* m_overflow = nullptr;
    ui::SearchField* m_find = nullptr;
    ui::StateFrame* m_frame = nullptr; // about the views
    QStackedWidget* m_stack = nullptr;
    RunGrid* m_grid = nullptr;
    GanttView* m_gantt = nullptr;
    CalendarView* m_calendar = nullptr;
    StateLegend* m_legend = nullptr;
    QLabel* m_notice = nullptr; // a strip over the views
    ui::ElidedLabel* m_counts = nullptr;
    QLabel* m_zoneName = nullptr;
};

} // namespace pilothouse::workflow
