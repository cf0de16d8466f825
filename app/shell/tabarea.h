// SPDX-License-Identifier: GPL-3.0-or-later
// All tabs of the window: groups of tabs in nested splitters. Groups come with a split and go with
// their last tab; what was closed can be reopened.
#pragma once

#include "app/shell/tabgroup.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QWidget>

#include <functional>

class QSplitter;

namespace pilothouse::app
{

class TabArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabArea)

public:
    // Makes a panel from its kind and service; null when this build has no such panel.
    using Make
        = std::function<ui::Panel*(const QString& kind, const QString& service, QWidget* parent)>;

    static constexpr int kReopenable = 20;

    TabArea(Make make, QWidget* landing, QWidget* parent = nullptr);
    ~TabArea() override;

    QList<TabGroup*> groups() const; // left to right, top to bottom
    QList<ui::Panel*> panels() const;
    TabGroup* activeGroup() const { return m_active; }
    ui::Panel* currentPanel() const;

    void add(ui::Panel* panel); // after the current tab of the active group, and makes it current
    void activate(ui::Panel* panel);
    void close(ui::Panel* panel); // asks first where open work would be lost
    QStringList openWork() const; // titles of the tabs that hold such work
    bool canReopen() const { return !m_closed.isEmpty(); }
    void reopen();
    // Moves the current tab to a new group; when it is alone, a second panel like it opens there.
    void split(Qt::Orientation orientation);
    void move(ui::Panel* panel, TabGroup* target, int index);
    void moveToSplit(ui::Panel* panel, TabGroup* target, Qt::Orientation orientation);
    void stepTab(int by); // within the active group, wrapping

    QJsonObject save() const;
    void restore(const QJsonObject& saved); // replaces everything
    void closeAll(); // without remembering
    // Makes the panels of these services anew, each where it stands and as it was left.
    void renew(const QSet<QString>& services);

Q_SIGNALS:
    void currentChanged(pilothouse::ui::Panel* panel); // null: none
    void panelAdded(pilothouse::ui::Panel* panel);
    void panelAboutToClose(pilothouse::ui::Panel* panel);
    void changed(); // anything a session would remember
    void newTabRequested(QWidget* at);
    void menuRequested(QWidget* at);

private:
    TabGroup* makeGroup(QWidget* parent = nullptr);
    TabGroup* groupOf(const ui::Panel* panel) const;
    TabGroup* splitGroup(TabGroup* group, Qt::Orientation orientation);
    void removeGroup(TabGroup* group);
    void closeNow(ui::Panel* panel);
    void setActive(TabGroup* group);
    void adopt(ui::Panel* panel, TabGroup* group, int index);
    void told();
    QJsonObject saveNode(const QWidget* node) const;
    static QJsonObject savePanel(const ui::Panel* panel);
    ui::Panel* restorePanel(const QJsonObject& saved, TabGroup* group);
    QWidget* restoreNode(const QJsonObject& saved, QWidget* parent);

    Make m_make;
    QWidget* m_landing;
    QSplitter* m_root;
    TabGroup* m_active = nullptr;
    QJsonArray m_closed; // newest last
    ui::Panel* m_lastTold = nullptr;
};

} // namespace pilothouse::app
