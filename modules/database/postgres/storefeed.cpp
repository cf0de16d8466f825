// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/storefeed.h"

#include <QThread>

namespace pilothouse::database::postgres
{

namespace
{

struct Slot {
    std::mutex mutex;
    std::condition_variable filled;
    std::shared_ptr<TableStore> store;
    std::shared_ptr<TableWriter> writer;
};

// The last owner may be a lane; an object is destroyed on its own thread.
void destroyStore(TableStore* store)
{
    if (store->thread() == QThread::currentThread())
        delete store;
    else
        store->deleteLater();
}

} // namespace

Result<StoreFeed> StoreFeed::open(const Context& context, std::vector<TableColumn> columns,
    const TableStoreOptions& options, const Token& token)
{
    auto slot = std::make_shared<Slot>();
    context.post->run([slot, runtime = context.runtime, columns = std::move(columns), options] {
        std::shared_ptr<TableStore> store(new TableStore(*runtime, columns, options), destroyStore);
        std::lock_guard lock(slot->mutex);
        slot->writer = store->writer();
        slot->store = std::move(store);
        slot->filled.notify_all();
    });
    std::unique_lock lock(slot->mutex);
    while (!slot->store) {
        if (token.job()->stop)
            return fail(Error::Kind::Cancelled, {}, context.config.id);
        slot->filled.wait_for(lock, milliseconds(50));
        token.alive(std::chrono::hours(1)); // the GUI is slow, not the peer
    }
    StoreFeed feed;
    feed.m_post = context.post;
    feed.m_store = slot->store;
    feed.m_writer = slot->writer;
    return feed;
}

void StoreFeed::finish(TableStore::Count kind)
{
    m_writer->flush();
    m_post->run([store = m_store, kind] { store->finish(kind); });
}

} // namespace pilothouse::database::postgres
