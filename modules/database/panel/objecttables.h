// SPDX-License-Identifier: GPL-3.0-or-later
// The object page's lists as plain tables of text: columns, privileges, sizes, index use and
// dependents. Pure; the view only draws them.
#pragma once

#include "database/api/relation.h"
#include "ui/theme/tokens.h"

#include <vector>

namespace pilothouse::database
{

struct TextCell {
    QString text;
    ui::Token tone = ui::Token::Text;
    bool mono = true;
    QString icon;
    double bar = -1; // 0 to 1 of the largest; below 0: no bar

    bool operator==(const TextCell&) const = default;
};

struct TextTable {
    struct Column {
        QString title;
        bool right = false; // numbers
        bool operator==(const Column&) const = default;
    };
    struct Row {
        std::vector<TextCell> cells; // one: a group's heading over the whole width
        ObjectRef ref; // what Enter opens; no name: nothing
        bool group = false;
        QString toolTip;
        bool operator==(const Row&) const = default;
    };

    std::vector<Column> columns;
    std::vector<Row> rows;
    bool operator==(const TextTable&) const = default;
};

TextTable columnsTable(const RelationDetails& details);
TextTable privilegesTable(const std::vector<Privilege>& privileges);
// The parts of the whole, then each index and each partition, the largest first.
TextTable sizesTable(const RelationSizes& sizes, const RelationDetails& details);
TextTable indexTable(const RelationDetails& details);
// Grouped by how sure it is.
TextTable dependentsTable(const std::vector<Dependent>& dependents);
// One line each, for the clipboard.
QString dependentsText(const ObjectRef& object, const std::vector<Dependent>& dependents);

} // namespace pilothouse::database
