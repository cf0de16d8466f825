// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts Dags and Structure over Airflow.
#pragma once

#include "workflow/airflow/aircore.h"
#include "workflow/api/dags.h"
#include "workflow/api/structure.h"

namespace pilothouse::workflow
{

class AirDags final : public Dags
{
public:
    explicit AirDags(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Call<List> list() override;
    Call<DagDetails> details(const QString& dag) override;
    Call<std::vector<DagVersion>> versions(const QString& dag) override;
    Call<DagSource> source(const QString& dag, int version) override;
    Call<std::vector<ImportError>> importErrors() override;
    Act setPaused(const DagInfo& dag, bool paused) override;
    Act parseAgain(const DagInfo& dag) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

class AirStructure final : public Structure
{
public:
    explicit AirStructure(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Call<DagStructure> structure(const QString& dag, int version) override;
    Call<DagMap> map() override;

private:
    const std::shared_ptr<AirCore> m_core;
};

// Lane side, shared with the facets.
Result<Dags::List> fetchDags(AirConnection& connection, const Token& token);
Result<DagStructure> fetchStructure(
    AirConnection& connection, const QString& dag, int version, const Token& token);
Result<DagMap> fetchMap(AirConnection& connection, const Token& token);
Result<std::vector<AssetInfo>> fetchAssets(AirConnection& connection, const Token& token);

// The private calls are extra: may this failure be answered by the public ones?
bool mayFallBack(const Error& error);

} // namespace pilothouse::workflow
