// SPDX-License-Identifier: GPL-3.0-or-later
// Two texts compared by lines, and JSON with its lines. Pure.
#pragma once

#include <QString>

#include <vector>

namespace pilothouse::streams
{

struct DiffLine {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;
    bool operator==(const DiffLine&) const = default;
};

// Texts too different to compare in a moment are all removed and all added.
std::vector<DiffLine> diffOf(const QString& before, const QString& after);

// JSON on lines of its own, keys in their order, everything else as it is.
QString laidOut(const QString& json);

} // namespace pilothouse::streams
