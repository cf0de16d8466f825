// SPDX-License-Identifier: GPL-3.0-or-later
// DeadLetterModel: the letters of a dead-letter topic, newest first, with what was done to each:
// chosen, edited, written to its topic again, refused. Marks stay through a refresh.
#pragma once

#include "streams/panel/deadletter.h"

#include <QAbstractTableModel>
#include <QJsonObject>
#include <QTimeZone>

#include <map>
#include <set>

namespace pilothouse::streams
{

class DeadLetterModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeadLetterModel)

public:
    enum Column { Place, Time, To, Reason, Key, Value, ColumnCount };
    using Id = std::pair<int, qint64>; // partition and offset
    static constexpr qint64 kMostBytes = 256 << 20;
    static constexpr size_t kMostLetters = 20'000;

    struct Group {
        QString topic;
        QString error;
        int count = 0;
        int open = 0; // not written again yet
        bool operator==(const Group&) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void clear(); // another topic: the marks go too
    // Those that are new; false: no more are kept, the list is full.
    bool merge(const std::vector<Message>& messages);
    void setZone(const QTimeZone& zone);
    const std::vector<DeadLetter>& letters() const { return m_letters; }
    const DeadLetter& letter(int row) const { return m_letters[size_t(row)]; }
    static Id idOf(const DeadLetter& letter);
    int rowOf(const Id& id) const; // -1: not listed
    std::vector<Group> groups() const; // the most first

    bool isChosen(int row) const { return m_chosen.count(idOf(letter(row))) > 0; }
    void choose(const std::vector<int>& rows, bool on);
    std::vector<int> chosen() const; // rows, oldest letter first
    // What would be written; the message as it is, where nobody edited it.
    Draft draft(int row) const;
    bool isEdited(int row) const { return m_edits.count(idOf(letter(row))) > 0; }
    bool isUnfinished(int row) const { return m_unfinished.count(idOf(letter(row))) > 0; }
    void setEdit(int row, const std::optional<Draft>& draft);
    // As it stands in the form while nothing can be made of it yet; empty: it is finished.
    void setUnfinished(int row, const QJsonObject& typed);
    QJsonObject unfinished(int row) const;
    int edits() const; // of letters that are not written again yet
    // What is worth keeping of them, and what was kept before; for letters not read yet too.
    QJsonObject saveEdits() const;
    void restoreEdits(const QJsonObject& saved);
    void dropLostEdits(); // of letters that are not there; when all are listed
    bool isRedriven(int row) const { return m_redriven.count(idOf(letter(row))) > 0; }
    void setRedriven(const Id& id, const QString& where);
    void setFailed(const Id& id, const QString& why);
    QString failure(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void marksChanged(); // chosen, edited, written again

private:
    QString text(int row, int column) const;
    void rowChanged(int row);

    std::vector<DeadLetter> m_letters;
    std::map<Id, int> m_rows;
    qint64 m_bytes = 0;
    std::set<Id> m_chosen;
    std::map<Id, Draft> m_edits;
    std::map<Id, QJsonObject> m_unfinished;
    std::map<Id, QString> m_redriven; // where it went
    std::map<Id, QString> m_failures;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace pilothouse::streams
