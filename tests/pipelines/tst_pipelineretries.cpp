// SPDX-License-Identifier: GPL-3.0-or-later
// Waits as they are predicted, against those of twenty generated tasks that fail in a real Airflow.
#include "pipelines/check/retries.h"
#include "tests/pipelines/goldenfiles.h"
#include "tests/support/airflowfixture.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace pilothouse;
using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

namespace
{

constexpr double kRounding = 0.5; // seconds: the scheduler compares, it does not count
// How long after the moment a try is due a busy scheduler queues it.
constexpr double kLate = 30;

struct Try {
    double queued = 0;
    double ended = 0;
};

struct Order {
    using Key = std::pair<SecondsRange, int>;
    bool operator()(const Key& left, const Key& right) const
    {
        return std::tuple(left.first.least, left.first.most, left.second)
            < std::tuple(right.first.least, right.first.most, right.second);
    }
};

Settings rule(int retries, const char* delay, bool grows, int factor, const char* longest)
{
    Settings settings{{u"retries"_s, Value::ofNumber(retries)},
        {u"retry_delay"_s, Value::ofText(QString::fromLatin1(delay))}};
    if (grows)
        settings.push_back({u"retry_exponential_backoff"_s, Value::ofBool(true)});
    if (factor > 0)
        settings.push_back({u"retry_factor"_s, Value::ofNumber(factor)});
    if (longest)
        settings.push_back({u"max_retry_delay"_s, Value::ofText(QString::fromLatin1(longest))});
    return settings;
}

Pipeline failing(int major)
{
    const std::vector<Settings> rules{rule(2, "8s", false, 0, nullptr),
        rule(2, "8s", true, 0, nullptr), rule(3, "10s", true, 0, "15s"),
        rule(2, "5s", true, major == 3 ? 4 : 0, nullptr)};
    Pipeline pipeline;
    pipeline.id = u"5f0c7a52"_s;
    pipeline.name = u"twenty_fail"_s;
    pipeline.schedule = {{u"cron"_s, Value::ofText(u"@once"_s)},
        {u"start_date"_s, Value::ofText(u"2026-01-01"_s)},
        {u"max_active_tasks"_s, Value::ofNumber(20)},
        {u"paused_on_creation"_s, Value::ofBool(false)}};
    for (int i = 0; i < 20; ++i) {
        Node node;
        node.id = u"task_%1"_s.arg(i);
        node.kind = u"process.python"_s;
        node.params = {{u"code"_s, Value::ofText(u"raise ValueError(\"as it must\")"_s)}};
        node.task = rules[size_t(i) % rules.size()];
        pipeline.nodes.push_back(node);
    }
    return pipeline;
}

} // namespace

class PipelineRetriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsAreThosePredicted_data()
    {
        QTest::addColumn<int>("major");
        QTest::newRow("Airflow 2") << 2;
        QTest::newRow("Airflow 3") << 3;
    }
    void waitsAreThosePredicted()
    {
        QFETCH(int, major);
        const test::AirflowFixture airflow(major);
        QVERIFY2(airflow.isReady(), qPrintable(airflow.problem()));
        const Pipeline pipeline = failing(major);
        const CataloguePtr catalogue = builtInCatalogue();
        const Target target = test::airflow(major, {});
        const Generated made = generate(pipeline, *catalogue, target);
        QVERIFY2(made.problems.empty(), qPrintable(test::said(made.problems)));
        QCOMPARE(made.files.size(), size_t(1));
        QVERIFY(airflow.putDag(u"twenty_fail.py"_s, made.files.front().text));
        const auto failed = [&] {
            return airflow.sql(u"SELECT count(*) FROM task_instance WHERE dag_id = 'twenty_fail' "
                               "AND state = 'failed'"_s);
        };
        QTRY_COMPARE_WITH_TIMEOUT(failed(), u"20"_s, 600'000);
        airflow.removeDag(u"twenty_fail.py"_s);
        const auto tries = triesOf(airflow);
        QCOMPARE(tries.size(), size_t(20));
        // Never sooner. Later only while the scheduler has no slot or no time, which says nothing:
        // so the soonest of those with one rule is held against the latest moment.
        std::map<std::pair<SecondsRange, int>, double, Order> soonest;
        for (const Node& node : pipeline.nodes) {
            const RetryRule predicted = retryRule(pipeline, node, *catalogue, target);
            const auto& real = tries.at(node.id);
            QCOMPARE(int(real.size()), predicted.retries + 1);
            for (int number = 1; number <= predicted.retries; ++number) {
                const double wait = real.at(number + 1).queued - real.at(number).ended;
                const SecondsRange range = waitAfter(predicted, number);
                const QByteArray what = said(node.id, number, wait, range);
                QVERIFY2(wait >= double(range.least) - kRounding, what.constData());
                const auto found = soonest.try_emplace({range, number}, wait).first;
                found->second = std::min(found->second, wait);
            }
        }
        QVERIFY(soonest.size() >= 7);
        for (const auto& [key, wait] : soonest) {
            const auto& [range, number] = key;
            const QByteArray what = said(u"soonest"_s, number, wait, range);
            qInfo("%s", what.constData());
            QVERIFY2(wait <= double(range.most) + kLate, what.constData());
        }
    }

private:
    static QByteArray said(const QString& task, int number, double wait, const SecondsRange& range)
    {
        return u"%1 after try %2: %3 s, predicted %4 to %5"_s.arg(task)
            .arg(number)
            .arg(wait, 0, 'f', 1)
            .arg(range.least)
            .arg(range.most)
            .toUtf8();
    }

    // By task and number of the try.
    static std::map<QString, std::map<int, Try>> triesOf(const test::AirflowFixture& airflow)
    {
        const QString columns
            = u"SELECT task_id, try_number, extract(epoch FROM queued_dttm) AS q, "
              "extract(epoch FROM end_date) AS e FROM %1 "
              "WHERE dag_id = 'twenty_fail'"_s;
        const QString rows = airflow.sql(
            u"SELECT DISTINCT task_id || ' ' || try_number || ' ' || q || ' ' || e FROM ("_s
            + columns.arg(u"task_instance_history"_s) + u" UNION ALL "_s
            + columns.arg(u"task_instance"_s) + u") AS tries"_s);
        std::map<QString, std::map<int, Try>> tries;
        for (const QString& row : rows.split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList words = row.split(u' ');
            if (words.size() == 4)
                tries[words[0]][words[1].toInt()] = {words[2].toDouble(), words[3].toDouble()};
        }
        return tries;
    }
};

PH_TEST_MAIN(QCoreApplication, PipelineRetriesTest)
#include "tst_pipelineretries.moc"
