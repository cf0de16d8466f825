// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/composeservice.h"

#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

constexpr int kMostPorts = 64;

const YamlNode* child(const YamlNode& node, QStringView key)
{
    const YamlEntry* entry = node.find(key);
    return entry ? entry->value.get() : nullptr;
}

QString textOf(const YamlNode& node, QStringView key, const ComposeVariables& variables)
{
    const YamlNode* value = child(node, key);
    return value ? variables.expand(value->text) : QString();
}

// 0.0.0.0 and nothing mean every address: then this computer's own name does.
QString hostOf(QString address)
{
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (address.isEmpty() || address == u"0.0.0.0" || address == u"::" || address == u"127.0.0.1")
        return u"localhost"_s;
    return address.contains(u':') ? u'[' + address + u']' : address;
}

std::pair<int, int> rangeOf(const QString& text) // {0, -1}: not a number
{
    bool okFirst = false;
    bool okLast = false;
    const int first = text.section(u'-', 0, 0).toInt(&okFirst);
    const int last = text.contains(u'-') ? text.section(u'-', 1).toInt(&okLast) : first;
    const bool good = okFirst && (okLast || !text.contains(u'-')) && first >= 0 && last >= first
        && last <= 65535;
    return good ? std::pair(first, last) : std::pair(0, -1);
}

QList<ComposePort> spread(const QString& host, const QString& published, const QString& target)
{
    QList<ComposePort> ports;
    const auto [firstTarget, lastTarget] = rangeOf(target);
    const auto [firstOut, lastOut] = published.isEmpty() ? std::pair(0, 0) : rangeOf(published);
    if (lastTarget < firstTarget || firstTarget < 1 || lastOut < firstOut)
        return ports;
    for (int i = 0; i <= std::min(lastTarget - firstTarget, kMostPorts - 1); ++i) {
        // "8000-9000:80": one of them, chosen at each start.
        const bool fixed = !published.isEmpty() && lastOut - firstOut == lastTarget - firstTarget;
        ports.append({hostOf(host), fixed ? firstOut + i : 0, firstTarget + i});
    }
    return ports;
}

QStringList wordsOf(const YamlNode* node, const ComposeVariables& variables)
{
    if (!node)
        return {};
    if (node->kind == YamlNode::Kind::Scalar)
        return QProcess::splitCommand(variables.expand(node->text));
    QStringList words;
    for (const YamlPtr& item : node->items)
        words.append(variables.expand(item->text));
    return words;
}

void addEnvironment(
    ComposeEnvironment& out, const YamlNode* node, const ComposeVariables& variables)
{
    if (!node)
        return;
    const auto bare = [&](const QString& key) { // "KEY" alone: handed through from the .env
        if (variables.contains(key))
            out.insert(key, variables.value(key));
    };
    for (const YamlEntry& entry : node->entries) {
        if (entry.value->kind == YamlNode::Kind::Null)
            bare(entry.key);
        else
            out.insert(entry.key, variables.expand(entry.value->text));
    }
    for (const YamlPtr& item : node->items) {
        const auto equals = item->text.indexOf(u'=');
        if (equals < 0)
            bare(item->text);
        else
            out.insert(item->text.left(equals), variables.expand(item->text.mid(equals + 1)));
    }
}

QStringList envFilesOf(const YamlNode* node, const ComposeVariables& variables)
{
    QStringList files;
    if (!node)
        return files;
    if (node->kind == YamlNode::Kind::Scalar)
        files.append(variables.expand(node->text));
    for (const YamlPtr& item : node->items)
        files.append(item->kind == YamlNode::Kind::Map ? textOf(*item, u"path", variables)
                                                       : variables.expand(item->text));
    return files;
}

} // namespace

QList<ComposePort> composePorts(const YamlNode& entry, const ComposeVariables& variables)
{
    if (entry.kind == YamlNode::Kind::Map) {
        const QString protocol = textOf(entry, u"protocol", variables);
        if (!protocol.isEmpty() && protocol != u"tcp")
            return {};
        return spread(textOf(entry, u"host_ip", variables), textOf(entry, u"published", variables),
            textOf(entry, u"target", variables));
    }
    static const QRegularExpression form(
        u"^(?:(?:(\\[[0-9A-Fa-f:.]+\\]|[0-9.]+):)?([0-9-]*):)?([0-9-]+)(?:/(\\w+))?$"_s);
    const auto match = form.match(variables.expand(entry.text));
    if (!match.hasMatch() || (!match.captured(4).isEmpty() && match.captured(4) != u"tcp"))
        return {};
    return spread(match.captured(1), match.captured(2), match.captured(3));
}

ComposeService::ComposeService(
    const YamlEntry& entry, const ComposeVariables& variables, const FileReader& read)
    : name(entry.key)
    , mark(entry.keyMark)
{
    const YamlNode& node = *entry.value;
    image = textOf(node, u"image", variables);
    built = child(node, u"build") != nullptr;
    extends = child(node, u"extends") != nullptr;
    hostNetwork = textOf(node, u"network_mode", variables) == u"host";
    command = wordsOf(child(node, u"entrypoint"), variables)
        + wordsOf(child(node, u"command"), variables);
    for (const QString& file : envFilesOf(child(node, u"env_file"), variables))
        if (const auto bytes = read(file)) {
            const auto values = ComposeVariables::parse(*bytes);
            for (auto it = values.begin(); it != values.end(); ++it)
                environment.insert(it.key(), it.value());
        }
    addEnvironment(environment, child(node, u"environment"), variables);
    if (const YamlNode* list = child(node, u"ports"))
        for (const YamlPtr& item : list->items)
            ports += composePorts(*item, variables);
}

QString ComposeService::valueOf(
    const QStringList& keys, const QMap<QString, QString>& secrets, const FileReader& read) const
{
    for (const QString& key : keys) {
        if (const QString value = environment.value(key); !value.isEmpty())
            return value;
        const QString path = environment.value(key + u"_FILE"_s);
        const QString source = secrets.value(path.section(u'/', -1));
        if (path.isEmpty() || source.isEmpty())
            continue;
        if (const auto bytes = read(source))
            return QString::fromUtf8(*bytes).trimmed();
    }
    return {};
}

const ComposePort* ComposeService::portFor(int target) const
{
    const auto it = std::ranges::find_if(ports,
        [&](const ComposePort& port) { return port.target == target && port.published > 0; });
    return it == ports.end() ? nullptr : &*it;
}

} // namespace pilothouse::app
