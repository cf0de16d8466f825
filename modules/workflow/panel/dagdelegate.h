// SPDX-License-Identifier: GPL-3.0-or-later
// How a DAG's row looks: state glyph, name, schedule, bars of its last twelve runs.
#pragma once

#include <QDateTime>
#include <QStyledItemDelegate>

namespace pilothouse::workflow
{

class DagDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DagDelegate)

public:
    static constexpr int kAround = 92; // px a row needs beside a name: glyph, least bars, margins

    using QStyledItemDelegate::QStyledItemDelegate;

    // `now`: until when what runs is known to run; invalid: it is known now.
    void setStale(const QDateTime& now) { m_known = now; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QDateTime m_known;
};

} // namespace pilothouse::workflow
