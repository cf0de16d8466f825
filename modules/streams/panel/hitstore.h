// SPDX-License-Identifier: GPL-3.0-or-later
// HitStore: all messages a search found, in the order they came. The oldest go to an unlinked file;
// what the lists sort and filter by stays in memory. GUI thread.
#pragma once

#include "core/lane.h"
#include "core/tablestore.h"
#include "streams/api/messages.h"

#include <deque>
#include <map>

namespace pilothouse::streams
{

// What is always in memory of a hit.
struct HitEntry {
    qint64 time = -1;
    quint32 row = 0;
    int partition = 0;
};

// A stored row as a message; `keyCut`: the key held is not whole.
struct HitRow {
    Message message;
    bool keyCut = false;
};
HitRow hitOf(const QString& topic, std::span<const CellView> cells);

class HitStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HitStore)

public:
    static constexpr qint64 kMostHits = 2'000'000;

    HitStore(
        Runtime& runtime, QString topic, TableStoreOptions options = {}, QObject* parent = nullptr);

    // Hits already known (an older offset of their partition) are left out: a search that goes on
    // may tell some twice. Returns how many are new.
    qint64 append(std::vector<Message>&& hits);
    bool isFull() const { return qint64(m_entries.size()) >= kMostHits; }
    // Much is waiting to be stored: whoever appends waits until caughtUp().
    bool isBehind() const { return m_waiting.size() >= 8; }
    bool isSettled() const { return m_waiting.empty() && !m_write.running(); }

    Runtime& runtime() const { return m_runtime; }
    const QString& topic() const { return m_topic; }
    qint64 rowCount() const { return m_store.rowCount(); } // stored, so they can be read
    qint64 hits() const { return qint64(m_entries.size()); }
    const std::map<int, qint64>& hitsBy() const { return m_by; } // partition → hits
    const HitEntry& entry(qint64 row) const { return m_entries[size_t(row)]; }
    // None: it is being read from the file, loaded() follows.
    std::optional<Message> message(qint64 row) const;
    std::shared_ptr<const TableReader> reader() const { return m_store.reader(); }
    qint64 spilledBytes() const { return m_store.spilledBytes(); }

Q_SIGNALS:
    void grew(qint64 rows);
    void loaded();
    void caughtUp();
    void failed(const pilothouse::Error& error); // full disk: nothing more is kept

private:
    void writeNext();

    Runtime& m_runtime;
    const QString m_topic;
    TableStore m_store;
    std::shared_ptr<TableWriter> m_writer;
    Lane<> m_lane;
    Call<bool> m_write;
    std::deque<std::shared_ptr<std::vector<Message>>> m_waiting;
    std::vector<HitEntry> m_entries;
    std::map<int, qint64> m_last; // partition → newest offset that is in
    std::map<int, qint64> m_by;
    bool m_failed = false;
};

} // namespace pilothouse::streams
