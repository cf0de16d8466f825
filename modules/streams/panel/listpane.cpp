// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/listpane.h"

#include "core/servicehub.h"
#include "streams/api/acts.h"
#include "streams/api/connect.h"
#include "streams/api/schemas.h"
#include "streams/panel/choicebar.h"
#include "streams/panel/servicename.h"
#include "streams/panel/streamrates.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamswatch.h"
#include "streams/panel/streamtable.h"
#include "streams/panel/streamtext.h"
#include "streams/panel/topicschemas.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/toggleswitch.h"
#include "ui/errors/errorwords.h"
#include "ui/plot/numbertext.h"
#include "ui/states/stateframe.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kRepaint = 250; // ms
constexpr int kFilter = 150; // least width in the header
constexpr int kTitle = 110;

} // namespace

ListPane::ListPane(ui::Workbench& workbench, const ServiceId& service, StreamsWatch& watch,
    StreamRates& rates, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(service)
    , m_watch(watch)
    , m_rates(rates)
    , m_topicRows(watch.feed(), rates)
    , m_groupRows(watch.feed())
    , m_brokerRows(watch.feed())
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRepaint);
    connect(&m_soon, &QTimer::timeout, this, &ListPane::renew);
    StreamsFeed& feed = watch.feed();
    connect(&feed, &StreamsFeed::topicsChanged, this, &ListPane::renewSoon);
    connect(&feed, &StreamsFeed::factsChanged, this, &ListPane::renewSoon);
    connect(&feed, &StreamsFeed::groupsChanged, this, &ListPane::renewSoon);
    connect(&feed, &StreamsFeed::lagsChanged, this, &ListPane::renewSoon);
    connect(&feed, &StreamsFeed::membersChanged, this, &ListPane::renewSoon);
    connect(&feed, &StreamsFeed::partFailed, this, &ListPane::renewSoon);
    connect(&feed, &StreamsFeed::failed, this, &ListPane::renewSoon);
    connect(&rates, &StreamRates::changed, this, &ListPane::renewSoon);
    m_topicRows.setSchemas(
        [this](const QString& topic) { return m_watch.feed().schemas().word(topic); });
    m_groupRows.setSince([this](const QString& group) { return behindSince(group); });
    connect(&feed.schemas(), &TopicSchemas::changed, this, &ListPane::renewSoon);
    offerViews();
}

// What goes tells nobody any more.
ListPane::~ListPane()
{
    hide();
    for (const List& list : m_lists)
        list.table->disconnect(this);
}

// Of all its topics, the earliest.
QDateTime ListPane::behindSince(const QString& group) const
{
    std::optional<qint64> earliest;
    if (const GroupSummary* known = m_watch.feed().summary(group))
        for (const TopicLag& topic : known->topics) {
            if (topic.lag <= 0)
                continue;
            const auto since = m_rates.behindSince(group, topic.topic);
            if (!since)
                return {}; // it may be longer
            earliest = std::min(earliest.value_or(*since), *since);
        }
    return earliest ? QDateTime::fromMSecsSinceEpoch(*earliest, Qt::UTC)
                          .toTimeZone(m_workbench.timeContext().zone())
                    : QDateTime();
}

void ListPane::addList(
    StreamView view, StreamRows& rows, const QString& name, int column, Qt::SortOrder order)
{
    List& list = m_lists[size_t(view)];
    list.rows = &rows;
    list.model = std::make_unique<StreamModel>(rows);
    list.table = new StreamTable(name, *list.model, m_stack);
    list.table->setOrder(column, order);
    m_stack->addWidget(list.table);
    connect(list.table, &StreamTable::shownChanged, this, &ListPane::tellWatch);
    connect(list.table, &StreamTable::chosen, this, &ListPane::chosen);
    connect(list.table, &StreamTable::opened, this, &ListPane::opened);
    connect(list.table, &StreamTable::menuAsked, this, &ListPane::menuAsked);
}

void ListPane::buildLayout()
{
    const Service* service = m_workbench.hub().service(m_service);
    m_header = new ui::PanelHeader(
        service && !service->config.title.isEmpty() ? service->config.title : m_service, this);
    m_header->setIconName(u"waves"_s);
    m_filter = new ui::SearchField(tr("Filter topics"), this);
    m_views = new ChoiceBar(tr("What is listed"), this);
    m_new = new ui::Button(tr("New topic"), ui::ButtonVariant::Default, this);
    m_new->setIconName(u"plus"_s);
    m_new->setSmall(true);
    m_header->addRight(m_filter);
    m_header->addRight(m_views);
    m_header->addRight(m_new);
    m_filterRow = new QWidget(this);
    (new QHBoxLayout(m_filterRow))->setContentsMargins(10, 5, 10, 5);

    m_frame = std::make_unique<ui::StateFrame>(this);
    m_stack = new QStackedWidget(m_frame.get());
    addList(StreamView::Topics, m_topicRows, tr("Topics"), TopicRows::Lag, Qt::DescendingOrder);
    addList(StreamView::Groups, m_groupRows, tr("Consumer groups"), GroupRows::Lag,
        Qt::DescendingOrder);
    addList(StreamView::Brokers, m_brokerRows, tr("Brokers"), BrokerRows::Name, Qt::AscendingOrder);
    m_frame->setContent(m_stack);

    auto* footer = new ui::PanelFooter(this);
    m_footer = footer;
    m_foot = new ui::ElidedLabel(QString(), ui::TextStyle::Caption, Token::Text2, footer);
    m_internalName = new ui::ElidedLabel(QString(), ui::TextStyle::Caption, Token::Text3, footer);
    m_internal = new ui::ToggleSwitch(tr("Internal topics"), footer);
    m_internal->setCheckable(true);
    footer->addLeft(m_foot);
    footer->addRight(m_internalName);
    footer->addRight(m_internal);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_filterRow);
    layout->addWidget(m_frame.get(), 1);
    layout->addWidget(footer);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (!table())
            return;
        list(view()).filter = text;
        list(view()).model->setFilter(text);
        tellEmpty();
        tellFoot();
    });
    connect(m_views, &ChoiceBar::chosen, this, [this](int view) { show(StreamView(view)); });
    connect(m_internal, &QAbstractButton::toggled, this, &ListPane::setInternal);
    connect(m_new, &QAbstractButton::clicked, this, &ListPane::newTopicAsked);
    connect(m_frame.get(), &ui::StateFrame::actionTriggered, this, [this](const QString& id) {
        if (id == "new"_L1)
            Q_EMIT newTopicAsked();
        else if (id == "internal"_L1)
            m_internal->setChecked(true);
        else
            m_filter->clear();
    });
}

void ListPane::setPane(StreamView view, QWidget* pane)
{
    m_panes[view == StreamView::Schemas ? 0 : 1] = pane;
    m_stack->addWidget(pane);
    offerViews();
}

void ListPane::offerViews()
{
    ServiceHub& hub = m_workbench.hub();
    QList<std::pair<int, QString>> views{{int(StreamView::Topics), tr("Topics")}};
    if (hub.contract<Groups>(m_service))
        views.append({int(StreamView::Groups), tr("Groups")});
    if (hub.contract<Cluster>(m_service))
        views.append({int(StreamView::Brokers), tr("Brokers")});
    if (m_panes[0] && hub.contract<Schemas>(m_service))
        views.append({int(StreamView::Schemas), tr("Schemas")});
    if (m_panes[1] && hub.contract<Connect>(m_service))
        views.append({int(StreamView::Connect), tr("Connect")});
    m_views->setChoices(views);
    m_new->setVisible(hub.contract<TopicActs>(m_service));
    fit();
}

bool ListPane::has(StreamView view) const
{
    return m_views->has(int(view));
}

StreamView ListPane::view() const
{
    return StreamView(std::max(0, m_views->current()));
}

void ListPane::setView(StreamView view)
{
    m_views->choose(int(view));
}

StreamTable* ListPane::table(StreamView view) const
{
    return view <= StreamView::Brokers ? list(view).table : nullptr;
}

QWidget* ListPane::current() const
{
    return table() ? table() : StreamSide::partOf(m_stack->currentWidget());
}

void ListPane::show(StreamView view)
{
    StreamTable* shown = table(view);
    if (shown)
        m_stack->setCurrentWidget(shown);
    else
        m_stack->setCurrentWidget(m_panes[view == StreamView::Schemas ? 0 : 1]);
    const QSignalBlocker quiet(m_filter);
    m_filter->setText(shown ? list(view).filter : QString());
    m_filter->setVisible(shown);
    m_filter->setPlaceholderText(view == StreamView::Groups ? tr("Filter groups")
            : view == StreamView::Brokers                   ? tr("Filter brokers")
                                                            : tr("Filter topics"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_footer->setVisible(shown);
    m_internal->setVisible(view == StreamView::Topics);
    m_internalName->setVisible(view == StreamView::Topics);
    fit();
    renew();
    tellWatch();
    Q_EMIT viewChanged();
}

void ListPane::setInternal(bool shown)
{
    m_topicRows.setInternal(shown);
    const QSignalBlocker quiet(m_internal);
    m_internal->setChecked(shown);
    renew();
}

bool ListPane::choose(StreamView view, const QString& id)
{
    StreamTable* at = table(view);
    return at && at->choose(id);
}

void ListPane::renewSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void ListPane::renew()
{
    if (table())
        list(view()).model->update();
    tellEmpty();
    tellHead();
    tellFoot();
}

void ListPane::tellWatch()
{
    const StreamView at = view();
    const QStringList topics
        = at == StreamView::Topics && table() ? table()->shown() : QStringList();
    m_watch.setTopics(topics);
    m_watch.setBrokers(at == StreamView::Brokers);
    m_watch.setGroups(at == StreamView::Groups ? table()->shown() : QStringList());
}

void ListPane::tellHead()
{
    const StreamsFeed& feed = m_watch.feed();
    const ClusterInfo& cluster = feed.cluster();
    if (!feed.read(StreamsFeed::Part::Cluster).isValid()) {
        m_header->setSubtitle({});
        return;
    }
    // How it is now nobody knows.
    if (feed.isOld() || feed.error(StreamsFeed::Part::Cluster)) {
        m_header->setGlyph(ui::Glyph::Warn);
        m_header->setSubtitle(tr("no answer"));
        return;
    }
    int away = 0;
    for (const BrokerInfo& broker : cluster.brokers)
        away += broker.problem ? 1 : 0;
    const QString brokers = tr("%n broker(s)", nullptr, int(cluster.brokers.size()));
    QString state = tr("all in sync");
    if (cluster.withoutLeader > 0)
        state = tr("%n partition(s) without a leader", nullptr, cluster.withoutLeader);
    else if (away > 0)
        state = tr("%n do(es) not answer", nullptr, away);
    else if (cluster.underReplicated > 0)
        state = tr("%n partition(s) not in sync", nullptr, cluster.underReplicated);
    const bool ill = cluster.withoutLeader > 0 || away > 0 || cluster.underReplicated > 0;
    m_header->setGlyph(cluster.withoutLeader > 0 ? ui::Glyph::Error
            : ill                                ? ui::Glyph::Warn
                                                 : ui::Glyph::None);
    m_header->setSubtitle(tr("%1, %2").arg(brokers, state));
}

QString ListPane::headText() const
{
    return m_header->findChild<ui::ElidedLabel*>()->text();
}

void ListPane::tellFoot()
{
    using Part = StreamsFeed::Part;
    const StreamsFeed& feed = m_watch.feed();
    // What all of it lacks is said once, above.
    const bool answers = !feed.isOld();
    const auto asOf = [this, &feed](Part part) -> QString {
        const QString why
            = ui::ErrorWords::line(*feed.error(part), serviceName(m_workbench.hub(), m_service));
        const QDateTime at = feed.read(part).toTimeZone(m_workbench.timeContext().zone());
        return at.isValid() ? tr("as of %1: %2").arg(at.toString(u"HH:mm:ss"_s), why) : why;
    };
    QStringList parts;
    if (view() == StreamView::Topics) {
        const StreamModel& model = *list(StreamView::Topics).model;
        parts.append(model.rowCount() == model.total()
                ? tr("%n topic(s)", nullptr, model.total())
                : tr("%1 of %n topic(s)", nullptr, model.total()).arg(countText(model.rowCount())));
        double in = 0;
        bool known = false;
        for (const TopicInfo& topic : feed.topics())
            if (const auto rate = m_rates.in(topic.name)) {
                in += *rate;
                known = true;
            }
        double out = 0;
        bool outKnown = false;
        for (const GroupInfo& group : feed.groups())
            if (const GroupSummary* read = feed.summary(group.name))
                for (const TopicLag& topic : read->topics)
                    if (const auto rate = m_rates.out(group.name, topic.topic)) {
                        out += *rate;
                        outKnown = true;
                    }
        if (known)
            parts.append(tr("In %1 msg/s").arg(ui::compactNumber(in)));
        if (outKnown)
            parts.append(tr("Out %1 msg/s").arg(ui::compactNumber(out)));
    } else if (view() == StreamView::Groups) {
        const StreamModel& model = *list(StreamView::Groups).model;
        parts.append(model.rowCount() == model.total()
                ? tr("%n group(s)", nullptr, model.total())
                : tr("%1 of %n group(s)", nullptr, model.total()).arg(countText(model.rowCount())));
        if (feed.groupsRead() < model.total())
            parts.append(tr("lag read of %1").arg(countText(feed.groupsRead())));
        for (const auto& [broker, error] : feed.withoutGroups())
            parts.append(
                tr("broker %1 does not tell its groups: %2").arg(broker).arg(error.detail));
        if (answers && feed.error(Part::Groups))
            parts.append(asOf(Part::Groups));
        else if (answers && feed.error(Part::Lags))
            parts.append(asOf(Part::Lags));
    } else if (view() == StreamView::Brokers) {
        const ClusterInfo& cluster = feed.cluster();
        if (!cluster.version.isEmpty())
            parts.append(cluster.version);
        parts.append(tr("%n partition(s)", nullptr, cluster.partitions));
        if (!feed.moves().empty())
            parts.append(tr("%n being moved", nullptr, int(feed.moves().size())));
        if (answers && feed.error(Part::Cluster))
            parts.append(asOf(Part::Cluster));
    }
    qint64 used = 0, whole = 0;
    for (const BrokerInfo& broker : feed.cluster().brokers)
        if (broker.diskTotal && broker.diskFree) {
            used += *broker.diskTotal - *broker.diskFree;
            whole += *broker.diskTotal;
        }
    if (whole > 0 && view() != StreamView::Groups)
        parts.append(tr("Disk %1 of %2")
                         .arg(ui::compactBytes(double(used)), ui::compactBytes(double(whole))));
    m_foot->setText(parts.join(u"   "_s));
    m_internalName->setText(m_internal->isChecked() ? tr("Internal topics shown")
            : m_topicRows.hidden() > 0              ? tr("Internal topics hidden")
                                                    : tr("Internal topics"));
}

QString ListPane::footText() const
{
    return m_foot->text();
}

// In place of a list without rows.
void ListPane::tellEmpty()
{
    const StreamsFeed& feed = m_watch.feed();
    const StreamView at = view();
    const bool read = at == StreamView::Topics ? feed.hasTopics()
        : at == StreamView::Groups             ? feed.read(StreamsFeed::Part::Groups).isValid()
                                               : false;
    if (!table() || !read || list(at).model->rowCount() > 0) {
        m_frame->showReady();
        return;
    }
    ui::EmptyInfo info;
    info.iconName = u"waves"_s;
    if (list(at).model->total() > 0) {
        info.iconName = u"search"_s;
        info.heading = tr("Nothing has this in its name");
        info.line = list(at).filter;
        info.actions = {{u"clear"_s, tr("Clear the filter"), {}, {}, true}};
    } else if (at == StreamView::Groups) {
        info.heading = tr("No consumer group");
        info.line = tr("Nobody has committed an offset in this cluster, or you may not see it.");
    } else {
        info.heading = tr("No topic in this cluster");
        info.line = m_topicRows.hidden() > 0
            ? tr("%n internal topic(s) are hidden.", nullptr, m_topicRows.hidden())
            : tr("Or there is none that you may see.");
        if (m_new->isVisibleTo(this))
            info.actions.append({u"new"_s, tr("New topic…"), u"plus"_s, {}, true});
        if (m_topicRows.hidden() > 0)
            info.actions.append({u"internal"_s, tr("Show them"), {}, {}, false});
    }
    m_frame->showEmpty(info);
}

// The filter stands below the header where that has no room for it.
void ListPane::fit()
{
    const bool makes = m_workbench.hub().contract<TopicActs>(m_service);
    const int views = m_views->sizeHint().width();
    const int button = m_new->sizeHint().width();
    const int room = m_headWidth > 0 ? std::min(m_headWidth, width()) : width();
    m_header->setContentsMargins(0, 0, width() - room, 0);
    const bool wide = room >= kTitle + views + (makes ? button + 8 : 0) + kFilter + 40;
    const bool hasButton = makes && room >= kTitle + views + button + 32;
    if (wide && m_filter->parentWidget() != m_header) {
        m_header->addRight(m_filter);
        m_header->addRight(m_views);
        m_header->addRight(m_new);
    } else if (!wide && m_filter->parentWidget() != m_filterRow) {
        m_filterRow->layout()->addWidget(m_filter);
    }
    m_filter->setMaximumWidth(wide ? std::max(kFilter, (room - views) / 4) : QWIDGETSIZE_MAX);
    m_filter->setMinimumWidth(kFilter);
    m_filter->setVisible(table());
    m_filterRow->setVisible(!wide && table());
    m_new->setVisible(hasButton);
}

void ListPane::setHeadWidth(int width)
{
    if (std::exchange(m_headWidth, width) != width)
        fit();
}

QSize ListPane::minimumSizeHint() const
{
    return {std::max(300, m_views->sizeHint().width() + 40), 160};
}

void ListPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ListPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew();
    tellWatch();
}

qint64 ListPane::drawnRows() const
{
    return table() ? table()->drawnRows() : 0;
}

} // namespace pilothouse::streams
