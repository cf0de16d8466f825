// SPDX-License-Identifier: GPL-3.0-or-later
// Template: program text with places for values, which are always written as literals of its
// language; there is no way to write a value as it is. Pure, any thread.
//
//   {{ name }}            the value's literal
//   {{ name|filter }}     name, table, type (SQL: identifiers), jinja (Python: the target renders
//                         it on purpose), verbatim (Python: where the target renders, but shall
//                         not), code (SQL) and body (Python, alone on its line): a field of code,
//                         if it closes what it opens
//   {{> name }}           arguments of a call; alone on its line each on a line of its own
//   {{# name }}…{{/ name }}    if it is set (a bool: if it is true)
//   {{* name }}…{{/ name }}    once for each item of a list: {{ . }}, or the entries of its map as
//                         {{ .entry }}; {{^ .last }} tells the last one
//   {{# name = value }}…  if it is that text
//   {{^ name }}…{{/ name }}    if the section above would not be written
//   {{< sql }}…{{/ sql }}  text in another language, as one literal of this one
//
// A tag alone on its line takes the line with it. A place inside a string or comment, behind a
// letter or after an unknown filter is refused when the template is read.
#pragma once

#include "pipelines/template/literal.h"

#include <memory>
#include <set>

namespace pilothouse::pipelines
{

// What a name stands for.
struct Bound {
    Value value = {};
    FieldType type = FieldType::Text;
    QString code = {}; // program text of ours instead, never a document's
    std::vector<std::pair<QString, Bound>> arguments = {}; // for {{> name }}

    bool isCode() const { return !code.isEmpty(); }
};
using Bindings = std::map<QString, Bound>;

struct Filled {
    QString text;
    std::set<QString> imports; // that literals need: "datetime:timedelta", "airflow.sdk:literal"
};

struct TemplatePart;
using TemplateParts = std::vector<TemplatePart>;

class Template final
{
public:
    static Result<Template> parse(const QString& text, Language language);

    // What it needs: names at any depth but those of list items.
    const std::set<QString>& names() const { return m_names; }
    // Lines but the first are indented by `indent`, which the first one has already.
    Result<Filled> fill(const Bindings& bindings, int indent = 0) const;

private:
    std::shared_ptr<const TemplateParts> m_parts;
    std::set<QString> m_names;
    Language m_language = Language::Python;
};

// Names that templates may write inside words: they are always bound to code.
bool isCodeName(QStringView name);
// The literal, or for code the code.
QString pythonBound(const Bound& bound, const Place& place);
// "name=literal" for each, in one line if it fits, else one a line with a comma behind.
QString pythonArguments(
    const std::vector<std::pair<QString, Bound>>& arguments, const Place& place);
// The imports its literal needs.
void noteImports(const Bound& bound, std::set<QString>& imports);

} // namespace pilothouse::pipelines
