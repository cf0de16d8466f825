// SPDX-License-Identifier: GPL-3.0-or-later
// KeyScan: walks a keyspace into the key tree: names first, then sizes. The trie grows on a lane of
// its own; the model hears at most four times a second, and of the open folders only.
#pragma once

#include "core/lane.h"
#include "queue/api/keyspace.h"
#include "queue/panel/keytreemodel.h"

#include <QTimer>

namespace pilothouse::queue
{

class KeyScan final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyScan)

public:
    enum class Phase { Idle, Names, Sizes, Done, Stopped, Failed };
    // Up to this many keys their sizes are asked for without being told to.
    static constexpr qint64 kMeasureUpTo = 1'000'000;

    struct Progress {
        Phase phase = Phase::Idle;
        qint64 done = 0;
        qint64 total = 0;
        int count = 0; // COUNT of a step
        double stepMs = 0; // the server's time for it
        qint64 keys = 0; // different names found
        qint64 memory = -1; // of those measured
    };

    // `keyspace` gives the contract, or null when the service is gone.
    KeyScan(Runtime& runtime, QByteArray separator, std::function<Keyspace*()> keyspace,
        QObject* parent = nullptr);

    KeyTreeModel* model() { return &m_model; }
    const Progress& progress() const { return m_progress; }
    const Error& error() const { return m_error; }

    void start(const QByteArray& pattern, KeyType type);
    void measure(); // the sizes, when they were not asked for by themselves
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    void setHidden(bool hidden); // a panel nobody sees asks nothing
    // All keys in one list instead of folders; nothing is walked again.
    void setFlat(bool flat);
    bool isFlat() const { return m_flat; }
    void stop();
    void forget(const std::vector<QByteArray>& keys); // deleted by an act
    void add(const QByteArray& key); // made by an act
    bool isRunning() const
    {
        return m_progress.phase == Phase::Names || m_progress.phase == Phase::Sizes;
    }

Q_SIGNALS:
    void progressed();
    void ended(); // done, stopped or failed; see progress() and error()

private:
    struct Update {
        std::vector<FolderLines> folders;
        qint64 keys = 0;
        qint64 memory = -1;
        bool flat = false;
    };

    void survey();
    void feedSoon();
    void feed();
    void finish(Phase phase);
    void applyHold();

    Runtime& m_runtime;
    const QByteArray m_separator;
    const std::function<Keyspace*()> m_keyspace;
    KeyTreeModel m_model;
    Progress m_progress;
    Error m_error;
    ScanQuery m_query;
    bool m_paused = false;
    bool m_hidden = false;
    bool m_flat = false;

    std::shared_ptr<KeyTrie> m_trie; // touched on m_lane only
    std::shared_ptr<KeyTrie> m_previous; // while the same keys are walked again: what is shown
    std::vector<NameBatch> m_names;
    std::vector<KeyDetail> m_sizes;
    std::vector<QByteArray> m_gone;
    bool m_linesWanted = false;
    bool m_namesEnded = false; // ended, but the tree does not show all of it yet
    QTimer m_timer;
    Lane<> m_lane;
    Stream<NameBatch> m_scan;
    Stream<DetailBatch> m_survey;
    Call<Update> m_feed;
};

} // namespace pilothouse::queue
