// SPDX-License-Identifier: GPL-3.0-or-later
// The file of a document: saved whole or not at all, and what somebody else writes into it.
#include "pipelines/session/documentsession.h"

#include "pipelines/files/documentfile.h"
#include "pipelines/yaml/layoutfile.h"

#include <QFileInfo>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kWorkLimit = 60s;
constexpr auto kLookLimit = 20s;

} // namespace

void DocumentSession::save()
{
    if (!m_file.isEmpty())
        saveAs(m_file);
}

void DocumentSession::saveAs(const QString& path)
{
    if (m_state != State::Ready || isSaving())
        return;
    const QString file = QFileInfo(path).absoluteFilePath();
    const bool same = file == m_file;
    if (same && m_disk != Disk::Same) {
        Q_EMIT saveFailed({Error::Kind::Conflict, {}, file,
            PH_TEXT("pipelines", "Somebody else has changed the file. Nothing is written."),
            u"file"_s});
        return;
    }
    const DocumentStore* store = &storeFor(file);
    m_history.beginSave();
    m_save = m_lane
                 .run(kWorkLimit,
                     [file, places = layoutFile(file), same, known = m_known, way = m_history.way(),
                         from = m_store, to = store == m_store ? nullptr : store,
                         document = m_document, base = same ? m_savedLayout : Layout()](
                         NoConnection&, const Token&) -> Result<Written> {
                         auto text = to ? to->written(document.pipeline)
                             : way.edits.empty()
                             ? Result<QByteArray>(way.from.text)
                             : from->apply(way.from.text, way.from.pipeline, way.edits);
                         if (!text)
                             return tl::unexpected(text.error());
                         auto expected = same ? Result<FileContent>(known) : readFile(file);
                         if (!expected)
                             return tl::unexpected(expected.error());
                         if (const auto done = writeFile(file, *text, *expected); !done)
                             return tl::unexpected(done.error());
                         Written written{
                             std::move(*text), document.pipeline.name, document.layout, {}};
                         if (const auto done
                             = writeLayout(places, document.pipeline, base, document.layout);
                             !done)
                             written.layoutError = done.error();
                         return written;
                     })
                 .onDone(this, [this, file](Result<Written> result) {
                     if (result) {
                         onSaved(file, std::move(*result));
                         return;
                     }
                     m_history.endSave(false);
                     Q_EMIT saveFailed(result.error());
                     if (result.error().kind == Error::Kind::Conflict)
                         checkDisk();
                 });
}

void DocumentSession::onSaved(const QString& file, Written written)
{
    m_history.endSave(true);
    m_known = {true, std::move(written.text)};
    m_savedLayout = std::move(written.layout);
    m_recovered = false;
    m_disk = Disk::Same;
    const QString keyBefore = ownKey();
    m_file = file;
    m_draft.clear();
    m_store = &storeFor(file);
    m_wanted = isFlow() ? written.pipeline : QString();
    const bool moved = ownKey() != keyBefore;
    if (moved) {
        const auto old = std::move(m_journal);
        if (!isFlow())
            m_pipelines = QStringList{written.pipeline};
        old->discard();
        beginJournal(ownKey());
    }
    if (const auto& mark = m_history.saved())
        m_history.addText({m_known.text, written.pipeline}, *mark);
    if (moved)
        writeSnapshot();
    else
        m_journal->write(JournalSaved{hashOf(m_known), m_history.saved()});
    watch();
    Q_EMIT saved();
    Q_EMIT historyChanged();
    Q_EMIT stateChanged();
    if (written.layoutError)
        Q_EMIT saveFailed(*written.layoutError);
}

QString DocumentSession::layoutFile(const QString& file) const
{
    const bool several = file == m_file && m_pipelines.size() > 1;
    return layoutPath(file, several ? pipeline().name : QString());
}

void DocumentSession::watch()
{
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    if (m_file.isEmpty())
        return;
    m_watcher.addPath(QFileInfo(m_file).path());
    if (QFileInfo::exists(m_file))
        m_watcher.addPath(m_file);
}

void DocumentSession::checkDisk()
{
    if (m_file.isEmpty() || m_state == State::Loading)
        return;
    if (isSaving()) {
        m_look.start();
        return;
    }
    m_lookCall = m_lane
                     .run(kLookLimit,
                         [file = m_file](NoConnection&, const Token&) { return readFile(file); })
                     .onDone(this, [this](Result<FileContent> found) {
                         if (found && !isSaving())
                             onDisk(std::move(*found));
                     });
}

void DocumentSession::onDisk(FileContent found)
{
    watch(); // a file that was replaced is another one
    if (found == m_known) {
        if (m_disk != Disk::Same) {
            m_disk = Disk::Same;
            Q_EMIT diskChanged();
        }
        return;
    }
    if (m_disk != Disk::Same && found == m_theirs)
        return;
    m_theirs = std::move(found);
    m_disk = m_theirs.exists ? Disk::Changed : Disk::Gone;
    if (m_disk == Disk::Changed && !isDirty() && m_state == State::Ready) {
        reload();
        return;
    }
    if (m_state == State::Unreadable || m_state == State::Failed) {
        m_disk = Disk::Same;
        open(m_file, m_wanted); // perhaps it can be read now
        return;
    }
    Q_EMIT diskChanged();
}

void DocumentSession::reload()
{
    if (m_disk == Disk::Changed)
        replaceBy(PH_TEXT("pipelines", "Take what is on the disk"), m_theirs.text, true);
}

void DocumentSession::setText(const QByteArray& text)
{
    replaceBy(PH_TEXT("pipelines", "Edit the text"), text, false);
}

void DocumentSession::replaceBy(const Text& title, const QByteArray& text, bool isDisk)
{
    if (m_state != State::Ready || isSaving())
        return;
    const bool byItself = isDisk && !isDirty();
    m_history.closeStep();
    m_read
        = m_lane
              .run(kWorkLimit,
                  [store = m_store, way = m_history.way(), text, name = pipeline().name,
                      only = !isFlow(), places = isDisk ? layoutFile(m_file) : QString(),
                      layout = m_document.layout](NoConnection&, const Token&) -> Result<Read> {
                      // A document holds one pipeline, whatever its name is now.
                      auto theirs = wholePipeline(*store, text, only ? QString() : name);
                      if (!theirs)
                          return tl::unexpected(theirs.error());
                      auto ours = way.edits.empty()
                          ? Result<QByteArray>(way.from.text)
                          : store->apply(way.from.text, way.from.pipeline, way.edits);
                      if (!ours)
                          return tl::unexpected(ours.error());
                      Read read{std::move(*ours), std::move(*theirs), layout};
                      const auto found
                          = places.isEmpty() ? Result<FileContent>() : readFile(places);
                      if (found && found->exists)
                          read.layout = readLayout(found->text, read.theirs.pipeline);
                      return read;
                  })
              .onDone(this,
                  [this, title, text, isDisk, byItself, revision = m_revision](Result<Read> read) {
                      if (!read) {
                          Q_EMIT refused(read.error());
                          if (isDisk)
                              Q_EMIT diskChanged();
                          return;
                      }
                      if (revision != m_revision) // edited meanwhile: that comes first
                          replaceBy(title, text, isDisk);
                      else
                          onRead(title, text, std::move(*read), isDisk, byItself);
                  });
}

void DocumentSession::onRead(
    const Text& title, const QByteArray& text, Read read, bool isDisk, bool byItself)
{
    if (read.theirs.pipeline == pipeline() && byItself) {
        // Only comments or another pipeline of the file are different.
        m_known = m_theirs;
        if (const auto mark = m_history.saved())
            m_history.addText({text, pipeline().name}, *mark);
        if (m_begun)
            m_journal->write(JournalSaved{hashOf(m_known), m_history.saved()});
        m_disk = Disk::Same;
        Q_EMIT diskChanged();
        return;
    }
    const NamedText ours{std::move(read.ours), pipeline().name};
    beginHistory(ours);
    EditStep replacing{title, {}, {}, {}};
    replacing.replacement
        = Replacement{ours, {text, read.theirs.pipeline.name}, m_document.layout, read.layout};
    step(std::move(replacing));
    m_document = {std::move(read.theirs.pipeline), std::move(read.layout)};
    m_places = std::move(read.theirs.places);
    if (isDisk) {
        m_known = m_theirs;
        m_savedLayout = m_document.layout;
        m_disk = Disk::Same;
        m_history.setSaved(EditHistory::Mark{m_history.position(), {}});
        m_journal->write(JournalSaved{hashOf(m_known), m_history.saved()});
    }
    Q_EMIT replaced();
    Q_EMIT historyChanged();
    if (isDisk)
        Q_EMIT diskChanged();
    if (byItself)
        Q_EMIT reloaded();
}

void DocumentSession::keepMine()
{
    if (m_disk == Disk::Same)
        return;
    m_known = m_theirs;
    m_disk = Disk::Same;
    m_history.setSaved({});
    if (m_begun)
        m_journal->write(JournalSaved{hashOf(m_known), {}});
    Q_EMIT diskChanged();
    Q_EMIT historyChanged();
}

} // namespace pilothouse::pipelines
