// SPDX-License-Identifier: GPL-3.0-or-later
// What the live tests of the PostgreSQL adapter share: one server, an adapter for it, and runs of
// scripts with everything they told.
#pragma once

#include "core/auditlog.h"
#include "database/api/query.h"
#include "database/postgres/postgresadapter.h"

#include "tests/support/await.h"
#include "tests/support/servers/postgresfixture.h"

#include <QTemporaryDir>

// A live test that cannot start its server fails with CI=true; by hand it says so and is skipped.
#define PH_NEED_SERVER(server)                                                                     \
    do {                                                                                           \
        if (!(server).problem().isEmpty()) {                                                       \
            if (qEnvironmentVariable("CI") == QLatin1String("true"))                               \
                QFAIL(qPrintable((server).problem()));                                             \
            QSKIP(qPrintable((server).problem()));                                                 \
        }                                                                                          \
    } while (false)

namespace pilothouse::test
{

// An adapter with a runtime and an audit log of its own.
struct Service {
    explicit Service(ServiceConfig config, Secret secret = {})
        : gate(std::make_shared<WriteGate>(config.writes))
        , audit(std::make_shared<AuditLog>(folder.filePath(QString::fromLatin1("audit.jsonl"))))
    {
        AdapterContext context;
        context.config = std::move(config);
        context.secret = std::move(secret);
        context.gate = gate;
        context.audit = audit;
        context.runtime = &runtime;
        adapter = database::postgres::postgresDescriptor().make(std::move(context));
    }
    template <class Interface>
    Interface& as() const
    {
        auto* found = adapter->as<Interface>();
        Q_ASSERT(found);
        return *found;
    }

    QTemporaryDir folder;
    Runtime runtime;
    std::shared_ptr<WriteGate> gate;
    std::shared_ptr<AuditLog> audit;
    std::unique_ptr<Adapter> adapter;
};

// Everything one run told.
struct Ran {
    std::vector<database::QueryEvent> events;
    std::optional<VoidResult> end;

    template <class E>
    std::vector<E> all() const
    {
        std::vector<E> out;
        for (const auto& e : events)
            if (const auto* one = std::get_if<E>(&e))
                out.push_back(*one);
        return out;
    }
    Error error() const
    {
        const auto failed = all<database::StatementFailed>();
        if (!failed.empty())
            return failed.front().error;
        return end && !*end ? end->error() : Error{Error::Kind::Internal, {}, {}, {}, {}};
    }
    std::shared_ptr<TableStore> store(size_t i = 0) const
    {
        const auto results = all<database::ResultStarted>();
        return i < results.size() ? results[i].store : nullptr;
    }
    QString cell(qint64 row, int column, size_t result = 0) const
    {
        const auto s = store(result);
        if (!s || row >= s->rowCount())
            return QString::fromLatin1("<no row>");
        (void)QTest::qWaitFor([&] { return !s->cell(row, column).loading; }, 5000);
        const CellView c = s->cell(row, column);
        return c.isNull() ? QString::fromLatin1("<null>") : QString::fromUtf8(c.view());
    }
};

inline Ran run(database::Session& session, const database::RunRequest& request, int limit = 60'000)
{
    auto collected = collect(session.run(request), limit);
    // A store hears of its last rows by the event loop.
    QCoreApplication::processEvents();
    return {std::move(collected.values), std::move(collected.end)};
}

inline Ran run(database::Session& session, const QString& text, int limit = 60'000)
{
    database::RunRequest request;
    request.text = text;
    return run(session, request, limit);
}

} // namespace pilothouse::test
