// SPDX-License-Identifier: GPL-3.0-or-later
// Two-line rows of the lock tree: glyph, pid and name with the wait at the right; below them the
// query and the mode it asks for.
#pragma once

#include <QStyledItemDelegate>

namespace pilothouse::database
{

class LockDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace pilothouse::database
