// SPDX-License-Identifier: GPL-3.0-or-later
// What live tests of the Kafka adapter share: a runtime and an adapter on brokers of their own.
#pragma once

#include "core/act.h"
#include "core/auditlog.h"
#include "streams/kafka/kafkadescriptor.h"
#include "tests/support/await.h"
#include "tests/support/ownkafka.h"

#include <QTemporaryDir>

namespace pilothouse::test
{

// An adapter with its own runtime, as the hub would make it.
class KafkaTestClient final
{
public:
    explicit KafkaTestClient(ServiceConfig config, const Secret& password = {})
        : gate(std::make_shared<WriteGate>(config.writes))
        , audit(std::make_shared<AuditLog>(folder.filePath(QString::fromLatin1("audit.jsonl"))))
    {
        adapter = streams::kafkaDescriptor().make(
            AdapterContext{std::move(config), password, gate, audit, &runtime});
    }
    explicit KafkaTestClient(const OwnKafka& kafka, WriteMode writes = WriteMode::On)
        : KafkaTestClient(kafka.config(writes), kafka.password())
    {
    }

    template <class T>
    T& as() const
    {
        return *adapter->as<T>();
    }
    // Runs an act as the window does after its confirmation.
    TaskStatus::State apply(const Act& act)
    {
        const auto task = act.make();
        const auto state = finish(*task, 60'000);
        outcome = task->outcome();
        return state;
    }

    QTemporaryDir folder;
    Runtime runtime;
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<AuditLog> audit;
    std::unique_ptr<Adapter> adapter;
    Result<Text> outcome;
};

// What went wrong, for messages of checks.
template <class T>
QString wordsOf(const Result<T>& result)
{
    return result
        ? QString()
        : pilothouse::wordOf(result.error().kind) + QLatin1Char(' ') + result.error().detail;
}

} // namespace pilothouse::test

// With CI=true a server that does not start is a failure, never a skip.
#define PH_NEED_KAFKA(kafka)                                                                       \
    do {                                                                                           \
        if (!(kafka).problem().isEmpty()) {                                                        \
            if (qEnvironmentVariable("CI") == QLatin1String("true"))                               \
                QFAIL(qPrintable((kafka).problem()));                                              \
            QSKIP(qPrintable((kafka).problem()));                                                  \
        }                                                                                          \
    } while (false)
