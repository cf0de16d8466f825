// SPDX-License-Identifier: GPL-3.0-or-later
// What every thread of ours does first.
#pragma once

#include <QString>

namespace pilothouse::detail
{

// Names the thread (15 characters) and blocks SIGPIPE on it: client libraries write with write(2),
// and a peer that is gone must be their EPIPE, not the end of the program.
void setUpThread(const QString& name);

} // namespace pilothouse::detail
