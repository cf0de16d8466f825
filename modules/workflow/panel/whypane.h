// SPDX-License-Identifier: GPL-3.0-or-later
// WhyPane: why a task is not running: the checks in their order, a sentence above them, and the
// server's own answer beside them.
#pragma once

#include "workflow/panel/whyfinder.h"

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
    WhyPane(ui::Workbench& workbench, RunFeed& feed, WhyFinder& finder, QWidget* parent = nullptr);

    void ask(const TaskRef& task); // empty: none
    QTreeWidget* checks() const { return m_checks; }
    QString sentence() const;

Q_SIGNALS:
    void taskAsked(const QString& dag, const QString& run, const QString& task); // show it

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildLayout();
    void fill();

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    WhyFinder& m_finder;

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
