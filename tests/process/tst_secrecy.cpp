// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords with a mark nobody else would write go through the whole program: good and bad logins,
// queries, changes, an export, a crash, the doctor and a tour. Then every file, every output and
// every process is searched for them.
#include "tests/process/program.h"
#include "tests/process/shopservers.h"
#include "tests/process/sshserver.h"
#include "tests/support/servers/redisfixture.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUuid>

#include <sys/resource.h>

using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SecrecyTest final : public QObject
{
    Q_OBJECT

private:
    ShopServers m_servers;
    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<SshServer> m_ssh;
    QTemporaryDir m_folder{u"/var/tmp/ph-secrecy-XXXXXX"_s};
    std::unique_ptr<Program> m_program;
    QMap<QString, QString> m_marks; // by the variable that holds it
    QString m_profile;

    // Every shape a text takes on its way to a disk.
    bool holdsMark(const QByteArray& bytes) const
    {
        for (const QString& mark : m_marks) {
            const QByteArray utf8 = mark.toUtf8();
            const QByteArray utf16(reinterpret_cast<const char*>(mark.utf16()), mark.size() * 2);
            if (bytes.contains(utf8) || bytes.contains(utf16) || bytes.contains(utf8.toHex())
                || bytes.contains(utf8.toBase64(QByteArray::OmitTrailingEquals)))
                return true;
        }
        return false;
    }
    QStringList filesWithMark() const
    {
        QStringList out;
        QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System,
            QDirIterator::Subdirectories);
        while (it.hasNext())
            if (holdsMark(contentOf(it.next())))
                out.append(it.filePath());
        return out;
    }

    static QList<qint64> childrenOf(qint64 pid)
    {
        QList<qint64> out;
        for (const QString& name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(name));
            const QByteArray rest = stat.mid(stat.lastIndexOf(')') + 2);
            if (name.toLongLong() > 0 && rest.split(' ').value(1).toLongLong() == pid)
                out += QList<qint64>{name.toLongLong()} + childrenOf(name.toLongLong());
        }
        return out;
    }
    // In its arguments nowhere; in its environment nowhere, but for the variables the user put
    // there.
    QString problemOf(qint64 pid, bool mayHoldVariables) const
    {
        if (holdsMark(contentOf(u"/proc/%1/cmdline"_s.arg(pid))))
            return u"%1: an argument"_s.arg(pid);
        for (const QByteArray& line : contentOf(u"/proc/%1/environ"_s.arg(pid)).split('\0')) {
            const bool ours = m_marks.contains(QString::fromUtf8(line.left(line.indexOf('='))));
            if (holdsMark(line) && !(ours && mayHoldVariables))
                return u"%1: %2"_s.arg(pid).arg(QString::fromUtf8(line));
        }
        return {};
    }
    void lookAtTheProcesses(int leastChildren)
    {
        QCOMPARE(problemOf(m_program->pid(), true), QString());
        const auto children = childrenOf(m_program->pid());
        QVERIFY(children.size() >= leastChildren);
        for (const qint64 pid : children)
            QCOMPARE(problemOf(pid, false), QString());
    }

    void start(const QString& program, const QStringList& arguments)
    {
        m_program->kill(); // what a failed test left
        m_program->setProgram(program);
        QVERIFY(m_program->start(arguments));
    }
    QJsonObject shown(const QString& kind, const QString& service) const
    {
        const QJsonArray panels = m_program->seen()[u"panels"_s].toArray();
        for (const QJsonValue& panel : panels)
            if (panel[u"kind"_s].toString() == kind && panel[u"service"_s].toString() == service)
                return panel.toObject();
        return {};
    }
    bool seeWords(const QString& kind, const QString& service, const QString& words)
    {
        return m_program->see([&](const QJsonObject&) {
            return shown(kind, service)[u"words"_s].toString().contains(words);
        });
    }
    void run(const QString& sql)
    {
        m_program->ask(u"type "_s + sql);
        m_program->ask(u"keys Ctrl+Shift+Return"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.sandbox().isReady(), qPrintable(m_servers.sandbox().problem()));
        for (const QString& name : {u"PH_MARK_DB"_s, u"PH_MARK_CACHE"_s, u"PH_MARK_ACL"_s,
                 u"PH_MARK_WRONG"_s, u"PH_MARK_WRONG_CACHE"_s})
            m_marks[name]
                = u"Mk7Q"_s + QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex()).left(20);
        m_redis = std::make_unique<RedisFixture>(RedisFixture::Options{m_marks[u"PH_MARK_CACHE"_s],
            {u"--user"_s, u"marked"_s, u"on"_s, u">"_s + m_marks[u"PH_MARK_ACL"_s], u"~*"_s,
                u"+@all"_s}});
        m_ssh = std::make_unique<SshServer>();
        for (const QString& problem : {m_redis->problem(), m_ssh->problem()})
            if (!problem.isEmpty()) {
                QVERIFY2(qEnvironmentVariable("CI") != u"true"_s, qPrintable(problem));
                QSKIP(qPrintable(problem));
            }
        const QString made
            = m_servers.sql(u"drop role if exists marked; create role marked login in role pilot "
                            "password '%1'"_s.arg(m_marks[u"PH_MARK_DB"_s]),
                u"postgres"_s);
        QVERIFY2(!made.startsWith(u"ERROR"_s), qPrintable(made));
        m_servers.sql(u"drop schema if exists marked cascade; create schema marked; "
                      "create table marked.t(a int)"_s);

        m_program = std::make_unique<Program>(m_folder.path());
        m_program->setVariable(u"PATH"_s, m_ssh->path());
        for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it)
            m_program->setVariable(it.key(), it.value());
        m_profile = m_folder.filePath(u"marked.yaml"_s);
        const int pg = m_servers.sandbox().port(u"postgres"_s);
        const auto database = [pg](const QString& id, const QString& secret, const QString& more) {
            return u"  - {id: %1, module: database, tool: postgresql, address: '127.0.0.1:%2', "
                   "user: marked, secret: 'env:%3', options: {database: shop}%4}\n"_s.arg(id)
                       .arg(pg)
                       .arg(secret, more);
        };
        const auto cache = [this](const QString& id, const QString& secret, const QString& user) {
            return u"  - {id: %1, module: queue, tool: redis, address: '%2', secret: 'env:%3'%4}\n"_s
                .arg(id, m_redis->address(), secret, user);
        };
        QFile file(m_profile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        // ssh first: it must not inherit what the services after it need.
        file.write((u"version: 1\nname: marked\nenvironment: staging\nwrites: \"on\"\nservices:\n"_s
            + database(u"jumped"_s, u"PH_MARK_DB"_s, u", ssh: {jump: jump}"_s)
            + database(u"db"_s, u"PH_MARK_DB"_s, {}) + database(u"wrong"_s, u"PH_MARK_WRONG"_s, {})
            + cache(u"cache"_s, u"PH_MARK_CACHE"_s, {})
            + cache(u"acl"_s, u"PH_MARK_ACL"_s, u", user: marked"_s)
            + cache(u"wrong-cache"_s, u"PH_MARK_WRONG_CACHE"_s, u", user: marked"_s))
                       .toUtf8());
    }

    void theSearchFinds()
    {
        const QString mark = m_marks.first();
        QVERIFY(holdsMark("x" + mark.toUtf8() + "y"));
        QVERIFY(holdsMark(mark.toUtf8().toBase64()));
        QFile planted(m_folder.filePath(u"state/.planted"_s));
        QVERIFY(planted.open(QIODevice::WriteOnly));
        planted.write("password=" + mark.toUtf8());
        planted.close();
        QCOMPARE(filesWithMark(), QStringList{planted.fileName()});
        QVERIFY(planted.remove());
        QCOMPARE(filesWithMark(), QStringList());
    }

    void theWindow()
    {
        start(QString::fromLatin1(PILOTHOUSE_DRIVEN), {u"--profile"_s, m_profile});
        QVERIFY2(m_program->await(u"ready"_s), qPrintable(m_program->output().right(2000)));
        QVERIFY(m_program->see([](const QJsonObject& seen) {
            const QJsonObject health = seen[u"health"_s].toObject();
            const auto is = [&health](const QString& id, int state) {
                return health[id].toInt() == state;
            };
            return is(u"db"_s, 1) && is(u"jumped"_s, 1) && is(u"cache"_s, 1) && is(u"acl"_s, 1)
                && is(u"wrong"_s, 3) && is(u"wrong-cache"_s, 3);
        }));
        lookAtTheProcesses(1); // ssh
        if (QTest::currentTestFailed())
            return;

        const QString query = u"database.query"_s;
        m_program->ask(u"panel database.query jumped"_s);
        run(u"select no_such_column;"_s);
        QVERIFY(seeWords(query, u"jumped"_s, u"no_such_column"_s));
        // The error is told before the run is over; until then nothing else is run.
        QVERIFY(m_program->see([&](const QJsonObject&) {
            return shown(query, u"jumped"_s)[u"state"_s].toInt() != 1; // Panel::State::Loading
        }));
        run(u"insert into marked.t values (1); select * from marked.t;"_s);
        QTRY_COMPARE(m_servers.sql(u"select count(*) from marked.t"_s), u"1"_s);
        m_program->ask(u"panel database.query wrong"_s);
        run(u"select 1;"_s);
        QVERIFY(m_program->see(
            [&](const QJsonObject&) { return shown(query, u"wrong"_s)[u"state"_s].toInt() == 3; }));
        m_program->ask(u"panel database.query db"_s);
        run(u"select * from silver.customers limit 100;"_s);
        QVERIFY(seeWords(query, u"db"_s, u"SELECT 100,"_s));
        const QString exported = m_folder.filePath(u"tmp/out.csv"_s);
        QCOMPARE(m_program->ask(u"export "_s + exported)[u"done"_s].toBool(), true);
        QTRY_VERIFY(contentOf(exported).count('\n') >= 100);

        m_redis->cli({u"RPUSH"_s, u"list"_s, u"first"_s});
        m_program->ask(u"panel queue.keys wrong-cache"_s);
        QVERIFY(m_program->see([&](const QJsonObject&) {
            return shown(u"queue.keys"_s, u"wrong-cache"_s)[u"state"_s].toInt() == 3;
        }));
        m_program->ask(u"panel queue.keys acl list"_s);
        QVERIFY(QTest::qWaitFor(
            [&] { // the key's type has to be known first
                m_program->ask(u"action Add an element…"_s);
                return m_program->ask(u"enter second"_s)[u"done"_s].toBool();
            },
            30'000));
        QTRY_COMPARE(m_redis->cli({u"LLEN"_s, u"list"_s}), QByteArray("2"));

        lookAtTheProcesses(1);
        // Two seconds later the session, drafts and logs are on the disk, then it crashes.
        QTRY_VERIFY(!contentOf(m_program->stateFolder() + u"/session.json"_s).isEmpty());
        QTRY_VERIFY(contentOf(m_program->stateFolder() + u"/audit.jsonl"_s).contains("RPUSH"));
        QFile limits(u"/proc/%1/limits"_s.arg(m_program->pid()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        QVERIFY(limits.readAll().contains("Max core file size        0 "));
        m_program->ask(u"abort"_s, 3000);
        QCOMPARE(m_program->finish(), -1);
        QCOMPARE(filesWithMark(), QStringList());
        QVERIFY(!holdsMark(m_program->output().toUtf8()));
    }

    void theCommands()
    {
        const QString program = QString::fromLatin1(PILOTHOUSE_PROGRAM);
        start(program, {u"--doctor"_s, u"--json"_s, u"--profile"_s, m_profile});
        lookAtTheProcesses(0);
        QCOMPARE(m_program->finish(), 1); // two logins are wrong
        QVERIFY(m_program->output().contains(u"wrong-cache"_s));
        start(program, {u"--tour"_s, m_folder.filePath(u"tour"_s), u"--profile"_s, m_profile});
        QTRY_VERIFY(!childrenOf(m_program->pid()).isEmpty()); // ssh
        lookAtTheProcesses(1);
        QCOMPARE(m_program->finish(240'000), 0);
        QVERIFY(QFile::exists(m_folder.filePath(u"tour/tour.json"_s)));
        QCOMPARE(filesWithMark(), QStringList());
        QVERIFY(!holdsMark(m_program->output().toUtf8()));
    }

    void cleanupTestCase()
    {
        m_program.reset();
        m_servers.sql(u"drop schema if exists marked cascade"_s);
        m_servers.sql(u"drop owned by marked; drop role if exists marked"_s, u"postgres"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, SecrecyTest)
#include "tst_secrecy.moc"
