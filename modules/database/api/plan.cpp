// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/api/plan.h"

#include <algorithm>

namespace pilothouse::database
{

double PlanNode::misestimate() const
{
    if (!executed)
        return 1;
    // The planner never estimates fewer than one row; comparing with zero would say nothing.
    const double estimated = std::max(1.0, estimatedRows);
    const double actual = std::max(1.0, actualRows);
    return std::max(actual / estimated, estimated / actual);
}

} // namespace pilothouse::database
