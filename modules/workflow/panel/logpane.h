// SPDX-License-Identifier: GPL-3.0-or-later
// LogPane: the log of one task, try by try, as it arrives. Opens the try that matters, follows it
// while it runs, and goes on where it was when the server comes back.
#pragma once

#include "core/service.h"
#include "ui/logview/logview.h"
#include "workflow/api/logs.h"
#include "workflow/api/runs.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <memory>
#include <optional>

class QAction;

namespace pilothouse::ui
{
class ElidedLabel;
class IconButton;
class LogBar;
class PanelFooter;
class PanelHeader;
class PanelRetry;
class SegmentedControl;
class StateFrame;
class StatusChip;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class LogFeed;

// Which try to open: the last that failed, else the current one. A task that is done well or runs
// shows its current try. 0: there is none.
int tryThatMatters(const std::vector<TaskInstance>& tries);

class LogPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPane)

public:
    LogPane(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);
    ~LogPane() override;

    // `tries`: all of the task, oldest first. Called again for the same task, it takes over new
    // states and tries; the log on show stays. `selectedTry` 0: the one that matters.
    void showTask(const TaskRef& task, const std::vector<TaskInstance>& tries, int selectedTry = 0);
    void setTaskState(const StateWord& state); // as its cell has it: a task may end without a try
    // As showTask, and goes to a line as soon as it is there.
    void showLine(
        const TaskRef& task, const std::vector<TaskInstance>& tries, int selectedTry, qint64 row);
    void clear(); // no task is chosen
    void setKnown(const QString& time); // nothing newer is known of the server; empty: all is live

    [[nodiscard]] const TaskRef& task() const { return m_task; }
    [[nodiscard]] int tryNumber() const { return m_try; }
    [[nodiscard]] ui::LogView& view() const { return *m_view; }
    [[nodiscard]] bool isReading() const { return m_stream.running(); }
    void findText(const QString& text); // fills the search field
    void retry(); // reads again after a failure, or the whole log anew
    void download(); // asks where to, then saves
    void saveTo(const QString& file);
    // Of the log view and the pane, for the panel's own list.
    [[nodiscard]] QList<QAction*> paneActions() const;

Q_SIGNALS:
    void trySelected(int tryNumber); // by the user
    void runSearchRequested(const QString& text); // over all tasks of the run
    void lineReached(qint64 row); // of showLine()

private:
    struct Rate {
        qint64 ms;
        qint64 bytes;
        qint64 rows;
    };

    void buildLayout();
    QWidget* buildHeader();
    QWidget* buildFooter();
    void placeBar();
    void resizeEvent(QResizeEvent* event) override;

    void selectTry(int tryNumber);
    void fillTries();
    void open(); // the log of the try from its begin, into a new store
    void read(bool again);
    void take(std::vector<LogLines>&& lines);
    void ended(const VoidResult& end);
    void rowsCame();
    void tellFooter();
    void tellEmpty();
    void remember();
    [[nodiscard]] const TaskInstance* instance() const; // of the try on show
    [[nodiscard]] bool mayGrow() const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    TaskRef m_task;
    std::vector<TaskInstance> m_tries;
    int m_try = 0;
    StateWord m_taskState;
    QString m_known;
    bool m_chosen = false; // the user picked the try

    ui::PanelHeader* m_header;
    QWidget* m_triesHome;
    ui::SegmentedControl* m_segments = nullptr;
    ui::StatusChip* m_state;
    ui::IconButton* m_olderTries;
    ui::IconButton* m_acrossButton;
    ui::IconButton* m_saveButton;
    QWidget* m_headRight;
    QWidget* m_barRow;
    ui::LogView* m_view;
    ui::LogBar* m_bar;
    ui::StateFrame* m_frame;
    ui::PanelFooter* m_footer;
    ui::ElidedLabel* m_lines;
    ui::ElidedLabel* m_rate;
    ui::ElidedLabel* m_host;
    ui::PanelRetry* m_retry;
    QList<QAction*> m_actions;

    std::shared_ptr<ui::LogStore> m_store;
    std::unique_ptr<LogFeed> m_feed;
    Stream<LogLines> m_stream;
    QTimer m_tick; // rates and counts, four times a second
    QElapsedTimer m_clock;
    std::deque<Rate> m_rates;
    qint64 m_bytesRead = 0;
    qint64 m_bytesCame = 0; // while it was followed, without what was there before
    qint64 m_rowsCame = 0;
    qint64 m_rowsFed = 0;
    bool m_live = false;
    bool m_complete = false;
    std::optional<qint64> m_wantedRow;
    QJsonObject m_wantedPlace;
    QHash<QPair<TaskRef, int>, QJsonObject> m_places; // where the user was in each log
};

} // namespace pilothouse::workflow
