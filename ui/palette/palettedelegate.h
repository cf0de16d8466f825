// SPDX-License-Identifier: GPL-3.0-or-later
// A line of the palette: icon, name with the matched letters in weight 600, context, shortcut.
#pragma once

#include <QStyledItemDelegate>

namespace pilothouse::ui
{

class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteDelegate)

public:
    explicit PaletteDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace pilothouse::ui
