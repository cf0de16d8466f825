// SPDX-License-Identifier: GPL-3.0-or-later
// generate(): a pipeline as units and files for a target. The same pipeline, catalogue and target
// give the same bytes. Pure, any thread.
#pragma once

#include "pipelines/api/generated.h"

namespace pilothouse::pipelines
{

// With a problem of severity Error there are no files.
Generated generate(const Pipeline& pipeline, const Catalogue& catalogue, const Target& target);

// Where `found` names no error: what else keeps the pipeline from being generated is added to it.
void addObstacles(std::vector<Problem>& found, const Pipeline& pipeline, const Catalogue& catalogue,
    const Target& target);

// What is wrong with the catalogue's templates and parts: places that are no literals, names no
// field has. Empty in the catalogue that is compiled in, which a test proves.
std::vector<Problem> checkTemplates(const Catalogue& catalogue);

} // namespace pilothouse::pipelines
