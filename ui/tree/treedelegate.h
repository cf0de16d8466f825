// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a tree: type icon or chip, name, then at the right the size bar and the value.
#pragma once

#include <QStyledItemDelegate>

namespace pilothouse::ui
{

class TreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHighlight(const QString& text) { m_highlight = text; } // part of names in weight 600
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QString m_highlight;
};

} // namespace pilothouse::ui
