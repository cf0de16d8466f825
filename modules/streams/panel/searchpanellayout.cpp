// SPDX-License-Identifier: GPL-3.0-or-later
// How the search is put together, and what it says while it runs.
#include "core/servicehub.h"
#include "streams/panel/hitmodel.h"
#include "streams/panel/messagefilter.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/messageview.h"
#include "streams/panel/partitionbars.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/searchbar.h"
#include "streams/panel/searchpanel.h"
#include "streams/panel/servicename.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/meters.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/absence.h"
#include "ui/errors/errorwords.h"
#include "ui/plot/numbertext.h"
#include "ui/shownzone.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using Phase = TopicSearch::State;

namespace
{

QString leftText(milliseconds left)
{
    const qint64 seconds = (left.count() + 999) / 1000;
    if (seconds < 120)
        return QString::number(seconds) + u" s"_s;
    if (seconds < 7'200)
        return QString::number(seconds / 60) + u" min"_s;
    return u"%1 h %2 min"_s.arg(seconds / 3'600).arg(seconds % 3'600 / 60);
}

} // namespace

void SearchPanel::addActions()
{
    const auto add = [this](const QString& text, const QKeySequence& keys, auto does) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, does);
        m_actions.append(action);
        return action;
    };
    add(tr("Start the search"), Qt::CTRL | Qt::Key_Return, [this] { start(); });
    add(tr("Pause or resume the search"), Qt::Key_Space,
        [this] { m_search->setPaused(m_search->state() == Phase::Running); });
    add(tr("Cancel the search"), {}, [this] { cancel(); });
    add(tr("Go on with the search"), {}, [this] { m_search->goOn(); });
    add(tr("Next hit"), Qt::Key_F3, [this] { step(1); });
    add(tr("Previous hit"), Qt::SHIFT | Qt::Key_F3, [this] { step(-1); });
    add(tr("Sort the hits by time"), {}, [this] { sortBy(HitModel::Time); });
    add(tr("Export…"), {}, [this] { showExportMenu(); });
}

QWidget* SearchPanel::buildProgress()
{
    m_progress = new QWidget(this);
    ui::setPlate(m_progress, ui::Token::Surface);
    m_chip = new ui::StatusChip(ui::Glyph::None, {}, this);
    m_text = new ui::ElidedLabel({}, ui::TextStyle::Cell, ui::Token::Text);
    m_pause = new ui::Button(tr("Pause"), ui::ButtonVariant::Default, this);
    m_pause->setSmall(true);
    m_cancel = new ui::Button(tr("Cancel"), ui::ButtonVariant::Quiet, this);
    m_cancel->setSmall(true);
    m_cancel->setKey(Qt::Key_Escape, false);
    m_cancel->setToolTip(tr("Esc twice cancels the search"));
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_search->canGoOn())
            m_search->goOn();
        else
            m_search->setPaused(m_search->state() == Phase::Running);
    });
    connect(m_cancel, &QPushButton::clicked, this, &SearchPanel::cancel);
    m_line = new ui::ProgressLine(tr("How far the search is"), this);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_chip);
    row->addWidget(m_text, 1);
    row->addWidget(m_pause);
    row->addWidget(m_cancel);
    auto* lineRow = new QHBoxLayout;
    lineRow->setContentsMargins(12, 0, 12, 6);
    lineRow->addWidget(m_line);
    auto* layout = new QVBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addLayout(lineRow);
    return m_progress;
}

QWidget* SearchPanel::buildHits()
{
    auto* box = new QWidget(this);
    m_barsBox = new QWidget(box);
    ui::setPlate(m_barsBox, ui::Token::Surface);
    m_barsText = new ui::ElidedLabel({}, ui::TextStyle::Cell, ui::Token::Text2);
    m_partitions = new PartitionBars(m_barsBox);
    auto* bars = new QVBoxLayout(m_barsBox);
    bars->setContentsMargins(0, 6, 0, 0);
    bars->setSpacing(2);
    auto* words = new QHBoxLayout;
    words->setContentsMargins(12, 0, 12, 0);
    words->addWidget(m_barsText);
    bars->addLayout(words);
    bars->addWidget(m_partitions);
    m_frame = new ui::StateFrame(box);
    m_table = new MessageTable(workbench(), m_service, m_frame);
    m_table->setAccessibleName(tr("Hits"));
    m_table->setMessages(m_hits);
    m_frame->setContent(m_table);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sectionClicked, this, &SearchPanel::sortBy);
    header->setSortIndicatorShown(true);
    tellOrder(HitModel::Time);
    m_footer = new ui::PanelFooter(box);
    m_count = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    m_complete = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    m_kept = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text3);
    m_footer->addLeft(m_count);
    m_footer->addLeft(m_complete);
    m_footer->addRight(m_kept);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_barsBox);
    layout->addWidget(m_frame, 1);
    layout->addWidget(m_footer);
    return box;
}

// The same column once more turns the order; another one begins with what it is asked for: the
// newest by time, the first by place.
void SearchPanel::sortBy(int column)
{
    if (column <= HitModel::Time) {
        const bool byTime = column == HitModel::Time;
        const bool same = byTime == (m_hits->sortColumn() == HitModel::Time);
        const bool down = m_hits->sortOrder() == Qt::DescendingOrder;
        m_hits->sort(column, (same ? !down : byTime) ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    tellOrder(column);
}

// The header turned its arrow by itself when it was pressed: it shows how the rows stand instead.
void SearchPanel::tellOrder(int column)
{
    const bool byTime = m_hits->sortColumn() == HitModel::Time;
    m_table->horizontalHeader()->setSortIndicator(byTime ? int(HitModel::Time)
            : column == HitModel::Offset                 ? int(HitModel::Offset)
                                                         : int(HitModel::Partition),
        m_hits->sortOrder());
}

void SearchPanel::buildLayout()
{
    auto* left = new QWidget(this);
    left->addActions(m_actions); // the sheets at the right have keys of their own
    m_bar = new SearchBar(workbench(), m_service, left);
    m_view = new MessageView(workbench(), m_service, left);
    m_split = new QSplitter(Qt::Vertical, left);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(buildHits());
    m_split->addWidget(m_view);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setSizes({440, 240});
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(buildProgress());
    column->addWidget(m_split, 1);
    m_sides = new QSplitter(Qt::Horizontal, this);
    m_sides->setChildrenCollapsible(false);
    m_sides->addWidget(left);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);
    setFocusProxy(m_bar->patternField());
}

void SearchPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    tellProgress();
}

// Differences of offsets count records only where none is missing between them.
QString SearchPanel::unit() const
{
    const SearchProgress& p = m_search->progress();
    const bool gaps = m_compacted || p.done() > p.state.messages + p.state.messages / 100 + 1'000;
    return gaps ? tr("offsets") : tr("records");
}

void SearchPanel::tell()
{
    m_pace.stop();
    const Phase state = m_search->state();
    m_progress->setVisible(state != Phase::Idle);
    m_barsBox->setVisible(!m_search->progress().range.empty());
    m_view->setVisible(m_hits->rowCount() > 0 || m_view->message());
    tellPage(); // first: it takes the focus from a button that goes
    tellProgress();
    tellBars();
    tellHits();
    m_actions[1]->setEnabled(m_search->isActive());
    m_actions[2]->setEnabled(m_search->isActive());
    m_actions[3]->setEnabled(m_search->canGoOn());
}

void SearchPanel::tellProgress()
{
    const QLocale locale;
    const SearchProgress& p = m_search->progress();
    const Phase state = m_search->state();
    const QString dot = u"  ·  "_s;
    QString text
        = tr("%1 of %2 %3").arg(locale.toString(p.done()), locale.toString(p.total()), unit());
    if (p.range.empty())
        text = tr("Finding the range…");
    const double took = double(m_search->took().count()) / 1000;
    const auto rates = m_search->rates();
    const auto end = ui::shownTime(m_search->endedAt()).toString(u"HH:mm:ss"_s);
    switch (state) {
    case Phase::Idle:
        break;
    case Phase::Running:
        m_chip->setState(ui::Glyph::Running, tr("Searching"));
        if (rates) {
            text += dot + tr("%1/s").arg(ui::compactBytes(rates->bytes)) + dot
                + tr("%1 rec/s").arg(ui::compactNumber(rates->messages));
            if (rates->left)
                text += dot + tr("about %1 left").arg(leftText(*rates->left));
        }
        if (!p.state.problems.empty()) {
            const auto& [partition, error] = *p.state.problems.begin();
            text += dot
                + tr("partition %1 waits: %2")
                      .arg(partition)
                      .arg(ui::ErrorWords::line(error, serviceName(workbench().hub(), m_service)));
        }
        break;
    case Phase::Paused:
        m_chip->setState(ui::Glyph::Paused, tr("Paused"));
        text += dot + tr("%1 so far").arg(ui::compactBytes(double(p.state.bytes)));
        break;
    case Phase::CutOff:
        m_chip->setState(ui::Glyph::Warn, tr("Cut off %1").arg(end));
        if (m_search->error()) {
            const QString hint = ui::words(m_search->error()->hint);
            text += dot
                + ui::ErrorWords::line(
                    *m_search->error(), serviceName(workbench().hub(), m_service));
            if (!hint.isEmpty())
                text += u". "_s + hint;
        } else {
            text += dot + tr("it goes on from there");
        }
        break;
    case Phase::Cancelled:
        m_chip->setState(ui::Glyph::Skipped, tr("Cancelled %1").arg(end));
        text += dot + tr("%1 read").arg(ui::compactBytes(double(p.state.bytes)));
        break;
    case Phase::Done:
        m_chip->setState(ui::Glyph::Ok, tr("Done"));
        text = tr("%1 %2").arg(locale.toString(p.done()), unit()) + dot
            + tr("%1 in %2 s")
                  .arg(ui::compactBytes(double(p.state.bytes)),
                      locale.toString(took, 'f', took < 10 ? 1 : 0));
        if (took > 0.2)
            text += dot + tr("%1/s").arg(ui::compactBytes(double(p.state.bytes) / took)) + dot
                + tr("%1 rec/s").arg(ui::compactNumber(double(p.state.messages) / took));
        break;
    }
    if (m_escaped && m_search->isActive())
        text = tr("Esc once more cancels the search") + dot + text;
    m_text->setText(text);
    m_line->setFraction(p.total() > 0 ? double(p.done()) / double(p.total())
            : state == Phase::Done    ? 1
                                      : 0);
    m_line->setTone(
        state == Phase::Running || state == Phase::Done ? ui::Token::Accent : ui::Token::Text3);
    const bool paused = state == Phase::Paused;
    m_pause->setText(m_search->canGoOn() ? tr("Go on") : paused ? tr("Resume") : tr("Pause"));
    m_pause->setIconName(m_search->canGoOn() || paused ? u"play"_s : u"pause"_s);
    m_pause->setKey(m_search->canGoOn() ? QKeySequence() : QKeySequence(Qt::Key_Space), false);
    m_pause->setVisible(m_search->isActive() || m_search->canGoOn());
    m_cancel->setVisible(m_search->isActive());
}

void SearchPanel::tellBars()
{
    const QLocale locale;
    const SearchProgress& p = m_search->progress();
    const std::map<int, qint64> hits = m_search->hitsBy();
    std::vector<PartitionBar> bars;
    qint64 all = 0;
    const PartitionBar* most = nullptr;
    for (const auto& [partition, ends] : p.range) {
        PartitionBar bar;
        bar.partition = partition;
        if (const auto found = hits.find(partition); found != hits.end())
            bar.hits = found->second;
        all += bar.hits;
        const auto at = p.state.positions.find(partition);
        const qint64 length = ends.second - ends.first;
        bar.read = length <= 0              ? 1
            : at == p.state.positions.end() ? 0
                                            : double(at->second - ends.first) / double(length);
        bar.failing = p.state.problems.count(partition) > 0;
        bars.push_back(bar);
    }
    for (const PartitionBar& bar : bars)
        if (!most || bar.hits > most->hits)
            most = &bar;
    QString text = tr("Matches per partition");
    if (all > 0)
        text += u"   "_s
            + tr("%1 in %2 partitions, most in %3: %4")
                  .arg(locale.toString(all), locale.toString(qint64(bars.size())))
                  .arg(most->partition)
                  .arg(locale.toString(most->hits));
    if (!m_hits->partitions().empty())
        text += u"   "_s + tr("shown: %1 of them").arg(m_hits->partitions().size());
    m_barsText->setText(text);
    m_partitions->setBars(std::move(bars));
}

void SearchPanel::tellHits()
{
    const QLocale locale;
    const Phase state = m_search->state();
    if (state == Phase::Idle) {
        m_count->setText({});
        m_complete->setText({});
        m_kept->setText({});
        return;
    }
    const qint64 hits = m_search->hits();
    QString count = tr("%1 hits, all kept").arg(locale.toString(hits));
    if (m_search->lostHits() > 0)
        count = tr("%1 hits; the first %2 were found before the program was closed and are not "
                   "listed")
                    .arg(locale.toString(hits), locale.toString(m_search->lostHits()));
    m_count->setText(count);
    const auto complete = m_search->progress().completeUpTo;
    m_complete->setText(complete && state != Phase::Done
            ? tr("Complete up to %1")
                  .arg(timeText(*complete, workbench().timeContext().zone())
                           .section(u' ', 1)
                           .left(8))
            : QString());
    m_kept->setText(m_search->isActive() && width() > 900
            ? tr("State is saved every 5 s, so a closed search can go on")
            : QString());
}

void SearchPanel::tellPage()
{
    const Phase state = m_search->state();
    ServiceHub& hub = workbench().hub();
    if (m_hits->rowCount() > 0) {
        if (m_view->isHidden())
            m_view->setVisible(true);
        m_frame->showReady();
        setState(Panel::State::Ready);
        if (m_example && !m_table->currentIndex().isValid())
            step(1);
        if (m_pause->hasFocus() && m_search->state() != Phase::Paused)
            m_table->setFocus(Qt::OtherFocusReason);
        return;
    }
    ui::EmptyInfo info;
    info.iconName = u"search"_s;
    if (!hub.contract<Messages>(m_service) && state == Phase::Idle) {
        m_frame->showNotConnected(ui::absencePage(u"search"_s, hub, m_service));
        setState(Panel::State::NotConnected);
        return;
    }
    setState(Panel::State::Empty);
    const QLocale locale;
    const QString read
        = tr("%1 %2 were read").arg(locale.toString(m_search->progress().done()), unit());
    if (state == Phase::Idle) {
        info.heading = tr("Search through a topic");
        info.line = tr("Nothing is read until you start. Ctrl+Enter starts.");
    } else if (m_search->hits() > 0 && m_search->lostHits() > 0 && m_search->store() == nullptr) {
        info.heading = tr("%n hit(s) found before", nullptr, int(m_search->lostHits()));
        info.line
            = tr("Hits are not kept when the program is closed. Ctrl+Enter reads them again.");
        info.actions << ui::StateAction{u"again"_s, tr("Read them again"), u"refresh"_s,
            QKeySequence(Qt::CTRL | Qt::Key_Return), !m_search->canGoOn()};
        if (m_search->canGoOn())
            info.actions.prepend({u"go-on"_s, tr("Go on"), u"play"_s, {}, true});
    } else if (m_search->hits() > 0) {
        info.heading = tr("No hit is listed");
        info.line = m_search->lostHits() > 0
            ? tr("What was found before the program was closed is counted above.")
            : tr("The chosen partitions have none.");
    } else if (state == Phase::Done) {
        info.heading = tr("No message matches");
        info.line = read + u". "_s + ui::words(patternWords(m_search->query().pattern));
        const SearchQuery& query = m_search->query();
        if (query.from.kind != TopicPlace::Kind::Begin || query.to.kind != TopicPlace::Kind::End
            || !query.partitions.empty())
            info.actions << ui::StateAction{
                u"widen"_s, tr("Widen the range to the whole topic"), u"expand"_s, {}, true};
        info.actions << ui::StateAction{u"edit"_s, tr("Change the search"), u"edit"_s, {}, false};
    } else if (m_search->canGoOn()) {
        info.heading = state == Phase::Cancelled ? tr("The search was cancelled")
                                                 : tr("The search was cut off");
        info.line = read + u". "_s + tr("It goes on from the saved offsets.");
        info.actions << ui::StateAction{u"go-on"_s, tr("Go on"), u"play"_s, {}, true};
    } else {
        info.heading = tr("No hit yet");
        info.line = ui::words(patternWords(m_search->query().pattern));
    }
    m_frame->showEmpty(info);
}

QString SearchPanel::progressText() const
{
    return m_progress->isHidden() ? QString() : QString(m_chip->text() + u' ' + m_text->text());
}

QString SearchPanel::footerText() const
{
    return QStringList{m_count->text(), m_complete->text(), m_kept->text()}.join(u" | "_s);
}

} // namespace pilothouse::streams
