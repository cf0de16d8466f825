// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the cells of values and of the slow log: mono, JSON in colours, numbers and times in
// theirs.
#pragma once

#include <QStyledItemDelegate>

namespace pilothouse::queue
{

class ValueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueDelegate)

public:
    // KindRole of ValueModel; "warn" marks a cell above its limit, "keyword" its first word, "chip"
    // a small plate, "dim" a secondary text.
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace pilothouse::queue
