// SPDX-License-Identifier: GPL-3.0-or-later
// The activity contract, on the reserved connection.
#pragma once

#include "database/api/activity.h"
#include "database/postgres/acts.h"

namespace pilothouse::database::postgres
{

class PgActivity final : public Activity
{
public:
    PgActivity(std::shared_ptr<const Context> context, std::shared_ptr<ActLane> reserved)
        : m_context(std::move(context))
        , m_lane(std::move(reserved))
    {
    }

    Call<bool> prepare() override;
    Call<ActivitySnapshot> snapshot() override;
    Call<Act> cancelAct(int pid) override { return signalAct(pid, false); }
    Call<Act> terminateAct(int pid) override { return signalAct(pid, true); }

private:
    Call<Act> signalAct(int pid, bool terminate);

    const std::shared_ptr<const Context> m_context;
    const std::shared_ptr<ActLane> m_lane;
};

// Lane thread; any connection.
Result<ActivitySnapshot> readActivity(Connection& connection, const Token& token);
Result<Act> makeSignalAct(Connection& connection, int pid, bool terminate,
    std::shared_ptr<const Context> context, std::shared_ptr<ActLane> lane, const Token& token);
// The lane of the reserved connection: short time-outs, fixed search path.
std::shared_ptr<ActLane> reservedLane(std::shared_ptr<const Context> context);

} // namespace pilothouse::database::postgres
