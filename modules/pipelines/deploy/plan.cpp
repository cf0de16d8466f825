// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/plan.h"

#include "pipelines/deploy/fileplans.h"
#include "pipelines/deploy/linediff.h"
#include "pipelines/deploy/tableplan.h"
#include "pipelines/deploy/topicplan.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

QString word(UnitKind kind)
{
    switch (kind) {
    case UnitKind::Dag:
        return u"dag"_s;
    case UnitKind::StreamJob:
        return u"job"_s;
    case UnitKind::Topic:
        return u"topic"_s;
    case UnitKind::Table:
        return u"table"_s;
    case UnitKind::DbtProject:
        return u"dbt"_s;
    }
    return {};
}

int place(UnitKind kind)
{
    switch (kind) {
    case UnitKind::Table:
        return 0;
    case UnitKind::Topic:
        return 1;
    case UnitKind::StreamJob:
        return 2;
    case UnitKind::DbtProject:
        return 3;
    case UnitKind::Dag:
        return 4;
    }
    return 5;
}

ChangeKind changeOf(const std::vector<FilePlan>& files)
{
    bool creates = false, stays = false, removes = false, changes = false;
    for (const FilePlan& file : files) {
        creates |= file.change == ChangeKind::Create;
        removes |= file.change == ChangeKind::Remove;
        changes |= file.change == ChangeKind::Change;
        stays |= file.change == ChangeKind::None;
    }
    if (!creates && !changes && !removes)
        return ChangeKind::None;
    if (stays || changes || (creates && removes))
        return ChangeKind::Change;
    return creates ? ChangeKind::Create : ChangeKind::Remove;
}

UnitPlan planned(const Unit& unit, const Present& present)
{
    UnitPlan plan;
    plan.unit = unit;
    if (const auto error = present.unknown.find(unitKey(unit)); error != present.unknown.end()) {
        plan.refusals.push_back(PH_TEXT("pipelines", "It is not known what is there: %1")
                                    .arg(error->second.detail.isEmpty() ? wordOf(error->second.kind)
                                                                        : error->second.detail));
        return plan;
    }
    if (unit.kind == UnitKind::Table) {
        const auto found = present.tables.find(unit.name);
        TableWork work = planTable(
            unit, found == present.tables.end() ? std::nullopt : std::optional(found->second));
        plan.change = work.change;
        plan.statements = std::move(work.statements);
        plan.notes = std::move(work.notes);
        if (work.refusal)
            plan.refusals.push_back(*work.refusal);
    } else if (unit.kind == UnitKind::Topic) {
        const auto found = present.topics.find(unit.name);
        planTopic(
            plan, found == present.topics.end() ? std::nullopt : std::optional(found->second));
    } else if (unit.kind == UnitKind::StreamJob && !present.hasJobHost) {
        plan.notes.push_back(PH_TEXT("pipelines",
            "The profile names no host of streaming jobs: run it by its unit file or compose "
            "snippet, which the command line writes."));
    } else if (unit.kind == UnitKind::StreamJob) {
        const auto found = present.running.find(unit.name);
        plan.running = found == present.running.end() ? JobPhase::Absent : found->second;
    }
    return plan;
}

QByteArray unified(const FilePlan& file)
{
    return unifiedDiff(file.before.value_or(QByteArray()), file.after.value_or(QByteArray()),
        file.before ? file.path : QString(), file.after ? file.path : QString());
}

} // namespace

QString unitKey(const Unit& unit)
{
    return word(unit.kind) + u':' + unit.name;
}

bool DeployPlan::isEmpty() const
{
    return std::all_of(
        units.begin(), units.end(), [](const UnitPlan& unit) { return !unit.isDeployed(); });
}

bool DeployPlan::isBlocked() const
{
    return std::any_of(
        units.begin(), units.end(), [](const UnitPlan& unit) { return unit.isBlocked(); });
}

int DeployPlan::count(ChangeKind change) const
{
    return int(std::count_if(units.begin(), units.end(),
        [change](const UnitPlan& unit) { return unit.change == change && !unit.leftOut; }));
}

bool isJobFile(const Generated& generated, const GeneratedFile& file)
{
    return std::any_of(generated.units.begin(), generated.units.end(), [&](const Unit& unit) {
        return unit.name == file.unit && unit.kind == UnitKind::StreamJob;
    });
}

Wanted wantedFor(const Generated& generated, const QString& document)
{
    Wanted wanted;
    wanted.dags.mark = markOf(document);
    wanted.jobs.mark = wanted.dags.mark;
    for (const GeneratedFile& file : generated.files)
        (isJobFile(generated, file) ? wanted.jobs : wanted.dags).paths.append(file.path);
    for (const Unit& unit : generated.units) {
        if (unit.kind == UnitKind::Topic)
            wanted.topics.append(unit.name);
        else if (unit.kind == UnitKind::Table)
            wanted.tables.append(unit.name);
        else if (unit.kind == UnitKind::StreamJob)
            wanted.jobNames.append(unit.name);
    }
    return wanted;
}

DeployPlan planFor(const Generated& generated, const Present& present, const PlanContext& context)
{
    DeployPlan plan;
    plan.notes = present.notes;
    plan.branch = present.branch;
    for (const Unit& unit : generated.units)
        plan.units.push_back(planned(unit, present));
    const auto unitOf = [&plan](UnitKind kind, const QString& name, bool files) -> UnitPlan& {
        for (UnitPlan& unit : plan.units)
            if (unit.unit.name == name && (unit.unit.kind == kind || files))
                return unit;
        plan.units.push_back({});
        plan.units.back().unit.kind = kind;
        plan.units.back().unit.name = name;
        return plan.units.back();
    };
    FileTexts newDags, newJobs;
    for (const GeneratedFile& file : generated.files) {
        const bool job = isJobFile(generated, file);
        if (job && !present.hasJobHost)
            continue;
        (job ? newJobs : newDags).emplace(file.path, file.text);
        const FileTexts& there = job ? present.jobs : present.dags;
        UnitPlan& unit = unitOf(job ? UnitKind::StreamJob : UnitKind::Dag, file.unit, true);
        unit.files.push_back(planFile(file.path, there, file.text, context));
    }
    for (const auto& [path, file] : leavingFiles(present.dags, newDags, context)) {
        // The unit the file was of is told by the name in its head.
        UnitPlan& unit = unitOf(UnitKind::Dag, file.unit, false);
        unit.files.push_back(file.plan);
    }
    for (const auto& [path, file] : leavingFiles(present.jobs, newJobs, context)) {
        const QString name = jobOfPath(path);
        UnitPlan& unit = unitOf(UnitKind::StreamJob, name, false);
        unit.files.push_back(file.plan);
        if (const auto state = present.running.find(name); state != present.running.end())
            unit.running = state->second;
    }
    for (UnitPlan& unit : plan.units) {
        if (unit.files.empty())
            continue;
        unit.change = changeOf(unit.files);
        if (unit.unit.kind == UnitKind::Dag && unit.change == ChangeKind::Remove)
            unit.notes.push_back(PH_TEXT("pipelines", "Runs of the past stay in Airflow."));
    }
    for (UnitPlan& unit : plan.units)
        unit.leftOut = context.leftOut.contains(unitKey(unit.unit));
    std::stable_sort(
        plan.units.begin(), plan.units.end(), [](const UnitPlan& a, const UnitPlan& b) {
            return place(a.unit.kind) < place(b.unit.kind);
        });
    return plan;
}

Generated deployedOf(Generated generated, const DeployPlan& plan)
{
    std::set<std::pair<QString, bool>> out; // name, of a job
    for (const UnitPlan& unit : plan.units)
        if (unit.leftOut)
            out.emplace(unit.unit.name, unit.unit.kind == UnitKind::StreamJob);
    if (out.empty())
        return generated;
    const Generated whole = generated;
    std::erase_if(generated.files, [&](const GeneratedFile& file) {
        return out.contains({file.unit, isJobFile(whole, file)});
    });
    std::erase_if(generated.units, [&](const Unit& unit) {
        return std::any_of(plan.units.begin(), plan.units.end(), [&unit](const UnitPlan& one) {
            return one.leftOut && unitKey(one.unit) == unitKey(unit);
        });
    });
    return generated;
}

std::vector<FileWrite> writesOf(const std::vector<FilePlan>& files)
{
    std::vector<FileWrite> writes;
    for (const FilePlan& file : files)
        if (file.change != ChangeKind::None && !file.isBlocked())
            writes.push_back({file.path, file.before, file.after});
    const auto place = [](const FileWrite& file) {
        return !file.after ? 2 : file.path.endsWith(".py"_L1) && !file.path.contains(u'/') ? 1 : 0;
    };
    std::stable_sort(writes.begin(), writes.end(),
        [&place](const FileWrite& a, const FileWrite& b) { return place(a) < place(b); });
    return writes;
}

QString messageFor(const QString& pipeline, int version, const DeployPlan& plan)
{
    QStringList parts;
    for (const UnitPlan& unit : plan.units) {
        if (unit.leftOut)
            continue;
        if (unit.change == ChangeKind::Create)
            parts.append(u"add "_s + unit.unit.name);
        else if (unit.change == ChangeKind::Remove)
            parts.append(u"remove "_s + unit.unit.name);
    }
    QString message = u"%1 v%2"_s.arg(pipeline).arg(version);
    if (!parts.isEmpty())
        message += u": "_s + parts.join(u", "_s);
    return message.size() <= 72 ? message : message.left(71) + u'…';
}

QString previewOf(const DeployPlan& plan)
{
    QByteArray text;
    for (const UnitPlan& unit : plan.units) {
        if (!unit.isDeployed())
            continue;
        if (unit.unit.kind == UnitKind::Table)
            text += transactionOf(unit.statements).toUtf8() + '\n';
        for (const ConfigPlan& config : unit.config)
            text += "topic " + unit.unit.name.toUtf8() + ' ' + config.name.toUtf8() + ": "
                + (config.before.isEmpty() ? QByteArray() : config.before.toUtf8() + " -> ")
                + config.after.toUtf8() + '\n';
        for (const FilePlan& file : unit.files)
            if (file.change != ChangeKind::None)
                text += unified(file) + '\n';
    }
    return QString::fromUtf8(text);
}

} // namespace pilothouse::pipelines
