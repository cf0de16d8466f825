// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/flow/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLargest = 16 << 20;
constexpr int kDeepest = 64;
constexpr qsizetype kFlow = 80;

// Only over texts QJsonDocument has taken: their grammar is known to be right.
class Scanner final
{
public:
    explicit Scanner(const QByteArray& text)
        : m_text(text)
    {
    }

    tl::expected<JsonNode, JsonProblem> node(int depth)
    {
        skip();
        if (depth > kDeepest)
            return problem(PH_TEXT("pipelines", "Nested too deeply."));
        JsonNode made;
        made.begin = m_at;
        const char c = m_text[m_at];
        if (c == '{' || c == '[') {
            made.value.kind = c == '{' ? Value::Kind::Map : Value::Kind::List;
            if (auto bad = inside(made, depth))
                return tl::unexpected(*bad);
        } else if (c == '"') {
            made.value = Value::ofText(string());
        } else {
            while (m_at < m_text.size() && !strchr(",]} \t\r\n", m_text[m_at]))
                ++m_at;
            const QString word = QString::fromLatin1(m_text.sliced(made.begin, m_at - made.begin));
            if (word != u"null") {
                made.value = Value::ofPlain(word);
                if (made.value.kind == Value::Kind::Text)
                    made.value.kind = Value::Kind::Number; // 1E5, of a form YAML has not
            }
        }
        made.end = m_at;
        return made;
    }

private:
    tl::unexpected<JsonProblem> problem(Text message) const
    {
        return tl::unexpected(JsonProblem{m_at, std::move(message)});
    }

    void skip()
    {
        while (m_at < m_text.size() && strchr(" \t\r\n", m_text[m_at]))
            ++m_at;
    }

    QString string()
    {
        const qsizetype begin = m_at++;
        while (m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        // Its escapes are the library's business.
        return QJsonDocument::fromJson('[' + m_text.sliced(begin, m_at - begin) + ']')
            .array()
            .first()
            .toString();
    }

    std::optional<JsonProblem> inside(JsonNode& made, int depth)
    {
        const bool isMap = made.value.kind == Value::Kind::Map;
        const char close = isMap ? '}' : ']';
        QSet<QString> seen;
        ++m_at;
        for (skip(); m_text[m_at] != close; skip()) {
            if (m_text[m_at] == ',') {
                ++m_at;
                continue;
            }
            QString key;
            if (isMap) {
                made.keys.push_back(m_at);
                key = string();
                if (seen.contains(key))
                    return JsonProblem{
                        made.keys.back(), PH_TEXT("pipelines", "%1 is there twice.").arg(key)};
                seen.insert(key);
                skip();
                ++m_at; // the colon
            }
            auto child = node(depth + 1);
            if (!child)
                return child.error();
            if (isMap)
                made.value.entries.emplace_back(key, child->value);
            else
                made.value.items.push_back(child->value);
            made.children.push_back(std::move(*child));
        }
        ++m_at;
        return {};
    }

    const QByteArray& m_text;
    qsizetype m_at = 0;
};

QByteArray stringText(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

// Writes the members of a list or map one after the other, each with the white space it had.
class Members final
{
public:
    Members(const QByteArray& text, const JsonNode& was)
        : m_text(text)
        , m_was(was)
    {
        const qsizetype first = was.children.empty() ? was.end - 1 : beginOf(0);
        m_before = text.sliced(was.begin + 1, first - was.begin - 1);
        const qsizetype last = was.children.empty() ? first : was.children.back().end;
        m_closing = text.sliced(last, was.end - 1 - last);
    }

    qsizetype beginOf(size_t at) const
    {
        return m_was.keys.empty() ? m_was.children[at].begin : m_was.keys[at];
    }
    // The white space before a member, behind the bracket or the comma.
    QByteArray space(size_t at) const
    {
        if (m_out.isEmpty())
            return m_before;
        if (at == 0 || at >= m_was.children.size())
            return m_was.children.size() > 1 ? space(1) : m_before;
        const qsizetype from = m_text.indexOf(',', m_was.children[at - 1].end) + 1;
        return m_text.sliced(from, beginOf(at) - from);
    }
    void add(const QByteArray& before, const QByteArray& member)
    {
        m_out += (m_out.isEmpty() ? "" : ",") + before + member;
    }
    QByteArray closed(char open, char close) const { return open + m_out + m_closing + close; }

private:
    const QByteArray& m_text;
    const JsonNode& m_was;
    QByteArray m_before;
    QByteArray m_closing;
    QByteArray m_out;
};

int levelOf(const QByteArray& space, int indent)
{
    const qsizetype line = space.lastIndexOf('\n');
    return line < 0 ? 0 : int(space.size() - line - 1) / std::max(1, indent);
}

QByteArray patchedMap(const QByteArray& text, const JsonNode& was, const Value& now,
    const Identity& identity, int indent)
{
    Members members(text, was);
    for (const auto& [key, value] : now.entries) {
        size_t at = 0;
        while (at < was.value.entries.size() && was.value.entries[at].first != key)
            ++at;
        if (at == was.children.size()) {
            const QByteArray space = members.space(at);
            members.add(
                space, stringText(key) + ": " + jsonText(value, indent, levelOf(space, indent)));
            continue;
        }
        const JsonNode& child = was.children[at];
        members.add(members.space(at),
            text.sliced(was.keys[at], child.begin - was.keys[at])
                + patched(text, child, value, identity, indent));
    }
    return members.closed('{', '}');
}

QByteArray patchedList(const QByteArray& text, const JsonNode& was, const Value& now,
    const Identity& identity, int indent)
{
    Members members(text, was);
    std::vector<bool> taken(was.children.size());
    // The same item, else one that is the same by its id.
    const auto matching = [&](const Value& item) -> size_t {
        for (size_t at = 0; at < taken.size(); ++at) {
            if (!taken[at] && was.children[at].value == item)
                return at;
        }
        const QString id = identity(item);
        for (size_t at = 0; at < taken.size() && !id.isEmpty(); ++at) {
            if (!taken[at] && identity(was.children[at].value) == id)
                return at;
        }
        return taken.size();
    };
    for (const Value& item : now.items) {
        const size_t at = matching(item);
        if (at == taken.size()) {
            const QByteArray space = members.space(at);
            members.add(space, jsonText(item, indent, levelOf(space, indent)));
            continue;
        }
        taken[at] = true;
        members.add(members.space(at), patched(text, was.children[at], item, identity, indent));
    }
    return members.closed('[', ']');
}

} // namespace

const JsonNode* JsonNode::find(QStringView key) const
{
    for (size_t at = 0; at < value.entries.size(); ++at) {
        if (value.entries[at].first == key)
            return &children[at];
    }
    return nullptr;
}

tl::expected<JsonNode, JsonProblem> parseJson(const QByteArray& text)
{
    if (text.size() > kLargest)
        return tl::unexpected(
            JsonProblem{0, PH_TEXT("pipelines", "Larger than %1 bytes.").arg(qint64(kLargest))});
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (document.isNull())
        return tl::unexpected(JsonProblem{
            error.offset, PH_TEXT("pipelines", "Not valid JSON: %1.").arg(error.errorString())});
    return Scanner(text).node(0);
}

JsonPlaces::JsonPlaces(const QByteArray& text)
    : m_text(text)
    , m_lines{0}
{
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        m_lines.push_back(at + 1);
}

SourcePlace JsonPlaces::at(qsizetype byte) const
{
    byte = std::clamp<qsizetype>(byte, 0, m_text.size());
    const auto line = std::upper_bound(m_lines.begin(), m_lines.end(), byte) - 1;
    const QString before = QString::fromUtf8(m_text.sliced(*line, byte - *line));
    return {int(line - m_lines.begin()) + 1, int(before.size()) + 1};
}

SourcePlace placeIn(const QByteArray& text, qsizetype at)
{
    return JsonPlaces(text).at(at);
}

QByteArray patched(const QByteArray& text, const JsonNode& node, const Value& value,
    const Identity& identity, int indent)
{
    if (node.value == value)
        return text.sliced(node.begin, node.end - node.begin);
    if (node.value.kind == value.kind && !node.children.empty()) {
        if (value.kind == Value::Kind::Map && !value.entries.empty())
            return patchedMap(text, node, value, identity, indent);
        if (value.kind == Value::Kind::List && !value.items.empty())
            return patchedList(text, node, value, identity, indent);
    }
    const qsizetype line = text.lastIndexOf('\n', node.begin) + 1;
    qsizetype spaces = 0;
    while (line + spaces < node.begin && text[line + spaces] == ' ')
        ++spaces;
    return jsonText(value, indent, int(spaces) / std::max(1, indent));
}

QByteArray jsonText(const Value& value, int indent, int level)
{
    const auto lines = [&](char open, const QByteArrayList& members, char close) -> QByteArray {
        if (members.isEmpty())
            return QByteArray(1, open) + close;
        const QByteArray space = '\n' + QByteArray((level + 1) * indent, ' ');
        return open + space + members.join(',' + space) + '\n' + QByteArray(level * indent, ' ')
            + close;
    };
    QByteArrayList members;
    switch (value.kind) {
    case Value::Kind::None:
        return "null";
    case Value::Kind::Text:
        return stringText(value.text);
    case Value::Kind::List: {
        qsizetype size = 0;
        bool flat = true;
        for (const Value& item : value.items) {
            members.append(jsonText(item, indent, level + 1));
            size += members.last().size() + 2;
            flat = flat && item.kind != Value::Kind::List && item.kind != Value::Kind::Map;
        }
        if (flat && size <= kFlow)
            return '[' + members.join(", ") + ']';
        return lines('[', members, ']');
    }
    case Value::Kind::Map:
        for (const auto& [key, inner] : value.entries)
            members.append(stringText(key) + ": " + jsonText(inner, indent, level + 1));
        return lines('{', members, '}');
    default:
        return value.text.toUtf8();
    }
}

} // namespace pilothouse::pipelines
