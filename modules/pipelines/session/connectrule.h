// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectRule: whether two nodes can be connected, and if not, why, in words: what the checks say
// of such an edge, and that it closes no circle. Remembers what comes before and after, so that
// asking for every port in sight is cheap. Pure.
#pragma once

#include "pipelines/check/ports.h"

#include <QSet>

namespace pilothouse::pipelines
{

class ConnectRule final
{
public:
    // Both outlive it; the pipeline does not change meanwhile.
    ConnectRule(const Pipeline& pipeline, const Catalogue& catalogue, QString language = {});

    std::optional<Text> whyNot(const Edge& edge) const;
    // From a job that streams to a task: somebody must say what starts the task.
    bool needsTrigger(const Edge& edge) const { return m_rule.fits(edge).needsTrigger; }

private:
    bool isCircle(const Edge& edge) const;
    QSet<QString> reached(const QString& start, bool forth) const;

    const EdgeRule m_rule;
    QHash<QString, QStringList> m_next, m_previous;
    mutable QString m_fromAt, m_toAt; // the last ones asked for
    mutable QSet<QString> m_before, m_after;
};

} // namespace pilothouse::pipelines
