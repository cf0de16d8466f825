// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a list of messages: numbers in mono, the date quieter than the clock, keys and values
// with their matches marked, JSON lightly coloured, what is not there told apart from what is
// empty.
#pragma once

#include "streams/panel/messagelist.h"

#include <QFont>
#include <QStyledItemDelegate>

namespace pilothouse::ui
{
class Theme;
}

namespace pilothouse::streams
{

class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageDelegate)

public:
    explicit MessageDelegate(const ui::Theme& theme, QObject* parent);

    // Only the clock where all that is shown is of this day ("2026-03-17"); empty: dates too.
    void setToday(const QString& day) { m_today = day; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    void paintTime(
        QPainter& p, const QRect& box, const Message& message, const MessageList& list) const;
    void paintBytes(QPainter& p, const QRect& box, const BytesLook& look,
        const QList<TextSpan>& marks, Qt::TextElideMode mode) const;
    void paintNothing(QPainter& p, const QRect& box, const QString& word) const;

    qreal letterWidth(const QFont& font) const; // 0: letters differ

    const ui::Theme& m_theme;
    QString m_today;
    mutable QFont m_measured;
    mutable qreal m_letter = 0;
};

} // namespace pilothouse::streams
