// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/whydelegate.h"

#include "ui/controls/chip.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/whynotrunning.h"

#include <QPainter>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::TextStyle;
using ui::Token;
using Verdict = WhyCheck::Verdict;

namespace
{
constexpr int kRow = 28;
constexpr int kDetail = 22;
const int kLeft = int(Qt::AlignLeft | Qt::AlignVCenter);
const int kRight = int(Qt::AlignRight | Qt::AlignVCenter);
} // namespace

QSize WhyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(OwnRole).toBool()) {
        const QFontMetrics metrics(ui::Theme::of(option.widget).font(TextStyle::Cell));
        const int width = std::max(120, option.widget ? option.widget->width() - 60 : 240);
        const QRect box = metrics.boundingRect(
            QRect(0, 0, width, 2000), Qt::TextWordWrap, index.data().toString());
        return {200, box.height() + 6};
    }
    return {200, index.data(NumberRole).toInt() > 0 ? kRow : kDetail};
}

void WhyDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    QPainter& p = *painter;
    p.save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const Token ground = selected ? Token::Selection : Token::Surface;
    QRect row = option.rect;
    row.setLeft(0);
    p.fillRect(row, theme.color(ground));
    QRect box = row.adjusted(12, 0, -12, 0);
    const QString text = index.data().toString();
    const int number = index.data(NumberRole).toInt();
    if (index.data(OwnRole).toBool()) {
        p.setFont(theme.font(TextStyle::Cell));
        p.setPen(theme.color(Token::Text2));
        p.drawText(box.adjusted(22, 3, 0, 0), int(Qt::TextWordWrap | Qt::AlignTop), text);
        p.restore();
        return;
    }
    const QString value = index.data(ValueRole).toString();
    const auto verdict = Verdict(index.data(VerdictRole).toInt());
    const bool blocks = number > 0 && (verdict == Verdict::Now || verdict == Verdict::Next);
    p.setFont(theme.font(TextStyle::MonoSmall));
    const int most = number > 0 ? box.width() * 3 / 5 : box.width() / 2;
    const QString shownValue = p.fontMetrics().elidedText(value, Qt::ElideRight, most);
    p.setPen(theme.color(blocks ? Token::StatusWarn : number > 0 ? Token::Text : Token::Text2));
    p.drawText(box, kRight, shownValue);
    box.setRight(box.right() - p.fontMetrics().horizontalAdvance(shownValue) - 8);
    if (number > 0) {
        p.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.color(Token::Line));
        p.setPen(theme.color(Token::Text3));
        p.drawText(QRect(box.left(), box.top(), 16, box.height()), kLeft, QString::number(number));
        const Glyph glyph = blocks   ? Glyph::Warn
            : verdict == Verdict::Ok ? Glyph::Ok
                                     : Glyph::Unknown;
        ui::paintGlyph(
            p, QRectF(box.left() + 18, box.center().y() - 5.5, 12, 12), glyph, theme, ground);
        box.setLeft(box.left() + 38);
        p.setFont(theme.font(TextStyle::Control));
        p.setPen(theme.color(Token::Text));
        const QString badge = verdict == Verdict::Now ? tr("now")
            : verdict == Verdict::Next                ? tr("next")
                                                      : QString();
        const QSize chip = badge.isEmpty() ? QSize(0, 0) : ui::chipSize(theme, badge);
        const QString title
            = p.fontMetrics().elidedText(text, Qt::ElideRight, box.width() - chip.width() - 8);
        p.drawText(box, kLeft, title);
        const int after = box.left() + p.fontMetrics().horizontalAdvance(title) + 8;
        if (!badge.isEmpty())
            ui::paintChip(p,
                QRectF(after, box.center().y() - chip.height() / 2.0 + 0.5, chip.width(),
                    chip.height()),
                badge, verdict == Verdict::Now ? Token::StatusWarn : Token::StatusIdle, theme);
        p.restore();
        return;
    }
    box.setLeft(box.left() + 38);
    if (const QString state = index.data(StateRole).toString(); !state.isEmpty()) {
        paintStateGlyph(p, QRectF(box.left(), box.center().y() - 5, 11, 11), state, theme, ground);
        box.setLeft(box.left() + 18);
    }
    p.setFont(theme.font(TextStyle::Cell));
    const QString word = index.data(WordRole).toString();
    const int wordWidth
        = word.isEmpty() ? 0 : std::min(90, p.fontMetrics().horizontalAdvance(word) + 8);
    // The name matters more than the word, which the glyph says too.
    const bool room = p.fontMetrics().horizontalAdvance(text) + wordWidth <= box.width();
    const QString name = p.fontMetrics().elidedText(
        text, Qt::ElideMiddle, std::max(20, box.width() - (room ? wordWidth : 0)));
    p.setPen(theme.color(Token::Text2));
    p.drawText(box, kLeft, name);
    p.setPen(theme.color(Token::Text3));
    box.setLeft(box.left() + p.fontMetrics().horizontalAdvance(name) + 8);
    if (room)
        p.drawText(box, kLeft, p.fontMetrics().elidedText(word, Qt::ElideRight, box.width()));
    p.restore();
}

} // namespace pilothouse::workflow
