// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamspanel.h"

#include "core/servicehub.h"
#include "streams/panel/choicebar.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/streamrates.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamswatch.h"
#include "streams/panel/streamtable.h"
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
    refreshWhenVisible();
}

StreamsPanel::~StreamsPanel()
{
    hide(); // nothing of it is shown again while it goes
    disconnect(m_list, nullptr, this, nullptr);
    disconnect(m_side, nullptr, this, nullptr);
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

void StreamsPanel::buildLayout()
{
    m_frame = std::make_unique<ui::StateFrame>(this);
    auto* content = new QWidget(m_frame.get());
    m_columns = new ChoiceBar(tr("Part of the panel"), content);
    m_columns->setChoices({{Left, tr("List")}, {Right, tr("Detail")}});
    m_across = new QSplitter(Qt::Horizontal, content);
    m_left = new QSplitter(Qt::Vertical, m_across);
    m_list = new ListPane(workbench(), m_service, *m_watch, *m_rates, m_left);
    m_left->addWidget(m_list);
    m_rights = new QStackedWidget(m_across);
    m_right = new QSplitter(Qt::Vertical, m_rights);
    m_side = new StreamSide(workbench(), m_service, *m_watch, *m_rates, m_list->topics(), m_right);
    m_right->addWidget(m_side);
    m_rights->addWidget(m_right);
    m_reset = new ResetSheet(workbench(), m_service, m_rights);
    m_newTopic = new NewTopicSheet(workbench(), m_service, m_rights);
    for (Sheet* sheet : std::initializer_list<Sheet*>{m_reset, m_newTopic}) {
        m_rights->addWidget(sheet);
        connect(sheet, &Sheet::closed, this, &StreamsPanel::closeSheet);
    }
    m_across->addWidget(m_left);
    m_across->addWidget(m_rights);
    m_across->setStretchFactor(0, 3);
    m_across->setStretchFactor(1, 2);
    m_across->setChildrenCollapsible(false);

    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_columns, 0, Qt::AlignHCenter);
    inside->addWidget(m_across, 1);
    m_columns->hide();
    m_frame->setContent(content);
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { feed().retry(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame.get());
}

void StreamsPanel::connectFeed()
{
    StreamsFeed& of = feed();
    connect(&of, &StreamsFeed::answered, this, &StreamsPanel::onAnswered);
    connect(&of, &StreamsFeed::failed, this, &StreamsPanel::onFailed);
    for (const auto signal : {&StreamsFeed::topicsChanged, &StreamsFeed::groupsChanged,
             &StreamsFeed::lagsChanged, &StreamsFeed::factsChanged})
        connect(&of, signal, this, &StreamsPanel::start);
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

void StreamsPanel::connectPanes()
{
    m_list->filter()->answerSlashIn(this);
    connect(m_list, &ListPane::chosen, this, &StreamsPanel::choose);
    connect(m_list, &ListPane::viewChanged, this, [this] {
        closeSheet();
        start();
        follow();
        arrange();
        setFocus(); // handed on to the list
    });
    connect(m_list, &ListPane::opened, this, [this] {
        reveal(Right);
        if (QWidget* part = m_side->current())
            part->setFocus(Qt::OtherFocusReason);
    });
    connect(m_list, &ListPane::menuAsked, this, &StreamsPanel::openMenu);
    connect(m_list, &ListPane::newTopicAsked, this, [this] {
        m_newTopic->open();
        openSheet(m_newTopic);
    });
    connect(m_side, &StreamSide::pageChanged, this, &StreamsPanel::updateActs);
    connect(lag(), &LagPane::changed, this, &StreamsPanel::updateActs);
    connect(m_columns, &ChoiceBar::chosen, this, [this](int column) {
        m_column = column;
        arrange();
        setFocus();
    });
    connect(m_reset, &ResetSheet::moved, this, [this] { feed().expectChange(); });
    connect(m_newTopic, &NewTopicSheet::made, this, [this](const QString& topic) {
        feed().expectChange();
        show({u"topics"_s, topic, {}, {}, {}});
    });
    auto* guide = new ui::FocusGuide(*this, [this] { return workedWith(); },
        {m_list->table(StreamView::Topics), m_list->table(StreamView::Groups),
            m_list->table(StreamView::Brokers)});
    connect(this, &Panel::stateChanged, guide, &ui::FocusGuide::handOn);
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
