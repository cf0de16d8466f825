// SPDX-License-Identifier: GPL-3.0-or-later
// OwnKafka: brokers of one test, which may do to them what it likes, with a network that can be
// made to fail before each. GroupMember: somebody else who reads in a consumer group.
#pragma once

#include "core/adapter.h"
#include "tests/support/faultproxy.h"
#include "tests/support/serverscript.h"

#include <QJsonValue>

#include <memory>
#include <vector>

namespace pilothouse::test
{

// Ends with the test, also when that is killed. Brokers are counted from 1; the first is also the
// controller, so without it nothing is elected. A start takes 5 to 20 s: share one among functions.
class OwnKafka final
{
public:
    struct Options {
        int major = 3; // or 4
        QString kind = QString::fromLatin1("plain"); // tls, mutual, sasl, sasl-tls
        QString certificate = QString::fromLatin1("server"); // wrong-name, expired
        int brokers = 1;
        // A proxy stands before each broker, and the broker names the proxy's address to clients:
        // whatever they send goes through it, not their first request alone.
        bool proxied = false;
        // Clients are told this address of the first broker instead, whatever is there.
        QString advertise = {};
    };

    explicit OwnKafka(const Options& options);
    ~OwnKafka();
    Q_DISABLE_COPY_MOVE(OwnKafka)

    // Empty when all brokers answer. With CI=true a test must fail then, not skip.
    QString problem() const { return m_problem; }

    // Where clients begin, "127.0.0.1:P,127.0.0.1:P": the proxies if there are any.
    QString address() const;
    QString address(int broker) const;
    FaultProxy& proxy(int broker) const { return *m_proxies[size_t(broker - 1)]; }
    // `pilot` where there is a login, who may do everything; `viewer` has the same password and no
    // rights.
    QString user() const;
    Secret password() const { return Secret(m_script ? m_script->password() : QString()); }
    ServiceConfig config(WriteMode writes = WriteMode::On) const;

    // Where a broker keeps its messages: "TOPIC-PARTITION/…0.log". For one that is down.
    QString logFolder(int broker) const;

    void kill(int broker) const; // kill -9; it is started anew at once
    bool takeDown(int broker) const; // ends in order and stays away
    void bringBack(int broker) const;
    void freeze(int broker, bool stopped) const; // SIGSTOP, SIGCONT: one that hangs
    // Every broker is there and every partition has its leader and all its copies.
    bool isWhole() const;
    bool waitUntilWhole() const;

    // kafka-ask on the plain inner listeners, past proxies and logins; see its usage. Undefined,
    // with a warning that fails the test, when it fails.
    QJsonValue ask(const QStringList& words, const QByteArray& input = {}) const;
    // The plain inner listeners, where nobody logs in.
    QString innerAddress() const;

private:
    qint64 process(int broker) const;
    QString downFile(int broker) const;

    const Options m_options;
    std::vector<std::unique_ptr<FaultProxy>> m_proxies;
    std::unique_ptr<ServerScript> m_script;
    QString m_problem;
};

// A process that subscribes, reads and commits until it ends.
class GroupMember final
{
public:
    // `words`: "consumer" for the newer protocol (Kafka 4), "--pause" for one that reads nothing.
    GroupMember(const QString& address, const QString& group, const QString& topic,
        const QStringList& words = {});
    ~GroupMember() { leave(); }
    Q_DISABLE_COPY_MOVE(GroupMember)

    // Until it has just as many partitions; false after a minute.
    bool waitForPartitions(int count);
    void leave(); // in order: the group knows at once
    void vanish(); // kill -9: the group notices after its session timeout

private:
    QProcess m_process;
    QByteArray m_said;
};

// kafka-ask at any broker that needs no login.
QJsonValue askKafka(const QString& address, const QStringList& words, const QByteArray& input = {});

} // namespace pilothouse::test
