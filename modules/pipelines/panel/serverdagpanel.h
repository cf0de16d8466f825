// SPDX-License-Identifier: GPL-3.0-or-later
// ServerDagPanel: a DAG that has no document here as a canvas to look at, with the states of its
// newest run. Everything that changes it is done in the workflow module.
#pragma once

#include "core/call.h"
#include "pipelines/api/document.h"
#include "ui/oneobject.h"
#include "ui/panel.h"
#include "workflow/api/runs.h"
#include "workflow/api/structure.h"

#include <QTimer>

#include <set>

namespace pilothouse::ui
{
class ElidedLabel;
class GraphView;
class PanelHeader;
class PanelRetry;
class StateFrame;
class StatusChip;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class ServerDagPanel final : public ui::Panel, public ui::OneObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerDagPanel)

public:
    ServerDagPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~ServerDagPanel() override;

    static QJsonObject stateOf(const QString& dag); // that opens it

    QString title() const override;
    QString iconName() const override { return QString::fromLatin1("pipeline"); }
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override { return QString::fromLatin1("pipelines.dag"); }
    QList<QAction*> panelActions() const override { return m_actions; }
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override { return qint64(m_pipeline.nodes.size()); }
    bool isFor(const Link&) const override { return false; } // links lead to its runs
    bool shows(const QJsonObject& state) const override { return state == stateOf(m_dag); }

    ui::GraphView* view() const { return m_view; }
    const Pipeline& pipeline() const { return m_pipeline; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    void askRun();
    void askCells();
    void redraw();
    void failed(const Error& error);

    const ServiceId m_service;
    QString m_dag;
    Pipeline m_pipeline;
    bool m_known = false;
    std::optional<workflow::RunInfo> m_run;
    std::vector<workflow::Cell> m_cells;
    std::set<QString> m_closed; // groups
    QTimer m_pace;
    Call<workflow::DagStructure> m_structureCall;
    Call<std::vector<workflow::RunInfo>> m_runCall;
    Call<std::vector<workflow::RunCells>> m_cellsCall;

    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::StatusChip* m_state = nullptr;
    ui::GraphView* m_view = nullptr;
    QList<QAction*> m_actions;
};

} // namespace pilothouse::pipelines
