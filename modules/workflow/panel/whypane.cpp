// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/whypane.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/whydelegate.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;
using Verdict = WhyCheck::Verdict;

namespace
{
constexpr int kHolders = 16;
}

WhyPane::WhyPane(ui::Workbench& workbench, RunFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(250); // at most four times a second
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (!isVisible() || m_task.task.isEmpty())
            return;
        const StateWord before = m_facts.task.state;
        gather();
        if (stateInGrid() != before && !stateInGrid().isEmpty())
            refresh();
        else
            work();
    });
    const auto changed = [this](const QString& dag) {
        if (dag == m_task.dag && !m_soon.isActive())
            m_soon.start();
    };
    connect(&feed, &RunFeed::cellsChanged, this, changed);
    connect(&feed, &RunFeed::runsChanged, this, changed);
    connect(&feed, &RunFeed::structureChanged, this, changed);
    connect(&feed, &RunFeed::serverChanged, this, [this, changed] { changed(m_task.dag); });
}

void WhyPane::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Why is this task not running?"), this);
    m_again = new ui::IconButton(u"refresh"_s, tr("Look again"), QKeySequence(), this);
    connect(m_again, &QAbstractButton::clicked, this, &WhyPane::refresh);
    m_header->addRight(m_again);

    m_subject = new QLabel(this);
    ui::setTextStyle(m_subject, TextStyle::Body);
    m_subject->setTextFormat(Qt::RichText);
    m_subject->setContentsMargins(12, 8, 12, 0);
    auto* box = new QFrame(this);
    ui::setLook(box, "variant", u"warnBox"_s);
    m_box = box;
    m_sentence = new QLabel(box);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    ui::setTextStyle(m_sentence, TextStyle::Body);
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(10, 8, 10, 8);
    inside->addWidget(m_sentence);

    m_checks = new QTreeWidget(this);
    m_checks->setAccessibleName(tr("Checks"));
    m_checks->setHeaderHidden(true);
    m_checks->setRootIsDecorated(false);
    m_checks->setIndentation(0);
    m_checks->setFrameShape(QFrame::NoFrame);
    m_checks->setItemDelegate(new WhyDelegate(m_checks));
    m_checks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_checks, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const QString task = item->data(0, WhyDelegate::TaskRole).toString();
        if (!task.isEmpty())
            Q_EMIT taskAsked(m_task.dag, m_task.run, task);
    });

    auto* footer = new ui::PanelFooter(this);
    m_when = new QLabel(footer);
    ui::setTextStyle(m_when, TextStyle::Caption);
    ui::setTone(m_when, Token::Text3);
    m_cause = new ui::Button(tr("Show cause"), ui::ButtonVariant::Link, footer);
    connect(m_cause, &QAbstractButton::clicked, this, [this] {
        for (const WhyCheck& check : m_answer.checks)
            if (check.kind == WhyCheck::Kind::TriggerRule && check.verdict == Verdict::Now)
                for (const WhyDetail& detail : check.details)
                    if (!isFinal(detail.state)) {
                        Q_EMIT taskAsked(m_task.dag, m_task.run, detail.name);
                        return;
                    }
    });
    footer->addLeft(m_when);
    footer->addRight(m_cause);

    auto* boxRow = new QVBoxLayout;
    boxRow->setContentsMargins(12, 6, 12, 8);
    boxRow->addWidget(m_box);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_subject);
    layout->addLayout(boxRow);
    layout->addWidget(m_checks, 1);
    layout->addWidget(footer);
    fill();
}

QString WhyPane::stateInGrid() const
{
    const RunBook* book = m_feed.book(m_task.dag);
    const RunEntry* run = book ? book->find(m_task.run) : nullptr;
    const Cell* cell = run && m_task.map < 0 ? run->cell(m_task.task) : nullptr;
    return cell ? cell->state : QString();
}

void WhyPane::ask(const TaskRef& task)
{
    if (task == m_task)
        return;
    m_task = task;
    m_facts = {};
    m_own.reset();
    m_ownError.clear();
    m_answer = {};
    refresh();
}

void WhyPane::refresh()
{
    ServiceHub& hub = m_workbench.hub();
    auto* runs = hub.contract<Runs>(m_feed.service());
    if (!runs || m_task.task.isEmpty()) {
        fill();
        return;
    }
    gather();
    work();
    m_instanceCall = runs->instance(m_task).onDone(this, [this](Result<TaskInstance> answer) {
        if (answer)
            m_facts.task = std::move(*answer);
        gather();
        work();
        // Who holds the pool is asked for once its name is known.
        auto* again = m_workbench.hub().contract<Runs>(m_feed.service());
        if (!again || m_facts.task.pool.isEmpty())
            return;
        m_holdersCall = again->holders(m_facts.task.pool, kHolders)
                            .onDone(this, [this](Result<std::vector<TaskInstance>> holders) {
                                if (holders)
                                    m_facts.holders = std::move(*holders);
                                work();
                            });
    });
    m_ownCall = runs->dependencies(m_task).onDone(
        this, [this](Result<std::vector<std::pair<QString, QString>>> answer) {
            m_own.reset();
            m_ownError.clear();
            if (answer)
                m_own = std::move(*answer);
            else
                m_ownError = ui::ErrorWords::line(answer.error(), m_feed.service());
            fill();
        });
    if (auto* admin = hub.contract<Admin>(m_feed.service())) {
        m_stateCall = admin->state().onDone(this, [this](Result<ServerState> answer) {
            if (answer)
                m_facts.components = answer->components;
            work();
        });
    }
}

// What the feed already holds costs the server nothing.
void WhyPane::gather()
{
    const RunBook* book = m_feed.book(m_task.dag);
    m_facts.now = m_feed.serverNow();
    if (m_facts.components.empty())
        m_facts.components = m_feed.serverState().components;
    m_facts.task.ref = m_task;
    if (m_facts.task.state.isEmpty())
        m_facts.task.state = stateInGrid().isEmpty() ? stateWord(u"") : stateInGrid();
    if (!book)
        return;
    m_facts.dag = book->details();
    if (!m_facts.dag) {
        if (const DagInfo* info = m_feed.dag(m_task.dag)) {
            m_facts.dag = DagDetails();
            m_facts.dag->info = *info;
        }
    } else if (const DagInfo* info = m_feed.dag(m_task.dag)) {
        m_facts.dag->info.paused = info->paused; // fresher than the details
    }
    const RunEntry* run = book->find(m_task.run);
    m_facts.run = run ? std::optional(run->info) : std::nullopt;
    m_facts.pickedUp = !run || !run->cellsRead.isValid() || !run->cells.empty();
    m_facts.activeRuns = 0;
    m_facts.activeTasks = 0;
    const bool perRun = m_feed.capabilities().major >= 3; // what max_active_tasks counts
    for (const RunEntry& other : book->runs()) {
        m_facts.activeRuns += other.info.state == "running"_L1 ? 1 : 0;
        if (!other.isActive() || (perRun && other.info.ref.run != m_task.run))
            continue;
        for (const Cell& cell : other.cells) {
            if (cell.group)
                continue;
            if (cell.children.empty())
                m_facts.activeTasks
                    += cell.state == "running"_L1 || cell.state == "queued"_L1 ? 1 : 0;
            for (const auto& [state, count] : cell.children)
                if (state == "running"_L1 || state == "queued"_L1)
                    m_facts.activeTasks += count;
        }
    }
    const int column = book->indexOf(m_task.run);
    m_facts.firstRun = column == 0 && !book->hasOlder();
    m_facts.previous.reset();
    if (column > 0)
        if (const Cell* before = book->runs()[size_t(column) - 1].cell(m_task.task))
            m_facts.previous = before->state;
    gatherUpstream();
    const PoolInfo* pool = m_feed.pool(m_facts.task.pool);
    m_facts.pool = pool ? std::optional(*pool) : std::nullopt;
    m_facts.poolError = m_feed.poolsError();
    for (const ImportError& error : m_feed.importErrors())
        if (m_facts.dag && !m_facts.dag->info.file.isEmpty()
            && (error.file == m_facts.dag->info.file
                || m_facts.dag->info.file.endsWith(error.file)))
            m_facts.importError = error.trace;
}

void WhyPane::gatherUpstream()
{
    const RunBook* book = m_feed.book(m_task.dag);
    if (!book->structure())
        return;
    const RunEntry* run = book->find(m_task.run);
    for (const TaskInfo& info : book->structure()->tasks) {
        if (info.id != m_task.task)
            continue;
        m_facts.triggerRule = info.triggerRule;
        m_facts.dependsOnPast = info.dependsOnPast;
        m_facts.mapped = info.mapped;
        if (m_facts.task.pool.isEmpty())
            m_facts.task.pool = info.pool;
        if (m_facts.task.state == "up_for_retry"_L1 && info.retryDelay >= 0
            && m_facts.task.end.isValid())
            m_facts.nextTry = m_facts.task.end.addMSecs(qint64(info.retryDelay * 1000));
    }
    std::vector<UpstreamFact> upstream;
    for (const TaskEdge& edge : book->structure()->edges) {
        if (edge.to != m_task.task)
            continue;
        UpstreamFact fact;
        fact.task = edge.from;
        fact.state = stateWord(u"");
        std::vector<double> past;
        for (const RunEntry& other : book->runs()) {
            const Cell* cell = other.cell(edge.from);
            if (cell && cell->state == "success"_L1 && cell->end.isValid())
                past.push_back(spanOf(cell->start, cell->end, cell->end));
        }
        fact.usual = usualOf(past);
        if (const Cell* cell = run ? run->cell(edge.from) : nullptr) {
            fact.state = cell->state;
            fact.start = cell->start;
            fact.end = cell->end;
        }
        upstream.push_back(std::move(fact));
    }
    m_facts.upstream = std::move(upstream);
}

void WhyPane::work()
{
    m_answer = whyNotRunning(m_facts);
    fill();
    Q_EMIT answered();
}

QString WhyPane::sentence() const
{
    return m_sentence->text();
}

void WhyPane::fill()
{
    const bool none = m_task.task.isEmpty();
    m_box->setVisible(!none);
    m_cause->setVisible(false);
    if (none) {
        m_subject->setText(tr("No task chosen"));
        m_checks->clear();
        m_when->clear();
        return;
    }
    const QString run = m_facts.run
        ? runName(*m_facts.run, m_workbench.timeContext().zone(), m_facts.now)
        : m_task.run;
    m_subject->setText(tr("<b>%1</b>, run %2, %3")
                           .arg(m_task.task.toHtmlEscaped(), run.toHtmlEscaped(),
                               m_facts.task.state.toHtmlEscaped()));
    m_sentence->setText(m_answer.sentence);
    ui::setLook(m_box, "variant", m_answer.waits ? u"warnBox"_s : u"card"_s);
    const int scrolled = m_checks->currentIndex().row();
    m_checks->clear();
    int number = 0;
    const QString words[] = {tr("ok"), tr("now"), tr("next"), tr("not known")};
    for (const WhyCheck& check : m_answer.checks) {
        auto* item = new QTreeWidgetItem(m_checks, {check.title});
        item->setData(0, WhyDelegate::NumberRole, ++number);
        item->setData(0, WhyDelegate::VerdictRole, int(check.verdict));
        item->setData(0, WhyDelegate::ValueRole, check.value);
        item->setData(0, Qt::AccessibleTextRole,
            u"%1: %2, %3"_s.arg(check.title, check.value, words[size_t(check.verdict)]));
        for (const WhyDetail& detail : check.details) {
            auto* line = new QTreeWidgetItem(item, {detail.name});
            line->setData(0, WhyDelegate::StateRole, detail.state);
            line->setData(0, WhyDelegate::WordRole, detail.word);
            line->setData(0, WhyDelegate::ValueRole, detail.value);
            line->setToolTip(0, u"%1 %2 %3"_s.arg(detail.name, detail.word, detail.value));
            if (check.kind == WhyCheck::Kind::TriggerRule) {
                line->setData(0, WhyDelegate::TaskRole, detail.name);
                m_cause->setVisible(m_cause->isVisibleTo(this) || check.verdict == Verdict::Now);
            }
        }
        item->setExpanded(check.verdict != Verdict::Ok || check.details.size() <= 4);
    }
    auto* own = new QTreeWidgetItem(m_checks, {tr("The server's own answer")});
    own->setData(0, WhyDelegate::NumberRole, ++number);
    own->setData(
        0, WhyDelegate::VerdictRole, int(m_own && m_own->empty() ? Verdict::Ok : Verdict::Unknown));
    own->setData(0, WhyDelegate::ValueRole,
        !m_own               ? (m_ownError.isEmpty() ? tr("asking") : tr("none"))
            : m_own->empty() ? tr("nothing unmet")
                             : tr("%n unmet", nullptr, int(m_own->size())));
    QStringList lines;
    if (m_own)
        for (const auto& [name, reason] : *m_own)
            lines.append(u"%1: %2"_s.arg(name, reason));
    else if (!m_ownError.isEmpty())
        lines.append(m_ownError);
    for (const QString& text : lines) {
        auto* line = new QTreeWidgetItem(own, {text});
        line->setData(0, WhyDelegate::OwnRole, true);
        line->setToolTip(0, text);
    }
    own->setExpanded(true);
    if (scrolled >= 0)
        m_checks->setCurrentItem(m_checks->topLevelItem(scrolled));
    m_when->setText(tr("at %1").arg(
        m_facts.now.toTimeZone(m_workbench.timeContext().zone()).toString(u"HH:mm:ss"_s)));
}

} // namespace pilothouse::workflow
