// SPDX-License-Identifier: GPL-3.0-or-later
// How stored values look in one line.
#include "tests/support/testmain.h"
#include "ui/grid/celltext.h"
#include "ui/grid/celltype.h"
#include "ui/grid/columnsettings.h"
#include "ui/grid/jsontree.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class TestCellText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* type, CellType expected) {
            QTest::newRow(type) << QString::fromLatin1(type) << static_cast<int>(expected);
        };
        row("int8", CellType::Integer);
        row("bigint", CellType::Integer);
        row("numeric(12,2)", CellType::Decimal);
        row("double precision", CellType::Decimal);
        row("timestamp(3) with time zone", CellType::Timestamp);
        row("timestamptz", CellType::Timestamp);
        row("date", CellType::Timestamp);
        row("jsonb", CellType::Json);
        row("text[]", CellType::Array);
        row("numeric(12,2)[]", CellType::Array);
        row("bytea", CellType::Binary);
        row("uuid", CellType::Uuid);
        row("boolean", CellType::Boolean);
        row("character varying(20)", CellType::Text);
        row("order_status", CellType::Text);
        row("interval", CellType::Text);
        row("", CellType::Text);
    }
    void types()
    {
        QFETCH(QString, type);
        TableColumn column;
        column.type = type;
        QFETCH(int, expected);
        QCOMPARE(static_cast<int>(cellTypeOf(column)), expected);
        column.isEnum = true;
        QCOMPARE(cellTypeOf(column), CellType::Enum);
    }

    void controlCharactersAreSeen()
    {
        QCOMPARE(visibleText("a\nb\tc\r\x01\x7f"), u"a\u21b5b\u21e5c\u240d\u2401\u2421"_s);
        QCOMPARE(visibleText("a\xff"), u"a\ufffd"_s);
        // A mark that turns the direction of what follows can forge a value.
        QCOMPARE(visibleText("x\u202ey"), u"x\ufffdy"_s);
        QCOMPARE(visibleText("\u6797\u6021\u541b"), u"\u6797\u6021\u541b"_s);
        QCOMPARE(visibleText(QByteArray(1000, 'x'), 10), u"xxxxxxxxx\u2026"_s);
    }

    void binaries()
    {
        QCOMPARE(binaryText("\\x0102ff", 8), u"\\x0102ff 3 B"_s);
        QCOMPARE(binaryText("\\x", 2), u"\\x 0 B"_s);
        QCOMPARE(binaryText("\\x89504e470d0a1a0a0000", 22), u"\\x89504e470d0a1a0a\u2026 10 B"_s);
        QCOMPARE(binaryText("\\x89504e470d0a1a0a0000", 49'358), // cut in the store
            u"\\x89504e470d0a1a0a\u2026 24.1 KB"_s);
        QCOMPARE(binaryText("\\001abc", 7), u"\\001abc"_s); // the form before hex
        QCOMPARE(binaryBytes("\\x4142zz", 10), QByteArray("AB"));
        QCOMPARE(binarySize(10), 4);
        QCOMPARE(byteSize(0), u"0 B"_s);
        QCOMPARE(byteSize(24'678), u"24.1 KB"_s);
        QCOMPARE(byteSize(1'048'576), u"1.00 MB"_s);
    }

    void jsonColours()
    {
        const QString text = u"{\"n\":3,\"s\":\"a\\\"b\",\"x\":null,\"cut\":\"ab"_s;
        const auto spans = jsonSpans(text);
        QString rebuilt;
        for (const JsonSpan& span : spans)
            rebuilt += text.mid(span.start, span.length);
        QCOMPARE(rebuilt, text);
        QCOMPARE(spans[1].kind, JsonSpan::Kind::Key);
        QCOMPARE(spans[3].kind, JsonSpan::Kind::Number);
        QCOMPARE(text.mid(spans[7].start, spans[7].length), u"\"a\\\"b\""_s);
        QCOMPARE(spans[7].kind, JsonSpan::Kind::String);
        QCOMPARE(spans.back().kind, JsonSpan::Kind::String);
    }

    void partsOfATime()
    {
        const QString stored = u"2026-03-17 13:12:58.731+08"_s;
        QCOMPARE(timeToSeconds(stored), u"2026-03-17 13:12:58"_s);
        QCOMPARE(dateOf(stored), u"2026-03-17"_s);
        QCOMPARE(clockOf(stored), u"13:12:58"_s);
        QCOMPARE(dateOf(u"2026-03-17"_s), u"2026-03-17"_s);
        QCOMPARE(clockOf(u"13:12:58.5"_s), u"13:12:58"_s);
        for (const QString& other : {u"infinity"_s, u"2026-03-17 BC"_s, u"3 days"_s}) {
            QCOMPARE(timeToSeconds(other), other);
            QCOMPARE(dateOf(other), other);
            QCOMPARE(clockOf(other), other);
        }
    }

    void grouping()
    {
        QCOMPARE(grouped(u"1234567.891"_s, u','), u"1,234,567.891"_s);
        QCOMPARE(grouped(u"-1000"_s, u','), u"-1,000"_s);
        QCOMPARE(grouped(u"999"_s, u','), u"999"_s);
        QCOMPARE(grouped(u"NaN"_s, u','), u"NaN"_s);
        QCOMPARE(grouped(u"12345x"_s, u','), u"12345x"_s);
    }

    void jsonNumbers()
    {
        for (const char* yes : {"0", "-0", "12", "1.50", "1e5", "1E+5", "123456789012345678901234"})
            QVERIFY2(isJsonNumber(yes), yes);
        for (const char* no : {"", "-", "01", ".5", "1.", "+1", "NaN", "Infinity", "1e", "0x1"})
            QVERIFY2(!isJsonNumber(no), no);
    }

    void jsonTree()
    {
        const auto nodes = parseJson("{\"b\": [1.10, true], \"a\": \"\\u00e9\\ud83d\\ude80\\n\", "
                                     "\"big\": 12345678901234567890.123}");
        QVERIFY(nodes);
        const auto& n = *nodes;
        QCOMPARE(n[0].children.size(), 3u);
        QCOMPARE(n[static_cast<size_t>(n[0].children[0])].key, u"b"_s);
        QCOMPARE(n[2].value, u"1.10"_s);
        QCOMPARE(n[static_cast<size_t>(n[0].children[1])].value, u"\u00e9\U0001F680\n"_s);
        QCOMPARE(n[static_cast<size_t>(n[0].children[2])].value, u"12345678901234567890.123"_s);
        for (const char* bad :
            {"", "{", "{\"a\"}", "[1,]", "{\"a\":1,}", "nul", "\"x", "1 2", "[01]"})
            QVERIFY2(!parseJson(bad), bad);
        QVERIFY(!parseJson(QByteArray(100'000, '['))); // refused, not a crash
        const QByteArray deep = QByteArray(400, '[') + QByteArray(400, ']');
        QVERIFY(parseJson(deep));
    }

    void settingsRoundTrip()
    {
        ColumnSettings settings;
        settings.number = NumberForm::Grouped;
        settings.time = TimeForm::Clock;
        settings.states[u"paid"_s] = Glyph::Ok;
        settings.states[u"cancelled"_s] = Glyph::Error;
        QCOMPARE(ColumnSettings::fromJson(settings.toJson()), settings);
        QVERIFY(ColumnSettings().toJson().isEmpty());
        QVERIFY(ColumnSettings::fromJson({{u"states"_s, QJsonObject{{u"x"_s, u"no such"_s}}}})
                    .isDefault());
    }
};

PH_TEST_MAIN(QCoreApplication, TestCellText)
#include "tst_celltext.moc"
