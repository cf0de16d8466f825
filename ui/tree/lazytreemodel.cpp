// SPDX-License-Identifier: GPL-3.0-or-later
// Placeholders (bars, errors, "more") are rows of their own kind, so views need no special case.
#include "ui/tree/lazytreemodel.h"

#include <QHash>
#include <QTimer>

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

struct LazyTreeModel::Item {
    Kind kind = Kind::Node;
    TreeNode node;
    Item* parent = nullptr;
    std::vector<std::unique_ptr<Item>> children;
    bool asked = false; // a fetch was sent
    bool loaded = false; // an answer has come once
    mutable int row = 0; // where it was last; checked before use

    int rowNow() const
    {
        const auto& all = parent->children;
        if (row >= int(all.size()) || all[size_t(row)].get() != this)
            row = int(std::find_if(all.begin(), all.end(), [this](const auto& c) {
                return c.get() == this;
            }) - all.begin());
        return row;
    }
};

LazyTreeModel::LazyTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Item>())
{
    m_root->node.hasChildren = true;
}

LazyTreeModel::~LazyTreeModel() = default;

LazyTreeModel::Item* LazyTreeModel::itemOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Item*>(index.internalPointer()) : m_root.get();
}

QModelIndex LazyTreeModel::indexOf(const Item* item) const
{
    return item == m_root.get() ? QModelIndex() : createIndex(item->rowNow(), 0, item);
}

void LazyTreeModel::noteScale(double bar)
{
    if (bar <= m_scale)
        return;
    m_scale = bar;
    if (m_root->children.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {BarShareRole});
}

void LazyTreeModel::dropPlaceholders(Item* item)
{
    for (int i = int(item->children.size()) - 1; i >= 0; --i) {
        if (item->children[size_t(i)]->kind == Kind::Node)
            continue;
        beginRemoveRows(indexOf(item), i, i);
        item->children.erase(item->children.begin() + i);
        endRemoveRows();
    }
}

void LazyTreeModel::setChildren(
    const QModelIndex& parentIndex, std::vector<TreeNode> nodes, const QString& more)
{
    Item* parent = itemOf(parentIndex);
    parent->asked = parent->loaded = true;
    dropPlaceholders(parent);

    QHash<QString, int> wanted;
    wanted.reserve(qsizetype(nodes.size()));
    for (int i = 0; i < int(nodes.size()); ++i)
        wanted.insert(nodes[size_t(i)].id, i);
    for (int last = int(parent->children.size()) - 1; last >= 0;) {
        if (wanted.contains(parent->children[size_t(last)]->node.id)) {
            --last;
            continue;
        }
        int first = last; // a run of rows that have gone
        while (first > 0 && !wanted.contains(parent->children[size_t(first) - 1]->node.id))
            --first;
        beginRemoveRows(indexOf(parent), first, last);
        parent->children.erase(
            parent->children.begin() + first, parent->children.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }

    QHash<QString, Item*> existing;
    for (const auto& c : parent->children)
        existing.insert(c->node.id, c.get());
    for (int i = 0; i < int(nodes.size()); ++i) {
        auto& children = parent->children;
        Item* found = existing.value(nodes[size_t(i)].id);
        if (!found) {
            int end = i; // a run of new rows at once
            while (end + 1 < int(nodes.size()) && !existing.contains(nodes[size_t(end) + 1].id))
                ++end;
            beginInsertRows(indexOf(parent), i, end);
            std::vector<std::unique_ptr<Item>> fresh;
            for (int j = i; j <= end; ++j) {
                auto item = std::make_unique<Item>();
                item->node = std::move(nodes[size_t(j)]);
                item->parent = parent;
                item->row = j;
                fresh.push_back(std::move(item));
            }
            children.insert(children.begin() + i, std::make_move_iterator(fresh.begin()),
                std::make_move_iterator(fresh.end()));
            endInsertRows();
            for (int j = i; j <= end; ++j)
                noteScale(children[size_t(j)]->node.bar);
            i = end;
            continue;
        }
        if (children[size_t(i)].get() == found)
            found->row = i;
        if (const int from = found->rowNow(); from != i) {
            beginMoveRows(indexOf(parent), from, from, indexOf(parent), i);
            std::rotate(children.begin() + i, children.begin() + from, children.begin() + from + 1);
            endMoveRows();
        }
        updateNode(indexOf(found), nodes[size_t(i)]);
    }
    if (!more.isEmpty()) {
        const int at = int(parent->children.size());
        beginInsertRows(indexOf(parent), at, at);
        auto item = std::make_unique<Item>();
        item->kind = Kind::More;
        item->node.name = more;
        item->parent = parent;
        parent->children.push_back(std::move(item));
        endInsertRows();
    }
    if (parent != m_root.get())
        Q_EMIT dataChanged(indexOf(parent), indexOf(parent));
}

void LazyTreeModel::setFailed(
    const QModelIndex& parentIndex, const Error& error, const QString& words)
{
    Item* parent = itemOf(parentIndex);
    parent->asked = true;
    dropPlaceholders(parent);
    beginInsertRows(indexOf(parent), 0, 0); // what came before stays below it
    auto item = std::make_unique<Item>();
    item->kind = Kind::Failed;
    item->node.name = words;
    item->node.toolTip = error.detail;
    item->parent = parent;
    parent->children.insert(parent->children.begin(), std::move(item));
    endInsertRows();
}

void LazyTreeModel::updateNode(const QModelIndex& index, const TreeNode& node)
{
    Item* item = itemOf(index);
    if (item == m_root.get() || item->node == node)
        return;
    item->node = node;
    noteScale(node.bar);
    Q_EMIT dataChanged(index, index);
}

void LazyTreeModel::beginLoading(Item* item)
{
    item->asked = true;
    if (!item->loaded) {
        dropPlaceholders(item);
        constexpr int kBars = 3;
        const int first = int(item->children.size());
        beginInsertRows(indexOf(item), first, first + kBars - 1);
        for (int i = 0; i < kBars; ++i) {
            auto bar = std::make_unique<Item>();
            bar->kind = Kind::LoadingBar;
            bar->parent = item;
            item->children.push_back(std::move(bar));
        }
        endInsertRows();
    }
    if (fetch)
        fetch(indexOf(item));
}

void LazyTreeModel::refresh(const QModelIndex& parent)
{
    Item* item = itemOf(parent);
    beginLoading(item);
    std::vector<QPersistentModelIndex> loaded;
    for (const auto& c : item->children)
        if (c->loaded)
            loaded.emplace_back(indexOf(c.get()));
    for (const auto& index : loaded)
        if (index.isValid())
            refresh(index);
}

void LazyTreeModel::clear()
{
    beginResetModel();
    m_root = std::make_unique<Item>();
    m_root->node.hasChildren = true;
    m_scale = 0;
    endResetModel();
}

const TreeNode* LazyTreeModel::node(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const Item* item = itemOf(index);
    return item->kind == Kind::Node ? &item->node : nullptr;
}

LazyTreeModel::Kind LazyTreeModel::kindOf(const QModelIndex& index) const
{
    return itemOf(index)->kind;
}

QModelIndex LazyTreeModel::find(const QStringList& idPath) const
{
    const Item* item = m_root.get();
    for (const QString& id : idPath) {
        const auto it = std::find_if(item->children.begin(), item->children.end(),
            [&](const auto& c) { return c->kind == Kind::Node && c->node.id == id; });
        if (it == item->children.end())
            return {};
        item = it->get();
    }
    return item == m_root.get() ? QModelIndex() : indexOf(item);
}

bool LazyTreeModel::isLoaded(const QModelIndex& index) const
{
    return itemOf(index)->loaded;
}

QModelIndex LazyTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto& child = itemOf(parent)->children[size_t(row)];
    child->row = row;
    return createIndex(row, column, child.get());
}

QModelIndex LazyTreeModel::parent(const QModelIndex& index) const
{
    return index.isValid() ? indexOf(itemOf(index)->parent) : QModelIndex();
}

int LazyTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(itemOf(parent)->children.size());
}

int LazyTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool LazyTreeModel::hasChildren(const QModelIndex& parent) const
{
    const Item* item = itemOf(parent);
    return item->kind == Kind::Node
        && (item->loaded ? !item->children.empty() : item->node.hasChildren);
}

bool LazyTreeModel::canFetchMore(const QModelIndex& parent) const
{
    const Item* item = itemOf(parent);
    return item->kind == Kind::Node && item->node.hasChildren && !item->asked;
}

// Views ask while they handle a change of rows, so the rows of bars come a turn later.
void LazyTreeModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    Item* item = itemOf(parent);
    item->asked = true;
    const bool isRoot = item == m_root.get();
    QTimer::singleShot(0, this, [this, isRoot, index = QPersistentModelIndex(parent)] {
        if (isRoot || index.isValid())
            beginLoading(itemOf(index));
    });
}

QVariant LazyTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Item* item = itemOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return item->node.name;
    case Qt::ToolTipRole:
        return item->node.toolTip.isEmpty() ? QVariant() : item->node.toolTip;
    case Qt::AccessibleTextRole:
        if (item->kind == Kind::LoadingBar)
            return tr("loading");
        return QStringList{item->node.tag, item->node.name, item->node.value}.join(u' ').trimmed();
    case NodeRole:
        return QVariant::fromValue(
            item->kind == Kind::Node ? reinterpret_cast<quintptr>(&item->node) : quintptr(0));
    case KindRole:
        return int(item->kind);
    case BarShareRole:
        return item->node.bar < 0 || m_scale <= 0 ? -1.0 : item->node.bar / m_scale;
    case IdPathRole: {
        QStringList path;
        for (const Item* i = item; i != m_root.get(); i = i->parent)
            path.prepend(i->node.id);
        return path;
    }
    case DataRole:
        return item->node.data;
    default:
        return {};
    }
}

} // namespace pilothouse::ui
