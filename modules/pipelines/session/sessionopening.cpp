// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/sessionopening.h"

#include "pipelines/files/documentfile.h"
#include "pipelines/session/journal.h"
#include "pipelines/yaml/layoutfile.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

bool isError(const Problem& problem)
{
    return problem.severity == Problem::Severity::Error;
}

struct Restored {
    Document document;
    EditHistory history;
    QByteArray disk;
};

bool applyAll(Document& document, const Edits& edits)
{
    return std::ranges::all_of(
        edits, [&](const Edit& edit) { return applyTo(document, edit).has_value(); });
}

// Forth or back over one step.
bool go(Document& document, const EditStep& step, bool forth, const DocumentStore& store)
{
    if (!step.replacement)
        return applyAll(document, forth ? step.redo : step.undo);
    const NamedText& text = forth ? step.replacement->after : step.replacement->before;
    auto read = wholePipeline(store, text.text, text.pipeline);
    if (!read)
        return false;
    document = {
        std::move(read->pipeline), forth ? step.replacement->newLayout : step.replacement->layout};
    return true;
}

std::optional<Restored> restored(JournalContent content, const DocumentStore& store)
{
    JournalSnapshot& snapshot = content.snapshot;
    auto read = wholePipeline(store, snapshot.text.text, snapshot.text.pipeline);
    if (!read)
        return {};
    Restored result{{std::move(read->pipeline), std::move(snapshot.layout)}, {}, snapshot.disk};
    EditHistory& history = result.history;
    history.restore(std::move(snapshot.steps), snapshot.position, std::move(snapshot.saved));
    history.addText(std::move(snapshot.text));
    for (JournalRecord& record : content.since) {
        if (auto* step = std::get_if<JournalStep>(&record)) {
            if (!go(result.document, step->step, true, store))
                break;
            if (!step->merged)
                history.closeStep();
            history.add(std::move(step->step));
        } else if (std::holds_alternative<JournalUndo>(record)) {
            if (!history.canUndo() || !go(result.document, history.last(), false, store))
                break;
            history.undone();
        } else if (std::holds_alternative<JournalRedo>(record)) {
            if (!history.canRedo() || !go(result.document, history.next(), true, store))
                break;
            history.redone();
        } else if (auto* saved = std::get_if<JournalSaved>(&record)) {
            result.disk = saved->disk;
            history.setSaved(std::move(saved->saved));
        }
    }
    return result;
}

bool holdsSeveral(const QString& file)
{
    return &storeFor(file) != &storeFor(documentSuffix());
}

void takeUp(OpenedDocument& opened, Restored restored, qint64 size)
{
    opened.document = std::move(restored.document);
    opened.history = std::move(restored.history);
    opened.journalSize = size;
    opened.recovered = !opened.history.isSaved();
}

} // namespace

Result<StoredPipeline> wholePipeline(
    const DocumentStore& store, const QByteArray& text, const QString& name)
{
    StoredFile file = store.read(text);
    const auto refused = [](const Problem& problem) {
        return fail(Error::Kind::Protocol,
            QString::number(problem.place.line) + u':' + QString::number(problem.place.column), {},
            problem.message);
    };
    if (const auto bad = std::ranges::find_if(file.problems, isError); bad != file.problems.end())
        return refused(*bad);
    for (StoredPipeline& stored : file.pipelines) {
        if (!name.isEmpty() && stored.pipeline.name != name)
            continue;
        const auto bad = std::ranges::find_if(stored.problems, isError);
        if (bad != stored.problems.end())
            return refused(*bad);
        return std::move(stored);
    }
    return fail(Error::Kind::NotFound, name, {},
        PH_TEXT("pipelines", "There is no such pipeline in the file."));
}

QString journalKey(const QString& file, const QString& pipeline)
{
    return u"file:"_s + file + u'#' + pipeline;
}

Result<OpenedDocument> openDocument(
    const QString& file, const QString& pipeline, const QString& journals)
{
    auto disk = readFile(file);
    if (!disk)
        return tl::unexpected(disk.error());
    const DocumentStore& store = storeFor(file);
    StoredFile stored = store.read(disk->text);
    QString wanted;
    if (holdsSeveral(file))
        wanted = pipeline.isEmpty() && !stored.pipelines.empty()
            ? stored.pipelines.front().pipeline.name
            : pipeline;
    auto kept = Journal::load(Journal::pathFor(journals, journalKey(file, wanted)));
    const qint64 size = kept ? kept->size : 0;
    auto before = kept ? restored(std::move(*kept), store) : std::nullopt;
    const QByteArray hash = hashOf(*disk);
    const bool overtaken = before && before->disk != hash;
    if (before && overtaken && before->history.isSaved())
        before.reset(); // nothing of ours is lost
    if (!disk->exists && !before)
        return fail(Error::Kind::NotFound, file, {}, PH_TEXT("pipelines", "There is no such file."),
            u"file"_s);

    OpenedDocument opened;
    opened.disk = std::move(*disk);
    opened.wanted = wanted;
    for (const StoredPipeline& one : stored.pipelines)
        opened.pipelines.append(one.pipeline.name);
    opened.problems = std::move(stored.problems);
    opened.isReadable = std::ranges::none_of(opened.problems, isError);
    for (StoredPipeline& one : stored.pipelines) {
        if (!wanted.isEmpty() && one.pipeline.name != wanted)
            continue;
        opened.document.pipeline = std::move(one.pipeline);
        opened.places = std::move(one.places);
        opened.isReadable = opened.isReadable && std::ranges::none_of(one.problems, isError);
        opened.problems.insert(opened.problems.end(), one.problems.begin(), one.problems.end());
        break;
    }
    const QString name = opened.document.pipeline.name;
    if (auto layout = readFile(layoutPath(file, opened.pipelines.size() > 1 ? name : QString())))
        opened.layoutDisk = std::move(*layout);
    opened.savedLayout = readLayout(opened.layoutDisk.text, opened.document.pipeline);
    opened.document.layout = opened.savedLayout;
    if (before) {
        const auto& saved = before->history.saved();
        if (!overtaken && saved && opened.isReadable)
            before->history.addText({opened.disk.text, name}, *saved);
        takeUp(opened, std::move(*before), size);
        opened.overtaken = overtaken;
        opened.isReadable = true;
    } else {
        opened.history.addText({opened.disk.text, name});
        opened.history.setSaved(EditHistory::Mark{});
    }
    return opened;
}

Result<OpenedDocument> openDraft(const Pipeline& pipeline, const QString& journal)
{
    const DocumentStore& store = storeFor(documentSuffix());
    OpenedDocument opened;
    auto kept = Journal::load(journal);
    if (auto before = kept ? restored(*kept, store) : std::nullopt) {
        takeUp(opened, std::move(*before), kept->size);
    } else {
        auto text = store.written(pipeline);
        if (!text)
            return tl::unexpected(text.error());
        opened.history.addText({std::move(*text), pipeline.name});
        opened.document.pipeline = pipeline;
    }
    opened.pipelines = QStringList{opened.document.pipeline.name};
    return opened;
}

} // namespace pilothouse::pipelines
