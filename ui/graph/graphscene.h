// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a GraphView shows: plain values with ids. It knows no module; states come as a word, a glyph
// and a colour role.

#include "ui/theme/glyphs.h"
#include "ui/theme/tokens.h"

#include <QtCore/QHash>
#include <QtCore/QPointF>
#include <QtCore/QSizeF>
#include <QtCore/QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace pilothouse::ui
{

// The shape tells the type of what flows: stream, table, file, model, check.
enum class PortShape { Circle, Square, Diamond, Hexagon, Triangle };

struct GraphPort {
    QString name;
    PortShape shape = PortShape::Square;
    Token tone = Token::Series1;
    bool output = false; // on the side edges leave from
    bool operator==(const GraphPort&) const = default;
};

struct GraphNode {
    QString id;
    QString title;
    QString subtitle; // second line of a small card
    // Label and value; with any the node is a card with a header (176 x 72), else it is 40 high and
    // 136 to 320 wide, as its title needs.
    std::vector<std::pair<QString, QString>> rows;
    QString icon; // in the header of a card
    Token iconTone = Token::Text3;

    enum class Border { Plain, Toned, Dashed };
    QString word; // the state, in the words of the tool
    Glyph glyph = Glyph::None;
    Token tone = Token::StatusIdle;
    Border border = Border::Plain;
    bool soft = false; // filled with the soft fill of `tone`: degraded and failing
    bool faint = false; // waits, not reached
    Glyph change = Glyph::None; // left of the state: created, changed, removed
    double progress = -1; // 0 to 1: a strip at the bottom
    QString badge; // a few letters: count of mapped tasks, tries
    Token badgeTone = Token::Text2;

    QString note; // a comment: all there is on it, as plain text

    QString group; // id of the enclosing group
    bool isGroup = false;
    bool open = false;
    std::vector<GraphPort> ports;
    QSizeF size; // null: as the card needs it
    std::optional<QPointF> pinned; // in a group: from the group's corner
    bool operator==(const GraphNode&) const = default;
};

struct GraphEdge {
    QString id; // may be empty
    QString from;
    QString to;
    int fromPort = -1; // place in GraphNode::ports
    int toPort = -1;
    QString kind; // for whoever asks; not shown
    QString label; // on a plate in the background colour
    bool button = false; // the plate is one: see GraphView::plateClicked()
    Token tone = Token::StatusIdle;
    QList<qreal> dash; // empty: solid; glyphEdgeDash() has those of the states
    bool moving = false; // live: the dashes travel
    bool faint = false;
    double width = 1.8;
    bool operator==(const GraphEdge&) const = default;
};

struct GraphScene {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    bool operator==(const GraphScene&) const = default;
};

// Positions by id, and who is next to whom. Edges with an unknown end are not there.
class GraphLookup
{
public:
    GraphLookup() = default;
    explicit GraphLookup(const GraphScene& scene);

    struct Step {
        int node;
        int edge;
    };

    [[nodiscard]] int node(const QString& id) const { return m_places.value(id, -1); }
    [[nodiscard]] int parent(int node) const { return m_parent[node]; }
    [[nodiscard]] int from(int edge) const { return m_ends[edge].first; }
    [[nodiscard]] int to(int edge) const { return m_ends[edge].second; }
    [[nodiscard]] const std::vector<Step>& next(int node) const { return m_next[node]; }
    [[nodiscard]] const std::vector<Step>& previous(int node) const { return m_previous[node]; }
    [[nodiscard]] int members(int group) const { return m_members[group]; } // direct ones

    // 1 for every node within `hops` edges of `start` in either direction, and the groups around.
    [[nodiscard]] std::vector<char> within(int start, int hops) const;

private:
    QHash<QString, int> m_places;
    std::vector<int> m_parent;
    std::vector<int> m_members;
    std::vector<std::pair<int, int>> m_ends;
    std::vector<std::vector<Step>> m_next;
    std::vector<std::vector<Step>> m_previous;
};

[[nodiscard]] QSizeF graphNodeSize(const GraphNode& node);
// Where a port stands, from the node's corner.
[[nodiscard]] QPointF graphPortPlace(
    const GraphNode& node, QSizeF size, int port, bool topDown = false);

} // namespace pilothouse::ui
