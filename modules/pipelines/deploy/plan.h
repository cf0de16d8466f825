// SPDX-License-Identifier: GPL-3.0-or-later
// planFor(): what a deploy would change, from what is generated and what is there. Pure, any
// thread: no service is asked.
#pragma once

#include "pipelines/deploy/plantypes.h"

#include <functional>
#include <set>

namespace pilothouse::pipelines
{

// What must be read before a plan can be made: names of files, and the word that marks every file
// of the document wherever it lies.
struct Wanted {
    LookRequest dags;
    LookRequest jobs;
    QStringList topics; // by name
    QStringList tables;
    QStringList jobNames;
};
Wanted wantedFor(const Generated& generated, const QString& document);

struct PlanContext {
    QString document; // id of the pipeline
    std::set<QString> overwrite; // files changed by hand that may be written over
    // The text of a file as it was deployed with this hash in its head; none: not kept any more.
    std::function<std::optional<QByteArray>(const QString& path, const QByteArray& hash)> base;
    std::set<QString> leftOut = {}; // units that stay as they are, by unitKey()
};
// What is generated, without the units (and their files) that are left out of the plan.
Generated deployedOf(Generated generated, const DeployPlan& plan);
// Units in the order they are deployed: tables, topics, streaming jobs, DAGs, the rest. A unit that
// leaves has its files removed; tables and topics are never removed.
DeployPlan planFor(const Generated& generated, const Present& present, const PlanContext& context);

// In this order they go into place: what is imported first, DAG files behind it, removals last.
std::vector<FileWrite> writesOf(const std::vector<FilePlan>& files);
// The message a commit has unless the user writes another.
QString messageFor(const QString& pipeline, int version, const DeployPlan& plan);
// All of it as text, the exact preview: diffs, statements and settings by unit.
QString previewOf(const DeployPlan& plan);

// Is the unit's file one of the jobs' folder (else of the DAG folder)?
bool isJobFile(const Generated& generated, const GeneratedFile& file);

} // namespace pilothouse::pipelines
