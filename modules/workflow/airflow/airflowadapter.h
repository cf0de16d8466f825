// SPDX-License-Identifier: GPL-3.0-or-later
// AirflowAdapter: one Airflow service, 2 or 3: its contracts and facets over a handful of lanes.
#pragma once

#include "workflow/airflow/airacts.h"
#include "workflow/airflow/airadmin.h"
#include "workflow/airflow/airdags.h"
#include "workflow/airflow/airfacets.h"
#include "workflow/airflow/airlogs.h"
#include "workflow/airflow/airruns.h"

namespace pilothouse::workflow
{

class AirflowAdapter final : public Adapter
{
public:
    explicit AirflowAdapter(AdapterContext context);

    int connections() const override { return m_core->connections(); }

private:
    const std::shared_ptr<AirCore> m_core;
    AirDags m_dags;
    AirStructure m_structure;
    AirRuns m_runs;
    AirLogs m_logs;
    AirActs m_acts;
    AirAdmin m_admin;
    const std::shared_ptr<AirPulse> m_pulse;
    AirHealth m_health;
    AirMetrics m_metrics;
    AirEvents m_events;
    AirSearch m_search;
    AirLineage m_lineage;
    AirPreview m_preview;
    AirActions m_actions;
};

} // namespace pilothouse::workflow
