// SPDX-License-Identifier: GPL-3.0-or-later
// DocumentSession: one open pipeline document, whoever shows it: what it holds, every change to it
// with undo and redo without end, its file, and its unsaved work on the disk. The file is never
// written over when somebody else has changed it. All for the GUI thread; nothing waits on it.
#pragma once

#include "pipelines/session/journal.h"
#include "pipelines/session/sessionopening.h"

#include <QFileSystemWatcher>

namespace pilothouse::pipelines
{

class DocumentSession final : public QObject
{
    Q_OBJECT

public:
    enum class State { Loading, Ready, Unreadable, Failed }; // unreadable: see problems()
    enum class Disk { Same, Changed, Gone }; // as known, or changed by somebody else

    // `folder` keeps the journals: $XDG_STATE_HOME/pilothouse/drafts/pipelines.
    DocumentSession(Runtime& runtime, QString folder, QObject* parent = nullptr);
    ~DocumentSession() override;

    void open(const QString& file, const QString& pipeline = {}); // empty: the first in the file
    // A new document, in no file yet. The same `draft` finds its unsaved work again.
    void create(const QString& draft, const Pipeline& pipeline);

    State state() const { return m_state; }
    const Error& error() const { return m_error; } // of Failed
    const QString& file() const { return m_file; } // empty: in none yet
    const QString& draft() const { return m_draft; } // of a document in no file
    bool isFlow() const; // kept as JSON, which holds less
    const DocumentStore& store() const { return *m_store; }
    const Document& document() const { return m_document; }
    const Pipeline& pipeline() const { return m_document.pipeline; }
    const std::vector<Problem>& problems() const { return m_problems; } // of reading
    const std::map<QString, SourcePlace>& places() const { return m_places; }
    const QStringList& pipelines() const { return m_pipelines; } // all in the file
    quint64 revision() const { return m_revision; } // another number after each change

    // All or none, as one step. `key`: see EditStep. What changes nothing makes no step.
    VoidResult edit(const Text& title, const Edits& edits, const QString& key = {});
    void closeStep() { m_history.closeStep(); }
    // The whole text anew, as one step; refused() where it cannot be read.
    void setText(const QByteArray& text);
    void undo();
    void redo();
    const EditHistory& history() const { return m_history; }
    bool isDirty() const; // there is unsaved work
    bool wasRecovered() const { return m_recovered; } // it is of an earlier time
    bool isJournalWritten() const { return m_journal && m_journal->isWritten(); }
    // Of the document as it stands. The call's owner may be gone before.
    Call<QByteArray> text();

    void save();
    void saveAs(const QString& file); // what stands there is replaced: ask before
    bool isSaving() const { return m_save.running(); }

    Disk disk() const { return m_disk; }
    const FileContent& theirs() const { return m_theirs; } // on the disk, unless it is the same
    void reload(); // theirs; undo brings ours back
    void keepMine(); // the next save replaces theirs
    void checkDisk(); // e.g. when the window is entered again

    // Closed for good: unsaved work is thrown away.
    void discard();

Q_SIGNALS:
    void stateChanged();
    void edited(const pilothouse::pipelines::Edits& edits); // these were applied, in this order
    void replaced(); // everything may be different
    void historyChanged(); // undo, redo, dirty, what is saved
    void saved();
    void saveFailed(const pilothouse::Error& error);
    void diskChanged(); // see disk()
    void reloaded(); // by itself: there was no unsaved work
    void refused(const pilothouse::Error& error); // a text or reload that cannot be read
    void journalFailed(const pilothouse::Error& error);

private:
    void openAs(Call<OpenedDocument> call);
    void onOpened(Result<OpenedDocument> result);
    void beginJournal(const QString& key);
    void writeSnapshot();
    void step(EditStep step);
    void go(bool forth);
    void replaceBy(const Text& title, const QByteArray& text, bool isDisk);
    void onDisk(FileContent found);
    QString layoutFile(const QString& file) const;
    void watch();
    QString ownKey() const; // of its journal
    VoidResult applyAll(const Edits& edits, Edits& undo);

    struct Written {
        QByteArray text;
        QString pipeline;
        Layout layout;
        std::optional<Error> layoutError;
    };
    struct Read {
        QByteArray ours;
        StoredPipeline theirs;
        Layout layout;
    };
    void onSaved(const QString& file, Written written);
    void onRead(const Text& title, const QByteArray& text, Read read, bool isDisk, bool byItself);
    void beginHistory(const NamedText& text);

    Runtime& m_runtime;
    const QString m_folder;
    QString m_file, m_draft, m_wanted; // in a file that holds several
    const DocumentStore* m_store = nullptr;
    State m_state = State::Loading;
    Error m_error;
    Document m_document;
    std::vector<Problem> m_problems;
    std::map<QString, SourcePlace> m_places;
    QStringList m_pipelines;
    EditHistory m_history;
    quint64 m_revision = 0;
    bool m_recovered = false;

    FileContent m_known; // the file as we read or wrote it
    Layout m_savedLayout;
    Disk m_disk = Disk::Same;
    FileContent m_theirs;
    QFileSystemWatcher m_watcher;
    QTimer m_look;

    std::unique_ptr<Journal> m_journal;
    bool m_begun = false; // the journal has its snapshot
    Lane<> m_lane;
    Call<OpenedDocument> m_open;
    Call<QByteArray> m_snapshotText;
    Call<Written> m_save;
    Call<FileContent> m_lookCall;
    Call<Read> m_read;
};

} // namespace pilothouse::pipelines
