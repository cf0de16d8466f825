// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/catalogue/kindreader.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

const Names<PortType>& portTypes()
{
    static const Names<PortType> names{{u"stream"_s, PortType::Stream},
        {u"table"_s, PortType::Table}, {u"file"_s, PortType::File}, {u"model"_s, PortType::Model},
        {u"check"_s, PortType::Check}};
    return names;
}

const Names<Runs>& waysToRun()
{
    static const Names<Runs> names{
        {u"task"_s, Runs::Task}, {u"stream"_s, Runs::Stream}, {u"thing"_s, Runs::Thing}};
    return names;
}

std::vector<PortSpec> readPorts(MapReader& from, QStringView key)
{
    std::vector<PortSpec> ports;
    from.each(key, [&](const YamlNode& node) {
        PortSpec port;
        MapReader keys(from.problems(), node);
        for (const QStringView needed : {u"name", u"type", u"title"})
            keys.isRequired(needed);
        keys.text(u"name", port.name);
        keys.choice(u"type", port.type, portTypes());
        keys.words(u"title", port.title);
        keys.flag(u"required", port.required);
        keys.flag(u"many", port.many);
        if (std::ranges::any_of(ports, [&](const PortSpec& one) { return one.name == port.name; }))
            keys.problem(node, PH_TEXT("pipelines", "%1 is there already.").arg(port.name));
        ports.push_back(std::move(port));
    });
    return ports;
}

TemplateSpec readTemplate(ProblemList& problems, const YamlNode& node)
{
    TemplateSpec made;
    MapReader keys(problems, node);
    for (const QStringView needed : {u"unit", u"file"})
        keys.isRequired(needed);
    made.needs = readNeeds(keys);
    keys.text(u"file", made.file);
    keys.text(u"unit", made.unit);
    keys.texts(u"imports", made.imports);
    keys.texts(u"parts", made.parts);
    // A file beside the others, nowhere else.
    if (made.file.contains(u'/') || made.file.startsWith(u'.'))
        keys.problem(node, PH_TEXT("pipelines", "%1 is no name of a file.").arg(made.file));
    return made;
}

} // namespace

NodeKind readKind(
    ProblemList& problems, const YamlNode& root, const QString& id, const FieldReader& fields)
{
    NodeKind kind;
    MapReader keys(problems, root);
    for (const QStringView needed : {u"kind", u"category", u"icon", u"title", u"summary", u"runs"})
        keys.isRequired(needed);
    keys.text(u"kind", kind.id);
    if (!kind.id.isEmpty() && kind.id != id)
        keys.problem(*root.find(u"kind")->value,
            PH_TEXT("pipelines", "The file of %1 is named %2.")
                .arg(kind.id)
                .arg(kind.id + u".yaml"));
    keys.text(u"category", kind.category);
    keys.text(u"icon", kind.icon);
    keys.words(u"title", kind.title);
    keys.words(u"summary", kind.summary);
    keys.texts(u"words", kind.words);
    keys.choice(u"runs", kind.runs, waysToRun());
    keys.texts(u"services", kind.services);
    keys.flag(u"tried", kind.tried);
    kind.inputs = readPorts(keys, u"inputs");
    kind.outputs = readPorts(keys, u"outputs");
    kind.fields = fields.read(keys);
    keys.each(u"templates",
        [&](const YamlNode& node) { kind.templates.push_back(readTemplate(problems, node)); });
    return kind;
}

} // namespace pilothouse::pipelines
