// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/clipboard.h"

#include "pipelines/session/editjson.h"
#include "pipelines/session/sessionopening.h"
#include "pipelines/yaml/yamlstore.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kMostBytes = 4 << 20;
constexpr size_t kMostParts = 20'000;

// A pipeline of these parts alone.
Result<Document> built(const Edits& parts)
{
    Document document;
    document.pipeline.name = u"parts"_s;
    for (const Edit& part : parts)
        if (const auto done = applyTo(document, part); !done)
            return tl::unexpected(done.error());
    return document;
}

tl::unexpected<Error> refused(const Text& why, const QString& detail = {})
{
    return fail(Error::Kind::Refused, detail, {}, why, u"clipboard"_s);
}

Text noPipeline()
{
    return PH_TEXT("pipelines", "What is on the clipboard is no part of a pipeline.");
}

bool isPart(const Edit& edit)
{
    return std::holds_alternative<AddNode>(edit) || std::holds_alternative<AddEdge>(edit)
        || std::holds_alternative<AddGroup>(edit) || std::holds_alternative<AddNote>(edit)
        || std::holds_alternative<Move>(edit);
}

QSet<QString> withMembers(const Pipeline& pipeline, const QStringList& ids)
{
    QSet<QString> taken(ids.begin(), ids.end());
    for (bool more = true; more;) { // groups in groups
        more = false;
        for (const Group& group : pipeline.groups)
            if (taken.contains(group.parent) && !taken.contains(group.id)) {
                taken.insert(group.id);
                more = true;
            }
    }
    for (const Node& node : pipeline.nodes)
        if (taken.contains(node.group))
            taken.insert(node.id);
    return taken;
}

} // namespace

Edits copied(const Document& document, const QStringList& ids)
{
    const Pipeline& pipeline = document.pipeline;
    const QSet<QString> taken = withMembers(pipeline, ids);
    Edits parts;
    // Groups stand in the order in which they can be made: the outer one first.
    std::vector<Group> groups;
    for (const Group& group : pipeline.groups)
        if (taken.contains(group.id))
            groups.push_back(group);
    QSet<QString> made;
    while (!groups.empty()) {
        const auto at = std::ranges::find_if(groups, [&](const Group& group) {
            return made.contains(group.parent) || !taken.contains(group.parent);
        });
        if (at == groups.end())
            break; // a ring
        Group group = *at;
        if (!taken.contains(group.parent))
            group.parent.clear();
        made.insert(group.id);
        parts.push_back(AddGroup{group, -1});
        groups.erase(at);
    }
    for (Node node : pipeline.nodes) {
        if (!taken.contains(node.id))
            continue;
        if (!made.contains(node.group))
            node.group.clear();
        node.locked = false;
        node.lockReason = {};
        node.origin = {};
        parts.push_back(AddNode{node, -1});
    }
    for (const Edge& edge : pipeline.edges)
        if (taken.contains(edge.from) && taken.contains(edge.to))
            parts.push_back(AddEdge{edge, -1});
    for (const Note& note : pipeline.notes)
        if (taken.contains(note.id))
            parts.push_back(AddNote{note, -1});
    Move places;
    for (const auto& [id, place] : document.layout.places)
        if (taken.contains(id))
            places.places[id] = place;
    if (!places.places.empty())
        parts.push_back(places);
    return parts;
}

QByteArray clipBytes(const Edits& parts)
{
    return QJsonDocument(jsonOf(parts)).toJson(QJsonDocument::Compact);
}

QByteArray clipYaml(const Edits& parts)
{
    auto document = built(pasting(parts, {}, {}, true).edits);
    return document ? YamlStore().written(document->pipeline).value_or(QByteArray()) : QByteArray();
}

Result<Edits> partsFromBytes(const QByteArray& bytes)
{
    if (bytes.size() > kMostBytes)
        return refused(PH_TEXT("pipelines", "That is too much for the clipboard."));
    auto parts = editsOf(QJsonDocument::fromJson(bytes).array());
    if (!parts || parts->empty() || parts->size() > kMostParts
        || !std::ranges::all_of(*parts, isPart))
        return refused(noPipeline());
    if (const auto document = built(*parts); !document)
        return refused(noPipeline(), document.error().detail);
    return std::move(*parts);
}

Result<Edits> partsFromText(const QByteArray& text)
{
    if (text.size() > kMostBytes)
        return refused(PH_TEXT("pipelines", "That is too much for the clipboard."));
    auto read = wholePipeline(YamlStore(), text, {});
    if (!read)
        return tl::unexpected(Error{Error::Kind::Refused, {}, read.error().detail,
            read.error().hint.isEmpty() ? noPipeline() : read.error().hint, u"clipboard"_s});
    const Document document{std::move(read->pipeline), {}};
    QStringList ids;
    for (const Node& node : document.pipeline.nodes)
        ids.append(node.id);
    for (const Group& group : document.pipeline.groups)
        ids.append(group.id);
    for (const Note& note : document.pipeline.notes)
        ids.append(note.id);
    if (ids.isEmpty())
        return refused(PH_TEXT("pipelines", "The pipeline on the clipboard holds no nodes."));
    if (size_t(ids.size()) > kMostParts)
        return refused(PH_TEXT("pipelines", "That is too much for the clipboard."));
    return copied(document, ids);
}

Pasting pasting(const Edits& parts, const Document& into, QPointF by, bool plainOnly)
{
    Pasting result;
    QSet<QString> taken;
    for (const Node& node : into.pipeline.nodes)
        taken.insert(node.id);
    for (const Group& group : into.pipeline.groups)
        taken.insert(group.id);
    for (const Note& note : into.pipeline.notes)
        taken.insert(note.id);
    QHash<QString, QString> renamed;
    QSet<QString> inGroups;
    const auto fresh = [&](const QString& id) -> QString {
        QString free = id;
        for (int number = 2; taken.contains(free); ++number)
            free = id + u'_' + QString::number(number);
        taken.insert(free);
        renamed.insert(id, free);
        return free;
    };
    const auto plain = [&](Settings& settings) {
        for (Setting& setting : settings) {
            if (!setting.source || !plainOnly)
                continue;
            setting.value = Value::ofText(setting.source->text);
            setting.source.reset();
        }
    };
    for (const Edit& part : parts) {
        if (const auto* group = std::get_if<AddGroup>(&part)) {
            AddGroup add = *group;
            add.group.id = fresh(add.group.id);
            if (!add.group.parent.isEmpty())
                inGroups.insert(add.group.id);
            add.group.parent = renamed.value(add.group.parent);
            result.ids.append(add.group.id);
            result.edits.push_back(std::move(add));
        } else if (const auto* node = std::get_if<AddNode>(&part)) {
            AddNode add = *node;
            add.node.id = fresh(add.node.id);
            if (!add.node.group.isEmpty())
                inGroups.insert(add.node.id);
            add.node.group = renamed.value(add.node.group);
            plain(add.node.params);
            plain(add.node.task);
            result.ids.append(add.node.id);
            result.edits.push_back(std::move(add));
        } else if (const auto* note = std::get_if<AddNote>(&part)) {
            AddNote add = *note;
            add.note.id = fresh(add.note.id);
            result.ids.append(add.note.id);
            result.edits.push_back(std::move(add));
        } else if (const auto* edge = std::get_if<AddEdge>(&part)) {
            AddEdge add = *edge;
            add.edge.from = renamed.value(add.edge.from);
            add.edge.to = renamed.value(add.edge.to);
            result.edits.push_back(std::move(add));
        } else if (const auto* move = std::get_if<Move>(&part)) {
            Move places;
            for (const auto& [id, place] : move->places) {
                const QString name = renamed.value(id);
                if (place && !name.isEmpty())
                    places.places[name] = inGroups.contains(name) ? *place : *place + by;
            }
            if (!places.places.empty())
                result.edits.push_back(std::move(places));
        }
    }
    result.ids.removeIf([&](const QString& id) { return inGroups.contains(id); });
    return result;
}

} // namespace pilothouse::pipelines
