// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/graphpane.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/graph/graphview.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/overflow.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/taskgraph.h"
#include "workflow/panel/worktext.h"

#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{
constexpr size_t kOpenAtFirst = 60; // tasks up to which groups stand open by themselves
constexpr int kHeaderEdges = 20;
constexpr int kTitleRoom = 160; // px the name keeps before the buttons do
} // namespace

GraphPane::GraphPane(ui::Workbench& workbench, RunFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
    , m_kept(workbench.settings(), feed.service())
{
    buildLayout();
    buildActions();
    m_soon.setSingleShot(true);
    m_soon.setInterval(60);
    connect(&m_soon, &QTimer::timeout, this, &GraphPane::update);
    const auto mine = [this](const QString& dag) {
        if (dag == m_dag && !m_soon.isActive())
            m_soon.start();
    };
    connect(&feed, &RunFeed::cellsChanged, this, mine);
    connect(&feed, &RunFeed::runsChanged, this, mine);
    connect(&feed, &RunFeed::structureChanged, this, mine);
    connect(&feed, &RunFeed::failed, this, &GraphPane::updateState);
    connect(&feed, &RunFeed::failed, this, &GraphPane::updateStale);
    connect(&feed, &RunFeed::fellSilent, this, &GraphPane::updateStale);
    connect(&feed, &RunFeed::answered, this, &GraphPane::updateStale);
    connect(m_frame, &ui::StateFrame::retryRequested, this, [this] {
        m_feed.retryByHand();
        updateState();
    });
    updateStale(); // it may be made in an outage
}

void GraphPane::buildLayout()
{
    m_header = new ui::PanelHeader(QString(), this);
    m_frame = new ui::StateFrame(this);
    m_view = new ui::GraphView(m_workbench.hub().runtime(), tr("Tasks of the run"), m_frame);
    m_frame->setContent(m_view);
    m_mapButton = new ui::IconButton(u"map"_s, tr("Map across DAGs"), QKeySequence(), this);
    m_mapButton->setCheckable(true);
    connect(m_mapButton, &QAbstractButton::toggled, this, &GraphPane::setMapShown);
    m_path = new ui::IconButton(u"anchor"_s, tr("Critical path"), QKeySequence(), this);
    m_path->setCheckable(true);
    connect(m_path, &QAbstractButton::toggled, this, &GraphPane::setCriticalPath);
    auto* smaller = new ui::IconButton(u"minus"_s, tr("Smaller"), QKeySequence(), this);
    m_zoom = new ui::Button(u"100 %"_s, ui::ButtonVariant::Quiet, this);
    m_zoom->setSmall(true);
    m_zoom->setToolTip(tr("Original size"));
    auto* larger = new ui::IconButton(u"plus"_s, tr("Larger"), QKeySequence(), this);
    auto* fit = new ui::IconButton(u"expand"_s, tr("Fit the graph"), QKeySequence(), this);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_mapButton, m_path, smaller, m_zoom, larger, fit})
        m_header->addRight(part);
    m_overflow = new Overflow(*m_header);
    m_overflow->add({m_mapButton});
    m_overflow->add({fit});
    m_overflow->add({m_path});
    m_overflow->add({smaller, m_zoom, larger});
    connect(smaller, &QAbstractButton::clicked, this,
        [this] { m_view->setZoom(m_view->zoom() / 1.25); });
    connect(larger, &QAbstractButton::clicked, this,
        [this] { m_view->setZoom(m_view->zoom() * 1.25); });
    connect(m_zoom, &QAbstractButton::clicked, this, [this] { m_view->setZoom(1); });
    connect(fit, &QAbstractButton::clicked, m_view, &ui::GraphView::fit);
    connect(m_view, &ui::GraphView::zoomChanged, this,
        [this](double zoom) { m_zoom->setText(u"%1 %"_s.arg(int(std::lround(zoom * 100)))); });
    connect(m_view, &ui::GraphView::currentChanged, this, [this](const QString& id) {
        if (!m_quiet && !m_showsMap && !id.isEmpty())
            Q_EMIT taskChosen(id);
    });
    connect(m_view, &ui::GraphView::nodeActivated, this, [this](const QString& id) {
        if (!m_showsMap) {
            Q_EMIT taskOpened(id);
            return;
        }
        if (m_map)
            for (const MapNode& node : m_map->nodes)
                if (node.id == id && !node.dag.isEmpty())
                    Q_EMIT dagOpened(node.dag);
    });
    m_view->setPinning(true);
    connect(m_view, &ui::GraphView::nodeMoved, this, [this](const QString& id, const QPointF& at) {
        m_pins.insert(id, at);
        m_kept.keep(m_dag, m_pins);
    });
    connect(m_view, &ui::GraphView::contextMenuWanted, this,
        [this](const QString& id, const QPoint& at) { menuFor(id)->popup(at); });
    connect(m_view, &ui::GraphView::groupToggled, this, [this](const QString& id, bool open) {
        if (open)
            m_open.insert(id);
        else
            m_open.remove(id);
        m_soon.start(); // what is inside shows on it, or no longer
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_frame, 1);
}

void GraphPane::setRun(const QString& dag, const QString& run)
{
    if (dag == m_dag && run == m_run)
        return;
    if (dag != m_dag) {
        m_versions.clear();
        m_open.clear();
        m_rings.clear();
        m_pins = m_kept.of(dag);
        m_view->closeSearch();
        m_dag = dag;
        m_opens = true;
    }
    m_run = run;
    openSmall();
    askStructure();
    m_soon.start(0);
}

// The groups of a small DAG stand open by themselves, as soon as they are known.
void GraphPane::openSmall()
{
    const RunBook* book = m_feed.book(m_dag);
    if (!m_opens || !book || !book->structure())
        return;
    m_opens = false;
    if (book->structure()->tasks.size() <= kOpenAtFirst)
        for (const GroupInfo& group : book->structure()->groups)
            m_open.insert(group.id);
}

// The structure the run was made with; the deployed one until it has come, or where none is kept.
void GraphPane::askStructure()
{
    m_structureCall = {};
    const RunBook* book = m_feed.book(m_dag);
    const RunEntry* run = book ? book->find(m_run) : nullptr;
    auto* contract = m_workbench.hub().contract<Structure>(m_feed.service());
    if (!run || !contract || run->info.versions.empty() || !m_feed.capabilities().dagVersions)
        return;
    const int version = run->info.versions.back();
    const RunEntry* newest = book->newest();
    const bool deployed
        = newest && !newest->info.versions.empty() && newest->info.versions.back() == version;
    if (deployed || m_versions.count(version))
        return;
    m_structureCall = contract->structure(m_dag, version)
                          .onDone(this, [this, version](Result<DagStructure> answer) {
                              if (!answer)
                                  return; // the deployed one stays
                              m_versions[version] = std::move(*answer);
                              update();
                          });
}

const DagStructure* GraphPane::structure() const
{
    const RunBook* book = m_feed.book(m_dag);
    if (!book)
        return nullptr;
    if (const RunEntry* run = book->find(m_run); run && !run->info.versions.empty())
        if (const auto of = m_versions.find(run->info.versions.back()); of != m_versions.end())
            return &of->second;
    return book->structure() ? &*book->structure() : nullptr;
}

void GraphPane::setCurrentTask(const QString& task)
{
    m_task = task;
    m_chooses = true;
    if (!m_showsMap)
        chooseTask();
}

// Of a graph that is not there yet the task is chosen when it comes.
void GraphPane::chooseTask()
{
    m_quiet = true;
    m_chooses = !m_view->choose(m_task) && m_view->current().isEmpty();
    m_quiet = false;
}

void GraphPane::tick()
{
    if (m_runs && !m_showsMap && isVisible() && !m_soon.isActive())
        update();
}

void GraphPane::setRings(const QSet<QString>& tasks)
{
    if (std::exchange(m_rings, tasks) != tasks)
        m_soon.start();
}

void GraphPane::setCriticalPath(bool shown)
{
    m_critical = shown;
    m_path->setChecked(shown);
    update();
}

void GraphPane::setMapShown(bool shown)
{
    m_mapButton->setChecked(shown);
    if (std::exchange(m_showsMap, shown) == shown)
        return;
    m_path->setEnabled(!shown);
    if (shown && !m_map)
        askMap();
    m_chooses = !shown;
    m_view->setPinning(!shown);
    update();
    m_view->layOutAfresh();
    m_view->fitReadable();
}

void GraphPane::askMap()
{
    auto* contract = m_workbench.hub().contract<Structure>(m_feed.service());
    if (!contract)
        return;
    m_mapCall = contract->map().onDone(this, [this](Result<DagMap> answer) {
        if (!answer) {
            m_workbench.report(answer.error());
            m_mapButton->setChecked(false);
            return;
        }
        m_map = std::move(*answer);
        update();
        m_view->fitReadable();
    });
}

void GraphPane::update()
{
    updateState();
    updateWords();
    if (!isVisible())
        return; // showEvent() comes here again
    m_quiet = true;
    if (m_showsMap) {
        QHash<QString, StateWord> newest;
        for (const DagInfo& dag : m_feed.dags())
            if (const auto& runs = m_feed.bars(dag.id); !runs.empty())
                newest.insert(dag.id, runs.back().state);
        m_view->setScene(m_map ? TaskGraph::map(*m_map, newest) : ui::GraphScene());
        m_view->setHighlighted({});
    } else if (const DagStructure* of = structure()) {
        openSmall();
        const RunBook* book = m_feed.book(m_dag);
        const RunEntry* run = book ? book->find(m_run) : nullptr;
        ui::GraphScene scene = TaskGraph::scene(*of, run, m_open, m_rings, m_feed.serverNow());
        for (ui::GraphNode& node : scene.nodes)
            if (const auto pin = m_pins.constFind(node.id); pin != m_pins.constEnd())
                node.pinned = *pin;
        m_view->setScene(std::move(scene));
        if (std::exchange(m_seen, m_dag) != m_dag) // how another one was looked at says nothing
            m_view->fitReadable();
        m_runs = run && std::any_of(run->cells.begin(), run->cells.end(), [](const Cell& cell) {
            return cell.state == "running"_L1;
        });
        m_view->setHighlighted(
            m_critical && run ? criticalPath(*of, *run, m_feed.serverNow()) : QStringList());
    } else {
        m_view->setScene({});
    }
    m_quiet = false;
    if (m_chooses && !m_showsMap)
        chooseTask();
}

// Dimmed as grid and list are; the run's line says what it shows.
void GraphPane::updateStale()
{
    const bool old = m_feed.isOld() && m_feed.hasDags();
    if (m_view->isFaded() == old)
        return;
    m_view->setFaded(old);
    updateWords();
}

void GraphPane::updateState()
{
    const Error* error = m_feed.structureError(m_dag);
    if (!error && m_feed.error() && !m_feed.isReadingFirst(m_dag))
        error = &*m_feed.error();
    if (m_showsMap || m_dag.isEmpty() || structure()) {
        m_frame->showReady();
    } else if (error) {
        ui::ErrorInfo info;
        info.heading = ui::ErrorWords::heading(*error, m_feed.serviceTitle());
        info.original = ui::ErrorWords::original(*error);
        info.note = tr("The graph of %1 has not come. It is asked for again by itself.").arg(m_dag);
        m_frame->showError(info);
    } else {
        m_frame->showLoading({tr("reading the graph of %1").arg(m_dag), -1, -1});
    }
}

void GraphPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

// The name of the run stays whole as long as it can.
void GraphPane::fitHeader()
{
    const QFontMetrics metrics(ui::Theme::of(this).font(ui::TextStyle::ControlStrong));
    const int title = metrics.horizontalAdvance(m_header->title()) + 2;
    m_overflow->fit(width() - kHeaderEdges - std::min(title, kTitleRoom) - Overflow::kGap);
}

void GraphPane::updateWords()
{
    QString known;
    if (m_view->isFaded())
        known = tr("states known at %1")
                    .arg(m_feed.serverNow()
                             .toTimeZone(m_workbench.timeContext().zone())
                             .toString(u"HH:mm:ss"_s));
    if (m_showsMap) {
        m_header->setTitle(tr("Map across DAGs"));
        m_header->setSubtitle(known);
        fitHeader();
        return;
    }
    const RunBook* book = m_feed.book(m_dag);
    const RunEntry* run = book ? book->find(m_run) : nullptr;
    if (!run) {
        m_header->setTitle(tr("No run chosen"));
        m_header->setSubtitle({});
        return;
    }
    int done = 0;
    int all = 0;
    for (const Cell& cell : run->cells) {
        if (cell.group)
            continue;
        ++all;
        done += isFinal(cell.state) ? 1 : 0;
    }
    m_header->setTitle(
        tr("Run %1").arg(runName(run->info, m_workbench.timeContext().zone(), m_feed.serverNow())));
    QStringList words;
    if (!known.isEmpty())
        words.append(known);
    if (!run->info.type.isEmpty()) // not every answer tells it
        words.append(run->info.type);
    if (all > 0)
        words.append(tr("%1 of %2 done").arg(done).arg(all));
    if (const DeadlineInfo* deadline = book->deadline(m_run); deadline && deadline->missed)
        words.append(tr("deadline missed"));
    m_header->setSubtitle(words.join(u", "_s));
    fitHeader();
}

void GraphPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_W && event->modifiers() == Qt::NoModifier && !m_showsMap)
        Q_EMIT whyAsked();
    else
        QWidget::keyPressEvent(event);
}

void GraphPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    update();
}

} // namespace pilothouse::workflow
