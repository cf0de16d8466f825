// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn by hand: two texts a line, each cut on its own.
#include "database/panel/lockdelegate.h"

#include "database/panel/lockmodel.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace pilothouse::database
{

using ui::Glyph;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kPad = 8;

Glyph glyphOf(LockModel::Part part)
{
    switch (part) {
    case LockModel::Part::RootBlocker:
        return Glyph::Error;
    case LockModel::Part::WaitsAndBlocks:
        return Glyph::Warn;
    case LockModel::Part::Waits:
        return Glyph::Queued;
    case LockModel::Part::Free:
        break;
    }
    return Glyph::None;
}

void drawCut(QPainter& p, const QRect& box, const QFont& font, const QColor& ink,
    const QString& text, Qt::Alignment alignment)
{
    p.setFont(font);
    p.setPen(ink);
    p.drawText(box, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
}

} // namespace

void LockDelegate::paint(
    QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.widget);
    p->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect;
    if (selected)
        p->fillRect(row, theme.color(Token::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        p->fillRect(row, theme.color(Token::Hover));
    p->fillRect(row.left(), row.bottom(), row.width(), 1, theme.color(Token::Line));

    const bool gone = index.data(LockModel::GoneRole).toBool();
    const Token strong = gone ? Token::Text3 : Token::Text;
    const int half = row.height() / 2;
    // Text ends where the words of the header end.
    QRect top(row.left() + 4, row.top() + 1, row.width() - 4 - kPad, half);
    const QRect bottom(top.left() + (index.column() == 0 ? 18 : 0), row.top() + half - 1,
        top.width() - (index.column() == 0 ? 18 : 0), half);
    const QString text = index.data().toString();
    if (index.column() == LockModel::Session) {
        const auto glyph = glyphOf(LockModel::Part(index.data(LockModel::PartRole).toInt()));
        if (glyph != Glyph::None)
            ui::paintGlyph(*p, QRectF(top.left(), top.center().y() - 5, 12, 12), glyph, theme,
                selected ? Token::Selection : Token::Surface);
        top.setLeft(top.left() + 18);
        const QString pid = text.section(u' ', 0, 0);
        const QFont mono = theme.font(ui::TextStyle::MonoStrong);
        drawCut(*p, top, mono, theme.color(strong), pid, Qt::AlignLeft);
        top.setLeft(top.left() + QFontMetrics(mono).horizontalAdvance(pid) + 6);
        drawCut(*p, top, theme.font(ui::TextStyle::Cell), theme.color(Token::Text2),
            text.section(u' ', 1), Qt::AlignLeft);
        drawCut(*p, bottom, theme.font(ui::TextStyle::MonoSmall), theme.color(Token::Text3),
            index.data(LockModel::SecondLineRole).toString(), Qt::AlignLeft);
    } else {
        const bool root
            = index.data(LockModel::PartRole).toInt() == int(LockModel::Part::RootBlocker);
        drawCut(*p, top, theme.font(ui::TextStyle::Mono),
            theme.color(root ? Token::StatusError : strong), text, Qt::AlignRight);
        drawCut(*p, bottom, theme.font(ui::TextStyle::MonoSmall), theme.color(Token::Text2),
            index.data(LockModel::SecondRightRole).toString(), Qt::AlignRight);
    }
    p->restore();
}

QSize LockDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, Theme::of(option.widget).metric(ui::Metric::ListRow) + 3};
}

} // namespace pilothouse::database
