// SPDX-License-Identifier: GPL-3.0-or-later
// PresentReader: asks everything a plan needs to know of what is there: files, tables, topics,
// streaming jobs, all at once. What does not answer is told by unit, the others stay. GUI thread;
// nothing waits on it. Destroying it cancels.
#pragma once

#include "core/lane.h"
#include "pipelines/deploy/deployplaces.h"
#include "pipelines/deploy/plan.h"
#include "pipelines/deploy/versions.h"

#include <QObject>

namespace pilothouse::database
{
struct RelationDetails;
}
namespace pilothouse::streams
{
struct TopicInfo;
struct ConfigEntry;
} // namespace pilothouse::streams

namespace pilothouse::pipelines
{

class PresentReader final : public QObject
{
    Q_OBJECT

public:
    PresentReader(ServiceHub& hub, DeployPlaces places, QObject* parent = nullptr);
    ~PresentReader() override;

    // Once: then finished() with present() and services().
    void read(const Generated& generated, const QString& document);
    const Present& present() const { return m_present; }
    // An error of the DAG folder itself: without it nothing can be deployed.
    const std::optional<Error>& error() const { return m_error; }
    // By unitKey(): the service a table or topic is made on.
    const std::map<QString, ServiceId>& services() const { return m_services; }

Q_SIGNALS:
    void finished();

private:
    struct Looks;

    void askFiles();
    void askConnections();
    void askUnits(const std::vector<workflow::ConnectionInfo>& told);
    void askTable(const Unit& unit, const ServiceId& service);
    void askTopic(const Unit& unit, const ServiceId& service);
    void onTopic(const QString& key, const ServiceId& service, const streams::TopicInfo& topic);
    void unknown(const QString& key, const Error& error);
    void oneDone();

    ServiceHub& m_hub;
    const DeployPlaces m_places;
    Generated m_generated;
    QString m_document;
    Present m_present;
    std::optional<Error> m_error;
    std::map<QString, ServiceId> m_services;
    int m_open = 0;
    std::unique_ptr<Looks> m_looks;
};

} // namespace pilothouse::pipelines
