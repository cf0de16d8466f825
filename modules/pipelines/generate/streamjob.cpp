// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/streamjob.h"

#include "pipelines/api/duration.h"
#include "pipelines/generate/fingerprint.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

QJsonValue jsonOf(const Bindings& fields, const QString& name)
{
    const QString text = textOf(fields, name);
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray textsOf(const Bindings& fields, const QString& name)
{
    QJsonArray out;
    if (const auto found = fields.find(name); found != fields.end())
        for (const Value& item : found->second.value.items)
            out.append(item.text);
    return out;
}

QJsonArray columnsOf(const Bindings& fields)
{
    QJsonArray out;
    const auto found = fields.find(u"columns"_s);
    for (const Value& one :
        found == fields.end() ? std::vector<Value>() : found->second.value.items) {
        const Value* name = one.find(u"name");
        const Value* type = one.find(u"type");
        const Value* nullable = one.find(u"nullable");
        out.append(QJsonObject{{u"name"_s, name ? name->text : one.text},
            {u"type"_s, type ? type->text : u"text"_s},
            {u"nullable"_s, !nullable || nullable->isTrue()}});
    }
    return out;
}

double secondsOf(const Bindings& fields, const QString& name, double otherwise)
{
    const auto seconds = durationOf(textOf(fields, name));
    return seconds ? double(*seconds) : otherwise;
}

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

constexpr char kRequirements[]
    = "confluent-kafka==2.16.0\nfastavro==1.13.1\npsycopg[binary]==3.3.9\n";

class JobWriter final
{
public:
    JobWriter(const Pipeline& pipeline, const Node& node)
        : m_pipeline(pipeline)
        , m_node(node)
        , m_name(pipeline.name + u'.' + node.id)
    {
        m_job.unit = {UnitKind::StreamJob, m_name, {node.id}, {}, {}, {}};
    }

    StreamJob made(const QJsonObject& source, const QJsonObject& sink, const Bindings& fields,
        const QJsonValue& dead)
    {
        QJsonObject job{{u"job"_s, 1}, {u"pipeline"_s, m_pipeline.name}, {u"node"_s, m_node.id},
            {u"document"_s, m_pipeline.id}, {u"group"_s, m_name}, {u"source"_s, source},
            {u"sink"_s, sink}, {u"dead_letters"_s, dead}};
        if (const auto rows = fields.find(u"batch_size"_s); rows != fields.end())
            job[u"batch"_s] = QJsonObject{{u"rows"_s, rows->second.value.text.toInt()},
                {u"seconds"_s, secondsOf(fields, u"flush_after"_s, 1)}};
        if (const auto most = fields.find(u"max_bad"_s); most != fields.end())
            job[u"max_bad"_s] = most->second.value.text.toDouble();
        add(u"job.json"_s, QJsonDocument(job).toJson(QJsonDocument::Indented), {});
        for (const auto& [path, text] : workerFiles())
            add(path, text, "#");
        add(u"requirements.txt"_s, kRequirements, "#");
        add(u"%1.service"_s.arg(m_name), service(), "#");
        add(u"compose.yaml"_s, compose(), "#");
        m_job.files.push_back({m_name + u".conf"_s, marked(section(), ";"), m_name, {}});
        if (const auto found = source.find(u"start"_s); found != source.end())
            m_job.unit.settings.push_back({u"start"_s, Value::ofText(found->toString())});
        return std::move(m_job);
    }

private:
    QByteArray marked(const QByteArray& text, const QByteArray& comment) const
    {
        return withFingerprint(text, m_pipeline.id, m_pipeline.name, comment);
    }
    void add(const QString& path, const QByteArray& text, const QByteArray& comment)
    {
        m_job.files.push_back({m_name + u'/' + path, marked(text, comment), m_name, {}});
    }

    // Beside the job's folder: the supervisor reads sections there and has a Python for its jobs.
    QByteArray section() const
    {
        const QByteArray name = m_name.toUtf8();
        return "[program:" + name
            + "]\n"
              "command = \"%(here)s/../bin/python\" -B -m pilothouse_worker job.json --connections "
              "\"%(here)s/../connections.json\" --status status.json\n"
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

    QByteArray service() const
    {
        const QByteArray name = m_name.toUtf8();
        return "[Unit]\nDescription=Streaming job " + name
            + "\nAfter=network-online.target\n"
              "Wants=network-online.target\n\n[Service]\n"
              "WorkingDirectory=/opt/pilothouse/jobs/"
            + name
            + "\n"
              "LoadCredential=connections.json:/etc/pilothouse/connections.json\n"
              "ExecStart=/opt/pilothouse/python/bin/python -B -m pilothouse_worker job.json "
              "--connections ${CREDENTIALS_DIRECTORY}/connections.json --status "
              "${RUNTIME_DIRECTORY}/status.json\n"
              "DynamicUser=yes\nRuntimeDirectory=pilothouse/"
            + name
            + "\n"
              "Restart=always\nRestartSec=5\nTimeoutStopSec=60\n\n"
              "[Install]\nWantedBy=multi-user.target\n";
    }

    QByteArray compose() const
    {
        const QByteArray service = QString(m_name).replace(u'.', u'-').toLower().toUtf8();
        return "services:\n  " + service
            + ":\n"
              "    image: python:3.11-slim\n"
              "    working_dir: /job\n"
              "    command:\n"
              "      - sh\n      - -c\n"
              "      - >-\n"
              "        pip install --quiet --no-cache-dir --target /tmp/packages -r "
              "requirements.txt &&\n"
              "        PYTHONPATH=/tmp/packages exec python -B -m pilothouse_worker job.json\n"
              "        --connections /run/secrets/connections --status /tmp/status.json\n"
              "    volumes:\n      - .:/job:ro\n"
              "    secrets:\n      - connections\n"
              "    restart: always\n    stop_grace_period: 60s\n"
              "secrets:\n  connections:\n    file: ${CONNECTIONS:-./connections.json}\n";
    }

    const Pipeline& m_pipeline;
    const Node& m_node;
    const QString m_name;
    StreamJob m_job;
};

std::optional<StreamJob> ingestJob(
    const Pipeline& pipeline, const Node& node, const NodeValues& all, Values& values)
{
    const Bindings& fields = all.at(node.id);
    const auto topic = topicBefore(pipeline, all, node.id);
    if (!topic) {
        values.problem(node.id, {}, PH_TEXT("Pipelines", "No topic is connected to it."));
        return std::nullopt;
    }
    static const Bindings kNone;
    const auto found = topic->node ? all.find(topic->node->id) : all.end();
    const Bindings& before = found == all.end() ? kNone : found->second;
    const QString format = textOf(before, u"format"_s);
    const QString start = textOf(before, u"start"_s);
    const QJsonObject source{{u"kind"_s, u"kafka"_s}, {u"connection"_s, topic->connection},
        {u"topic"_s, topic->topic}, {u"format"_s, format.isEmpty() ? u"json"_s : format},
        {u"registry"_s, jsonOf(before, u"registry"_s)},
        {u"start"_s, start.isEmpty() ? u"earliest"_s : start}};
    const QJsonObject sink{{u"kind"_s, u"postgres"_s},
        {u"connection"_s, textOf(fields, u"connection"_s)},
        {u"table"_s, textOf(fields, u"table"_s)}, {u"mode"_s, textOf(fields, u"mode"_s)},
        {u"keys"_s, textsOf(fields, u"keys"_s)}, {u"extra"_s, textOf(fields, u"extra"_s)},
        {u"extracted_at"_s, jsonOf(fields, u"extracted_at"_s)}, {u"columns"_s, columnsOf(fields)}};
    const QJsonObject dead{
        {u"connection"_s, topic->connection}, {u"topic"_s, deadLettersOf(fields, topic->topic)}};
    return JobWriter(pipeline, node).made(source, sink, fields, dead);
}

std::optional<StreamJob> eventJob(
    const Pipeline& pipeline, const Node& node, const Bindings& fields)
{
    const QJsonArray events = textsOf(fields, u"events"_s);
    const QJsonObject source{{u"kind"_s, u"sse"_s}, {u"url"_s, textOf(fields, u"url"_s)},
        {u"connection"_s, jsonOf(fields, u"login"_s)},
        {u"event"_s, events.isEmpty() ? QJsonValue() : events.at(0)}};
    const QJsonObject sink{{u"kind"_s, u"kafka"_s},
        {u"connection"_s, textOf(fields, u"connection"_s)},
        {u"topic"_s, textOf(fields, u"topic"_s)}, {u"key"_s, jsonOf(fields, u"key_at"_s)}};
    return JobWriter(pipeline, node).made(source, sink, fields, QJsonValue());
}

} // namespace

std::vector<StreamJob> streamJobs(
    const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields, Values& values)
{
    std::vector<StreamJob> jobs;
    for (const Node& node : pipeline.nodes) {
        const NodeKind* kind = catalogue.kind(node.kind);
        if (!kind || kind->runs != Runs::Stream)
            continue;
        std::optional<StreamJob> job;
        if (node.kind == u"ingest.table")
            job = ingestJob(pipeline, node, fields, values);
        else if (node.kind == u"source.sse")
            job = eventJob(pipeline, node, fields.at(node.id));
        else
            values.problem(node.id, {},
                PH_TEXT("Pipelines", "%1 cannot be generated yet.").arg(kind->title.en));
        if (job)
            jobs.push_back(std::move(*job));
    }
    return jobs;
}

} // namespace pilothouse::pipelines
