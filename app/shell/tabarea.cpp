// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tabarea.h"

#include "app/shell/tabstrip.h"
#include "ui/controls/button.h"
#include "ui/openwork.h"
#include "ui/panel.h"

#include <QApplication>
#include <QPointer>
#include <QSplitter>
#include <QVBoxLayout>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Panel;

namespace
{

QSplitter* makeSplitter(Qt::Orientation orientation)
{
    auto* splitter = new QSplitter(orientation);
    splitter->setHandleWidth(1); // Qt widens the area to grab by itself
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void shareEvenly(QSplitter* splitter)
{
    splitter->setSizes(QList<int>(splitter->count(), 1000));
}

} // namespace

TabArea::TabArea(Make make, QWidget* landing, QWidget* parent)
    : QWidget(parent)
    , m_make(std::move(make))
    , m_landing(landing)
    , m_root(makeSplitter(Qt::Horizontal))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_root);
    TabGroup* first = makeGroup();
    m_root->addWidget(first);
    first->setLanding(m_landing);
    setActive(first);
    // A click or a key anywhere in a group makes it the active one.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        for (QWidget* w = now; w && w != this; w = w->parentWidget())
            if (auto* group = qobject_cast<TabGroup*>(w)) {
                setActive(group);
                return;
            }
    });
}

TabArea::~TabArea() = default;

TabGroup* TabArea::makeGroup(QWidget* parent)
{
    auto* group = new TabGroup(parent);
    connect(group, &TabGroup::activated, this, [this, group] { setActive(group); });
    connect(group, &TabGroup::currentChanged, this, [this] { told(); });
    connect(group, &TabGroup::closeRequested, this, &TabArea::close);
    connect(group, &TabGroup::newTabRequested, this,
        [this, group] { Q_EMIT newTabRequested(group->newTabButton()); });
    connect(group, &TabGroup::menuRequested, this, &TabArea::menuRequested);
    connect(group, &TabGroup::splitRequested, this, &TabArea::split);
    connect(group, &TabGroup::panelDropped, this,
        [this, group](QWidget* dropped, int index, TabGroup::Zone zone) {
            auto* panel = qobject_cast<Panel*>(dropped);
            if (!panel || !groupOf(panel))
                return;
            if (zone == TabGroup::Zone::Centre)
                move(panel, group, index);
            else
                moveToSplit(
                    panel, group, zone == TabGroup::Zone::Right ? Qt::Horizontal : Qt::Vertical);
        });
    return group;
}

QList<TabGroup*> TabArea::groups() const
{
    QList<TabGroup*> list;
    const std::function<void(QWidget*)> walk = [&](QWidget* node) {
        if (auto* group = qobject_cast<TabGroup*>(node)) {
            list.append(group);
        } else if (auto* splitter = qobject_cast<QSplitter*>(node)) {
            for (int i = 0; i < splitter->count(); ++i)
                walk(splitter->widget(i));
        }
    };
    walk(m_root);
    return list;
}

QList<Panel*> TabArea::panels() const
{
    QList<Panel*> list;
    const auto all = groups();
    for (const TabGroup* group : all)
        list += group->panels();
    return list;
}

Panel* TabArea::currentPanel() const
{
    return m_active ? m_active->current() : nullptr;
}

TabGroup* TabArea::groupOf(const Panel* panel) const
{
    const auto all = groups();
    for (TabGroup* group : all)
        if (group->indexOf(panel) >= 0)
            return group;
    return nullptr;
}

void TabArea::setActive(TabGroup* group)
{
    if (m_active == group)
        return;
    m_active = group;
    const auto all = groups();
    for (TabGroup* each : all)
        each->setActive(each == group);
    told();
}

void TabArea::told()
{
    Panel* now = currentPanel();
    if (now != m_lastTold) {
        m_lastTold = now;
        Q_EMIT currentChanged(now);
    }
    Q_EMIT changed();
}

void TabArea::adopt(Panel* panel, TabGroup* group, int index)
{
    group->insert(index, panel);
    connect(panel, &Panel::titleChanged, this, &TabArea::changed, Qt::UniqueConnection);
    connect(panel, &Panel::unsavedWorkChanged, this, &TabArea::changed, Qt::UniqueConnection);
}

void TabArea::add(Panel* panel)
{
    adopt(panel, m_active, m_active->indexOf(m_active->current()) + 1);
    Q_EMIT panelAdded(panel);
    m_active->setCurrent(panel);
    panel->setFocus(Qt::OtherFocusReason);
    told();
}

void TabArea::activate(Panel* panel)
{
    TabGroup* group = groupOf(panel);
    if (!group)
        return;
    setActive(group);
    group->setCurrent(panel);
    if (!panel->isAncestorOf(QApplication::focusWidget()))
        panel->setFocus(Qt::OtherFocusReason);
}

void TabArea::close(Panel* panel)
{
    auto* work = dynamic_cast<ui::OpenWork*>(panel);
    if (!work || !work->holdsOpenWork() || !groupOf(panel)) {
        closeNow(panel);
        return;
    }
    activate(panel); // the question is about what one sees
    work->askToClose([this, asked = QPointer<Panel>(panel)] { closeNow(asked); });
}

QStringList TabArea::openWork() const
{
    QStringList titles;
    const auto all = panels();
    for (const Panel* panel : all)
        if (const auto* work = dynamic_cast<const ui::OpenWork*>(panel);
            work && work->holdsOpenWork())
            titles += panel->title();
    return titles;
}

void TabArea::closeNow(Panel* panel)
{
    TabGroup* group = panel ? groupOf(panel) : nullptr;
    if (!group)
        return;
    m_closed.append(savePanel(panel));
    while (m_closed.size() > kReopenable)
        m_closed.removeFirst();
    const bool hadFocus = panel->hasFocus() || panel->isAncestorOf(QApplication::focusWidget());
    Q_EMIT panelAboutToClose(panel);
    group->take(panel);
    panel->deleteLater();
    if (group->count() == 0)
        removeGroup(group);
    if (Panel* next = currentPanel(); next && hadFocus)
        next->setFocus(Qt::OtherFocusReason); // its keys work at once
    told();
}

void TabArea::reopen()
{
    while (!m_closed.isEmpty()) {
        const QJsonObject saved = m_closed.last().toObject();
        m_closed.removeLast();
        if (Panel* panel = restorePanel(saved, m_active)) {
            add(panel);
            return;
        }
    }
    Q_EMIT changed();
}

void TabArea::split(Qt::Orientation orientation)
{
    Panel* panel = currentPanel();
    if (!panel)
        return;
    if (m_active->count() > 1) {
        moveToSplit(panel, m_active, orientation);
        return;
    }
    Panel* twin = restorePanel(savePanel(panel), m_active);
    if (!twin)
        return;
    TabGroup* group = splitGroup(m_active, orientation);
    adopt(twin, group, 0);
    Q_EMIT panelAdded(twin);
    activate(twin);
    Q_EMIT changed();
}

TabGroup* TabArea::splitGroup(TabGroup* group, Qt::Orientation orientation)
{
    auto* parent = qobject_cast<QSplitter*>(group->parentWidget());
    TabGroup* fresh = makeGroup();
    if (parent->count() == 1)
        parent->setOrientation(orientation);
    if (parent->orientation() == orientation) {
        parent->insertWidget(parent->indexOf(group) + 1, fresh);
        shareEvenly(parent);
    } else {
        auto* nested = makeSplitter(orientation);
        const QList<int> sizes = parent->sizes();
        parent->replaceWidget(parent->indexOf(group), nested);
        nested->addWidget(group);
        nested->addWidget(fresh);
        group->show();
        shareEvenly(nested);
        parent->setSizes(sizes);
    }
    fresh->show();
    return fresh;
}

void TabArea::removeGroup(TabGroup* group)
{
    const auto all = groups();
    if (all.size() == 1)
        return; // the last one stays and shows the landing page
    const auto at = all.indexOf(group);
    TabGroup* next = all.value(at > 0 ? at - 1 : 1);
    if (m_landing && m_landing->parentWidget() && group->isAncestorOf(m_landing))
        next->setLanding(m_landing);
    auto* parent = qobject_cast<QSplitter*>(group->parentWidget());
    group->hide();
    group->setParent(nullptr);
    group->deleteLater();
    // A splitter with one child gives its place to it.
    while (parent && parent != m_root && parent->count() == 1) {
        auto* above = qobject_cast<QSplitter*>(parent->parentWidget());
        QWidget* child = parent->widget(0);
        const QList<int> sizes = above->sizes();
        above->replaceWidget(above->indexOf(parent), child);
        child->show();
        above->setSizes(sizes);
        parent->deleteLater();
        parent = above;
    }
    if (m_active == group) {
        m_active = nullptr;
        setActive(next);
    }
}

void TabArea::move(Panel* panel, TabGroup* target, int index)
{
    TabGroup* from = groupOf(panel);
    if (!from || !target)
        return;
    if (from == target && index > from->indexOf(panel))
        --index;
    if (from == target && index < 0)
        return;
    from->take(panel);
    adopt(panel, target, index);
    if (from->count() == 0 && from != target)
        removeGroup(from);
    activate(panel);
    told();
}

void TabArea::moveToSplit(Panel* panel, TabGroup* target, Qt::Orientation orientation)
{
    TabGroup* from = groupOf(panel);
    if (!from || !target || (from == target && from->count() == 1))
        return;
    TabGroup* fresh = splitGroup(target, orientation);
    move(panel, fresh, 0);
}

void TabArea::stepTab(int by)
{
    const int count = m_active->count();
    if (count == 0)
        return;
    const int now = m_active->indexOf(m_active->current());
    activate(m_active->panel((now + by + count) % count));
}

} // namespace pilothouse::app
