// SPDX-License-Identifier: GPL-3.0-or-later
// Airflow's replies as values: /api/v2 of Airflow 3 and /api/v1 of Airflow 2, whose fields differ
// in names only. Pure. What is missing or of another type stays at its default.
#pragma once

#include "core/error.h"
#include "workflow/api/acts.h"
#include "workflow/api/admin.h"
#include "workflow/api/dags.h"
#include "workflow/api/runs.h"
#include "workflow/api/structure.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse::workflow
{

// Protocol when it is not JSON (cut off, HTML) or not of that shape.
Result<QJsonObject> objectOf(const QByteArray& body);
Result<QJsonArray> arrayOf(const QByteArray& body);

// One page of a list: {"dags": […], "total_entries": n}. total -1: not told.
struct ListPage {
    QJsonArray items;
    qint64 total = -1;
};
Result<ListPage> pageOf(const QByteArray& body, const QString& name);

DagInfo dagOf(const QJsonObject& json);
DagDetails dagDetailsOf(const QJsonObject& json);
DagVersion dagVersionOf(const QJsonObject& json);
ImportError importErrorOf(const QJsonObject& json);
// Parameters of a trigger form, in the order of their names (the server keeps no other).
// The parameters in the order of the answer's own text, which is the DAG's: objects forget it.
void orderParams(std::vector<DagParam>& params, QByteArrayView body);
std::vector<DagParam> paramsOf(const QJsonObject& params);

DeadlineInfo deadlineOf(const QJsonObject& json);
// Of a task instance of Airflow 2; none: it missed no SLA.
std::optional<DeadlineInfo> slaMissOf(const QJsonObject& json);
RunInfo runOf(const QJsonObject& json);
TaskInstance instanceOf(const QJsonObject& json);
XComEntry xcomOf(const QJsonObject& json);
// The "value" of an XCom reply, exactly as stored.
QByteArray xcomValueOf(QByteArrayView body);

PoolInfo poolOf(const QJsonObject& json);
VariableInfo variableOf(const QJsonObject& json);
ConnectionInfo connectionOf(const QJsonObject& json);
AssetInfo assetOf(const QJsonObject& json);
AssetEvent assetEventOf(const QJsonObject& json);
BackfillInfo backfillOf(const QJsonObject& json);
std::vector<ComponentHealth> healthOf(const QJsonObject& json);
JobInfo jobOf(const QJsonObject& json);

// Words of a server that mean a masked value.
bool isMasked(const QString& value);

// What a server said of a refused request: the JSON's own words, one line each; the body itself
// when it is something else; an HTML page is told by its title.
QString wordsOf(const QString& body);

} // namespace pilothouse::workflow
