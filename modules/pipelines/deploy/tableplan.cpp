// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/tableplan.h"

#include "database/api/names.h"
#include "database/api/sqlscript.h"
#include "database/api/statement.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Statements that only add. COMMENT changes no data.
bool onlyAdds(const QString& text)
{
    const database::Statement statement = database::readStatement(text);
    if (statement.broken)
        return false;
    QStringList words;
    for (const database::SqlToken& token : statement.tokens)
        if (token.kind == database::SqlToken::Kind::Word)
            words.append(text.mid(token.start, token.length).toUpper());
    const QString first = words.value(0);
    if (first == u"COMMENT")
        return true;
    if (first == u"CREATE") {
        static const QStringList kinds{u"TABLE"_s, u"SCHEMA"_s, u"INDEX"_s, u"UNIQUE"_s};
        return kinds.contains(words.value(1)) && !words.contains(u"AS"_s);
    }
    return first == u"ALTER" && words.value(1) == u"TABLE" && words.contains(u"ADD"_s)
        && !words.contains(u"DROP"_s) && !words.contains(u"TYPE"_s);
}

QString tableName(const QString& name)
{
    QStringList parts = name.split(u'.');
    for (QString& part : parts)
        part = database::quoteName(part);
    return parts.join(u'.');
}

QString columnText(const TableColumn& column, bool mayBeRequired)
{
    return database::quoteName(column.name) + u' ' + column.type
        + (column.nullable || !mayBeRequired ? QString() : u" NOT NULL"_s);
}

// A type is put into a statement as it is written, so it may be nothing but a type.
bool isTypeName(const QString& type)
{
    static const QString others = u" _(),[]\"."_s;
    return !type.isEmpty() && type.size() < 120
        && std::all_of(type.begin(), type.end(),
            [](QChar sign) { return sign.isLetterOrNumber() || others.contains(sign); });
}

TableWork creation(const Unit& unit, const std::vector<TableColumn>& columns)
{
    TableWork work{ChangeKind::Create, {}, {}, {}};
    if (!unit.statement.isEmpty()) {
        const QString script = QString::fromUtf8(unit.statement);
        for (const database::StatementSpan& span : database::splitScript(script))
            work.statements.append(script.mid(span.start, span.length));
    } else if (!columns.empty()) {
        QStringList parts;
        for (const TableColumn& column : columns)
            parts.append(u"    "_s + columnText(column, true));
        work.statements
            = {u"CREATE TABLE %1 (\n%2\n)"_s.arg(tableName(unit.name), parts.join(u",\n"_s))};
    } else {
        work.refusal = PH_TEXT("pipelines", "The table has no columns.");
    }
    return work;
}

} // namespace

std::vector<TableColumn> columnsOf(const Unit& unit)
{
    std::vector<TableColumn> columns;
    const Setting* setting = find(unit.settings, u"columns");
    for (const Value& entry : setting ? setting->value.items : std::vector<Value>()) {
        const Value* name = entry.find(u"name");
        const Value* type = entry.find(u"type");
        const Value* nullable = entry.find(u"nullable");
        if (name && type)
            columns.push_back({name->text, type->text, !nullable || nullable->isTrue()});
    }
    return columns;
}

QString plainType(const QString& type)
{
    static const std::map<QString, QString> names{{u"int8"_s, u"bigint"_s},
        {u"int4"_s, u"integer"_s}, {u"int"_s, u"integer"_s}, {u"int2"_s, u"smallint"_s},
        {u"bool"_s, u"boolean"_s}, {u"float8"_s, u"double precision"_s},
        {u"float"_s, u"double precision"_s}, {u"float4"_s, u"real"_s}, {u"decimal"_s, u"numeric"_s},
        {u"varchar"_s, u"character varying"_s}, {u"char"_s, u"character"_s},
        {u"timestamptz"_s, u"timestamp with time zone"_s},
        {u"timestamp"_s, u"timestamp without time zone"_s}, {u"timetz"_s, u"time with time zone"_s},
        {u"time"_s, u"time without time zone"_s}};
    const QString text = type.simplified().toLower();
    const qsizetype open = text.indexOf(u'(');
    const qsizetype close = text.indexOf(u')');
    QString name = open < 0 ? text : text.left(open).trimmed() + text.mid(close + 1);
    QString size = open < 0 ? QString() : text.mid(open, close - open + 1).remove(u' ');
    QString array;
    while (name.endsWith("[]"_L1)) {
        name.chop(2);
        array += u"[]"_s;
    }
    const auto known = names.find(name);
    return (known == names.end() ? name : known->second) + size + array;
}

TableWork planTable(const Unit& unit, const std::optional<PresentTable>& present)
{
    const std::vector<TableColumn> columns = columnsOf(unit);
    for (const TableColumn& column : columns)
        if (!isTypeName(column.type))
            return {ChangeKind::None, {}, {},
                PH_TEXT("pipelines", "%1 is no type of a column.").arg(column.type)};
    TableWork work;
    if (!present) {
        work = creation(unit, columns);
    } else {
        for (const TableColumn& wanted : columns) {
            const auto found = std::find_if(present->columns.begin(), present->columns.end(),
                [&wanted](const TableColumn& column) { return column.name == wanted.name; });
            if (found == present->columns.end()) {
                // A table with rows takes no new column that must not be null.
                work.statements.append(u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(
                    tableName(unit.name), columnText(wanted, false)));
                if (!wanted.nullable)
                    work.notes.push_back(
                        PH_TEXT("pipelines", "%1 is added without NOT NULL: old rows have none.")
                            .arg(wanted.name));
            } else if (plainType(found->type) != plainType(wanted.type)) {
                work.notes.push_back(PH_TEXT("pipelines", "%1 stays %2; the pipeline says %3.")
                                         .arg(wanted.name)
                                         .arg(found->type)
                                         .arg(wanted.type));
            }
        }
        work.change = work.statements.isEmpty() ? ChangeKind::None : ChangeKind::Change;
    }
    for (const QString& statement : std::as_const(work.statements))
        if (!onlyAdds(statement))
            work.refusal
                = PH_TEXT("pipelines", "A deploy only adds: this statement does something else.");
    return work;
}

QString transactionOf(const QStringList& statements)
{
    if (statements.isEmpty())
        return {};
    return u"BEGIN;\nSET LOCAL lock_timeout = '2s';\n"_s + statements.join(u";\n"_s)
        + u";\nCOMMIT;\n"_s;
}

} // namespace pilothouse::pipelines
