// SPDX-License-Identifier: GPL-3.0-or-later
// AirflowFixture: Airflow 2 or 3 of the sandbox that tests/run lends, or of one of this process
// alone. Shared: what a test changes (stopped components, files, runs) it puts back.
#pragma once

#include "core/adapter.h"
#include "tests/support/testsandbox.h"

#include <vector>

namespace pilothouse::test
{

class AirflowFixture final
{
public:
    // `major` is 2 or 3. Blocks until every component is healthy; `problem()` says why it is not.
    explicit AirflowFixture(int major);
    ~AirflowFixture(); // components that were stopped or frozen run again
    Q_DISABLE_COPY_MOVE(AirflowFixture)

    bool isReady() const { return m_sandbox.isReady(); }
    QString problem() const { return m_sandbox.problem(); }

    int major() const { return m_major; }
    QString address() const; // http://127.0.0.1:PORT
    static QString user() { return QString::fromLatin1("admin"); }
    Secret password() const; // of admin
    Secret viewerPassword() const; // of viewer, who may only read
    ServiceConfig config(WriteMode writes = WriteMode::On) const; // id shop-airflow, for 2 …-2

    // A DAG file beside those of the sandbox; the servers see it after a few seconds.
    QString dagsFolder() const;
    bool putDag(const QString& fileName, const QByteArray& source) const;
    void removeDag(const QString& fileName) const;
    QString logsFolder() const;
    QString homeFolder() const; // with airflow.cfg

    // "scheduler", "triggerer", for 3 "api-server" and "dag-processor", for 2 "webserver".
    bool stop(const QString& component);
    bool start(const QString& component);
    // With all it has started, also what leads a process group of its own.
    void kill(const QString& component) const; // kill -9; the supervisor starts it anew
    void freeze(const QString& component, bool stopped); // SIGSTOP, SIGCONT: one that hangs

    // psql on Airflow's own database as the superuser, see TestSandbox::psql.
    QString sql(const QString& statement) const;
    // Gives every task of a finished run `tries` tries, each with a log of `bytes`; all but the
    // last failed. In every `every`th task `needle` stands in the middle of the log of the tries
    // before the last one. Empty, or what went wrong. Fast: equal logs are one file.
    QString seedLogs(const QString& dag, const QString& run, qint64 bytes, int tries = 3,
        const QString& needle = {}, int every = 10) const;

private:
    QString name() const; // airflow3
    QString serviceId() const;
    std::vector<int> processes(const QString& component) const; // empty when it does not run
    QByteArray supervisor(const QStringList& words) const;

    const int m_major;
    TestSandbox m_sandbox;
    QStringList m_stopped;
    QStringList m_frozen;
};

} // namespace pilothouse::test
