// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as Avro's binary encoding. Times and decimals are taken as the reader shows them.
#include "streams/decode/avroschema.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <QtEndian>

#include <cmath>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

using Kind = AvroType::Kind;

namespace
{

constexpr int kMostDepth = 100;
constexpr qsizetype kMostDigits = 400; // of a decimal

// Digits with a point as two's complement, the most significant byte first; none: no such number.
std::optional<QByteArray> decimalBytes(QString text, int scale)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text.remove(0, 1);
    const qsizetype point = text.indexOf(u'.');
    qsizetype places = point < 0 ? 0 : text.size() - point - 1;
    if (point >= 0)
        text.remove(point, 1);
    if (text.isEmpty() || text.size() > kMostDigits || places > scale)
        return {};
    for (; places < scale; ++places)
        text += u'0';
    QByteArray out("\0", 1);
    for (const QChar digit : text) {
        if (digit < u'0' || digit > u'9')
            return {};
        int carry = digit.unicode() - u'0';
        for (qsizetype i = out.size() - 1; i >= 0; --i) {
            const int v = quint8(out[i]) * 10 + carry;
            out[i] = char(v & 0xff);
            carry = v >> 8;
        }
        if (carry > 0)
            out.prepend(char(carry));
    }
    if (quint8(out[0]) >= 0x80)
        out.prepend('\0');
    if (negative) {
        int carry = 1;
        for (qsizetype i = out.size() - 1; i >= 0; --i) {
            const int v = (~quint8(out[i]) & 0xff) + carry;
            out[i] = char(v & 0xff);
            carry = v >> 8;
        }
    }
    while (out.size() > 1
        && ((out[0] == '\0' && quint8(out[1]) < 0x80)
            || (quint8(out[0]) == 0xff && quint8(out[1]) >= 0x80)))
        out.remove(0, 1);
    return out;
}

class AvroWriter final
{
public:
    explicit AvroWriter(const AvroSchema& schema)
        : m_schema(schema)
    {
    }

    // False: see `problem`; `path` is where.
    bool value(size_t index, const QJsonValue& json, const QString& path, int depth)
    {
        if (depth > kMostDepth)
            return spoil(path, u"nested too deeply"_s);
        const AvroType& type = m_schema.at(index);
        switch (type.kind) {
        case Kind::Null:
            return json.isNull() || spoil(path, u"null is wanted"_s);
        case Kind::Boolean:
            if (!json.isBool())
                return spoil(path, u"true or false is wanted"_s);
            out += json.toBool() ? '\1' : '\0';
            return true;
        case Kind::Int:
        case Kind::Long:
            return integer(type, json, path);
        case Kind::Float:
        case Kind::Double:
            return floating(type, json, path);
        case Kind::Bytes:
        case Kind::String:
        case Kind::Fixed:
            return blob(type, json, path);
        case Kind::Enum: {
            const qsizetype at = type.symbols.indexOf(json.toString());
            if (!json.isString() || at < 0)
                return spoil(path, u"one of %1 is wanted"_s.arg(type.symbols.join(u", "_s)));
            varint(at);
            return true;
        }
        case Kind::Record:
            return record(type, json, path, depth);
        case Kind::Array:
        case Kind::Map:
            return blocks(type, json, path, depth);
        case Kind::Union:
            return branch(type, json, path, depth);
        }
        return spoil(path, u"unknown type"_s);
    }

    QByteArray out;
    QString problem;

private:
    bool spoil(const QString& path, const QString& why)
    {
        problem = u"%1: %2"_s.arg(path.isEmpty() ? u"$"_s : path, why);
        return false;
    }
    void varint(qint64 number)
    {
        quint64 v = (quint64(number) << 1) ^ quint64(number >> 63);
        while (v >= 0x80) {
            out += char((v & 0x7f) | 0x80);
            v >>= 7;
        }
        out += char(v);
    }
    void sized(const QByteArray& bytes)
    {
        varint(bytes.size());
        out += bytes;
    }

    // Times as text, in the words the reader has for them.
    static std::optional<qint64> moment(const AvroType& type, const QString& text)
    {
        const bool micros = type.logical.endsWith("micros"_L1);
        if (type.logical == "date"_L1) {
            const QDate date = QDate::fromString(text, Qt::ISODate);
            return date.isValid() ? std::optional(QDate(1970, 1, 1).daysTo(date)) : std::nullopt;
        }
        if (type.logical.startsWith("time-"_L1)) {
            const QTime time = QTime::fromString(text, Qt::ISODateWithMs);
            return time.isValid()
                ? std::optional(qint64(time.msecsSinceStartOfDay()) * (micros ? 1000 : 1))
                : std::nullopt;
        }
        if (!type.logical.contains("timestamp"_L1))
            return {};
        QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC);
        if (!time.isValid())
            return {};
        // What Qt leaves out: the fourth to sixth place of a second.
        const qsizetype point = text.indexOf(u'.');
        const int rest = point < 0 ? 0 : QStringView(text).mid(point + 4, 3).toInt();
        return micros ? time.toMSecsSinceEpoch() * 1000 + rest : time.toMSecsSinceEpoch();
    }

    bool integer(const AvroType& type, const QJsonValue& json, const QString& path)
    {
        std::optional<qint64> number;
        if (json.isDouble() && json.toDouble() == std::floor(json.toDouble()))
            number = json.toInteger();
        else if (json.isString())
            number = moment(type, json.toString());
        if (!number)
            return spoil(path, u"%1 is wanted"_s.arg(type.word));
        if (type.kind == Kind::Int && (*number < INT_MIN || *number > INT_MAX))
            return spoil(path, u"too large for an int"_s);
        varint(*number);
        return true;
    }
    bool floating(const AvroType& type, const QJsonValue& json, const QString& path)
    {
        if (!json.isDouble())
            return spoil(path, u"a number is wanted"_s);
        char bytes[8];
        if (type.kind == Kind::Float)
            qToLittleEndian(float(json.toDouble()), bytes);
        else
            qToLittleEndian(json.toDouble(), bytes);
        out.append(bytes, type.kind == Kind::Float ? 4 : 8);
        return true;
    }
    bool blob(const AvroType& type, const QJsonValue& json, const QString& path)
    {
        std::optional<QByteArray> bytes;
        if (type.logical == "decimal"_L1)
            bytes
                = decimalBytes(json.isString() ? json.toString()
                                               : QString::number(json.toDouble(), 'f', type.scale),
                    type.scale);
        else if (type.logical == "uuid"_L1 && type.kind == Kind::Fixed)
            bytes = QUuid::fromString(json.toString()).toRfc4122();
        else if (json.isString() && type.kind == Kind::String)
            bytes = json.toString().toUtf8();
        else if (json.isString()) // each letter is a byte, as Avro's own JSON has it
            bytes = json.toString().toLatin1();
        if (!bytes)
            return spoil(path, u"%1 is wanted"_s.arg(type.word));
        if (type.kind != Kind::Fixed) {
            sized(*bytes);
            return true;
        }
        if (type.logical == "decimal"_L1 && bytes->size() < type.size) {
            const char fill = quint8((*bytes)[0]) >= 0x80 ? '\xff' : '\0';
            bytes->prepend(QByteArray(type.size - bytes->size(), fill));
        }
        if (bytes->size() != type.size)
            return spoil(path, u"%1 bytes are wanted"_s.arg(type.size));
        out += *bytes;
        return true;
    }
    bool record(const AvroType& type, const QJsonValue& json, const QString& path, int depth)
    {
        if (!json.isObject())
            return spoil(path, u"an object is wanted"_s);
        const QJsonObject object = json.toObject();
        for (const AvroType::Part& part : type.parts) {
            const QString at = path + u'.' + part.name;
            const bool mayLack = m_schema.at(part.type).kind == Kind::Union
                || m_schema.at(part.type).kind == Kind::Null;
            if (!object.contains(part.name) && !mayLack)
                return spoil(at, u"is missing"_s);
            const QJsonValue given
                = object.contains(part.name) ? object.value(part.name) : QJsonValue::Null;
            if (!value(part.type, given, at, depth + 1))
                return false;
        }
        for (const QString& name : object.keys())
            if (std::none_of(type.parts.begin(), type.parts.end(),
                    [&name](const AvroType::Part& part) { return part.name == name; }))
                return spoil(path + u'.' + name, u"is no field of %1"_s.arg(type.word));
        return true;
    }
    bool blocks(const AvroType& type, const QJsonValue& json, const QString& path, int depth)
    {
        const bool map = type.kind == Kind::Map;
        if (map ? !json.isObject() : !json.isArray())
            return spoil(path, map ? u"an object is wanted"_s : u"a list is wanted"_s);
        const QJsonObject object = json.toObject();
        const QJsonArray list = json.toArray();
        const qsizetype count = map ? object.size() : list.size();
        if (count > 0)
            varint(count);
        for (auto at = object.begin(); at != object.end(); ++at) {
            sized(at.key().toUtf8());
            if (!value(type.parts.front().type, at.value(), path + u'.' + at.key(), depth + 1))
                return false;
        }
        for (qsizetype i = 0; i < list.size(); ++i)
            if (!value(type.parts.front().type, list[i], u"%1[%2]"_s.arg(path).arg(i), depth + 1))
                return false;
        varint(0);
        return true;
    }
    // As Avro's own JSON names the branch, {"string": "x"}, or the first branch that takes it.
    bool branch(const AvroType& type, const QJsonValue& json, const QString& path, int depth)
    {
        const qsizetype begin = out.size();
        const QJsonObject object = json.toObject();
        for (const bool named : {true, false}) {
            for (size_t i = 0; i < type.parts.size(); ++i) {
                const QString word = m_schema.at(type.parts[i].type).word;
                if (named && (object.size() != 1 || object.begin().key() != word))
                    continue;
                varint(qint64(i));
                const QJsonValue given = named ? object.begin().value() : json;
                if (value(type.parts[i].type, given, path, depth + 1))
                    return true;
                out.truncate(begin);
            }
        }
        return spoil(path, u"%1 is wanted"_s.arg(type.word));
    }

    const AvroSchema& m_schema;
};

} // namespace

Result<QByteArray> AvroSchema::write(const QByteArray& json) const
{
    QJsonParseError error;
    const QJsonArray whole = QJsonDocument::fromJson('[' + json + ']', &error).array();
    if (whole.size() != 1)
        return fail(Error::Kind::Protocol, u"JSON: "_s + error.errorString());
    AvroWriter writer(*this);
    if (!writer.value(m_root, whole.first(), u"$"_s, 0))
        return fail(Error::Kind::Protocol, u"Avro: "_s + writer.problem);
    return writer.out;
}

} // namespace pilothouse::streams
