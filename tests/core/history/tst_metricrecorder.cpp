// SPDX-License-Identifier: GPL-3.0-or-later
// What the sampler measured in one run is there in the next: with the hole between them, once, and
// apart from another profile's.
#include "core/history/metricrecorder.h"
#include "core/lane.h"
#include "core/servicehub.h"

#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace pilothouse;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

class CountingAdapter final : public Adapter, public HealthFacet, public MetricsFacet
{
public:
    explicit CountingAdapter(const AdapterContext& context)
        : m_lane(*context.runtime, u"test"_s)
    {
        offer<HealthFacet>(this);
        offer<MetricsFacet>(this);
    }
    int connections() const override { return 1; }
    Call<HealthReport> probe() override
    {
        return m_lane.run(5s, [](NoConnection&, const Token&) -> Result<HealthReport> {
            HealthReport report;
            report.state = HealthReport::State::Healthy;
            return report;
        });
    }
    Call<std::vector<MetricInfo>> catalogue() override
    {
        return m_lane.run(5s, [](NoConnection&, const Token&) -> Result<std::vector<MetricInfo>> {
            MetricInfo gauge;
            gauge.id = u"sessions"_s;
            MetricInfo counter;
            counter.id = u"ops"_s;
            counter.kind = MetricInfo::Kind::Counter;
            return std::vector{gauge, counter};
        });
    }
    Call<std::vector<MetricSample>> sample(const QStringList& ids) override
    {
        const double value = ++m_value;
        return m_lane.run(
            5s, [ids, value](NoConnection&, const Token&) -> Result<std::vector<MetricSample>> {
                std::vector<MetricSample> all;
                for (const QString& id : ids)
                    all.push_back({id, QDateTime::currentDateTimeUtc(), value});
                return all;
            });
    }

private:
    double m_value = 0;
    Lane<> m_lane;
};

// One run of the program.
struct Run {
    explicit Run(const QString& folder, const QString& profile = u"sandbox"_s)
    {
        AdapterDescriptor one;
        one.module = one.tool = u"test"_s;
        one.make = [](const AdapterContext& c) {
            return std::make_unique<CountingAdapter>(c);
        };
        hub.setDescriptors({one});
        sampler.setPace(20ms);
        recorder = std::make_unique<MetricRecorder>(runtime, sampler, folder);
        recorder->setProfile(profile);
        ServiceConfig config;
        config.id = u"db"_s;
        config.module = config.tool = u"test"_s;
        config.ns = u"test://db"_s;
        hub.add(config, {});
    }
    std::vector<SeriesPoint> points(const QString& metric) const
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        std::vector<SeriesPoint> all;
        for (const SeriesPoint& point :
            sampler.series(u"db"_s, metric, {now.addDays(-1), now.addDays(1)}))
            all.push_back(point);
        return all;
    }
    size_t measured(const QString& metric) const
    {
        const auto all = points(metric);
        return size_t(std::count_if(
            all.begin(), all.end(), [](const SeriesPoint& p) { return std::isfinite(p.value); }));
    }

    Runtime runtime;
    ServiceHub hub{runtime, nullptr};
    Sampler sampler{hub};
    std::unique_ptr<MetricRecorder> recorder;
};

} // namespace

class MetricRecorderTest final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString folder() const
    {
        const QString path = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        QDir().mkpath(path);
        return path;
    }
    static std::vector<MetricSpan> stored(Run& run, const QString& metric)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        return test::await(run.recorder->history().read(run.recorder->nameOf(u"db"_s), metric,
                               {now.addDays(-1), now.addDays(1)}, 2'000'000'000))
            .value_or(std::vector<MetricSpan>());
    }

private Q_SLOTS:
    void theNextRunKnowsOfTheLast()
    {
        std::vector<SeriesPoint> before;
        {
            Run run(folder());
            QTRY_VERIFY(run.measured(u"ops"_s) >= 5);
            QSignalSpy written(run.recorder.get(), &MetricRecorder::written);
            run.recorder->flush();
            QTRY_VERIFY(!written.isEmpty());
            before = run.points(u"sessions"_s);
            QVERIFY(stored(run, u"sessions"_s).size() >= 5);
        }
        Run run(folder());
        QTRY_VERIFY(!run.points(u"sessions"_s).empty()
            && run.points(u"sessions"_s).front().time == before.front().time);
        QTRY_VERIFY(run.measured(u"sessions"_s) > 6);
        // What came before is there once, of a counter its rate.
        const auto all = run.points(u"sessions"_s);
        QVERIFY(std::is_sorted(all.begin(), all.end(),
            [](const SeriesPoint& a, const SeriesPoint& b) { return a.time < b.time; }));
        for (const SeriesPoint& point : run.points(u"ops"_s))
            QVERIFY(!std::isfinite(point.value) || point.value >= 0);
        const size_t kept = stored(run, u"sessions"_s).size();
        run.recorder->flush();
        QTRY_VERIFY(stored(run, u"sessions"_s).size() > kept);
        const auto spans = stored(run, u"sessions"_s);
        for (size_t i = 1; i < spans.size(); ++i)
            QVERIFY(spans[i].time > spans[i - 1].time);
    }

    void anotherProfileIsAnotherService()
    {
        {
            Run run(folder());
            QTRY_VERIFY(run.measured(u"sessions"_s) >= 3);
            run.recorder->flush();
            QTRY_VERIFY(!stored(run, u"sessions"_s).empty());
        }
        Run other(folder(), u"production"_s);
        QTRY_VERIFY(other.measured(u"sessions"_s) >= 2);
        QVERIFY(stored(other, u"sessions"_s).empty());
    }

    void onlyOneWrites()
    {
        Run first(folder());
        QTRY_VERIFY(first.measured(u"sessions"_s) >= 2);
        first.recorder->flush();
        QTRY_VERIFY(!stored(first, u"sessions"_s).empty());
        Run second(folder(), u"other"_s);
        QTRY_VERIFY(second.measured(u"sessions"_s) >= 2);
        second.recorder->flush();
        first.recorder.reset(); // its lock goes with it
        QTRY_VERIFY(second.measured(u"sessions"_s) >= 4);
        QVERIFY(stored(second, u"sessions"_s).empty());
        second.recorder->flush();
        QTRY_VERIFY(!stored(second, u"sessions"_s).empty());
    }

    // It is told once, and nothing is lost when it can be written again.
    void whatCannotBeWrittenWaits()
    {
        const QString file = folder() + u"/metrics.sqlite"_s;
        QVERIFY(QDir().mkpath(file)); // a folder stands where the file should
        Run run(folder());
        QSignalSpy failed(run.recorder.get(), &MetricRecorder::failed);
        QTRY_VERIFY(run.measured(u"sessions"_s) >= 3);
        run.recorder->flush();
        QTRY_COMPARE(failed.size(), 1);
        const size_t before = run.measured(u"sessions"_s);
        QTRY_VERIFY(run.measured(u"sessions"_s) > before + 2);
        run.recorder->flush();
        QVERIFY(QDir().rmdir(file));
        QTRY_VERIFY([&] {
            run.recorder->flush();
            return stored(run, u"sessions"_s).size() > before + 2;
        }());
        QCOMPARE(failed.size(), 1);
    }
};

PH_TEST_MAIN(QCoreApplication, MetricRecorderTest)
#include "tst_metricrecorder.moc"
