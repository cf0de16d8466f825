// SPDX-License-Identifier: GPL-3.0-or-later
// A query plan as a tree model: node, self time, rows estimated and actual, cost, loops, buffers.
#pragma once

#include "database/api/plan.h"

#include <QAbstractItemModel>

#include <memory>

namespace pilothouse::database
{

class PlanModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Node, SelfTime, Rows, Cost, Loops, Buffers, ColumnCount };
    enum Role {
        PlanNodeRole = Qt::UserRole, // const PlanNode* as quintptr
        SelfShareRole, // self time as a share of the longest, 0 to 1
        DetailRole, // second part of the node's line: relation, condition
        WorstRole, // true for the node whose estimate is off most (at least 10 ×)
        RoleCount,
    };

    explicit PlanModel(QObject* parent = nullptr);
    ~PlanModel() override;

    void setPlan(Plan plan); // another subject: resets
    const Plan& plan() const { return m_plan; }
    // The worst estimate of at least 10 ×, or none.
    const PlanNode* worstEstimate() const { return m_worst; }
    const PlanNode* node(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Item;
    void build(const PlanNode& node, Item* parent, int row);
    QString text(const PlanNode& node, int column) const;

    Plan m_plan;
    std::vector<std::unique_ptr<Item>> m_items; // the first is the root
    const PlanNode* m_worst = nullptr;
    double m_longest = 0;
};

// "212 ms", "3.10 s", "0.04 ms".
QString planTime(double milliseconds);
// "131k", "2.1 M", "9".
QString planCount(double count);
// "8.17", "1,235", "131k": small ones with the server's two digits.
QString planCost(double cost);

} // namespace pilothouse::database
