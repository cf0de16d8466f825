// SPDX-License-Identifier: GPL-3.0-or-later
// The doctor: what it finds, its exit codes, its JSON; it ends also when nothing answers.
#include "app/cli/doctor.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace pilothouse;
using namespace pilothouse::app;
using State = DoctorCheck::State;

namespace
{

class FakeKeychain final : public Keychain
{
public:
    explicit FakeKeychain(bool good)
        : m_good(good)
    {
    }
    void read(const QString&, Read done) override
    {
        done(m_good ? fail(Error::Kind::NotFound, u"no entry"_s)
                    : fail(Error::Kind::Refused, u"no secret service"_s));
    }
    void write(const QString&, const Secret&, Written done) override { done({}); }
    void remove(const QString&, Written done) override { done({}); }

private:
    const bool m_good;
};

// Answers by its address: "good:1", "bad:1", or not at all.
class FakeAdapter final : public Adapter, public HealthFacet
{
public:
    explicit FakeAdapter(AdapterContext context)
        : m_context(std::move(context))
        , m_lane(*m_context.runtime, u"fake"_s)
    {
        offer<HealthFacet>(this);
    }
    int connections() const override { return 1; }
    Call<HealthReport> probe() override
    {
        const QString address = m_context.config.address;
        return m_lane.run(milliseconds(60'000),
            [address](NoConnection&, const Token& token) -> Result<HealthReport> {
                if (address == u"good:1")
                    return HealthReport{
                        HealthReport::State::Healthy, milliseconds(3), u"Fake 1.0"_s, {}};
                if (address == u"bad:1")
                    return fail(Error::Kind::Refused, u"connection refused"_s);
                while (!token.stopped())
                    std::this_thread::sleep_for(milliseconds(5));
                return fail(Error::Kind::Cancelled, {});
            });
    }

private:
    AdapterContext m_context;
    Lane<> m_lane;
};

QByteArray entry(const QByteArray& id, const QByteArray& address, const QByteArray& more = {})
{
    return "  - {id: " + id + ", module: m, tool: fake, address: " + address + more + "}\n";
}

} // namespace

class DoctorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void allIsWell()
    {
        const DoctorReport report = run(head() + "services:\n" + entry("one", "good:1"));
        QCOMPARE(report.exitCode(), ExitCode::Ok);
        const DoctorCheck* service = find(report, u"service"_s);
        QVERIFY(service);
        QCOMPARE(service->state, State::Ok);
        QCOMPARE(service->version, u"Fake 1.0"_s);
        QCOMPARE(service->latencyMs, std::optional(3));
        QCOMPARE(service->writes, u"off"_s);
        QCOMPARE(find(report, u"keychain"_s)->state, State::Ok);
        QCOMPARE(find(report, u"folder"_s)->state, State::Ok);
        QVERIFY(find(report, u"disk"_s));
        QVERIFY(find(report, u"fonts"_s));
        const QJsonObject json = report.toJson();
        QCOMPARE(json.value("schema"_L1).toInt(), 1);
        QCOMPARE(json.value("exitCode"_L1).toInt(), 0);
        QCOMPARE(json.value("profile"_L1).toObject().value("name"_L1).toString(), u"shop"_s);
        QVERIFY(json.value("checks"_L1).toArray().size() >= 6);
        QVERIFY(report.toText().contains("Fake 1.0, 3 ms, writes: off"_L1));
    }

    void problemsAreOneAndNamed()
    {
        qputenv("PH_DOCTOR_SECRET", "marked-7Q");
        const DoctorReport report = run(head() + "colour: red\nservices:\n"
                + entry("a", "good:1", ", secret: env:PH_DOCTOR_SECRET") + entry("b", "bad:1")
                + entry("c", "good:1", ", secret: keychain")
                + "  - {id: d, module: streams, tool: kafka, address: h:1}\n",
            false);
        QCOMPARE(report.exitCode(), ExitCode::Problem);
        QCOMPARE(find(report, u"profile"_s)->state, State::Warning);
        QVERIFY(find(report, u"profile"_s)->detail.contains("p.yaml:4:1: unknown key colour"_L1));
        QCOMPARE(find(report, u"service"_s, u"a"_s)->state, State::Ok);
        QCOMPARE(find(report, u"service"_s, u"b"_s)->detail, u"connection refused"_s);
        QCOMPARE(find(report, u"service"_s, u"c"_s)->state, State::Problem);
        QCOMPARE(find(report, u"service"_s, u"d"_s)->state, State::Warning);
        QCOMPARE(find(report, u"keychain"_s)->state, State::Warning);
        const QString all
            = report.toText() + QString::fromUtf8(QJsonDocument(report.toJson()).toJson());
        QVERIFY(!all.contains("marked"_L1));
        // In the order of the file.
        QStringList ids;
        for (const DoctorCheck& check : report.checks)
            if (check.id == u"service")
                ids.append(check.subject);
        QCOMPARE(ids, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    }

    void anUnreadableProfileIsFour()
    {
        const DoctorReport report = run("version: 1\nname: [\n");
        QCOMPARE(report.exitCode(), ExitCode::ProfileUnreadable);
        QVERIFY(find(report, u"profile"_s)->detail.contains("p.yaml:"_L1));
        QVERIFY(find(report, u"folder"_s)); // the rest is still looked at
        QCOMPARE(run({}, true, u"nobody"_s).exitCode(), ExitCode::ProfileUnreadable);
    }

    void withoutProfileItIsSkipped()
    {
        const DoctorReport report = run({}, true, QString());
        QCOMPARE(report.exitCode(), ExitCode::Ok);
        QCOMPARE(find(report, u"profile"_s)->state, State::Skipped);
    }

    void aSilentServiceEndsAtTheLimit()
    {
        QElapsedTimer timer;
        timer.start();
        const DoctorReport report
            = run(head() + "services:\n" + entry("hung", "silent:1"), true, {}, milliseconds(5000));
        QVERIFY(timer.elapsed() < 50'000);
        QCOMPARE(report.exitCode(), ExitCode::Problem);
        QCOMPARE(find(report, u"service"_s, u"hung"_s)->state, State::Problem);
    }

    void aFolderThatCannotBeWritten()
    {
        const QList<DoctorCheck> checks = checkPlacesNow({u"/proc/none"_s});
        QCOMPARE(checks.first().state, State::Problem);
        QVERIFY(!checks.first().hint.isEmpty());
    }

private:
    static QByteArray head() { return "version: 1\nname: shop\nenvironment: staging\n"; }

    static const DoctorCheck* find(
        const DoctorReport& report, const QString& id, const QString& subject = {})
    {
        for (const DoctorCheck& check : report.checks)
            if (check.id == id && (subject.isEmpty() || check.subject == subject))
                return &check;
        return nullptr;
    }

    DoctorReport run(const QByteArray& profile, bool keychain = true,
        std::optional<QString> name = {}, milliseconds limit = milliseconds(30'000))
    {
        DoctorOptions options;
        options.places = {m_dir->filePath(u"profiles"_s), m_dir->filePath(u"sandbox"_s)};
        options.folders = {m_dir->filePath(u"state"_s)};
        options.limit = limit;
        AdapterDescriptor d;
        d.module = u"m"_s;
        d.tool = u"fake"_s;
        d.make = [](AdapterContext c) {
            return std::make_unique<FakeAdapter>(std::move(c));
        };
        options.descriptors = {d};
        if (!profile.isEmpty()) {
            QFile file(m_dir->filePath(u"p.yaml"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(profile) < 0)
                qFatal("cannot write");
            options.profile = file.fileName();
        }
        if (name)
            options.profile = *name;
        Doctor doctor(m_runtime, options, std::make_unique<FakeKeychain>(keychain));
        QSignalSpy finished(&doctor, &Doctor::finished);
        doctor.start();
        if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000))
            qFatal("the doctor does not end");
        return doctor.report();
    }

    Runtime m_runtime;
    std::unique_ptr<QTemporaryDir> m_dir;
};

PH_TEST_MAIN(QCoreApplication, DoctorTest)
#include "tst_doctor.moc"
