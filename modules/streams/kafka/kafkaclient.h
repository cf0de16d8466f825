// SPDX-License-Identifier: GPL-3.0-or-later
// KafkaClient: a lane's way to a cluster: which broker is asked, on which link, and what may be
// sent. Everything that changes something passes the write gate here.
#pragma once

#include "core/task.h"
#include "streams/kafka/kafkalink.h"
#include "streams/kafka/wiremetadata.h"

#include <map>
#include <set>

namespace pilothouse::streams
{

// Lane thread only.
class KafkaClient final
{
public:
    explicit KafkaClient(std::shared_ptr<const KafkaSetup> setup)
        : m_setup(std::move(setup))
    {
    }
    Q_DISABLE_COPY_MOVE(KafkaClient)

    // The next login is one the user asked for: tried also after a refusal, and brokers that were
    // away are tried at once.
    void askAgain();

    // Asks any broker; keeps what it says of brokers.
    Result<WireMetadata> metadata(const std::optional<QStringList>& topics, const Token& token);
    // Brokers by number, asked for when not yet known.
    Result<std::map<int, WireBroker>> brokers(const Token& token);

    // Who takes changes of topics; with KRaft any broker, which hands them on.
    Result<int> controller(const Token& token);

    // Reads. A broker that does not answer is left for another after half of the time.
    Result<WireAnswer> any(const WireCall& call, const Token& token);
    Result<WireAnswer> node(int id, const WireCall& call, const Token& token);
    struct Asked {
        int node = -1;
        WireCall call;
    };
    // All at once, an answer or error for each, in order. Requests to one broker stand in its
    // queue.
    std::vector<Result<WireAnswer>> many(const std::vector<Asked>& asked, const Token& token);

    // Who coordinates these groups: a node, or why not.
    Result<std::map<QString, Result<int>>> coordinators(
        const QStringList& groups, const Token& token);

    // A change: refused where the connection may not write, never sent twice. `node` -1: any
    // broker (it hands on to the controller). `progress` learns between which moments its outcome
    // is unknown.
    Result<WireAnswer> change(
        int node, const WireCall& call, const Token& token, TaskProgress& progress);
    VoidResult mayWrite() const; // what the gate says now

    // True when a broker known so far understands the request.
    Result<bool> knows(const WireApi& api, const Token& token);
    QString version(); // "Kafka 3.9", of the last broker asked
    const KafkaSetup& setup() const { return *m_setup; }
    const std::shared_ptr<const KafkaSetup>& sharedSetup() const { return m_setup; }
    const QString& where() const { return m_setup->config.id; }

private:
    struct Away {
        Clock::time_point until;
        Error error;
    };

    Endpoint placeOf(const WireBroker& broker) const;
    Result<KafkaLink*> linkTo(const Endpoint& at, const Token& token);
    Result<KafkaLink*> linkTo(int node, const Token& token); // of those known
    VoidResult learnOf(const std::set<int>& nodes, const Token& token);
    Result<KafkaLink*> anyLink(const Token& token, const std::set<QString>& without);
    std::vector<Endpoint> candidates() const;
    void learn(const WireMetadata& metadata);
    void remember(const Endpoint& at, const Error& error);
    tl::unexpected<Error> told(Error error) const;

    const std::shared_ptr<const KafkaSetup> m_setup;
    std::map<QString, std::unique_ptr<KafkaLink>> m_links; // by "host:port"
    std::map<int, WireBroker> m_brokers;
    std::map<QString, Away> m_away;
    int m_level = 0; // metadata.version
    bool m_again = false;
};

// Kafka's release with this newest metadata.version; empty below 3.0.
QString releaseOf(int metadataLevel);

} // namespace pilothouse::streams
