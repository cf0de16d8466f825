// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/panel/objectwords.h"

#include "database/api/names.h"

#include <QCoreApplication>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ObjectPanel)
};

} // namespace

QString kindWords(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Schema:
        return Words::tr("schema");
    case ObjectKind::Table:
        return Words::tr("table");
    case ObjectKind::PartitionedTable:
        return Words::tr("partitioned table");
    case ObjectKind::Partition:
        return Words::tr("partition");
    case ObjectKind::View:
        return Words::tr("view");
    case ObjectKind::MaterialisedView:
        return Words::tr("materialised view");
    case ObjectKind::ForeignTable:
        return Words::tr("foreign table");
    case ObjectKind::Sequence:
        return Words::tr("sequence");
    case ObjectKind::Index:
        return Words::tr("index");
    case ObjectKind::Constraint:
        return Words::tr("constraint");
    case ObjectKind::Trigger:
        return Words::tr("trigger");
    case ObjectKind::Function:
        return Words::tr("function");
    case ObjectKind::Procedure:
        return Words::tr("procedure");
    case ObjectKind::Aggregate:
        return Words::tr("aggregate");
    case ObjectKind::Type:
        return Words::tr("type");
    case ObjectKind::Column:
        return Words::tr("column");
    case ObjectKind::Rule:
        return Words::tr("rule");
    case ObjectKind::Policy:
        return Words::tr("policy");
    case ObjectKind::Other:
        break;
    }
    return Words::tr("object");
}

QString actWords(AdminAct act)
{
    switch (act) {
    case AdminAct::Truncate:
        return Words::tr("Truncate…");
    case AdminAct::Drop:
        return Words::tr("Drop…");
    case AdminAct::DropCascade:
        return Words::tr("Drop with everything that depends on it…");
    case AdminAct::Analyze:
        return Words::tr("Analyze");
    case AdminAct::Vacuum:
        return Words::tr("Vacuum");
    case AdminAct::Reindex:
        return Words::tr("Rebuild the index");
    case AdminAct::Refresh:
        return Words::tr("Refresh its rows");
    case AdminAct::RefreshConcurrently:
        return Words::tr("Refresh its rows, readers go on");
    }
    return {};
}

QString shownName(const ObjectRef& ref)
{
    const QString name = isFunction(ref.kind) ? ref.name % u"()"_s : ref.name;
    return ref.schema.isEmpty() ? name : ref.schema % u'.' % name;
}

QString sqlName(const ObjectRef& ref)
{
    QString name = quoteName(ref.name);
    if (!ref.schema.isEmpty())
        name = quoteName(ref.schema) % u'.' % name;
    return isFunction(ref.kind) ? QString(name % u'(' % ref.arguments % u')') : name;
}

bool isFunction(ObjectKind kind)
{
    return kind == ObjectKind::Function || kind == ObjectKind::Procedure
        || kind == ObjectKind::Aggregate;
}

bool hasRows(ObjectKind kind)
{
    return hasSizes(kind) || kind == ObjectKind::View || kind == ObjectKind::ForeignTable
        || kind == ObjectKind::Sequence;
}

bool hasSizes(ObjectKind kind)
{
    return kind == ObjectKind::Table || kind == ObjectKind::PartitionedTable
        || kind == ObjectKind::Partition || kind == ObjectKind::MaterialisedView;
}

} // namespace pilothouse::database
