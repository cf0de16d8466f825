// SPDX-License-Identifier: GPL-3.0-or-later
// What a deploy does to a table: makes it, or adds the columns it lacks. Nothing is ever dropped,
// narrowed or rewritten: what differs otherwise is told and stays. Pure, any thread.
#pragma once

#include "pipelines/deploy/plantypes.h"

namespace pilothouse::pipelines
{

struct TableWork {
    ChangeKind change = ChangeKind::None;
    QStringList statements; // without semicolon, in one transaction
    std::vector<Text> notes; // what differs and stays as it is
    std::optional<Text> refusal; // why nothing can be done
};
TableWork planTable(const Unit& unit, const std::optional<PresentTable>& present);

// Settings of a unit of a table: `columns`, a list of {name, type, nullable}.
std::vector<TableColumn> columnsOf(const Unit& unit);
// "numeric(12,2)" and "decimal(12, 2)" are one type.
QString plainType(const QString& type);
// All statements in one transaction that does not wait long for locks; empty without statements.
QString transactionOf(const QStringList& statements);

} // namespace pilothouse::pipelines
