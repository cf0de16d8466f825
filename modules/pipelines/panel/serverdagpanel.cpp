// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/serverdagpanel.h"

#include "core/servicehub.h"
#include "pipelines/panel/pipelinescene.h"
#include "pipelines/panel/runglyphs.h"
#include "pipelines/panel/serverdag.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/absence.h"
#include "ui/errors/panelretry.h"
#include "ui/graph/graphview.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"
#include "workflow/api/ids.h"

#include <QVBoxLayout>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPace = 2000; // ms, while it is on screen

} // namespace

ServerDagPanel::ServerDagPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
{
    buildLayout();
    buildActions();
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &ServerDagPanel::askRun);
}

ServerDagPanel::~ServerDagPanel() = default;

QJsonObject ServerDagPanel::stateOf(const QString& dag)
{
    return {{u"version"_s, 1}, {u"dag"_s, dag}};
}

QJsonObject ServerDagPanel::saveState() const
{
    return stateOf(m_dag);
}

QString ServerDagPanel::title() const
{
    return m_dag.isEmpty() ? u"DAG"_s : m_dag; // a tab without a word has no name
}

void ServerDagPanel::restoreState(const QJsonObject& state)
{
    m_dag = state.value(u"dag"_s).toString();
    m_header->setTitle(m_dag);
    Q_EMIT titleChanged();
    refreshWhenVisible();
}

void ServerDagPanel::buildLayout()
{
    auto* content = new QWidget;
    m_header = new ui::PanelHeader(QString(), content);
    m_header->setIconName(u"lock"_s);
    m_state = new ui::StatusChip(ui::Glyph::NoStatus, QString(), m_header);
    m_header->addRight(m_state);
    m_view = new ui::GraphView(workbench().hub().runtime(), tr("Tasks of the DAG"), content);
    connect(m_view, &ui::GraphView::groupToggled, this, [this](const QString& id, bool open) {
        if (open)
            m_closed.erase(id);
        else
            m_closed.insert(id);
        redraw();
    });
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_header);
    inside->addWidget(m_view, 1);
    m_frame = new ui::StateFrame(this);
    m_frame->setContent(content);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { refreshWhenVisible(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

void ServerDagPanel::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
    };
    add(tr("Ask the server again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    add(tr("Open its runs and logs"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (const Service* service = workbench().hub().service(m_service))
            workbench().open({workflow::dagEntity(service->config.ns, m_dag), {}, {}});
    });
}

void ServerDagPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_pace.start();
}

void ServerDagPanel::hideEvent(QHideEvent* event)
{
    m_pace.stop();
    Panel::hideEvent(event);
}

void ServerDagPanel::refresh()
{
    auto* structure = workbench().hub().contract<workflow::Structure>(m_service);
    if (!structure) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"pipeline"_s, workbench().hub(), m_service));
        return;
    }
    if (m_dag.isEmpty())
        return;
    if (!m_known) {
        setState(State::Loading);
        m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1});
    }
    m_structureCall = structure->structure(m_dag, 0).onDone(
        this, [this](Result<workflow::DagStructure> answer) {
            if (!answer)
                return failed(answer.error());
            const bool first = !std::exchange(m_known, true);
            m_pipeline = pipelineOf(*answer);
            m_retry->succeeded();
            setState(State::Ready);
            redraw();
            if (first)
                m_view->fitReadable();
            askRun();
        });
}

void ServerDagPanel::askRun()
{
    auto* runs = workbench().hub().contract<workflow::Runs>(m_service);
    if (!runs || !m_known || m_runCall.running() || m_cellsCall.running())
        return;
    m_runCall = runs->latest({m_dag}, 1)
                    .onDone(this, [this](Result<std::vector<workflow::RunInfo>> answer) {
                        if (!answer)
                            return failed(answer.error());
                        m_retry->succeeded();
                        setState(State::Ready);
                        if (answer->empty()) {
                            m_run.reset();
                            m_cells.clear();
                            return redraw();
                        }
                        const bool same = m_run == answer->front() && !m_cells.empty();
                        m_run = answer->front();
                        if (!same || workflow::phaseOf(m_run->state) != workflow::Phase::Done)
                            askCells();
                        else
                            redraw();
                    });
}

void ServerDagPanel::askCells()
{
    auto* runs = workbench().hub().contract<workflow::Runs>(m_service);
    if (!runs || !m_run)
        return;
    m_cellsCall = runs->cells(m_dag, {m_run->ref.run})
                      .onDone(this, [this](Result<std::vector<workflow::RunCells>> answer) {
                          if (!answer)
                              return failed(answer.error());
                          m_cells = answer->empty() ? std::vector<workflow::Cell>()
                                                    : std::move(answer->front().cells);
                          redraw();
                      });
}

void ServerDagPanel::redraw()
{
    m_state->setState(m_run ? runGlyph(m_run->state) : ui::Glyph::NoStatus,
        m_run ? m_run->state : tr("never ran"));
    m_header->setSubtitle(m_run ? m_run->ref.run : QString());
    Layout layout;
    layout.closed = m_closed;
    ui::GraphScene scene = sceneOf(m_pipeline, layout, nullptr);
    QHash<QString, const workflow::Cell*> cells;
    for (const workflow::Cell& cell : m_cells)
        cells.insert(cell.task, &cell);
    for (ui::GraphNode& node : scene.nodes) {
        const workflow::Cell* cell = cells.value(node.id);
        if (!cell)
            continue;
        node.glyph = runGlyph(cell->state);
        node.word = cell->state;
        node.tone = ui::glyphColor(node.glyph);
        const bool waits = workflow::phaseOf(cell->state) == workflow::Phase::Waiting;
        node.border = waits ? ui::GraphNode::Border::Dashed
            : cell->state == "success"_L1 || cell->state == "skipped"_L1
            ? ui::GraphNode::Border::Plain
            : ui::GraphNode::Border::Toned;
        if (node.rows.size() > 1)
            node.rows[1] = {tr("state"), cell->state};
    }
    // What came out of a task flows on in the colour of its state.
    for (ui::GraphEdge& edge : scene.edges) {
        const workflow::Cell* cell = cells.value(edge.from);
        const ui::Glyph glyph = cell ? runGlyph(cell->state) : ui::Glyph::NoStatus;
        edge.tone = ui::glyphColor(glyph);
        edge.dash = ui::glyphEdgeDash(glyph);
        edge.moving = glyph == ui::Glyph::Running;
        edge.faint = glyph == ui::Glyph::NoStatus;
    }
    m_view->setScene(std::move(scene));
}

void ServerDagPanel::failed(const Error& error)
{
    m_retry->failed(error, m_known);
    setState(m_known ? State::Stale : State::Error);
}

} // namespace pilothouse::pipelines
