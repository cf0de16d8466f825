// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipelines/sourcestore.h"

#include "pipelines/diff/changes.h"
#include "pipelines/flow/jsontext.h"

#include <algorithm>

namespace pilothouse::test
{

using namespace pipelines;
using namespace Qt::StringLiterals;

namespace
{

struct Span {
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct Argument {
    QString name;
    Span whole; // with its name
    Span value;
};
struct Statement {
    QString id;
    Span whole; // with its end of line and comment
    Span name;
    Span kind;
    Span inside; // between the brackets
    std::vector<Argument> arguments;
    std::optional<Text> frozen;
};
struct Arrow {
    QString from, to;
    Span whole;
    std::optional<Text> frozen;
};
struct Script {
    QString name;
    Span nameSpan;
    std::vector<Statement> statements;
    std::vector<Arrow> arrows;
    std::vector<Problem> problems;
};

SourceRange rangeOf(const QByteArray& text, Span span)
{
    return {placeIn(text, span.begin), placeIn(text, span.end)};
}

class ScriptReader final
{
public:
    explicit ScriptReader(const QByteArray& text)
        : m_text(text)
    {
    }

    Script read()
    {
        while (m_at < m_text.size()) {
            const qsizetype begin = m_at;
            const QByteArray line = m_text.sliced(m_at, lineEnd(m_at) - m_at);
            const QByteArray code = line.trimmed();
            if (code.isEmpty() || code.startsWith('#')) {
                m_at = nextLine(m_at);
            } else if (code.startsWith("pipeline ")) {
                const qsizetype name = begin + line.indexOf("pipeline ") + 9;
                m_script.nameSpan = {name, begin + line.size()};
                m_script.name = QString::fromUtf8(line.sliced(name - begin)).trimmed();
                m_at = nextLine(m_at);
            } else if (codeOf(line).contains(" >> ")) {
                readArrow(begin, line);
            } else if (!readStatement(begin)) {
                return std::move(m_script);
            }
        }
        if (m_script.name.isEmpty())
            problem(0, PH_TEXT("test", "The name is missing."));
        return std::move(m_script);
    }

private:
    qsizetype lineEnd(qsizetype at) const
    {
        const qsizetype end = m_text.indexOf('\n', at);
        return end < 0 ? m_text.size() : end;
    }
    qsizetype nextLine(qsizetype at) const { return std::min(lineEnd(at) + 1, m_text.size()); }
    void problem(qsizetype at, Text message)
    {
        m_script.problems.push_back(
            {Problem::Severity::Error, std::move(message), placeIn(m_text, at), {}, {}});
    }
    static QByteArray codeOf(const QByteArray& line)
    {
        const qsizetype comment = line.indexOf('#');
        return comment < 0 ? line : line.first(comment);
    }
    std::optional<Text> frozenIn(const QByteArray& rest) const
    {
        const qsizetype at = rest.indexOf("# frozen: ");
        return at < 0 ? std::nullopt
                      : std::optional(Text::verbatim(QString::fromUtf8(rest.sliced(at + 10))));
    }

    void readArrow(qsizetype begin, const QByteArray& line)
    {
        const QByteArray code = codeOf(line);
        const qsizetype middle = code.indexOf(" >> ");
        m_script.arrows.push_back({QString::fromUtf8(code.left(middle)).trimmed(),
            QString::fromUtf8(code.sliced(middle + 4)).trimmed(), {begin, nextLine(begin)},
            frozenIn(line)});
        m_at = nextLine(begin);
    }

    bool readStatement(qsizetype begin)
    {
        const qsizetype equals = m_text.indexOf(" = ", begin);
        const qsizetype open = equals < 0 ? -1 : m_text.indexOf('(', equals);
        if (open < 0 || open > lineEnd(begin)) {
            problem(begin, PH_TEXT("test", "This is no statement."));
            return false;
        }
        Statement statement;
        statement.name = {begin, equals};
        statement.id = QString::fromUtf8(m_text.sliced(begin, equals - begin));
        statement.kind = {equals + 3, open};
        m_at = open + 1;
        while (readArgument(statement)) { }
        if (m_at >= m_text.size()) {
            problem(begin, PH_TEXT("test", "A bracket is not closed."));
            return false;
        }
        statement.inside = {open + 1, m_at};
        statement.frozen = frozenIn(m_text.sliced(m_at, lineEnd(m_at) - m_at));
        m_at = nextLine(m_at);
        statement.whole = {begin, m_at};
        m_script.statements.push_back(std::move(statement));
        return true;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at] == '#')
                m_at = lineEnd(m_at);
            else if (QByteArrayView(" \n\t,").contains(m_text[m_at]))
                ++m_at;
            else
                return;
        }
    }

    bool readArgument(Statement& statement)
    {
        skipBlanks();
        const qsizetype equals = m_text.indexOf('=', m_at);
        if (m_at >= m_text.size() || m_text[m_at] == ')' || equals < 0)
            return false;
        Argument argument;
        argument.whole.begin = m_at;
        argument.name = QString::fromUtf8(m_text.sliced(m_at, equals - m_at));
        m_at = argument.value.begin = equals + 1;
        int depth = 0;
        for (bool quoted = false; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (quoted && c == '\\')
                ++m_at;
            else if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c == '(' || c == '[' || c == '{')
                ++depth;
            else if (depth == 0 && (c == ',' || c == ')'))
                break;
            else if (c == ')' || c == ']' || c == '}')
                --depth;
        }
        m_at = std::min(m_at, m_text.size());
        argument.whole.end = argument.value.end = m_at;
        statement.arguments.push_back(std::move(argument));
        return true;
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
    Script m_script;
};

// A literal is a value; everything else is program text, which may only be read when it calls
// something.
Setting settingOf(const QByteArray& text, const Argument& argument)
{
    const QByteArray value
        = text.sliced(argument.value.begin, argument.value.end - argument.value.begin);
    if (const auto literal = parseJson("[" + value + "]");
        literal && literal->value.items.size() == 1)
        return {argument.name, literal->value.items.front(), {}};
    SourceText source{
        QString::fromUtf8(value), value.contains('('), {}, rangeOf(text, argument.value)};
    if (source.readOnly)
        source.reason = PH_TEXT("test", "It is computed.");
    return {argument.name, {}, source};
}

QByteArray sourceOf(const Setting& setting)
{
    const QByteArray value
        = setting.source ? setting.source->text.toUtf8() : jsonText(setting.value, 0);
    return setting.name.toUtf8() + '=' + value;
}

QByteArray statementOf(const Node& node)
{
    QByteArray text = node.id.toUtf8() + " = " + node.kind.toUtf8() + "(\n";
    for (const Setting& setting : node.params)
        text += "    " + sourceOf(setting) + ",\n";
    return text + ")\n";
}

const Statement* statementOf(const Script& script, const QString& id)
{
    const auto at = std::find_if(script.statements.begin(), script.statements.end(),
        [&](const Statement& one) { return one.id == id; });
    return at == script.statements.end() ? nullptr : &*at;
}

void replace(QByteArray& text, Span span, const QByteArray& by)
{
    text.replace(span.begin, span.end - span.begin, by);
}

// One edit that the document took; the text follows it.
class Patch final
{
public:
    explicit Patch(QByteArray& text)
        : m_text(text)
        , m_script(ScriptReader(text).read())
    {
    }

    void operator()(const AddNode& edit)
    {
        const auto& all = m_script.statements;
        const bool inside = edit.at >= 0 && size_t(edit.at) < all.size();
        const qsizetype at = inside ? all[size_t(edit.at)].whole.begin
            : all.empty()           ? m_text.size()
                                    : all.back().whole.end;
        if (at > 0 && m_text[at - 1] != '\n')
            m_text.insert(at, "\n" + statementOf(edit.node));
        else
            m_text.insert(at, statementOf(edit.node));
    }
    void operator()(const RemoveNode& edit)
    {
        std::vector<Span> gone{statementOf(m_script, edit.id)->whole};
        for (const Arrow& arrow : m_script.arrows) {
            if (arrow.from == edit.id || arrow.to == edit.id)
                gone.push_back(arrow.whole);
        }
        cut(std::move(gone));
    }
    void operator()(const Rename& edit)
    {
        std::vector<Span> spans{statementOf(m_script, edit.from)->name};
        QByteArray arrows;
        std::vector<Span> gone;
        for (const Arrow& arrow : m_script.arrows) {
            if (arrow.from != edit.from && arrow.to != edit.from)
                continue;
            gone.push_back(arrow.whole);
            const auto name = [&](const QString& id) -> QByteArray {
                return (id == edit.from ? edit.to : id).toUtf8();
            };
            arrows += name(arrow.from) + " >> " + name(arrow.to) + "\n";
        }
        const qsizetype before = m_text.size();
        replace(m_text, spans.front(), edit.to.toUtf8());
        const qsizetype more = m_text.size() - before;
        for (Span& span : gone) {
            if (span.begin > spans.front().begin)
                span = {span.begin + more, span.end + more};
        }
        cut(std::move(gone));
        append(arrows);
    }
    void operator()(const AddEdge& edit)
    {
        append(edit.edge.from.toUtf8() + " >> " + edit.edge.to.toUtf8() + "\n");
    }
    void operator()(const RemoveEdge& edit)
    {
        for (const Arrow& arrow : m_script.arrows) {
            if (arrow.from == edit.edge.from && arrow.to == edit.edge.to)
                return cut({arrow.whole});
        }
    }
    void operator()(const SetSetting& edit)
    {
        const Statement& statement = *statementOf(m_script, edit.id);
        const auto& all = statement.arguments;
        const auto at = std::find_if(
            all.begin(), all.end(), [&](const Argument& one) { return one.name == edit.name; });
        if (at != all.end() && edit.setting) {
            replace(
                m_text, at->value, sourceOf(*edit.setting).sliced(at->name.toUtf8().size() + 1));
        } else if (at != all.end()) {
            Span span = at->whole; // with the comma behind it
            if (m_text[span.end] == ',')
                ++span.end;
            replace(m_text, span, {});
        } else if (edit.setting) {
            const bool inside = edit.at >= 0 && size_t(edit.at) < all.size();
            const QByteArray written = sourceOf(*edit.setting);
            if (inside)
                m_text.insert(all[size_t(edit.at)].whole.begin, written + ", ");
            else if (all.empty())
                m_text.insert(statement.inside.begin, written);
            else
                m_text.insert(all.back().whole.end, ", " + written);
        }
    }
    void operator()(const SetField& edit)
    {
        if (edit.id.isEmpty())
            replace(m_text, m_script.nameSpan, edit.text.toUtf8());
        else
            replace(m_text, statementOf(m_script, edit.id)->kind, edit.text.toUtf8());
    }
    template <class Other>
    void operator()(const Other&)
    {
    }

private:
    void append(const QByteArray& lines)
    {
        if (!lines.isEmpty() && !m_text.isEmpty() && !m_text.endsWith('\n'))
            m_text += '\n';
        m_text += lines;
    }
    void cut(std::vector<Span> spans)
    {
        std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin > b.begin; });
        for (const Span& span : spans)
            replace(m_text, span, {});
    }

    QByteArray& m_text;
    const Script m_script;
};

} // namespace

StoredFile SourceStore::read(const QByteArray& text) const
{
    const Script script = ScriptReader(text).read();
    if (!script.problems.empty())
        return {{}, script.problems};
    StoredPipeline stored;
    stored.pipeline.name = script.name;
    for (const Statement& statement : script.statements) {
        Node node;
        node.id = statement.id;
        node.kind = QString::fromUtf8(
            text.sliced(statement.kind.begin, statement.kind.end - statement.kind.begin));
        for (const Argument& argument : statement.arguments)
            node.params.push_back(settingOf(text, argument));
        node.locked = statement.frozen.has_value();
        node.lockReason = statement.frozen.value_or(Text());
        node.origin = rangeOf(text, statement.whole);
        stored.places[node.id] = node.origin.begin;
        stored.pipeline.nodes.push_back(std::move(node));
    }
    for (const Arrow& arrow : script.arrows) {
        Edge edge{arrow.from, {}, arrow.to, {}, {}};
        edge.locked = arrow.frozen.has_value();
        edge.lockReason = arrow.frozen.value_or(Text());
        edge.origin = rangeOf(text, arrow.whole);
        stored.pipeline.edges.push_back(std::move(edge));
    }
    return {{std::move(stored)}, {}};
}

std::optional<Text> SourceStore::refuses(const Pipeline&, const Edit& edit) const
{
    const Text beyond = PH_TEXT("test", "A script has no words for this.");
    if (isLayoutOnly(edit) || std::holds_alternative<RemoveNode>(edit)
        || std::holds_alternative<Rename>(edit) || std::holds_alternative<RemoveEdge>(edit))
        return {};
    if (const auto* add = std::get_if<AddNode>(&edit)) {
        const Node& node = add->node;
        const bool plain = node.title.isEmpty() && node.group.isEmpty() && node.layer.isEmpty()
            && node.note.isEmpty() && node.task.empty() && !node.kind.contains(u' ');
        return plain ? std::nullopt : std::optional(beyond);
    }
    if (const auto* add = std::get_if<AddEdge>(&edit)) {
        const bool plain = add->edge.fromPort.isEmpty() && add->edge.toPort.isEmpty()
            && add->edge.trigger.isEmpty();
        return plain ? std::nullopt : std::optional(beyond);
    }
    if (const auto* set = std::get_if<SetSetting>(&edit))
        return set->section == Section::Params ? std::nullopt : std::optional(beyond);
    if (const auto* set = std::get_if<SetField>(&edit)) {
        const bool held = set->id.isEmpty()
            ? set->field == Field::Name
            : set->field == Field::Kind && idProblem(set->text) == std::nullopt;
        return held ? std::nullopt : std::optional(beyond);
    }
    return beyond;
}

Result<QByteArray> SourceStore::apply(
    const QByteArray& text, const QString& name, const Edits& edits) const
{
    StoredFile file = read(text);
    if (file.pipelines.empty() || file.pipelines.front().pipeline.name != name)
        return fail(Error::Kind::NotFound, name);
    Document document{std::move(file.pipelines.front().pipeline), {}};
    QByteArray after = text;
    for (const Edit& edit : edits) {
        if (isLayoutOnly(edit))
            continue;
        if (const auto why = refuses(document.pipeline, edit))
            return fail(Error::Kind::Unsupported, {}, {}, *why);
        const Pipeline before = document.pipeline;
        if (const auto done = applyTo(document, edit); !done)
            return tl::unexpected(done.error());
        if (!changes(before, document.pipeline).empty() || std::holds_alternative<AddNode>(edit))
            std::visit(Patch(after), edit);
    }
    const StoredFile again = read(after);
    if (again.pipelines.empty()
        || !changes(again.pipelines.front().pipeline, document.pipeline).empty())
        return fail(Error::Kind::Unsupported, {}, {},
            PH_TEXT("test", "A script would read this differently."));
    return after;
}

Result<QByteArray> SourceStore::written(const Pipeline& pipeline) const
{
    QByteArray text = "pipeline " + pipeline.name.toUtf8() + "\n";
    for (const Node& node : pipeline.nodes)
        text += statementOf(node);
    for (const Edge& edge : pipeline.edges)
        text += edge.from.toUtf8() + " >> " + edge.to.toUtf8() + "\n";
    const StoredFile again = read(text);
    if (again.pipelines.empty() || !changes(again.pipelines.front().pipeline, pipeline).empty())
        return fail(
            Error::Kind::Unsupported, {}, {}, PH_TEXT("test", "A script has no words for this."));
    return text;
}

} // namespace pilothouse::test
