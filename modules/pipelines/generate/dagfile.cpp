// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/dagfile.h"

#include "pipelines/generate/fingerprint.h"
#include "pipelines/generate/wiring.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Operators that flows name without their module.
const std::map<QString, QString>& wellKnown()
{
    static const std::map<QString, QString> paths{
        {u"BashOperator"_s, u"airflow.providers.standard.operators.bash"_s},
        {u"EmptyOperator"_s, u"airflow.providers.standard.operators.empty"_s},
        {u"SQLExecuteQueryOperator"_s, u"airflow.providers.common.sql.operators.sql"_s},
        {u"TriggerDagRunOperator"_s, u"airflow.providers.standard.operators.trigger_dagrun"_s},
        {u"ExternalTaskSensor"_s, u"airflow.providers.standard.sensors.external_task"_s},
        {u"FileSensor"_s, u"airflow.providers.standard.sensors.filesystem"_s}};
    return paths;
}

bool hasWord(const QString& text, const QString& word)
{
    const auto joins = [&](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at] == u'_');
    };
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (!joins(at - 1) && !joins(at + word.size()))
            return true;
    return false;
}

int lineCount(const QString& text)
{
    return int(text.count(u'\n'));
}

} // namespace

DagFile::DagFile(const Pipeline& pipeline, const Catalogue& catalogue, const NodeValues& fields,
    const NodeValues& told, Values& values)
    : m_pipeline(pipeline)
    , m_catalogue(catalogue)
    , m_fields(fields)
    , m_told(told)
    , m_values(values)
{
    // What parts define stays theirs.
    for (const auto& [part, text] : catalogue.parts) {
        m_names.reserve(part.section(u'@', 0, 0));
        for (const QStringView word : {u"\ndef ", u"\nclass "}) {
            for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                const qsizetype begin = at + word.size();
                qsizetype end = begin;
                while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'_'))
                    ++end;
                m_names.reserve(text.mid(begin, end - begin));
            }
        }
    }
    for (const char* name : {"pendulum", "timedelta", "literal", "json", "closing", "Asset"})
        m_names.reserve(QString::fromLatin1(name));
}

void DagFile::collect()
{
    for (const Node& node : m_pipeline.nodes) {
        const NodeKind* kind = m_catalogue.kind(node.kind);
        if (kind && kind->runs != Runs::Task && !m_told.contains(node.id))
            continue;
        m_taskOf.emplace(node.id, m_tasks.size());
        m_tasks.push_back({&node, kind, m_names.take(node.id, u"run_"_s)});
    }
}

const Template* DagFile::templateOf(const NodeKind& kind, const TemplateSpec& spec)
{
    const QString path = kind.folder + u"/templates/"_s + spec.file;
    if (const auto found = m_templates.find(path); found != m_templates.end())
        return &found->second;
    const auto text = m_catalogue.texts.find(path);
    if (text == m_catalogue.texts.end())
        return nullptr;
    auto made = Template::parse(text->second, Language::Python);
    return made ? &m_templates.emplace(path, std::move(*made)).first->second : nullptr;
}

// "connect" is a file of that name, or "connect@PACKAGE" where the target has that provider, or
// "connect@classic" for an Airflow before 3.
void DagFile::needPart(const QString& wanted)
{
    QString name = wanted;
    for (const auto& [package, version] : m_values.target().providers) {
        const QString better = wanted + u'@' + package;
        if (m_catalogue.parts.contains(better))
            name = better;
    }
    if (!m_values.target().isAtLeast(u"3.0") && m_catalogue.parts.contains(wanted + u"@classic"_s))
        name = wanted + u"@classic"_s;
    if (m_parts.contains(name))
        return;
    const auto text = m_catalogue.parts.find(name);
    if (text == m_catalogue.parts.end())
        return;
    static const QRegularExpression need(
        u"^# needs (part )?(\\S+)$"_s, QRegularExpression::MultilineOption);
    for (auto found = need.globalMatch(text->second); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        if (one.capturedLength(1) > 0)
            needPart(one.captured(2));
        else
            m_imports.insert(one.captured(2));
    }
    if (!m_parts.contains(name))
        m_parts.append(name);
}

std::optional<Filled> DagFile::filled(const Task& task, const ArgumentList& arguments, int indent)
{
    const QString& id = task.node->id;
    const auto told = m_told.find(id);
    // A check behind a model is a test of the dbt project.
    const bool isTest
        = told != m_told.end() && textOf(told->second, u"selected"_s).startsWith(u"tag:");
    const QString unit = isTest ? u"dbt"_s : u"airflow"_s;
    const auto spec = std::find_if(
        task.kind->templates.begin(), task.kind->templates.end(), [&](const TemplateSpec& one) {
            return one.unit == unit && !missingFor(one.needs, m_values.target(), {});
        });
    const Template* made
        = spec == task.kind->templates.end() ? nullptr : templateOf(*task.kind, *spec);
    if (!made) {
        m_values.problem(
            id, {}, PH_TEXT("Pipelines", "%1 cannot be generated yet.").arg(task.kind->title.en));
        return std::nullopt;
    }
    Bindings bindings = m_fields.at(id);
    if (told != m_told.end())
        bindings.insert(told->second.begin(), told->second.end());
    bindings[u"node"_s] = Bound{.code = task.name};
    bindings[u"task"_s] = Bound{.arguments = arguments};
    bindings[u"pipeline"_s] = Bound{Value::ofText(m_pipeline.name)};
    Value before;
    before.kind = Value::Kind::List;
    for (const auto& [from, to] : m_edges)
        if (to == id)
            before.items.push_back(Value::ofText(from));
    bindings[u"before"_s] = Bound{std::move(before), FieldType::List};
    bindings[u"node_id"_s] = Bound{Value::ofText(id)};
    bindings[u"variable"_s] = Bound{Value::ofText(m_pipeline.name + u'.' + id)};
    bindings[u"pipeline_id"_s] = Bound{Value::ofText(m_pipeline.id)};
    auto out = made->fill(bindings, indent);
    if (!out) {
        m_values.problem(id, {}, out.error().hint);
        return std::nullopt;
    }
    // What the text does not name it does not need.
    const auto speaksOf = [&](const QString& name) {
        return hasWord(out->text, name);
    };
    for (const QString& import : spec->imports)
        if (speaksOf(import.section(u':', -1)))
            out->imports.insert(import);
    for (const QString& part : spec->parts)
        if (speaksOf(part))
            needPart(part);
    return std::move(*out);
}

// A kind of no catalogue: the class path of an operator with its arguments.
bool DagFile::writeOperator(const Task& task, ArgumentList arguments, int indent)
{
    static const QRegularExpression path(
        u"\\A([a-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)\\.([A-Za-z_][A-Za-z0-9_]*)\\z"_s);
    static const QRegularExpression name(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    const Node& node = *task.node;
    QString module, type;
    if (const auto known = wellKnown().find(node.kind); known != wellKnown().end()) {
        module = known->second;
        type = node.kind;
    } else if (const auto match = path.match(node.kind); match.hasMatch()) {
        module = match.captured(1);
        type = match.captured(2);
    } else {
        m_values.problem(
            node.id, {}, PH_TEXT("Pipelines", "No kind of node is called %1.").arg(node.kind));
        return false;
    }
    for (const Setting& setting : node.params) {
        if (!name.match(setting.name).hasMatch()) {
            m_values.problem(node.id, setting.name,
                PH_TEXT("Pipelines", "%1 is no name of an argument.").arg(setting.name));
            return false;
        }
        if (setting.source) {
            m_values.problem(node.id, setting.name,
                PH_TEXT("Pipelines", "This argument is program text of another file."));
            return false;
        }
        arguments.emplace_back(
            setting.name, Bound{m_values.replaced(setting.value, node.id, setting.name)});
    }
    m_imports.insert(module + u':' + type);
    m_body += QString(indent, u' ') + task.name + u" = "_s + type + u'('
        + pythonArguments(arguments, {indent, indent + int(task.name.size() + type.size()) + 4, 1})
        + u")\n"_s;
    return true;
}

void DagFile::writeTask(const Task& task, int indent)
{
    const Node& node = *task.node;
    ArgumentList arguments{{u"task_id"_s, Bound{Value::ofText(node.id)}}};
    if (!node.title.isEmpty() && node.title != node.id && m_values.target().isAtLeast(u"2.9"))
        arguments.emplace_back(u"task_display_name"_s, Bound{Value::ofText(node.title)});
    for (auto& argument :
        taskArguments(m_catalogue, node.task, m_pipeline.task, node.id, m_values, m_imports))
        arguments.push_back(std::move(argument));
    if (!node.note.isEmpty())
        arguments.emplace_back(u"doc_md"_s, Bound{Value::ofText(node.note)});
    if (!m_body.isEmpty() && !m_body.endsWith(u":\n"))
        m_body += u'\n';
    const int first = lineCount(m_body) + 1;
    if (!task.kind) {
        if (!writeOperator(task, std::move(arguments), indent))
            return;
    } else {
        const auto text = filled(task, arguments, indent);
        if (!text)
            return;
        m_imports.insert(text->imports.begin(), text->imports.end());
        // As formatters have it: no function right below the head of a block.
        if (m_body.endsWith(u":\n") || m_body.isEmpty())
            m_body += text->text.startsWith(u'@') ? u"\n"_s : QString();
        m_body += QString(indent, u' ') + text->text;
    }
    m_lines.emplace_back(node.id, SourceRange{{first, 1}, {lineCount(m_body) + 1, 1}});
}

bool DagFile::hasTasks(const QString& group) const
{
    if (std::any_of(m_tasks.begin(), m_tasks.end(),
            [&](const Task& task) { return task.node->group == group; }))
        return true;
    return std::any_of(m_pipeline.groups.begin(), m_pipeline.groups.end(), [&](const Group& one) {
        return one.parent == group && one.id != group && hasTasks(one.id);
    });
}

void DagFile::writeGroup(const QString& group, int indent)
{
    for (const Task& task : m_tasks)
        if (task.node->group == group)
            writeTask(task, indent);
    for (const Group& inner : m_pipeline.groups) {
        if (inner.parent != group || inner.id == group || !hasTasks(inner.id))
            continue;
        // Ids of tasks are the document's, wherever they stand.
        ArgumentList arguments{
            {u"prefix_group_id"_s, Bound{Value::ofBool(false), FieldType::Bool}}};
        if (!inner.title.isEmpty() && inner.title != inner.id
            && m_values.target().isAtLeast(u"3.0"))
            arguments.emplace_back(u"group_display_name"_s, Bound{Value::ofText(inner.title)});
        if (!inner.note.isEmpty())
            arguments.emplace_back(u"tooltip"_s, Bound{Value::ofText(inner.note)});
        m_imports.insert(u"airflow.sdk:TaskGroup"_s);
        const QString begin = u"with TaskGroup("_s;
        arguments.insert(arguments.begin(), {u"group_id"_s, Bound{Value::ofText(inner.id)}});
        m_body += (m_body.isEmpty() || m_body.endsWith(u":\n") ? QString() : u"\n"_s)
            + QString(indent, u' ') + begin
            + pythonArguments(arguments, {indent, indent + int(begin.size()), 2}) + u"):\n"_s;
        writeGroup(inner.id, indent + 4);
    }
}

// Edges between tasks; things between two tasks, a table say, are passed through.
std::vector<std::pair<QString, QString>> DagFile::taskEdges() const
{
    std::vector<std::pair<QString, QString>> edges;
    std::map<QString, QStringList> after;
    for (const Edge& edge : m_pipeline.edges)
        after[edge.from].append(edge.to);
    const auto isThing = [&](const QString& id) {
        const Node* node = m_pipeline.node(id);
        const NodeKind* kind = node ? m_catalogue.kind(node->kind) : nullptr;
        return kind && kind->runs == Runs::Thing;
    };
    for (const Task& task : m_tasks) {
        QSet<QString> seen;
        const std::function<void(const QString&)> follow = [&](const QString& from) {
            for (const QString& to : after[from]) {
                if (const auto found = m_taskOf.find(to); found != m_taskOf.end()) {
                    if (to != task.node->id)
                        edges.emplace_back(task.node->id, to);
                } else if (!seen.contains(to) && isThing(to)) {
                    seen.insert(to);
                    follow(to);
                }
            }
        };
        follow(task.node->id);
    }
    return edges;
}

QString DagFile::wiring()
{
    QString out;
    std::vector<std::pair<QString, QString>> edges;
    for (const Trigger& sensor : m_sensors)
        edges.emplace_back(sensor.name, m_tasks[m_taskOf.at(sensor.edge->to)].name);
    for (const auto& [from, to] : m_edges)
        edges.emplace_back(m_tasks[m_taskOf.at(from)].name, m_tasks[m_taskOf.at(to)].name);
    for (QString line : wiringLines(edges, kLineWidth - 4))
        out += u"    "_s + line.replace(u"\n"_s, u"\n    "_s) + u'\n';
    return out.isEmpty() ? out : u'\n' + out;
}

QString DagFile::parts()
{
    QString out;
    for (const QString& name : m_parts) {
        QStringList lines = m_catalogue.parts.at(name).split(u'\n');
        lines.removeIf([](const QString& line) {
            return line.startsWith(u"# needs ") || line.startsWith(u"# SPDX");
        });
        const QString text = lines.join(u'\n').trimmed();
        out += (out.isEmpty() && !text.startsWith(u"def ") ? u"\n"_s : u"\n\n"_s) + text + u'\n';
    }
    return out;
}

std::optional<GeneratedFile> DagFile::write()
{
    collect();
    if (m_tasks.empty())
        return std::nullopt;
    collectTriggers();
    m_edges = taskEdges();
    QStringList assets;
    for (const Edge* edge : m_assets)
        assets.append(assetOf(*edge));
    if (!m_assets.empty()) {
        for (const QString& import : {u"airflow.sdk:Asset"_s, u"airflow.sdk:task"_s, u"pendulum"_s})
            m_imports.insert(import);
        needPart(u"moved_on"_s);
    }
    m_imports.insert(u"airflow.sdk:DAG"_s);
    ArgumentList arguments{{u"dag_id"_s, Bound{Value::ofText(m_pipeline.name)}}};
    for (auto& argument : dagArguments(m_pipeline, m_catalogue, assets, m_values, m_imports))
        arguments.push_back(std::move(argument));
    writeSensors();
    writeGroup({}, 4);
    const QString edges = wiring();
    QStringList needed;
    for (const QString& import : m_imports)
        if (import.startsWith(u"part:"))
            needed.append(import.sliced(5));
    for (const QString& part : needed)
        needPart(part);
    Imports imports(m_values.target());
    for (const QString& import : m_imports)
        if (!import.startsWith(u"part:"))
            imports.add(import);
    QString head = imports.text() + parts() + u"\n"_s;
    if (!m_parts.isEmpty())
        head += u'\n';
    head += u"with DAG("_s;
    // One a line: a DAG is read from the top.
    for (const auto& [name, bound] : arguments)
        head += u"\n    "_s + name + u'=' + pythonBound(bound, {4, 5 + int(name.size()), 1}) + u',';
    head += u"\n):\n"_s;

    const QString behind = m_assets.empty() ? QString() : u"\n\n"_s + arrivals();
    GeneratedFile file;
    file.path = m_pipeline.name + u".py"_s;
    file.unit = m_pipeline.name;
    file.text = withFingerprint(
        (head + m_body + edges + behind).toUtf8(), m_pipeline.id, m_pipeline.name, "#");
    const int shift = lineCount(head) + 2; // the fingerprint's lines
    for (auto& [node, range] : m_lines) {
        range.begin.line += shift;
        range.end.line += shift;
        file.nodes.emplace_back(node, range);
    }
    return file;
}

} // namespace pilothouse::pipelines
