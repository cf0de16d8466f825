// SPDX-License-Identifier: GPL-3.0-or-later
// ValueModel: the elements of one value that were loaded, as a table whose columns follow its type.
#pragma once

#include "queue/api/values.h"

#include <QAbstractTableModel>
#include <QSet>

namespace pilothouse::queue
{

class ValueModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueModel)

public:
    enum Role {
        BytesRole = Qt::UserRole + 1, // exactly as the server sent it
        MonoRole, // bool: an identifier or a number
        KindRole, // QString: "json", "int", "num", "time", "bin", "str"
    };
    enum class Kind { Text, Integer, Number, Time, Json, Binary };

    using QAbstractTableModel::QAbstractTableModel;

    void setSubject(KeyType type); // empties it
    void append(const ValuePage& page);
    // The newest entries of a stream while it is followed; old ones beyond `most` leave at the end.
    void prepend(const std::vector<ValueRow>& newest, int most);
    void set(int row, const ValueRow& value);
    void remove(int row);
    // A field of a hash that was looked up: in its row, or behind the last. Returns that row.
    int put(const ValueRow& value);

    KeyType type() const { return m_type; }
    qint64 total() const { return m_total; }
    QByteArray next() const { return m_next; } // cursor of the next page; empty: all is here
    const ValueRow& row(int row) const { return m_rows[size_t(row)]; }
    QStringList streamFields() const { return m_fields; }
    QByteArray streamField(int column) const; // empty: not the column of a field

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    // What a value looks like by its bytes alone: a hint for drawing, never a change.
    static Kind kindOf(QByteArrayView value);
    static QString wordOf(Kind kind);
    // One line of it for a cell.
    static QString oneLine(QByteArrayView value);

private:
    QByteArray bytesAt(int row, int column) const;
    bool isNewField(const QByteArray& field);
    void learnFields(const std::vector<ValueRow>& rows);

    KeyType m_type = KeyType::Unknown;
    std::vector<ValueRow> m_rows;
    QSet<QByteArray> m_names; // the fields of a hash among them
    qint64 m_total = 0;
    QByteArray m_next;
    QStringList m_fields; // of a stream's entries, in the order they were first seen, at most six
};

} // namespace pilothouse::queue
