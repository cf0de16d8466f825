// SPDX-License-Identifier: GPL-3.0-or-later
// Contract Dags: which workflows there are, what they are made from, and switching them on and off.
#pragma once

#include "core/act.h"
#include "core/call.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace pilothouse::workflow
{

struct DagInfo {
    QString id;
    QString title; // the display name; the id when the server has none
    QString description;
    bool paused = false;
    bool stale = false; // no longer found in its file
    bool importErrors = false;
    QStringList owners;
    QStringList tags;
    QString schedule; // as the server says it ("0 * * * *"); empty: only by hand
    QString scheduleText; // in the server's words ("Hourly")
    QDateTime nextRun; // UTC, when it will start; invalid: none planned
    QDateTime nextLogical; // UTC, its logical date
    QDateTime parsed; // UTC, when its file was last parsed
    QString file;
    QString fileToken; // for asking to parse the file again; empty: the server has no such call
    int maxActiveRuns = 0; // 0: not told
    int maxActiveTasks = 0;
    bool operator==(const DagInfo&) const = default;
};

// One parameter of the trigger form.
struct DagParam {
    QString name;
    QJsonValue value; // the default
    QJsonObject schema; // JSON Schema: type, enum, minimum, format …; empty: anything
    QString description;
    QString section; // Airflow's "section" of the form
    bool operator==(const DagParam&) const = default;
};

struct DagDetails {
    DagInfo info;
    QString doc; // Markdown
    QString timezone;
    QDateTime start; // UTC; no run before it
    QDateTime end;
    bool catchup = false;
    bool dependsOnPast = false; // in its default arguments
    int maxConsecutiveFailed = 0;
    std::optional<double> runTimeout; // seconds
    std::vector<DagParam> params;
    int activeRuns = -1; // -1: not told
    bool operator==(const DagDetails&) const = default;
};

struct DagVersion {
    int number = 0;
    QDateTime created; // UTC
    QString bundle;
    QString bundleVersion; // commit, where the bundle has one
    bool operator==(const DagVersion&) const = default;
};

struct DagSource {
    QString text;
    int version = 0; // 0: the one deployed now
    bool operator==(const DagSource&) const = default;
};

struct ImportError {
    QString file;
    QString trace; // the server's own words
    QDateTime time; // UTC
    bool operator==(const ImportError&) const = default;
};

class Dags
{
public:
    virtual ~Dags() = default;

    // All that the user may see, pages joined; a 10 MB answer is fine, more than 20,000 is cut and
    // said in `truncated`.
    struct List {
        std::vector<DagInfo> dags;
        qint64 total = 0;
        bool truncated = false;
    };
    virtual Call<List> list() = 0;
    virtual Call<DagDetails> details(const QString& dag) = 0;
    // Newest first. Unsupported where the server keeps none.
    virtual Call<std::vector<DagVersion>> versions(const QString& dag) = 0;
    // `version` 0: as deployed now; others Unsupported where the server keeps none.
    virtual Call<DagSource> source(const QString& dag, int version) = 0;
    virtual Call<std::vector<ImportError>> importErrors() = 0;

    virtual Act setPaused(const DagInfo& dag, bool paused) = 0;
    // Asks the server to read the file again now.
    virtual Act parseAgain(const DagInfo& dag) = 0;
};

} // namespace pilothouse::workflow
