// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/api/resetundo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

ResetUndo undoOf(const ResetPlan& plan, const QString& cluster)
{
    ResetUndo undo{cluster, plan.group, QDateTime::currentDateTimeUtc(), {}};
    for (const ResetStep& s : plan.steps)
        undo.commits.push_back(
            {s.topic, s.partition, s.committed, s.metadata, s.leaderEpoch, s.target});
    return undo;
}

// Offsets are written as text: a JSON number is a double for many who read it.
QByteArray writtenUndo(const ResetUndo& undo)
{
    QJsonArray commits;
    for (const UndoCommit& c : undo.commits) {
        QJsonObject one{{u"topic"_s, c.topic}, {u"partition"_s, c.partition},
            {u"moved_to"_s, QString::number(c.movedTo)}};
        if (c.offset) {
            one.insert(u"offset"_s, QString::number(*c.offset));
            one.insert(u"metadata"_s, c.metadata);
            one.insert(u"leader_epoch"_s, c.leaderEpoch);
        }
        commits.append(one);
    }
    return QJsonDocument(
        QJsonObject{{u"schema"_s, 1}, {u"kind"_s, u"offset-reset-undo"_s},
            {u"cluster"_s, undo.cluster}, {u"group"_s, undo.group},
            {u"made"_s, undo.made.toUTC().toString(Qt::ISODateWithMs)}, {u"commits"_s, commits}})
        .toJson();
}

Result<ResetUndo> readUndo(const QByteArray& json)
{
    const auto odd
        = fail(Error::Kind::Refused, u"not an undo file of an offset reset"_s, {}, {}, u"guard"_s);
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    if (o.value("schema"_L1).toInt() != 1 || o.value("kind"_L1) != u"offset-reset-undo"_s)
        return odd;
    ResetUndo undo{o.value("cluster"_L1).toString(), o.value("group"_L1).toString(),
        QDateTime::fromString(o.value("made"_L1).toString(), Qt::ISODateWithMs), {}};
    const QJsonArray commits = o.value("commits"_L1).toArray();
    for (const auto& value : commits) {
        const QJsonObject c = value.toObject();
        UndoCommit one;
        one.topic = c.value("topic"_L1).toString();
        one.partition = c.value("partition"_L1).toInt(-1);
        bool moved = false;
        one.movedTo = c.value("moved_to"_L1).toString().toLongLong(&moved);
        bool readable = true;
        if (c.contains("offset"_L1)) {
            one.offset = c.value("offset"_L1).toString().toLongLong(&readable);
            one.metadata = c.value("metadata"_L1).toString();
            one.leaderEpoch = c.value("leader_epoch"_L1).toInt(-1);
        }
        if (one.topic.isEmpty() || one.partition < 0 || !moved || !readable)
            return odd;
        undo.commits.push_back(std::move(one));
    }
    if (undo.group.isEmpty() || undo.commits.empty())
        return odd;
    return undo;
}

} // namespace pilothouse::streams
