// SPDX-License-Identifier: GPL-3.0-or-later
// ServiceHub: the services of the open profile. Views across modules know services only through it.
#pragma once

#include "core/adapterdescriptor.h"
#include "core/entityid.h"
#include "core/facets/health.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace pilothouse
{

// One service with its adapter; `adapter` is null when no tool of this version can steer it.
struct Service {
    ServiceConfig config;
    const AdapterDescriptor* descriptor = nullptr;
    std::unique_ptr<Adapter> adapter;
    std::shared_ptr<WriteGate> gate;
    HealthReport health;
    Error lastError; // of the last failed probe
    QDateTime lastGood;
};

// Starts the server behind a service.
struct ServerStarter {
    QString title; // of its button, "Start in the sandbox"
    std::function<void()> start;
};

// GUI thread.
class ServiceHub final : public QObject
{
    Q_OBJECT

public:
    ServiceHub(Runtime& runtime, std::shared_ptr<AuditLog> audit, QObject* parent = nullptr);
    ~ServiceHub() override;
    Q_DISABLE_COPY_MOVE(ServiceHub)

    void setDescriptors(std::vector<AdapterDescriptor> descriptors);
    const AdapterDescriptor* descriptor(const QString& tool) const;
    const std::vector<AdapterDescriptor>& descriptors() const { return m_descriptors; }

    // The profile's order; a service added later takes its place in it, others come last.
    void setOrder(QList<ServiceId> order) { m_wanted = std::move(order); }
    // Adds or replaces; a service whose tool is unknown is kept without an adapter.
    void add(ServiceConfig config, Secret secret);
    void remove(const ServiceId& id);
    void clear();

    QList<ServiceId> ids() const; // in the profile's order
    QList<ServiceId> ofModule(const QString& module) const;
    const Service* service(const ServiceId& id) const; // null when absent
    // The service whose namespace or alias is `ns`; empty when none.
    ServiceId byNamespace(const QString& ns) const;

    template <class A>
    A* contract(const ServiceId& id) const
    {
        const Service* s = service(id);
        return s && s->adapter ? s->adapter->as<A>() : nullptr;
    }
    template <class F>
    F* facet(const ServiceId& id) const
    {
        return contract<F>(id);
    }

    // Called by the sampler.
    void reportHealth(const ServiceId& id, HealthReport report, const Error& error);
    // The visible switch: lifts or drops the write gate of a service whose mode is `off`.
    void setWritesLifted(const ServiceId& id, bool lifted);

    // Told by who keeps the servers; null for a service whose server nobody here can start.
    void setStarters(std::map<ServiceId, ServerStarter> starters);
    const ServerStarter* starter(const ServiceId& id) const;

    Runtime& runtime() const { return m_runtime; }
    std::shared_ptr<AuditLog> auditLog() const { return m_audit; }

Q_SIGNALS:
    void added(const QString& id);
    void aboutToRemove(const QString& id);
    void removed(const QString& id);
    void healthChanged(const QString& id);
    void writesChanged(const QString& id);

private:
    Runtime& m_runtime;
    std::shared_ptr<AuditLog> m_audit;
    std::vector<AdapterDescriptor> m_descriptors;
    QList<ServiceId> m_order;
    QList<ServiceId> m_wanted;
    std::map<ServiceId, std::unique_ptr<Service>> m_services;
    std::map<ServiceId, ServerStarter> m_starters;
};

} // namespace pilothouse
