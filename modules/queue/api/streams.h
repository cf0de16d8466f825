// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Streams: consumer groups of a stream, who holds what, and taking it over.
#pragma once

#include "core/act.h"
#include "core/call.h"

#include <optional>
#include <vector>

namespace pilothouse::queue
{

struct StreamGroup {
    QByteArray name;
    qint64 consumers = 0;
    qint64 pending = 0;
    QByteArray lastDelivered;
    std::optional<qint64> lag; // none: the server does not know it (shown as unknown, never as 0)
    bool operator==(const StreamGroup&) const = default;
};

struct StreamConsumer {
    QByteArray name;
    qint64 pending = 0;
    qint64 idleMs = 0;
    bool operator==(const StreamConsumer&) const = default;
};

struct PendingEntry {
    QByteArray id;
    QByteArray consumer;
    qint64 idleMs = 0;
    qint64 deliveries = 0;
    bool operator==(const PendingEntry&) const = default;
};

struct PendingQuery {
    QByteArray key;
    QByteArray group;
    QByteArray consumer; // empty: all
    qint64 minIdleMs = 0;
    QByteArray after; // exclusive id for the next page; empty: from the oldest
    int count = 100;
};

class Streams
{
public:
    virtual ~Streams() = default;

    virtual Call<std::vector<StreamGroup>> groups(const QByteArray& key) = 0;
    virtual Call<std::vector<StreamConsumer>> consumers(
        const QByteArray& key, const QByteArray& group)
        = 0;
    virtual Call<std::vector<PendingEntry>> pending(const PendingQuery& query) = 0;

    virtual Act acknowledge(
        const QByteArray& key, const QByteArray& group, const std::vector<QByteArray>& ids)
        = 0;
    // Only entries idle for at least `minIdleMs` move.
    virtual Act claim(const QByteArray& key, const QByteArray& group, const QByteArray& consumer,
        qint64 minIdleMs, const std::vector<QByteArray>& ids)
        = 0;
    virtual Act createGroup(const QByteArray& key, const QByteArray& group, const QByteArray& from)
        = 0;
    virtual Act removeGroup(const QByteArray& key, const StreamGroup& group) = 0;
};

} // namespace pilothouse::queue
