// SPDX-License-Identifier: GPL-3.0-or-later
// From catalogue values to tree nodes; pure.
#pragma once

#include "database/api/catalogue.h"
#include "ui/tree/lazytreemodel.h"

namespace pilothouse::database
{

// What a node stands for; kept in TreeNode::data.
struct SchemaNode {
    enum class Kind { Schema, Relation, Column, Folder, Index, Partition, Function };
    Kind kind = Kind::Schema;
    ObjectRef ref;
    bool operator==(const SchemaNode&) const = default;
};

std::vector<ui::TreeNode> schemaNodes(const std::vector<SchemaInfo>& schemas);
std::vector<ui::TreeNode> contentNodes(
    const std::vector<RelationInfo>& relations, const std::vector<FunctionInfo>& functions);
// Columns first, then folders of indexes and partitions when there are any.
std::vector<ui::TreeNode> relationNodes(const RelationDetails& details);
std::vector<ui::TreeNode> indexNodes(const RelationDetails& details);
std::vector<ui::TreeNode> partitionNodes(const RelationDetails& details);

QString iconOf(ObjectKind kind);
// "142 M", "84.2k", "1,826"; empty when not known (-1).
QString rowsText(qint64 rows);
QString bytesText(qint64 bytes);

} // namespace pilothouse::database

Q_DECLARE_METATYPE(pilothouse::database::SchemaNode)
