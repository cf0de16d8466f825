// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/catalogue/fieldreader.h"

#include "pipelines/yaml/treewriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Kind = YamlNode::Kind;

namespace
{

const Names<FieldType>& fieldTypes()
{
    static const Names<FieldType> names{{u"text"_s, FieldType::Text},
        {u"lines"_s, FieldType::Lines}, {u"code"_s, FieldType::Code},
        {u"number"_s, FieldType::Number}, {u"bool"_s, FieldType::Bool},
        {u"choice"_s, FieldType::Choice}, {u"duration"_s, FieldType::Duration},
        {u"list"_s, FieldType::List}, {u"map"_s, FieldType::Map},
        {u"columns"_s, FieldType::Columns}, {u"connection"_s, FieldType::Connection},
        {u"table"_s, FieldType::Table}, {u"topic"_s, FieldType::Topic},
        {u"path"_s, FieldType::Path}, {u"url"_s, FieldType::Url}, {u"cron"_s, FieldType::Cron},
        {u"timezone"_s, FieldType::TimeZone}, {u"datetime"_s, FieldType::DateTime}};
    return names;
}

const FieldSpec* named(const std::vector<FieldSpec>& fields, QStringView name)
{
    const auto found
        = std::ranges::find_if(fields, [&](const FieldSpec& one) { return one.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

bool mayBe(const FieldSpec& field, const QString& value)
{
    if (field.type == FieldType::Bool)
        return value == u"true" || value == u"false";
    return field.type != FieldType::Choice
        || std::ranges::any_of(
            field.choices, [&](const ChoiceSpec& one) { return one.value == value; });
}

} // namespace

Needs readNeeds(MapReader& from)
{
    Needs needs;
    const YamlNode* node = from.take(u"needs");
    if (!node)
        return needs;
    MapReader keys(from.problems(), *node);
    keys.text(u"tool", needs.tool);
    keys.text(u"from", needs.from);
    keys.text(u"before", needs.before);
    keys.words(u"reason", needs.reason);
    keys.map(u"providers",
        [&](const YamlEntry& entry) { needs.providers[entry.key] = entry.value->text; });
    return needs;
}

void FieldReader::readShared(ProblemList& problems, const YamlNode& root)
{
    MapReader keys(problems, root);
    for (const FieldSpec& field : read(keys))
        m_shared[field.name] = field;
}

std::vector<FieldSpec> FieldReader::read(MapReader& from) const
{
    std::vector<FieldSpec> fields;
    from.each(u"fields", [&](const YamlNode& node) {
        FieldSpec field = readField(from.problems(), node);
        if (named(fields, field.name))
            from.problem(node, PH_TEXT("pipelines", "%1 is there already.").arg(field.name));
        fields.push_back(std::move(field));
    });
    if (const YamlNode* list = from.take(u"fields"))
        checkConditions(from.problems(), *list, fields);
    return fields;
}

FieldSpec FieldReader::readField(ProblemList& problems, const YamlNode& node) const
{
    FieldSpec field;
    MapReader keys(problems, node);
    QString shared;
    keys.text(u"use", shared);
    if (!shared.isEmpty()) {
        const auto found = m_shared.find(shared);
        if (found == m_shared.end())
            keys.problem(node, PH_TEXT("pipelines", "There is no shared field %1.").arg(shared));
        else
            field = found->second;
    } else {
        keys.isRequired(u"name");
        keys.isRequired(u"type");
        keys.isRequired(u"title");
    }
    keys.text(u"name", field.name);
    keys.choice(u"type", field.type, fieldTypes());
    keys.words(u"title", field.title);
    keys.words(u"help", field.help);
    keys.text(u"section", field.section);
    keys.text(u"unit", field.unit);
    keys.text(u"language", field.language);
    if (const YamlNode* standard = keys.take(u"default"))
        field.standard = valueOf(*standard);
    keys.flag(u"required", field.required);
    if (keys.has(u"choices"))
        field.choices.clear();
    keys.each(u"choices", [&](const YamlNode& item) {
        ChoiceSpec choice;
        MapReader one(problems, item);
        if (one.isRequired(u"value"))
            one.text(u"value", choice.value);
        one.words(u"title", choice.title);
        if (choice.title.isEmpty())
            choice.title = {choice.value, {}};
        choice.needs = readNeeds(one);
        field.choices.push_back(std::move(choice));
    });
    keys.number(u"least", field.least);
    keys.number(u"most", field.most);
    keys.text(u"pattern", field.pattern);
    keys.map(u"when", [&](const YamlEntry& entry) {
        QStringList& values = field.when[entry.key];
        for (const YamlPtr& item : entry.value->items)
            values.append(item->text);
        if (entry.value->kind != Kind::Sequence)
            keys.problem(*entry.value, PH_TEXT("pipelines", "%1 must be a list.").arg(entry.key));
    });
    if (keys.has(u"needs"))
        field.needs = readNeeds(keys);
    keys.flag(u"rendered", field.rendered);
    checkField(keys, field);
    return field;
}

// What makes no sense in itself.
void FieldReader::checkField(MapReader& keys, const FieldSpec& field)
{
    static const QRegularExpression plain(u"^[a-z][a-z0-9_]*$"_s);
    if (!field.name.isEmpty() && !plain.match(field.name).hasMatch())
        keys.problem(keys.node(),
            PH_TEXT("pipelines", "%1 is no name: a to z, digits and underscores.").arg(field.name));
    if ((field.type == FieldType::Choice) != !field.choices.empty())
        keys.problem(keys.node(),
            PH_TEXT("pipelines", "%1: a choice has choices, nothing else has.").arg(field.name));
    if (field.type == FieldType::Code && field.language.isEmpty())
        keys.problem(keys.node(), PH_TEXT("pipelines", "%1 is missing.").arg(u"language"_s));
    if (field.least && field.most && *field.least > *field.most)
        keys.problem(keys.node(),
            PH_TEXT("pipelines", "%1: the least is more than the most.").arg(field.name));
    if (!QRegularExpression(field.pattern).isValid())
        keys.problem(
            keys.node(), PH_TEXT("pipelines", "%1 is no regular expression.").arg(field.pattern));
}

void FieldReader::checkConditions(
    ProblemList& problems, const YamlNode& list, const std::vector<FieldSpec>& fields)
{
    for (size_t i = 0; i < fields.size() && i < list.items.size(); ++i) {
        for (const auto& [name, values] : fields[i].when) {
            const FieldSpec* other = named(fields, name);
            if (!other || other == &fields[i]) {
                problems.add(list.items[i]->mark,
                    PH_TEXT("pipelines", "%1: there is no field %2.")
                        .arg(fields[i].name)
                        .arg(name));
                continue;
            }
            for (const QString& value : values) {
                if (!mayBe(*other, value))
                    problems.add(list.items[i]->mark,
                        PH_TEXT("pipelines", "%1: %2 cannot be %3.")
                            .arg(fields[i].name)
                            .arg(name)
                            .arg(value));
            }
        }
    }
}

} // namespace pilothouse::pipelines
