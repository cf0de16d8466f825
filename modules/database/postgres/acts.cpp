// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/acts.h"

#include "core/auditlog.h"
#include "database/postgres/guard.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

constexpr milliseconds kSilence = std::chrono::seconds(60);

Result<Text> perform(Connection& connection, const ActStatement& statement, const Token& token,
    TaskProgress& progress)
{
    if (!connection.context().gate->allows())
        return tl::unexpected(guardRefusal(
            PH_TEXT("postgres", "Writes are off for this connection."), connection.service()));
    if (auto ready = connection.ensure(token); !ready)
        return tl::unexpected(ready.error());
    connection.setSilence(kSilence);
    if (!statement.before.isEmpty())
        if (auto set = connection.exec(statement.before, {}, token); !set)
            return tl::unexpected(set.error());
    progress.sent();
    auto answer = connection.exec(statement.sql, {}, token);
    // An error the server sent is an answer, too; a broken connection is not.
    if (answer || connection.isOpen())
        progress.answered();
    if (!answer)
        return tl::unexpected(answer.error());
    if (statement.answersBool
        && (PQntuples(answer->get()) != 1 || PQgetvalue(answer->get(), 0, 0)[0] != 't'))
        return fail(Error::Kind::NotFound, {}, connection.service(),
            PH_TEXT("postgres", "The session was already gone."));
    return Text::verbatim(QString::fromUtf8(PQcmdStatus(answer->get())));
}

} // namespace

QString wordOf(Environment environment)
{
    switch (environment) {
    case Environment::Sandbox:
        return u"sandbox"_s;
    case Environment::Staging:
        return u"staging"_s;
    case Environment::Production:
        return u"production"_s;
    }
    return {};
}

void finishAct(Act& act, const QString& auditWord, ActStatement statement,
    std::shared_ptr<const Context> context, std::shared_ptr<ActLane> lane)
{
    TaskInfo info;
    info.title = act.title;
    info.service = context->config.id;
    info.log = context->audit;
    info.audit = AuditRecord{context->config.profile, wordOf(context->config.environment),
        context->config.id, act.target.name, auditWord, act.statement};
    act.service = context->config.id;
    act.language = u"sql"_s;
    act.make = [info, statement = std::move(statement), context, lane]() -> std::unique_ptr<Task> {
        return lane->task(info, kSilence,
            [statement](Connection& connection, const Token& token, TaskProgress& progress) {
                auto done = perform(connection, statement, token, progress);
                if (statement.closeAfter)
                    connection.close();
                return done;
            });
    };
}

} // namespace pilothouse::database::postgres
