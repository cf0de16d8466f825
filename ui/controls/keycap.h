// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A shortcut drawn as a key: in buttons, menus, fields and hints.

#include <QtGui/QKeySequence>
#include <QtWidgets/QWidget>

class QPainter;

namespace pilothouse::ui
{

class Theme;

// "Ctrl ⇧ D", "Ctrl ↵", "F5": how a shortcut is written everywhere in the window.
[[nodiscard]] QString keyText(const QKeySequence& keys);

[[nodiscard]] QSize keyCapSize(const Theme& theme, const QString& text);
// Draws a cap centred in the box; ink is the text colour, the border is a weaker form of it.
void paintKeyCap(QPainter& painter, const QRectF& box, const QString& text, const Theme& theme,
    const QColor& ink);

class KeyCap final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyCap)

public:
    explicit KeyCap(const QKeySequence& keys, QWidget* parent = nullptr);
    explicit KeyCap(const QString& text, QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace pilothouse::ui
