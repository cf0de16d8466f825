// SPDX-License-Identifier: GPL-3.0-or-later
// Literals: a value as text of a language, written so that reading it there gives the value again
// and nothing of it can leave its literal. Pure, any thread.
//
// Sources: Python's "String and Bytes literals" (2.4.1), PostgreSQL's "Lexical Structure" (4.1),
// YAML 1.2's "Escaped Characters" (5.7), POSIX shell's "Single-Quotes" (2.2.2).
#pragma once

#include "core/error.h"
#include "pipelines/api/catalogue.h"

namespace pilothouse::pipelines
{

enum class Language { Python, Sql, Yaml, Shell };

// Where a literal stands, so that long ones are broken as a formatter would.
struct Place {
    int indent = 0; // of its line
    int column = 0; // where it begins
    int suffix = 0; // signs behind it on the same line
};
inline constexpr int kLineWidth = 100;

bool isPythonWord(QStringView name); // a keyword
// Double quotes, several lines as """…""".
QString pythonText(const QString& text);
// Text, number, bool, None, list, dict; a Duration is a timedelta.
QString pythonLiteral(const Value& value, FieldType type, const Place& place = {});

// A server's text holds no NUL: such a value is an error.
Result<QString> sqlLiteral(const Value& value);
Result<QString> sqlName(const QString& name); // a column; quoted where it must be
Result<QString> sqlTable(const QString& name); // schema.table
Result<QString> sqlType(const QString& name); // "numeric(12, 2)"; else quoted as a name

QString yamlLiteral(const Value& value, FieldType type);
Result<QString> shellWord(const Value& value);

} // namespace pilothouse::pipelines
