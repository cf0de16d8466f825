// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of one key: its type, age, size and length, each "unknown" until the server said
// so.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pilothouse::queue
{

// Other: a type of a server module, told by its own name in KeyDetail::typeName.
enum class KeyType { Unknown, String, Hash, List, Set, SortedSet, Stream, Other };

// Names and values are bytes: what the server holds need not be text.
struct KeyDetail {
    static constexpr qint64 kNoTtl = -1;

    QByteArray name;
    KeyType type = KeyType::Unknown;
    QByteArray typeName; // as the server says it; empty when unknown
    std::optional<qint64> ttl; // milliseconds left, kNoTtl: kept for ever, none: not asked
    std::optional<qint64> memory; // bytes, an estimate by the server's default sampling
    std::optional<qint64> length; // bytes of a string, else elements
    bool gone = false; // the key was not there any more when asked
    bool operator==(const KeyDetail&) const = default;
};

// Beside the detail, what only the inspector of one key asks for.
struct KeyFacts {
    KeyDetail detail;
    QByteArray encoding; // "listpack", empty when not told
    std::optional<qint64> idle; // seconds since last used; none under an LFU policy
    bool operator==(const KeyFacts&) const = default;
};

// Which details are worth their cost. Length needs a second round trip, as it depends on the type.
enum class DetailField { Type = 1, Ttl = 2, Memory = 4, Length = 8 };
Q_DECLARE_FLAGS(DetailFields, DetailField)
Q_DECLARE_OPERATORS_FOR_FLAGS(DetailFields)

inline constexpr int kAllDetails = 15;

// The server's word ("zset") and back.
inline KeyType typeOf(QByteArrayView word)
{
    using Pair = std::pair<QByteArrayView, KeyType>;
    static constexpr Pair kWords[] = {{"string", KeyType::String}, {"hash", KeyType::Hash},
        {"list", KeyType::List}, {"set", KeyType::Set}, {"zset", KeyType::SortedSet},
        {"stream", KeyType::Stream}, {"none", KeyType::Unknown}, {"", KeyType::Unknown}};
    for (const Pair& p : kWords) {
        if (p.first == word)
            return p.second;
    }
    return KeyType::Other;
}

inline QByteArray wordOf(KeyType type)
{
    switch (type) {
    case KeyType::String:
        return "string";
    case KeyType::Hash:
        return "hash";
    case KeyType::List:
        return "list";
    case KeyType::Set:
        return "set";
    case KeyType::SortedSet:
        return "zset";
    case KeyType::Stream:
        return "stream";
    case KeyType::Unknown:
    case KeyType::Other:
        break;
    }
    return {};
}

} // namespace pilothouse::queue
