// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/template/template.h"

#include "pipelines/template/fragment.h"
#include "pipelines/template/templateparser.h"

#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// One item of a list: what the names with a dot stand for.
struct Item {
    const Value* value = nullptr;
    bool last = false;
};

class Filler final
{
public:
    Filler(const Bindings& bindings, Language language, int indent)
        : m_bindings(bindings)
        , m_language(language)
        , m_indent(indent)
    {
    }

    VoidResult fill(const TemplateParts& parts);
    Filled take() { return {std::move(m_out), std::move(m_imports)}; }

private:
    void text(const QString& text);
    VoidResult place(const TemplatePart& part, int suffix);
    void arguments(const TemplatePart& part, int suffix);
    VoidResult section(const TemplatePart& part);
    VoidResult block(const TemplatePart& part, int suffix);
    Result<QString> literal(const Bound& bound, const QString& filter, int suffix);
    Result<QString> filtered(const Value& value, const QString& filter) const;
    Bound bound(const QString& name) const;
    Place here(int suffix) const;

    const Bindings& m_bindings;
    Language m_language;
    int m_indent;
    std::vector<Item> m_items;
    QString m_out;
    std::set<QString> m_imports;
    bool m_swallow = false; // the next line break
};

void Filler::text(const QString& text)
{
    const qsizetype from = std::exchange(m_swallow, false) && text.startsWith(u'\n') ? 1 : 0;
    if (from == 1 && text.size() > 1 && text[1] != u'\n')
        m_out += QString(m_indent, u' ');
    for (qsizetype i = from; i < text.size(); ++i) {
        m_out += text[i];
        if (text[i] == u'\n' && m_indent > 0 && i + 1 < text.size() && text[i + 1] != u'\n')
            m_out += QString(m_indent, u' ');
    }
}

Place Filler::here(int suffix) const
{
    const qsizetype line = m_out.lastIndexOf(u'\n') + 1;
    qsizetype begin = line;
    while (begin < m_out.size() && m_out[begin] == u' ')
        ++begin;
    return {int(begin - line), int(m_out.size() - line), suffix};
}

Bound Filler::bound(const QString& name) const
{
    if (name.startsWith(u'.')) {
        if (m_items.empty())
            return {};
        const Item& item = m_items.back();
        if (name == u".")
            return {*item.value, FieldType::Text, {}, {}};
        if (name == u".last")
            return {Value::ofBool(item.last), FieldType::Bool, {}, {}};
        const Value* entry = item.value->find(QStringView(name).mid(1));
        return entry ? Bound{*entry, FieldType::Text, {}, {}} : Bound{};
    }
    const auto found = m_bindings.find(name);
    return found == m_bindings.end() ? Bound{} : found->second;
}

bool isSet(const Bound& bound)
{
    const Value& value = bound.value;
    if (bound.isCode() || !bound.arguments.empty())
        return true;
    switch (value.kind) {
    case Value::Kind::None:
        return false;
    case Value::Kind::Bool:
        return value.isTrue();
    case Value::Kind::List:
        return !value.items.empty();
    case Value::Kind::Map:
        return !value.entries.empty();
    default:
        return !value.text.isEmpty();
    }
}

// Jinja reads these as its own; a file's name at the end is read as that file.
bool isTemplateText(const QString& text)
{
    return text.contains(u"{{"_s) || text.contains(u"{%"_s) || text.contains(u"{#"_s)
        || text.contains(u'\r') || text.endsWith(u'\n') || text.endsWith(u".sql"_s)
        || text.endsWith(u".json"_s) || text.endsWith(u".sh"_s) || text.endsWith(u".bash"_s)
        || text.endsWith(u".html"_s) || text.endsWith(u".hql"_s);
}

bool holdsTemplateText(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::List:
        return std::any_of(value.items.begin(), value.items.end(), holdsTemplateText);
    case Value::Kind::Map:
        return std::any_of(value.entries.begin(), value.entries.end(),
            [](const auto& entry) { return holdsTemplateText(entry.second); });
    default:
        return isTemplateText(value.text);
    }
}

Result<QString> Filler::filtered(const Value& value, const QString& filter) const
{
    if (value.kind == Value::Kind::List) {
        QStringList each;
        for (const Value& item : value.items) {
            auto one = filtered(item, filter);
            if (!one)
                return one;
            each.append(*one);
        }
        return each.join(u", "_s);
    }
    return filter == u"name" ? sqlName(value.text)
        : filter == u"table" ? sqlTable(value.text)
                             : sqlType(value.text);
}

// The entries of a map as names of a function or as arguments of its call.
Result<QString> named(const Bound& bound, bool values, const Place& place)
{
    static const QRegularExpression identifier(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    std::vector<std::pair<QString, Bound>> entries;
    QStringList names;
    for (const auto& [key, value] : bound.value.entries) {
        if (!identifier.match(key).hasMatch() || isPythonWord(key))
            return fail(Error::Kind::Unsupported, {}, {},
                PH_TEXT("Pipelines", "%1 is no name of an argument.").arg(key));
        names.append(key);
        entries.emplace_back(key, Bound{value});
    }
    return values ? pythonArguments(entries, place) : names.join(u", "_s);
}

Result<QString> Filler::literal(const Bound& bound, const QString& filter, int suffix)
{
    if (filter == u"code" || filter == u"body") {
        if (bound.type != FieldType::Code)
            return fail(Error::Kind::Internal, {}, {}, PH_TEXT("Pipelines", "This is no code."));
        return filter == u"code" ? sqlFragment(bound.value.text)
                                 : pythonBody(bound.value.text, here(suffix).column);
    }
    if (filter == u"parameters" || filter == u"keywords")
        return named(bound, filter == u"keywords", here(suffix));
    switch (m_language) {
    case Language::Sql:
        return filter.isEmpty() ? sqlLiteral(bound.value) : filtered(bound.value, filter);
    case Language::Yaml:
        return yamlLiteral(bound.value, bound.type);
    case Language::Shell:
        return shellWord(bound.value);
    case Language::Python:
        break;
    }
    if (filter == u"verbatim" && holdsTemplateText(bound.value)) {
        m_imports.insert(u"airflow.sdk:literal"_s);
        Place inside = here(suffix + 1);
        inside.column += 8;
        return u"literal("_s + pythonLiteral(bound.value, bound.type, inside) + u')';
    }
    if (filter == u"jinja" && bound.value.kind == Value::Kind::Text
        && bound.value.text.contains(u'.') && !bound.value.text.contains(u'\n')
        && isTemplateText(bound.value.text) && !bound.value.text.contains(u"{{"_s)) {
        // A text that ends like a file's name would be read as that file.
        Bound line = bound;
        line.value.text += u'\n';
        return pythonLiteral(line.value, line.type, here(suffix));
    }
    return pythonLiteral(bound.value, bound.type, here(suffix));
}

VoidResult Filler::place(const TemplatePart& part, int suffix)
{
    const Bound what = bound(part.text);
    if (what.isCode()) {
        m_out += what.code;
        return {};
    }
    const auto written = literal(what, part.filter, suffix);
    if (!written)
        return tl::unexpected(written.error());
    if (m_language == Language::Python)
        noteImports(what, m_imports);
    if (part.filter == u"body")
        m_out.chop(here(0).column); // the first line is indented like the others
    m_out += *written;
    return {};
}

void Filler::arguments(const TemplatePart& part, int suffix)
{
    const Bound what = bound(part.text);
    const Place at = here(suffix);
    const bool alone = at.indent == at.column && suffix == 0;
    if (what.arguments.empty()) {
        if (alone) {
            m_out.chop(at.column);
            m_swallow = true;
        }
        return;
    }
    QString written;
    if (alone) {
        for (const auto& [name, value] : what.arguments) {
            if (!written.isEmpty())
                written += u",\n"_s + QString(at.indent, u' ');
            written += name + u'='
                + pythonBound(value, {at.indent, at.indent + int(name.size()) + 1, 1});
        }
        written += u',';
    } else {
        written = pythonArguments(what.arguments, at);
    }
    noteImports(what, m_imports);
    m_out += written;
}

VoidResult Filler::section(const TemplatePart& part)
{
    const Bound what = bound(part.text);
    const bool holds = part.compares ? what.value.text == part.equals : isSet(what);
    if (part.kind == TemplatePart::Kind::Inverted)
        return holds ? VoidResult() : fill(part.parts);
    if (!holds)
        return {};
    if (part.kind == TemplatePart::Kind::Section)
        return fill(part.parts);
    for (const Value& item : what.value.items) {
        m_items.push_back({&item, &item == &what.value.items.back()});
        const auto filled = fill(part.parts);
        m_items.pop_back();
        if (!filled)
            return filled;
    }
    return {};
}

VoidResult Filler::block(const TemplatePart& part, int suffix)
{
    Filler inner(m_bindings, part.language, 0);
    inner.m_items = m_items;
    if (const auto filled = inner.fill(part.parts); !filled)
        return filled;
    m_out += pythonLiteral(Value::ofText(inner.m_out), FieldType::Text, here(suffix));
    return {};
}

// Signs up to the end of the line.
int suffixOf(const TemplateParts& parts, size_t next)
{
    if (next >= parts.size() || parts[next].kind != TemplatePart::Kind::Text)
        return 0;
    const qsizetype end = parts[next].text.indexOf(u'\n');
    return int(end < 0 ? parts[next].text.size() : end);
}

VoidResult Filler::fill(const TemplateParts& parts)
{
    for (size_t i = 0; i < parts.size(); ++i) {
        const TemplatePart& part = parts[i];
        const int suffix = suffixOf(parts, i + 1);
        // What follows a tag that took its line begins a line.
        if (m_indent > 0 && m_out.endsWith(u'\n')
            && !(part.kind == TemplatePart::Kind::Text && part.text.startsWith(u'\n'))
            && part.kind != TemplatePart::Kind::Section && part.kind != TemplatePart::Kind::Inverted
            && part.kind != TemplatePart::Kind::Each)
            m_out += QString(m_indent, u' ');
        VoidResult done;
        switch (part.kind) {
        case TemplatePart::Kind::Text:
            text(part.text);
            break;
        case TemplatePart::Kind::Place:
            done = place(part, suffix);
            break;
        case TemplatePart::Kind::Arguments:
            arguments(part, suffix);
            break;
        case TemplatePart::Kind::Section:
        case TemplatePart::Kind::Inverted:
        case TemplatePart::Kind::Each:
            done = section(part);
            break;
        case TemplatePart::Kind::Block:
            done = block(part, suffix);
            break;
        }
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<Template> Template::parse(const QString& text, Language language)
{
    TemplateParser parser(text, language);
    auto parts = parser.parse();
    if (!parts)
        return tl::unexpected(parts.error());
    Template made;
    made.m_parts = std::make_shared<const TemplateParts>(std::move(*parts));
    made.m_names = parser.names();
    made.m_language = language;
    return made;
}

Result<Filled> Template::fill(const Bindings& bindings, int indent) const
{
    Filler filler(bindings, m_language, indent);
    if (const auto filled = filler.fill(*m_parts); !filled)
        return tl::unexpected(filled.error());
    return filler.take();
}

bool isCodeName(QStringView name)
{
    return name == u"node";
}

QString pythonBound(const Bound& bound, const Place& place)
{
    return bound.isCode() ? bound.code : pythonLiteral(bound.value, bound.type, place);
}

QString pythonArguments(const std::vector<std::pair<QString, Bound>>& arguments, const Place& place)
{
    QStringList line;
    for (const auto& [name, value] : arguments)
        line.append(name + u'=' + pythonBound(value, {}));
    const QString whole = line.join(u", "_s);
    if (!whole.contains(u'\n') && place.column + whole.size() + place.suffix <= kLineWidth)
        return whole;
    const int inside = place.indent + 4;
    QString out = u"\n"_s;
    for (const auto& [name, value] : arguments)
        out += QString(inside, u' ') + name + u'='
            + pythonBound(value, {inside, inside + int(name.size()) + 1, 1}) + u",\n"_s;
    return out + QString(place.indent, u' ');
}

void noteImports(const Bound& bound, std::set<QString>& imports)
{
    if (!bound.isCode() && bound.type == FieldType::Duration
        && pythonLiteral(bound.value, bound.type).startsWith(u"timedelta("))
        imports.insert(u"datetime:timedelta"_s);
    for (const auto& [name, argument] : bound.arguments)
        noteImports(argument, imports);
}

} // namespace pilothouse::pipelines
