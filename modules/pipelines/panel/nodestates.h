// SPDX-License-Identifier: GPL-3.0-or-later
// The states of the last run on the nodes of a scene: tasks in the server's words, streaming jobs
// in theirs, which never succeed. What is not deployed has none.
#pragma once

#include "pipelines/deploy/runwatch.h"
#include "ui/graph/graphscene.h"

namespace pilothouse::pipelines
{

// Only nodes the watch knows are touched.
void putStates(ui::GraphScene& scene, const RunWatch& watch);

ui::Glyph glyphOfTask(const workflow::StateWord& word);
// "streaming", "waiting", "failed" …: what the job tells, else what its host tells.
QString wordOfJob(const JobState& job);
ui::Glyph glyphOfJob(const JobState& job);

} // namespace pilothouse::pipelines
