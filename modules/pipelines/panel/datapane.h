// SPDX-License-Identifier: GPL-3.0-or-later
// DataPane: a sample of what flows along an edge, as a grid; or why there is none.
#pragma once

#include "pipelines/deploy/edgesampler.h"

#include <QWidget>

namespace pilothouse::ui
{
class GridModel;
class GridView;
class StateFrame;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class DataPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataPane)

public:
    explicit DataPane(ui::Workbench& workbench, QWidget* parent = nullptr);

    void look(const EdgeData& what, const ServiceId& airflow, const QString& dag);
    void again();
    void cancel() { m_sampler->cancel(); }
    void chooseEdge(); // none is chosen: says how
    const EdgeSampler& sampler() const { return *m_sampler; }
    ui::GridView* grid() const { return m_grid; }
    ui::StateFrame* frame() const { return m_frame; }
    QString subtitle() const; // what it is and where it lies

Q_SIGNALS:
    void changed();

private:
    void fill();

    ui::Workbench& m_workbench;
    EdgeSampler* m_sampler;
    ui::StateFrame* m_frame;
    ui::GridModel* m_model;
    ui::GridView* m_grid;
    ServiceId m_airflow;
    QString m_dag;
};

} // namespace pilothouse::pipelines
