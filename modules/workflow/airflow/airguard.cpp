// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airguard.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

struct Rule {
    const char* method;
    const char* path; // below /api/v1 or /api/v2; * is one part
    AirVerdict verdict;
    bool onlyDryRun = false; // holds for a body with "dry_run": true
};

constexpr AirVerdict kReads = AirVerdict::Reads;
constexpr AirVerdict kWrites = AirVerdict::Writes;

// The first rule that fits decides.
constexpr Rule kRules[] = {
    {"POST", "/dags/~/dagRuns/list", kReads},
    {"POST", "/dags/~/dagRuns/~/taskInstances/list", kReads},
    {"POST", "/dags/*/clearTaskInstances", kReads, true},
    {"POST", "/dags/*/updateTaskInstancesState", kReads, true},
    {"POST", "/dags/*/dagRuns/*/clear", kReads, true},
    {"PATCH", "/dags/*/dagRuns/*/taskInstances/*/dry_run", kReads},
    {"PATCH", "/dags/*/dagRuns/*/taskInstances/*/*/dry_run", kReads},
    {"PATCH", "/dags/*/dagRuns/*/taskInstances/*/*", kReads, true},
    {"POST", "/backfills/dry_run", kReads},

    {"PATCH", "/dags/*", kWrites},
    {"PUT", "/parseDagFile/*", kWrites},
    {"POST", "/dags/*/dagRuns", kWrites},
    {"PATCH", "/dags/*/dagRuns/*", kWrites},
    {"DELETE", "/dags/*/dagRuns/*", kWrites},
    {"PATCH", "/dags/*/dagRuns/*/setNote", kWrites},
    {"POST", "/dags/*/dagRuns/*/clear", kWrites},
    {"POST", "/dags/*/clearTaskInstances", kWrites},
    {"POST", "/dags/*/updateTaskInstancesState", kWrites},
    {"PATCH", "/dags/*/dagRuns/*/taskInstances/*", kWrites},
    {"PATCH", "/dags/*/dagRuns/*/taskInstances/*/*", kWrites},
    {"PATCH", "/dags/*/dagRuns/*/taskInstances/*/*/setNote", kWrites},
    {"POST", "/backfills", kWrites},
    {"PUT", "/backfills/*/pause", kWrites},
    {"PUT", "/backfills/*/unpause", kWrites},
    {"PUT", "/backfills/*/cancel", kWrites},
    {"POST", "/pools", kWrites},
    {"PATCH", "/pools/*", kWrites},
    {"DELETE", "/pools/*", kWrites},
    {"POST", "/variables", kWrites},
    {"PATCH", "/variables/*", kWrites},
    {"DELETE", "/variables/*", kWrites},
    {"POST", "/assets/*/materialize", kWrites},
};

// What may be fetched. Not the login page's neighbours: a GET of /logout ends the session, and the
// web pages of Airflow 2 have more of that kind.
constexpr const char* kFetched[]
    = {"/api/v1/", "/api/v2/", "/ui/", "/object/", "/auth/", "/openapi.json", "/health", "/login/"};

bool fits(const char* pattern, const QByteArray& path)
{
    const QList<QByteArray> want = QByteArray(pattern).split('/');
    const QList<QByteArray> have = path.split('/');
    if (want.size() != have.size())
        return false;
    for (qsizetype i = 0; i < want.size(); ++i) {
        if (want[i] == "*" ? have[i].isEmpty() : want[i] != have[i])
            return false;
    }
    return true;
}

bool isDryRun(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object().value("dry_run"_L1).toBool(false);
}

} // namespace

AirVerdict judge(const QByteArray& method, const QByteArray& path, const QByteArray& body)
{
    for (const QByteArray& part : path.mid(1).split('/')) {
        if (part == "." || part == ".."
            || (part.isEmpty() && path != "/login/" && path != "/health/"))
            return AirVerdict::Refused;
    }
    if (method == "GET") {
        for (const char* prefix : kFetched)
            if (path.startsWith(prefix))
                return kReads;
        return AirVerdict::Refused;
    }
    if (method == "POST" && (path == "/auth/token" || path == "/login/"))
        return kReads; // logging in
    if (!path.startsWith("/api/v1/") && !path.startsWith("/api/v2/"))
        return AirVerdict::Refused;
    const QByteArray below = path.mid(7);
    for (const Rule& rule : kRules) {
        if (method == rule.method && fits(rule.path, below) && (!rule.onlyDryRun || isDryRun(body)))
            return rule.verdict;
    }
    return AirVerdict::Refused;
}

} // namespace pilothouse::workflow
