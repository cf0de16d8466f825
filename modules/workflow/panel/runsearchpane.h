// SPDX-License-Identifier: GPL-3.0-or-later
// RunSearchPane: search over all logs of a run: what to look for, how far it is, what was found by
// task and try, and the lines around the current hit. Enter opens the log there.
#pragma once

#include "core/service.h"
#include "workflow/panel/runsearch.h"

#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;
class QTreeView;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class IconButton;
class PanelHeader;
class ProgressLine;
class SearchField;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class RunSearchModel;

class RunSearchPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSearchPane)

public:
    RunSearchPane(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);
    ~RunSearchPane() override;

    // The run and every instance of it; a search that runs on another run stops.
    void setRun(const RunRef& run, const std::vector<TaskInstance>& instances);
    void start(const QString& text); // fills the field and searches
    void stop();
    void leave(); // and forgets what was looked for
    [[nodiscard]] RunSearch& search() const { return *m_search; }
    [[nodiscard]] QTreeView& list() const { return *m_list; }
    [[nodiscard]] QString progress() const; // in words

Q_SIGNALS:
    void hitOpened(const pilothouse::workflow::TaskRef& task, int tryNumber, qint64 row);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    void begin(); // once the tasks of the run are known
    void tell();
    void showAround();
    void openCurrent();

    ui::Workbench& m_workbench;
    RunRef m_run;
    std::vector<TaskInstance> m_instances;
    bool m_waits = false; // for them
    std::unique_ptr<RunSearch> m_search;
    RunSearchModel* m_model;
    ui::PanelHeader* m_header;
    ui::SearchField* m_field;
    QToolButton* m_case;
    QToolButton* m_regex;
    ui::Button* m_stop;
    ui::ElidedLabel* m_progress;
    ui::IconButton* m_close;
    QTreeView* m_list;
    QLabel* m_around;
};

} // namespace pilothouse::workflow
