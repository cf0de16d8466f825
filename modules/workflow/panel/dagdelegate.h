// SPDX-License-Identifier: GPL-3.0-or-later
// How a DAG's row looks: state glyph, name, schedule, bars of its last twelve runs.
#pragma once

#include <QStyledItemDelegate>

namespace pilothouse::workflow
{

class DagDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DagDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setStale(bool stale) { m_stale = stale; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    bool m_stale = false;
};

} // namespace pilothouse::workflow
