// SPDX-License-Identifier: GPL-3.0-or-later
// Alt+Left and Alt+Right: back and forward over tabs and time ranges; and the panes F6 walks
// through.
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace pilothouse::ui
{
class Panel;
class TimeContext;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class TabArea;

class NavigationHistory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationHistory)

public:
    NavigationHistory(ui::TimeContext& time, QObject* parent = nullptr);

    void setArea(TabArea* area);
    bool back() { return step(m_back, m_forward, true); }
    bool forward() { return step(m_forward, m_back, false); }

private:
    // A step that was left: a tab, or a time range (no panel).
    struct Step {
        bool time = false;
        QPointer<ui::Panel> panel;
    };

    bool step(std::vector<Step>& from, std::vector<Step>& to, bool back);
    void remember(Step step);

    ui::TimeContext& m_time;
    TabArea* m_area = nullptr;
    QPointer<ui::Panel> m_current;
    std::vector<Step> m_back;
    std::vector<Step> m_forward;
    bool m_stepping = false;
};

// Top bar, rail, each pane of each group from left to right, status bar. A panel with splitters has
// a pane for each of their leaves.
QList<QWidget*> collectPanes(const QList<QWidget*>& before, const TabArea& area, QWidget* after);

// Moves the focus to the next or previous of them; to its first control.
void stepPane(const QList<QWidget*>& panes, bool forward);

} // namespace pilothouse::app
