// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Acts over Airflow.
#pragma once

#include "workflow/airflow/aircore.h"
#include "workflow/api/acts.h"

namespace pilothouse::workflow
{

class AirActs final : public Acts
{
public:
    explicit AirActs(std::shared_ptr<AirCore> core)
        : m_core(std::move(core))
    {
    }
    Act trigger(const TriggerRequest& request) override;
    Call<DryRun> tryClear(const ClearRequest& request) override;
    Act clear(const ClearRequest& request, const DryRun& preview) override;
    Call<DryRun> tryMark(const MarkRequest& request) override;
    Act mark(const MarkRequest& request, const DryRun& preview) override;
    Act markRun(const RunInfo& run, const StateWord& state) override;
    Act removeRun(const RunInfo& run) override;
    Act setNote(const RunRef& run, const QString& note) override;
    Act setTaskNote(const TaskRef& task, const QString& note) override;
    Call<DryRun> tryBackfill(const BackfillRequest& request) override;
    Act backfill(const BackfillRequest& request, const DryRun& preview) override;
    Call<std::vector<BackfillInfo>> backfills(const QString& dag) override;
    Act pauseBackfill(const BackfillInfo& backfill, bool paused) override;
    Act cancelBackfill(const BackfillInfo& backfill) override;

private:
    const std::shared_ptr<AirCore> m_core;
};

// Pure: the requests, for the major version that answers. Shared with the facet Actions.
AirRequest triggerRequest(int major, const TriggerRequest& request);
AirRequest clearRequest(int major, const ClearRequest& request, bool dryRun);
AirRequest markRequest(int major, const MarkRequest& request, bool dryRun);
ActParts clearParts(const ActMaker& maker, const ClearRequest& request, const DryRun& preview);
AirRequest backfillRequest(const BackfillRequest& request, bool dryRun);

// Lane side: what the server would touch.
Result<DryRun> fetchDryRun(
    AirConnection& connection, const AirRequest& request, const Token& token);

} // namespace pilothouse::workflow
