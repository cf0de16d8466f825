// SPDX-License-Identifier: GPL-3.0-or-later
// From a DAG's structure and the cells of one run to the scene of a graph view; its critical path;
// and the map across DAGs.
#pragma once

#include "ui/graph/graphscene.h"
#include "workflow/panel/runbook.h"

#include <QCoreApplication>
#include <QSet>

namespace pilothouse::workflow
{

class TaskGraph final
{
    Q_DECLARE_TR_FUNCTIONS(TaskGraph)

public:
    // `run` null: the structure alone. `open`: groups that show their tasks. `ringed`: tasks that
    // would be cleared.
    static ui::GraphScene scene(const DagStructure& structure, const RunEntry* run,
        const QSet<QString>& open, const QSet<QString>& ringed, const QDateTime& now);
    static ui::GraphScene map(const DagMap& map, const QHash<QString, StateWord>& newest);
};

// The tasks that decided when the run ended (or how far it is): from the one that ended last, back
// over whoever it waited for longest. In order.
QStringList criticalPath(const DagStructure& structure, const RunEntry& run, const QDateTime& now);

} // namespace pilothouse::workflow
