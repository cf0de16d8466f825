// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/errors.h"

#include <QRegularExpression>

#include <cerrno>
#include <cstring>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

Text hintOf(const QString& state)
{
    if (state == "28P01"_L1 || state == "28000"_L1)
        return PH_TEXT("postgres", "Check user and password of this connection.");
    if (state == "53300"_L1)
        return PH_TEXT("postgres", "All connections of the server are in use.");
    if (state == "3D000"_L1)
        return PH_TEXT("postgres", "Check the database name of this connection.");
    if (state == "55P03"_L1)
        return PH_TEXT("postgres", "Another session holds a lock; see the lock view.");
    if (state == "42501"_L1)
        return PH_TEXT("postgres", "The role lacks the right to do this.");
    if (state == "25006"_L1)
        return PH_TEXT("postgres", "The session or the role is read-only.");
    return {};
}

QString field(const PGresult* result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

} // namespace

Error::Kind kindOfState(const QString& s)
{
    if (s.startsWith("28"_L1) || s == "42501"_L1)
        return Error::Kind::Auth;
    if (s == "57014"_L1)
        return Error::Kind::Cancelled;
    if (s.startsWith("40"_L1) || s.startsWith("23"_L1) || s == "55P03"_L1 || s == "55006"_L1)
        return Error::Kind::Conflict;
    if (s == "42P01"_L1 || s == "42703"_L1 || s == "42883"_L1 || s == "3D000"_L1 || s == "3F000"_L1
        || s == "42704"_L1)
        return Error::Kind::NotFound;
    if (s.startsWith("0A"_L1))
        return Error::Kind::Unsupported;
    if (s.startsWith("08"_L1) || s.startsWith("57P"_L1))
        return Error::Kind::Protocol;
    return Error::Kind::Refused;
}

Error errorOf(const QString& message, const QString& sqlState, const QString& service)
{
    return Error{kindOfState(sqlState), service, message, hintOf(sqlState), sqlState};
}

Error errorOf(const PGresult* result, const QString& service)
{
    const QString state = field(result, PG_DIAG_SQLSTATE);
    QString words = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (words.isEmpty())
        words = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
    for (const int part : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT, PG_DIAG_CONTEXT})
        if (const QString more = field(result, part); !more.isEmpty())
            words += u'\n' + more;
    Error error = errorOf(words, state, service);
    // 57014 is also what statement_timeout sends; only the words tell (never translated by us: the
    // session asks for lc_messages as it is, so the timeout's own name is looked for).
    if (state == "57014"_L1 && words.contains("timeout"_L1))
        error.kind = Error::Kind::Timeout;
    if (state.isEmpty())
        error.kind = Error::Kind::Protocol;
    return error;
}

Error connectionError(const PGconn* connection, const QString& service, bool connecting)
{
    QString words = QString::fromUtf8(PQerrorMessage(connection)).trimmed();
    static const QRegularExpression state(u"(\\w+):  ([0-9A-Z]{5}): "_s);
    static const QRegularExpression location(u"\\n\\w+:\\s+\\w+, \\w+\\.c:\\d+"_s);
    QString code;
    // With several addresses there is one line for each; the last one counts.
    auto it = state.globalMatch(words);
    while (it.hasNext())
        code = it.next().captured(2);
    words.replace(state, u"\\1:  "_s);
    words.remove(location);
    if (!code.isEmpty())
        return errorOf(words, code, service);

    const auto says = [&](int number) {
        return words.contains(QString::fromLocal8Bit(std::strerror(number)));
    };
    Error error{Error::Kind::Protocol, service, words, {}, {}};
    if (says(ETIMEDOUT) || words.contains("timeout expired"_L1)) {
        error.kind = Error::Kind::Timeout;
        error.hint
            = PH_TEXT("postgres", "The server does not answer; check host, port and network.");
    } else if (words.contains("SSL"_L1) || words.contains("certificate"_L1)) {
        error.kind = connecting ? Error::Kind::Auth : Error::Kind::Protocol;
        error.hint
            = PH_TEXT("postgres", "Check the TLS mode and the certificates of this connection.");
    } else if (connecting && PQconnectionNeedsPassword(connection)) {
        error.kind = Error::Kind::Auth;
        error.hint = PH_TEXT("postgres", "The server asks for a password.");
    } else if (connecting) {
        error.kind = Error::Kind::Refused;
        if (says(ECONNREFUSED) || says(ENOENT))
            error.hint = PH_TEXT("postgres", "No server listens there; check host and port.");
    }
    return error;
}

int positionOf(const PGresult* result)
{
    const char* at = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
    return at ? QByteArray(at).toInt() - 1 : -1;
}

} // namespace pilothouse::database::postgres
