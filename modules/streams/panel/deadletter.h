// SPDX-License-Identifier: GPL-3.0-or-later
// What a dead letter says of itself in its headers, by the customs of Kafka Connect, Spring and
// others. Pure.
// Sources: KIP-298 (__connect.errors.*); Spring for Apache Kafka, DeadLetterPublishingRecoverer
// (kafka_dlt-*, numbers as big-endian bytes); the x-… and dlq.… headers of common libraries.
#pragma once

#include "streams/api/acts.h"

namespace pilothouse::streams
{

struct DeadLetter {
    Message message;
    QString topic; // where it was first; empty: it does not say
    std::optional<int> partition;
    std::optional<qint64> offset;
    QString error; // class of the exception, short: "DataException"; or the begin of its words
    QString detail; // its words
    bool operator==(const DeadLetter&) const = default;
};

DeadLetter deadLetterOf(Message message);
bool isDeadLetter(const Message& message); // names the topic it comes from
bool isErrorHeader(const QByteArray& name); // tells of the failure, not of the message
std::vector<MessageHeader> withoutErrorHeaders(const std::vector<MessageHeader>& headers);
// By its name alone: "dlq.orders", "orders.DLT", "orders-dead-letter".
bool looksLikeDeadLetterTopic(const QString& topic);

} // namespace pilothouse::streams
