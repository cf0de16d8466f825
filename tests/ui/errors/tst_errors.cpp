// SPDX-License-Identifier: GPL-3.0-or-later
// What an error says, and that a panel tries again by itself.
#include "core/loginrenewal.h"
#include "ui/errors/absence.h"
#include "ui/errors/errorwords.h"
#include "ui/errors/panelretry.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"

#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

// Lets us in or not.
class Probed final : public Adapter, public HealthFacet
{
public:
    Probed(Runtime& runtime, const std::optional<Error>& refusal, int& probes)
        : m_runtime(runtime)
        , m_refusal(refusal)
        , m_probes(probes)
    {
        offer<HealthFacet>(this);
    }
    int connections() const override { return 0; }
    Call<HealthReport> probe() override
    {
        ++m_probes;
        HealthReport well;
        well.state = HealthReport::State::Healthy;
        return Call<HealthReport>::ready(m_runtime,
            m_refusal ? Result<HealthReport>(tl::unexpected(*m_refusal))
                      : Result<HealthReport>(well));
    }

private:
    Runtime& m_runtime;
    const std::optional<Error>& m_refusal;
    int& m_probes;
};

// The service "a", which does not let us in.
struct Refusing {
    explicit Refusing(const QString& words)
        : refusal(Error{Error::Kind::Auth, u"a"_s, words, {}, {}})
    {
        AdapterDescriptor descriptor;
        descriptor.tool = u"made"_s;
        descriptor.make = [this](AdapterContext context) -> std::unique_ptr<Adapter> {
            return std::make_unique<Probed>(*context.runtime, refusal, probes);
        };
        hub.setDescriptors({descriptor});
    }
    void join()
    {
        ServiceConfig config;
        config.id = u"a"_s;
        config.tool = u"made"_s;
        hub.add(config, {});
    }

    std::optional<Error> refusal; // none: it does
    int probes = 0;
    Runtime runtime;
    ServiceHub hub{runtime, nullptr};
};

QPushButton* shownButton(const QWidget& in, const QString& text)
{
    for (QPushButton* button : in.findChildren<QPushButton*>())
        if (button->text() == text && !button->isHidden())
            return button;
    return nullptr;
}

} // namespace

class ErrorsTest final : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void aRefusedRequestIsNoUnreachableServer()
    {
        const Error refused{Error::Kind::Refused, {}, u"bad run id"_s, {}, u"422"_s};
        QCOMPARE(
            ErrorWords::line(refused, u"Airflow"_s), u"Airflow refuses this request: bad run id"_s);
        QVERIFY(!ErrorWords::worthRetrying(refused));
        ServiceConfig config;
        config.id = u"airflow"_s;
        const ErrorInfo page = ErrorWords::page(refused, config);
        QVERIFY(page.checks.empty()); // the port answers
        QVERIFY(page.service.isEmpty());
    }

    void initTestCase() { m_theme.install(*qApp); }

    void pageTellsWhatToCheck()
    {
        ServiceConfig service;
        service.id = u"shop-db"_s;
        service.address = u"db.internal:5432"_s;
        const Error error{Error::Kind::Refused, u"shop-db"_s, u"connection refused"_s, {}, {}};
        const auto page = ErrorWords::page(error, service);
        QVERIFY(page.heading.contains(u"shop-db"_s));
        QCOMPARE(page.original, u"connection refused"_s);
        QCOMPARE(page.checks.first().command, u"nc -vz db.internal 5432"_s);
        QCOMPARE(page.service, u"shop-db"_s); // its connection can be edited
        const Error typo{Error::Kind::Refused, u"shop-db"_s, u"syntax error"_s, {}, u"42601"_s};
        QCOMPARE(ErrorWords::line(typo, u"shop-db"_s),
            u"shop-db refuses this statement: syntax error"_s);
        QVERIFY(!ErrorWords::worthRetrying(typo)); // it would say the same
        QVERIFY(ErrorWords::page(typo, service).checks.empty()); // the port answers
        const Error full{Error::Kind::Refused, u"shop-db"_s, u"too many clients"_s, {}, u"53300"_s};
        QVERIFY(ErrorWords::worthRetrying(full));
        const Error guard{Error::Kind::Refused, u"shop-db"_s, {}, {}, u"guard"_s};
        QCOMPARE(ErrorWords::page(guard, service).service, QString());
    }

    void commandsAreSafeToPaste()
    {
        ServiceConfig service;
        service.address = u"a; rm -rf ~ #:5432"_s;
        const auto page = ErrorWords::page({Error::Kind::Timeout, {}, {}, {}, {}}, service);
        QCOMPARE(page.checks.first().command, u"nc -vz 'a; rm -rf ~ #' 5432"_s);
    }

    void triesAgainAndKeepsOldValues()
    {
        Runtime runtime;
        ServiceHub hub(runtime, nullptr);
        StateFrame frame;
        frame.setContent(new QLabel(u"rows"_s));
        int tries = 0;
        PanelRetry retry(
            frame, hub, u"shop-db"_s, [&] { ++tries; }, &frame);
        const Error lost{Error::Kind::Protocol, u"shop-db"_s, u"reset"_s, {}, {}};
        retry.failed(lost, false);
        QCOMPARE(frame.state(), PanelState::Error);
        QTRY_VERIFY_WITH_TIMEOUT(tries > 0, 20'000); // after about 2 s
        retry.succeeded();
        QCOMPARE(frame.state(), PanelState::Ready);
        retry.failed(lost, true);
        QCOMPARE(frame.state(), PanelState::Stale);
        tries = 0;
        QTRY_VERIFY_WITH_TIMEOUT(tries > 0, 20'000);
    }

    void aServerThatCanBeStartedIsOfferedToBe()
    {
        Runtime runtime;
        ServiceHub hub(runtime, nullptr);
        ServiceConfig config;
        config.id = u"shop-db"_s;
        hub.add(config, {});
        StateFrame frame;
        frame.setContent(new QLabel(u"rows"_s));
        PanelRetry retry(
            frame, hub, u"shop-db"_s, [] {}, &frame);
        const auto button = [&]() -> QPushButton* {
            const auto buttons = frame.findChildren<QPushButton*>();
            for (QPushButton* one : buttons)
                if (one->text().startsWith(u"Start "_s) && !one->isHidden())
                    return one;
            return nullptr;
        };
        const Error down{Error::Kind::Refused, u"shop-db"_s, u"nobody listens"_s, {}, {}};
        retry.failed(down, false);
        QVERIFY(!button());
        hub.setStarters({{u"shop-db"_s, {u"Start it"_s, [] {
                                         }}}});
        QSignalSpy starts(&frame, &StateFrame::serverStartRequested);
        retry.failed(down, false);
        QVERIFY(button());
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(starts.size(), 1);
        QCOMPARE(starts.front().front().toString(), u"shop-db"_s);
        QVERIFY(!button()->isEnabled()); // it is on its way
        retry.failed({Error::Kind::Auth, u"shop-db"_s, u"wrong"_s, {}, {}}, false);
        QVERIFY(!button()); // it runs: to start it would not help
        retry.failed(down, true); // older values stay on screen
        QCOMPARE(frame.state(), PanelState::Stale);
        QVERIFY(button());
        QTest::mouseClick(button(), Qt::LeftButton);
        QCOMPARE(starts.size(), 2);
        QVERIFY(!button());
    }

    void wrongPasswordIsNotTriedAgainByItself()
    {
        Runtime runtime;
        ServiceHub hub(runtime, nullptr);
        StateFrame frame;
        PanelRetry retry(
            frame, hub, u"a"_s, [] {}, &frame);
        QVERIFY(!ErrorWords::worthRetrying({Error::Kind::Auth, {}, {}, {}, {}}));
        QVERIFY(!ErrorWords::worthRetrying({Error::Kind::Refused, {}, {}, {}, u"guard"_s}));
        retry.failed(
            {Error::Kind::Auth, u"a"_s, u"password authentication failed"_s, {}, {}}, false);
        QCOMPARE(frame.state(), PanelState::Error);
    }

    void aPasswordThatIsMissingIsEntered()
    {
        Refusing service(u"no password supplied"_s);
        bool lacks = true;
        QStringList asked;
        LoginRenewal& renewal = LoginRenewal::of(service.hub);
        renewal.setLacking([&lacks](const ServiceId& id) { return lacks && id == u"a"_s; });
        renewal.setFetch([&](const ServiceId& id, const LoginRenewal::Done& done) {
            asked << id;
            done(true);
        });
        service.join();
        StateFrame frame;
        PanelRetry retry(
            frame, service.hub, u"a"_s, [] {}, &frame);
        retry.failed(*service.refusal, false);
        const auto says = [&frame](const QString& words) {
            const auto labels = frame.findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                [&](QLabel* label) { return !label->isHidden() && label->text() == words; });
        };
        const auto enter = [&frame] {
            return shownButton(frame, u"Enter the password…"_s);
        };
        QVERIFY(says(u"a needs its password"_s));
        QVERIFY(enter());
        enter()->click();
        QCOMPARE(asked, QStringList{u"a"_s});
        QCOMPARE(service.probes, 0); // it is added anew with it
        lacks = false; // one that is wrong is another matter
        retry.failed(*service.refusal, false);
        QVERIFY(!says(u"a needs its password"_s));
        QVERIFY(!enter());
    }

    // One that waits for the keychain is no stranger to the profile.
    void whyAServiceDoesNotAnswerYet()
    {
        Runtime runtime;
        ServiceHub hub(runtime, nullptr);
        AdapterDescriptor descriptor;
        descriptor.tool = u"made"_s;
        descriptor.make = [](AdapterContext) {
            return std::unique_ptr<Adapter>();
        };
        hub.setDescriptors({descriptor});
        ServiceConfig config;
        config.id = u"a"_s;
        config.tool = u"made"_s;
        hub.add(config, {});
        config.id = u"b"_s;
        config.tool = u"of another version"_s;
        hub.add(config, {});
        QVERIFY(isAwaited(hub, u"a"_s));
        const EmptyInfo page = absencePage(u"table"_s, hub, u"a"_s);
        QCOMPARE(page.heading, u"a waits for its password"_s);
        QVERIFY(!page.line.isEmpty());
        for (const QString& id : {u"b"_s, u"c"_s}) {
            QVERIFY(!isAwaited(hub, id));
            QCOMPARE(absenceLine(hub, id), id + u" is not in this profile"_s);
        }
    }

    // Retry and F5 log in anew, by one probe; the answer is everybody's.
    void afterARefusedLoginTheUserTriesAgain()
    {
        Refusing service(u"password authentication failed"_s);
        service.join();
        QWidget panel;
        StateFrame frame(&panel);
        QAction refresh;
        refresh.setShortcut(Qt::Key_F5);
        panel.addAction(&refresh);
        int tries = 0;
        PanelRetry retry(
            frame, service.hub, u"a"_s, [&] { ++tries; }, &frame);
        panel.resize(700, 400);
        frame.resize(700, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        retry.failed(*service.refusal, false);
        QPushButton* again = shownButton(frame, u"Retry now"_s);
        QVERIFY(again);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(service.hub.service(u"a"_s)->health.state, HealthReport::State::Failing);
        QCOMPARE(service.probes, 1);
        QCOMPARE(tries, 0); // the panel's own question would have been a second login
        service.refusal.reset();
        QTest::keyClick(&panel, Qt::Key_F5);
        QTRY_COMPARE(service.hub.service(u"a"_s)->health.state, HealthReport::State::Healthy);
        QCOMPARE(service.probes, 2);
        QCOMPARE(tries, 1);
        retry.succeeded();
        QCOMPARE(service.probes, 2);
        // The sampler was refused, and then a panel was let in.
        HealthReport failing;
        failing.state = HealthReport::State::Failing;
        const Error out{Error::Kind::Auth, u"a"_s, {}, {}, {}};
        service.hub.reportHealth(u"a"_s, failing, out);
        retry.succeeded(); // on a connection of before: says nothing of a new login
        QCOMPARE(service.probes, 2);
        retry.failed(out, true);
        retry.succeeded();
        QTRY_COMPARE(service.hub.service(u"a"_s)->health.state, HealthReport::State::Healthy);
        QCOMPARE(service.probes, 3);
    }
};

PH_TEST_MAIN(QApplication, ErrorsTest)
#include "tst_errors.moc"
