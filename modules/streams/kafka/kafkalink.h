// SPDX-License-Identifier: GPL-3.0-or-later
// KafkaLink: one connection to one broker: opening it (ssh, TLS, versions, login), sending requests
// and taking their answers in order. Blocking, with deadline and cancel; lane thread only.
#pragma once

#include "core/loginlatch.h"
#include "core/secret.h"
#include "core/token.h"
#include "core/tunnel/sshtunnel.h"
#include "core/tunnel/tlspump.h"
#include "core/tunnel/uniquefd.h"
#include "core/writegate.h"
#include "streams/kafka/restplace.h"
#include "streams/kafka/wireapi.h"

#include <QHash>

#include <atomic>
#include <deque>
#include <memory>

namespace pilothouse::streams
{

class SchemaCache;

enum class Mechanism { Plain, Scram256, Scram512 };

// Shared by the links of one adapter; constant after it was made, but for the counters.
struct KafkaSetup {
    ServiceConfig config;
    Secret secret;
    std::shared_ptr<WriteGate> gate;
    Mechanism mechanism = Mechanism::Plain; // used when there is a user
    std::vector<Endpoint> bootstrap;
    QHash<QString, Endpoint> instead; // "host:port" as brokers name themselves → where they are
    milliseconds connectLimit{5000};
    std::shared_ptr<SshTunnel> tunnel; // null: direct
    LoginLatch login;
    std::shared_ptr<const RestPlace> registry; // null: none
    std::shared_ptr<SchemaCache> schemas; // of the registry
    RestPlaces connects;
    mutable std::atomic<int> open{0};
    mutable std::atomic<qint64> requests{0}; // sent by all of them
};

class KafkaLink final
{
public:
    KafkaLink(std::shared_ptr<const KafkaSetup> setup, Endpoint at);
    ~KafkaLink() { close(); }
    Q_DISABLE_COPY_MOVE(KafkaLink)

    bool isOpen() const { return bool(m_fd); }
    // Connects, asks for versions and logs in, within the setup's connectLimit.
    VoidResult open(const Token& token, bool again = false);
    void close();

    // Newest version both sides know; Unsupported when there is none.
    Result<qint16> versionOf(const WireApi& api) const;
    bool knows(const WireApi& api) const { return versionOf(api).has_value(); }
    // Sends without waiting for the answer. Does not ask the gate: KafkaClient does.
    VoidResult send(const WireCall& call, const Token& token, Clock::time_point until);
    // The answer of the oldest request not yet answered. After an error the link is closed.
    Result<WireAnswer> receive(const Token& token, Clock::time_point until);
    size_t waiting() const { return m_waiting.size(); }

    // Kafka's release by the newest metadata.version the broker supports; 0 when it is not told.
    int metadataLevel() const { return m_metadataLevel; }
    const Endpoint& at() const { return m_at; }

private:
    struct Waiting {
        qint32 number = 0;
        qint16 version = 0;
        bool flexible = false; // body and header of the answer
        bool flexibleHeader = false;
    };

    VoidResult connect(const Token& token, Clock::time_point until);
    VoidResult introduce(const Token& token, Clock::time_point until);
    VoidResult logIn(const Token& token, Clock::time_point until);
    Result<QByteArray> authenticate(
        const QByteArray& words, const Token& token, Clock::time_point until);
    Result<WireAnswer> exchange(const WireCall& call, const Token& token, Clock::time_point until);
    VoidResult sendAs(
        const WireCall& call, qint16 version, const Token& token, Clock::time_point until);
    VoidResult readSome(const Token& token, Clock::time_point until);
    tl::unexpected<Error> broken(Error error);

    const std::shared_ptr<const KafkaSetup> m_setup;
    const Endpoint m_at;
    std::unique_ptr<TlsPump> m_pump; // ends after the descriptor is closed
    UniqueFd m_fd;
    QByteArray m_in;
    qsizetype m_from = 0; // what was taken of m_in
    std::deque<Waiting> m_waiting;
    QHash<qint16, std::pair<qint16, qint16>> m_versions;
    qint32 m_number = 0;
    int m_metadataLevel = 0;
};

// "host:port", "[v6]:port", "host"; several separated by commas. Refused for anything else.
Result<std::vector<Endpoint>> parsedAddresses(const QString& text, quint16 port = 9092);
QString nameOf(const Endpoint& at);

} // namespace pilothouse::streams
