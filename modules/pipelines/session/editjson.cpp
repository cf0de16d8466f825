// SPDX-License-Identifier: GPL-3.0-or-later
// The members of each value are listed once, in fields(); a Writer and a Reader walk them. What is
// empty is not written, and what is not there is read as empty.
#include "pipelines/session/editjson.h"

#include <tuple>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kDeepest = 64;

template <class T, class Wanted>
concept Is = std::is_same_v<std::remove_const_t<T>, Wanted>;

void fields(auto& members, Is<Text> auto& text)
{
    members(u"context", text.context);
    members(u"key", text.key);
    members(u"args", text.args);
    members(u"count", text.count);
}

void fields(auto& members, Is<Value> auto& value)
{
    members(u"kind", value.kind);
    members(u"text", value.text);
    members(u"items", value.items);
    members(u"entries", value.entries);
}

void fields(auto& members, Is<SourceText> auto& source)
{
    members(u"text", source.text);
    members(u"readOnly", source.readOnly);
    members(u"reason", source.reason);
    members(u"range", source.range);
}

void fields(auto& members, Is<SourceRange> auto& range)
{
    members(u"line", range.begin.line);
    members(u"column", range.begin.column);
    members(u"endLine", range.end.line);
    members(u"endColumn", range.end.column);
}

void fields(auto& members, Is<Setting> auto& setting)
{
    members(u"name", setting.name);
    members(u"value", setting.value);
    members(u"source", setting.source);
}

void fields(auto& members, Is<Node> auto& node)
{
    members(u"id", node.id);
    members(u"kind", node.kind);
    members(u"title", node.title);
    members(u"group", node.group);
    members(u"layer", node.layer);
    members(u"note", node.note);
    members(u"params", node.params);
    members(u"task", node.task);
    members(u"locked", node.locked);
    members(u"lockReason", node.lockReason);
    members(u"origin", node.origin);
}

void fields(auto& members, Is<Edge> auto& edge)
{
    members(u"from", edge.from);
    members(u"fromPort", edge.fromPort);
    members(u"to", edge.to);
    members(u"toPort", edge.toPort);
    members(u"trigger", edge.trigger);
}

void fields(auto& members, Is<Group> auto& group)
{
    members(u"id", group.id);
    members(u"title", group.title);
    members(u"parent", group.parent);
    members(u"note", group.note);
}

void fields(auto& members, Is<Note> auto& note)
{
    members(u"id", note.id);
    members(u"text", note.text);
}

void fields(auto& members, Is<Environment> auto& environment)
{
    members(u"name", environment.name);
    members(u"values", environment.values);
}

void fields(auto& members, Is<AddNode> auto& edit)
{
    members(u"node", edit.node);
    members(u"at", edit.at);
}
void fields(auto& members, Is<RemoveNode> auto& edit)
{
    members(u"id", edit.id);
}
void fields(auto& members, Is<Rename> auto& edit)
{
    members(u"from", edit.from);
    members(u"to", edit.to);
}
void fields(auto& members, Is<AddEdge> auto& edit)
{
    members(u"edge", edit.edge);
    members(u"at", edit.at);
}
void fields(auto& members, Is<RemoveEdge> auto& edit)
{
    members(u"edge", edit.edge);
}
void fields(auto& members, Is<SetTrigger> auto& edit)
{
    members(u"edge", edit.edge);
    members(u"trigger", edit.trigger);
}
void fields(auto& members, Is<AddGroup> auto& edit)
{
    members(u"group", edit.group);
    members(u"at", edit.at);
}
void fields(auto& members, Is<RemoveGroup> auto& edit)
{
    members(u"id", edit.id);
}
void fields(auto& members, Is<PutInto> auto& edit)
{
    members(u"id", edit.id);
    members(u"group", edit.group);
}
void fields(auto& members, Is<AddNote> auto& edit)
{
    members(u"note", edit.note);
    members(u"at", edit.at);
}
void fields(auto& members, Is<RemoveNote> auto& edit)
{
    members(u"id", edit.id);
}
void fields(auto& members, Is<SetSetting> auto& edit)
{
    members(u"section", edit.section);
    members(u"id", edit.id);
    members(u"name", edit.name);
    members(u"setting", edit.setting);
    members(u"at", edit.at);
}
void fields(auto& members, Is<SetField> auto& edit)
{
    members(u"id", edit.id);
    members(u"field", edit.field);
    members(u"text", edit.text);
}
void fields(auto& members, Is<AddEnvironment> auto& edit)
{
    members(u"environment", edit.environment);
    members(u"at", edit.at);
}
void fields(auto& members, Is<RemoveEnvironment> auto& edit)
{
    members(u"name", edit.name);
}
void fields(auto& members, Is<Move> auto& edit)
{
    members(u"places", edit.places);
}
void fields(auto& members, Is<Collapse> auto& edit)
{
    members(u"group", edit.group);
    members(u"closed", edit.closed);
}
void fields(auto& members, Is<Layout> auto& layout)
{
    members(u"places", layout.places);
    members(u"closed", layout.closed);
}

// In the order of the variant.
const QStringList& names()
{
    static const QStringList list{u"addNode"_s, u"removeNode"_s, u"rename"_s, u"addEdge"_s,
        u"removeEdge"_s, u"setTrigger"_s, u"addGroup"_s, u"removeGroup"_s, u"putInto"_s,
        u"addNote"_s, u"removeNote"_s, u"setSetting"_s, u"setField"_s, u"addEnvironment"_s,
        u"removeEnvironment"_s, u"move"_s, u"collapse"_s};
    return list;
}

class Writer
{
public:
    QJsonObject object;

    template <class T>
    void operator()(QStringView key, const T& value)
    {
        if (!(value == T()))
            object.insert(key, json(value));
    }

    template <class T>
    static QJsonValue json(const T& value)
    {
        if constexpr (std::is_same_v<T,
                          QString> || std::is_same_v<T, bool> || std::is_same_v<T, int>) {
            return value;
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            return QString::fromUtf8(value);
        } else if constexpr (std::is_same_v<T, QStringList>) {
            return QJsonArray::fromStringList(value);
        } else if constexpr (std::is_enum_v<T>) {
            return int(value);
        } else if constexpr (std::is_same_v<T, QPointF>) {
            return QJsonArray{value.x(), value.y()};
        } else {
            Writer members;
            fields(members, value);
            return members.object;
        }
    }
    template <class T>
    static QJsonValue json(const std::optional<T>& value)
    {
        return value ? json(*value) : QJsonValue();
    }
    template <class T>
    static QJsonValue json(const std::vector<T>& list)
    {
        QJsonArray array;
        for (const T& one : list)
            array.append(json(one));
        return array;
    }
    template <class T>
    static QJsonValue json(const std::pair<QString, T>& pair)
    {
        return QJsonArray{pair.first, json(pair.second)};
    }
    template <class T>
    static QJsonValue json(const std::map<QString, T>& map)
    {
        QJsonObject object;
        for (const auto& [key, value] : map)
            object.insert(key, json(value));
        return object;
    }
    static QJsonValue json(const std::set<QString>& set)
    {
        QJsonArray array;
        for (const QString& one : set)
            array.append(one);
        return array;
    }
};

class Reader
{
public:
    Reader(const QJsonObject& from, int depth)
        : m_object(from)
        , m_depth(depth)
    {
    }

    template <class T>
    void operator()(QStringView key, T& value)
    {
        const QJsonValue found = m_object.value(key);
        value = T();
        if (!found.isUndefined() && m_depth < kDeepest)
            read(found, value);
    }

private:
    template <class T>
    void read(const QJsonValue& json, T& value)
    {
        if constexpr (std::is_same_v<T, QString>) {
            value = json.toString();
        } else if constexpr (std::is_same_v<T, bool>) {
            value = json.toBool();
        } else if constexpr (std::is_same_v<T, int>) {
            value = json.toInt();
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            value = json.toString().toUtf8();
        } else if constexpr (std::is_same_v<T, QStringList>) {
            for (const QJsonValue& one : json.toArray())
                value.append(one.toString());
        } else if constexpr (std::is_enum_v<T>) {
            value = T(json.toInt());
        } else if constexpr (std::is_same_v<T, QPointF>) {
            value = {json.toArray().at(0).toDouble(), json.toArray().at(1).toDouble()};
        } else {
            const QJsonObject object = json.toObject();
            Reader members(object, m_depth + 1);
            fields(members, value);
        }
    }
    template <class T>
    void read(const QJsonValue& json, std::optional<T>& value)
    {
        if (!json.isNull())
            read(json, value.emplace());
    }
    template <class T>
    void read(const QJsonValue& json, std::vector<T>& list)
    {
        for (const QJsonValue& one : json.toArray())
            read(one, list.emplace_back());
    }
    // Clang 14 makes no empty pair of a type that holds such pairs.
    template <class T>
    void read(const QJsonValue& json, std::vector<std::pair<QString, T>>& list)
    {
        for (const QJsonValue& one : json.toArray()) {
            QString key;
            T value;
            const QJsonArray array = one.toArray();
            key = array.at(0).toString();
            read(array.at(1), value);
            list.emplace_back(std::move(key), std::move(value));
        }
    }
    template <class T>
    void read(const QJsonValue& json, std::map<QString, T>& map)
    {
        const QJsonObject object = json.toObject();
        for (auto at = object.begin(); at != object.end(); ++at)
            read(at.value(), map[at.key()]);
    }
    void read(const QJsonValue& json, std::set<QString>& set)
    {
        for (const QJsonValue& one : json.toArray())
            set.insert(one.toString());
    }

    const QJsonObject& m_object;
    int m_depth;
};

template <size_t... I>
bool emplace(Edit& edit, size_t index, const QJsonObject& object, std::index_sequence<I...>)
{
    const auto one = [&]<size_t At>(std::integral_constant<size_t, At>) -> bool {
        if (index != At)
            return false;
        Reader members(object, 0);
        fields(members, edit.emplace<At>());
        return true;
    };
    return (one(std::integral_constant<size_t, I>()) || ...);
}

} // namespace

QJsonArray jsonOf(const Edits& edits)
{
    QJsonArray array;
    for (const Edit& edit : edits) {
        QJsonObject object = std::visit(
            [](const auto& one) -> QJsonObject {
                Writer members;
                fields(members, one);
                return members.object;
            },
            edit);
        object.insert(u"edit"_s, names().at(qsizetype(edit.index())));
        array.append(object);
    }
    return array;
}

std::optional<Edits> editsOf(const QJsonArray& array)
{
    Edits edits;
    edits.reserve(size_t(array.size()));
    for (const QJsonValue& one : array) {
        const QJsonObject object = one.toObject();
        const qsizetype index = names().indexOf(object[u"edit"_s].toString());
        if (index < 0)
            return {};
        emplace(edits.emplace_back(), size_t(index), object,
            std::make_index_sequence<std::variant_size_v<Edit>>());
    }
    return edits;
}

QJsonObject jsonOf(const Text& text)
{
    Writer members;
    fields(members, text);
    return members.object;
}

Text textOf(const QJsonObject& object)
{
    Text text;
    Reader members(object, 0);
    fields(members, text);
    return text;
}

QJsonObject jsonOf(const Layout& layout)
{
    Writer members;
    fields(members, layout);
    return members.object;
}

Layout layoutOf(const QJsonObject& object)
{
    Layout layout;
    Reader members(object, 0);
    fields(members, layout);
    return layout;
}

} // namespace pilothouse::pipelines
