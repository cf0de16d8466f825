// SPDX-License-Identifier: GPL-3.0-or-later
// WorkflowPanel: DAGs at the left, runs and graph above, log and task below; or two runs compared.
#pragma once

#include "core/error.h"
#include "ui/panel.h"
#include "workflow/api/dags.h"
#include "workflow/api/runs.h"

#include <QTimer>

#include <functional>
#include <memory>

class QSplitter;
class QStackedWidget;

namespace pilothouse::ui
{
class PanelRetry;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class ActDesk;
class BackfillList;
class BackfillSheet;
class ClearSheet;
class DagPane;
class DiffPane;
class FeedWatch;
class GraphPane;
class LogPane;
class MappedTasks;
class NoteSheet;
class PaneBar;
class RunFeed;
class RunGrid;
class RunSearchPane;
class RunTasks;
class RunsPane;
class SidePane;
class TaskCard;
class TriggerSheet;
class WhyFinder;
class WhyPane;
enum class Pane;

class WorkflowPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkflowPanel)

public:
    enum class Mode { Overview, Compare };
    WorkflowPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~WorkflowPanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions; }
    void open(const Link& link) override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override;
    void showExample() override;

    using QWidget::show;
    void show(const Target& target);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    RunFeed& feed() const;
    DagPane* dags() const { return m_dags; }
    RunsPane* runs() const { return m_runs; }
    TaskCard* card() const { return m_card; }
    WhyPane* why() const { return m_why; }
    SidePane* side() const { return m_side; }
    DiffPane* diff() const { return m_diff; }
    GraphPane* graph() const { return m_graph; }
    LogPane* log() const { return m_log; }
    RunSearchPane* search() const { return m_search; }
    ClearSheet* clearSheet() const { return m_clear; }
    TriggerSheet* triggerSheet() const { return m_trigger; }
    BackfillList* backfillList() const { return m_backfills; }
    NoteSheet* noteSheet() const { return m_note; }
    PaneBar* paneBar() const { return m_bar; } // there while the panel is narrow
    QSize minimumSizeHint() const override;
    BackfillSheet* backfillSheet() const { return m_backfill; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    void connectFeed();
    void connectPanes();
    void start(), openWantedForm(); // what is shown first, as soon as the list is there
    void onAnswered();
    void onFailed();
    void onSilent();
    void markOld(bool old);
    void chooseDag(const QString& dag);
    void chooseFirst(); // of a DAG just opened: the newest run and what to look at first
    void chooseCell(const QString& run, const QString& key);
    void tick();
    void showGantt();
    void showPool();
    void updateMapped();
    void updateWhy();
    void showLog(); // of the chosen task
    void showSearch(const QString& text); // over all tasks of the run
    void leaveSearches();
    void updateWanted();
    RunGrid* grid() const;
    enum class Fit { Columns, Pair, Tabs }; // Pair: the comparison and one beside it
    Fit fit() const;
    void arrange(); // by mode and fit
    void divide();
    void shareOut();
    void keepSizes();
    void reveal(Pane pane); // where not all are to be seen

    // Acts and the comparison (workflowpanelacts.cpp).
    void connectActs();
    void addActs();
    void markCompared(); // Space: A first, then B
    void swapCompared();
    void showCompared();
    void openClear();
    void openTrigger();
    void openBackfill();
    void openBackfills();
    void openNote(bool ofTask);
    void updateRefused();
    void showMissed(); // deadlines
    void showDagMenu(const QString& dag, const QPoint& at);
    void parseAgain();
    void showSource();
    const RunInfo* currentRun() const;
    QAction* addAct(const QString& text, const QKeySequence& key, std::function<void()> slot);
    QAction* listAct(const QString& text, const QKeySequence& key, std::function<void()> slot);

    const ServiceId m_service;
    std::unique_ptr<FeedWatch> m_watch;
    Target m_wanted; // shown as soon as its runs are there, with its form: "trigger", "backfill"
    QString m_wantedForm;
    // A hit of the search: shown when the tries of its task are there.
    TaskRef m_hitTask;
    int m_hitTry = 0;
    qint64 m_hitRow = -1;
    bool m_divided = false; // the width was shared out once
    Fit m_fit = Fit::Tabs;
    bool m_keeps = false; // the columns of the overview stand as the user has them
    QList<QList<int>> m_sizes; // of them
    bool m_choosing = false, m_example = false; // the DAG's first cells have not come yet; a tour
    Mode m_mode = Mode::Overview;
    QTimer m_ticker;
    Call<DagSource> m_askSource;
    Call<DagDetails> m_askParams; // of a DAG whose trigger form came before its details

    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    DagPane* m_dags = nullptr;
    RunsPane* m_runs = nullptr;
    TaskCard* m_card = nullptr;
    WhyPane* m_why = nullptr;
    WhyFinder* m_finder = nullptr;
    MappedTasks* m_mapped = nullptr;
    DiffPane* m_diff = nullptr;
    ClearSheet* m_clear = nullptr;
    TriggerSheet* m_trigger = nullptr;
    BackfillSheet* m_backfill = nullptr;
    BackfillList* m_backfills = nullptr;
    NoteSheet* m_note = nullptr;
    ActDesk* m_desk = nullptr;
    RunTasks* m_tasks = nullptr;
    GraphPane* m_graph = nullptr;
    LogPane* m_log = nullptr;
    RunSearchPane* m_search = nullptr;
    QStackedWidget* m_logs = nullptr;
    SidePane* m_side = nullptr;
    PaneBar* m_bar = nullptr;
    QSplitter* m_across = nullptr; // DAGs | the rest
    QSplitter* m_rest = nullptr; // above: runs, graph or comparison
    QSplitter* m_below = nullptr; // log, task
    QSplitter* m_down = nullptr;
    QList<QAction*> m_actions;
    QList<QAction*> m_starts, m_writes; // what a DAG that is stale, that is gone cannot do
};

} // namespace pilothouse::workflow
