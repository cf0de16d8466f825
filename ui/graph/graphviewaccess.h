// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What assistive technology hears of a GraphView: each shown node with its title, state and group,
// where it stands, and which one the cursor is on.

#include <QtWidgets/QAccessibleWidget>

#include <map>

namespace pilothouse::ui
{

class GraphView;

class GraphViewAccess final : public QAccessibleWidget
{
public:
    explicit GraphViewAccess(GraphView* view);
    ~GraphViewAccess() override;

    static void install(); // once per process, also when called again

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    QAccessibleInterface* node(const QString& id) const;
    GraphView* view() const;

    mutable std::map<QString, QAccessible::Id> m_nodes;
};

} // namespace pilothouse::ui
