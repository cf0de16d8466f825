// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/check.h"

#include "pipelines/check/columncheck.h"
#include "pipelines/check/fieldcheck.h"
#include "pipelines/check/graphcheck.h"
#include "pipelines/check/servicelevel.h"

#include <algorithm>

namespace pilothouse::pipelines
{

namespace
{

// The nearest place that is known, the setting itself first.
SourcePlace placeOf(const Problem& problem, const StoredPipeline& stored)
{
    const auto at = [&](const QString& path) {
        const auto found = stored.lines.find(path);
        return found == stored.lines.end() ? SourcePlace() : found->second;
    };
    if (problem.edge) {
        if (const SourcePlace place = at(edgePath(*problem.edge)); place.line > 0)
            return place;
    }
    if (problem.section) {
        const bool isOfEnvironment = *problem.section == Section::Environment;
        const qsizetype dot = isOfEnvironment ? problem.field.indexOf(u'.') : -1;
        const QString id = isOfEnvironment ? problem.field.left(dot) : problem.node;
        const QString name = problem.field.mid(dot + 1);
        for (const QString& path :
            {settingPath(*problem.section, id, name), settingPath(*problem.section, id, {})}) {
            if (const SourcePlace place = at(path); place.line > 0)
                return place;
        }
    }
    const auto node = stored.places.find(problem.node);
    return node == stored.places.end() ? SourcePlace() : node->second;
}

} // namespace

std::vector<Problem> check(const Pipeline& pipeline, const Catalogue& catalogue,
    const Target& target, const QString& language)
{
    CheckContext context(pipeline, catalogue, target, language);
    checkNames(context);
    checkFields(context);
    checkEnvironments(context);
    checkEdges(context);
    checkInputs(context);
    checkCycles(context);
    checkServiceLevels(context);
    checkQuality(context);
    checkColumns(context);
    QHash<QString, qsizetype> order;
    for (const Node& node : pipeline.nodes)
        order.insert(node.id, order.size() + 1);
    std::ranges::stable_sort(context.problems, {}, [&](const Problem& problem) {
        return std::pair(problem.severity, order.value(problem.node));
    });
    return std::move(context.problems);
}

void place(std::vector<Problem>& problems, const StoredPipeline& stored)
{
    for (Problem& problem : problems) {
        if (problem.place.line == 0)
            problem.place = placeOf(problem, stored);
    }
}

} // namespace pilothouse::pipelines
