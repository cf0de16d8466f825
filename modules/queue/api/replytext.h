// SPDX-License-Identifier: GPL-3.0-or-later
// A server's answer as lines for a console, in the way of the server's own command line; bounded,
// so that an answer of a million elements costs no more than its first page.
#pragma once

#include "queue/api/reply.h"

#include <QStringList>

namespace pilothouse::queue
{

struct ReplyBounds {
    int lines = 500;
    int width = 2000; // characters of one element
};

struct ReplyLines {
    QStringList lines;
    qint64 elements = 0; // of the whole answer, nested ones counted
    qint64 shown = 0;
    bool cut = false; // something was left out, also within an element
    bool operator==(const ReplyLines&) const = default;
};

ReplyLines replyLines(const Reply& reply, const ReplyBounds& bounds = {});

} // namespace pilothouse::queue
