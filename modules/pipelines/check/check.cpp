// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/check.h"

#include "pipelines/check/columncheck.h"
#include "pipelines/check/fieldcheck.h"
#include "pipelines/check/graphcheck.h"
#include "pipelines/check/servicelevel.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

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

// Limits somebody promised: of a run, of all tasks, of single ones.
qsizetype limitsOf(const Pipeline& pipeline)
{
    qsizetype limits = 0;
    for (const QString& name : {u"deadline"_s, u"dagrun_timeout"_s})
        limits += find(pipeline.schedule, name) != nullptr;
    limits += find(pipeline.task, u"finish_within") != nullptr;
    for (const Node& node : pipeline.nodes)
        limits += find(node.task, u"finish_within") != nullptr;
    return limits;
}

} // namespace

Checked checkParts(const Pipeline& pipeline, const Catalogue& catalogue, const Target& target,
    const QString& language)
{
    CheckContext context(pipeline, catalogue, target, language);
    Checked checked;
    // `count` is zero where the pipeline has nothing of it: then nothing is said.
    const auto look = [&](void (*part)(CheckContext&), const Text& passed, const Text& words,
                          qsizetype count) {
        const auto before = std::ssize(context.problems);
        part(context);
        const auto found
            = std::ranges::count_if(context.problems.begin() + before, context.problems.end(),
                [](const Problem& problem) { return problem.severity != Problem::Severity::Hint; });
        if (count > 0)
            checked.parts.push_back({passed, Text(words).plural(int(count)), int(found)});
    };
    const auto nodes = std::ssize(pipeline.nodes);
    const auto edges = std::ssize(pipeline.edges);
    const Text ofNodes = PH_PLURAL("pipelines", "%n node(s)");
    const Text ofEdges = PH_PLURAL("pipelines", "%n edge(s)");
    look(checkNames, PH_TEXT("pipelines", "No name and no table is there twice"), ofNodes, nodes);
    look(checkFields,
        PH_TEXT("pipelines", "Settings are complete, and %1 %2 has them")
            .arg(target.tool)
            .arg(target.version),
        ofNodes, nodes);
    look(checkEnvironments, PH_TEXT("pipelines", "Each environment has its values"),
        PH_PLURAL("pipelines", "%n environment(s)"), std::ssize(pipeline.environments));
    look(checkEdges, PH_TEXT("pipelines", "Every edge fits both its ends"), ofEdges, edges);
    look(checkInputs, PH_TEXT("pipelines", "Every input that is needed has an edge"), ofNodes,
        nodes);
    look(checkCycles, PH_TEXT("pipelines", "Nothing waits for itself"), ofEdges, edges);
    look(checkServiceLevels, PH_TEXT("pipelines", "The worst case keeps every limit"),
        PH_PLURAL("pipelines", "%n limit(s)"), limitsOf(pipeline));
    look(checkQuality, PH_TEXT("pipelines", "Something waits for every check"),
        PH_PLURAL("pipelines", "%n check(s)"),
        std::ranges::count_if(
            pipeline.nodes, [](const Node& node) { return node.kind.startsWith(u"quality."_s); }));
    look(checkColumns, PH_TEXT("pipelines", "Every column that is read is there"), ofNodes, nodes);
    QHash<QString, qsizetype> order;
    for (const Node& node : pipeline.nodes)
        order.insert(node.id, order.size() + 1);
    std::ranges::stable_sort(context.problems, {}, [&](const Problem& problem) {
        return std::pair(problem.severity, order.value(problem.node));
    });
    checked.problems = std::move(context.problems);
    return checked;
}

std::vector<Problem> check(const Pipeline& pipeline, const Catalogue& catalogue,
    const Target& target, const QString& language)
{
    return checkParts(pipeline, catalogue, target, language).problems;
}

void place(std::vector<Problem>& problems, const StoredPipeline& stored)
{
    for (Problem& problem : problems) {
        if (problem.place.line == 0)
            problem.place = placeOf(problem, stored);
    }
}

} // namespace pilothouse::pipelines
