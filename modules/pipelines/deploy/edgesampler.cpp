// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/edgesampler.h"

#include "database/api/names.h"
#include "pipelines/deploy/deployplaces.h"
#include "workflow/api/ids.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

EdgeSampler::EdgeSampler(ServiceHub& hub, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
{
}

EdgeSampler::~EdgeSampler() = default;

void EdgeSampler::enter(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void EdgeSampler::fail(const Error& error)
{
    m_error = error;
    enter(State::Failed);
}

void EdgeSampler::clear()
{
    m_connections = {};
    m_call = {};
    m_data = {};
    m_rows = {};
    enter(State::Idle);
}

void EdgeSampler::cancel()
{
    if (m_state != State::Asking)
        return;
    m_connections = {};
    m_call = {};
    enter(State::Cancelled);
}

void EdgeSampler::look(const EdgeData& data, const ServiceId& airflow, const QString& dag)
{
    m_connections = {};
    m_call = {};
    m_data = data;
    m_airflow = airflow;
    m_dag = dag;
    m_service.clear();
    m_error.reset();
    m_rows = {};
    m_clock.start();
    if (data.kind == EdgeData::Kind::Nothing)
        return enter(State::Nothing);
    enter(State::Asking);
    if (data.kind == EdgeData::Kind::Told) {
        const Service* service = m_hub.service(airflow);
        if (!service)
            return fail(Error{Error::Kind::NotFound, {}, {},
                PH_TEXT("pipelines", "The profile has no Airflow service."), {}});
        m_service = airflow;
        return ask(workflow::taskEntity(service->config.ns, dag, data.name));
    }
    auto* admin = m_hub.contract<workflow::Admin>(airflow);
    if (!admin)
        return onConnections({});
    m_connections = admin->connections().onDone(
        this, [this](Result<std::vector<workflow::ConnectionInfo>> told) {
            // A server that does not tell them leaves their names to go by.
            onConnections(told ? *told : std::vector<workflow::ConnectionInfo>());
        });
}

void EdgeSampler::onConnections(const std::vector<workflow::ConnectionInfo>& told)
{
    std::vector<ServiceConfig> services;
    for (const ServiceId& id : m_hub.ids())
        services.push_back(m_hub.service(id)->config);
    const bool table = m_data.kind == EdgeData::Kind::Table;
    m_service = serviceOf(m_data.connection, table ? u"database"_s : u"streams"_s, told, services);
    const Service* service = m_hub.service(m_service);
    if (!service)
        return fail(Error{Error::Kind::NotFound, {}, {},
            PH_TEXT("pipelines", "No service of the profile is the connection %1.")
                .arg(m_data.connection),
            {}});
    if (!table)
        return ask({service->config.ns, m_data.name});
    QString database = service->config.options.value(u"database"_s).toString();
    const auto info = std::ranges::find(told, m_data.connection, &workflow::ConnectionInfo::id);
    if (database.isEmpty() && info != told.end())
        database = info->schema;
    const qsizetype dot = m_data.name.indexOf(u'.');
    const QString schema = dot < 0 ? u"public"_s : m_data.name.left(dot);
    ask({service->config.ns, database::joinName({database, schema, m_data.name.mid(dot + 1)})});
}

void EdgeSampler::ask(const EntityId& entity)
{
    auto* facet = m_hub.facet<PreviewFacet>(m_service);
    if (!facet)
        return fail(Error{Error::Kind::Unsupported, m_service, {},
            PH_TEXT("pipelines", "%1 cannot be looked into from here.").arg(m_service), {}});
    m_call = facet->preview(entity, kRows).onDone(this, [this](Result<RowSet> rows) {
        m_took = m_clock.elapsed();
        if (!rows)
            return fail(rows.error());
        m_rows = std::move(*rows);
        enter(State::Ready);
    });
}

} // namespace pilothouse::pipelines
