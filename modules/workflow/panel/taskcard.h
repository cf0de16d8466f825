// SPDX-License-Identifier: GPL-3.0-or-later
// TaskCard: one task instance: its state and tries, why it does not run, how long it usually takes,
// what it handed on, the fields it was rendered with; and the acts on it. Of a mapped task as a
// whole: its instances; of a group: what its tasks come to.
#pragma once

#include "core/call.h"
#include "workflow/panel/runbook.h"
#include "workflow/panel/worktext.h"

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;

namespace pilothouse::ui
{
class Button;
class IconButton;
class PanelHeader;
class PlotView;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class GroupCard;
class MappedList;
class MappedTasks;
class RunFeed;
class WhyBox;
class WhyFinder;

class TaskCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskCard)

public:
    TaskCard(ui::Workbench& workbench, RunFeed& feed, MappedTasks& mapped, WhyFinder& finder,
        QWidget* parent = nullptr);

    // An empty task: none chosen, or the whole of this group of the run.
    void show(const TaskRef& task, const QString& group = {});
    using QWidget::show;
    void refresh(); // its cell changed
    void tick(); // what still runs
    const TaskRef& task() const { return m_task; }
    const QString& group() const { return m_group; } // empty: it is none
    GroupCard* groupCard() const { return m_groupCard; }
    const std::optional<TaskInstance>& instance() const { return m_instance; }
    const Usual& usual() const { return m_usual; }
    QDateTime nextTry() const; // UTC, not before; invalid: not waiting for one
    // Why nothing of it is run again or marked, and why no note is written; empty: allowed.
    void setActsRefused(const QString& reason, const QString& note);
    QString xcomShown() const;
    bool showsInstances() const; // of a mapped task
    MappedList* instances() const { return m_list; }
    WhyBox* why() const { return m_why; }

Q_SIGNALS:
    void retryAsked();
    void noteAsked();
    void whyAsked(); // every check
    void taskAsked(const QString& task);
    void instanceChosen(int map); // in the list of a mapped task
    void instanceOpened(int map); // -1: all of them
    void markAsked(const QString& state);
    void instanceChanged(); // state, tries or the task itself

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    QLabel* addRow(QFormLayout* form, const QString& name);
    void askPast();
    void askXComs();
    void showXCom(const QString& key);
    void fill();
    void fillPlot();
    void fillGroup();
    bool takeKept(); // false: it was never read
    void updatePage();
    void allow(bool acts);
    void clear(const QString& why);

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    MappedTasks& m_mapped;
    TaskRef m_task;
    QString m_group;
    std::optional<TaskInstance> m_instance;
    std::vector<TaskInstance> m_past;
    Usual m_usual;
    QString m_refused;
    QString m_noteRefused;
    QTimer m_pause; // walking over cells asks only where one stays

    Call<TaskInstance> m_instanceCall;
    Call<std::vector<TaskInstance>> m_pastCall;
    Call<std::vector<XComEntry>> m_xcomsCall;
    Call<QByteArray> m_xcomCall;

    ui::PanelHeader* m_header = nullptr;
    ui::Button* m_allButton = nullptr;
    QStackedWidget* m_pages = nullptr;
    MappedList* m_list = nullptr;
    GroupCard* m_groupCard = nullptr;
    WhyBox* m_why = nullptr;
    QWidget* m_body = nullptr;
    QWidget* m_sign = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_try = nullptr;
    QLabel* m_queued = nullptr;
    QLabel* m_ran = nullptr;
    QLabel* m_operator = nullptr;
    QLabel* m_owner = nullptr;
    QLabel* m_pool = nullptr;
    QLabel* m_host = nullptr;
    QLabel* m_next = nullptr;
    QLabel* m_nextName = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_noteName = nullptr;
    QLabel* m_deviation = nullptr;
    ui::PlotView* m_plot = nullptr;
    QLabel* m_xcomCaption = nullptr;
    QListWidget* m_xcoms = nullptr;
    QPlainTextEdit* m_xcom = nullptr;
    QLabel* m_renderedCaption = nullptr;
    QPlainTextEdit* m_rendered = nullptr;
    ui::Button* m_retry = nullptr;
    ui::Button* m_mark = nullptr;
    ui::IconButton* m_noteButton = nullptr;
};

} // namespace pilothouse::workflow
