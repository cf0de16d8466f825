// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Admin: the server itself: what it can do, its parts, pools, variables, connections and
// assets.
#pragma once

#include "core/act.h"
#include "core/call.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace pilothouse::workflow
{

// Asked of the server, never assumed from its version alone.
struct Capabilities {
    QString version; // "3.3.2"
    int major = 0;
    bool dagVersions = false; // structure and source as of a run
    bool backfills = false;
    bool privateStructure = false; // groups told by the server
    bool privateGrid = false; // states of many runs in one call
    bool privateGantt = false;
    bool assets = false; // named assets (3) rather than datasets (2)
    bool deadlines = false;
    bool awaitsInput = false;
    bool mayWrite = true; // false: the role was refused once
    bool operator==(const Capabilities&) const = default;
};

// A part of the server: scheduler, triggerer, dag_processor, metadatabase.
struct ComponentHealth {
    QString name; // the server's word
    QString status; // the server's word; empty: it has none
    QDateTime heartbeat; // UTC; invalid: not told
    bool operator==(const ComponentHealth&) const = default;
};

// A process of the server that reports by heartbeats, also one that is gone.
struct JobInfo {
    QString type; // the server's word: SchedulerJob
    QString state; // the server's word
    QDateTime start; // UTC
    QDateTime end; // invalid: it has not ended by itself
    QDateTime heartbeat; // the last
    QString host;
    bool operator==(const JobInfo&) const = default;
};

struct ServerState {
    std::vector<ComponentHealth> components;
    QDateTime serverTime; // UTC, of the answer's Date header; invalid: not told
    qint64 skewMs = 0; // our clock minus the server's
};

struct PoolInfo {
    static constexpr int kUnlimited = -1;

    QString name;
    QString description;
    int size = 0; // slots; -1: unlimited
    int occupied = 0;
    int running = 0;
    int queued = 0;
    int scheduled = 0;
    int deferred = 0;
    int open = 0;
    bool includeDeferred = false;
    bool isNew = false; // for setPool: not on the server yet
    bool operator==(const PoolInfo&) const = default;
};

struct VariableInfo {
    QString key;
    std::optional<QString> value; // none: masked by the server or by us
    QString description;
    bool encrypted = false;
    bool secret = false; // for setVariable: its value is neither shown nor logged
    bool isNew = false; // for setVariable: not on the server yet
    bool operator==(const VariableInfo&) const = default;
};

// Never with its password; extra is masked.
struct ConnectionInfo {
    QString id;
    QString type;
    QString host;
    QString schema;
    QString login;
    int port = 0;
    QString description;
    bool operator==(const ConnectionInfo&) const = default;
};

struct AssetInfo {
    qint64 id = 0;
    QString name;
    QString uri;
    QString group;
    QStringList producers; // "dag.task"
    QStringList consumers; // DAG ids
    QDateTime lastEvent; // UTC
    bool operator==(const AssetInfo&) const = default;
};

struct AssetEvent {
    qint64 id = 0;
    qint64 asset = 0;
    QString uri;
    QDateTime time; // UTC
    QString sourceDag;
    QString sourceTask;
    QString sourceRun;
    QStringList createdRuns; // "dag/run"
    bool operator==(const AssetEvent&) const = default;
};

class Admin
{
public:
    virtual ~Admin() = default;

    // Kept after the first answer until the connection was lost.
    virtual Call<Capabilities> capabilities() = 0;
    virtual Call<ServerState> state() = 0;
    // The schedulers of late, the last started first. Unsupported where the server tells none.
    virtual Call<std::vector<JobInfo>> schedulers() = 0;
    virtual Call<std::vector<PoolInfo>> pools() = 0;
    virtual Call<std::vector<VariableInfo>> variables() = 0;
    virtual Call<std::vector<ConnectionInfo>> connections() = 0;
    virtual Call<std::vector<AssetInfo>> assets() = 0;
    virtual Call<std::vector<AssetEvent>> assetEvents(qint64 asset, int limit) = 0; // newest first

    virtual Act setPool(const PoolInfo& pool) = 0;
    virtual Act removePool(const PoolInfo& pool) = 0;
    virtual Act setVariable(const VariableInfo& variable) = 0;
    virtual Act removeVariable(const VariableInfo& variable) = 0;
    virtual Act materialize(const AssetInfo& asset) = 0;
};

} // namespace pilothouse::workflow
