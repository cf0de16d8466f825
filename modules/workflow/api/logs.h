// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Logs: the log of one try of a task, from its first line to its end and on while it runs.
#pragma once

#include "core/stream.h"
#include "workflow/api/ids.h"

#include <QDateTime>

#include <vector>

namespace pilothouse::workflow
{

enum class LogLevel : quint8 { None, Debug, Info, Warning, Error, Critical };

// Lines of a log, packed: one buffer and a row each, so that a gigabyte is a few thousand pieces.
// A line is never longer than 1 MB: what is longer is cut and marked.
struct LogLines {
    struct Row {
        quint32 end = 0; // of the line's text in `text`
        qint64 time = 0; // microseconds since 1970 UTC, 0: none
        quint32 source = 0; // index into `sources`, 0: none
        LogLevel level = LogLevel::None;
        bool continued = false; // belongs to the line above (traceback, wrapped message)
        bool cut = false;
    };
    QByteArray text; // UTF-8, without line ends
    std::vector<Row> rows;
    QList<QByteArray> sources{QByteArray()}; // "taskinstance.py:1093" or the logger's name
    qint64 bytesRead = 0; // from the network since the begin, before decoding
    bool live = false; // the task still runs: more may come
    bool earlier = false; // was there when the reading began: says nothing of how fast it grows

    qsizetype size() const { return qsizetype(rows.size()); }
    QByteArrayView at(qsizetype i) const
    {
        const qsizetype from = i == 0 ? 0 : rows[size_t(i - 1)].end;
        return QByteArrayView(text).sliced(from, rows[size_t(i)].end - from);
    }
};

struct LogQuery {
    TaskRef task;
    int tryNumber = 1;
    bool follow = false; // stay while the task runs and hand on what is new
};

class Logs
{
public:
    virtual ~Logs() = default;

    // Hands lines on while they arrive. Ends when the log is complete; NotFound when the try has no
    // log. At most three logs are read at once per server, so that a request is left for everything
    // else; others wait their turn. Following survives a server that is away for some minutes.
    virtual Stream<LogLines> read(const LogQuery& query) = 0;
};

} // namespace pilothouse::workflow
