// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsPanel: its panes, their places and what they say to each other.
#include "streams/panel/accesspane.h"
#include "streams/panel/choicebar.h"
#include "streams/panel/clusterpanes.h"
#include "streams/panel/configpane.h"
#include "streams/panel/connectpane.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/messageview.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/partitionssheet.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/recordssheet.h"
#include "streams/panel/replaysheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/schemaspane.h"
#include "streams/panel/schemaview.h"
#include "streams/panel/streamdesk.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamspanel.h"
#include "streams/panel/streamtable.h"
#include "streams/panel/tailpane.h"
#include "ui/controls/searchfield.h"
#include "ui/errors/panelretry.h"
#include "ui/focusguide.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"
#include "ui/workbench.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

void StreamsPanel::buildLayout()
{
    m_frame = std::make_unique<ui::StateFrame>(this);
    auto* content = new QWidget(m_frame.get());
    m_columns = new ChoiceBar(tr("Part of the panel"), content);
    m_columns->setChoices({{Left, tr("List")}, {Right, tr("Detail")}});
    m_across = new QSplitter(Qt::Horizontal, content);
    m_left = new QSplitter(Qt::Vertical, m_across);
    m_list = new ListPane(workbench(), m_service, *m_watch, *m_rates, m_left);
    m_tail = new TailPane(workbench(), m_service, m_left);
    m_left->addWidget(m_list);
    m_left->addWidget(m_tail);
    m_rights = new QStackedWidget(m_across);
    m_right = new QSplitter(Qt::Vertical, m_rights);
    m_side = new StreamSide(workbench(), m_service, *m_watch, *m_rates, m_list->topics(), m_right);
    m_message = new MessageView(workbench(), m_service, m_right);
    m_right->addWidget(m_side);
    m_right->addWidget(m_message);
    for (QSplitter* column : {m_left, m_right}) {
        column->setChildrenCollapsible(false);
        column->setSizes({420, 350});
    }
    buildPanes();
    m_rights->addWidget(m_right);
    m_reset = new ResetSheet(workbench(), m_service, m_rights);
    m_newTopic = new NewTopicSheet(workbench(), m_service, m_rights);
    m_produce = new ProduceSheet(workbench(), m_service, m_rights);
    m_replay = new ReplaySheet(workbench(), m_service, m_rights);
    m_partitions = new PartitionsSheet(workbench(), m_service, m_rights);
    m_records = new RecordsSheet(workbench(), m_service, m_rights);
    for (Sheet* sheet : std::initializer_list<Sheet*>{
             m_reset, m_newTopic, m_produce, m_replay, m_partitions, m_records}) {
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
    // What is said of all the panel comes below it, so that nothing moves away from the pointer.
    if (auto* strip = m_frame->findChild<ui::StateStrip*>({}, Qt::FindDirectChildrenOnly)) {
        m_frame->layout()->removeWidget(strip);
        m_frame->layout()->addWidget(strip);
    }
    m_retry = new ui::PanelRetry(
        *m_frame, workbench().hub(), m_service, [this] { feed().retry(); }, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame.get());
}

// What stands beside the lag of a topic, and beside the topics of the cluster.
void StreamsPanel::buildPanes()
{
    m_config = new ConfigPane(workbench(), m_service, m_side);
    m_side->setPane(
        StreamPage::Config, m_config, [this](const QString& topic) { m_config->showTopic(topic); });
    auto* schema = new SchemaView(workbench(), m_service, m_side);
    m_side->setPane(
        StreamPage::Schema, schema, [schema](const QString& topic) { schema->showTopic(topic); });
    connect(schema, &SchemaView::subjectAsked, this, &StreamsPanel::showSubject);
    m_access = new AccessPane(workbench(), m_service, m_side);
    m_side->setPane(
        StreamPage::Access, m_access, [this](const QString& topic) { m_access->showTopic(topic); });
    auto* producers = new ProducersPane(workbench(), m_service, feed(), m_side);
    m_side->setPane(StreamPage::Producers, producers,
        [producers](const QString& topic) { producers->showTopic(topic); });
    const auto always = [](const QString&) {
    };
    m_side->setPane(
        StreamPage::Moves, new MovesPane(workbench(), m_service, feed(), m_side), always);
    m_side->setPane(
        StreamPage::Quotas, new QuotasPane(workbench(), m_service, feed(), m_side), always);
    m_schemas = new SchemasPane(workbench(), m_service, m_list);
    m_list->setPane(StreamView::Schemas, m_schemas);
    m_connectors = new ConnectPane(workbench(), m_service, m_list);
    m_list->setPane(StreamView::Connect, m_connectors);
    m_desk = new StreamDesk(workbench(), m_service, this);
}

void StreamsPanel::connectPanes()
{
    // What stands in the other panes has filters of its own.
    for (QWidget* part : std::initializer_list<QWidget*>{m_list->table(StreamView::Topics),
             m_list->table(StreamView::Groups), m_list->table(StreamView::Brokers), lag()})
        m_list->filter()->answerSlashIn(part);
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
    connect(lag(), &LagPane::partitionMenuAsked, this, &StreamsPanel::openPartitionMenu);
    connect(m_columns, &ChoiceBar::chosen, this, [this](int column) {
        m_column = column;
        arrange();
        setFocus();
    });
    const auto look = [this] {
        feed().expectChange();
    };
    connect(m_reset, &ResetSheet::moved, this, look);
    connect(m_config, &ConfigPane::changed, this, look);
    connect(m_config, &ConfigPane::editsChanged, this,
        [this] { Q_EMIT unsavedWorkChanged(hasUnsavedWork()); });
    connect(m_schemas, &SchemasPane::editsChanged, this,
        [this] { Q_EMIT unsavedWorkChanged(hasUnsavedWork()); });
    connect(m_partitions, &PartitionsSheet::added, this, look);
    connect(m_records, &RecordsSheet::deleted, this, look);
    connect(m_desk, &StreamDesk::topicRemoved, this, look);
    connect(m_desk, &StreamDesk::groupRemoved, this, look);
    connect(m_desk, &StreamDesk::commitsRemoved, this, look);
    connect(m_newTopic, &NewTopicSheet::made, this, [this](const QString& topic) {
        feed().expectChange();
        show({u"topics"_s, topic, {}, {}, {}});
    });
    auto* guide = new ui::FocusGuide(*this, [this] { return workedWith(); },
        {m_list->table(StreamView::Topics), m_list->table(StreamView::Groups),
            m_list->table(StreamView::Brokers)});
    connect(this, &Panel::stateChanged, guide, &ui::FocusGuide::handOn);
}

void StreamsPanel::connectMessages()
{
    connect(m_tail, &TailPane::currentChanged, this, [this] {
        if (const Message* message = m_tail->current())
            m_message->show(*message);
        else
            m_message->clear();
    });
    connect(m_tail, &TailPane::opened, this, [this] {
        reveal(Right);
        m_message->setFocus(Qt::OtherFocusReason);
    });
    // What nobody can read any more is not said to be well until the next look.
    connect(m_tail, &TailPane::cutOff, this, [this] { feed().refresh(); });
    connect(m_tail, &TailPane::produceAsked, this, [this](const QString& topic) {
        m_produce->open(topic);
        openSheet(m_produce);
    });
    connect(m_message, &MessageView::resetHereAsked, this,
        [this](const QString& topic, int partition, qint64 offset) {
            if (group().isEmpty())
                return;
            m_reset->openAt(group(), topic, partition, offset);
            openSheet(m_reset);
        });
    connect(m_message, &MessageView::produceAsked, this, [this](const Message& message) {
        m_produce->open(message.topic, message);
        openSheet(m_produce);
    });
    connect(m_message, &MessageView::schemaAsked, this,
        [this](const QString& subject, int) { showSubject(subject); });
}

bool StreamsPanel::hasUnsavedWork() const
{
    return m_config->hasEdits() || m_schemas->hasEdits();
}

void StreamsPanel::showSubject(const QString& subject)
{
    if (!m_list->has(StreamView::Schemas) || subject.isEmpty())
        return;
    m_list->setView(StreamView::Schemas);
    m_schemas->showSubject(subject);
}

} // namespace pilothouse::streams
