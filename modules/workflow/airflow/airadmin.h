// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Admin over Airflow.
#pragma once

#include "workflow/airflow/aircore.h"
#include "workflow/api/admin.h"

namespace pilothouse::workflow
{

class AirAdmin final : public Admin
{
public:
    explicit AirAdmin(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Call<Capabilities> capabilities() override;
    Call<ServerState> state() override;
    Call<std::vector<JobInfo>> schedulers() override;
    Call<std::vector<PoolInfo>> pools() override;
    Call<std::vector<VariableInfo>> variables() override;
    Call<std::vector<ConnectionInfo>> connections() override;
    Call<std::vector<AssetInfo>> assets() override;
    Call<std::vector<AssetEvent>> assetEvents(qint64 asset, int limit) override;
    Act setPool(const PoolInfo& pool) override;
    Act removePool(const PoolInfo& pool) override;
    Act setVariable(const VariableInfo& variable) override;
    Act removeVariable(const VariableInfo& variable) override;
    Act materialize(const AssetInfo& asset) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

// Lane side, shared with the facets.
Result<ServerState> fetchState(AirConnection& connection, const Token& token);
Result<std::vector<PoolInfo>> fetchPools(AirConnection& connection, const Token& token);

} // namespace pilothouse::workflow
