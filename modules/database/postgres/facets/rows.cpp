// SPDX-License-Identifier: GPL-3.0-or-later
// Query, Preview and Actions. Rows are read one by one and no further than asked.
#include "database/postgres/facets/facets.h"

#include "database/api/names.h"
#include "database/postgres/admin.h"
#include "database/postgres/catalogue.h"
#include "database/postgres/columns.h"
#include "database/postgres/guard.h"
#include "database/postgres/runner.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qsizetype kCellBytes = 64 << 10;

Result<RowSet> readRows(Connection& connection, const Bound& bound, int limit, const Token& token)
{
    RowSet rows;
    Busy busy(connection.link(), token);
    if (auto sent = connection.send(bound.text.toUtf8(), bound.params); !sent)
        return tl::unexpected(sent.error());
    PQsetSingleRowMode(connection.raw());
    busy.sent(token);
    std::optional<Error> error;
    for (;;) {
        auto result = connection.next(token);
        if (!result)
            return tl::unexpected(result.error());
        if (!*result)
            break;
        const PGresult* r = result->get();
        if (PQresultStatus(r) == PGRES_FATAL_ERROR) {
            if (!rows.truncated)
                error = errorOf(r, connection.service());
            continue;
        }
        if (rows.columns.isEmpty())
            for (const TableColumn& c : columnsOf(r).columns) {
                rows.columns += c.name;
                rows.types += c.type;
            }
        for (int i = 0; i < PQntuples(r) && !rows.truncated; ++i) {
            if (static_cast<int>(rows.rows.size()) >= limit) {
                rows.truncated = true;
                std::function<void()> cancel;
                {
                    std::lock_guard lock(connection.link()->mutex);
                    cancel = connection.link()->cancel;
                }
                if (cancel)
                    cancel();
                break;
            }
            std::vector<QByteArray> cells;
            for (int c = 0; c < PQnfields(r); ++c)
                cells.push_back(PQgetisnull(r, i, c)
                        ? QByteArray()
                        : QByteArray("").append(PQgetvalue(r, i, c),
                            std::min<qsizetype>(PQgetlength(r, i, c), kCellBytes)));
            rows.rows.push_back(std::move(cells));
        }
    }
    if (!busy.settle())
        connection.close();
    if (error)
        return tl::unexpected(*error);
    return rows;
}

Result<RowSet> guardedRows(Connection& connection, const QString& text,
    const QMap<QString, QString>& params, int limit, const Token& token)
{
    auto bound = bind(text, params, connection.service());
    if (!bound)
        return tl::unexpected(bound.error());
    if (auto ready = connection.ensure(token); !ready)
        return tl::unexpected(ready.error());
    if (auto checked = checkReadOnly(connection, readStatement(bound->text), token); !checked)
        return tl::unexpected(checked.error());
    if (auto begun = beginReadOnly(connection, token); !begun)
        return tl::unexpected(begun.error());
    auto rows = readRows(connection, *bound, limit, token);
    endReadOnly(connection);
    return rows;
}

} // namespace

PgRows::PgRows(std::shared_ptr<const Context> context)
    : m_context(context)
    , m_lane(*context->runtime, u"pg-rows"_s, [context] {
        auto connection = std::make_shared<Connection>(context, u"views"_s);
        connection->setSetup({"SET statement_timeout TO '60s'", "SET lock_timeout TO '1s'"});
        return connection;
    })
{
}

Call<RowSet> PgRows::run(const QString& language, const QString& text, const QVariantMap& params,
    const std::optional<TimeRange>& range, int limit)
{
    if (language != "sql"_L1)
        return Call<RowSet>::ready(
            *m_context->runtime, fail(Error::Kind::Unsupported, language, m_context->config.id));
    QMap<QString, QString> values;
    for (auto it = params.begin(); it != params.end(); ++it)
        values.insert(it.key(), it->isNull() ? QString() : it->toString());
    if (range) { // :from and :to, for those who ask for them
        values.insert(u"from"_s, range->from.toUTC().toString(Qt::ISODateWithMs));
        values.insert(u"to"_s, range->to.toUTC().toString(Qt::ISODateWithMs));
    }
    return m_lane.run(60s, [=](Connection& connection, const Token& token) {
        return guardedRows(connection, text, values, limit, token);
    });
}

Call<RowSet> PgRows::preview(const EntityId& entity, int rows)
{
    const auto object = objectOf(*m_context, entity);
    if (!object)
        return Call<RowSet>::ready(
            *m_context->runtime, fail(Error::Kind::NotFound, entity.name, m_context->config.id));
    const QString text = u"SELECT * FROM %1.%2 LIMIT %3"_s.arg(
        quoteAlways(object->first), quoteAlways(object->second), QString::number(rows));
    return m_lane.run(15s, [text, rows](Connection& connection, const Token& token) {
        return guardedRows(connection, text, {}, rows, token);
    });
}

Call<std::vector<Act>> PgActions::forEntity(const EntityId& entity)
{
    const auto object = objectOf(*m_context, entity);
    if (!object)
        return Call<std::vector<Act>>::ready(*m_context->runtime, std::vector<Act>{});
    return m_lane.run(30s,
        [object = *object, context = m_context, acts = m_acts](
            Meta& meta, const Token& token) -> Result<std::vector<Act>> {
            std::vector<Act> out;
            const auto relation = readRelation(meta, object.first, object.second, token);
            if (!relation) {
                if (relation.error().kind == Error::Kind::NotFound)
                    return out;
                return tl::unexpected(relation.error());
            }
            for (const AdminAct act : adminActsFor(relation->relation.ref.kind)) {
                auto made = makeAdminAct(meta, act, relation->relation.ref, context, acts, token);
                if (!made)
                    return tl::unexpected(made.error());
                out.push_back(std::move(*made));
            }
            return out;
        });
}

} // namespace pilothouse::database::postgres
