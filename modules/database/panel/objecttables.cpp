// SPDX-License-Identifier: GPL-3.0-or-later
// Values stay as the server gives them; only sizes and counts are written for people.
#include "database/panel/objecttables.h"

#include "database/panel/objectwords.h"
#include "database/panel/schemanodes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ObjectPanel)
};

TextCell plain(const QString& text, Token tone = Token::Text)
{
    return {text, tone, false, {}, -1};
}

TextCell mono(const QString& text, Token tone = Token::Text)
{
    return {text, tone, true, {}, -1};
}

TextCell withIcon(const QString& text, const QString& icon)
{
    return {text, Token::Text, true, icon, -1};
}

QString counted(qint64 n)
{
    return n < 0 ? QString() : QLocale().toString(n);
}

QString columnIcon(const ColumnInfo& c)
{
    if (c.keyPosition > 0)
        return u"key"_s;
    return c.references.isEmpty() ? u"text"_s : u"link"_s;
}

QString keyWords(const ColumnInfo& c)
{
    return c.keyPosition > 0 ? Words::tr("primary %1").arg(c.keyPosition) : QString();
}

} // namespace

TextTable columnsTable(const RelationDetails& d)
{
    TextTable t;
    t.columns
        = {{Words::tr("Column")}, {Words::tr("Type")}, {Words::tr("Null")}, {Words::tr("Default")},
            {Words::tr("Key")}, {Words::tr("References")}, {Words::tr("Comment")}};
    for (const ColumnInfo& c : d.columns) {
        TextTable::Row row;
        QString value = c.defaultText;
        if (c.generated)
            value = Words::tr("generated: %1").arg(c.defaultText);
        row.cells = {withIcon(c.name, columnIcon(c)), mono(c.type, Token::Text2),
            plain(c.notNull ? Words::tr("not null") : Words::tr("null"),
                c.notNull ? Token::Text2 : Token::Text3),
            mono(value, Token::Text2), plain(keyWords(c), Token::Text2),
            mono(c.references, Token::Text2), plain(c.comment, Token::Text2)};
        row.toolTip = c.comment;
        t.rows.push_back(std::move(row));
    }
    return t;
}

TextTable privilegesTable(const std::vector<Privilege>& privileges)
{
    TextTable t;
    t.columns = {{Words::tr("Who")}, {Words::tr("May")}, {Words::tr("May grant on")},
        {Words::tr("Column")}, {Words::tr("Granted by")}};
    for (const Privilege& p : privileges) {
        TextTable::Row row;
        row.cells = {withIcon(p.grantee, p.grantee == "PUBLIC"_L1 ? u"globe"_s : u"user"_s),
            mono(p.rights.join(u", "_s)), mono(p.grantable.join(u", "_s), Token::Text2),
            p.column.isEmpty() ? plain(Words::tr("all"), Token::Text3) : mono(p.column),
            mono(p.grantor, Token::Text2)};
        row.toolTip = p.rights.join(u'\n');
        t.rows.push_back(std::move(row));
    }
    return t;
}

TextTable sizesTable(const RelationSizes& s, const RelationDetails& d)
{
    TextTable t;
    t.columns = {{Words::tr("Part")}, {Words::tr("Size"), true},
        {Words::tr("Rows, estimate"), true}, {Words::tr("Share of the whole")}};
    const double whole = double(std::max<qint64>(1, s.total));
    const auto add = [&](const QString& name, const QString& icon, qint64 bytes, qint64 rows) {
        TextTable::Row row;
        TextCell share = mono(
            u"%1 %"_s.arg(QLocale().toString(100 * double(bytes) / whole, 'f', 1)), Token::Text2);
        share.bar = double(bytes) / whole;
        row.cells = {withIcon(name, icon), mono(bytesText(bytes)), mono(counted(rows)), share};
        t.rows.push_back(std::move(row));
    };
    const auto group = [&](const QString& title) {
        TextTable::Row row;
        row.group = true;
        row.cells = {plain(title)};
        t.rows.push_back(std::move(row));
    };
    group(Words::tr("Whole"));
    add(Words::tr("Total"), u"database"_s, s.total, s.rows);
    add(Words::tr("Table"), u"table"_s, s.table, -1);
    add(Words::tr("TOAST"), u"file"_s, s.toast, -1);
    add(Words::tr("Indexes"), u"index"_s, s.indexes, -1);
    if (!d.indexes.empty()) {
        group(Words::tr("Indexes, estimate of the last analyze"));
        auto indexes = d.indexes;
        std::stable_sort(indexes.begin(), indexes.end(),
            [](const auto& a, const auto& b) { return a.bytes > b.bytes; });
        for (const IndexInfo& i : indexes)
            add(i.name, i.primary ? u"key"_s : u"index"_s, i.bytes, -1);
    }
    if (!d.partitions.empty()) {
        group(Words::tr("Partitions, estimate of the last analyze"));
        auto partitions = d.partitions;
        std::stable_sort(partitions.begin(), partitions.end(),
            [](const auto& a, const auto& b) { return a.bytes > b.bytes; });
        for (const PartitionInfo& p : partitions) {
            add(p.ref.name, u"partition"_s, p.bytes, p.rows);
            t.rows.back().ref = p.ref;
            t.rows.back().toolTip = p.bound;
        }
    }
    return t;
}

TextTable indexTable(const RelationDetails& d)
{
    TextTable t;
    t.columns = {{Words::tr("Index")}, {Words::tr("Kind")}, {Words::tr("Scans"), true},
        {Words::tr("Entries read"), true}, {Words::tr("Size"), true}, {Words::tr("Definition")}};
    for (const IndexInfo& i : d.indexes) {
        QStringList kind{i.method};
        if (i.primary)
            kind.append(Words::tr("primary"));
        else if (i.unique)
            kind.append(Words::tr("unique"));
        if (!i.valid)
            kind.append(Words::tr("not valid"));
        // A unique index works even when nothing ever reads it.
        const bool idle = i.scans == 0 && !i.unique;
        TextTable::Row row;
        row.cells = {withIcon(i.name, i.primary ? u"key"_s : u"index"_s),
            plain(kind.join(u", "_s), i.valid ? Token::Text2 : Token::StatusError),
            mono(counted(i.scans), idle ? Token::StatusWarn : Token::Text),
            mono(counted(i.tuplesRead)), mono(bytesText(i.bytes)),
            mono(i.definition, Token::Text2)};
        row.toolTip = idle ? Words::tr("Not read since the statistics were reset") : i.definition;
        t.rows.push_back(std::move(row));
    }
    return t;
}

TextTable dependentsTable(const std::vector<Dependent>& dependents)
{
    TextTable t;
    t.columns = {{Words::tr("Object")}, {Words::tr("Kind")}, {Words::tr("Through")},
        {Words::tr("What happens"), true}};
    const auto add = [&](Dependent::Certainty certainty, const QString& title) {
        const auto count = std::count_if(dependents.begin(), dependents.end(),
            [&](const Dependent& d) { return d.certainty == certainty; });
        if (count == 0)
            return;
        TextTable::Row heading;
        heading.group = true;
        heading.cells = {plain(title), mono(QLocale().toString(qint64(count)), Token::Text2)};
        t.rows.push_back(std::move(heading));
        const bool dropped = certainty == Dependent::Certainty::Dropped;
        for (const Dependent& d : dependents) {
            if (d.certainty != certainty)
                continue;
            TextTable::Row row;
            const bool part = !d.ref.table.isEmpty();
            const QString name = part ? QString(d.ref.table % u'.' % d.ref.name) : shownName(d.ref);
            row.cells = {withIcon(name, iconOf(d.ref.kind)),
                plain(kindWords(d.ref.kind), Token::Text3), mono(d.via, Token::Text3),
                plain(dropped ? Words::tr("dropped") : Words::tr("named in its body"),
                    dropped ? Token::StatusError : Token::Text2)};
            row.ref = d.ref;
            if (part) { // its table has the page
                row.ref.kind = ObjectKind::Table;
                row.ref.name = d.ref.table;
                row.ref.table.clear();
            }
            t.rows.push_back(std::move(row));
        }
    };
    add(Dependent::Certainty::Dropped, Words::tr("Dropped with CASCADE, recorded by the server"));
    add(Dependent::Certainty::Mentioned,
        Words::tr("Fails at its next run, function bodies searched as text"));
    return t;
}

QString dependentsText(const ObjectRef& object, const std::vector<Dependent>& dependents)
{
    QStringList lines{Words::tr("Dependents of %1").arg(sqlName(object))};
    for (const Dependent& d : dependents) {
        const bool dropped = d.certainty == Dependent::Certainty::Dropped;
        QString name = sqlName(d.ref);
        if (!d.ref.table.isEmpty())
            name = Words::tr("%1 of %2").arg(d.ref.name, d.ref.table);
        lines.append(QStringList{dropped ? Words::tr("dropped") : Words::tr("named in its body"),
            kindWords(d.ref.kind), name, d.via}
                         .join(u'\t')
                         .trimmed());
    }
    return lines.join(u'\n');
}

} // namespace pilothouse::database
