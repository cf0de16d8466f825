// SPDX-License-Identifier: GPL-3.0-or-later
// JsonNode: JSON as values in the order they are written, each with its bytes in the text, so that
// a text can be changed without touching the rest. Pure.
#pragma once

#include "core/error.h"
#include "pipelines/api/document.h"

#include <QByteArray>

#include <functional>

namespace pilothouse::pipelines
{

struct JsonNode {
    qsizetype begin = 0; // bytes of the text
    qsizetype end = 0; // exclusive
    Value value;
    // Of a list and a map: as `value` has them; keys with the place where they begin.
    std::vector<JsonNode> children;
    std::vector<qsizetype> keys;

    const JsonNode* find(QStringView key) const; // of a map
};

struct JsonProblem {
    qsizetype at = 0;
    Text message;
};

// At most 16 MB and 64 levels; a key that is there twice is a problem.
tl::expected<JsonNode, JsonProblem> parseJson(const QByteArray& text);

// Lines and columns of a text, whose lines are looked up once.
class JsonPlaces final
{
public:
    explicit JsonPlaces(const QByteArray& text);
    SourcePlace at(qsizetype byte) const;

private:
    const QByteArray& m_text;
    std::vector<qsizetype> m_lines; // where each begins
};
SourcePlace placeIn(const QByteArray& text, qsizetype at); // of one

// The bytes of `node` with `value` in its place: what is the same keeps its bytes. `identity` names
// an item of a list that may have changed (its id); empty: none.
using Identity = std::function<QString(const Value&)>;
QByteArray patched(const QByteArray& text, const JsonNode& node, const Value& value,
    const Identity& identity, int indent = 2);
QByteArray jsonText(const Value& value, int indent = 2, int level = 0);

} // namespace pilothouse::pipelines
