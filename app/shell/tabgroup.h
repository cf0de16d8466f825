// SPDX-License-Identifier: GPL-3.0-or-later
// One group of tabs: its strip with new, split and more, and the panels, of which one shows. Tabs
// can be dropped on its middle, its right edge or its lower edge.
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace pilothouse::ui
{
class IconButton;
class Panel;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class TabStrip;

class TabGroup final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabGroup)

public:
    enum class Zone { Centre, Right, Below };

    explicit TabGroup(QWidget* parent = nullptr);
    ~TabGroup() override;

    void insert(int index, ui::Panel* panel); // takes the panel as child
    void take(ui::Panel* panel); // gives it back, parentless
    int count() const;
    ui::Panel* panel(int index) const;
    QList<ui::Panel*> panels() const;
    int indexOf(const ui::Panel* panel) const;
    ui::Panel* current() const;
    QWidget* panelParent() const; // of a panel that is made to be inserted here
    void setCurrent(ui::Panel* panel);
    void setActive(bool active);
    void setLanding(QWidget* landing); // shown while there is no tab; not owned
    TabStrip* strip() const { return m_strip; }
    ui::IconButton* newTabButton() const { return m_newTab; }

Q_SIGNALS:
    void currentChanged();
    void activated(); // clicked or focused
    void closeRequested(pilothouse::ui::Panel* panel);
    void newTabRequested();
    void splitRequested(Qt::Orientation orientation);
    void menuRequested(QWidget* at);
    void panelDropped(QWidget* panel, int index, pilothouse::app::TabGroup::Zone zone);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class DropShade;

    void buildLayout();
    void refreshTab(ui::Panel* panel);
    void startDrag(int index);
    void showCurrent();
    QRect workRect() const;
    Zone zoneAt(const QPoint& position) const;
    QRect zoneRect(Zone zone) const;

    TabStrip* m_strip;
    ui::IconButton* m_newTab;
    QStackedWidget* m_stack;
    QPointer<QWidget> m_landing;
    QList<ui::Panel*> m_panels; // in the strip's order
    DropShade* m_shade;
};

} // namespace pilothouse::app
