// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/deployplaces.h"

#include "pipelines/deploy/localfolder.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

QString plainName(const QString& name)
{
    return name.toLower().replace(u'_', u'-');
}

QString plainHost(const QString& host)
{
    return host == u"127.0.0.1" || host == u"::1" ? u"localhost"_s : host.toLower();
}

bool leadsTo(const workflow::ConnectionInfo& connection, const ServiceConfig& service)
{
    const qsizetype colon = service.address.lastIndexOf(u':');
    if (colon < 0 || connection.host.isEmpty() || connection.port == 0)
        return false;
    const QString database = service.options.value(u"database"_s).toString();
    return plainHost(service.address.left(colon)) == plainHost(connection.host)
        && QStringView(service.address).mid(colon + 1).toInt() == connection.port
        && (database.isEmpty() || connection.schema.isEmpty() || database == connection.schema);
}

} // namespace

Result<DeployPlaces> placesOf(const ServiceHub& hub, const ServiceId& airflow)
{
    const Service* service = hub.service(airflow);
    if (!service)
        return fail(Error::Kind::NotFound, airflow, airflow);
    const ServiceConfig& config = service->config;
    const auto option = [&config](const QString& name) -> QString {
        return config.options.value(name).toString().trimmed();
    };
    auto dags = destinationOf(option(u"dags"_s), option(u"ssh_config"_s));
    if (!dags)
        return tl::unexpected(dags.error());
    DeployPlaces places{airflow, config.profile + u'/' + airflow, config, service->gate,
        hub.auditLog(), std::move(*dags), nullptr, nullptr};
    if (const QString jobs = option(u"jobs"_s); !jobs.isEmpty()) {
        places.jobs = supervisorHost(jobs);
        places.jobFiles = std::make_shared<LocalFolder>(places.jobs->folder());
    }
    return places;
}

ServiceId serviceOf(const QString& connection, const QString& module,
    const std::vector<workflow::ConnectionInfo>& told, const std::vector<ServiceConfig>& services)
{
    std::vector<const ServiceConfig*> fitting;
    for (const ServiceConfig& service : services)
        if (service.module == module)
            fitting.push_back(&service);
    const auto info = std::find_if(told.begin(), told.end(),
        [&connection](const workflow::ConnectionInfo& c) { return c.id == connection; });
    if (info != told.end())
        for (const ServiceConfig* service : fitting)
            if (leadsTo(*info, *service))
                return service->id;
    for (const ServiceConfig* service : fitting)
        if (plainName(service->id) == plainName(connection))
            return service->id;
    // A host that was told and is none of ours is somewhere else.
    const bool elsewhere = info != told.end() && !info->host.isEmpty();
    return fitting.size() == 1 && !elsewhere ? fitting.front()->id : ServiceId();
}

} // namespace pilothouse::pipelines
