// SPDX-License-Identifier: GPL-3.0-or-later
// FieldTreeModel: a decoded value as a tree, one line a field: name, value, type. FieldDelegate
// paints it.
#pragma once

#include "streams/api/decoding.h"
#include "streams/panel/matchfinder.h"

#include <QAbstractItemModel>
#include <QStyledItemDelegate>

namespace pilothouse::streams
{

class FieldTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldTreeModel)

public:
    struct Node {
        QString name;
        QString type;
        QString value;
        bool isNull = false;
        bool isText = false; // shown in quotes
        int parent = -1;
        int row = 0;
        std::vector<int> children;
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setRoot(const DecodedField& root);
    void clear();
    bool isEmpty() const { return m_nodes.empty(); }
    const Node* node(const QModelIndex& index) const;
    QString path(const QModelIndex& index) const; // "$.items[0].sku"

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    int add(const DecodedField& field, int parent, int row);

    std::vector<Node> m_nodes;
};

class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldDelegate)

public:
    explicit FieldDelegate(QObject* parent)
        : QStyledItemDelegate(parent)
    {
    }
    void setPattern(const MessagePattern& pattern) { m_finder = MatchFinder(pattern); }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    MatchFinder m_finder;
};

} // namespace pilothouse::streams
