// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphviewaccess.h"

#include "ui/graph/graphview.h"

#include <QtCore/QPointer>

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

class NodeAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    NodeAccess(GraphView* view, QString id)
        : m_view(view)
        , m_id(std::move(id))
    {
    }
    QString id() const { return m_id; }
    bool isValid() const override { return index() >= 0; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        const int place = index();
        if (place < 0)
            return {};
        if (kind == QAccessible::Name)
            return m_view->nodeWords(place);
        return kind == QAccessible::Value ? m_view->scene().nodes[place].word : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    QRect rect() const override
    {
        const QRect box = m_view ? m_view->nodeRect(m_id).toAlignedRect() : QRect();
        return box.isEmpty() ? QRect() : box.translated(m_view->mapToGlobal(QPoint()));
    }
    QAccessible::Role role() const override
    {
        const int place = index();
        return place >= 0 && m_view->scene().nodes[place].isGroup ? QAccessible::Grouping
                                                                  : QAccessible::ListItem;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        const int place = index();
        if (place < 0)
            return state;
        state.focusable = true;
        state.selectable = true;
        state.multiSelectable = true;
        state.readOnly = true;
        state.selected = m_view->selected().contains(m_id);
        state.focused = m_view->current() == m_id && m_view->hasFocus();
        state.offscreen = !m_view->rect().intersects(m_view->nodeRect(m_id).toAlignedRect());
        const GraphNode& node = m_view->scene().nodes[place];
        state.expandable = node.isGroup;
        state.expanded = node.isGroup && node.open;
        state.collapsed = node.isGroup && !node.open;
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction(), toggleAction()}; }
    void doAction(const QString& name) override
    {
        const int place = index();
        if (place < 0)
            return;
        if (name == pressAction())
            Q_EMIT m_view->nodeActivated(m_id);
        else if (name == toggleAction())
            m_view->setGroupOpen(m_id, !m_view->scene().nodes[place].open);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    // A hidden node is none.
    int index() const { return m_view ? m_view->shownPlace(m_id) : -1; }

    QPointer<GraphView> m_view;
    QString m_id;
};

QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (className == "pilothouse::ui::GraphView"_L1)
        if (auto* view = qobject_cast<GraphView*>(object))
            return new GraphViewAccess(view);
    return nullptr;
}

} // namespace

GraphViewAccess::GraphViewAccess(GraphView* view)
    : QAccessibleWidget(view, QAccessible::List)
{
    QObject::connect(view, &GraphView::currentChanged, view, [this](const QString& id) {
        if (QAccessibleInterface* now = id.isEmpty() ? nullptr : node(id)) {
            QAccessibleEvent event(now, QAccessible::Focus);
            QAccessible::updateAccessibility(&event);
        }
    });
}

GraphViewAccess::~GraphViewAccess()
{
    for (const auto& [id, name] : m_nodes)
        QAccessible::deleteAccessibleInterface(name);
}

void GraphViewAccess::install()
{
    QAccessible::removeFactory(make);
    QAccessible::installFactory(make);
}

GraphView* GraphViewAccess::view() const
{
    return static_cast<GraphView*>(widget());
}

QAccessibleInterface* GraphViewAccess::node(const QString& id) const
{
    if (const auto known = m_nodes.find(id); known != m_nodes.end())
        return QAccessible::accessibleInterface(known->second);
    auto* made = new NodeAccess(view(), id);
    m_nodes.emplace(id, QAccessible::registerAccessibleInterface(made));
    return made;
}

int GraphViewAccess::childCount() const
{
    return view() ? int(view()->shownNodes().size()) : 0;
}

QAccessibleInterface* GraphViewAccess::child(int index) const
{
    if (!view())
        return nullptr;
    const std::vector<int> shown = view()->shownNodes();
    return index >= 0 && index < int(shown.size()) ? node(view()->scene().nodes[shown[index]].id)
                                                   : nullptr;
}

int GraphViewAccess::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* access = dynamic_cast<const NodeAccess*>(child);
    if (!access || !view())
        return -1;
    const std::vector<int> shown = view()->shownNodes();
    const auto found = std::ranges::find_if(
        shown, [&](int i) { return view()->scene().nodes[i].id == access->id(); });
    return found == shown.end() ? -1 : int(found - shown.begin());
}

QAccessibleInterface* GraphViewAccess::childAt(int x, int y) const
{
    if (!view())
        return nullptr;
    const QString id = view()->nodeAt(view()->mapFromGlobal(QPoint(x, y)));
    return id.isEmpty() ? nullptr : node(id);
}

QAccessibleInterface* GraphViewAccess::focusChild() const
{
    return view() && view()->hasFocus() && !view()->current().isEmpty() ? node(view()->current())
                                                                        : nullptr;
}

} // namespace pilothouse::ui
