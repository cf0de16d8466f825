// SPDX-License-Identifier: GPL-3.0-or-later
// How the tab area is written into a session and read back.
#include "app/shell/tabarea.h"
#include "ui/panel.h"

#include <QApplication>
#include <QLayout>
#include <QSplitter>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Panel;

QJsonObject TabArea::savePanel(const Panel* panel)
{
    return {{u"kind"_s, panel->kind()}, {u"service"_s, panel->serviceId()},
        {u"state"_s, panel->saveState()}};
}

QJsonObject TabArea::saveNode(const QWidget* node) const
{
    if (const auto* group = qobject_cast<const TabGroup*>(node)) {
        QJsonArray tabs;
        const auto panels = group->panels();
        for (const Panel* panel : panels)
            tabs.append(savePanel(panel));
        return {{u"tabs"_s, tabs}, {u"current"_s, group->indexOf(group->current())},
            {u"active"_s, group == m_active}};
    }
    const auto* splitter = qobject_cast<const QSplitter*>(node);
    QJsonArray children;
    QJsonArray sizes;
    const QList<int> pixels = splitter->sizes();
    for (int i = 0; i < splitter->count(); ++i) {
        children.append(saveNode(splitter->widget(i)));
        sizes.append(pixels.value(i));
    }
    return {{u"split"_s, splitter->orientation() == Qt::Horizontal ? u"right"_s : u"below"_s},
        {u"sizes"_s, sizes}, {u"children"_s, children}};
}

QJsonObject TabArea::save() const
{
    return {{u"tree"_s, saveNode(m_root)}, {u"closed"_s, m_closed}};
}

// Everything is made inside the widget it stays in: a widget that changes its parent is styled and
// laid out anew with all that is in it.
Panel* TabArea::restorePanel(const QJsonObject& saved, TabGroup* group)
{
    Panel* panel
        = m_make(saved[u"kind"_s].toString(), saved[u"service"_s].toString(), group->panelParent());
    if (panel)
        panel->restoreState(saved[u"state"_s].toObject());
    return panel;
}

// Null when nothing of it can be shown by this build.
QWidget* TabArea::restoreNode(const QJsonObject& saved, QWidget* parent)
{
    if (saved.contains(u"tabs"_s)) {
        TabGroup* group = makeGroup(parent);
        const QJsonArray tabs = saved[u"tabs"_s].toArray();
        Panel* current = nullptr;
        for (int i = 0; i < tabs.size(); ++i)
            if (Panel* panel = restorePanel(tabs[i].toObject(), group)) {
                adopt(panel, group, -1);
                if (i == saved[u"current"_s].toInt())
                    current = panel;
            }
        if (group->count() == 0) {
            delete group;
            return nullptr;
        }
        if (current)
            group->setCurrent(current);
        if (saved[u"active"_s].toBool())
            m_active = group;
        return group;
    }
    auto* splitter = new QSplitter(
        saved[u"split"_s].toString() == u"below"_s ? Qt::Vertical : Qt::Horizontal, parent);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    QList<int> sizes;
    const QJsonArray children = saved[u"children"_s].toArray();
    const QJsonArray pixels = saved[u"sizes"_s].toArray();
    for (int i = 0; i < children.size(); ++i)
        if (QWidget* child = restoreNode(children[i].toObject(), splitter)) {
            splitter->addWidget(child);
            sizes.append(qMax(1, pixels[i].toInt(1)));
        }
    if (splitter->count() == 0) {
        delete splitter;
        return nullptr;
    }
    splitter->setSizes(sizes);
    return splitter;
}

void TabArea::closeAll()
{
    const auto all = panels();
    for (Panel* panel : all) {
        TabGroup* group = groupOf(panel);
        Q_EMIT panelAboutToClose(panel);
        group->take(panel);
        panel->deleteLater();
        if (group->count() == 0)
            removeGroup(group);
    }
    m_closed = {};
    told();
}

void TabArea::renew(const QSet<QString>& services)
{
    const auto all = panels();
    for (Panel* old : all) {
        if (!services.contains(old->serviceId()))
            continue;
        TabGroup* group = groupOf(old);
        const bool shown = group->current() == old;
        const bool focused = old->isAncestorOf(QApplication::focusWidget());
        Panel* fresh = restorePanel(savePanel(old), group);
        if (fresh)
            adopt(fresh, group, group->indexOf(old) + 1);
        if (fresh && shown)
            group->setCurrent(fresh);
        Q_EMIT panelAboutToClose(old);
        group->take(old);
        old->deleteLater();
        if (fresh)
            Q_EMIT panelAdded(fresh);
        else if (group->count() == 0)
            removeGroup(group);
        if (fresh && focused)
            fresh->setFocus(Qt::OtherFocusReason);
    }
    told();
}

void TabArea::restore(const QJsonObject& saved)
{
    closeAll();
    m_closed = saved[u"closed"_s].toArray();
    TabGroup* before = m_active;
    m_active = nullptr;
    const QJsonObject tree = saved[u"tree"_s].toObject();
    QSplitter* root = nullptr;
    if (tree.contains(u"tabs"_s)) {
        root = new QSplitter(Qt::Horizontal, this);
        root->setHandleWidth(1);
        root->setChildrenCollapsible(false);
        if (!restoreNode(tree, root)) {
            delete root;
            root = nullptr;
        }
    } else {
        root = qobject_cast<QSplitter*>(restoreNode(tree, this));
    }
    if (!root) {
        m_active = before;
        told();
        return;
    }
    TabGroup* wanted = m_active;
    QWidget* oldRoot = m_root;
    // The landing page moves on before its old group goes.
    m_root = root;
    const auto all = groups();
    all.first()->setLanding(m_landing);
    delete layout()->replaceWidget(oldRoot, root);
    oldRoot->deleteLater();
    oldRoot->hide();
    m_active = nullptr;
    setActive(wanted ? wanted : all.first());
    const auto restored = panels();
    for (Panel* panel : restored)
        Q_EMIT panelAdded(panel);
    if (Panel* shown = currentPanel())
        shown->setFocus(Qt::OtherFocusReason); // its keys work at once
    told();
}

} // namespace pilothouse::app
