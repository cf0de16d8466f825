// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/statemark.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

Glyph stateGlyph(const StateWord& word)
{
    static const QHash<QString, Glyph> kGlyphs{{u"success"_s, Glyph::Ok},
        {u"failed"_s, Glyph::Error}, {u"upstream_failed"_s, Glyph::UpstreamFailed},
        {u"running"_s, Glyph::Running}, {u"restarting"_s, Glyph::Restarting},
        {u"up_for_retry"_s, Glyph::Retry}, {u"up_for_reschedule"_s, Glyph::Reschedule},
        {u"scheduled"_s, Glyph::Scheduled}, {u"queued"_s, Glyph::Queued},
        {u"deferred"_s, Glyph::Deferred}, {u"awaiting_input"_s, Glyph::AwaitingInput},
        {u"skipped"_s, Glyph::Skipped}, {u"removed"_s, Glyph::Gone},
        {u"no_status"_s, Glyph::NoStatus}, {QString(), Glyph::NoStatus}};
    return kGlyphs.value(word, Glyph::Unknown);
}

QList<qreal> stateEdgeDash(const StateWord& word)
{
    return ui::glyphEdgeDash(stateGlyph(word));
}

bool stateEdgeMoves(const StateWord& word)
{
    const Glyph glyph = stateGlyph(word);
    return glyph == Glyph::Running || glyph == Glyph::Restarting;
}

void paintStateGlyph(QPainter& painter, const QRectF& box, const StateWord& word,
    const ui::Theme& theme, Token ground)
{
    ui::paintGlyph(painter, box, stateGlyph(word), theme, ground);
}

void paintStateCell(QPainter& painter, const QRectF& box, const StateWord& word,
    const ui::Theme& theme, Token ground)
{
    ui::paintGlyphCell(painter, box, stateGlyph(word), theme, ground);
}

void StateCells::paint(
    QPainter& painter, QPointF topLeft, qreal size, const StateWord& word, const ui::Theme& theme)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (size != m_size || ratio != m_ratio)
        clear();
    m_size = size;
    m_ratio = ratio;
    QPixmap& picture = m_pictures[word];
    if (picture.isNull()) {
        const int side = int(std::ceil((size + 2) * ratio));
        picture = QPixmap(side, side);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter p(&picture);
        paintStateCell(p, QRectF(1, 1, size, size), word, theme);
    }
    painter.drawPixmap(topLeft - QPointF(1, 1), picture);
}

} // namespace pilothouse::workflow
