// SPDX-License-Identifier: GPL-3.0-or-later
// What a tour says it has drawn against what the servers hold: a database of one table, a queue of
// a few keys and a chain of waiting sessions, small enough to stand on one picture whole.
#include "tests/process/program.h"
#include "tests/process/shopservers.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kDatabase = u"tour_rows"_s;
const QString kKeys = u"9"_s; // number of the Redis database
// Sessions that wait or make others wait.
const QString kInChain = u"select count(distinct pid) from (select pid from pg_stat_activity"
                         " where cardinality(pg_blocking_pids(pid)) > 0 union all"
                         " select unnest(pg_blocking_pids(pid)) from pg_stat_activity) as chain"_s;

} // namespace

class TourRowsTest final : public QObject
{
    Q_OBJECT

private:
    ShopServers m_servers;
    QTemporaryDir m_folder{u"/var/tmp/ph-tourrows-XXXXXX"_s};
    std::unique_ptr<Program> m_program;
    QJsonArray m_panels;

    QString sql(const QString& text) { return m_servers.sandbox().psql(text, kDatabase); }
    QString redis(QStringList command)
    {
        return m_servers.redis(QStringList{u"-n"_s, kKeys} + command);
    }
    QJsonObject panel(const QString& name) const
    {
        for (const QJsonValue& value : m_panels)
            if (value[u"panel"_s].toString() == name)
                return value.toObject();
        return {};
    }
    // A session that runs `text` until it is killed.
    std::unique_ptr<QProcess> session(const QString& text)
    {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PGPASSWORD"_s, m_servers.sandbox().password(u"shop-db"_s));
        process->setProcessEnvironment(environment);
        process->start(u"psql"_s,
            {u"-Xq"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
                QString::number(m_servers.sandbox().port(u"postgres"_s)), u"-U"_s, u"pilot"_s,
                u"-d"_s, kDatabase, u"-c"_s, text});
        return process;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.sandbox().isReady(), qPrintable(m_servers.sandbox().problem()));
        const QStringList statements{u"drop database if exists %1 with (force)"_s.arg(kDatabase),
            u"create database %1 owner pilot"_s.arg(kDatabase)};
        for (const QString& text : statements) {
            const QString made = m_servers.sandbox().psql(text, u"postgres"_s);
            QVERIFY2(!made.startsWith(u"ERROR"_s), qPrintable(made));
        }
        const QString filled = sql(u"create table seven(id int primary key, word text); "
                                   "insert into seven select n, 'row ' || n from "
                                   "generate_series(1, 7) n; alter table seven owner to pilot"_s);
        QVERIFY2(!filled.startsWith(u"ERROR"_s), qPrintable(filled));
        redis({u"FLUSHDB"_s});
        for (const QString& name : {u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s})
            redis({u"SET"_s, name, u"1"_s});
        redis({u"HSET"_s, u"epsilon"_s, u"a"_s, u"1"_s, u"b"_s, u"2"_s, u"c"_s, u"3"_s});

        QFile file(m_folder.filePath(u"tour.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(u"version: 1\nname: tour\nenvironment: staging\nservices:\n"
                   "  - {id: db, module: database, tool: postgresql, address: '127.0.0.1:%1', "
                   "user: pilot, secret: 'env:PH_DB', options: {database: %2}}\n"
                   "  - {id: keys, module: queue, tool: redis, address: '127.0.0.1:%3', "
                   "secret: 'env:PH_KEYS', options: {database: %4}}\n"_s
                       .arg(m_servers.sandbox().port(u"postgres"_s))
                       .arg(kDatabase)
                       .arg(m_servers.sandbox().port(u"redis"_s))
                       .arg(kKeys)
                       .toUtf8());
        file.close();
        m_program = std::make_unique<Program>(m_folder.path());
        m_program->setProgram(QString::fromLatin1(PILOTHOUSE_PROGRAM));
        m_program->setVariable(u"PH_DB"_s, m_servers.sandbox().password(u"shop-db"_s));
        m_program->setVariable(u"PH_KEYS"_s, m_servers.sandbox().password(u"shop-cache"_s));
    }

    void aTourOfKnownThings()
    {
        const auto holder = session(u"begin; lock table seven in exclusive mode; "
                                    "select pg_sleep(600)"_s);
        QTRY_COMPARE(sql(u"select count(*) from pg_locks where granted and mode = 'ExclusiveLock' "
                         "and relation = 'seven'::regclass"_s),
            u"1"_s);
        const auto first = session(u"update seven set word = 'x' where id = 1"_s);
        const auto second = session(u"update seven set word = 'y' where id = 2"_s);
        QTRY_COMPARE(sql(kInChain), u"3"_s);

        const QString out = m_folder.filePath(u"out"_s);
        QVERIFY(m_program->start({u"--profile"_s, m_folder.filePath(u"tour.yaml"_s), u"--tour"_s,
            out, u"--size"_s, u"1440x1400"_s}));
        const int code = m_program->finish();
        QVERIFY2(code == 0, qPrintable(m_program->output().right(2000)));
        const QString chain = sql(kInChain);
        for (QProcess* process : {first.get(), second.get(), holder.get()}) {
            process->kill();
            process->waitForFinished();
        }
        QCOMPARE(chain, u"3"_s);

        QFile json(out + u"/tour.json"_s);
        QVERIFY(json.open(QIODevice::ReadOnly));
        m_panels = QJsonDocument::fromJson(json.readAll()).object()[u"panels"_s].toArray();
        for (const QJsonValue& value : std::as_const(m_panels))
            if (!value[u"service"_s].toString().isEmpty())
                QVERIFY2(value[u"settled"_s].toBool(), qPrintable(value[u"panel"_s].toString()));
    }

    void rowsOfTheDatabase()
    {
        const int rows = sql(u"select count(*) from seven"_s).toInt();
        QCOMPARE(panel(u"database.query"_s)[u"rows"_s].toInt(), rows);
        QCOMPARE(panel(u"database.object"_s)[u"rows"_s].toInt(), rows);
        QCOMPARE(panel(u"database.locks"_s)[u"rows"_s].toInt(), 3);
    }

    // The keys of the tree, and the fields of the only hash beside it.
    void rowsOfTheQueue()
    {
        const int keys = redis({u"DBSIZE"_s}).toInt();
        const int fields = redis({u"HLEN"_s, u"epsilon"_s}).toInt();
        QVERIFY(keys == 5 && fields == 3);
        QCOMPARE(panel(u"queue.keys"_s)[u"rows"_s].toInt(), keys + fields);
    }

    void cleanupTestCase()
    {
        redis({u"FLUSHDB"_s});
        m_servers.sandbox().psql(
            u"drop database if exists "_s + kDatabase + u" with (force)"_s, u"postgres"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, TourRowsTest)
#include "tst_tourrows.moc"
