// SPDX-License-Identifier: GPL-3.0-or-later
// Keyboard, selection and search of a GraphView.
#include "ui/graph/graphview.h"

#include "ui/controls/searchfield.h"
#include "ui/graph/graphsearchbar.h"
#include "ui/theme/theme.h"

#include <QtCore/QHash>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

QString GraphView::current() const
{
    return m_current < 0 ? QString() : m_scene.nodes[m_current].id;
}

void GraphView::setCurrent(const QString& id)
{
    setCurrentNode(m_lookup.node(id), true);
}

bool GraphView::choose(const QString& id)
{
    const int node = m_lookup.node(id);
    const int shown = shownFor(node);
    if (shown < 0) {
        setCurrentNode(-1, false);
        if (std::ranges::count(m_selected, 1) > 0)
            setSelected({});
        return id.isEmpty();
    }
    if (shown != m_current) {
        // A part that follows the current node goes on doing so.
        const bool follows = m_fitting && !m_fitsAll;
        setCurrentNode(shown, !follows);
        if (follows)
            fitReadable();
    }
    if (std::ranges::count(m_selected, 1) != 1 || !m_selected[size_t(shown)])
        select(shown, false);
    return shown == node;
}

std::optional<QPointF> GraphView::placeOf(const QString& id) const
{
    const int node = shownPlace(id);
    if (node < 0)
        return {};
    QPointF at = m_geometry.nodes[node].topLeft();
    if (const int parent = m_lookup.parent(node); parent >= 0)
        at -= m_geometry.nodes[parent].topLeft();
    return QPointF(std::round(at.x()), std::round(at.y()));
}

void GraphView::setCurrentNode(int node, bool show)
{
    if (node >= 0 && m_geometry.nodes[node].isNull())
        return;
    if (node >= 0 && show)
        showNode(m_scene.nodes[node].id);
    if (std::exchange(m_current, node) == node)
        return;
    update();
    Q_EMIT currentChanged(current());
}

QStringList GraphView::selected() const
{
    QStringList ids;
    for (size_t i = 0; i < m_selected.size(); ++i)
        if (m_selected[i])
            ids.append(m_scene.nodes[i].id);
    return ids;
}

void GraphView::setSelected(const QStringList& ids)
{
    m_selected.assign(m_scene.nodes.size(), 0);
    for (const QString& id : ids)
        if (const int node = m_lookup.node(id); node >= 0)
            m_selected[node] = 1;
    remark();
    update();
    Q_EMIT selectionChanged();
}

void GraphView::select(int node, bool add)
{
    if (!add)
        m_selected.clear();
    m_selected.resize(m_scene.nodes.size(), 0);
    m_selected[node] = add ? !m_selected[node] : 1;
    selectEdge(-1);
    remark();
    update();
    Q_EMIT selectionChanged();
}

void GraphView::setHighlighted(const QStringList& ids)
{
    m_lit.clear();
    for (const QString& id : ids)
        if (const int node = m_lookup.node(id); node >= 0) {
            m_lit.resize(m_scene.nodes.size(), 0);
            for (int at = node; at >= 0; at = m_lookup.parent(at))
                m_lit[at] = 1;
        }
    update();
}

void GraphView::showNode(const QString& id)
{
    const int node = m_lookup.node(id);
    if (node < 0 || m_geometry.nodes[node].isNull())
        return;
    constexpr double kMargin = 24;
    const QRectF box = nodeRect(node).adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const auto by = [](double low, double high, double size) {
        if (high - low > size || low < 0)
            return low;
        return high > size ? high - size : 0;
    };
    QPointF step(by(box.left(), box.right(), width()), by(box.top(), box.bottom(), height()));
    // What was found is not left under the field it was found with.
    if (m_search->isVisible() && box.translated(-step).intersects(m_search->geometry()))
        step.ry() = box.top() - m_search->geometry().bottom();
    if (step.isNull())
        return;
    m_fitting = false;
    setOrigin(m_origin + step / m_scale);
}

void GraphView::toggleGroup(int node)
{
    if (m_scene.nodes[node].isGroup)
        setGroupOpen(m_scene.nodes[node].id, !m_scene.nodes[node].open);
}

std::vector<int> GraphView::shownNodes() const
{
    std::vector<int> nodes;
    for (int i = 0; i < int(m_geometry.nodes.size()); ++i)
        if (!m_geometry.nodes[i].isNull())
            nodes.push_back(i);
    return nodes;
}

int GraphView::shownPlace(const QString& id) const
{
    const int node = m_lookup.node(id);
    return node >= 0 && !m_geometry.nodes[node].isNull() ? node : -1;
}

bool GraphView::zoomKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_scale * 1.25);
        return true;
    case Qt::Key_Minus:
        setZoom(m_scale / 1.25);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    default:
        return false;
    }
}

void GraphView::keyPressEvent(QKeyEvent* event)
{
    if (m_edit && m_edit->key(event))
        return;
    if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier)
        || (!edgeKey(event) && !travelKey(event) && !zoomKey(event))) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_current >= 0)
                Q_EMIT nodeActivated(current());
            return;
        case Qt::Key_Space:
            if (!event->isAutoRepeat()) {
                m_spaceHeld = true;
                m_spacePanned = false;
            }
            return;
        case Qt::Key_Slash:
            openSearch();
            return;
        case Qt::Key_F3:
            nextMatch(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return;
        case Qt::Key_Escape:
            if (!escape())
                event->ignore();
            return;
        case Qt::Key_A:
            if (event->modifiers() & Qt::ControlModifier) {
                m_selected.assign(m_scene.nodes.size(), 1);
                selectEdge(-1);
                remark();
                update();
                Q_EMIT selectionChanged();
                return;
            }
            break;
        default:
            break;
        }
        QWidget::keyPressEvent(event);
    }
}

// The innermost thing first; false: there is nothing to leave.
bool GraphView::escape()
{
    if (m_search->isVisible()) {
        closeSearch();
    } else if (m_drag == Drag::Band || m_drag == Drag::Node) {
        if (m_drag == Drag::Node)
            m_geometry = m_goal;
        m_drag = Drag::None;
        update();
    } else if (m_edge >= 0) {
        selectEdge(-1);
    } else if (m_hops > 0) {
        setNeighbourhood(0);
    } else if (std::ranges::count(m_selected, 1) > 1) {
        if (m_current >= 0)
            select(m_current, false);
        else
            setSelected({});
    } else {
        return false;
    }
    return true;
}

// Space alone opens or closes a group; held, it makes a drag pan.
void GraphView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    const bool held = std::exchange(m_spaceHeld, false);
    if (held && !m_spacePanned && m_current >= 0)
        toggleGroup(m_current);
}

// What one types only shows what matches; Enter goes there.
void GraphView::buildSearch()
{
    connect(m_search->field(), &SearchField::textChanged, this, &GraphView::setSearchText);
    connect(m_search->field(), &SearchField::returnPressed, this, [this] { nextMatch(); });
    auto* close = new QAction(this);
    close->setShortcut(Qt::Key_Escape);
    close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_search->addAction(close);
    connect(close, &QAction::triggered, this, &GraphView::closeSearch);
}

void GraphView::openSearch()
{
    m_search->placeIn(size());
    m_search->show();
    m_search->raise();
    m_search->field()->setFocus(Qt::ShortcutFocusReason);
    m_search->field()->selectAll();
}

void GraphView::closeSearch()
{
    const bool hadFocus = m_search->field()->hasFocus();
    m_search->field()->clear();
    m_search->hide();
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    update();
}

void GraphView::setSearchText(const QString& text)
{
    // The same words in another layout: the order stays, and the match one was at.
    const bool same = m_searchText == text;
    const QStringList before = same ? m_matches : QStringList();
    const QString at = same && m_match >= 0 ? m_matches[m_match] : QString();
    m_searchText = text;
    m_matches.clear();
    m_matched.clear();
    m_found.clear();
    m_match = -1;
    int hidden = 0;
    if (!text.isEmpty()) {
        std::vector<int> found;
        m_matched.assign(m_scene.nodes.size(), 0);
        m_found = m_matched;
        for (int i = 0; i < int(m_scene.nodes.size()); ++i) {
            const GraphNode& node = m_scene.nodes[i];
            const int shown = shownFor(i);
            if (shown < 0
                || !(node.title.contains(text, Qt::CaseInsensitive)
                    || node.id.contains(text, Qt::CaseInsensitive)))
                continue;
            m_matched[shown] = 1;
            for (int in = shown; in >= 0; in = m_lookup.parent(in))
                m_found[in] = 1;
            hidden += shown == i ? 0 : 1;
            found.push_back(i);
        }
        QHash<QString, qsizetype> places;
        for (const QString& id : before)
            places.insert(id, places.size());
        std::ranges::stable_sort(found, {}, [&](int i) {
            const QRectF& box = m_geometry.nodes[shownFor(i)];
            return std::tuple(places.value(m_scene.nodes[i].id, before.size()), box.x(), box.y());
        });
        for (const int i : found)
            m_matches.append(m_scene.nodes[i].id);
        m_match = at.isEmpty() ? -1 : int(m_matches.indexOf(at));
    }
    m_search->setCount(m_match, int(m_matches.size()), hidden);
    update();
}

int GraphView::shownFor(int node) const
{
    while (node >= 0 && m_geometry.nodes[node].isNull())
        node = m_lookup.parent(node);
    return node;
}

void GraphView::goTo(int node)
{
    if (!m_geometry.nodes[node].isNull()) {
        setCurrentNode(node, true);
        select(node, false);
        return;
    }
    QStringList opened;
    for (int at = m_lookup.parent(node); at >= 0; at = m_lookup.parent(at)) {
        if (!m_scene.nodes[at].open)
            opened.prepend(m_scene.nodes[at].id);
        m_scene.nodes[at].open = true;
    }
    m_comingTo = node;
    m_fitting = false;
    layOut();
    for (const QString& id : std::as_const(opened))
        Q_EMIT groupToggled(id, true);
}

void GraphView::nextMatch(int step)
{
    if (m_matches.isEmpty())
        return;
    const int count = int(m_matches.size());
    if (m_match >= 0) {
        m_match = (m_match + step + count) % count;
    } else { // what is on the canvas before what a group would have to be opened for
        const auto shown = std::ranges::find_if(
            m_matches, [this](const QString& id) { return !nodeRect(id).isNull(); });
        m_match = shown == m_matches.end() ? 0 : int(shown - m_matches.begin());
    }
    if (const int node = m_lookup.node(m_matches[m_match]); node >= 0)
        goTo(node);
    setSearchText(m_searchText); // counts anew
}

QRectF GraphView::nodeRect(int node) const
{
    const QRectF& rect = m_geometry.nodes[node];
    if (rect.isNull())
        return {};
    return {(rect.topLeft() - m_origin) * m_scale, rect.size() * m_scale};
}

QRectF GraphView::nodeRect(const QString& id) const
{
    const int node = m_lookup.node(id);
    return node < 0 ? QRectF() : nodeRect(node);
}

QString GraphView::nodeAt(QPoint at) const
{
    const int node = m_geometry.nodeAt(toScene(at), m_lookup);
    return node < 0 ? QString() : m_scene.nodes[node].id;
}

QString GraphView::nodeWords(int index) const
{
    const GraphNode& node = m_scene.nodes[index];
    QStringList words{node.title};
    if (!node.word.isEmpty())
        words.append(node.word);
    else if (node.glyph != Glyph::None)
        words.append(glyphWord(node.glyph));
    if (node.change != Glyph::None)
        words.append(glyphWord(node.change));
    if (!node.subtitle.isEmpty())
        words.append(node.subtitle);
    for (const auto& [label, value] : node.rows)
        words.append(label + u' ' + value);
    if (node.isGroup)
        words.append(node.open ? tr("open group") : tr("closed group"));
    if (const int parent = m_lookup.parent(index); parent >= 0)
        words.append(tr("in %1").arg(m_scene.nodes[parent].title));
    return words.join(u", "_s);
}

} // namespace pilothouse::ui
