// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runsearchmodel.h"

#include "workflow/panel/runsearch.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

RunSearchModel::RunSearchModel(RunSearch& search, QObject* parent)
    : QAbstractItemModel(parent)
    , m_search(search)
{
    connect(&search, &RunSearch::started, this, &RunSearchModel::reset);
    connect(&search, &RunSearch::hitsAdded, this, &RunSearchModel::add);
    reset();
}

void RunSearchModel::reset()
{
    beginResetModel();
    m_groups.clear();
    m_groupOf.assign(m_search.logs().size(), -1);
    for (int i = 0; i < int(m_search.hits().size()); ++i) {
        const int log = m_search.hits()[size_t(i)].log;
        int& group = m_groupOf[size_t(log)];
        if (group < 0) {
            group = int(m_groups.size());
            m_groups.push_back({log, {}});
        }
        m_groups[size_t(group)].hits.push_back(i);
    }
    endResetModel();
}

// The hits of one call are of one log.
void RunSearchModel::add(int from, int to)
{
    const int log = m_search.hits()[size_t(from)].log;
    int& group = m_groupOf[size_t(log)];
    if (group < 0) {
        group = int(m_groups.size());
        beginInsertRows({}, group, group);
        m_groups.push_back({log, {}});
        endInsertRows();
    }
    auto& hits = m_groups[size_t(group)].hits;
    const int first = int(hits.size());
    const QModelIndex parent = index(group, 0);
    beginInsertRows(parent, first, first + to - from - 1);
    for (int i = from; i < to; ++i)
        hits.push_back(i);
    endInsertRows();
    Q_EMIT dataChanged(parent, parent); // its count
}

QModelIndex RunSearchModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RunSearchModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int RunSearchModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? hitsOf(parent) : 0;
}

int RunSearchModel::columnCount(const QModelIndex&) const
{
    return 1;
}

int RunSearchModel::hitsOf(const QModelIndex& group) const
{
    return int(m_groups[size_t(group.row())].hits.size());
}

const RunLog* RunSearchModel::log(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const QModelIndex group = index.parent().isValid() ? index.parent() : index;
    return &m_search.logs()[size_t(m_groups[size_t(group.row())].log)];
}

const RunHit* RunSearchModel::hit(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const Group& group = m_groups[size_t(index.internalId() - 1)];
    return &m_search.hits()[size_t(group.hits[size_t(index.row())])];
}

QVariant RunSearchModel::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (const RunHit* one = hit(index)) {
        const QString text = QString::fromUtf8(one->text);
        return role == Qt::DisplayRole ? text : tr("line %1, %2").arg(one->row + 1).arg(text);
    }
    const RunLog* group = log(index);
    if (!group)
        return {};
    QString task = group->task.task;
    if (group->task.map >= 0)
        task += u'[' + QString::number(group->task.map) + u']';
    return tr("%1, try %2, %3, %n hit(s)", nullptr, hitsOf(index))
        .arg(task)
        .arg(group->tryNumber)
        .arg(group->state);
}

} // namespace pilothouse::workflow
