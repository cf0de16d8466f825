// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/presentreader.h"

#include "database/api/catalogue.h"
#include "streams/api/topics.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr milliseconds kFilesLimit = 60s;

} // namespace

struct PresentReader::Looks {
    explicit Looks(Runtime& runtime)
        : lane(runtime, u"deploy-look"_s)
    {
    }

    Lane<> lane;
    Call<LookAnswer> dags, jobFiles;
    Call<std::vector<JobState>> jobs;
    Call<std::vector<workflow::ConnectionInfo>> connections;
    std::vector<Call<database::RelationDetails>> tables;
    std::vector<Call<streams::TopicInfo>> topics;
    std::vector<Call<std::vector<streams::ConfigEntry>>> configs;
};

PresentReader::PresentReader(ServiceHub& hub, DeployPlaces places, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_places(std::move(places))
    , m_looks(std::make_unique<Looks>(hub.runtime()))
{
}

PresentReader::~PresentReader() = default;

void PresentReader::read(const Generated& generated, const QString& document)
{
    m_generated = generated;
    m_document = document;
    askFiles();
    askConnections();
}

void PresentReader::askFiles()
{
    const Wanted wanted = wantedFor(m_generated, m_document);
    const auto look = [this](const std::shared_ptr<Destination>& from, const LookRequest& request) {
        return m_looks->lane.run(
            kFilesLimit, [from, request](NoConnection&, const Token& token) -> Result<LookAnswer> {
                return from->look(request, token);
            });
    };
    ++m_open;
    m_looks->dags
        = look(m_places.dags, wanted.dags).onDone(this, [this](Result<LookAnswer> answer) {
              if (answer) {
                  m_present.dags = std::move(answer->files);
                  m_present.notes = std::move(answer->notes);
                  m_present.branch = answer->branch;
              } else {
                  m_error = answer.error();
              }
              oneDone();
          });
    const auto everyJob = [this](const Error& error) {
        for (const Unit& unit : m_generated.units)
            if (unit.kind == UnitKind::StreamJob)
                unknown(unitKey(unit), error);
    };
    if (!m_places.jobs) {
        m_present.hasJobHost = false;
        return;
    }
    m_open += 2;
    m_looks->jobFiles = look(m_places.jobFiles, wanted.jobs)
                            .onDone(this, [this, everyJob](Result<LookAnswer> answer) {
                                if (answer)
                                    m_present.jobs = std::move(answer->files);
                                else
                                    everyJob(answer.error());
                                oneDone();
                            });
    m_looks->jobs = m_looks->lane
                        .run(kFilesLimit,
                            [jobs = m_places.jobs](
                                NoConnection&, const Token& token) { return jobs->list(token); })
                        .onDone(this, [this, everyJob](Result<std::vector<JobState>> states) {
                            if (states)
                                for (const JobState& state : *states)
                                    m_present.running[state.name] = state.phase;
                            else
                                everyJob(states.error());
                            oneDone();
                        });
}

void PresentReader::askConnections()
{
    const bool needed
        = std::any_of(m_generated.units.begin(), m_generated.units.end(), [](const Unit& unit) {
              return unit.kind == UnitKind::Table || unit.kind == UnitKind::Topic;
          });
    if (!needed)
        return;
    ++m_open;
    auto* admin = m_hub.contract<workflow::Admin>(m_places.airflow);
    if (!admin) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                askUnits({});
                oneDone();
            },
            Qt::QueuedConnection);
        return;
    }
    m_looks->connections = admin->connections().onDone(
        this, [this](Result<std::vector<workflow::ConnectionInfo>> told) {
            // A server that does not tell them (rights) leaves their names to go by.
            askUnits(told ? *told : std::vector<workflow::ConnectionInfo>());
            oneDone();
        });
}

void PresentReader::askUnits(const std::vector<workflow::ConnectionInfo>& told)
{
    std::vector<ServiceConfig> services;
    for (const ServiceId& id : m_hub.ids())
        services.push_back(m_hub.service(id)->config);
    for (const Unit& unit : m_generated.units) {
        if (unit.kind != UnitKind::Table && unit.kind != UnitKind::Topic)
            continue;
        const bool table = unit.kind == UnitKind::Table;
        const ServiceId service
            = serviceOf(unit.connection, table ? u"database"_s : u"streams"_s, told, services);
        if (service.isEmpty()) {
            unknown(unitKey(unit),
                Error{Error::Kind::NotFound, {},
                    u"No service of the profile is the connection "_s + unit.connection, {}, {}});
            continue;
        }
        m_services[unitKey(unit)] = service;
        if (table)
            askTable(unit, service);
        else
            askTopic(unit, service);
    }
}

void PresentReader::askTable(const Unit& unit, const ServiceId& service)
{
    const QString key = unitKey(unit);
    auto* catalogue = m_hub.contract<database::Catalogue>(service);
    if (!catalogue)
        return unknown(key, Error{Error::Kind::Unsupported, service, service, {}, {}});
    const qsizetype dot = unit.name.indexOf(u'.');
    const QString schema = dot < 0 ? u"public"_s : unit.name.left(dot);
    ++m_open;
    m_looks->tables.push_back(
        catalogue->relation(schema, unit.name.mid(dot + 1))
            .onDone(this, [this, key, name = unit.name](Result<database::RelationDetails> details) {
                if (details) {
                    PresentTable table;
                    for (const auto& column : details->columns)
                        table.columns.push_back({column.name, column.type, !column.notNull});
                    m_present.tables[name] = std::move(table);
                } else if (details.error().kind != Error::Kind::NotFound) {
                    unknown(key, details.error());
                }
                oneDone();
            }));
}

void PresentReader::askTopic(const Unit& unit, const ServiceId& service)
{
    const QString key = unitKey(unit);
    auto* topics = m_hub.contract<streams::Topics>(service);
    if (!topics)
        return unknown(key, Error{Error::Kind::Unsupported, service, service, {}, {}});
    ++m_open;
    m_looks->topics.push_back(topics->topic(unit.name).onDone(
        this, [this, key, service](Result<streams::TopicInfo> topic) {
            if (topic && !topic->problem)
                onTopic(key, service, *topic);
            else if (topic)
                unknown(key, *topic->problem);
            else if (topic.error().kind != Error::Kind::NotFound)
                unknown(key, topic.error());
            oneDone();
        }));
}

void PresentReader::onTopic(
    const QString& key, const ServiceId& service, const streams::TopicInfo& topic)
{
    auto* topics = m_hub.contract<streams::Topics>(service);
    if (!topics)
        return;
    PresentTopic present{int(topic.partitions.size()), topic.replication(), {}};
    ++m_open;
    m_looks->configs.push_back(
        topics->config(topic.name)
            .onDone(this,
                [this, key, name = topic.name, present](
                    Result<std::vector<streams::ConfigEntry>> config) mutable {
                    if (config) {
                        for (const streams::ConfigEntry& entry : *config)
                            if (entry.value)
                                present.config[entry.name] = *entry.value;
                        m_present.topics[name] = present;
                    } else {
                        unknown(key, config.error());
                    }
                    oneDone();
                }));
}

void PresentReader::unknown(const QString& key, const Error& error)
{
    m_present.unknown.emplace(key, error);
}

void PresentReader::oneDone()
{
    if (--m_open == 0)
        Q_EMIT finished();
}

} // namespace pilothouse::pipelines
