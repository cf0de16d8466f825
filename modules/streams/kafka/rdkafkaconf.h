// SPDX-License-Identifier: GPL-3.0-or-later
// librdkafka's settings for a cluster of ours, what this librdkafka can do, and its errors as ours.
#pragma once

#include "streams/kafka/kafkalink.h"
#include "streams/kafka/messagereader.h"
#include "streams/kafka/rdkafkahandles.h"

namespace pilothouse::streams
{

// What its threads tell of a handle.
struct RdkafkaNews {
    const std::shared_ptr<const KafkaSetup> setup;
    std::optional<Error> refused = {}; // the login; of the thread that polls
    bool trouble = false; // with a connection; of the same thread
};

// False: the protocol client of ours reads. Through ssh and with addresses of our own, as
// librdkafka checks certificates against the name a broker gives itself; with SCRAM before 2.6.1,
// which sends a nonce Kafka 4 refuses (librdkafka#4895).
bool canUseRdkafka(const KafkaSetup& setup);

// A reader that belongs to no group, commits nothing and creates nothing. `news` outlives the
// handle made of it.
Result<ConfHandle> readerConf(
    const KafkaSetup& setup, Isolation isolation, ReadKind kind, RdkafkaNews& news);

// A broker's thread that finds the queue full sleeps for up to a second, whatever is taken out
// meanwhile (until 2.2, which has fetch.queue.backoff.ms). Called while messages are taken, this
// wakes it: told its login once more, each thread looks anew.
void wakeFetchers(rd_kafka_t* handle, const KafkaSetup& setup);

Error errorOfRdkafka(rd_kafka_resp_err_t code, const char* words = nullptr);

} // namespace pilothouse::streams
