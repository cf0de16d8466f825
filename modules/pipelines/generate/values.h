// SPDX-License-Identifier: GPL-3.0-or-later
// Values: what the fields of a node come to: as written or by default, with the environment's
// values in place of ${name}, of the type the field has. Pure.
#pragma once

#include "pipelines/api/store.h"
#include "pipelines/api/target.h"
#include "pipelines/template/template.h"

#include <QSet>

namespace pilothouse::pipelines
{

class Values final
{
public:
    Values(const Pipeline& pipeline, const Target& target, std::vector<Problem>& problems);

    // Fields whose `when` does not hold are not bound. `node` is told in problems; empty: the
    // pipeline's own.
    Bindings of(
        const std::vector<FieldSpec>& fields, const Settings& settings, const QString& node);
    // With ${name} replaced, also inside of lists and maps.
    Value replaced(const Value& value, const QString& node, const QString& field);
    void problem(const QString& node, const QString& field, Text message);
    const Target& target() const { return m_target; }

private:
    Value typed(const FieldSpec& field, const Value& value, const QString& node);
    QString replaced(const QString& text, const QString& node, const QString& field);

    const Target& m_target;
    std::vector<Problem>& m_problems;
    std::map<QString, Value> m_environment;
    QSet<QString> m_names; // of any environment
};

} // namespace pilothouse::pipelines
