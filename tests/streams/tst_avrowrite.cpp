// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as Avro: what is written is read back as it was, and what does not fit names its place.
#include "streams/decode/avroschema.h"
#include "streams/decode/jsonvalue.h"
#include "tests/support/testmain.h"

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

class AvroWriteTest final : public QObject
{
    Q_OBJECT

    static std::shared_ptr<const AvroSchema> schema()
    {
        const auto made = AvroSchema::make(QString::fromLatin1(
            "{\"type\":\"record\",\"name\":\"Order\",\"fields\":["
            "{\"name\":\"id\",\"type\":\"long\"},"
            "{\"name\":\"small\",\"type\":\"int\"},"
            "{\"name\":\"paid\",\"type\":\"boolean\"},"
            "{\"name\":\"weight\",\"type\":\"double\"},"
            "{\"name\":\"name\",\"type\":[\"null\",\"string\"],\"default\":null},"
            "{\"name\":\"state\",\"type\":{\"type\":\"enum\",\"name\":\"S\",\"symbols\":[\"A\","
            "\"B\"]}},"
            "{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}},"
            "{\"name\":\"day\",\"type\":{\"type\":\"int\",\"logicalType\":\"date\"}},"
            "{\"name\":\"total\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\","
            "\"precision\":20,\"scale\":2}},"
            "{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":\"string\"}},"
            "{\"name\":\"sizes\",\"type\":{\"type\":\"map\",\"values\":\"int\"}}]}"));
        return made ? *made : nullptr;
    }
    static QByteArray order()
    {
        return "{\"id\":9007199254740993,\"small\":-3,\"paid\":true,\"weight\":1.5,"
               "\"name\":\"\xea\xb9\x80\",\"state\":\"B\",\"at\":\"2026-03-17T05:40:00.123456Z\","
               "\"day\":\"2026-03-17\",\"total\":\"-1234.50\",\"tags\":[\"a\",\"\"],"
               "\"sizes\":{\"x\":1}}";
    }
    static QString wrong(QByteArray from, const QByteArray& to)
    {
        const auto bytes = schema()->write(order().replace(from, to));
        return bytes ? QString() : bytes.error().detail;
    }

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        QVERIFY(schema());
        const auto bytes = schema()->write(order());
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
        const auto node = schema()->read(*bytes);
        QVERIFY(node);
        QStringList read;
        for (const ValueNode& child : node->children)
            read << child.text;
        QCOMPARE(read.mid(0, 9),
            QStringList({u"9007199254740993"_s, u"-3"_s, u"true"_s, u"1.5"_s, u"김"_s, u"B"_s,
                u"2026-03-17T05:40:00.123456Z"_s, u"2026-03-17"_s, u"-1234.50"_s}));
        QCOMPARE(node->children[9].children.size(), 2);
        QCOMPARE(node->children[10].children.front().text, u"1"_s);
    }

    // As in the specification's own example: a long of 64 is 80 01.
    void numbersAreZigzag()
    {
        const auto plain = AvroSchema::make(u"\"long\""_s);
        QCOMPARE((*plain)->write("64").value(), QByteArray("\x80\x01"));
        QCOMPARE((*plain)->write("-1").value(), QByteArray("\x01"));
        const auto lists = AvroSchema::make(u"{\"type\":\"array\",\"items\":\"long\"}"_s);
        QCOMPARE((*lists)->write("[3, 27]").value(), QByteArray("\x04\x06\x36\x00", 4));
        const auto either = AvroSchema::make(u"[\"null\",\"string\"]"_s);
        QCOMPARE((*either)->write("{\"string\":\"a\"}").value(), QByteArray("\x02\x02\x61"));
        QCOMPARE((*either)->write("null").value(), QByteArray("\x00", 1));
    }

    void whatDoesNotFitNamesItsPlace()
    {
        QVERIFY(wrong("\"small\":-3", "\"small\":\"x\"").contains(u"$.small: int is wanted"_s));
        QVERIFY(wrong("\"small\":-3", "\"small\":3000000000").contains(u"$.small: too large"_s));
        QVERIFY(wrong("\"small\":-3,", "").contains(u"$.small: is missing"_s));
        QVERIFY(wrong("\"small\":", "\"smell\":").contains(u"small"_s));
        QVERIFY(wrong("\"B\"", "\"C\"").contains(u"one of A, B"_s));
        QVERIFY(wrong("-1234.50", "1.234").contains(u"$.total"_s));
        QVERIFY(wrong("{\"x\":1}", "{\"x\":1.5}").contains(u"$.sizes.x"_s));
        QVERIFY(wrong("[\"a\",\"\"]", "[\"a\",1]").contains(u"$.tags[1]"_s));
        QVERIFY(!schema()->write("{").has_value());
    }
};

PH_TEST_MAIN(QCoreApplication, AvroWriteTest)
#include "tst_avrowrite.moc"
