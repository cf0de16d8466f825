// SPDX-License-Identifier: GPL-3.0-or-later
// The profile the sandbox writes is one the app reads without a word, and its passwords are found.
#include "app/profiles/profilereader.h"
#include "app/profiles/secretstore.h"
#include "tests/support/testmain.h"
#include "tests/support/testsandbox.h"

#include <QFile>
#include <QTcpSocket>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class SandboxProfileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_sandbox.isReady(), qPrintable(m_sandbox.problem())); }

    void reads()
    {
        QFile file(m_sandbox.profile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto reading = app::readProfile(file.readAll(), file.fileName());
        for (const auto& issue : reading.issues)
            QFAIL(qPrintable(app::issueLine(file.fileName(), issue)));
        QVERIFY(reading.profile);
        QCOMPARE(reading.profile->name, u"sandbox"_s);
        QVERIFY(reading.profile->services.size() >= 2); // more with servers on demand
    }

    void passwordsAreFound_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addRow("database") << u"shop-db"_s;
        QTest::addRow("queue") << u"shop-cache"_s;
    }
    void passwordsAreFound()
    {
        QFETCH(QString, service);
        const auto secret
            = app::readSandboxSecret(m_sandbox.folder() + u"/secrets.json"_s, service);
        QVERIFY(secret.has_value());
        QVERIFY(m_sandbox.password(service).size() >= 20);
    }

    void portsAnswer()
    {
        for (const auto& server : {u"postgres"_s, u"redis"_s}) {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, quint16(m_sandbox.port(server)));
            QVERIFY2(socket.waitForConnected(5000), qPrintable(server));
        }
    }

private:
    test::TestSandbox m_sandbox;
};

PH_TEST_MAIN(QCoreApplication, SandboxProfileTest)
#include "tst_sandboxprofile.moc"
