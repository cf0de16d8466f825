// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Keyspace: walking the names of a database and asking what they are.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "core/stream.h"
#include "queue/api/namebatch.h"

#include <atomic>
#include <memory>

namespace pilothouse::queue
{

struct ScanQuery {
    QByteArray pattern; // glob as the server matches it; empty: all
    KeyType type = KeyType::Unknown; // only this type; Unknown: all
    // Set by the panel, read on the lane between two steps: while true, nothing is sent.
    std::shared_ptr<std::atomic<bool>> hold;
    qint64 limit = 0; // stop after so many names; 0: all
};

class Keyspace
{
public:
    virtual ~Keyspace() = default;

    // Each step is sized so that the server is busy with it for about a millisecond. A walk sees
    // every key that is there from its begin to its end, and may name one twice. A broken walk ends
    // with its error; what it found stays true.
    virtual Stream<NameBatch> scan(const ScanQuery& query) = 0;
    // The same walk with details, pipelined.
    virtual Stream<DetailBatch> survey(const ScanQuery& query, DetailFields fields) = 0;
    // In the order of `keys`.
    virtual Call<std::vector<KeyDetail>> details(
        const std::vector<QByteArray>& keys, DetailFields fields)
        = 0;
    virtual Call<KeyFacts> facts(const QByteArray& key) = 0;

    virtual Act expire(const QByteArray& key, milliseconds ttl) = 0;
    virtual Act persist(const QByteArray& key) = 0;
    virtual Act rename(const QByteArray& key, const QByteArray& to) = 0; // refuses to overwrite
    virtual Act copy(const QByteArray& key, const QByteArray& to) = 0; // refuses to overwrite
    // Effects (keys that exist, elements, bytes) are counted on the server first.
    virtual Call<Act> remove(const std::vector<QByteArray>& keys) = 0;
    // Everything whose name begins so: walked and removed in small steps. `known`: what the last
    // walk counted, shown as "at least".
    virtual Act removePrefix(const QByteArray& prefix, qint64 known) = 0;
};

} // namespace pilothouse::queue
