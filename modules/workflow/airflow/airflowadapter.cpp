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
{
    offer<Dags>(&m_dags);
    offer<Structure>(&m_structure);
    offer<Runs>(&m_runs);
    offer<Logs>(&m_logs);
    offer<Acts>(&m_acts);
    offer<Admin>(&m_admin);
}

} // namespace pilothouse::workflow
