// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite in WAL mode: a committed row outlives kill -9.
#include "core/history/history.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <optional>

namespace pilothouse
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kLimit = 10s;

struct Finaliser {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};
struct Closer {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finaliser>;

constexpr auto kSchema
    = "CREATE TABLE IF NOT EXISTS entry(id INTEGER PRIMARY KEY, service TEXT NOT NULL,"
      " time INTEGER NOT NULL, text TEXT NOT NULL, outcome INTEGER NOT NULL,"
      " rows INTEGER NOT NULL, seconds REAL NOT NULL, error TEXT NOT NULL);"
      "CREATE INDEX IF NOT EXISTS entry_service ON entry(service, id);"
      "PRAGMA user_version=1;";

QString column(sqlite3_stmt* s, int i)
{
    return QString::fromUtf8(
        reinterpret_cast<const char*>(sqlite3_column_text(s, i)), sqlite3_column_bytes(s, i));
}

void bind(sqlite3_stmt* s, int i, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(s, i, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

} // namespace

struct History::Database {
    explicit Database(QString path)
        : file(std::move(path))
    {
    }

    // A file that is not ours or is damaged is set aside, never deleted.
    VoidResult open()
    {
        if (db)
            return {};
        QDir().mkpath(QFileInfo(file).absolutePath());
        if (auto done = tryOpen(); done)
            return done;
        db.reset();
        QFile::rename(file,
            file % u".damaged-"_s % QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s));
        return tryOpen();
    }

    VoidResult tryOpen()
    {
        sqlite3* raw = nullptr;
        const int code = sqlite3_open_v2(QFile::encodeName(file).constData(), &raw,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        db.reset(raw);
        if (code != SQLITE_OK)
            return problem();
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        sqlite3_busy_timeout(raw, 2000);
        if (sqlite3_exec(raw, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", nullptr,
                nullptr, nullptr)
                != SQLITE_OK
            || sqlite3_exec(raw, kSchema, nullptr, nullptr, nullptr) != SQLITE_OK)
            return problem();
        return {};
    }

    tl::unexpected<Error> problem() const
    {
        const QString detail
            = file % u": "_s % QString::fromUtf8(db ? sqlite3_errmsg(db.get()) : "out of memory");
        return fail(Error::Kind::Internal, detail, {},
            PH_TEXT("core", "The history of statements cannot be written."), u"history"_s);
    }

    Statement prepare(const char* sql) const
    {
        sqlite3_stmt* raw = nullptr;
        sqlite3_prepare_v2(db.get(), sql, -1, &raw, nullptr);
        return Statement(raw);
    }

    const QString file;
    std::unique_ptr<sqlite3, Closer> db;
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
        bind(s.get(), 1, entry.service);
        sqlite3_bind_int64(s.get(), 2, entry.time.toMSecsSinceEpoch());
        bind(s.get(), 3, entry.text.left(kTextLimit));
        if (sqlite3_step(s.get()) != SQLITE_DONE)
            return d.problem();
        const qint64 id = sqlite3_last_insert_rowid(d.db.get());
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
        bind(s.get(), 4, entry.error.left(10'000));
        sqlite3_bind_int64(s.get(), 5, entry.id);
        if (sqlite3_step(s.get()) != SQLITE_DONE)
            return d.problem();
        return sqlite3_changes(d.db.get()) == 1;
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
            bind(s.get(), 1, service);
            std::vector<HistoryEntry> found;
            int step = SQLITE_DONE;
            // The filter is applied here: SQLite's LIKE knows the case of ASCII letters only.
            while (int(found.size()) < limit && !token.stopped()
                && (step = sqlite3_step(s.get())) == SQLITE_ROW) {
                HistoryEntry e;
                e.text = column(s.get(), 3);
                if (!filter.isEmpty() && !e.text.contains(filter, Qt::CaseInsensitive))
                    continue;
                e.id = sqlite3_column_int64(s.get(), 0);
                e.service = column(s.get(), 1);
                e.time = QDateTime::fromMSecsSinceEpoch(sqlite3_column_int64(s.get(), 2), Qt::UTC);
                e.outcome = HistoryEntry::Outcome(sqlite3_column_int(s.get(), 4));
                e.rows = sqlite3_column_int64(s.get(), 5);
                e.seconds = sqlite3_column_double(s.get(), 6);
                e.error = column(s.get(), 7);
                found.push_back(std::move(e));
            }
            if (step != SQLITE_ROW && step != SQLITE_DONE)
                return d.problem();
            return found;
        });
}

} // namespace pilothouse
