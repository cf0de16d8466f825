// SPDX-License-Identifier: GPL-3.0-or-later
// Versions as JSON. Texts are UTF-8; what is not is kept as base64 under a name with "64" behind.
#include "pipelines/deploy/versions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kFormat = 1;

void put(QJsonObject& object, const QString& name, const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        object[name] = text;
    else
        object[name + u"64"_s] = QString::fromLatin1(bytes.toBase64());
}

QByteArray take(const QJsonObject& object, const QString& name)
{
    if (object.contains(name + u"64"_s))
        return QByteArray::fromBase64(object[name + u"64"_s].toString().toLatin1());
    return object[name].toString().toUtf8();
}

QJsonValue jsonOf(const Value& value)
{
    QJsonObject object{{u"kind"_s, int(value.kind)}};
    if (!value.text.isEmpty())
        object[u"text"_s] = value.text;
    QJsonArray items;
    for (const Value& item : value.items)
        items.append(jsonOf(item));
    QJsonArray entries;
    for (const auto& [name, entry] : value.entries)
        entries.append(QJsonArray{name, jsonOf(entry)});
    if (!items.isEmpty())
        object[u"items"_s] = items;
    if (!entries.isEmpty())
        object[u"entries"_s] = entries;
    return object;
}

Value valueOf(const QJsonValue& json, int depth = 0)
{
    Value value;
    const QJsonObject object = json.toObject();
    const int kind = object[u"kind"_s].toInt();
    if (kind < 0 || kind > int(Value::Kind::Map) || depth > 32)
        return value;
    value.kind = Value::Kind(kind);
    value.text = object[u"text"_s].toString();
    for (const auto& item : object[u"items"_s].toArray())
        value.items.push_back(valueOf(item, depth + 1));
    for (const auto& entry : object[u"entries"_s].toArray())
        value.entries.emplace_back(
            entry.toArray().at(0).toString(), valueOf(entry.toArray().at(1), depth + 1));
    return value;
}

QJsonObject jsonOf(const Unit& unit)
{
    QJsonArray settings;
    for (const Setting& setting : unit.settings)
        settings.append(QJsonArray{setting.name, jsonOf(setting.value)});
    QJsonObject object{{u"kind"_s, int(unit.kind)}, {u"name"_s, unit.name},
        {u"nodes"_s, QJsonArray::fromStringList(unit.nodes)}, {u"connection"_s, unit.connection},
        {u"settings"_s, settings}};
    put(object, u"statement"_s, unit.statement);
    return object;
}

Unit unitOf(const QJsonObject& object)
{
    Unit unit;
    unit.kind = UnitKind(std::clamp(object[u"kind"_s].toInt(), 0, int(UnitKind::DbtProject)));
    unit.name = object[u"name"_s].toString();
    for (const auto& node : object[u"nodes"_s].toArray())
        unit.nodes.append(node.toString());
    unit.connection = object[u"connection"_s].toString();
    for (const auto& setting : object[u"settings"_s].toArray())
        unit.settings.push_back(
            {setting.toArray().at(0).toString(), valueOf(setting.toArray().at(1)), {}});
    unit.statement = take(object, u"statement"_s);
    return unit;
}

QJsonObject jsonOf(const GeneratedFile& file)
{
    QJsonArray nodes;
    for (const auto& [node, range] : file.nodes)
        nodes.append(QJsonArray{
            node, range.begin.line, range.begin.column, range.end.line, range.end.column});
    QJsonObject object{{u"path"_s, file.path}, {u"unit"_s, file.unit}, {u"nodes"_s, nodes}};
    put(object, u"text"_s, file.text);
    return object;
}

GeneratedFile fileOf(const QJsonObject& object)
{
    GeneratedFile file{
        object[u"path"_s].toString(), take(object, u"text"_s), object[u"unit"_s].toString(), {}};
    for (const auto& entry : object[u"nodes"_s].toArray()) {
        const QJsonArray node = entry.toArray();
        file.nodes.emplace_back(node.at(0).toString(),
            SourceRange{{node.at(1).toInt(), node.at(2).toInt()},
                {node.at(3).toInt(), node.at(4).toInt()}});
    }
    return file;
}

} // namespace

QByteArray jsonOf(const DeployVersion& version)
{
    QJsonArray units, files, replaced;
    for (const Unit& unit : version.generated.units)
        units.append(jsonOf(unit));
    for (const GeneratedFile& file : version.generated.files)
        files.append(jsonOf(file));
    for (const auto& [path, text] : version.replaced) {
        QJsonObject object{{u"path"_s, path}};
        put(object, u"text"_s, text);
        replaced.append(object);
    }
    QJsonObject object{{u"format"_s, kFormat}, {u"number"_s, version.number},
        {u"time"_s, version.time.toUTC().toString(Qt::ISODateWithMs)},
        {u"document"_s, version.document}, {u"pipeline"_s, version.pipeline},
        {u"target"_s, version.target}, {u"environment"_s, version.environment},
        {u"message"_s, version.message}, {u"commit"_s, version.commit},
        {u"backTo"_s, version.backTo}, {u"units"_s, units}, {u"files"_s, files},
        {u"replaced"_s, replaced}};
    put(object, u"text"_s, version.text);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<DeployVersion> versionOf(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[u"format"_s].toInt() != kFormat || object[u"number"_s].toInt() < 1)
        return fail(Error::Kind::Protocol, u"format"_s);
    DeployVersion version;
    version.number = object[u"number"_s].toInt();
    version.time = QDateTime::fromString(object[u"time"_s].toString(), Qt::ISODateWithMs);
    version.document = object[u"document"_s].toString();
    version.pipeline = object[u"pipeline"_s].toString();
    version.target = object[u"target"_s].toString();
    version.environment = object[u"environment"_s].toString();
    version.message = object[u"message"_s].toString();
    version.commit = object[u"commit"_s].toString();
    version.backTo = object[u"backTo"_s].toInt();
    version.text = take(object, u"text"_s);
    for (const auto& unit : object[u"units"_s].toArray())
        version.generated.units.push_back(unitOf(unit.toObject()));
    for (const auto& file : object[u"files"_s].toArray())
        version.generated.files.push_back(fileOf(file.toObject()));
    for (const auto& file : object[u"replaced"_s].toArray())
        version.replaced[file[u"path"_s].toString()] = take(file.toObject(), u"text"_s);
    return version;
}

} // namespace pilothouse::pipelines
