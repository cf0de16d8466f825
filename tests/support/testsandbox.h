// SPDX-License-Identifier: GPL-3.0-or-later
// TestSandbox: the servers that tests/run started, or, when a test is run by hand, a small sandbox
// of this process alone that ends with it.
#pragma once

#include <QString>
#include <QStringList>

namespace pilothouse::test
{

class TestSandbox final
{
public:
    // Blocks until the servers answer: PostgreSQL and Redis, or the named ones and what they need.
    // `problem()` says why they do not.
    explicit TestSandbox(const QStringList& servers = {});
    ~TestSandbox();
    Q_DISABLE_COPY_MOVE(TestSandbox)

    bool isReady() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }

    QString folder() const { return m_folder; }
    QString profile() const;
    int port(const QString& server) const; // "postgres", "redis"
    // "shop-db", "shop-cache"; further roles as "shop-db/viewer".
    QString password(const QString& service) const;
    // Lent servers that were started for one test alone rest again. Own ones end with the sandbox.
    void rest(const QStringList& servers);
    // psql as the superuser: the answer without its last line break, or the error behind "ERROR".
    QString psql(const QString& sql, const QString& database) const;

private:
    int run(const QStringList& arguments);

    QString m_folder;
    QString m_parent; // of our own sandbox; empty when tests/run lent us its own
    QString m_problem;
};

} // namespace pilothouse::test
