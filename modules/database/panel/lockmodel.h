// SPDX-License-Identifier: GPL-3.0-or-later
// Who blocks whom as a tree model, or every session as a list; merged by pid, so selection and
// expansion survive a refresh.
#pragma once

#include "database/api/activity.h"

#include <QAbstractItemModel>

#include <memory>

namespace pilothouse::database
{

class LockModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Session, Waits, ColumnCount };
    enum class Part { RootBlocker, WaitsAndBlocks, Waits, Free };
    Q_ENUM(Part)
    enum Role {
        PidRole = Qt::UserRole,
        PartRole, // Part as int
        SecondLineRole, // the query, one line
        SecondRightRole, // the mode it asks for
        GoneRole, // not in the newest sample
        RoleCount,
    };
    enum class View { Blocked, All };

    explicit LockModel(QObject* parent = nullptr);
    ~LockModel() override;

    void setView(View view);
    View view() const { return m_view; }
    void update(const ActivitySnapshot& snapshot);
    const ActivitySnapshot& snapshot() const { return m_snapshot; }

    const SessionInfo* session(const QModelIndex& index) const;
    QModelIndex indexOf(int pid) const;
    int waiting() const; // sessions that wait for a lock
    int rootBlockers() const;
    qint64 longestWait() const; // seconds

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item;
    void merge(Item* parent, const std::vector<BlockingNode>& wanted);
    QModelIndex indexOf(const Item* item, int column = 0) const;
    const Item* findPid(const Item* from, int pid) const;
    const SessionInfo* sessionOf(int pid) const;
    const PreparedTransaction* preparedOf(const Item& item) const;
    QVariant display(const Item& item, int column) const;

    std::unique_ptr<Item> m_root;
    ActivitySnapshot m_snapshot;
    std::vector<BlockingNode> m_forest;
    View m_view = View::Blocked;
};

} // namespace pilothouse::database
