// SPDX-License-Identifier: GPL-3.0-or-later
// Generated: what a pipeline becomes on a target: named units that are deployed each on its own,
// and their files. Plain values, any thread.
#pragma once

#include "pipelines/api/store.h"
#include "pipelines/api/target.h"

#include <QByteArray>

namespace pilothouse::pipelines
{

enum class UnitKind { Dag, StreamJob, Topic, Table, DbtProject };

struct Unit {
    UnitKind kind = UnitKind::Dag;
    QString name; // of the DAG, job, topic, table
    QStringList nodes; // ids of the nodes in it
    QString connection; // of a table or topic: the connection it is made on
    Settings settings; // of a topic: partitions, replication, retention …; of a job: start …
    QByteArray statement; // of a table: the DDL
    bool operator==(const Unit&) const = default;
};

struct GeneratedFile {
    QString path; // below the DAG folder or the job's folder, with `/`
    QByteArray text; // UTF-8; its head carries the document's id and the hash of the rest
    QString unit; // name of its unit
    std::vector<std::pair<QString, SourceRange>> nodes; // lines of each node
    bool operator==(const GeneratedFile&) const = default;
};

struct Generated {
    std::vector<Unit> units;
    std::vector<GeneratedFile> files; // by path
    std::vector<Problem> problems; // with an error nothing is generated
    bool isUsable() const
    {
        for (const Problem& problem : problems)
            if (problem.severity == Problem::Severity::Error)
                return false;
        return true;
    }
};

} // namespace pilothouse::pipelines
