// SPDX-License-Identifier: GPL-3.0-or-later
// DiffPane: two runs beside each other: tasks with their durations on one scale, what they were
// given, and the code each ran with.
#pragma once

#include "core/call.h"
#include "workflow/api/dags.h"
#include "workflow/panel/rundiff.h"

#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QLabel;
class QTableWidget;
class QTreeWidget;

namespace pilothouse::ui
{
class Chip;
class ElidedLabel;
class PanelHeader;
class SegmentedControl;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class CodeDiffView;
class RunFeed;

class DiffPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffPane)

public:
    DiffPane(ui::Workbench& workbench, RunFeed& feed, QWidget* parent = nullptr);

    void compare(const QString& dag, const QString& a, const QString& b);
    void refresh();
    void setCurrentTask(const QString& task);
    const RunDiff& diff() const { return m_diff; }
    const std::vector<CodeLine>& code() const { return m_code; }
    QTreeWidget* tasks() const { return m_tasks; }
    QTableWidget* fields() const { return m_fields; }
    void copyMarkdown();

Q_SIGNALS:
    void taskChosen(const QString& task);
    void compared();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildFacts();
    void fitWidth();
    void fillChips();
    void ask();
    void askTries();
    void askCode();
    void work();
    void fillHead();
    void fillTasks();
    void fillFields();
    void fillCode();
    QString nameOf(const RunInfo& run) const;

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    QString m_dag;
    QString m_nameA; // run ids
    QString m_nameB;
    RunSide m_a;
    RunSide m_b;
    RunDiff m_diff;
    std::vector<CodeLine> m_code;
    QString m_codeNote;
    QString m_error;

    Call<std::vector<TaskInstance>> m_callA;
    Call<std::vector<TaskInstance>> m_callB;
    std::vector<Call<std::vector<TaskInstance>>> m_tryCalls;
    Call<DagSource> m_sourceA;
    Call<DagSource> m_sourceB;
    std::optional<QString> m_textA;
    std::optional<QString> m_textB;

    ui::PanelHeader* m_header = nullptr;
    ui::Chip* m_chipA = nullptr;
    ui::Chip* m_chipB = nullptr;
    ui::ElidedLabel* m_labelA = nullptr;
    ui::ElidedLabel* m_labelB = nullptr;
    QLabel* m_against = nullptr;
    ui::SegmentedControl* m_which = nullptr;
    QWidget* m_whichAbove = nullptr; // where it stands in a wide pane
    QWidget* m_whichBelow = nullptr; // and in a narrow one
    QGridLayout* m_factsGrid = nullptr;
    QWidget* m_factBoxes[4] = {};
    ui::ElidedLabel* m_facts[4] = {};
    ui::ElidedLabel* m_factDiffs[4] = {};
    QTreeWidget* m_tasks = nullptr;
    ui::ElidedLabel* m_count = nullptr;
    ui::PanelHeader* m_fieldsHead = nullptr;
    QTableWidget* m_fields = nullptr;
    ui::PanelHeader* m_codeHead = nullptr;
    QWidget* m_codePart = nullptr;
    CodeDiffView* m_codeView = nullptr;
};

} // namespace pilothouse::workflow
