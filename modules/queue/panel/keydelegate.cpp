// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/keydelegate.h"

#include "queue/panel/keytreemodel.h"
#include "queue/panel/valueformats.h"
#include "ui/controls/chip.h"
#include "ui/controls/meters.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{
constexpr int kSizeWidth = 56;
constexpr int kBarWidth = 44;
constexpr int kPad = 8;
} // namespace

QString shortTypeName(const QString& type)
{
    if (type == "string"_L1)
        return u"str"_s;
    if (type == "stream"_L1)
        return u"strm"_s;
    return type.left(6);
}

QSize KeyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {260, ui::Theme::of(option.widget).metric(ui::Metric::TreeRow)};
}

void KeyDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ui::Theme& theme = ui::Theme::of(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    if (selected || hovered) // the branch area left of it is drawn by the view's style
        painter->fillRect(option.rect, theme.color(selected ? Token::Selection : Token::Hover));
    QRect box = option.rect.adjusted(2, 0, -kPad, 0);

    if (index.data(KeyTreeModel::MoreRole).toBool()) {
        painter->setFont(theme.font(ui::TextStyle::Control));
        painter->setPen(theme.color(Token::Accent));
        painter->drawText(box.adjusted(4, 0, 0, 0), Qt::AlignVCenter, index.data().toString());
        painter->restore();
        return;
    }
    const bool folder = index.data(KeyTreeModel::FolderRole).toBool();
    const qint64 memory = index.data(KeyTreeModel::MemoryRole).toLongLong();
    painter->setFont(theme.font(ui::TextStyle::MonoSmall));
    painter->setPen(theme.color(memory >= 0 ? Token::Text2 : Token::Text3));
    const bool wide = box.width() > 230; // a narrow pane keeps the name
    if (wide) {
        painter->drawText(QRect(box.right() - kSizeWidth, box.top(), kSizeWidth, box.height()),
            Qt::AlignVCenter | Qt::AlignRight, memory >= 0 ? sizeText(memory) : u"–"_s);
        box.setRight(box.right() - kSizeWidth - 4);
        const QRectF bar(box.right() - kBarWidth, box.center().y() - 1.5, kBarWidth, 4);
        ui::paintSizeBar(
            *painter, bar, index.data(KeyTreeModel::ShareRole).toDouble(), Token::Series5, theme);
        box.setRight(box.right() - kBarWidth - 6);
    }
    const QString count = folder ? countText(index.data(KeyTreeModel::KeysRole).toLongLong())
                                 : index.data(KeyTreeModel::LengthRole).toString();
    painter->setPen(theme.color(Token::Text2));
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignRight, count);
    box.setRight(box.right() - painter->fontMetrics().horizontalAdvance(count) - 6);

    if (folder) {
        ui::paintIcon(*painter, QRectF(box.left() + 2, box.center().y() - 6.5, 14, 14), u"folder"_s,
            theme.color(Token::Text3));
        box.setLeft(box.left() + 24);
    } else {
        const QString type = index.data(KeyTreeModel::TypeRole).toString();
        if (!type.isEmpty()) {
            const QString word = shortTypeName(type);
            const QSize size = ui::chipSize(theme, word);
            ui::paintChip(*painter,
                QRectF(box.left() + 2, box.center().y() - size.height() / 2.0 + 0.5, size.width(),
                    size.height()),
                word, Token::StatusIdle, theme);
            box.setLeft(box.left() + size.width() + 8);
        } else {
            box.setLeft(box.left() + 8);
        }
    }
    painter->setFont(theme.font(folder ? ui::TextStyle::Control : ui::TextStyle::Mono));
    painter->setPen(theme.color(Token::Text));
    const QFontMetrics metrics(painter->font());
    painter->drawText(box, Qt::AlignVCenter,
        metrics.elidedText(index.data().toString(), Qt::ElideMiddle, box.width()));
    painter->restore();
}

} // namespace pilothouse::queue
