// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs compared, two texts compared, and what a parameter of the trigger form accepts.
#include "tests/support/testmain.h"
#include "workflow/panel/paramfield.h"
#include "workflow/panel/rundiff.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

using namespace pilothouse;
using namespace pilothouse::workflow;
using namespace Qt::StringLiterals;

class RunDiffTest final : public QObject
{
    Q_OBJECT

    static TaskInstance task(const QString& name, const QString& state, int from, int to)
    {
        const QDateTime begin({2026, 3, 17}, {12, 0}, Qt::UTC);
        TaskInstance one;
        one.ref = {u"d"_s, u"r"_s, name, -1};
        one.state = state;
        one.tryNumber = 1;
        one.start = begin.addSecs(from);
        if (to >= 0)
            one.end = begin.addSecs(to);
        return one;
    }
    static const DiffRow& rowOf(const RunDiff& diff, const QString& name)
    {
        static const DiffRow kNone;
        for (const DiffRow& row : diff.rows)
            if (row.task == name)
                return row;
        return kNone;
    }
    // What remains when the changes are applied to A must be B.
    static QStringList applied(const std::vector<CodeLine>& lines)
    {
        QStringList out;
        for (const CodeLine& line : lines)
            if (line.kind == CodeLine::Kind::Same || line.kind == CodeLine::Kind::Added)
                out.append(line.text);
        return out;
    }

private Q_SLOTS:
    void statesAndDurations()
    {
        RunSide a;
        RunSide b;
        a.instances
            = {task(u"extract"_s, u"success"_s, 0, 11), task(u"load"_s, u"success"_s, 20, 176)};
        b.instances
            = {task(u"extract"_s, u"success"_s, 0, 12), task(u"load"_s, u"failed"_s, 900, 1560)};
        b.instances[1].tryNumber = 2;
        b.tries[u"load"_s] = {task(u"load"_s, u"failed"_s, 20, 680), b.instances[1]};
        const QDateTime now({2026, 3, 17}, {13, 0}, Qt::UTC);
        const RunDiff diff = compareRuns(a, b, {u"extract"_s, u"load"_s}, {}, now);
        QCOMPARE(diff.rows.size(), size_t(2));
        QVERIFY(!rowOf(diff, u"extract"_s).changed);
        const DiffRow& load = rowOf(diff, u"load"_s);
        QVERIFY(load.changed && load.beyond);
        QCOMPARE(load.triesB.size(), size_t(2));
        QCOMPARE(load.secondsB, 1320.0);
        QCOMPARE(diff.changed(), 1);
        QCOMPARE(diff.workA, 167.0);
        QCOMPARE(diff.longest, 1320.0);
    }

    void onlyOneSideHasIt()
    {
        RunSide a;
        RunSide b;
        a.instances = {task(u"old"_s, u"success"_s, 0, 5)};
        b.instances = {task(u"new"_s, u"running"_s, 0, -1)};
        const QDateTime now({2026, 3, 17}, {12, 1}, Qt::UTC);
        const RunDiff diff = compareRuns(a, b, {}, {}, now);
        QCOMPARE(diff.rows.size(), size_t(2));
        QVERIFY(rowOf(diff, u"old"_s).b.isEmpty());
        QCOMPARE(rowOf(diff, u"new"_s).secondsB, 60.0);
        QVERIFY(rowOf(diff, u"new"_s).changed);
        QVERIFY(!rowOf(diff, u"new"_s).beyond);
    }

    void fieldsAndDates()
    {
        RunSide a;
        RunSide b;
        a.run.conf = {{u"days"_s, 1}, {u"nested"_s, QJsonObject{{u"x"_s, 1}}}};
        b.run.conf = {{u"days"_s, 30}, {u"nested"_s, QJsonObject{{u"x"_s, 1}}}};
        a.instances = {task(u"load"_s, u"success"_s, 0, 5)};
        b.instances = {task(u"load"_s, u"success"_s, 0, 5)};
        a.instances[0].pool = u"default_pool"_s;
        b.instances[0].pool = u"warehouse_write"_s;
        a.instances[0].rendered
            = {{u"sql"_s, u"select * from t where d = '2026-03-16'"_s}, {u"n"_s, u"15"_s}};
        b.instances[0].rendered
            = {{u"sql"_s, u"select * from t where d = '2026-03-17'"_s}, {u"n"_s, u"30"_s}};
        const RunDiff diff = compareRuns(a, b, {}, {}, QDateTime::currentDateTimeUtc());
        QStringList names;
        for (const DiffField& field : diff.fields)
            names.append(field.field);
        QCOMPARE(names, QStringList({u"conf.days"_s, u"pool"_s, u"rendered n"_s}));
        QCOMPARE(diff.byDate, 1);
        QVERIFY(diff.equalFields >= 1);
        const QString text = DiffText::markdown(diff, u"d"_s, u"12:05"_s, u"13:05"_s, {});
        QVERIFY(text.contains(u"| load | pool | `default_pool` | `warehouse_write` |"_s));
    }

    void datesOnly_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const QString& a, const QString& b, bool same) {
            QTest::addRow("%s", qPrintable(a)) << a << b << same;
        };
        row(u"2026-03-17"_s, u"2026-03-18"_s, true);
        row(u"s3://x/dt=20260317/h=12:00"_s, u"s3://x/dt=20260318/h=13:00"_s, true);
        row(u"2026-03-17T12:05:00+00:00"_s, u"2026-03-17T13:05:00+00:00"_s, true);
        row(u"20260317T120500"_s, u"20260317T130500"_s, true);
        row(u"1773727498"_s, u"1773731098"_s, true);
        row(u"15"_s, u"30"_s, false);
        row(u"a 2026-03-17"_s, u"b 2026-03-17"_s, false);
        row(u"same"_s, u"same"_s, false);
        row(u"2026-03-17"_s, QString(), false);
    }
    void datesOnly()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(differsByDateOnly(a, b), same);
    }

    void code()
    {
        QVERIFY(compareCode(u"a\nb"_s, u"a\nb"_s, 3).empty());
        const auto lines = compareCode(u"a\nb\nc\nd\ne\nf\ng"_s, u"a\nb\nc\nX\ne\nf\ng"_s, 1);
        QCOMPARE(lines.size(), size_t(4));
        QCOMPARE(lines[0].text, u"c"_s);
        QCOMPARE(lines[1].kind, CodeLine::Kind::Removed);
        QCOMPARE(lines[1].a, 4);
        QCOMPARE(lines[2].kind, CodeLine::Kind::Added);
        QCOMPARE(lines[2].b, 4);
        QCOMPARE(lines[3].text, u"e"_s);
    }

    void codeAppliesToB()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QStringList a;
            QStringList b;
            for (int i = 0; i < int(random.bounded(30)); ++i)
                a.append(QString::number(random.bounded(6)));
            for (const QString& line : a)
                if (random.bounded(4) > 0)
                    b.append(random.bounded(5) == 0 ? u"new"_s : line);
            for (int i = 0; i < int(random.bounded(4)); ++i)
                b.insert(random.bounded(int(b.size()) + 1), u"in"_s);
            if (a.join(u'\n') == b.join(u'\n'))
                continue;
            const auto lines = compareCode(a.join(u'\n'), b.join(u'\n'), 1000);
            QCOMPARE(applied(lines), b.isEmpty() ? QStringList{QString()} : b);
        }
    }

    void fields_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("json"); // empty: refused
        const auto row
            = [](const char* name, const char* schema, const char* text, const char* json) {
                  QTest::newRow(name)
                      << QByteArray(schema) << QString::fromUtf8(text) << QString::fromUtf8(json);
              };
        row("integer", R"({"type":"integer","minimum":1,"maximum":30})", "7", "7");
        row("too large", R"({"type":"integer","minimum":1,"maximum":30})", "31", "");
        row("exclusive", R"({"type":"number","exclusiveMinimum":0})", "0", "");
        row("long", R"({"type":"integer"})", "9007199254740993", "9007199254740993");
        row("fraction", R"({"type":"integer"})", "1.5", "");
        row("number", R"({"type":"number"})", "1.5", "1.5");
        row("empty", R"({"type":"integer"})", "", "");
        row("empty may be", R"({"type":["integer","null"]})", "", "null");
        row("choice", R"({"enum":["a","b",3]})", "3", "3");
        row("no choice", R"({"enum":["a","b"]})", "c", "");
        row("date", R"({"type":"string","format":"date"})", "2026-03-17", "\"2026-03-17\"");
        row("no date", R"({"type":"string","format":"date"})", "17.3.2026", "");
        row("time", R"({"type":"string","format":"date-time"})", "2026-03-17T13:05:00+00:00",
            "\"2026-03-17T13:05:00+00:00\"");
        row("array", R"({"type":"array"})", "[1, 2]", "[1,2]");
        row("no array", R"({"type":"array"})", "{\"a\":1}", "");
        row("object", R"({"type":"object"})", "{\"a\":1}", "{\"a\":1}");
        row("broken", R"({"type":"object"})", "{\"a\":", "");
        row("pattern", R"({"type":"string","pattern":"^x+$"})", "xxy", "");
        row("short", R"({"type":"string","minLength":3})", "ab", "");
        row("boolean", R"({"type":"boolean"})", "true", "true");
        row("anything", R"({})", "{\"a\": [1]}", "{\"a\":[1]}");
    }
    void fields()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QString, text);
        QFETCH(QString, json);
        DagParam param;
        param.name = u"p"_s;
        param.schema = QJsonDocument::fromJson(schema).object();
        const ParamField field = ParamField::of(param);
        const auto value = ParamWords::parse(field, text);
        QCOMPARE(value.has_value(), !json.isEmpty());
        if (!value) {
            QVERIFY(!value.error().isEmpty());
            return;
        }
        QCOMPARE(
            QString::fromUtf8(QJsonDocument(QJsonArray{*value}).toJson(QJsonDocument::Compact)),
            QString(u'[' + json + u']'));
    }

    void defaultsComeBack()
    {
        for (const QByteArray& schema :
            {QByteArray(R"({"type":"object"})"), QByteArray(R"({"type":"string","title":"Name"})"),
                QByteArray(R"({"type":"number"})")}) {
            DagParam param;
            param.name = u"p"_s;
            param.schema = QJsonDocument::fromJson(schema).object();
            param.value = schema.contains("object") ? QJsonValue(QJsonObject{{u"k"_s, u"v"_s}})
                : schema.contains("string")         ? QJsonValue(u"text"_s)
                                                    : QJsonValue(2.5);
            const ParamField field = ParamField::of(param);
            const auto value = ParamWords::parse(field, field.text());
            QVERIFY(value.has_value());
            QCOMPARE(*value, param.value);
        }
    }
};

PH_TEST_MAIN(QCoreApplication, RunDiffTest)
#include "tst_rundiff.moc"
