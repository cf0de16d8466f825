// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagebytes.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kHexLine = 32; // bytes

// Qt reads only objects and lists: anything else is read as a list of one.
std::optional<QJsonValue> jsonOf(const QByteArray& bytes, QJsonParseError& error)
{
    const QJsonDocument whole = QJsonDocument::fromJson('[' + bytes + ']', &error);
    if (error.error != QJsonParseError::NoError || whole.array().size() != 1)
        return {};
    return whole.array().first();
}

QByteArray bytesOf(const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isString()) {
        const QByteArray text = value.toString().toUtf8();
        return text.isNull() ? QByteArray("") : text; // empty, not null
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

std::optional<QByteArray> ofHex(const QString& digits)
{
    QByteArray plain = digits.simplified().remove(u' ').toLatin1();
    if (plain.startsWith("0x"))
        plain.remove(0, 2);
    const bool good = plain.size() % 2 == 0
        && std::all_of(plain.begin(), plain.end(), [](char c) { return isxdigit(uchar(c)); });
    if (!good)
        return {};
    const QByteArray bytes = QByteArray::fromHex(plain);
    return bytes.isNull() ? QByteArray("") : bytes;
}

std::vector<MessageHeader> headersOf(const QJsonValue& value)
{
    std::vector<MessageHeader> out;
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end(); ++at)
        out.push_back({at.key().toUtf8(), bytesOf(at.value())});
    for (const QJsonValue& one : value.toArray()) {
        if (one.isArray())
            out.push_back({one[0].toString().toUtf8(), bytesOf(one[1])});
        else
            out.push_back({one[u"name"_s].toString().toUtf8(), bytesOf(one[u"value"_s])});
    }
    return out;
}

std::optional<qint64> timeOf(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toInteger();
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

tl::unexpected<Error> wrongLine(int line, const QString& detail, const Text& hint)
{
    return fail(Error::Kind::Protocol, u"%1: %2"_s.arg(line).arg(detail), {}, hint);
}

} // namespace

BytesKind kindOf(const QByteArray& bytes)
{
    if (bytes.isNull())
        return BytesKind::Null;
    if (bytes.startsWith('{') || bytes.startsWith('[')) {
        QJsonParseError error;
        if (jsonOf(bytes, error))
            return BytesKind::Json;
    }
    const QString text = QString::fromUtf8(bytes);
    const bool plain = text.toUtf8() == bytes && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c != QChar::ReplacementCharacter
            && (c.isPrint() || c.isSurrogate() || c == u'\n' || c == u'\t');
    });
    return plain ? BytesKind::Text : BytesKind::Hex;
}

QString textOf(BytesKind kind, const QByteArray& bytes)
{
    if (kind == BytesKind::Null)
        return {};
    if (kind != BytesKind::Hex)
        return QString::fromUtf8(bytes);
    QStringList lines;
    for (qsizetype at = 0; at < bytes.size(); at += kHexLine)
        lines << QString::fromLatin1(bytes.mid(at, kHexLine).toHex(' '));
    return lines.join(u'\n');
}

tl::expected<QByteArray, Text> bytesOf(BytesKind kind, const QString& text)
{
    const QByteArray utf8 = text.isEmpty() ? QByteArray("") : text.toUtf8();
    switch (kind) {
    case BytesKind::Null:
        return QByteArray();
    case BytesKind::Text:
        return utf8;
    case BytesKind::Json: {
        QJsonParseError error;
        if (jsonOf(utf8, error))
            return utf8;
        const qsizetype at = std::clamp<qsizetype>(error.offset - 1, 0, utf8.size());
        const auto line = utf8.left(at).count('\n') + 1;
        return tl::unexpected(utf8.trimmed().isEmpty()
                ? PH_TEXT("MessageBytes", "Empty text is no JSON")
                : PH_TEXT("MessageBytes", "This is no JSON, see line %1").arg(line));
    }
    case BytesKind::Hex:
        if (const auto bytes = ofHex(text))
            return *bytes;
        return tl::unexpected(
            PH_TEXT("MessageBytes", "Two hexadecimal digits for each byte, such as 00 1f a0"));
    }
    return utf8;
}

Result<std::vector<Draft>> readDrafts(const QByteArray& lines, size_t limit)
{
    std::vector<Draft> out;
    int number = 0;
    for (const QByteArray& line : lines.split('\n')) {
        ++number;
        const QByteArray text = line.trimmed();
        if (text.isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (!document.isObject())
            return wrongLine(number, error.errorString(),
                PH_TEXT("MessageBytes", "Each line is one JSON object"));
        if (out.size() >= limit)
            return wrongLine(number, QString::number(limit),
                PH_TEXT("MessageBytes", "There are too many messages in the file"));
        const QJsonObject object = document.object();
        Draft draft;
        draft.key = bytesOf(object.value(u"key"_s));
        draft.value = bytesOf(object.value(u"value"_s));
        for (const auto& [name, bytes] :
            {std::pair(u"keyHex"_s, &draft.key), std::pair(u"valueHex"_s, &draft.value)}) {
            if (!object.contains(name))
                continue;
            const auto found = ofHex(object.value(name).toString());
            if (!found)
                return wrongLine(number, name,
                    PH_TEXT(
                        "MessageBytes", "Two hexadecimal digits for each byte, such as 00 1f a0"));
            *bytes = *found;
        }
        draft.headers = headersOf(object.value(u"headers"_s));
        draft.partition = object.value(u"partition"_s).toInt(-1);
        draft.timestamp = timeOf(object.value(u"timestamp"_s));
        out.push_back(std::move(draft));
    }
    return out;
}

QJsonObject draftJson(const Draft& draft)
{
    const auto put = [](QJsonObject& to, const QString& name, const QByteArray& bytes) {
        if (!bytes.isNull())
            to[name] = QString::fromLatin1(bytes.toBase64());
    };
    QJsonObject out{{u"partition"_s, draft.partition}};
    put(out, u"key"_s, draft.key);
    put(out, u"value"_s, draft.value);
    if (draft.timestamp)
        out[u"timestamp"_s] = *draft.timestamp;
    QJsonArray headers;
    for (const MessageHeader& header : draft.headers) {
        QJsonObject one;
        put(one, u"name"_s, header.name);
        put(one, u"value"_s, header.value);
        headers.append(one);
    }
    out[u"headers"_s] = headers;
    return out;
}

Draft draftOf(const QJsonObject& json)
{
    const auto bytes = [](const QJsonObject& from, const QString& name) -> QByteArray {
        const QByteArray packed = from[name].toString().toLatin1();
        // What is there and empty is no null.
        return !from.contains(name) ? QByteArray()
            : packed.isEmpty()      ? QByteArray("")
                                    : QByteArray::fromBase64(packed);
    };
    Draft out;
    out.partition = json[u"partition"_s].toInt(-1);
    out.key = bytes(json, u"key"_s);
    out.value = bytes(json, u"value"_s);
    if (json.contains(u"timestamp"_s))
        out.timestamp = json[u"timestamp"_s].toInteger();
    for (const QJsonValue& header : json[u"headers"_s].toArray())
        out.headers.push_back(
            {bytes(header.toObject(), u"name"_s), bytes(header.toObject(), u"value"_s)});
    return out;
}

Draft draftOf(const Message& message)
{
    Draft draft;
    draft.key = message.key;
    draft.value = message.value;
    draft.headers = message.headers;
    return draft;
}

} // namespace pilothouse::streams
