// SPDX-License-Identifier: GPL-3.0-or-later
// The strip of figures over the object page: rows, sizes, scans, last analyze.
#pragma once

#include "database/api/relation.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace pilothouse::database
{

class ObjectFacts final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectFacts)

public:
    explicit ObjectFacts(QWidget* parent = nullptr);

    // Without sizes only what the catalogue knows: the estimate of rows.
    void show(const RelationInfo& relation, const std::optional<RelationSizes>& sizes);

private:
    std::vector<QLabel*> m_values;
};

} // namespace pilothouse::database
