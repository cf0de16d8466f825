// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/log/fakelogs.h"

#include "core/adapter.h"
#include "core/lane.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::test
{

using namespace workflow;

LogLines packLines(const QList<QByteArray>& lines, qint64 firstTime)
{
    LogLines out;
    out.sources.append("fake.py:1");
    qint64 time = firstTime;
    for (const QByteArray& line : lines) {
        out.text += line;
        LogLines::Row row;
        row.end = static_cast<quint32>(out.text.size());
        row.continued = line.startsWith(' ');
        if (!row.continued) {
            row.level = line.startsWith("ERROR") ? LogLevel::Error
                : line.startsWith("WARN")        ? LogLevel::Warning
                                                 : LogLevel::Info;
            row.time = firstTime == 0 ? 0 : (time += 1000);
            row.source = 1;
        }
        out.rows.push_back(row);
    }
    out.bytesRead = out.text.size();
    return out;
}

class FakeLogsAdapter final : public Adapter, public Logs
{
public:
    FakeLogsAdapter(FakeLogs& script, const AdapterContext& context)
        : m_script(script)
    {
        offer<Logs>(this);
        for (int i = 0; i < 8; ++i)
            m_lanes.push_back({std::make_unique<Lane<>>(*context.runtime, u"fake-log"_s),
                std::make_shared<std::atomic<int>>(0)});
    }
    int connections() const override { return 1; }
    Stream<LogLines> read(const LogQuery& query) override
    {
        auto& [lane, busy] = *std::min_element(m_lanes.begin(), m_lanes.end(),
            [](const auto& a, const auto& b) { return *a.second < *b.second; });
        ++*busy;
        StreamOptions options;
        options.capacity = 64;
        return lane->stream<LogLines>(
            milliseconds(120'000),
            [this, query, count = busy](
                NoConnection&, const Token& token, Sink<LogLines>& sink) -> VoidResult {
                auto end = m_script.run(query, token, sink);
                --*count;
                return end;
            },
            options);
    }

private:
    FakeLogs& m_script;
    std::vector<std::pair<std::unique_ptr<Lane<>>, std::shared_ptr<std::atomic<int>>>> m_lanes;
};

void FakeLogs::set(const QString& task, int tryNumber, FakeLog log, int map)
{
    std::lock_guard lock(m_mutex);
    m_logs[{task, map, tryNumber}] = std::move(log);
}

void FakeLogs::append(const QString& task, int tryNumber, LogLines piece, int map)
{
    {
        std::lock_guard lock(m_mutex);
        m_logs[{task, map, tryNumber}].pieces.push_back(std::move(piece));
    }
    m_news.notify_all();
}

void FakeLogs::finish(const QString& task, int tryNumber, int map)
{
    {
        std::lock_guard lock(m_mutex);
        m_logs[{task, map, tryNumber}].live = false;
    }
    m_news.notify_all();
}

void FakeLogs::kill()
{
    {
        std::lock_guard lock(m_mutex);
        m_killed = true;
    }
    m_news.notify_all();
}

void FakeLogs::back()
{
    std::lock_guard lock(m_mutex);
    m_killed = false;
}

std::vector<FakeLogs::Key> FakeLogs::reads() const
{
    std::lock_guard lock(m_mutex);
    return m_reads;
}

qint64 FakeLogs::handedOn(const QByteArray& text) const
{
    std::lock_guard lock(m_mutex);
    for (auto it = m_handed.rbegin(); it != m_handed.rend(); ++it)
        if (it->first.contains(text))
            return it->second;
    return 0;
}

VoidResult FakeLogs::run(const LogQuery& query, const Token& token, Sink<LogLines>& sink)
{
    const Key key{query.task.task, query.task.map, query.tryNumber};
    struct Count {
        std::atomic<int>& open;
        ~Count() { --open; }
    } count{m_open};
    m_most = std::max<int>(m_most, ++m_open);
    const Interrupt wake(token, [this] { m_news.notify_all(); });
    std::unique_lock lock(m_mutex);
    m_reads.push_back(key);
    if (!m_logs.contains(key))
        return fail(Error::Kind::NotFound, u"no log"_s);
    qint64 bytes = 0;
    const size_t before = m_logs[key].pieces.size();
    for (size_t next = 0;;) {
        FakeLog& log = m_logs[key];
        if (m_killed)
            return fail(Error::Kind::Refused, u"connection refused"_s);
        if (log.error && log.breaks > 0
            && (int(next) == log.breakAt || (log.breakAt < 0 && next == log.pieces.size()))) {
            --log.breaks;
            return tl::unexpected<Error>(*log.error);
        }
        if (next == log.pieces.size()) {
            if (!log.live || !query.follow)
                return {};
            m_news.wait_for(lock, milliseconds(100));
        } else {
            if (log.pieceDelay > 0)
                m_news.wait_for(lock, milliseconds(log.pieceDelay));
            LogLines piece = m_logs[key].pieces[next++];
            bytes += piece.text.size();
            piece.bytesRead = bytes;
            piece.earlier = next <= before;
            piece.live = m_logs[key].live;
            if (piece.text.size() < 4096)
                m_handed.emplace_back(piece.text, Clock::now().time_since_epoch().count());
            lock.unlock();
            if (!sink.push(std::move(piece)))
                return fail(Error::Kind::Cancelled, {});
            lock.lock();
        }
        token.alive(milliseconds(120'000));
        if (token.stopped())
            return fail(Error::Kind::Cancelled, {});
    }
}

void FakeLogs::join(ServiceHub& hub)
{
    AdapterDescriptor descriptor;
    descriptor.module = u"workflow"_s;
    descriptor.tool = u"fake"_s;
    descriptor.title = u"Fake"_s;
    descriptor.nsScheme = u"airflow"_s;
    descriptor.make = [this](AdapterContext context) {
        return std::make_unique<FakeLogsAdapter>(*this, context);
    };
    hub.setDescriptors({descriptor});
    ServiceConfig config;
    config.id = u"shop-airflow"_s;
    config.module = u"workflow"_s;
    config.tool = u"fake"_s;
    config.title = u"shop-airflow"_s;
    config.address = u"127.0.0.1:8080"_s;
    config.ns = u"airflow://shop"_s;
    hub.add(config, Secret());
}

} // namespace pilothouse::test
