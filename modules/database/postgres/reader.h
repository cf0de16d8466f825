// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one statement's rows from the connection into a table store, at the server's pace and in
// flat memory: by COPY for plain queries (fastest), row by row for everything else.
#pragma once

#include "core/stream.h"
#include "database/api/statement.h"
#include "database/postgres/columns.h"
#include "database/postgres/rowmeter.h"
#include "database/postgres/storefeed.h"

namespace pilothouse::database::postgres
{

// How one statement ended. Errors of the connection are the Result around it.
struct ReadEnd {
    QString tag;
    qint64 rows = -1;
    bool cut = false;
    std::optional<Error> error;
    int position = -1; // in the text that was given
    QString remedy;
};

struct ReadJob {
    int index = 0; // statement number, for the events
    QString text;
    Params params;
    TableStoreOptions store;
    qint64 rowLimit = 0;
    bool forceSingle = false; // row by row even where COPY would do
};

// One use; lane thread.
class Reader final
{
public:
    Reader(Connection& connection, Sink<QueryEvent>& sink, const Token& token, ReadJob job)
        : m_connection(connection)
        , m_sink(sink)
        , m_token(token)
        , m_job(std::move(job))
    {
    }

    Result<ReadEnd> run(const Statement& statement);

private:
    VoidResult describe(); // fills m_columns or m_end.error
    VoidResult nameTypes(DescribedColumns& described);
    VoidResult copy();
    VoidResult copyLines(bool split);
    VoidResult single();
    VoidResult takeResult(PGresult* result);
    VoidResult openFeed();
    VoidResult append();
    VoidResult waitForMore(RowMeter& meter);
    void endWithHugeRow();
    void tell();
    void tick();
    void giveUpReading(bool cancel);
    void takeError(const PGresult* result, int offset);

    Connection& m_connection;
    Sink<QueryEvent>& m_sink;
    Token m_token;
    ReadJob m_job;

    ReadEnd m_end;
    std::optional<std::vector<TableColumn>> m_columns;
    std::optional<StoreFeed> m_feed;
    std::vector<QByteArrayView> m_cells;
    qint64 m_rows = 0;
    qint64 m_rowsAtWait = 0;
    Clock::time_point m_lastFlush{};
    qint64 m_rowsAtFlush = 0;
    Clock::time_point m_lastTold{};
    bool m_enough = false; // no more rows are wanted; what comes is thrown away
    bool m_inTransaction = false;
};

} // namespace pilothouse::database::postgres
