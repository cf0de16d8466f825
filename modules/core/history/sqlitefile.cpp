// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/sqlitefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace pilothouse
{

using namespace Qt::StringLiterals;

SqliteFile::SqliteFile(QString file, const char* schema, Text trouble)
    : m_file(std::move(file))
    , m_schema(schema)
    , m_trouble(std::move(trouble))
{
}

VoidResult SqliteFile::open()
{
    if (m_db)
        return {};
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    auto done = tryOpen();
    const int code = sqlite3_errcode(m_db.get());
    if (!done && (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)) {
        m_db.reset();
        const QString now = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s);
        QFile::rename(m_file, m_file % u".damaged-"_s % now);
        done = tryOpen();
    }
    if (!done)
        m_db.reset(); // a full disk or a lock may be over by the next time
    return done;
}

VoidResult SqliteFile::tryOpen()
{
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(m_file).constData(), &raw,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    m_db.reset(raw);
    if (code != SQLITE_OK)
        return problem();
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
    sqlite3_busy_timeout(raw, 2000);
    if (auto done = execute(
            "PRAGMA auto_vacuum=INCREMENTAL; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
        !done)
        return done;
    return execute(m_schema);
}

SqliteFile::Statement SqliteFile::prepare(const char* sql) const
{
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v2(m_db.get(), sql, -1, &raw, nullptr);
    return Statement(raw);
}

VoidResult SqliteFile::execute(const char* sql) const
{
    if (sqlite3_exec(m_db.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return problem();
    return {};
}

tl::unexpected<Error> SqliteFile::problem() const
{
    const QString detail
        = m_file % u": "_s % QString::fromUtf8(m_db ? sqlite3_errmsg(m_db.get()) : "out of memory");
    return fail(Error::Kind::Internal, detail, {}, m_trouble, u"history"_s);
}

QString SqliteFile::text(sqlite3_stmt* s, int column)
{
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(s, column)),
        sqlite3_column_bytes(s, column));
}

void SqliteFile::bind(sqlite3_stmt* s, int index, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(s, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

} // namespace pilothouse
