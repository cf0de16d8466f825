// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/rediswalk.h"

#include "queue/redis/redisinfo.h"
#include "queue/redis/redisvalues.h"

#include <condition_variable>
#include <thread>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kSilenceOfWalk{30'000};

} // namespace

VoidResult RedisWalk::begin()
{
    if (const auto opened = m_connection.open(m_token); !opened)
        return opened;
    const auto size = m_connection.read({"DBSIZE"}, m_token);
    if (size)
        m_total = asInteger(*size).value_or(0);
    else if (size.error().kind != Error::Kind::Auth || !m_connection.isOpen())
        return tl::unexpected(size.error()); // else not allowed to ask: total stays unknown
    if (const auto looked = refreshPace(); !looked)
        return looked;
    return sendNext();
}

// What SCAN cost the server since the last look, by its own statistics: the time that counts is the
// server's, a round trip also holds the network.
VoidResult RedisWalk::refreshPace()
{
    if (!m_costKnown)
        return {};
    const auto text = m_connection.read({"INFO", "commandstats"}, m_token);
    if (!text) {
        if (!m_connection.isOpen() || m_token.stopped())
            return tl::unexpected(text.error());
        m_costKnown = false; // the server refuses to tell; then the round trip must do
        return {};
    }
    const auto cost = commandCost(parsedInfo(text->bytes), "scan").value_or(CommandCost{});
    if (m_steps > 0 && cost.calls > m_calls)
        m_pace.record(
            m_pace.count(), double(cost.micros - m_micros) / 1000.0 / double(cost.calls - m_calls));
    m_calls = cost.calls;
    m_micros = cost.micros;
    return {};
}

VoidResult RedisWalk::waitWhileHeld()
{
    while (m_query.hold && m_query.hold->load()) {
        if (m_token.stopped())
            return fail(Error::Kind::Cancelled, {});
        m_token.alive(kSilenceOfWalk);
        std::this_thread::sleep_for(milliseconds(50)); // a lane, and nothing else to do on it
    }
    return {};
}

VoidResult RedisWalk::sendNext()
{
    if (m_ended)
        return {};
    if (const auto free = waitWhileHeld(); !free)
        return free;
    Command step{"SCAN", m_cursor};
    if (!m_query.pattern.isEmpty() && m_query.pattern != "*")
        step.insert(step.end(), {"MATCH", m_query.pattern});
    step.insert(step.end(), {"COUNT", QByteArray::number(m_pace.count())});
    if (m_query.type != KeyType::Unknown && m_query.type != KeyType::Other)
        step.insert(step.end(), {"TYPE", wordOf(m_query.type)});
    if (const auto queued = m_connection.queue(step, m_token); !queued)
        return queued;
    m_sentAt = Clock::now();
    return m_connection.flush(m_token);
}

Result<Reply> RedisWalk::receive()
{
    auto step = m_connection.next(m_token);
    if (!step)
        return step;
    m_token.alive(kSilenceOfWalk);
    if (step->isError())
        return tl::unexpected(errorOf(step->bytes, m_connection.where()));
    if (step->items.size() != 2 || !step->items[0].isText() || !step->items[1].isArray())
        return fail(Error::Kind::Protocol, u"SCAN: a cursor and names were expected"_s,
            m_connection.where());
    if (!m_costKnown)
        m_pace.record(m_pace.count(),
            std::chrono::duration<double, std::milli>(Clock::now() - m_sentAt).count());
    m_cursor = step->items[0].bytes;
    m_ended = m_cursor == "0";
    ++m_steps;
    return step;
}

NameBatch RedisWalk::decoded(const Reply& step)
{
    NameBatch batch;
    const auto& names = step.items[1].items;
    qsizetype bytes = 0;
    for (const Reply& name : names)
        bytes += name.bytes.size();
    batch.bytes.reserve(bytes);
    batch.ends.reserve(names.size());
    for (const Reply& name : names)
        batch.add(name.bytes);
    // Without a filter the names are what was visited; with one, COUNT is the best that is known.
    const bool filtered = !m_query.pattern.isEmpty() || m_query.type != KeyType::Unknown;
    m_visited += filtered ? m_pace.count() : batch.size();
    if (filtered)
        m_visited = m_ended ? m_total : std::min(m_visited, m_total);
    batch.visited = m_visited;
    batch.total = std::max(m_total, filtered ? m_total : m_visited);
    batch.count = m_pace.count();
    batch.stepMs = m_pace.stepMs();
    return batch;
}

Result<NameBatch> RedisWalk::take()
{
    const auto step = receive();
    if (!step)
        return tl::unexpected(step.error());
    // The look at the costs needs the connection for itself: before the next step is sent.
    if (!m_ended && m_steps >= m_nextLook) {
        m_nextLook = std::min(m_nextLook * 2, m_nextLook + 64);
        if (const auto looked = refreshPace(); !looked)
            return tl::unexpected(looked.error());
    }
    if (const auto sent = sendNext(); !sent)
        return tl::unexpected(sent.error());
    return decoded(*step);
}

VoidResult queueDetails(RedisConnection& connection, std::span<const QByteArray> keys,
    DetailFields fields, const Token& token)
{
    const auto each = [&](DetailField field, const Command& prefix) -> VoidResult {
        return fields.testFlag(field) ? connection.queueEach(prefix, keys, token) : VoidResult();
    };
    return each(DetailField::Type, {"TYPE"})
        .and_then([&] { return each(DetailField::Ttl, {"PTTL"}); })
        .and_then([&] {
            return each(DetailField::Memory, {"MEMORY", "USAGE"});
        });
}

Result<std::vector<KeyDetail>> takeDetails(RedisConnection& connection,
    std::span<const QByteArray> keys, DetailFields fields, const Token& token)
{
    std::vector<KeyDetail> out(keys.size());
    for (size_t i = 0; i < keys.size(); ++i)
        out[i].name = keys[i];
    const auto each = [&](DetailField field, auto apply) -> VoidResult {
        if (!fields.testFlag(field))
            return {};
        for (KeyDetail& detail : out) {
            const auto reply = connection.next(token);
            if (!reply)
                return tl::unexpected(reply.error());
            if (!reply->isError()) // not allowed, or not known to this server: stays unknown
                apply(detail, *reply);
        }
        token.alive(kSilenceOfWalk);
        return {};
    };
    const auto done = each(DetailField::Type,
        [](KeyDetail& d, const Reply& r) {
            d.typeName = r.bytes;
            d.type = typeOf(r.bytes);
            d.gone = r.bytes == "none";
        })
                          .and_then([&] {
                              return each(DetailField::Ttl, [](KeyDetail& d, const Reply& r) {
                                  if (r.integer == -2)
                                      d.gone = true;
                                  else
                                      d.ttl = r.integer;
                              });
                          })
                          .and_then([&] {
                              return each(DetailField::Memory, [](KeyDetail& d, const Reply& r) {
                                  if (r.type == Reply::Type::Integer)
                                      d.memory = r.integer;
                              });
                          });
    if (!done)
        return tl::unexpected(done.error());
    return out;
}

VoidResult addLengths(
    RedisConnection& connection, std::vector<KeyDetail>& details, const Token& token)
{
    std::vector<Command> commands;
    std::vector<size_t> whose;
    for (size_t i = 0; i < details.size(); ++i) {
        if (const char* command = lengthOf(details[i].type)) {
            commands.push_back({command, details[i].name});
            whose.push_back(i);
        }
    }
    const auto answers = connection.readAll(commands, token);
    if (!answers)
        return tl::unexpected(answers.error());
    for (size_t i = 0; i < answers->size(); ++i) {
        if ((*answers)[i].type == Reply::Type::Integer)
            details[whose[i]].length = (*answers)[i].integer;
    }
    return {};
}

} // namespace pilothouse::queue
