// SPDX-License-Identifier: GPL-3.0-or-later
// One editor tab's session: a lane with one connection.
#pragma once

#include "core/lane.h"
#include "database/api/query.h"
#include "database/postgres/runner.h"

namespace pilothouse::database::postgres
{

class PgSession final : public Session
{
public:
    PgSession(std::shared_ptr<const Context> context, QString label);
    ~PgSession() override;

    Stream<QueryEvent> run(const RunRequest& request) override;
    Call<Plan> explain(
        const QString& statement, const QMap<QString, QString>& params, ExplainMode mode) override;
    Call<GuardState> guard() override;
    Call<TransactionState> look() override;
    std::unique_ptr<Task> saveCell(const QString& statement, const QMap<QString, QString>& params,
        qint64 row, int column, const QString& file) override;
    TransactionState transaction() const override { return m_state->transaction; }
    int backendPid() const override { return m_state->pid; }
    void reconnect() override;

    void setSingleOnly(bool on) { m_singleOnly = on; } // for comparing both ways of reading

private:
    const std::shared_ptr<const Context> m_context;
    const QString m_label;
    std::shared_ptr<SessionState> m_state;
    std::unique_ptr<Lane<Connection>> m_lane;
    bool m_singleOnly = false;
};

class PgQuery final : public Query
{
public:
    explicit PgQuery(std::shared_ptr<const Context> context)
        : m_context(std::move(context))
    {
    }
    std::unique_ptr<Session> open(const QString& label) override;

private:
    const std::shared_ptr<const Context> m_context;
};

} // namespace pilothouse::database::postgres
