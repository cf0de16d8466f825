// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/tailpane.h"

#include "core/servicehub.h"
#include "streams/api/decoding.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/placetext.h"
#include "streams/panel/topicsearch.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/absence.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QShowEvent>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

namespace
{

constexpr size_t kMailbox = 5'000; // messages between two drains
constexpr qint64 kTailCut = 8 * 1024; // bytes of a value; the message itself is read whole
constexpr int kTypedMs = 400;
constexpr int kTickMs = 250;
constexpr qint64 kSeamless = 5'000; // ms hidden after which nothing is asked
constexpr qint64 kRateSpan = 3'000; // ms
constexpr qint64 kOverlap = 10'000; // ms read once more after an outage

QString wordOf(TailPane::From from)
{
    switch (from) {
    case TailPane::From::Oldest:
        return u"oldest"_s;
    case TailPane::From::LastHundred:
        return u"last-100"_s;
    case TailPane::From::Time:
        return u"time"_s;
    case TailPane::From::Newest:
        break;
    }
    return u"newest"_s;
}

} // namespace

TailPane::TailPane(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
    , m_model(new MessageModel(this))
{
    addActions();
    buildLayout();
    m_retry = new ui::PanelRetry(
        *m_frame, workbench.hub(), m_service, [this] { follow(false); }, this);
    m_typed.setSingleShot(true);
    m_typed.setInterval(kTypedMs);
    connect(&m_typed, &QTimer::timeout, this, &TailPane::filterTyped);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &TailPane::tell);
    m_giveUp.setSingleShot(true);
    m_giveUp.setInterval(kHiddenHoldMs);
    connect(&m_giveUp, &QTimer::timeout, this, &TailPane::stop);
    connect(m_table, &MessageTable::currentMessageChanged, this, &TailPane::currentChanged);
    connect(m_table, &MessageTable::opened, this, &TailPane::opened);
    // The stream must end before the service it reads from.
    connect(&workbench.hub(), &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id != m_service)
            return;
        m_ends.cancel();
        m_matching.cancel();
        stop();
    });
    connect(&workbench.hub(), &ServiceHub::added, this, [this](const QString& id) {
        if (id == m_service && isVisible() && !m_topic.isEmpty())
            follow(false);
    });
    tell();
}

TailPane::~TailPane()
{
    m_stream.cancel();
}

void TailPane::showTopic(const QString& topic)
{
    if (m_topic == topic)
        return;
    m_topic = topic;
    m_leftOut = 0;
    m_paused = false;
    if (isVisible())
        follow(true);
    else
        stop();
}

TailQuery TailPane::query() const
{
    TailQuery out;
    out.topic = m_topic;
    out.isolation = m_isolation;
    out.filter = m_filter.pattern;
    out.cut = kTailCut;
    switch (m_from) {
    case From::Newest:
        break;
    case From::Oldest:
        out.from.kind = TopicPlace::Kind::Begin;
        break;
    case From::LastHundred:
        out.from = {TopicPlace::Kind::BeforeEnd, 100, {}};
        break;
    case From::Time:
        out.from = readPlace(m_time->text(), TopicPlace::Kind::End,
            m_workbench.timeContext().zone(), QDateTime::currentDateTimeUtc())
                       .place;
        break;
    }
    return out;
}

void TailPane::follow(bool anew)
{
    m_stream.cancel();
    if (m_mailbox)
        m_mailbox->setPaused(false); // what waits in it was read already
    m_mailbox.reset();
    m_ends.cancel();
    m_deleted = false;
    for (const auto& [partition, next] : m_read.positions)
        m_seen[partition] = std::max(m_seen[partition], next);
    for (const Message& message : m_model->messages())
        m_seen[message.partition] = std::max(m_seen[message.partition], message.offset + 1);
    m_read = {};
    m_samples.clear();
    if (anew) {
        m_matching.cancel();
        m_passed = !m_filter.isEmpty();
        m_heldRead = m_heldMatched = 0;
        m_model->clear();
        m_seen.clear();
        m_dropped = 0;
        m_leftOut = 0;
    }
    m_model->setPattern(m_filter.pattern);
    auto* messages = m_workbench.hub().contract<Messages>(m_service);
    if (m_topic.isEmpty() || !messages) {
        m_tick.stop();
        if (!messages)
            m_frame->showNotConnected(ui::absencePage(u"waves"_s, m_workbench.hub(), m_service));
        tell();
        return;
    }
    TailQuery wanted = query();
    wanted.positions = m_seen;
    // Partitions of which nothing was seen: from a little before the newest on.
    if (!anew && m_model->rowCount() > 0)
        wanted.from = {TopicPlace::Kind::Time, 0,
            QDateTime::fromMSecsSinceEpoch(
                std::max<qint64>(0, m_model->messageAt(0)->timestamp - kOverlap), Qt::UTC)};
    m_hold = std::make_shared<std::atomic<bool>>(m_paused || !isVisible());
    wanted.hold = m_hold;
    m_mailbox = std::make_unique<Mailbox<Message>>(m_workbench.hub().runtime(), kMailbox,
        [this](std::vector<Message>&& batch, quint64 dropped) { take(std::move(batch), dropped); });
    m_clock.start();
    m_stream = messages->tail(wanted, m_mailbox->writer())
                   .attach(
                       this,
                       [this](std::vector<ReadState>&& states) {
                           const bool first = m_read.positions.empty();
                           m_read = std::move(states.back());
                           if (m_retry->failures() > 0)
                               m_retry->succeeded();
                           m_samples.push_back({m_clock.elapsed(), m_read.messages});
                           while (m_samples.size() > 2
                               && m_samples[1].ms < m_clock.elapsed() - kRateSpan)
                               m_samples.pop_front();
                           const bool cut = isCutOff();
                           const bool other = std::exchange(m_wasCutOff, cut) != cut;
                           if (first || other)
                               tell();
                           tellStrip();
                           if (other && cut)
                               Q_EMIT cutOff();
                       },
                       [this](const VoidResult& end) { ended(end); });
    m_tick.start();
    tell();
}

void TailPane::stop()
{
    m_stream.cancel();
    if (m_mailbox)
        m_mailbox->setPaused(false); // what waits in it was read already
    m_mailbox.reset();
    m_tick.stop();
    m_giveUp.stop();
    tell();
}

void TailPane::take(std::vector<Message>&& messages, quint64 dropped)
{
    const bool first = m_model->rowCount() == 0;
    m_dropped += qint64(dropped);
    if (!m_seen.empty())
        messages.erase(std::remove_if(messages.begin(), messages.end(),
                           [this](const Message& message) {
                               const auto seen = m_seen.find(message.partition);
                               return seen != m_seen.end() && message.offset < seen->second;
                           }),
            messages.end());
    m_model->append(std::move(messages));
    if (first)
        tell();
}

void TailPane::ended(const VoidResult& end)
{
    m_tick.stop();
    m_deleted = !end && end.error().kind == Error::Kind::NotFound;
    if (m_deleted)
        m_retry->succeeded(); // nothing to try again: it is gone
    else if (!end && end.error().kind != Error::Kind::Cancelled)
        m_retry->failed(end.error(), m_model->rowCount() > 0);
    tell();
}

void TailPane::setPaused(bool paused)
{
    if (m_topic.isEmpty() || m_paused == paused)
        return;
    m_paused = paused;
    m_samples.clear();
    if (m_hold)
        m_hold->store(paused || !isVisible());
    if (!paused && !m_stream.running())
        follow(false);
    tell();
}

void TailPane::setFilter(const QString& text)
{
    if (m_field->text() != text)
        m_field->setText(text);
    filterTyped();
}

// One that is not understood changes nothing.
void TailPane::filterTyped()
{
    m_typed.stop();
    MessageFilter filter = readFilter(m_field->text());
    const bool same = filter.pattern == m_filter.pattern;
    if (filter.isValid()) {
        m_filter = std::move(filter);
        if (!same && !m_topic.isEmpty())
            refilter();
    }
    tellStrip();
}

// What was read is kept: of it is shown what matches now, and so of what comes from there on. Where
// the tail begins at a place of the user's, what went by unseen since then is read again.
void TailPane::refilter()
{
    auto* decoding = m_workbench.hub().contract<Decoding>(m_service);
    if (!decoding || (m_from != From::Newest && m_passed)) {
        if (isVisible())
            follow(true);
        return;
    }
    m_passed = m_passed || !m_filter.isEmpty();
    if (isVisible())
        follow(false);
    auto held = std::make_shared<std::vector<Message>>(m_model->held());
    m_heldRead = qint64(held->size());
    m_heldMatched = 0;
    if (held->empty())
        return;
    m_matching = decoding->matching(*held, m_filter.pattern)
                     .onDone(this, [this, held](const Result<std::vector<bool>>& matching) {
                         if (matching && matching->size() == held->size())
                             showMatching(*held, *matching);
                         else if (!matching)
                             m_workbench.report(matching.error());
                     });
}

void TailPane::showMatching(const std::vector<Message>& asked, const std::vector<bool>& matching)
{
    const Message* now = m_table->current();
    const auto chosen = now ? std::optional(std::pair(now->partition, now->offset)) : std::nullopt;
    std::set<std::pair<int, qint64>> others;
    for (size_t i = 0; i < asked.size(); ++i)
        if (!matching[i])
            others.insert({asked[i].partition, asked[i].offset});
    m_heldMatched = qint64(asked.size() - others.size());
    // What came meanwhile was matched by the reading itself.
    m_model->showOnly([&](const Message& message) {
        return others.count({message.partition, message.offset}) == 0;
    });
    if (chosen)
        m_table->choose(chosen->first, chosen->second);
    tell();
}

void TailPane::setFrom(From from, const QString& time)
{
    m_from = from;
    m_fromBox->setCurrentIndex(int(from));
    m_time->setVisible(from == From::Time);
    place();
    if (!time.isEmpty())
        m_time->setText(time);
    if (from == From::Time && m_time->text().isEmpty()) {
        m_time->setFocus(Qt::OtherFocusReason); // once it is known
        return;
    }
    tellStrip();
    if (isVisible() && !m_topic.isEmpty())
        follow(true);
}

void TailPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (event->spontaneous() || m_topic.isEmpty())
        return;
    m_giveUp.stop();
    if (m_paused || !m_hidden.isValid() || m_model->rowCount() + m_read.messages == 0) {
        if (!m_stream.running())
            follow(m_model->rowCount() == 0);
        else
            m_hold->store(m_paused);
    } else if (m_stream.running() && m_hidden.elapsed() < kSeamless) {
        m_hold->store(false);
    } else {
        goOnAfterHiding();
    }
    m_hidden.invalidate();
    tell();
}

void TailPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return;
    m_hidden.start();
    if (m_hold)
        m_hold->store(true);
    if (m_stream.running())
        m_giveUp.start();
    m_tick.stop();
}

// A little is read as if nothing had been; of much it is told how much is left out.
void TailPane::goOnAfterHiding()
{
    auto* topics = m_workbench.hub().contract<Topics>(m_service);
    if (!topics) {
        follow(false);
        return;
    }
    m_ends = topics->offsets({m_topic}, m_isolation)
                 .onDone(this, [this](const Result<std::vector<PartitionOffsets>>& ends) {
                     qint64 missed = 0;
                     if (ends)
                         for (const PartitionOffsets& one : *ends) {
                             const auto at = m_read.positions.find(one.partition);
                             if (one.end && at != m_read.positions.end())
                                 missed += std::max<qint64>(0, *one.end - at->second);
                         }
                     if (m_stream.running() && missed <= kMostBacklog) {
                         m_hold->store(m_paused);
                         m_tick.start();
                         tell();
                         return;
                     }
                     const From wanted = std::exchange(m_from, From::Newest);
                     const qint64 before = m_leftOut;
                     m_model->clear();
                     follow(true);
                     m_from = wanted;
                     m_leftOut = before + missed;
                     tellStrip();
                 });
}

bool TailPane::isCutOff() const
{
    const auto& problems = m_read.problems;
    return m_stream.running() && !problems.empty()
        && (problems.count(-1) > 0 || problems.size() >= m_read.positions.size());
}

const Message* TailPane::current() const
{
    return m_table->current();
}

qint64 TailPane::drawnRows() const
{
    return m_frame->state() == ui::PanelState::Empty ? 0 : m_table->drawnRows();
}

QList<QAction*> TailPane::actions() const
{
    return m_actions + m_table->tableActions();
}

QJsonObject TailPane::saveState() const
{
    QJsonObject out;
    out[u"filter"_s] = m_field->text();
    out[u"from"_s] = wordOf(m_from);
    if (m_from == From::Time)
        out[u"time"_s] = m_time->text();
    out[u"uncommitted"_s] = m_isolation == Isolation::Uncommitted;
    out[u"rows"_s] = m_model->limit();
    return out;
}

void TailPane::restoreState(const QJsonObject& state)
{
    m_isolation = state[u"uncommitted"_s].toBool() ? Isolation::Uncommitted : Isolation::Committed;
    m_model->setLimit(qBound(100, state[u"rows"_s].toInt(MessageModel::kRows), 100'000));
    setFilter(state[u"filter"_s].toString());
    for (const From from : {From::Newest, From::Oldest, From::LastHundred, From::Time})
        if (wordOf(from) == state[u"from"_s].toString())
            setFrom(from, state[u"time"_s].toString());
    fillMenu();
}

} // namespace pilothouse::streams
