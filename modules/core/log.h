// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own log: spdlog to a rotating file and stderr, with secrets removed on the way.
#pragma once

#include "core/secret.h"

#include <QString>

#include <memory>

namespace pilothouse
{

struct LogOptions {
    QString folder; // $XDG_STATE_HOME/pilothouse/logs; empty: stderr only
    bool verbose = false;
    qint64 maxBytes = 5 << 20; // per file, three files
};

// Sets up spdlog's default logger and routes Qt's messages into it. Call once, early, in main.
void startLogging(const LogOptions& options);

// A core file would hold in clear what is redacted here, so a crash leaves none (a debugger still
// attaches). Call first in main.
void leaveNoCoreFile();

// From now on this text is replaced by *** in every log line (secrets of at least four characters).
// Thread-safe.
void redactInLogs(const Secret& secret);

} // namespace pilothouse
