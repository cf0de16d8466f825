// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Groups as nested levels, solved from the inside out: a closed group is one item, an open one an
// item as large as its inside. An edge across borders is cut into one link for each level it
// passes.

#include "ui/graph/layoutlevel.h"

#include <unordered_map>

namespace pilothouse::ui::layered
{

struct Memory {
    Direction direction = Direction::LeftToRight;
    // By the id of the group; the whole graph is none. Closed groups keep theirs.
    std::unordered_map<qint64, std::shared_ptr<const LevelMemory>> levels;
    static constexpr qint64 kRoot = -1;
};

class Groups final
{
public:
    Groups(const Graph& graph, const Options& options, const Memory* before);

    void solveAll();

    [[nodiscard]] bool finished() const { return m_finished; }
    [[nodiscard]] std::shared_ptr<const Memory> memory() const { return m_memory; }
    [[nodiscard]] bool shown(int node) const { return m_shown[node] == node; }
    [[nodiscard]] Spot corner(int node) const { return m_corner[node]; }
    [[nodiscard]] Spot size(int node) const;
    [[nodiscard]] bool loops(int edge) const;
    // The points of an edge in order; true when it runs back.
    bool route(int edge, const std::function<void(Spot)>& point) const;

private:
    struct Pending { // a link's end at an open group: where its inside has the terminal
        int link;
        bool from;
        int level;
        int item;
    };
    struct Part {
        Level level;
        std::vector<int> nodes; // by item; -1 for a terminal
        std::vector<Pending> pending;
        std::unordered_map<qint64, int> terminals;
        LevelResult result;
        int group = -1;
        Spot origin;
    };
    struct Piece {
        int level;
        int link;
    };

    void findShown();
    void makeItems();
    void makeLinks();
    void cut(int edge, int from, int to);
    void attach(int link, Part& part, bool from, int item, int end, int port, int inside);
    int terminal(int level, int end, int port, Role role);
    void solve(int part);
    Spot inset() const; // from a group's corner to its inside
    Spot spot(QPointF p) const;

    const Graph& m_graph;
    const Options& m_options;
    const Memory* m_before;
    std::vector<int> m_parent;
    std::vector<int> m_depth;
    std::vector<int> m_shown; // the node itself, or the closed group it is in
    std::vector<int> m_part; // by node: its inside, -1: none
    std::vector<int> m_item; // by node: place in its level
    std::vector<Part> m_parts; // 0: the whole graph
    std::vector<int> m_pieceFirst;
    std::vector<Piece> m_pieces;
    std::vector<Spot> m_corner;
    std::shared_ptr<Memory> m_memory;
    bool m_finished = true;
};

} // namespace pilothouse::ui::layered
