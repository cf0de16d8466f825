// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of both versions as lines, from whole replies and from pieces of any size.
#include "tests/support/testmain.h"
#include "workflow/airflow/airtime.h"
#include "workflow/airflow/logdecode.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

namespace
{

QByteArray sample(const QString& name)
{
    QFile file(QString::fromUtf8(PH_AIRFLOW_DATA) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArrayList textsOf(const LogLines& lines)
{
    QByteArrayList out;
    for (qsizetype i = 0; i < lines.size(); ++i)
        out += lines.at(i).toByteArray();
    return out;
}

} // namespace

class AirflowLogsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void events()
    {
        LogBuilder builder;
        LogEvents events;
        for (const QByteArray& line :
            sample(u"airflow3/logs_ndjson.ndjson"_s).trimmed().split('\n'))
            QVERIFY(events.add(line, builder));
        const LogLines lines = builder.take(10, true);
        const QByteArrayList texts = textsOf(lines);
        QCOMPARE(texts[0], QByteArray("::group::Log message source details"));
        const qsizetype at = texts.indexOf("row 1");
        QVERIFY(at > 0);
        const LogLines::Row& row = lines.rows[size_t(at)];
        QCOMPARE(row.level, LogLevel::Info);
        QCOMPARE(lines.sources[row.source], QByteArray("demo_etl.py:29"));
        QCOMPARE(row.time, microsOf("2026-11-21T10:08:06.399335Z"));
        QVERIFY(!row.continued && lines.live && lines.bytesRead == 10);
        QVERIFY(builder.isEmpty());
    }

    // In pieces of every size the same lines come out, and the rest holds the token.
    void chunks()
    {
        const QByteArray reply = sample(u"airflow3/bad_log.json"_s);
        QByteArrayList whole;
        for (const qsizetype step : {qsizetype(1), qsizetype(7), qsizetype(1000), reply.size()}) {
            LogBuilder builder;
            LogEvents events;
            int elements = 0;
            ContentSplitter splitter([&](QByteArrayView json) {
                ++elements;
                return events.add(json, builder);
            });
            for (qsizetype from = 0; from < reply.size(); from += step)
                QVERIFY(splitter.feed(
                    QByteArrayView(reply).sliced(from, std::min(step, reply.size() - from))));
            const auto rest = QJsonDocument::fromJson(splitter.rest()).object();
            QVERIFY(rest.contains("continuation_token"_L1));
            QVERIFY(rest.value("content"_L1).toArray().isEmpty());
            const LogLines lines = builder.take(0, false);
            const QByteArrayList texts = textsOf(lines);
            if (whole.isEmpty())
                whole = texts;
            QCOMPARE(texts, whole);
            QVERIFY(elements > 5 && elements < texts.size());
            const qsizetype failed = texts.indexOf("Task failed with exception");
            QVERIFY(failed > 0);
            QCOMPARE(texts[failed + 1], QByteArray("Traceback (most recent call last):"));
            QVERIFY(lines.rows[size_t(failed + 1)].continued);
            QCOMPARE(lines.rows[size_t(failed + 1)].level, LogLevel::Error);
            QVERIFY(texts.contains("ValueError: asked to fail"));
            QVERIFY(texts.contains("  File \"airflow-home/dags/demo_etl.py\", line 47, in load"));
        }
    }

    // Quotes, backslashes and brackets within strings, cut anywhere.
    void pieces()
    {
        const QByteArray reply
            = "{\"a\": \"content\", \"content\" : [ \"x, ]\", "
              "{\"event\": \"say \\\"hi\\\" \\\\\", \"n\": [1, {\"m\": \"}\"}]} ,"
              " 7,\"\\\\\"], \"continuation_token\": \"t\\\"]\"}";
        const QByteArrayList expected = {"\"x, ]\"",
            "{\"event\": \"say \\\"hi\\\" \\\\\", \"n\": [1, {\"m\": \"}\"}]}", "7", "\"\\\\\""};
        for (qsizetype step = 1; step <= reply.size(); ++step) {
            QByteArrayList found;
            ContentSplitter splitter([&](QByteArrayView json) {
                found.append(json.toByteArray());
                return true;
            });
            for (qsizetype from = 0; from < reply.size(); from += step)
                QVERIFY(splitter.feed(
                    QByteArrayView(reply).sliced(from, std::min(step, reply.size() - from))));
            QCOMPARE(found, expected);
            const auto rest = QJsonDocument::fromJson(splitter.rest()).object();
            QCOMPARE(rest.value("continuation_token"_L1).toString(), u"t\"]"_s);
            QVERIFY(rest.value("content"_L1).toArray().isEmpty());
        }
    }

    void oddEvents()
    {
        LogBuilder builder;
        LogEvents events;
        QVERIFY(
            events.add(R"("[2026-11-21T10:17:05.303+0000] {a.py:1} ERROR - as text")", builder));
        QVERIFY(events.add(R"({"event": "two\nlines\n", "level": "warning", "rows": 5})", builder));
        QVERIFY(!events.add("{\"event\": \"cut", builder)); // kept as it is
        QVERIFY(!events.add("garbage", builder));
        QVERIFY(events.add(R"({"event": {"a": 1}, "timestamp": null})", builder));
        const LogLines lines = builder.take(0, false);
        QCOMPARE(textsOf(lines),
            (QByteArrayList{"as text", "two", "lines", " rows=5", "{\"event\": \"cut", "garbage",
                "{\"a\": 1}"}));
        QCOMPARE(lines.rows[0].level, LogLevel::Error);
        QCOMPARE(lines.sources[lines.rows[0].source], QByteArray("a.py:1"));
        QVERIFY(lines.rows[2].continued);
    }

    void longLine()
    {
        LogBuilder builder;
        const QByteArray huge = "x" + QByteArray("\xc3\xa9").repeated(600'000);
        builder.add(huge, 0, LogLevel::None, {});
        QVERIFY(builder.isFull());
        const LogLines lines = builder.take(0, false);
        QVERIFY(lines.rows[0].cut);
        QVERIFY(lines.at(0).size() <= LogBuilder::kLongestLine);
        QVERIFY(!QString::fromUtf8(lines.at(0)).contains(QChar::ReplacementCharacter));
    }

    void text()
    {
        LogBuilder builder;
        const QByteArrayList source = sample(u"airflow2/logs_text.txt"_s).split('\n');
        for (const QByteArray& line : source.mid(1))
            addLogText(line, builder);
        addLogText(
            "[2026-11-21T10:17:06.000+0000] {taskinstance.py:3313} ERROR - Task failed", builder);
        addLogText("Traceback (most recent call last):", builder);
        const LogLines lines = builder.take(0, false);
        const QByteArrayList texts = textsOf(lines);
        const qsizetype at = texts.indexOf("Starting attempt 1 of 1");
        QVERIFY(at > 0);
        QCOMPARE(lines.rows[size_t(at)].level, LogLevel::Info);
        QCOMPARE(lines.sources[lines.rows[size_t(at)].source], QByteArray("taskinstance.py:2885"));
        QCOMPARE(lines.rows[size_t(at)].time, microsOf("2026-11-21T10:17:05.368+0000"));
        QVERIFY(lines.rows.back().continued);
        QCOMPARE(lines.rows.back().level, LogLevel::Error);
    }

    void pythonList()
    {
        const QByteArray content = QJsonDocument::fromJson(sample(u"airflow2/logs_json.json"_s))
                                       .object()
                                       .value("content"_L1)
                                       .toString()
                                       .toUtf8();
        const QByteArray text = textOfPythonList(content);
        QVERIFY(text.startsWith(" INFO - ::group::Log message source details\n*** Found"));
        QVERIFY(!text.contains("\\n"));
        QCOMPARE(textOfPythonList("[('vm', '')]"), QByteArray());
        QCOMPARE(textOfPythonList("[('a', \"it's\"), ('b', 'x\\ty\\x41\\u00e9\\'')]"),
            QByteArray("it's\nx\tyA\xc3\xa9'"));
        QCOMPARE(textOfPythonList("[('a', 'cut"), QByteArray("cut"));
        QCOMPARE(textOfPythonList("plain text"), QByteArray("plain text"));
        QCOMPARE(textOfPythonList("[1, 2]"), QByteArray("[1, 2]"));
        QCOMPARE(textOfPythonList(""), QByteArray());

        const TokenInfo token = tokenInfoOf(
            "eyJlbmRfb2ZfbG9nIjp0cnVlLCJsb2dfcG9zIjoyNjQ3fQ.AYV8P2SLf_8pAwJKZfMdhB4qov4");
        QVERIFY(token.readable && token.end);
        QVERIFY(!tokenInfoOf("eyJkb3dubG9hZF9sb2dzIjpmYWxzZX0.x").readable);
        QVERIFY(!tokenInfoOf("").readable);
    }

    void mutations()
    {
        QRandomGenerator chance(11);
        const QByteArray json = sample(u"airflow3/bad_log.json"_s);
        const QByteArray python = sample(u"airflow2/logs_json.json"_s);
        for (int i = 0; i < 500; ++i) {
            QByteArray bytes = i % 2 ? json : python;
            for (int k = chance.bounded(1, 5); k > 0; --k)
                bytes[chance.bounded(int(bytes.size()))] = char(chance.bounded(256));
            bytes.truncate(chance.bounded(int(bytes.size())) + 1);
            LogBuilder builder;
            LogEvents events;
            ContentSplitter splitter([&](QByteArrayView element) {
                events.add(element, builder);
                return true;
            });
            splitter.feed(bytes);
            (void)textOfPythonList(bytes);
            addLogText(bytes, builder);
            const LogLines lines = builder.take(0, false);
            for (qsizetype r = 0; r < lines.size(); ++r)
                QVERIFY(lines.at(r).size() <= LogBuilder::kLongestLine);
        }
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowLogsTest)
#include "tst_airflowlogs.moc"
