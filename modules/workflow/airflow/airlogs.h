// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Logs over Airflow.
#pragma once

#include "workflow/airflow/aircore.h"
#include "workflow/api/logs.h"

namespace pilothouse::workflow
{

class AirLogs final : public Logs
{
public:
    explicit AirLogs(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Stream<LogLines> read(const LogQuery& query) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

} // namespace pilothouse::workflow
