// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, words, environments and the layout.
#include "pipelines/api/editing.h"

#include <algorithm>
#include <cmath>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

template <class T>
T* byId(std::vector<T>& list, const QString& id)
{
    const auto at
        = std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.id == id; });
    return at == list.end() ? nullptr : &*at;
}

auto byName(std::vector<Environment>& list, const QString& name)
{
    return std::find_if(
        list.begin(), list.end(), [&](const Environment& e) { return e.name == name; });
}

} // namespace

Settings* Editing::settings(Section section, const QString& id)
{
    if (section == Section::Environment) {
        const auto at = byName(m_pipeline.environments, id);
        return at == m_pipeline.environments.end() ? nullptr : &at->values;
    }
    if (section == Section::Schedule)
        return id.isEmpty() ? &m_pipeline.schedule : nullptr;
    if (id.isEmpty())
        return section == Section::Task ? &m_pipeline.task : nullptr;
    Node* node = byId(m_pipeline.nodes, id);
    return !node ? nullptr : section == Section::Task ? &node->task : &node->params;
}

Result<Edits> Editing::operator()(const SetSetting& edit)
{
    Settings* list = settings(edit.section, edit.id);
    if (!list)
        return missing(edit.id);
    if (const Node* node = m_pipeline.node(edit.id);
        node && node->locked && (edit.section == Section::Params || edit.section == Section::Task))
        return refused(node->lockReason);
    if (edit.name.isEmpty() || (edit.setting && edit.setting->name != edit.name))
        return refused(PH_TEXT("pipelines", "A name is missing."));
    const auto at = std::find_if(list->begin(), list->end(),
        [&](const Setting& setting) { return setting.name == edit.name; });
    SetSetting undo{edit.section, edit.id, edit.name, {}, -1};
    if (at != list->end()) {
        if (at->source && at->source->readOnly)
            return refused(at->source->reason);
        undo.setting = *at;
        undo.at = int(at - list->begin());
        if (edit.setting)
            *at = *edit.setting;
        else
            list->erase(at);
    } else if (edit.setting) {
        const bool inside = edit.at >= 0 && size_t(edit.at) < list->size();
        list->insert(inside ? list->begin() + edit.at : list->end(), *edit.setting);
    } else {
        return Edits{};
    }
    return Edits{undo};
}

QString* Editing::words(const QString& id, Field field)
{
    if (id.isEmpty()) {
        switch (field) {
        case Field::Title:
            return &m_pipeline.title;
        case Field::Comment:
            return &m_pipeline.note;
        case Field::Owner:
            return &m_pipeline.owner;
        case Field::Name:
            return &m_pipeline.name;
        default:
            return nullptr;
        }
    }
    if (Node* node = byId(m_pipeline.nodes, id)) {
        switch (field) {
        case Field::Title:
            return &node->title;
        case Field::Comment:
            return &node->note;
        case Field::Layer:
            return &node->layer;
        case Field::Kind:
            return &node->kind;
        default:
            return nullptr;
        }
    }
    if (Group* group = byId(m_pipeline.groups, id))
        return field == Field::Title  ? &group->title
            : field == Field::Comment ? &group->note
                                      : nullptr;
    if (Note* note = byId(m_pipeline.notes, id))
        return field == Field::Comment ? &note->text : nullptr;
    return nullptr;
}

Result<Edits> Editing::operator()(const SetField& edit)
{
    SetField undo = edit;
    if (edit.id.isEmpty() && edit.field == Field::Tags) {
        undo.text = m_pipeline.tags.join(u'\n');
        m_pipeline.tags = edit.text.split(u'\n', Qt::SkipEmptyParts);
        return Edits{undo};
    }
    QString* text = words(edit.id, edit.field);
    if (!text)
        return missing(edit.id);
    if (const Node* node = m_pipeline.node(edit.id); node && node->locked)
        return refused(node->lockReason);
    if (const Group* group = m_pipeline.group(edit.id); group && group->locked)
        return refused(group->lockReason);
    if (edit.id.isEmpty() && edit.field == Field::Name) {
        if (const auto problem = idProblem(edit.text))
            return refused(*problem);
    }
    if (edit.field == Field::Kind && edit.text.isEmpty())
        return refused(PH_TEXT("pipelines", "A name is missing."));
    undo.text = std::exchange(*text, edit.text);
    return Edits{undo};
}

Result<Edits> Editing::operator()(const AddEnvironment& edit)
{
    const QString& name = edit.environment.name;
    if (const auto problem = idProblem(name))
        return refused(*problem);
    auto& list = m_pipeline.environments;
    if (byName(list, name) != list.end())
        return refused(PH_TEXT("pipelines", "%1 is there already.").arg(name));
    const bool inside = edit.at >= 0 && size_t(edit.at) < list.size();
    list.insert(inside ? list.begin() + edit.at : list.end(), edit.environment);
    return Edits{RemoveEnvironment{name}};
}

Result<Edits> Editing::operator()(const RemoveEnvironment& edit)
{
    auto& list = m_pipeline.environments;
    const auto at = byName(list, edit.name);
    if (at == list.end())
        return missing(edit.name);
    const AddEnvironment undo{*at, int(at - list.begin())};
    list.erase(at);
    return Edits{undo};
}

Result<Edits> Editing::operator()(const Move& edit)
{
    for (const auto& [id, place] : edit.places) {
        if (!m_pipeline.node(id) && !m_pipeline.group(id) && !m_pipeline.comment(id))
            return missing(id);
        if (place && (!std::isfinite(place->x()) || !std::isfinite(place->y())))
            return refused(PH_TEXT("pipelines", "This is no place."));
    }
    Move undo;
    for (const auto& [id, place] : edit.places) {
        const auto was = m_layout.places.find(id);
        undo.places[id] = was == m_layout.places.end() ? std::nullopt : std::optional(was->second);
        if (place)
            m_layout.places[id] = *place;
        else
            m_layout.places.erase(id);
    }
    return Edits{undo};
}

Result<Edits> Editing::operator()(const Collapse& edit)
{
    if (!m_pipeline.group(edit.group))
        return missing(edit.group);
    const bool was = m_layout.closed.contains(edit.group);
    if (edit.closed)
        m_layout.closed.insert(edit.group);
    else
        m_layout.closed.erase(edit.group);
    return Edits{Collapse{edit.group, was}};
}

} // namespace pilothouse::pipelines
