// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/yaml/layoutfile.h"

#include "pipelines/yaml/documentreader.h"
#include "pipelines/yaml/treewriter.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kFarthest = 1e7; // units

std::optional<double> coordinate(const Value& value)
{
    bool isNumber = false;
    const double at = value.text.toDouble(&isNumber);
    return isNumber && std::abs(at) <= kFarthest ? std::optional(at) : std::nullopt;
}

} // namespace

Layout readLayout(const QByteArray& text, const Pipeline& pipeline)
{
    Layout layout;
    const auto root = parseYaml(text, kDocumentLimits);
    if (!root)
        return layout;
    QSet<QString> ids;
    for (const Node& node : pipeline.nodes)
        ids.insert(node.id);
    for (const Group& group : pipeline.groups)
        ids.insert(group.id);
    for (const Note& note : pipeline.notes)
        ids.insert(note.id);
    const Value tree = valueOf(**root);
    if (const Value* places = tree.find(u"places")) {
        for (const auto& [id, place] : places->entries) {
            if (!ids.contains(id) || place.items.size() != 2)
                continue;
            const auto x = coordinate(place.items[0]);
            const auto y = coordinate(place.items[1]);
            if (x && y)
                layout.places[id] = {*x, *y};
        }
    }
    if (const Value* closed = tree.find(u"closed")) {
        for (const Value& id : closed->items) {
            if (pipeline.group(id.text))
                layout.closed.insert(id.text);
        }
    }
    return layout;
}

QByteArray layoutText(const Layout& layout)
{
    Value tree{Value::Kind::Map, {}, {}, {}};
    Value places{Value::Kind::Map, {}, {}, {}};
    for (const auto& [id, place] : layout.places) {
        const auto whole = [](double at) {
            return Value::ofNumber(std::llround(std::clamp(at, -kFarthest, kFarthest)));
        };
        places.entries.emplace_back(
            id, Value{Value::Kind::List, {}, {whole(place.x()), whole(place.y())}, {}});
    }
    Value closed{Value::Kind::List, {}, {}, {}};
    for (const QString& id : layout.closed)
        closed.items.push_back(Value::ofText(id));
    if (!places.entries.empty())
        tree.entries.emplace_back(u"places"_s, std::move(places));
    if (!closed.items.empty())
        tree.entries.emplace_back(u"closed"_s, std::move(closed));
    return yamlText(tree);
}

} // namespace pilothouse::pipelines
