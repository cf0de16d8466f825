// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/copyformats.h"

#include "ui/grid/celltext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

// CSV and TSV quote by the same rule (RFC 4180), with their own separator. An empty text is quoted
// so that it is not taken for NULL.
void appendSeparated(QByteArray& out, const CellView& cell, char separator)
{
    if (cell.isNull())
        return;
    const QByteArrayView v = cell.view();
    const bool quote = v.isEmpty() || v.contains(separator) || v.contains('"') || v.contains('\n')
        || v.contains('\r') || v.front() == ' ' || v.back() == ' ';
    if (!quote) {
        out += v;
        return;
    }
    out += '"';
    for (const char c : v) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void appendJsonString(QByteArray& out, QByteArrayView utf8)
{
    // Broken UTF-8 would make the whole document unreadable.
    const QByteArray text = utf8.isValidUtf8() ? QByteArray() : QString::fromUtf8(utf8).toUtf8();
    out += '"';
    for (const char c : text.isNull() ? utf8 : QByteArrayView(text)) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<uchar>(c) < 0x20)
                out += "\\u00" + QByteArray(1, c).toHex();
            else
                out += c;
        }
    }
    out += '"';
}

void appendMarkdown(QByteArray& out, const CellView& cell)
{
    if (cell.isNull()) {
        out += "*NULL*";
        return;
    }
    for (const char c : cell.view()) {
        if (c == '|' || c == '\\' || c == '<')
            out += '\\';
        if (c == '\n')
            out += "<br>";
        else if (c != '\r')
            out += c;
    }
}

CellView viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), bytes.size(), bytes.size(), false};
}

QByteArrayView booleanWord(QByteArrayView v)
{
    if (v == "t" || v == "true" || v == "TRUE")
        return "true";
    if (v == "f" || v == "false" || v == "FALSE")
        return "false";
    return {};
}

} // namespace

QString formatName(CopyFormat format)
{
    switch (format) {
    case CopyFormat::Tsv:
        return u"TSV"_s;
    case CopyFormat::Csv:
        return u"CSV"_s;
    case CopyFormat::Json:
        return u"JSON"_s;
    case CopyFormat::JsonLines:
        return u"JSON Lines"_s;
    case CopyFormat::Insert:
        return u"INSERT"_s;
    case CopyFormat::Markdown:
        return u"Markdown"_s;
    }
    return {};
}

QString fileSuffix(CopyFormat format)
{
    switch (format) {
    case CopyFormat::Tsv:
        return u"tsv"_s;
    case CopyFormat::Csv:
        return u"csv"_s;
    case CopyFormat::Json:
        return u"json"_s;
    case CopyFormat::JsonLines:
        return u"jsonl"_s;
    case CopyFormat::Insert:
        return u"sql"_s;
    case CopyFormat::Markdown:
        return u"md"_s;
    }
    return {};
}

QString fileFilter(CopyFormat format)
{
    return formatName(format) + u" (*."_s + fileSuffix(format) + u')';
}

QByteArray rawCell(const CellView& cell)
{
    return cell.view().toByteArray();
}

QByteArray sqlIdentifier(const QString& name)
{
    const bool plain = !name.isEmpty() && !name[0].isDigit()
        && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
           });
    static const QSet<QString> reserved{u"all"_s, u"analyse"_s, u"analyze"_s, u"and"_s, u"any"_s,
        u"array"_s, u"as"_s, u"asc"_s, u"authorization"_s, u"between"_s, u"binary"_s, u"both"_s,
        u"case"_s, u"cast"_s, u"check"_s, u"collate"_s, u"collation"_s, u"column"_s,
        u"concurrently"_s, u"constraint"_s, u"create"_s, u"cross"_s, u"default"_s, u"deferrable"_s,
        u"desc"_s, u"distinct"_s, u"do"_s, u"else"_s, u"end"_s, u"except"_s, u"false"_s, u"fetch"_s,
        u"for"_s, u"foreign"_s, u"freeze"_s, u"from"_s, u"full"_s, u"grant"_s, u"group"_s,
        u"having"_s, u"ilike"_s, u"in"_s, u"initially"_s, u"inner"_s, u"intersect"_s, u"into"_s,
        u"is"_s, u"isnull"_s, u"join"_s, u"lateral"_s, u"leading"_s, u"left"_s, u"like"_s,
        u"limit"_s, u"localtime"_s, u"localtimestamp"_s, u"natural"_s, u"not"_s, u"notnull"_s,
        u"null"_s, u"offset"_s, u"on"_s, u"only"_s, u"or"_s, u"order"_s, u"outer"_s, u"overlaps"_s,
        u"placing"_s, u"primary"_s, u"references"_s, u"returning"_s, u"right"_s, u"select"_s,
        u"session_user"_s, u"similar"_s, u"some"_s, u"symmetric"_s, u"table"_s, u"tablesample"_s,
        u"then"_s, u"to"_s, u"trailing"_s, u"true"_s, u"union"_s, u"unique"_s, u"user"_s,
        u"using"_s, u"variadic"_s, u"verbose"_s, u"when"_s, u"where"_s, u"window"_s, u"with"_s,
        u"asymmetric"_s, u"current_catalog"_s, u"current_date"_s, u"current_role"_s,
        u"current_schema"_s, u"current_time"_s, u"current_timestamp"_s, u"current_user"_s};
    if (plain && !reserved.contains(name))
        return name.toUtf8();
    return '"' + QString(name).replace(u'"', u"\"\""_s).toUtf8() + '"';
}

RowFormatter::RowFormatter(
    CopyFormat format, std::vector<TableColumn> columns, QString table, bool header)
    : m_format(format)
    , m_columns(std::move(columns))
    , m_header(header)
{
    QSet<QString> taken;
    m_insertHead
        = "INSERT INTO " + (table.isEmpty() ? QByteArray("result") : table.toUtf8()) + " (";
    for (const TableColumn& column : m_columns) {
        m_types.push_back(cellTypeOf(column));
        QString key = column.name;
        for (int n = 2; taken.contains(key); ++n)
            key = column.name + u'_' + QString::number(n);
        taken.insert(key);
        QByteArray escaped;
        appendJsonString(escaped, key.toUtf8());
        m_keys.append(escaped);
        m_insertHead += (m_types.size() > 1 ? ", " : "") + sqlIdentifier(column.name);
    }
    m_insertHead += ") VALUES (";
}

void RowFormatter::begin(QByteArray& out)
{
    m_first = true;
    if (m_format == CopyFormat::Json) {
        out += "[\n";
    } else if (m_format == CopyFormat::Markdown) {
        for (const TableColumn& column : m_columns) {
            out += "| ";
            const QByteArray name = column.name.toUtf8();
            appendMarkdown(out, viewOf(name));
            out += ' ';
        }
        out += "|\n";
        for (const CellType type : m_types)
            out += isNumber(type) ? "| ---: " : "| --- ";
        out += "|\n";
    } else if (m_header && (m_format == CopyFormat::Csv || m_format == CopyFormat::Tsv)) {
        const char separator = m_format == CopyFormat::Csv ? ',' : '\t';
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (i)
                out += separator;
            const QByteArray name = m_columns[i].name.toUtf8();
            appendSeparated(out, viewOf(name), separator);
        }
        out += '\n';
    }
}

void RowFormatter::row(QByteArray& out, std::span<const CellView> cells)
{
    m_cut += std::count_if(cells.begin(), cells.end(), [](const CellView& c) { return c.isCut(); });
    switch (m_format) {
    case CopyFormat::Tsv:
    case CopyFormat::Csv: {
        const char separator = m_format == CopyFormat::Csv ? ',' : '\t';
        for (size_t i = 0; i < cells.size(); ++i) {
            if (i)
                out += separator;
            appendSeparated(out, cells[i], separator);
        }
        out += '\n';
        break;
    }
    case CopyFormat::Json:
        out += m_first ? "  " : ",\n  ";
        json(out, cells);
        break;
    case CopyFormat::JsonLines:
        json(out, cells);
        out += '\n';
        break;
    case CopyFormat::Insert:
        insert(out, cells);
        break;
    case CopyFormat::Markdown:
        for (const CellView& cell : cells) {
            out += "| ";
            appendMarkdown(out, cell);
            out += ' ';
        }
        out += "|\n";
        break;
    }
    m_first = false;
}

void RowFormatter::end(QByteArray& out)
{
    if (m_format == CopyFormat::Json)
        out += m_first ? "]\n" : "\n]\n";
}

void RowFormatter::json(QByteArray& out, std::span<const CellView> cells) const
{
    out += '{';
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i)
            out += ", ";
        out += m_keys[static_cast<qsizetype>(i)] + ": ";
        const QByteArrayView v = cells[i].view();
        if (cells[i].isNull())
            out += "null";
        else if (isNumber(m_types[i]) && isJsonNumber(v))
            out += v; // every digit as stored; a double would round
        else if (m_types[i] == CellType::Boolean && !booleanWord(v).isNull())
            out += booleanWord(v);
        else if (m_types[i] == CellType::Json && !cells[i].isCut() && v.isValidUtf8())
            out += m_format == CopyFormat::JsonLines ? v.toByteArray().replace('\n', ' ')
                                                     : v.toByteArray();
        else
            appendJsonString(out, v);
    }
    out += '}';
}

void RowFormatter::insert(QByteArray& out, std::span<const CellView> cells) const
{
    out += m_insertHead;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (i)
            out += ", ";
        const QByteArrayView v = cells[i].view();
        if (cells[i].isNull()) {
            out += "NULL";
        } else if (isNumber(m_types[i]) && isJsonNumber(v)) {
            out += v;
        } else if (m_types[i] == CellType::Boolean && !booleanWord(v).isNull()) {
            out += booleanWord(v);
        } else {
            out += '\'';
            for (const char c : v) {
                if (c == '\'')
                    out += '\'';
                out += c;
            }
            out += '\'';
        }
    }
    out += ");\n";
}

} // namespace pilothouse::ui
