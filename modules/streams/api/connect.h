// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Connect: the connectors of a Kafka Connect cluster.
// Source: kafka.apache.org, "Kafka Connect REST API".
#pragma once

#include "core/act.h"
#include "core/call.h"

#include <QStringList>
#include <map>

#include <vector>

namespace pilothouse::streams
{

struct ConnectorTask {
    int id = 0;
    QString state; // "RUNNING", "PAUSED", "FAILED", "UNASSIGNED"
    QString worker;
    QString trace; // why it failed, the worker's own words
    bool operator==(const ConnectorTask&) const = default;
};

struct ConnectorInfo {
    QString name;
    bool isSource = false;
    QString state;
    QString worker;
    QString trace;
    std::vector<ConnectorTask> tasks;
    std::map<QString, QString> config; // values that hold secrets are replaced
    QStringList topics; // it has read or written
    QString cluster = {}; // its address, where the service has several; else empty
    bool operator==(const ConnectorInfo&) const = default;
};

// Of all Connect clusters of the service; one that does not answer hides no other.
struct ConnectorList {
    std::vector<ConnectorInfo> connectors;
    std::map<QString, Error> failed; // by address
    bool operator==(const ConnectorList&) const = default;
};

class Connect
{
public:
    virtual ~Connect() = default;

    // An error when no cluster answers.
    virtual Call<ConnectorList> connectors() = 0;
    virtual Act pause(const ConnectorInfo& connector, bool paused) = 0;
    virtual Act restart(const ConnectorInfo& connector, bool onlyFailed) = 0;
    virtual Act restartTask(const ConnectorInfo& connector, int task) = 0;
};

} // namespace pilothouse::streams
