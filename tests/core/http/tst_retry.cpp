// SPDX-License-Identifier: GPL-3.0-or-later
// Backoff, Retry-After and the deadline.
#include "core/http/retry.h"

#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace std::chrono_literals;

class RetryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backoffGrowsUpToALimit()
    {
        const RetryPolicy policy{10, 200ms, 5000ms};
        QCOMPARE(backoff(policy, 1, 1.0).count(), 200);
        QCOMPARE(backoff(policy, 1, 0.0).count(), 100);
        QCOMPARE(backoff(policy, 2, 1.0).count(), 400);
        QCOMPARE(backoff(policy, 4, 0.5).count(), 1200);
        QCOMPARE(backoff(policy, 9, 1.0).count(), 5000);
        QCOMPARE(backoff(policy, 5000, 1.0).count(), 5000); // 2^4999 is infinite
        QCOMPARE(backoff(policy, 1, 7.0).count(), 200);
    }

    void readsRetryAfter()
    {
        const QDateTime now(QDate(2026, 2, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(parseRetryAfter("3", now).value().count(), 3000);
        QCOMPARE(parseRetryAfter(" 0 ", now).value().count(), 0);
        QCOMPARE(parseRetryAfter("Sun, 01 Feb 2026 12:00:30 GMT", now).value().count(), 30'000);
        QCOMPARE(parseRetryAfter("Sun, 01 Feb 2026 11:00:00 GMT", now).value().count(), 0);
        QVERIFY(!parseRetryAfter("", now));
        QVERIFY(!parseRetryAfter("soon", now));
        QVERIFY(!parseRetryAfter("-5", now));
        QVERIFY(parseRetryAfter("99999999999999999999", now).value() > 24h);
    }

    void pausesOnlyWhenThereIsTime()
    {
        const RetryPolicy policy{3, 200ms, 5000ms};
        QCOMPARE(nextPause(policy, 1, 1.0, {}, 10s).value().count(), 200);
        QCOMPARE(nextPause(policy, 1, 1.0, 2s, 10s).value().count(), 2000);
        QCOMPARE(nextPause(policy, 2, 1.0, 10ms, 10s).value().count(), 400);
        QVERIFY(!nextPause(policy, 3, 1.0, {}, 10s)); // attempts used up
        QVERIFY(!nextPause(policy, 1, 1.0, 20s, 10s)); // the server asks for more than there is
        QVERIFY(!nextPause(policy, 1, 1.0, {}, 200ms)); // no time for the attempt itself
        QVERIFY(!nextPause({1, 1ms, 1ms}, 1, 0.0, {}, 10s));
    }
};

PH_TEST_MAIN(QCoreApplication, RetryTest)
#include "tst_retry.moc"
