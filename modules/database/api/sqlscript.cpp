// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/api/sqlscript.h"

#include "database/api/sqltokens.h"

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = SqlToken::Kind;

QStringView textOf(QStringView text, const SqlToken& token)
{
    return text.mid(token.start, token.length);
}
bool isWord(QStringView text, const SqlToken& token, QLatin1StringView word)
{
    return token.kind == Kind::Word && textOf(text, token).compare(word, Qt::CaseInsensitive) == 0;
}
bool isSymbol(QStringView text, const SqlToken& token, QChar symbol)
{
    return token.kind == Kind::Symbol && text[token.start] == symbol;
}

// Calls f(token index, name) for every parameter; `colon` tells $1 from :name.
template <class F>
void forParameters(QStringView text, const std::vector<SqlToken>& tokens, F f)
{
    int brackets = 0; // a[1:n] is a slice
    for (size_t i = 0; i < tokens.size(); ++i) {
        const SqlToken& t = tokens[i];
        if (t.kind == Kind::Parameter) {
            f(i, textOf(text, t).mid(1).toString(), false);
        } else if (isSymbol(text, t, u'[')) {
            ++brackets;
        } else if (isSymbol(text, t, u']')) {
            --brackets;
        } else if (isSymbol(text, t, u':') && brackets <= 0 && i + 1 < tokens.size()
            && tokens[i + 1].kind == Kind::Word && tokens[i + 1].start == t.start + 1) {
            f(i, textOf(text, tokens[i + 1]).toString(), true);
        }
    }
}

} // namespace

std::vector<StatementSpan> splitScript(QStringView text)
{
    const auto tokens = sqlTokens(text);
    std::vector<StatementSpan> out;
    qsizetype first = -1;
    qsizetype end = 0;
    int parens = 0;
    int atomic = 0; // nesting of BEGIN ATOMIC … END, with CASE … END inside
    bool creates = false; // BEGIN ATOMIC only occurs in CREATE FUNCTION / PROCEDURE
    const auto close = [&] {
        if (first >= 0)
            out.push_back({first, end - first});
        first = -1;
        parens = atomic = 0;
    };
    for (size_t i = 0; i < tokens.size(); ++i) {
        const SqlToken& t = tokens[i];
        if (t.kind == Kind::Comment)
            continue;
        if (isSymbol(text, t, u';') && parens <= 0 && atomic == 0) {
            close();
            continue;
        }
        if (first < 0) {
            first = t.start;
            creates = isWord(text, t, "create"_L1);
        }
        end = t.start + t.length;
        if (isSymbol(text, t, u'('))
            ++parens;
        else if (isSymbol(text, t, u')'))
            --parens;
        else if (creates && atomic == 0 && isWord(text, t, "atomic"_L1) && i > 0
            && isWord(text, tokens[i - 1], "begin"_L1))
            atomic = 1;
        else if (atomic > 0 && isWord(text, t, "case"_L1))
            ++atomic;
        else if (atomic > 0 && isWord(text, t, "end"_L1))
            --atomic;
    }
    close();
    return out;
}

int statementAt(const std::vector<StatementSpan>& statements, qsizetype caret)
{
    int best = -1;
    for (size_t i = 0; i < statements.size(); ++i)
        if (statements[i].start <= caret)
            best = static_cast<int>(i);
    if (best < 0 && !statements.empty())
        best = 0; // in front of the first
    return best;
}

QStringList parametersOf(QStringView statement)
{
    QStringList names;
    forParameters(statement, sqlTokens(statement), [&](size_t, const QString& name, bool) {
        if (!names.contains(name))
            names.append(name);
    });
    return names;
}

BoundStatement bindNames(QStringView statement)
{
    const auto tokens = sqlTokens(statement);
    BoundStatement out;
    int numbers = 0; // $n keep their numbers; names come after the highest of them
    forParameters(statement, tokens, [&](size_t, const QString& name, bool named) {
        if (!named)
            numbers = std::max(numbers, std::min(name.toInt(), 65'535));
    });
    for (int i = 1; i <= numbers; ++i)
        out.names.append(QString::number(i));
    qsizetype copied = 0;
    forParameters(statement, tokens, [&](size_t i, const QString& name, bool named) {
        if (!named)
            return;
        auto index = out.names.indexOf(name);
        if (index < 0) {
            index = out.names.size();
            out.names.append(name);
        }
        out.text += statement.mid(copied, tokens[i].start - copied);
        out.text += u'$' + QString::number(index + 1);
        copied = tokens[i + 1].start + tokens[i + 1].length;
        out.shifts.emplace_back(out.text.size(), copied - out.text.size());
    });
    out.text += statement.mid(copied);
    return out;
}

qsizetype BoundStatement::originalPosition(qsizetype position) const
{
    qsizetype shift = 0;
    for (const auto& [from, by] : shifts)
        if (position >= from)
            shift = by;
    return position + shift;
}

} // namespace pilothouse::database
