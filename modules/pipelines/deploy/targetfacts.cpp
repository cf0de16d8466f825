// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/targetfacts.h"

#include "pipelines/deploy/deploydesk.h"
#include "pipelines/generate/targets.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

int majorOf(const QString& version)
{
    return version.section(u'.', 0, 0).toInt();
}

} // namespace

TargetFacts::TargetFacts(ServiceHub& hub, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_lane(hub.runtime(), u"target-facts"_s)
{
    connect(&hub, &ServiceHub::healthChanged, this, [this](const ServiceId& id) {
        const Service* service = m_hub.service(id);
        if (id == m_service && m_failed && service
            && service->health.state == HealthReport::State::Healthy)
            ask();
    });
}

TargetFacts::~TargetFacts() = default;

void TargetFacts::follow(const ServiceId& airflow)
{
    const bool same = airflow == m_service;
    if (same && (m_server || m_capabilities.running()))
        return;
    if (!same) {
        m_service = airflow;
        m_server.reset();
        m_connections.clear();
        Q_EMIT changed();
    }
    ask();
}

void TargetFacts::refresh()
{
    if (!m_service.isEmpty())
        ask();
}

void TargetFacts::ask()
{
    m_failed = false;
    m_capabilities = {};
    m_names = {};
    m_packages = {};
    auto* admin = m_hub.contract<workflow::Admin>(m_service);
    const Service* service = m_hub.service(m_service);
    if (!admin || !service)
        return;
    const QString lock = service->config.options.value(u"providers"_s).toString();
    m_capabilities
        = admin->capabilities().onDone(this, [this, lock](Result<workflow::Capabilities> found) {
              m_failed = !found;
              if (!found || majorOf(found->version) == 0)
                  return;
              m_packages = m_lane
                               .run(15s,
                                   [lock, version = found->version](NoConnection&,
                                       const Token&) -> Result<std::map<QString, QString>> {
                                       return providersOf(lock, version);
                                   })
                               .onDone(this,
                                   [this, version = found->version](
                                       Result<std::map<QString, QString>> packages) {
                                       Target server;
                                       server.tool = u"airflow"_s;
                                       server.version = version;
                                       if (packages)
                                           server.providers = std::move(*packages);
                                       if (m_server == server)
                                           return;
                                       m_server = std::move(server);
                                       Q_EMIT changed();
                                   });
          });
    // Whoever may not see them types the name.
    m_names = admin->connections().onDone(
        this, [this](Result<std::vector<workflow::ConnectionInfo>> found) {
            if (!found)
                return;
            QStringList names;
            for (const workflow::ConnectionInfo& one : *found)
                names.append(one.id);
            names.sort();
            if (names == m_connections)
                return;
            m_connections = names;
            Q_EMIT changed();
        });
}

int TargetFacts::major() const
{
    return m_server ? majorOf(m_server->version) : 0;
}

Target TargetFacts::target(int major) const
{
    if (m_server && this->major() == major)
        return *m_server;
    const auto known = m_sandbox.find(major);
    return known != m_sandbox.end() ? known->second : (m_sandbox[major] = sandboxTarget(major));
}

} // namespace pilothouse::pipelines
