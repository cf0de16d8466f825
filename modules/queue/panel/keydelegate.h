// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a line of the key tree: folder or type, name, count, size bar, size.
#pragma once

#include <QStyledItemDelegate>

namespace pilothouse::queue
{

class KeyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// "hash" → "hash", "string" → "str": what fits a chip.
QString shortTypeName(const QString& type);

} // namespace pilothouse::queue
