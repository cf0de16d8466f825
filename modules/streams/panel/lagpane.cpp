// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/lagpane.h"

#include "streams/api/names.h"
#include "streams/panel/grouprows.h"
#include "streams/panel/streamrates.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamswatch.h"
#include "streams/panel/streamtable.h"
#include "streams/panel/streamtext.h"
#include "ui/controls/elidedlabel.h"
#include "ui/plot/numbertext.h"
#include "ui/plot/plotlegend.h"
#include "ui/plot/plotview.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateTime>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kRepaint = 250; // ms
constexpr qint64 kGap = 16'000; // three of the sampler's slow paces
constexpr size_t kMostChoices = 500;

} // namespace

LagPane::LagPane(ui::Workbench& workbench, StreamsWatch& watch, StreamRates& rates, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_watch(watch)
    , m_rates(rates)
    , m_rows(watch.feed())
    , m_model(m_rows)
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRepaint);
    connect(&m_soon, &QTimer::timeout, this, &LagPane::renew);
    StreamsFeed& feed = watch.feed();
    connect(&feed, &StreamsFeed::lagsChanged, this, [this] {
        m_rows.noteLags(QDateTime::currentMSecsSinceEpoch());
        renewSoon();
    });
    connect(&feed, &StreamsFeed::topicsChanged, this, &LagPane::renewSoon);
    connect(&feed, &StreamsFeed::factsChanged, this, &LagPane::renewSoon);
    connect(&feed, &StreamsFeed::membersChanged, this, &LagPane::renewSoon);
    connect(&feed, &StreamsFeed::partFailed, this, &LagPane::renewSoon);
    connect(&feed, &StreamsFeed::failed, this, &LagPane::renewSoon);
    connect(&rates, &StreamRates::changed, this, &LagPane::renewSoon);
    ui::TimeContext& time = workbench.timeContext();
    connect(&time, &ui::TimeContext::rangeChanged, this, &LagPane::renewSoon);
    connect(&time, &ui::TimeContext::zoneChanged, this, &LagPane::renewSoon);
}

LagPane::~LagPane() = default;

void LagPane::buildLayout()
{
    m_plot = new ui::PlotView(tr("Messages produced and consumed per second"), this);
    m_plot->addSeries(tr("produced"), Token::Series1, true);
    m_plot->addSeries(tr("consumed"), Token::Series2, true);
    m_plot->setGapAfter(kGap);
    m_plot->setMinimumHeight(90);
    m_plot->setValueText(
        [](double value) -> QString { return tr("%1/s").arg(ui::compactNumber(value)); });
    connect(m_plot, &ui::PlotView::timeRangeSelected, this,
        [this](const QDateTime& from, const QDateTime& to) {
            m_workbench.timeContext().setRange({from, to});
        });
    m_choice = new QComboBox(this);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(14);
    m_choice->setMaximumWidth(220);
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        (m_ofGroup ? m_topic : m_group) = m_choice->itemData(index).toString();
        m_chosen = true;
        follow();
    });
    m_note = new ui::ElidedLabel(QString(), ui::TextStyle::Caption, Token::StatusWarn, this);
    m_note->setContentsMargins(12, 3, 12, 3);
    m_note->hide();
    m_table = std::make_unique<StreamTable>(tr("Partitions"), m_model, this);
    m_table->setOrder(PartitionRows::Lag, Qt::DescendingOrder);
    connect(m_table.get(), &StreamTable::menuAsked, this,
        [this](const QString& id, const QPoint& at) { Q_EMIT partitionMenuAsked(id.toInt(), at); });

    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 5, 8, 3);
    top->setSpacing(12);
    top->addWidget(new ui::PlotLegend(m_plot, this));
    top->addStretch(1);
    top->addWidget(m_choice);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_plot, 4);
    layout->addWidget(m_note);
    layout->addWidget(m_table.get(), 5);
}

QSize LagPane::minimumSizeHint() const
{
    return {280, 240};
}

void LagPane::showTopic(const QString& topic, const QString& group)
{
    m_ofGroup = false;
    m_chosen = !group.isEmpty();
    m_topic = topic;
    m_group = group;
    follow();
}

void LagPane::showGroup(const QString& group, const QString& topic)
{
    m_ofGroup = true;
    m_chosen = !topic.isEmpty();
    m_group = group;
    m_topic = topic;
    follow();
}

// Those that can be chosen, the worst first. Until the user has chosen, the worst is shown.
void LagPane::fillChoice()
{
    const StreamsFeed& feed = m_watch.feed();
    std::vector<std::pair<qint64, QString>> all;
    if (m_ofGroup) {
        if (const GroupSummary* known = feed.summary(m_group))
            for (const TopicLag& read : known->topics)
                all.emplace_back(read.lag, read.topic);
    } else {
        for (const auto& [group, lag] : feed.readers(m_topic))
            all.emplace_back(lag, group);
    }
    std::stable_sort(
        all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QString& other = m_ofGroup ? m_topic : m_group;
    const bool there = std::any_of(
        all.begin(), all.end(), [&other](const auto& one) { return one.second == other; });
    if (other.isEmpty() && !all.empty()) {
        other = all.front().second;
        follow();
        return;
    }
    if (!other.isEmpty() && !there && !m_chosen) {
        other.clear(); // it reads this topic no longer
        follow();
        return;
    }
    if (all.size() > kMostChoices)
        all.resize(kMostChoices);
    if (!other.isEmpty() && !there)
        all.emplace_back(0, other);
    m_filling = true;
    QStringList before, after;
    for (int i = 0; i < m_choice->count(); ++i)
        before.append(m_choice->itemData(i).toString());
    for (const auto& [lag, name] : all)
        after.append(name);
    if (before != after && !m_choice->view()->isVisible()) {
        m_choice->clear();
        for (const QString& name : after)
            m_choice->addItem(name, name);
    }
    m_choice->setCurrentIndex(m_choice->findData(other));
    m_choice->setAccessibleName(m_ofGroup ? tr("Topic of the group") : tr("Group of the topic"));
    m_choice->setToolTip(other);
    m_choice->setVisible(!all.empty());
    m_filling = false;
}

void LagPane::follow()
{
    m_watch.setTopic(m_topic);
    m_watch.setGroup(m_group);
    QStringList metrics;
    if (!m_topic.isEmpty())
        metrics.append(topicInMetric(m_topic));
    if (!m_topic.isEmpty() && !m_group.isEmpty()) {
        metrics.append(groupOutMetric(m_group, m_topic));
        metrics.append(groupLagMetric(m_group, m_topic));
    }
    m_rates.see(isVisible() ? metrics : QStringList());
    m_rows.setShown(m_topic, m_group);
    const bool ofGroup = !m_group.isEmpty();
    m_table->setWanted([ofGroup](int column) {
        return column <= PartitionRows::Leader || PartitionRows::isOfGroup(column) == ofGroup;
    });
    m_table->setOrder(ofGroup ? int(PartitionRows::Lag) : int(PartitionRows::Name),
        ofGroup ? Qt::DescendingOrder : Qt::AscendingOrder);
    renew();
}

void LagPane::renewSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void LagPane::renew()
{
    const QString topic = m_topic, group = m_group;
    fillChoice();
    if (topic != m_topic || group != m_group)
        return; // another one was chosen, and shown
    m_model.update();
    replot();
    const QString note = noteText();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    Q_EMIT changed();
}

void LagPane::replot()
{
    if (!isVisible())
        return; // it has no size yet
    const TimeRange range = m_workbench.timeContext().range();
    m_plot->setTimeZone(m_workbench.timeContext().zone());
    m_plot->setTimeRange(range.from, range.to);
    const auto fill = [&](int series, const QString& metric) {
        QList<ui::PlotPoint> points;
        for (const SeriesPoint& point : m_rates.points(metric, range))
            points.append({point.time, point.value});
        m_plot->setPoints(series, points);
    };
    fill(0, topicInMetric(m_topic));
    fill(1, groupOutMetric(m_group, m_topic));
}

QString LagPane::noteText() const
{
    using Part = StreamsFeed::Part;
    const StreamsFeed& feed = m_watch.feed();
    const auto asOf = [this, &feed](Part part) -> QString {
        const QDateTime read = feed.read(part);
        return read.isValid()
            ? read.toTimeZone(m_workbench.timeContext().zone()).toString(u"HH:mm:ss"_s)
            : u"–"_s;
    };
    if (const auto& error = feed.error(Part::Lags); error && !feed.isOld())
        return tr("Lag as of %1: %2").arg(asOf(Part::Lags), error->detail);
    if (const GroupSummary* known = feed.summary(m_group); known && known->problem)
        return tr("The group's coordinator did not tell: %1").arg(known->problem->detail);
    if (const GroupDetail* detail = feed.detail(m_group); detail && detail->unreadable)
        return GroupRows::membersCell(detail).tip;
    if (const auto& error = feed.error(Part::Offsets); error && m_group.isEmpty() && !feed.isOld())
        return tr("Offsets as of %1: %2").arg(asOf(Part::Offsets), error->detail);
    if (!m_topic.isEmpty() && m_group.isEmpty() && feed.read(Part::Groups).isValid()
        && feed.groupsRead() >= int(feed.groups().size()))
        return tr("No group has committed in this topic.");
    return {};
}

QString LagPane::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

QString LagPane::word(const LagTrend& trend, qint64 lag)
{
    using Way = LagTrend::Way;
    const QString rate = ui::compactNumber(std::abs(trend.perSecond) * 60);
    if (lag == 0 && trend.way != Way::Grows)
        return tr("no lag");
    switch (trend.way) {
    case Way::Grows:
        return tr("lag grows %1/min").arg(rate);
    case Way::Shrinks:
        return trend.drained
            ? tr("lag shrinks %1/min, none left in %2").arg(rate, behindText(*trend.drained))
            : tr("lag shrinks %1/min").arg(rate);
    case Way::Steady:
        return tr("lag %1, steady").arg(countText(lag));
    case Way::Unknown:
        break;
    }
    return tr("lag %1").arg(countText(lag));
}

std::pair<QString, bool> LagPane::word() const
{
    const GroupSummary* known = m_watch.feed().summary(m_group);
    const TopicLag* at = known ? known->of(m_topic) : nullptr;
    if (!at)
        return {};
    const LagTrend trend = m_rates.trend(m_group, m_topic);
    QString text = word(trend, at->lag);
    if (const auto since = m_rates.behindSince(m_group, m_topic); since && at->lag > 0)
        text = tr("%1, since %2")
                   .arg(text,
                       sinceText(QDateTime::fromMSecsSinceEpoch(*since, Qt::UTC)
                                     .toTimeZone(m_workbench.timeContext().zone())));
    return {text, trend.way == LagTrend::Way::Grows || at->lost > 0};
}

void LagPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void LagPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_rates.see({});
}

} // namespace pilothouse::streams
