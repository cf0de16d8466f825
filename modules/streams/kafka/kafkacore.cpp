// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkacore.h"

#include "core/log.h"
#include "streams/kafka/registryclient.h"

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kMostReaders = 6;

// "kafka:9092=localhost:29092, …": where brokers are that name themselves otherwise.
QHash<QString, Endpoint> insteadOf(const QString& text)
{
    QHash<QString, Endpoint> out;
    for (const QString& pair : text.split(u',', Qt::SkipEmptyParts)) {
        const auto named = parsedAddresses(pair.section(u'=', 0, 0).trimmed());
        const auto real = parsedAddresses(pair.section(u'=', 1).trimmed());
        if (named && real)
            out.insert(nameOf(named->front()), real->front());
    }
    return out;
}

Mechanism mechanismOf(const QString& word)
{
    if (word == "scram-sha-256"_L1)
        return Mechanism::Scram256;
    return word == "scram-sha-512"_L1 ? Mechanism::Scram512 : Mechanism::Plain;
}

std::shared_ptr<const KafkaSetup> setupOf(const AdapterContext& context)
{
    auto setup = std::make_shared<KafkaSetup>();
    setup->config = context.config;
    setup->secret = context.secret;
    setup->gate = context.gate ? context.gate : std::make_shared<WriteGate>(context.config.writes);
    const QVariantMap& options = context.config.options;
    setup->mechanism = mechanismOf(options.value(u"login"_s).toString());
    if (auto addresses = parsedAddresses(context.config.address))
        setup->bootstrap = std::move(*addresses);
    setup->instead = insteadOf(options.value(u"address_map"_s).toString());
    const int limit = options.value(u"connect_timeout"_s, 5000).toInt();
    setup->connectLimit = milliseconds(std::clamp(limit, 100, 60'000));
    if (!context.config.sshJump.isEmpty()) {
        SshOptions ssh;
        ssh.configFile = options.value(u"ssh_config"_s).toString();
        setup->tunnel
            = std::make_shared<SshTunnel>(context.config.sshJump, SshTunnel::Near::Unix, ssh);
    }
    const RestPlaces registries = restPlacesOf(context, u"registry"_s, setup->gate, setup->tunnel);
    if (!registries.empty())
        setup->registry = registries.front();
    setup->schemas = std::make_shared<SchemaCache>();
    setup->connects = restPlacesOf(context, u"connect"_s, setup->gate, setup->tunnel);
    if (!context.secret.isEmpty())
        redactInLogs(context.secret);
    return setup;
}

QString wordOf(Environment environment)
{
    return environment == Environment::Production ? u"production"_s
        : environment == Environment::Staging     ? u"staging"_s
                                                  : u"sandbox"_s;
}

} // namespace

KafkaCore::KafkaCore(AdapterContext context)
    : m_context(std::move(context))
    , m_setup(setupOf(m_context))
    , m_reads(makeLane(u"read"_s))
    , m_offsets(makeLane(u"lag"_s))
    , m_facets(makeLane(u"facet"_s))
    , m_acts(makeLane(u"act"_s))
{
}

int KafkaCore::connections() const
{
    int out = m_setup->open.load();
    if (m_setup->registry)
        out += m_setup->registry->open.load();
    for (const auto& place : m_setup->connects)
        out += place->open.load();
    return out;
}

std::unique_ptr<KafkaLane> KafkaCore::makeLane(const QString& part)
{
    return std::make_unique<KafkaLane>(*m_context.runtime, u"kafka-"_s + part,
        [setup = m_setup] { return std::make_shared<KafkaClient>(setup); });
}

KafkaCore::Reading KafkaCore::reader()
{
    for (const Reader& one : m_readers) {
        if (one.mark.use_count() == 1)
            return {one.lane.get(), one.mark};
    }
    if (m_readers.size() == kMostReaders)
        return {};
    m_readers.push_back({makeLane(u"stream"_s), std::make_shared<int>(0)});
    return {m_readers.back().lane.get(), m_readers.back().mark};
}

Act KafkaCore::act(ActParts parts, ActBody body)
{
    Act act;
    act.title = std::move(parts.title);
    act.question = std::move(parts.question);
    act.consequence = std::move(parts.consequence);
    act.button = std::move(parts.button);
    act.icon = std::move(parts.icon);
    act.service = config().id;
    act.target = entity(parts.target);
    act.effects = std::move(parts.effects);
    act.statement = std::move(parts.statement);
    act.language = std::move(parts.language);
    act.destructive = parts.destructive;
    if (act.destructive)
        act.typedName = parts.typedName.isEmpty() ? parts.target : parts.typedName;

    TaskInfo info;
    info.title = act.title;
    info.service = config().id;
    info.audit = AuditRecord{config().profile, wordOf(config().environment), config().id,
        act.target.name, parts.word, act.statement};
    info.log = m_context.audit;
    if (!info.log)
        info.audit.reset();
    act.make = [weak = weak_from_this(), info, body = std::move(body)]() -> std::unique_ptr<Task> {
        if (const auto core = weak.lock())
            return core->acts().task(info, kSilence, body);
        TaskInfo late = info;
        late.audit.reset();
        return std::make_unique<Task>(
            late,
            [](Task& task) {
                task.finish(TaskStatus::State::Refused,
                    fail(Error::Kind::Refused, {}, {},
                        PH_TEXT("streams", "The connection was removed meanwhile.")));
            },
            [] {});
    };
    return act;
}

Act KafkaCore::act(ActParts parts, const std::shared_ptr<const RestPlace>& place,
    const RestRequest& request, std::function<Text(const QJsonValue&)> outcome)
{
    parts.statement = textOf(*place, request);
    parts.language = u"http"_s;
    return act(std::move(parts),
        [place, request, outcome = std::move(outcome)](
            KafkaClient&, const Token& token, TaskProgress& progress) -> Result<Text> {
            RestClient rest(place);
            const auto answer = rest.change(request, token, progress);
            return answer ? Result<Text>(outcome(*answer)) : tl::unexpected(answer.error());
        });
}

} // namespace pilothouse::streams
