// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/api/relation.h"

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

QString wordOf(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Schema:
        return u"schema"_s;
    case ObjectKind::Table:
        return u"table"_s;
    case ObjectKind::PartitionedTable:
        return u"partitioned-table"_s;
    case ObjectKind::Partition:
        return u"partition"_s;
    case ObjectKind::View:
        return u"view"_s;
    case ObjectKind::MaterialisedView:
        return u"materialised-view"_s;
    case ObjectKind::ForeignTable:
        return u"foreign-table"_s;
    case ObjectKind::Sequence:
        return u"sequence"_s;
    case ObjectKind::Index:
        return u"index"_s;
    case ObjectKind::Constraint:
        return u"constraint"_s;
    case ObjectKind::Trigger:
        return u"trigger"_s;
    case ObjectKind::Function:
        return u"function"_s;
    case ObjectKind::Procedure:
        return u"procedure"_s;
    case ObjectKind::Aggregate:
        return u"aggregate"_s;
    case ObjectKind::Type:
        return u"type"_s;
    case ObjectKind::Column:
        return u"column"_s;
    case ObjectKind::Rule:
        return u"rule"_s;
    case ObjectKind::Policy:
        return u"policy"_s;
    case ObjectKind::Other:
        return u"object"_s;
    }
    return u"object"_s;
}

} // namespace pilothouse::database
