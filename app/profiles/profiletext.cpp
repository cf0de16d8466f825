// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profiletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

using Pairs = std::vector<std::pair<QString, QByteArray>>;

QByteArray quotedIfText(const QString& text)
{
    return text.isEmpty() ? QByteArray("\"\"") : yamlScalar(text);
}

QByteArray flowList(const QStringList& texts)
{
    QByteArrayList parts;
    for (const QString& text : texts)
        parts.append(quotedIfText(text));
    return '[' + parts.join(", ") + ']';
}

QByteArray flowNode(const YamlNode& node)
{
    QByteArrayList parts;
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return "null";
    case YamlNode::Kind::Scalar:
        // A quoted word stays one, a bare `off` or 1.5 stays as it was typed.
        return node.quoted || node.text.contains(u'\n') ? quotedIfText(node.text)
                                                        : node.text.toUtf8();
    case YamlNode::Kind::Sequence:
        for (const YamlPtr& item : node.items)
            parts.append(flowNode(*item));
        return '[' + parts.join(", ") + ']';
    case YamlNode::Kind::Map:
        for (const YamlEntry& entry : node.entries)
            parts.append(yamlScalar(entry.key) + ": " + flowNode(*entry.value));
        return '{' + parts.join(", ") + '}';
    }
    return {};
}

// Known keys take the new value (empty: left out), the others stay.
QByteArray flowMap(Pairs known, const YamlNode* old)
{
    QByteArrayList parts;
    if (old)
        for (const YamlEntry& entry : old->entries) {
            const auto it = std::ranges::find(known, entry.key, &Pairs::value_type::first);
            if (it == known.end()) {
                parts.append(yamlScalar(entry.key) + ": " + flowNode(*entry.value));
                continue;
            }
            if (!it->second.isEmpty())
                parts.append(yamlScalar(it->first) + ": " + it->second);
            known.erase(it);
        }
    for (const auto& [key, value] : known)
        if (!value.isEmpty())
            parts.append(yamlScalar(key) + ": " + value);
    return parts.isEmpty() ? QByteArray() : '{' + parts.join(", ") + '}';
}

const YamlNode* child(const YamlNode* parent, QStringView key)
{
    const YamlEntry* entry = parent ? parent->find(key) : nullptr;
    return entry && entry->value->kind == YamlNode::Kind::Map ? entry->value.get() : nullptr;
}

QByteArray optional(const QString& text)
{
    return text.isEmpty() ? QByteArray() : yamlScalar(text);
}

QByteArray tlsText(const TlsConfig& tls, const YamlNode* old)
{
    if (tls == TlsConfig{} && !old)
        return {};
    return flowMap({{u"mode"_s, wordOf(tls.mode).toLatin1()}, {u"ca"_s, optional(tls.ca)},
                       {u"cert"_s, optional(tls.cert)}, {u"key"_s, optional(tls.key)}},
        old);
}

QByteArray optionText(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool() ? "true" : "false";
    case QMetaType::QStringList:
        return flowList(value.toStringList());
    case QMetaType::QVariantMap: {
        Pairs pairs;
        const QVariantMap map = value.toMap();
        for (auto it = map.begin(); it != map.end(); ++it)
            pairs.emplace_back(it.key(), optionText(it.value()));
        const QByteArray text = flowMap(pairs, nullptr);
        return text.isEmpty() ? QByteArray("{}") : text;
    }
    default:
        return value.isValid() ? quotedIfText(value.toString()) : QByteArray("null");
    }
}

QByteArray optionsText(const QVariantMap& options)
{
    Pairs pairs;
    for (auto it = options.begin(); it != options.end(); ++it)
        pairs.emplace_back(it.key(), optionText(it.value()));
    return flowMap(pairs, nullptr);
}

} // namespace

std::vector<WrittenField> writtenFields(const ProfileService& service, const YamlNode* old)
{
    const ServiceConfig& c = service.config;
    const auto word = [](const QString& text) {
        return text.isEmpty() ? QByteArray() : yamlScalar(text);
    };
    return {
        {u"id"_s, word(c.id)},
        {u"module"_s, word(c.module)},
        {u"tool"_s, word(c.tool)},
        {u"title"_s, word(c.title)},
        {u"address"_s, word(c.address)},
        {u"namespace"_s, word(c.ns)},
        {u"aliases"_s, c.aliases.isEmpty() ? QByteArray() : flowList(c.aliases)},
        {u"user"_s, word(c.user)},
        {u"secret"_s, wordOf(service.secret).toLatin1()},
        {u"tls"_s, tlsText(c.tls, child(old, u"tls"))},
        {u"ssh"_s, flowMap({{u"jump"_s, optional(c.sshJump)}}, child(old, u"ssh"))},
        {u"options"_s, optionsText(c.options)},
    };
}

QByteArray writtenService(const ProfileService& service, int indent)
{
    QByteArray out;
    QByteArray lead = QByteArray(indent, ' ') + "- ";
    for (const WrittenField& field : writtenFields(service)) {
        if (field.value.isEmpty())
            continue;
        out += lead + field.key.toLatin1() + ": " + field.value + '\n';
        lead = QByteArray(indent + 2, ' ');
    }
    return out;
}

} // namespace pilothouse::app
