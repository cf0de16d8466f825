// SPDX-License-Identifier: GPL-3.0-or-later
// DeployPlaces: everything a deploy reaches by way of one Airflow service of the open profile: the
// folder of its DAGs, the host of streaming jobs, and the services its connections lead to.
#pragma once

#include "core/servicehub.h"
#include "pipelines/deploy/destination.h"
#include "pipelines/deploy/jobhost.h"
#include "workflow/api/admin.h"

namespace pilothouse::pipelines
{

struct DeployPlaces {
    ServiceId airflow;
    QString target; // names it in versions: "PROFILE/SERVICE"
    ServiceConfig config;
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<AuditLog> audit; // may be null
    std::shared_ptr<Destination> dags;
    std::shared_ptr<JobHost> jobs; // null: the profile names none
    std::shared_ptr<Destination> jobFiles; // null as `jobs`
};

// By the options `dags`, `jobs` and `ssh_config` of the service. GUI thread, asks nobody.
Result<DeployPlaces> placesOf(const ServiceHub& hub, const ServiceId& airflow);

// The service of the profile a connection of the target leads to: by host, port and name of the
// database where the target tells them (`told`), else by its name, else the only one of its module.
// Empty: none. `module`: "database", "streams".
ServiceId serviceOf(const QString& connection, const QString& module,
    const std::vector<workflow::ConnectionInfo>& told, const std::vector<ServiceConfig>& services);

} // namespace pilothouse::pipelines
