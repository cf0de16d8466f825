// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/generate.h"

#include "pipelines/generate/dagfile.h"
#include "pipelines/generate/dbtproject.h"
#include "pipelines/generate/streamjob.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Names every template may use, besides its kind's fields.
const std::set<QString>& commonNames()
{
    static const std::set<QString> names{u"node"_s, u"task"_s, u"pipeline"_s, u"pipeline_id"_s,
        u"node_id"_s, u"variable"_s, u"before"_s, u"job"_s, u"connections"_s, u"selected"_s,
        // of Spark's programs
        u"application"_s, u"interval_text"_s, u"lateness_text"_s, u"schema"_s, u"slide_text"_s,
        u"source_connection"_s, u"source_start"_s, u"source_topic"_s, u"window_text"_s};
    return names;
}

// A file's name is the pipeline's.
bool isFileName(const QString& name)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}\\z"_s);
    return plain.match(name).hasMatch();
}

Language languageOf(const QString& file)
{
    return file.endsWith(u".sql")                           ? Language::Sql
        : file.endsWith(u".yaml") || file.endsWith(u".yml") ? Language::Yaml
        : file.endsWith(u".sh")                             ? Language::Shell
                                                            : Language::Python;
}

} // namespace

Generated generate(const Pipeline& pipeline, const Catalogue& catalogue, const Target& target)
{
    Generated out;
    Values values(pipeline, target, out.problems);
    if (!isFileName(pipeline.name))
        values.problem({}, {}, PH_TEXT("Pipelines", "The pipeline's name is no name of a file."));
    for (const Node& node : pipeline.nodes)
        if (!isFileName(node.id))
            values.problem(
                node.id, {}, PH_TEXT("Pipelines", "%1 is no name of a task.").arg(node.id));
    const NodeValues fields = nodeValues(pipeline, catalogue, values);
    out.units = tableUnits(pipeline, catalogue, fields, values);
    for (Unit& unit : topicUnits(pipeline, catalogue, fields))
        out.units.push_back(std::move(unit));
    std::vector<StreamJob> jobs = streamJobs(pipeline, catalogue, fields, values);
    NodeValues told = batchValues(jobs);
    for (StreamJob& job : jobs) {
        if (!job.isBatch)
            out.units.push_back(std::move(job.unit));
        for (GeneratedFile& file : job.files)
            out.files.push_back(std::move(file));
    }
    if (auto project = dbtProject(pipeline, catalogue, fields, values)) {
        told.merge(project->tasks);
        out.units.push_back(std::move(project->unit));
        for (GeneratedFile& file : project->files)
            out.files.push_back(std::move(file));
    }
    DagFile dag(pipeline, catalogue, fields, told, values);
    if (auto file = dag.write()) {
        Unit unit{UnitKind::Dag, pipeline.name, {}, {}, {}, {}};
        for (const auto& [node, range] : file->nodes)
            unit.nodes.append(node);
        out.units.push_back(std::move(unit));
        out.files.push_back(std::move(*file));
    }
    std::ranges::sort(out.files, {}, &GeneratedFile::path);
    if (!out.isUsable()) {
        out.files.clear();
        out.units.clear();
    }
    return out;
}

void addObstacles(std::vector<Problem>& found, const Pipeline& pipeline, const Catalogue& catalogue,
    const Target& target)
{
    const auto isError = [](const Problem& problem) {
        return problem.severity == Problem::Severity::Error;
    };
    if (std::ranges::any_of(found, isError))
        return;
    const Generated generated = generate(pipeline, catalogue, target);
    std::ranges::copy_if(generated.problems, std::back_inserter(found), isError);
}

std::vector<Problem> checkTemplates(const Catalogue& catalogue)
{
    std::vector<Problem> problems;
    const auto wrong = [&](const QString& file, const QString& line, Text what) {
        problems.push_back({Problem::Severity::Error,
            PH_TEXT("Pipelines", "%1: %2")
                .arg(file + (line.isEmpty() ? line : u", "_s + line))
                .arg(QString::fromUtf8(what.key) + u' ' + what.args.join(u' ')),
            {}, {}, {}});
    };
    for (const NodeKind& kind : catalogue.kinds) {
        for (const TemplateSpec& spec : kind.templates) {
            const auto text = catalogue.texts.find(kind.folder + u"/templates/"_s + spec.file);
            if (text == catalogue.texts.end()) {
                wrong(
                    spec.file, {}, PH_TEXT("Pipelines", "There is no template %1.").arg(spec.file));
                continue;
            }
            const auto made = Template::parse(text->second, languageOf(spec.file));
            if (!made) {
                wrong(spec.file, made.error().detail, made.error().hint);
                continue;
            }
            for (const QString& name : made->names())
                if (!kind.field(name) && !commonNames().contains(name))
                    wrong(spec.file, {}, PH_TEXT("Pipelines", "No field is called %1.").arg(name));
            for (const QString& part : spec.parts)
                if (!catalogue.parts.contains(part))
                    wrong(spec.file, {}, PH_TEXT("Pipelines", "No part is called %1.").arg(part));
        }
    }
    return problems;
}

} // namespace pilothouse::pipelines
