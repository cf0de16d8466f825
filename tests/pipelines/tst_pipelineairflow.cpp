// SPDX-License-Identifier: GPL-3.0-or-later
// What is generated, loaded by the Airflow 2 and 3 of the sandbox: no import error and no warning
// of every kind of node, and fields of tasks and schedules that arrive as they were set.
#include "tests/pipelines/everykind.h"
#include "tests/pipelines/goldenfiles.h"
#include "tests/pipelines/hostile.h"
#include "tests/pipelines/pythonreader.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

const QString kLoader = uR"py(
import datetime, json, logging, os, sys, warnings
folder = json.load(sys.stdin)[0]
sys.stdout, out = sys.stderr, sys.stdout
os.environ["AIRFLOW_HOME"] = folder + "/home"
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__CORE__DAGBAG_IMPORT_TIMEOUT"] = "300"
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
try:
    from airflow.dag_processing.dagbag import DagBag
    more = {}
except ImportError:
    from airflow.models.dagbag import DagBag
    more = {"include_examples": False}
logging.disable(logging.CRITICAL)
told = []
def tell(message, category, filename, *rest, **more):
    if filename.startswith(folder) and "email" not in str(message):
        told.append(f"{filename}: {message}")
warnings.simplefilter("always")
warnings.showwarning = tell
bag = DagBag(folder + "/dags", **more)
def plain(value):
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if "WeightStrategy" in type(value).__name__:
        return type(value).__name__.strip("_").removesuffix("PriorityWeightStrategy").lower()
    if isinstance(value, (list, tuple, set)):
        return [plain(one) for one in value]
    return getattr(value, "value", None) or str(value)
names = json.loads(os.environ.get("PH_FIELDS", "[]"))
def fields(of, wanted):
    return {name: plain(getattr(of, name, None)) for name in wanted}
dags = {}
for dag in bag.dags.values():
    schedule = fields(dag, ["catchup", "max_active_runs", "max_active_tasks", "start_date",
        "end_date", "max_consecutive_failed_dag_runs", "fail_fast", "fail_stop", "dagrun_timeout",
        "is_paused_upon_creation", "doc_md", "description", "schedule_interval"])
    schedule["timezone"] = str(dag.timezone)
    schedule["cron"] = next((str(getattr(dag.timetable, name)) for name in
        ("expression", "_expression", "summary") if getattr(dag.timetable, name, None)), None)
    schedule["params"] = {name: dag.params[name] for name in dag.params}
    schedule["deadline"] = str([f"seconds={one.interval.total_seconds():.0f}"
        for one in getattr(dag, "deadline", None) or []])
    schedule["tags"] = sorted(dag.tags)
    dags[dag.dag_id] = {"schedule": schedule, "tasks": {
        task.task_id: {**fields(task, names + ["sql", "conn_id", "op_kwargs", "bash_command"]),
            "callbacks": sum(bool(getattr(task, f"on_{one}_callback", None))
                             for one in ("failure", "retry", "success")),
            "after": sorted(task.downstream_task_ids)}
        for task in dag.tasks}}
out.write(json.dumps([{"errors": bag.import_errors, "warnings": told, "dags": dags}],
                     default=str))
)py"_s;

QString interpreter(int major)
{
    const QString cache
        = qEnvironmentVariable("PILOTHOUSE_SANDBOX_CACHE", u"/var/cache/pilothouse-sandbox"_s);
    for (QDirIterator each(cache, {u"airflow%1-*"_s.arg(major)}, QDir::Dirs); each.hasNext();) {
        const QString python = each.next() + u"/bin/python"_s;
        if (QFile::exists(python))
            return python;
    }
    return {};
}

// Two values of a field that are not its standard.
std::array<Value, 2> twoOf(const FieldSpec& field)
{
    switch (field.type) {
    case FieldType::Number: {
        const int least = int(std::ceil(field.least.value_or(0)));
        return {Value::ofNumber(least + 2), Value::ofNumber(least + 5)};
    }
    case FieldType::Bool:
        return {Value::ofBool(true), Value::ofBool(false)};
    case FieldType::Duration:
        return {Value::ofText(u"90s"_s), Value::ofText(u"2h"_s)};
    case FieldType::Choice:
        return {
            Value::ofText(field.choices.front().value), Value::ofText(field.choices.at(1).value)};
    case FieldType::List:
        return {test::listOf({Value::ofText(u"a@x.example"_s)}),
            test::listOf({Value::ofText(u"a@x.example"_s), Value::ofText(u"b@x.example"_s)})};
    case FieldType::Map:
        return {test::mapOf({{u"a"_s, Value::ofText(u"1"_s)}}),
            test::mapOf({{u"b"_s, Value::ofText(u"2"_s)}})};
    case FieldType::Cron:
        return {Value::ofText(u"5 * * * *"_s), Value::ofText(u"0 3 * * 1"_s)};
    case FieldType::TimeZone:
        return {Value::ofText(u"Asia/Taipei"_s), Value::ofText(u"Europe/Berlin"_s)};
    case FieldType::DateTime:
        return {Value::ofText(u"2026-02-03"_s), Value::ofText(u"2026-03-04T05:06"_s)};
    default:
        return {Value::ofText(u"one"_s), Value::ofText(u"two"_s)};
    }
}

} // namespace

class PipelineAirflowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("Airflow 2") << 2;
        QTest::newRow("Airflow 3") << 3;
    }
    void init()
    {
        QFETCH_GLOBAL(int, major);
        m_python = interpreter(major);
        if (m_python.isEmpty()) {
            QVERIFY2(!qEnvironmentVariableIsSet("CI"), "Airflow is not installed");
            QSKIP("packaging/sandbox/sandbox install airflow3 airflow2");
        }
    }

    void loadsEveryKind()
    {
        QFETCH_GLOBAL(int, major);
        QTemporaryDir folder;
        int number = 0;
        for (const NodeKind& kind : builtInCatalogue()->kinds) {
            if (kind.runs != Runs::Task)
                continue;
            for (const auto& chosen : test::choicesOf(kind, test::airflow(major))) {
                Pipeline pipeline;
                pipeline.id = u"1"_s;
                pipeline.name = u"kind_%1"_s.arg(++number);
                pipeline.title = u"say \"hi\" {{ ds }}"_s;
                pipeline.note = u"notes.md"_s;
                pipeline.nodes = {test::nodeOf(kind, chosen, [&](const FieldSpec& one) -> QString {
                    // Names that dbt can quote; it refuses all others.
                    if (kind.id == u"process.dbt" && one.type == FieldType::Table)
                        return u"gold.orders"_s;
                    if (kind.id == u"process.dbt" && one.type == FieldType::Columns)
                        return u"total"_s;
                    return one.language == u"python" ? u"return 1"_s
                        : one.language == u"json"    ? u"{}"_s
                        : one.language == u"sql"     ? u"day = '{{ ds }}'"_s
                                                     : u"{{ ds }} it's.sql"_s;
                })};
                if (kind.id == u"process.python")
                    for (Setting& setting : pipeline.nodes.front().params)
                        if (setting.name == u"requirements")
                            setting.value = test::listOf({Value::ofText(u"x==1"_s)});
                write(folder, pipeline, major);
            }
        }
        for (const QString& file :
            QDir(test::goldenFolder()).entryList({u"*.pipeline.yaml"_s}, QDir::Files)) {
            write(folder, test::readPipeline(test::contentOf(test::goldenFolder() + u'/' + file)),
                major);
            ++number;
        }
        ++number; // one of them is started by a stream, which a DAG of its own watches
        const QJsonObject read = load(folder);
        QCOMPARE(read[u"errors"_s].toObject(), QJsonObject());
        QCOMPARE(read[u"warnings"_s].toArray(), QJsonArray());
        const QJsonObject dags = read[u"dags"_s].toObject();
        QCOMPARE(dags.size(), number);
        const QJsonObject tasks = dags[u"shop_orders"_s].toObject()[u"tasks"_s].toObject();
        QCOMPARE(tasks[u"clean"_s].toObject()[u"after"_s].toArray(),
            (QJsonArray{u"no_totals"_s, u"not_null"_s}));
        QCOMPARE(tasks[u"not_null"_s].toObject()[u"after"_s].toArray(), (QJsonArray{u"revenue"_s}));
    }

    // One document with all fields low, one with all high.
    void taskFieldsArrive()
    {
        QFETCH_GLOBAL(int, major);
        const Target target = test::airflow(major);
        QTemporaryDir folder;
        QJsonArray names;
        const std::vector<FieldSpec>& fields = builtInCatalogue()->task;
        for (const FieldSpec& field : fields)
            names.append(field.name);
        // `when` is about growing delays: they grow in both.
        for (const int which : {0, 1}) {
            Pipeline pipeline = plain(u"fields_%1"_s.arg(which));
            for (const FieldSpec& field : fields) {
                if (missingFor(field.needs, target, {}))
                    continue;
                pipeline.nodes.front().task.push_back({field.name,
                    field.name == u"retry_exponential_backoff" ? Value::ofBool(true)
                                                               : twoOf(field)[size_t(which)]});
            }
            write(folder, pipeline, major);
        }
        qputenv("PH_FIELDS", QJsonDocument(names).toJson(QJsonDocument::Compact));
        const QJsonObject read = load(folder);
        QCOMPARE(read[u"errors"_s].toObject(), QJsonObject());
        for (const int which : {0, 1}) {
            const QJsonObject task = read[u"dags"_s]
                                         .toObject()[u"fields_%1"_s.arg(which)]
                                         .toObject()[u"tasks"_s]
                                         .toObject()[u"only"_s]
                                         .toObject();
            QVERIFY(!task.isEmpty());
            for (const FieldSpec& field : fields) {
                const bool own = field.name == u"finish_within" || field.name == u"retry_factor"
                    || field.name.startsWith(u"alert_");
                if (own || missingFor(field.needs, target, {}))
                    continue;
                const Value value = twoOf(field)[size_t(which)];
                QJsonValue wanted = json(field, value);
                if (field.name == u"retry_exponential_backoff")
                    wanted = major == 3 ? QJsonValue(twoOf(
                                 *builtInCatalogue()->taskField(u"retry_factor"))[size_t(which)]
                                                         .text.toDouble())
                                        : QJsonValue(true);
                QVERIFY2(task[field.name] == wanted,
                    qPrintable(field.name + u": "_s + shown(task[field.name]) + u" is not "_s
                        + shown(wanted)));
            }
            // "failure" and "failure_and_retry"
            QCOMPARE(task[u"callbacks"_s].toInt(), which + 1);
        }
    }

    void scheduleFieldsArrive()
    {
        QFETCH_GLOBAL(int, major);
        const Target target = test::airflow(major);
        QTemporaryDir folder;
        const std::vector<FieldSpec>& fields = builtInCatalogue()->schedule;
        for (const int which : {0, 1}) {
            Pipeline pipeline = plain(u"fields_%1"_s.arg(which));
            for (const FieldSpec& field : fields)
                if (!missingFor(field.needs, target, {}) && !field.name.startsWith(u"assets"))
                    pipeline.schedule.push_back({field.name, twoOf(field)[size_t(which)]});
            write(folder, pipeline, major);
        }
        const QJsonObject read = load(folder);
        QCOMPARE(read[u"errors"_s].toObject(), QJsonObject());
        for (const int which : {0, 1}) {
            const QJsonObject dag = read[u"dags"_s]
                                        .toObject()[u"fields_%1"_s.arg(which)]
                                        .toObject()[u"schedule"_s]
                                        .toObject();
            QVERIFY(!dag.isEmpty());
            for (const FieldSpec& field : fields) {
                if (missingFor(field.needs, target, {}) || field.name.startsWith(u"assets")
                    || field.name.startsWith(u"deadline"))
                    continue;
                QString name = field.name;
                if (name == u"paused_on_creation")
                    name = u"is_paused_upon_creation"_s;
                if (name == u"fail_fast" && major == 2)
                    name = u"fail_stop"_s;
                QJsonValue wanted = json(field, twoOf(field)[size_t(which)]);
                QJsonValue got = dag[name];
                if (field.type == FieldType::DateTime) {
                    // Told in UTC.
                    const QByteArray zone = which == 0 ? "Asia/Taipei" : "Europe/Berlin";
                    const QDateTime local(QDate(2026, which == 0 ? 2 : 3, which == 0 ? 3 : 4),
                        which == 0 ? QTime(0, 0) : QTime(5, 6), QTimeZone(zone));
                    wanted = local.toUTC().toString(Qt::ISODate);
                    got = QDateTime::fromString(got.toString(), Qt::ISODate)
                              .toUTC()
                              .toString(Qt::ISODate);
                }
                QVERIFY2(got == wanted,
                    qPrintable(field.name + u": "_s + shown(got) + u" is not "_s + shown(wanted)));
            }
            if (major == 3)
                QVERIFY(dag[u"deadline"_s].toString().contains(
                    which == 0 ? u"seconds=90"_s : u"seconds=7200"_s));
        }
    }

    // Hostile values in a dbt project: whatever they hold, its YAML has the same shape, and dbt's
    // own rendering gives the values back.
    void dbtProjectsKeepTheirShape()
    {
        QJsonArray projects;
        QStringList told;
        int refused = 0;
        for (const QString& text : test::hostileTexts(150)) {
            if (text.isEmpty() || text.toUtf8() != QString::fromUtf8(text.toUtf8()).toUtf8()
                || !text.isValidUtf16())
                continue;
            const auto schemaWith
                = [&](const QString& node, const QString& field, const Value& value) -> QString {
                Pipeline pipeline = test::readPipeline(
                    test::contentOf(test::goldenFolder() + u"/shop_models.pipeline.yaml"_s));
                for (Node& one : pipeline.nodes) {
                    one.title = one.note = text;
                    for (Setting& setting : one.params)
                        if (one.id == node && setting.name == field)
                            setting.value = value;
                }
                const Generated out = generate(pipeline, *builtInCatalogue(), test::airflow(3));
                refused += out.files.empty() && !out.problems.empty();
                for (const GeneratedFile& file : out.files)
                    if (file.path.endsWith(u"/schema.yml"))
                        return QString::fromUtf8(file.text);
                return {};
            };
            const QString values
                = schemaWith(u"odd_words"_s, u"values"_s, test::listOf({Value::ofText(text)}));
            QVERIFY2(!values.isEmpty(), qPrintable(text));
            projects.append(QJsonArray{u"values"_s, values});
            told.append(QString(text).replace(u'\'', u"''"_s));
            // Templates of Airflow are not dbt's.
            const QString where = schemaWith(u"day_filled"_s, u"where"_s, Value::ofText(text));
            const bool rendered
                = text.contains(u"{{") || text.contains(u"{%") || text.contains(u"{#");
            QVERIFY2(
                where.isEmpty() == (rendered || text.contains(QChar(u'\0'))), qPrintable(text));
            if (!where.isEmpty()) {
                projects.append(QJsonArray{u"where"_s, where});
                told.append(text);
            }
            // Names dbt cannot quote are refused, whatever they stand for.
            const Value list = test::listOf({Value::ofText(text)});
            for (const QString& schema : {schemaWith(u"day_filled"_s, u"columns"_s, list),
                     schemaWith(u"revenue"_s, u"keys"_s, list),
                     schemaWith(u"known_state"_s, u"to_column"_s, Value::ofText(text))})
                QVERIFY2(schema.isEmpty() || !text.contains(QRegularExpression(u"[\"{}\n']"_s)),
                    qPrintable(text));
        }
        QVERIFY(refused > 200);
        const QJsonArray read = test::python(
            QString::fromUtf8(test::contentOf(QFINDTESTDATA("dbtreader.py"))), projects, m_python)
                                    .toArray();
        QCOMPARE(read.size(), told.size() + 1);
        for (qsizetype i = 0; i < told.size(); ++i)
            QCOMPARE(read.at(i).toString().toUtf8().toHex(), told.at(i).toUtf8().toHex());
        QCOMPARE(read.last().toInt(), 2);
    }

    // What starts a DAG besides the clock.
    void assetsStartIt()
    {
        QFETCH_GLOBAL(int, major);
        QTemporaryDir folder;
        for (const QString& rule : {u"all"_s, u"any"_s}) {
            for (const bool clock : {false, true}) {
                Pipeline pipeline = plain(u"by_%1_%2"_s.arg(rule).arg(int(clock)));
                pipeline.schedule = {
                    {u"assets"_s,
                        test::listOf({Value::ofText(u"file://a"_s), Value::ofText(u"file://b"_s)})},
                    {u"assets_rule"_s, Value::ofText(rule)}};
                if (clock)
                    pipeline.schedule.push_back({u"cron"_s, Value::ofText(u"5 * * * *"_s)});
                write(folder, pipeline, major);
            }
        }
        const QJsonObject read = load(folder);
        QCOMPARE(read[u"errors"_s].toObject(), QJsonObject());
        QCOMPARE(read[u"warnings"_s].toArray(), QJsonArray());
        QCOMPARE(read[u"dags"_s].toObject().size(), 4);
    }

private:
    static Pipeline plain(const QString& name)
    {
        Pipeline pipeline;
        pipeline.id = u"1"_s;
        pipeline.name = name;
        Node node;
        node.id = u"only"_s;
        node.kind = u"BashOperator"_s;
        node.params = {{u"bash_command"_s, Value::ofText(u"true"_s)}};
        pipeline.nodes = {node};
        return pipeline;
    }

    static QString shown(const QJsonValue& value)
    {
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    }

    static QJsonValue json(const FieldSpec& field, const Value& value)
    {
        switch (field.type) {
        case FieldType::Number:
            return value.text.toDouble();
        case FieldType::Bool:
            return value.isTrue();
        case FieldType::Duration:
            return value.text == u"90s" ? 90.0 : 7200.0;
        case FieldType::List: {
            QJsonArray items;
            for (const Value& item : value.items)
                items.append(item.text);
            return items;
        }
        case FieldType::Map:
            return QJsonObject{{value.entries.front().first, value.entries.front().second.text}};
        default:
            return value.text;
        }
    }

    static void write(const QTemporaryDir& folder, const Pipeline& pipeline, int major)
    {
        const Generated out = generate(pipeline, *builtInCatalogue(), test::airflow(major));
        QVERIFY2(out.problems.empty(), qPrintable(test::said(out.problems)));
        QDir().mkpath(folder.filePath(u"dags"_s));
        for (const GeneratedFile& made : out.files) {
            if (made.path.contains(u'/') || !made.path.endsWith(u".py"))
                continue;
            QFile file(folder.filePath(u"dags/"_s + made.path));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(made.text);
        }
    }

    QJsonObject load(const QTemporaryDir& folder) const
    {
        return test::python(kLoader, folder.path(), m_python).toObject();
    }

    QString m_python;
};

PH_TEST_MAIN(QCoreApplication, PipelineAirflowTest)
#include "tst_pipelineairflow.moc"
