// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/yaml/yamlstore.h"

#include "pipelines/yaml/documentreader.h"
#include "pipelines/yaml/documenttree.h"
#include "pipelines/yaml/treewriter.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// What a text holds, when all of it could be read.
Result<Pipeline> wholePipeline(const QByteArray& text)
{
    StoredFile file = readDocument(text);
    std::vector<Problem> problems = std::move(file.problems);
    if (!file.pipelines.empty())
        problems = std::move(file.pipelines.front().problems);
    for (const Problem& problem : problems) {
        if (problem.severity == Problem::Severity::Error) {
            return fail(Error::Kind::Protocol,
                u"%1:%2"_s.arg(problem.place.line).arg(problem.place.column), {}, problem.message);
        }
    }
    return std::move(file.pipelines.front().pipeline);
}

// As a document can hold it: program text stands behind the parameters, and what another store
// locked or where it stood there is not kept.
Pipeline inDocument(Pipeline pipeline)
{
    for (Group& group : pipeline.groups) {
        group.locked = false;
        group.lockReason = {};
    }
    for (Node& node : pipeline.nodes) {
        std::stable_partition(node.params.begin(), node.params.end(),
            [](const Setting& setting) { return !setting.source; });
        for (Setting& setting : node.params) {
            if (setting.source)
                setting = {setting.name, {}, SourceText{setting.source->text, false, {}, {}}};
        }
        node.locked = false;
        node.lockReason = {};
        node.origin = {};
    }
    for (Edge& edge : pipeline.edges)
        edge = {edge.from, edge.fromPort, edge.to, edge.toPort, edge.trigger};
    return pipeline;
}

const SetSetting* sourceOutsideParams(const Edit& edit)
{
    const auto* set = std::get_if<SetSetting>(&edit);
    const bool source = set && set->setting && set->setting->source;
    return source && set->section != Section::Params ? set : nullptr;
}

} // namespace

StoredFile YamlStore::read(const QByteArray& text) const
{
    return readDocument(text);
}

std::optional<Text> YamlStore::refuses(const Pipeline&, const Edit& edit) const
{
    const Text refusal = PH_TEXT("pipelines", "Program text is not kept in such a file.");
    if (const auto* add = std::get_if<AddNode>(&edit)) {
        for (const Setting& setting : add->node.task) {
            if (setting.source)
                return refusal;
        }
    }
    if (sourceOutsideParams(edit))
        return refusal;
    return {};
}

Result<QByteArray> YamlStore::apply(
    const QByteArray& text, const QString& name, const Edits& edits) const
{
    auto before = wholePipeline(text);
    if (!before)
        return tl::unexpected(before.error());
    if (before->name != name)
        return fail(Error::Kind::NotFound, name);
    Document document{std::move(*before), {}};
    for (const Edit& edit : edits) {
        if (isLayoutOnly(edit))
            continue;
        if (const auto why = refuses(document.pipeline, edit))
            return fail(Error::Kind::Unsupported, {}, {}, *why);
        if (const auto done = applyTo(document, edit); !done)
            return tl::unexpected(done.error());
    }
    document.pipeline = inDocument(std::move(document.pipeline));
    auto after = yamlText(treeOf(document.pipeline), text);
    // Forms of YAML that cannot be written into are written anew.
    const auto again = after ? wholePipeline(*after) : Result<Pipeline>();
    if (!again || !(*again == document.pipeline))
        return written(document.pipeline);
    return after;
}

Result<QByteArray> YamlStore::written(const Pipeline& given) const
{
    const Pipeline pipeline = inDocument(given);
    const QByteArray text = yamlText(treeOf(pipeline));
    const auto again = wholePipeline(text);
    if (!again)
        return tl::unexpected(again.error());
    if (!(*again == pipeline))
        return fail(Error::Kind::Internal, u"the written pipeline reads back differently"_s);
    return text;
}

} // namespace pilothouse::pipelines
