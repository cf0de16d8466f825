// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphview.h"

#include "ui/graph/graphnames.h"
#include "ui/graph/graphsearchbar.h"
#include "ui/graph/graphviewaccess.h"
#include "ui/theme/theme.h"

#include <QtCore/QEasingCurve>

#include <algorithm>
#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kAtOnce = 3000; // nodes that are laid out on this thread
constexpr milliseconds kRefineLimit{900};
constexpr milliseconds kLayoutLimit{30'000};
constexpr int kMoveFrame = 16;
constexpr double kEdge = 16; // around a fitted graph
constexpr double kReadable = 0.65; // at a smaller scale names are cut
constexpr size_t kMoveNodes = 8000; // beyond it nodes jump

} // namespace

GraphView::GraphView(Runtime& runtime, const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_lane(runtime, u"graph-layout"_s)
    , m_painter(Theme::of(this))
    , m_search(new GraphSearchBar(this))
{
    GraphViewAccess::install();
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setProperty("focusRing", u"inner"_s);
    grabGesture(Qt::PinchGesture);
    buildSearch();
    m_moveTimer.setInterval(kMoveFrame);
    connect(&m_moveTimer, &QTimer::timeout, this, &GraphView::moveStep);
    m_dashTimer.setInterval(50);
    connect(&m_dashTimer, &QTimer::timeout, this, &GraphView::dashStep);
    connect(&Theme::of(this), &Theme::changed, this, [this] {
        m_painter.themeChanged();
        update();
    });
}

GraphView::~GraphView() = default;

bool GraphView::isSettled() const
{
    return !m_call.running() && !m_moveTimer.isActive();
}

void GraphView::setScene(GraphScene scene)
{
    if (scene == m_scene && m_layout)
        return;
    finishMove();
    const QString currentId = current();
    const QStringList selectedIds = selected();
    QStringList lit;
    for (size_t i = 0; i < m_lit.size(); ++i)
        if (m_lit[i])
            lit.append(m_scene.nodes[i].id);
    // Colours, words and numbers lay out nothing.
    const auto sameShape = [](const GraphScene& a, const GraphScene& b) {
        return std::ranges::equal(a.nodes, b.nodes, [](const GraphNode& m, const GraphNode& n) {
            return m.id == n.id && m.group == n.group && m.open == n.open && m.isGroup == n.isGroup
                && m.pinned == n.pinned && m.ports == n.ports
                && graphNodeSize(m) == graphNodeSize(n);
        }) && std::ranges::equal(a.edges, b.edges, [](const GraphEdge& m, const GraphEdge& n) {
            return m.from == n.from && m.to == n.to && m.fromPort == n.fromPort
                && m.toPort == n.toPort;
        });
    };
    const bool same = m_layout && sameShape(scene, m_scene);
    const bool first = m_scene.nodes.empty();
    const GraphScene before = std::exchange(m_scene, std::move(scene));
    const bool sameNames
        = std::ranges::equal(before.nodes, m_scene.nodes, {}, &GraphNode::title, &GraphNode::title);
    if (!same || !sameNames)
        m_differs = differingPlaces(m_scene);
    updateDashes();
    if (same) {
        if (!sameNames)
            setSearchText(m_searchText);
        repaintChanges(before);
        return;
    }
    const GraphLookup lookup = std::exchange(m_lookup, GraphLookup(m_scene));
    if (m_edit)
        m_edit->reset();
    m_hover = -1;
    m_marked.clear();
    selectEdge(-1);
    m_only.clear();
    m_current = m_lookup.node(currentId);
    m_selected.clear();
    m_lit.clear();
    const GraphGeometry geometry = std::exchange(m_geometry, {});
    m_geometry.nodes.resize(m_scene.nodes.size());
    m_geometry.lines.resize(m_scene.edges.size());
    if (m_layout && int(m_scene.nodes.size()) > kAtOnce)
        keepPlaces(lookup, geometry);
    for (const QString& id : selectedIds)
        if (const int node = m_lookup.node(id); node >= 0) {
            m_selected.resize(m_scene.nodes.size(), 0);
            m_selected[node] = 1;
        }
    setHighlighted(lit);
    remark();
    if (m_hops > 0 && m_current >= 0)
        m_only = m_lookup.within(m_current, m_hops);
    else
        m_hops = 0;
    m_comingTo = -1;
    m_matched.clear();
    m_found.clear();
    m_fitting = m_fitting || (first && !m_edit); // what one drops stays under the pointer
    layOut();
    if (m_current < 0 && !currentId.isEmpty())
        Q_EMIT currentChanged({});
}

// Cards and labels on edges want more room between the layers.
layered::Options GraphView::layoutOptions() const
{
    layered::Options options;
    options.direction = m_direction;
    if (std::ranges::any_of(m_scene.nodes, [](const GraphNode& n) { return !n.rows.empty(); })) {
        options.layerGap = 54;
        options.nodeGap = 24;
    }
    if (std::ranges::any_of(m_scene.edges, [](const GraphEdge& e) { return !e.label.isEmpty(); }))
        options.layerGap = 84;
    return options;
}

void GraphView::layOut()
{
    m_call = {};
    layered::Graph graph
        = m_map.input(m_scene, m_lookup, m_only, m_direction == layered::Direction::TopDown);
    const layered::Options options = layoutOptions();
    const bool known = m_layout.has_value();
    if (int(graph.nodes.size()) <= kAtOnce) {
        adopt(layered::layOut(graph, options, known ? &*m_layout : nullptr), false, known);
        if (!known)
            refine(std::move(graph));
        return;
    }
    auto previous = known ? std::make_shared<layered::Layout>(*m_layout) : nullptr;
    m_call = m_lane
                 .run(kLayoutLimit,
                     [graph, options, previous](
                         NoConnection&, const pilothouse::Token&) -> Result<layered::Layout> {
                         return layered::layOut(graph, options, previous.get());
                     })
                 .onDone(this, [this, known, graph](Result<layered::Layout> result) {
                     if (!result)
                         return;
                     adopt(std::move(*result), false, known);
                     if (!known)
                         refine(graph);
                 });
}

void GraphView::refine(layered::Graph graph)
{
    if (graph.edges.empty())
        return;
    layered::Options options = layoutOptions();
    options.quality = layered::Quality::Refined;
    m_call = m_lane
                 .run(kLayoutLimit,
                     [graph = std::move(graph), options](NoConnection&,
                         const pilothouse::Token& token) mutable -> Result<layered::Layout> {
                         const auto end = Clock::now() + kRefineLimit;
                         options.stopped = [&] {
                             return token.stopped() || Clock::now() >= end;
                         };
                         return layered::layOut(graph, options);
                     })
                 .onDone(this, [this](Result<layered::Layout> result) {
                     // Without an answer the first layout stays.
                     if (result)
                         adopt(std::move(*result), true, true);
                 });
}

void GraphView::adopt(layered::Layout layout, bool refined, bool animate)
{
    finishMove();
    GraphGeometry goal
        = m_map.geometry(m_scene, layout, m_direction == layered::Direction::TopDown);
    m_layout = std::move(layout);
    const int ms = Theme::of(this).duration(Motion::NodeMove);
    animate = animate && ms > 0 && isVisible() && goal.nodes.size() <= kMoveNodes
        && m_geometry.nodes.size() == goal.nodes.size();
    // The node in hand stays under the eye while others are put in order.
    if (refined && !m_fitting && m_current >= 0 && !goal.nodes[m_current].isNull()
        && !m_geometry.nodes[m_current].isNull())
        m_origin += goal.nodes[m_current].topLeft() - m_geometry.nodes[m_current].topLeft();
    if (animate) {
        m_moveBy.assign(goal.nodes.size(), {});
        bool moves = false;
        for (size_t i = 0; i < goal.nodes.size(); ++i) {
            if (goal.nodes[i].isNull() || m_geometry.nodes[i].isNull())
                continue;
            m_moveBy[i] = m_geometry.nodes[i].topLeft() - goal.nodes[i].topLeft();
            moves = moves || !m_moveBy[i].isNull();
        }
        animate = moves;
    }
    m_goal = goal;
    m_geometry = std::move(goal);
    if (m_fitting)
        fitTo(m_fitsAll ? 0 : kReadable);
    if (animate) {
        m_moveClock.start();
        m_moveTimer.start();
        moveStep();
    }
    if (m_current >= 0 && m_geometry.nodes[m_current].isNull())
        setCurrentNode(-1, false);
    if (!m_searchText.isEmpty())
        setSearchText(m_searchText); // other places, and groups may be open now
    if (m_comingTo >= 0 && !m_geometry.nodes[m_comingTo].isNull())
        goTo(std::exchange(m_comingTo, -1));
    update();
    Q_EMIT layoutChanged(refined);
}

// Nodes travel, and each edge is bent along between its two ends.
void GraphView::moveStep()
{
    const int ms = Theme::of(this).duration(Motion::NodeMove);
    const double time = ms > 0 ? std::min(1.0, double(m_moveClock.elapsed()) / ms) : 1;
    if (time >= 1) {
        finishMove();
        return;
    }
    const double left = 1 - QEasingCurve(QEasingCurve::InOutCubic).valueForProgress(time);
    const auto shown = [&](int node) {
        while (node >= 0 && m_goal.nodes[node].isNull())
            node = m_lookup.parent(node);
        return node < 0 ? QPointF() : m_moveBy[node] * left;
    };
    for (size_t i = 0; i < m_goal.nodes.size(); ++i)
        m_geometry.nodes[i]
            = m_goal.nodes[i].isNull() ? QRectF() : m_goal.nodes[i].translated(m_moveBy[i] * left);
    m_geometry.points = m_goal.points;
    for (size_t e = 0; e < m_goal.lines.size(); ++e) {
        const auto& line = m_goal.lines[e];
        if (line.count < 2)
            continue;
        const QPointF from = shown(m_lookup.from(int(e)));
        const QPointF to = shown(m_lookup.to(int(e)));
        for (int p = 0; p < line.count; ++p) {
            const double share = double(p) / (line.count - 1);
            m_geometry.points[line.first + p] += from * (1 - share) + to * share;
        }
    }
    m_geometry.index();
    update();
}

void GraphView::finishMove()
{
    if (!m_moveTimer.isActive())
        return;
    m_moveTimer.stop();
    m_geometry = m_goal;
    update();
}

void GraphView::setDirection(layered::Direction direction)
{
    if (std::exchange(m_direction, direction) != direction)
        layOutAfresh();
}

void GraphView::layOutAfresh()
{
    m_layout.reset();
    m_whole.reset();
    layOut();
}

void GraphView::setNeighbourhood(int hops)
{
    hops = m_current < 0 ? 0 : std::max(0, hops);
    if (hops == m_hops)
        return;
    if (m_hops == 0)
        m_whole = m_layout;
    m_hops = hops;
    m_only = hops > 0 ? m_lookup.within(m_current, hops) : std::vector<char>();
    m_fitting = true;
    // Back in the whole graph everything is where it was.
    m_layout = hops > 0 ? std::optional<layered::Layout>() : std::exchange(m_whole, {});
    layOut();
}

void GraphView::setGroupOpen(const QString& id, bool open)
{
    const int node = m_lookup.node(id);
    if (node < 0 || !m_scene.nodes[node].isGroup || m_scene.nodes[node].open == open)
        return;
    m_scene.nodes[node].open = open;
    m_fitting = false;
    layOut();
    Q_EMIT groupToggled(id, open);
}

void GraphView::fit()
{
    m_fitsAll = true;
    fitTo(0);
}

void GraphView::fitReadable()
{
    m_fitsAll = false;
    fitTo(kReadable);
}

// Where it cannot be read as a whole, a part of it is shown: about the current node, else where
// the flow begins. The minimap shows the rest.
void GraphView::fitTo(double least)
{
    m_fitting = true;
    const QRectF& bounds = m_geometry.bounds;
    if (bounds.isEmpty() || width() < 2 * kEdge || height() < 2 * kEdge)
        return;
    const double scale = std::min(
        (width() - 2 * kEdge) / bounds.width(), (height() - 2 * kEdge) / bounds.height());
    m_scale = std::clamp(std::max(scale, least), 0.005, 1.0);
    const QSizeF seen = QSizeF(size()) / m_scale;
    m_origin = bounds.center() - QPointF(seen.width(), seen.height()) / 2;
    if (m_scale > scale) {
        const bool down = m_direction == layered::Direction::TopDown;
        const QPointF margin = QPointF(kEdge, kEdge) / m_scale;
        QPointF eye = down ? QPointF(bounds.center().x(), bounds.top())
                           : QPointF(bounds.left(), bounds.center().y());
        if (m_current >= 0 && !m_geometry.nodes[m_current].isNull())
            eye = m_geometry.nodes[m_current].center();
        // Nothing empty is shown while there is more of the graph on the other side.
        const auto place = [](double at, double room, double low, double high) {
            return high - low <= room ? (low + high - room) / 2
                                      : std::clamp(at - room / 2, low, high - room);
        };
        m_origin = {
            place(eye.x(), seen.width(), bounds.left() - margin.x(), bounds.right() + margin.x()),
            place(eye.y(), seen.height(), bounds.top() - margin.y(), bounds.bottom() + margin.y())};
    }
    update();
    Q_EMIT zoomChanged(m_scale);
}

void GraphView::setZoom(double zoom)
{
    zoomAbout(QPointF(width(), height()) / 2, zoom / m_scale);
}

void GraphView::zoomAbout(QPointF at, double factor)
{
    const double scale = std::clamp(m_scale * factor, 0.005, 4.0);
    if (scale == m_scale)
        return;
    const QPointF held = toScene(at);
    m_scale = scale;
    m_fitting = false;
    setOrigin(held - at / m_scale);
    Q_EMIT zoomChanged(m_scale);
}

// The graph cannot be lost: some of it stays on screen.
void GraphView::setOrigin(QPointF origin)
{
    const QRectF& b = m_geometry.bounds;
    const QSizeF seen = QSizeF(size()) / m_scale;
    const double margin = 60 / m_scale;
    if (!b.isNull()) {
        origin.rx() = std::clamp(origin.x(), b.left() - seen.width() + margin, b.right() - margin);
        origin.ry() = std::clamp(origin.y(), b.top() - seen.height() + margin, b.bottom() - margin);
    }
    m_origin = origin;
    update();
}

} // namespace pilothouse::ui
