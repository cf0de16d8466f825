// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/postgres/connection.h"

#include <poll.h>

namespace pilothouse::database::postgres
{

using namespace Qt::StringLiterals;

namespace
{

// How often a wait looks up to see whether anybody still wants the answer.
constexpr int kLookUp = 500;
constexpr int kQuiet = 50; // milliseconds, as that

int pollOnce(int fd, short events, int ms)
{
    pollfd p{fd, events, 0};
    return ::poll(&p, 1, ms);
}

std::shared_ptr<PGcancel> cancelOf(PGconn* conn)
{
    return {PQgetCancel(conn), FreeCancel()};
}

} // namespace

Connection::Connection(std::shared_ptr<const Context> context, QString label)
    : m_context(std::move(context))
    , m_label(std::move(label))
{
}

Connection::~Connection()
{
    close();
}

void Connection::onNotice(void* self, const PGresult* result)
{
    const auto* c = static_cast<Connection*>(self);
    if (c->m_notice)
        c->m_notice(result);
}

// An idle server says nothing: what can be read now is its farewell.
void Connection::dropIfGone()
{
    if (!isOpen() || PQtransactionStatus(m_conn.get()) == PQTRANS_ACTIVE)
        return;
    QString said;
    const auto before = std::exchange(m_notice, {});
    m_notice = [&said, &before](const PGresult* notice) { // an error, while nothing runs
        const QByteArrayView severity(PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED));
        if (severity == QByteArrayView("FATAL") || severity == QByteArrayView("PANIC"))
            said = QString::fromUtf8(PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY));
        else if (before)
            before(notice);
    };
    while (isOpen() && pollOnce(PQsocket(m_conn.get()), POLLIN, 0) > 0) {
        const bool there = PQconsumeInput(m_conn.get()) == 1;
        (void)PQisBusy(m_conn.get()); // libpq reads what has come only when asked something
        if (!there) {
            m_farewell = said.isEmpty() ? lost().detail : said;
            close();
        }
    }
    m_notice = before;
}

VoidResult Connection::ensure(const Token& token)
{
    dropIfGone();
    const bool again = std::exchange(m_again, false);
    if (isOpen())
        return {};
    close();
    if (!m_context->budget->take())
        return fail(Error::Kind::Refused, {}, service(),
            PH_TEXT("postgres",
                "All %1 connections this service may use are taken. Close an editor or raise the "
                "option maxConnections.")
                .arg(qint64(m_context->budget->limit)),
            u"connection-limit"_s);
    m_counted = true;
    auto done = m_context->login->enter(token, again, [&] { return connect(token); });
    if (!done)
        close();
    return done;
}

VoidResult Connection::connect(const Token& token)
{
    const auto settings = m_context->reach(token);
    if (!settings)
        return tl::unexpected(settings.error());
    // As one string: of arrays libpq takes no empty values, and PG* variables would fill the gaps.
    m_conn.reset(PQconnectStart(conninfoOf(keywordsOf(*settings, m_label)).c_str()));
    if (!m_conn)
        return fail(Error::Kind::Internal, u"out of memory"_s, service());
    // Until it is up, so that the SQLSTATE of a refusal is in the text.
    PQsetErrorVerbosity(m_conn.get(), PQERRORS_VERBOSE);
    PQsetNoticeReceiver(m_conn.get(), onNotice, this);
    const auto deadline = Clock::now() + std::chrono::seconds(settings->connectSeconds);
    auto state
        = PQstatus(m_conn.get()) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
    while (state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING) {
        if (token.job()->stop)
            return fail(Error::Kind::Cancelled, {}, service());
        if (token.timedOut() || Clock::now() >= deadline)
            return fail(Error::Kind::Timeout, {}, service(),
                PH_TEXT("postgres", "The server does not answer; check host, port and network."));
        const int ready = pollOnce(
            PQsocket(m_conn.get()), state == PGRES_POLLING_READING ? POLLIN : POLLOUT, 50);
        if (ready > 0 || PQstatus(m_conn.get()) == CONNECTION_BAD)
            state = PQconnectPoll(m_conn.get());
    }
    if (state != PGRES_POLLING_OK)
        return tl::unexpected(connectionError(m_conn.get(), service(), true));
    PQsetErrorVerbosity(m_conn.get(), PQERRORS_DEFAULT);
    {
        std::lock_guard lock(m_link->mutex);
        m_link->fd = PQsocket(m_conn.get());
        m_link->cancel = [cancel = cancelOf(m_conn.get())] {
            char buffer[256];
            PQcancel(cancel.get(), buffer, sizeof buffer);
        };
    }
    m_fresh = true;
    // In such a database nothing says what the bytes mean, and the server would refuse to send
    // those that are not valid as UTF-8.
    if (const char* encoding = PQparameterStatus(m_conn.get(), "server_encoding");
        encoding && QByteArrayView(encoding) == QByteArrayView("SQL_ASCII"))
        if (auto set = exec("SET client_encoding TO SQL_ASCII", {}, token); !set)
            return tl::unexpected(set.error());
    for (const QByteArray& statement : m_setup)
        if (auto done = exec(statement, {}, token); !done)
            return tl::unexpected(done.error());
    return {};
}

void Connection::close()
{
    {
        std::lock_guard lock(m_link->mutex);
        m_link->fd = -1;
        m_link->cancel = {};
    }
    m_conn.reset();
    if (std::exchange(m_counted, false))
        m_context->budget->give();
}

void Connection::dropUnlessIdle()
{
    if (!isOpen() || PQtransactionStatus(m_conn.get()) == PQTRANS_ACTIVE)
        close();
}

VoidResult Connection::send(const QByteArray& sql, const Params& params)
{
    std::vector<const char*> values;
    values.reserve(params.size());
    for (const auto& p : params)
        values.push_back(p ? p->constData() : nullptr);
    if (PQsendQueryParams(m_conn.get(), sql.constData(), static_cast<int>(values.size()), nullptr,
            values.data(), nullptr, nullptr, 0)
        == 1)
        return {};
    return tl::unexpected(lost());
}

VoidResult Connection::waitReadable(const Token& token, const std::function<void()>& quiet)
{
    for (int limit = quiet ? kQuiet : kLookUp;; limit = kLookUp) {
        const int ready = pollOnce(PQsocket(m_conn.get()), POLLIN, limit);
        if (ready == 0 && limit == kQuiet)
            quiet();
        if (ready != 0)
            return take(token);
        stayAlive(token);
    }
}

VoidResult Connection::take(const Token& token)
{
    stayAlive(token);
    if (PQconsumeInput(m_conn.get()) == 1)
        return {};
    return tl::unexpected(lost());
}

void Connection::stayAlive(const Token& token) const
{
    if (m_silence.count() > 0)
        token.alive(m_silence); // keepalives decide whether the peer is gone, not we
}

Result<ResultHandle> Connection::next(const Token& token)
{
    while (PQisBusy(m_conn.get()))
        if (auto ready = waitReadable(token); !ready)
            return tl::unexpected(ready.error());
    return nextCome();
}

Result<ResultHandle> Connection::nextCome()
{
    ResultHandle result(PQgetResult(m_conn.get()));
    if (result && PQresultStatus(result.get()) == PGRES_FATAL_ERROR && !isOpen()) {
        // The server may have said why before it went (57P01 …).
        const bool said = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) != nullptr;
        return tl::unexpected(said ? errorOf(result.get(), service()) : lost());
    }
    return result;
}

Error Connection::lost() const
{
    return connectionError(m_conn.get(), service(), false);
}

Result<ResultHandle> Connection::exec(
    const QByteArray& sql, const Params& params, const Token& token)
{
    Busy busy(m_link, token);
    if (auto sent = send(sql, params); !sent)
        return tl::unexpected(sent.error());
    return finish(busy, token);
}

Result<ResultHandle> Connection::finish(Busy& busy, const Token& token)
{
    busy.sent(token);
    ResultHandle last;
    for (;;) {
        auto result = next(token);
        if (!result)
            return result;
        if (!*result)
            break;
        last = std::move(*result);
        if (PQresultStatus(last.get()) == PGRES_COPY_OUT
            || PQresultStatus(last.get()) == PGRES_COPY_IN) {
            close();
            return fail(Error::Kind::Internal, u"COPY in exec"_s, service());
        }
    }
    if (!busy.settle())
        close();
    if (last && PQresultStatus(last.get()) == PGRES_FATAL_ERROR)
        return tl::unexpected(errorOf(last.get(), service()));
    return last;
}

Result<QByteArray> Connection::parseTree(const QByteArray& sql, const Token& token)
{
    std::vector<const char*> settings{
        "SET LOCAL debug_print_parse TO on", "SET LOCAL client_min_messages TO log"};
    // Only a superuser may keep it out of the server's own log.
    const char* super = PQparameterStatus(m_conn.get(), "is_superuser");
    if (super && QByteArrayView(super) == QByteArrayView("on"))
        settings.insert(settings.begin(), "SET LOCAL log_min_messages TO panic");
    for (const char* set : settings)
        if (auto done = exec(set, {}, token); !done)
            return tl::unexpected(done.error());
    QByteArray tree;
    const auto before = std::exchange(m_notice, [&tree](const PGresult* notice) {
        const QByteArrayView title(PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY));
        if (title.startsWith("parse tree"))
            tree = PQresultErrorField(notice, PG_DIAG_MESSAGE_DETAIL);
    });
    const auto parsed = [&]() -> Result<ResultHandle> {
        Busy busy(m_link, token);
        if (PQsendPrepare(m_conn.get(), "", sql.constData(), 0, nullptr) != 1)
            return tl::unexpected(lost());
        return finish(busy, token);
    }();
    m_notice = before;
    if (!parsed)
        return tl::unexpected(parsed.error());
    return tree;
}

void Connection::drain(const Token& token)
{
    for (;;) {
        auto result = next(token);
        if (!result || !*result)
            return;
        const auto status = PQresultStatus(result->get());
        if (status == PGRES_COPY_OUT) {
            char* data = nullptr;
            while (PQgetCopyData(m_conn.get(), &data, 0) > 0)
                const BufferHandle dropped(data);
        } else if (status == PGRES_COPY_IN) {
            PQputCopyEnd(m_conn.get(), "cancelled");
        }
    }
}

TransactionState Connection::transaction() const
{
    switch (m_conn ? PQtransactionStatus(m_conn.get()) : PQTRANS_IDLE) {
    case PQTRANS_IDLE:
        return TransactionState::None;
    case PQTRANS_ACTIVE:
    case PQTRANS_INTRANS:
        return TransactionState::Open;
    case PQTRANS_INERROR:
        return TransactionState::Failed;
    default:
        return TransactionState::Unknown;
    }
}

} // namespace pilothouse::database::postgres
