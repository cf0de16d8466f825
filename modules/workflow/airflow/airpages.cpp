// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airpages.h"

#include "workflow/airflow/decode.h"

#include <QJsonDocument>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

// One fetch of several, shared by everybody who works on it. It may outlive the asker, who gives
// up at his deadline.
struct Fetch {
    explicit Fetch(std::vector<AirRequest> r)
        : requests(std::move(r))
        , bodies(requests.size())
    {
    }

    void work(AirConnection& connection, const Token& token)
    {
        for (;;) {
            size_t at = 0;
            {
                std::lock_guard lock(mutex);
                if (error || next >= requests.size())
                    return;
                at = next++;
            }
            auto body = connection.body(requests[at], token);
            std::lock_guard lock(mutex);
            if (body) {
                bodies[at] = std::move(*body);
                ++done;
            } else if (!error) {
                error = body.error();
            }
            changed.notify_all();
        }
    }

    const std::vector<AirRequest> requests;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<QByteArray> bodies;
    std::optional<Error> error;
    size_t next = 0;
    size_t done = 0;
};

AirRequest pageRequest(const AirRequest& request, qint64 offset, int limit)
{
    AirRequest page = request;
    if (request.method == "POST") {
        QJsonObject body = QJsonDocument::fromJson(request.body).object();
        body.insert(u"page_limit"_s, limit);
        body.insert(u"page_offset"_s, offset);
        page.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return page;
    }
    if (!page.query.isEmpty())
        page.query += '&';
    page.query += "limit=" + QByteArray::number(limit) + "&offset=" + QByteArray::number(offset);
    return page;
}

} // namespace

AirHelpers::AirHelpers(Runtime& runtime, const std::shared_ptr<const AirSetup>& setup,
    const std::shared_ptr<AirSession>& session)
{
    for (int i = 0; i < kHelpers; ++i)
        m_lanes.push_back(std::make_shared<detail::LaneCore>(runtime.post(), runtime.watch(),
            u"airflow-page"_s, [setup, session]() -> std::shared_ptr<void> {
                return std::make_shared<AirConnection>(setup, session);
            }));
}

void AirHelpers::retire()
{
    for (const auto& lane : m_lanes)
        lane->retire();
}

Result<std::vector<QByteArray>> AirHelpers::fetch(
    AirConnection& own, std::vector<AirRequest> requests, const Token& token)
{
    const auto fetch = std::make_shared<Fetch>(std::move(requests));
    const size_t helpers = std::min(m_lanes.size(), fetch->requests.size() - 1);
    std::vector<std::shared_ptr<detail::JobState>> jobs;
    for (size_t i = 0; i < helpers; ++i) {
        auto job = std::make_shared<detail::JobState>();
        job->deadline = token.deadline().time_since_epoch().count();
        m_lanes[i]->enqueue({job, [fetch, job](void* connection) {
                                 fetch->work(*static_cast<AirConnection*>(connection), Token(job));
                             }});
        jobs.push_back(std::move(job));
    }
    fetch->work(own, token);
    std::unique_lock lock(fetch->mutex);
    while (!fetch->error && fetch->done < fetch->requests.size() && !token.stopped())
        fetch->changed.wait_for(lock, milliseconds(50));
    if (!fetch->error && fetch->done == fetch->requests.size())
        return std::move(fetch->bodies);
    Error error = fetch->error.value_or(
        Error{token.timedOut() ? Error::Kind::Timeout : Error::Kind::Cancelled, {}, {}, {}, {}});
    lock.unlock();
    for (size_t i = 0; i < jobs.size(); ++i)
        m_lanes[i]->watch()->requestStop(jobs[i]);
    return tl::unexpected(own.told(std::move(error), {}));
}

Result<std::vector<QByteArray>> AirConnection::bodies(
    std::vector<AirRequest> requests, const Token& token)
{
    if (m_helpers && requests.size() > 1)
        return m_helpers->fetch(*this, std::move(requests), token);
    std::vector<QByteArray> out;
    for (const AirRequest& request : requests) {
        auto one = body(request, token);
        if (!one)
            return tl::unexpected(one.error());
        out.push_back(std::move(*one));
    }
    return out;
}

Result<QJsonObject> AirConnection::object(const AirRequest& request, const Token& token)
{
    const auto bytes = body(request, token);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto json = objectOf(*bytes);
    if (!json)
        return tl::unexpected(told(json.error(), request));
    return json;
}

Result<AirConnection::All> AirConnection::all(
    const AirRequest& request, const QString& name, const Token& token, qint64 most)
{
    const auto page = [&](const QByteArray& bytes) -> Result<ListPage> {
        auto decoded = pageOf(bytes, name);
        if (!decoded)
            return tl::unexpected(told(decoded.error(), request));
        return decoded;
    };
    const int limit = int(std::min<qint64>(m_setup->pageSize, std::max<qint64>(most, 1)));
    const auto first = body(pageRequest(request, 0, limit), token);
    if (!first)
        return tl::unexpected(first.error());
    auto decoded = page(*first);
    if (!decoded)
        return tl::unexpected(decoded.error());
    All all;
    all.total = std::max<qint64>(decoded->total, decoded->items.size());
    // What came is the step: a server may cut to less than was asked, without a word.
    const qint64 step = decoded->items.size();
    all.pages.push_back(std::move(decoded->items));
    const qint64 wanted = std::min(all.total, most);
    std::vector<AirRequest> rest;
    for (qint64 at = step; step > 0 && at < wanted; at += step)
        rest.push_back(pageRequest(request, at, int(std::min(step, wanted - at))));
    if (rest.empty())
        return all;
    const auto further = bodies(std::move(rest), token);
    if (!further)
        return tl::unexpected(further.error());
    for (const QByteArray& bytes : *further) {
        auto next = page(bytes);
        if (!next)
            return tl::unexpected(next.error());
        all.pages.push_back(std::move(next->items));
    }
    return all;
}

} // namespace pilothouse::workflow
