// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One toast: 372 px, a status bar at its left, at most two actions. ToastStack decides which are
// seen.

#include "ui/theme/glyphs.h"

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLabel;

namespace pilothouse::ui
{

class Button;

// Good stays 6 s, Warning 10 s, Problem until closed.
enum class ToastKind { Good, Warning, Problem };

struct Notice {
    QString cause; // "service:kind"; the same cause replaces its toast and counts up in the list
    ToastKind kind = ToastKind::Good;
    QString title;
    QString detail;
    QString actionId; // empty: no button; the id comes back in actionTriggered
    QString actionText;
    bool canMute = false; // offers "Mute 10 min", which hides later toasts of this cause
};

[[nodiscard]] Glyph noticeGlyph(ToastKind kind);

class Toast final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)

public:
    explicit Toast(const Notice& notice, QWidget* parent);
    void setNotice(const Notice& notice); // starts its time again
    [[nodiscard]] const Notice& notice() const { return m_notice; }

Q_SIGNALS:
    void closed();
    void actionTriggered(const QString& actionId);
    void muted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override; // time stands still under the pointer
    void leaveEvent(QEvent* event) override;

private:
    void startTime();

    Notice m_notice;
    QLabel* m_title;
    QLabel* m_detail;
    Button* m_action;
    Button* m_mute;
    QTimer m_time;
};

} // namespace pilothouse::ui
