// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to one file, by the line at the head of each generated file. Pure; part of
// planFor().
#pragma once

#include "pipelines/deploy/plan.h"

namespace pilothouse::pipelines
{

// What every generated file of a document holds.
QByteArray markOf(const QString& document);

FilePlan planFile(const QString& path, const FileTexts& present,
    const std::optional<QByteArray>& after, const PlanContext& context);

struct LeavingFile {
    QString unit; // as its head names the pipeline
    FilePlan plan;
};
// Files of the document that are not generated any more.
std::map<QString, LeavingFile> leavingFiles(
    const FileTexts& present, const FileTexts& generated, const PlanContext& context);

// "orders.bronze" of "orders.bronze/job.json" and "jobs/orders.bronze.conf".
QString jobOfPath(const QString& path);

} // namespace pilothouse::pipelines
