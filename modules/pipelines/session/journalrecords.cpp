// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/journalrecords.h"

#include "pipelines/session/editjson.h"

#include <QJsonDocument>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kVersion = 1;

// Base64: a text may be anything.
QJsonObject asJson(const NamedText& text)
{
    return {{u"text"_s, QString::fromLatin1(text.text.toBase64())}, {u"pipeline"_s, text.pipeline}};
}

NamedText namedTextOf(const QJsonValue& json)
{
    return {QByteArray::fromBase64(json[u"text"_s].toString().toLatin1()),
        json[u"pipeline"_s].toString()};
}

QJsonValue asJson(const std::optional<EditHistory::Mark>& mark)
{
    if (!mark)
        return {};
    return QJsonObject{{u"position"_s, mark->position}, {u"path"_s, jsonOf(mark->path)}};
}

std::optional<EditHistory::Mark> markOf(const QJsonValue& json)
{
    if (!json.isObject())
        return {};
    auto path = editsOf(json[u"path"_s].toArray());
    if (!path)
        return {};
    return EditHistory::Mark{json[u"position"_s].toInt(), std::move(*path)};
}

QJsonObject asJson(const EditStep& step)
{
    QJsonObject object{{u"title"_s, jsonOf(step.title)}, {u"redo"_s, jsonOf(step.redo)},
        {u"undo"_s, jsonOf(step.undo)}, {u"key"_s, step.key}};
    if (const auto& replaced = step.replacement)
        object.insert(u"replacement"_s,
            QJsonObject{{u"before"_s, asJson(replaced->before)},
                {u"after"_s, asJson(replaced->after)}, {u"layout"_s, jsonOf(replaced->layout)},
                {u"newLayout"_s, jsonOf(replaced->newLayout)}});
    return object;
}

std::optional<EditStep> stepOf(const QJsonObject& object)
{
    auto redo = editsOf(object[u"redo"_s].toArray());
    auto undo = editsOf(object[u"undo"_s].toArray());
    if (!redo || !undo)
        return {};
    EditStep step{textOf(object[u"title"_s].toObject()), std::move(*redo), std::move(*undo),
        object[u"key"_s].toString()};
    if (const QJsonObject replaced = object[u"replacement"_s].toObject(); !replaced.isEmpty())
        step.replacement = Replacement{namedTextOf(replaced[u"before"_s]),
            namedTextOf(replaced[u"after"_s]), layoutOf(replaced[u"layout"_s].toObject()),
            layoutOf(replaced[u"newLayout"_s].toObject())};
    return step;
}

QJsonObject asJson(const JournalRecord& record)
{
    if (const auto* snapshot = std::get_if<JournalSnapshot>(&record)) {
        QJsonArray steps;
        for (const EditStep& step : snapshot->steps)
            steps.append(asJson(step));
        return {{u"journal"_s, kVersion}, {u"file"_s, snapshot->file},
            {u"text"_s, asJson(snapshot->text)}, {u"saved"_s, asJson(snapshot->saved)},
            {u"layout"_s, jsonOf(snapshot->layout)}, {u"steps"_s, steps},
            {u"position"_s, snapshot->position}, {u"disk"_s, QString::fromLatin1(snapshot->disk)}};
    }
    if (const auto* step = std::get_if<JournalStep>(&record))
        return {{u"step"_s, asJson(step->step)}, {u"merged"_s, step->merged}};
    if (const auto* saved = std::get_if<JournalSaved>(&record))
        return {{u"disk"_s, QString::fromLatin1(saved->disk)}, {u"saved"_s, asJson(saved->saved)}};
    return {{std::holds_alternative<JournalUndo>(record) ? u"undo"_s : u"redo"_s, true}};
}

std::optional<JournalSnapshot> snapshotOf(const QJsonObject& object)
{
    if (object[u"journal"_s].toInt() != kVersion)
        return {};
    JournalSnapshot snapshot;
    snapshot.file = object[u"file"_s].toString();
    snapshot.text = namedTextOf(object[u"text"_s]);
    snapshot.layout = layoutOf(object[u"layout"_s].toObject());
    const QJsonArray steps = object[u"steps"_s].toArray();
    for (const auto& one : steps) {
        auto step = stepOf(one.toObject());
        if (!step)
            return {};
        snapshot.steps.push_back(std::move(*step));
    }
    snapshot.position = object[u"position"_s].toInt();
    snapshot.disk = object[u"disk"_s].toString().toLatin1();
    snapshot.saved = markOf(object[u"saved"_s]);
    return snapshot;
}

std::optional<JournalRecord> recordOf(const QJsonObject& object)
{
    if (object.contains(u"step"_s)) {
        auto step = stepOf(object[u"step"_s].toObject());
        if (!step)
            return {};
        return JournalStep{std::move(*step), object[u"merged"_s].toBool()};
    }
    if (object.contains(u"undo"_s))
        return JournalUndo{};
    if (object.contains(u"redo"_s))
        return JournalRedo{};
    if (object.contains(u"saved"_s))
        return JournalSaved{object[u"disk"_s].toString().toLatin1(), markOf(object[u"saved"_s])};
    return {};
}

} // namespace

QByteArray lineOf(const JournalRecord& record)
{
    return QJsonDocument(asJson(record)).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<JournalContent> readJournal(const QByteArray& bytes)
{
    JournalContent content;
    bool first = true;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        if (end < 0)
            break; // cut
        const auto object = QJsonDocument::fromJson(bytes.sliced(at, end - at)).object();
        at = end + 1;
        if (first) {
            content.size = at;
            auto snapshot = snapshotOf(object);
            if (!snapshot)
                return {};
            content.snapshot = std::move(*snapshot);
            first = false;
            continue;
        }
        auto record = recordOf(object);
        if (!record)
            break; // what follows would not fit any more
        content.since.push_back(std::move(*record));
        content.size = at;
    }
    return first ? std::nullopt : std::optional(std::move(content));
}

void bound(JournalSnapshot& snapshot, qsizetype most)
{
    qsizetype size = 0;
    size_t kept = snapshot.steps.size();
    while (kept > 0) {
        size += lineOf(JournalStep{snapshot.steps[kept - 1]}).size();
        if (size > most)
            break;
        --kept;
    }
    // Undone steps stand behind the position; without those before it they are of use all the same.
    const int gone = std::min(int(kept), snapshot.position);
    if (gone < int(kept)) // even what was undone is too much
        snapshot.steps.resize(size_t(snapshot.position));
    snapshot.steps.erase(snapshot.steps.begin(), snapshot.steps.begin() + gone);
    snapshot.position -= gone;
    if (!snapshot.saved)
        return;
    snapshot.saved->position -= gone;
    if (snapshot.saved->position < 0 || snapshot.saved->position > int(snapshot.steps.size()))
        snapshot.saved.reset();
}

} // namespace pilothouse::pipelines
