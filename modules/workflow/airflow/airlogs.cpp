// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airlogs.h"

#include "workflow/airflow/logreader.h"

namespace pilothouse::workflow
{

namespace
{
// A server that builds a reply of some megabytes says nothing for seconds; one that was restarted
// is back within a minute.
constexpr milliseconds kLogSilence{120'000};
} // namespace

Stream<LogLines> AirLogs::read(const LogQuery& query)
{
    auto [lane, mark] = m_core->logLane(query.follow);
    StreamOptions options;
    options.capacity = 64; // pieces of up to 256 KB
    return lane->stream<LogLines>(
        kLogSilence,
        [query, mark = mark](AirConnection& connection, const Token& token, Sink<LogLines>& sink) {
            token.alive(kLogSilence); // waiting for its turn was no silence
            return LogReader(connection, query, token, sink, kLogSilence).run();
        },
        options);
}

} // namespace pilothouse::workflow
