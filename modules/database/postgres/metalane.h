// SPDX-License-Identifier: GPL-3.0-or-later
// The connections for small questions about the server itself, over libpqxx: catalogue and facets.
// Autocommit, short time-outs; a lost connection is made again once.
#pragma once

#include "core/lane.h"
#include "database/postgres/connection.h"

#include <pqxx/pqxx>

namespace pilothouse::database::postgres
{

// Lane thread only.
class Meta final
{
public:
    Meta(std::shared_ptr<const Context> context, QString label);
    ~Meta();
    Meta(const Meta&) = delete;
    Meta& operator=(const Meta&) = delete;

    Result<pqxx::result> query(const std::string& sql, const Token& token);
    // The next login is one the user asked for: it is tried also after a refusal.
    void askAgain() { m_again = true; }
    // For building statements; connected after the first query().
    int serverVersion() const;
    // For very many rows: a connection of its own over libpq, with the same settings.
    Result<std::unique_ptr<Connection>> another(const Token& token) const;
    const Context& context() const { return *m_context; }
    const QString& service() const { return m_context->config.id; }
    // What the completion keeps between two calls.
    std::shared_ptr<void> memory;

private:
    VoidResult ensure(const Token& token);
    Result<pqxx::result> once(const std::string& sql, const Token& token, bool& lost);
    void close();

    const std::shared_ptr<const Context> m_context;
    const QString m_label;
    std::shared_ptr<Link> m_link = std::make_shared<Link>();
    std::shared_ptr<pqxx::connection> m_connection;
    bool m_counted = false;
    bool m_again = false;
};

using MetaLane = Lane<Meta>;
std::unique_ptr<MetaLane> metaLane(std::shared_ptr<const Context> context, const QString& label);

// --- Values of a row ----------------------------------------------------------------------------

QString str(const pqxx::field& field);
qint64 num(const pqxx::field& field, qint64 none = -1);
double real(const pqxx::field& field, double none = 0);
bool yes(const pqxx::field& field);
// Of a column made by extract(epoch FROM …); invalid for NULL.
QDateTime when(const pqxx::field& field);
// A literal for the statement: standard_conforming_strings is on in these sessions.
std::string lit(const QString& text);

} // namespace pilothouse::database::postgres
