// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts: where a statement begins and ends, and which parameters it asks for. Pure.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace pilothouse::database
{

// Without leading and trailing space, comments before it and the semicolon.
struct StatementSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const StatementSpan&) const = default;
};

// Empty statements are left out. BEGIN ATOMIC … END bodies of SQL functions stay whole.
std::vector<StatementSpan> splitScript(QStringView text);
// The statement a caret is in or just behind; -1: none.
int statementAt(const std::vector<StatementSpan>& statements, qsizetype caret);

// By its words alone (the server is not asked): SELECT, VALUES, TABLE, WITH … SELECT, SHOW, EXPLAIN
// of those and COPY … TO STDOUT. A function it calls may still write.
bool plainlyReads(QStringView statement);

// Names of parameters in order of first appearance: "1" for $1, "day" for :day. A colon counts only
// where no cast, slice or assignment can be meant.
QStringList parametersOf(QStringView statement);

struct BoundStatement {
    QString text; // :name became $n
    QStringList names; // name of $1, $2 …
    // Maps an index in `text` back into the original statement.
    std::vector<std::pair<qsizetype, qsizetype>> shifts;
    qsizetype originalPosition(qsizetype position) const;
};
BoundStatement bindNames(QStringView statement);

} // namespace pilothouse::database
