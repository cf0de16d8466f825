// SPDX-License-Identifier: GPL-3.0-or-later
// What the bytes of messages mean, by bytes other implementations made: fastavro 1.13, protoc 29,
// Python's gzip, cramjam's snappy, lz4 and zstd. And by bytes nobody should have made.
#include "streams/decode/jsonvalue.h"
#include "streams/decode/messagedecoder.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace pilothouse;
using namespace pilothouse::streams;
using namespace Qt::StringLiterals;

namespace
{

const QString kAvro
    = u"{\"type\":\"record\",\"name\":\"Order\",\"namespace\":\"shop\",\"fields\":[{\"name\":"
      u"\"id\","
      "\"type\":\"long\"},{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},"
      "{\"name\":\"total\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":"
      "9,"
      "\"scale\":2}},{\"name\":\"at\",\"type\":{\"type\":\"long\",\"logicalType\":"
      "\"timestamp-millis\"}},{\"name\":\"exact\",\"type\":[\"null\",{\"type\":\"long\","
      "\"logicalType\":\"timestamp-micros\"}]},{\"name\":\"day\",\"type\":{\"type\":\"int\","
      "\"logicalType\":\"date\"}},{\"name\":\"uid\",\"type\":{\"type\":\"string\",\"logicalType\":"
      "\"uuid\"}},{\"name\":\"status\",\"type\":{\"type\":\"enum\",\"name\":\"Status\",\"symbols\":"
      "[\"placed\",\"paid\"]}},{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":{"
      "\"type\":"
      "\"record\",\"name\":\"Item\",\"fields\":[{\"name\":\"sku\",\"type\":\"string\"},{\"name\":"
      "\"n\",\"type\":\"int\"}]}}},{\"name\":\"tags\",\"type\":{\"type\":\"map\",\"values\":"
      "\"double\"}},{\"name\":\"raw\",\"type\":\"bytes\"},{\"name\":\"hash\",\"type\":{\"type\":"
      "\"fixed\",\"name\":\"H\",\"size\":2}},{\"name\":\"ok\",\"type\":\"boolean\"},{\"name\":"
      "\"f\","
      "\"type\":\"float\"},{\"name\":\"first\",\"type\":[\"null\",\"Item\"]}]}"_s;
const QByteArray kAvroBytes = QByteArray::fromHex(
    "8180808080808020020e54656520e2989504fb2ef6f1e2bfc068028089ca9cf2b7b006d6c402483132336534353637"
    "2d653839622d313264332d613435362d343236363134313734303030020402610202620300020278000000000000f8"
    "3f"
    "0004ff00616201cdcccc3d02026306");
const QByteArray kAvroJson
    = "{\"id\":-9007199254740993,\"note\":\"Tee \xe2\x98\x95\",\"total\":-12.34,"
      "\"at\":\"2026-11-22T16:00:00.123Z\",\"exact\":\"2026-11-22T16:00:00.123456Z\","
      "\"day\":\"2026-11-22\",\"uid\":\"123e4567-e89b-12d3-a456-426614174000\",\"status\":\"paid\","
      "\"items\":[{\"sku\":\"a\",\"n\":1},{\"sku\":\"b\",\"n\":-2}],\"tags\":{\"x\":1.5},"
      "\"raw\":\"0xff00\",\"hash\":\"ab\",\"ok\":true,\"f\":0.100000001,"
      "\"first\":{\"sku\":\"c\",\"n\":3}}";

const QString kCommon = u"syntax = \"proto3\";\npackage shop;\n"
                        "message Money { int64 units = 1; string currency = 2; }\n"_s;
const QString kProto
    = u"syntax = \"proto3\";\npackage shop;\nimport \"common.proto\";\n"
      "import \"google/protobuf/timestamp.proto\";\nmessage Other { string a = 1; }\n"
      "message Order {\n  enum Status { UNKNOWN = 0; PAID = 1; }\n"
      "  message Item { string sku = 1; int32 n = 2; }\n  sint64 id = 1;\n  string note = 2;\n"
      "  Money total = 3;\n  google.protobuf.Timestamp at = 4;\n  Status status = 5;\n"
      "  repeated Item items = 6;\n  map<string, double> tags = 7;\n  bytes raw = 8;\n"
      "  optional bool ok = 9;\n  oneof how { uint64 card = 10; string cash = 11; }\n"
      "  repeated int32 packed = 12;\n}\n"_s;
const QByteArray kProtoBytes = QByteArray::fromHex(
    "088180808080808020120754656520e298951a07080c1203545744220b0880a38cd80610c096b102280132050a0161"
    "10013a0c0a017811000000000000f83f4202ff00480050ffffffffffffffffff01620d01feffffffffffffffff01"
    "ac02");
const QByteArray kProtoJson
    = "{\"id\":-9007199254740993,\"note\":\"Tee \xe2\x98\x95\",\"total\":{\"units\":12,"
      "\"currency\":\"TWD\"},\"at\":\"2026-11-22T16:00:00.005000000Z\",\"status\":\"PAID\","
      "\"items\":[{\"sku\":\"a\",\"n\":1}],\"tags\":{\"x\":1.5},\"raw\":\"0xff00\",\"ok\":false,"
      "\"card\":18446744073709551615,\"packed\":[1,-2,300]}";

QByteArray framed(int id, const QByteArray& payload)
{
    QByteArray out(5, '\0');
    out[3] = char(id >> 8);
    out[4] = char(id & 0xff);
    return out + payload;
}

SchemaInfo info(int id, SchemaInfo::Type type, const QString& text)
{
    SchemaInfo out;
    out.id = id;
    out.type = type;
    out.text = text;
    return out;
}

Message messageOf(const QByteArray& value)
{
    Message out;
    out.topic = u"orders"_s;
    out.value = value;
    out.valueSize = value.size();
    return out;
}

} // namespace

class StreamsDecodeTest final : public QObject
{
    Q_OBJECT

    int m_asked = 0;

    SchemaSource source()
    {
        SchemaSource out;
        out.byId = [this](int id) -> Result<SchemaInfo> {
            ++m_asked;
            using Type = SchemaInfo::Type;
            SchemaInfo proto = info(2, Type::Protobuf, kProto);
            proto.references = {{u"common.proto"_s, u"common"_s, 1}};
            SchemaInfo using_ = info(5, Type::Avro,
                u"{\"type\":\"record\",\"name\":\"Box\",\"fields\":["
                "{\"name\":\"order\",\"type\":\"shop.Order\"}]}"_s);
            using_.references = {{u"shop.Order"_s, u"order"_s, 1}};
            switch (id) {
            case 1:
                return info(1, Type::Avro, kAvro);
            case 2:
                return proto;
            case 3:
                return info(3, Type::Json, u"{}"_s);
            case 4:
                return info(4, Type::Avro, u"{\"type\":\"rec"_s);
            case 5:
                return using_;
            default:
                return fail(
                    Error::Kind::NotFound, u"Schema not found"_s, u"shop"_s, {}, u"40403"_s);
            }
        };
        out.byGuid = [](const QString& guid) -> Result<SchemaInfo> {
            if (guid == "89791762-2336-4186-9674-299b90a802e2"_L1)
                return info(1, SchemaInfo::Type::Avro, kAvro);
            return fail(Error::Kind::NotFound, guid);
        };
        out.byVersion = [](const QString& subject, int) -> Result<SchemaInfo> {
            if (subject == "common"_L1)
                return info(8, SchemaInfo::Type::Protobuf, kCommon);
            return info(1, SchemaInfo::Type::Avro, kAvro);
        };
        return out;
    }
    DecodedBytes decoded(const Message& message, const DecodeChoice& choice = {})
    {
        MessageDecoder decoder(source());
        return decoder.decode(message, choice).value;
    }
    DecodedBytes decoded(const QByteArray& value) { return decoded(messageOf(value)); }

private Q_SLOTS:
    void avro()
    {
        const DecodedBytes out = decoded(framed(1, kAvroBytes));
        QVERIFY2(!out.problem, qPrintable(out.problem.value_or(Error()).detail));
        QCOMPARE(out.format, u"Avro"_s);
        QCOMPARE(out.schemaId, std::optional(1));
        QCOMPARE(out.json, kAvroJson);
        QCOMPARE(out.root.type, u"Order"_s);
        QCOMPARE(out.root.children.size(), size_t(15));
        QCOMPARE(out.root.children[1].type, u"null or string"_s);
        QCOMPARE(out.root.children[3].type, u"timestamp-millis"_s);
        QCOMPARE(out.root.children[4].type, u"null or timestamp-micros"_s);
        QVERIFY(out.text.contains("\n  \"day\": \"2026-11-22\","_L1));
    }

    void avroInAnother()
    {
        const DecodedBytes out = decoded(framed(5, kAvroBytes));
        QVERIFY2(!out.problem, qPrintable(out.problem.value_or(Error()).detail));
        QCOMPARE(out.json, "{\"order\":" + kAvroJson + "}");
    }

    void protobuf()
    {
        // 2, 0x02 → the path of one index, 1: the second message of the file.
        const DecodedBytes out = decoded(framed(2, QByteArray("\x02\x02") + kProtoBytes));
        QVERIFY2(!out.problem, qPrintable(out.problem.value_or(Error()).detail));
        QCOMPARE(out.format, u"Protobuf"_s);
        QCOMPARE(out.json, kProtoJson);
        QCOMPARE(out.root.children.front().type, u"sint64"_s);

        // 1.1 inside: Order.Item has the path 1, 0.
        const DecodedBytes inner
            = decoded(framed(2, QByteArray::fromHex("040200") + QByteArray::fromHex("0a017a1007")));
        QCOMPARE(inner.json, QByteArray("{\"sku\":\"z\",\"n\":7}"));
        // A zero: the first message.
        const DecodedBytes first
            = decoded(framed(2, QByteArray::fromHex("00") + QByteArray::fromHex("0a0178")));
        QCOMPARE(first.json, QByteArray("{\"a\":\"x\"}"));
        // What is not in the schema is told.
        const DecodedBytes more
            = decoded(framed(2, QByteArray::fromHex("00") + QByteArray::fromHex("0a01781807")));
        QCOMPARE(more.json, QByteArray("{\"a\":\"x\",\"#3\":7}"));
        QVERIFY(decoded(framed(2, QByteArray::fromHex("0212") + kProtoBytes)).problem.has_value());
    }

    void json()
    {
        const DecodedBytes plain
            = decoded("{\"b\": 12345678901234567890, \"a\": [1.50, \"\\u00e9\\n\", null, true]}");
        QCOMPARE(plain.format, u"JSON"_s);
        QCOMPARE(plain.json,
            QByteArray("{\"b\":12345678901234567890,\"a\":[1.50,\"\xc3\xa9\\n\",null,true]}"));
        QVERIFY(!plain.schemaId);
        QCOMPARE(plain.root.children[1].children[0].value, u"1.50"_s);
        const DecodedBytes schema = decoded(framed(3, "{\"a\":1}"));
        QCOMPARE(schema.format, u"JSON Schema"_s);
        QCOMPARE(schema.json, QByteArray("{\"a\":1}"));
        for (const QByteArray& bad : {QByteArray("{\"a\":}"), QByteArray("{"), QByteArray("[1,]"),
                 QByteArray("{\"a\":1} x"), QByteArray("[\"\\x\"]"), QByteArray("[01x]"),
                 QByteArray("[\"\\u12\"]"), QByteArray("[tru]"), QByteArray(200'000, '[')})
            QVERIFY2(!jsonValueOf(bad), bad.left(20).constData());
    }

    void textAndNumbers()
    {
        QCOMPARE(decoded("Gr\xc3\xbc\xc3\x9f"
                         "e\n")
                     .format,
            u"Text"_s);
        QCOMPARE(decoded("Gr\xc3\xbc\xc3\x9f"
                         "e\n")
                     .text,
            u"Grüße\n"_s);
        QCOMPARE(decoded(QByteArray::fromHex("ff00fe")).format, u"Bytes"_s);
        QCOMPARE(decoded(QByteArray()).format, QString());
        QVERIFY(decoded(QByteArray()).root.isNull);
        QCOMPARE(decoded(QByteArray("")).format, u"Text"_s);
        const DecodedBytes number = decoded(QByteArray::fromHex("000000000000002a"));
        QCOMPARE(number.format, u"Number"_s);
        QCOMPARE(number.text, u"42"_s);
        // It begins as a frame does, with the number of a schema that is not there.
        const DecodedBytes larger = decoded(QByteArray::fromHex("00000000630000ff"));
        QCOMPARE(larger.text, QString::number(0x630000ff));
        QVERIFY(!larger.problem && !larger.schemaId);
        QCOMPARE(decoded(QByteArray::fromHex("fffffff6")).text, u"-10"_s);
    }

    void unknownSchemasAndNone()
    {
        const DecodedBytes out = decoded(framed(77, "abcdef"));
        QCOMPARE(out.schemaId, std::optional(77));
        QVERIFY(out.problem.has_value());
        QCOMPARE(out.problem->code, u"40403"_s);
        QCOMPARE(out.format, u"Bytes"_s);
        const DecodedBytes odd = decoded(framed(4, "abcdef"));
        QVERIFY(odd.problem.has_value());
        QVERIFY(odd.schema.has_value());
        MessageDecoder without({});
        const auto none = without.decode(messageOf(framed(1, kAvroBytes)), {}).value;
        QVERIFY(none.problem.has_value());
        QVERIFY(!none.problem->hint.isEmpty());
        QCOMPARE(none.schemaId, std::optional(1));
    }

    void aSchemaIsAskedForOnce()
    {
        MessageDecoder decoder(source());
        m_asked = 0;
        for (int i = 0; i < 3; ++i) {
            (void)decoder.decode(messageOf(framed(1, kAvroBytes)), {});
            (void)decoder.decode(messageOf(framed(99, kAvroBytes)), {});
        }
        QCOMPARE(m_asked, 2);
        decoder.forgetProblems();
        (void)decoder.decode(messageOf(framed(1, kAvroBytes)), {});
        (void)decoder.decode(messageOf(framed(99, kAvroBytes)), {});
        QCOMPARE(m_asked, 3);
    }

    void schemaInAHeader()
    {
        Message message = messageOf(kAvroBytes);
        message.headers = {{"__value_schema_id",
            QByteArray::fromHex("018979176223364186"
                                "9674299b90a802e2")}};
        QCOMPARE(decoded(message).json, kAvroJson);
        message.headers = {{"__value_schema_id", QByteArray::fromHex("0000000001")}};
        QCOMPARE(decoded(message).json, kAvroJson);
        message = messageOf(kProtoBytes);
        message.headers = {{"__value_schema_id", QByteArray::fromHex("00000000020202")}};
        QCOMPARE(decoded(message).json, kProtoJson);
        // Without a frame, by choice.
        DecodeChoice choice;
        choice.schemaId = 1;
        QCOMPARE(decoded(messageOf(kAvroBytes), choice).json, kAvroJson);
    }

    void codecs_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<QString>("codec");
        QTest::newRow("gzip") << QByteArray(
            "1f8b0800000000000203ab564a54b232ac0500afac1b5607000000")
                              << u"gzip"_s;
        QTest::newRow("zstd") << QByteArray("28b52ffd20073900007b2261223a317d") << u"zstd"_s;
        QTest::newRow("lz4") << QByteArray(
            "04224d185440ae070000807b2261223a317d4d9cc804000000004d9cc804")
                             << u"lz4"_s;
        QTest::newRow("snappy") << QByteArray("ff060000734e61507059010b0000c78a584d7b2261223a317d")
                                << u"snappy"_s;
        QTest::newRow("xerial") << QByteArray("82534e4150505900000000010000000100000009"
                                              "07187b2261223a317d")
                                << u"snappy"_s;
    }
    void codecs()
    {
        QFETCH(QByteArray, packed);
        QFETCH(QString, codec);
        const QByteArray bytes = QByteArray::fromHex(packed);
        const DecodedBytes out = decoded(bytes);
        QVERIFY2(!out.problem, qPrintable(out.problem.value_or(Error()).detail));
        QCOMPARE(out.unpacked, QStringList{codec});
        QCOMPARE(out.json, QByteArray("{\"a\":1}"));
        DecodeChoice none;
        none.unpack = DecodeChoice::Unpack::None;
        QVERIFY(decoded(messageOf(bytes), none).json.isEmpty());
        for (qsizetype size = 4; size < bytes.size(); ++size) // cut off anywhere
            (void)decoded(bytes.left(size));
    }

    void rawSnappyByChoice()
    {
        DecodeChoice choice;
        choice.unpack = DecodeChoice::Unpack::Snappy;
        QCOMPARE(decoded(messageOf(QByteArray::fromHex("07187b2261223a317d")), choice).json,
            QByteArray("{\"a\":1}"));
    }

    void aBombIsNotBuilt()
    {
        // 256 MB of zeros in gzip, made by ourselves: a block of 32 KB and its repetitions.
        const QByteArray zeros(64 << 20, '\0');
        QByteArray packed = qCompress(zeros).sliced(4); // zlib's head, not gzip's
        DecodeChoice choice;
        choice.unpack = DecodeChoice::Unpack::Gzip;
        const DecodedBytes out = decoded(messageOf(packed), choice);
        QVERIFY(out.problem.has_value());
        QVERIFY(out.problem->detail.contains("too large"_L1));
        // An Avro list of more nulls than there are numbers.
        const auto schema = AvroSchema::make(u"{\"type\":\"array\",\"items\":\"null\"}"_s);
        QVERIFY(schema.has_value());
        const auto many = (*schema)->read(QByteArray::fromHex("feffffffffffffffff01"));
        QVERIFY(!many);
        QVERIFY(many.error().detail.contains("too many"_L1));
        // One that holds itself, for ever.
        const auto deep = AvroSchema::make(
            u"{\"type\":\"record\",\"name\":\"A\",\"fields\":[{\"name\":\"a\",\"type\":\"A\"}]}"_s);
        QVERIFY(deep.has_value());
        QVERIFY(!(*deep)->read({}));
    }

    void anythingElseIsSurvived()
    {
        MessageDecoder decoder(source());
        QRandomGenerator random(7);
        const QByteArray values[]
            = {framed(1, kAvroBytes), framed(2, QByteArray("\x02\x02") + kProtoBytes),
                framed(3, "{\"a\":[1,2,{\"b\":\"c\"}]}"), framed(5, kAvroBytes)};
        for (const QByteArray& value : values) {
            for (qsizetype size = 0; size < value.size(); ++size)
                (void)decoder.decode(messageOf(value.left(size)), {});
            for (int i = 0; i < 5000; ++i) {
                QByteArray changed = value;
                for (int n = random.bounded(1, 6); n > 0; --n)
                    changed[5 + random.bounded(int(changed.size()) - 5)]
                        = char(random.bounded(256));
                (void)decoder.decode(messageOf(changed), {});
            }
        }
        for (int i = 0; i < 3000; ++i) { // schemas too come from elsewhere
            QString text = i % 2 ? kAvro : kProto;
            for (int n = random.bounded(1, 8); n > 0; --n)
                text[random.bounded(int(text.size()))] = QChar(u' ' + random.bounded(95));
            if (i % 2)
                (void)AvroSchema::make(text);
            else
                (void)ProtoSchema::make(text, {{u"common.proto"_s, kCommon}});
        }
    }

    void aCommandReads()
    {
        MessageDecoder decoder(source());
        DecodeChoice choice;
        choice.command = QStringList{u"my-tool"_s};
        const auto out = decoder.decode(
            messageOf("abc"), choice, [](const QByteArray& input) -> Result<QByteArray> {
                return "{\"size\":" + QByteArray::number(input.size()) + "}";
            });
        QCOMPARE(out.value.json, QByteArray("{\"size\":3}"));
        QCOMPARE(out.value.unpacked, QStringList{u"my-tool"_s});
        const auto bad = decoder.decode(messageOf("abc"), choice,
            [](const QByteArray&) -> Result<QByteArray> { return fail(Error::Kind::Timeout, {}); });
        QCOMPARE(bad.value.text, u"abc"_s);
        QVERIFY(bad.value.problem.has_value());
    }
};

PH_TEST_MAIN(QCoreApplication, StreamsDecodeTest)
#include "tst_streamsdecode.moc"
