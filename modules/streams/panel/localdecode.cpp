// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/localdecode.h"

#include "streams/panel/messagetext.h"
#include "ui/grid/jsontree.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

DecodedField fieldOf(const std::vector<ui::JsonNode>& nodes, int id)
{
    using Kind = ui::JsonNode::Kind;
    const ui::JsonNode& node = nodes[size_t(id)];
    DecodedField out;
    out.name
        = node.parent >= 0 && nodes[size_t(node.parent)].kind == Kind::Array ? QString() : node.key;
    switch (node.kind) {
    case Kind::Object:
        out.type = u"object"_s;
        break;
    case Kind::Array:
        out.type = u"array"_s;
        break;
    case Kind::String:
        out.type = u"string"_s;
        break;
    case Kind::Number:
        out.type = u"number"_s;
        break;
    case Kind::Word:
        out.isNull = node.value == "null"_L1;
        out.type = out.isNull ? u"null"_s : u"boolean"_s;
        break;
    }
    out.value = node.value;
    out.children.reserve(node.children.size());
    for (const int child : node.children)
        out.children.push_back(fieldOf(nodes, child));
    return out;
}

} // namespace

QByteArray indentedJson(QByteArrayView json)
{
    QByteArray out;
    out.reserve(json.size() + json.size() / 4);
    int level = 0;
    bool inString = false;
    const auto line = [&] {
        out += '\n';
        out += QByteArray(2 * std::max(0, level), ' ');
    };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json[++i];
            else if (c == '"')
                inString = false;
            continue;
        }
        switch (c) {
        case ' ':
        case '\t':
        case '\n':
        case '\r':
            break;
        case '"':
            inString = true;
            out += c;
            break;
        case '{':
        case '[': {
            qsizetype next = i + 1;
            while (next < json.size() && QByteArrayView(" \t\n\r").contains(json[next]))
                ++next;
            out += c;
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
                out += json[next];
                i = next;
                break;
            }
            ++level;
            line();
            break;
        }
        case '}':
        case ']':
            --level;
            line();
            out += c;
            break;
        case ',':
            out += c;
            line();
            break;
        case ':':
            out += ": ";
            break;
        default:
            out += c;
            break;
        }
    }
    return out;
}

DecodedBytes decodedBytesHere(const QByteArray& bytes, bool whole)
{
    DecodedBytes out;
    if (bytes.isNull())
        return out;
    const BytesLook::Kind look = lookOf(bytes).kind;
    if (look == BytesLook::Kind::Binary) {
        out.format = u"Bytes"_s;
        out.schemaId = framedSchema(bytes);
        return out;
    }
    out.format = u"Text"_s;
    if (look == BytesLook::Kind::Json && whole && bytes.size() <= kMostTree) {
        const auto nodes = ui::parseJson(bytes);
        if (nodes && !nodes->empty()) {
            out.format = u"JSON"_s;
            out.json = bytes;
            out.root = fieldOf(*nodes, 0);
            out.text = QString::fromUtf8(indentedJson(bytes));
            return out;
        }
    }
    out.text = QString::fromUtf8(bytes);
    return out;
}

DecodedMessage decodedHere(const Message& message)
{
    return {decodedBytesHere(message.key, true), decodedBytesHere(message.value, !message.isCut())};
}

} // namespace pilothouse::streams
