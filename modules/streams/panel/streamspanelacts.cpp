// SPDX-License-Identifier: GPL-3.0-or-later
// StreamsPanel: its keys, menus and sheets.
#include "core/servicehub.h"
#include "streams/api/acts.h"
#include "streams/panel/choicebar.h"
#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/newtopicsheet.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamspanel.h"
#include "streams/panel/streamtable.h"
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
    return m_actions;
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
    const auto page = [this](const QString& text, Qt::Key key, StreamPage which) {
        addAct(text, QKeySequence(Qt::CTRL | key), [this, which] {
            if (!m_side->has(which))
                return;
            closeSheet();
            reveal(Right);
            m_side->setPage(which);
            if (QWidget* part = m_side->current())
                part->setFocus(Qt::ShortcutFocusReason);
        });
    };
    page(tr("Lag of the chosen one"), Qt::Key_6, StreamPage::Lag);
    page(tr("Settings of the topic"), Qt::Key_7, StreamPage::Config);
    page(tr("Schema of the topic"), Qt::Key_8, StreamPage::Schema);
    page(tr("Access rules of the topic"), Qt::Key_9, StreamPage::Access);
    page(tr("Members of the group"), Qt::Key_0, StreamPage::Members);
    addAct(tr("Show or hide internal topics"), QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { m_list->internal()->toggle(); });
    addAct(tr("Copy the name"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { copyName(); });
    addActs();
}

void StreamsPanel::addActs()
{
    m_writes.append(addAct(tr("New topic…"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        m_newTopic->open();
        openSheet(m_newTopic);
    }));
    m_ofTopic.append(addAct(tr("New topic like this one…"), {}, [this] {
        const QString like = topic();
        m_newTopic->open(like);
        openSheet(m_newTopic);
    }));
    m_ofGroup.append(addAct(
        tr("Reset offsets of the group…"), QKeySequence(Qt::CTRL | Qt::Key_O),
        [this] { openReset(); }, true));
    updateActs();
}

// What is not possible now is not offered; why, is said by the sheet itself.
void StreamsPanel::updateActs()
{
    ServiceHub& hub = workbench().hub();
    const bool topics = hub.contract<TopicActs>(m_service);
    const bool groups = hub.contract<GroupActs>(m_service);
    for (QAction* action : m_writes)
        action->setEnabled(topics);
    for (QAction* action : m_ofTopic)
        action->setEnabled(topics && !topic().isEmpty());
    for (QAction* action : m_ofGroup)
        action->setEnabled(groups && !group().isEmpty());
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
    const bool ofTopic = m_list->view() == StreamView::Topics;
    const bool ofGroup = m_list->view() == StreamView::Groups;
    for (QAction* action : m_actions) {
        const bool topicAct = m_ofTopic.contains(action);
        const bool groupAct = m_ofGroup.contains(action);
        if ((topicAct && ofTopic) || (groupAct && (ofGroup || ofTopic))
            || action->text() == tr("Copy the name"))
            menu->addAction(action);
    }
    menu->popup(at);
}

} // namespace pilothouse::streams
