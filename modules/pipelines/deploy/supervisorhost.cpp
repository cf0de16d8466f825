// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/fileswap.h"
#include "pipelines/deploy/jobhost.h"
#include "pipelines/deploy/systemcommand.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

JobPhase phaseOf(const QString& word)
{
    static const std::map<QString, JobPhase> phases{{u"RUNNING"_s, JobPhase::Running},
        {u"STARTING"_s, JobPhase::Starting}, {u"STOPPED"_s, JobPhase::Stopped},
        {u"STOPPING"_s, JobPhase::Running}, {u"EXITED"_s, JobPhase::Stopped},
        {u"BACKOFF"_s, JobPhase::Failed}, {u"FATAL"_s, JobPhase::Failed}};
    const auto found = phases.find(word);
    return found == phases.end() ? JobPhase::Unknown : found->second;
}

class SupervisorHost final : public JobHost
{
public:
    explicit SupervisorHost(QString config)
        : m_config(std::move(config))
    {
    }

    QString place() const override { return m_config; }
    QString folder() const override { return QFileInfo(m_config).path() + u"/jobs"_s; }

    Result<std::vector<JobState>> list(const Token& token) override
    {
        // Its code tells that not all run, which is no error here.
        const auto answer = ask({u"status"_s}, token);
        if (!answer)
            return tl::unexpected(answer.error());
        auto jobs = readSupervisorStatus(answer->output);
        for (JobState& job : jobs) {
            const auto status = readOrdinary(folder() + u'/' + job.name + u"/status.json"_s);
            if (status && *status)
                readJobStatus(**status, job);
        }
        return jobs;
    }
    VoidResult reload(const Token& token) override
    {
        const auto answer = ask({u"update"_s}, token);
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->code != 0 || answer->output.contains("ERROR"))
            return refused(*answer);
        return {};
    }
    VoidResult start(const QString& job, const Token& token) override
    {
        return act(u"start"_s, job, token);
    }
    VoidResult stop(const QString& job, const Token& token) override
    {
        return act(u"stop"_s, job, token);
    }
    VoidResult restart(const QString& job, const Token& token) override
    {
        return act(u"restart"_s, job, token);
    }
    Result<QByteArray> log(const QString& job, int bytes, const Token& token) override
    {
        if (!isJob(job))
            return fail(Error::Kind::Refused, job, {}, {}, u"guard"_s);
        const auto answer = ask({u"tail"_s, u"-%1"_s.arg(bytes), job}, token);
        if (!answer)
            return tl::unexpected(answer.error());
        const QString start = job + u": ERROR ("_s;
        if (answer->code != 0 || answer->output.startsWith(start.toUtf8()))
            return refused(*answer);
        QByteArray text = answer->output;
        if (text.endsWith('\n'))
            text.chop(1); // its own, behind the log's
        return text.right(bytes);
    }

    void forget(const QString& job) override
    {
        const QString place = folder() + u'/' + job;
        if (job.isEmpty() || job.startsWith(u'.') || job.contains(u'/')
            || QFileInfo(place).isSymLink())
            return;
        QFile::remove(place + u"/status.json"_s);
        // What Python keeps of modules, then folders without anything: never files of others.
        QStringList folders{place};
        QDirIterator each(place, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
            QDirIterator::Subdirectories);
        while (each.hasNext())
            folders.append(each.next());
        std::sort(folders.begin(), folders.end(),
            [](const QString& a, const QString& b) { return a.size() > b.size(); });
        for (const QString& one : std::as_const(folders)) {
            QDir dir(one);
            if (dir.dirName() == u"__pycache__")
                for (const QString& file : dir.entryList({u"*.pyc"_s}, QDir::Files))
                    dir.remove(file);
            dir.rmdir(one);
        }
    }

private:
    static bool isJob(const QString& job)
    {
        return !job.isEmpty() && !job.startsWith(u'-') && job != u"all" && !job.contains(u' ');
    }
    static tl::unexpected<Error> refused(const CommandAnswer& answer)
    {
        const QString said = QString::fromUtf8(answer.output).trimmed();
        return fail(Error::Kind::Refused, said.isEmpty() ? answer.words : said);
    }
    Result<CommandAnswer> ask(const QStringList& words, const Token& token) const
    {
        if (!QFileInfo::exists(m_config))
            return fail(Error::Kind::NotFound, m_config, {},
                PH_TEXT("pipelines", "There is no supervisor with this configuration."));
        auto answer
            = runCommand({u"supervisorctl"_s, QStringList{u"-c"_s, m_config} + words}, token);
        if (answer
            && (answer->output.contains("no such file") || answer->output.contains("refused")))
            return fail(Error::Kind::Refused, QString::fromUtf8(answer->output).trimmed(), {},
                PH_TEXT("pipelines", "The supervisor of the streaming jobs does not run."));
        return answer;
    }
    VoidResult act(const QString& word, const QString& job, const Token& token) const
    {
        if (!isJob(job))
            return fail(Error::Kind::Refused, job, {}, {}, u"guard"_s);
        const auto answer = ask({word, job}, token);
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->output.contains("ERROR (no such process)"))
            return fail(Error::Kind::NotFound, QString::fromUtf8(answer->output).trimmed());
        if (answer->output.contains("ERROR (already started)")
            || answer->output.contains("ERROR (not running)"))
            return {};
        if (answer->code != 0 || answer->output.contains("ERROR"))
            return refused(*answer);
        return {};
    }

    const QString m_config;
};

} // namespace

std::shared_ptr<JobHost> supervisorHost(const QString& config)
{
    return std::make_shared<SupervisorHost>(config);
}

std::vector<JobState> readSupervisorStatus(const QByteArray& output)
{
    std::vector<JobState> jobs;
    for (const QByteArray& line : output.split('\n')) {
        const QString text = QString::fromUtf8(line).simplified();
        const QString word = text.section(u' ', 1, 1);
        if (word.isEmpty() || word != word.toUpper() || phaseOf(word) == JobPhase::Unknown)
            continue;
        JobState job;
        // A group of one program is written NAME, of several GROUP:NAME.
        job.name = text.section(u' ', 0, 0).section(u':', -1);
        job.phase = phaseOf(word);
        job.words = text.section(u' ', 2);
        jobs.push_back(std::move(job));
    }
    return jobs;
}

void readJobStatus(const QByteArray& json, JobState& state)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty())
        return;
    const auto number = [&object](QLatin1StringView name) -> double {
        return object[name].isDouble() ? object[name].toDouble() : -1;
    };
    state.said = object["state"_L1].toString();
    if (const double at = number("at"_L1); at > 0)
        state.at = QDateTime::fromMSecsSinceEpoch(qint64(std::round(at * 1000)), Qt::UTC);
    state.lag = qint64(number("lag"_L1));
    state.rows = qint64(number("rows"_L1));
    state.bad = qint64(number("bad"_L1));
    state.rowsPerSecond = number("rows_per_second"_L1);
    state.batch = object["batch_id"_L1].toVariant().toString();
    state.error = object["error"_L1].toString();
}

} // namespace pilothouse::pipelines
