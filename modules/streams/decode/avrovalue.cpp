// SPDX-License-Identifier: GPL-3.0-or-later
// Avro's binary encoding: every length is checked before it is used.
#include "streams/decode/avroschema.h"

#include <QDate>
#include <QTime>
#include <QUuid>
#include <QtEndian>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

using Kind = AvroType::Kind;

namespace
{

// Two's complement, the most significant byte first, as a decimal number.
QString decimalText(QByteArrayView bytes, int scale)
{
    constexpr qsizetype kMostBytes = 512;
    if (bytes.isEmpty() || bytes.size() > kMostBytes)
        return bytes.isEmpty() ? u"0"_s
                               : u"0x"_s + QString::fromLatin1(bytes.toByteArray().toHex());
    QByteArray number = bytes.toByteArray();
    const bool negative = quint8(number[0]) >= 0x80;
    if (negative) {
        int carry = 1;
        for (qsizetype i = number.size() - 1; i >= 0; --i) {
            const int v = (~quint8(number[i]) & 0xff) + carry;
            number[i] = char(v & 0xff);
            carry = v >> 8;
        }
    }
    QString digits; // the last one first
    bool more = true;
    while (more) {
        int rest = 0;
        more = false;
        for (char& byte : number) {
            const int v = rest * 256 + quint8(byte);
            byte = char(v / 10);
            rest = v % 10;
            more = more || byte != 0;
        }
        digits += QChar(u'0' + rest);
    }
    while (digits.size() <= scale)
        digits += u'0';
    std::reverse(digits.begin(), digits.end());
    if (scale > 0)
        digits.insert(digits.size() - scale, u'.');
    return negative ? u'-' + digits : digits;
}

class AvroReader final
{
public:
    AvroReader(const AvroSchema& schema, QByteArrayView data)
        : m_schema(schema)
        , m_data(data)
    {
    }

    // False: see `problem`.
    bool value(size_t index, ValueNode& out, int depth)
    {
        if (depth > kMostDepth)
            return spoil(u"nested too deeply"_s);
        if (--m_left < 0)
            return spoil(u"too many values"_s);
        const AvroType& type = m_schema.at(index);
        out.type = type.word;
        switch (type.kind) {
        case Kind::Null:
            out.kind = ValueNode::Kind::Null;
            return true;
        case Kind::Boolean:
            return boolean(out);
        case Kind::Int:
        case Kind::Long:
            return integer(type, out);
        case Kind::Float:
        case Kind::Double:
            return floating(type, out);
        case Kind::Bytes:
        case Kind::String: {
            QByteArrayView bytes;
            return sized(bytes) && blob(type, bytes, out);
        }
        case Kind::Fixed: {
            QByteArrayView bytes;
            return raw(type.size, bytes) && blob(type, bytes, out);
        }
        case Kind::Enum:
            return symbol(type, out);
        case Kind::Record:
            return record(type, out, depth);
        case Kind::Array:
        case Kind::Map:
            return blocks(type, out, depth);
        case Kind::Union:
            return branch(type, out, depth);
        }
        return spoil(u"unknown type"_s);
    }

    qsizetype left() const { return m_data.size() - m_at; }
    qsizetype at() const { return m_at; }
    const QString& problem() const { return m_problem; }
    bool spoil(const QString& why)
    {
        if (m_problem.isEmpty())
            m_problem = u"%1 at byte %2"_s.arg(why).arg(m_at);
        return false;
    }

private:
    bool varint(qint64& out)
    {
        quint64 v = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (m_at >= m_data.size())
                return spoil(u"cut off"_s);
            const quint8 byte = quint8(m_data[m_at++]);
            if (shift == 63 && byte > 1)
                break;
            v |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80) {
                out = qint64(v >> 1) ^ -qint64(v & 1);
                return true;
            }
        }
        return spoil(u"a number that does not end"_s);
    }
    bool raw(qint64 size, QByteArrayView& out)
    {
        if (size < 0 || size > left())
            return spoil(u"cut off"_s);
        out = m_data.sliced(m_at, qsizetype(size));
        m_at += qsizetype(size);
        return true;
    }
    bool sized(QByteArrayView& out)
    {
        qint64 size = 0;
        return varint(size) && raw(size, out);
    }

    bool boolean(ValueNode& out)
    {
        QByteArrayView byte;
        if (!raw(1, byte))
            return false;
        if (quint8(byte[0]) > 1)
            return spoil(u"not a boolean"_s);
        out.kind = ValueNode::Kind::Bool;
        out.text = byte[0] ? u"true"_s : u"false"_s;
        return true;
    }
    bool integer(const AvroType& type, ValueNode& out)
    {
        qint64 v = 0;
        if (!varint(v))
            return false;
        if (type.kind == Kind::Int && (v < INT_MIN || v > INT_MAX))
            return spoil(u"not an int"_s);
        out.kind = ValueNode::Kind::Text;
        if (type.logical.endsWith("timestamp-millis"_L1)) {
            out.text = timeText(v, 3);
        } else if (type.logical.endsWith("timestamp-micros"_L1)) {
            out.text = timeText(v, 6);
        } else if (type.logical == "date"_L1 && qAbs(v) < 3'000'000) {
            out.text = QDate(1970, 1, 1).addDays(v).toString(Qt::ISODate);
        } else if (type.logical == "time-millis"_L1 && v >= 0 && v < 86'400'000) {
            out.text = QTime::fromMSecsSinceStartOfDay(int(v)).toString(Qt::ISODateWithMs);
        } else if (type.logical == "time-micros"_L1 && v >= 0 && v < 86'400'000'000) {
            out.text = timeText(v, 6).mid(11).chopped(1);
        } else {
            out.kind = ValueNode::Kind::Number;
            out.text = QString::number(v);
        }
        // Local times have no zone.
        if (type.logical.startsWith("local"_L1) && out.text.endsWith(u'Z'))
            out.text.chop(1);
        return true;
    }
    bool floating(const AvroType& type, ValueNode& out)
    {
        QByteArrayView bytes;
        if (!raw(type.kind == Kind::Float ? 4 : 8, bytes))
            return false;
        const double v = type.kind == Kind::Float ? double(qFromLittleEndian<float>(bytes.data()))
                                                  : qFromLittleEndian<double>(bytes.data());
        out = numberNode(v, type.word);
        return true;
    }
    bool blob(const AvroType& type, QByteArrayView bytes, ValueNode& out)
    {
        if (type.logical == "decimal"_L1) {
            const QString text = decimalText(bytes, type.scale);
            out.kind = text.startsWith("0x"_L1) ? ValueNode::Kind::Text : ValueNode::Kind::Number;
            out.text = text;
        } else if (type.logical == "uuid"_L1 && type.kind == Kind::Fixed) {
            out = textNode(
                QUuid::fromRfc4122(bytes.toByteArray()).toString(QUuid::WithoutBraces), type.word);
        } else if (type.logical == "duration"_L1) {
            out = textNode(u"P%1M%2DT%3S"_s.arg(qFromLittleEndian<quint32>(bytes.data()))
                               .arg(qFromLittleEndian<quint32>(bytes.data() + 4))
                               .arg(double(qFromLittleEndian<quint32>(bytes.data() + 8)) / 1000.0),
                type.word);
        } else if (type.kind == Kind::String) {
            if (!bytes.isValidUtf8())
                return spoil(u"a string that is no UTF-8"_s);
            out = textNode(QString::fromUtf8(bytes), type.word);
        } else {
            out = bytesNode(bytes, type.word);
        }
        return true;
    }
    bool symbol(const AvroType& type, ValueNode& out)
    {
        qint64 v = 0;
        if (!varint(v))
            return false;
        if (v < 0 || v >= type.symbols.size())
            return spoil(u"no such symbol of "_s + type.word);
        out = textNode(type.symbols[qsizetype(v)], type.word);
        return true;
    }
    bool record(const AvroType& type, ValueNode& out, int depth)
    {
        out.kind = ValueNode::Kind::Record;
        for (const AvroType::Part& part : type.parts) {
            ValueNode& child = out.children.emplace_back();
            if (!value(part.type, child, depth + 1))
                return false;
            child.name = part.name;
        }
        return true;
    }
    bool blocks(const AvroType& type, ValueNode& out, int depth)
    {
        const bool map = type.kind == Kind::Map;
        out.kind = map ? ValueNode::Kind::Record : ValueNode::Kind::List;
        for (;;) {
            qint64 count = 0, size = 0;
            if (!varint(count))
                return false;
            if (count == 0)
                return true;
            if (count < 0 && !varint(size))
                return false;
            if (count == std::numeric_limits<qint64>::min())
                return spoil(u"not a count"_s);
            for (qint64 i = qAbs(count); i > 0; --i) {
                ValueNode& child = out.children.emplace_back();
                QByteArrayView name;
                if (map && !sized(name))
                    return false;
                if (!value(type.parts.front().type, child, depth + 1))
                    return false;
                child.name = QString::fromUtf8(name);
            }
        }
    }
    bool branch(const AvroType& type, ValueNode& out, int depth)
    {
        qint64 v = 0;
        if (!varint(v))
            return false;
        if (v < 0 || v >= qint64(type.parts.size()))
            return spoil(u"no such branch of "_s + type.word);
        if (!value(type.parts[size_t(v)].type, out, depth + 1))
            return false;
        out.type = type.word;
        return true;
    }

    const AvroSchema& m_schema;
    const QByteArrayView m_data;
    qsizetype m_at = 0;
    int m_left = kMostNodes;
    QString m_problem;
};

} // namespace

Result<ValueNode> AvroSchema::read(QByteArrayView bytes) const
{
    AvroReader reader(*this, bytes);
    ValueNode out;
    bool good = reader.value(m_root, out, 0);
    if (good && reader.left() > 0)
        good = reader.spoil(u"%1 bytes too many"_s.arg(reader.left()));
    if (!good)
        return fail(Error::Kind::Protocol, u"Avro: "_s + reader.problem());
    return out;
}

} // namespace pilothouse::streams
