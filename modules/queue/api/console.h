// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Console: one command at a time, with the guard's verdict before it is sent.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "queue/api/commandline.h"
#include "queue/api/reply.h"

#include <vector>

namespace pilothouse::queue
{

// What a command would do here, by the server's own flags and the write gate.
struct CommandVerdict {
    enum class Kind { Reads, Writes, Refused, Unknown };
    Kind kind = Kind::Unknown;
    Error reason; // when refused
    std::vector<ActEffect> effects; // what it would take with it, counted at the server
    bool operator==(const CommandVerdict&) const = default;
};

class Console
{
public:
    virtual ~Console() = default;

    virtual Call<CommandVerdict> judge(const Command& command) = 0;
    // Sends commands that only read; everything else is Refused with code "guard".
    virtual Call<Reply> read(const Command& command) = 0;
    // A command that changes something, as an act with its preview.
    virtual Act write(const Command& command) = 0;
};

} // namespace pilothouse::queue
