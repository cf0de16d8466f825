// SPDX-License-Identifier: GPL-3.0-or-later
// Target: what a pipeline is generated for: the tool, its version and the providers it has. Says
// whether a field can be expressed there. Plain value, any thread.
#pragma once

#include "core/text.h"
#include "pipelines/api/catalogue.h"

namespace pilothouse::pipelines
{

struct Target {
    QString tool; // "airflow"
    QString version; // "2.11.2"
    std::map<QString, QString> providers; // Python packages the target has, with their versions
    QString environment; // "dev", "staging", "production"; empty: none of the document's
    bool operator==(const Target&) const = default;

    bool isAtLeast(QStringView wanted) const;
};

// Less than, equal to or greater than zero; by numbers between the dots.
int compareVersions(QStringView left, QStringView right);
// Why this cannot be used on the target; none: it can.
std::optional<Text> missingFor(const Needs& needs, const Target& target, const QString& language);

} // namespace pilothouse::pipelines
