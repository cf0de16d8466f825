// SPDX-License-Identifier: GPL-3.0-or-later
// How a check of "why is this task not running" looks: number, glyph, title, now or next, value,
// when it was read. Nothing of it is cut: what has no room goes on in the next line.
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
        OwnRole, // a line of the server's own answer
        ReadRole // of a check: the time of its reading; empty: it was not read
    };

    explicit WhyDelegate(QAbstractItemView* view);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // another width, other heights
};

} // namespace pilothouse::workflow
