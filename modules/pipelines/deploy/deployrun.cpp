// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/deployrun.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

DeployRun::DeployRun(ServiceHub& hub, DeployRequest request, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_request(std::move(request))
    , m_lane(hub.runtime(), u"deploy"_s)
    , m_commit(std::make_shared<QString>())
{
    makeSteps();
}

DeployRun::~DeployRun() = default;

void DeployRun::makeSteps()
{
    QStringList dags;
    std::map<ServiceId, QStringList> tables;
    for (const UnitPlan& unit : m_request.plan.units) {
        const QString key = unitKey(unit.unit);
        if (!unit.isDeployed())
            continue;
        switch (unit.unit.kind) {
        case UnitKind::Table: // those of one database in one transaction
            tables[m_request.services[key]].append(key);
            break;
        case UnitKind::Topic:
            m_steps.push_back({DeployStep::What::Topic, {key}, {}, {}, {}, false});
            break;
        case UnitKind::StreamJob:
            m_steps.push_back({DeployStep::What::Job, {key}, {}, {}, {}, true});
            break;
        case UnitKind::Dag:
        case UnitKind::DbtProject:
            dags.append(key);
            break;
        }
    }
    std::vector<DeployStep> first;
    for (const auto& [service, keys] : tables)
        first.push_back({DeployStep::What::Tables, keys, {}, {}, {}, false});
    m_steps.insert(m_steps.begin(), first.begin(), first.end());
    if (!dags.isEmpty())
        m_steps.push_back({DeployStep::What::Files, dags, {}, {}, {}, true});
    m_steps.push_back({DeployStep::What::Record, {}, {}, {}, {}, true});
    if (!dags.isEmpty())
        m_steps.push_back({DeployStep::What::Parse, dags, {}, {}, {}, false});
}

const UnitPlan* DeployRun::unit(const QString& key) const
{
    for (const UnitPlan& unit : m_request.plan.units)
        if (unitKey(unit.unit) == key)
            return &unit;
    return nullptr;
}

std::vector<FilePlan> DeployRun::filesOf(const QStringList& keys) const
{
    std::vector<FilePlan> files;
    for (const UnitPlan& unit : m_request.plan.units)
        if (keys.contains(unitKey(unit.unit)))
            files.insert(files.end(), unit.files.begin(), unit.files.end());
    return files;
}

void DeployRun::start()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Running;
    if (m_request.plan.isBlocked() || m_request.plan.isEmpty())
        return end(State::Failed);
    next();
}

void DeployRun::cancel()
{
    m_stop = true;
    if (m_state != State::Running)
        return;
    if (m_task)
        m_task->cancel();
    m_statements.stop();
    if (m_parse && !m_parse->isDone()) { // the files are written; only the wait ends
        m_parse.reset();
        stepDone(m_at, fail(Error::Kind::Cancelled, {}), false);
    }
}

void DeployRun::next()
{
    while (m_at < m_steps.size() && m_steps[m_at].state == DeployStep::State::Done)
        ++m_at;
    if (m_at == m_steps.size())
        return end(State::Done);
    if (m_stop)
        return end(State::Cancelled);
    run(m_at);
}

void DeployRun::run(size_t step)
{
    DeployStep& at = m_steps[step];
    at.state = DeployStep::State::Running;
    Q_EMIT changed();
    const Done done = [this, step](Result<Text> result, bool unknown) {
        stepDone(step, std::move(result), unknown);
    };
    switch (at.what) {
    case DeployStep::What::Tables:
        return runTables(at.units, done);
    case DeployStep::What::Topic:
        return runTopic(*unit(at.units.first()), done);
    case DeployStep::What::Job:
        return runJob(*unit(at.units.first()), false, done);
    case DeployStep::What::Files:
        return runFiles(at.units, false, done);
    case DeployStep::What::Record:
        return runRecord(false, done);
    case DeployStep::What::Parse:
        return runParse(at.units, done);
    }
}

void DeployRun::stepDone(size_t step, Result<Text> result, bool unknown)
{
    DeployStep& at = m_steps[step];
    if (m_state == State::Undoing) {
        if (result) {
            at.state = DeployStep::State::Undone;
        } else {
            at.error = result.error();
            at.canUndo = false;
        }
        Q_EMIT changed();
        return undoNext();
    }
    if (result) {
        at.state = DeployStep::State::Done;
        at.words = *result;
        Q_EMIT changed();
        return next();
    }
    const bool cancelled = result.error().kind == Error::Kind::Cancelled;
    at.error = result.error();
    at.state = unknown ? DeployStep::State::Unknown
        : cancelled    ? DeployStep::State::Cancelled
                       : DeployStep::State::Failed;
    end(cancelled && !unknown ? State::Cancelled : State::Failed);
}

bool DeployRun::canUndo() const
{
    return (m_state == State::Failed || m_state == State::Cancelled)
        && std::any_of(m_steps.begin(), m_steps.end(), [](const DeployStep& step) {
               return step.canUndo && step.state == DeployStep::State::Done;
           });
}

void DeployRun::undo()
{
    if (!canUndo())
        return;
    m_state = State::Undoing;
    Q_EMIT changed();
    undoNext();
}

void DeployRun::undoNext()
{
    for (size_t step = m_steps.size(); step-- > 0;) {
        DeployStep& at = m_steps[step];
        if (!at.canUndo || at.state != DeployStep::State::Done)
            continue;
        const Done done = [this, step](Result<Text> result, bool unknown) {
            stepDone(step, std::move(result), unknown);
        };
        if (at.what == DeployStep::What::Job)
            return runJob(*unit(at.units.first()), true, done);
        if (at.what == DeployStep::What::Files)
            return runFiles(at.units, true, done);
        return runRecord(true, done);
    }
    end(State::Undone);
}

void DeployRun::end(State state)
{
    m_state = state;
    Q_EMIT changed();
    Q_EMIT finished();
}

std::optional<Error> DeployRun::error() const
{
    for (const DeployStep& step : m_steps)
        if (step.error)
            return step.error;
    if (m_state == State::Failed)
        return Error{Error::Kind::Refused, {}, {},
            PH_TEXT("pipelines", "There is nothing to deploy, or something stands in the way."),
            u"guard"_s};
    return {};
}

std::vector<FileWrite> takenBack(const std::vector<FileWrite>& writes)
{
    std::vector<FileWrite> back;
    for (auto write = writes.rbegin(); write != writes.rend(); ++write)
        back.push_back({write->path, write->after, write->before});
    return back;
}

} // namespace pilothouse::pipelines
