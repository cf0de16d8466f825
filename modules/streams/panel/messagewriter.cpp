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
    put(out, u"key"_s, message.key);
    put(out, u"value"_s, message.value);
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

void MessageWriter::write(QByteArray& out, const Message& message, bool whole) const
{
    switch (m_format) {
    case MessageFormat::JsonLines:
        out += QJsonDocument(objectOf(message, whole)).toJson(QJsonDocument::Compact);
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
    out += quoted(textOrBase64(message.key)) + ',';
    // A tombstone is an empty field, an empty value is "".
    out += message.value.isNull() ? QByteArray()
        : message.value.isEmpty() ? QByteArray("\"\"")
                                  : quoted(textOrBase64(message.value));
    out += ',' + quoted(headers) + "\r\n";
}

QByteArray messageJson(const Message& message)
{
    return QJsonDocument(objectOf(message, !message.isCut())).toJson(QJsonDocument::Indented);
}

} // namespace pilothouse::streams
