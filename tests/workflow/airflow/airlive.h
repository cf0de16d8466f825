// SPDX-License-Identifier: GPL-3.0-or-later
// What live tests of the Airflow adapter share: an adapter with its own runtime, as the hub would
// make it.
#pragma once

#include "core/auditlog.h"
#include "tests/support/await.h"
#include "workflow/airflow/airflowdescriptor.h"
#include "workflow/api/acts.h"
#include "workflow/api/admin.h"
#include "workflow/api/dags.h"
#include "workflow/api/logs.h"
#include "workflow/api/runs.h"
#include "workflow/api/structure.h"

#include <QTemporaryDir>

#include <algorithm>

namespace pilothouse::test
{

class AirflowClient final
{
public:
    explicit AirflowClient(ServiceConfig config, Secret password = {})
        : gate(std::make_shared<WriteGate>(config.writes))
    {
        audit = std::make_shared<AuditLog>(folder.filePath(QString::fromLatin1("audit.jsonl")));
        adapter = workflow::airflowDescriptor().make(
            AdapterContext{std::move(config), std::move(password), gate, audit, &runtime});
    }
    ~AirflowClient() { adapter.reset(); }

    template <class T>
    T& as() const
    {
        return *adapter->as<T>();
    }

    // Runs an act as the window does after its confirmation.
    TaskStatus::State apply(const Act& act)
    {
        const auto task = act.make();
        const auto state = finish(*task, 60'000);
        outcome = task->outcome();
        return state;
    }

    QTemporaryDir folder;
    Runtime runtime;
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<AuditLog> audit;
    std::unique_ptr<Adapter> adapter;
    Result<Text> outcome;
};

// How a stream ended, in words; QVERIFY2 evaluates its message always.
inline QByteArray endOf(const std::optional<VoidResult>& end)
{
    return !end ? QByteArray("no end") : *end ? QByteArray() : end->error().detail.toUtf8();
}

template <class T, class F>
const T* find(const std::vector<T>& list, F matches)
{
    const auto it = std::find_if(list.begin(), list.end(), matches);
    return it == list.end() ? nullptr : &*it;
}

inline QString textOf(const std::vector<workflow::LogLines>& pieces)
{
    QStringList lines;
    for (const workflow::LogLines& piece : pieces)
        for (qsizetype i = 0; i < piece.size(); ++i)
            lines += QString::fromUtf8(piece.at(i));
    return lines.join(QLatin1Char('\n'));
}

} // namespace pilothouse::test

// The value of an answer, or the test fails with the server's words.
#define PH_VALUE(name, answer)                                                                     \
    const auto name##Answer = (answer);                                                            \
    QVERIFY2(name##Answer.has_value(),                                                             \
        name##Answer ? ""                                                                          \
                     : qPrintable(name##Answer.error().code + QLatin1Char(' ')                     \
                         + name##Answer.error().detail));                                          \
    const auto& name = *name##Answer
