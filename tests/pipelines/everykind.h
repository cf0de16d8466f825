// SPDX-License-Identifier: GPL-3.0-or-later
// A pipeline for every kind of the catalogue, and for every choice of it: all fields that are then
// used are set, so that each is somewhere in what is generated.
#pragma once

#include "pipelines/api/catalogue.h"
#include "pipelines/api/document.h"
#include "pipelines/api/target.h"

#include <functional>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

inline pipelines::Value listOf(const std::vector<pipelines::Value>& items)
{
    pipelines::Value value;
    value.kind = pipelines::Value::Kind::List;
    value.items = items;
    return value;
}

inline pipelines::Value mapOf(const std::vector<std::pair<QString, pipelines::Value>>& entries)
{
    pipelines::Value value;
    value.kind = pipelines::Value::Kind::Map;
    value.entries = entries;
    return value;
}

// A value of the field's type that holds `text` wherever it can hold one.
inline pipelines::Value valueFor(const pipelines::FieldSpec& field, const QString& text)
{
    using pipelines::FieldType;
    using pipelines::Value;
    switch (field.type) {
    case FieldType::Number:
        return Value::ofPlain(QString::number(field.least.value_or(1) + 1));
    case FieldType::Bool:
        return Value::ofBool(true);
    case FieldType::Duration:
        return Value::ofText(u"90s"_s);
    case FieldType::List:
        return listOf({Value::ofText(text), Value::ofText(u"b"_s)});
    case FieldType::Map:
        return mapOf({{field.name == u"arguments" ? u"name"_s : text, Value::ofText(text)}});
    case FieldType::Columns:
        return listOf(
            {mapOf({{u"name"_s, Value::ofText(text)}, {u"type"_s, Value::ofText(u"text"_s)}})});
    default:
        return Value::ofText(text);
    }
}

// Every way to choose: the standard one, and each other choice of each field.
inline std::vector<std::map<QString, QString>> choicesOf(
    const pipelines::NodeKind& kind, const pipelines::Target& target)
{
    std::map<QString, QString> standard;
    for (const pipelines::FieldSpec& field : kind.fields)
        if (field.type == pipelines::FieldType::Choice)
            standard[field.name] = field.standard.text;
    std::vector<std::map<QString, QString>> all{standard};
    for (const pipelines::FieldSpec& field : kind.fields) {
        for (const pipelines::ChoiceSpec& choice : field.choices) {
            if (choice.value == field.standard.text
                || pipelines::missingFor(choice.needs, target, {}))
                continue;
            all.push_back(standard);
            all.back()[field.name] = choice.value;
        }
    }
    return all;
}

inline pipelines::Node nodeOf(const pipelines::NodeKind& kind,
    const std::map<QString, QString>& chosen,
    const std::function<QString(const pipelines::FieldSpec&)>& textFor)
{
    pipelines::Node node;
    node.id = u"node"_s;
    node.kind = kind.id;
    for (const pipelines::FieldSpec& field : kind.fields) {
        if (const auto choice = chosen.find(field.name); choice != chosen.end())
            node.params.push_back({field.name, pipelines::Value::ofText(choice->second)});
        else
            node.params.push_back({field.name, valueFor(field, textFor(field))});
    }
    return node;
}

} // namespace pilothouse::test
