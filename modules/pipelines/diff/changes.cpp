// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/diff/changes.h"

#include <QHash>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

using What = Change::What;
using How = Change::How;

std::optional<Value> valueOf(const Setting& setting)
{
    return setting.source ? Value::ofText(setting.source->text) : setting.value;
}

std::optional<Value> wordValue(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(Value::ofText(text));
}

Value listValue(const QStringList& texts)
{
    Value list{Value::Kind::List, {}, {}, {}};
    for (const QString& text : texts)
        list.items.push_back(Value::ofText(text));
    return list;
}

class Comparison final
{
public:
    Changes found;

    void of(What what, const QString& id)
    {
        m_what = what;
        m_id = id;
    }
    void word(const QString& field, const QString& before, const QString& after)
    {
        if (before != after)
            add(field, wordValue(before), wordValue(after));
    }
    void settings(const QString& lead, const Settings& before, const Settings& after)
    {
        for (const Setting& setting : after) {
            const Setting* was = find(before, setting.name);
            if (!was)
                add(lead + setting.name, {}, valueOf(setting));
            else if (valueOf(*was) != valueOf(setting))
                add(lead + setting.name, valueOf(*was), valueOf(setting));
        }
        for (const Setting& setting : before) {
            if (!find(after, setting.name))
                add(lead + setting.name, valueOf(setting), {});
        }
    }
    void add(const QString& field, std::optional<Value> before, std::optional<Value> after)
    {
        found.push_back(
            {m_what, How::Changed, m_id, {}, field, std::move(before), std::move(after)});
    }

    // Entries by what `nameOf` gives; `differ` compares two of the same name.
    template <class T, class Name, class Differ>
    void lists(What what, const std::vector<T>& before, const std::vector<T>& after,
        const Name& nameOf, const Differ& differ)
    {
        QHash<QString, const T*> was;
        for (const T& entry : before)
            was.insert(nameOf(entry), &entry);
        for (const T& entry : after) {
            const QString name = nameOf(entry);
            const T* old = was.take(name);
            of(what, name);
            if (old)
                differ(*old, entry);
            else
                whole(How::Added, entry);
        }
        for (const T& entry : before) {
            const QString name = nameOf(entry);
            of(what, name);
            if (was.contains(name))
                whole(How::Removed, entry);
        }
    }

private:
    template <class T>
    void whole(How how, const T& entry)
    {
        Change change{m_what, how, m_id, {}, {}, {}, {}};
        if constexpr (std::is_same_v<T, Edge>)
            change.edge = entry;
        found.push_back(std::move(change));
    }

    What m_what = What::Pipeline;
    QString m_id;
};

void compareNodes(Comparison& comparison, const Node& was, const Node& is)
{
    comparison.word(u"kind"_s, was.kind, is.kind);
    comparison.word(u"title"_s, was.title, is.title);
    comparison.word(u"group"_s, was.group, is.group);
    comparison.word(u"layer"_s, was.layer, is.layer);
    comparison.word(u"note"_s, was.note, is.note);
    comparison.settings(u"params."_s, was.params, is.params);
    comparison.settings(u"task."_s, was.task, is.task);
}

} // namespace

QString edgeWords(const Edge& edge)
{
    const auto end = [](const QString& node, const QString& port) -> QString {
        return port.isEmpty() ? node : node + u':' + port;
    };
    return end(edge.from, edge.fromPort) + u" -> "_s + end(edge.to, edge.toPort);
}

Changes changes(const Pipeline& before, const Pipeline& after)
{
    Comparison comparison;
    comparison.word(u"id"_s, before.id, after.id);
    comparison.word(u"name"_s, before.name, after.name);
    comparison.word(u"title"_s, before.title, after.title);
    comparison.word(u"owner"_s, before.owner, after.owner);
    if (before.tags != after.tags)
        comparison.add(u"tags"_s, listValue(before.tags), listValue(after.tags));
    comparison.word(u"note"_s, before.note, after.note);
    comparison.settings(u"schedule."_s, before.schedule, after.schedule);
    comparison.settings(u"task."_s, before.task, after.task);
    comparison.lists(
        What::Environment, before.environments, after.environments,
        [](const Environment& one) { return one.name; },
        [&](const Environment& was, const Environment& is) {
            comparison.settings({}, was.values, is.values);
        });
    comparison.lists(
        What::Group, before.groups, after.groups, [](const Group& one) { return one.id; },
        [&](const Group& was, const Group& is) {
            comparison.word(u"title"_s, was.title, is.title);
            comparison.word(u"group"_s, was.parent, is.parent);
            comparison.word(u"note"_s, was.note, is.note);
        });
    comparison.lists(
        What::Node, before.nodes, after.nodes, [](const Node& one) { return one.id; },
        [&](const Node& was, const Node& is) { compareNodes(comparison, was, is); });
    comparison.lists(
        What::Edge, before.edges, after.edges, edgeWords, [&](const Edge& was, const Edge& is) {
            const size_t had = comparison.found.size();
            comparison.word(u"trigger"_s, was.trigger, is.trigger);
            if (comparison.found.size() > had)
                comparison.found.back().edge = is;
        });
    comparison.lists(
        What::Note, before.notes, after.notes, [](const Note& one) { return one.id; },
        [&](const Note& was, const Note& is) { comparison.word(u"text"_s, was.text, is.text); });
    return std::move(comparison.found);
}

std::optional<How> changeOf(const Changes& changes, What what, QStringView id)
{
    for (const Change& change : changes) {
        if (change.what == what && change.id == id)
            return change.how;
    }
    return {};
}

QStringList moved(const Layout& before, const Layout& after)
{
    QStringList ids;
    for (const auto& [id, place] : after.places) {
        const auto was = before.places.find(id);
        if (was == before.places.end() || was->second != place)
            ids.append(id);
    }
    for (const auto& [id, place] : before.places) {
        if (!after.places.contains(id))
            ids.append(id);
    }
    for (const std::set<QString>* closed : {&before.closed, &after.closed}) {
        const std::set<QString>& other = closed == &before.closed ? after.closed : before.closed;
        for (const QString& id : *closed) {
            if (!other.contains(id) && !ids.contains(id))
                ids.append(id);
        }
    }
    return ids;
}

} // namespace pilothouse::pipelines
