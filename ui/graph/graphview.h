// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// GraphView: a graph on one painted canvas. Drag, wheel and Space-drag pan, Ctrl+wheel, pinch, `+`,
// `-` and `0` zoom; Tab goes from node to node, arrows follow edges, `E` goes through the edges of
// a node, Enter opens a node, Space opens or closes a group, `/` searches, Shift-drag selects. A
// first layout stands at once, a refined one follows from a lane and moves nothing that is pinned.

#include "core/lane.h"
#include "ui/graph/graphedit.h"
#include "ui/graph/graphgeometry.h"
#include "ui/graph/graphpainter.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtGui/QImage>
#include <QtWidgets/QWidget>

class QIODevice;

namespace pilothouse::ui
{

class GraphSearchBar;

class GraphView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GraphView)

public:
    GraphView(Runtime& runtime, const QString& accessibleName, QWidget* parent = nullptr);
    ~GraphView() override;

    // Nodes known by id stay where they are; a change of states alone lays out nothing. Whether a
    // group is open and what is pinned comes from the scene.
    void setScene(GraphScene scene);
    [[nodiscard]] const GraphScene& scene() const { return m_scene; }
    void setDirection(layered::Direction direction);
    void layOutAfresh(); // forgets all places but pins
    [[nodiscard]] bool isSettled() const; // nothing is laid out or moves any more

    [[nodiscard]] QString current() const; // with the keyboard's cursor; empty: none
    void setCurrent(const QString& id);
    // The one node that is chosen, or the closed group it stands in; false: it is not there.
    bool choose(const QString& id);
    [[nodiscard]] QStringList selected() const;
    void setSelected(const QStringList& ids);
    [[nodiscard]] int selectedEdge() const { return m_edge; } // in scene().edges; -1: none
    void selectEdge(int edge);
    [[nodiscard]] bool isMarked(int edge) const; // chosen, or at a chosen node
    void setHighlighted(const QStringList& ids); // e.g. a critical path; empty: everything
    void setNeighbourhood(int hops); // of the current node; 0: the whole graph
    [[nodiscard]] int neighbourhood() const { return m_hops; }
    void setGroupOpen(const QString& id, bool open);
    void setPinning(bool on) { m_pinning = on; } // dragging a node pins it; off by default
    GraphEdit* makeEditable(GraphEdit::Rule rule); // once; owned by the view
    void setFaded(bool faded); // what it shows is what was known last
    [[nodiscard]] bool isFaded() const { return m_faded; }

    [[nodiscard]] double zoom() const { return m_scale; }
    void setZoom(double zoom); // about the middle
    void fit(); // the whole graph, however small
    void fitReadable(); // as much of it as can be read
    void showNode(const QString& id); // scrolls as little as needed
    void setMinimapShown(bool shown);
    void setSearchText(const QString& text); // in titles and ids, also inside closed groups
    [[nodiscard]] int matches() const { return int(m_matches.size()); }
    void nextMatch(int step = 1); // goes there; opens the groups it stands in
    void openSearch();
    void closeSearch();

    // Where a node is in the widget; null: hidden. For tests, tips and assistive technology.
    [[nodiscard]] QRectF nodeRect(const QString& id) const;
    [[nodiscard]] QRectF nodeRect(int node) const;
    [[nodiscard]] QString nodeWords(int node) const; // title, state, group, links
    [[nodiscard]] QString edgeWords(int edge) const;
    [[nodiscard]] QRectF plateRect(int edge); // of its label, in the widget; null: not to be seen
    [[nodiscard]] std::vector<int> readingOrder() const; // nodes on the canvas, as Tab meets them
    [[nodiscard]] QString nodeAt(QPoint at) const;
    [[nodiscard]] std::optional<QPointF> placeOf(const QString& id) const; // as GraphNode::pinned
    [[nodiscard]] std::vector<int> shownNodes() const;
    [[nodiscard]] int shownPlace(const QString& id) const; // -1: hidden
    [[nodiscard]] const GraphGeometry& geometry() const { return m_geometry; }
    void paintWhole(QPainter& painter, const QRectF& box); // the whole graph, as when exporting
    bool exportSvg(QIODevice* device, const QString& title);
    [[nodiscard]] QImage exportImage(double scale = 2); // smaller when it would be huge

    QSize sizeHint() const override { return {640, 400}; }

Q_SIGNALS:
    void nodeActivated(const QString& id); // Enter or double click
    void currentChanged(const QString& id);
    void selectionChanged();
    void edgeSelected(int edge); // -1: none any more
    void plateClicked(int edge); // of an edge whose label is a button
    void groupToggled(const QString& id, bool open);
    void nodeMoved(const QString& id, const QPointF& pinned); // the value of GraphNode::pinned
    void contextMenuWanted(const QString& id, const QPoint& at); // id empty: the canvas; global
    void zoomChanged(double zoom);
    void layoutChanged(bool refined);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    friend class GraphEdit;
    enum class Drag { None, Pan, Node, Band, Minimap };

    layered::Options layoutOptions() const;
    void layOut();
    void refine(layered::Graph graph);
    void adopt(layered::Layout layout, bool refined, bool animate);
    void moveStep();
    void finishMove();
    GraphLook look() const;
    QPointF toScene(QPointF at) const { return m_origin + at / m_scale; }
    void zoomAbout(QPointF at, double factor);
    void setOrigin(QPointF origin);
    void setCurrentNode(int node, bool show);
    void select(int node, bool add);
    void selectBand();
    void toggleGroup(int node);
    int travel(int key) const;
    bool travelKey(QKeyEvent* event);
    bool zoomKey(QKeyEvent* event);
    bool edgeKey(QKeyEvent* event);
    bool escape();
    void remark(); // edges at chosen nodes
    QRegion nodeArea(int node) const; // in the widget, with its ring
    QRegion edgeArea(int edge) const;
    void repaintChanges(const GraphScene& before);
    void setHover(int node);
    int plateAt(QPointF at); // the edge of a button; -1: none
    void dashStep();
    QRectF minimapBox() const;
    void panByMinimap(QPointF at);
    void dropNode();
    void buildSearch();
    void fitTo(double least);
    void goTo(int node); // opens the groups it stands in
    int shownFor(int node) const; // itself or the closed group it stands in; -1: out of sight
    void updateDashes();
    void keepPlaces(const GraphLookup& lookup, const GraphGeometry& geometry);

    Lane<> m_lane;
    GraphScene m_scene;
    GraphLookup m_lookup;
    GraphLayoutMap m_map;
    GraphGeometry m_geometry;
    std::optional<layered::Layout> m_layout;
    std::optional<layered::Layout> m_whole; // while a neighbourhood is shown
    std::vector<char> m_only; // by node: the neighbourhood; empty: all
    Call<layered::Layout> m_call;
    layered::Direction m_direction = layered::Direction::LeftToRight;
    GraphPainter m_painter;
    double m_scale = 1;
    QPointF m_origin;
    bool m_fitting = true, m_fitsAll = false; // until the user pans or zooms; see fit()
    int m_current = -1, m_hover = -1, m_hops = 0;
    std::vector<char> m_selected, m_lit, m_marked; // by node; the last by edge
    std::vector<int> m_differs; // by node: see differingPlaces()
    int m_edge = -1;
    std::vector<char> m_matched, m_found; // by node: a match; also what matches stand in
    QStringList m_matches; // ids, in the order one goes through them
    int m_match = -1;
    int m_comingTo = -1; // a match whose groups are being opened
    bool m_pinning = false, m_faded = false;
    Drag m_drag = Drag::None;
    QPointF m_pressed, m_last;
    int m_dragged = -1;
    bool m_spaceHeld = false, m_spacePanned = false;
    QTimer m_moveTimer, m_dashTimer;
    QElapsedTimer m_moveClock;
    std::vector<QPointF> m_moveBy; // by node: what is still to go, at the start
    GraphGeometry m_goal;
    double m_phase = 0;
    bool m_minimap = true;
    GraphSearchBar* m_search;
    GraphEdit* m_edit = nullptr;
    QString m_searchText;
};

} // namespace pilothouse::ui
