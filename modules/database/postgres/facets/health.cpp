// SPDX-License-Identifier: GPL-3.0-or-later
// Health by the server's own answer; metrics from the cumulative views.
#include "database/postgres/facets/facets.h"

#include "database/api/names.h"

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

std::optional<std::pair<QString, QString>> objectOf(const Context& context, const EntityId& entity)
{
    if (entity.ns != context.config.ns && !context.config.aliases.contains(entity.ns))
        return std::nullopt;
    const auto parts = splitName(entity.name);
    if (!parts || parts->size() != 3 || parts->at(0) != context.settings.database)
        return std::nullopt;
    return std::pair{parts->at(1), parts->at(2)};
}

EntityId entityOf(const Context& context, const QString& schema, const QString& name)
{
    return {context.config.ns, joinName({context.settings.database, schema, name})};
}

Call<HealthReport> PgHealth::probe()
{
    if (!m_prepared.running())
        m_prepared = m_activity.prepare();
    return m_lane.run(5s, [](Meta& meta, const Token& token) -> Result<HealthReport> {
        meta.askAgain(); // the sampler asks by itself only while it is let in
        const auto warm = meta.query("SELECT 1", token); // connecting is not latency
        if (!warm)
            return tl::unexpected(warm.error());
        const auto start = Clock::now();
        const auto r = meta.query(R"(
SELECT current_setting('server_version'), pg_is_in_recovery(),
       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'),
       current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int,
       (SELECT count(*) FROM pg_locks WHERE NOT granted))",
            token);
        if (!r)
            return tl::unexpected(r.error());
        HealthReport report;
        report.latency = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
        report.version = u"PostgreSQL "_s + str((*r)[0][0]).section(u' ', 0, 0);
        const qint64 used = num((*r)[0][2], 0);
        const qint64 most = num((*r)[0][3], 0);
        report.state = HealthReport::State::Healthy;
        if (most > 0 && used >= most - 2) {
            report.state = HealthReport::State::Degraded;
            report.text
                = PH_TEXT("postgres", "%1 of %2 connections are in use.").arg(used).arg(most);
        }
        return report;
    });
}

} // namespace pilothouse::database::postgres
