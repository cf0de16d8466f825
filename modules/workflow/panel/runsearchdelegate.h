// SPDX-License-Identifier: GPL-3.0-or-later
// RunSearchDelegate: how logs with hits and the hits below them look; the match is marked.
#pragma once

#include "ui/logview/logmatcher.h"

#include <QtWidgets/QStyledItemDelegate>

namespace pilothouse::workflow
{

class RunSearch;
class RunSearchModel;

class RunSearchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSearchDelegate)

public:
    RunSearchDelegate(const RunSearchModel& model, const RunSearch& search, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHit(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
        const QRect& box) const;

    const RunSearchModel& m_model;
    const RunSearch& m_search;
    mutable std::unique_ptr<ui::LogMatcher> m_matcher;
    mutable ui::LogPattern m_pattern; // of the matcher
};

} // namespace pilothouse::workflow
