// SPDX-License-Identifier: GPL-3.0-or-later
// How the states of tasks and runs look: the glyph of each word, and with it its cell, edge and
// colour, as the design language's table has them. A word that is not known gets the dashed ring.
#pragma once

#include "ui/theme/glyphs.h"
#include "workflow/api/states.h"

#include <QHash>
#include <QPixmap>
#include <QRectF>

namespace pilothouse::workflow
{

// Null and "no_status" are one state; a word that is new to us is Glyph::Unknown.
ui::Glyph stateGlyph(const StateWord& word);

inline ui::Token stateColor(const StateWord& word)
{
    return ui::glyphColor(stateGlyph(word));
}
// Dash and gap of an edge into a task of this state; empty: solid.
QList<qreal> stateEdgeDash(const StateWord& word);
bool stateEdgeMoves(const StateWord& word);

// The 12 px glyph; what is cut out of a filled shape shows `ground`.
void paintStateGlyph(QPainter& painter, const QRectF& box, const StateWord& word,
    const ui::Theme& theme, ui::Token ground = ui::Token::Surface);

// The task cell; `box` is the 14 px square, smaller ones leave the mark out below 11 px.
void paintStateCell(QPainter& painter, const QRectF& box, const StateWord& word,
    const ui::Theme& theme, ui::Token ground = ui::Token::Surface);

// Cells as pictures, for grids of thousands of them.
class StateCells final
{
public:
    void clear() { m_pictures.clear(); } // the theme changed
    void paint(QPainter& painter, QPointF topLeft, qreal size, const StateWord& word,
        const ui::Theme& theme);

private:
    QHash<QString, QPixmap> m_pictures;
    qreal m_size = 0;
    qreal m_ratio = 0;
};

} // namespace pilothouse::workflow
