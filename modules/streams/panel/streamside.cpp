// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamside.h"

#include "core/servicehub.h"
#include "streams/api/access.h"
#include "streams/api/schemas.h"
#include "streams/panel/choicebar.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamswatch.h"
#include "streams/panel/streamtable.h"
#include "streams/panel/streamtext.h"
#include "streams/panel/topicrows.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"

#include <QAbstractScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

StreamSide::StreamSide(ui::Workbench& workbench, const ServiceId& service, StreamsWatch& watch,
    StreamRates& rates, const TopicRows& topics, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(service)
    , m_watch(watch)
    , m_topicRows(topics)
    , m_memberRows(watch.feed())
    , m_memberModel(m_memberRows)
    , m_settingModel(m_settingRows)
    , m_lag(new LagPane(workbench, watch, rates, this))
{
    buildLayout();
    StreamsFeed& feed = watch.feed();
    connect(m_lag, &LagPane::changed, this, &StreamSide::tellHead);
    connect(&feed, &StreamsFeed::membersChanged, this, [this](const QString& group) {
        if (m_subject == Subject::Group && group == m_name)
            showPage();
    });
    connect(&feed, &StreamsFeed::topicsChanged, this, &StreamSide::tellHead);
    connect(&feed, &StreamsFeed::factsChanged, this, [this] {
        const StreamPage before = page();
        offerPages(); // what is moved comes and goes
        if (page() != before)
            showPage();
        else
            tellHead();
    });
    connect(&feed, &StreamsFeed::failed, this, &StreamSide::tellHead);
    showNothing();
}

StreamSide::~StreamSide()
{
    hide();
    m_lag->disconnect(this);
}

void StreamSide::buildLayout()
{
    m_header = new ui::PanelHeader(QString(), this);
    m_pages = new ChoiceBar(tr("What is shown of it"), this);
    m_header->addRight(m_pages);
    m_stack = std::make_unique<QStackedWidget>(this);
    m_membersFrame = new ui::StateFrame(m_stack.get());
    m_members = new StreamTable(tr("Members of the group"), m_memberModel, m_membersFrame);
    m_members->setOrder(MemberRows::Lag, Qt::DescendingOrder);
    m_membersFrame->setContent(m_members);
    m_settingsFrame = new ui::StateFrame(m_stack.get());
    m_settings = new StreamTable(tr("Settings of the broker"), m_settingModel, m_settingsFrame);
    m_settings->setOrder(SettingRows::Name, Qt::AscendingOrder);
    m_settingsFrame->setContent(m_settings);
    connect(m_settingsFrame, &ui::StateFrame::retryRequested, this, &StreamSide::askSettings);
    m_nothing = new ui::StateFrame(m_stack.get());
    m_nothing->setContent(new QWidget(m_nothing));
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_lag, m_membersFrame, m_settingsFrame, m_nothing})
        m_stack->addWidget(part);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack.get(), 1);
    connect(m_pages, &ChoiceBar::chosen, this, [this] {
        showPage();
        Q_EMIT pageChanged();
    });
}

QSize StreamSide::minimumSizeHint() const
{
    return {std::max(300, m_pages->sizeHint().width() + 90), 200};
}

void StreamSide::setPane(StreamPage page, QWidget* pane, std::function<void(const QString&)> show)
{
    m_panes[page] = {pane, std::move(show)};
    m_stack->addWidget(pane);
    offerPages();
}

void StreamSide::offerPages()
{
    const auto add = [this](QList<std::pair<int, QString>>& to, StreamPage page,
                         const QString& word, bool offered) {
        if (offered && m_panes.count(page))
            to.append({int(page), word});
    };
    ServiceHub& hub = m_workbench.hub();
    QList<std::pair<int, QString>> pages;
    switch (m_subject) {
    case Subject::Topic:
        pages.append({int(StreamPage::Lag), tr("Lag")});
        add(pages, StreamPage::Config, tr("Config"), true);
        add(pages, StreamPage::Schema, tr("Schema"), hub.contract<Schemas>(m_service));
        add(pages, StreamPage::Access, tr("ACLs"), hub.contract<Access>(m_service));
        add(pages, StreamPage::Producers, tr("Producers"), hub.contract<Topics>(m_service));
        break;
    case Subject::Group:
        pages = {{int(StreamPage::Lag), tr("Lag")}, {int(StreamPage::Members), tr("Members")}};
        break;
    case Subject::Broker:
        pages = {{int(StreamPage::Settings), tr("Settings")}};
        add(pages, StreamPage::Moves, tr("Reassignments"), !m_watch.feed().moves().empty());
        add(pages, StreamPage::Quotas, tr("Quotas"), hub.contract<Cluster>(m_service));
        break;
    case Subject::None:
        break;
    }
    m_pages->setChoices(pages);
    m_pages->setVisible(pages.size() > 1);
}

bool StreamSide::has(StreamPage page) const
{
    return m_pages->has(int(page));
}

StreamPage StreamSide::page() const
{
    return StreamPage(std::max(0, m_pages->current()));
}

void StreamSide::setPage(StreamPage page)
{
    m_pages->choose(int(page));
}

void StreamSide::showTopic(const QString& topic, const QString& group)
{
    m_subject = Subject::Topic;
    m_name = topic;
    m_watch.setGroup({});
    m_lag->showTopic(topic, group);
    offerPages();
    showPage();
}

void StreamSide::showGroup(const QString& group, const QString& topic)
{
    m_subject = Subject::Group;
    m_name = group;
    m_lag->showGroup(group, topic);
    m_memberRows.setGroup(group);
    offerPages();
    showPage();
}

void StreamSide::showBroker(const QString& broker)
{
    const bool other = m_subject != Subject::Broker || m_name != broker;
    m_subject = Subject::Broker;
    m_name = broker;
    offerPages();
    if (other)
        askSettings();
    showPage();
}

void StreamSide::showNothing()
{
    m_subject = Subject::None;
    m_name.clear();
    offerPages();
    showPage();
}

void StreamSide::showPage()
{
    tellHead();
    if (m_subject == Subject::None) {
        m_stack->setCurrentWidget(m_nothing);
        return;
    }
    const StreamPage at = page();
    if (at == StreamPage::Lag) {
        m_stack->setCurrentWidget(m_lag);
    } else if (at == StreamPage::Members) {
        m_stack->setCurrentWidget(m_membersFrame);
        m_memberModel.update();
        const GroupDetail* detail = m_watch.feed().detail(m_name);
        if (detail && detail->unreadable)
            m_membersFrame->showEmpty(
                {u"info"_s, tr("Its members are not readable with this library"),
                    detail->unreadable->detail, {}});
        else if (detail && detail->members.empty())
            m_membersFrame->showEmpty({u"user"_s, tr("Nobody is in this group now"),
                tr("Its state is %1. What it has committed stays.").arg(detail->info.state), {}});
        else
            m_membersFrame->showReady();
    } else if (at == StreamPage::Settings) {
        m_stack->setCurrentWidget(m_settingsFrame);
    } else if (const auto pane = m_panes.find(at); pane != m_panes.end()) {
        m_stack->setCurrentWidget(pane->second.first);
        pane->second.second(m_name);
    }
}

void StreamSide::tellHead()
{
    const StreamsFeed& feed = m_watch.feed();
    m_header->setTitle(m_name);
    switch (m_subject) {
    case Subject::Topic: {
        const auto [glyph, state] = m_topicRows.state(m_name);
        const auto [word, bad] = m_lag->word();
        m_header->setGlyph(feed.isOld() ? ui::Glyph::Unknown : glyph);
        m_header->setSubtitle(glyph == ui::Glyph::Ok || bad ? word : state);
        break;
    }
    case Subject::Group: {
        const GroupInfo* info = feed.group(m_name);
        const auto [word, bad] = m_lag->word();
        m_header->setGlyph(bad ? ui::Glyph::Warn : ui::Glyph::None);
        m_header->setSubtitle(!info ? tr("not there any more")
                : word.isEmpty()    ? info->state
                                    : tr("%1, %2").arg(info->state, word));
        break;
    }
    case Subject::Broker:
        m_header->setTitle(tr("Broker %1").arg(m_name));
        m_header->setGlyph(ui::Glyph::None);
        m_header->setSubtitle({});
        for (const BrokerInfo& broker : feed.cluster().brokers)
            if (QString::number(broker.id) == m_name) {
                m_header->setGlyph(feed.isOld() ? ui::Glyph::Unknown
                        : broker.problem        ? ui::Glyph::Error
                                                : ui::Glyph::Ok);
                m_header->setSubtitle(broker.problem
                        ? broker.problem->detail
                        : u"%1:%2"_s.arg(broker.host).arg(broker.port));
            }
        break;
    case Subject::None:
        m_header->setGlyph(ui::Glyph::None);
        m_header->setSubtitle({});
        break;
    }
}

QString StreamSide::headText() const
{
    return m_header->title() + u' ' + m_header->findChild<ui::ElidedLabel*>()->text();
}

void StreamSide::askSettings()
{
    auto* cluster = m_workbench.hub().contract<Cluster>(m_service);
    if (!cluster || m_subject != Subject::Broker)
        return;
    m_settingRows.setEntries({});
    m_settingModel.update();
    m_settingsFrame->showLoading({tr("asking broker %1").arg(m_name), -1, -1});
    m_settingsCall = cluster->brokerConfig(m_name.toInt())
                         .onDone(this, [this](Result<std::vector<ConfigEntry>> answer) {
                             if (!answer) {
                                 m_settingsFrame->showError(ui::ErrorWords::page(
                                     answer.error(), m_workbench.hub(), m_service));
                                 return;
                             }
                             m_settingRows.setEntries(std::move(*answer));
                             m_settingModel.update();
                             m_settingsFrame->showReady();
                         });
}

QWidget* StreamSide::current() const
{
    switch (page()) {
    case StreamPage::Lag:
        return m_lag->partitions();
    case StreamPage::Members:
        return m_members;
    case StreamPage::Settings:
        return m_settings;
    default:
        return partOf(m_stack->currentWidget());
    }
}

QWidget* StreamSide::partOf(QWidget* pane)
{
    const auto parts = pane->findChildren<QAbstractScrollArea*>();
    for (QAbstractScrollArea* part : parts)
        if (part->isVisible() && part->focusPolicy() & Qt::TabFocus)
            return part;
    return pane;
}

} // namespace pilothouse::streams
