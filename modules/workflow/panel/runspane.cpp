// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runspane.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/errorwords.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "workflow/panel/calendarview.h"
#include "workflow/panel/ganttview.h"
#include "workflow/panel/overflow.h"
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
constexpr int kTitleRoom = 230; // px: what the name keeps before something else goes
constexpr int kHeaderEdges = 20;
constexpr int kLegendRoom = 600; // px of height: below, it would leave nothing of the grid
constexpr int kKnownRoom = 460; // px: below, the chip has the time alone
constexpr int kZoneRoom = 420; // px: below, the name of the zone gives way
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
        updateNotice();
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
    m_known = new ui::StatusChip(ui::Glyph::Warn, {}, this);
    m_known->hide();
    m_header->addRight(m_known);
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
    m_overflow = new Overflow(*m_header);

    m_notice = new QLabel(this);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->setContentsMargins(12, 4, 12, 4);
    ui::setTextStyle(m_notice, ui::TextStyle::Cell);
    ui::setTone(m_notice, Token::StatusWarn);
    ui::setPlate(m_notice, Token::Raised);
    m_notice->hide();

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
    m_counts = new ui::ElidedLabel({}, ui::TextStyle::Caption, Token::Text2, footer);
    m_zoneName = new QLabel(footer);
    ui::setTextStyle(m_zoneName, ui::TextStyle::Caption);
    ui::setTone(m_zoneName, Token::Text2);
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
    layout->addWidget(m_notice);
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

QWidget* RunsPane::viewWidget() const
{
    return m_stack->currentWidget();
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
    if (m_stale || stale) {
        m_stale = stale;
        m_known->setVisible(stale);
        fitHeader();
    }
    m_grid->setStale(stale);
    m_gantt->setStale(stale);
}

void RunsPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeader();
    m_zoneName->setVisible(width() >= kZoneRoom);
    m_legend->setCompact(height() < kLegendRoom);
}

// In a narrow pane the views and the name matter most: the key cap goes first, then the version,
// then the acts go into a menu. A name longer than most is cut.
void RunsPane::fitHeader()
{
    const auto with = [](const QWidget* part) {
        return part->sizeHint().width() + Overflow::kGap;
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
    int room = width() - kHeaderEdges - Overflow::kGap - with(m_views);
    if (m_glyphShown)
        room -= 16 + Overflow::kGap;
    if (m_stale) { // how old it is is not put away
        const QString time = knownTime();
        m_known->setText(width() >= kKnownRoom ? tr("as of %1").arg(time) : time);
        m_known->setToolTip(tr("Nothing newer than %1 is known").arg(time));
        room -= with(m_known);
    }
    if (m_comparing) { // the way back is not put away
        room -= with(m_compare);
        m_compare->show();
    }
    m_overflow->fit(room - std::min(wanted, kTitleRoom));
    for (const QWidget* part :
        std::initializer_list<QWidget*>{m_compare, m_trigger, m_pause, m_overflow->button()})
        if (!part->isHidden() && !(m_comparing && part == m_compare))
            room -= with(part);
    // The version stands over the columns too.
    const bool showsVersion = m_hasVersion && room - with(m_version) >= wanted;
    room -= showsVersion ? with(m_version) : 0;
    if (!m_compare->isHidden() && room - cap >= wanted)
        m_compare->setKey(QKeySequence(Qt::Key_Space), false);
    m_version->setVisible(showsVersion);
    m_header->setTitle(name);
    m_header->setSubtitle(m_glyphShown && room > wanted + 60 ? tr("paused") : QString());
}

void RunsPane::setComparing(bool comparing, const QString& text)
{
    m_comparing = comparing;
    m_compare->setText(text);
    m_overflow->clear();
    if (!comparing)
        m_overflow->add({m_compare});
    m_overflow->add({m_trigger});
    m_overflow->add({m_pause});
    fitHeader();
}

QString RunsPane::knownTime() const
{
    return m_watch.feed().serverNow().toTimeZone(m_zone).toString(u"HH:mm:ss"_s);
}

QString RunsPane::known() const
{
    return m_known->isHidden() ? QString() : m_known->text();
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
    } else if (feed.isLost(m_dag)) {
        m_frame->showEmpty({u"share"_s, tr("%1 is not on this server any more").arg(m_dag),
            tr("It was deleted, or this user may not see it."), {}});
    } else if (book && book->isRead() && feed.isStale(m_dag)) {
        m_frame->showEmpty({u"history"_s, tr("%1 has not run").arg(m_dag),
            tr("It is not in its file any more: no run of it starts."), {}});
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
    const QString ended = feed.endWords(m_dag);
    m_pause->setEnabled(dag && ended.isEmpty());
    m_trigger->setEnabled(dag && ended.isEmpty());
    m_pause->setIconName(paused ? u"play"_s : u"pause"_s);
    m_trigger->setIconName(u"bolt"_s);
    m_pause->setName(paused ? tr("Let the DAG run again") : tr("Pause the DAG"));
    m_trigger->setName(tr("Trigger a run"));
    if (!ended.isEmpty())
        for (ui::IconButton* button : {m_pause, m_trigger})
            button->setToolTip(ended);
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
    updateNotice();
}

QString RunsPane::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void RunsPane::updateNotice()
{
    const RunFeed& feed = m_watch.feed();
    QStringList lines;
    if (!m_dag.isEmpty() && feed.isLost(m_dag))
        lines
            += tr("%1 is not on this server any more. What stands here was known last.").arg(m_dag);
    else if (!m_dag.isEmpty() && feed.isStale(m_dag))
        lines += tr("%1 is not in its file any more: no run of it starts.").arg(m_dag);
    if (const QString server = WorkText::problems(feed.serverState(), m_zone); !server.isEmpty())
        lines += server;
    m_notice->setText(lines.join(u'\n'));
    m_notice->setVisible(!lines.isEmpty());
}

} // namespace pilothouse::workflow
