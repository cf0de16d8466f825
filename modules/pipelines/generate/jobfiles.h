// SPDX-License-Identifier: GPL-3.0-or-later
// JobFiles: what lies in the folder of a streaming job, each file with its head, and how a
// supervisor, systemd or Compose runs it. Pure.
#pragma once

#include "pipelines/generate/streamjob.h"

namespace pilothouse::pipelines
{

// How a job is started, in its folder.
struct JobCommand {
    QByteArray arguments; // of python: "-m pilothouse_worker job.json"
    bool tellsStatus = true; // writes status.json
    QByteArray image = "python:3.11-slim"; // with this Python
};

class JobFiles final
{
public:
    // A batch is started by a DAG and lies beside it.
    JobFiles(const Pipeline& pipeline, const Node& node, bool batch);

    // Text in whose language `comment` begins a comment; "" is for JSON.
    void add(const QString& path, const QByteArray& text, const QByteArray& comment);
    // The stream worker with what it is told.
    void addWorker(const QByteArray& job);
    // Unless it is a batch.
    void addRunners(const JobCommand& command);
    void uses(const QString& connection, const QString& type);

    const QString& name() const { return m_name; }
    StreamJob& made() { return m_job; }

private:
    QByteArray marked(const QByteArray& text, const QByteArray& comment) const;
    QByteArray section(const JobCommand& command) const;
    QByteArray service(const JobCommand& command) const;
    QByteArray compose(const JobCommand& command) const;

    const Pipeline& m_pipeline;
    const QString m_name;
    StreamJob m_job;
};

} // namespace pilothouse::pipelines
