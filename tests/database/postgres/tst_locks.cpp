// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for whom and for what, and cancelling it, against a real server.
#include "harness.h"

#include "database/api/activity.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>

using namespace pilothouse;
using namespace pilothouse::database;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class LocksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<PostgresFixture>();
        PH_NEED_SERVER(*m_server);
        const auto made = m_server->psql(
            u"SET ROLE pilot; CREATE SCHEMA gold; CREATE TABLE gold.customers (id int);"
            " INSERT INTO gold.customers VALUES (1), (2)"_s);
        QCOMPARE(made, QString());
        m_server->psql(u"GRANT pg_signal_backend TO pilot"_s);
        m_service = std::make_unique<Service>(m_server->config(), m_server->password());
    }
    void cleanupTestCase()
    {
        m_service.reset();
        m_server.reset();
    }

    // Two writers hold up one that locks the table: each of them is a blocker, and the waiter of
    // the waiter counts for both.
    void oneBlockedByTwo()
    {
        const auto first = m_service->as<Query>().open(u"first"_s);
        const auto second = m_service->as<Query>().open(u"second"_s);
        const auto locker = m_service->as<Query>().open(u"locker"_s);
        const auto reader = m_service->as<Query>().open(u"reader"_s);
        run(*first, u"begin; lock table gold.customers in row exclusive mode"_s);
        run(*second, u"begin; lock table gold.customers in row exclusive mode"_s);
        run(*locker, u"select 1"_s);
        run(*reader, u"select 1"_s);
        QObject owner;
        const auto start = [&owner](Session& session, const QString& text, Ran& into) {
            RunRequest request;
            request.text = text;
            return session.run(request).attach(
                &owner,
                [&into](std::vector<QueryEvent>&& e) {
                    into.events.insert(into.events.end(), e.begin(), e.end());
                },
                [&into](VoidResult r) { into.end = r; });
        };
        Ran locked;
        Ran read;
        auto& activity = m_service->as<Activity>();
        ActivitySnapshot snapshot;
        const auto waiting = [&](qsizetype wanted) {
            const auto s = await(activity.snapshot());
            if (s)
                snapshot = *s;
            return s && std::ranges::count_if(s->sessions, [](const SessionInfo& i) {
                return !i.blockedBy.empty();
            }) == wanted;
        };
        auto lockStream = start(
            *locker, u"begin; lock table gold.customers in access exclusive mode"_s, locked);
        QTRY_VERIFY_WITH_TIMEOUT(waiting(1), 10'000);
        auto readStream = start(*reader, u"select count(*) from gold.customers"_s, read);
        QTRY_VERIFY_WITH_TIMEOUT(waiting(2), 10'000);
        const auto forest = blockingForest(snapshot);
        QCOMPARE(forest.size(), size_t(2));
        for (const BlockingNode& root : forest) {
            QCOMPARE(root.blockedTotal, 2);
            QCOMPARE(root.children.size(), size_t(1));
            QCOMPARE(root.children[0].pid, locker->backendPid());
            const auto act = await(activity.terminateAct(root.pid));
            QVERIFY(act);
            QVERIFY(std::ranges::any_of(act->effects,
                [](const ActEffect& e) { return e.icon == u"lock"_s && e.value == u"2"_s; }));
        }
        // Cancelling is asked for in every write mode, with its exact statement.
        const auto act = await(activity.cancelAct(locker->backendPid()));
        QVERIFY2(act, qPrintable(act ? QString() : act.error().detail));
        QVERIFY(act->destructive);
        QCOMPARE(act->statement, u"SELECT pg_cancel_backend(%1)"_s.arg(locker->backendPid()));
        const auto task = act->make();
        QCOMPARE(finish(*task), TaskStatus::State::Done);
        QTRY_VERIFY_WITH_TIMEOUT(locked.end.has_value() && read.end.has_value(), 10'000);
        QCOMPARE(locked.all<StatementFailed>().size(), size_t(1));
        QCOMPARE(read.all<StatementFinished>().size(), size_t(1));
    }

    void locksOfEveryKindNameTheirTarget()
    {
        const auto holder = m_service->as<Query>().open(u"holder"_s);
        const auto row = m_service->as<Query>().open(u"row"_s);
        const auto key = m_service->as<Query>().open(u"key"_s);
        run(*holder,
            u"begin; select pg_advisory_xact_lock(-7);"
            " select 1 from gold.customers limit 1 for update"_s);
        const auto chosen = m_server->psql(u"SELECT ctid FROM gold.customers LIMIT 1"_s);
        run(*row, u"select 1"_s);
        run(*key, u"select 1"_s);
        QObject owner;
        const auto start = [&owner](Session& session, const QString& text, Ran& into) {
            RunRequest request;
            request.text = text;
            return session.run(request).attach(
                &owner, [](std::vector<QueryEvent>&&) {}, [&into](VoidResult r) { into.end = r; });
        };
        Ran first;
        Ran second;
        auto rowStream = start(*row,
            u"select 1 from gold.customers where ctid = '%1' for update"_s.arg(chosen), first);
        auto keyStream = start(*key, u"select pg_advisory_xact_lock(-7)"_s, second);
        auto& activity = m_service->as<Activity>();
        ActivitySnapshot snapshot;
        const auto wants = [&](int pid, const QString& type, const QString& target) {
            return std::ranges::any_of(snapshot.locks, [&](const LockInfo& l) {
                return l.pid == pid && !l.granted && l.type == type
                    && (target.isEmpty() ? !l.target.isEmpty() : l.target == target);
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                if (const auto s = await(activity.snapshot()))
                    snapshot = *s;
                return wants(row->backendPid(), u"transactionid"_s, {})
                    && wants(key->backendPid(), u"advisory"_s, u"-7"_s);
            }(),
            10'000);
        // The row's table is known by the place the waiter keeps there.
        QVERIFY(std::ranges::any_of(snapshot.locks, [&](const LockInfo& l) {
            return l.pid == row->backendPid() && l.granted && l.type == u"tuple"_s
                && l.relation == u"gold.customers"_s;
        }));
        run(*holder, u"rollback"_s);
        QTRY_VERIFY_WITH_TIMEOUT(first.end.has_value() && second.end.has_value(), 10'000);
    }

private:
    std::unique_ptr<PostgresFixture> m_server;
    std::unique_ptr<Service> m_service;
};

PH_TEST_MAIN(QCoreApplication, LocksTest)
#include "tst_locks.moc"
