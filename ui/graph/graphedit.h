// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Editing on a GraphView: an edge is drawn from port to port by the mouse or by keys, several nodes
// move at once with their edges. It changes nothing itself: it tells what the user wants, and says
// while drawing what a rule of its owner thinks of it.

#include "ui/graph/graphscene.h"

#include <QtCore/QObject>
#include <QtCore/QRectF>

#include <functional>
#include <map>

class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace pilothouse::ui
{

class GraphView;

class GraphEdit final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphEdit)

public:
    // Why there can be no such edge, in words; empty: it fits. Ports are known, an edge's id is
    // not.
    using Rule = std::function<QString(const GraphEdge& edge)>;
    using Places = std::map<QString, QPointF>; // as GraphNode::pinned

    GraphEdit(GraphView& view, Rule rule);

    // From the current node's first port that edges leave, again: from its next one. Then the
    // cursor goes to another node, and Enter connects.
    bool startConnecting();
    [[nodiscard]] bool isConnecting() const { return m_from.node >= 0; }
    [[nodiscard]] QString whyNot() const { return m_why; } // of what is being drawn
    void cancel();

    void nudge(QPointF by); // chosen nodes
    void hold(); // the graph is not fitted into the view any more
    // A point of the widget; in an open group counted from its corner.
    [[nodiscard]] QPointF placeAt(QPointF at, QString* group = nullptr) const;
    // Of a port in the widget, for tips and tests; null: not shown.
    [[nodiscard]] QPointF portAt(const QString& node, const QString& port, bool output) const;
    // What moves with the chosen nodes: without those in a group that moves itself.
    [[nodiscard]] QStringList movable() const;

Q_SIGNALS:
    void connectWanted(const pilothouse::ui::GraphEdge& edge);
    void connectRefused(const QString& why);
    // Let go where there is nothing: one end is open (-1). `at` is in the widget.
    void connectDropped(const pilothouse::ui::GraphEdge& edge, const QPointF& at);
    void nodesMoved(const std::map<QString, QPointF>& places);

private:
    friend class GraphView;

    struct End {
        int node = -1;
        int port = -1;
        bool operator==(const End&) const = default;
    };
    struct Line { // an edge at something that moves
        int edge;
        double from; // how much each end moves along: 0 or 1
        double to;
    };

    // True: it is ours.
    bool press(QMouseEvent* event);
    bool move(QMouseEvent* event);
    bool release(QMouseEvent* event);
    bool key(QKeyEvent* event);
    void paint(QPainter& painter);
    void currentMoved(); // the cursor went to another node
    void reset(); // the scene is another

    [[nodiscard]] End hit(QPointF at, double reach) const;
    [[nodiscard]] QPointF place(End end) const; // in the widget
    [[nodiscard]] GraphEdge edgeTo(End to) const;
    [[nodiscard]] End bestPort(int node) const;
    [[nodiscard]] bool isOutput(End end) const;
    void aim(End to);
    void finish();
    void lift();
    void shift(QPointF by);
    void drop(QPointF by);
    void paintPorts(QPainter& painter) const;
    void paintWhy(QPainter& painter, QPointF at) const;

    GraphView& m_view;
    Rule m_rule;
    End m_from, m_to;
    QString m_why;
    bool m_byKey = false;
    QPointF m_pointer;

    int m_held = -1; // node under the pressed button
    bool m_only = false; // on release it alone is chosen
    bool m_moving = false;
    QPointF m_pressed;
    std::vector<int> m_tops, m_moved; // chosen ones; with what stands in them
    std::vector<Line> m_lines;
};

} // namespace pilothouse::ui
