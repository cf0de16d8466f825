// SPDX-License-Identifier: GPL-3.0-or-later
// A table store made on the GUI thread for a lane that is about to fill it.
#pragma once

#include "core/tablestore.h"
#include "database/postgres/connection.h"

namespace pilothouse::database::postgres
{

// Lane thread. The lane waits until the GUI thread has made the store; the GUI never waits.
class StoreFeed final
{
public:
    static Result<StoreFeed> open(const Context& context, std::vector<TableColumn> columns,
        const TableStoreOptions& options, const Token& token);

    const std::shared_ptr<TableStore>& store() const { return m_store; }
    TableWriter& writer() { return *m_writer; }
    // Publishes what is pending and tells the store, on its thread, how its count is to be read.
    void finish(TableStore::Count kind);

private:
    std::shared_ptr<detail::Post> m_post;
    std::shared_ptr<TableStore> m_store;
    std::shared_ptr<TableWriter> m_writer;
};

} // namespace pilothouse::database::postgres
