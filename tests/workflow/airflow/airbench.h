// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of the contracts on real servers share: both major versions, with and without the
// private calls, and a run that is waited for.
#pragma once

#include "tests/support/airflowfixture.h"
#include "tests/workflow/airflow/airlive.h"

#include <QTest>

#include <functional>
#include <map>

namespace pilothouse::test
{

constexpr int kRunLimit = 180'000; // a small run on a busy machine

class AirflowBench
{
protected:
    void connectTo(int major, bool privateApi)
    {
        auto& server = m_servers[major];
        if (!server)
            server = std::make_unique<AirflowFixture>(major);
        if (!server->isReady()) {
            if (qEnvironmentVariable("CI") == QLatin1String("true"))
                QFAIL(qPrintable(server->problem()));
            QSKIP(qPrintable(server->problem()));
        }
        ServiceConfig config = server->config();
        if (!privateApi)
            config.options.insert(QString::fromLatin1("privateApi"), QString::fromLatin1("off"));
        m_major = major;
        m_private = privateApi;
        m_client = std::make_unique<AirflowClient>(config, server->password());
    }

    QString freshRun() const
    {
        return QString::fromLatin1("test_%1").arg(QDateTime::currentMSecsSinceEpoch());
    }

    // Starts a run of the DAG, which is unpaused first, and waits until it is done.
    workflow::RunInfo runThrough(const QString& dag, const QJsonObject& conf = {})
    {
        const auto details = await(m_client->as<workflow::Dags>().details(dag));
        if (details && details->info.paused)
            m_client->apply(m_client->as<workflow::Dags>().setPaused(details->info, false));
        workflow::TriggerRequest request;
        request.dag = dag;
        request.run = freshRun();
        request.conf = conf;
        if (m_client->apply(m_client->as<workflow::Acts>().trigger(request))
            != TaskStatus::State::Done) {
            qWarning("%s", qPrintable(m_client->outcome.error().detail));
            return {};
        }
        workflow::RunInfo run;
        (void)QTest::qWaitFor(
            [&] {
                const auto now = await(m_client->as<workflow::Runs>().run({dag, request.run}));
                if (now)
                    run = *now;
                return now && workflow::isFinal(now->state);
            },
            kRunLimit);
        return run;
    }

    // For what the scheduler may be writing, too: where the two transactions wait for each other,
    // PostgreSQL undoes the server's, which answers 500, and whoever asked asks again.
    TaskStatus::State applyOrAgain(const std::function<Act()>& act) const
    {
        TaskStatus::State state = m_client->apply(act());
        for (int again = 0; again < 4 && state == TaskStatus::State::Failed
             && m_client->outcome.error().code == QLatin1String("500");
             ++again)
            state = m_client->apply(act());
        return state;
    }

    static void rows()
    {
        QTest::addColumn<int>("major");
        QTest::addColumn<bool>("privateApi");
        QTest::newRow("3") << 3 << true;
        QTest::newRow("3-public") << 3 << false;
        QTest::newRow("2") << 2 << true;
        QTest::newRow("2-public") << 2 << false;
    }

    std::map<int, std::unique_ptr<AirflowFixture>> m_servers;
    std::unique_ptr<AirflowClient> m_client;
    int m_major = 0;
    bool m_private = true;
};

} // namespace pilothouse::test
