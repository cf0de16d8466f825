// SPDX-License-Identifier: GPL-3.0-or-later
// LogReader: one log from its first line to its end, over as many requests as it takes. A log is
// gone on with where it broke: by the server's token, and by counting what was handed on already.
// Lanes only.
#pragma once

#include "workflow/airflow/airconnection.h"
#include "workflow/airflow/logdecode.h"
#include "workflow/api/runs.h"

#include "core/stream.h"

namespace pilothouse::workflow
{

class LogReader final
{
public:
    // `silence`: how long the server may be gone before the log ends with an error.
    LogReader(AirConnection& connection, const LogQuery& query, const Token& token,
        Sink<LogLines>& sink, milliseconds silence);
    VoidResult run();

private:
    enum class Turn { End, Again, Stopped };

    Result<TaskInstance> instance();
    bool isLive(const TaskInstance& ti) const; // more may come to this try's log
    AirRequest request(bool whole) const;
    Result<Turn> readWhole(); // a log that is complete, streamed
    Result<Turn> readChunk(); // what a running task has written since the last one
    Result<Turn> wholeEvents();
    Result<Turn> wholeText();
    Result<Turn> chunkEvents();
    Result<Turn> chunkText();
    bool takeEvent(QByteArrayView json); // false: stopped
    bool takeText(QByteArrayView text); // text of complete lines, but for the last one
    bool takeLine(QByteArrayView line);
    bool push(bool force);
    VoidResult failed(const Error& error); // waits, or ends
    bool sleep(milliseconds time);
    bool isComplete() const; // the end came with the last reply

    AirConnection& m_connection;
    const LogQuery m_query;
    const Token& m_token;
    Sink<LogLines>& m_sink;
    const milliseconds m_silence;

    LogBuilder m_builder;
    LogEvents m_events;
    QByteArray m_continuation;
    QByteArray m_partial; // the begin of a line whose end has not come
    qint64 m_taken = 0; // events (3) or lines (2) handed on
    qint64 m_base = 0; // of these, before the present continuation
    qint64 m_skip = 0; // of the present reply: known already
    StateWord m_endedIn; // the log ended, but the task waits in this state and may go on
    qint64 m_bytes = 0;
    bool m_live = false;
    bool m_first = true; // what the log held when its reading began is still being read
    bool m_stopped = false;
    Clock::time_point m_lastPush{};
    Clock::time_point m_lastGood = Clock::now();
    milliseconds m_pause{1000};
};

} // namespace pilothouse::workflow
