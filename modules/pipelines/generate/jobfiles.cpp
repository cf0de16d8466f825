// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/jobfiles.h"

#include "pipelines/generate/fingerprint.h"
#include "pipelines/generate/targets.h"

#include <QDirIterator>
#include <QFile>

// Q_INIT_RESOURCE declares a function and therefore must stand outside every namespace.
static void initPilothouseWorker()
{
    Q_INIT_RESOURCE(pilothouse_worker);
}

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// One of the worker's own files as it is compiled in; the same for every job.
const std::map<QString, QByteArray>& workerFiles()
{
    static const std::map<QString, QByteArray> files = [] {
        initPilothouseWorker();
        std::map<QString, QByteArray> read;
        const QString root = u":/pilothouse/worker/"_s;
        for (QDirIterator each(root, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            if (file.open(QIODevice::ReadOnly))
                read.emplace(file.fileName().sliced(root.size()), file.readAll());
        }
        return read;
    }();
    return files;
}

QByteArray statusAt(const JobCommand& command, const QByteArray& path)
{
    return command.tellsStatus ? " --status " + path : QByteArray();
}

} // namespace

JobFiles::JobFiles(const Pipeline& pipeline, const Node& node, bool batch)
    : m_pipeline(pipeline)
    , m_name(pipeline.name + u'.' + node.id)
{
    m_job.unit = {UnitKind::StreamJob, m_name, {node.id}, {}, {}, {}};
    m_job.isBatch = batch;
    if (batch) // nothing of it is a DAG; Airflow need not read it
        add(u".airflowignore"_s, "pilothouse_worker\njob.py\n", "#");
}

QByteArray JobFiles::marked(const QByteArray& text, const QByteArray& comment) const
{
    return withFingerprint(text, m_pipeline.id, m_pipeline.name, comment);
}

void JobFiles::add(const QString& path, const QByteArray& text, const QByteArray& comment)
{
    const QString unit = m_job.isBatch ? m_pipeline.name : m_name;
    m_job.files.push_back({m_name + u'/' + path, marked(text, comment), unit, {}});
}

void JobFiles::addWorker(const QByteArray& job)
{
    add(u"job.json"_s, job, {});
    for (const auto& [path, text] : workerFiles())
        add(path, text, "#");
    add(u"requirements.txt"_s, workerPackages(), "#");
}

void JobFiles::addRunners(const JobCommand& command)
{
    if (m_job.isBatch)
        return;
    add(u"%1.service"_s.arg(m_name), service(command), "#");
    add(u"compose.yaml"_s, compose(command), "#");
    m_job.files.push_back({m_name + u".conf"_s, marked(section(command), ";"), m_name, {}});
}

void JobFiles::uses(const QString& connection, const QString& type)
{
    const auto same = [&](const auto& one) {
        return one.first == connection;
    };
    if (!connection.isEmpty()
        && std::none_of(m_job.connections.begin(), m_job.connections.end(), same))
        m_job.connections.emplace_back(connection, type);
}

// Beside the job's folder: the supervisor reads sections there and has a Python for its jobs.
QByteArray JobFiles::section(const JobCommand& command) const
{
    const QByteArray name = m_name.toUtf8();
    return "[program:" + name
        + "]\n"
          "command = \"%(here)s/../bin/python\" -B "
        + command.arguments + " --connections \"%(here)s/../connections.json\""
        + statusAt(command, "status.json")
        + "\n"
          "directory = %(here)s/"
        + name
        + "\n"
          "autorestart = true\nstartsecs = 1\nstartretries = 3\nstopsignal = TERM\n"
          "stopwaitsecs = 30\nredirect_stderr = true\n"
          "stdout_logfile = %(here)s/../logs/"
        + name
        + ".log\n"
          "stdout_logfile_maxbytes = 2MB\nstdout_logfile_backups = 1\n";
}

QByteArray JobFiles::service(const JobCommand& command) const
{
    const QByteArray name = m_name.toUtf8();
    return "[Unit]\nDescription=Streaming job " + name
        + "\nAfter=network-online.target\n"
          "Wants=network-online.target\n\n[Service]\n"
          "WorkingDirectory=/opt/pilothouse/jobs/"
        + name
        + "\n"
          "LoadCredential=connections.json:/etc/pilothouse/connections.json\n"
          "ExecStart=/opt/pilothouse/python/bin/python -B "
        + command.arguments + " --connections ${CREDENTIALS_DIRECTORY}/connections.json"
        + statusAt(command, "${RUNTIME_DIRECTORY}/status.json")
        + "\n"
          "DynamicUser=yes\nRuntimeDirectory=pilothouse/"
        + name
        + "\n"
          "Restart=always\nRestartSec=5\nTimeoutStopSec=60\n\n"
          "[Install]\nWantedBy=multi-user.target\n";
}

QByteArray JobFiles::compose(const JobCommand& command) const
{
    const QByteArray service = QString(m_name).replace(u'.', u'-').toLower().toUtf8();
    return "services:\n  " + service
        + ":\n"
          "    image: "
        + command.image
        + "\n"
          "    working_dir: /job\n"
          "    command:\n"
          "      - sh\n      - -c\n"
          "      - >-\n"
          "        pip install --quiet --no-cache-dir --target /tmp/packages -r "
          "requirements.txt &&\n"
          "        PYTHONPATH=/tmp/packages exec python -B "
        + command.arguments
        + "\n"
          "        --connections /run/secrets/connections"
        + statusAt(command, "/tmp/status.json")
        + "\n"
          "    volumes:\n      - .:/job:ro\n"
          "    secrets:\n      - connections\n"
          "    restart: always\n    stop_grace_period: 60s\n"
          "secrets:\n  connections:\n    file: ${CONNECTIONS:-./connections.json}\n";
}

} // namespace pilothouse::pipelines
