// SPDX-License-Identifier: GPL-3.0-or-later
// GraphPane: the tasks of the chosen run as a graph, as the code was when it ran; or the map across
// DAGs.
#pragma once

#include "core/call.h"
#include "workflow/panel/graphpins.h"
#include "workflow/panel/runbook.h"

#include <QSet>
#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QAction;
class QMenu;

namespace pilothouse::ui
{
class Button;
class GraphView;
class IconButton;
class PanelHeader;
class StateFrame;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class Overflow;
class RunFeed;

class GraphPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphPane)

public:
    GraphPane(ui::Workbench& workbench, RunFeed& feed, QWidget* parent = nullptr);

    void setRun(const QString& dag, const QString& run);
    void setCurrentTask(const QString& task); // or a group
    void tick(); // durations of what runs
    void setRings(const QSet<QString>& tasks); // of this run, that would be cleared
    void setMapShown(bool shown);
    bool isMapShown() const { return m_showsMap; }
    void setCriticalPath(bool shown);
    ui::IconButton* mapButton() const { return m_mapButton; }
    ui::GraphView* view() const { return m_view; }
    ui::StateFrame* frame() const { return m_frame; }
    QList<QAction*> paneActions() const { return m_actions; }
    QMenu* menuFor(const QString& id); // empty: the canvas; deletes itself when it closes
    bool saveAs(const QString& file); // SVG or, by its name, PNG

Q_SIGNALS:
    void taskChosen(const QString& task);
    void taskOpened(const QString& task);
    void dagOpened(const QString& dag); // on the map
    void whyAsked();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    void chooseTask();
    void openSmall();
    void askFile(const QString& suffix);
    void setPinned(const QString& id, bool pinned);
    void letPinsGo();
    void askStructure();
    void askMap();
    void update();
    void updateWords();
    void fitHeader();
    void updateStale(); // how old it is
    void updateState(); // what stands in place of a graph that is not there
    const DagStructure* structure() const;

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    QString m_dag;
    QString m_seen; // the DAG whose graph was shown last
    QString m_run;
    QString m_task; // chosen in the panel
    bool m_opens = false; // its groups were not known yet
    bool m_chooses = false; // it has still to be shown
    GraphPins m_kept; // of all DAGs, in the settings
    GraphPins::Places m_pins; // of this DAG
    QSet<QString> m_open; // groups
    QSet<QString> m_rings;
    std::map<int, DagStructure> m_versions; // of this DAG
    std::optional<DagMap> m_map;
    bool m_showsMap = false;
    bool m_critical = false;
    bool m_quiet = false; // the view follows, it does not lead
    bool m_runs = false; // something whose duration grows
    QTimer m_soon; // at most four times a second
    Call<DagStructure> m_structureCall;
    Call<DagMap> m_mapCall;

    QList<QAction*> m_actions;
    ui::PanelHeader* m_header = nullptr;
    ui::StateFrame* m_frame = nullptr; // about the view
    ui::GraphView* m_view = nullptr;
    ui::Button* m_zoom = nullptr;
    ui::IconButton* m_path = nullptr;
    ui::IconButton* m_mapButton = nullptr;
    Overflow* m_overflow = nullptr;
};

} // namespace pilothouse::workflow
