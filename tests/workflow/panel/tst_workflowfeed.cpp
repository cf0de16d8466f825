// SPDX-License-Identifier: GPL-3.0-or-later
// The one poller of a server, by the order of what it asks: whose turn it is.
#include "core/runtime.h"
#include "core/servicehub.h"
#include "tests/support/testmain.h"
#include "tests/workflow/panel/fakeworkflow.h"
#include "workflow/panel/feedwatch.h"
#include "workflow/panel/runfeed.h"

#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class WorkflowFeedTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Runtime> m_runtime;
    std::unique_ptr<ServiceHub> m_hub;
    std::shared_ptr<FakeWorld> m_world;
    const QString m_dag = u"orders_hourly"_s;

    std::shared_ptr<RunFeed> feed() { return RunFeed::of(*m_hub, u"shop-airflow"_s); }
    int asked(const QString& method)
    {
        std::lock_guard lock(m_world->mutex);
        return m_world->count(method);
    }
    void watchOrders(FeedWatch& watch)
    {
        watch.setVisible(true);
        watch.setDag(m_dag);
        QTRY_VERIFY(feed()->book(m_dag));
        QTRY_VERIFY(feed()->book(m_dag)->isRead());
        const auto& runs = feed()->book(m_dag)->runs();
        watch.setShown(runs.front().info.ref.run, runs.back().info.ref.run);
        QTRY_VERIFY(runs.front().cellsRead.isValid());
        QTRY_VERIFY(feed()->book(m_dag)->structure());
    }

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<Runtime>();
        m_hub = std::make_unique<ServiceHub>(*m_runtime, nullptr);
        m_world = std::make_shared<FakeWorld>();
        FakeWorkflow::join(*m_hub, m_world);
        fillOrders(*m_world);
    }
    void cleanup()
    {
        m_hub.reset();
        m_runtime.reset();
    }

    // With facts beside the runs, two requests in a row are never for something else: cells are
    // no older than two of them.
    void factsTakeNoTurnOfTheCells()
    {
        FeedWatch watch(feed());
        watchOrders(watch);
        QTRY_VERIFY(feed()->poolsRead().isValid() && feed()->serverRead().isValid());
        watch.setFacts([this] {
            std::lock_guard lock(m_world->mutex);
            m_world->asked.push_back(u"own"_s);
        });
        const int first = asked(u"cells"_s);
        size_t from = 0;
        {
            std::lock_guard lock(m_world->mutex);
            from = m_world->asked.size();
        }
        QTRY_VERIFY_WITH_TIMEOUT(asked(u"cells"_s) >= first + 8, 60'000);
        std::lock_guard lock(m_world->mutex);
        const QStringList order(m_world->asked.begin() + qptrdiff(from), m_world->asked.end());
        for (int i = 1; i < order.size(); ++i)
            QVERIFY2(
                order[i - 1] == "cells"_L1 || order[i] == "cells"_L1, qPrintable(order.join(u' ')));
        for (const QString& method : {u"own"_s, u"state"_s, u"changes"_s})
            QVERIFY2(order.contains(method), qPrintable(order.join(u' ')));
    }

    // Two panels in a split: the second DAG is looked after as the first is.
    void eachDagOnScreenIsCheckedForBeingGone()
    {
        const QString first = u"orders_hourly"_s;
        const QString second = u"stock_daily"_s;
        fillMany(*m_world, second, 12, 3, 8);
        FeedWatch one(feed());
        FeedWatch two(feed());
        watchOrders(one);
        two.setVisible(true);
        two.setDag(second);
        QTRY_VERIFY(feed()->book(second));
        QTRY_VERIFY(feed()->book(second)->isRead());
        {
            std::lock_guard lock(m_world->mutex);
            m_world->details.erase(second);
            m_world->details[first].info.stale = true;
        }
        // By the poller alone.
        QTRY_VERIFY_WITH_TIMEOUT(feed()->isLost(second), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(feed()->isStale(first), 60'000);
        QVERIFY(feed()->isLost(second));
        QVERIFY(!feed()->isLost(first));
    }
};

PH_TEST_MAIN(QCoreApplication, WorkflowFeedTest)
#include "tst_workflowfeed.moc"
