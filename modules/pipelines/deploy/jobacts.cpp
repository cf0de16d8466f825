// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/jobacts.h"

#include "pipelines/deploy/deployaudit.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr milliseconds kLimit = 60s; // a job may take its time to stop

struct JobWords {
    QString verb; // of supervisorctl
    Text title, question, consequence, done;
    QString icon;
};

JobWords wordsOf(JobAct what, const QString& job)
{
    switch (what) {
    case JobAct::Start:
        return {u"start"_s, PH_TEXT("pipelines", "Start the job"),
            PH_TEXT("pipelines", "Start %1?").arg(job),
            PH_TEXT("pipelines", "It goes on from where it wrote last."),
            PH_TEXT("pipelines", "Started"), u"play"_s};
    case JobAct::Stop:
        return {u"stop"_s, PH_TEXT("pipelines", "Stop the job"),
            PH_TEXT("pipelines", "Stop %1?").arg(job),
            PH_TEXT("pipelines",
                "It ends after the batch that is being written. Messages wait in their topic."),
            PH_TEXT("pipelines", "Stopped"), u"stop"_s};
    case JobAct::Restart:
        break;
    }
    return {u"restart"_s, PH_TEXT("pipelines", "Restart the job"),
        PH_TEXT("pipelines", "Restart %1?").arg(job),
        PH_TEXT("pipelines", "It goes on from its checkpoint: nothing is read twice or left out."),
        PH_TEXT("pipelines", "Restarted from its checkpoint"), u"refresh"_s};
}

} // namespace

Act jobAct(Lane<>& lane, const DeployPlaces& places, const QString& job, JobAct what)
{
    const JobWords words = wordsOf(what, job);
    Act act;
    act.title = words.title;
    act.question = words.question;
    act.consequence = words.consequence;
    act.button = words.title;
    act.icon = words.icon;
    act.service = places.airflow;
    act.target = {places.config.ns, job};
    if (!places.jobs)
        return act;
    act.statement = u"supervisorctl -c %1 %2 %3"_s.arg(places.jobs->place(), words.verb, job);
    act.language = u"shell"_s;
    const TaskInfo info
        = auditedInfo(places, words.title, u"job-"_s + words.verb, job, act.statement);
    act.make = [&lane, info, gate = places.gate, host = places.jobs, job, what,
                   done = words.done]() -> std::unique_ptr<Task> {
        return lane.task(info, kLimit,
            [gate, host, job, what, done](
                NoConnection&, const Token& token, TaskProgress& progress) -> Result<Text> {
                if (const auto allowed = mayWrite(gate); !allowed)
                    return tl::unexpected(allowed.error());
                progress.sent();
                const VoidResult answer = what == JobAct::Start ? host->start(job, token)
                    : what == JobAct::Stop                      ? host->stop(job, token)
                                                                : host->restart(job, token);
                progress.answered();
                return answer ? Result<Text>(done) : tl::unexpected(answer.error());
            });
    };
    return act;
}

} // namespace pilothouse::pipelines
