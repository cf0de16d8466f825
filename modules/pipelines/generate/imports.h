// SPDX-License-Identifier: GPL-3.0-or-later
// Imports: what a generated Python file imports, in the order formatters keep. Templates name
// modules as Airflow 3 has them; for an older target they become the classic ones. Pure.
#pragma once

#include "pipelines/api/target.h"

#include <set>

namespace pilothouse::pipelines
{

class Imports final
{
public:
    explicit Imports(const Target& target)
        : m_classic(target.tool == QLatin1String("airflow") && !target.isAtLeast(u"3.0"))
    {
    }

    // "module:name" or "module" alone.
    void add(const QString& import);
    QString text() const; // ends with a line break, or is empty

private:
    bool m_classic;
    std::set<QString> m_modules;
    std::map<QString, std::set<QString>> m_names; // by module
};

} // namespace pilothouse::pipelines
