// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/values.h"

#include "pipelines/api/duration.h"

#include <QRegularExpression>
#include <QSet>

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

} // namespace

Values::Values(const Pipeline& pipeline, const Target& target, std::vector<Problem>& problems)
    : m_target(target)
    , m_problems(problems)
{
    for (const Environment& environment : pipeline.environments) {
        for (const Setting& setting : environment.values) {
            m_names.insert(setting.name);
            if (environment.name == target.environment)
                m_environment.emplace(setting.name, setting.value);
        }
    }
}

void Values::problem(const QString& node, const QString& field, Text message)
{
    m_problems.push_back({Problem::Severity::Error, std::move(message), {}, node, field});
}

QString Values::replaced(const QString& text, const QString& node, const QString& field)
{
    QString out;
    qsizetype done = 0;
    for (auto found = reference().globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        const QString name = one.captured(1);
        if (!m_names.contains(name))
            continue; // a shell's, say
        const auto value = m_environment.find(name);
        if (value == m_environment.end()) {
            problem(node, field,
                PH_TEXT("Pipelines", "%1 has no value in the environment %2.")
                    .arg(name)
                    .arg(m_target.environment.isEmpty() ? u"–"_s : m_target.environment));
            continue;
        }
        out += QStringView(text).mid(done, one.capturedStart() - done);
        out += value->second.text;
        done = one.capturedEnd();
    }
    return done == 0 ? text : out + QStringView(text).mid(done);
}

Value Values::replaced(const Value& value, const QString& node, const QString& field)
{
    if (m_names.isEmpty())
        return value;
    Value out = value;
    if (value.kind == Value::Kind::Text) {
        const auto whole = reference().match(value.text);
        if (whole.hasMatch() && whole.capturedLength() == value.text.size()) {
            const auto found = m_environment.find(whole.captured(1));
            if (found != m_environment.end())
                return found->second;
        }
        out.text = replaced(value.text, node, field);
    }
    for (Value& item : out.items)
        item = replaced(item, node, field);
    for (auto& [key, entry] : out.entries)
        entry = replaced(entry, node, field);
    return out;
}

// The value as its type wants it; a problem if it is none.
Value Values::typed(const FieldSpec& field, const Value& value, const QString& node)
{
    using Kind = Value::Kind;
    const auto no = [&](Text why) {
        problem(node, field.name, std::move(why));
        return Value();
    };
    switch (field.type) {
    case FieldType::Number:
        if (isPlainNumber(value.text) && (value.kind == Kind::Number || value.kind == Kind::Text))
            return {Kind::Number, value.text, {}, {}};
        return no(PH_TEXT("Pipelines", "%1 is no number.").arg(value.shown()));
    case FieldType::Bool:
        if (value.kind == Kind::Bool || value.text == u"true" || value.text == u"false")
            return Value::ofBool(value.text == u"true");
        return no(PH_TEXT("Pipelines", "%1 is neither true nor false.").arg(value.shown()));
    case FieldType::Duration:
        if (value.kind == Kind::Text && durationOf(value.text))
            return value;
        return no(PH_TEXT("Pipelines", "%1 is no duration, as 90s or 1h30m.").arg(value.shown()));
    case FieldType::List:
    case FieldType::Columns: {
        Value list = value;
        if (value.kind != Kind::List) {
            if (value.kind == Kind::Map)
                return no(PH_TEXT("Pipelines", "%1 is no list.").arg(value.shown()));
            list = {Kind::List, {}, {value}, {}};
        }
        return list;
    }
    case FieldType::Map:
        if (value.kind == Kind::Map)
            return value;
        return no(PH_TEXT("Pipelines", "%1 is no list of names and values.").arg(value.shown()));
    case FieldType::Choice: {
        const auto choice = std::find_if(field.choices.begin(), field.choices.end(),
            [&](const ChoiceSpec& one) { return one.value == value.text; });
        if (choice == field.choices.end())
            return no(PH_TEXT("Pipelines", "%1 is none of the choices.").arg(value.shown()));
        if (auto missing = missingFor(choice->needs, m_target, {}))
            return no(std::move(*missing));
        return Value::ofText(value.text);
    }
    default:
        if (value.kind == Kind::List || value.kind == Kind::Map)
            return no(PH_TEXT("Pipelines", "%1 is no text.").arg(value.shown()));
        return Value::ofText(value.text);
    }
}

Bindings Values::of(
    const std::vector<FieldSpec>& fields, const Settings& settings, const QString& node)
{
    Bindings out;
    const auto chosen = [&](const QString& name) {
        const auto found = out.find(name);
        return found == out.end() ? QString() : found->second.value.text;
    };
    for (const FieldSpec& field : fields) {
        const bool used = std::all_of(field.when.begin(), field.when.end(),
            [&](const auto& one) { return one.second.contains(chosen(one.first)); });
        if (!used)
            continue;
        const Setting* setting = find(settings, field.name);
        const bool given = setting && !setting->source && !isEmpty(setting->value);
        if (given) {
            if (auto missing = missingFor(field.needs, m_target, {})) {
                problem(node, field.name, std::move(*missing));
                continue;
            }
        }
        Value value = given ? replaced(setting->value, node, field.name) : field.standard;
        if (isEmpty(value)) {
            if (field.required)
                problem(
                    node, field.name, PH_TEXT("Pipelines", "%1 is missing.").arg(field.title.en));
            continue;
        }
        value = typed(field, value, node);
        if (!value.isNone())
            out.emplace(field.name, Bound{std::move(value), field.type, {}, {}});
    }
    return out;
}

} // namespace pilothouse::pipelines
