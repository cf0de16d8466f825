// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Messages: following a topic, reading a stretch of it, searching through it. Readers
// never join a group and commit nothing. Bytes are handed on exactly as stored.
#pragma once

#include "core/mailbox.h"
#include "core/stream.h"
#include "streams/api/topics.h"

#include <QHash>

#include <atomic>
#include <memory>

namespace pilothouse::streams
{

struct MessageHeader {
    QByteArray name;
    QByteArray value; // null: no value
    bool operator==(const MessageHeader&) const = default;
};

struct Message {
    enum class TimeKind { None, Create, LogAppend };

    QString topic;
    int partition = 0;
    qint64 offset = 0;
    qint64 timestamp = -1; // ms since 1970 UTC; -1: none
    TimeKind timeKind = TimeKind::None;
    QByteArray key; // null: no key
    QByteArray value; // null: a tombstone; cut at the query's `cut`
    std::vector<MessageHeader> headers; // in order, names may repeat
    qint64 valueSize = 0; // bytes as stored, uncut; -1 with a null value
    // Of its batch: "none", "gzip", "snappy", "lz4", "zstd". Empty: not told, as in tails and
    // searches; pages and message() tell it, and whether it came in a transaction.
    QString codec;
    bool transactional = false;

    bool isCut() const { return valueSize > value.size(); }
    bool operator==(const Message&) const = default;
};

inline constexpr qint64 kCutValue = 64 * 1024; // bytes of a value kept in lists

// What a match looks at, on raw bytes. Empty pattern: everything matches.
struct MessagePattern {
    // Tombstone: messages without a value. OneOf: key, value or a header is one of `others`, and
    // the header's name is `equals`; empty: any. Of both the pattern is words, no more.
    enum class Mode { Contains, Regex, Field, Tombstone, OneOf };
    enum Where { Key = 1, Headers = 2, Value = 4, Anywhere = 7 };

    Mode mode = Mode::Contains;
    QString pattern; // Field: a path into JSON, "$.order.id"; compared with `equals`
    QString equals;
    int where = Anywhere;
    bool caseSensitive = true;
    QStringList others = {}; // Field: any of these as well; OneOf: all of them
    bool operator==(const MessagePattern&) const = default;
};

// A place in time or by number; the same for all partitions.
struct TopicPlace {
    enum class Kind { Begin, End, Offset, Time, BeforeEnd };

    Kind kind = Kind::Begin;
    qint64 offset = 0; // Offset: that one; BeforeEnd: so many before the end
    QDateTime time; // UTC
    bool operator==(const TopicPlace&) const = default;
};

struct TailQuery {
    QString topic;
    std::vector<int> partitions; // empty: all, those added later too
    TopicPlace from{TopicPlace::Kind::End, 0, {}};
    Isolation isolation = Isolation::Committed;
    MessagePattern filter;
    qint64 cut = kCutValue;
    std::shared_ptr<std::atomic<bool>> hold; // while true nothing is fetched; then it goes on there
    std::map<int, qint64> positions = {}; // goes on from here instead of `from`, where named
};

// How a tail or search fares; sent a few times a second.
struct ReadState {
    qint64 messages = 0; // seen
    qint64 matched = 0; // of these
    qint64 bytes = 0; // of keys, values and headers
    std::map<int, qint64> positions; // partition → next offset
    std::map<int, Error> problems; // partitions that cannot be read now; they are tried again
    bool operator==(const ReadState&) const = default;
};

struct PageQuery {
    QString topic;
    std::vector<int> partitions; // empty: all
    TopicPlace from{TopicPlace::Kind::BeforeEnd, 100, {}};
    std::map<int, qint64> positions; // goes on from here instead of `from`, where named
    bool backwards = false; // what lies before the positions
    int limit = 100; // messages in all
    Isolation isolation = Isolation::Committed;
    qint64 cut = kCutValue;
};
struct MessagePage {
    std::vector<Message> messages; // by time, then partition and offset
    std::map<int, qint64> next; // hand back to go on
    std::map<int, qint64> previous; // hand back with `backwards`
    bool atEnd = false;
    bool atBegin = false;
    std::map<int, Error> problems; // partitions that are missing
};

struct SearchQuery {
    QString topic;
    std::vector<int> partitions; // empty: all
    TopicPlace from{TopicPlace::Kind::Begin, 0, {}};
    TopicPlace to{TopicPlace::Kind::End, 0, {}}; // exclusive; the end as it is when it starts
    std::map<int, qint64> resume; // positions of a search that was cut off
    Isolation isolation = Isolation::Committed;
    MessagePattern pattern;
    qint64 limit = 0; // hits; 0: all
    qint64 cut = kCutValue;
    std::shared_ptr<std::atomic<bool>> hold; // while true nothing is fetched
};
struct SearchProgress {
    std::map<int, std::pair<qint64, qint64>> range; // partition → first and last (exclusive) offset
    ReadState state;
    qint64 hits = 0;
    std::map<int, qint64> hitsBy; // partition → hits
    std::optional<qint64> completeUpTo; // ms since 1970: no hit before this is still to come
    bool operator==(const SearchProgress&) const = default;

    qint64 total() const // offsets
    {
        qint64 sum = 0;
        for (const auto& [partition, ends] : range)
            sum += ends.second - ends.first;
        return sum;
    }
    qint64 done() const
    {
        qint64 sum = 0;
        for (const auto& [partition, ends] : range) {
            const auto at = state.positions.find(partition);
            sum += (at == state.positions.end() ? ends.first : at->second) - ends.first;
        }
        return sum;
    }
};
struct SearchBatch {
    std::vector<Message> hits;
    SearchProgress progress;
};

class Messages
{
public:
    virtual ~Messages() = default;

    // Matching messages go into the mailbox, which drops and counts what does not fit. Goes on by
    // itself after a lost broker or a moved leader; ends with NotFound when the topic is deleted.
    virtual Stream<ReadState> tail(const TailQuery& query, MailboxWriter<Message> to) = 0;
    virtual Call<MessagePage> page(const PageQuery& query) = 0;
    // One message, uncut. NotFound: it is not kept any more (or was a transaction's mark).
    virtual Call<Message> message(const QString& topic, int partition, qint64 offset) = 0;
    // Nothing is dropped: a slow reader slows the search down.
    virtual Stream<SearchBatch> search(const SearchQuery& query) = 0;
};

} // namespace pilothouse::streams
