// SPDX-License-Identifier: GPL-3.0-or-later
// Values keep their width; the name is what gets cut.
#include "ui/tree/treedelegate.h"

#include "ui/controls/chip.h"
#include "ui/controls/meters.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/tree/lazytreemodel.h"

#include <QPainter>

namespace pilothouse::ui
{

namespace
{

constexpr int kRoomForBars = 220;

void drawName(QPainter& p, const QRect& box, const QString& name, const QString& mark,
    const QFont& plain, const QColor& ink, Qt::TextElideMode cut = Qt::ElideRight)
{
    p.setPen(ink);
    const QFontMetrics metrics(plain);
    const auto at = mark.isEmpty() ? -1 : name.indexOf(mark, 0, Qt::CaseInsensitive);
    if (at < 0 || metrics.horizontalAdvance(name) > box.width()) {
        p.setFont(plain);
        p.drawText(
            box, Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(name, cut, box.width()));
        return;
    }
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    int x = box.left();
    const auto part = [&](const QString& text, const QFont& font) {
        p.setFont(font);
        p.drawText(QRect(x, box.top(), box.right() - x, box.height()),
            Qt::AlignVCenter | Qt::TextSingleLine, text);
        x += QFontMetrics(font).horizontalAdvance(text);
    };
    part(name.left(at), plain);
    part(name.mid(at, mark.size()), strong);
    part(name.mid(at + mark.size()), plain);
}

} // namespace

void TreeDelegate::paint(
    QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = Theme::of(option.widget);
    p->save();
    QRect box = option.rect;
    const auto kind = LazyTreeModel::Kind(index.data(LazyTreeModel::KindRole).toInt());
    if (kind == LazyTreeModel::Kind::LoadingBar) {
        const int width = 60 + (index.row() * 37) % 70;
        p->setRenderHint(QPainter::Antialiasing);
        p->setPen(Qt::NoPen);
        p->setBrush(theme.color(Token::Press));
        p->drawRoundedRect(QRect(box.left() + 4, box.center().y() - 4, width, 8), 3, 3);
        p->restore();
        return;
    }
    box.adjust(2, 0, -8, 0);
    if (kind != LazyTreeModel::Kind::Node) {
        const bool failed = kind == LazyTreeModel::Kind::Failed;
        drawName(*p, box.adjusted(4, 0, 0, 0), index.data().toString(), {},
            theme.font(TextStyle::Cell), theme.color(failed ? Token::StatusError : Token::Accent));
        p->restore();
        return;
    }
    const auto* node
        = reinterpret_cast<const TreeNode*>(index.data(LazyTreeModel::NodeRole).value<quintptr>());

    // From the right: value, bar, count. A narrow tree keeps the names.
    const double share = index.data(LazyTreeModel::BarShareRole).toDouble();
    const bool roomy = share < 0 || box.width() >= kRoomForBars;
    if (!node->value.isEmpty() && roomy) {
        const QFont mono = theme.font(TextStyle::MonoSmall);
        const QFontMetrics metrics(mono);
        // A long one, as a path, leaves room for the name.
        const QString value
            = metrics.elidedText(node->value, Qt::ElideMiddle, box.width() * 6 / 10);
        const int width = metrics.horizontalAdvance(value);
        p->setFont(mono);
        p->setPen(theme.color(Token::Text3));
        p->drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, value);
        box.setRight(box.right() - std::max(width, node->bar >= 0 ? 54 : 0) - 8);
    }
    if (share >= 0 && roomy) {
        constexpr int kBar = 52;
        paintSizeBar(*p, QRectF(box.right() - kBar, box.center().y() - 2, kBar, 5), share,
            Token::Series5, theme);
        box.setRight(box.right() - kBar - 8);
    }
    if (!node->count.isEmpty()) {
        const QFont mono = theme.font(TextStyle::MonoSmall);
        p->setFont(mono);
        p->setPen(theme.color(Token::Text2));
        p->drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, node->count);
        box.setRight(box.right() - QFontMetrics(mono).horizontalAdvance(node->count) - 8);
    }
    // From the left: chip or icon, name, badge.
    if (!node->tag.isEmpty()) {
        const QSize size = chipSize(theme, node->tag);
        paintChip(*p,
            QRectF(box.left() + 2, box.center().y() - size.height() / 2.0 + 0.5, size.width(),
                size.height()),
            node->tag, Token::StatusIdle, theme);
        box.setLeft(box.left() + size.width() + 8);
    } else if (!node->icon.isEmpty()) {
        const Token token = node->iconToken < 0 ? Token::Text3 : Token(node->iconToken);
        paintIcon(*p, QRectF(box.left() + 1, box.center().y() - 6.5, 14, 14), node->icon,
            theme.color(token));
        box.setLeft(box.left() + 22);
    }
    const QFont font = theme.font(node->strong ? TextStyle::ControlStrong
            : node->mono                       ? TextStyle::Mono
                                               : TextStyle::Control);
    if (!node->badge.isEmpty())
        box.setRight(box.right() - 18);
    drawName(*p, box, node->name, m_highlight, font, theme.color(Token::Text),
        node->mono ? Qt::ElideMiddle : Qt::ElideRight);
    if (!node->badge.isEmpty()) {
        const int x = std::min(
            box.right() + 2, box.left() + QFontMetrics(font).horizontalAdvance(node->name) + 6);
        paintIcon(*p, QRectF(x, box.center().y() - 5.5, 12, 12), node->badge,
            theme.color(Token::StatusWarn));
    }
    p->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {60, Theme::of(option.widget).metric(Metric::TreeRow)};
}

} // namespace pilothouse::ui
