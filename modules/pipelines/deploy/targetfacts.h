// SPDX-License-Identifier: GPL-3.0-or-later
// TargetFacts: what the Airflow a pipeline goes to has: its version, its packages, the names of its
// connections. Until it has answered, and for another major version, what the sandbox installs. GUI
// thread; asks the service once, and again when it is healthy after a failure.
#pragma once

#include "core/lane.h"
#include "core/servicehub.h"
#include "pipelines/api/target.h"
#include "workflow/api/admin.h"

namespace pilothouse::pipelines
{

class TargetFacts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TargetFacts)

public:
    explicit TargetFacts(ServiceHub& hub, QObject* parent = nullptr);
    ~TargetFacts() override;

    void follow(const ServiceId& airflow);
    void refresh(); // asks anew

    const ServiceId& service() const { return m_service; }
    int major() const; // of the server; 0: it has not told
    // The server's where it is of this major version; without an environment.
    Target target(int major) const;
    // Ids of the connections the server has, sorted; empty: it has none, or does not tell.
    const QStringList& connections() const { return m_connections; }

Q_SIGNALS:
    void changed();

private:
    void ask();

    ServiceHub& m_hub;
    ServiceId m_service;
    std::optional<Target> m_server;
    QStringList m_connections;
    bool m_failed = false;
    mutable std::map<int, Target> m_sandbox; // by major version
    Lane<> m_lane;
    Call<workflow::Capabilities> m_capabilities;
    Call<std::vector<workflow::ConnectionInfo>> m_names;
    Call<std::map<QString, QString>> m_packages;
};

} // namespace pilothouse::pipelines
