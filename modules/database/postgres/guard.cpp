// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/guard.h"

#include "database/postgres/guardsql.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray arrayOf(const QStringList& names)
{
    QByteArray out = "{";
    for (const QString& name : names) {
        QString item = name;
        item.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
        out += (out.size() > 1 ? ",\"" : "\"") + item.toUtf8() + '"';
    }
    return out + '}';
}

Text reasonOf(const QByteArray& kind, const QString& name, const QString& via)
{
    Text text;
    if (kind == "sqltext")
        text = PH_TEXT("postgres", "%1 runs SQL that is hidden in a text.");
    else if (kind == "definer")
        text = PH_TEXT("postgres", "%1 runs with the rights of its owner.");
    else if (kind == "user")
        text = PH_TEXT("postgres", "%1 is a function of this database; what it does is not known.");
    else if (kind == "program")
        text = PH_TEXT("postgres", "Reading %1 starts a program on the server.");
    else
        text = PH_TEXT("postgres", "%1 may change something or reach outside the database.");
    return std::move(text).arg(via.isEmpty() ? name : via + u" → "_s + name);
}

// Refused only when the server would take it.
struct Candidate {
    Error refusal;
    bool named = false; // an overload, not a cast or an operator
    QByteArrayList types; // the planner may cast from, of what a UNION has
    QByteArrayList targets; // and to
    QByteArrayList jsonTypes; // a function of json may cast from
};

// What a statement could call: refused whatever it means, or only a candidate for it.
struct Suspects {
    std::optional<Error> refused;
    QMap<QByteArray, Candidate> candidates; // by OID
};

constexpr unsigned kFirstOwnOid = 16384;

} // namespace

Error guardRefusal(Text reason, const QString& service)
{
    return Error{Error::Kind::Refused, service, {}, std::move(reason), u"guard"_s};
}

std::optional<Text> refusalOfKind(const Statement& s)
{
    if (s.broken)
        return PH_TEXT("postgres", "The statement is unfinished or spells a name with escapes.");
    switch (s.kind) {
    case Statement::Kind::Show:
        return {};
    case Statement::Kind::Query:
    case Statement::Kind::Explain:
    case Statement::Kind::CopyOut:
        break;
    case Statement::Kind::Transaction:
    case Statement::Kind::TransactionEnd:
        return PH_TEXT("postgres", "Transactions are opened and closed by the guard itself.");
    case Statement::Kind::Other:
        return PH_TEXT("postgres", "%1 is not one of the statements that only read.")
            .arg(s.keyword.isEmpty() ? s.text.left(20) : s.keyword);
    }
    if (s.writes)
        return PH_TEXT("postgres", "The query writes.");
    if (s.locksRows)
        return PH_TEXT("postgres", "The query locks the rows it reads.");
    return {};
}

Result<bool> roleMayWrite(Connection& connection, const Token& token)
{
    const auto answer = connection.exec(kRoleMayWrite, {}, token);
    if (!answer)
        return tl::unexpected(answer.error());
    return PQntuples(answer->get()) != 1 || PQgetvalue(answer->get(), 0, 0)[0] != 'f';
}

namespace
{

Result<Suspects> suspectsIn(Connection& connection, const Statement& statement, const Token& token)
{
    const NamesUsed names = namesIn(statement);
    const auto mayWrite = roleMayWrite(connection, token);
    if (!mayWrite)
        return tl::unexpected(mayWrite.error());
    const auto answer = connection.exec(kSuspects,
        {arrayOf(names.called), arrayOf(names.attribute), arrayOf(names.all),
            arrayOf(names.operators)},
        token);
    if (!answer)
        return tl::unexpected(answer.error());
    Suspects suspects;
    for (int row = 0; row < PQntuples(answer->get()); ++row) {
        const QByteArray kind = PQgetvalue(answer->get(), row, 0);
        // A role that may not write is guarded by the server itself, whatever text or function
        // runs.
        if (!*mayWrite && (kind == "sqltext" || kind == "user"))
            continue;
        const Error refusal
            = guardRefusal(reasonOf(kind, QString::fromUtf8(PQgetvalue(answer->get(), row, 1)),
                               QString::fromUtf8(PQgetvalue(answer->get(), row, 2))),
                connection.service());
        const QByteArray oid = PQgetvalue(answer->get(), row, 3);
        if (oid == "0") {
            if (!suspects.refused)
                suspects.refused = refusal;
            continue;
        }
        auto at = suspects.candidates.find(oid);
        if (at == suspects.candidates.end())
            at = suspects.candidates.insert(oid, {refusal, false, {}, {}, {}});
        if (PQgetisnull(answer->get(), row, 4))
            at->named = true;
        at->types += QByteArray(PQgetvalue(answer->get(), row, 4)).simplified().split(' ');
        at->jsonTypes += QByteArray(PQgetvalue(answer->get(), row, 5)).simplified().split(' ');
        at->targets += QByteArray(PQgetvalue(answer->get(), row, 6)).simplified().split(' ');
    }
    return suspects;
}

// The query inside: of EXPLAIN and COPY (…) too the server resolves names in nothing else. Empty
// where there is none.
QString queryOf(const Statement& s)
{
    if (s.kind == Statement::Kind::Query)
        return s.text;
    if (s.kind == Statement::Kind::Explain)
        return s.text.mid(s.body);
    const auto is = [&s](size_t i, QChar c) {
        return s.tokens[i].kind == SqlToken::Kind::Symbol && s.text[s.tokens[i].start] == c;
    };
    if (s.kind != Statement::Kind::CopyOut || s.tokens.size() < 2 || !is(1, u'('))
        return {};
    const qsizetype begin = s.tokens[1].start + 1;
    int depth = 0;
    for (size_t i = 1; i < s.tokens.size(); ++i) {
        if (is(i, u'('))
            ++depth;
        else if (is(i, u')') && --depth == 0)
            return s.text.mid(begin, s.tokens[i].start - begin);
    }
    return {};
}

// Nothing of it is resolved as a query: neither names nor casts.
bool hasNoQuery(const Statement& s)
{
    return s.kind == Statement::Kind::Show
        || (s.kind == Statement::Kind::CopyOut && s.tokens.size() > 1
            && (s.tokens[1].kind != SqlToken::Kind::Symbol || s.text[s.tokens[1].start] != u'('));
}

// Uses of a cast that the tree does not show: see kSuspects.
bool mayCastUnseen(const QString& tree, const Candidate& cast)
{
    // Not every expression says in the tree that it is of one of the server's own types. What the
    // columns of a UNION become is in it always.
    bool source = std::any_of(cast.types.begin(), cast.types.end(),
        [](const QByteArray& type) { return !type.isEmpty() && type.toUInt() < kFirstOwnOid; });
    bool target = false;
    static const QRegularExpression number(u"\\b\\d+\\b"_s);
    auto all = number.globalMatch(tree);
    while (all.hasNext()) {
        const QByteArray found = all.next().captured().toLatin1();
        if (cast.jsonTypes.contains(found))
            return true;
        source = source || cast.types.contains(found);
        target = target || cast.targets.contains(found);
    }
    return source && target && tree.contains("SETOPERATIONSTMT"_L1);
}

VoidResult checkCandidates(Connection& connection, const Statement& statement,
    const QMap<QByteArray, Candidate>& candidates, const Token& token)
{
    const auto named = std::find_if(
        candidates.begin(), candidates.end(), [](const Candidate& c) { return c.named; });
    if (named == candidates.end() && hasNoQuery(statement))
        return {};
    const Error& first = named == candidates.end() ? candidates.first().refusal : named->refusal;
    const QString query = queryOf(statement);
    if (query.isEmpty())
        return tl::unexpected(first);
    const auto answer = connection.parseTree(query.toUtf8(), token);
    // What the server cannot resolve is not run either; of a cast it says better why.
    if (!answer && (!connection.isOpen() || named == candidates.end()))
        return tl::unexpected(answer.error());
    if (!answer || answer->isEmpty())
        return tl::unexpected(first);
    const QString tree = QString::fromUtf8(*answer);
    static const QRegularExpression called(
        u":(?:funcid|aggfnoid|winfnoid|opfuncid|elemfuncid)\\s+(\\d+)"_s);
    auto all = called.globalMatch(tree);
    while (all.hasNext())
        if (const auto at = candidates.find(all.next().captured(1).toLatin1());
            at != candidates.end())
            return tl::unexpected(at->refusal);
    for (const Candidate& candidate : candidates)
        if (mayCastUnseen(tree, candidate))
            return tl::unexpected(candidate.refusal);
    return {};
}

} // namespace

VoidResult beginReadOnly(Connection& connection, const Token& token)
{
    for (const char* sql : {"BEGIN TRANSACTION READ ONLY", "SELECT 1"})
        if (auto done = connection.exec(sql, {}, token); !done)
            return tl::unexpected(done.error());
    return {};
}

void endReadOnly(Connection& connection)
{
    // Nothing of it may stay: a connection that cannot roll back is dropped. Not under the job's
    // token: a stop that was meant for the statement must not hit this.
    const Token unstoppable(std::make_shared<detail::JobState>());
    if (connection.isOpen() && !connection.exec("ROLLBACK", {}, unstoppable))
        connection.close();
}

VoidResult checkReadOnly(Connection& connection, const Statement& statement, const Token& token)
{
    if (auto reason = refusalOfKind(statement))
        return tl::unexpected(guardRefusal(std::move(*reason), connection.service()));
    if (auto begun = beginReadOnly(connection, token); !begun)
        return begun;
    // The look-ups go by names of pg_catalog whatever the search path of the session is, and the
    // server must read texts the way the scanner here does.
    // Compiling the look-up would take longer than the look-up.
    auto done = connection.exec("SELECT pg_catalog.set_config('search_path', 'pg_catalog', true), "
                                "pg_catalog.set_config('jit', 'off', true)",
        {}, token);
    Result<Suspects> suspects;
    if (!done)
        suspects = tl::unexpected(done.error());
    else
        suspects = suspectsIn(connection, statement, token);
    endReadOnly(connection);
    if (!suspects)
        return tl::unexpected(suspects.error());
    if (suspects->refused)
        return tl::unexpected(*suspects->refused);
    VoidResult checked;
    if (!suspects->candidates.isEmpty()) {
        // With the search path of the session: it decides which of them the server would take.
        if (auto begun = beginReadOnly(connection, token); !begun)
            return begun;
        checked = checkCandidates(connection, statement, suspects->candidates, token);
        endReadOnly(connection);
    }
    if (checked)
        if (auto set = connection.exec("SET standard_conforming_strings TO on", {}, token); !set)
            return tl::unexpected(set.error());
    return checked;
}

} // namespace pilothouse::database::postgres
