// SPDX-License-Identifier: GPL-3.0-or-later
// The system keychain against a real secret service: gnome-keyring on a session bus of its own.
#include "app/profiles/keychain.h"
#include "app/profiles/secretstore.h"
#include "core/runtime.h"
#include "tests/app/profiles/patience.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace pilothouse;
using namespace pilothouse::app;
using namespace Qt::StringLiterals;

namespace
{

const QString kMarked = u"marked パスワード \"quoted\""_s;

// A session bus that starts no service by itself: the desktop's would start a second, locked
// keyring where ours is not yet there, or is gone.
const QByteArray kBusConfig
    = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
      "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
      "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

} // namespace

class KeyringTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    Runtime m_runtime;
    std::unique_ptr<SecretStore> m_store;

    void makeStore()
    {
        m_store = std::make_unique<SecretStore>(m_runtime, makeSystemKeychain());
        m_store->setKeychainDeadline(milliseconds(30'000));
    }
    SecretRequest request() const
    {
        SecretRequest out;
        out.profileFile = m_folder.filePath(u"p.yaml"_s);
        out.profileName = u"p"_s;
        out.service = u"db"_s;
        out.source = {SecretSource::Kind::Keychain, {}};
        return out;
    }
    Result<Secret> read()
    {
        std::optional<Result<Secret>> got;
        m_store->read(request(), this, [&](Result<Secret> r) { got = std::move(r); });
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(got, 60'000);
        }();
        return got ? *got : fail(Error::Kind::Internal, u"no answer"_s);
    }
    bool write()
    {
        std::optional<VoidResult> done;
        m_store->write(request(), Secret(kMarked), this, [&](VoidResult r) { done = r; });
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(done, 60'000);
        }();
        if (done && !*done)
            qInfo("not written: %s", qPrintable(done->error().detail));
        return done && *done;
    }
    // What the desktop's own tool sees.
    QString lookedUp() const
    {
        QProcess tool;
        tool.start(u"secret-tool"_s,
            {u"lookup"_s, u"user"_s, request().keychainKey(), u"server"_s, u"pilothouse"_s});
        tool.waitForFinished();
        return QString::fromUtf8(tool.readAllStandardOutput());
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* name :
            {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"})
            qputenv(name, m_folder.path().toUtf8());
        qunsetenv("DISPLAY");
        const QString config = m_folder.filePath(u"bus.conf"_s);
        QFile file(config);
        QVERIFY(file.open(QFile::WriteOnly) && file.write(kBusConfig) == kBusConfig.size());
        file.close();
        m_bus.start(u"dbus-daemon"_s,
            {u"--config-file="_s + config, u"--nofork"_s, u"--nosyslog"_s, u"--print-address"_s});
        const bool told = m_bus.waitForStarted() && m_bus.waitForReadyRead();
        if (told) {
            qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
            m_keyring.start(u"gnome-keyring-daemon"_s,
                {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        }
        if (!told || !m_keyring.waitForStarted()) {
            QVERIFY2(qEnvironmentVariable("CI") != u"true"_s, "no gnome-keyring");
            QSKIP("needs dbus-daemon and gnome-keyring-daemon");
        }
        m_keyring.write("of the test\n");
        m_keyring.closeWriteChannel();
        makeStore();
        // Until the service has its name on the bus, the answer is another error than "no entry".
        QTRY_VERIFY(read().error().kind == Error::Kind::NotFound);
    }

    void remembersAndForgets()
    {
        QVERIFY(write());
        QCOMPARE(lookedUp(), kMarked);
        makeStore(); // remembers nothing itself
        QCOMPARE(read().value_or(Secret()).reveal(), kMarked);
        std::optional<VoidResult> removed;
        m_store->remove(request(), this, [&](VoidResult r) { removed = r; });
        QTRY_VERIFY(removed && *removed);
        QCOMPARE(lookedUp(), QString());
        makeStore();
        QCOMPARE(read().error().kind, Error::Kind::NotFound);
    }

    void aServiceThatHangsMeetsTheDeadline()
    {
        QVERIFY(write());
        makeStore();
        m_store->setKeychainDeadline(milliseconds(500));
        ::kill(pid_t(m_keyring.processId()), SIGSTOP);
        QElapsedTimer since;
        since.start();
        const auto hung = read();
        const qint64 took = since.elapsed();
        ::kill(pid_t(m_keyring.processId()), SIGCONT);
        QCOMPARE(hung.error().kind, Error::Kind::Timeout);
        qInfo("answered after %lld ms", took);
        QVERIFY(took < 5000);
        makeStore();
        QCOMPARE(read().value_or(Secret()).reveal(), kMarked);
    }

    void aServiceThatIsGoneIsAnError()
    {
        m_keyring.kill();
        QVERIFY(m_keyring.waitForFinished());
        makeStore();
        m_store->setKeychainDeadline(milliseconds(2000));
        const auto gone = read();
        QVERIFY(!gone);
        QVERIFY(gone.error().kind != Error::Kind::NotFound);
    }

    void cleanupTestCase()
    {
        m_store.reset();
        for (QProcess* process : {&m_keyring, &m_bus}) {
            process->kill();
            process->waitForFinished();
        }
    }
};

PH_TEST_MAIN(QCoreApplication, KeyringTest)
#include "tst_keyring.moc"
