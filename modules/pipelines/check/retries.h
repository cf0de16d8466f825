// SPDX-License-Identifier: GPL-3.0-or-later
// When a task is tried again, by the scheduler's own rule. With growing waits the scheduler adds a
// part that a hash of the task decides: a wait lies between the plain figure and twice that. The
// time a try waits for a free slot is nobody's to know and is not in it. Pure, any thread.
#pragma once

#include "pipelines/api/document.h"
#include "pipelines/api/target.h"

namespace pilothouse::pipelines
{

struct SecondsRange {
    qint64 least = 0;
    qint64 most = 0;
    bool operator==(const SecondsRange&) const = default;
};

struct RetryRule {
    int retries = 0; // tries after the first
    qint64 delay = 300; // seconds
    double factor = 1; // by which each wait grows; 1: all are the same
    std::optional<qint64> longestDelay;
    std::optional<qint64> timeout; // of one try
    std::optional<qint64> finishWithin; // the service level
    bool operator==(const RetryRule&) const = default;
};

// What holds for a task of this node: its own fields, else the pipeline's, else the standard; as
// far as the target can express them. What makes no sense counts as not set.
RetryRule retryRule(
    const Pipeline& pipeline, const Node& node, const Catalogue& catalogue, const Target& target);

struct PlannedTry {
    SecondsRange start; // from the first start
    SecondsRange end;
    bool operator==(const PlannedTry&) const = default;
};
struct RetryPlan {
    std::vector<PlannedTry> tries;
    std::vector<SecondsRange> waits; // between them
    SecondsRange waiting; // all waits together
    SecondsRange end; // when it gives up
    bool operator==(const RetryPlan&) const = default;
};

// The wait after try `number`, counted from 1.
SecondsRange waitAfter(const RetryRule& rule, int number);
// All tries fail, each after `length` seconds: a guess, or the time-out for the worst case.
RetryPlan retryPlan(const RetryRule& rule, qint64 length);
// The most retries with which it has given up within the service level, whatever the waits; none:
// not even one try fits, or nothing is known to compare.
std::optional<int> retriesThatFit(const RetryRule& rule);

} // namespace pilothouse::pipelines
