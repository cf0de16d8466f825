// SPDX-License-Identifier: GPL-3.0-or-later
// Tree, bars and card show one snapshot; acts go through the workbench.
#include "database/panel/lockspanel.h"

#include "core/servicehub.h"
#include "database/panel/lockdelegate.h"
#include "database/panel/lockmodel.h"
#include "database/panel/locktext.h"
#include "database/panel/sessioncard.h"
#include "database/panel/sessiontimeline.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/absence.h"
#include "ui/errors/panelretry.h"
#include "ui/shownzone.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::Token;

namespace
{

constexpr auto kPace = 2s;
constexpr int kZoomMargin = 30; // seconds before a wait that is zoomed to

QLabel* footerLabel(Token tone, QWidget* parent)
{
    auto* label = new QLabel(parent);
    ui::setTextStyle(label, ui::TextStyle::Caption);
    ui::setTone(label, tone);
    return label;
}

void fillColumn(QWidget* column, QWidget* header, QWidget* content, QWidget* footer)
{
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(content, 1);
    layout->addWidget(footer);
}

} // namespace

LocksPanel::LocksPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
{
    buildLayout();
    buildActions();
    m_timer.setInterval(kPace);
    connect(&m_timer, &QTimer::timeout, this, &LocksPanel::refreshWhenVisible);
    connect(&workbench.hub(), &ServiceHub::writesChanged, this, [this](const ServiceId& id) {
        if (id == m_service)
            updateCard();
    });
    connect(
        &workbench.timeContext(), &ui::TimeContext::rangeChanged, this, &LocksPanel::updateRange);
    m_frame->showLoading({tr("asking %1").arg(m_service), -1, -1});
    refreshWhenVisible();
}

LocksPanel::~LocksPanel() = default;

QString LocksPanel::title() const
{
    return tr("Locks · %1").arg(m_service);
}

QString LocksPanel::iconName() const
{
    return u"lock"_s;
}

QString LocksPanel::kind() const
{
    return u"database.locks"_s;
}

void LocksPanel::buildLayout()
{
    m_model = new LockModel(this);
    m_frame = new ui::StateFrame(this);
    auto* all = new QSplitter(Qt::Horizontal, m_frame);
    auto* middle = new QSplitter(Qt::Horizontal, all);
    middle->addWidget(buildSessions(middle));
    middle->addWidget(buildTimeline(middle));
    middle->setSizes({420, 480});
    middle->setChildrenCollapsible(false);

    m_card = new SessionCard(all);
    m_card->setMinimumWidth(300);
    const auto activity = [this] {
        return workbench().hub().contract<Activity>(m_service);
    };
    connect(m_card, &SessionCard::cancelRequested, this, [this, activity](int pid) {
        if (auto* a = activity())
            perform(a->cancelAct(pid));
    });
    connect(m_card, &SessionCard::terminateRequested, this, [this, activity](int pid) {
        if (auto* a = activity())
            perform(a->terminateAct(pid));
    });

    all->addWidget(middle);
    all->addWidget(m_card);
    all->setStretchFactor(0, 1);
    all->setSizes({900, 420});
    all->setChildrenCollapsible(false);
    m_frame->setContent(all);
    m_frame->setHeader(m_header);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { refreshWhenVisible(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
}

QWidget* LocksPanel::buildSessions(QWidget* parent)
{
    auto* side = new QWidget(parent);
    m_header = new ui::PanelHeader(tr("Locks"), side);
    m_view = new ui::SegmentedControl(tr("Sessions shown"), m_header);
    m_view->addSegment(tr("Blocked"));
    m_view->addSegment(tr("All"));
    auto* again
        = new ui::IconButton(u"refresh"_s, tr("Refresh"), QKeySequence(Qt::Key_F5), m_header);
    again->setShortcut({}); // the action answers the key; two of them would be ambiguous
    connect(again, &QAbstractButton::clicked, this, &LocksPanel::refresh);
    m_header->addRight(m_view);
    m_header->addRight(again);

    m_treeStack = new QStackedWidget(side);
    m_tree = new QTreeView(m_treeStack);
    m_tree->setAccessibleName(tr("Blocking sessions"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new LockDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(LockModel::Session, QHeaderView::Stretch);
    m_tree->header()->resizeSection(LockModel::Waits, 176);
    connect(m_view, &ui::SegmentedControl::currentChanged, this, [this](int index) {
        m_model->setView(index == 0 ? LockModel::View::Blocked : LockModel::View::All);
        m_tree->expandAll();
        updateWords();
        updateCard();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        updateCard();
        m_timeline->update();
    });
    m_calm = new QLabel(m_treeStack);
    m_calm->setAlignment(Qt::AlignCenter);
    ui::setPlate(m_calm, Token::Surface);
    ui::setTextStyle(m_calm, ui::TextStyle::Heading);
    m_treeStack->addWidget(m_tree);
    m_treeStack->addWidget(m_calm);
    auto* footer = new ui::PanelFooter(side);
    m_roots = footerLabel(Token::Text2, footer);
    m_longest = footerLabel(Token::Text2, footer);
    auto* reserved = footerLabel(Token::Text3, footer);
    reserved->setText(tr("reserved connection"));
    reserved->setToolTip(tr("Opened in advance: it answers when all slots are taken."));
    footer->addLeft(m_roots);
    footer->addLeft(m_longest);
    footer->addRight(reserved);
    fillColumn(side, m_header, m_treeStack, footer);
    return side;
}

QWidget* LocksPanel::buildTimeline(QWidget* parent)
{
    m_overTime = new QWidget(parent);
    auto* header = new ui::PanelHeader(tr("Sessions over time"), m_overTime);
    header->addRight(new SpanLegend(header));
    m_timeline = new SessionTimeline(m_history, m_tree, m_overTime);
    connect(m_timeline, &SessionTimeline::rangeSelected, this,
        [this](const TimeRange& range) { workbench().timeContext().setRange(range); });
    connect(m_timeline, &SessionTimeline::pidClicked, this,
        [this](int pid) { m_tree->setCurrentIndex(m_model->indexOf(pid)); });
    auto* footer = new ui::PanelFooter(m_overTime);
    m_sampled = footerLabel(Token::Text2, footer);
    auto* hint = footerLabel(Token::Text3, footer);
    hint->setText(tr("drag to zoom, Z"));
    footer->addLeft(m_sampled);
    footer->addRight(hint);
    fillColumn(m_overTime, header, m_timeline, footer);
    return m_overTime;
}

void LocksPanel::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        m_actions.append(action);
        return action;
    };
    add(tr("Refresh"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    add(tr("Terminate the chosen session…"), QKeySequence(Qt::Key_Delete), [this] {
        if (auto* a = workbench().hub().contract<Activity>(m_service); a && currentPid() > 0)
            perform(a->terminateAct(currentPid()));
    })->setProperty("destructive", true);
    add(tr("Zoom to the wait"), QKeySequence(Qt::Key_Z), [this] { zoomToWait(); });
    add(tr("Copy pid and query"), QKeySequence::Copy, [this] {
        if (const auto* s = m_model->session(m_tree->currentIndex()))
            QGuiApplication::clipboard()->setText(QString::number(s->pid) % u'\t' % s->query);
    });
}

// The chosen session's wait; of a root blocker, its transaction.
void LocksPanel::zoomToWait()
{
    const SessionInfo* s = m_model->session(m_tree->currentIndex());
    if (!s)
        return;
    QDateTime from = s->transactionStart;
    for (const LockInfo& lock : m_model->snapshot().locks)
        if (lock.pid == s->pid && !lock.granted && lock.waitStart.isValid())
            from = lock.waitStart;
    if (from.isValid())
        workbench().timeContext().setRange(
            {from.addSecs(-kZoomMargin), m_model->snapshot().serverTime});
}

void LocksPanel::open(const Link& link)
{
    // view "locks/48211" chooses a session.
    m_wantedPid = link.view.section(u'/', 1, 1).toInt();
    if (m_haveAnswer && m_wantedPid > 0)
        m_tree->setCurrentIndex(m_model->indexOf(std::exchange(m_wantedPid, 0)));
}

void LocksPanel::refresh()
{
    auto* activity = workbench().hub().contract<Activity>(m_service);
    if (!activity) {
        setState(State::NotConnected);
        m_frame->showNotConnected(ui::absencePage(u"lock"_s, workbench().hub(), m_service));
        return;
    }
    m_timer.start();
    if (m_ask.running())
        return;
    m_ask = activity->snapshot().onDone(this, [this](Result<ActivitySnapshot> result) {
        if (result) {
            m_haveAnswer = true;
            m_retry->succeeded();
            show(*result);
            setState(m_model->waiting() == 0 && m_view->currentIndex() == 0 ? State::Empty
                                                                            : State::Ready);
            return;
        }
        if (result.error().kind == Error::Kind::Auth)
            m_timer.stop(); // the user asks again
        m_retry->failed(result.error(), m_haveAnswer);
        setState(m_haveAnswer ? State::Stale : State::Error);
    });
}

void LocksPanel::show(const ActivitySnapshot& snapshot)
{
    m_history.add(snapshot);
    const bool hadRows = m_model->rowCount() > 0;
    m_model->update(snapshot);
    if (!hadRows || m_model->view() == LockModel::View::Blocked)
        m_tree->expandAll();
    if (m_wantedPid > 0)
        m_tree->setCurrentIndex(m_model->indexOf(std::exchange(m_wantedPid, 0)));
    if (!m_tree->currentIndex().isValid() && m_model->rowCount() > 0)
        m_tree->setCurrentIndex(m_model->index(0, 0));
    updateRange();
    updateWords();
    updateCard();
}

void LocksPanel::updateWords()
{
    const ActivitySnapshot& a = m_model->snapshot();
    const int waiting = m_model->waiting();
    m_header->setSubtitle(
        waiting > 0 ? tr("%n session(s) wait", nullptr, waiting) : tr("no session waits"));
    m_view->setSegmentText(1, tr("All %1").arg(a.sessions.size()));
    m_roots->setText(tr("Root blockers %1").arg(m_model->rootBlockers()));
    qint64 longest = m_model->longestWait();
    if (waiting > 0) {
        m_longest->setText(tr("Longest wait %1").arg(ageText(longest)));
    } else {
        longest = 0;
        for (const SessionInfo& s : a.sessions)
            if (s.transactionStart.isValid() && !s.ours)
                longest = std::max(longest, s.transactionStart.secsTo(a.serverTime));
        m_longest->setText(tr("Longest transaction %1").arg(ageText(longest)));
    }
    const bool calm = m_model->rowCount() == 0;
    m_treeStack->setCurrentIndex(calm ? 1 : 0);
    m_overTime->setVisible(!calm);
    m_calm->setText(tr("No session waits. Longest transaction %1.").arg(ageText(longest)));
    m_sampled->setText(tr("Sampled every 2 s since %1")
                           .arg(ui::shownTime(m_history.since()).toString(u"HH:mm:ss"_s)));
}

void LocksPanel::updateRange()
{
    m_timeline->setRange(workbench().timeContext().range());
}

void LocksPanel::updateCard()
{
    const Service* service = workbench().hub().service(m_service);
    m_card->setActsRefused(
        service && !service->gate->allows() ? tr("Writes are off for this connection") : QString());
    m_card->show(m_model->snapshot(), currentPid());
    m_card->setVisible(m_model->rowCount() > 0);
}

int LocksPanel::currentPid() const
{
    const auto index = m_tree->currentIndex();
    return index.isValid() ? index.data(LockModel::PidRole).toInt() : 0;
}

void LocksPanel::perform(Call<Act> act)
{
    m_act = std::move(act).onDone(this, [this](Result<Act> result) {
        if (!result) {
            workbench().report(result.error());
            return;
        }
        workbench().confirm(std::move(*result), this, [this](Task*) { refreshWhenVisible(); });
    });
}

QJsonObject LocksPanel::saveState() const
{
    return {{u"version"_s, 1}, {u"all"_s, m_view->currentIndex() == 1}};
}

void LocksPanel::restoreState(const QJsonObject& state)
{
    m_view->setCurrentIndex(state[u"all"_s].toBool() ? 1 : 0);
}

qint64 LocksPanel::drawnRows() const
{
    qint64 rows = 0;
    for (auto i = m_model->index(0, 0); i.isValid(); i = m_tree->indexBelow(i))
        ++rows;
    return rows;
}

void LocksPanel::hideEvent(QHideEvent* event)
{
    m_timer.stop();
    Panel::hideEvent(event);
}

} // namespace pilothouse::database
