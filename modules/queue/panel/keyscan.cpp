// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/keyscan.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kShowEveryMs = 250;
constexpr milliseconds kTrieLimit = std::chrono::hours(1); // our own work, bounded by the data
} // namespace

KeyScan::KeyScan(
    Runtime& runtime, QByteArray separator, std::function<Keyspace*()> keyspace, QObject* parent)
    : QObject(parent)
    , m_runtime(runtime)
    , m_separator(std::move(separator))
    , m_keyspace(std::move(keyspace))
    , m_model(m_separator)
    , m_trie(std::make_shared<KeyTrie>(m_separator))
    , m_lane(runtime, u"key-tree"_s)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kShowEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &KeyScan::feed);
    connect(&m_model, &KeyTreeModel::linesWanted, this, [this] {
        m_linesWanted = true;
        QTimer::singleShot(0, this, &KeyScan::feed); // an opened folder is answered at once
    });
}

void KeyScan::start(const QByteArray& pattern, KeyType type)
{
    m_scan.cancel();
    m_survey.cancel();
    m_feed.cancel();
    m_names.clear();
    m_sizes.clear();
    // The same question again: the tree stays as it is until the new answer is whole.
    const bool again = m_query.pattern == pattern && m_query.type == type && m_model.rowCount() > 0;
    m_previous = again ? (m_previous ? m_previous : m_trie) : nullptr;
    m_trie = std::make_shared<KeyTrie>(m_separator); // a feed under way keeps the old one
    if (!again)
        m_model.clear();
    m_error = {};
    m_namesEnded = false;
    m_query = {};
    m_query.pattern = pattern;
    m_query.type = type;
    m_query.hold = std::make_shared<std::atomic<bool>>(false);
    m_progress = {};
    Keyspace* keyspace = m_keyspace();
    if (!keyspace)
        return;
    m_progress.phase = Phase::Names;
    applyHold();
    m_scan = keyspace->scan(m_query).attach(
        this,
        [this](std::vector<NameBatch>&& batches) {
            const NameBatch& last = batches.back();
            m_progress.done = last.visited;
            m_progress.total = last.total;
            m_progress.count = last.count;
            m_progress.stepMs = last.stepMs;
            std::move(batches.begin(), batches.end(), std::back_inserter(m_names));
            feedSoon();
            Q_EMIT progressed();
        },
        [this](VoidResult end) {
            if (!end) {
                m_error = end.error();
                if (m_previous)
                    m_trie = std::exchange(m_previous, nullptr);
                feedSoon();
                finish(m_error.kind == Error::Kind::Cancelled ? Phase::Stopped : Phase::Failed);
                return;
            }
            m_namesEnded = true;
            m_previous.reset();
            feed();
            if (m_progress.total <= kMeasureUpTo)
                survey();
            else
                finish(Phase::Done);
        });
    Q_EMIT progressed();
}

void KeyScan::measure()
{
    if (m_progress.phase == Phase::Done)
        survey();
}

void KeyScan::survey()
{
    Keyspace* keyspace = m_keyspace();
    if (!keyspace)
        return;
    m_progress.phase = Phase::Sizes;
    m_progress.done = 0;
    m_survey = keyspace->survey(m_query, DetailField::Memory)
                   .attach(
                       this,
                       [this](std::vector<DetailBatch>&& batches) {
                           m_progress.done = batches.back().visited;
                           m_progress.total = batches.back().total;
                           for (DetailBatch& batch : batches)
                               std::move(batch.keys.begin(), batch.keys.end(),
                                   std::back_inserter(m_sizes));
                           feedSoon();
                           Q_EMIT progressed();
                       },
                       [this](VoidResult end) {
                           feed();
                           if (end)
                               return finish(Phase::Done);
                           m_error = end.error();
                           finish(m_error.kind == Error::Kind::Cancelled ? Phase::Stopped
                                                                         : Phase::Failed);
                       });
    Q_EMIT progressed();
}

void KeyScan::finish(Phase phase)
{
    m_progress.phase = phase;
    Q_EMIT progressed();
    Q_EMIT ended();
}

void KeyScan::applyHold()
{
    if (m_query.hold)
        m_query.hold->store(m_paused || m_hidden);
}

void KeyScan::setPaused(bool paused)
{
    m_paused = paused;
    applyHold();
    Q_EMIT progressed();
}

void KeyScan::setHidden(bool hidden)
{
    m_hidden = hidden;
    applyHold();
}

void KeyScan::stop()
{
    m_scan.stop();
    m_survey.stop();
}

void KeyScan::forget(const std::vector<QByteArray>& keys)
{
    m_gone.insert(m_gone.end(), keys.begin(), keys.end());
    feed();
}

void KeyScan::add(const QByteArray& key)
{
    NameBatch batch;
    batch.add(key);
    m_names.push_back(std::move(batch));
    feed();
}

void KeyScan::feedSoon()
{
    if (m_model.rowCount() == 0)
        feed(); // the first names show at once
    else if (!m_timer.isActive())
        m_timer.start();
}

void KeyScan::setFlat(bool flat)
{
    if (std::exchange(m_flat, flat) == flat)
        return;
    m_model.clear();
    m_linesWanted = true;
    feedSoon();
}

void KeyScan::feed()
{
    if (m_feed.running()) {
        if (!m_timer.isActive())
            m_timer.start();
        return;
    }
    if (m_names.empty() && m_sizes.empty() && m_gone.empty() && !m_linesWanted && !m_namesEnded)
        return;
    m_linesWanted = false;
    m_namesEnded = false;
    m_feed = m_lane
                 .run(kTrieLimit,
                     [trie = m_trie, shown = m_previous ? m_previous : m_trie,
                         names = std::exchange(m_names, {}), sizes = std::exchange(m_sizes, {}),
                         gone = std::exchange(m_gone, {}), open = m_model.openFolders(),
                         flat = m_flat](NoConnection&, const Token&) -> Result<Update> {
                         for (const NameBatch& batch : names)
                             trie->add(batch);
                         for (const KeyDetail& size : sizes)
                             trie->measure(size);
                         for (const QByteArray& name : gone) {
                             trie->remove(name);
                             if (shown != trie) // a walk of the same keys is under way
                                 shown->remove(name);
                         }
                         Update update;
                         for (const auto& [path, limit] : open)
                             update.folders.push_back(
                                 flat ? shown->flat(limit) : shown->lines(path, limit));
                         update.flat = flat;
                         update.keys = trie->keys();
                         update.memory = trie->memory();
                         return update;
                     })
                 .onDone(this, [this](Result<Update> update) {
                     if (!update)
                         return;
                     if (update->flat == m_flat) // else the other kind is asked for already
                         for (const FolderLines& lines : update->folders)
                             m_model.merge(lines);
                     m_progress.keys = update->keys;
                     m_progress.memory = update->memory;
                     Q_EMIT progressed();
                     if (!m_names.empty() || !m_sizes.empty() || !m_gone.empty() || m_linesWanted)
                         m_timer.start();
                 });
}

} // namespace pilothouse::queue
