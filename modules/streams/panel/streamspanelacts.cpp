// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsPanel: its keys, menus and sheets.
#include "core/servicehub.h"
#include "streams/api/acts.h"
#include "streams/panel/choicebar.h"
#include "streams/panel/connectpane.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/messageview.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/partitionssheet.h"
#include "streams/panel/producesheet.h"
#include "streams/panel/recordssheet.h"
#include "streams/panel/replaysheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/schemaspane.h"
#include "streams/panel/streamdesk.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamspanel.h"
#include "streams/panel/streamtable.h"
#include "streams/panel/tailpane.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/toggleswitch.h"
#include "ui/workbench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

QList<QAction*> StreamsPanel::panelActions() const
{
    QList<QAction*> all = m_actions + m_tail->actions() + m_message->actions();
    if (m_list->view() == StreamView::Schemas)
        all += m_schemas->paneActions();
    else if (m_list->view() == StreamView::Connect)
        all += m_connectors->paneActions();
    return all;
}

QAction* StreamsPanel::addAct(
    const QString& text, const QKeySequence& key, std::function<void()> slot, bool destructive)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (destructive)
        action->setProperty("destructive", true);
    connect(action, &QAction::triggered, this, [slot = std::move(slot)] { slot(); });
    addAction(action);
    m_actions.append(action);
    return action;
}

void StreamsPanel::buildActions()
{
    addAct(tr("Ask the cluster again"), QKeySequence(Qt::Key_F5), [this] { refresh(); });
    addAct(tr("Filter the list"), QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        reveal(Left);
        m_list->filter()->setFocus(Qt::ShortcutFocusReason);
    });
    const auto view = [this](const QString& text, Qt::Key key, StreamView which) {
        addAct(text, QKeySequence(Qt::CTRL | key), [this, which] {
            reveal(Left);
            m_list->setView(which);
            setFocus(); // handed on to the list
        });
    };
    view(tr("Topics"), Qt::Key_1, StreamView::Topics);
    view(tr("Consumer groups"), Qt::Key_2, StreamView::Groups);
    view(tr("Brokers"), Qt::Key_3, StreamView::Brokers);
    view(tr("Schemas"), Qt::Key_4, StreamView::Schemas);
    view(tr("Connectors"), Qt::Key_5, StreamView::Connect);
    const auto page = [this](const QString& text, QKeyCombination key, StreamPage which) {
        addAct(text, QKeySequence(key), [this, which] {
            if (!m_side->has(which))
                return;
            closeSheet();
            reveal(Right);
            m_side->setPage(which);
            if (QWidget* part = m_side->current())
                part->setFocus(Qt::ShortcutFocusReason);
        });
    };
    page(tr("Lag of the chosen one"), Qt::CTRL | Qt::Key_6, StreamPage::Lag);
    page(tr("Settings of the topic"), Qt::CTRL | Qt::Key_7, StreamPage::Config);
    page(tr("Schema of the topic"), Qt::CTRL | Qt::Key_8, StreamPage::Schema);
    page(tr("Access rules of the topic"), Qt::CTRL | Qt::Key_9, StreamPage::Access);
    page(tr("Members of the group"), Qt::CTRL | Qt::Key_0, StreamPage::Members);
    page(
        tr("Active producers of the topic"), Qt::CTRL | Qt::ALT | Qt::Key_P, StreamPage::Producers);
    page(tr("Reassignments in progress"), Qt::CTRL | Qt::ALT | Qt::Key_R, StreamPage::Moves);
    page(tr("Quotas of the cluster"), Qt::CTRL | Qt::ALT | Qt::Key_Q, StreamPage::Quotas);
    addAct(tr("Show or hide internal topics"), QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { m_list->internal()->toggle(); });
    m_copy = addAct(
        tr("Copy the name"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N), [this] { copyName(); });
    addActs();
}

void StreamsPanel::addActs()
{
    const auto sheetAct = [this](QList<QAction*>& kind, const QString& text, QKeyCombination key,
                              std::function<void()> open, bool destructive = false) {
        kind.append(addAct(text, QKeySequence(key), std::move(open), destructive));
    };
    sheetAct(m_onTopic, tr("Search through the topic"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] { openSearch(); });
    sheetAct(m_onTopic, tr("Dead letters of the topic"), Qt::CTRL | Qt::Key_D, [this] {
        workbench().openPanel(u"streams.deadletters"_s, m_service, {{u"topic"_s, topic()}});
    });
    m_onTopic.append(addAct(tr("Follow the topic"), QKeySequence(Qt::CTRL | Qt::Key_J), [this] {
        if (m_list->view() != StreamView::Topics)
            show({u"topics"_s, topic(), {}, {}, {}});
        reveal(Left);
        m_tail->setFocus(Qt::ShortcutFocusReason);
    }));
    m_search = m_onTopic[0];
    m_letters = m_onTopic[1];
    m_followTopic = m_onTopic[2];
    sheetAct(m_ofTopic, tr("Produce a message…"), Qt::CTRL | Qt::Key_M, [this] { openProduce(); });
    sheetAct(m_ofTopic, tr("Produce the chosen message again…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        [this] { openReplay(); });
    sheetAct(
        m_ofGroup, tr("Reset offsets of the group…"), Qt::CTRL | Qt::Key_O, [this] { openReset(); },
        true);
    sheetAct(m_ofGroup, tr("Earlier resets…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] {
        openReset();
        m_reset->showEarlier(true);
    });
    sheetAct(
        m_ofBoth, tr("Forget the group's offsets of the topic…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
        [this] { m_desk->removeCommits(group(), topic()); }, true);
    sheetAct(m_writes, tr("New topic…"), Qt::CTRL | Qt::Key_N, [this] {
        m_newTopic->open();
        openSheet(m_newTopic);
    });
    sheetAct(m_ofTopic, tr("New topic like this one…"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] {
        const QString like = topic();
        m_newTopic->open(like);
        openSheet(m_newTopic);
    });
    sheetAct(m_ofTopic, tr("More partitions…"), Qt::CTRL | Qt::Key_P, [this] {
        m_partitions->open(topic());
        openSheet(m_partitions);
    });
    sheetAct(
        m_ofTopic, tr("Delete messages…"), Qt::CTRL | Qt::SHIFT | Qt::Key_Delete,
        [this] {
            m_records->open(topic());
            openSheet(m_records);
        },
        true);
    // Delete means the row that has the focus.
    m_remove = new QAction(tr("Delete the topic…"), this);
    m_remove->setProperty("destructive", true);
    m_remove->setShortcut(QKeySequence(Qt::Key_Delete));
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    connect(m_remove, &QAction::triggered, this, &StreamsPanel::removeChosen);
    for (const StreamView view : {StreamView::Topics, StreamView::Groups})
        m_list->table(view)->addAction(m_remove);
    m_actions.append(m_remove);
    updateActs();
}

// What is not possible now is not offered; why, is said by the sheet itself.
void StreamsPanel::updateActs()
{
    ServiceHub& hub = workbench().hub();
    const bool topics = hub.contract<TopicActs>(m_service);
    const bool groups = hub.contract<GroupActs>(m_service);
    const bool messages = hub.contract<Messages>(m_service);
    const bool hasTopic = !topic().isEmpty(), hasGroup = !group().isEmpty();
    const auto enable = [](const QList<QAction*>& actions, bool on) {
        for (QAction* action : actions)
            action->setEnabled(on);
    };
    enable(m_writes, topics);
    enable(m_onTopic, messages && hasTopic);
    enable(m_ofTopic, topics && hasTopic);
    enable(m_ofGroup, groups && hasGroup);
    enable(m_ofBoth, groups && hasGroup && hasTopic);
    const bool ofGroups = m_list->view() == StreamView::Groups;
    m_remove->setEnabled(ofGroups ? groups && hasGroup : topics && hasTopic);
    m_remove->setText(ofGroups ? tr("Delete the group…") : tr("Delete the topic…"));
    // Beside a group they are of the topic its lag is shown of.
    m_search->setText(ofGroups && hasTopic ? tr("Search through %1").arg(topic())
                                           : tr("Search through the topic"));
    m_letters->setText(ofGroups && hasTopic ? tr("Dead letters of %1").arg(topic())
                                            : tr("Dead letters of the topic"));
    m_followTopic->setText(
        ofGroups && hasTopic ? tr("Follow %1").arg(topic()) : tr("Follow the topic"));
    m_message->resetAction()->setEnabled(m_message->message() && groups && hasGroup);
}

void StreamsPanel::removeChosen()
{
    if (m_list->view() == StreamView::Topics && !topic().isEmpty())
        m_desk->removeTopic(topic());
    else if (m_list->view() == StreamView::Groups && !group().isEmpty())
        m_desk->removeGroup(group());
}

void StreamsPanel::openProduce()
{
    m_produce->open(topic());
    openSheet(m_produce);
}

void StreamsPanel::openReplay()
{
    std::vector<std::pair<int, qint64>> chosen;
    for (const Message& message : m_tail->table()->selected())
        chosen.emplace_back(message.partition, message.offset);
    if (chosen.empty())
        return;
    m_replay->open(m_tail->topic(), std::move(chosen));
    openSheet(m_replay);
}

void StreamsPanel::openSearch()
{
    workbench().openPanel(u"streams.search"_s, m_service, {{u"topic"_s, topic()}});
}

Sheet* StreamsPanel::sheet() const
{
    return m_rights->currentWidget() == m_right ? nullptr
                                                : static_cast<Sheet*>(m_rights->currentWidget());
}

void StreamsPanel::openSheet(Sheet* sheet)
{
    reveal(Right);
    m_rights->setCurrentWidget(sheet);
    sheet->setFocus(Qt::OtherFocusReason);
}

void StreamsPanel::closeSheet()
{
    if (!sheet())
        return;
    const bool hadFocus = sheet()->isAncestorOf(QGuiApplication::focusObject()
            ? qobject_cast<QWidget*>(QGuiApplication::focusObject())
            : nullptr);
    m_rights->setCurrentWidget(m_right);
    if (hadFocus)
        setFocus(); // handed on
}

void StreamsPanel::openReset()
{
    const QString of = group();
    const QString in = topic();
    if (of.isEmpty())
        return;
    m_reset->open(of, in);
    openSheet(m_reset);
}

void StreamsPanel::copyName()
{
    const QString name = m_side->name();
    if (!name.isEmpty())
        QGuiApplication::clipboard()->setText(name);
}

void StreamsPanel::openMenu(const QString&, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool ofTopics = m_list->view() == StreamView::Topics;
    const bool ofGroups = m_list->view() == StreamView::Groups;
    const auto add = [menu](const QList<QAction*>& actions, bool wanted) {
        if (wanted && !menu->isEmpty())
            menu->addSeparator();
        for (QAction* action : actions)
            if (wanted)
                menu->addAction(action);
    };
    if (ofGroups)
        add(m_ofGroup + m_ofBoth, true);
    add(m_onTopic, ofTopics || (ofGroups && !topic().isEmpty()));
    add(m_ofTopic, ofTopics);
    if (ofTopics)
        add(m_ofGroup + m_ofBoth, !group().isEmpty());
    add({m_copy}, true);
    add({m_remove}, ofTopics || ofGroups);
    menu->popup(at);
}

void StreamsPanel::openPartitionMenu(int partition, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(
        tr("Search through partition %1…").arg(partition), this, [this, of = topic(), partition] {
            workbench().openPanel(u"streams.search"_s, m_service,
                {{u"topic"_s, of}, {u"partitions"_s, QString::number(partition)}});
        });
    menu->addActions(m_ofGroup + m_ofBoth);
    menu->popup(at);
}

} // namespace pilothouse::streams
