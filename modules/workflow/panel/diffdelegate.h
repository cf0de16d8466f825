// SPDX-License-Identifier: GPL-3.0-or-later
// How a task looks in a comparison: states A → B, two bars on one scale, both times, difference.
#pragma once

#include "workflow/panel/rundiff.h"

#include <QStyledItemDelegate>

namespace pilothouse::workflow
{

class DiffDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffDelegate)

public:
    enum Column { Task, State, Bars, A, B, Difference, Columns };
    static constexpr int kRowRole = Qt::UserRole; // index into the comparison's rows

    DiffDelegate(const RunDiff& diff, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintBars(QPainter& p, const QRect& box, const DiffRow& row, const QWidget* widget) const;

    const RunDiff& m_diff;
};

} // namespace pilothouse::workflow
