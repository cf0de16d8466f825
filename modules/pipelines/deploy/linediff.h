// SPDX-License-Identifier: GPL-3.0-or-later
// Texts compared line by line: of two, and of three that have a common origin. Line ends belong to
// the lines, so that a missing last one shows. Pure, any thread.
#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace pilothouse::pipelines
{

struct DiffLine {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    int before = 0; // number in the text it is of, from 1; 0: not in that one
    int after = 0;
    QByteArray text; // with its line end
    bool operator==(const DiffLine&) const = default;
};

// The fewest lines removed and added. Texts of which more than some thousand lines differ are all
// removed and all added in between what they begin and end with.
std::vector<DiffLine> diffLines(const QByteArray& before, const QByteArray& after);

struct DiffCount {
    int added = 0;
    int removed = 0;
    bool operator==(const DiffCount&) const = default;
};
DiffCount countOf(const std::vector<DiffLine>& lines);

// As `diff -u` writes it, three lines around each change. An empty name: /dev/null.
QByteArray unifiedDiff(
    const QByteArray& before, const QByteArray& after, const QString& from, const QString& to);

// A stretch of three texts: the same in all, changed in one, in both alike, or in both differently.
struct MergePiece {
    enum class Kind { Same, Ours, Theirs, Alike, Conflict };

    Kind kind = Kind::Same;
    QByteArray base;
    QByteArray ours;
    QByteArray theirs;
    bool operator==(const MergePiece&) const = default;
};
std::vector<MergePiece> threeWay(
    const QByteArray& base, const QByteArray& ours, const QByteArray& theirs);

} // namespace pilothouse::pipelines
