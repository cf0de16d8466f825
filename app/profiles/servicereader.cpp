// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/servicereader.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

constexpr size_t kMostIssues = 200;

Text problemWithNamespace(const QString& ns)
{
    static const QRegularExpression form(u"^[a-z][a-z0-9+.-]*://[^\\s@]+$"_s);
    return form.match(ns).hasMatch()
        ? problemWithLine(ns)
        : PH_TEXT("Profile", "a namespace is written scheme://authority");
}

// Only a key that looks like one is repeated in a message: a password may stand in the wrong place.
QString shown(const QString& key)
{
    static const QRegularExpression word(u"^[A-Za-z][A-Za-z_-]{0,30}$"_s);
    return word.match(key).hasMatch() ? key : u"…"_s;
}

void readTls(const YamlNode& node, TlsConfig& tls, FieldReader& fields)
{
    const YamlNode* map = fields.map(node, u"tls");
    if (!map)
        return;
    tls.mode = fields
                   .choice<TlsConfig::Mode>(*map, u"mode", tlsModeOf,
                       PH_TEXT("Profile", "mode is off, prefer, require, verify-ca or verify-full"))
                   .value_or(TlsConfig::Mode::VerifyFull);
    tls.ca = fields.line(*map, u"ca", 1000);
    tls.cert = fields.line(*map, u"cert", 1000);
    tls.key = fields.line(*map, u"key", 1000);
    if (tls.cert.isEmpty() != tls.key.isEmpty())
        fields.problem(map->mark, PH_TEXT("Profile", "cert and key are only of use together"));
    if (tls.mode == TlsConfig::Mode::Off && !(tls.ca.isEmpty() && tls.cert.isEmpty()))
        fields.remark(
            map->mark, PH_TEXT("Profile", "mode is off, so the certificates are not used"));
    fields.warnUnknown(*map, {u"mode"_s, u"ca"_s, u"cert"_s, u"key"_s});
}

QVariant optionValue(const YamlNode& node)
{
    switch (node.kind) {
    case YamlNode::Kind::Null:
        return {};
    case YamlNode::Kind::Scalar:
        return node.text;
    case YamlNode::Kind::Sequence: {
        QStringList texts;
        for (const YamlPtr& item : node.items)
            texts.append(item->text);
        return texts;
    }
    case YamlNode::Kind::Map: {
        QVariantMap map;
        for (const YamlEntry& entry : node.entries)
            map.insert(entry.key, entry.value->text);
        return map;
    }
    }
    return {};
}

void readOptions(const YamlNode& node, QVariantMap& options, FieldReader& fields)
{
    const YamlNode* map = fields.map(node, u"options");
    if (!map)
        return;
    for (const YamlEntry& entry : map->entries)
        options.insert(entry.key, optionValue(*entry.value));
}

} // namespace

void FieldReader::problem(const YamlMark& mark, Text message)
{
    m_failed = true;
    if (m_issues.size() < kMostIssues)
        m_issues.push_back({mark, std::move(message), !m_lenient});
}

void FieldReader::remark(const YamlMark& mark, Text message)
{
    if (m_issues.size() < kMostIssues)
        m_issues.push_back({mark, std::move(message), false});
}

QString FieldReader::scalar(const YamlNode& map, QStringView key)
{
    const YamlEntry* entry = map.find(key);
    if (!entry || entry->value->kind == YamlNode::Kind::Null)
        return {};
    if (entry->value->kind == YamlNode::Kind::Scalar)
        return entry->value->text;
    problem(entry->value->mark, PH_TEXT("Profile", "%1 is a single value").arg(key.toString()));
    return {};
}

QString FieldReader::line(const YamlNode& map, QStringView key, int limit)
{
    const QString text = scalar(map, key);
    if (Text reason = problemWithLine(text, limit); !reason.isEmpty()) {
        problem(map.find(key)->value->mark, std::move(reason));
        return {};
    }
    return text;
}

QString FieldReader::checked(const YamlNode& map, QStringView key, Text (*check)(const QString&))
{
    const QString text = scalar(map, key);
    if (text.isEmpty())
        return {};
    if (Text reason = check(text); !reason.isEmpty()) {
        problem(map.find(key)->value->mark, std::move(reason));
        return {};
    }
    return text;
}

QStringList FieldReader::list(const YamlNode& map, QStringView key)
{
    const YamlEntry* entry = map.find(key);
    if (!entry || entry->value->kind == YamlNode::Kind::Null)
        return {};
    QStringList texts;
    if (entry->value->kind == YamlNode::Kind::Sequence)
        for (const YamlPtr& item : entry->value->items) {
            if (item->kind != YamlNode::Kind::Scalar || !problemWithLine(item->text).isEmpty())
                problem(
                    item->mark, PH_TEXT("Profile", "%1 is a list of words").arg(key.toString()));
            else
                texts.append(item->text);
        }
    else
        problem(
            entry->value->mark, PH_TEXT("Profile", "%1 is a list of words").arg(key.toString()));
    return texts;
}

const YamlNode* FieldReader::map(const YamlNode& parent, QStringView key)
{
    const YamlEntry* entry = parent.find(key);
    if (!entry || entry->value->kind == YamlNode::Kind::Null)
        return nullptr;
    if (entry->value->kind == YamlNode::Kind::Map)
        return entry->value.get();
    problem(entry->value->mark, PH_TEXT("Profile", "%1 holds keys and values").arg(key.toString()));
    return nullptr;
}

void FieldReader::warnUnknown(const YamlNode& map, std::initializer_list<QString> known)
{
    for (const YamlEntry& entry : map.entries) {
        if (std::ranges::find(known, entry.key) != known.end() || entry.key.startsWith("x-"_L1))
            continue;
        const QString lower = entry.key.toLower();
        if (lower.contains("password"_L1) || lower == u"pass" || lower == u"token")
            remark(entry.keyMark,
                PH_TEXT("Profile",
                    "a secret does not belong in this file and is not read; use secret: keychain"));
        else
            remark(entry.keyMark,
                PH_TEXT("Profile", "unknown key %1, kept and not used").arg(shown(entry.key)));
    }
}

std::optional<ProfileService> readService(const YamlNode& node, FieldReader& fields)
{
    fields.restart();
    if (node.kind != YamlNode::Kind::Map) {
        fields.problem(
            node.mark, PH_TEXT("Profile", "a service holds keys and values, beginning with id"));
        return {};
    }
    ProfileService service;
    service.mark = node.mark;
    ServiceConfig& c = service.config;
    for (const QString& key : {u"id"_s, u"module"_s, u"tool"_s, u"address"_s})
        if (const YamlEntry* entry = node.find(key); !entry || entry->value->text.isEmpty())
            fields.problem(node.mark, PH_TEXT("Profile", "the key %1 is missing").arg(key));
    c.id = fields.checked(node, u"id", problemWithId);
    c.module = fields.checked(node, u"module", problemWithId);
    c.tool = fields.checked(node, u"tool", problemWithId);
    c.title = fields.line(node, u"title", 80);
    c.address = fields.checked(node, u"address", problemWithAddress);
    c.ns = fields.checked(node, u"namespace", problemWithNamespace);
    c.aliases = fields.list(node, u"aliases");
    c.user = fields.line(node, u"user");
    service.secret = fields
                         .choice<SecretSource>(node, u"secret", secretSourceOf,
                             PH_TEXT("Profile", "secret is keychain, env:NAME, sandbox or none"))
                         .value_or(SecretSource{});
    readTls(node, c.tls, fields);
    if (const YamlNode* ssh = fields.map(node, u"ssh")) {
        c.sshJump = fields.checked(*ssh, u"jump", problemWithJump);
        fields.warnUnknown(*ssh, {u"jump"_s});
    }
    readOptions(node, c.options, fields);
    fields.warnUnknown(node,
        {u"id"_s, u"module"_s, u"tool"_s, u"title"_s, u"address"_s, u"namespace"_s, u"aliases"_s,
            u"user"_s, u"secret"_s, u"tls"_s, u"ssh"_s, u"options"_s});
    if (fields.failed())
        return {};
    return service;
}

} // namespace pilothouse::app
