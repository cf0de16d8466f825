// SPDX-License-Identifier: GPL-3.0-or-later
// The program reaches its servers through an ssh jump: queries run, they run again after ssh has
// died, and no ssh outlives the program, however that ends.
#include "tests/process/program.h"
#include "tests/process/shopservers.h"
#include "tests/process/sshserver.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <csignal>

using namespace pilothouse::test;
using namespace Qt::StringLiterals;

class SshWindowTest final : public QObject
{
    Q_OBJECT

private:
    ShopServers m_servers;
    std::unique_ptr<SshServer> m_ssh;
    QTemporaryDir m_folder{u"/var/tmp/ph-ssh-XXXXXX"_s};
    std::unique_ptr<Program> m_program;
    QString m_profile;

    static bool healthy(const QJsonObject& seen)
    {
        const auto health = seen[u"health"_s].toObject();
        return health.size() == 2
            && std::all_of(health.begin(), health.end(),
                [](const QJsonValue& state) { return state.toInt() == 1 || state.toInt() == 2; });
    }
    // What the open query tab drew.
    QJsonObject panel() const { return m_program->seen()[u"panels"_s].toArray().at(0).toObject(); }
    void query(const QString& text, const QString& tag)
    {
        m_program->ask(u"type "_s + text);
        m_program->ask(u"keys Ctrl+Return"_s);
        QVERIFY2(m_program->see([&](const QJsonObject&) {
            return panel()[u"words"_s].toString().contains(tag);
        }),
            qPrintable(panel()[u"words"_s].toString().right(300)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.sandbox().isReady(), qPrintable(m_servers.sandbox().problem()));
        m_ssh = std::make_unique<SshServer>();
        if (!m_ssh->problem().isEmpty()) {
            QVERIFY2(qEnvironmentVariable("CI") != u"true"_s, qPrintable(m_ssh->problem()));
            QSKIP(qPrintable(m_ssh->problem()));
        }
        m_profile = m_folder.filePath(u"jump.yaml"_s);
        QFile file(m_profile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(u"version: 1\nname: jump\nenvironment: staging\nwrites: \"on\"\nservices:\n"
                   "  - {id: db, module: database, tool: postgresql, address: '127.0.0.1:%1', "
                   "user: pilot, secret: 'env:PH_DB', ssh: {jump: jump}, "
                   "options: {database: shop}}\n"
                   "  - {id: cache, module: queue, tool: redis, address: '127.0.0.1:%2', "
                   "secret: 'env:PH_CACHE', ssh: {jump: jump}}\n"_s
                       .arg(m_servers.sandbox().port(u"postgres"_s))
                       .arg(m_servers.sandbox().port(u"redis"_s))
                       .toUtf8());
        file.close();
    }
    void init()
    {
        m_program = std::make_unique<Program>(m_folder.path());
        m_program->setVariable(u"PATH"_s, m_ssh->path());
        m_program->setVariable(u"PH_DB"_s, m_servers.sandbox().password(u"shop-db"_s));
        m_program->setVariable(u"PH_CACHE"_s, m_servers.sandbox().password(u"shop-cache"_s));
        QVERIFY(m_program->start({u"--profile"_s, m_profile}));
        QVERIFY2(m_program->await(u"ready"_s), qPrintable(m_program->output().right(2000)));
        QVERIFY2(m_program->see(&healthy), qPrintable(m_program->output().right(2000)));
    }
    void cleanup()
    {
        m_program.reset();
        QTRY_VERIFY(m_ssh->clients().isEmpty());
    }

    void queriesAlsoAfterSshDied()
    {
        QCOMPARE(m_ssh->clients().size(), 2); // one for each server, shared by their lanes
        m_program->ask(u"panel database.query db"_s);
        query(u"select count(*) from gold.fct_orders;"_s, u"SELECT 1,"_s);
        if (QTest::currentTestFailed())
            return;
        const auto before = m_ssh->clients();
        for (const qint64 pid : before)
            ::kill(pid_t(pid), SIGKILL);
        QTRY_VERIFY(m_ssh->clients() != before);
        m_program->ask(u"action Reconnect"_s);
        query(u"select * from silver.countries limit 7;"_s, u"SELECT 7,"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(m_program->see(&healthy));
        QTRY_COMPARE(m_ssh->clients().size(), 2);
        for (const qint64 pid : before)
            QVERIFY(!m_ssh->clients().contains(pid));
        m_program->ask(u"quit"_s);
        QCOMPARE(m_program->finish(), 0);
        QVERIFY(m_ssh->clients().isEmpty());
    }

    void noSshOutlivesAKilledWindow()
    {
        QCOMPARE(m_ssh->clients().size(), 2);
        QElapsedTimer timer;
        timer.start();
        m_program->kill();
        QTRY_VERIFY_WITH_TIMEOUT(m_ssh->clients().isEmpty(), 5000);
        qInfo("ssh ended %lld ms after the window was killed", timer.elapsed());
    }
};

PH_TEST_MAIN(QCoreApplication, SshWindowTest)
#include "tst_sshwindow.moc"
