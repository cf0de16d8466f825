// SPDX-License-Identifier: GPL-3.0-or-later
// Estimates are shown short; the tooltip says that they are estimates.
#include "database/panel/schemanodes.h"

#include "ui/plural.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::TreeNode;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SchemaBrowser)
};

TreeNode node(const QString& id, const QString& name, const QString& icon, SchemaNode what)
{
    TreeNode n;
    n.id = id;
    n.name = name;
    n.icon = icon;
    n.data = QVariant::fromValue(std::move(what));
    return n;
}

QString columnIcon(const ColumnInfo& c)
{
    if (c.keyPosition > 0)
        return u"key"_s;
    if (!c.references.isEmpty())
        return u"link"_s;
    if (c.type.endsWith("[]"_L1))
        return u"list"_s;
    if (c.type.startsWith("timestamp"_L1) || c.type == "date"_L1 || c.type.startsWith("time"_L1))
        return u"clock"_s;
    if (c.type.startsWith("json"_L1))
        return u"braces"_s;
    if (c.type.startsWith("numeric"_L1) || c.type.endsWith("int"_L1) || c.type == "integer"_L1
        || c.type == "real"_L1 || c.type == "double precision"_L1)
        return u"hash"_s;
    return u"text"_s;
}

} // namespace

QString iconOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Schema:
        return u"folder"_s;
    case ObjectKind::View:
        return u"view"_s;
    case ObjectKind::MaterialisedView:
        return u"view-materialised"_s;
    case ObjectKind::ForeignTable:
        return u"external"_s;
    case ObjectKind::Sequence:
        return u"hash"_s;
    case ObjectKind::Index:
        return u"index"_s;
    case ObjectKind::PartitionedTable:
    case ObjectKind::Partition:
        return u"partition"_s;
    case ObjectKind::Function:
    case ObjectKind::Procedure:
    case ObjectKind::Aggregate:
        return u"function"_s;
    default:
        return u"table"_s;
    }
}

QString rowsText(qint64 rows)
{
    if (rows < 0)
        return {};
    const QLocale locale;
    if (rows >= 1'000'000)
        return locale.toString(double(rows) / 1e6, 'f', rows >= 10'000'000 ? 0 : 1) % u" M"_s;
    if (rows >= 10'000)
        return locale.toString(double(rows) / 1e3, 'f', rows >= 100'000 ? 0 : 1) % u'k';
    return locale.toString(rows);
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(
        bytes, bytes < 1024 ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

std::vector<TreeNode> schemaNodes(const std::vector<SchemaInfo>& schemas)
{
    std::vector<TreeNode> nodes;
    for (const SchemaInfo& s : schemas) {
        if (s.system && s.name.startsWith("pg_t"_L1))
            continue; // pg_toast and temporary schemas hold nothing to look at
        ObjectRef ref;
        ref.kind = ObjectKind::Schema;
        ref.name = s.name;
        TreeNode n = node(s.name, s.name, u"folder"_s, {SchemaNode::Kind::Schema, ref});
        n.hasChildren = s.usable;
        n.value = s.usable ? QLocale().toString(s.relations) : Words::tr("no access");
        n.toolTip = Words::tr("%1, owner %2, about %3").arg(s.name, s.owner, bytesText(s.bytes));
        nodes.push_back(std::move(n));
    }
    return nodes;
}

std::vector<TreeNode> contentNodes(
    const std::vector<RelationInfo>& relations, const std::vector<FunctionInfo>& functions)
{
    std::vector<TreeNode> nodes;
    for (const RelationInfo& r : relations) {
        TreeNode n = node(u"r/"_s % r.ref.name, r.ref.name, iconOf(r.ref.kind),
            {SchemaNode::Kind::Relation, r.ref});
        const bool view = r.ref.kind == ObjectKind::View;
        n.iconToken = view ? -1 : int(ui::Token::Series1);
        n.value = view ? Words::tr("view") : rowsText(r.rows);
        n.hasChildren = r.ref.kind != ObjectKind::Sequence;
        n.toolTip
            = Words::tr("%1: about %2 row(s), %3", nullptr, ui::pluralOf(r.rows))
                  .arg(r.ref.name, r.rows < 0 ? Words::tr("unknown") : QLocale().toString(r.rows),
                      bytesText(r.bytes));
        if (!r.comment.isEmpty())
            n.toolTip += u'\n' % r.comment;
        nodes.push_back(std::move(n));
    }
    QHash<QString, int> count;
    for (const FunctionInfo& f : functions)
        ++count[f.ref.name];
    for (const FunctionInfo& f : functions) {
        const bool alone = count.value(f.ref.name) == 1; // else only its arguments tell it
        const QString shown = f.ref.name % u'(' % (alone ? QString() : f.ref.arguments) % u')';
        TreeNode n = node(u"f/"_s % f.ref.name % u'(' % f.ref.arguments, shown, u"function"_s,
            {SchemaNode::Kind::Function, f.ref});
        n.value = f.ref.kind == ObjectKind::Procedure ? Words::tr("proc") : f.language;
        n.toolTip = f.ref.name % u'(' % f.ref.arguments % u") → "_s % f.result;
        if (f.securityDefiner)
            n.badge = u"shield"_s;
        nodes.push_back(std::move(n));
    }
    return nodes;
}

std::vector<TreeNode> relationNodes(const RelationDetails& d)
{
    std::vector<TreeNode> nodes;
    for (const ColumnInfo& c : d.columns) {
        ObjectRef ref;
        ref.kind = ObjectKind::Column;
        ref.schema = d.relation.ref.schema;
        ref.table = d.relation.ref.name;
        ref.name = c.name;
        TreeNode n = node(u"c/"_s % c.name, c.name, columnIcon(c), {SchemaNode::Kind::Column, ref});
        if (c.keyPosition > 0)
            n.iconToken = int(ui::Token::Series3);
        n.value = c.type;
        n.toolTip = c.name % u' ' % c.type % (c.notNull ? u" NOT NULL"_s : QString());
        if (!c.references.isEmpty())
            n.toolTip += u" → "_s % c.references;
        if (!c.comment.isEmpty())
            n.toolTip += u'\n' % c.comment;
        nodes.push_back(std::move(n));
    }
    const auto folder
        = [&](const QString& id, const QString& name, const QString& icon, size_t count) {
              if (count == 0)
                  return;
              TreeNode n = node(id, name, icon, {SchemaNode::Kind::Folder, d.relation.ref});
              n.value = QLocale().toString(qint64(count));
              n.hasChildren = true;
              nodes.push_back(std::move(n));
          };
    folder(u"indexes"_s, Words::tr("Indexes"), u"index"_s, d.indexes.size());
    folder(u"partitions"_s, Words::tr("Partitions"), u"partition"_s, d.partitions.size());
    return nodes;
}

std::vector<TreeNode> indexNodes(const RelationDetails& d)
{
    std::vector<TreeNode> nodes;
    for (const IndexInfo& i : d.indexes) {
        ObjectRef ref;
        ref.kind = ObjectKind::Index;
        ref.schema = d.relation.ref.schema;
        ref.table = d.relation.ref.name;
        ref.name = i.name;
        TreeNode n = node(
            i.name, i.name, i.primary ? u"key"_s : u"index"_s, {SchemaNode::Kind::Index, ref});
        n.value = bytesText(i.bytes);
        n.toolTip = i.definition;
        if (!i.valid)
            n.badge = u"warning"_s;
        nodes.push_back(std::move(n));
    }
    return nodes;
}

std::vector<TreeNode> partitionNodes(const RelationDetails& d)
{
    std::vector<TreeNode> nodes;
    for (const PartitionInfo& p : d.partitions) {
        TreeNode n
            = node(p.ref.name, p.ref.name, u"partition"_s, {SchemaNode::Kind::Partition, p.ref});
        n.value = rowsText(p.rows);
        n.toolTip = p.bound;
        nodes.push_back(std::move(n));
    }
    return nodes;
}

} // namespace pilothouse::database
