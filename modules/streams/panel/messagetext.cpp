// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagetext.h"

#include "ui/grid/celltext.h"

#include <QDateTime>
#include <QLocale>
#include <QtEndian>

#include <algorithm>
#include <tuple>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kHexBytes = 96; // of binary in one line

// Cut at a whole character, so that a cut alone does not make text binary.
QByteArrayView wholeCharacters(QByteArrayView bytes, qsizetype most)
{
    if (bytes.size() <= most)
        return bytes;
    qsizetype end = most;
    while (end > 0 && end > most - 4 && (static_cast<uchar>(bytes[end]) & 0xC0u) == 0x80u)
        --end;
    return bytes.first(end);
}

bool isReadable(QByteArrayView bytes)
{
    return bytes.isValidUtf8() && std::none_of(bytes.begin(), bytes.end(), [](char c) {
        return (static_cast<uchar>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    });
}

QString hexText(QByteArrayView bytes)
{
    const QByteArrayView shown = bytes.first(std::min(bytes.size(), kHexBytes));
    QString out = QString::fromLatin1(shown.toByteArray().toHex(' '));
    if (shown.size() < bytes.size())
        out += u'…';
    return out;
}

} // namespace

BytesLook lookOf(const QByteArray& bytes, qsizetype most)
{
    if (bytes.isNull())
        return {BytesLook::Kind::Null, {}};
    if (bytes.isEmpty())
        return {BytesLook::Kind::Empty, {}};
    const QByteArrayView part = wholeCharacters(bytes, most * 4);
    // What a list holds may be cut inside of a character itself.
    const QByteArrayView whole = part.size() == bytes.size() && part.size() > 4
        ? wholeCharacters(part, part.size() - 1)
        : part;
    if (!isReadable(part) && !isReadable(whole))
        return {BytesLook::Kind::Binary, hexText(bytes)};
    const QByteArrayView start = part.trimmed();
    const bool json = start.startsWith('{') || start.startsWith('[');
    return {json ? BytesLook::Kind::Json : BytesLook::Kind::Text, ui::visibleText(part, most)};
}

std::optional<int> framedSchema(const QByteArray& bytes)
{
    if (bytes.size() < 6 || bytes[0] != 0)
        return std::nullopt;
    const int id = qFromBigEndian<qint32>(bytes.constData() + 1);
    return id > 0 ? std::optional(id) : std::nullopt;
}

QString timeText(qint64 msSinceEpoch, const QTimeZone& zone)
{
    if (msSinceEpoch < 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch, zone)
        .toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString timeKindName(Message::TimeKind kind)
{
    switch (kind) {
    case Message::TimeKind::Create:
        return u"CreateTime"_s;
    case Message::TimeKind::LogAppend:
        return u"LogAppendTime"_s;
    case Message::TimeKind::None:
        break;
    }
    return {};
}

QString placeName(int partition, qint64 offset)
{
    return u"%1 @ %2"_s.arg(QString::number(partition), QLocale().toString(offset));
}

qint64 bytesHeld(const Message& message)
{
    qint64 bytes = 200 + message.key.size() + message.value.size();
    for (const MessageHeader& header : message.headers)
        bytes += 64 + header.name.size() + header.value.size();
    return bytes;
}

bool isOlder(const Message& a, const Message& b)
{
    return std::tie(a.timestamp, a.partition, a.offset)
        < std::tie(b.timestamp, b.partition, b.offset);
}

} // namespace pilothouse::streams
