// SPDX-License-Identifier: GPL-3.0-or-later
// What one does on the canvas, by name and key.
#include "pipelines/panel/pipelinecanvas.h"
#include "pipelines/session/clipboard.h"
#include "ui/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <cmath>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

const QString kParts = u"application/x-pilothouse-pipeline+json"_s;
constexpr double kStep = 8; // of a move by keys
constexpr double kGap = 54; // between cards
constexpr QPointF kUsual{176, 72}; // size of a card
constexpr QPointF kAside(32, 32); // of what is pasted

} // namespace

QAction* PipelineCanvas::add(
    const QString& id, const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(action);
    m_actions.append(action);
    connect(action, &QAction::triggered, this, [act = std::move(act)] { act(); });
    return action;
}

void PipelineCanvas::buildActions()
{
    add(u"add"_s, tr("Canvas: add a node"), Qt::Key_N, [this] {
        if (!mayEdit())
            return;
        m_dangling.reset();
        const QRectF box = m_view->nodeRect(m_view->current());
        const QPointF at = box.isNull() ? QRectF(m_view->rect()).center() : box.topRight();
        Q_EMIT kindsWanted(m_view->mapToGlobal(at.toPoint()));
    });
    add(u"connect"_s, tr("Canvas: connect the node with another"), Qt::Key_C, [this] {
        if (mayEdit() && !m_edit->startConnecting())
            Q_EMIT said(tr("Nothing leaves this node."), true);
    });
    add(u"trigger"_s, tr("Canvas: what starts the batch after a stream"), Qt::Key_T,
        [this] { askTrigger(); });
    add(u"rename"_s, tr("Canvas: rename"), Qt::Key_F2, [this] { startRename(); });
    add(u"remove"_s, tr("Canvas: delete"), QKeySequence::Delete, [this] { remove(); });
    add(u"cut"_s, tr("Canvas: cut"), QKeySequence::Cut, [this] { cut(); });
    add(u"copy"_s, tr("Canvas: copy"), QKeySequence::Copy, [this] { copy(); });
    add(u"paste"_s, tr("Canvas: paste"), QKeySequence::Paste, [this] { paste(); });
    add(u"duplicate"_s, tr("Canvas: duplicate"), Qt::CTRL | Qt::Key_D, [this] { duplicate(); });
    add(u"group"_s, tr("Canvas: group"), Qt::CTRL | Qt::Key_G, [this] { group(); });
    add(u"ungroup"_s, tr("Canvas: ungroup"), Qt::CTRL | Qt::SHIFT | Qt::Key_G,
        [this] { ungroup(); });
    add(u"collapse"_s, tr("Canvas: open or close the group"), Qt::CTRL | Qt::Key_Space,
        [this] { collapse(); });
    add(u"note"_s, tr("Canvas: add a note"), Qt::SHIFT | Qt::Key_N, [this] { addNote(); });
    add(u"find"_s, tr("Canvas: find"), QKeySequence::Find, [this] { m_view->openSearch(); });
}

void PipelineCanvas::buildArrangeActions()
{
    const auto nudge = [this](const QString& id, const QString& text, int key, QPointF by) {
        add(id, text, Qt::CTRL | Qt::SHIFT | Qt::Key(key), [this, by] { m_edit->nudge(by); });
    };
    nudge(u"left"_s, tr("Canvas: move left"), Qt::Key_Left, {-kStep, 0});
    nudge(u"right"_s, tr("Canvas: move right"), Qt::Key_Right, {kStep, 0});
    nudge(u"up"_s, tr("Canvas: move up"), Qt::Key_Up, {0, -kStep});
    nudge(u"down"_s, tr("Canvas: move down"), Qt::Key_Down, {0, kStep});
    const auto aligns = [this](const QString& id, const QString& text, int key, Align how) {
        add(id, text, Qt::CTRL | Qt::ALT | Qt::Key(key), [this, how] { align(how); });
    };
    aligns(u"align.left"_s, tr("Canvas: align left"), Qt::Key_Left, Align::Left);
    aligns(u"align.right"_s, tr("Canvas: align right"), Qt::Key_Right, Align::Right);
    aligns(u"align.top"_s, tr("Canvas: align tops"), Qt::Key_Up, Align::Top);
    aligns(u"align.bottom"_s, tr("Canvas: align bottoms"), Qt::Key_Down, Align::Bottom);
    aligns(u"align.centre"_s, tr("Canvas: align in a column"), Qt::Key_C, Align::Centre);
    aligns(u"align.middle"_s, tr("Canvas: align in a row"), Qt::Key_M, Align::Middle);
    add(u"spread.across"_s, tr("Canvas: same gaps across"), Qt::CTRL | Qt::ALT | Qt::Key_H,
        [this] { distribute(false); });
    add(u"spread.down"_s, tr("Canvas: same gaps downwards"), Qt::CTRL | Qt::ALT | Qt::Key_V,
        [this] { distribute(true); });
    add(u"layout"_s, tr("Canvas: lay out everything"), Qt::CTRL | Qt::ALT | Qt::Key_L,
        [this] { layOutAll(); });
    add(u"layout.chosen"_s, tr("Canvas: lay out the selection"), Qt::CTRL | Qt::ALT | Qt::Key_S,
        [this] { layOutChosen(); });
}

// Right of the current node, below what stands there.
QPointF PipelineCanvas::freePlace() const
{
    QRectF box = m_view->nodeRect(m_view->current());
    auto from = m_view->placeOf(m_view->current());
    const double zoom = m_view->zoom();
    QPointF step(box.width() / zoom + kGap, 0);
    if (box.isNull() || !from) { // in the middle of what is seen
        const QPointF corner = QRectF(m_view->rect()).center() - kUsual / 2;
        box = QRectF(corner, QSizeF(kUsual.x(), kUsual.y()) * zoom);
        from = m_edit->placeAt(corner);
        step = {};
    }
    const auto shown = m_view->shownNodes();
    for (int tries = 0; tries < 100; ++tries) {
        const QRectF wanted = box.translated(step * zoom);
        const bool taken = std::ranges::any_of(shown, [&](int node) {
            const ui::GraphNode& other = m_view->scene().nodes[size_t(node)];
            return !(other.isGroup && other.open) && m_view->nodeRect(node).intersects(wanted);
        });
        if (!taken)
            break;
        step.ry() += box.height() / zoom + 24;
    }
    return *from + step;
}

void PipelineCanvas::addWanted(const QString& kind)
{
    if (m_dangling)
        addKindAt(kind, m_place);
    else
        addKind(kind);
}

void PipelineCanvas::addKind(const QString& kind)
{
    m_dangling.reset();
    const NodeKind* found = m_catalogue->kind(kind);
    if (!found || !mayEdit())
        return;
    const Document& document = m_session->document();
    const Node* beside = document.pipeline.node(m_view->current());
    const bool placed = !document.layout.places.empty() || document.pipeline.nodes.empty();
    const Edits edits = addition(document, *found, beside ? beside->group : QString(),
        placed ? std::optional(freePlace()) : std::nullopt);
    const QString id = std::get<AddNode>(edits.front()).node.id;
    if (edit(PH_TEXT("pipelines", "Add %1").arg(id), edits))
        chooseNode(id);
}

void PipelineCanvas::addKindAt(const QString& kind, QPointF at)
{
    const NodeKind* found = m_catalogue->kind(kind);
    if (!found || !mayEdit())
        return;
    QString group;
    const QPointF place = m_edit->placeAt(at, &group);
    const Edits edits = addition(m_session->document(), *found, group, place);
    const QString id = std::get<AddNode>(edits.front()).node.id;
    m_edit->hold();
    if (!edit(PH_TEXT("pipelines", "Add %1").arg(id), edits))
        return;
    m_view->choose(id);
    if (m_dangling)
        connectTo(id);
}

void PipelineCanvas::askTrigger()
{
    const Edge* edge = chosenEdge();
    if (!edge || !mayEdit()) {
        if (!edge)
            Q_EMIT said(tr("Choose an edge from a stream to a batch first."), true);
        return;
    }
    const ui::GraphEdge& line = m_view->scene().edges[size_t(m_view->selectedEdge())];
    if (!line.button) {
        Q_EMIT said(
            tr("%1 ends by itself: nothing has to start %2.").arg(edge->from, edge->to), true);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(u"trigger menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::vector<std::pair<QString, QString>> choices{
        {u"asset"_s, tr("Asset: when the stream reports new data")},
        {u"sensor"_s, tr("Sensor: waits for the watermark")},
        {u"available_now"_s, tr("Available now: a batch of what is there")}};
    for (const auto& choice : choices) {
        QAction* action = menu->addAction(choice.second);
        action->setCheckable(true);
        action->setChecked(edge->trigger == choice.first);
        connect(action, &QAction::triggered, this, [this, of = *edge, trigger = choice.first] {
            edit(PH_TEXT("pipelines", "Set the trigger"), {SetTrigger{of, trigger}});
        });
    }
    const QRectF plate = m_view->plateRect(m_view->selectedEdge());
    menu->popup(m_view->mapToGlobal(
        (plate.isNull() ? QRectF(m_view->rect()).center() : plate.bottomLeft()).toPoint()));
    const auto actions = menu->actions();
    menu->setActiveAction(actions.front());
}

void PipelineCanvas::remove()
{
    if (const Edge* edge = chosenEdge()) {
        edit(PH_TEXT("pipelines", "Disconnect %1 and %2").arg(edge->from).arg(edge->to),
            {RemoveEdge{*edge}});
        return;
    }
    const QStringList ids = chosen();
    if (ids.isEmpty() || !m_session)
        return;
    // The cursor goes on to what stood beside.
    QString next;
    for (const Edge& edge : m_session->pipeline().edges) {
        if (ids.contains(edge.to) && !ids.contains(edge.from))
            next = edge.from;
        else if (next.isEmpty() && ids.contains(edge.from) && !ids.contains(edge.to))
            next = edge.to;
    }
    const Text title = ids.size() == 1
        ? PH_TEXT("pipelines", "Delete %1").arg(ids.front())
        : PH_PLURAL("pipelines", "Delete %n nodes").plural(int(ids.size()));
    if (edit(title, removal(m_session->pipeline(), ids)) && !next.isEmpty())
        m_view->choose(next);
}

void PipelineCanvas::copy()
{
    if (!m_session)
        return;
    const Edits parts = copied(m_session->document(), chosen());
    if (parts.empty())
        return;
    m_pasted = 0;
    auto* clip = new QMimeData;
    clip->setData(kParts, clipBytes(parts));
    clip->setText(QString::fromUtf8(clipYaml(parts)));
    QGuiApplication::clipboard()->setMimeData(clip);
}

void PipelineCanvas::cut()
{
    copy();
    remove();
}

void PipelineCanvas::paste()
{
    if (!mayEdit())
        return;
    const QMimeData* clip = QGuiApplication::clipboard()->mimeData();
    if (!clip)
        return;
    const auto parts = clip->hasFormat(kParts) ? partsFromBytes(clip->data(kParts))
                                               : partsFromText(clip->text().toUtf8());
    if (!parts) {
        refuse(parts.error());
        return;
    }
    ++m_pasted;
    insertParts(*parts, PH_TEXT("pipelines", "Paste"), kAside * m_pasted);
}

void PipelineCanvas::duplicate()
{
    if (m_session && mayEdit())
        insertParts(
            copied(m_session->document(), chosen()), PH_TEXT("pipelines", "Duplicate"), kAside);
}

void PipelineCanvas::insertParts(const Edits& parts, const Text& title, QPointF by)
{
    const Pasting fresh = pasting(parts, m_session->document(), by, true);
    if (edit(title, fresh.edits)) {
        m_view->setSelected(fresh.ids);
        if (!fresh.ids.isEmpty())
            m_view->setCurrent(fresh.ids.front());
    }
}

Rects PipelineCanvas::rects(const QStringList& ids) const
{
    Rects found;
    for (const QString& id : ids) {
        const int at = m_view->shownPlace(id);
        if (at >= 0)
            found[id] = m_view->geometry().nodes[size_t(at)];
    }
    return found;
}

void PipelineCanvas::group()
{
    if (!m_session || !mayEdit())
        return;
    const QStringList ids = m_edit->movable();
    QStringList all = ids;
    for (const Group& group : m_session->pipeline().groups)
        all.append(group.id);
    const QString id = freeId(m_session->pipeline(), u"group"_s);
    if (edit(PH_TEXT("pipelines", "Group"), grouping(m_session->document(), ids, id, rects(all))))
        m_view->choose(id);
}

void PipelineCanvas::ungroup()
{
    if (!m_session)
        return;
    const QStringList ids = chosen();
    QStringList all;
    for (const Node& node : m_session->pipeline().nodes)
        all.append(node.id);
    for (const Group& group : m_session->pipeline().groups)
        all.append(group.id);
    Edits edits;
    for (const QString& id : ids) {
        const Edits one = ungrouping(m_session->document(), id, rects(all));
        edits.insert(edits.end(), one.begin(), one.end());
    }
    edit(PH_TEXT("pipelines", "Ungroup"), edits);
}

void PipelineCanvas::collapse()
{
    const int at = m_view->shownPlace(m_view->current());
    if (at >= 0)
        m_view->setGroupOpen(m_view->current(), !m_view->scene().nodes[size_t(at)].open);
}

void PipelineCanvas::addNote()
{
    if (!m_session || !mayEdit())
        return;
    const QString id = freeId(m_session->pipeline(), u"note"_s);
    const QPointF at = freePlace();
    if (edit(PH_TEXT("pipelines", "Add a note"),
            {AddNote{{id, tr("Note")}, -1}, Move{{{id, at}}}})) {
        chooseNode(id);
        Q_EMIT nodeActivated(id);
    }
}

void PipelineCanvas::moveBy(const Text& title, const Places& by)
{
    Places places;
    for (const auto& [id, step] : by)
        if (const auto at = m_view->placeOf(id))
            places[id] = {std::round(at->x() + step.x()), std::round(at->y() + step.y())};
    edit(title, moves(places));
}

void PipelineCanvas::align(Align how)
{
    moveBy(PH_TEXT("pipelines", "Align"), aligned(rects(m_edit->movable()), how));
}

void PipelineCanvas::distribute(bool down)
{
    moveBy(PH_TEXT("pipelines", "Same gaps"), distributed(rects(m_edit->movable()), down));
}

void PipelineCanvas::layOutAll()
{
    if (!m_session)
        return;
    QStringList ids;
    for (const auto& [id, place] : m_session->document().layout.places)
        ids.append(id);
    edit(PH_TEXT("pipelines", "Lay out"), unplaced(m_session->document(), ids));
    m_view->layOutAfresh();
    m_view->fitReadable();
}

void PipelineCanvas::layOutChosen()
{
    if (m_session)
        edit(PH_TEXT("pipelines", "Lay out the selection"),
            unplaced(m_session->document(), chosen()));
}

bool PipelineCanvas::startRename()
{
    const QString id = m_view->current();
    const QRectF box = m_view->nodeRect(id);
    if (box.isNull() || !mayEdit())
        return false;
    const Pipeline& pipeline = m_session->pipeline();
    if (pipeline.comment(id)) {
        Q_EMIT nodeActivated(id); // its text has more than one line
        return true;
    }
    const Node* node = pipeline.node(id);
    if (node && node->locked) {
        Q_EMIT said(ui::words(node->lockReason), true);
        return false;
    }
    m_renamed = id;
    const Group* group = pipeline.group(id);
    const QString title = node ? node->title : group ? group->title : QString();
    m_rename->setText(title.isEmpty() ? id : title);
    m_rename->setGeometry(QRect(box.topLeft().toPoint(),
        QSize(std::max(180, int(box.width())), m_rename->sizeHint().height())));
    m_rename->show();
    m_rename->setFocus(Qt::ShortcutFocusReason);
    m_rename->selectAll();
    return true;
}

void PipelineCanvas::commitRename()
{
    const QString id = std::exchange(m_renamed, {});
    const bool hadFocus = m_rename->hasFocus();
    m_rename->hide();
    if (hadFocus)
        m_view->setFocus(Qt::OtherFocusReason);
    const QString name = m_rename->text().trimmed();
    if (id.isEmpty() || name == id)
        return;
    // Where there is a title, that is what one sees and means.
    const Node* node = m_session->pipeline().node(id);
    const Group* group = m_session->pipeline().group(id);
    if ((node && !node->title.isEmpty()) || (group && !group->title.isEmpty()))
        edit(PH_TEXT("pipelines", "Rename %1").arg(id), {SetField{id, Field::Title, name}});
    else if (edit(PH_TEXT("pipelines", "Rename %1").arg(id), {Rename{id, name}}))
        m_view->choose(name);
}

} // namespace pilothouse::pipelines
