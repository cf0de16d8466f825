// SPDX-License-Identifier: GPL-3.0-or-later
// ActDesk: every act of the workflow panels goes over it: shown, confirmed, started as a task, and
// the feed told to look at once.
#pragma once

#include "core/call.h"
#include "workflow/api/acts.h"
#include "workflow/api/dags.h"

#include <QObject>

#include <functional>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::ui
{
class Workbench;
}

namespace pilothouse::workflow
{

class RunFeed;

class ActDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActDesk)

public:
    ActDesk(ui::Workbench& workbench, RunFeed& feed, QObject* parent = nullptr);

    // Why nothing may be written to this DAG now; empty: it may.
    QString refused(const QString& dag) const;
    // Why nothing of it may be started, cleared or marked; notes and deleting go on.
    QString refusedStart(const QString& dag) const;
    void setPaused(const DagInfo& dag, bool paused);
    void parseAgain(const DagInfo& dag);
    // `then` once it runs; `otherwise` may say what is wrong in its own place (true: it did).
    using Otherwise = std::function<bool(const Error&)>;
    void trigger(const TriggerRequest& request, std::function<void()> then, Otherwise otherwise);
    void clear(const ClearRequest& request, const DryRun& preview);
    void mark(const MarkRequest& request); // asks first what it would touch
    void backfill(const BackfillRequest& request, const DryRun& preview);
    void endRun(const RunInfo& run, const StateWord& state);
    void removeRun(const RunInfo& run);
    // Without a task: of the run.
    void setNote(const TaskRef& target, const QString& note, std::function<void()> then);
    void pauseBackfill(const BackfillInfo& backfill, bool paused);
    void cancelBackfill(const BackfillInfo& backfill);

Q_SIGNALS:
    void done(bool good); // an act was answered

private:
    Acts* acts() const;
    void confirm(
        Act act, const QString& dag, std::function<void()> then = {}, Otherwise otherwise = {});

    ui::Workbench& m_workbench;
    RunFeed& m_feed;
    Call<DryRun> m_marking;
};

} // namespace pilothouse::workflow
