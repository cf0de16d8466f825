// SPDX-License-Identifier: GPL-3.0-or-later
// DeployDock: what an editor has of deploying and running: the sheet in the place of the inspector,
// its actions and those of a node, and the states of the last run for the canvas.
#pragma once

#include "pipelines/deploy/jobacts.h"
#include "pipelines/deploy/runwatch.h"
#include "pipelines/panel/deploysheet.h"
#include "pipelines/session/sessionbook.h"
#include "workflow/api/acts.h"

#include <QPointer>
#include <QTimer>

class QAction;

namespace pilothouse::pipelines
{

class DeployDock final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployDock)

public:
    // `panel` gets the actions; `beside` is the widget of a layout or splitter that gives its place
    // to the sheet while that is open.
    DeployDock(ui::Workbench& workbench, CataloguePtr catalogue, QWidget* panel, QWidget* beside);

    void setSession(const SessionPtr& session);
    const QList<QAction*>& actions() const { return m_actions; }
    QAction* deployAction() const { return m_deploy; }
    QAction* runAction() const { return m_run; }
    DeploySheet* sheet() const { return m_sheet; }
    RunWatch* watch() const { return m_watch; }
    void setActive(bool active) { m_watch->setActive(active); } // is the panel on screen?
    void openSheet();
    void closeSheet();
    void runOnce(); // asks first where the profile says so
    // The task of a node again in the run that is shown, alone.
    void runNode(const QString& node);
    void actOnJob(const QString& node, JobAct what); // of a node that streams
    // The log of a task in the workflow panel; that of a job is told by jobLogWanted().
    void showLog(const QString& node);
    void openForm(const QString& form); // "trigger", "backfill": of the workflow panel

    // What the actions of a node are about: the current one.
    void setNode(const QString& node) { m_node = node; }
    QList<QAction*> nodeActions(const QString& node) const; // those that make sense for it
    const QList<QAction*>& runActions() const { return m_ofRun; } // of the whole pipeline
    static QString versionsFolder(ui::Workbench& workbench);

Q_SIGNALS:
    void statesChanged(); // of the nodes, as putStates() shows them
    void importFailed(const QString& node, const QString& words);
    void said(const QString& words, bool refused);
    void followed(); // another service or pipeline is watched
    void jobLogWanted(const QString& node, const QString& job);

private:
    struct NodeAction {
        QAction* action;
        bool task; // else of a streaming job
        bool stream;
    };
    void buildNodeActions();
    const NodeKind* kindOf(const QString& node) const;
    bool knows(const QString& node); // says so when there is none
    QString jobOf(const QString& node) const;
    std::optional<EntityId> deployedDag() const;
    void plan();
    void follow();
    void trigger();
    QAction* add(const QString& text, const QKeySequence& keys, std::function<void()> act);
    void refuse(const Error& error);
    void onStates();

    ui::Workbench& m_workbench;
    QWidget* m_panel;
    QPointer<QWidget> m_beside;
    const CataloguePtr m_catalogue;
    DeploySheet* m_sheet;
    RunWatch* m_watch;
    SessionPtr m_session;
    QList<QAction*> m_actions;
    QAction* m_deploy;
    QAction* m_run;
    QList<QAction*> m_ofRun;
    std::vector<NodeAction> m_ofNode;
    QString m_node;
    Lane<> m_jobLane;
    QTimer m_soon; // after an edit
    std::map<QString, QString> m_states; // as they were told last
    Call<QByteArray> m_text;
    Call<workflow::DagDetails> m_details;
    Call<workflow::DryRun> m_dryRun;
};

} // namespace pilothouse::pipelines
