// SPDX-License-Identifier: GPL-3.0-or-later
// How a check of "why is this task not running" looks: number, glyph, title, now or next, value.
#pragma once

#include <QStyledItemDelegate>

namespace pilothouse::workflow
{

class WhyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyDelegate)

public:
    enum Role {
        VerdictRole = Qt::UserRole, // WhyCheck::Verdict; of a check
        ValueRole,
        StateRole, // of a detail
        WordRole,
        NumberRole, // 0: a detail
        TaskRole,
        OwnRole // a line of the server's own answer
    };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace pilothouse::workflow
