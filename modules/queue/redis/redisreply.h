// SPDX-License-Identifier: GPL-3.0-or-later
// From the wire to values: hiredis parses, our builder makes Reply values directly and keeps a
// limit on what a peer may make us hold. Errors by the server's own prefix.
#pragma once

#include "core/error.h"
#include "queue/api/reply.h"
#include "queue/redis/redishandles.h"

#include <optional>

namespace pilothouse::queue
{

// Counts what the reply being read costs; set as the reader's private data.
struct ReplyBudget {
    static constexpr qint64 kDefaultLimit = 64 << 20;
    static constexpr int kDeepest = 32;

    qint64 limit = kDefaultLimit; // bytes of one reply, payload and our bookkeeping
    qint64 used = 0;
    bool exceeded = false;
    bool tooDeep = false; // arrays in arrays; older hiredis has a limit of its own
};

// Makes the reader of a context (or a bare one) build Reply values. `budget` must outlive it.
void installBuilder(redisReader* reader, ReplyBudget* budget);
ReaderHandle makeReader(ReplyBudget* budget);

// The next whole reply among the bytes fed so far; none: more bytes are needed. Protocol when the
// bytes make no sense or the reply is larger than the budget (code "too-large").
Result<std::optional<Reply>> takeReply(redisReader* reader, ReplyBudget& budget);

// An error reply as an Error: the kind by its prefix, the words verbatim, code = prefix.
Error errorOf(const QByteArray& words, const QString& where);
// What to say of a key, or a part of one, that was there when it was shown.
Text keyGone();
Text elementGone();

// Reading values out of replies; each fails with Protocol when the shape is not the expected one.
Result<qint64> asInteger(const Reply& reply);
Result<QByteArray> asBytes(const Reply& reply); // Null becomes a null QByteArray

// The value after `key` in an array of pairs; null when it is not there.
const Reply* fieldOf(const Reply& pairs, QByteArrayView key);
qint64 integerField(const Reply& pairs, QByteArrayView key, qint64 otherwise = 0);

} // namespace pilothouse::queue
