// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runspane.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/errorwords.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "workflow/panel/calendarview.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/statelegend.h"
#include "workflow/panel/worktext.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{
constexpr int kTitleRoom = 96; // px: what the name keeps before something else goes
constexpr int kHeaderEdges = 20;
constexpr int kHeaderGap = 8;
} // namespace

RunsPane::RunsPane(FeedWatch& watch, QWidget* parent)
    : QWidget(parent)
    , m_watch(watch)
{
    buildLayout();
    RunFeed& feed = watch.feed();
    const auto mine = [this](const QString& dag) {
        if (dag == m_dag)
            take();
    };
    connect(&feed, &RunFeed::runsChanged, this, mine);
    connect(&feed, &RunFeed::cellsChanged, this, mine);
    connect(&feed, &RunFeed::structureChanged, this, mine);
    connect(&feed, &RunFeed::dagsChanged, this, &RunsPane::updateWords);
    connect(&feed, &RunFeed::failed, this, &RunsPane::updateState);
    connect(m_frame, &ui::StateFrame::retryRequested, this, [this] {
        m_watch.feed().retryByHand();
        updateState();
    });
    connect(m_frame, &ui::StateFrame::actionTriggered, this, &RunsPane::triggerAsked);
    connect(&feed, &RunFeed::serverChanged, this, [this] {
        if (!m_watch.feed().capabilities().version.isEmpty())
            m_legend->setAwaitsInput(m_watch.feed().capabilities().awaitsInput);
    });
    connect(m_grid, &RunGrid::shownChanged, this,
        [this](const QString& first, const QString& last) { m_watch.setShown(first, last); });
    const auto older = [this] {
        m_watch.feed().readOlder(m_dag);
    };
    connect(m_grid, &RunGrid::olderWanted, this, older);
    connect(m_calendar, &CalendarView::olderWanted, this, older);
    connect(m_find, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_grid->find(text, false); });
    connect(
        m_find, &QLineEdit::returnPressed, this, [this] { m_grid->find(m_find->text(), true); });
    connect(m_views, &ui::SegmentedControl::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        m_find->setEnabled(index == Grid);
        Q_EMIT viewChanged(index);
    });
    connect(m_calendar, &CalendarView::opened, this, [this](const QString& run) {
        m_views->setCurrentIndex(Grid);
        m_grid->setCurrent(run, m_grid->currentTask());
        m_grid->setFocus();
    });
}

void RunsPane::buildLayout()
{
    m_header = new ui::PanelHeader(QString(), this);
    m_version = new ui::Chip(QString(), Token::StatusIdle, this);
    m_version->hide();
    m_header->addLeft(m_version);
    m_views = new ui::SegmentedControl(tr("View of the runs"), this);
    m_views->addSegment(tr("Grid"));
    m_views->addSegment(tr("Gantt"));
    m_views->addSegment(tr("Calendar"));
    m_header->addRight(m_views);
    m_compare = new ui::Button(tr("Compare"), ui::ButtonVariant::Default, this);
    m_compare->setSmall(true);
    m_compare->setKey(QKeySequence(Qt::Key_Space), false);
    connect(m_compare, &QAbstractButton::clicked, this, &RunsPane::compareAsked);
    m_header->addRight(m_compare);
    m_trigger = new ui::IconButton(u"play"_s, tr("Trigger a run"), QKeySequence(), this);
    connect(m_trigger, &QAbstractButton::clicked, this, &RunsPane::triggerAsked);
    m_header->addRight(m_trigger);
    m_pause = new ui::IconButton(u"pause"_s, tr("Pause the DAG"), QKeySequence(), this);
    connect(m_pause, &QAbstractButton::clicked, this, &RunsPane::pauseAsked);
    m_header->addRight(m_pause);

    m_frame = new ui::StateFrame(this);
    m_stack = new QStackedWidget(m_frame);
    m_frame->setContent(m_stack);
    m_grid = new RunGrid(m_stack);
    m_gantt = new GanttView(m_stack);
    m_calendar = new CalendarView(m_stack);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_gantt);
    m_stack->addWidget(m_calendar);

    m_legend = new StateLegend(this);
    m_legend->setOpen(false);

    auto* footer = new ui::PanelFooter(this);
    m_counts = new QLabel(footer);
    m_zoneName = new QLabel(footer);
    for (QLabel* label : {m_counts, m_zoneName}) {
        ui::setTextStyle(label, ui::TextStyle::Caption);
        ui::setTone(label, Token::Text2);
    }
    m_find = new ui::SearchField(tr("Find a task"), footer);
    m_find->answerSlashIn(m_grid);
    m_find->setFixedWidth(150);
    footer->addLeft(m_counts);
    footer->addRight(m_zoneName);
    footer->addRight(m_find);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_frame, 1);
    layout->addWidget(m_legend);
    layout->addWidget(footer);
    updateWords();
}

void RunsPane::setDag(const QString& dag)
{
    if (m_dag == dag)
        return;
    m_grid->show(nullptr);
    m_grid->setCurrent({}, {});
    m_dag = dag;
    m_watch.setDag(dag);
    take();
}

void RunsPane::setView(int view)
{
    m_views->setCurrentIndex(view);
}

int RunsPane::view() const
{
    return m_views->currentIndex();
}

void RunsPane::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    m_grid->setZone(zone);
    m_gantt->setZone(zone);
    m_calendar->setZone(zone);
    updateWords();
}

void RunsPane::setStale(bool stale)
{
    m_grid->setStale(stale);
}

void RunsPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeader();
}

// In a narrow pane the views matter most: the key cap goes first, then the version, then the way
// into the comparison, then the acts; the palette has them all. The name, which is on the tab, is
// cut.
void RunsPane::fitHeader()
{
    const auto with = [](const QWidget* part) {
        return part->sizeHint().width() + kHeaderGap;
    };
    const QFontMetrics metrics(ui::Theme::of(this).font(ui::TextStyle::ControlStrong));
    const QString name = m_dag.isEmpty() ? tr("No DAG chosen") : m_dag;
    const int wanted = metrics.horizontalAdvance(name) + 2;
    const int cap = [this] {
        m_compare->setKey(QKeySequence(Qt::Key_Space), false);
        const int capped = m_compare->sizeHint().width();
        m_compare->setKey({}, false);
        return capped - m_compare->sizeHint().width();
    }();
    int room = width() - kHeaderEdges - with(m_views);
    if (m_glyphShown)
        room -= 16 + kHeaderGap;
    const int least = std::min(wanted, kTitleRoom);
    const int acts = with(m_trigger) + with(m_pause);
    // While one compares it is the way back.
    const bool showsCompare = m_comparing || room - acts - with(m_compare) >= least;
    room -= showsCompare ? with(m_compare) : 0;
    const bool showsActs = room - acts >= least;
    room -= showsActs ? acts : 0;
    // The version stands over the columns too.
    const bool showsVersion = m_hasVersion && room - with(m_version) >= wanted;
    room -= showsVersion ? with(m_version) : 0;
    if (showsCompare && room - cap >= wanted)
        m_compare->setKey(QKeySequence(Qt::Key_Space), false);
    m_compare->setVisible(showsCompare);
    m_trigger->setVisible(showsActs);
    m_pause->setVisible(showsActs);
    m_version->setVisible(showsVersion);
    m_header->setTitle(name);
    m_header->setSubtitle(m_glyphShown && room > wanted + 60 ? tr("paused") : QString());
}

void RunsPane::setComparing(bool comparing, const QString& text)
{
    m_comparing = comparing;
    m_compare->setText(text);
    fitHeader();
}

void RunsPane::tick()
{
    const QDateTime now = m_watch.feed().serverNow();
    m_grid->setNow(now);
    m_gantt->setNow(now);
    const RunBook* book = m_watch.feed().book(m_dag);
    if (book && book->newest() && book->newest()->isActive() && m_grid->isVisible())
        m_grid->viewport()->update();
}

void RunsPane::take()
{
    const RunBook* book = m_watch.feed().book(m_dag);
    m_grid->setNow(m_watch.feed().serverNow());
    m_gantt->setNow(m_watch.feed().serverNow());
    m_grid->show(book && book->isRead() ? book : nullptr);
    m_calendar->show(book && book->isRead() ? book : nullptr);
    updateState();
    updateWords();
}

void RunsPane::updateState()
{
    const RunFeed& feed = m_watch.feed();
    const RunBook* book = feed.book(m_dag);
    if (m_dag.isEmpty() || (book && !book->runs().empty())) {
        m_frame->showReady();
    } else if (book && book->isRead()) {
        m_frame->showEmpty({u"history"_s, tr("%1 has not run yet").arg(m_dag),
            tr("The server knows no run of this DAG. Its schedule starts one, or you do."),
            {{u"trigger"_s, tr("Trigger a run"), u"bolt"_s, {}, true}}});
    } else if (feed.error() && !feed.isReadingFirst(m_dag)) {
        ui::ErrorInfo info;
        info.heading = ui::ErrorWords::heading(*feed.error(), feed.serviceTitle());
        info.original = ui::ErrorWords::original(*feed.error());
        info.note = tr("The runs of %1 have not come. They are asked for again by themselves.")
                        .arg(m_dag);
        m_frame->showError(info);
    } else {
        m_frame->showLoading({tr("reading the runs of %1").arg(m_dag), -1, -1});
    }
}

void RunsPane::updateWords()
{
    const RunFeed& feed = m_watch.feed();
    const DagInfo* dag = feed.dag(m_dag);
    const RunBook* book = feed.book(m_dag);
    const bool paused = dag && dag->paused;
    m_pause->setEnabled(dag);
    m_trigger->setEnabled(dag);
    m_pause->setIconName(paused ? u"play"_s : u"pause"_s);
    m_trigger->setIconName(u"bolt"_s);
    m_pause->setName(paused ? tr("Let the DAG run again") : tr("Pause the DAG"));
    m_header->setGlyph(paused ? ui::Glyph::Paused : ui::Glyph::None);
    int active = 0;
    int version = 0;
    if (book) {
        for (const RunEntry& run : book->runs()) {
            active += run.isActive() ? 1 : 0;
            if (!run.info.versions.empty())
                version = std::max(version, run.info.versions.back());
        }
    }
    m_hasVersion = version > 0;
    m_version->setText(u"v%1"_s.arg(version));
    m_glyphShown = paused;
    fitHeader();
    const QLocale locale;
    QString counts;
    if (book && book->isRead()) {
        const qint64 shown = qint64(book->runs().size());
        counts = book->total() > shown
            ? tr("%1 of %2 runs").arg(locale.toString(shown), locale.toString(book->total()))
            : tr("%n runs", nullptr, int(shown));
        counts = tr("%1, %n active", nullptr, active).arg(counts);
        if (book->structure() && book->structure()->groupsFrom == DagStructure::Groups::Inferred
            && !book->structure()->groups.empty())
            counts += tr(", groups guessed from names");
    }
    m_counts->setText(counts);
    m_zoneName->setText(WorkText::zoneName(m_zone));
}

} // namespace pilothouse::workflow
