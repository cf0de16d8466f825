// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs of a DAG beside each other: states, durations with their tries, and what they were
// given. Pure; differences that follow from the date alone are counted, not listed.
#pragma once

#include "workflow/panel/worktext.h"

#include <map>

namespace pilothouse::workflow
{

// What is known of one of the two.
struct RunSide {
    RunInfo run;
    std::vector<TaskInstance> instances; // current tries
    std::map<QString, std::vector<TaskInstance>> tries; // of tasks with more than one, oldest first
};

struct DiffTry {
    StateWord state;
    double seconds = 0;
    bool operator==(const DiffTry&) const = default;
};

struct DiffRow {
    QString task;
    StateWord a; // empty: not in this run
    StateWord b;
    std::vector<DiffTry> triesA; // oldest first; one entry where only the last is known
    std::vector<DiffTry> triesB;
    double secondsA = -1; // all tries together; -1: has not started
    double secondsB = -1;
    bool changed = false; // another state, or a duration beyond what is usual
    bool beyond = false; // B took longer than is usual
    bool operator==(const DiffRow&) const = default;
};

struct DiffField {
    QString task; // empty: of the run
    QString field; // "rendered sql", "pool", "conf.days"
    QString a;
    QString b;
    bool operator==(const DiffField&) const = default;
};

struct RunDiff {
    std::vector<DiffRow> rows;
    std::vector<DiffField> fields;
    int equalFields = 0;
    int byDate = 0; // hidden
    double runA = -1; // seconds from start to end
    double runB = -1;
    double workA = 0; // sum of its tasks
    double workB = 0;
    double lateA = -1; // seconds between when it might and when it did start
    double lateB = -1;
    int versionA = 0;
    int versionB = 0;
    double longest = 0; // the shared scale of the bars
    int changed() const;
};

// `order`: tasks as the grid has them. `usual` by task.
RunDiff compareRuns(const RunSide& a, const RunSide& b, const std::vector<QString>& order,
    const QHash<QString, Usual>& usual, const QDateTime& now);

// True when both are the same but for dates and times in them.
bool differsByDateOnly(const QString& a, const QString& b);

// One line of a comparison of two texts.
struct CodeLine {
    enum class Kind { Same, Removed, Added, Gap };
    Kind kind = Kind::Same;
    int a = 0; // line numbers from 1; 0: not in that text
    int b = 0;
    QString text; // of a gap: empty
    bool operator==(const CodeLine&) const = default;
};
// Shortest edit script by lines with `context` equal lines around each change; identical texts
// give nothing.
std::vector<CodeLine> compareCode(const QString& a, const QString& b, int context);

// The comparison as a Markdown document.
class DiffText final
{
    Q_DECLARE_TR_FUNCTIONS(DiffText)

public:
    static QString markdown(const RunDiff& diff, const QString& dag, const QString& nameA,
        const QString& nameB, const std::vector<CodeLine>& code);
};

} // namespace pilothouse::workflow
