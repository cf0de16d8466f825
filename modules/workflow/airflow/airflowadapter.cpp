// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airflowadapter.h"

namespace pilothouse::workflow
{

AirflowAdapter::AirflowAdapter(AdapterContext context)
    : m_core(std::make_shared<AirCore>(std::move(context)))
    , m_dags(m_core)
    , m_structure(m_core)
    , m_runs(m_core)
    , m_logs(m_core)
    , m_acts(m_core)
    , m_admin(m_core)
    , m_pulse(std::make_shared<AirPulse>())
    , m_health(m_core, m_pulse)
    , m_metrics(m_core, m_pulse)
    , m_events(m_core, m_pulse)
    , m_search(m_core)
    , m_lineage(m_core)
    , m_preview(m_core)
    , m_actions(m_core, m_dags, m_acts)
{
    offer<Dags>(&m_dags);
    offer<Structure>(&m_structure);
    offer<Runs>(&m_runs);
    offer<Logs>(&m_logs);
    offer<Acts>(&m_acts);
    offer<Admin>(&m_admin);
    offer<HealthFacet>(&m_health);
    offer<LoginFacet>(&m_health);
    offer<MetricsFacet>(&m_metrics);
    offer<EventsFacet>(&m_events);
    offer<SearchFacet>(&m_search);
    offer<LineageFacet>(&m_lineage);
    offer<PreviewFacet>(&m_preview);
    offer<ActionsFacet>(&m_actions);
}

} // namespace pilothouse::workflow
