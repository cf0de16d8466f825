// SPDX-License-Identifier: GPL-3.0-or-later
// The format after the manual's page on COPY, "Binary Format".
#include "database/postgres/copyrows.h"

#include <utility>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kHeader = 19; // signature, flags, length of an extension that is never there

VoidResult copyMessages(Connection& connection, const Token& token,
    const std::function<void(std::span<const QByteArrayView>)>& row)
{
    std::vector<QByteArrayView> cells;
    bool taken = false; // and nothing had come
    for (bool first = true;;) {
        char* data = nullptr;
        const int size = PQgetCopyData(connection.raw(), &data, 1);
        if (size > 0) {
            const BufferHandle message(data);
            if (!splitBinaryRow({data, size}, first, cells))
                return fail(
                    Error::Kind::Protocol, u"COPY: not its binary format"_s, connection.service());
            first = taken = false;
            if (!cells.empty())
                row(cells);
        } else if (size == 0) {
            // The next rows are mostly there: that needs no question first.
            auto ready = std::exchange(taken, true) ? connection.waitReadable(token)
                                                    : connection.take(token);
            if (!ready)
                return ready;
        } else if (size == -1) {
            return {};
        } else {
            return tl::unexpected(connection.lost());
        }
    }
}

} // namespace

bool splitBinaryRow(QByteArrayView message, bool first, std::vector<QByteArrayView>& cells)
{
    cells.clear();
    const char* at = message.data();
    const char* const end = at + message.size();
    if (first) {
        if (message.size() < kHeader || !message.startsWith("PGCOPY\n"))
            return false;
        at += kHeader;
    }
    if (end - at < 2)
        return at == end;
    const int count = qFromBigEndian<qint16>(at);
    at += 2;
    for (int i = 0; i < count; ++i) { // -1: the trailer
        if (end - at < 4)
            return false;
        const auto size = qFromBigEndian<qint32>(at);
        at += 4;
        if (size < 0) {
            cells.emplace_back();
            continue;
        }
        if (end - at < size)
            return false;
        cells.emplace_back(at, size);
        at += size;
    }
    return at == end;
}

VoidResult copyRows(Connection& connection, const QByteArray& query, const Token& token,
    const std::function<void(std::span<const QByteArrayView>)>& row)
{
    Busy busy(connection.link(), token);
    if (auto sent = connection.send("COPY (" + query + ") TO STDOUT (FORMAT binary)", {}); !sent)
        return sent;
    busy.sent(token);
    VoidResult outcome;
    for (;;) {
        const auto result = connection.next(token);
        if (!result)
            return tl::unexpected(result.error());
        if (!*result)
            break;
        const auto status = PQresultStatus(result->get());
        if (status == PGRES_COPY_OUT) {
            if (auto done = copyMessages(connection, token, row); !done)
                return done;
        } else if (status == PGRES_FATAL_ERROR) {
            outcome = tl::unexpected(errorOf(result->get(), connection.service()));
        }
    }
    if (!busy.settle())
        connection.close();
    return outcome;
}

} // namespace pilothouse::database::postgres
