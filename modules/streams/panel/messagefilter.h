// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed to filter a tail, understood while it is typed:
//   WELCOME5            in key, headers and value, whatever its case
//   "WELCOME5"          exactly so
//   key:904  header:…  value:…
//   $.order.id = 5      a field of a JSON value
//   $.country in (TW, "KR")   one of several
//   key in (904, 905)  value in (…)  header:region in (TW, KR)
//   is:tombstone  value = null   messages without a value
//   /5[0-9]{2}/  key:/^904/i   regular expressions
// Pure.
#pragma once

#include "core/text.h"
#include "streams/api/messages.h"

namespace pilothouse::streams
{

struct MessageFilter {
    MessagePattern pattern; // empty where there is a problem
    Text understood; // in words; empty for an empty filter
    Text problem; // what is wrong; empty: nothing
    qsizetype problemAt = -1; // the character

    bool isEmpty() const { return pattern.pattern.isEmpty(); }
    bool isValid() const { return problem.isEmpty(); }
};

MessageFilter readFilter(const QString& text);

// A pattern in words, as the filter and the search say it.
Text patternWords(const MessagePattern& pattern);
// What is wrong with a path into JSON; empty: nothing.
Text pathProblem(const QString& path);

} // namespace pilothouse::streams
