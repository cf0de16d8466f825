// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/substitution.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

const QRegularExpression& reference()
{
    static const QRegularExpression pattern(u"\\$\\{([A-Za-z_][A-Za-z0-9_.-]*)\\}"_s);
    return pattern;
}

bool mayHave(const QString& text)
{
    return text.contains(u"${"_s);
}

} // namespace

Substitution::Substitution(const Pipeline& pipeline, const QString& environment)
{
    for (const Environment& one : pipeline.environments) {
        if (one.name != environment && !environment.isEmpty())
            continue;
        for (const Setting& setting : one.values)
            m_values.insert(setting.name, setting.value);
        break;
    }
}

QString Substitution::in(const QString& text) const
{
    QString out;
    qsizetype done = 0;
    for (auto found = reference().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        const auto value = m_values.constFind(one.captured(1));
        if (value == m_values.cend())
            continue;
        out += QStringView(text).mid(done, one.capturedStart() - done);
        out += value->text;
        done = one.capturedEnd();
    }
    return out + QStringView(text).mid(done);
}

Value Substitution::in(const Value& value) const
{
    if (m_values.isEmpty() || !hasNames(value))
        return value;
    Value out = value;
    if (value.kind == Value::Kind::Text) {
        const auto whole = reference().match(value.text);
        if (whole.hasMatch() && whole.capturedLength() == value.text.size())
            return m_values.value(whole.captured(1), value);
        out.text = in(value.text);
    }
    for (Value& item : out.items)
        item = in(item);
    for (auto& [key, entry] : out.entries)
        entry = in(entry);
    return out;
}

void Substitution::eachName(const Value& value, const std::function<void(const QString&)>& visit)
{
    if (value.kind == Value::Kind::Text && mayHave(value.text)) {
        for (auto found = reference().globalMatch(value.text); found.hasNext();)
            visit(found.next().captured(1));
    }
    for (const Value& item : value.items)
        eachName(item, visit);
    for (const auto& [key, entry] : value.entries)
        eachName(entry, visit);
}

bool Substitution::hasNames(const Value& value)
{
    return (value.kind == Value::Kind::Text && mayHave(value.text))
        || std::ranges::any_of(value.items, &Substitution::hasNames)
        || std::ranges::any_of(
            value.entries, [](const auto& entry) { return hasNames(entry.second); });
}

} // namespace pilothouse::pipelines
