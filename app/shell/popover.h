// SPDX-License-Identifier: GPL-3.0-or-later
// A small sheet inside the window, opened from a control: menu-like, closes on Esc, on a click
// elsewhere and when the focus leaves. It is a child of the window, so it needs no grab of the
// mouse.
#pragma once

#include <QFrame>
#include <QPointer>

namespace pilothouse::app
{

class Popover : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Popover)

public:
    // Where the sheet stands, seen from its anchor.
    enum class Side { BelowLeft, BelowRight, BelowCentre, AboveLeft, AboveRight };

    explicit Popover(const QString& accessibleName, QWidget* window);

    // Shows it at the anchor, inside the window, and moves the focus in. The focus goes back to
    // where it was when it closes.
    void openAt(QWidget* anchor, Side side);
    bool isOpen() const { return isVisible(); }
    void closeNow();

Q_SIGNALS:
    void closed();

protected:
    // The widget that takes the focus when the sheet opens; the sheet itself by default.
    virtual QWidget* firstFocus() { return this; }
    virtual void aboutToOpen() { } // fill it: its size is taken next
    void place(); // again, after its content changed
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QPointer<QWidget> m_anchor;
    QPointer<QWidget> m_focusBefore;
    Side m_side = Side::BelowLeft;
};

} // namespace pilothouse::app
