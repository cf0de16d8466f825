// SPDX-License-Identifier: GPL-3.0-or-later
// One merge for both views: the list is a forest without children.
#include "database/panel/lockmodel.h"

#include "database/panel/locktext.h"

#include <QHash>

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

struct LockModel::Item {
    int pid = 0;
    BlockingNode node; // without children
    Item* parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;

    int row() const
    {
        const auto& all = parent->children;
        return int(std::find_if(all.begin(), all.end(), [this](const auto& c) {
            return c.get() == this;
        }) - all.begin());
    }
};

namespace
{

void collect(const std::vector<BlockingNode>& nodes, QHash<int, const BlockingNode*>& out)
{
    for (const BlockingNode& node : nodes) {
        out.insert(node.pid, &node);
        collect(node.children, out);
    }
}

} // namespace

LockModel::LockModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
}

LockModel::~LockModel() = default;

void LockModel::setView(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    update(ActivitySnapshot(m_snapshot));
}

void LockModel::update(const ActivitySnapshot& snapshot)
{
    m_snapshot = snapshot;
    m_forest = blockingForest(m_snapshot);
    std::vector<BlockingNode> wanted = m_forest;
    if (m_view == View::All) {
        QHash<int, const BlockingNode*> known;
        collect(m_forest, known);
        wanted.clear();
        for (const SessionInfo& s : m_snapshot.sessions) {
            BlockingNode n;
            if (const BlockingNode* node = known.value(s.pid)) {
                n = *node;
                n.children.clear();
                n.listedUnder = -1;
            }
            n.pid = s.pid;
            wanted.push_back(std::move(n));
        }
    }
    merge(m_root.get(), wanted);
}

// Removes what is gone, then walks the wanted order inserting and moving; equal rows stay.
void LockModel::merge(Item* parent, const std::vector<BlockingNode>& wanted)
{
    const QModelIndex parentIndex = indexOf(parent);
    const auto has = [&](int pid) {
        return std::any_of(
            wanted.begin(), wanted.end(), [pid](const auto& n) { return n.pid == pid; });
    };
    for (int i = int(parent->children.size()) - 1; i >= 0; --i) {
        if (has(parent->children[size_t(i)]->pid))
            continue;
        beginRemoveRows(parentIndex, i, i);
        parent->children.erase(parent->children.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < int(wanted.size()); ++i) {
        auto& children = parent->children;
        const auto found = std::find_if(children.begin() + i, children.end(),
            [&](const auto& c) { return c->pid == wanted[size_t(i)].pid; });
        if (found == children.end()) {
            auto item = std::make_unique<Item>();
            item->pid = wanted[size_t(i)].pid;
            item->parent = parent;
            beginInsertRows(parentIndex, i, i);
            children.insert(children.begin() + i, std::move(item));
            endInsertRows();
        } else if (const int from = int(found - children.begin()); from != i) {
            beginMoveRows(parentIndex, from, from, parentIndex, i);
            std::rotate(children.begin() + i, found, found + 1);
            endMoveRows();
        }
        Item* item = children[size_t(i)].get();
        item->node = wanted[size_t(i)];
        item->node.children.clear();
        Q_EMIT dataChanged(indexOf(item, 0), indexOf(item, ColumnCount - 1));
        merge(item, wanted[size_t(i)].children);
    }
}

QModelIndex LockModel::indexOf(const Item* item, int column) const
{
    return item == m_root.get() || !item ? QModelIndex() : createIndex(item->row(), column, item);
}

const LockModel::Item* LockModel::findPid(const Item* from, int pid) const
{
    for (const auto& c : from->children) {
        if (c->pid == pid)
            return c.get();
        if (const Item* below = findPid(c.get(), pid))
            return below;
    }
    return nullptr;
}

QModelIndex LockModel::indexOf(int pid) const
{
    return indexOf(findPid(m_root.get(), pid));
}

const SessionInfo* LockModel::sessionOf(int pid) const
{
    const auto it = std::find_if(m_snapshot.sessions.begin(), m_snapshot.sessions.end(),
        [pid](const SessionInfo& s) { return s.pid == pid; });
    return it == m_snapshot.sessions.end() ? nullptr : &*it;
}

const SessionInfo* LockModel::session(const QModelIndex& index) const
{
    return index.isValid() ? sessionOf(static_cast<const Item*>(index.internalPointer())->pid)
                           : nullptr;
}

const PreparedTransaction* LockModel::preparedOf(const Item& item) const
{
    return item.pid == 0 && !m_snapshot.prepared.empty() ? &m_snapshot.prepared.front() : nullptr;
}

int LockModel::waiting() const
{
    return int(std::count_if(m_snapshot.sessions.begin(), m_snapshot.sessions.end(),
        [](const SessionInfo& s) { return !s.blockedBy.empty(); }));
}

int LockModel::rootBlockers() const
{
    return int(m_forest.size());
}

qint64 LockModel::longestWait() const
{
    qint64 longest = 0;
    for (const LockInfo& lock : m_snapshot.locks)
        if (!lock.granted && lock.waitStart.isValid())
            longest = std::max(longest, lock.waitStart.secsTo(m_snapshot.serverTime));
    return longest;
}

QModelIndex LockModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Item* item
        = parent.isValid() ? static_cast<const Item*>(parent.internalPointer()) : m_root.get();
    return createIndex(row, column, item->children[size_t(row)].get());
}

QModelIndex LockModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(static_cast<const Item*>(index.internalPointer())->parent)
                           : QModelIndex();
}

int LockModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    const Item* item
        = parent.isValid() ? static_cast<const Item*>(parent.internalPointer()) : m_root.get();
    return int(item->children.size());
}

int LockModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant LockModel::display(const Item& item, int column) const
{
    const SessionInfo* s = sessionOf(item.pid);
    if (column == Session) {
        if (const auto* p = preparedOf(item))
            return QString(tr("prepared") % u' ' % p->gid);
        if (!s)
            return QString::number(item.pid);
        QString name = s->application.isEmpty() ? s->user : s->application;
        if (s->ours)
            name = tr("Pilothouse");
        return QString(QString::number(item.pid) % u' ' % name);
    }
    if (m_view == View::Blocked && item.parent == m_root.get() && item.node.blockedTotal > 0)
        return tr("blocks %n", nullptr, item.node.blockedTotal);
    if (s && !s->blockedBy.empty()) {
        const QString age = ageText(item.node.waitingSince, m_snapshot.serverTime);
        if (item.node.blockedTotal == 0)
            return age;
        const QString blocks = tr("blocks %n", nullptr, item.node.blockedTotal);
        return age.isEmpty() ? blocks : QString(blocks % u", "_s % age);
    }
    return s ? s->state : QString();
}

QVariant LockModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& item = *static_cast<const Item*>(index.internalPointer());
    const SessionInfo* s = sessionOf(item.pid);
    switch (role) {
    case Qt::DisplayRole:
        return display(item, index.column());
    case Qt::ToolTipRole:
        return s ? s->query : QString();
    case Qt::AccessibleTextRole:
        return QString(display(item, index.column()).toString() % u' '
            % (index.column() == Session && s ? s->query.simplified()
                                              : LockText::wanted(item.node)))
            .trimmed();
    case PidRole:
        return item.pid;
    case PartRole: {
        const bool waits = s && !s->blockedBy.empty();
        const bool blocks = item.node.blockedTotal > 0;
        return int(waits ? (blocks ? Part::WaitsAndBlocks : Part::Waits)
                         : (blocks ? Part::RootBlocker : Part::Free));
    }
    case SecondLineRole:
        if (item.node.listedUnder >= 0)
            return tr("also waits for %1, see there what waits behind it")
                .arg(item.node.listedUnder);
        return s ? s->query.left(400).simplified() : QString();
    case SecondRightRole:
        if (m_view == View::All && item.node.wantedType.isEmpty() && item.node.blockedTotal > 0)
            return tr("blocks %n", nullptr, item.node.blockedTotal);
        return LockText::wanted(item.node);
    case GoneRole:
        return !s && item.pid != 0;
    default:
        return {};
    }
}

QVariant LockModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Session ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Session ? tr("Session") : m_view == View::Blocked ? tr("Waits") : tr("State");
}

} // namespace pilothouse::database
