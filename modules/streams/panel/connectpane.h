// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectPane: the connectors of Kafka Connect, their tasks, why one failed, and what restarts it.
#pragma once

#include "streams/api/connect.h"
#include "streams/panel/servicepane.h"

#include <QTimer>

class QAction;

namespace pilothouse::ui
{
class Button;
class CodeEditor;
class ElidedLabel;
class PanelHeader;
class SearchField;
class SegmentedControl;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class SheetTable;
class TextRows;

class ConnectPane final : public ServicePane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectPane)

public:
    ConnectPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    void refresh() override;
    void showTopic(const QString& topic); // its connectors alone; empty: all
    void showConnector(const QString& name);
    const ConnectorInfo* current() const;

    SheetTable* connectorList() const { return m_list; }
    SheetTable* taskList() const { return m_tasks; }
    QString shownText() const; // trace or settings
    QString awayText() const; // of clusters that do not answer; empty: all do

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    QWidget* buildSide(QWidget* parent);
    void fill();
    ui::Glyph markOf(const QString& state) const;
    ui::Token toneOf(bool failed) const;
    void tellAway();
    void showCurrent();
    void send(Act act);
    void judge() override;

    std::optional<std::vector<ConnectorInfo>> m_connectors;
    bool m_old = false; // the last look found nobody
    QString m_topic;
    QString m_wanted;
    QString m_shown; // whose tasks are listed
    Call<ConnectorList> m_call;
    std::map<QString, Error> m_failed; // Connect clusters that do not answer
    ui::ElidedLabel* m_away = nullptr; // which
    QTimer m_again;

    TextRows* m_rows = nullptr;
    TextRows* m_taskRows = nullptr;
    ui::SearchField* m_filter = nullptr;
    SheetTable* m_list = nullptr;
    SheetTable* m_tasks = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::SegmentedControl* m_what = nullptr;
    ui::CodeEditor* m_text = nullptr;
    ui::Button* m_pause = nullptr;
    ui::Button* m_restart = nullptr;
    ui::Button* m_restartTask = nullptr;
    QAction* m_pauseAct = nullptr;
    QAction* m_restartAct = nullptr;
    QAction* m_restartAllAct = nullptr;
    QAction* m_restartTaskAct = nullptr;
};

} // namespace pilothouse::streams
