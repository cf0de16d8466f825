// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps services in the profile's order and makes their adapters.
#include "core/servicehub.h"

#include "core/auditlog.h"
#include "core/log.h"

#include <algorithm>

namespace pilothouse
{

ServiceHub::ServiceHub(Runtime& runtime, std::shared_ptr<AuditLog> audit, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
    , m_audit(std::move(audit))
{
}

ServiceHub::~ServiceHub() = default;

void ServiceHub::setDescriptors(std::vector<AdapterDescriptor> descriptors)
{
    m_descriptors = std::move(descriptors);
}

const AdapterDescriptor* ServiceHub::descriptor(const QString& tool) const
{
    const auto it = std::find_if(m_descriptors.begin(), m_descriptors.end(),
        [&](const AdapterDescriptor& d) { return d.tool == tool; });
    return it == m_descriptors.end() ? nullptr : &*it;
}

void ServiceHub::setStarters(std::map<ServiceId, ServerStarter> starters)
{
    m_starters = std::move(starters);
}

const ServerStarter* ServiceHub::starter(const ServiceId& id) const
{
    const auto found = m_starters.find(id);
    return found == m_starters.end() ? nullptr : &found->second;
}

void ServiceHub::add(ServiceConfig config, Secret secret)
{
    const ServiceId id = config.id;
    const bool known = m_services.contains(id);
    if (known) {
        const auto place = m_order.indexOf(id);
        remove(id);
        m_order.insert(place, id);
    } else {
        const auto rank = [&](const ServiceId& other) {
            const auto place = m_wanted.indexOf(other);
            return place < 0 ? m_wanted.size() : place;
        };
        const auto after = std::find_if(m_order.cbegin(), m_order.cend(),
            [&](const ServiceId& other) { return rank(other) > rank(id); });
        m_order.insert(after - m_order.cbegin(), id);
    }
    redactInLogs(secret);

    auto service = std::make_unique<Service>();
    service->gate = std::make_shared<WriteGate>(config.writes);
    service->descriptor = descriptor(config.tool);
    service->config = std::move(config);
    if (service->descriptor && service->descriptor->make)
        service->adapter = service->descriptor->make(
            AdapterContext{service->config, std::move(secret), service->gate, m_audit, &m_runtime});
    m_services[id] = std::move(service);
    Q_EMIT added(id);
}

void ServiceHub::remove(const ServiceId& id)
{
    const auto it = m_services.find(id);
    if (it == m_services.end())
        return;
    Q_EMIT aboutToRemove(id);
    const auto dying = std::move(it->second);
    m_services.erase(it);
    m_order.removeAll(id);
    Q_EMIT removed(id);
}

void ServiceHub::clear()
{
    const auto all = m_order;
    for (const ServiceId& id : all)
        remove(id);
}

QList<ServiceId> ServiceHub::ids() const
{
    return m_order;
}

QList<ServiceId> ServiceHub::ofModule(const QString& module) const
{
    QList<ServiceId> list;
    for (const ServiceId& id : m_order)
        if (m_services.at(id)->config.module == module)
            list.append(id);
    return list;
}

const Service* ServiceHub::service(const ServiceId& id) const
{
    const auto it = m_services.find(id);
    return it == m_services.end() ? nullptr : it->second.get();
}

ServiceId ServiceHub::byNamespace(const QString& ns) const
{
    for (const auto& [id, service] : m_services)
        if (service->config.ns == ns || service->config.aliases.contains(ns))
            return id;
    return {};
}

void ServiceHub::reportHealth(const ServiceId& id, HealthReport report, const Error& error)
{
    const auto it = m_services.find(id);
    if (it == m_services.end())
        return;
    Service& s = *it->second;
    if (report.state == HealthReport::State::Failing) {
        report.version = s.health.version; // the last one known
        s.lastError = error;
    } else {
        s.lastGood = QDateTime::currentDateTimeUtc();
    }
    s.health = std::move(report);
    Q_EMIT healthChanged(id);
}

void ServiceHub::setWritesLifted(const ServiceId& id, bool lifted)
{
    const auto it = m_services.find(id);
    if (it == m_services.end() || !it->second->gate->canLift())
        return;
    if (lifted)
        it->second->gate->lift();
    else
        it->second->gate->drop();
    Q_EMIT writesChanged(id);
}

} // namespace pilothouse
