// SPDX-License-Identifier: GPL-3.0-or-later
// EdgeData: where that lies which flows along an edge, so that it can be looked at: a table, a
// topic, or what a task told. Pure.
#pragma once

#include "pipelines/api/catalogue.h"
#include "pipelines/api/document.h"
#include "pipelines/api/target.h"

namespace pilothouse::pipelines
{

struct EdgeData {
    enum class Kind { Nothing, Table, Topic, Told };

    Kind kind = Kind::Nothing;
    QString connection; // of a table or topic
    QString name; // of the table ("schema.table") or topic; id of the task that told it
    Text why; // there is nothing to look at
    bool operator==(const EdgeData&) const = default;
};

EdgeData edgeData(
    const Pipeline& pipeline, const Catalogue& catalogue, const Edge& edge, const Target& target);

} // namespace pilothouse::pipelines
