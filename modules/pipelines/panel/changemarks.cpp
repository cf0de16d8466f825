// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/changemarks.h"

#include <QSet>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

ui::Glyph glyphOf(Change::How how)
{
    return how == Change::How::Added  ? ui::Glyph::Created
        : how == Change::How::Removed ? ui::Glyph::Removed
                                      : ui::Glyph::Changed;
}

} // namespace

void putChanges(ui::GraphScene& scene, const Changes& changes)
{
    QHash<QString, Change::How> nodes;
    QSet<QString> edges;
    for (const Change& change : changes) {
        if (change.what == Change::What::Edge) {
            if (change.how != Change::How::Changed)
                edges.insert(edgeWords(change.edge));
        } else if (change.what == Change::What::Node || change.what == Change::What::Group
            || change.what == Change::What::Note) {
            nodes.insert(change.id, change.how); // a changed one stands there several times
        }
    }
    for (ui::GraphNode& node : scene.nodes) {
        const auto how = nodes.constFind(node.id);
        if (how == nodes.constEnd())
            continue;
        node.change = glyphOf(*how);
        if (*how == Change::How::Removed) {
            node.glyph = ui::Glyph::None; // what is not deployed any more has no state
            node.word.clear();
        }
    }
    for (ui::GraphEdge& edge : scene.edges) {
        // The scene's id of an edge is made of the same four names.
        const QString from = edge.id.section(u'>', 0, 0);
        const QString to = edge.id.section(u'>', 1);
        const Edge ends{from.section(u':', 0, 0), from.section(u':', 1), to.section(u':', 0, 0),
            to.section(u':', 1), {}};
        if (!edges.contains(edgeWords(ends)))
            continue;
        edge.tone = ui::Token::Accent;
        edge.dash = {4, 4};
        edge.moving = false;
    }
}

} // namespace pilothouse::pipelines
