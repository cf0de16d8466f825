// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteFile: one SQLite database of ours (mode 0600, WAL: a committed row outlives kill -9). On a
// lane; a damaged file is set aside, never deleted.
#pragma once

#include "core/error.h"

#include <sqlite3.h>

#include <memory>

namespace pilothouse
{

class SqliteFile
{
public:
    struct Finaliser {
        void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finaliser>;

    // `schema` must bear being run again. `trouble`: what the user reads when it cannot be used.
    SqliteFile(QString file, const char* schema, Text trouble);

    VoidResult open(); // does nothing once it is open
    Statement prepare(const char* sql) const; // null: see problem()
    VoidResult execute(const char* sql) const;
    tl::unexpected<Error> problem() const; // of the last call
    sqlite3* handle() const { return m_db.get(); }

    static QString text(sqlite3_stmt* s, int column);
    static void bind(sqlite3_stmt* s, int index, const QString& text);

private:
    struct Closer {
        void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
    };
    VoidResult tryOpen();

    const QString m_file;
    const char* const m_schema;
    const Text m_trouble;
    std::unique_ptr<sqlite3, Closer> m_db;
};

// What is done between its making and commit() is done wholly or not at all.
class SqliteTransaction final
{
public:
    explicit SqliteTransaction(const SqliteFile& file)
        : m_file(file)
        , m_begun(file.execute("BEGIN IMMEDIATE"))
    {
    }
    ~SqliteTransaction()
    {
        if (m_begun && !m_done)
            static_cast<void>(m_file.execute("ROLLBACK"));
    }
    Q_DISABLE_COPY_MOVE(SqliteTransaction)

    const VoidResult& begun() const { return m_begun; }
    VoidResult commit()
    {
        auto result = m_file.execute("COMMIT");
        m_done = result.has_value();
        return result;
    }

private:
    const SqliteFile& m_file;
    const VoidResult m_begun;
    bool m_done = false;
};

} // namespace pilothouse
