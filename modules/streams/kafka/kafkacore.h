// SPDX-License-Identifier: GPL-3.0-or-later
// KafkaCore: what the parts of one adapter share: the setup, the lanes and the making of acts.
#pragma once

#include "core/act.h"
#include "core/adapter.h"
#include "core/lane.h"
#include "streams/kafka/consumption.h"
#include "streams/kafka/kafkaclient.h"
#include "streams/kafka/restclient.h"

namespace pilothouse::streams
{

using KafkaLane = Lane<KafkaClient>;

inline constexpr milliseconds kReadLimit{15'000};
inline constexpr milliseconds kFacetLimit{8'000};
inline constexpr milliseconds kSilence{30'000};

// What an act says. `statement` is exactly what its body sends, in words of the protocol.
struct ActParts {
    QString word; // stable, for the audit log: "create-topic"
    Text title;
    Text question;
    Text consequence;
    Text button;
    QString icon;
    QString target; // entity name
    QString typedName; // empty: the target's
    QString statement;
    std::vector<ActEffect> effects;
    QString language = QString::fromLatin1("kafka");
    bool destructive = false;
};

using ActBody = std::function<Result<Text>(KafkaClient&, const Token&, TaskProgress&)>;

// GUI thread. Held by the adapter and, weakly, by acts that wait for their confirmation.
class KafkaCore final : public std::enable_shared_from_this<KafkaCore>
{
public:
    explicit KafkaCore(AdapterContext context);
    Q_DISABLE_COPY_MOVE(KafkaCore)

    const ServiceConfig& config() const { return m_setup->config; }
    Runtime& runtime() const { return *m_context.runtime; }
    int connections() const;
    const std::shared_ptr<const KafkaSetup>& setup() const { return m_setup; }
    EntityId entity(const QString& name) const { return {config().ns, name}; }

    const std::shared_ptr<Consumption>& consumption() const { return m_consumption; }

    KafkaLane& reads() { return *m_reads; }
    KafkaLane& offsets() { return *m_offsets; } // lags, never behind anything slow
    KafkaLane& facets() { return *m_facets; }
    KafkaLane& acts() { return *m_acts; }

    // A lane of its own for a tail or a search, free again when the mark is gone. Null when all are
    // in use: tails never end, so nobody waits behind one.
    struct Reading {
        KafkaLane* lane = nullptr;
        std::shared_ptr<void> mark;
    };
    Reading reader();

    Act act(ActParts parts, ActBody body);
    // One request to a registry or a Connect cluster; its text is the statement.
    Act act(ActParts parts, const std::shared_ptr<const RestPlace>& place,
        const RestRequest& request, std::function<Text(const QJsonValue&)> outcome);

private:
    std::unique_ptr<KafkaLane> makeLane(const QString& part);

    struct Reader {
        std::unique_ptr<KafkaLane> lane;
        std::shared_ptr<int> mark; // held by the job that runs on it
    };

    const AdapterContext m_context;
    std::shared_ptr<const KafkaSetup> m_setup;
    const std::shared_ptr<Consumption> m_consumption = std::make_shared<Consumption>();
    std::unique_ptr<KafkaLane> m_reads;
    std::unique_ptr<KafkaLane> m_offsets;
    std::unique_ptr<KafkaLane> m_facets;
    std::unique_ptr<KafkaLane> m_acts;
    std::vector<Reader> m_readers;
};

} // namespace pilothouse::streams
