// SPDX-License-Identifier: GPL-3.0-or-later
// "pipeline check": what is wrong with documents, line by line or as JSON.
#include "app/cli/pipelinetarget.h"
#include "pipelines/catalogue/loader.h"
#include "pipelines/check/check.h"
#include "pipelines/files/documentfile.h"
#include "pipelines/generate/generate.h"
#include "ui/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace pilothouse::app::pipelinecommand
{

using namespace pipelines;

namespace
{

QJsonObject jsonOf(const Problem& problem)
{
    QJsonObject row{{u"severity"_s, severityWord(problem.severity)},
        {u"text"_s, ui::words(problem.message)}, {u"node"_s, problem.node},
        {u"field"_s, problem.field}};
    if (problem.place.line > 0) {
        row.insert(u"line"_s, problem.place.line);
        row.insert(u"column"_s, qMax(1, problem.place.column));
    }
    return row;
}

// Of reading and, where that went well, of meaning.
Result<std::vector<Problem>> problemsOf(const QString& file, const Target& target)
{
    const auto read = readDocumentWithLayout(file);
    if (!read)
        return tl::unexpected(read.error());
    std::vector<Problem> all = read->stored.problems;
    for (const StoredPipeline& stored : read->stored.pipelines) {
        all.insert(all.end(), stored.problems.begin(), stored.problems.end());
        auto found = check(stored.pipeline, *knownKinds().catalogue, target, language());
        if (&storeFor(file) == &storeFor(documentSuffix()))
            addObstacles(found, stored.pipeline, *knownKinds().catalogue, target);
        place(found, stored);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

} // namespace

ExitCode check(const PipelineArguments& arguments, CommandOutput& output)
{
    const auto target = targetFor(arguments, output);
    if (!target)
        return ExitCode::Problem;
    bool good = true;
    QJsonArray files;
    for (const QString& file : arguments.files) {
        const auto problems = problemsOf(file, *target);
        QJsonArray rows;
        if (!problems) {
            good = false;
            const QString line = errorLine(file, problems.error());
            output.error += line;
            rows.append(QJsonObject{{u"severity"_s, u"error"_s}, {u"text"_s, line.trimmed()}});
        } else {
            for (const Problem& problem : *problems) {
                good = good && problem.severity != Problem::Severity::Error;
                output.error += problemLine(file, problem);
                rows.append(jsonOf(problem));
            }
        }
        files.append(QJsonObject{{u"file"_s, file}, {u"problems"_s, rows}});
    }
    const ExitCode code = good ? ExitCode::Ok : ExitCode::Problem;
    if (arguments.json) {
        output.error.clear();
        output.out = QString::fromUtf8(QJsonDocument(
            QJsonObject{{u"schema"_s, 1}, {u"exitCode"_s, int(code)},
                {u"target"_s, QString(target->tool + u' ' + target->version)},
                {u"files"_s, files}}).toJson());
    }
    return code;
}

} // namespace pilothouse::app::pipelinecommand
