// SPDX-License-Identifier: GPL-3.0-or-later
// JobHost: where streaming jobs run. A job has phases of its own and never "succeeds". The host
// that is there now is a supervisor of this computer. Blocks: on a lane only.
#pragma once

#include "pipelines/deploy/plantypes.h"

#include <QDateTime>

namespace pilothouse::pipelines
{

struct JobState {
    QString name;
    JobPhase phase = JobPhase::Absent;
    QString words; // the host's own: "pid 41, uptime 0:01:02", "Exited too quickly"
    // What the job tells of itself; -1 and invalid: nothing yet.
    QString said; // "streaming", "waiting", "failed"
    QDateTime at; // UTC: when it told so
    qint64 lag = -1; // messages
    double rowsPerSecond = -1;
    qint64 rows = -1;
    qint64 bad = -1;
    QString batch;
    QString error;
    bool operator==(const JobState&) const = default;
};

class JobHost
{
public:
    virtual ~JobHost() = default;

    virtual QString place() const = 0; // for the user
    virtual QString folder() const = 0; // below it lie the jobs' files
    virtual Result<std::vector<JobState>> list(const Token& token) = 0;
    // Reads the sections of the jobs anew: starts new ones, restarts changed ones, ends those that
    // are gone.
    virtual VoidResult reload(const Token& token) = 0;
    virtual VoidResult start(const QString& job, const Token& token) = 0;
    virtual VoidResult stop(const QString& job, const Token& token) = 0;
    // A job goes on from where it wrote last, so a restart is one from its checkpoint.
    virtual VoidResult restart(const QString& job, const Token& token) = 0;
    // The last of what it wrote to its log, at most so many bytes.
    virtual Result<QByteArray> log(const QString& job, int bytes, const Token& token) = 0;
    // Removes what the job itself has left in its folder, and the folder once it is empty. For a
    // job that is gone.
    virtual void forget(const QString& job) { Q_UNUSED(job) }
};

// `config`: the supervisord.conf of a supervisor whose [include] reads jobs/*.conf beside it.
std::shared_ptr<JobHost> supervisorHost(const QString& config);

// The lines of `supervisorctl status`. Pure.
std::vector<JobState> readSupervisorStatus(const QByteArray& output);
// status.json of a job. Pure.
void readJobStatus(const QByteArray& json, JobState& state);

} // namespace pilothouse::pipelines
