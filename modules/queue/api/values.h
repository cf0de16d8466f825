// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Values: reading a value by windows, whatever its size, and changing parts of it.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "queue/api/keytypes.h"

#include <QLatin1StringView>

#include <utility>
#include <vector>

namespace pilothouse::queue
{

// A piece of a string value.
struct TextWindow {
    QByteArray bytes;
    qint64 from = 0; // offset of the first byte
    qint64 total = 0; // length of the whole value
    bool operator==(const TextWindow&) const = default;
};

// One element. What the parts mean depends on the type: hash: field, value · list: value, index ·
// set: value · sorted set: value, score · stream: id in `field`, its pairs in `pairs`.
// A part longer than kPartLimit is cut; `fullSize` tells its real length.
struct ValueRow {
    static constexpr qsizetype kPartLimit = 64 * 1024;

    QByteArray field;
    QByteArray value;
    qint64 index = -1;
    QByteArray score; // exactly as the server says it
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    qint64 fullSize = 0; // of `value`
    bool operator==(const ValueRow&) const = default;
};

struct PageQuery {
    QByteArray key;
    KeyType type = KeyType::Unknown;
    QByteArray cursor; // empty: the beginning; else ValuePage::next
    QByteArray match; // glob on fields or members (hash, set, sorted set); empty: all
    int count = 100;
    bool newestFirst = false; // sorted sets and streams: from the high end
    qint64 from = 0; // lists: index of the first element, when `cursor` is empty
};

struct ValuePage {
    std::vector<ValueRow> rows;
    QByteArray next; // empty: that was all
    qint64 total = 0;
    bool operator==(const ValuePage&) const = default;
};

// One change of one value. What adds to a value never makes its key anew: where that is gone, the
// task fails with NotFound.
struct ValueEdit {
    // The code of the Conflict that answers an addition of what is there.
    static constexpr QLatin1StringView kTaken{"taken"};

    enum class Kind {
        SetText, // key = value, keeps its TTL
        AddField, // hash: Conflict when it has that field
        SetField,
        RemoveField,
        SetItem, // list, at `index`
        PushFront,
        PushBack,
        RemoveItem, // list: the element at `index`, which must still be `expected`
        AddMember, // set: Conflict when it is one
        RemoveMember,
        AddScored, // sorted set: Conflict when it is a member
        SetScore, // adds or changes
        RemoveScored,
        AddEntry, // stream: `pairs`
        RemoveEntry, // stream: id in `field`
    };
    Kind kind = Kind::SetText;
    QByteArray key;
    QByteArray field; // hash field, member, entry id
    QByteArray value;
    QByteArray score;
    qint64 index = 0;
    std::vector<std::pair<QByteArray, QByteArray>> pairs;
    // What was shown when the edit began. When set and the server holds something else by now,
    // nothing is sent and the task fails with Conflict.
    std::optional<QByteArray> expected;
};

class Values
{
public:
    virtual ~Values() = default;

    virtual Call<TextWindow> text(const QByteArray& key, qint64 from, qint64 length) = 0;
    virtual Call<ValuePage> page(const PageQuery& query) = 0;
    virtual Act edit(const ValueEdit& edit) = 0;
};

} // namespace pilothouse::queue
