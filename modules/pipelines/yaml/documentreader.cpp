// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/yaml/documentreader.h"

#include "pipelines/yaml/documenttree.h"
#include "pipelines/yaml/treewriter.h"

#include <QSet>

#include <array>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

SourcePlace placeOf(const YamlMark& mark)
{
    return {mark.line, mark.column};
}

class Reader final
{
public:
    StoredFile file;

    void read(const YamlNode& root)
    {
        if (root.kind != YamlNode::Kind::Map)
            return problem(root.mark, PH_TEXT("pipelines", "This is not a pipeline."));
        if (!isOurs(root))
            return;
        refuseAnchors(root);
        for (const YamlEntry& entry : root.entries)
            readTop(entry);
        if (pipeline.name.isEmpty() && !root.find(u"name"))
            problem(root.mark, PH_TEXT("pipelines", "The name is missing."));
        // What edges and groups name may stand further down.
        for (const auto& [mark, group] : m_groups) {
            if (!pipeline.group(group))
                problem(mark, PH_TEXT("pipelines", "There is no group %1.").arg(group));
        }
        checkNesting();
        if (edges)
            readEdges(*edges);
        file.pipelines.push_back(
            {std::move(pipeline), std::move(m_problems), std::move(m_places), std::move(m_lines)});
    }
    std::vector<Problem>& problems() { return m_problems; }

private:
    Pipeline pipeline;
    const YamlNode* edges = nullptr;
    std::vector<Problem> m_problems;
    std::map<QString, SourcePlace> m_places;
    std::map<QString, SourcePlace> m_lines; // of settings and edges
    std::vector<std::pair<YamlMark, QString>> m_groups; // named, to be looked up
    QString m_node; // what is being read
    QSet<QString> m_ids;
    QSet<QString> m_nodes;

    void problem(const YamlMark& mark, Text message, const QString& field = {})
    {
        m_problems.push_back(
            {Problem::Severity::Error, std::move(message), placeOf(mark), m_node, field});
    }

    bool isOurs(const YamlNode& root)
    {
        const YamlEntry* entry = root.find(u"pipeline");
        if (!entry) {
            problem(root.mark,
                PH_TEXT(
                    "pipelines", "This is not a pipeline: it does not begin with pipeline: 1."));
            return false;
        }
        bool isNumber = false;
        const int version = entry->value->text.toInt(&isNumber);
        if (!isNumber || version < 1) {
            problem(entry->value->mark,
                PH_TEXT("pipelines", "%1 is no version of a pipeline.").arg(entry->value->text));
            return false;
        }
        if (version > kSchemaVersion) {
            problem(entry->value->mark,
                PH_TEXT("pipelines",
                    "Written by a newer Pilothouse: version %1, this one reads %2. Nothing is "
                    "changed.")
                    .arg(qint64(version))
                    .arg(qint64(kSchemaVersion)));
            return false;
        }
        return true;
    }

    // They would be lost with the first edit.
    void refuseAnchors(const YamlNode& node)
    {
        if (node.anchored)
            problem(node.mark,
                PH_TEXT("pipelines", "Anchors and aliases are not kept. Write the values out."));
        for (const YamlEntry& entry : node.entries)
            refuseAnchors(*entry.value);
        for (const YamlPtr& item : node.items)
            refuseAnchors(*item);
    }

    void readTop(const YamlEntry& entry)
    {
        const std::array<std::pair<QStringView, QString*>, 5> words{
            {{u"id", &pipeline.id}, {u"name", &pipeline.name}, {u"title", &pipeline.title},
                {u"owner", &pipeline.owner}, {u"note", &pipeline.note}}};
        for (const auto& [key, target] : words) {
            if (entry.key == key)
                return readWord(entry, *target);
        }
        const YamlNode& value = *entry.value;
        if (entry.key == u"pipeline")
            return;
        if (entry.key == u"tags")
            readTags(entry);
        else if (entry.key == u"schedule")
            readSettings(entry, pipeline.schedule, Section::Schedule, {});
        else if (entry.key == u"task")
            readSettings(entry, pipeline.task, Section::Task, {});
        else if (entry.key == u"environments")
            forEach(entry, [this](const YamlEntry& one) {
                Environment environment{one.key, {}};
                readSettings(one, environment.values, Section::Environment, one.key);
                pipeline.environments.push_back(std::move(environment));
            });
        else if (entry.key == u"groups")
            forEach(entry, [this](const YamlEntry& one) { readGroup(one); });
        else if (entry.key == u"nodes")
            forEach(entry, [this](const YamlEntry& one) { readNode(one); });
        else if (entry.key == u"edges")
            edges = &value;
        else if (entry.key == u"notes")
            forEach(entry, [this](const YamlEntry& one) {
                Note note{one.key, {}};
                takeId(one);
                readWord(one, note.text);
                pipeline.notes.push_back(std::move(note));
            });
        else
            unknown(entry);
    }

    void unknown(const YamlEntry& entry)
    {
        problem(
            entry.keyMark, PH_TEXT("pipelines", "%1 is not known here.").arg(entry.key), entry.key);
    }

    void readWord(const YamlEntry& entry, QString& target)
    {
        if (entry.value->kind == YamlNode::Kind::Scalar)
            target = entry.value->text;
        else if (entry.value->kind != YamlNode::Kind::Null)
            problem(entry.value->mark, PH_TEXT("pipelines", "%1 must be a text.").arg(entry.key),
                entry.key);
        if (entry.key == u"name" && m_node.isEmpty() && entry.value->mark.line > 0) {
            if (const auto bad = idProblem(target))
                problem(entry.value->mark, *bad, entry.key);
        }
    }

    void readTags(const YamlEntry& entry)
    {
        for (const YamlPtr& item : entry.value->items)
            pipeline.tags.append(item->text);
        if (entry.value->kind != YamlNode::Kind::Sequence)
            problem(entry.value->mark, PH_TEXT("pipelines", "%1 must be a list.").arg(entry.key),
                entry.key);
    }

    template <class Read>
    void forEach(const YamlEntry& entry, const Read& read)
    {
        if (entry.value->kind == YamlNode::Kind::Map) {
            for (const YamlEntry& one : entry.value->entries)
                read(one);
        } else if (entry.value->kind != YamlNode::Kind::Null) {
            problem(entry.value->mark,
                PH_TEXT("pipelines", "%1 must be names with what belongs to them.").arg(entry.key),
                entry.key);
        }
    }

    void readSettings(const YamlEntry& entry, Settings& target, Section section, const QString& id)
    {
        m_lines[settingPath(section, id, {})] = placeOf(entry.keyMark);
        forEach(entry, [&](const YamlEntry& one) {
            target.push_back({one.key, valueOf(*one.value)});
            m_lines[settingPath(section, id, one.key)] = placeOf(one.keyMark);
        });
    }

    void readSources(const YamlEntry& entry, Settings& target)
    {
        forEach(entry, [&](const YamlEntry& one) {
            if (find(target, one.key))
                return problem(one.keyMark,
                    PH_TEXT("pipelines", "%1 is there already.").arg(one.key), one.key);
            SourceText source;
            readWord(one, source.text);
            target.push_back({one.key, {}, std::move(source)});
        });
    }

    void takeId(const YamlEntry& entry)
    {
        m_places[entry.key] = placeOf(entry.keyMark);
        if (const auto bad = idProblem(entry.key))
            problem(entry.keyMark, *bad);
        else if (m_ids.contains(entry.key))
            problem(entry.keyMark, PH_TEXT("pipelines", "%1 is there already.").arg(entry.key));
        m_ids.insert(entry.key);
    }

    void readGroup(const YamlEntry& entry)
    {
        Group group;
        group.id = entry.key;
        takeId(entry);
        forEach(entry, [&](const YamlEntry& one) {
            if (one.key == u"title")
                readWord(one, group.title);
            else if (one.key == u"note")
                readWord(one, group.note);
            else if (one.key == u"group")
                readMembership(one, group.parent);
            else
                unknown(one);
        });
        pipeline.groups.push_back(std::move(group));
    }

    void readMembership(const YamlEntry& entry, QString& target)
    {
        readWord(entry, target);
        if (!target.isEmpty())
            m_groups.emplace_back(entry.value->mark, target);
    }

    void readNode(const YamlEntry& entry)
    {
        m_node = entry.key;
        Node node;
        node.id = entry.key;
        takeId(entry);
        const YamlEntry* sources = nullptr; // behind the parameters, wherever they stand
        forEach(entry, [&](const YamlEntry& one) {
            if (one.key == u"kind")
                readWord(one, node.kind);
            else if (one.key == u"title")
                readWord(one, node.title);
            else if (one.key == u"group")
                readMembership(one, node.group);
            else if (one.key == u"layer")
                readWord(one, node.layer);
            else if (one.key == u"note")
                readWord(one, node.note);
            else if (one.key == u"params")
                readSettings(one, node.params, Section::Params, node.id);
            else if (one.key == u"source")
                sources = &one;
            else if (one.key == u"task")
                readSettings(one, node.task, Section::Task, node.id);
            else
                unknown(one);
        });
        if (sources)
            readSources(*sources, node.params);
        if (node.kind.isEmpty())
            problem(entry.keyMark, PH_TEXT("pipelines", "The kind is missing."), u"kind"_s);
        m_nodes.insert(node.id);
        pipeline.nodes.push_back(std::move(node));
        m_node.clear();
    }

    void readEdges(const YamlNode& list)
    {
        if (list.kind != YamlNode::Kind::Sequence) {
            if (list.kind != YamlNode::Kind::Null)
                problem(list.mark, PH_TEXT("pipelines", "%1 must be a list.").arg(u"edges"_s));
            return;
        }
        QSet<QString> seen;
        for (const YamlPtr& item : list.items) {
            const YamlNode* text = item.get();
            QString trigger;
            if (item->kind == YamlNode::Kind::Map) {
                text = nullptr;
                for (const YamlEntry& one : item->entries) {
                    if (one.key == u"edge")
                        text = one.value.get();
                    else if (one.key == u"trigger")
                        readWord(one, trigger);
                    else
                        unknown(one);
                }
            }
            auto edge = text ? parsedEdge(text->text) : std::nullopt;
            if (!edge) {
                problem(item->mark, PH_TEXT("pipelines", "An edge is written as: one -> another."));
                continue;
            }
            edge->trigger = trigger;
            addEdge(*edge, item->mark, seen);
        }
    }

    void addEdge(const Edge& edge, const YamlMark& mark, QSet<QString>& seen)
    {
        for (const QString& end : {edge.from, edge.to}) {
            if (!m_nodes.contains(end))
                return problem(mark, PH_TEXT("pipelines", "There is no node %1.").arg(end));
        }
        if (edge.from == edge.to)
            return problem(mark, PH_TEXT("pipelines", "A node cannot follow itself."));
        if (seen.contains(edgeText(edge)))
            return problem(mark, PH_TEXT("pipelines", "These are connected already."));
        seen.insert(edgeText(edge));
        m_lines[edgePath(edge)] = placeOf(mark);
        pipeline.edges.push_back(edge);
    }

    void checkNesting()
    {
        for (const Group& group : pipeline.groups) {
            QString above = group.parent;
            for (size_t steps = 0; !above.isEmpty(); ++steps) {
                if (above == group.id || steps > pipeline.groups.size()) {
                    const SourcePlace at = m_places[group.id];
                    problem({at.line, at.column},
                        PH_TEXT("pipelines", "A group cannot stand in itself."));
                    break;
                }
                const Group* next = pipeline.group(above);
                above = next ? next->parent : QString();
            }
        }
    }
};

} // namespace

StoredFile readDocument(const QByteArray& text)
{
    const auto root = parseYaml(text, kDocumentLimits);
    if (!root)
        return {{},
            {{Problem::Severity::Error, root.error().message, placeOf(root.error().mark), {}, {}}}};
    Reader reader;
    reader.read(**root);
    if (reader.file.pipelines.empty())
        reader.file.problems = std::move(reader.problems());
    return std::move(reader.file);
}

} // namespace pilothouse::pipelines
