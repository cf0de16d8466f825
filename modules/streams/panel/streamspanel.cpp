// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamspanel.h"

#include "core/servicehub.h"
#include "streams/api/messages.h"
#include "streams/panel/choicebar.h"
#include "streams/panel/configpane.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/messageview.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/streamrates.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamswatch.h"
#include "streams/panel/streamtable.h"
#include "streams/panel/tailpane.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/panelretry.h"
#include "ui/focusguide.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"

#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kNarrow = 920; // below it one column at a time
}

StreamsPanel::StreamsPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
    , m_watch(std::make_unique<StreamsWatch>(StreamsFeed::of(workbench.hub(), service)))
    , m_rates(new StreamRates(workbench.sampler(), service, this))
{
    buildLayout();
    buildActions();
    connectFeed();
    connectPanes();
    connectMessages();
    refreshWhenVisible();
}

StreamsPanel::~StreamsPanel()
{
    hide(); // nothing of it is shown again while it goes
    disconnect(m_list, nullptr, this, nullptr);
    disconnect(m_side, nullptr, this, nullptr);
    disconnect(m_tail, nullptr, this, nullptr);
    disconnect(m_config, nullptr, this, nullptr);
    disconnect(lag(), nullptr, this, nullptr);
}

StreamsFeed& StreamsPanel::feed() const
{
    return m_watch->feed();
}

LagPane* StreamsPanel::lag() const
{
    return m_side->lag();
}

QString StreamsPanel::iconName() const
{
    return u"waves"_s;
}

QString StreamsPanel::kind() const
{
    return u"streams.topics"_s;
}

// Another cluster may have the same topics.
QString StreamsPanel::title() const
{
    const ServiceHub& hub = workbench().hub();
    const Service* service = hub.service(m_service);
    if (!service || hub.ofModule(service->config.module).size() < 2)
        return tr("Topics");
    return tr("Topics · %1")
        .arg(service->config.title.isEmpty() ? m_service : service->config.title);
}

void StreamsPanel::connectFeed()
{
    StreamsFeed& of = feed();
    connect(&of, &StreamsFeed::answered, this, &StreamsPanel::onAnswered);
    connect(&of, &StreamsFeed::failed, this, &StreamsPanel::onFailed);
    connect(&of, &StreamsFeed::topicsChanged, this, &StreamsPanel::start);
    connect(&of, &StreamsFeed::groupsChanged, this, &StreamsPanel::start);
    connect(&of, &StreamsFeed::lagsChanged, this, &StreamsPanel::start);
    connect(&of, &StreamsFeed::factsChanged, this, &StreamsPanel::start);
    connect(&of, &StreamsFeed::partFailed, this, &StreamsPanel::start);
    ServiceHub& hub = workbench().hub();
    connect(&hub, &ServiceHub::added, this, [this](const QString& id) {
        if (id == m_service) {
            m_list->offerViews();
            m_side->offerPages();
            updateActs();
        }
        Q_EMIT titleChanged();
    });
    connect(&hub, &ServiceHub::removed, this, &StreamsPanel::titleChanged);
    connect(&hub, &ServiceHub::writesChanged, this, [this](const QString& id) {
        if (id == m_service)
            updateActs();
    });
}

QWidget* StreamsPanel::workedWith() const
{
    if (m_narrow && m_column == Right)
        return m_side->current();
    return m_list->current();
}

void StreamsPanel::onAnswered()
{
    m_retry->succeeded();
    m_list->renew();
    setState(feed().topics().empty() ? State::Empty : State::Ready);
    start();
    // One just made is chosen before the cluster has told of it.
    if (m_list->view() == StreamView::Topics && m_tail->topic().isEmpty() && feed().topic(topic()))
        m_tail->showTopic(topic());
    updateActs();
}

void StreamsPanel::onFailed()
{
    const bool have = feed().hasTopics();
    m_retry->failed(*feed().error(StreamsFeed::Part::Topics), have);
    setState(have ? State::Stale : State::Error);
    updateActs();
}

// The topic that is furthest behind is known when the first lags have come, or when there are none.
void StreamsPanel::start()
{
    if (!feed().hasTopics())
        return;
    if (!m_wanted.isEmpty()) {
        show(std::exchange(m_wanted, {}));
        return;
    }
    using Part = StreamsFeed::Part;
    StreamTable* table = m_list->table();
    if (!table || !table->current().isEmpty())
        return;
    const bool lagsKnown = feed().read(Part::Lags).isValid() || feed().error(Part::Lags)
        || feed().error(Part::Groups)
        || (feed().read(Part::Groups).isValid() && feed().groups().empty())
        || !workbench().hub().contract<Groups>(m_service);
    if (!lagsKnown && m_list->view() != StreamView::Brokers)
        return;
    m_list->renew();
    if (table->rows().rowCount() == 0)
        return;
    const QString first = table->rows().idAt(0);
    table->choose(first);
    choose(first);
    if (m_example)
        showFirstMessage();
}

void StreamsPanel::choose(const QString& id)
{
    if (id.isEmpty())
        return;
    closeSheet();
    follow();
    Q_EMIT titleChanged();
}

void StreamsPanel::follow()
{
    const StreamTable* table = m_list->table();
    const QString id = table ? table->current() : QString();
    if (id.isEmpty()) {
        m_side->showNothing();
    } else if (m_list->view() == StreamView::Topics) {
        if (m_side->subject() != StreamSide::Subject::Topic || m_side->name() != id)
            m_side->showTopic(id);
    } else if (m_list->view() == StreamView::Groups) {
        if (m_side->subject() != StreamSide::Subject::Group || m_side->name() != id)
            m_side->showGroup(id);
    } else {
        m_side->showBroker(id);
    }
    m_tail->showTopic(m_list->view() == StreamView::Topics && feed().topic(id) ? id : QString());
    updateActs();
}

QString StreamsPanel::topic() const
{
    switch (m_side->subject()) {
    case StreamSide::Subject::Topic:
        return m_side->name();
    case StreamSide::Subject::Group:
        return lag()->topic();
    default:
        return {};
    }
}

QString StreamsPanel::group() const
{
    switch (m_side->subject()) {
    case StreamSide::Subject::Topic:
        return lag()->group();
    case StreamSide::Subject::Group:
        return m_side->name();
    default:
        return {};
    }
}

void StreamsPanel::reveal(Column column)
{
    if (m_narrow)
        m_columns->choose(column);
}

// A pane that is its own list and detail has the whole width.
void StreamsPanel::arrange()
{
    m_narrow = width() < kNarrow;
    const bool whole = !m_list->table();
    if (const QList<int> both = m_across->sizes(); m_divided && both[0] > 0 && both[1] > 0)
        m_leftShare = double(both[0]) / double(both[0] + both[1]);
    m_list->setHeadWidth(whole && !m_narrow ? int(m_leftShare * width()) : 0);
    const bool reads
        = m_list->view() == StreamView::Topics && workbench().hub().contract<Messages>(m_service);
    m_tail->setVisible(reads);
    m_message->setVisible(reads);
    m_columns->setVisible(m_narrow && !whole);
    m_left->setVisible(whole || !m_narrow || m_column == Left);
    m_rights->setVisible(!whole && (!m_narrow || m_column == Right));
    if (!m_divided && !m_narrow && width() > 0) {
        m_divided = true;
        m_across->setSizes({width() * 3 / 5, width() - width() * 3 / 5});
    }
}

QSize StreamsPanel::minimumSizeHint() const
{
    return {std::max(360, m_list->minimumSizeHint().width()), 300};
}

void StreamsPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    arrange();
}

// What no focused part has taken: first the sheet, then back to the list.
void StreamsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier) {
        Panel::keyPressEvent(event);
        return;
    }
    if (sheet()) {
        closeSheet();
    } else if (m_narrow && m_column == Right) {
        reveal(Left);
    } else if (QWidget* current = m_list->current(); current && !current->hasFocus()) {
        current->setFocus(Qt::OtherFocusReason);
    } else {
        event->ignore();
    }
}

void StreamsPanel::showEvent(QShowEvent* event)
{
    arrange();
    m_watch->setVisible(true);
    Panel::showEvent(event);
}

void StreamsPanel::hideEvent(QHideEvent* event)
{
    m_watch->setVisible(false);
    Panel::hideEvent(event);
}

} // namespace pilothouse::streams
