// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The 2 px accent ring around whatever has the keyboard focus. It shows after a key moved the focus
// and hides after a click, so that it never distracts from the mouse.

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QFocusFrame;
class QWidget;

namespace pilothouse::ui
{

class Theme;

// A widget opts out with the dynamic property `focusRing` = "none" (it paints its own cursor), or
// asks for a ring inside its edge with "inner" (scroll areas get that by themselves).
class FocusRing final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusRing)

public:
    explicit FocusRing(const Theme& theme); // the theme outlives the ring
    ~FocusRing() override;

    [[nodiscard]] QWidget* target() const; // null while hidden

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* widget);

    const Theme& m_theme;
    QPointer<QWidget> m_target;
    QPointer<QFocusFrame> m_frame;
    bool m_byKeyboard = false;
};

} // namespace pilothouse::ui
