// SPDX-License-Identifier: GPL-3.0-or-later
// GraphPins: where the user has put nodes of a DAG's graph, kept in the settings for each service
// and DAG; those of the DAGs pinned last, not without bound.
#pragma once

#include "core/service.h"

#include <QHash>
#include <QPointF>

class QSettings;

namespace pilothouse::workflow
{

class GraphPins final
{
public:
    static constexpr int kMostDags = 60; // of a service
    static constexpr int kMostPins = 400; // of a DAG

    using Places = QHash<QString, QPointF>; // by node

    GraphPins(QSettings& settings, const ServiceId& service);

    Places of(const QString& dag) const;
    void keep(const QString& dag, const Places& places); // none: forgotten

private:
    QSettings& m_settings;
    const QString m_key;
};

} // namespace pilothouse::workflow
