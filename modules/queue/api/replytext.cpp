// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/api/replytext.h"

#include "queue/api/commandline.h"

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

class Writer final
{
public:
    explicit Writer(const ReplyBounds& bounds)
        : m_bounds(bounds)
    {
    }

    // `head` stands before the first line, `indent` before the others of the same element.
    void write(const Reply& reply, const QString& head, const QString& indent)
    {
        if (m_out.lines.size() >= m_bounds.lines) {
            m_out.cut = true;
            return;
        }
        if (reply.isArray() && !reply.items.empty()) {
            writeItems(reply.items, head, indent);
            return;
        }
        m_out.lines.append(head + word(reply));
        ++m_out.shown;
    }

    ReplyLines take() { return std::move(m_out); }

private:
    void writeItems(const std::vector<Reply>& items, const QString& head, const QString& indent)
    {
        const qsizetype digits = QString::number(items.size()).size();
        for (size_t i = 0; i < items.size(); ++i) {
            if (m_out.lines.size() >= m_bounds.lines) {
                m_out.cut = true;
                return;
            }
            const QString number = QString::number(i + 1).rightJustified(digits) + u") "_s;
            write(
                items[i], (i == 0 ? head : indent) + number, indent + QString(number.size(), u' '));
        }
    }

    QString word(const Reply& reply)
    {
        switch (reply.type) {
        case Reply::Type::Null:
            return u"(nil)"_s;
        case Reply::Type::Status:
            return QString::fromUtf8(reply.bytes);
        case Reply::Type::Error:
            return u"(error) "_s + QString::fromUtf8(reply.bytes);
        case Reply::Type::Integer:
            return u"(integer) "_s + QString::number(reply.integer);
        case Reply::Type::Array:
            return u"(empty)"_s;
        case Reply::Type::Bytes:
            break;
        }
        return bytes(reply.bytes);
    }

    // Always in quotes: a text that reads (nil) is not nothing.
    QString bytes(const QByteArray& value)
    {
        const bool whole = value.size() <= m_bounds.width;
        qsizetype end = std::min<qsizetype>(value.size(), m_bounds.width);
        while (!whole && end > 0 && (uchar(value[end]) & 0xc0) == 0x80)
            --end; // not in the middle of a character
        QString out = quoted(QByteArrayView(value).first(end));
        if (!out.startsWith(u'"'))
            out = u'"' + out + u'"';
        if (!whole) {
            m_out.cut = true;
            out += u"… (%1 B)"_s.arg(value.size());
        }
        return out;
    }

    const ReplyBounds m_bounds;
    ReplyLines m_out;
};

qint64 elementsOf(const Reply& reply)
{
    if (!reply.isArray() || reply.items.empty())
        return 1;
    qint64 all = 0;
    for (const Reply& item : reply.items)
        all += elementsOf(item);
    return all;
}

} // namespace

ReplyLines replyLines(const Reply& reply, const ReplyBounds& bounds)
{
    Writer writer(bounds);
    // Multi-line words of the server itself (INFO, CLIENT LIST) are read, not pasted.
    if (reply.isText() && reply.bytes.contains('\n') && isPlainText(reply.bytes)) {
        ReplyLines out;
        QString text = QString::fromUtf8(reply.bytes);
        text.remove(u'\r');
        while (text.endsWith(u'\n'))
            text.chop(1);
        const QStringList all = text.split(u'\n');
        out.lines = all.mid(0, bounds.lines);
        out.cut = out.lines.size() < all.size();
        for (QString& line : out.lines)
            if (line.size() > bounds.width) {
                line = line.left(bounds.width) + u'…';
                out.cut = true;
            }
        out.elements = out.shown = 1;
        return out;
    }
    writer.write(reply, {}, {});
    ReplyLines out = writer.take();
    out.elements = elementsOf(reply);
    return out;
}

} // namespace pilothouse::queue
