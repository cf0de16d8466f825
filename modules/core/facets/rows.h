// SPDX-License-Identifier: GPL-3.0-or-later
// Facets Query and Preview: a few rows for dashboards, tooltips and data previews. Read-only.
#pragma once

#include "core/call.h"
#include "core/entityid.h"

#include <QByteArray>
#include <QVariantMap>

#include <vector>

namespace pilothouse
{

// Cells hold exactly the service's own text; a null QByteArray is NULL, an empty one is empty text.
struct RowSet {
    QStringList columns;
    QStringList types; // the service's names, same length
    std::vector<std::vector<QByteArray>> rows;
    bool truncated = false; // there were more than asked for
};

class QueryFacet
{
public:
    virtual ~QueryFacet() = default;
    virtual QStringList languages() const = 0; // e.g. {"sql"}
    virtual Call<RowSet> run(const QString& language, const QString& text,
        const QVariantMap& params, const std::optional<TimeRange>& range, int limit)
        = 0;
};

class PreviewFacet
{
public:
    virtual ~PreviewFacet() = default;
    virtual Call<RowSet> preview(const EntityId& entity, int rows) = 0;
};

} // namespace pilothouse
