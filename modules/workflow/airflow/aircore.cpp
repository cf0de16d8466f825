// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/aircore.h"

#include "workflow/airflow/airpages.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

QString wordOf(Environment environment)
{
    return environment == Environment::Production ? u"production"_s
        : environment == Environment::Staging     ? u"staging"_s
                                                  : u"sandbox"_s;
}

QString statementOf(const std::vector<AirRequest>& requests)
{
    QStringList lines;
    for (const AirRequest& request : requests)
        lines += request.text();
    return lines.join(u'\n');
}

std::unique_ptr<Task> refusedTask(pilothouse::TaskInfo info, const Error& error)
{
    info.audit.reset();
    return std::make_unique<Task>(
        info,
        [error](Task& task) { task.finish(TaskStatus::State::Refused, tl::unexpected(error)); },
        [] {});
}

} // namespace

AirCore::AirCore(AdapterContext context)
    : m_context(std::move(context))
    , m_setup(airSetupOf(m_context))
    , m_session(std::make_shared<AirSession>())
    , m_helpers(std::make_shared<AirHelpers>(*m_context.runtime, m_setup, m_session))
    , m_facets(makeLane(u"facet"_s))
    , m_acts(makeLane(u"act"_s))
{
    m_session->allowPrivate(m_setup->privateApi);
}

AirCore::~AirCore()
{
    m_helpers->retire();
}

std::unique_ptr<AirLane> AirCore::makeLane(const QString& part)
{
    return std::make_unique<AirLane>(*m_context.runtime, u"airflow-"_s + part,
        [setup = m_setup, session = m_session, helpers = m_helpers] {
            return std::make_shared<AirConnection>(setup, session, helpers);
        });
}

std::pair<AirLane*, std::shared_ptr<void>> AirCore::pick(
    std::vector<Used>& lanes, size_t most, const QString& name)
{
    auto least = std::min_element(lanes.begin(), lanes.end(),
        [](const Used& a, const Used& b) { return a.mark.use_count() < b.mark.use_count(); });
    if (least == lanes.end() || (least->mark.use_count() > 1 && lanes.size() < most)) {
        lanes.push_back({makeLane(name), std::make_shared<int>(0)});
        least = std::prev(lanes.end());
    }
    return {least->lane.get(), least->mark};
}

// Following costs a thread that mostly sleeps; reading to the end is what takes the server's time.
std::pair<AirLane*, std::shared_ptr<void>> AirCore::logLane(bool follow)
{
    constexpr size_t kMostFollowed = 6;
    return follow ? pick(m_follows, kMostFollowed, u"follow"_s)
                  : pick(m_logs, size_t(AirSession::kLogs), u"log"_s);
}

ActMaker AirCore::actMaker()
{
    return {weak_from_this(), config(), m_context.audit, major()};
}

std::unique_ptr<Task> AirCore::actTask(
    const pilothouse::TaskInfo& info, const std::vector<AirRequest>& requests, int writtenFor)
{
    return m_acts->task(info, kActSilence,
        [requests, writtenFor](
            AirConnection& connection, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (const auto opened = connection.open(token); !opened)
                return tl::unexpected(opened.error());
            if (connection.session().login().major != writtenFor)
                return tl::unexpected(Error{Error::Kind::Refused, connection.setup().config.id,
                    connection.session().login().version,
                    PH_TEXT("workflow",
                        "Another version of Airflow answers than this was written for. Ask for "
                        "it again."),
                    u"guard"_s});
            for (const AirRequest& request : requests)
                if (const auto done = connection.change(request, token, progress); !done)
                    return tl::unexpected(done.error());
            return Text();
        });
}

Act ActMaker::operator()(ActParts parts) const
{
    Act act;
    act.title = std::move(parts.title);
    act.question = std::move(parts.question);
    act.consequence = std::move(parts.consequence);
    act.button = std::move(parts.button);
    act.icon = std::move(parts.icon);
    act.service = config.id;
    act.target = std::move(parts.target);
    act.effects = std::move(parts.effects);
    act.statement = statementOf(parts.requests);
    act.language = u"http"_s;
    act.destructive = parts.destructive;
    if (act.destructive)
        act.typedName = act.target.name;

    pilothouse::TaskInfo info;
    info.title = act.title;
    info.service = config.id;
    info.audit = AuditRecord{config.profile, wordOf(config.environment), config.id, act.target.name,
        parts.word, act.statement};
    info.log = audit;
    if (!info.log)
        info.audit.reset();
    act.make = [core = core, info, impossible = parts.impossible, major = major,
                   requests = std::move(parts.requests)]() -> std::unique_ptr<Task> {
        const auto alive = core.lock();
        if (!alive)
            return refusedTask(info,
                {Error::Kind::Refused, {}, {},
                    PH_TEXT("workflow", "The connection was removed meanwhile."), {}});
        if (impossible)
            return refusedTask(info, *impossible);
        return alive->actTask(info, requests, major);
    };
    return act;
}

} // namespace pilothouse::workflow
