// SPDX-License-Identifier: GPL-3.0-or-later
// Copy formats: raw values, exact numbers, NULL apart from empty; and copy, find and export on
// rows.
#include "core/lane.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "ui/grid/gridwork.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

CellView cell(const char* text)
{
    const auto n = static_cast<qsizetype>(qstrlen(text));
    return {text, n, n, false};
}

TableColumn column(const QString& name, const QString& type)
{
    TableColumn c;
    c.name = name;
    c.type = type;
    return c;
}

const std::vector<TableColumn> kColumns{column(u"id"_s, u"int8"_s),
    column(u"Full Name"_s, u"text"_s), column(u"total"_s, u"numeric(30,2)"_s),
    column(u"ok"_s, u"bool"_s), column(u"doc"_s, u"jsonb"_s), column(u"id"_s, u"text"_s)};

QByteArray format(CopyFormat f, const std::vector<std::vector<CellView>>& rows)
{
    RowFormatter formatter(f, kColumns, u"gold.orders"_s);
    QByteArray out;
    formatter.begin(out);
    for (const auto& row : rows)
        formatter.row(out, row);
    formatter.end(out);
    return out;
}

const std::vector<std::vector<CellView>> kRows{
    {cell("9007199254740993"), cell("O'Brien, \"Pat\"\n2nd | line"),
        cell("123456789012345678901234.50"), cell("t"), cell("{\"n\": 1.10}"), cell("")},
    {cell("1"), CellView{}, cell("NaN"), cell("f"), CellView{}, CellView{}}};

} // namespace

class TestCopyFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csv()
    {
        QCOMPARE(format(CopyFormat::Csv, kRows),
            QByteArray("id,Full Name,total,ok,doc,id\n"
                       "9007199254740993,\"O'Brien, \"\"Pat\"\"\n2nd | line\","
                       "123456789012345678901234.50,t,\"{\"\"n\"\": 1.10}\",\"\"\n"
                       "1,,NaN,f,,\n"));
    }

    void tsv()
    {
        QVERIFY(format(CopyFormat::Tsv, kRows).startsWith("id\tFull Name\t"));
        QVERIFY(format(CopyFormat::Tsv, kRows).contains("\n1\t\tNaN\tf\t\t\n"));
    }

    void jsonIsExactAndValid()
    {
        const QByteArray json = format(CopyFormat::Json, kRows);
        QVERIFY(json.contains("\"id\": 9007199254740993,"));
        QVERIFY(json.contains("\"total\": 123456789012345678901234.50"));
        QVERIFY(json.contains("\"total\": \"NaN\"")); // JSON has no such number
        QVERIFY(json.contains("\"ok\": true"));
        QVERIFY(json.contains("\"doc\": {\"n\": 1.10}"));
        QVERIFY(json.contains("\"id_2\": \"\"")); // names are made unique
        QVERIFY(json.contains("\"id_2\": null"));
        const auto document = QJsonDocument::fromJson(json);
        QCOMPARE(document.array().size(), 2);
        QCOMPARE(document[0][u"Full Name"_s].toString(), u"O'Brien, \"Pat\"\n2nd | line"_s);
        QCOMPARE(format(CopyFormat::Json, {}), QByteArray("[\n]\n"));
        const QByteArray lines = format(CopyFormat::JsonLines, kRows);
        QCOMPARE(lines.count('\n'), 2);
    }

    void brokenUtf8StaysReadable()
    {
        RowFormatter formatter(CopyFormat::Json, {column(u"a"_s, u"text"_s)});
        QByteArray out;
        formatter.begin(out);
        const CellView bad[] = {cell("x\xff\x01y")};
        formatter.row(out, bad);
        formatter.end(out);
        QVERIFY(!QJsonDocument::fromJson(out).isNull());
        QVERIFY(out.contains("\\u0001"));
    }

    void insert()
    {
        const QByteArray sql = format(CopyFormat::Insert, kRows);
        QVERIFY(sql.startsWith(
            "INSERT INTO gold.orders (id, \"Full Name\", total, ok, doc, id) VALUES ("));
        QVERIFY(sql.contains("'O''Brien, \"Pat\"\n2nd | line'"));
        QVERIFY(sql.contains("123456789012345678901234.50, true,"));
        QVERIFY(sql.contains("(1, NULL, 'NaN', false, NULL, NULL);\n"));
        QCOMPARE(sqlIdentifier(u"select"_s), QByteArray("\"select\""));
        QCOMPARE(sqlIdentifier(u"a\"b"_s), QByteArray("\"a\"\"b\""));
        QCOMPARE(sqlIdentifier(u"\u8a02\u55ae"_s), u"\"\u8a02\u55ae\""_s.toUtf8());
    }

    void markdown()
    {
        const QByteArray md = format(CopyFormat::Markdown, kRows);
        QVERIFY(md.contains("| id | Full Name |"));
        QVERIFY(md.contains("| ---: | --- | ---: |"));
        QVERIFY(md.contains("2nd \\| line"));
        QVERIFY(md.contains("<br>"));
        QVERIFY(md.contains("| *NULL* |"));
    }

    void rowsOfAStore()
    {
        QTemporaryDir folder;
        Runtime runtime;
        Lane<> lane(runtime, u"work"_s);
        TableStoreOptions options;
        options.spillFolder = folder.path();
        options.rowsPerChunk = 1000;
        options.residentBytes = 64 << 10;
        const std::vector<TableColumn> columns{
            column(u"n"_s, u"int4"_s), column(u"t"_s, u"text"_s)};
        TableStore store(runtime, columns, options);
        auto writer = store.writer();
        constexpr qint64 kCount = 20'000;
        for (qint64 i = 0; i < kCount; ++i) {
            const QByteArray n = QByteArray::number(i);
            const QByteArray t = i == 4321 ? QByteArray("a Needle") : "row " + n;
            const QByteArrayView cells[] = {n, t};
            QVERIFY(writer->append(cells));
        }
        writer.reset();
        store.finish(TableStore::Count::Exact);
        const auto reader = store.reader();
        const auto find = [&](FindRequest request) {
            return test::await(lane.run(std::chrono::seconds(20),
                [reader, request](NoConnection&, const pilothouse::Token& token) {
                    return findInRows(*reader, request, token);
                }));
        };
        auto found = find({u"NEEDLE"_s, 0, 0, true});
        QVERIFY(found && *found);
        QCOMPARE((*found)->row, 4321);
        QCOMPARE((*found)->column, 1);
        QVERIFY(!(*found)->wrapped);
        found = find({u"needle"_s, 4321, 1, true}); // itself again, round the end
        QVERIFY(found && *found && (*found)->wrapped && (*found)->row == 4321);
        found = find({u"needle"_s, 0, 0, false});
        QVERIFY(found && *found && (*found)->wrapped && (*found)->row == 4321);
        found = find({u"row 12"_s, 1300, 0, false});
        QVERIFY(found && *found && (*found)->row == 1299);
        found = find({u"nowhere"_s, 7, 1, true});
        QVERIFY(found && !*found);

        const auto copy
            = [&](RowSelection selection, CopyFormat f, qint64 most = kMostCopiedBytes) {
                  return test::await(lane.run(
                      std::chrono::seconds(20), [=](NoConnection&, const pilothouse::Token& token) {
                          return copyRows(*reader, selection, f, columns, {}, token, most);
                      }));
              };
        auto copied = copy({{{5, 7}, {9, 10}}, {1, 0}}, CopyFormat::Tsv);
        QVERIFY(copied);
        QCOMPARE(copied->text, QByteArray("row 5\t5\nrow 6\t6\nrow 9\t9\n"));
        QCOMPARE(copied->rows, 3);
        copied = copy({{{5, 6}}, {1}}, CopyFormat::Tsv);
        QCOMPARE(copied->text, QByteArray("row 5")); // one cell: raw, no line end
        copied = copy({{{0, kCount}}, {0, 1}}, CopyFormat::Csv, 10'000);
        QVERIFY(!copied);
        QCOMPARE(copied.error().code, u"copy-limit"_s);

        const auto most = test::await(lane.run(
            std::chrono::seconds(20), [reader](NoConnection&, const pilothouse::Token& token) {
                return columnMaximum(*reader, 0, token);
            }));
        QCOMPARE(most.value_or(-1), double(kCount - 1));

        // Export: whole and right; cancelled: the file that was there stays.
        const QString file = folder.filePath(u"out.csv"_s);
        ExportRequest request{CopyFormat::Csv, columns, {}, file};
        auto task = lane.task({}, milliseconds(10'000),
            [reader, request](NoConnection&, const pilothouse::Token& token,
                TaskProgress& progress) { return exportRows(*reader, request, token, progress); });
        QCOMPARE(test::finish(*task), TaskStatus::State::Done);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QCOMPARE(bytes.count('\n'), kCount + 1);
        QVERIFY(bytes.endsWith("19999,row 19999\n"));
        request.file = u"/nowhere/at/all.csv"_s;
        auto refused = lane.task({}, milliseconds(10'000),
            [reader, request](NoConnection&, const pilothouse::Token& token,
                TaskProgress& progress) { return exportRows(*reader, request, token, progress); });
        test::finish(*refused);
        QCOMPARE(refused->outcome().error().code, u"export-failed"_s);
    }
};

PH_TEST_MAIN(QCoreApplication, TestCopyFormats)
#include "tst_copyformats.moc"
