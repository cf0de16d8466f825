// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/catalogue/mapreader.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Kind = YamlNode::Kind;

MapReader::MapReader(ProblemList& problems, const YamlNode& node)
    : m_problems(problems)
    , m_node(node)
{
    if (node.kind != Kind::Map)
        problem(node, PH_TEXT("pipelines", "Names with values are expected here."));
}

MapReader::~MapReader()
{
    for (const YamlEntry& entry : m_node.entries) {
        if (!m_taken.contains(entry.key))
            m_problems.add(
                entry.keyMark, PH_TEXT("pipelines", "%1 is not known here.").arg(entry.key));
    }
}

const YamlNode* MapReader::take(QStringView key)
{
    m_taken.insert(key.toString());
    const YamlEntry* entry = m_node.find(key);
    return entry ? entry->value.get() : nullptr;
}

bool MapReader::isRequired(QStringView key)
{
    if (m_node.kind != Kind::Map)
        return false; // told already
    const YamlEntry* entry = m_node.find(key);
    if (entry && entry->value->kind != Kind::Null)
        return true;
    problem(
        entry ? *entry->value : m_node, PH_TEXT("pipelines", "%1 is missing.").arg(key.toString()));
    return false;
}

void MapReader::text(QStringView key, QString& target)
{
    const YamlNode* value = take(key);
    if (!value)
        return;
    if (value->kind == Kind::Scalar)
        target = value->text;
    else
        problem(*value, PH_TEXT("pipelines", "%1 must be a text.").arg(key.toString()));
}

void MapReader::words(QStringView key, Words& target)
{
    const YamlNode* value = take(key);
    if (!value)
        return;
    if (value->kind == Kind::Scalar) { // a name that is the same everywhere
        target = {value->text, {}};
        return;
    }
    target = {};
    MapReader languages(m_problems, *value);
    if (languages.isRequired(u"en"))
        languages.text(u"en", target.en);
    for (const QString& language : {u"zh_TW"_s, u"ko"_s}) {
        if (languages.has(language))
            languages.text(language, target.others[language]);
    }
}

void MapReader::flag(QStringView key, bool& target)
{
    const YamlNode* value = take(key);
    if (!value)
        return;
    const bool isTrue = value->kind == Kind::Scalar && value->text == u"true";
    if (!isTrue && (value->kind != Kind::Scalar || value->text != u"false"))
        problem(*value, PH_TEXT("pipelines", "%1 must be true or false.").arg(key.toString()));
    target = isTrue;
}

void MapReader::number(QStringView key, std::optional<double>& target)
{
    const YamlNode* value = take(key);
    if (!value)
        return;
    bool isNumber = false;
    const double number = value->text.toDouble(&isNumber);
    if (value->kind == Kind::Scalar && isNumber)
        target = number;
    else
        problem(*value, PH_TEXT("pipelines", "%1 must be a number.").arg(key.toString()));
}

void MapReader::texts(QStringView key, QStringList& target)
{
    target.clear();
    each(key, [&](const YamlNode& item) {
        if (item.kind == Kind::Scalar)
            target.append(item.text);
        else
            problem(item, PH_TEXT("pipelines", "%1 must hold texts.").arg(key.toString()));
    });
}

void MapReader::each(QStringView key, const std::function<void(const YamlNode&)>& read)
{
    const YamlNode* value = take(key);
    if (!value)
        return;
    if (value->kind != Kind::Sequence)
        problem(*value, PH_TEXT("pipelines", "%1 must be a list.").arg(key.toString()));
    for (const YamlPtr& item : value->items)
        read(*item);
}

void MapReader::map(QStringView key, const std::function<void(const YamlEntry&)>& read)
{
    const YamlNode* value = take(key);
    if (!value)
        return;
    if (value->kind != Kind::Map)
        problem(*value,
            PH_TEXT("pipelines", "%1 must be names with what belongs to them.")
                .arg(key.toString()));
    for (const YamlEntry& entry : value->entries)
        read(entry);
}

void MapReader::refuseChoice(QStringView key, const QString& word, const QStringList& known)
{
    problem(*m_node.find(key)->value,
        PH_TEXT("pipelines", "%1 is not one of %2.").arg(word).arg(known.join(u", ")));
}

} // namespace pilothouse::pipelines
