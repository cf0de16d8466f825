// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messagelist.h"

#include "ui/grid/celltext.h"

#include <QLocale>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kMostDecoded = 4000;
constexpr qsizetype kMostKey = 400; // characters
constexpr qsizetype kBeforeMatch = 24; // bytes of an excerpt before the match
constexpr qsizetype kShort = 64; // a match this near to the begin needs no excerpt
constexpr qsizetype kField = 120; // a field of JSON that begins this near is shown from its begin

// Where an excerpt begins: at a field of its own, else at a whole character.
qsizetype excerptBegin(const QByteArray& bytes, qsizetype match)
{
    const qsizetype field = bytes.lastIndexOf(",\"", match - kBeforeMatch / 2);
    if (field >= 0 && match - field <= kField)
        return field + 1;
    qsizetype at = match - kBeforeMatch;
    while (at > 0 && (static_cast<uchar>(bytes[at]) & 0xC0u) == 0x80u)
        --at;
    return at;
}

} // namespace

MessageList::MessageList(QObject* parent)
    : QAbstractTableModel(parent)
{
    connect(this, &QAbstractItemModel::modelAboutToBeReset, this, [this] { ++m_look; });
}

void MessageList::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    ++m_look;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

void MessageList::setPattern(const MessagePattern& pattern)
{
    m_finder = MatchFinder(pattern);
    ++m_look;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Key), index(rowCount() - 1, Value));
}

void MessageList::setDecoded(const Message& message, const QByteArray& line)
{
    ++m_look;
    if (m_decoded.size() >= kMostDecoded)
        m_decoded.clear();
    m_decoded.insert_or_assign({message.partition, message.offset}, line);
}

bool MessageList::isDecoded(const Message& message) const
{
    return m_decoded.count({message.partition, message.offset}) > 0;
}

void MessageList::forgetDecoded()
{
    ++m_look;
    m_decoded.clear();
}

BytesLook MessageList::keyLook(const Message& message)
{
    return lookOf(message.key, kMostKey);
}

BytesLook MessageList::valueLook(const Message& message) const
{
    const auto decoded = m_decoded.find({message.partition, message.offset});
    const bool known = decoded != m_decoded.end() && !decoded->second.isEmpty();
    const QByteArray& bytes = known ? decoded->second : message.value;
    if (m_finder.looksAt(MessagePattern::Value)) {
        qsizetype at = m_finder.firstIn(bytes);
        if (at > kShort) {
            at = excerptBegin(bytes, at);
            BytesLook look = lookOf(bytes.sliced(at));
            if (look.kind == BytesLook::Kind::Text || look.kind == BytesLook::Kind::Json) {
                look.kind = lookOf(bytes, kShort).kind;
                look.text.prepend(u'…');
                return look;
            }
        }
    }
    return lookOf(bytes);
}

int MessageList::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString MessageList::text(const Message& message, int column) const
{
    switch (column) {
    case Partition:
        return QString::number(message.partition);
    case Offset:
        return QString::number(message.offset);
    case Time:
        return timeText(message.timestamp, m_zone);
    case Key: {
        const BytesLook look = keyLook(message);
        return look.kind == BytesLook::Kind::Null ? tr("no key")
            : look.kind == BytesLook::Kind::Empty ? u"“”"_s
                                                  : look.text;
    }
    case Headers:
        return QString::number(message.headers.size());
    case Value: {
        const BytesLook look = valueLook(message);
        return look.kind == BytesLook::Kind::Null ? tr("null (tombstone)")
            : look.kind == BytesLook::Kind::Empty ? u"“”"_s
                                                  : look.text;
    }
    default:
        return {};
    }
}

QVariant MessageList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const bool number
        = index.column() == Partition || index.column() == Offset || index.column() == Headers;
    if (role == Qt::TextAlignmentRole)
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const Message* message = messageAt(index.row());
    if (!message)
        return role == Qt::DisplayRole ? QVariant(u"…"_s) : QVariant();
    if (role == Qt::ToolTipRole) {
        if (index.column() == Time && message->timestamp >= 0)
            return QString(timeText(message->timestamp, QTimeZone::utc()) + u" UTC "_s
                + timeKindName(message->timeKind));
        if (index.column() == Value && message->isCut())
            return tr("The first %1 of %2")
                .arg(ui::byteSize(message->value.size()), ui::byteSize(message->valueSize));
        return {};
    }
    return text(*message, index.column());
}

QVariant MessageList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Partition || section == Offset || section == Headers ? Qt::AlignRight
                                                                                    : Qt::AlignLeft)
            | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Partition)
        return tr("Partition");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Partition:
        return tr("Part.");
    case Offset:
        return tr("Offset");
    case Time:
        return tr("Time");
    case Key:
        return tr("Key");
    case Headers:
        return tr("Headers");
    case Value:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace pilothouse::streams
