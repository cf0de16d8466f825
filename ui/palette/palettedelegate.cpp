// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettedelegate.h"

#include "ui/controls/keycap.h"
#include "ui/palette/palettemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kSide = 12;
constexpr int kNameLeft = 34;

// Draws pieces of the name in two weights; returns where it ended.
int paintName(QPainter& painter, const Theme& theme, const QRect& box, const QString& name,
    const QList<int>& places)
{
    const QFont plain = theme.font(TextStyle::Body);
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const QString shown = QFontMetrics(strong).horizontalAdvance(name) > box.width()
        ? QFontMetrics(strong).elidedText(name, Qt::ElideMiddle, box.width())
        : name;
    const bool cut = shown != name;
    int x = box.left();
    for (qsizetype i = 0; i < shown.size();) {
        const bool hit = !cut && places.contains(static_cast<int>(i));
        qsizetype end = i + 1;
        while (end < shown.size() && (!cut && places.contains(static_cast<int>(end))) == hit)
            ++end;
        painter.setFont(hit ? strong : plain);
        const QString piece = shown.mid(i, end - i);
        painter.drawText(
            QRect(x, box.top(), box.right() - x + 1, box.height()), Qt::AlignVCenter, piece);
        x += painter.fontMetrics().horizontalAdvance(piece);
        i = end;
    }
    return x;
}

} // namespace

PaletteDelegate::PaletteDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& theme = Theme::of(option.widget);
    const int row = theme.metric(Metric::TreeRow);
    const bool heading = index.data(PaletteModel::HeadingRole).toBool();
    return {100, heading ? row - 2 : row + 2};
}

void PaletteDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& theme = Theme::of(option.widget);
    const QRect box = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(PaletteModel::HeadingRole).toBool()) {
        painter->setFont(theme.font(TextStyle::Micro));
        painter->setPen(theme.color(Token::Text3));
        painter->drawText(box.adjusted(kSide, 4, -kSide, 0), Qt::AlignVCenter,
            index.data(Qt::DisplayRole).toString());
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.color(selected ? Token::Selection : Token::Hover));
        painter->drawRoundedRect(box.adjusted(4, 0, -4, 0), 3, 3);
    }
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    paintIcon(*painter, QRectF(box.left() + kSide, box.center().y() - 6.5, 14, 14),
        index.data(PaletteModel::IconRole).toString(),
        theme.color(selected ? Token::Accent : Token::Text3));
    int right = box.right() - kSide;
    const QString keys = index.data(PaletteModel::KeysRole).toString();
    const QString cap = keys.isEmpty() && selected ? tr("Enter") : keys;
    if (!cap.isEmpty()) {
        const QSize size = keyCapSize(theme, cap);
        paintKeyCap(*painter,
            QRectF(right - size.width(), box.center().y() - size.height() / 2.0 + 0.5, size.width(),
                size.height()),
            cap, theme, theme.color(Token::Text3));
        right -= size.width() + 8;
    }
    painter->setPen(theme.color(enabled ? Token::Text : Token::TextOff));
    const QString context = index.data(PaletteModel::ContextRole).toString();
    QRect name(box.left() + kNameLeft, box.top(), right - box.left() - kNameLeft, box.height());
    if (!context.isEmpty())
        name.setWidth(name.width() * 2 / 3);
    const int end = paintName(*painter, theme, name, index.data(Qt::DisplayRole).toString(),
        index.data(PaletteModel::PlacesRole).value<QList<int>>());
    painter->setFont(theme.font(TextStyle::Cell));
    painter->setPen(theme.color(selected ? Token::Text2 : Token::Text3));
    const QRect rest(end + 8, box.top(), right - end - 8, box.height());
    painter->drawText(rest, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(context, Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace pilothouse::ui
