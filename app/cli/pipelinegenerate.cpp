// SPDX-License-Identifier: GPL-3.0-or-later
// "pipeline generate": the files of a pipeline in a folder; what somebody changed there stays.
#include "app/cli/pipelinetarget.h"
#include "core/yaml/yamltree.h"
#include "pipelines/catalogue/loader.h"
#include "pipelines/check/check.h"
#include "pipelines/deploy/plan.h"
#include "pipelines/generate/fingerprint.h"
#include "pipelines/generate/generate.h"
#include "pipelines/generate/targets.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app::pipelinecommand
{

using namespace pipelines;

namespace
{

constexpr auto kPatience = std::chrono::minutes(1);

struct PipelineLine {
    Q_DECLARE_TR_FUNCTIONS(PipelineLine)
};

// The one that is asked for; none: said in `output`.
const StoredPipeline* chosen(
    const ReadDocument& read, const PipelineArguments& arguments, CommandOutput& output)
{
    const auto& all = read.stored.pipelines;
    if (arguments.pipeline.isEmpty() && all.size() == 1)
        return all.data();
    for (const StoredPipeline& one : all)
        if (one.pipeline.name == arguments.pipeline)
            return &one;
    output.error += arguments.files.first() + u": error: "_s
        + (arguments.pipeline.isEmpty()
                ? PipelineLine::tr("There are several pipelines in it; name one with --pipeline.")
                : PipelineLine::tr("There is no pipeline %1 in it.").arg(arguments.pipeline))
        + u'\n';
    return nullptr;
}

QString wordOf(UnitKind kind)
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

// What is no file of a DAG or a job: the statements of tables, and all units as JSON for programs
// that deploy. Only where there is more than files.
void addUnits(Generated& generated, const Pipeline& pipeline)
{
    QByteArray sql;
    QJsonArray units;
    bool more = false;
    for (const Unit& unit : generated.units) {
        QJsonObject row{{u"kind"_s, wordOf(unit.kind)}, {u"name"_s, unit.name},
            {u"nodes"_s, QJsonArray::fromStringList(unit.nodes)}};
        if (!unit.connection.isEmpty())
            row.insert(u"connection"_s, unit.connection);
        if (unit.kind == UnitKind::Table) {
            more = true;
            row.insert(u"statement"_s, QString::fromUtf8(unit.statement));
            sql += "-- " + unit.connection.toUtf8() + '\n' + unit.statement + '\n';
        }
        if (unit.kind == UnitKind::Topic) {
            more = true;
            QJsonObject settings;
            for (const Setting& setting : unit.settings)
                settings.insert(setting.name, setting.value.text);
            row.insert(u"settings"_s, settings);
        }
        QJsonArray files;
        for (const GeneratedFile& file : generated.files)
            if (file.unit == unit.name
                && isJobFile(generated, file) == (unit.kind == UnitKind::StreamJob)
                && unit.kind != UnitKind::Table && unit.kind != UnitKind::Topic)
                files.append(file.path);
        if (!files.isEmpty())
            row.insert(u"files"_s, files);
        units.append(row);
    }
    if (!more)
        return;
    const QByteArray json
        = QJsonDocument(QJsonObject{{u"schema"_s, 1}, {u"units"_s, units}}).toJson();
    const auto add = [&](const QString& suffix, const QByteArray& text, const QByteArray& comment) {
        generated.files.push_back({pipeline.name + suffix,
            withFingerprint(text, pipeline.id, pipeline.name, comment), {}, {}});
    };
    add(u".units.json"_s, json, {});
    if (!sql.isEmpty())
        add(u".sql"_s, sql, "--");
}

// Writes what differs; a file that is not as it was generated stops all of it.
ExitCode written(const Generated& generated, const QString& folder, CommandOutput& output)
{
    const auto place = QDir().mkpath(folder)
        ? destinationOf(QDir(folder).absolutePath(), {})
        : Result<std::shared_ptr<Destination>>(fail(
            Error::Kind::Refused, {}, {}, PH_TEXT("Pipelines", "This folder cannot be made.")));
    if (!place) {
        output.error += errorLine(folder, place.error());
        return ExitCode::Problem;
    }
    const auto job = std::make_shared<detail::JobState>();
    job->deadline = (Clock::now() + kPatience).time_since_epoch().count();
    const Token token(job);
    LookRequest request;
    for (const GeneratedFile& file : generated.files)
        request.paths.append(file.path);
    const auto there = (*place)->look(request, token);
    if (!there) {
        output.error += errorLine(folder, there.error());
        return ExitCode::Problem;
    }
    WriteRequest writes;
    bool foreign = false;
    for (const GeneratedFile& file : generated.files) {
        const auto found = there->files.find(file.path);
        if (found == there->files.end()) {
            writes.files.push_back({file.path, std::nullopt, file.text});
        } else if (found->second != file.text) {
            if (fingerprint(found->second).state != Fingerprint::State::Untouched) {
                foreign = true;
                output.error += QDir(folder).filePath(file.path) + u": error: "_s
                    + PipelineLine::tr("Somebody changed this file; it is not written over.")
                    + u'\n';
            }
            writes.files.push_back({file.path, found->second, file.text});
        }
    }
    if (foreign)
        return ExitCode::Problem;
    if (const auto done = (*place)->write(writes, token); !done) {
        output.error += errorLine(folder, done.error());
        return ExitCode::Problem;
    }
    for (const GeneratedFile& file : generated.files)
        output.out += QDir(folder).filePath(file.path) + u'\n';
    return ExitCode::Ok;
}

} // namespace

QString language()
{
    const QLocale locale;
    return locale.language() == QLocale::Korean ? u"ko"_s
        : locale.language() == QLocale::Chinese ? u"zh_TW"_s
                                                : u"en"_s;
}

std::optional<Target> targetFor(const PipelineArguments& arguments, CommandOutput& output)
{
    const int major = arguments.target == u"airflow-2" ? 2 : 3;
    Target target = sandboxTarget(major);
    if (!arguments.providers.isEmpty()) {
        const auto list = readSmallFile(arguments.providers);
        const Result<Target> told
            = list ? targetFromPackages(*list) : Result<Target>(tl::unexpected(list.error()));
        if (!told) {
            output.error += errorLine(arguments.providers, told.error());
            return {};
        }
        if (!arguments.target.isEmpty() && !told->version.startsWith(u"%1."_s.arg(major))) {
            output.error += arguments.providers + u": error: "_s
                + PipelineLine::tr("It has Airflow %1, not %2.")
                      .arg(told->version, QString::number(major))
                + u'\n';
            return {};
        }
        target = *told;
    }
    target.environment = arguments.environment;
    return target;
}

ExitCode generate(const PipelineArguments& arguments, CommandOutput& output)
{
    const QString& file = arguments.files.first();
    const auto target = targetFor(arguments, output);
    const auto read = target ? readSound(file, output) : std::nullopt;
    const StoredPipeline* stored = read ? chosen(*read, arguments, output) : nullptr;
    if (!stored)
        return ExitCode::Problem;
    auto problems = check(stored->pipeline, *knownKinds().catalogue, *target, language());
    const bool sound = std::ranges::none_of(
        problems, [](const Problem& one) { return one.severity == Problem::Severity::Error; });
    Generated generated;
    if (sound) {
        generated = pipelines::generate(stored->pipeline, *knownKinds().catalogue, *target);
        problems = generated.problems;
    }
    place(problems, *stored);
    for (const Problem& problem : problems)
        output.error += problemLine(file, problem);
    if (!sound || !generated.isUsable())
        return ExitCode::Problem;
    addUnits(generated, stored->pipeline);
    return written(generated, arguments.out, output);
}

} // namespace pilothouse::app::pipelinecommand
