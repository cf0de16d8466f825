// SPDX-License-Identifier: GPL-3.0-or-later
// What a deploy finds and what it would change, as plain values. Any thread.
#pragma once

#include "pipelines/api/generated.h"
#include "pipelines/deploy/destination.h"

namespace pilothouse::pipelines
{

enum class ChangeKind { None, Create, Change, Remove };

// --- What is there ---------------------------------------------------------------------------

struct TableColumn {
    QString name;
    QString type; // the database's own word
    bool nullable = true;
    bool operator==(const TableColumn&) const = default;
};
struct PresentTable {
    std::vector<TableColumn> columns;
    bool operator==(const PresentTable&) const = default;
};
struct PresentTopic {
    int partitions = 0;
    int replication = 0;
    std::map<QString, QString> config; // what is set, defaults of the brokers included
    bool operator==(const PresentTopic&) const = default;
};
enum class JobPhase { Absent, Stopped, Starting, Running, Failed, Unknown };

struct Present {
    FileTexts dags; // of this document, and what stands where its files are to go
    FileTexts jobs; // below the supervisor's folder
    bool hasJobHost = true; // else jobs are run by somebody else
    std::map<QString, PresentTopic> topics; // of those asked for, the ones that are there
    std::map<QString, PresentTable> tables;
    std::map<QString, JobPhase> running; // jobs
    std::map<QString, Error> unknown; // by unitKey(): what could not be asked
    std::vector<Text> notes;
    QString branch; // of git
};

// --- What would change -----------------------------------------------------------------------

struct FilePlan {
    enum class Origin {
        Ours, // as the last deploy left it, or new
        ByHand, // ours, but changed since
        Foreign // no file of this document: never touched
    };

    QString path;
    ChangeKind change = ChangeKind::None;
    Origin origin = Origin::Ours;
    std::optional<QByteArray> before; // as it is there
    std::optional<QByteArray> after; // as it is to be
    std::optional<QByteArray> base; // of ByHand: as it was deployed, where that is known
    bool overwrite = false; // of ByHand: chosen after the three-way difference was shown
    bool isBlocked() const
    {
        return change != ChangeKind::None
            && (origin == Origin::Foreign || (origin == Origin::ByHand && !overwrite));
    }
};

struct ConfigPlan {
    QString name;
    QString before; // empty: not told
    QString after;
    bool operator==(const ConfigPlan&) const = default;
};

struct UnitPlan {
    Unit unit;
    ChangeKind change = ChangeKind::None;
    std::vector<FilePlan> files; // of a DAG or a job
    QStringList statements; // of a table
    std::vector<ConfigPlan> config; // of a topic: "partitions", "replication" and its settings
    JobPhase running = JobPhase::Absent; // of a job, now
    std::vector<Text> notes; // what differs and stays, what happens besides
    std::vector<Text> refusals; // why it cannot be deployed
    bool leftOut = false; // by the user: it stays as it is, and the others go
    bool isDeployed() const { return change != ChangeKind::None && !leftOut; }
    bool isBlocked() const
    {
        return !leftOut
            && (!refusals.empty()
                || std::any_of(files.begin(), files.end(),
                    [](const FilePlan& file) { return file.isBlocked(); }));
    }
};

struct DeployPlan {
    std::vector<UnitPlan> units; // in the order they are deployed
    std::vector<Text> notes;
    QString branch;

    bool isEmpty() const;
    bool isBlocked() const;
    int count(ChangeKind change) const;
};

// Names a unit among all: a table and a topic may share a name.
QString unitKey(const Unit& unit);

} // namespace pilothouse::pipelines
