// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/valuecheck.h"

#include "pipelines/api/duration.h"
#include "pipelines/check/formats.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Kind = Value::Kind;

namespace
{

using Found = std::optional<Text>;

QString numberText(double number)
{
    return QString::number(number, 'g', 12);
}

bool isScalar(const Value& value)
{
    return value.kind == Kind::Text || value.kind == Kind::Number || value.kind == Kind::Bool;
}

// Filled in when it runs: what it will be is not known.
bool isTemplate(const QString& text)
{
    return text.contains(u"{{"_s) || text.contains(u"{%"_s);
}

QString choicesOf(const FieldSpec& field)
{
    QStringList words;
    for (const ChoiceSpec& choice : field.choices)
        words.append(choice.value);
    return words.join(u", ");
}

Found rangeProblem(const FieldSpec& field, double number)
{
    if (field.least && number < *field.least)
        return PH_TEXT("pipelines", "At least %1.").arg(numberText(*field.least));
    if (field.most && number > *field.most)
        return PH_TEXT("pipelines", "At most %1.").arg(numberText(*field.most));
    return {};
}

Found numberProblem(const FieldSpec& field, const Value& value)
{
    if (!isScalar(value) || !isPlainNumber(value.text))
        return PH_TEXT("pipelines", "%1 is no number.").arg(value.shown());
    return rangeProblem(field, value.text.toDouble());
}

Found listProblem(const FieldSpec& field, const Value& value)
{
    if (value.kind == Kind::Map)
        return PH_TEXT("pipelines", "A list is expected here.");
    for (const Value& item : value.items) {
        if (!isScalar(item))
            return PH_TEXT("pipelines", "A list of texts is expected here.");
    }
    return rangeProblem(field, value.kind == Kind::List ? double(value.items.size()) : 1);
}

Found mapProblem(const Value& value)
{
    if (value.kind != Kind::Map)
        return PH_TEXT("pipelines", "Names with values are expected here.");
    for (const auto& [key, entry] : value.entries) {
        if (!isScalar(entry) && entry.kind != Kind::None)
            return PH_TEXT("pipelines", "%1 must be a text.").arg(key);
    }
    return {};
}

Found columnProblem(const Value& column, QSet<QString>& names)
{
    static const QRegularExpression type(
        u"^[A-Za-z][A-Za-z0-9_]*(?: [A-Za-z]+)*(?: ?\\( ?[0-9]{1,6}(?: ?, ?[0-9]{1,6})? ?\\))?"
        u"(?: with(?:out)? time zone)?(?:\\[\\])*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const Value* name = column.kind == Kind::Map ? column.find(u"name") : nullptr;
    if (!name || name->text.isEmpty() || !isScalar(*name))
        return PH_TEXT("pipelines", "A column needs a name.");
    if (name->text.size() > 63)
        return PH_TEXT("pipelines", "The name of a column has at most 63 characters.");
    if (names.contains(name->text))
        return PH_TEXT("pipelines", "Two columns are called %1.").arg(name->text);
    names.insert(name->text);
    for (const auto& [key, value] : column.entries) {
        if (key == u"type") {
            if (!isScalar(value) || !type.match(value.text).hasMatch())
                return PH_TEXT("pipelines", "%1: %2 is no type of a column.")
                    .arg(name->text)
                    .arg(value.shown());
        } else if (key == u"nullable") {
            if (value.kind != Kind::Bool)
                return PH_TEXT("pipelines", "%1: nullable must be true or false.").arg(name->text);
        } else if (key != u"name") {
            return PH_TEXT("pipelines", "%1: %2 is not known here.").arg(name->text).arg(key);
        }
    }
    if (!column.find(u"type"))
        return PH_TEXT("pipelines", "%1 needs a type.").arg(name->text);
    return {};
}

Found columnsProblem(const Value& value)
{
    if (value.kind != Kind::List)
        return PH_TEXT("pipelines", "A list of columns is expected here.");
    QSet<QString> names;
    for (const Value& column : value.items) {
        if (auto found = columnProblem(column, names))
            return found;
    }
    return {};
}

Found formatProblem(const FieldSpec& field, const QString& text)
{
    switch (field.type) {
    case FieldType::Connection:
        return formats::connectionProblem(text);
    case FieldType::Table:
        return formats::tableProblem(text);
    case FieldType::Topic:
        return formats::topicProblem(text);
    case FieldType::Url:
        return formats::urlProblem(text);
    case FieldType::Cron:
        return formats::cronProblem(text);
    case FieldType::TimeZone:
        return formats::zoneProblem(text);
    case FieldType::DateTime:
        return formats::dateTimeProblem(text);
    case FieldType::Code:
        return field.language == u"json" ? formats::jsonProblem(text) : Found();
    default:
        return {};
    }
}

Found textProblem(const FieldSpec& field, const Value& value)
{
    if (!isScalar(value))
        return PH_TEXT("pipelines", "A text is expected here.");
    const QString& text = value.text;
    const bool hasLines = field.type == FieldType::Lines || field.type == FieldType::Code;
    if (!hasLines && text.contains(u'\n'))
        return PH_TEXT("pipelines", "One line only.");
    if (field.rendered && isTemplate(text))
        return {};
    if (auto found = formatProblem(field, text))
        return found;
    if (!field.pattern.isEmpty()) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(field.pattern));
        if (!pattern.match(text).hasMatch())
            return PH_TEXT("pipelines", "%1 is not written as it must be.").arg(value.shown());
    }
    return {};
}

} // namespace

const ChoiceSpec* choiceOf(const FieldSpec& field, const Value& value)
{
    const auto found = std::ranges::find(field.choices, value.text, &ChoiceSpec::value);
    return isScalar(value) && found != field.choices.end() ? &*found : nullptr;
}

std::optional<Text> valueProblem(const FieldSpec& field, const Value& value)
{
    if (value.kind == Kind::None || (value.kind == Kind::Text && value.text.isEmpty()))
        return {};
    switch (field.type) {
    case FieldType::Number:
        return numberProblem(field, value);
    case FieldType::Bool:
        if (value.text == u"true" || value.text == u"false")
            return {};
        return PH_TEXT("pipelines", "%1 is neither true nor false.").arg(value.shown());
    case FieldType::Choice:
        if (choiceOf(field, value))
            return {};
        return PH_TEXT("pipelines", "%1 is none of %2.").arg(value.shown()).arg(choicesOf(field));
    case FieldType::Duration: {
        const auto seconds = value.kind == Kind::Text ? durationOf(value.text) : std::nullopt;
        if (!seconds)
            return PH_TEXT("pipelines", "%1 is no duration, as 90s or 1h30m.").arg(value.shown());
        return {};
    }
    case FieldType::List:
        return listProblem(field, value);
    case FieldType::Map:
        return mapProblem(value);
    case FieldType::Columns:
        return columnsProblem(value);
    default:
        return textProblem(field, value);
    }
}

} // namespace pilothouse::pipelines
