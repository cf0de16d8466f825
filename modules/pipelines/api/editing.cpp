// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes, edges, groups, notes: what is there and what belongs to what.
#include "pipelines/api/editing.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

template <class T>
qsizetype placeOf(const std::vector<T>& list, const QString& id)
{
    const auto at
        = std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.id == id; });
    return at == list.end() ? -1 : at - list.begin();
}

qsizetype placeOf(const std::vector<Edge>& edges, const Edge& edge)
{
    const auto at = std::find_if(
        edges.begin(), edges.end(), [&](const Edge& other) { return other.sameEnds(edge); });
    return at == edges.end() ? -1 : at - edges.begin();
}

template <class T>
void insertAt(std::vector<T>& list, const T& entry, int at)
{
    const bool inside = at >= 0 && size_t(at) < list.size();
    list.insert(inside ? list.begin() + at : list.end(), entry);
}

} // namespace

tl::unexpected<Error> Editing::refused(const Text& why)
{
    return fail(Error::Kind::Refused, {}, {}, why);
}

tl::unexpected<Error> Editing::missing(const QString& what)
{
    return fail(
        Error::Kind::NotFound, what, {}, PH_TEXT("pipelines", "%1 is not there.").arg(what));
}

// The edits that put back where `id` stood; forgets it.
void Editing::forgetPlace(const QString& id, Edits& undo)
{
    if (const auto at = m_layout.places.find(id); at != m_layout.places.end()) {
        undo.push_back(Move{{{id, at->second}}});
        m_layout.places.erase(at);
    }
    if (m_layout.closed.erase(id) > 0)
        undo.push_back(Collapse{id, true});
}

Result<Edits> Editing::operator()(const AddNode& edit)
{
    if (const auto free = freeForNew(edit.node.id); !free)
        return tl::unexpected(free.error());
    if (!edit.node.group.isEmpty() && !m_pipeline.group(edit.node.group))
        return missing(edit.node.group);
    insertAt(m_pipeline.nodes, edit.node, edit.at);
    return Edits{RemoveNode{edit.node.id}};
}

Result<Edits> Editing::operator()(const RemoveNode& edit)
{
    const qsizetype at = placeOf(m_pipeline.nodes, edit.id);
    if (at < 0)
        return missing(edit.id);
    if (m_pipeline.nodes[size_t(at)].locked)
        return refused(m_pipeline.nodes[size_t(at)].lockReason);
    for (const Edge& edge : m_pipeline.edges) {
        if (edge.locked && (edge.from == edit.id || edge.to == edit.id))
            return refused(edge.lockReason);
    }
    Edits undo{AddNode{m_pipeline.nodes[size_t(at)], int(at)}};
    m_pipeline.nodes.erase(m_pipeline.nodes.begin() + at);
    // Put back from the first on, each to the place it had.
    for (size_t i = 0, was = 0; i < m_pipeline.edges.size(); ++was) {
        const Edge& edge = m_pipeline.edges[i];
        if (edge.from == edit.id || edge.to == edit.id) {
            undo.push_back(AddEdge{edge, int(was)});
            m_pipeline.edges.erase(m_pipeline.edges.begin() + qsizetype(i));
        } else {
            ++i;
        }
    }
    forgetPlace(edit.id, undo);
    return undo;
}

Result<Edits> Editing::operator()(const Rename& edit)
{
    if (edit.from == edit.to)
        return Edits{};
    if (const Node* node = m_pipeline.node(edit.from); node && node->locked)
        return refused(node->lockReason);
    if (const Group* group = m_pipeline.group(edit.from); group && group->locked)
        return refused(group->lockReason);
    if (const auto free = freeForNew(edit.to); !free)
        return tl::unexpected(free.error());
    bool found = false;
    const auto follow = [&](QString& id) {
        if (id == edit.from)
            id = edit.to;
    };
    const auto own = [&](auto& list) {
        for (auto& entry : list) {
            found = found || entry.id == edit.from;
            follow(entry.id);
        }
    };
    own(m_pipeline.nodes);
    own(m_pipeline.groups);
    own(m_pipeline.notes);
    if (!found)
        return missing(edit.from);
    for (Node& node : m_pipeline.nodes)
        follow(node.group);
    for (Group& group : m_pipeline.groups)
        follow(group.parent);
    for (Edge& edge : m_pipeline.edges) {
        follow(edge.from);
        follow(edge.to);
    }
    if (auto place = m_layout.places.extract(edit.from)) {
        place.key() = edit.to;
        m_layout.places.insert(std::move(place));
    }
    if (m_layout.closed.erase(edit.from) > 0)
        m_layout.closed.insert(edit.to);
    return Edits{Rename{edit.to, edit.from}};
}

Result<Edits> Editing::operator()(const AddEdge& edit)
{
    for (const QString& end : {edit.edge.from, edit.edge.to}) {
        if (!m_pipeline.node(end))
            return missing(end);
    }
    if (edit.edge.from == edit.edge.to)
        return refused(PH_TEXT("pipelines", "A node cannot follow itself."));
    if (placeOf(m_pipeline.edges, edit.edge) >= 0)
        return refused(PH_TEXT("pipelines", "These are connected already."));
    insertAt(m_pipeline.edges, edit.edge, edit.at);
    return Edits{RemoveEdge{edit.edge}};
}

Result<Edits> Editing::operator()(const RemoveEdge& edit)
{
    const qsizetype at = placeOf(m_pipeline.edges, edit.edge);
    if (at < 0)
        return missing(edit.edge.from + u" → "_s + edit.edge.to);
    const Edge edge = m_pipeline.edges[size_t(at)];
    if (edge.locked)
        return refused(edge.lockReason);
    m_pipeline.edges.erase(m_pipeline.edges.begin() + at);
    return Edits{AddEdge{edge, int(at)}};
}

Result<Edits> Editing::operator()(const SetTrigger& edit)
{
    const qsizetype at = placeOf(m_pipeline.edges, edit.edge);
    if (at < 0)
        return missing(edit.edge.from + u" → "_s + edit.edge.to);
    Edge& edge = m_pipeline.edges[size_t(at)];
    if (edge.locked)
        return refused(edge.lockReason);
    return Edits{SetTrigger{edit.edge, std::exchange(edge.trigger, edit.trigger)}};
}

Result<Edits> Editing::operator()(const AddGroup& edit)
{
    if (const auto free = freeForNew(edit.group.id); !free)
        return tl::unexpected(free.error());
    if (!edit.group.parent.isEmpty() && !m_pipeline.group(edit.group.parent))
        return missing(edit.group.parent);
    insertAt(m_pipeline.groups, edit.group, edit.at);
    return Edits{RemoveGroup{edit.group.id}};
}

Result<Edits> Editing::operator()(const RemoveGroup& edit)
{
    const qsizetype at = placeOf(m_pipeline.groups, edit.id);
    if (at < 0)
        return missing(edit.id);
    const Group gone = m_pipeline.groups[size_t(at)];
    if (gone.locked)
        return refused(gone.lockReason);
    Edits undo{AddGroup{gone, int(at)}};
    m_pipeline.groups.erase(m_pipeline.groups.begin() + at);
    for (Group& group : m_pipeline.groups) {
        if (group.parent == edit.id) {
            group.parent = gone.parent;
            undo.push_back(PutInto{group.id, gone.id});
        }
    }
    for (Node& node : m_pipeline.nodes) {
        if (node.group == edit.id) {
            node.group = gone.parent;
            undo.push_back(PutInto{node.id, gone.id});
        }
    }
    forgetPlace(edit.id, undo);
    return undo;
}

// No group stands in itself, however many lie between.
VoidResult Editing::mayHold(const QString& group, const QString& member) const
{
    QString above = group;
    for (size_t steps = 0; !above.isEmpty() && steps <= m_pipeline.groups.size(); ++steps) {
        if (above == member)
            return refused(PH_TEXT("pipelines", "A group cannot stand in itself."));
        const Group* next = m_pipeline.group(above);
        if (!next)
            return missing(above);
        above = next->parent;
    }
    return {};
}

Result<Edits> Editing::operator()(const PutInto& edit)
{
    if (const auto may = mayHold(edit.group, edit.id); !may)
        return tl::unexpected(may.error());
    if (const qsizetype at = placeOf(m_pipeline.nodes, edit.id); at >= 0) {
        Node& node = m_pipeline.nodes[size_t(at)];
        if (node.locked)
            return refused(node.lockReason);
        return Edits{PutInto{edit.id, std::exchange(node.group, edit.group)}};
    }
    if (const qsizetype at = placeOf(m_pipeline.groups, edit.id); at >= 0) {
        Group& group = m_pipeline.groups[size_t(at)];
        if (group.locked)
            return refused(group.lockReason);
        return Edits{PutInto{edit.id, std::exchange(group.parent, edit.group)}};
    }
    return missing(edit.id);
}

Result<Edits> Editing::operator()(const AddNote& edit)
{
    if (const auto free = freeForNew(edit.note.id); !free)
        return tl::unexpected(free.error());
    insertAt(m_pipeline.notes, edit.note, edit.at);
    return Edits{RemoveNote{edit.note.id}};
}

Result<Edits> Editing::operator()(const RemoveNote& edit)
{
    const qsizetype at = placeOf(m_pipeline.notes, edit.id);
    if (at < 0)
        return missing(edit.id);
    Edits undo{AddNote{m_pipeline.notes[size_t(at)], int(at)}};
    m_pipeline.notes.erase(m_pipeline.notes.begin() + at);
    forgetPlace(edit.id, undo);
    return undo;
}

} // namespace pilothouse::pipelines
