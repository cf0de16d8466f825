// SPDX-License-Identifier: GPL-3.0-or-later
// check(): what is wrong with a pipeline before anything is generated. Pure, any thread; a thousand
// nodes take milliseconds.
#pragma once

#include "pipelines/api/store.h"
#include "pipelines/api/target.h"

namespace pilothouse::pipelines
{

// One thing that was looked at.
struct CheckedPart {
    Text passed; // said when nothing was found
    Text count; // of what: "12 edges"
    int found = 0; // errors and warnings
};
struct Checked {
    std::vector<Problem> problems; // as of check()
    std::vector<CheckedPart> parts; // without those the pipeline has nothing of
};

// Errors first, then warnings and hints; each first of the pipeline, then in the order of its
// nodes. `language` is that of the catalogue's words in messages; empty: English. Environments:
// with target.environment empty, values are looked at with those of the first.
std::vector<Problem> check(const Pipeline& pipeline, const Catalogue& catalogue,
    const Target& target, const QString& language = {});

Checked checkParts(const Pipeline& pipeline, const Catalogue& catalogue, const Target& target,
    const QString& language = {});

// Fills in where in the text each problem is: its setting, its edge, else its node.
void place(std::vector<Problem>& problems, const StoredPipeline& stored);

} // namespace pilothouse::pipelines
