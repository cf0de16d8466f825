// SPDX-License-Identifier: GPL-3.0-or-later
// The scene and what the view tells.
#include "pipelines/panel/pipelinecanvas.h"

#include "pipelines/check/ports.h"
#include "pipelines/panel/changemarks.h"
#include "pipelines/panel/pipelinescene.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

QString catalogueLanguage()
{
    const QLocale locale;
    if (locale.language() == QLocale::Korean)
        return u"ko"_s;
    return locale.language() == QLocale::Chinese ? u"zh_TW"_s : u"en"_s;
}

PipelineCanvas::PipelineCanvas(Runtime& runtime, CataloguePtr catalogue, QWidget* parent)
    : QWidget(parent)
    , m_catalogue(std::move(catalogue))
    , m_view(new ui::GraphView(runtime, tr("Canvas of the pipeline"), this))
    , m_edit(m_view->makeEditable([this](const ui::GraphEdge& edge) { return whyNot(edge); }))
    , m_hint(new QLabel(m_view))
    , m_rename(new QLineEdit(m_view))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_hint->setText(tr("Drag a node here from the list, or press N."));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    ui::setTone(m_hint, ui::Token::Text3);
    m_hint->hide();
    m_rename->setAccessibleName(tr("New name"));
    m_rename->hide();
    m_rename->installEventFilter(this);
    m_view->setAcceptDrops(true);
    m_view->installEventFilter(this);
    connect(m_edit, &ui::GraphEdit::connectWanted, this, &PipelineCanvas::connectNodes);
    connect(m_edit, &ui::GraphEdit::connectRefused, this,
        [this](const QString& why) { Q_EMIT said(why, true); });
    connect(m_edit, &ui::GraphEdit::connectDropped, this,
        [this](const ui::GraphEdge& edge, const QPointF& at) {
            if (!mayEdit())
                return;
            m_dangling = edge;
            m_place = at;
            Q_EMIT kindsWanted(m_view->mapToGlobal(at.toPoint()));
        });
    connect(m_edit, &ui::GraphEdit::nodesMoved, this, [this](const Places& places) {
        if (!edit(PH_TEXT("pipelines", "Move"), moves(places)))
            rebuild();
    });
    connect(m_view, &ui::GraphView::groupToggled, this, [this](const QString& id, bool open) {
        if (m_session && !m_following)
            edit(open ? PH_TEXT("pipelines", "Open group") : PH_TEXT("pipelines", "Close group"),
                {Collapse{id, !open}});
    });
    connect(m_view, &ui::GraphView::selectionChanged, this, &PipelineCanvas::chosenChanged);
    connect(m_view, &ui::GraphView::currentChanged, this, &PipelineCanvas::chosenChanged);
    connect(m_view, &ui::GraphView::edgeSelected, this, &PipelineCanvas::chosenChanged);
    connect(m_view, &ui::GraphView::nodeActivated, this, &PipelineCanvas::nodeActivated);
    connect(m_view, &ui::GraphView::plateClicked, this, &PipelineCanvas::askTrigger);
    buildActions();
    buildArrangeActions();
}

void PipelineCanvas::setSession(SessionPtr session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = std::move(session);
    m_before.reset();
    m_after.reset();
    connect(m_session.get(), &DocumentSession::edited, this, &PipelineCanvas::onEdited);
    connect(m_session.get(), &DocumentSession::replaced, this, &PipelineCanvas::rebuild);
    rebuild();
    m_view->fitReadable();
}

void PipelineCanvas::onEdited(const Edits& edits)
{
    m_rule.reset();
    // Moving nodes touches the scene where they stand and nowhere else.
    const bool moved = std::ranges::all_of(
        edits, [](const Edit& edit) { return std::holds_alternative<Move>(edit); });
    if (!moved) {
        if (!redrawCards(edits))
            rebuild();
        return;
    }
    ui::GraphScene scene = m_view->scene();
    const auto& places = m_session->document().layout.places;
    const auto pin = [&places](ui::GraphNode& node) {
        const auto at = places.find(node.id);
        node.pinned = at == places.end() ? std::nullopt : std::optional(at->second);
    };
    std::ranges::for_each(scene.nodes, pin);
    std::ranges::for_each(m_plain.nodes, pin);
    m_view->setScene(std::move(scene));
}

bool PipelineCanvas::redrawCards(const Edits& edits)
{
    if (m_before)
        return false;
    QSet<QString> ids;
    for (const Edit& edit : edits) {
        if (const auto* set = std::get_if<SetSetting>(&edit)) {
            if (set->section == Section::Params || set->section == Section::Task)
                ids.insert(set->id);
        } else if (const auto* field = std::get_if<SetField>(&edit);
                   field && field->field != Field::Kind) {
            ids.insert(field->id);
        } else {
            return false;
        }
    }
    ids.remove({}); // the pipeline itself has no card
    ui::GraphScene few;
    std::vector<size_t> places;
    for (size_t at = 0; at < m_plain.nodes.size(); ++at) {
        if (!ids.contains(m_plain.nodes[at].id))
            continue;
        auto card = cardOf(m_session->pipeline(), m_session->document().layout, m_catalogue.get(),
            {catalogueLanguage()}, m_plain.nodes[at].id);
        if (!card)
            return false;
        few.nodes.push_back(std::move(*card));
        places.push_back(at);
    }
    if (qsizetype(places.size()) != ids.size())
        return false;
    for (size_t i = 0; i < places.size(); ++i)
        m_plain.nodes[places[i]] = few.nodes[i];
    decorate(few);
    ui::GraphScene scene = m_view->scene();
    for (size_t i = 0; i < places.size(); ++i)
        scene.nodes[places[i]] = std::move(few.nodes[i]);
    m_view->setScene(std::move(scene));
    return true;
}

void PipelineCanvas::rebuild()
{
    m_rule.reset();
    if (!m_session)
        return;
    const Layout& layout = m_session->document().layout;
    const SceneWords words{catalogueLanguage()};
    if (m_before) {
        Comparison comparison = compared(*m_before, shown());
        m_plain = sceneOf(comparison.both, layout, m_catalogue.get(), words);
        m_changes = std::move(comparison.changes);
    } else {
        m_plain = sceneOf(shown(), layout, m_catalogue.get(), words);
    }
    putTriggers(m_plain);
    m_following = true;
    redraw();
    m_following = false;
    showHint();
}

void PipelineCanvas::redraw()
{
    if (!m_session)
        return;
    ui::GraphScene scene = m_plain;
    decorate(scene);
    if (m_before)
        putChanges(scene, m_changes);
    m_view->setScene(std::move(scene));
}

const Pipeline& PipelineCanvas::shown() const
{
    return m_after ? *m_after : m_session->pipeline();
}

void PipelineCanvas::compare(const Pipeline& before, const std::optional<Pipeline>& after)
{
    m_before = before;
    m_after = after;
    rebuild();
}

void PipelineCanvas::stopComparing()
{
    if (!m_before)
        return;
    m_before.reset();
    m_after.reset();
    rebuild();
}

// From a stream to a batch: what starts the batch, on a plate that asks for it.
void PipelineCanvas::putTriggers(ui::GraphScene& scene) const
{
    QHash<QString, const NodeKind*> kinds;
    for (const Node& node : shown().nodes)
        kinds.insert(node.id, m_catalogue->kind(node.kind));
    for (ui::GraphEdge& edge : scene.edges) {
        if (!needsTrigger(kinds.value(edge.from), kinds.value(edge.to)))
            continue;
        edge.button = true;
        if (edge.label.isEmpty()) {
            edge.label = tr("starts by?");
            edge.tone = ui::Token::StatusWarn;
        } else {
            edge.tone = ui::Token::Text;
        }
    }
}

// Errors and warnings stand on their node.
void PipelineCanvas::decorate(ui::GraphScene& scene) const
{
    if (m_states && !m_after)
        m_states(scene);
    std::map<QString, Problem::Severity> worst;
    for (const Problem& problem : m_problems) {
        if (problem.node.isEmpty() || problem.severity == Problem::Severity::Hint)
            continue;
        const auto [at, fresh] = worst.emplace(problem.node, problem.severity);
        if (!fresh)
            at->second = std::min(at->second, problem.severity);
    }
    for (ui::GraphNode& node : scene.nodes) {
        const auto at = worst.find(node.id);
        if (at == worst.end())
            continue;
        const bool error = at->second == Problem::Severity::Error;
        node.glyph = error ? ui::Glyph::Error : ui::Glyph::Warn;
        node.tone = error ? ui::Token::StatusError : ui::Token::StatusWarn;
        node.word = error ? tr("has errors") : tr("has warnings");
        if (node.border == ui::GraphNode::Border::Plain)
            node.border = ui::GraphNode::Border::Toned;
    }
}

void PipelineCanvas::setProblems(const std::vector<Problem>& problems)
{
    if (m_problems == problems)
        return;
    m_problems = problems;
    redraw();
}

void PipelineCanvas::readOnly(const Text& why)
{
    m_readOnly = why;
}

bool PipelineCanvas::mayEdit()
{
    if (m_readOnly)
        Q_EMIT said(ui::words(*m_readOnly), true);
    else if (m_after)
        Q_EMIT said(tr("An older version is shown. Compare with the document to edit."), true);
    return m_session && m_session->state() == DocumentSession::State::Ready && !m_readOnly
        && !m_after;
}

void PipelineCanvas::refuse(const Error& error)
{
    const QString words = ui::words(error.hint);
    Q_EMIT said(words.isEmpty() ? error.detail : words, true);
}

bool PipelineCanvas::edit(const Text& title, const Edits& edits, const QString& key)
{
    if (!mayEdit() || edits.empty())
        return false;
    const auto done = m_session->edit(title, edits, key);
    if (!done)
        refuse(done.error());
    return done.has_value();
}

QStringList PipelineCanvas::chosen() const
{
    QStringList ids = m_view->selected();
    if (ids.isEmpty() && !m_view->current().isEmpty())
        ids.append(m_view->current());
    if (m_before && m_session) { // what is not in the document is only shown
        const Pipeline& pipeline = m_session->pipeline();
        ids.removeIf([&](const QString& id) {
            return !pipeline.node(id) && !pipeline.group(id) && !pipeline.comment(id);
        });
    }
    return ids;
}

const Edge* PipelineCanvas::chosenEdge() const
{
    const int at = m_view->selectedEdge();
    const auto& edges = m_session ? m_session->pipeline().edges : std::vector<Edge>();
    return at >= 0 && at < int(edges.size()) && !m_after ? &m_session->pipeline().edges[size_t(at)]
                                                         : nullptr;
}

void PipelineCanvas::chooseNode(const QString& id)
{
    m_view->choose(id);
    m_view->showNode(id);
}

// A port that is the only one on its side is not named.
Edge PipelineCanvas::edgeOf(const ui::GraphEdge& edge) const
{
    const auto name = [this](const QString& id, int port, bool output) -> QString {
        const Node* node = m_session->pipeline().node(id);
        const NodeKind* kind = node ? m_catalogue->kind(node->kind) : nullptr;
        const int at = m_view->shownPlace(id);
        if (!kind || port < 0 || at < 0 || (output ? kind->outputs : kind->inputs).size() < 2)
            return {};
        return m_view->scene().nodes[size_t(at)].ports[size_t(port)].name;
    };
    return {edge.from, name(edge.from, edge.fromPort, true), edge.to,
        name(edge.to, edge.toPort, false), {}};
}

QString PipelineCanvas::whyNot(const ui::GraphEdge& edge) const
{
    if (!m_session)
        return {};
    if (!m_rule)
        m_rule = std::make_unique<ConnectRule>(
            m_session->pipeline(), *m_catalogue, catalogueLanguage());
    const auto why = m_rule->whyNot(edgeOf(edge));
    return why ? ui::words(*why) : QString();
}

void PipelineCanvas::connectNodes(const ui::GraphEdge& edge)
{
    edit(PH_TEXT("pipelines", "Connect %1 and %2").arg(edge.from).arg(edge.to),
        {AddEdge{edgeOf(edge), -1}});
}

// What was drawn into the void ends at this new node, if it fits.
void PipelineCanvas::connectTo(const QString& id)
{
    ui::GraphEdge edge = *std::exchange(m_dangling, std::nullopt);
    const bool forth = edge.to.isEmpty();
    const int at = m_view->shownPlace(id);
    if (at < 0)
        return;
    const auto& ports = m_view->scene().nodes[size_t(at)].ports;
    QString why;
    for (int port = 0; port < int(ports.size()); ++port) {
        if (ports[size_t(port)].output == forth)
            continue;
        (forth ? edge.to : edge.from) = id;
        (forth ? edge.toPort : edge.fromPort) = port;
        why = whyNot(edge);
        if (why.isEmpty()) {
            connectNodes(edge);
            return;
        }
    }
    if (!why.isEmpty())
        Q_EMIT said(why, true);
}

bool PipelineCanvas::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_rename) {
        const auto* key
            = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
        if (event->type() == QEvent::FocusOut && m_rename->isVisible())
            commitRename();
        if (key && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            commitRename(); // and not what Return means on the canvas
            return true;
        }
        if (key && key->key() == Qt::Key_Escape) {
            m_renamed.clear();
            m_rename->hide();
            m_view->setFocus(Qt::OtherFocusReason);
            return true;
        }
    } else if (watched == m_view
        && (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove)) {
        auto* drag = static_cast<QDragMoveEvent*>(event);
        if (drag->mimeData()->hasFormat(QLatin1String(kindFormat))) {
            drag->acceptProposedAction();
            return true;
        }
    } else if (watched == m_view && event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QByteArray kind = drop->mimeData()->data(QLatin1String(kindFormat));
        if (!kind.isEmpty()) {
            m_dangling.reset();
            addKindAt(QString::fromUtf8(kind), drop->position());
            drop->acceptProposedAction();
            m_view->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PipelineCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_hint->setGeometry(m_view->rect());
}

void PipelineCanvas::showHint()
{
    const bool empty = m_view->scene().nodes.empty() && m_session
        && m_session->state() == DocumentSession::State::Ready;
    m_hint->setGeometry(m_view->rect());
    m_hint->setVisible(empty);
}

} // namespace pilothouse::pipelines
