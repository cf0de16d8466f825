// SPDX-License-Identifier: GPL-3.0-or-later
// How each step of a deploy is carried out.
#include "pipelines/deploy/deployaudit.h"
#include "pipelines/deploy/deployrun.h"
#include "pipelines/deploy/tableplan.h"
#include "pipelines/deploy/topicplan.h"
#include "streams/api/acts.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr milliseconds kWriteLimit = 120s;

QString previewOfUnits(const std::vector<FileWrite>& writes)
{
    QStringList lines;
    for (const FileWrite& write : writes)
        lines.append((!write.after          ? u"remove "_s
                             : write.before ? u"change "_s
                                            : u"create "_s)
            + write.path
            + (write.after ? u" sha256="_s + QString::fromLatin1(contentHash(*write.after))
                           : QString()));
    return lines.join(u'\n');
}

} // namespace

void DeployRun::startTask(std::unique_ptr<Task> task, Done done)
{
    m_task = std::move(task);
    connect(m_task.get(), &Task::finished, this, [this, done = std::move(done)] {
        const bool unknown = m_task->status().state == TaskStatus::State::Unknown;
        const Result<Text> outcome = m_task->outcome();
        // Not from inside its own signal.
        QMetaObject::invokeMethod(
            this, [done, outcome, unknown] { done(outcome, unknown); }, Qt::QueuedConnection);
    });
    m_task->start();
}

std::unique_ptr<Task> DeployRun::makeTask(const Text& title, const QString& act,
    const QString& statement, std::function<Result<Text>(const Token&, TaskProgress&)> body)
{
    const DeployPlaces& places = m_request.places;
    const TaskInfo info = auditedInfo(places, title, act, m_request.version.pipeline, statement);
    return m_lane.task(info, kWriteLimit,
        [gate = places.gate, body = std::move(body)](
            NoConnection&, const Token& token, TaskProgress& progress) -> Result<Text> {
            if (const auto allowed = mayWrite(gate); !allowed)
                return tl::unexpected(allowed.error());
            return body(token, progress);
        });
}

void DeployRun::runTables(const QStringList& keys, Done done)
{
    QStringList statements;
    for (const QString& key : keys)
        statements += unit(key)->statements;
    const ServiceId service = m_request.services[keys.first()];
    auto* query = m_hub.contract<database::Query>(service);
    if (!query)
        return done(fail(Error::Kind::NotFound, service, service), false);
    m_session = query->open(u"pilothouse deploy "_s + m_request.version.pipeline);
    database::RunRequest request;
    request.text = transactionOf(statements);
    const auto problem = std::make_shared<std::optional<Error>>();
    m_statements = m_session->run(request).attach(
        this,
        [problem](std::vector<database::QueryEvent>&& events) {
            for (const database::QueryEvent& event : events)
                if (const auto* failed = std::get_if<database::StatementFailed>(&event))
                    if (!*problem)
                        *problem = failed->error;
        },
        [this, problem, done, count = int(keys.size())](const VoidResult& end) {
            Result<Text> result
                = PH_PLURAL("pipelines", "%n tables in one transaction").plural(count);
            if (*problem)
                result = tl::unexpected(**problem);
            else if (!end)
                result = tl::unexpected(end.error());
            // The transaction that failed went with its session; of a lost connection nobody knows
            // whether its commit arrived.
            const bool unknown = !*problem && !end && end.error().kind != Error::Kind::Refused;
            QMetaObject::invokeMethod(
                this,
                [this, done, result, unknown] {
                    m_session.reset();
                    done(result, unknown);
                },
                Qt::QueuedConnection);
        });
}

void DeployRun::runTopic(const UnitPlan& unit, Done done)
{
    const ServiceId service = m_request.services[unitKey(unit.unit)];
    auto* acts = m_hub.contract<streams::TopicActs>(service);
    if (!acts)
        return done(fail(Error::Kind::NotFound, service, service), false);
    const WantedTopic wanted = wantedTopic(unit.unit);
    std::vector<Act> list;
    if (unit.change == ChangeKind::Create) {
        list.push_back(
            acts->create({unit.unit.name, wanted.partitions, wanted.replication, wanted.config}));
        return runTopicActs(std::move(list), std::move(done));
    }
    std::vector<streams::ConfigChange> changes;
    for (const ConfigPlan& config : unit.config) {
        if (config.name == u"partitions") {
            streams::TopicInfo topic;
            topic.name = unit.unit.name;
            topic.partitions.resize(size_t(config.before.toInt()));
            list.push_back(acts->addPartitions(topic, config.after.toInt()));
        } else {
            changes.push_back(
                {config.name, config.before.isEmpty() ? std::nullopt : std::optional(config.before),
                    config.after});
        }
    }
    if (!changes.empty())
        list.push_back(acts->changeConfig(unit.unit.name, changes));
    runTopicActs(std::move(list), std::move(done));
}

void DeployRun::runTopicActs(std::vector<Act> acts, Done done)
{
    if (acts.empty())
        return done(Text(), false);
    const Act first = acts.front();
    acts.erase(acts.begin());
    startTask(
        first.make(), [this, acts = std::move(acts), done](Result<Text> result, bool unknown) {
            if (!result || acts.empty())
                return done(std::move(result), unknown);
            runTopicActs(acts, done);
        });
}

void DeployRun::runJob(const UnitPlan& unit, bool back, Done done)
{
    const auto writes = back ? takenBack(writesOf(unit.files)) : writesOf(unit.files);
    const bool gone = (unit.change == ChangeKind::Remove) != back
        && (unit.change == ChangeKind::Remove || unit.change == ChangeKind::Create);
    // The host restarts what has another section; what has only other files is told to.
    const bool section = std::any_of(writes.begin(), writes.end(),
        [](const FileWrite& write) { return write.path.endsWith(".conf"_L1); });
    const bool restart = !gone && !section && unit.running != JobPhase::Stopped;
    startTask(
        makeTask(PH_TEXT("pipelines", "Streaming job %1").arg(unit.unit.name), u"deploy-job"_s,
            previewOfUnits(writes),
            [jobs = m_request.places.jobs, files = m_request.places.jobFiles, writes, restart, gone,
                name = unit.unit.name](const Token& token, TaskProgress& progress) -> Result<Text> {
                if (!jobs || !files)
                    return fail(Error::Kind::Unsupported, name);
                progress.sent();
                if (const auto written = files->write({writes, {}}, token); !written)
                    return tl::unexpected(written.error());
                progress.answered();
                if (const auto read = jobs->reload(token); !read)
                    return tl::unexpected(read.error());
                if (gone)
                    jobs->forget(name);
                if (restart)
                    if (const auto again = jobs->restart(name, token); !again)
                        return tl::unexpected(again.error());
                return restart ? PH_TEXT("pipelines", "Restarted from its checkpoint")
                               : PH_TEXT("pipelines", "Written and read by the host");
            }),
        std::move(done));
}

void DeployRun::runFiles(const QStringList& keys, bool back, Done done)
{
    const auto plans = filesOf(keys);
    const auto writes = back ? takenBack(writesOf(plans)) : writesOf(plans);
    const QString message
        = back ? u"Take back: "_s + m_request.version.message : m_request.version.message;
    startTask(
        makeTask(PH_TEXT("pipelines", "Deploy %1").arg(m_request.version.pipeline), u"deploy"_s,
            previewOfUnits(writes),
            [to = m_request.places.dags, writes, message, commit = m_commit](
                const Token& token, TaskProgress& progress) -> Result<Text> {
                progress.sent();
                const auto receipt = to->write({writes, message}, token);
                if (!receipt)
                    return tl::unexpected(receipt.error());
                progress.answered();
                *commit = receipt->commit;
                if (receipt->pushed)
                    return PH_TEXT("pipelines", "Committed as %1 and pushed")
                        .arg(receipt->commit.left(10));
                if (!receipt->commit.isEmpty())
                    return PH_TEXT("pipelines", "Committed as %1").arg(receipt->commit.left(10));
                return PH_PLURAL("pipelines", "%n files written").plural(int(writes.size()));
            }),
        std::move(done));
}

void DeployRun::runRecord(bool back, Done done)
{
    DeployVersion version = m_request.version;
    version.time = QDateTime::currentDateTimeUtc();
    version.target = m_request.places.target;
    version.commit = *m_commit;
    for (const UnitPlan& unit : m_request.plan.units)
        for (const FilePlan& file : unit.files)
            if (file.origin == FilePlan::Origin::ByHand && file.overwrite && file.before)
                version.replaced[file.path] = *file.before;
    m_record
        = m_lane
              .run(30s,
                  [shelf = VersionShelf(m_request.versions), version, back](
                      NoConnection&, const Token&) -> Result<DeployVersion> {
                      if (!back)
                          return shelf.put(version);
                      if (const auto removed = shelf.remove(version); !removed)
                          return tl::unexpected(removed.error());
                      return version;
                  })
              .onDone(this, [this, done](Result<DeployVersion> kept) {
                  if (!kept)
                      return done(tl::unexpected(kept.error()), false);
                  m_request.version = std::move(*kept);
                  done(PH_TEXT("pipelines", "Version %1").arg(m_request.version.number), false);
              });
}

void DeployRun::runParse(const QStringList& keys, Done done)
{
    // The DAG of the pipeline; one that leaves has nothing to wait for.
    const GeneratedFile* file = nullptr;
    for (const GeneratedFile& candidate : m_request.version.generated.files)
        for (const QString& key : keys)
            if (const UnitPlan* plan = unit(key); plan && plan->unit.kind == UnitKind::Dag
                && plan->change != ChangeKind::Remove && candidate.unit == plan->unit.name
                && candidate.path.endsWith(".py"_L1) && !candidate.path.contains(u'/'))
                file = &candidate;
    if (!file)
        return done(Text(), false);
    m_parse = std::make_unique<ParseWatch>(m_hub, m_request.places.airflow);
    connect(m_parse.get(), &ParseWatch::finished, this, [this, done] {
        const ParseWatch::Outcome outcome = m_parse->outcome();
        m_importError = outcome.importError;
        Result<Text> result
            = PH_TEXT("pipelines", "Read by Airflow after %1 s")
                  .arg(QString::number(double(outcome.milliseconds) / 1000, 'f', 1));
        if (outcome.importError)
            result = fail(Error::Kind::Refused, outcome.importError->words, {},
                PH_TEXT("pipelines", "Airflow cannot import %1.").arg(outcome.importError->file));
        else if (outcome.error)
            result = tl::unexpected(*outcome.error);
        QMetaObject::invokeMethod(
            this, [done, result] { done(result, false); }, Qt::QueuedConnection);
    });
    m_parse->wait(file->unit, *file, m_request.parseLimit);
}

std::unique_ptr<Task> taskOf(const std::shared_ptr<DeployRun>& run)
{
    TaskInfo info;
    info.title = PH_TEXT("pipelines", "Deploy %1").arg(run->request().version.pipeline);
    info.service = run->request().places.airflow;
    return std::make_unique<Task>(
        info,
        [run](Task& task) {
            const auto show = [run = run.get(), task = QPointer(&task)] {
                if (!task)
                    return;
                TaskStatus status;
                status.total = qint64(run->steps().size());
                status.unit = TaskStatus::Unit::Steps;
                for (const DeployStep& step : run->steps())
                    status.done += step.state == DeployStep::State::Done;
                task->setProgress(status);
            };
            QObject::connect(run.get(), &DeployRun::changed, &task, show);
            QObject::connect(
                run.get(), &DeployRun::finished, &task, [run = run.get(), task = &task] {
                    bool unknown = false;
                    for (const DeployStep& step : run->steps())
                        unknown |= step.state == DeployStep::State::Unknown;
                    const bool done = run->state() == DeployRun::State::Done;
                    const auto state = done                           ? TaskStatus::State::Done
                        : unknown                                     ? TaskStatus::State::Unknown
                        : run->state() == DeployRun::State::Cancelled ? TaskStatus::State::Cancelled
                                                                      : TaskStatus::State::Failed;
                    task->finish(state,
                        done ? Result<Text>(PH_TEXT("pipelines", "Version %1").arg(run->version()))
                             : Result<Text>(tl::unexpected(run->error().value_or(Error()))));
                });
            run->start();
        },
        [run] { run->cancel(); });
}

Act deployAct(const std::shared_ptr<DeployRun>& run)
{
    const DeployRequest& request = run->request();
    const QString& name = request.version.pipeline;
    Act act;
    act.title = PH_TEXT("pipelines", "Deploy %1").arg(name);
    act.question = PH_TEXT("pipelines", "Deploy %1 to %2?").arg(name).arg(request.places.target);
    act.consequence = PH_TEXT("pipelines", "Written to %1. Airflow takes it up by itself.")
                          .arg(request.places.dags->place());
    act.button = PH_TEXT("pipelines", "Deploy");
    act.icon = u"upload"_s;
    act.service = request.places.airflow;
    act.target = {request.places.config.ns, name};
    const auto effect = [&act, &request](const QString& icon, Text text, ChangeKind change) {
        if (const int count = request.plan.count(change); count > 0)
            act.effects.push_back({icon, std::move(text), QString::number(count)});
    };
    effect(u"plus"_s, PH_TEXT("pipelines", "Units created"), ChangeKind::Create);
    effect(u"edit"_s, PH_TEXT("pipelines", "Units changed"), ChangeKind::Change);
    effect(u"minus"_s, PH_TEXT("pipelines", "Units removed"), ChangeKind::Remove);
    act.statement = previewOf(request.plan);
    act.language = u"diff"_s;
    act.destructive = request.plan.count(ChangeKind::Remove) > 0;
    if (act.destructive)
        act.typedName = name;
    act.make = [run] {
        return taskOf(run);
    };
    return act;
}

} // namespace pilothouse::pipelines
