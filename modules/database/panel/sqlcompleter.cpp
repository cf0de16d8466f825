// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the tokens around the caret; what the statement says about its own names comes first.
#include "database/panel/sqlcompleter.h"

#include "database/api/names.h"
#include "database/api/sqlscript.h"
#include "database/api/sqltokens.h"

#include <algorithm>
#include <array>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using Kind = SqlSuggestion::Kind;
using Token = SqlToken;

namespace
{

constexpr std::array kKeywords{"SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT",
    "OFFSET", "JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS JOIN", "INNER JOIN", "ON",
    "USING", "AS", "AND", "OR", "NOT", "IN", "IS NULL", "IS NOT NULL", "LIKE", "ILIKE", "BETWEEN",
    "EXISTS", "CASE", "WHEN", "THEN", "ELSE", "END", "DISTINCT", "UNION ALL", "UNION", "EXCEPT",
    "INTERSECT", "WITH", "RECURSIVE", "LATERAL", "FILTER", "OVER", "PARTITION BY", "WINDOW",
    "INSERT INTO", "VALUES", "UPDATE", "SET", "DELETE FROM", "RETURNING", "ON CONFLICT",
    "DO NOTHING", "CREATE TABLE", "CREATE INDEX", "CREATE VIEW", "CREATE MATERIALIZED VIEW",
    "ALTER TABLE", "DROP TABLE", "TRUNCATE", "EXPLAIN", "ANALYZE", "VACUUM",
    "REFRESH MATERIALIZED VIEW", "BEGIN", "COMMIT", "ROLLBACK", "COPY", "GRANT", "REVOKE",
    "COMMENT ON", "NULL", "TRUE", "FALSE", "ASC", "DESC", "NULLS LAST", "NULLS FIRST", "INTERVAL",
    "CAST", "FETCH", "FOR UPDATE", "TABLE", "SHOW"};

// After these a relation is expected.
const QStringList& relationWords()
{
    static const QStringList kWords{u"from"_s, u"join"_s, u"into"_s, u"update"_s, u"table"_s,
        u"truncate"_s, u"analyze"_s, u"vacuum"_s, u"view"_s, u"copy"_s, u"lateral"_s};
    return kWords;
}
// After a relation these are not aliases.
const QStringList& notAlias()
{
    static const QStringList kWords{u"on"_s, u"using"_s, u"where"_s, u"group"_s, u"order"_s,
        u"having"_s, u"limit"_s, u"offset"_s, u"join"_s, u"left"_s, u"right"_s, u"full"_s,
        u"cross"_s, u"inner"_s, u"natural"_s, u"union"_s, u"except"_s, u"intersect"_s, u"set"_s,
        u"values"_s, u"returning"_s, u"window"_s, u"fetch"_s, u"for"_s, u"as"_s, u"select"_s,
        u"tablesample"_s, u"default"_s};
    return kWords;
}

QString nameOf(QStringView text, const Token& token)
{
    const auto raw = text.mid(token.start, token.length);
    if (token.kind != Token::Kind::QuotedName)
        return raw.toString().toLower();
    auto inner = raw.mid(1, raw.size() - 2).toString();
    return inner.replace(u"\"\""_s, u"\""_s);
}

bool isName(const Token& token)
{
    return token.kind == Token::Kind::Word || token.kind == Token::Kind::QuotedName;
}

bool isSymbol(QStringView text, const Token& token, QChar symbol)
{
    return token.kind == Token::Kind::Symbol && text.at(token.start) == symbol;
}

// How well a name fits what is typed: 0 exact prefix, 1 prefix in another case, 2 inside, -1 not.
int fit(const QString& name, QStringView prefix)
{
    if (prefix.isEmpty() || name.startsWith(prefix))
        return 0;
    if (name.startsWith(prefix, Qt::CaseInsensitive))
        return 1;
    return prefix.size() > 1 && name.contains(prefix, Qt::CaseInsensitive) ? 2 : -1;
}

} // namespace

struct SqlCompleter::Scope {
    struct Source {
        QString alias;
        QString schema;
        QString name;
    };
    std::vector<Source> sources;
    QStringList ctes;
};

// What fits the typed word, the best fit first, and no more than the list can show.
struct SqlCompleter::Matches {
    QString prefix;
    std::array<std::vector<SqlSuggestion>, 3> byFit;

    bool full() const { return byFit.front().size() >= size_t(kLimit); }

    template <class Text>
    void offer(Kind kind, const QString& name, Text text, const QString& detail = {})
    {
        const int at = fit(name, prefix);
        if (at < 0 || byFit[size_t(at)].size() >= size_t(kLimit))
            return;
        auto& list = byFit[size_t(at)];
        SqlSuggestion match{kind, text(), detail};
        const bool again
            = !list.empty() && list.back().text == match.text && list.back().kind == kind;
        if (!again) // overloads of a function are one offer
            list.push_back(std::move(match));
    }

    std::vector<SqlSuggestion> best()
    {
        auto out = std::move(byFit.front());
        for (auto* list : {&byFit[1], &byFit[2]})
            for (auto& match : *list)
                if (out.size() < size_t(kLimit))
                    out.push_back(std::move(match));
        return out;
    }
};

SqlCompleter::SqlCompleter(std::shared_ptr<const CompletionSnapshot> snapshot)
    : m_snapshot(std::move(snapshot))
{
}

const SqlCompleter::Relation* SqlCompleter::find(const QString& schema, const QString& name) const
{
    if (!m_snapshot)
        return nullptr;
    const auto inSchema = [&](const QString& s) -> const Relation* {
        const auto& all = m_snapshot->relations;
        const auto it = std::lower_bound(
            all.begin(), all.end(), std::pair(s, name), [](const Relation& r, const auto& key) {
                return std::tie(r.schema, r.name) < std::tie(key.first, key.second);
            });
        return it != all.end() && it->schema == s && it->name == name ? &*it : nullptr;
    };
    if (!schema.isEmpty())
        return inSchema(schema);
    for (const QString& s : m_snapshot->searchPath)
        if (const auto* r = inSchema(s))
            return r;
    return nullptr;
}

SqlCompleter::Scope SqlCompleter::scopeOf(QStringView statement) const
{
    Scope scope;
    std::vector<Token> tokens;
    for (const Token& t : sqlTokens(statement))
        if (t.kind != Token::Kind::Comment)
            tokens.push_back(t);
    bool expectSource = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const Token& t = tokens[i];
        const QString word = t.kind == Token::Kind::Word ? nameOf(statement, t) : QString();
        // name AS ( … ) after WITH or a comma: a common table expression.
        if (isName(t) && i + 2 < tokens.size() && tokens[i + 1].kind == Token::Kind::Word
            && nameOf(statement, tokens[i + 1]) == "as"_L1
            && isSymbol(statement, tokens[i + 2], u'('))
            scope.ctes.append(nameOf(statement, t));
        if (relationWords().contains(word)) {
            expectSource = true;
            continue;
        }
        if (!expectSource || !isName(t)) {
            if (!isSymbol(statement, t, u',') && !expectSource)
                expectSource = false;
            continue;
        }
        Scope::Source source;
        source.name = nameOf(statement, t);
        if (i + 2 < tokens.size() && isSymbol(statement, tokens[i + 1], u'.')
            && isName(tokens[i + 2])) {
            source.schema = source.name;
            source.name = nameOf(statement, tokens[i + 2]);
            i += 2;
        }
        if (i + 1 < tokens.size() && tokens[i + 1].kind == Token::Kind::Word
            && nameOf(statement, tokens[i + 1]) == "as"_L1)
            ++i;
        if (i + 1 < tokens.size() && isName(tokens[i + 1])) {
            const QString alias = nameOf(statement, tokens[i + 1]);
            if (tokens[i + 1].kind == Token::Kind::QuotedName || !notAlias().contains(alias)) {
                source.alias = alias;
                ++i;
            }
        }
        scope.sources.push_back(source);
        // "FROM a, b": the comma goes on with sources.
        expectSource = i + 1 < tokens.size() && isSymbol(statement, tokens[i + 1], u',');
    }
    return scope;
}

void SqlCompleter::addColumns(const Relation& relation, Matches& out) const
{
    for (const auto& c : relation.columns)
        out.offer(
            Kind::Column, c.name, [&] { return quoteName(c.name); }, c.type);
}

void SqlCompleter::addRelations(const QString& schema, Matches& out) const
{
    if (!m_snapshot)
        return;
    const auto& path = m_snapshot->searchPath;
    const auto add = [&](const Relation& r, bool bare) {
        out.offer(
            Kind::Relation, r.name,
            [&] {
                return bare ? quoteName(r.name)
                            : QString(quoteName(r.schema) % u'.' % quoteName(r.name));
            },
            r.schema);
    };
    // What needs no schema before it comes first; of the others nothing until a letter is typed.
    for (const bool bare : {true, false})
        for (const auto& r : m_snapshot->relations) {
            if (out.full() || (!bare && (!schema.isEmpty() || out.prefix.isEmpty())))
                return;
            if (schema.isEmpty() ? path.contains(r.schema) == bare : r.schema == schema)
                add(r, bare);
        }
}

void SqlCompleter::addSchemas(Matches& out) const
{
    if (!m_snapshot)
        return;
    for (const QString& s : m_snapshot->schemas)
        out.offer(Kind::Schema, s, [&] { return quoteName(s); });
}

void SqlCompleter::addFunctions(const QString& schema, Matches& out) const
{
    if (!m_snapshot || (schema.isEmpty() && out.prefix.isEmpty()))
        return;
    for (const auto& f : m_snapshot->functions)
        if (schema.isEmpty() || f.schema == schema)
            out.offer(
                Kind::Function, f.name, [&] { return quoteName(f.name); },
                u'(' % f.arguments % u") "_s % f.result);
}

void SqlCompleter::addTypes(Matches& out) const
{
    if (!m_snapshot)
        return;
    for (const QString& t : m_snapshot->types)
        out.offer(Kind::Type, t, [&] { return t; });
}

SqlSuggestions SqlCompleter::suggest(const QString& text, qsizetype caret) const
{
    SqlSuggestions out;
    out.replaceFrom = caret;
    // The statement around the caret: the text between the semicolons next to it.
    const auto spans = splitScript(text);
    qsizetype begin = 0;
    qsizetype end = text.size();
    if (const int at = statementAt(spans, caret); at >= 0) {
        begin = spans[size_t(at)].start;
        end = std::max(caret, begin + spans[size_t(at)].length);
    }
    const QStringView statement = QStringView(text).mid(begin, end - begin);
    const qsizetype local = caret - begin;

    std::vector<Token> before;
    for (const Token& t : sqlTokens(statement.left(local)))
        if (t.kind != Token::Kind::Comment || t.start + t.length >= local)
            before.push_back(t);
    Matches matches;
    QString& prefix = matches.prefix;
    if (!before.empty() && before.back().start + before.back().length == local) {
        const Token& last = before.back();
        const bool inside = last.kind == Token::Kind::Text || last.kind == Token::Kind::Broken
            || last.kind == Token::Kind::Comment || last.kind == Token::Kind::Number;
        if (inside && !(last.kind == Token::Kind::Broken && statement.at(last.start) == u'"'))
            return out; // inside a text or a comment nothing is offered
        if (last.kind == Token::Kind::Word || last.kind == Token::Kind::Broken) {
            prefix = statement.mid(last.start, last.length).toString();
            out.replaceFrom = begin + last.start;
            if (prefix.startsWith(u'"'))
                prefix.remove(0, 1);
            before.pop_back();
        }
    }

    const Scope scope = scopeOf(statement);
    const auto sourceNamed = [&](const QString& name) -> const Scope::Source* {
        for (const auto& s : scope.sources)
            if (s.alias == name || (s.alias.isEmpty() && s.name == name))
                return &s;
        return nullptr;
    };

    if (!before.empty() && isSymbol(statement, before.back(), u'.') && before.size() >= 2
        && isName(before[before.size() - 2])) {
        const QString owner = nameOf(statement, before[before.size() - 2]);
        QString schema;
        if (before.size() >= 4 && isSymbol(statement, before[before.size() - 3], u'.')
            && isName(before[before.size() - 4]))
            schema = nameOf(statement, before[before.size() - 4]);
        if (const auto* s = schema.isEmpty() ? sourceNamed(owner) : nullptr) {
            if (const auto* r = find(s->schema, s->name))
                addColumns(*r, matches);
        } else if (const auto* r = find(schema, owner)) {
            addColumns(*r, matches);
        }
        if (schema.isEmpty()) {
            addRelations(owner, matches);
            addFunctions(owner, matches);
        }
    } else {
        const QString lead = before.empty() || before.back().kind != Token::Kind::Word
            ? QString()
            : nameOf(statement, before.back());
        const bool cast = !before.empty() && before.back().kind == Token::Kind::Operator
            && statement.mid(before.back().start, before.back().length) == u"::";
        if (cast) {
            addTypes(matches);
        } else if (relationWords().contains(lead)) {
            for (const QString& cte : scope.ctes)
                matches.offer(Kind::Alias, cte, [&] { return quoteName(cte); });
            addRelations({}, matches);
            addSchemas(matches);
        } else {
            for (const auto& s : scope.sources) {
                if (!s.alias.isEmpty())
                    matches.offer(
                        Kind::Alias, s.alias, [&] { return quoteName(s.alias); }, s.name);
                if (const auto* r = find(s.schema, s.name))
                    addColumns(*r, matches);
            }
            for (const char* k : kKeywords)
                if (const auto keyword = QString::fromLatin1(k);
                    !prefix.isEmpty() && keyword.startsWith(prefix, Qt::CaseInsensitive))
                    matches.offer(Kind::Keyword, keyword, [&] { return keyword; });
            addFunctions({}, matches);
            if (!prefix.isEmpty()) {
                addRelations({}, matches);
                addSchemas(matches);
            }
        }
    }

    out.items = matches.best();
    return out;
}

} // namespace pilothouse::database
