// SPDX-License-Identifier: GPL-3.0-or-later
// KeyTreeModel: the part of the key tree that was opened, merged by name so that selection and
// scroll survive while a walk goes on. Knows rows, no adapter and no trie.
#pragma once

#include "queue/panel/keytrie.h"
#include "ui/tree/lazytreemodel.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>

namespace pilothouse::queue
{

class KeyTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyTreeModel)

public:
    enum Role {
        PathRole = ui::LazyTreeModel::RoleCount, // QByteArray: key or folder
        FolderRole, // bool
        MoreRole, // bool: the line that loads more keys of its folder
        KeysRole, // qint64
        MemoryRole, // qint64, -1 unknown
        ShareRole, // double: of the largest folder at the top, for the bar
        TypeRole, // QString: "hash", empty unknown
    };
    static constexpr qint64 kLeafStep = 1000;

    explicit KeyTreeModel(QByteArray separator, QObject* parent = nullptr);
    ~KeyTreeModel() override;

    void clear();
    void merge(const FolderLines& lines);
    void setDetail(const KeyDetail& detail); // of a line that is shown

    // Folders whose lines are shown, with how many keys each may show; what merge() is fed with.
    std::vector<std::pair<QByteArray, qint64>> openFolders() const;
    void showMore(const QModelIndex& more);
    QModelIndex indexOf(const QByteArray& path) const; // invalid when it is not shown
    KeyDetail detail(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void linesWanted(); // openFolders() has changed

private:
    struct Node {
        KeyLine line;
        Node* parent = nullptr;
        int row = 0;
        bool more = false; // not a key: "load more"
        bool opened = false; // its lines are wanted
        qint64 leafLimit = kLeafStep;
        qint64 leaves = 0;
        KeyDetail detail;
        std::vector<std::unique_ptr<Node>> children;
    };

    static bool before(const Node& a, const Node& b);
    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Node* node) const;
    void number(Node* parent, size_t from);
    void forget(Node* node);
    QString text(const Node& node) const;
    QVariant spoken(const Node& node) const;
    void show(const Node& node) const;

    mutable ui::TreeNode m_shown; // what the line being drawn shows
    const QByteArray m_separator;
    std::unique_ptr<Node> m_root;
    QHash<QByteArray, Node*> m_folders; // by path
    QHash<QByteArray, Node*> m_keys;
    qint64 m_largest = 1; // memory or keys of the largest line at the top
};

} // namespace pilothouse::queue
