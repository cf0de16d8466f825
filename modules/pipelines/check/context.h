// SPDX-License-Identifier: GPL-3.0-or-later
// CheckContext: what every check looks at, looked up once, and where it tells what it found.
// Private to check().
#pragma once

#include "pipelines/api/store.h"
#include "pipelines/api/target.h"
#include "pipelines/check/substitution.h"

#include <QHash>

namespace pilothouse::pipelines
{

struct CheckedNode {
    const Node* node = nullptr;
    const NodeKind* kind = nullptr; // null: no catalogue knows it
    std::vector<const Edge*> in;
    std::vector<const Edge*> out;

    bool isTask() const { return !kind || kind->runs == Runs::Task; }
};

class CheckContext final
{
public:
    CheckContext(const Pipeline& pipeline, const Catalogue& catalogue, const Target& target,
        QString language);

    const Pipeline& pipeline;
    const Catalogue& catalogue;
    const Target& target;
    const QString language; // of titles in messages
    const Substitution values;
    std::vector<CheckedNode> nodes; // as in the pipeline
    std::vector<Problem> problems;

    const CheckedNode* node(const QString& id) const;
    // The setting as it comes to be in the target's environment, else the field's standard.
    Value value(const CheckedNode& node, QStringView field) const;
    Value written(const Setting* setting, const FieldSpec* field) const;

    Problem& add(Problem::Severity severity, Text message, const QString& nodeId = {});
    Problem& add(Problem::Severity severity, Text message, const QString& nodeId, Section section,
        const QString& field);

private:
    QHash<QString, size_t> m_places;
};

} // namespace pilothouse::pipelines
