// SPDX-License-Identifier: GPL-3.0-or-later
// ShopBox: both Airflows, Kafka, dbt and the host of streaming jobs beside the shop's database,
// with their services in a hub as the profile tells them; looks at what templates leave there.
#pragma once

#include "core/servicehub.h"
#include "tests/support/testsandbox.h"

#include <QDateTime>
#include <QTemporaryDir>

namespace pilothouse::test
{

class ShopBox final
{
public:
    ShopBox();
    ~ShopBox();
    Q_DISABLE_COPY_MOVE(ShopBox)

    bool isReady() const { return m_problem.isEmpty() && m_sandbox.isReady(); }
    QString problem() const { return m_problem.isEmpty() ? m_sandbox.problem() : m_problem; }
    ServiceHub& hub() { return *m_hub; }
    static ServiceId airflow(int major);

    bool putDag(int major, const QString& fileName, const QByteArray& text) const;
    // An order nobody else has and a message nobody can read, of this Airflow's turn.
    bool sendOrders(int major);
    void emptyTargets(); // what tasks write; the streams' tables stay
    void verifyTargets(int major);
    // The DAGs, jobs, tables and keys of these pipelines.
    void remove(const QStringList& pipelines);
    void end(); // a server that was lent for this alone rests again

private:
    qint64 orderOf(int major) const;
    QByteArray unreadable(int major) const;
    int deadLetters(const QByteArray& value) const;
    QString at(const QString& server) const; // its address
    QString registry() const;
    QString sql(const QString& statement) const;
    qint64 number(const QString& statement) const;
    QByteArray redis(const QStringList& words) const;
    QByteArray program(
        const QString& path, const QStringList& words, const QByteArray& input = {}) const;

    TestSandbox m_sandbox;
    QTemporaryDir m_dir;
    Runtime m_runtime;
    std::unique_ptr<ServiceHub> m_hub;
    QString m_problem;
    const qint64 m_turn = QDateTime::currentSecsSinceEpoch(); // orders that no other turn has
};

} // namespace pilothouse::test
