// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a list of messages: numbers in mono, the date quieter than the clock, keys and values
// with their matches marked, JSON lightly coloured, what is not there told apart from what is
// empty.
#pragma once

#include "streams/panel/messageline.h"
#include "streams/panel/messagelist.h"

#include <QCache>
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
    bool setToday(const QString& day); // whether it is another one

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

private:
    struct Cell {
        std::vector<MessageLine> lines; // one after the other
        QString chip; // behind them
        bool right = false;
        int width = 0; // it was laid out for
    };
    struct Place {
        int partition;
        qint64 offset;
        int column;
        bool operator==(const Place&) const = default;
        friend size_t qHash(const Place& place, size_t seed = 0)
        {
            return qHashMulti(seed, place.partition, place.offset, place.column);
        }
    };

    void forget(); // the theme is another
    const Cell& cellFor(
        const Message& message, int column, int width, const MessageList& list) const;
    Cell makeCell(const Message& message, int column, int width, const MessageList& list) const;
    MessageLine bytesLine(const BytesLook& look, const QList<TextSpan>& marks, int width,
        Qt::TextElideMode mode) const;

    const ui::Theme& m_theme;
    QString m_today;
    MessageFont m_mono;
    MessageFont m_italic;
    mutable std::pair<const MessageList*, int> m_look{nullptr, 0};
    mutable QCache<Place, Cell> m_cells{2'000}; // a few screens
};

} // namespace pilothouse::streams
