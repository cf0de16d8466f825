// SPDX-License-Identifier: GPL-3.0-or-later
// The strip of tabs over one group of panels: icon, title, close mark or the dot of unsaved work. A
// tab can be dragged within the strip, into another strip, or onto the edge of a group.
#pragma once

#include <QMimeData>
#include <QPointer>
#include <QTabBar>

namespace pilothouse::app
{

// What a dragged tab carries: its panel, valid in this process only.
class TabMime final : public QMimeData
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabMime)

public:
    explicit TabMime(QWidget* panel);

    QWidget* panel() const { return m_panel; }
    static const TabMime* of(const QMimeData* data); // null: something else is dragged

private:
    QPointer<QWidget> m_panel;
};

class TabStrip final : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabStrip)

public:
    explicit TabStrip(QWidget* parent = nullptr);

    // The dot of unsaved work stands in for the close mark until the pointer is there.
    struct Face {
        QString iconName;
        bool unsaved = false;
    };
    void setTab(int index, const Face& face);
    Face face(int index) const;
    void setGroupActive(bool active); // only the active group's current tab has the accent line

Q_SIGNALS:
    void closeRequested(int index);
    void dragStarted(int index);
    void dropped(QWidget* panel, int index);
    void contextMenuAsked(int index, const QPoint& globalPosition);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect closeRect(int index) const;
    int dropIndexAt(const QPoint& position) const;
    void paintTab(QPainter& painter, int index) const;

    QPoint m_pressed;
    int m_pressedTab = -1;
    int m_pressedClose = -1;
    int m_hovered = -1;
    int m_dropAt = -1;
    bool m_groupActive = true;
};

} // namespace pilothouse::app

Q_DECLARE_METATYPE(pilothouse::app::TabStrip::Face)
