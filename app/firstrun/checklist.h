// SPDX-License-Identifier: GPL-3.0-or-later
// CheckList: what was looked at before a button is pressed: a glyph, a sentence, a figure at the
// right.
#pragma once

#include "ui/theme/glyphs.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace pilothouse::app
{

// One 12 px status glyph that says its state to assistive technology.
class GlyphSign final : public QWidget
{
    Q_OBJECT

public:
    explicit GlyphSign(ui::Glyph glyph = ui::Glyph::None, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(GlyphSign)

    void setGlyph(ui::Glyph glyph, const QString& tip = {});
    ui::Glyph glyph() const { return m_glyph; }
    QSize sizeHint() const override { return {14, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ui::Glyph m_glyph;
};

// An icon of our own that follows the theme when it is switched.
class IconSign final : public QWidget
{
    Q_OBJECT

public:
    IconSign(const QString& iconName, ui::Token tone, int size, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(IconSign)

    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const QString m_iconName;
    const ui::Token m_tone;
    const int m_size;
};

struct CheckLine {
    ui::Glyph glyph = ui::Glyph::Ok;
    QString text;
    QString detail; // mono, at the right
    QString tip;
    bool operator==(const CheckLine&) const = default;
};

class CheckList final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(CheckList)

    void setLines(const QList<CheckLine>& lines);
    const QList<CheckLine>& lines() const { return m_lines; }

private:
    QList<CheckLine> m_lines;
    QVBoxLayout* m_column;
};

} // namespace pilothouse::app
