// SPDX-License-Identifier: GPL-3.0-or-later
// Items point into the plan, which never changes while it is shown.
#include "database/panel/planmodel.h"

#include <QLocale>

#include <cmath>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{
constexpr double kWorthTelling = 10; // times off
}

struct PlanModel::Item {
    const PlanNode* node = nullptr;
    Item* parent = nullptr;
    int row = 0;
    std::vector<Item*> children;
};

QString planTime(double ms)
{
    const QLocale locale;
    if (ms >= 1000)
        return locale.toString(ms / 1000, 'f', 2) % u" s"_s;
    return locale.toString(ms, 'f', ms >= 10 ? 0 : ms >= 1 ? 1 : 2) % u" ms"_s;
}

QString planCount(double count)
{
    const QLocale locale;
    if (count >= 999'500)
        return locale.toString(count / 1e6, 'f', count >= 9.95e6 ? 0 : 1) % u" M"_s;
    if (count >= 10'000)
        return locale.toString(std::round(count / 1000), 'f', 0) % u'k';
    return locale.toString(std::round(count), 'f', 0);
}

QString planCost(double cost)
{
    return cost < 1000 ? QLocale().toString(cost, 'f', 2) : planCount(cost);
}

PlanModel::PlanModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

PlanModel::~PlanModel() = default;

void PlanModel::setPlan(Plan plan)
{
    beginResetModel();
    m_items.clear();
    m_worst = nullptr;
    m_longest = 0;
    m_plan = std::move(plan);
    if (!m_plan.root.type.isEmpty())
        build(m_plan.root, nullptr, 0);
    endResetModel();
}

void PlanModel::build(const PlanNode& node, Item* parent, int row)
{
    auto owned = std::make_unique<Item>(Item{&node, parent, row, {}});
    Item* item = owned.get();
    m_items.push_back(std::move(owned));
    if (parent)
        parent->children.push_back(item);
    m_longest = std::max(m_longest, node.selfTime);
    if (node.executed && node.misestimate() >= kWorthTelling
        && (!m_worst || node.misestimate() > m_worst->misestimate()))
        m_worst = &node;
    int i = 0;
    for (const PlanNode& child : node.children)
        build(child, item, i++);
}

const PlanNode* PlanModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Item*>(index.internalPointer())->node : nullptr;
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, m_items.front().get());
    const auto* item = static_cast<const Item*>(parent.internalPointer());
    return createIndex(row, column, item->children[size_t(row)]);
}

QModelIndex PlanModel::parent(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    Item* up = static_cast<const Item*>(index.internalPointer())->parent;
    return up ? createIndex(up->row, 0, up) : QModelIndex();
}

int PlanModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_items.empty() ? 0 : 1;
    if (parent.column() != 0)
        return 0;
    return int(static_cast<const Item*>(parent.internalPointer())->children.size());
}

int PlanModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QString PlanModel::text(const PlanNode& n, int column) const
{
    switch (column) {
    case Node:
        return n.type;
    case SelfTime:
        return !m_plan.analyzed ? QString() : n.executed ? planTime(n.selfTime) : tr("never ran");
    case Rows:
        return n.executed ? planCount(n.estimatedRows) % u" → "_s % planCount(n.actualRows)
                          : planCount(n.estimatedRows);
    case Cost:
        return planCost(n.totalCost);
    case Loops:
        return n.executed ? QLocale().toString(n.loops, 'f', 0) : QString();
    case Buffers: {
        if (n.sharedHit < 0)
            return {};
        const auto bytes = (n.sharedHit + std::max<qint64>(n.sharedRead, 0)) * m_plan.blockSize;
        return QLocale().formattedDataSize(
            bytes, bytes >= 10'000'000 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
    }
    default:
        return {};
    }
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    const PlanNode* n = node(index);
    if (!n)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*n, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= Cost ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole: {
        QStringList lines{n->type};
        if (!n->detail.isEmpty())
            lines.append(n->detail);
        lines.append(tr("Cost: %1..%2")
                         .arg(QLocale().toString(n->startupCost, 'f', 2),
                             QLocale().toString(n->totalCost, 'f', 2)));
        for (const int column : {Loops, Buffers}) // their columns may have had no room
            if (const QString value = text(*n, column); !value.isEmpty())
                lines.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                    % u": "_s % value);
        for (const auto& [key, value] : n->properties)
            lines.append(key % u": "_s % value);
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return QStringList{text(*n, index.column()), index.column() == Node ? n->detail : QString()}
            .join(u' ')
            .trimmed();
    case PlanNodeRole:
        return QVariant::fromValue(reinterpret_cast<quintptr>(n));
    case SelfShareRole:
        return m_longest > 0 ? n->selfTime / m_longest : 0.0;
    case DetailRole: {
        QStringList parts;
        if (!n->relation.isEmpty())
            parts.append(n->relation);
        if (!n->index.isEmpty())
            parts.append(n->index);
        if (parts.isEmpty() && !n->detail.isEmpty())
            parts.append(n->detail);
        if (!n->subplanName.isEmpty())
            parts.prepend(n->subplanName);
        return parts.join(u", "_s);
    }
    case WorstRole:
        return n == m_worst;
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= Cost)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Node:
        return tr("Node");
    case SelfTime:
        return tr("Self time");
    case Rows:
        return m_plan.analyzed ? tr("Rows, est → actual") : tr("Rows, est");
    case Cost:
        return tr("Cost");
    case Loops:
        return tr("Loops");
    case Buffers:
        return tr("Buffers");
    default:
        return {};
    }
}

} // namespace pilothouse::database
