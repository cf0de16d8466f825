// SPDX-License-Identifier: GPL-3.0-or-later
// "pilothouse pipeline diff": two versions compared by meaning.
#include "app/cli/pipelinecommand.h"
#include "pipelines/diff/changes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace pilothouse::app::pipelinecommand
{

using namespace pipelines;

namespace
{

struct PipelineLine {
    Q_DECLARE_TR_FUNCTIONS(PipelineLine)
};

using What = Change::What;
using How = Change::How;

QString wordOf(What what)
{
    switch (what) {
    case What::Pipeline:
        return u"pipeline"_s;
    case What::Environment:
        return u"environment"_s;
    case What::Group:
        return u"group"_s;
    case What::Node:
        return u"node"_s;
    case What::Edge:
        return u"edge"_s;
    case What::Note:
        break;
    }
    return u"note"_s;
}

QString wordOf(How how)
{
    return how == How::Added ? u"added"_s : how == How::Removed ? u"removed"_s : u"changed"_s;
}

QJsonValue jsonOf(const Value& value)
{
    switch (value.kind) {
    case Value::Kind::None:
        return QJsonValue::Null;
    case Value::Kind::Bool:
        return value.isTrue();
    case Value::Kind::List: {
        QJsonArray list;
        for (const Value& item : value.items)
            list.append(jsonOf(item));
        return list;
    }
    case Value::Kind::Map: {
        QJsonObject map;
        for (const auto& [key, inner] : value.entries)
            map.insert(key, jsonOf(inner));
        return map;
    }
    case Value::Kind::Number: // as it is written: nothing is rounded
    case Value::Kind::Text:
        break;
    }
    return value.text;
}

// One line, or each line of a longer text for itself.
QString valueLines(const QString& sign, const Value& value)
{
    if (value.kind != Value::Kind::Text || !value.text.contains(u'\n'))
        return u"      "_s + sign + u' '
            + (value.kind == Value::Kind::Text && value.text.isEmpty() ? u"\"\""_s : value.shown())
            + u'\n';
    QString lines;
    for (const QString& line : value.text.split(u'\n'))
        lines += u"      "_s + sign + u' ' + line + u'\n';
    return lines;
}

QString textOf(const Changes& changes)
{
    QString text;
    QString head;
    for (const Change& change : changes) {
        const QString sign = change.how == How::Added ? u"+"_s
            : change.how == How::Removed              ? u"-"_s
                                                      : u"~"_s;
        const QString line = sign + u' ' + wordOf(change.what)
            + (change.id.isEmpty() ? QString() : u' ' + change.id) + u'\n';
        if (line != head)
            text += line;
        head = line;
        if (change.field.isEmpty())
            continue;
        text += u"    "_s + change.field + u'\n';
        if (change.before)
            text += valueLines(u"-"_s, *change.before);
        if (change.after)
            text += valueLines(u"+"_s, *change.after);
    }
    return text;
}

QJsonArray jsonOf(const Changes& changes)
{
    QJsonArray list;
    for (const Change& change : changes) {
        QJsonObject row{
            {u"what"_s, wordOf(change.what)}, {u"how"_s, wordOf(change.how)}, {u"id"_s, change.id}};
        if (!change.field.isEmpty()) {
            row.insert(u"field"_s, change.field);
            if (change.before)
                row.insert(u"before"_s, jsonOf(*change.before));
            if (change.after)
                row.insert(u"after"_s, jsonOf(*change.after));
        }
        list.append(row);
    }
    return list;
}

struct Compared {
    QString name;
    QString how; // "added", "removed" when only one side has it
    Changes changes;
    QStringList moved;
};

// One with one, whatever they are called; of several, those of the same name.
std::vector<Compared> compared(const ReadDocument& before, const ReadDocument& after)
{
    const auto& old = before.stored.pipelines;
    const auto& now = after.stored.pipelines;
    std::vector<Compared> all;
    const auto pair = [&](size_t was, size_t is) {
        all.push_back({now[is].pipeline.name, {}, changes(old[was].pipeline, now[is].pipeline),
            moved(before.layouts[was], after.layouts[is])});
    };
    if (old.size() == 1 && now.size() == 1) {
        pair(0, 0);
        return all;
    }
    const auto placeOf = [](const std::vector<StoredPipeline>& list, const QString& name) {
        return size_t(std::find_if(list.begin(), list.end(), [&](const StoredPipeline& one) {
            return one.pipeline.name == name;
        }) - list.begin());
    };
    for (size_t is = 0; is < now.size(); ++is) {
        const size_t was = placeOf(old, now[is].pipeline.name);
        if (was < old.size())
            pair(was, is);
        else
            all.push_back({now[is].pipeline.name, u"added"_s, {}, {}});
    }
    for (const StoredPipeline& gone : old) {
        if (placeOf(now, gone.pipeline.name) == now.size())
            all.push_back({gone.pipeline.name, u"removed"_s, {}, {}});
    }
    return all;
}

} // namespace

ExitCode diff(const PipelineArguments& arguments, CommandOutput& output)
{
    const auto before = readSound(arguments.files[0], output);
    const auto after = readSound(arguments.files[1], output);
    if (!before || !after)
        return ExitCode::WrongUsage; // as diff: trouble
    bool differ = false;
    QJsonArray list;
    for (const Compared& one : compared(*before, *after)) {
        differ = differ || !one.how.isEmpty() || !one.changes.empty();
        list.append(QJsonObject{{u"name"_s, one.name},
            {u"how"_s,
                !one.how.isEmpty()        ? one.how
                    : one.changes.empty() ? u"same"_s
                                          : u"changed"_s},
            {u"changes"_s, jsonOf(one.changes)},
            {u"moved"_s, QJsonArray::fromStringList(one.moved)}});
        if (one.how.isEmpty() && one.changes.empty() && one.moved.isEmpty())
            continue;
        if (!one.how.isEmpty())
            output.out
                += (one.how == u"added" ? u"+ "_s : u"- "_s) + u"pipeline "_s + one.name + u'\n';
        else if (list.size() > 1 || after->stored.pipelines.size() > 1)
            output.out += one.name + u'\n';
        output.out += textOf(one.changes);
        if (!one.moved.isEmpty())
            output.out += PipelineLine::tr("Only places: %1").arg(one.moved.join(", "_L1)) + u'\n';
    }
    const ExitCode code = differ ? ExitCode::Problem : ExitCode::Ok;
    if (arguments.json)
        output.out = QString::fromUtf8(QJsonDocument(
            QJsonObject{{u"schema"_s, 1}, {u"exitCode"_s, int(code)},
                {u"pipelines"_s, list}}).toJson());
    return code;
}

} // namespace pilothouse::app::pipelinecommand
