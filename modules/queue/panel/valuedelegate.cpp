// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/valuedelegate.h"

#include "queue/panel/valuemodel.h"
#include "ui/grid/celltext.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QPainter>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

// One line of JSON with its tokens in colour, cut at the width.
void drawJson(QPainter& painter, const QRect& box, const QString& text, const ui::Theme& theme)
{
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
    int x = box.left();
    for (const ui::JsonSpan& span : ui::jsonSpans(shown)) {
        Token tone = Token::Text3;
        switch (span.kind) {
        case ui::JsonSpan::Kind::Key:
            tone = Token::SyntaxFunction;
            break;
        case ui::JsonSpan::Kind::String:
            tone = Token::SyntaxString;
            break;
        case ui::JsonSpan::Kind::Number:
            tone = Token::SyntaxNumber;
            break;
        case ui::JsonSpan::Kind::Word:
            tone = Token::SyntaxKeyword;
            break;
        case ui::JsonSpan::Kind::Punctuation:
            break;
        }
        const QString part = shown.mid(span.start, span.length);
        painter.setPen(theme.color(tone));
        painter.drawText(QRect(x, box.top(), box.right() - x + 1, box.height()),
            Qt::AlignVCenter | Qt::TextSingleLine, part);
        x += metrics.horizontalAdvance(part);
    }
}

} // namespace

QSize ValueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    const QFontMetrics metrics(theme.font(ui::TextStyle::Mono));
    return {metrics.horizontalAdvance(index.data().toString().left(200)) + 20,
        theme.metric(ui::Metric::GridRow)};
}

void ValueDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected || hovered)
        painter->fillRect(option.rect, theme.color(selected ? Token::Selection : Token::Hover));
    painter->setPen(theme.color(Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (selected && index.column() == 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height()),
            theme.color(Token::Accent));
    const QRect box = option.rect.adjusted(8, 0, -8, -1);
    const QString kind = index.data(ValueModel::KindRole).toString();
    const QString text = index.data().toString();
    painter->setFont(theme.font(ui::TextStyle::Mono));
    const QFontMetrics metrics(painter->font());
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).isValid()
            ? index.data(Qt::TextAlignmentRole).toInt()
            : int(Qt::AlignLeft | Qt::AlignVCenter));
    const auto draw = [&](Token tone) {
        painter->setPen(theme.color(tone));
        painter->drawText(box, int(align), metrics.elidedText(text, Qt::ElideRight, box.width()));
    };
    if (kind == "json"_L1) {
        drawJson(*painter, box, text, theme);
    } else if (kind == "int"_L1 || kind == "num"_L1) {
        draw(Token::SyntaxNumber);
    } else if (kind == "time"_L1) {
        draw(Token::SyntaxNumber);
        const qint64 n = text.toLongLong();
        const QDateTime time = text.size() > 10 ? QDateTime::fromMSecsSinceEpoch(n)
                                                : QDateTime::fromSecsSinceEpoch(n);
        const int used = metrics.horizontalAdvance(text) + 8;
        const QString note = u"→ "_s + ui::shownTime(time).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        if (box.width() - used > metrics.horizontalAdvance(note)) {
            painter->setPen(theme.color(Token::Text3));
            painter->drawText(box.adjusted(used, 0, 0, 0), Qt::AlignVCenter, note);
        }
    } else if (kind == "warn"_L1) {
        draw(Token::StatusWarn);
    } else if (kind == "bin"_L1 || kind == "dim"_L1) {
        draw(Token::Text2);
    } else if (kind == "keyword"_L1) {
        const qsizetype space = text.indexOf(u' ');
        const QString head = space < 0 ? text : text.first(space);
        painter->setPen(theme.color(Token::SyntaxKeyword));
        painter->drawText(box, Qt::AlignVCenter, head);
        const int used = metrics.horizontalAdvance(head);
        painter->setPen(theme.color(Token::Text));
        painter->drawText(box.adjusted(used, 0, 0, 0), Qt::AlignVCenter,
            metrics.elidedText(text.sliced(head.size()), Qt::ElideRight, box.width() - used));
    } else if (kind.isEmpty()) {
        draw(Token::Text2);
    } else {
        draw(Token::Text);
    }
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (option.state.testFlag(QStyle::State_HasFocus) && view && view->hasFocus()) {
        painter->setPen(theme.color(Token::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace pilothouse::queue
