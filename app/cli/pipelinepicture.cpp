// SPDX-License-Identifier: GPL-3.0-or-later
// "pilothouse pipeline picture": the whole graph as a file.
#include "app/cli/pipelinecommand.h"
#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/graphpicture.h"
#include "pipelines/panel/pipelinescene.h"
#include "ui/theme/theme.h"

#include "core/wholefile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pilothouse::app::pipelinecommand
{

using namespace pipelines;

namespace
{

struct PipelineLine {
    Q_DECLARE_TR_FUNCTIONS(PipelineLine)
};

} // namespace

ExitCode picture(const PipelineArguments& arguments, CommandOutput& output)
{
    const QString& file = arguments.files.first();
    const auto read = readSound(file, output);
    if (!read)
        return ExitCode::Problem;
    const auto& all = read->stored.pipelines;
    size_t at = 0;
    while (at < all.size() && !arguments.pipeline.isEmpty()
        && all[at].pipeline.name != arguments.pipeline)
        ++at;
    if (at == all.size() || (arguments.pipeline.isEmpty() && all.size() > 1)) {
        QStringList names;
        for (const StoredPipeline& one : all)
            names.append(one.pipeline.name);
        output.error += PipelineLine::tr("%1: error: Name one of its pipelines with --pipeline: %2")
                            .arg(file, names.join(", "_L1))
            + u'\n';
        return ExitCode::Problem;
    }
    ui::Theme theme;
    theme.setMode(arguments.theme == u"dark" ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    const Pipeline& pipeline = all[at].pipeline;
    const GraphPicture graph(sceneOf(pipeline, read->layouts[at], knownKinds().catalogue.get()));
    WholeFile target(arguments.out);
    const bool made = target.open(QIODevice::WriteOnly)
        && (arguments.out.endsWith(".svg"_L1, Qt::CaseInsensitive)
                ? graph.writeSvg(&target, theme, pipeline.shownTitle())
                : graph.image(theme, 2).save(&target, "PNG"))
        && target.commit();
    if (!made) {
        output.error += arguments.out + u": error: "_s + target.errorString() + u'\n';
        return ExitCode::Problem;
    }
    output.out += arguments.out + u'\n';
    return ExitCode::Ok;
}

} // namespace pilothouse::app::pipelinecommand
