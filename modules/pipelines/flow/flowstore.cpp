// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/flow/flowstore.h"

#include "pipelines/flow/flowreader.h"

#include <QHash>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// A flow knows edges by the task that waits.
void sortEdges(Pipeline& pipeline)
{
    QHash<QString, int> places;
    for (const Node& node : pipeline.nodes)
        places.insert(node.id, int(places.size()));
    std::stable_sort(pipeline.edges.begin(), pipeline.edges.end(),
        [&](const Edge& a, const Edge& b) { return places.value(a.to) < places.value(b.to); });
}

void set(Value& map, const QString& key, Value value, bool keepsEmpty)
{
    const auto at = std::find_if(map.entries.begin(), map.entries.end(),
        [&](const auto& entry) { return entry.first == key; });
    const bool empty = value.kind == Value::Kind::List ? value.items.empty()
        : value.kind == Value::Kind::Map               ? value.entries.empty()
                                                       : value.text.isEmpty();
    if (at != map.entries.end()) {
        if (empty && !keepsEmpty)
            map.entries.erase(at);
        else
            at->second = std::move(value);
    } else if (!empty) {
        map.entries.emplace_back(key, std::move(value));
    }
}

// The members of `map` that are settings become these; those named in `own` stay.
void setSettings(Value& map, const Settings& settings, const QStringList& own)
{
    std::erase_if(map.entries, [&](const auto& entry) {
        return !own.contains(entry.first) && !find(settings, entry.first);
    });
    for (const Setting& setting : settings) {
        const auto at = std::find_if(map.entries.begin(), map.entries.end(),
            [&](const auto& entry) { return entry.first == setting.name; });
        if (at != map.entries.end())
            at->second = setting.value;
        else
            map.entries.emplace_back(setting.name, setting.value);
    }
    // In the order of the settings, each where some setting stood.
    size_t next = 0;
    for (auto& entry : map.entries) {
        if (own.contains(entry.first))
            continue;
        entry = {settings[next].name, settings[next].value};
        ++next;
    }
}

Value taskTree(const Value& was, const Node& node, const std::vector<QString>& upstream)
{
    Value task = was;
    task.kind = Value::Kind::Map;
    const QString id = FlowWords::in(was, FlowWords::ids());
    const QString kind = FlowWords::in(was, FlowWords::operators());
    const QString depends = FlowWords::in(was, FlowWords::dependencies());
    set(task, id, Value::ofText(node.id), true);
    set(task, kind, Value::ofText(node.kind), true);
    Value list{Value::Kind::List, {}, {}, {}};
    for (const QString& one : upstream)
        list.items.push_back(Value::ofText(one));
    const Value* before = was.find(depends);
    const bool single = before && before->kind == Value::Kind::Text && list.items.size() == 1;
    set(task, depends, single ? list.items.front() : list, true);
    setSettings(task, node.params, {id, kind, depends});
    return task;
}

Value dagTree(const Value& was, const Pipeline& pipeline, Value tasks)
{
    Value dag = was;
    dag.kind = Value::Kind::Map;
    const QString name = FlowWords::in(was, FlowWords::dagIds());
    set(dag, name, Value::ofText(pipeline.name), true);
    set(dag, u"owner"_s, Value::ofText(pipeline.owner), false);
    set(dag, u"description"_s, Value::ofText(pipeline.note), false);
    Value tags{Value::Kind::List, {}, {}, {}};
    for (const QString& tag : pipeline.tags)
        tags.items.push_back(Value::ofText(tag));
    set(dag, u"tags"_s, std::move(tags), false);
    Value defaults{Value::Kind::Map, {}, {}, {}};
    for (const Setting& setting : pipeline.task)
        defaults.entries.emplace_back(setting.name, setting.value);
    set(dag, u"default_args"_s, std::move(defaults), false);
    setSettings(dag, pipeline.schedule,
        {name, u"owner"_s, u"description"_s, u"tags"_s, u"default_args"_s, u"tasks"_s});
    set(dag, u"tasks"_s, std::move(tasks), true);
    if (!dag.find(u"tasks"))
        dag.entries.emplace_back(u"tasks"_s, Value{Value::Kind::List, {}, {}, {}});
    return dag;
}

// `old` has the task each node was before the edits.
Value tasksTree(const Pipeline& pipeline, const QHash<QString, const Value*>& old)
{
    QHash<QString, std::vector<QString>> upstream;
    for (const Edge& edge : pipeline.edges)
        upstream[edge.to].push_back(edge.from);
    Value tasks{Value::Kind::List, {}, {}, {}};
    for (const Node& node : pipeline.nodes) {
        const Value* was = old.value(node.id);
        tasks.items.push_back(taskTree(was ? *was : Value(), node, upstream.value(node.id)));
    }
    return tasks;
}

QString identityOf(const Value& value)
{
    const Value* id = value.find(FlowWords::in(value, FlowWords::ids()));
    return id ? id->text : QString();
}

Result<Pipeline> soundPipeline(const QByteArray& text, const QString& name)
{
    StoredFile file = readFlow(text);
    for (StoredPipeline& stored : file.pipelines) {
        if (stored.pipeline.name == name && stored.problems.empty())
            return std::move(stored.pipeline);
        if (stored.pipeline.name == name)
            file.problems = stored.problems;
    }
    if (file.problems.empty())
        return fail(Error::Kind::NotFound, name);
    const Problem& first = file.problems.front();
    return fail(Error::Kind::Protocol, u"%1:%2"_s.arg(first.place.line).arg(first.place.column), {},
        first.message);
}

Result<QByteArray> proven(QByteArray text, Pipeline wanted)
{
    sortEdges(wanted);
    const auto again = soundPipeline(text, wanted.name);
    if (!again || !(*again == wanted))
        return fail(Error::Kind::Unsupported, {}, {},
            PH_TEXT("pipelines", "A JSON flow would read this differently. Nothing is changed."));
    return text;
}

int indentOf(const QByteArray& text)
{
    const qsizetype line = text.indexOf('\n') + 1;
    qsizetype spaces = 0;
    while (line + spaces < text.size() && text[line + spaces] == ' ')
        ++spaces;
    return line > 0 && spaces > 0 && spaces <= 8 ? int(spaces) : 2;
}

bool hasOnlyPlain(const Settings& settings)
{
    return std::none_of(settings.begin(), settings.end(),
        [](const Setting& setting) { return setting.source.has_value(); });
}

} // namespace

StoredFile FlowStore::read(const QByteArray& text) const
{
    return readFlow(text);
}

std::optional<Text> FlowStore::refuses(const Pipeline& pipeline, const Edit& edit) const
{
    const Text beyond = PH_TEXT("pipelines",
        "A JSON flow holds ids, operators, dependencies and parameters. Save it as a pipeline "
        "document for more.");
    const bool bare = pipeline.name == kBareFlow;
    if (const auto* add = std::get_if<AddNode>(&edit)) {
        const Node& node = add->node;
        const bool plain = node.title.isEmpty() && node.group.isEmpty() && node.layer.isEmpty()
            && node.note.isEmpty() && node.task.empty() && hasOnlyPlain(node.params);
        return plain ? std::nullopt : std::optional(beyond);
    }
    if (const auto* add = std::get_if<AddEdge>(&edit)) {
        const Edge& edge = add->edge;
        const bool plain
            = edge.fromPort.isEmpty() && edge.toPort.isEmpty() && edge.trigger.isEmpty();
        return plain ? std::nullopt : std::optional(beyond);
    }
    if (const auto* set = std::get_if<SetSetting>(&edit)) {
        const bool ofNode = set->section == Section::Params;
        const bool ofDag = !bare && set->id.isEmpty()
            && (set->section == Section::Schedule || set->section == Section::Task);
        const bool plain = !set->setting || !set->setting->source;
        return plain && (ofNode || ofDag) ? std::nullopt : std::optional(beyond);
    }
    if (const auto* field = std::get_if<SetField>(&edit)) {
        if (!field->id.isEmpty())
            return field->field == Field::Kind ? std::nullopt : std::optional(beyond);
        const bool held = field->field == Field::Name || field->field == Field::Owner
            || field->field == Field::Comment || field->field == Field::Tags;
        return held && !bare ? std::nullopt : std::optional(beyond);
    }
    const bool held = std::holds_alternative<RemoveNode>(edit)
        || std::holds_alternative<RemoveEdge>(edit) || std::holds_alternative<Rename>(edit)
        || isLayoutOnly(edit);
    return held ? std::nullopt : std::optional(beyond);
}

Result<QByteArray> FlowStore::apply(
    const QByteArray& text, const QString& name, const Edits& edits) const
{
    auto before = soundPipeline(text, name);
    if (!before)
        return tl::unexpected(before.error());
    const auto root = parseJson(text);
    const std::vector<FlowDag> dags = dagsIn(*root);
    const auto dag = std::find_if(
        dags.begin(), dags.end(), [&](const FlowDag& one) { return one.name == name; });
    QHash<QString, const Value*> old;
    for (const Value& task : dag->tasks->value.items)
        old.insert(identityOf(task), &task);
    Document document{std::move(*before), {}};
    for (const Edit& edit : edits) {
        if (isLayoutOnly(edit))
            continue;
        if (const auto why = refuses(document.pipeline, edit))
            return fail(Error::Kind::Unsupported, {}, {}, *why);
        if (const auto done = applyTo(document, edit); !done)
            return tl::unexpected(done.error());
        if (const auto* rename = std::get_if<Rename>(&edit))
            old.insert(rename->to, old.take(rename->from));
        else if (const auto* gone = std::get_if<RemoveNode>(&edit))
            old.remove(gone->id);
    }
    // A task with a new name is known by the one it had.
    QHash<QString, QString> wasCalled;
    for (auto at = old.cbegin(); at != old.cend(); ++at) {
        if (at.value())
            wasCalled.insert(at.key(), identityOf(*at.value()));
    }
    const Identity identity = [&](const Value& value) -> QString {
        const QString id = identityOf(value);
        return wasCalled.value(id, id);
    };
    sortEdges(document.pipeline);
    const Value tasks = tasksTree(document.pipeline, old);
    const JsonNode& place = dag->dag ? *dag->dag : *dag->tasks;
    const Value now = dag->dag ? dagTree(dag->dag->value, document.pipeline, tasks) : tasks;
    return proven(text.first(place.begin) + patched(text, place, now, identity, indentOf(text))
            + text.sliced(place.end),
        document.pipeline);
}

Result<QByteArray> FlowStore::written(const Pipeline& pipeline) const
{
    return proven(jsonText(dagTree({}, pipeline, tasksTree(pipeline, {}))) + '\n', pipeline);
}

} // namespace pilothouse::pipelines
