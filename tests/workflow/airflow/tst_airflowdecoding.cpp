// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded replies of both versions as values, and what is broken, cut off or not meant for us.
#include "tests/support/testmain.h"
#include "workflow/airflow/airacts.h"
#include "workflow/airflow/airfacets.h"
#include "workflow/airflow/airguard.h"
#include "workflow/airflow/airlogin.h"
#include "workflow/airflow/airtime.h"
#include "workflow/airflow/decode.h"
#include "workflow/airflow/decodegraph.h"
#include "workflow/airflow/jsonpull.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

namespace
{

QByteArray sample(const QString& name)
{
    QFile file(QString::fromUtf8(PH_AIRFLOW_DATA) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject json(const QString& name)
{
    return QJsonDocument::fromJson(sample(name)).object();
}

QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0)
{
    return QDateTime({year, month, day}, {hour, minute, second}, Qt::UTC);
}

} // namespace

class AirflowDecodingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sent whole; shown, confirmed and logged without what is secret.
    void secretsOfARunAreNotWrittenDown()
    {
        TriggerRequest request;
        request.dag = u"orders"_s;
        request.conf = {{u"pin"_s, u"hunter2"_s}, {u"country"_s, u"TW"_s}};
        request.secrets = QStringList{u"pin"_s};
        for (const int major : {2, 3}) {
            const AirRequest made = triggerRequest(major, request);
            QVERIFY(made.body.contains("hunter2"));
            QVERIFY2(!made.text().contains(u"hunter2"_s), qPrintable(made.text()));
            QVERIFY(made.text().contains(u"TW"_s) && made.text().contains(u"pin"_s));
        }
        request.secrets.clear();
        QVERIFY(triggerRequest(3, request).text().contains(u"hunter2"_s));
    }

    void missedDeadlinesAreTold()
    {
        const QJsonObject three = QJsonDocument::fromJson(
            "{\"id\": \"1\", \"deadline_time\": \"2026-11-21T10:08:06Z\", \"missed\": true,"
            " \"dag_id\": \"orders\", \"dag_run_id\": \"r1\", \"alert_name\": \"late\"}")
                                      .object();
        QCOMPARE(deadlineOf(three),
            (DeadlineInfo{u"r1"_s, u"late"_s, utc(2026, 11, 21, 10, 8, 6), true, u"orders"_s, {}}));
        const QJsonObject two = QJsonDocument::fromJson(
            "{\"dag_id\": \"orders\", \"dag_run_id\": \"r1\", \"task_id\": \"load\","
            " \"sla_miss\": {\"task_id\": \"load\", \"timestamp\":"
            " \"2026-11-21T10:08:06+00:00\"}}")
                                    .object();
        QCOMPARE(slaMissOf(two),
            std::optional(DeadlineInfo{
                u"r1"_s, u"SLA"_s, utc(2026, 11, 21, 10, 8, 6), true, u"orders"_s, u"load"_s}));
        for (const QJsonValue& ti :
            json(u"airflow2/task_instances.json"_s).value("task_instances"_L1).toArray())
            QVERIFY(!slaMissOf(ti.toObject()));
    }

    void processesTellTheirHeartbeats()
    {
        const QJsonArray jobs = json(u"airflow3/jobs.json"_s).value("jobs"_L1).toArray();
        QCOMPARE(jobs.size(), 3);
        const JobInfo job = jobOf(jobs[0].toObject());
        QCOMPARE(job.type, u"SchedulerJob"_s);
        QCOMPARE(job.state, u"running"_s);
        QCOMPARE(job.host, u"vm"_s);
        QCOMPARE(job.heartbeat.toSecsSinceEpoch(), utc(2026, 11, 21, 10, 8, 6).toSecsSinceEpoch());
        QVERIFY(job.start.isValid() && !job.end.isValid());
        const TaskInstance one = instanceOf(
            QJsonDocument::fromJson("{\"state\": \"deferred\", \"triggerer_job\":"
                                    " {\"latest_heartbeat\": \"2026-11-21T10:08:06.837152Z\"}}")
                .object());
        QCOMPARE(
            one.triggererHeard.toSecsSinceEpoch(), utc(2026, 11, 21, 10, 8, 6).toSecsSinceEpoch());
        QVERIFY(!instanceOf({}).triggererHeard.isValid());
    }

    // A JSON object of ours is sorted; the form follows the DAG.
    void paramsKeepTheirOrder()
    {
        const QByteArray body
            = "{\"dag_id\": \"a\", \"params\": {\"zeta\": {\"value\": {\"x\": 1}},"
              " \"budget\": {\"value\": 2}, \"alpha\": {\"value\": 3}}, \"tags\": []}";
        DagDetails details = dagDetailsOf(*objectOf(body));
        orderParams(details.params, body);
        QCOMPARE(details.params.size(), size_t(3));
        QCOMPARE(details.params[0].name, u"zeta"_s);
        QCOMPARE(details.params[1].name, u"budget"_s);
        QCOMPARE(details.params[2].name, u"alpha"_s);
    }

    void times()
    {
        QCOMPARE(timeOf(QByteArrayView("2026-11-21T10:08:06.183089Z")),
            utc(2026, 11, 21, 10, 8, 6).addMSecs(183));
        QCOMPARE(microsOf("2026-11-21T10:08:06.183089Z") % 1'000'000, 183'089);
        QCOMPARE(timeOf(QByteArrayView("2024-02-29T23:59:59+00:00")), utc(2024, 2, 29, 23, 59, 59));
        QCOMPARE(timeOf(QByteArrayView("2026-11-21T10:17:05.303+0000")),
            utc(2026, 11, 21, 10, 17, 5).addMSecs(303));
        QCOMPARE(timeOf(QByteArrayView("2026-11-21T18:00:00+08:00")), utc(2026, 11, 21, 10));
        QCOMPARE(timeOf(QByteArrayView("1969-12-31T23:59:59.5Z")).toMSecsSinceEpoch(), -500);
        QCOMPARE(timeOf(QByteArrayView("2026-11-21")), utc(2026, 11, 21));
        for (const char* bad : {"", "x", "2026-13-01T00:00:00Z", "2026-11-21T10:08:06Zz",
                 "2026-11-21T1:08:06Z", "20261121T100806Z", "2026-11-21T10"})
            QVERIFY2(!timeOf(QByteArrayView(bad)).isValid(), bad);
        QCOMPARE(isoOf(utc(2026, 11, 21, 10)), u"2026-11-21T10:00:00.000Z"_s);
    }

    void pull()
    {
        QByteArray scratch;
        JsonPull text("\"a\\n\\u00e9\\ud83d\\ude00\\\\\\\"b\\ud800!\"");
        QCOMPARE(text.string(scratch).toByteArray(),
            QByteArray("a\n\xc3\xa9\xf0\x9f\x98\x80\\\"b\xef\xbf\xbd!"));
        JsonPull list(" [1, {\"a\": [true, \"]}\"]} , \"x\\\\\" ] ");
        QVERIFY(list.enter('['));
        QVERIFY(list.next());
        QCOMPARE(list.integer(), 1);
        QVERIFY(list.next());
        QCOMPARE(list.raw().toByteArray(), QByteArray("{\"a\": [true, \"]}\"]}"));
        QVERIFY(list.next());
        QCOMPARE(list.string(scratch).toByteArray(), QByteArray("x\\"));
        QVERIFY(!list.next());
        QVERIFY(list.ok() && list.atEnd());
        for (const char* bad : {"{", "{\"a\"", "{\"a\":", "{\"a\":1", "[1 2]", "[\"x", "{a:1}"}) {
            JsonPull broken{QByteArrayView(bad)};
            if (broken.enter('{') || broken.enter('['))
                while (broken.next())
                    bad[0] == '{' ? (void)(broken.key(), broken.raw()) : (void)broken.raw();
            QVERIFY2(!broken.ok(), bad);
        }
    }

    void dags()
    {
        const auto three = pageOf(sample(u"airflow3/dags.json"_s), u"dags"_s);
        QVERIFY(three);
        QCOMPARE(three->total, 3);
        const DagInfo etl = dagOf(three->items[0].toObject());
        QCOMPARE(etl.id, u"demo_etl"_s);
        QCOMPARE(etl.schedule, u"0 0 * * *"_s);
        QCOMPARE(etl.scheduleText, u"At 00:00"_s);
        QCOMPARE(etl.tags, (QStringList{u"demo"_s, u"etl"_s}));
        QCOMPARE(etl.nextRun, utc(2026, 11, 22));
        QVERIFY(!etl.stale && !etl.paused);
        const auto two = pageOf(sample(u"airflow2/dags.json"_s), u"dags"_s);
        QVERIFY(two);
        const DagInfo old = dagOf(two->items[0].toObject());
        QCOMPARE(old.schedule, u"@daily"_s);
        QCOMPARE(old.nextRun, utc(2026, 11, 22));
        QCOMPARE(old.nextLogical, utc(2026, 11, 21));
        QCOMPARE(old.tags, (QStringList{u"demo"_s, u"etl"_s}));
        QVERIFY(!old.stale);

        for (const auto& name : {u"airflow3/dag_details.json"_s, u"airflow2/dag_details.json"_s}) {
            const DagDetails details = dagDetailsOf(json(name));
            QCOMPARE(details.doc, u"# Demo ETL"_s);
            QCOMPARE(details.start, utc(2026, 11, 1));
            QCOMPARE(details.params.size(), size_t(2));
            QCOMPARE(details.params[1].name, u"rows"_s);
            QCOMPARE(details.params[1].value.toInt(), 5);
            QCOMPARE(details.params[1].schema.value("minimum"_L1).toInt(), 1);
            QVERIFY(!details.runTimeout);
        }
        QJsonObject timed = json(u"airflow3/dag_details.json"_s);
        timed.insert(u"dag_run_timeout"_s, u"PT1H30M2.5S"_s);
        QCOMPARE(dagDetailsOf(timed).runTimeout, std::optional(5402.5));
    }

    void runsAndInstances()
    {
        const RunInfo run = runOf(json(u"airflow3/dag_run.json"_s));
        QCOMPARE(run.ref, (RunRef{u"demo_etl"_s, u"ok_1"_s}));
        QCOMPARE(run.by, u"admin"_s);
        QCOMPARE(run.versions, std::vector<int>{1});
        QCOMPARE(run.logical, utc(2026, 11, 10));
        QCOMPARE(run.conf.value("rows"_L1).toInt(), 3);
        const RunInfo old = runOf(json(u"airflow2/dag_run.json"_s));
        QCOMPARE(old.after, utc(2026, 11, 10));
        QVERIFY(old.versions.empty());

        const auto tries = pageOf(sample(u"airflow3/bad_ti_tries.json"_s), u"task_instances"_s);
        QVERIFY(tries);
        const TaskInstance second = instanceOf(tries->items[1].toObject());
        QCOMPARE(second.tryNumber, 2);
        QCOMPARE(second.maxTries, 2);
        QCOMPARE(second.operatorName, u"@task"_s);
        QCOMPARE(second.duration, 0.259);
        QCOMPARE(instanceOf(QJsonObject{}).state, u"no_status"_s);

        const auto all = pageOf(sample(u"airflow2/task_instances.json"_s), u"task_instances"_s);
        QVERIFY(all);
        std::vector<TaskInstance> instances;
        for (const QJsonValue& value : all->items)
            instances.push_back(instanceOf(value.toObject()));
        const auto cells = cellsOfInstances(instances);
        const auto mapped = std::find_if(cells.begin(), cells.end(),
            [](const Cell& c) { return c.task == u"transform.double"_s; });
        QVERIFY(mapped != cells.end());
        QCOMPARE(mapped->children.size(), size_t(1));
        QCOMPARE(xcomValueOf(sample(u"airflow3/xcom_value.json"_s)).simplified(),
            QByteArray("[ 0, 1, 2 ]"));
        QCOMPARE(xcomValueOf(sample(u"airflow2/xcom_native.json"_s)).simplified(),
            QByteArray("[ 0, 1, 2 ]"));
    }

    void cells()
    {
        const QList<QByteArray> lines
            = sample(u"airflow3/ui_grid_ti_summaries.ndjson"_s).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        RunCells bad;
        QVERIFY(cellsOfSummary(lines[1], bad));
        QCOMPARE(bad.run.run, u"bad_1"_s);
        QCOMPARE(bad.cells.size(), size_t(7));
        const auto cell = [&bad](const QString& task) {
            return *std::find_if(
                bad.cells.begin(), bad.cells.end(), [&](const Cell& c) { return c.task == task; });
        };
        QCOMPARE(cell(u"load"_s).state, u"failed"_s);
        QCOMPARE(cell(u"report"_s).state, u"upstream_failed"_s);
        QVERIFY(cell(u"transform"_s).group);
        QCOMPARE(cell(u"transform"_s).children.front().second, 7);
        QVERIFY(!cell(u"transform.double"_s).group);
        QCOMPARE(cell(u"load"_s).start, timeOf(QByteArrayView("2026-11-21T10:08:11.474048Z")));

        const auto grid = cellsOfGrid(u"demo_etl"_s, json(u"airflow2/object_grid_data.json"_s));
        QCOMPARE(grid.size(), size_t(2));
        QCOMPARE(grid[0].run.run, u"ok_1"_s);
        QCOMPARE(grid[0].cells.size(), size_t(7));
        const auto group = std::find_if(
            grid[0].cells.begin(), grid[0].cells.end(), [](const Cell& c) { return c.group; });
        QVERIFY(group != grid[0].cells.end());
        QCOMPARE(group->task, u"transform"_s);
    }

    void structures()
    {
        const QJsonArray tasks3 = json(u"airflow3/tasks.json"_s).value("tasks"_L1).toArray();
        const auto three
            = structureOfUi(u"demo_etl"_s, json(u"airflow3/ui_structure.json"_s), tasks3);
        const QJsonArray tasks2 = json(u"airflow2/tasks.json"_s).value("tasks"_L1).toArray();
        const auto two
            = structureOfObject(u"demo_etl"_s, json(u"airflow2/object_graph_data.json"_s), tasks2);
        for (const DagStructure& s : {three, two}) {
            QCOMPARE(s.groupsFrom, DagStructure::Groups::Told);
            QCOMPARE(s.groups.size(), size_t(1));
            QCOMPARE(s.tasks.size(), size_t(6));
            QCOMPARE(s.tasks.front().id, u"start"_s);
            QCOMPARE(s.tasks.back().id, u"report"_s);
            QCOMPARE(s.edges.size(), size_t(5));
            const auto go = std::find_if(s.edges.begin(), s.edges.end(),
                [](const TaskEdge& e) { return e.from == u"start"_s; });
            QVERIFY(go != s.edges.end());
            QCOMPARE(go->to, u"transform.extract"_s);
            QCOMPARE(go->label, u"go"_s);
        }
        // The samples hold six of the tasks; without the private call the groups are guessed.
        const auto inferred = structureOfTasks(u"demo_etl"_s, tasks3);
        QCOMPARE(inferred.groupsFrom, DagStructure::Groups::Inferred);
        QCOMPARE(inferred.groups.front().id, u"transform"_s);
        QCOMPARE(inferred.tasks.front().id, u"start"_s);
        const DagMap map = mapOfUi(json(u"airflow3/ui_dependencies.json"_s));
        QCOMPARE(map.nodes.size(), size_t(3));
        QCOMPARE(map.edges.size(), size_t(2));
        // A circle of joins ends.
        const QJsonObject circle{
            {u"nodes"_s, QJsonArray{QJsonObject{{u"id"_s, u"a"_s}, {u"type"_s, u"task"_s}}}},
            {u"edges"_s,
                QJsonArray{QJsonObject{{u"source_id"_s, u"a"_s}, {u"target_id"_s, u"j"_s}},
                    QJsonObject{{u"source_id"_s, u"j"_s}, {u"target_id"_s, u"k"_s}},
                    QJsonObject{{u"source_id"_s, u"k"_s}, {u"target_id"_s, u"j"_s}}}}};
        QVERIFY(structureOfUi(u"d"_s, circle, {}).edges.empty());
    }

    void serverParts()
    {
        const auto pools = pageOf(sample(u"airflow3/pools.json"_s), u"pools"_s);
        QVERIFY(pools);
        QCOMPARE(poolOf(pools->items[0].toObject()).open, 128);
        QCOMPARE(poolOf({{u"open_slots"_s, u"infinity"_s}}).open, PoolInfo::kUnlimited);
        const auto variables = pageOf(sample(u"airflow3/variables.json"_s), u"variables"_s);
        QVERIFY(variables);
        QCOMPARE(variableOf(variables->items[0].toObject()).value, std::optional(u"dev"_s));
        QVERIFY(!variableOf(variables->items[1].toObject()).value); // masked
        const AssetInfo dataset = assetOf(
            pageOf(sample(u"airflow2/datasets.json"_s), u"datasets"_s)->items[0].toObject());
        QCOMPARE(dataset.consumers, QStringList{u"on_orders"_s});
        QCOMPARE(dataset.producers, QStringList{u"demo_etl.load"_s});
        const AssetEvent event
            = assetEventOf(pageOf(sample(u"airflow2/dataset_events.json"_s), u"dataset_events"_s)
                               ->items[0]
                               .toObject());
        QCOMPARE(event.asset, 1);
        QVERIFY(event.createdRuns.front().startsWith("on_orders/dataset_triggered"_L1));

        ServerState state;
        state.components = healthOf(json(u"airflow3/health.json"_s));
        QCOMPARE(state.components.size(), size_t(4));
        const QDateTime now = utc(2026, 11, 21, 10, 10);
        QCOMPARE(reportOf(state, now).state, HealthReport::State::Healthy);
        state.components[1].status = u"unhealthy"_s;
        QCOMPARE(reportOf(state, now).state, HealthReport::State::Failing);
        QVERIFY(reportOf(state, now).text.key.contains("scheduler"));
        state.components[1].status = u"healthy"_s;
        state.components[2].status = u"unhealthy"_s;
        QCOMPARE(reportOf(state, now).state, HealthReport::State::Degraded);
        state.components[2].status.clear(); // Airflow 2 without a triggerer
        state.skewMs = -40'000;
        QCOMPARE(reportOf(state, now).state, HealthReport::State::Degraded);
        QCOMPARE(assetEntity(u"airflow://a"_s, u"postgres://shop-db:5432/shop/gold/mart"_s),
            (EntityId{u"postgres://shop-db"_s, u"shop.gold.mart"_s}));
        QCOMPARE(assetEntity(u"airflow://a"_s, u"file://lake/x"_s),
            (EntityId{u"airflow://a"_s, u"file://lake/x"_s}));
    }

    void refusals()
    {
        QCOMPARE(wordsOf(QString::fromUtf8(sample(u"airflow3/trigger_invalid.json"_s))),
            u"body.logical_date: Field required"_s);
        QVERIFY(wordsOf(QString::fromUtf8(sample(u"airflow3/trigger_conflict.json"_s)))
                    .startsWith("Unique constraint violation"_L1));
        QVERIFY(wordsOf(QString::fromUtf8(sample(u"airflow2/trigger_conflict.txt"_s)))
                    .contains("already exists"_L1));
        QCOMPARE(
            wordsOf(u"<!doctype html><TITLE> Sign\n in </title>"_s), u"an HTML page: Sign in"_s);
        QCOMPARE(wordsOf(u"plain"_s), u"plain"_s);
        const auto html = objectOf("<html><title>Login</title></html>");
        QVERIFY(!html);
        QCOMPARE(html.error().kind, Error::Kind::Protocol);
        QVERIFY(html.error().detail.contains("Login"_L1) && !html.error().hint.isEmpty());
        const auto cut = objectOf(sample(u"airflow3/dags.json"_s).left(500));
        QVERIFY(!cut && cut.error().detail.contains("of 500"_L1));
        QVERIFY(!pageOf("{\"dags\": 1}", u"dags"_s));
        QVERIFY(!objectOf("[]") && !arrayOf("{}") && !objectOf(""));
    }

    void guard()
    {
        const auto is
            = [](const char* method, const char* path, AirVerdict verdict, const char* body = "") {
                  return judge(method, path, body) == verdict;
              };
        using V = AirVerdict;
        QVERIFY(is("GET", "/api/v2/dags/x", V::Reads));
        QVERIFY(is("GET", "/login/", V::Reads));
        QVERIFY(is("GET", "/logout", V::Refused));
        QVERIFY(is("GET", "/logout/", V::Refused));
        QVERIFY(is("GET", "/api/v2/../../logout", V::Refused));
        QVERIFY(is("POST", "/api/v2/dags/~/dagRuns/list", V::Reads));
        QVERIFY(is("POST", "/api/v1/dags/~/dagRuns/~/taskInstances/list", V::Reads));
        const char* dry = R"({"dry_run": true})";
        QVERIFY(is("POST", "/api/v2/dags/x/clearTaskInstances", V::Reads, dry));
        for (const char* body : {"", "{}", "{\"dry_run\": false}", "{\"dry_run\": \"true\"}",
                 "{\"x\": {\"dry_run\": true}}", "not json {\"dry_run\": true}"})
            QVERIFY2(is("POST", "/api/v2/dags/x/clearTaskInstances", V::Writes, body), body);
        QVERIFY(is("PATCH", "/api/v2/dags/x/dagRuns/r/taskInstances/t/dry_run", V::Reads));
        QVERIFY(is("PATCH", "/api/v2/dags/x/dagRuns/r/taskInstances/t/3", V::Writes));
        QVERIFY(is("POST", "/api/v2/backfills/dry_run", V::Reads));
        QVERIFY(is("POST", "/api/v2/backfills", V::Writes));
        QVERIFY(is("DELETE", "/api/v2/dags/x/dagRuns/r", V::Writes));
        QVERIFY(is("DELETE", "/api/v2/dags/x", V::Refused)); // a whole DAG: not from here
        QVERIFY(is("DELETE", "/api/v2/dags/x/dagRuns/", V::Refused));
        QVERIFY(is("POST", "/api/v2/connections/test", V::Refused));
        QVERIFY(is("PUT", "/api/v2/dags/x", V::Refused));
        QVERIFY(is("PATCH", "/ui/dags/x", V::Refused));
    }

    void logins()
    {
        const QByteArray claims
            = QByteArray(R"({"sub":"a","iat":1000,"exp":1600})")
                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const auto life = lifeOfToken("h." + claims + ".s", QDateTime::currentDateTimeUtc());
        QCOMPARE(life, std::optional(std::chrono::seconds(600)));
        QVERIFY(!lifeOfToken("opaque", QDateTime::currentDateTimeUtc()));
        const auto now = Clock::now();
        QVERIFY(renewalOf(now, std::chrono::seconds(600)) == now + std::chrono::seconds(540));
        QVERIFY(renewalOf(now, {}) == Clock::time_point::max());
        QCOMPARE(csrfOf("<input id=\"csrf_token\" name=\"csrf_token\" type=\"hidden\" "
                        "value=\"Im.abc\">"),
            QByteArray("Im.abc"));
        QCOMPARE(csrfOf("<html>single sign on</html>"), QByteArray());
        QCOMPARE(cookiesOf({{"set-cookie", "session=new; HttpOnly; Path=/"}, {"set-cookie", "a=b"}},
                     "session=old; keep=1"),
            QByteArray("session=new; keep=1; a=b"));
        QCOMPARE(airBaseOf(u"airflow.example:8081"_s, false).toString(),
            u"http://airflow.example:8081"_s);
        QCOMPARE(
            airBaseOf(u"airflow.example"_s, true).toString(), u"https://airflow.example:8080"_s);
        QCOMPARE(airBaseOf(u"https://host/team/airflow/"_s, false).toString(),
            u"https://host/team/airflow"_s);
        for (const auto& bad : {u"http://user:pw@host"_s, u"ftp://host"_s, u""_s, u"http://"_s})
            QVERIFY2(airBaseOf(bad, false).isEmpty(), qPrintable(bad));
        qputenv("PH_TEST_HEADER", "shh-secret");
        const auto headers = airHeadersOf(u"X-Team: data;Authorization: env:PH_TEST_HEADER"_s);
        QVERIFY(headers);
        QCOMPARE(*headers, (HttpHeaders{{"X-Team", "data"}, {"Authorization", "shh-secret"}}));
        QVERIFY(!airHeadersOf(u"X: env:PH_TEST_NOT_SET"_s));
        QVERIFY(!airHeadersOf(u"no colon"_s));
    }

    // Nothing a server sends may crash or hang the decoding.
    void mutations()
    {
        QRandomGenerator chance(7);
        const QStringList names{u"airflow3/ui_grid_ti_summaries.ndjson"_s, u"airflow3/dags.json"_s,
            u"airflow3/ui_structure.json"_s, u"airflow2/object_graph_data.json"_s,
            u"airflow2/object_grid_data.json"_s, u"airflow3/task_instances.json"_s,
            u"airflow3/assets.json"_s};
        for (const QString& name : names) {
            const QByteArray original = sample(name);
            QVERIFY(!original.isEmpty());
            for (int i = 0; i < 300; ++i) {
                QByteArray bytes = original;
                for (int k = chance.bounded(1, 6); k > 0; --k) {
                    const qsizetype at = chance.bounded(int(bytes.size()));
                    switch (chance.bounded(4)) {
                    case 0:
                        bytes[at] = char(chance.bounded(256));
                        break;
                    case 1:
                        bytes.remove(at, chance.bounded(40));
                        break;
                    case 2:
                        bytes.insert(at, "{\"[,:null0"[chance.bounded(10)]);
                        break;
                    default:
                        bytes.truncate(at + 1);
                    }
                    if (bytes.isEmpty())
                        break;
                }
                RunCells cells;
                (void)cellsOfSummary(bytes, cells);
                const QJsonObject o = QJsonDocument::fromJson(bytes).object();
                (void)structureOfUi(u"d"_s, o, o.value("tasks"_L1).toArray());
                (void)structureOfObject(u"d"_s, o, {});
                (void)cellsOfGrid(u"d"_s, o);
                (void)dagDetailsOf(o);
                (void)instanceOf(o);
                (void)runOf(o);
                (void)assetOf(o);
                (void)xcomValueOf(bytes);
                (void)wordsOf(QString::fromUtf8(bytes));
            }
        }
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowDecodingTest)
#include "tst_airflowdecoding.moc"
