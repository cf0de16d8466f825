// SPDX-License-Identifier: GPL-3.0-or-later
// MessageList: the columns a list of messages has, whatever holds its rows. MessageTable shows it.
#pragma once

#include "streams/panel/matchfinder.h"
#include "streams/panel/messagetext.h"

#include <QAbstractTableModel>

#include <map>

namespace pilothouse::streams
{

class MessageList : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageList)

public:
    enum Column { Partition, Offset, Time, Key, Headers, Value, ColumnCount };

    explicit MessageList(QObject* parent = nullptr);

    // Null while it is being read back. Valid until control returns to the event loop.
    virtual const Message* messageAt(int row) const = 0;

    void setZone(const QTimeZone& zone);
    const QTimeZone& zone() const { return m_zone; }
    // What is marked, and what excerpts of values are cut around.
    void setPattern(const MessagePattern& pattern);
    const MatchFinder& finder() const { return m_finder; }
    // Counts what makes rows look different that are what they were: pattern, zone, decoders.
    int look() const { return m_look; }

    // What a decoder made of a value that is no text, in one line; kept for the newest few
    // thousand.
    void setDecoded(const Message& message, const QByteArray& line);
    bool isDecoded(const Message& message) const;
    void forgetDecoded();

    static BytesLook keyLook(const Message& message);
    // Of a value: the decoder's line where there is one, around the match where there is one.
    BytesLook valueLook(const Message& message) const;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QString text(const Message& message, int column) const;

private:
    using Place = std::pair<int, qint64>;
    QTimeZone m_zone = QTimeZone::utc();
    MatchFinder m_finder;
    int m_look = 0;
    std::map<Place, QByteArray> m_decoded;
};

} // namespace pilothouse::streams
