// SPDX-License-Identifier: GPL-3.0-or-later
// LazyTreeModel: a tree whose levels come from a service one by one. Nodes are merged by id, so
// selection, expansion and scroll survive a refresh; a level under way shows bars, a failed one its
// error with a way to try again.
#pragma once

#include "core/error.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <vector>

namespace pilothouse::ui
{

// What one row shows; a plain value.
struct TreeNode {
    QString id; // unique among its siblings
    QString name;
    QString icon; // icon name
    int iconToken = -1; // Token as int; -1: text.3
    QString tag; // small chip before the name ("hash"), may be empty
    QString value; // at the right, mono: size, type, count
    QString count; // left of the bar, mono
    QString badge; // icon name after the name (a lock), may be empty
    QString toolTip;
    double bar = -1; // bytes for the size bar on the tree's shared scale; below 0: none
    bool hasChildren = false;
    bool strong = false; // the root of a service
    bool mono = false; // an identifier: its two ends tell more than its beginning
    QVariant data; // what the panel needs to know it again
    bool operator==(const TreeNode&) const = default;
};

class LazyTreeModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LazyTreeModel)

public:
    enum Role {
        NodeRole = Qt::UserRole, // const TreeNode* as quintptr; 0 for a bar or an error row
        KindRole, // Kind as int
        BarShareRole, // 0 to 1, below 0: none
        IdPathRole, // QStringList of ids from the root
        DataRole, // TreeNode::data
        RoleCount,
    };
    enum class Kind { Node, LoadingBar, Failed, More };
    Q_ENUM(Kind)

    explicit LazyTreeModel(QObject* parent = nullptr);
    ~LazyTreeModel() override;

    // Asked when a node is opened for the first time, and on refresh(); answer with setChildren()
    // or setFailed(). An invalid index is the root.
    std::function<void(const QModelIndex& parent)> fetch;

    // Merges: equal ids keep their row, their children and what is open below them.
    void setChildren(
        const QModelIndex& parent, std::vector<TreeNode> nodes, const QString& more = {});
    void setFailed(const QModelIndex& parent, const Error& error, const QString& words);
    void updateNode(const QModelIndex& index, const TreeNode& node); // same id
    void refresh(const QModelIndex& parent = {}); // asks again for this level and all open below it
    void clear();

    const TreeNode* node(const QModelIndex& index) const;
    Kind kindOf(const QModelIndex& index) const;
    QModelIndex find(const QStringList& idPath) const;
    bool isLoaded(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Item;
    Item* itemOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Item* item) const;
    void beginLoading(Item* item);
    void dropPlaceholders(Item* item);
    void noteScale(double bar);

    std::unique_ptr<Item> m_root;
    double m_scale = 0; // the longest bar
};

} // namespace pilothouse::ui
