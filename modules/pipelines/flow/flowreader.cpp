// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/flow/flowreader.h"

#include <QSet>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

bool isTask(const JsonNode& node)
{
    return node.value.kind == Value::Kind::Map
        && node.find(FlowWords::in(node.value, FlowWords::ids())) && !node.find(u"tasks");
}

class DagReader final
{
public:
    DagReader(const JsonPlaces& places, const FlowDag& dag)
        : m_places(places)
    {
        m_made.pipeline.name = dag.name;
        if (dag.dag)
            readHead(*dag.dag);
        if (dag.tasks->value.kind != Value::Kind::List)
            problem(*dag.tasks, PH_TEXT("pipelines", "%1 must be a list.").arg(u"tasks"_s));
        for (const JsonNode& task : dag.tasks->children)
            readTask(task);
        for (const auto& [node, edge] : m_edges)
            addEdge(*node, edge);
    }
    StoredPipeline take() { return std::move(m_made); }

private:
    void problem(const JsonNode& node, Text message)
    {
        m_made.problems.push_back(
            {Problem::Severity::Error, std::move(message), m_places.at(node.begin), m_node, {}});
    }

    void readHead(const JsonNode& dag)
    {
        const QString name = FlowWords::in(dag.value, FlowWords::dagIds());
        if (!dag.find(name))
            problem(dag, PH_TEXT("pipelines", "The name is missing."));
        else if (const auto bad = idProblem(m_made.pipeline.name))
            problem(*dag.find(name), *bad);
        for (size_t at = 0; at < dag.children.size(); ++at) {
            const QString& key = dag.value.entries[at].first;
            const Value& value = dag.children[at].value;
            if (key == u"default_args" && value.kind == Value::Kind::Map) {
                for (size_t field = 0; field < value.entries.size(); ++field)
                    addSetting(m_made.pipeline.task, Section::Task, dag.children[at], field);
            } else if (key == u"owner" && value.kind == Value::Kind::Text) {
                m_made.pipeline.owner = value.text;
            } else if (key == u"description" && value.kind == Value::Kind::Text) {
                m_made.pipeline.note = value.text;
            } else if (key == u"tags" && value.kind == Value::Kind::List) {
                for (const Value& tag : value.items)
                    m_made.pipeline.tags.append(tag.text);
            } else if (key != name && key != u"tasks") {
                addSetting(m_made.pipeline.schedule, Section::Schedule, dag, at);
            }
        }
    }

    void addSetting(Settings& settings, Section section, const JsonNode& map, size_t at)
    {
        const auto& [name, value] = map.value.entries[at];
        settings.push_back({name, value});
        m_made.lines[settingPath(section, m_node, name)] = m_places.at(map.keys[at]);
    }

    void readTask(const JsonNode& task)
    {
        if (!isTask(task))
            return problem(task, PH_TEXT("pipelines", "A task needs an id."));
        const QString idKey = FlowWords::in(task.value, FlowWords::ids());
        const QString kindKey = FlowWords::in(task.value, FlowWords::operators());
        const QString dependsKey = FlowWords::in(task.value, FlowWords::dependencies());
        Node node;
        node.id = task.find(idKey)->value.text;
        m_node = node.id;
        m_made.places[node.id] = m_places.at(task.begin);
        if (const auto bad = idProblem(node.id))
            problem(*task.find(idKey), *bad);
        else if (m_ids.contains(node.id))
            problem(*task.find(idKey), PH_TEXT("pipelines", "%1 is there already.").arg(node.id));
        m_ids.insert(node.id);
        if (const JsonNode* kind = task.find(kindKey))
            node.kind = kind->value.text;
        if (node.kind.isEmpty())
            problem(task, PH_TEXT("pipelines", "The kind is missing."));
        for (size_t at = 0; at < task.children.size(); ++at) {
            const QString& key = task.value.entries[at].first;
            if (key == dependsKey)
                readDependencies(task.children[at], node.id);
            else if (key != idKey && key != kindKey)
                addSetting(node.params, Section::Params, task, at);
        }
        m_made.pipeline.nodes.push_back(std::move(node));
        m_node.clear();
    }

    void readDependencies(const JsonNode& list, const QString& task)
    {
        if (list.value.kind == Value::Kind::Text)
            m_edges.emplace_back(&list, Edge{list.value.text, {}, task, {}, {}});
        for (const JsonNode& one : list.children)
            m_edges.emplace_back(&one, Edge{one.value.text, {}, task, {}, {}});
    }

    void takeEdge(const JsonNode& node, const Edge& edge)
    {
        m_made.pipeline.edges.push_back(edge);
        m_made.lines[edgePath(edge)] = m_places.at(node.begin);
    }

    void addEdge(const JsonNode& node, const Edge& edge)
    {
        m_node = edge.to;
        const QString ends = edge.from + u'\n' + edge.to;
        if (!m_ids.contains(edge.from))
            problem(node, PH_TEXT("pipelines", "There is no node %1.").arg(edge.from));
        else if (edge.from == edge.to)
            problem(node, PH_TEXT("pipelines", "A node cannot follow itself."));
        else if (m_seen.contains(ends))
            problem(node, PH_TEXT("pipelines", "These are connected already."));
        else
            takeEdge(node, edge);
        m_seen.insert(ends);
        m_node.clear();
    }

    const JsonPlaces& m_places;
    StoredPipeline m_made;
    QString m_node;
    QSet<QString> m_ids;
    QSet<QString> m_seen;
    std::vector<std::pair<const JsonNode*, Edge>> m_edges;
};

} // namespace

const QStringList& FlowWords::ids()
{
    static const QStringList words{u"task_id"_s, u"id"_s, u"name"_s};
    return words;
}

const QStringList& FlowWords::operators()
{
    static const QStringList words{u"operator"_s, u"type"_s, u"kind"_s, u"class"_s};
    return words;
}

const QStringList& FlowWords::dependencies()
{
    static const QStringList words{
        u"dependencies"_s, u"depends_on"_s, u"upstream"_s, u"upstream_task_ids"_s, u"needs"_s};
    return words;
}

const QStringList& FlowWords::dagIds()
{
    static const QStringList words{u"dag_id"_s, u"id"_s, u"name"_s};
    return words;
}

QString FlowWords::in(const Value& map, const QStringList& words)
{
    for (const QString& word : words) {
        if (map.find(word))
            return word;
    }
    return words.first();
}

std::vector<FlowDag> dagsIn(const JsonNode& root)
{
    std::vector<FlowDag> dags;
    const auto add = [&](const JsonNode& dag) {
        const JsonNode* tasks = dag.find(u"tasks");
        const Value* name = dag.value.find(FlowWords::in(dag.value, FlowWords::dagIds()));
        if (tasks)
            dags.push_back({name ? name->text : QString(), &dag, tasks});
    };
    if (root.value.kind == Value::Kind::Map) {
        if (const JsonNode* many = root.find(u"dags"); many && !root.find(u"tasks")) {
            for (const JsonNode& dag : many->children)
                add(dag);
        } else {
            add(root);
        }
    } else if (root.value.kind == Value::Kind::List) {
        if (root.children.empty() || isTask(root.children.front())) {
            dags.push_back({kBareFlow.toString(), nullptr, &root});
        } else {
            for (const JsonNode& dag : root.children)
                add(dag);
        }
    }
    return dags;
}

StoredPipeline readDag(const QByteArray& text, const FlowDag& dag)
{
    const JsonPlaces places(text);
    return DagReader(places, dag).take();
}

StoredFile readFlow(const QByteArray& text)
{
    const auto root = parseJson(text);
    const JsonPlaces places(text);
    if (!root)
        return {{},
            {{Problem::Severity::Error, root.error().message, places.at(root.error().at), {}, {}}}};
    StoredFile file;
    QSet<QString> names;
    for (const FlowDag& dag : dagsIn(*root)) {
        file.pipelines.push_back(DagReader(places, dag).take());
        if (names.contains(dag.name))
            file.pipelines.back().problems.push_back({Problem::Severity::Error,
                PH_TEXT("pipelines", "%1 is there already.").arg(dag.name),
                places.at(dag.tasks->begin), {}, {}});
        names.insert(dag.name);
    }
    if (file.pipelines.empty())
        file.problems.push_back({Problem::Severity::Error,
            PH_TEXT("pipelines", "There is no list of tasks in it."), {1, 1}, {}, {}});
    return file;
}

} // namespace pilothouse::pipelines
