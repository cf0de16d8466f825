// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectRule: whether two nodes can be connected, and if not, why, in words. Remembers what comes
// before and after, so that asking for every port in sight is cheap. Pure.
#pragma once

#include "pipelines/api/catalogue.h"
#include "pipelines/api/document.h"

#include <QSet>

namespace pilothouse::pipelines
{

class ConnectRule final
{
public:
    // Both outlive it; the pipeline does not change meanwhile.
    ConnectRule(const Pipeline& pipeline, const Catalogue& catalogue);

    std::optional<Text> whyNot(const Edge& edge) const;
    const PortSpec* output(const Edge& edge) const; // null: the kind is not known
    const PortSpec* input(const Edge& edge) const;

private:
    bool isCircle(const Edge& edge) const;
    QSet<QString> reached(const QString& start, bool forth) const;

    const Pipeline& m_pipeline;
    const Catalogue& m_catalogue;
    QHash<QString, const Node*> m_nodes;
    QHash<QString, QStringList> m_next, m_previous;
    mutable QString m_fromAt, m_toAt; // the last ones asked for
    mutable QSet<QString> m_before, m_after;
};

} // namespace pilothouse::pipelines
