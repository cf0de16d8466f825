// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pipelinecommand.h"

#include "app/paths.h"
#include "pipelines/catalogue/loader.h"
#include "pipelines/yaml/yamlstore.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

using namespace pipelines;

namespace
{

struct PipelineLine {
    Q_DECLARE_TR_FUNCTIONS(PipelineLine)
};

// The same flow always becomes the same document.
QString idOf(const QByteArray& text, const QString& name)
{
    const QByteArray whole = text + '\0' + name.toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(8));
}

// What a flow calls its schedule is the cron of a document.
void translateSchedule(Pipeline& pipeline)
{
    for (Setting& setting : pipeline.schedule) {
        const bool schedule = setting.name == u"schedule" || setting.name == u"schedule_interval";
        if (schedule && !find(pipeline.schedule, u"cron")
            && setting.value.kind == Value::Kind::Text)
            setting.name = u"cron"_s;
    }
    std::erase_if(pipeline.schedule, [](const Setting& setting) {
        return (setting.name == u"schedule" || setting.name == u"schedule_interval")
            && setting.value.isNone();
    });
}

} // namespace

namespace pipelinecommand
{

QString severityWord(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Error:
        return u"error"_s;
    case Problem::Severity::Warning:
        return u"warning"_s;
    case Problem::Severity::Hint:
        break;
    }
    return u"hint"_s;
}

QString problemLine(const QString& file, const Problem& problem)
{
    QString line = file;
    if (problem.place.line > 0)
        line += u":%1:%2"_s.arg(problem.place.line).arg(qMax(1, problem.place.column));
    line += u": "_s + severityWord(problem.severity) + u": "_s + ui::words(problem.message);
    if (!problem.node.isEmpty() && !problem.field.isEmpty())
        line += u" [%1, %2]"_s.arg(problem.node, problem.field);
    else if (!problem.node.isEmpty() || !problem.field.isEmpty())
        line += u" [%1]"_s.arg(problem.node + problem.field);
    return line + u'\n';
}

QString errorLine(const QString& file, const Error& error)
{
    QString words = ui::words(error.hint);
    // The system's own words name the file themselves.
    QString detail = error.detail;
    if (detail.startsWith(file))
        detail = detail.mid(file.size());
    while (detail.startsWith(u':') || detail.startsWith(u' '))
        detail.remove(0, 1);
    if (words.isEmpty() || !detail.isEmpty())
        words += (words.isEmpty() ? QString() : u" "_s)
            + (detail.isEmpty() ? wordOf(error.kind) : detail);
    return file + u": error: "_s + words + u'\n';
}

std::optional<ReadDocument> readSound(const QString& file, CommandOutput& output)
{
    auto read = readDocumentWithLayout(file);
    if (!read) {
        output.error += errorLine(file, read.error());
        return {};
    }
    bool sound = true;
    const auto tell = [&](const std::vector<Problem>& problems) {
        for (const Problem& problem : problems) {
            sound = sound && problem.severity != Problem::Severity::Error;
            output.error += problemLine(file, problem);
        }
    };
    tell(read->stored.problems);
    for (const StoredPipeline& stored : read->stored.pipelines)
        tell(stored.problems);
    return sound ? std::optional(std::move(*read)) : std::nullopt;
}

ExitCode import(const PipelineArguments& arguments, CommandOutput& output)
{
    const QString& file = arguments.files.first();
    const auto read = readSound(file, output);
    if (!read)
        return ExitCode::Problem;
    const auto& all = read->stored.pipelines;
    const bool folder
        = all.size() > 1 || arguments.out.endsWith(u'/') || QFileInfo(arguments.out).isDir();
    if (folder && !QDir().mkpath(arguments.out)) {
        output.error
            += PipelineLine::tr("%1: error: This folder cannot be made.").arg(arguments.out)
            + u'\n';
        return ExitCode::Problem;
    }
    bool good = true;
    for (const StoredPipeline& stored : all) {
        const QString path = folder
            ? QDir(arguments.out).filePath(stored.pipeline.name + documentSuffix())
            : arguments.out;
        Pipeline pipeline = stored.pipeline;
        if (pipeline.id.isEmpty())
            pipeline.id = idOf(read->file.bytes, pipeline.name);
        translateSchedule(pipeline);
        const auto text = YamlStore().written(pipeline);
        const VoidResult written = text ? writeDocumentFile(path, *text, std::nullopt)
                                        : VoidResult(tl::unexpected(text.error()));
        if (written)
            output.out += path + u'\n';
        else
            output.error += errorLine(path, written.error());
        good = good && written;
    }
    return good ? ExitCode::Ok : ExitCode::Problem;
}

} // namespace pipelinecommand

ExitCode runPipelineCommand(const PipelineArguments& arguments, CommandOutput& output)
{
    setOwnKinds(configFolder() + u"/nodes"_s);
    using Command = PipelineArguments::Command;
    switch (arguments.command) {
    case Command::Help:
        output.out = pipelineUsage();
        return ExitCode::Ok;
    case Command::Import:
        return pipelinecommand::import(arguments, output);
    case Command::Diff:
        return pipelinecommand::diff(arguments, output);
    case Command::Picture:
        return pipelinecommand::picture(arguments, output);
    case Command::Check:
        return pipelinecommand::check(arguments, output);
    case Command::Generate:
        return pipelinecommand::generate(arguments, output);
    }
    return ExitCode::WrongUsage;
}

} // namespace pilothouse::app
