// SPDX-License-Identifier: GPL-3.0-or-later
// A whole deploy: what is there is asked, the plan carried out in its order, kept as a version,
// read back; a failed step ends the chain and what was done is taken back. Jobs run under a real
// supervisor.
#include "pipelines/deploy/deployrun.h"
#include "pipelines/deploy/jobacts.h"
#include "pipelines/deploy/presentreader.h"
#include "pipelines/deploy/systemcommand.h"
#include "pipelines/generate/fingerprint.h"
#include "tests/pipelines/deploy/fakeairflow.h"
#include "tests/support/await.h"
#include "tests/support/fakedatabase.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <unistd.h>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kId = u"5f0c"_s;

QByteArray textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

bool put(const QString& path, const QByteArray& text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

Value columns()
{
    Value list;
    list.kind = Value::Kind::List;
    Value column;
    column.kind = Value::Kind::Map;
    column.entries
        = {{u"name"_s, Value::ofText(u"order_id"_s)}, {u"type"_s, Value::ofText(u"bigint"_s)}};
    list.items = {column};
    return list;
}

} // namespace

class DeployRunTest final : public QObject
{
    Q_OBJECT

    Runtime m_runtime;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeDatabase> m_database;
    std::unique_ptr<FakeAirflow> m_airflow;
    std::shared_ptr<AuditLog> m_audit;
    std::unique_ptr<ServiceHub> m_hub;
    QProcess m_supervisor;

    QString path(const QString& name) const { return m_dir->filePath(name); }

    Generated generated(const QByteArray& dag, const QByteArray& job = {}, bool table = false)
    {
        Generated out;
        const auto file = [&out](const QString& name, const QByteArray& text, const QString& unit,
                              const QByteArray& comment) {
            out.files.push_back({name, withFingerprint(text, kId, u"orders"_s, comment), unit,
                {{u"clean"_s, {{4, 1}, {6, 1}}}}});
        };
        out.units.push_back({UnitKind::Dag, u"orders"_s, {u"clean"_s}, {}, {}, {}});
        file(u"orders.py"_s, dag, u"orders"_s, "#");
        if (!job.isEmpty()) {
            out.units.push_back({UnitKind::StreamJob, u"orders.bronze"_s, {}, {}, {}, {}});
            file(u"orders.bronze.conf"_s,
                "[program:orders.bronze]\ncommand = /bin/sh job.sh\ndirectory = "
                    + path(u"jobs/orders.bronze"_s).toUtf8() + "\nstartsecs = 0\n",
                u"orders.bronze"_s, ";");
            file(u"orders.bronze/job.sh"_s, job, u"orders.bronze"_s, "#");
        }
        if (table)
            out.units.push_back({UnitKind::Table, u"bronze.orders"_s, {}, u"shop_db"_s,
                {{u"columns"_s, columns(), {}}}, {}});
        return out;
    }

    std::shared_ptr<DeployRun> prepared(
        const Generated& generated, const std::set<QString>& overwrite = {})
    {
        auto places = placesOf(*m_hub, u"shop-airflow"_s);
        if (!places)
            return nullptr;
        PresentReader reader(*m_hub, *places);
        QSignalSpy read(&reader, &PresentReader::finished);
        reader.read(generated, kId);
        if (!read.wait(30'000) || reader.error())
            return nullptr;
        DeployRequest request;
        request.places = std::move(*places);
        request.versions = path(u"deploys"_s);
        const auto known = VersionShelf(request.versions).versions(kId, request.places.target);
        request.plan = planFor(generated, reader.present(),
            {kId, overwrite, [known](const QString& file, const QByteArray& hash) {
                 return deployedText(known, file, hash);
             }});
        request.services = reader.services();
        request.version.document = kId;
        request.version.pipeline = u"orders"_s;
        request.version.message = u"orders v1"_s;
        request.version.text = "pipeline: orders";
        request.version.generated = generated;
        request.parseLimit = std::chrono::seconds(20);
        return std::make_shared<DeployRun>(*m_hub, std::move(request));
    }
    static bool finished(DeployRun& run)
    {
        QSignalSpy spy(&run, &DeployRun::finished);
        run.start();
        return run.isOver() || spy.wait(60'000);
    }
    static QByteArray told(const DeployRun& run)
    {
        const auto error = run.error();
        return error ? error->detail.toUtf8() + ' ' + error->hint.key : QByteArray("no error");
    }
    std::vector<DeployVersion> versions() const
    {
        return VersionShelf(path(u"deploys"_s)).versions(kId, u"sandbox/shop-airflow"_s);
    }
    QString jobState()
    {
        const auto host = supervisorHost(path(u"supervisord.conf"_s));
        const auto job = std::make_shared<detail::JobState>();
        const auto jobs = host->list(Token(job));
        for (const JobState& state : jobs ? *jobs : std::vector<JobState>())
            if (state.name == u"orders.bronze")
                return QString::number(int(state.phase)) + u' ' + state.words.section(u',', 0, 0);
        return jobs ? u"absent"_s : jobs.error().detail;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(path(u"dags"_s)) && QDir().mkpath(path(u"jobs"_s)));
        m_audit = std::make_shared<AuditLog>(path(u"audit.jsonl"_s));
        m_database = std::make_unique<FakeDatabase>();
        m_airflow = std::make_unique<FakeAirflow>();
        m_airflow->folder = path(u"dags"_s);
        m_hub = std::make_unique<ServiceHub>(m_runtime, m_audit);
        m_database->join(*m_hub, WriteMode::On);
        ServiceConfig config;
        config.id = u"shop-airflow"_s;
        config.profile = u"sandbox"_s;
        config.writes = WriteMode::Off;
        config.options = {{u"dags"_s, m_airflow->folder}, {u"jobs"_s, path(u"supervisord.conf"_s)}};
        m_airflow->join(*m_hub, config);
        m_hub->setWritesLifted(u"shop-airflow"_s, true);
        QVERIFY(put(path(u"supervisord.conf"_s),
            QByteArray("[unix_http_server]\nfile=%1/s.sock\n[supervisord]\nnodaemon=true\n"
                       "user=%2\nlogfile=%1/log\npidfile=%1/pid\n[rpcinterface:supervisor]\n"
                       "supervisor.rpcinterface_factory="
                       "supervisor.rpcinterface:make_main_rpcinterface\n[supervisorctl]\n"
                       "serverurl=unix://%1/s.sock\n[include]\nfiles=%1/jobs/*.conf\n")
                .replace("%1", m_dir->path().toUtf8())
                .replace("%2", QByteArray::number(::geteuid()))));
        m_supervisor.start(u"supervisord"_s, {u"-c"_s, path(u"supervisord.conf"_s)});
        QVERIFY2(m_supervisor.waitForStarted(), "no supervisord on this machine");
        QTRY_COMPARE_WITH_TIMEOUT(jobState(), u"absent"_s, 20'000);
    }
    void cleanup()
    {
        m_hub.reset();
        m_supervisor.terminate();
        QVERIFY(m_supervisor.waitForFinished(20'000));
    }

    void firstDeployThenNothing()
    {
        m_airflow->looks = 2;
        const Generated all = generated("a = 1\n", "exec sleep 1000\n", true);
        auto run = prepared(all);
        QVERIFY(run);
        QCOMPARE(run->request().plan.count(ChangeKind::Create), 3);
        QCOMPARE(run->steps().size(), size_t(5)); // table, job, files, version, parse
        QVERIFY(finished(*run));
        QVERIFY2(run->state() == DeployRun::State::Done, told(*run).constData());
        QVERIFY(m_database->statements.join(u'\n').contains(u"CREATE TABLE bronze.orders"_s));
        QVERIFY(m_database->statements.join(u'\n').contains(u"lock_timeout"_s));
        QCOMPARE(textOf(path(u"dags/orders.py"_s)), all.files[0].text);
        QTRY_VERIFY(jobState().startsWith(u"3 "_s)); // running
        QCOMPARE(versions().size(), size_t(1));
        QCOMPARE(run->version(), 1);
        QVERIFY(textOf(path(u"audit.jsonl"_s)).contains("deploy-job"));

        m_database->details[u"bronze.orders"_s].columns
            = {{1, u"order_id"_s, u"bigint"_s, 20, false, {}, false, false, 0, {}, {}}};
        run = prepared(all);
        QVERIFY(run->request().plan.isEmpty());
    }

    void aJobThatChangesIsRestartedAndOneThatLeavesEnds()
    {
        QVERIFY(finished(*prepared(generated("a = 1\n", "exec sleep 1000\n"))));
        QTRY_VERIFY(jobState().startsWith(u"3 "_s));
        const QString before = jobState();
        auto run = prepared(generated("a = 1\n", "exec sleep 2000\n"));
        QVERIFY(run && finished(*run));
        QVERIFY2(run->state() == DeployRun::State::Done, told(*run).constData());
        QTRY_VERIFY(jobState().startsWith(u"3 "_s));
        QVERIFY(jobState() != before); // another process
        run = prepared(generated("a = 1\n"));
        QCOMPARE(run->request().plan.count(ChangeKind::Remove), 1);
        QVERIFY(deployAct(run).destructive);
        QVERIFY(finished(*run));
        QCOMPARE(jobState(), u"absent"_s);
        QVERIFY(!QFile::exists(path(u"jobs/orders.bronze"_s)));
    }

    void aJobIsStoppedStartedAndRestartedByItself()
    {
        QVERIFY(finished(*prepared(generated("a = 1\n", "exec sleep 1000\n"))));
        QTRY_VERIFY(jobState().startsWith(u"3 "_s));
        const auto places = placesOf(*m_hub, u"shop-airflow"_s);
        Lane<> lane(m_runtime, u"jobs"_s);
        const auto act = [&](JobAct what, const QString& job = u"orders.bronze"_s) {
            const auto task = jobAct(lane, *places, job, what).make();
            return finish(*task, 60'000);
        };
        QVERIFY(jobAct(lane, *places, u"orders.bronze"_s, JobAct::Stop)
                    .statement.endsWith(u"stop orders.bronze"_s));
        QCOMPARE(act(JobAct::Stop), TaskStatus::State::Done);
        QVERIFY(jobState().startsWith(u"1 "_s));
        QCOMPARE(act(JobAct::Stop), TaskStatus::State::Done); // it is stopped: so it was asked
        QCOMPARE(act(JobAct::Start), TaskStatus::State::Done);
        QTRY_VERIFY(jobState().startsWith(u"3 "_s));
        const QString before = jobState();
        QCOMPARE(act(JobAct::Restart), TaskStatus::State::Done);
        QTRY_VERIFY(jobState().startsWith(u"3 "_s));
        QVERIFY(jobState() != before);
        QCOMPARE(act(JobAct::Start, u"none"_s), TaskStatus::State::Failed);
        QCOMPARE(act(JobAct::Stop, u"all"_s), TaskStatus::State::Refused);
        m_hub->setWritesLifted(u"shop-airflow"_s, false);
        QCOMPARE(act(JobAct::Stop), TaskStatus::State::Refused);
        QVERIFY(jobState().startsWith(u"3 "_s));
    }

    void theEndOfItsLogIsRead()
    {
        QVERIFY(finished(*prepared(generated("a = 1\n", "echo hello; exec sleep 1000\n"))));
        const auto places = placesOf(*m_hub, u"shop-airflow"_s);
        const auto log = [&](const QString& job, int bytes) -> QByteArray {
            const auto state = std::make_shared<detail::JobState>();
            const auto text = places->jobs->log(job, bytes, Token(state));
            return text ? *text : QByteArray("! ") + text.error().detail.toUtf8();
        };
        QTRY_COMPARE(log(u"orders.bronze"_s, 1000), QByteArray("hello\n"));
        QCOMPARE(log(u"orders.bronze"_s, 3), QByteArray("lo\n"));
        QVERIFY(log(u"all"_s, 1000).startsWith('!'));
        QVERIFY(log(u"none"_s, 1000).startsWith('!'));
    }

    void aFailedUnitStopsTheChainAndIsTakenBack()
    {
        QVERIFY(finished(*prepared(generated("a = 1\n"))));
        const QByteArray first = textOf(path(u"dags/orders.py"_s));
        m_airflow->broken
            = u"Traceback (most recent call last):\n  File \"%1/orders.py\", line 5, "
              "in <module>\n    boom()\nNameError: name 'boom' is not defined\n"_s.arg(
                  m_airflow->folder);
        auto run = prepared(generated("a = 2\nb = 1\nboom()\n", "exec sleep 1000\n"));
        QVERIFY(finished(*run));
        QCOMPARE(run->state(), DeployRun::State::Failed);
        QVERIFY(run->importError());
        QCOMPARE(run->importError()->line, 5);
        QCOMPARE(run->importError()->node, u"clean"_s);
        QVERIFY(run->importError()->words.startsWith(u"NameError"_s));
        QCOMPARE(versions().size(), size_t(2));
        QVERIFY(run->canUndo());
        QSignalSpy undone(run.get(), &DeployRun::finished);
        run->undo();
        QVERIFY(undone.wait(30'000));
        QCOMPARE(run->state(), DeployRun::State::Undone);
        QCOMPARE(textOf(path(u"dags/orders.py"_s)), first);
        QCOMPARE(versions().size(), size_t(1));
        QCOMPARE(jobState(), u"absent"_s);
    }

    void aRefusedTableStopsBeforeAnythingElse()
    {
        m_database->run = [](const QString& sql) {
            FakeRows rows;
            if (sql.contains(u"CREATE TABLE"_s))
                rows.error = Error{Error::Kind::Auth, {}, u"permission denied for schema bronze"_s,
                    {}, u"42501"_s};
            return rows;
        };
        auto run = prepared(generated("a = 1\n", {}, true));
        QVERIFY(finished(*run));
        QCOMPARE(run->state(), DeployRun::State::Failed);
        QVERIFY(told(*run).contains("permission denied"));
        QVERIFY(!QFile::exists(path(u"dags/orders.py"_s)));
        QVERIFY(versions().empty());
        QVERIFY(!run->canUndo());
    }

    void byHandIsKeptUntilChosen()
    {
        QVERIFY(finished(*prepared(generated("a = 1\n"))));
        const QByteArray edited = textOf(path(u"dags/orders.py"_s)) + "hand = 1\n";
        QVERIFY(put(path(u"dags/orders.py"_s), edited));
        auto run = prepared(generated("a = 2\n"));
        QVERIFY(run->request().plan.isBlocked());
        QVERIFY(run->request().plan.units[0].files[0].base); // of the first version
        QVERIFY(finished(*run));
        QCOMPARE(run->state(), DeployRun::State::Failed);
        QCOMPARE(textOf(path(u"dags/orders.py"_s)), edited);
        run = prepared(generated("a = 2\n"), {u"orders.py"_s});
        QVERIFY(finished(*run));
        QVERIFY2(run->state() == DeployRun::State::Done, told(*run).constData());
        QCOMPARE(versions().front().replaced.at(u"orders.py"_s), edited); // not lost
    }

    void writesOffAreRefused()
    {
        m_hub->setWritesLifted(u"shop-airflow"_s, false);
        auto run = prepared(generated("a = 1\n"));
        QVERIFY(finished(*run));
        QCOMPARE(run->state(), DeployRun::State::Failed);
        QCOMPARE(run->error()->code, u"guard"_s);
        QVERIFY(!QFile::exists(path(u"dags/orders.py"_s)));
    }

    void anOlderVersionIsDeployedAgain()
    {
        QVERIFY(finished(*prepared(generated("a = 1\n"))));
        const QByteArray first = textOf(path(u"dags/orders.py"_s));
        QVERIFY(finished(*prepared(generated("a = 2\n"))));
        auto run = prepared(versions().back().generated);
        QVERIFY(finished(*run));
        QCOMPARE(run->state(), DeployRun::State::Done);
        QCOMPARE(textOf(path(u"dags/orders.py"_s)), first);
        QCOMPARE(versions().front().number, 3);
    }

    void asATaskOfTheApplication()
    {
        const auto run = prepared(generated("a = 1\n"));
        const Act act = deployAct(run);
        QVERIFY(!act.destructive);
        QVERIFY(act.statement.contains(u"+a = 1"_s));
        QCOMPARE(act.effects.size(), size_t(1));
        TaskList tasks;
        Task* task = tasks.start(act.make());
        QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 30'000);
        QCOMPARE(task->status().state, TaskStatus::State::Done);
    }

    void connectionsLeadToServices()
    {
        std::vector<ServiceConfig> services(3);
        services[0].id = u"shop-db"_s;
        services[0].module = u"database"_s;
        services[0].address = u"127.0.0.1:5432"_s;
        services[1].id = u"other-db"_s;
        services[1].module = u"database"_s;
        services[1].address = u"db.example:5433"_s;
        services[2].id = u"main-kafka"_s;
        services[2].module = u"streams"_s;
        workflow::ConnectionInfo told;
        told.id = u"warehouse"_s;
        told.host = u"localhost"_s;
        told.port = 5432;
        QCOMPARE(serviceOf(u"warehouse"_s, u"database"_s, {told}, services), u"shop-db"_s);
        QCOMPARE(serviceOf(u"other_db"_s, u"database"_s, {told}, services), u"other-db"_s);
        QCOMPARE(serviceOf(u"unknown"_s, u"database"_s, {told}, services), QString());
        QCOMPARE(serviceOf(u"shop_kafka"_s, u"streams"_s, {told}, services), u"main-kafka"_s);
        told.host = u"elsewhere"_s;
        QCOMPARE(serviceOf(u"warehouse"_s, u"database"_s, {told}, services), QString());
    }
};

PH_TEST_MAIN(QCoreApplication, DeployRunTest)
#include "tst_deployrun.moc"
