// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/guard.h"

#include "database/postgres/guardsql.h"

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

VoidResult checkNames(Connection& connection, const Statement& statement, const Token& token)
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
    for (int row = 0; row < PQntuples(answer->get()); ++row) {
        const QByteArray kind = PQgetvalue(answer->get(), row, 0);
        // A role that may not write is guarded by the server itself, whatever text or function
        // runs.
        if (!*mayWrite && (kind == "sqltext" || kind == "user"))
            continue;
        return tl::unexpected(
            guardRefusal(reasonOf(kind, QString::fromUtf8(PQgetvalue(answer->get(), row, 1)),
                             QString::fromUtf8(PQgetvalue(answer->get(), row, 2))),
                connection.service()));
    }
    return {};
}

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
    auto done = connection.exec("SET LOCAL search_path TO pg_catalog", {}, token);
    VoidResult checked;
    if (!done)
        checked = tl::unexpected(done.error());
    else
        checked = checkNames(connection, statement, token);
    endReadOnly(connection);
    if (checked)
        if (auto set = connection.exec("SET standard_conforming_strings TO on", {}, token); !set)
            return tl::unexpected(set.error());
    return checked;
}

} // namespace pilothouse::database::postgres
