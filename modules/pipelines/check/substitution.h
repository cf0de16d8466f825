// SPDX-License-Identifier: GPL-3.0-or-later
// Substitution: the environment's values in place of ${name}. Pure.
#pragma once

#include "pipelines/api/document.h"

#include <QHash>

#include <functional>

namespace pilothouse::pipelines
{

class Substitution final
{
public:
    // Without a name, that of the first environment, so that values can be looked at.
    Substitution(const Pipeline& pipeline, const QString& environment);

    // What no environment has stays as it is written.
    Value in(const Value& value) const;
    static void eachName(const Value& value, const std::function<void(const QString&)>& visit);
    static bool hasNames(const Value& value);

private:
    QString in(const QString& text) const;

    QHash<QString, Value> m_values;
};

} // namespace pilothouse::pipelines
