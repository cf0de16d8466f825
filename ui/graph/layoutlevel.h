// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside the layout: one flat level (the whole graph, or the inside of one open group). Directions
// are called along (from layer to layer) and cross (within a layer).

#include "ui/graph/layeredlayout.h"

namespace pilothouse::ui::layered
{

// Edges that leave an open group pass a terminal of no size at its border.
enum class Role : char { Plain, Entry, Exit };

struct Item {
    qint64 key = 0; // the same in a later layout
    double along = 0; // size
    double cross = 0;
    Role role = Role::Plain;
    bool pinned = false;
    bool loops = false; // has an edge to itself, which wants room above
    double pinAlong = 0;
    double pinCross = 0;
};

struct Link {
    int from = 0;
    int to = 0;
    double fromCross = 0; // where it attaches, from the item's corner
    double toCross = 0;
    double fromAlong = -1; // below 0: at the side that faces the other end
    double toAlong = -1;
};

struct Spot {
    double along = 0;
    double cross = 0;
};

// What one level remembers; arrays by item.
struct LevelMemory {
    std::vector<qint64> keys;
    std::vector<int> layers; // -1: stands apart, without edges
    std::vector<Spot> corners;
    std::vector<Spot> sizes;
    std::vector<int> chains; // first of each item in `chainFirst`; one more
    std::vector<int> chainFirst; // in `bends`; one more than chains
    std::vector<double> bends; // cross of an item's long edges, layer by layer after its own
    std::vector<double> starts; // of layers
    std::vector<double> widths;
    int firstPlain = 0; // 1: layer 0 holds entries
};

struct Level {
    std::vector<Item> items;
    std::vector<Link> links;
    const LevelMemory* before = nullptr;
    bool contained = false; // in a group: nothing at negative places
};

struct Span {
    int first = 0;
    int count = 0;
    bool back = false;
};

struct LevelResult {
    std::vector<Spot> items; // corners
    std::vector<Span> routes; // by link
    std::vector<Spot> points;
    Spot low; // bounds
    Spot high;
    LevelMemory memory;
    bool finished = true;
};

LevelResult solve(const Level& level, const Options& options);

// One neighbour in the layer before or after.
struct Near {
    int vertex;
    float share; // where on the neighbour it attaches: -0.5 to 0.5 of its size
    float shift; // how far the centres are apart when the edge is level
    float weight; // how much the edge wants to be level
};

// Vertices are the items, then chains of dummies: one for all long edges that leave an item at the
// same place.
struct Work {
    Work(const Level& from, const Options& with)
        : level(from)
        , options(with)
        , memory(from.before)
        , items(int(from.items.size()))
    {
    }

    [[nodiscard]] bool isItem(int vertex) const { return vertex < items; }
    [[nodiscard]] bool stopped() const { return options.stopped && options.stopped(); }
    [[nodiscard]] int layerSize(int l) const { return orderFirst[l + 1] - orderFirst[l]; }

    const Level& level;
    const Options& options;
    const LevelMemory* memory; // null: a fresh layout
    int items;
    int vertices = 0;
    int layers = 0;
    int firstPlain = 0;
    bool finished = true;

    std::vector<char> reversed; // by link
    std::vector<char> apart; // by item: no edges
    std::vector<int> before; // by item: its place in the memory, -1: new
    std::vector<int> layer; // by vertex
    std::vector<int> chains; // by item, first of its chains; one more
    std::vector<int> chainFirst; // by chain, first of its vertices; one more
    std::vector<int> chainOf; // by link, first vertex; -1: the link is short
    int layerOffset = 0; // layer now minus layer in the memory

    std::vector<int> upFirst;
    std::vector<Near> up;
    std::vector<int> downFirst;
    std::vector<Near> down;

    std::vector<int> component; // by vertex
    std::vector<int> orderFirst; // by layer, one more
    std::vector<int> order;
    std::vector<int> position; // by vertex: place in its layer

    std::vector<double> half; // by vertex: half its size and half the gap
    std::vector<double> centre;
    std::vector<char> known; // by vertex: `centre` comes from the memory
    std::vector<char> movable; // by layer
    std::vector<double> starts; // by layer
    std::vector<double> widths;
};

void breakCycles(Work& work); // fills before, reversed, apart
void assignLayers(Work& work); // layer of items
void addChains(Work& work); // dummies and neighbours
void orderFresh(Work& work);
void orderKept(Work& work); // by the memory, new ones where their neighbours are
void improveOrder(Work& work, int beginning); // refined; from another order for each number
qint64 straightCrossings(const Work& work, const std::vector<Spot>& corners);
qint64 countCrossings(const Work& work, std::vector<int>& scratch);
void useOrder(Work& work, std::vector<int> order); // and number by it
bool sweepLayer(Work& work, int layer, bool byUpper, bool flipTies);
qint64 transposeLayer(Work& work, int layer); // crossings saved
void place(Work& work, LevelResult& result);
void route(const Work& work, LevelResult& result);

} // namespace pilothouse::ui::layered
