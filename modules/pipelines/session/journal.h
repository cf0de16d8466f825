// SPDX-License-Identifier: GPL-3.0-or-later
// Journal: a document's unsaved work and history on the disk, so that a kill -9 loses nothing older
// than two seconds. Written behind the user's back on a lane; bounded.
#pragma once

#include "core/lane.h"
#include "pipelines/session/journalrecords.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <mutex>

namespace pilothouse::pipelines
{

class Journal final : public QObject
{
    Q_OBJECT

public:
    Journal(Runtime& runtime, QString path, QObject* parent = nullptr);
    ~Journal() override; // writes what is pending
    Q_DISABLE_COPY_MOVE(Journal)

    // "<folder>/<hash of the key>.journal"
    static QString pathFor(const QString& folder, const QString& key);
    // On a lane. Of those that were closed without unsaved work only the newest stay.
    static std::optional<JournalContent> load(const QString& path);
    static void prune(const QString& folder);

    const QString& path() const { return m_path; }
    void resume(qint64 size); // goes on behind what was loaded
    // A snapshot begins the journal anew.
    void write(JournalRecord record);
    bool isWritten() const { return m_pending.empty() && !m_write.running(); }
    void flush();
    // The document is closed: kept as its history, or thrown away.
    void close(bool unsaved);
    void discard();

Q_SIGNALS:
    void written();
    void grown(); // a new snapshot is wanted
    void failed(const pilothouse::Error& error); // kept in memory and tried again

private:
    // Written to the end of the file, whose good part is `size` long; gives the new size.
    static Result<qint64> append(
        const QString& path, const std::vector<JournalRecord>& records, qint64 size);
    void send();
    void onWritten(Result<qint64> result);
    bool takeOver();

    // Who may touch the file: this thread at the end, else the newest job of the lane.
    struct Turn {
        std::timed_mutex mutex;
        std::atomic<quint64> now = 0;
    };

    const QString m_path;
    std::vector<JournalRecord> m_pending;
    size_t m_sent = 0; // of them, on the lane now
    qint64 m_size = 0;
    bool m_asked = false; // for a snapshot
    bool m_done = false; // discarded
    std::shared_ptr<Turn> m_turn = std::make_shared<Turn>();
    QTimer m_timer;
    Lane<> m_lane;
    Call<qint64> m_write;
};

} // namespace pilothouse::pipelines
