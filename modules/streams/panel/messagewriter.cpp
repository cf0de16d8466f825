// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagewriter.h"

#include "streams/panel/messagetext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

// "key": text, or "keyBase64": bytes that are none, or null.
void put(QJsonObject& object, const QString& name, const QByteArray& bytes)
{
    if (bytes.isNull())
        object[name] = QJsonValue::Null;
    else if (QByteArrayView(bytes).isValidUtf8())
        object[name] = QString::fromUtf8(bytes);
    else
        object[name + u"Base64"_s] = QString::fromLatin1(bytes.toBase64());
}

QJsonArray headersJson(const Message& message)
{
    QJsonArray out;
    for (const MessageHeader& header : message.headers) {
        QJsonObject one;
        put(one, u"name"_s, header.name);
        put(one, u"value"_s, header.value);
        out.append(one);
    }
    return out;
}

QJsonObject objectOf(const Message& message, bool whole)
{
    QJsonObject out;
    out[u"topic"_s] = message.topic;
    out[u"partition"_s] = message.partition;
    out[u"offset"_s] = message.offset;
    if (message.timestamp >= 0) {
        out[u"timestamp"_s] = isoTime(message.timestamp);
        out[u"timestampType"_s] = timeKindName(message.timeKind);
    }
    out[u"headers"_s] = headersJson(message);
    if (!whole) {
        out[u"incomplete"_s] = true;
        out[u"valueBytes"_s] = message.valueSize;
    }
    return out;
}

QByteArray quoted(QByteArray text)
{
    if (!text.contains(',') && !text.contains('"') && !text.contains('\n') && !text.contains('\r'))
        return text;
    text.replace('"', "\"\"");
    return QByteArray('"' + text + '"');
}

QByteArray textOrBase64(const QByteArray& bytes)
{
    return QByteArrayView(bytes).isValidUtf8() ? bytes : QByteArray("base64:" + bytes.toBase64());
}

bool hasWords(const DecodedBytes* decoded)
{
    return decoded && (!decoded->json.isEmpty() || !decoded->text.isEmpty());
}

} // namespace

QString formatFilter(MessageFormat format)
{
    switch (format) {
    case MessageFormat::JsonLines:
        return u"JSON lines (*.jsonl)"_s;
    case MessageFormat::Csv:
        return u"CSV (*.csv)"_s;
    case MessageFormat::Raw:
        break;
    }
    return u"Raw (*.bin *.txt)"_s;
}

QString formatSuffix(MessageFormat format)
{
    return format == MessageFormat::JsonLines ? u"jsonl"_s
        : format == MessageFormat::Csv        ? u"csv"_s
                                              : u"bin"_s;
}

void MessageWriter::begin(QByteArray& out) const
{
    if (m_format == MessageFormat::Csv)
        out += "partition,offset,timestamp,timestamp_type,key,value,headers\r\n";
}

bool MessageWriter::isDecoded(const Message& message, const DecodedMessage* decoded)
{
    return message.value.isEmpty() || hasWords(decoded ? &decoded->value : nullptr);
}

// What a decoder made JSON of is written as it made it: numbers keep all of their digits.
QByteArray MessageWriter::jsonLine(
    const Message& message, bool whole, const DecodedMessage* decoded) const
{
    QJsonObject object = objectOf(message, whole);
    QByteArray json;
    const auto add = [&](const QString& name, const QByteArray& bytes, const DecodedBytes* part) {
        if (m_values == MessageValues::Bytes && !bytes.isNull())
            object[name + u"Base64"_s] = QString::fromLatin1(bytes.toBase64());
        else if (bytes.isEmpty() || !hasWords(part))
            put(object, name, bytes);
        else if (part->json.isEmpty())
            object[name] = part->text;
        else
            json += ",\"" + name.toLatin1() + "\":" + part->json;
    };
    add(u"key"_s, message.key, decoded ? &decoded->key : nullptr);
    add(u"value"_s, message.value, decoded ? &decoded->value : nullptr);
    if (decoded && !isDecoded(message, decoded))
        object[u"decoded"_s] = false;
    QByteArray out = QJsonDocument(object).toJson(QJsonDocument::Compact);
    out.chop(1);
    return QByteArray(out + json + '}');
}

QByteArray MessageWriter::field(const QByteArray& bytes, const DecodedBytes* decoded) const
{
    if (bytes.isNull())
        return {};
    if (bytes.isEmpty()) // a tombstone is an empty field, an empty value is ""
        return QByteArrayLiteral("\"\"");
    if (m_values == MessageValues::Bytes)
        return QByteArray("base64:" + bytes.toBase64());
    if (!hasWords(decoded))
        return quoted(textOrBase64(bytes));
    return quoted(decoded->json.isEmpty() ? decoded->text.toUtf8() : decoded->json);
}

void MessageWriter::write(
    QByteArray& out, const Message& message, bool whole, const DecodedMessage* decoded) const
{
    switch (m_format) {
    case MessageFormat::JsonLines:
        out += jsonLine(message, whole, decoded);
        out += '\n';
        return;
    case MessageFormat::Raw:
        out += message.value;
        out += '\n';
        return;
    case MessageFormat::Csv:
        break;
    }
    const QByteArray headers = message.headers.empty()
        ? QByteArray()
        : QJsonDocument(headersJson(message)).toJson(QJsonDocument::Compact);
    out += QByteArray::number(message.partition) + ',' + QByteArray::number(message.offset) + ',';
    if (message.timestamp >= 0)
        out += isoTime(message.timestamp).toLatin1();
    out += ',' + timeKindName(message.timeKind).toLatin1() + ',';
    out += field(message.key, decoded ? &decoded->key : nullptr) + ',';
    out += field(message.value, decoded ? &decoded->value : nullptr);
    out += ',' + quoted(headers) + "\r\n";
}

QByteArray messageJson(const Message& message)
{
    QJsonObject object = objectOf(message, !message.isCut());
    put(object, u"key"_s, message.key);
    put(object, u"value"_s, message.value);
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace pilothouse::streams
