// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/yaml/treewriter.h"

#include "pipelines/yaml/textlines.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kStep = 2;
constexpr qsizetype kFlow = 80; // a list of words that fits stands on one line

QByteArray spaces(int count)
{
    return QByteArray(count, ' ');
}

// Words that mean the same without quotes, also inside [].
bool isPlainText(const QString& text)
{
    static const QRegularExpression pattern(
        u"^[\\p{L}_/$]([\\p{L}\\p{N} _./@+()=<>*%$-]|:(?=[^ ]))*(?<![ :])$"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QSet<QString> words{
        u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s, u"null"_s, u"y"_s, u"n"_s};
    return text.size() <= 200 && pattern.match(text).hasMatch() && !words.contains(text.toLower());
}

QByteArray scalar(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::None:
        return "null";
    case Value::Kind::Text:
        if (isPlainText(value.text))
            return value.text.toUtf8();
        return isPlainNumber(value.text) ? '"' + value.text.toUtf8() + '"' : yamlScalar(value.text);
    default:
        return value.text.toUtf8();
    }
}

QByteArray keyText(const QString& key)
{
    return scalar(Value::ofText(key));
}

// A text that may stand as lines of its own below its key.
bool isBlock(const Value& value)
{
    if (value.kind != Value::Kind::Text || !value.text.contains(u'\n')
        || value.text.startsWith(u'\n') || value.text.startsWith(u' ')
        || value.text.endsWith("\n\n"_L1) || value.text == u"\n")
        return false;
    for (const QChar c : value.text) {
        const ushort u = c.unicode();
        if ((u < 0x20 && u != '\n') || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029
            || u == 0xfeff)
            return false;
    }
    const auto lines = QStringView(value.text).split(u'\n');
    return std::none_of(lines.begin(), lines.end(),
        [](QStringView line) { return !line.isEmpty() && line.trimmed().isEmpty(); });
}

QByteArray blockText(const Value& value, int indent)
{
    const bool ends = value.text.endsWith(u'\n');
    QByteArray out = ends ? "|" : "|-";
    QStringView text(value.text);
    if (ends)
        text.chop(1);
    for (const QStringView line : text.split(u'\n'))
        out += '\n' + (line.isEmpty() ? QByteArray() : spaces(indent) + line.toUtf8());
    return out;
}

bool isScalar(const Value& value)
{
    return value.kind != Value::Kind::List && value.kind != Value::Kind::Map;
}

// On one line, where that is possible.
std::optional<QByteArray> inLine(const Value& value, int indent)
{
    if (value.kind == Value::Kind::Map)
        return value.entries.empty() ? std::optional(QByteArray("{}")) : std::nullopt;
    if (isScalar(value))
        return isBlock(value) ? std::nullopt : std::optional(scalar(value));
    QByteArray out = "[";
    for (const Value& item : value.items) {
        if (!isScalar(item) || item.text.contains(u'\n'))
            return {};
        out += (out.size() > 1 ? ", " : "") + scalar(item);
    }
    out += ']';
    return indent + out.size() <= kFlow || value.items.empty() ? std::optional(out) : std::nullopt;
}

QByteArray entryText(const QString& key, const Value& value, int indent, const QByteArray& comment);

QByteArray itemText(const Value& item, int indent)
{
    if (item.kind == Value::Kind::Map && !item.entries.empty()) {
        QByteArray map;
        for (const auto& [key, value] : item.entries)
            map += entryText(key, value, indent + kStep, {});
        return spaces(indent) + "- " + map.sliced(indent + kStep);
    }
    if (const auto line = inLine(item, indent + kStep))
        return spaces(indent) + "- " + *line + '\n';
    if (item.kind == Value::Kind::List) {
        QByteArray list;
        for (const Value& inner : item.items)
            list += itemText(inner, indent + kStep);
        return spaces(indent) + "- " + list.sliced(indent + kStep);
    }
    return spaces(indent) + "- " + blockText(item, indent + kStep) + '\n';
}

QByteArray entryText(const QString& key, const Value& value, int indent, const QByteArray& comment)
{
    const QByteArray head = spaces(indent) + keyText(key) + ':';
    if (const auto line = inLine(value, indent + int(key.size()) + 2))
        return head + ' ' + *line + comment + '\n';
    if (isScalar(value))
        return head + ' ' + blockText(value, indent + kStep) + '\n';
    QByteArray out = head + comment + '\n';
    for (const auto& [name, inner] : value.entries)
        out += entryText(name, inner, indent + kStep, {});
    for (const Value& item : value.items)
        out += itemText(item, indent + kStep);
    return out;
}

// Writes into an existing text.
class Patch final
{
public:
    explicit Patch(const QByteArray& before)
        : m_lines(before)
    {
    }

    // The lines `begin` to `end` (exclusive) hold the entries of `was`, loose lines between them.
    // Where the last entry ends, what is loose behind it belongs to whoever comes next.
    QByteArray map(const YamlNode& was, const Value& now, int begin, int end, int indent)
    {
        std::vector<Chunk> chunks = chunksOf(
            was.entries, begin, end, [](const YamlEntry& entry) { return entry.keyMark.line; });
        QHash<QString, size_t> places;
        for (size_t i = 0; i < was.entries.size(); ++i)
            places.insert(was.entries[i].key, i);
        QByteArray out;
        for (const auto& [key, value] : now.entries) {
            const auto at = places.constFind(key);
            if (at == places.cend()) {
                out += entryText(key, value, indent, {});
                continue;
            }
            const Chunk& chunk = chunks[*at];
            out += m_lines.text(chunk.lead, chunk.begin)
                + changed(was.entries[*at], value, chunk, indent);
        }
        return out;
    }

    int tail(const YamlNode& was, int end) const // first loose line behind the last entry
    {
        return was.entries.empty() ? end
                                   : m_lines.lastSolid(was.entries.back().keyMark.line, end) + 1;
    }
    const TextLines& lines() const { return m_lines; }

private:
    // One entry: the loose lines before it and its own.
    struct Chunk {
        int lead = 0;
        int begin = 0;
        int end = 0; // exclusive
    };

    template <class List, class LineOf>
    std::vector<Chunk> chunksOf(const List& list, int begin, int end, const LineOf& lineOf) const
    {
        std::vector<Chunk> chunks;
        int lead = begin;
        for (size_t i = 0; i < list.size(); ++i) {
            const int first = lineOf(list[i]);
            const int next = i + 1 < list.size() ? lineOf(list[i + 1]) : end;
            const int last = m_lines.lastSolid(first, next) + 1;
            chunks.push_back({lead, first, last});
            lead = last;
        }
        return chunks;
    }

    QByteArray changed(const YamlEntry& entry, const Value& value, const Chunk& chunk, int indent)
    {
        if (valueOf(*entry.value) == value)
            return m_lines.text(chunk.begin, chunk.end);
        const YamlNode& was = *entry.value;
        const bool below = !was.flow && was.mark.line > entry.keyMark.line;
        if (below && was.kind == YamlNode::Kind::Map && value.kind == Value::Kind::Map
            && !was.entries.empty() && !value.entries.empty()) {
            return m_lines.text(chunk.begin, chunk.begin + 1)
                + map(was, value, chunk.begin + 1, chunk.end, was.mark.column - 1);
        }
        if (below && was.kind == YamlNode::Kind::Sequence && value.kind == Value::Kind::List
            && !was.items.empty() && !value.items.empty()) {
            return m_lines.text(chunk.begin, chunk.begin + 1)
                + list(was, value, chunk.begin + 1, chunk.end);
        }
        return entryText(entry.key, value, indent, m_lines.trailingComment(chunk.begin));
    }

    // Items that are the same keep their lines, wherever they stand now.
    QByteArray list(const YamlNode& was, const Value& now, int begin, int end)
    {
        const std::vector<Chunk> chunks
            = chunksOf(was.items, begin, end, [](const YamlPtr& item) { return item->mark.line; });
        const int indent = int(m_lines.line(chunks.front().begin).indexOf('-'));
        std::vector<bool> taken(was.items.size());
        QByteArray out;
        for (const Value& item : now.items) {
            size_t at = 0;
            while (at < was.items.size() && (taken[at] || !(valueOf(*was.items[at]) == item)))
                ++at;
            if (at == was.items.size()) {
                out += itemText(item, indent);
                continue;
            }
            taken[at] = true;
            out += m_lines.text(chunks[at].lead, chunks[at].end);
        }
        return out;
    }

    const TextLines m_lines;
};

} // namespace

Value valueOf(const YamlNode& node)
{
    Value value;
    switch (node.kind) {
    case YamlNode::Kind::Null:
        break;
    case YamlNode::Kind::Scalar:
        return node.quoted ? Value::ofText(node.text) : Value::ofPlain(node.text);
    case YamlNode::Kind::Sequence:
        value.kind = Value::Kind::List;
        for (const YamlPtr& item : node.items)
            value.items.push_back(valueOf(*item));
        break;
    case YamlNode::Kind::Map:
        value.kind = Value::Kind::Map;
        for (const YamlEntry& entry : node.entries)
            value.entries.emplace_back(entry.key, valueOf(*entry.value));
        break;
    }
    return value;
}

QByteArray yamlText(const Value& map)
{
    QByteArray out;
    for (const auto& [key, value] : map.entries) {
        if (!isScalar(value) && !out.isEmpty() && !inLine(value, 0))
            out += '\n'; // a blank line before each section
        out += entryText(key, value, 0, {});
    }
    return out;
}

Result<QByteArray> yamlText(const Value& map, const QByteArray& before)
{
    const auto root = parseYaml(before);
    if (!root)
        return fail(Error::Kind::Protocol, {}, {}, root.error().message);
    if ((*root)->kind != YamlNode::Kind::Map || (*root)->flow)
        return yamlText(map);
    Patch patch(before);
    const int end = patch.lines().count() + 1;
    return patch.map(**root, map, 1, end, 0) + patch.lines().text(patch.tail(**root, end), end);
}

} // namespace pilothouse::pipelines
