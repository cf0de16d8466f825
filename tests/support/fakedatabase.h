// SPDX-License-Identifier: GPL-3.0-or-later
// FakeDatabase: a database service with scripted answers, delays and failures, and a record of what
// it was asked. For panel tests only; it works on real lanes.
#pragma once

#include "core/servicehub.h"
#include "database/api/activity.h"
#include "database/api/admin.h"
#include "database/api/catalogue.h"
#include "database/api/query.h"

#include <QStringList>

#include <functional>
#include <map>
#include <optional>

namespace pilothouse::test
{

// What a statement leads to.
struct FakeRows {
    std::vector<TableColumn> columns; // empty: the statement has no result
    std::vector<QStringList> rows; // a null string is NULL
    int batch = 1'000'000; // rows published at a time
    int batchDelay = 0; // ms before each batch; stopping ends the wait
    std::optional<Error> error; // at the end
    int errorPosition = -1;
    QString tag;
    database::TransactionState transaction = database::TransactionState::None; // after it
};

// Set before the panel asks; read when it does. GUI thread. It outlives the hub.
struct FakeDatabase {
    // Method names are "schemas", "relations", "relation", "functions", "ddl", "privileges",
    // "sizes", "dependents", "completion", "database", "snapshot", "terminate", "cancel", "act".
    std::map<QString, Error> errors;
    std::map<QString, int> hangs; // ms the lane blocks before it answers, as a dead peer would

    database::DatabaseInfo info;
    std::vector<database::SchemaInfo> schemas;
    std::map<QString, std::vector<database::RelationInfo>> relations; // by schema
    std::map<QString, std::vector<database::FunctionInfo>> functions;
    std::map<QString, database::RelationDetails> details; // by "schema.name"
    std::map<QString, database::RelationSizes> sizes;
    std::map<QString, std::vector<database::Dependent>> dependents;
    std::vector<database::Privilege> privileges;
    QString ddl;
    database::CompletionSnapshot completion;
    database::ActivitySnapshot activity;
    std::vector<database::AdminAct> acts;
    database::GuardState guard;
    std::optional<Error> lost; // an open transaction went with its connection
    std::function<FakeRows(const QString& sql)> run; // null: every statement is empty

    QStringList asked; // methods, in order
    QStringList statements; // that ran, in order
    QStringList performed; // statements of acts
    std::vector<int> terminated;
    int openSessions = 0;
    int mostSessions = 0;
    QMap<QString, QString> lastParams;

    int count(const QString& method) const { return int(asked.count(method)); }

    // Adds the service "shop-db" to the hub.
    void join(ServiceHub& hub, WriteMode writes = WriteMode::Ask);
};

} // namespace pilothouse::test
