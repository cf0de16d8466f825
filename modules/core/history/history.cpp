// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/history.h"

#include "core/history/sqlitefile.h"

#include <optional>

namespace pilothouse
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kLimit = 10s;

constexpr auto kSchema
    = "CREATE TABLE IF NOT EXISTS entry(id INTEGER PRIMARY KEY, service TEXT NOT NULL,"
      " time INTEGER NOT NULL, text TEXT NOT NULL, outcome INTEGER NOT NULL,"
      " rows INTEGER NOT NULL, seconds REAL NOT NULL, error TEXT NOT NULL);"
      "CREATE INDEX IF NOT EXISTS entry_service ON entry(service, id);"
      "PRAGMA user_version=1;";

} // namespace

struct History::Database : SqliteFile {
    explicit Database(const QString& file)
        : SqliteFile(file, kSchema, PH_TEXT("core", "The history of statements cannot be written."))
    {
    }
};

History::History(Runtime& runtime, const QString& file)
    : m_lane(runtime, u"history"_s, [file] { return std::make_shared<Database>(file); })
{
}

Call<qint64> History::begin(const HistoryEntry& entry)
{
    return m_lane.run(kLimit, [entry](Database& d, const Token&) -> Result<qint64> {
        if (auto open = d.open(); !open)
            return tl::unexpected(open.error());
        const auto s = d.prepare("INSERT INTO entry(service,time,text,outcome,rows,seconds,error)"
                                 " VALUES(?,?,?,0,-1,-1,'')");
        if (!s)
            return d.problem();
        SqliteFile::bind(s.get(), 1, entry.service);
        sqlite3_bind_int64(s.get(), 2, entry.time.toMSecsSinceEpoch());
        SqliteFile::bind(s.get(), 3, entry.text.left(kTextLimit));
        if (sqlite3_step(s.get()) != SQLITE_DONE)
            return d.problem();
        const qint64 id = sqlite3_last_insert_rowid(d.handle());
        const auto trim = d.prepare("DELETE FROM entry WHERE id <= ?");
        sqlite3_bind_int64(trim.get(), 1, id - kKeep);
        sqlite3_step(trim.get());
        return id;
    });
}

Call<bool> History::finish(const HistoryEntry& entry)
{
    return m_lane.run(kLimit, [entry](Database& d, const Token&) -> Result<bool> {
        if (auto open = d.open(); !open)
            return tl::unexpected(open.error());
        const auto s
            = d.prepare("UPDATE entry SET outcome=?, rows=?, seconds=?, error=? WHERE id=?");
        if (!s)
            return d.problem();
        sqlite3_bind_int(s.get(), 1, int(entry.outcome));
        sqlite3_bind_int64(s.get(), 2, entry.rows);
        sqlite3_bind_double(s.get(), 3, entry.seconds);
        SqliteFile::bind(s.get(), 4, entry.error.left(10'000));
        sqlite3_bind_int64(s.get(), 5, entry.id);
        if (sqlite3_step(s.get()) != SQLITE_DONE)
            return d.problem();
        return sqlite3_changes(d.handle()) == 1;
    });
}

Call<std::vector<HistoryEntry>> History::find(
    const QString& service, const QString& filter, int limit)
{
    return m_lane.run(kLimit,
        [service, filter, limit](
            Database& d, const Token& token) -> Result<std::vector<HistoryEntry>> {
            if (auto open = d.open(); !open)
                return tl::unexpected(open.error());
            const auto s
                = d.prepare("SELECT id,service,time,text,outcome,rows,seconds,error FROM entry"
                            " WHERE (?1='' OR service=?1) ORDER BY id DESC");
            if (!s)
                return d.problem();
            SqliteFile::bind(s.get(), 1, service);
            std::vector<HistoryEntry> found;
            int step = SQLITE_DONE;
            // The filter is applied here: SQLite's LIKE knows the case of ASCII letters only.
            while (int(found.size()) < limit && !token.stopped()
                && (step = sqlite3_step(s.get())) == SQLITE_ROW) {
                HistoryEntry e;
                e.text = SqliteFile::text(s.get(), 3);
                if (!filter.isEmpty() && !e.text.contains(filter, Qt::CaseInsensitive))
                    continue;
                e.id = sqlite3_column_int64(s.get(), 0);
                e.service = SqliteFile::text(s.get(), 1);
                e.time = QDateTime::fromMSecsSinceEpoch(sqlite3_column_int64(s.get(), 2), Qt::UTC);
                e.outcome = HistoryEntry::Outcome(sqlite3_column_int(s.get(), 4));
                e.rows = sqlite3_column_int64(s.get(), 5);
                e.seconds = sqlite3_column_double(s.get(), 6);
                e.error = SqliteFile::text(s.get(), 7);
                found.push_back(std::move(e));
            }
            if (step != SQLITE_ROW && step != SQLITE_DONE)
                return d.problem();
            return found;
        });
}

} // namespace pilothouse
