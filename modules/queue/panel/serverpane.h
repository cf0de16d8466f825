// SPDX-License-Identifier: GPL-3.0-or-later
// ServerPane: operations and memory as the sampler saw them, what stands beside them as numbers,
// and the slow log with its threshold.
#pragma once

#include "core/sampler.h"
#include "queue/api/server.h"
#include "ui/workbench.h"

#include <QTimer>
#include <QWidget>

class QTableView;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class IconButton;
class PanelHeader;
class PlotCursor;
class PlotView;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class SlowLogModel;
class EditBar;

class ServerPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerPane)

public:
    ServerPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~ServerPane() override;

    void refresh(); // plots from the sampler, slow log from the server
    void setSeen(bool seen); // sampled every second while the panel is visible
    void editThreshold();
    void clearSlowLog();
    SlowLogModel* slowLog() const { return m_slow; }
    QTableView* slowTable() const { return m_table; }

private:
    void buildLayout();
    QWidget* buildNumbers();
    void updatePlots();
    void updateNumbers();
    void askSlowLog();
    void confirm(Act act);
    std::optional<double> latest(const QString& metric) const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    std::shared_ptr<Sampler::Seen> m_seen;
    std::optional<qint64> m_threshold;
    std::optional<double> m_memoryLimit;
    QTimer m_slowTimer;
    Call<SlowLogPage> m_askSlow;

    ui::PlotCursor* m_cursor; // one for both plots
    SlowLogModel* m_slow = nullptr;
    ui::PanelHeader* m_opsHeader = nullptr;
    ui::PanelHeader* m_memoryHeader = nullptr;
    ui::PanelHeader* m_slowHeader = nullptr;
    ui::PlotView* m_ops = nullptr;
    ui::PlotView* m_memory = nullptr;
    int m_reads = 0, m_writes = 0, m_total = 0, m_used = 0, m_resident = 0;
    ui::ElidedLabel* m_hit = nullptr;
    ui::ElidedLabel* m_clients = nullptr;
    ui::ElidedLabel* m_evicted = nullptr;
    ui::ElidedLabel* m_lag = nullptr;
    ui::Button* m_over = nullptr;
    EditBar* m_bar = nullptr;
    QTableView* m_table = nullptr;
};

} // namespace pilothouse::queue
