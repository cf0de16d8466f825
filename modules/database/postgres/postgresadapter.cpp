// SPDX-License-Identifier: GPL-3.0-or-later
// Four lanes beside those of the editors: catalogue, facets, the reserved one, and acts (which hold
// a connection only while they run).
#include "database/postgres/postgresadapter.h"

#include "core/log.h"
#include "core/tunnel/sshtunnel.h"
#include "database/postgres/admin.h"
#include "database/postgres/catalogue.h"
#include "database/postgres/facets/facets.h"
#include "database/postgres/pgsession.h"

#include <QFileInfo>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kConnections = 6;

// Where to connect: as written, or the near end of an ssh tunnel.
std::function<Result<ConnectionSettings>(const Token&)> reachOf(
    const Result<ConnectionSettings>& settings)
{
    if (!settings)
        return [error = settings.error()](const Token&) -> Result<ConnectionSettings> {
            return tl::unexpected(error);
        };
    if (settings->sshJump.isEmpty())
        return [s = *settings](const Token&) -> Result<ConnectionSettings> {
            return s;
        };
    // libpq speaks TLS only over TCP, and wants the real host name for the certificate.
    const bool tls = settings->tls.mode != TlsConfig::Mode::Off;
    auto tunnel = std::make_shared<SshTunnel>(
        settings->sshJump, tls ? SshTunnel::Near::Port : SshTunnel::Near::Unix);
    return [s = *settings, tunnel, tls](const Token& token) -> Result<ConnectionSettings> {
        const auto end = tunnel->open(s.host, s.port, token);
        if (!end) {
            Error error = end.error();
            error.where = s.service;
            return tl::unexpected(std::move(error));
        }
        ConnectionSettings near = s;
        if (end->isUnix()) {
            near.host = QFileInfo(end->path).path();
        } else {
            near.hostAddress = end->host;
            near.port = end->port;
        }
        return near;
    };
}

std::shared_ptr<const Context> contextOf(AdapterContext c)
{
    auto out = std::make_shared<Context>();
    const auto settings = settingsOf(c.config, c.secret);
    if (settings)
        out->settings = *settings;
    out->reach = reachOf(settings);
    const int limit = c.config.options.value(u"maxConnections"_s, kConnections).toInt();
    out->budget = std::make_shared<Budget>(std::max(3, limit));
    out->gate = std::move(c.gate);
    out->audit = std::move(c.audit);
    out->post = c.runtime->post();
    out->runtime = c.runtime;
    out->config = std::move(c.config);
    redactInLogs(c.secret);
    return out;
}

std::shared_ptr<ActLane> actLane(const std::shared_ptr<const Context>& context)
{
    return std::make_shared<ActLane>(*context->runtime, u"pg-acts"_s,
        [context] { return std::make_shared<Connection>(context, u"acts"_s); });
}

} // namespace

// The reserved connection is opened in advance, with the first probe of the service.
struct PostgresAdapter::Parts {
    explicit Parts(std::shared_ptr<const Context> c)
        : context(std::move(c))
        , metaLane_(metaLane(context, u"catalogue"_s))
        , facetLane(metaLane(context, u"facets"_s))
        , reserved(reservedLane(context))
        , acts(actLane(context))
        , catalogue(*metaLane_)
        , query(context)
        , activity(context, reserved)
        , admin(context, *metaLane_, acts)
        , health(*facetLane, activity)
        , metrics(context, *facetLane)
        , events(context, reserved)
        , search(context, *facetLane)
        , lineage(context, *facetLane)
        , rows(context)
        , actions(context, *metaLane_, acts)
    {
    }

    const std::shared_ptr<const Context> context;
    const std::unique_ptr<MetaLane> metaLane_;
    const std::unique_ptr<MetaLane> facetLane;
    const std::shared_ptr<ActLane> reserved;
    const std::shared_ptr<ActLane> acts;
    PgCatalogue catalogue;
    PgQuery query;
    PgActivity activity;
    PgAdmin admin;
    PgHealth health;
    PgMetrics metrics;
    PgEvents events;
    PgSearch search;
    PgLineage lineage;
    PgRows rows;
    PgActions actions;
};

PostgresAdapter::PostgresAdapter(AdapterContext context)
    : m_parts(std::make_unique<Parts>(contextOf(std::move(context))))
{
    offer<Catalogue>(&m_parts->catalogue);
    offer<Query>(&m_parts->query);
    offer<Activity>(&m_parts->activity);
    offer<Admin>(&m_parts->admin);
    offer<HealthFacet>(&m_parts->health);
    offer<MetricsFacet>(&m_parts->metrics);
    offer<EventsFacet>(&m_parts->events);
    offer<SearchFacet>(&m_parts->search);
    offer<LineageFacet>(&m_parts->lineage);
    offer<QueryFacet>(&m_parts->rows);
    offer<PreviewFacet>(&m_parts->rows);
    offer<ActionsFacet>(&m_parts->actions);
}

PostgresAdapter::~PostgresAdapter() = default;

int PostgresAdapter::connections() const
{
    return m_parts->context->budget->open;
}

AdapterDescriptor postgresDescriptor()
{
    AdapterDescriptor d;
    d.module = u"database"_s;
    d.tool = u"postgresql"_s;
    d.title = u"PostgreSQL"_s;
    d.defaultPort = 5432;
    d.nsScheme = u"postgres"_s;
    d.takesUnixSocket = true;
    using Type = OptionField::Type;
    d.options = {
        {u"database"_s, PH_TEXT("postgres", "Database"), Type::Text, QString(), {},
            PH_TEXT("postgres", "Empty: the one named like the user.")},
        {u"port"_s, PH_TEXT("postgres", "Port of the socket"), Type::Integer, 0, {},
            PH_TEXT("postgres", "For an address that is the folder of a unix socket.")},
        {u"useEnvironment"_s, PH_TEXT("postgres", "Use PG* variables and ~/.pgpass"), Type::Boolean,
            false, {}, {}},
        {u"connectTimeout"_s, PH_TEXT("postgres", "Give up connecting after"), Type::Milliseconds,
            10'000, {}, {}},
        {u"maxConnections"_s, PH_TEXT("postgres", "Connections at most"), Type::Integer,
            kConnections, {},
            PH_TEXT("postgres", "Three are for the catalogue, the facets and the lock view.")},
    };
    d.make = [](AdapterContext context) -> std::unique_ptr<Adapter> {
        return std::make_unique<PostgresAdapter>(std::move(context));
    };
    return d;
}

} // namespace pilothouse::database::postgres
