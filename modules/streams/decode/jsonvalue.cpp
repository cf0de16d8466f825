// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/jsonvalue.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

class JsonReader final
{
public:
    explicit JsonReader(QByteArrayView data)
        : m_data(data)
    {
    }

    bool value(ValueNode& out, int depth)
    {
        using Kind = ValueNode::Kind;
        skipBlanks();
        if (atEnd() || depth > kMostDepth || --m_left < 0)
            return false;
        switch (m_data[m_at]) {
        case '{':
            return members(out, depth, true);
        case '[':
            return members(out, depth, false);
        case '"':
            out.kind = Kind::Text;
            out.type = u"string"_s;
            return string(out.text);
        case 't':
            return word("true", out, Kind::Bool);
        case 'f':
            return word("false", out, Kind::Bool);
        case 'n':
            return word("null", out, Kind::Null);
        default:
            out.kind = Kind::Number;
            out.type = u"number"_s;
            return number(out.text);
        }
    }
    bool atEndAfterBlanks()
    {
        skipBlanks();
        return atEnd();
    }

private:
    bool atEnd() const { return m_at >= m_data.size(); }
    bool take(char c)
    {
        skipBlanks();
        if (atEnd() || m_data[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (!atEnd()
            && (m_data[m_at] == ' ' || m_data[m_at] == '\n' || m_data[m_at] == '\t'
                || m_data[m_at] == '\r'))
            ++m_at;
    }

    bool members(ValueNode& out, int depth, bool record)
    {
        ++m_at;
        out.kind = record ? ValueNode::Kind::Record : ValueNode::Kind::List;
        out.type = record ? u"object"_s : u"array"_s;
        const char end = record ? '}' : ']';
        if (take(end))
            return true;
        do {
            ValueNode child;
            if (record) {
                skipBlanks();
                if (atEnd() || m_data[m_at] != '"' || !string(child.name) || !take(':'))
                    return false;
            }
            if (!value(child, depth + 1))
                return false;
            out.children.push_back(std::move(child));
        } while (take(','));
        return take(end);
    }

    bool string(QString& out)
    {
        qsizetype from = ++m_at;
        const auto flush = [&] {
            out += QString::fromUtf8(m_data.sliced(from, m_at - from));
        };
        for (; !atEnd(); ++m_at) {
            const char c = m_data[m_at];
            if (c == '"') {
                flush();
                ++m_at;
                return true;
            }
            if (quint8(c) < 0x20)
                return false;
            if (c != '\\')
                continue;
            flush();
            if (++m_at >= m_data.size() || !escape(out))
                return false;
            from = m_at + 1;
        }
        return false;
    }
    bool escape(QString& out)
    {
        switch (m_data[m_at]) {
        case '"':
        case '\\':
        case '/':
            out += QLatin1Char(m_data[m_at]);
            return true;
        case 'b':
            out += u'\b';
            return true;
        case 'f':
            out += u'\f';
            return true;
        case 'n':
            out += u'\n';
            return true;
        case 'r':
            out += u'\r';
            return true;
        case 't':
            out += u'\t';
            return true;
        case 'u': {
            if (m_data.size() - m_at < 5)
                return false;
            bool ok = false;
            const ushort unit = m_data.sliced(m_at + 1, 4).toByteArray().toUShort(&ok, 16);
            out += QChar(unit);
            m_at += 4;
            return ok;
        }
        default:
            return false;
        }
    }

    bool digits()
    {
        const qsizetype from = m_at;
        while (!atEnd() && m_data[m_at] >= '0' && m_data[m_at] <= '9')
            ++m_at;
        return m_at > from;
    }
    bool number(QString& out)
    {
        const qsizetype from = m_at;
        if (m_data[m_at] == '-')
            ++m_at;
        if (!digits())
            return false;
        if (!atEnd() && m_data[m_at] == '.') {
            ++m_at;
            if (!digits())
                return false;
        }
        if (!atEnd() && (m_data[m_at] == 'e' || m_data[m_at] == 'E')) {
            ++m_at;
            if (!atEnd() && (m_data[m_at] == '+' || m_data[m_at] == '-'))
                ++m_at;
            if (!digits())
                return false;
        }
        out = QString::fromLatin1(m_data.sliced(from, m_at - from));
        return true;
    }
    bool word(const char* text, ValueNode& out, ValueNode::Kind kind)
    {
        if (!m_data.sliced(m_at).startsWith(QByteArrayView(text)))
            return false;
        m_at += qsizetype(qstrlen(text));
        out.kind = kind;
        out.type = kind == ValueNode::Kind::Null ? u"null"_s : u"boolean"_s;
        if (kind == ValueNode::Kind::Bool)
            out.text = QString::fromLatin1(text);
        return true;
    }

    const QByteArrayView m_data;
    qsizetype m_at = 0;
    int m_left = kMostNodes;
};

} // namespace

std::optional<ValueNode> jsonValueOf(QByteArrayView bytes, bool whole)
{
    if (bytes.isEmpty() || !bytes.isValidUtf8())
        return std::nullopt;
    JsonReader reader(bytes);
    ValueNode out;
    if (!reader.value(out, 0) || !reader.atEndAfterBlanks())
        return std::nullopt;
    const bool scalar = out.kind != ValueNode::Kind::Record && out.kind != ValueNode::Kind::List;
    if (whole && scalar)
        return std::nullopt;
    return out;
}

} // namespace pilothouse::streams
