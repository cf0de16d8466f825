// SPDX-License-Identifier: GPL-3.0-or-later
// WhyPane: why a task is not running: the checks in their order, a sentence above them, and the
// server's own answer beside them.
#pragma once

#include "core/call.h"
#include "workflow/panel/whynotrunning.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTreeWidget;

namespace pilothouse::ui
{
class Button;
class IconButton;
class PanelHeader;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class RunFeed;

class WhyPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyPane)

public:
    WhyPane(ui::Workbench& workbench, RunFeed& feed, QWidget* parent = nullptr);

    void ask(const TaskRef& task); // empty: none
    void refresh();
    const WhyAnswer& answer() const { return m_answer; }
    QTreeWidget* checks() const { return m_checks; }
    QString sentence() const;

Q_SIGNALS:
    void taskAsked(const QString& dag, const QString& run, const QString& task); // show it
    void answered();

private:
    void buildLayout();
    void gather(); // from what the feed knows, without asking
    void gatherUpstream();
    void work();
    void fill();
    QString stateInGrid() const;

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    TaskRef m_task;
    WhyFacts m_facts;
    WhyAnswer m_answer;
    std::optional<std::vector<std::pair<QString, QString>>> m_own; // the server's
    QString m_ownError;
    QTimer m_soon;

    Call<TaskInstance> m_instanceCall;
    Call<std::vector<TaskInstance>> m_holdersCall;
    Call<std::vector<PoolInfo>> m_poolsCall;
    Call<ServerState> m_stateCall;
    Call<std::vector<std::pair<QString, QString>>> m_ownCall;

    ui::PanelHeader* m_header = nullptr;
    ui::IconButton* m_again = nullptr;
    QLabel* m_subject = nullptr;
    QWidget* m_box = nullptr;
    QLabel* m_sentence = nullptr;
    QTreeWidget* m_checks = nullptr;
    QLabel* m_when = nullptr;
    ui::Button* m_cause = nullptr;
};

} // namespace pilothouse::workflow
