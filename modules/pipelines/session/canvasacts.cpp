// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/canvasacts.h"

#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// As the canvas draws an open group: room above and around its members.
constexpr QPointF kInset(14, 42);

QString parentOf(const Pipeline& pipeline, const QString& id)
{
    if (const Node* node = pipeline.node(id))
        return node->group;
    if (const Group* group = pipeline.group(id))
        return group->parent;
    return {};
}

} // namespace

Edits removal(const Pipeline& pipeline, const QStringList& ids)
{
    QSet<QString> gone(ids.begin(), ids.end());
    for (bool more = true; more;) {
        more = false;
        for (const Group& group : pipeline.groups)
            if (gone.contains(group.parent) && !gone.contains(group.id)) {
                gone.insert(group.id);
                more = true;
            }
    }
    Edits edits;
    for (const Node& node : pipeline.nodes)
        if (gone.contains(node.id) || gone.contains(node.group))
            edits.push_back(RemoveNode{node.id});
    for (const Group& group : pipeline.groups)
        if (gone.contains(group.id))
            edits.push_back(RemoveGroup{group.id});
    for (const Note& note : pipeline.notes)
        if (gone.contains(note.id))
            edits.push_back(RemoveNote{note.id});
    return edits;
}

Edits addition(const Document& document, const NodeKind& kind, const QString& group,
    std::optional<QPointF> place)
{
    Node node;
    node.kind = kind.id;
    node.id = freeId(document.pipeline, kind.id.section(u'.', -1));
    node.group = group;
    Edits edits{AddNode{node, -1}};
    if (place)
        edits.push_back(Move{{{node.id, place}}});
    return edits;
}

Edits grouping(
    const Document& document, const QStringList& ids, const QString& id, const Rects& rects)
{
    if (ids.isEmpty())
        return {};
    const Pipeline& pipeline = document.pipeline;
    QString parent = parentOf(pipeline, ids.front());
    for (const QString& one : ids)
        if (parentOf(pipeline, one) != parent)
            parent.clear();
    Edits edits{AddGroup{{id, {}, parent, {}}, -1}};
    QRectF bounds;
    for (const QString& one : ids) {
        if (pipeline.comment(one))
            continue; // notes stand for themselves
        edits.push_back(PutInto{one, id});
        if (const auto rect = rects.find(one); rect != rects.end())
            bounds = bounds.united(rect->second);
    }
    const QPointF corner = bounds.topLeft() - kInset;
    QPointF outer;
    if (const auto rect = rects.find(parent); rect != rects.end())
        outer = rect->second.topLeft();
    Move move;
    bool placed = false;
    for (const QString& one : ids) {
        const auto rect = rects.find(one);
        if (rect == rects.end() || pipeline.comment(one))
            continue;
        move.places[one] = rect->second.topLeft() - corner;
        placed = placed || document.layout.places.contains(one);
    }
    if (placed) { // else all of it is laid out anyway
        move.places[id] = corner - outer;
        edits.push_back(std::move(move));
    }
    return edits;
}

Edits ungrouping(const Document& document, const QString& group, const Rects& rects)
{
    const Pipeline& pipeline = document.pipeline;
    const Group* gone = pipeline.group(group);
    if (!gone)
        return {};
    QPointF outer;
    if (const auto rect = rects.find(gone->parent); rect != rects.end())
        outer = rect->second.topLeft();
    Move move;
    const auto keep = [&](const QString& id) {
        const auto rect = rects.find(id);
        if (document.layout.places.contains(id) && rect != rects.end())
            move.places[id] = rect->second.topLeft() - outer;
    };
    for (const Node& node : pipeline.nodes)
        if (node.group == group)
            keep(node.id);
    for (const Group& inner : pipeline.groups)
        if (inner.parent == group)
            keep(inner.id);
    Edits edits{RemoveGroup{group}};
    if (!move.places.empty())
        edits.push_back(std::move(move));
    return edits;
}

Places aligned(const Rects& rects, Align how)
{
    QRectF all;
    for (const auto& [id, rect] : rects)
        all = all.united(rect);
    Places by;
    for (const auto& [id, rect] : rects) {
        QPointF step;
        switch (how) {
        case Align::Left:
            step.rx() = all.left() - rect.left();
            break;
        case Align::Centre:
            step.rx() = all.center().x() - rect.center().x();
            break;
        case Align::Right:
            step.rx() = all.right() - rect.right();
            break;
        case Align::Top:
            step.ry() = all.top() - rect.top();
            break;
        case Align::Middle:
            step.ry() = all.center().y() - rect.center().y();
            break;
        case Align::Bottom:
            step.ry() = all.bottom() - rect.bottom();
            break;
        }
        by[id] = step;
    }
    return by;
}

Places distributed(const Rects& rects, bool down)
{
    std::vector<std::pair<QString, QRectF>> row(rects.begin(), rects.end());
    Places by;
    if (row.size() < 3)
        return by;
    const auto begin = [down](const QRectF& rect) {
        return down ? rect.top() : rect.left();
    };
    const auto size = [down](const QRectF& rect) {
        return down ? rect.height() : rect.width();
    };
    std::ranges::stable_sort(row, {}, [&](const auto& entry) { return begin(entry.second); });
    double used = 0;
    for (const auto& [id, rect] : row)
        used += size(rect);
    const double whole
        = begin(row.back().second) + size(row.back().second) - begin(row.front().second);
    const double gap = (whole - used) / double(row.size() - 1);
    double at = begin(row.front().second);
    for (const auto& [id, rect] : row) {
        const double step = at - begin(rect);
        by[id] = down ? QPointF(0, step) : QPointF(step, 0);
        at += size(rect) + gap;
    }
    return by;
}

Edits moves(const Places& places)
{
    Move move;
    for (const auto& [id, place] : places)
        move.places[id] = place;
    return move.places.empty() ? Edits{} : Edits{std::move(move)};
}

Edits unplaced(const Document& document, const QStringList& ids)
{
    Move move;
    for (const QString& id : ids)
        if (document.layout.places.contains(id))
            move.places[id] = std::nullopt;
    return move.places.empty() ? Edits{} : Edits{std::move(move)};
}

} // namespace pilothouse::pipelines
