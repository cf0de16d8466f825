// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/api/value.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kShown = 200; // characters

QString cut(const QString& text)
{
    return text.size() <= kShown ? text : text.left(kShown - 1) + u'…';
}

} // namespace

Value Value::ofText(const QString& text)
{
    return {Kind::Text, text, {}, {}};
}

Value Value::ofNumber(qint64 number)
{
    return {Kind::Number, QString::number(number), {}, {}};
}

Value Value::ofBool(bool on)
{
    return {Kind::Bool, on ? u"true"_s : u"false"_s, {}, {}};
}

Value Value::ofPlain(const QString& text)
{
    if (text == u"true" || text == u"false")
        return {Kind::Bool, text, {}, {}};
    return {isPlainNumber(text) ? Kind::Number : Kind::Text, text, {}, {}};
}

bool Value::isTrue() const
{
    return kind == Kind::Bool && text == u"true";
}

const Value* Value::find(QStringView key) const
{
    const auto at = std::find_if(
        entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == key; });
    return at == entries.end() ? nullptr : &at->second;
}

QString Value::shown() const
{
    QStringList parts;
    switch (kind) {
    case Kind::None:
        return {};
    case Kind::List:
        for (const Value& item : items) {
            parts.append(item.shown());
            if (parts.size() == 20)
                break;
        }
        return cut(u"[%1]"_s.arg(parts.join(u", ")));
    case Kind::Map:
        for (const auto& [key, value] : entries) {
            parts.append(key + u": "_s + value.shown());
            if (parts.size() == 20)
                break;
        }
        return cut(u"{%1}"_s.arg(parts.join(u", ")));
    default:
        return cut(QString(text).replace(u'\n', u'↵'));
    }
}

bool isEmpty(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::None:
        return true;
    case Value::Kind::List:
        return value.items.empty();
    case Value::Kind::Map:
        return value.entries.empty();
    default:
        return value.text.isEmpty();
    }
}

bool isPlainNumber(QStringView text)
{
    static const QRegularExpression pattern(u"^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"_s);
    return text.size() <= 64 && pattern.match(text.toString()).hasMatch();
}

} // namespace pilothouse::pipelines
