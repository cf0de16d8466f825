// SPDX-License-Identifier: GPL-3.0-or-later
// Editing a document: edits, undo and redo, and the journal of them.
#include "pipelines/session/documentsession.h"

#include "pipelines/files/documentfile.h"

#include <QFileInfo>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto kWorkLimit = 60s; // a large document on a slow machine
constexpr auto kLookAfter = 150ms; // a writer is usually not done with one write
} // namespace

DocumentSession::DocumentSession(Runtime& runtime, QString folder, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
    , m_folder(std::move(folder))
    , m_lane(runtime, u"pipeline-document"_s)
{
    m_look.setSingleShot(true);
    m_look.setInterval(kLookAfter);
    connect(&m_look, &QTimer::timeout, this, &DocumentSession::checkDisk);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_look, qOverload<>(&QTimer::start));
    connect(
        &m_watcher, &QFileSystemWatcher::directoryChanged, &m_look, qOverload<>(&QTimer::start));
}

DocumentSession::~DocumentSession()
{
    if (m_journal && m_begun)
        m_journal->close(isDirty());
}

void DocumentSession::open(const QString& file, const QString& pipeline)
{
    const QString whole = QFileInfo(file).canonicalFilePath();
    m_file = whole.isEmpty() ? QFileInfo(file).absoluteFilePath() : whole;
    m_wanted = pipeline;
    openAs(m_lane.run(kWorkLimit,
        [file = m_file, pipeline, journals = m_folder](NoConnection&, const Token&)
            -> Result<OpenedDocument> { return openDocument(file, pipeline, journals); }));
}

void DocumentSession::create(const QString& draft, const Pipeline& pipeline)
{
    m_draft = draft;
    const QString journal = Journal::pathFor(m_folder, ownKey());
    openAs(m_lane.run(
        kWorkLimit, [pipeline, journal](NoConnection&, const Token&) -> Result<OpenedDocument> {
            return openDraft(pipeline, journal);
        }));
}

void DocumentSession::openAs(Call<OpenedDocument> call)
{
    m_store = &storeFor(m_file.isEmpty() ? documentSuffix() : m_file);
    m_state = State::Loading;
    m_open = std::move(call).onDone(
        this, [this](Result<OpenedDocument> result) { onOpened(std::move(result)); });
}

void DocumentSession::onOpened(Result<OpenedDocument> result)
{
    if (!result) {
        m_error = result.error();
        m_state = State::Failed;
        Q_EMIT stateChanged();
        return;
    }
    m_known = std::move(result->disk);
    m_problems = std::move(result->problems);
    m_places = std::move(result->places);
    m_pipelines = std::move(result->pipelines);
    m_wanted = std::move(result->wanted);
    m_document = std::move(result->document);
    m_savedLayout = std::move(result->savedLayout);
    m_history = std::move(result->history);
    m_recovered = result->recovered;
    m_state = result->isReadable ? State::Ready : State::Unreadable;
    ++m_revision;
    beginJournal(ownKey());
    if (result->journalSize > 0) {
        m_journal->resume(result->journalSize);
        m_begun = true;
    }
    if (result->overtaken) {
        m_theirs = m_known;
        m_disk = m_theirs.exists ? Disk::Changed : Disk::Gone;
    }
    watch();
    Q_EMIT stateChanged();
    Q_EMIT replaced();
    Q_EMIT historyChanged();
    if (m_disk != Disk::Same)
        Q_EMIT diskChanged();
}

bool DocumentSession::isFlow() const
{
    return m_store != &storeFor(documentSuffix());
}

QString DocumentSession::ownKey() const
{
    return m_file.isEmpty() ? u"draft:"_s + m_draft : journalKey(m_file, m_wanted);
}

void DocumentSession::beginJournal(const QString& key)
{
    m_journal = std::make_unique<Journal>(m_runtime, Journal::pathFor(m_folder, key));
    m_begun = false;
    connect(m_journal.get(), &Journal::grown, this, &DocumentSession::writeSnapshot);
    connect(m_journal.get(), &Journal::failed, this, &DocumentSession::journalFailed);
}

// Where the journal begins, and where it has grown too long.
void DocumentSession::writeSnapshot()
{
    m_snapshotText = text().onDone(this, [this, revision = m_revision](Result<QByteArray> text) {
        if (!text)
            return;
        if (revision != m_revision) {
            writeSnapshot();
            return;
        }
        m_journal->write(
            JournalSnapshot{m_file, {std::move(*text), pipeline().name}, m_document.layout,
                m_history.steps(), m_history.position(), m_history.saved(), hashOf(m_known)});
        m_begun = true;
    });
}

bool DocumentSession::isDirty() const
{
    const bool untouched = m_file.isEmpty() && m_history.position() == 0 && !m_recovered;
    return m_state == State::Ready && !m_history.isSaved() && !untouched;
}

// All or none; `undo` takes them back.
VoidResult DocumentSession::applyAll(const Edits& edits, Edits& undo)
{
    std::optional<Error> error;
    for (const Edit& edit : edits) {
        if (const auto why = m_store->refuses(m_document.pipeline, edit))
            error = Error{Error::Kind::Unsupported, {}, {}, *why, {}};
        if (auto inverse = error ? Result<Edits>() : applyTo(m_document, edit); !inverse)
            error = inverse.error();
        else if (!error)
            undo.insert(undo.begin(), inverse->begin(), inverse->end());
        if (error)
            break;
    }
    if (!error)
        return {};
    for (const Edit& edit : undo)
        (void)applyTo(m_document, edit);
    return tl::unexpected(*error);
}

VoidResult DocumentSession::edit(const Text& title, const Edits& edits, const QString& key)
{
    if (m_state != State::Ready)
        return fail(Error::Kind::Refused, {}, {},
            PH_TEXT("pipelines", "The document cannot be read and so not be edited."));
    if (!m_begun)
        beginHistory(m_history.way().from);
    Edits undo;
    if (auto done = applyAll(edits, undo); !done)
        return done;
    if (undo.empty())
        return {};
    step({title, edits, std::move(undo), key});
    Q_EMIT edited(edits);
    Q_EMIT historyChanged();
    return {};
}

// What the journal begins with is the document before its first change, whose text this is.
void DocumentSession::beginHistory(const NamedText& text)
{
    if (std::exchange(m_begun, true))
        return;
    m_journal->write(JournalSnapshot{
        m_file, text, m_document.layout, {}, 0, m_history.saved(), hashOf(m_known)});
}

void DocumentSession::step(EditStep step)
{
    const bool merged = m_history.add(std::move(step));
    ++m_revision;
    m_journal->write(JournalStep{m_history.last(), merged});
}

void DocumentSession::undo()
{
    if (m_state == State::Ready && m_history.canUndo() && !m_read.running())
        go(false);
}

void DocumentSession::redo()
{
    if (m_state == State::Ready && m_history.canRedo() && !m_read.running())
        go(true);
}

void DocumentSession::go(bool forth)
{
    const EditStep step = forth ? m_history.next() : m_history.last();
    const Edits& edits = forth ? step.redo : step.undo;
    if (step.replacement) {
        const NamedText& text = forth ? step.replacement->after : step.replacement->before;
        auto read = wholePipeline(*m_store, text.text, text.pipeline);
        if (!read) {
            Q_EMIT refused(read.error());
            return;
        }
        m_places = std::move(read->places);
        m_document = {std::move(read->pipeline),
            forth ? step.replacement->newLayout : step.replacement->layout};
    } else {
        for (const Edit& edit : edits) {
            if (const auto done = applyTo(m_document, edit); !done) {
                Q_EMIT refused(done.error());
                break;
            }
        }
    }
    forth ? m_history.redone() : m_history.undone();
    ++m_revision;
    if (forth)
        m_journal->write(JournalRedo{});
    else
        m_journal->write(JournalUndo{});
    if (step.replacement)
        Q_EMIT replaced();
    else
        Q_EMIT edited(edits);
    Q_EMIT historyChanged();
}

Call<QByteArray> DocumentSession::text()
{
    return m_lane.run(kWorkLimit,
        [store = m_store, way = m_history.way()](
            NoConnection&, const Token&) -> Result<QByteArray> {
            if (way.edits.empty())
                return way.from.text;
            return store->apply(way.from.text, way.from.pipeline, way.edits);
        });
}

void DocumentSession::discard()
{
    if (m_journal)
        m_journal->discard();
    m_begun = false;
}

} // namespace pilothouse::pipelines
