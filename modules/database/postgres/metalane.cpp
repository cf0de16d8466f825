// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/metalane.h"

#include <charconv>
#include <cmath>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

constexpr char kSetup[]
    = "SET lock_timeout TO '1s'; SET statement_timeout TO '20s';"
      "SET standard_conforming_strings TO on; SET search_path TO pg_catalog;"
      "SET extra_float_digits TO 1;"
      "SELECT set_config('client_encoding', CASE current_setting("
      "'server_encoding') WHEN 'SQL_ASCII' THEN 'SQL_ASCII' ELSE 'UTF8' END, false)";

} // namespace

Meta::Meta(std::shared_ptr<const Context> context, QString label)
    : m_context(std::move(context))
    , m_label(std::move(label))
{
}

Meta::~Meta()
{
    close();
}

void Meta::close()
{
    {
        std::lock_guard lock(m_link->mutex);
        m_link->fd = -1;
        m_link->cancel = {};
    }
    m_connection.reset();
    if (std::exchange(m_counted, false))
        m_context->budget->give();
}

VoidResult Meta::ensure(const Token& token)
{
    const bool again = std::exchange(m_again, false);
    if (m_connection && m_connection->is_open())
        return {};
    close();
    // A short libpq connection tells refusals apart by SQLSTATE, keeps the deadline and can be
    // interrupted; libpqxx 6 can do none of these while it connects.
    {
        Connection probe(m_context, m_label);
        if (again)
            probe.askAgain();
        if (auto ready = probe.ensure(token); !ready)
            return ready;
    }
    const auto settings = m_context->reach(token);
    if (!settings)
        return tl::unexpected(settings.error());
    if (!m_context->budget->take())
        return fail(Error::Kind::Refused, {}, service(),
            PH_TEXT("postgres", "All %1 connections this service may use are taken.")
                .arg(qint64(m_context->budget->limit)),
            u"connection-limit"_s);
    m_counted = true;
    try {
        m_connection
            = std::make_shared<pqxx::connection>(conninfoOf(keywordsOf(*settings, m_label)));
        pqxx::nontransaction work(*m_connection);
        work.exec(kSetup);
    } catch (const std::exception& e) {
        const QString words = QString::fromUtf8(e.what()).trimmed();
        close();
        return fail(Error::Kind::Protocol, words, service());
    }
    std::lock_guard lock(m_link->mutex);
    m_link->fd = m_connection->sock();
    m_link->cancel = [weak = std::weak_ptr(m_connection)] {
        try {
            if (const auto connection = weak.lock())
                connection->cancel_query();
        } catch (const std::exception&) {
            // the socket is shut down next
        }
    };
    return {};
}

Result<pqxx::result> Meta::once(const std::string& sql, const Token& token, bool& lost)
{
    lost = false;
    Busy busy(m_link, token);
    try {
        pqxx::nontransaction work(*m_connection);
        auto result = work.exec(sql);
        return result;
    } catch (const pqxx::broken_connection& e) {
        lost = true;
        return fail(Error::Kind::Protocol, QString::fromUtf8(e.what()).trimmed(), service());
    } catch (const pqxx::sql_error& e) {
        const QString state = QString::fromStdString(e.sqlstate());
        lost = state.startsWith("57P"_L1) || !m_connection->is_open();
        Error error = errorOf(QString::fromUtf8(e.what()).trimmed(), state, service());
        if (state == "57014"_L1 && !token.job()->stop)
            error.kind = Error::Kind::Timeout; // our own statement_timeout
        return tl::unexpected(std::move(error));
    } catch (const pqxx::failure& e) {
        lost = true;
        return fail(Error::Kind::Protocol, QString::fromUtf8(e.what()).trimmed(), service());
    }
}

Result<pqxx::result> Meta::query(const std::string& sql, const Token& token)
{
    for (int attempt = 0;; ++attempt) {
        const bool reused = m_connection != nullptr;
        if (auto ready = ensure(token); !ready)
            return tl::unexpected(ready.error());
        bool lost = false;
        auto result = once(sql, token, lost);
        if (lost)
            close();
        // These are reads: once more on a new connection, when an old one turned out to be dead.
        if (!lost || !reused || attempt > 0 || token.stopped())
            return result;
    }
}

Result<std::unique_ptr<Connection>> Meta::another(const Token& token) const
{
    auto connection = std::make_unique<Connection>(m_context, m_label);
    connection->setSetup({"SELECT set_config('lock_timeout', '1s', false),"
                          " set_config('statement_timeout', '20s', false),"
                          " set_config('search_path', 'pg_catalog', false)"});
    if (auto ready = connection->ensure(token); !ready)
        return tl::unexpected(ready.error());
    return connection;
}

int Meta::serverVersion() const
{
    return m_connection ? m_connection->server_version() : 0;
}

std::unique_ptr<MetaLane> metaLane(std::shared_ptr<const Context> context, const QString& label)
{
    Runtime& runtime = *context->runtime;
    return std::make_unique<MetaLane>(runtime, u"pg-"_s + label,
        [context = std::move(context), label] { return std::make_shared<Meta>(context, label); });
}

QString str(const pqxx::field& field)
{
    return field.is_null() ? QString()
                           : QString::fromUtf8(field.c_str(), static_cast<qsizetype>(field.size()));
}

qint64 num(const pqxx::field& field, qint64 none)
{
    if (field.is_null())
        return none;
    qint64 n = 0;
    const char* end = field.c_str() + field.size();
    const auto read = std::from_chars(field.c_str(), end, n);
    return read.ec == std::errc() && read.ptr == end ? n : none;
}

double real(const pqxx::field& field, double none)
{
    bool ok = false;
    const double n = field.is_null()
        ? 0
        : QByteArray(field.c_str(), static_cast<qsizetype>(field.size())).toDouble(&ok);
    return ok ? n : none;
}

bool yes(const pqxx::field& field)
{
    return !field.is_null() && field.c_str()[0] == 't';
}

QDateTime when(const pqxx::field& field)
{
    const double seconds = real(field, NAN);
    return std::isfinite(seconds)
        ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(seconds * 1000), Qt::UTC)
        : QDateTime();
}

std::string lit(const QString& text)
{
    QString out = text;
    out.replace(u'\'', "''"_L1);
    return "'" + out.toStdString() + "'";
}

} // namespace pilothouse::database::postgres
