// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/api/schedule.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

Text scheduleOf(const DagInfo& dag)
{
    if (dag.schedule.isEmpty() || dag.schedule == "None"_L1)
        return PH_TEXT("workflow", "by hand");
    // Airflow's own words for what no clock starts.
    if (dag.schedule == "Asset"_L1)
        return PH_TEXT("workflow", "by assets");
    if (dag.schedule == "Dataset"_L1)
        return PH_TEXT("workflow", "by datasets");
    return Text::verbatim(dag.schedule.startsWith(u'@') ? dag.schedule.mid(1) : dag.schedule);
}

} // namespace pilothouse::workflow
