// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkaconnect.h"

#include "streams/api/names.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray pathOf(const ConnectorInfo& connector)
{
    return "/connectors/" + restPart(connector.name);
}

std::vector<ActEffect> effectsOf(const ConnectorInfo& connector)
{
    return {{u"check"_s, PH_TEXT("streams", "State now"), connector.state},
        {u"layers"_s, PH_TEXT("streams", "Tasks"), QString::number(connector.tasks.size())}};
}

} // namespace

KafkaConnect::KafkaConnect(std::shared_ptr<KafkaCore> core)
    : m_core(std::move(core))
    , m_lane(m_core->runtime(), u"kafka-connect"_s,
          [setup = m_core->setup()] { return std::make_shared<ConnectClient>(setup->connects); })
{
}

Call<ConnectorList> KafkaConnect::connectors()
{
    return m_lane.run(kReadLimit,
        [](ConnectClient& connect, const Token& token) { return connect.connectors(token); });
}

Act KafkaConnect::act(ActParts parts, const ConnectorInfo& connector, RestRequest request)
{
    const RestPlaces& places = m_core->setup()->connects;
    auto place = places.front();
    for (const auto& one : places)
        if (one->base.authority() == connector.cluster)
            place = one;
    parts.target = connectorEntity(connector.name);
    parts.typedName = connector.name;
    return m_core->act(std::move(parts), place, request, [](const QJsonValue&) { return Text(); });
}

Act KafkaConnect::pause(const ConnectorInfo& connector, bool paused)
{
    ActParts parts;
    parts.word = paused ? u"pause-connector"_s : u"resume-connector"_s;
    parts.title = paused ? PH_TEXT("streams", "Pause") : PH_TEXT("streams", "Resume");
    parts.question = paused ? PH_TEXT("streams", "Pause the connector %1?").arg(connector.name)
                            : PH_TEXT("streams", "Resume the connector %1?").arg(connector.name);
    parts.consequence = paused
        ? PH_TEXT("streams", "Its tasks stop reading and writing. They keep their places.")
        : PH_TEXT("streams", "Its tasks go on where they stopped.");
    parts.button = parts.title;
    parts.icon = paused ? u"pause"_s : u"play"_s;
    parts.effects = effectsOf(connector);
    return act(std::move(parts), connector,
        {"PUT", pathOf(connector) + (paused ? "/pause" : "/resume"), {}, {}});
}

Act KafkaConnect::restart(const ConnectorInfo& connector, bool onlyFailed)
{
    ActParts parts;
    parts.word = u"restart-connector"_s;
    parts.title
        = onlyFailed ? PH_TEXT("streams", "Restart what failed") : PH_TEXT("streams", "Restart");
    parts.question = onlyFailed
        ? PH_TEXT("streams", "Restart what failed of the connector %1?").arg(connector.name)
        : PH_TEXT("streams", "Restart the connector %1 with all its tasks?").arg(connector.name);
    parts.consequence = PH_TEXT(
        "streams", "What a task has not committed yet is read again, and may be written twice.");
    parts.button = PH_TEXT("streams", "Restart");
    parts.icon = u"refresh"_s;
    parts.effects = effectsOf(connector);
    return act(std::move(parts), connector,
        {"POST", pathOf(connector) + "/restart",
            onlyFailed ? "includeTasks=true&onlyFailed=true" : "includeTasks=true&onlyFailed=false",
            {}});
}

Act KafkaConnect::restartTask(const ConnectorInfo& connector, int task)
{
    ActParts parts;
    parts.word = u"restart-task"_s;
    parts.title = PH_TEXT("streams", "Restart task");
    parts.question
        = PH_TEXT("streams", "Restart task %1 of %2?").arg(qint64(task)).arg(connector.name);
    parts.consequence = PH_TEXT(
        "streams", "What a task has not committed yet is read again, and may be written twice.");
    parts.button = PH_TEXT("streams", "Restart");
    parts.icon = u"refresh"_s;
    return act(std::move(parts), connector,
        {"POST", pathOf(connector) + "/tasks/" + QByteArray::number(task) + "/restart", {}, {}});
}

} // namespace pilothouse::streams
