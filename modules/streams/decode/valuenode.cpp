// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/valuenode.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

void quote(QString& out, const QString& text)
{
    out += u'"';
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '"':
            out += u"\\\""_s;
            break;
        case '\\':
            out += u"\\\\"_s;
            break;
        case '\n':
            out += u"\\n"_s;
            break;
        case '\r':
            out += u"\\r"_s;
            break;
        case '\t':
            out += u"\\t"_s;
            break;
        default:
            if (c.unicode() < 0x20)
                out += u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0'));
            else
                out += c;
        }
    }
    out += u'"';
}

// `indent` below 0: in one line.
void write(QString& out, const ValueNode& node, int indent)
{
    using Kind = ValueNode::Kind;
    if (node.kind == Kind::Null) {
        out += u"null"_s;
        return;
    }
    if (node.kind == Kind::Bool || node.kind == Kind::Number) {
        out += node.text;
        return;
    }
    if (node.kind == Kind::Text) {
        quote(out, node.text);
        return;
    }
    const bool record = node.kind == Kind::Record;
    out += record ? u'{' : u'[';
    const auto newLine = [&out, indent](int more) {
        if (indent >= 0)
            out += u'\n' + QString((indent + more) * 2, u' ');
    };
    bool first = true;
    for (const ValueNode& child : node.children) {
        if (!first)
            out += u',';
        first = false;
        newLine(1);
        if (record) {
            quote(out, child.name);
            out += indent < 0 ? u":"_s : u": "_s;
        }
        write(out, child, indent < 0 ? indent : indent + 1);
    }
    if (!node.children.empty())
        newLine(0);
    out += record ? u'}' : u']';
}

} // namespace

DecodedField fieldOf(const ValueNode& node)
{
    DecodedField out;
    out.name = node.name;
    out.type = node.type;
    out.value = node.text;
    out.isNull = node.kind == ValueNode::Kind::Null;
    out.children.reserve(node.children.size());
    for (const ValueNode& child : node.children)
        out.children.push_back(fieldOf(child));
    return out;
}

QByteArray jsonOf(const ValueNode& node)
{
    QString out;
    write(out, node, -1);
    return out.toUtf8();
}

QString indentedJsonOf(const ValueNode& node)
{
    QString out;
    write(out, node, 0);
    return out;
}

ValueNode textNode(const QString& text, const QString& type)
{
    return {ValueNode::Kind::Text, {}, type, text, {}};
}

ValueNode numberNode(double value, const QString& type)
{
    if (!std::isfinite(value))
        return textNode(std::isnan(value) ? u"NaN"_s
                : value > 0               ? u"Infinity"_s
                                          : u"-Infinity"_s,
            type);
    const QString text = type == "float"_L1
        ? QString::number(value, 'g', 9)
        : QString::number(value, 'g', QLocale::FloatingPointShortest);
    return {ValueNode::Kind::Number, {}, type, text, {}};
}

ValueNode numberNode(qint64 value, const QString& type)
{
    return {ValueNode::Kind::Number, {}, type, QString::number(value), {}};
}

ValueNode bytesNode(QByteArrayView bytes, const QString& type)
{
    if (isText(bytes))
        return textNode(QString::fromUtf8(bytes), type);
    return textNode(u"0x"_s + QString::fromLatin1(bytes.toByteArray().toHex()), type);
}

bool isText(QByteArrayView bytes)
{
    return bytes.isValidUtf8() && std::none_of(bytes.begin(), bytes.end(), [](char c) {
        return (quint8(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
    });
}

QString timeText(qint64 units, int digits)
{
    qint64 perSecond = 1;
    for (int i = 0; i < digits; ++i)
        perSecond *= 10;
    qint64 seconds = units / perSecond;
    qint64 rest = units % perSecond;
    if (rest < 0) {
        rest += perSecond;
        --seconds;
    }
    constexpr qint64 kFarthest = 253'402'300'799; // the year 9999
    if (seconds < -62'135'596'800 || seconds > kFarthest)
        return QString::number(units);
    QString out
        = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (digits > 0)
        out += u'.' + QString::number(rest).rightJustified(digits, u'0');
    return out + u'Z';
}

} // namespace pilothouse::streams
