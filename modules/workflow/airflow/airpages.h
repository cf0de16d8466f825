// SPDX-License-Identifier: GPL-3.0-or-later
// AirHelpers: lanes that fetch further pages of a list beside the lane that asked, so that many
// pages come four at a time.
#pragma once

#include "core/lanecore.h"
#include "workflow/airflow/airconnection.h"

namespace pilothouse::workflow
{

// Made and retired on the GUI thread, used by lanes. Its own lanes ask for nothing themselves, so
// nobody waits in a circle.
class AirHelpers final
{
public:
    static constexpr int kHelpers = AirSession::kRequests - 1;

    AirHelpers(Runtime& runtime, const std::shared_ptr<const AirSetup>& setup,
        const std::shared_ptr<AirSession>& session);
    void retire();

    // Of `own` and the helpers together. Returns when all are there or one failed.
    Result<std::vector<QByteArray>> fetch(
        AirConnection& own, std::vector<AirRequest> requests, const Token& token);

private:
    std::vector<std::shared_ptr<detail::LaneCore>> m_lanes;
};

} // namespace pilothouse::workflow
