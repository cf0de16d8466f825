// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chips: 18 px, radius 3. They inform and are never clickable unless they carry a close mark.

#include "ui/theme/glyphs.h"

#include <QtWidgets/QWidget>

class QPainter;

namespace pilothouse::ui
{

class Theme;

// For delegates. `tone` is a status, environment or accent token, drawn on its soft fill;
// StatusIdle is the neutral chip.
[[nodiscard]] QSize chipSize(const Theme& theme, const QString& text, Glyph glyph = Glyph::None);
void paintChip(QPainter& painter, const QRectF& box, const QString& text, Token tone,
    const Theme& theme, Glyph glyph = Glyph::None);

class Chip : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chip)

public:
    explicit Chip(const QString& text, Token tone = Token::StatusIdle, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setTone(Token tone);
    void setGlyph(Glyph glyph);
    void setClosable(bool closable); // Delete and Backspace close it too
    [[nodiscard]] QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closed(); // the owner removes it

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();

    QString m_text;
    Token m_tone;
    Glyph m_glyph = Glyph::None;
    bool m_closable = false;
};

// A chip that says a state: glyph and words in the colour of the state.
class StatusChip final : public Chip
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusChip)

public:
    explicit StatusChip(Glyph glyph, const QString& text, QWidget* parent = nullptr);
    void setState(Glyph glyph, const QString& text);
};

} // namespace pilothouse::ui
