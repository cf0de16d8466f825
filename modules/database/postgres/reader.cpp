// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/reader.h"

#include "database/api/names.h"
#include "database/postgres/copytext.h"

#include <set>
#include <utility>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kFlush{50};
constexpr milliseconds kTell{100};

bool mayReturnRows(const Statement& s)
{
    static const QStringList others{u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s, u"MERGE"_s};
    return s.kind == Statement::Kind::Query || s.kind == Statement::Kind::Explain
        || others.contains(s.keyword);
}

} // namespace

Result<ReadEnd> Reader::run(const Statement& statement)
{
    m_inTransaction = m_connection.transaction() == TransactionState::Open;
    if (mayReturnRows(statement)) {
        if (auto done = describe(); !done)
            return tl::unexpected(done.error());
        if (m_end.error)
            return m_end;
    }
    const bool plain = statement.kind == Statement::Kind::Query && !statement.writes
        && !statement.locksRows && m_job.params.empty() && !m_job.forceSingle && m_columns
        && !m_columns->empty();
    const auto done = plain ? copy() : single();
    const bool complete = done && !m_end.error && !m_end.cut;
    if (m_feed) {
        tell();
        m_feed->finish(complete ? TableStore::Count::Exact : TableStore::Count::AtLeast);
    }
    if (m_feed && m_end.rows < 0)
        m_end.rows = m_rows;
    if (!done)
        return tl::unexpected(done.error());
    return m_end;
}

VoidResult Reader::describe()
{
    DescribedColumns described;
    {
        Busy busy(m_connection.link(), m_token);
        const QByteArray sql = m_job.text.toUtf8();
        for (const bool preparing : {true, false}) {
            const int ok = preparing
                ? PQsendPrepare(m_connection.raw(), "", sql.constData(), 0, nullptr)
                : PQsendDescribePrepared(m_connection.raw(), "");
            if (ok != 1)
                return tl::unexpected(m_connection.lost());
            busy.sent(m_token);
            for (;;) {
                const auto result = m_connection.next(m_token);
                if (!result)
                    return tl::unexpected(result.error());
                if (!*result)
                    break;
                if (PQresultStatus(result->get()) == PGRES_FATAL_ERROR)
                    takeError(result->get(), 0);
                else if (!preparing)
                    described = columnsOf(result->get());
            }
            if (m_end.error)
                return {};
        }
    }
    if (auto named = nameTypes(described); !named)
        return named;
    m_columns = std::move(described.columns);
    return {};
}

VoidResult Reader::nameTypes(DescribedColumns& described)
{
    if (described.named)
        return {};
    std::set<std::pair<quint32, int>> wanted;
    for (size_t i = 0; i < described.columns.size(); ++i)
        if (described.columns[i].type.isEmpty())
            wanted.emplace(described.columns[i].typeOid, described.modifiers[i]);
    QByteArray values;
    for (const auto& [oid, modifier] : wanted)
        values += (values.isEmpty() ? "(" : ",(") + QByteArray::number(oid) + "::oid,"
            + QByteArray::number(modifier) + ")";
    const auto names = m_connection.exec(
        "SELECT o, m, pg_catalog.format_type(o, m) FROM (VALUES " + values + ") AS t(o, m)", {},
        m_token);
    if (!names)
        return tl::unexpected(names.error());
    for (int row = 0; row < PQntuples(names->get()); ++row) {
        const quint32 oid = QByteArray(PQgetvalue(names->get(), row, 0)).toUInt();
        const int modifier = QByteArray(PQgetvalue(names->get(), row, 1)).toInt();
        for (size_t i = 0; i < described.columns.size(); ++i)
            if (described.columns[i].typeOid == oid && described.modifiers[i] == modifier)
                described.columns[i].type = QString::fromUtf8(PQgetvalue(names->get(), row, 2));
    }
    return {};
}

VoidResult Reader::openFeed()
{
    auto feed = StoreFeed::open(m_connection.context(), *m_columns, m_job.store, m_token);
    if (!feed)
        return tl::unexpected(feed.error());
    m_feed = std::move(*feed);
    if (!m_sink.push(ResultStarted{m_job.index, m_feed->store()}))
        return fail(Error::Kind::Cancelled, {}, m_connection.service());
    m_cells.reserve(m_columns->size());
    return {};
}

VoidResult Reader::copy()
{
    if (auto opened = openFeed(); !opened)
        return opened;
    Busy busy(m_connection.link(), m_token);
    static const QByteArray kHead = "COPY (";
    // A comment at the end of the statement must not swallow the bracket.
    if (auto sent = m_connection.send(kHead + m_job.text.toUtf8() + "\n) TO STDOUT", {}); !sent)
        return sent;
    busy.sent(m_token);
    for (;;) {
        const auto result = m_connection.next(m_token);
        if (!result)
            return tl::unexpected(result.error());
        if (!*result)
            break;
        switch (PQresultStatus(result->get())) {
        case PGRES_COPY_OUT:
            if (auto done = copyLines(true); !done)
                return done;
            break;
        case PGRES_FATAL_ERROR:
            takeError(result->get(), static_cast<int>(kHead.size()));
            break;
        default:
            break;
        }
        if (!m_connection.isOpen())
            return {}; // dropped because of a huge row
    }
    m_end.tag = u"SELECT %1"_s.arg(m_rows);
    if (!busy.settle())
        m_connection.close();
    return {};
}

VoidResult Reader::copyLines(bool split)
{
    RowMeter meter(PQsocket(m_connection.raw()));
    for (;;) {
        char* data = nullptr;
        const int size = PQgetCopyData(m_connection.raw(), &data, 1);
        if (size > 0) {
            const BufferHandle line(data);
            meter.reset();
            if (m_enough)
                continue;
            if (size > RowMeter::kLimit) { // its end came with the same read as its middle
                endWithHugeRow();
                return {};
            }
            if (!split)
                m_cells.assign(1, {line.get(), size - (line.get()[size - 1] == '\n' ? 1 : 0)});
            else if (!splitCopyLine(line.get(), size, m_columns->size(), m_cells))
                return fail(Error::Kind::Protocol,
                    QString::fromUtf8(line.get(), std::min(size, 200)), m_connection.service());
            if (auto done = append(); !done)
                return done;
        } else if (size == 0) {
            if (auto done = waitForMore(meter); !done)
                return done;
            if (!m_connection.isOpen())
                return {};
        } else if (size == -1) {
            return {};
        } else {
            return tl::unexpected(m_connection.lost());
        }
    }
}

VoidResult Reader::single()
{
    Busy busy(m_connection.link(), m_token);
    if (auto sent = m_connection.send(m_job.text.toUtf8(), m_job.params); !sent)
        return sent;
    PQsetSingleRowMode(m_connection.raw());
    busy.sent(m_token);
    RowMeter meter(PQsocket(m_connection.raw()));
    for (;;) {
        while (PQisBusy(m_connection.raw())) {
            if (auto done = waitForMore(meter); !done)
                return done;
            if (!m_connection.isOpen())
                return {};
        }
        meter.reset();
        const auto result = m_connection.nextCome();
        if (!result)
            return tl::unexpected(result.error());
        if (!*result)
            break;
        if (auto done = takeResult(result->get()); !done)
            return done;
    }
    if (!busy.settle())
        m_connection.close();
    return {};
}

VoidResult Reader::takeResult(PGresult* result)
{
    switch (PQresultStatus(result)) {
    case PGRES_SINGLE_TUPLE:
    case PGRES_TUPLES_OK: {
        if (!m_columns || m_columns->empty())
            m_columns = columnsOf(result).columns;
        if (!m_feed && (!m_columns->empty() || PQntuples(result) > 0))
            if (auto opened = openFeed(); !opened)
                return opened;
        const int columns = PQnfields(result);
        for (int row = 0; row < PQntuples(result) && !m_enough; ++row) {
            m_cells.clear();
            for (int i = 0; i < columns; ++i) {
                const int size = PQgetlength(result, row, i); // of NULL: 0
                if (size == 0 && PQgetisnull(result, row, i))
                    m_cells.emplace_back();
                else
                    m_cells.emplace_back(PQgetvalue(result, row, i), size);
            }
            if (auto done = append(); !done)
                return done;
        }
        if (PQresultStatus(result) == PGRES_TUPLES_OK)
            m_end.tag = QString::fromUtf8(PQcmdStatus(result));
        return {};
    }
    case PGRES_COMMAND_OK: {
        m_end.tag = QString::fromUtf8(PQcmdStatus(result));
        bool ok = false;
        const qint64 n = QByteArray(PQcmdTuples(result)).toLongLong(&ok);
        if (ok)
            m_end.rows = n;
        return {};
    }
    case PGRES_COPY_OUT:
        m_columns = std::vector<TableColumn>{{u"copy"_s, u"text"_s, 25, false}};
        if (auto opened = openFeed(); !opened)
            return opened;
        return copyLines(false);
    case PGRES_COPY_IN:
        PQputCopyEnd(m_connection.raw(), "no data to send");
        m_end.error = Error{Error::Kind::Unsupported, m_connection.service(), {},
            PH_TEXT("postgres", "COPY … FROM STDIN cannot be typed here; use the import."), {}};
        return {};
    case PGRES_FATAL_ERROR:
        takeError(result, 0);
        return {};
    default:
        return {};
    }
}

VoidResult Reader::append()
{
    if (m_job.rowLimit > 0 && m_rows == m_job.rowLimit) {
        m_end.cut = true;
        giveUpReading(!m_inTransaction); // a cancel would undo the user's transaction
        return {};
    }
    if (auto done = m_feed->writer().append(m_cells); !done) {
        m_end.error = done.error();
        m_end.error->where = m_connection.service();
        giveUpReading(true);
        return {};
    }
    if ((++m_rows & 0xff) == 0)
        tick();
    return {};
}

void Reader::giveUpReading(bool cancel)
{
    m_enough = true;
    m_feed->writer().flush();
    std::function<void()> f;
    {
        std::lock_guard lock(m_connection.link()->mutex);
        f = m_connection.link()->cancel;
    }
    if (cancel && f)
        f();
}

VoidResult Reader::waitForMore(RowMeter& meter)
{
    tick();
    if (meter.tooLong()) {
        endWithHugeRow();
        return {};
    }
    // While rows stream the next ones are mostly there: that needs no question first.
    if (std::exchange(m_rowsAtWait, m_rows) != m_rows)
        return m_connection.take(m_token);
    // What has come is shown before a long wait for the rest.
    return m_connection.waitReadable(m_token, [this] {
        if (!m_feed || m_enough || m_rows == 0)
            return;
        m_feed->writer().flush();
        tell();
    });
}

void Reader::endWithHugeRow()
{
    Error error{Error::Kind::Refused, m_connection.service(), {},
        PH_TEXT("postgres", "Row %1 is longer than 256 MB. What came before it is kept.")
            .arg(m_rows + 1),
        u"row-size"_s};
    m_end.error = std::move(error);
    QStringList names;
    QStringList lengths;
    const auto columns = m_columns.value_or(std::vector<TableColumn>());
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString name = u"c%1"_s.arg(i + 1);
        names += name;
        lengths += u"octet_length(%1%2) AS %3"_s.arg(
            name, columns[i].typeOid == 17 ? QString() : u"::text"_s, quoteAlways(columns[i].name));
    }
    m_end.remedy = u"SELECT %1\nFROM (\n%2\n) AS result(%3)\nOFFSET %4 LIMIT 1"_s.arg(
        lengths.join(u", "_s), m_job.text, names.join(u", "_s), QString::number(m_rows));
    // The server cannot stop in the middle of a row, and the rest of it would fill our memory.
    m_connection.close();
}

void Reader::tick()
{
    if (!m_feed || m_enough)
        return;
    const auto now = Clock::now();
    if (now - m_lastFlush >= kFlush && m_rows > 0) {
        // Whole chunks show by themselves; a copy of the one that grows would only cost time.
        if (m_rows - m_rowsAtFlush < m_job.store.rowsPerChunk)
            m_feed->writer().flush();
        m_rowsAtFlush = m_rows;
        m_lastFlush = now;
    }
    if (now - m_lastTold >= kTell && m_rows > 0) {
        m_lastTold = now;
        tell();
    }
}

void Reader::tell()
{
    m_sink.push(RowsSoFar{m_job.index, m_rows, m_feed->writer().bytes()});
}

void Reader::takeError(const PGresult* result, int offset)
{
    if (m_enough) // our own cancel
        return;
    m_end.error = errorOf(result, m_connection.service());
    const int position = positionOf(result); // counted in characters, not in UTF-16 units
    if (position < offset)
        return;
    const auto characters = m_job.text.toUcs4();
    const auto wanted = std::min<qsizetype>(position - offset, characters.size());
    m_end.position = static_cast<int>(
        QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()), wanted)
            .size());
}

} // namespace pilothouse::database::postgres
