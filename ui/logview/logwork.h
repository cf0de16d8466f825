// SPDX-License-Identifier: GPL-3.0-or-later
// Copying and saving lines of a log. Blocking: lanes only.
#pragma once

#include "core/task.h"
#include "ui/logview/logstore.h"

#include <QString>
#include <QTimeZone>

namespace pilothouse::ui
{

// A place in a log: a line and a character of its text.
struct LogPlace {
    qint64 row = -1;
    int at = 0;
    auto operator<=>(const LogPlace&) const = default;
};

struct LogCopy {
    LogPlace from;
    LogPlace to; // behind the last character; with wholeLines the row is included
    bool wholeLines = false; // with time, level and source
    LogFilter filter = LogFilter::All;
    QTimeZone zone;
};

struct LogCopied {
    QString text;
    qint64 lines = 0;
};

[[nodiscard]] Result<LogCopied> copyLines(const LogReader& reader, const LogCopy& what,
    const pilothouse::Token& token, qint64 most = 64 << 20);

// The body of a Task: every line with time (UTC), level and source, into a file that is replaced
// only when all of it is written.
[[nodiscard]] Result<Text> saveLines(const LogReader& reader, const QString& file,
    const pilothouse::Token& token, TaskProgress& progress);

// The word logs use: "INFO", "WARN"; empty for none. The same in every language.
[[nodiscard]] QLatin1StringView levelWord(LogLevel level);

} // namespace pilothouse::ui
