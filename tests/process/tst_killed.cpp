// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed at random moments while somebody types, edits and runs statements, and
// started again on what it left: nothing older than two seconds is lost, nothing is run again.
#include "core/history/history.h"
#include "tests/process/program.h"
#include "tests/process/shopservers.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSettings>
#include <QTemporaryDir>

#include <random>

using namespace pilothouse;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr double kPromise = 2.0; // s
const QByteArray kNoteKey = "killed:note";

struct State {
    qint64 ns = 0;
    QString text;
};

QJsonObject objectOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

} // namespace

class KilledTest final : public QObject
{
    Q_OBJECT

private:
    ShopServers m_servers;
    QTemporaryDir m_folder{u"/var/tmp/ph-killed-XXXXXX"_s};
    std::unique_ptr<Program> m_program;
    std::mt19937 m_random;
    QStringList m_tokens; // every statement the writer sent
    QStringList m_pushes;
    double m_worstAge = 0;
    double m_worstStall = 0;
    int m_restored = 0;
    int m_judged = 0;

    QString draftFile(const QString& key) const
    {
        const auto hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1).toHex();
        return m_program->stateFolder() + u"/drafts/"_s + QString::fromLatin1(hash) + u".json"_s;
    }
    QString draftText(const QString& id) const
    {
        return objectOf(draftFile(u"database.query/shop-db/"_s + id))[u"content"_s]
            .toObject()[u"text"_s]
            .toString();
    }
    QString noteDraft() const
    {
        const QString key
            = u"queue/shop-cache/%1/value"_s.arg(QString::fromLatin1(kNoteKey.toHex()));
        // Never valid JSON while the writer is at it.
        return objectOf(draftFile(key))[u"content"_s].toObject()[u"typed"_s].toString();
    }

    // What stands on the disk must have been the truth at some moment of the last two seconds.
    void judge(
        const std::vector<State>& states, const QString& onDisk, qint64 killed, const QString& what)
    {
        if (states.empty())
            return;
        ++m_judged;
        double age = double(killed - states.front().ns) / 1e9; // nothing of it there
        for (size_t i = 0; i < states.size(); ++i)
            if (states[i].text == onDisk)
                age = i + 1 < states.size() ? double(killed - states[i + 1].ns) / 1e9 : 0;
        m_worstAge = std::max(m_worstAge, age);
        QVERIFY2(age <= kPromise,
            qPrintable(u"%1: %2 s are lost; on the disk: %3; last: %4"_s.arg(what).arg(age).arg(
                onDisk, states.back().text)));
    }

    QString atTheServers() const
    {
        return m_servers.sql(u"select count(*), coalesce(sum(calls), 0) from killed.mark, "
                             "(select sum(calls) as calls from pg_stat_statements where query like "
                             "'%killed.' || 'mark select%' or query like '%killed.' || 'mark val%' "
                             "or query like '%nextval($1)%') s"_s)
            + u' ' + m_servers.sql(u"select last_value, is_called from killed.reads"_s) + u' '
            + commandCalls();
    }
    // Commands that write, by the server's own count.
    QString commandCalls() const
    {
        QStringList out;
        const QStringList lines = m_servers.redis({u"INFO"_s, u"commandstats"_s}).split(u'\n');
        for (const QString& line : lines)
            for (const QString& name : {u"rpush"_s, u"set"_s, u"eval"_s, u"evalsha"_s})
                if (line.startsWith(u"cmdstat_%1:"_s.arg(name)))
                    out.append(line.section(u',', 0, 0));
        out.append(m_servers.redis({u"LLEN"_s, u"killed:list"_s}));
        return out.join(u' ');
    }

    void startAgain()
    {
        QVERIFY(m_program->start({u"--profile"_s, m_servers.sandbox().profile()}));
        QVERIFY2(m_program->await(u"ready"_s), qPrintable(m_program->output().right(2000)));
    }

    // Restores, compares what is shown with what is on the disk.
    void lookAtTheWindow()
    {
        QVERIFY(m_program->see([](const QJsonObject& seen) {
            const auto health = seen[u"health"_s].toObject();
            return std::all_of(health.begin(), health.end(),
                [](const QJsonValue& state) { return state.toInt() == 1 || state.toInt() == 2; });
        }));
        const QJsonArray panels = m_program->seen()[u"panels"_s].toArray();
        for (const QJsonValue& value : panels) {
            const QJsonObject panel = value.toObject();
            if (panel[u"kind"_s].toString() != u"database.query"_s)
                continue;
            const QString id = panel[u"saved"_s].toObject()[u"draft"_s].toString();
            QCOMPARE(panel[u"text"_s].toString(), draftText(id));
            m_restored += draftText(id).isEmpty() ? 0 : 1;
        }
    }

    void lookAtTheFiles(qint64 killed)
    {
        // Whole files, in their own form.
        const QDir drafts(m_program->stateFolder() + u"/drafts"_s);
        for (const QString& name : drafts.entryList({u"*.json"_s}, QDir::Files))
            QVERIFY2(!objectOf(drafts.filePath(name)).isEmpty(), qPrintable(name));
        const QJsonObject session = objectOf(m_program->stateFolder() + u"/session.json"_s);
        const QString sessionText = QString::fromUtf8(QJsonDocument(session).toJson());
        QSettings settings(m_program->configFolder() + u"/settings.ini"_s, QSettings::IniFormat);
        QCOMPARE(settings.status(), QSettings::NoError);

        QMap<QString, std::vector<State>> texts;
        std::vector<State> edits;
        std::vector<State> values;
        QStringList old; // tokens the history must know
        for (const QJsonObject& event : m_program->events()) {
            const QString name = event[u"event"_s].toString();
            const qint64 ns = event[u"ns"_s].toString().toLongLong();
            const bool isOld = double(killed - ns) / 1e9 > kPromise;
            if (name == u"text"_s)
                texts[event[u"id"_s].toString()].push_back({ns, event[u"text"_s].toString()});
            else if (name == u"edit"_s)
                edits.push_back({ns, event[u"text"_s].toString()});
            else if (name == u"set"_s)
                values.push_back({ns, event[u"value"_s].toString()});
            else if (name == u"run"_s) {
                m_tokens.append(event[u"token"_s].toString());
                if (isOld)
                    old.append(event[u"token"_s].toString());
            } else if (name == u"push"_s) {
                m_pushes.append(event[u"token"_s].toString());
            } else if (name == u"opened"_s && isOld) {
                QVERIFY2(sessionText.contains(event[u"id"_s].toString()), qPrintable(sessionText));
            }
        }
        for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
            judge(it.value(), draftText(it.key()), killed, it.key());
            if (QTest::currentTestFailed())
                return;
        }
        judge(edits, noteDraft(), killed, u"edit of a string"_s);
        judge(values, settings.value(u"killed/last"_s).toString(), killed, u"setting"_s);
        lookAtTheRecords(old);
    }

    void lookAtTheRecords(const QStringList& old)
    {
        const QString file = m_program->stateFolder() + u"/history.sqlite"_s;
        Runtime runtime;
        History history(runtime, file);
        for (const QString& token : old) {
            const auto found = await(history.find(u"shop-db"_s, u"'%1'"_s.arg(token), 10));
            QVERIFY2(found.has_value(), qPrintable(found ? QString() : found.error().detail));
            const auto open = await(history.find(u"shop-db"_s, u"'open-%1'"_s.arg(token), 10));
            QVERIFY2(found->size() + open->size() == 1, qPrintable(token));
        }
        const QDir state(m_program->stateFolder());
        QVERIFY(state.entryList({u"*.damaged-*"_s}).isEmpty());

        QFile audit(state.filePath(u"audit.jsonl"_s));
        if (!audit.exists())
            return; // nothing has been changed yet
        QVERIFY(audit.open(QIODevice::ReadOnly));
        QStringList begun;
        while (!audit.atEnd()) {
            const QByteArray line = audit.readLine();
            const QJsonObject entry = QJsonDocument::fromJson(line).object();
            QCOMPARE(entry[u"schema"_s].toInt(), 1);
            if (entry[u"phase"_s].toString() == u"before"_s)
                begun.append(entry[u"id"_s].toString());
            else
                QVERIFY2(begun.contains(entry[u"id"_s].toString()), line.constData());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.sandbox().isReady(), qPrintable(m_servers.sandbox().problem()));
        m_program = std::make_unique<Program>(m_folder.path());
        const QString made
            = m_servers.sql(u"drop schema if exists killed cascade; create schema killed; "
                            "create table killed.mark(token text); create sequence killed.reads"_s);
        QVERIFY2(!made.startsWith(u"ERROR"_s), qPrintable(made));
        m_servers.redis({u"DEL"_s, u"killed:note"_s, u"killed:list"_s});
        m_servers.redis({u"SET"_s, u"killed:note"_s, u"{\"note\":1}"_s});
        m_servers.redis({u"RPUSH"_s, u"killed:list"_s, u"first"_s});
        const quint32 seed = qEnvironmentVariableIsSet("PILOTHOUSE_TEST_SEED")
            ? qEnvironmentVariableIntValue("PILOTHOUSE_TEST_SEED")
            : std::random_device()();
        qInfo("PILOTHOUSE_TEST_SEED=%u", seed);
        m_random.seed(seed);
    }

    void nothingIsLostAndNothingRunsAgain()
    {
        const int kills = std::max(1, qEnvironmentVariableIntValue("PILOTHOUSE_TEST_KILLS"));
        std::uniform_int_distribution<int> typing(50, 5000); // ms
        std::uniform_int_distribution<int> starting(0, 1200);
        QByteArray profile;
        {
            QFile file(m_servers.sandbox().profile());
            QVERIFY(file.open(QIODevice::ReadOnly));
            profile = file.readAll();
        }
        for (int i = 0; i < kills; ++i) {
            m_program->forget();
            startAgain();
            if (QTest::currentTestFailed())
                return;
            lookAtTheWindow();
            if (QTest::currentTestFailed())
                return;
            if (i > 0)
                QCOMPARE(atTheServers(), m_left); // the start sent nothing of the former run
            m_program->forget();
            m_program->ask(u"write %1"_s.arg(i + 1));
            // It types on while this waits for what does not come.
            m_program->await(u"never"_s, typing(m_random));
            QVERIFY2(m_program->isRunning(), qPrintable(m_program->output().right(2000)));
            const qint64 killed = Program::now();
            m_program->kill();
            lookAtTheFiles(killed);
            if (QTest::currentTestFailed())
                return;
            // Every fifth is killed once more while it starts and restores.
            if (i % 5 == 4) {
                m_program->forget();
                QVERIFY(m_program->start({u"--profile"_s, m_servers.sandbox().profile()}));
                m_program->await(u"never"_s, starting(m_random));
                m_program->kill();
                lookAtTheFiles(Program::now());
                if (QTest::currentTestFailed())
                    return;
            }
            // What was under way ends at the server; a dead client's transaction is rolled back.
            QTRY_COMPARE_WITH_TIMEOUT(m_servers.sessions(), 0, 20'000);
            m_left = atTheServers();
            QVERIFY2(!m_left.contains(u"ERROR"_s), qPrintable(m_left));
        }
        startAgain();
        lookAtTheWindow();
        QCOMPARE(atTheServers(), m_left);
        m_worstStall = m_program->seen()[u"stallMs"_s].toDouble();
        m_program->ask(u"quit"_s);
        QCOMPARE(m_program->finish(), 0);

        // At most once each, none of an open transaction, none that nobody sent.
        QCOMPARE(m_servers.sql(u"select token from killed.mark group by 1 having count(*) > 1"_s),
            QString());
        const QStringList marks
            = m_servers.sql(u"select token from killed.mark"_s).split(u'\n', Qt::SkipEmptyParts);
        for (const QString& mark : marks)
            QVERIFY2(m_tokens.contains(mark), qPrintable(mark));
        QStringList pushed = m_servers.redis({u"LRANGE"_s, u"killed:list"_s, u"1"_s, u"-1"_s})
                                 .split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(pushed.removeDuplicates(), 0);
        for (const QString& mark : std::as_const(pushed))
            QVERIFY2(m_pushes.contains(mark), qPrintable(mark));
        QCOMPARE(m_servers.redis({u"GET"_s, u"killed:note"_s}), u"{\"note\":1}"_s); // never saved
        QFile file(m_servers.sandbox().profile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), profile);
        // The journal was about something.
        QVERIFY(!marks.isEmpty() && m_judged > kills && m_restored > kills / 2);
        qInfo(
            "%d kills, %d texts judged, %d restored; oldest loss %.2f s; %lld marks, %lld pushes; "
            "longest stall of the last start %.0f ms",
            kills, m_judged, m_restored, m_worstAge, qint64(marks.size()), qint64(pushed.size()),
            m_worstStall);
    }

    void cleanupTestCase()
    {
        m_program.reset();
        m_servers.sql(u"drop schema if exists killed cascade"_s);
        m_servers.redis({u"DEL"_s, u"killed:note"_s, u"killed:list"_s});
    }

private:
    QString m_left;
};

PH_TEST_MAIN(QCoreApplication, KilledTest)
#include "tst_killed.moc"
