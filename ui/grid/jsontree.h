// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON value as a tree. Numbers keep every digit, keys their order, repeated keys stay.
#pragma once

#include "core/error.h"

#include <QAbstractItemModel>

#include <vector>

namespace pilothouse::ui
{

struct JsonNode {
    enum class Kind { Object, Array, String, Number, Word };
    Kind kind = Kind::Word;
    QString key; // or the index in an array; empty at the root
    QString value; // the string without quotes, the number as written; empty for containers
    int parent = -1;
    int row = 0;
    std::vector<int> children;
};

// The first node is the root. Fails with the byte position; deeper than 500 levels is refused.
[[nodiscard]] Result<std::vector<JsonNode>> parseJson(QByteArrayView utf8);

class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTreeModel)

public:
    enum Role { KindRole = Qt::UserRole + 1 };

    using QAbstractItemModel::QAbstractItemModel;
    void setNodes(std::vector<JsonNode> nodes);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<JsonNode> m_nodes;
};

} // namespace pilothouse::ui
